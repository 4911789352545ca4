/* SPDX-License-Identifier: MIT */
/* mapper_ways.h: the ways in which rows of values go through a linear norm; all give the same
 * pixels. */
#ifndef COLOR_MAPPER_WAYS_H
#define COLOR_MAPPER_WAYS_H

#include "color/mapper.h"
#include "core/cpu.h"

void fp__mapper_linear_plain(const struct fp__mapper *mapper, const double *values, size_t n,
                             uint32_t *argb);
#if FP__X86
void fp__mapper_linear_avx2(const struct fp__mapper *mapper, const double *values, size_t n,
                            uint32_t *argb);

/* The last one for mappers that fit it: nearly all do. */
bool fp__mapper_fits_avx512(const struct fp__mapper *mapper);
void fp__mapper_linear_avx512(const struct fp__mapper *mapper, const double *values, size_t n,
                              uint32_t *argb);
#endif

#endif
