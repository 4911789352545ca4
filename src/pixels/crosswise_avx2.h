/* SPDX-License-Identifier: MIT */
/* crosswise_avx2.h: rows and columns changed for each other, four by four. */
#ifndef PIXELS_CROSSWISE_AVX2_H
#define PIXELS_CROSSWISE_AVX2_H

#include <immintrin.h>
#include <stddef.h>

#include "core/cpu.h"
#include "pixels/filter_four.h"

FP__AVX2 static inline void
fp__cross(__m256d r[FP__FOUR])
{
    __m256d a = _mm256_unpacklo_pd(r[0], r[1]), b = _mm256_unpackhi_pd(r[0], r[1]);
    __m256d c = _mm256_unpacklo_pd(r[2], r[3]), d = _mm256_unpackhi_pd(r[2], r[3]);

    r[0] = _mm256_permute2f128_pd(a, c, 0x20);
    r[1] = _mm256_permute2f128_pd(b, d, 0x20);
    r[2] = _mm256_permute2f128_pd(a, c, 0x31);
    r[3] = _mm256_permute2f128_pd(b, d, 0x31);
}

FP__AVX2 static inline void
fp__lay_crosswise(const double *const sources[FP__FOUR], size_t n, double *columns)
{
    size_t i = 0;

    for (; i + FP__FOUR <= n; i += FP__FOUR) {
        __m256d r[FP__FOUR];

        for (size_t k = 0; k < FP__FOUR; k++)
            r[k] = _mm256_loadu_pd(sources[k] + i);
        fp__cross(r);
        for (size_t k = 0; k < FP__FOUR; k++)
            _mm256_storeu_pd(columns + FP__FOUR * (i + k), r[k]);
    }
    for (; i < n; i++)
        for (size_t k = 0; k < FP__FOUR; k++)
            columns[FP__FOUR * i + k] = sources[k][i];
}

#endif
