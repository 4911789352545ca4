/* SPDX-License-Identifier: MIT */
/* append.h: files that grow line by line, and are of use however their writer ends. */
#ifndef CORE_APPEND_H
#define CORE_APPEND_H

#include <stddef.h>

#include "flatplot/context.h"

/* Adds n bytes at the end of a file that is there, all or, when the disk is full, some of them. It
 * is opened and closed each time, so that other descriptors are never held. */
enum fp_status fp__file_append(struct fp_context *ctx, const char *path, const void *bytes,
                               size_t n);

#endif
