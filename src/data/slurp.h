/* SPDX-License-Identifier: MIT */
/* slurp.h: all bytes of a file of text in memory. */
#ifndef DATA_SLURP_H
#define DATA_SLURP_H

#include "data/reader.h"

/* Reads the source to its end into a block of its own, with a NUL behind it. FP_ERR_INPUT when that
 * is more than limits.text bytes, or when one of them is NUL. */
enum fp_status fp__slurp(struct fp__source *source, char **text, size_t *size);

#endif
