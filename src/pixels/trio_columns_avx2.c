/* SPDX-License-Identifier: MIT */
/* trio_columns_avx2.c: rows of values filtered along themselves by windows of three, one row in
 * each lane, as in filter_four_avx2.c, but for what weighs nothing and for the base, which differs
 * by nothing from itself. */
#include "pixels/trio_columns.h"

#if FP__X86
#include "pixels/crosswise_avx2.h"

FP__AVX2 static inline __m256d
product(const double *weight, const double *column, __m256d base)
{
    return _mm256_mul_pd(_mm256_broadcast_sd(weight), _mm256_sub_pd(_mm256_loadu_pd(column), base));
}

FP__AVX2 static inline __m256d
mean_at(const struct fp__trio *trio, const double *columns)
{
    __m256d base = _mm256_loadu_pd(columns + FP__FOUR * trio->base);
    __m256d first = product(&trio->weights[0], columns + FP__FOUR * trio->others[0], base);
    __m256d second = product(&trio->weights[1], columns + FP__FOUR * trio->others[1], base);

    return _mm256_add_pd(_mm256_add_pd(_mm256_setzero_pd(), _mm256_add_pd(first, second)), base);
}

FP__AVX2 void
fp__trio_columns_avx2(const struct fp__filter *filter, const double *const sources[FP__FOUR],
                      size_t n, double *room, double *const rows[FP__FOUR])
{
    const struct fp__trio *trios = filter->trios.each;
    size_t o = 0;

    fp__lay_crosswise(sources, n, room);
    for (; o + FP__FOUR <= filter->out; o += FP__FOUR) {
        __m256d r[FP__FOUR];

        for (size_t k = 0; k < FP__FOUR; k++)
            r[k] = mean_at(&trios[o + k], room);
        fp__cross(r);
        for (size_t k = 0; k < FP__FOUR; k++)
            _mm256_storeu_pd(rows[k] + o, r[k]);
    }
    for (; o < filter->out; o++) {
        double last[FP__FOUR];

        _mm256_storeu_pd(last, mean_at(&trios[o], room));
        for (size_t k = 0; k < FP__FOUR; k++)
            rows[k][o] = last[k];
    }
}
#endif
