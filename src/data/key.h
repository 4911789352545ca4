/* SPDX-License-Identifier: MIT */
/* key.h: whole numbers in whose order the values of a type are. */
#ifndef DATA_KEY_H
#define DATA_KEY_H

#include <stdint.h>

#include "data/dtype.h"

/* Turns n packed values in this machine's byte order into keys of as many bits. */
void fp__keys_of(enum fp_dtype dtype, const void *values, size_t n, uint64_t *keys);

/* The value at `part` (0 … 1) of the way from one value to another that is not less, as numpy's
 * linear rule has it: numpy 1.24, function_base.py, _lerp. */
double fp__keys_between(enum fp_dtype dtype, uint64_t low, uint64_t high, double part);

#endif
