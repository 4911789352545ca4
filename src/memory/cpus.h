/* SPDX-License-Identifier: MIT */
/* cpus.h: how many CPUs control groups leave to this process. */
#ifndef MEMORY_CPUS_H
#define MEMORY_CPUS_H

#include <stddef.h>

#include "flatplot/context.h"

/* The quota of this process's control group and of those above it, in whole CPUs, rounded up; 0:
 * there is none. `root` stands before /proc and /sys (tests have their own). */
size_t fp__cpus_quota(struct fp_context *ctx, const char *root);

#endif
