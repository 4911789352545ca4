/* SPDX-License-Identifier: MIT */
/* foreign.h: files in formats that are not read, recognised so that the error can name them. */
#ifndef DATA_FOREIGN_H
#define DATA_FOREIGN_H

#include <stdbool.h>
#include <stddef.h>

#include "flatplot/context.h"

/* Raises FP_ERR_INPUT for a file that begins with these n > 0 bytes and that no reader knows: what
 * it is, and how its numbers become a .npy file. */
enum fp_status fp__foreign_fail(struct fp_context *ctx, const char *path, const unsigned char *head,
                                size_t n);

/* Whether these n > 0 bytes begin one of the formats that are known by name. */
bool fp__foreign_known(const unsigned char *head, size_t n);

#endif
