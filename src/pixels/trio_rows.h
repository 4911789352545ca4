/* SPDX-License-Identifier: MIT */
/* trio_rows.h: three rows as one. */
#ifndef PIXELS_TRIO_ROWS_H
#define PIXELS_TRIO_ROWS_H

#include "core/cpu.h"
#include "pixels/trio.h"

/* Rows of doubles, or else of floats, wherever they lie. */
struct fp__trio_rows {
    const void *base, *others[2];
    double weights[2];
    bool floats;
};

/* The means of n tame values in each of the rows. */
void fp__trio_rows(const struct fp__trio_rows *rows, size_t n, double *to);

/* The ways in which it can be done, with the same results to the last bit. */
void fp__trio_rows_plain(const struct fp__trio_rows *rows, size_t n, double *to);
#if FP__X86
void fp__trio_rows_avx512(const struct fp__trio_rows *rows, size_t n, double *to);
#endif

#endif
