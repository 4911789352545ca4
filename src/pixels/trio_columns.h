/* SPDX-License-Identifier: MIT */
/* trio_columns.h: rows of values filtered along themselves by windows of three. */
#ifndef PIXELS_TRIO_COLUMNS_H
#define PIXELS_TRIO_COLUMNS_H

#include "core/cpu.h"
#include "pixels/filter_four.h"

/* What fp__filter_four makes of tame values of one channel; the filter has trios. */
void fp__trio_columns(const struct fp__filter *filter, const double *const sources[FP__FOUR],
                      size_t n, double *room, double *const rows[FP__FOUR]);

/* The ways in which it can be done, with the same results to the last bit; the last one for filters
 * with blocks. */
void fp__trio_columns_plain(const struct fp__filter *filter, const double *const sources[FP__FOUR],
                            double *const rows[FP__FOUR]);
#if FP__X86
void fp__trio_columns_avx2(const struct fp__filter *filter, const double *const sources[FP__FOUR],
                           size_t n, double *room, double *const rows[FP__FOUR]);
void fp__trio_columns_avx512(const struct fp__filter *filter, const double *const sources[FP__FOUR],
                             double *const rows[FP__FOUR]);
#endif

#endif
