/* SPDX-License-Identifier: MIT */
/* data.h: the values of a case, computed alike by data.py: whole numbers first, which doubles hold
 * exactly, then one product and one sum.
 *
 *   ramp    0, 1, 2 … in C order
 *   noise   x ← x·1664525 + 1013904223 mod 2³² from 1, its upper 16 bits (Numerical Recipes)
 *   hill    (i + 1)(rows − i) · (j + 1)(cols − j) · (channel + 1)
 *   powers  2 to the power (k mod 41) − 20 */
#ifndef TESTS_ORACLE_DATA_H
#define TESTS_ORACLE_DATA_H

#include "flatplot/array.h"
#include "oracle/case.h"

/* The array of a case that has a shape. */
struct fp_array *data_array(const struct words *words);

/* The array of alpha=array for an image of that array. */
struct fp_array *data_alphas(struct fp_array *array);

#endif
