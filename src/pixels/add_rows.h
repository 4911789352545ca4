/* SPDX-License-Identifier: MIT */
/* add_rows.h: weighted sums of rows. */
#ifndef PIXELS_ADD_ROWS_H
#define PIXELS_ADD_ROWS_H

#include <stddef.h>

#include "core/cpu.h"

/* To each value of the base, of which there are `length`, adds what n rows differ from it there,
 * each by its weight: equal values stay what they are, to the last bit, and a saturated area does
 * not step over its limit. The sum is made from the first row to the last, then the base is added.
 */
void fp__add_rows(const double *const *rows, const double *weights, size_t n, const double *base,
                  size_t length, double *to);

/* The ways in which it can be done, with the same results to the last bit. */
void fp__add_rows_plain(const double *const *rows, const double *weights, size_t n,
                        const double *base, size_t length, double *to);
#if FP__X86
void fp__add_rows_avx2(const double *const *rows, const double *weights, size_t n,
                       const double *base, size_t length, double *to);
#endif

#endif
