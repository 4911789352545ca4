/* SPDX-License-Identifier: MIT */
/* filter_four.h: four rows of values filtered along themselves at once. */
#ifndef PIXELS_FILTER_FOUR_H
#define PIXELS_FILTER_FOUR_H

#include "core/cpu.h"
#include "pixels/filter_row.h"

enum { FP__FOUR = 4 };

/* The same as four times fp__filter_means. A source has n values, and there is `room` for 4n. */
void fp__filter_four(const struct fp__filter *filter, const double *const sources[FP__FOUR],
                     size_t n, size_t channels, double *room, double *const rows[FP__FOUR]);

/* The ways in which it can be done; the fast one for one channel only. */
void fp__filter_four_plain(const struct fp__filter *filter, const double *const sources[FP__FOUR],
                           size_t channels, double *const rows[FP__FOUR]);
#if FP__X86
void fp__filter_four_avx2(const struct fp__filter *filter, const double *const sources[FP__FOUR],
                          size_t n, double *room, double *const rows[FP__FOUR]);
#endif

#endif
