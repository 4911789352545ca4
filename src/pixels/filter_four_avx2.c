/* SPDX-License-Identifier: MIT */
/* filter_four_avx2.c: four rows of values filtered along themselves, one row in each lane.
 *
 * Within a row, what pixels side by side are made of lies at places that no register can be loaded
 * from at once. Below each other it does: four rows are laid crosswise, so that a register holds
 * the same column of all of them, and each weight is multiplied with four values. The lanes do what
 * filter_row.c does for one row, in the same order, so that the sums are the same to the last bit.
 *
 * Rows of 256 values to 370 pixels of 4 values each: 14,500 instructions per row one by one, 6,800
 * so. (Two of the four weigh nothing: the windows could be narrower.) */
#include "pixels/filter_four.h"

#if FP__X86
#include "pixels/crosswise_avx2.h"

FP__AVX2 static inline __m256d
add_product(__m256d sum, const double *weight, const double *column, __m256d base)
{
    __m256d distance = _mm256_sub_pd(_mm256_loadu_pd(column), base);

    return _mm256_add_pd(sum, _mm256_mul_pd(_mm256_broadcast_sd(weight), distance));
}

FP__AVX2 static inline __m256d
mean(const double *columns, const double *weights, size_t n, __m256d base)
{
    __m256d zero = _mm256_setzero_pd(), sums[FP__FOUR] = {zero, zero, zero, zero};
    size_t i = 0;

    for (; i + 4 <= n; i += 4)
        for (size_t j = 0; j < 4; j++)
            sums[j] = add_product(sums[j], weights + i + j, columns + FP__FOUR * (i + j), base);
    for (; i < n; i++)
        sums[0] = add_product(sums[0], weights + i, columns + FP__FOUR * i, base);
    return _mm256_add_pd(
        base, _mm256_add_pd(_mm256_add_pd(sums[0], sums[2]), _mm256_add_pd(sums[1], sums[3])));
}

FP__AVX2 static inline __m256d
mean_at(const struct fp__filter *filter, const double *columns, size_t o)
{
    const struct fp__window *window = &filter->windows[o];
    const double *first = columns + FP__FOUR * window->first;

    return mean(first, filter->weights + o * filter->taps, filter->taps,
                _mm256_loadu_pd(first + FP__FOUR * window->heaviest));
}

FP__AVX2 void
fp__filter_four_avx2(const struct fp__filter *filter, const double *const sources[FP__FOUR],
                     size_t n, double *room, double *const rows[FP__FOUR])
{
    size_t o = 0;

    fp__lay_crosswise(sources, n, room);
    for (; o + FP__FOUR <= filter->out; o += FP__FOUR) {
        __m256d r[FP__FOUR];

        for (size_t k = 0; k < FP__FOUR; k++)
            r[k] = mean_at(filter, room, o + k);
        fp__cross(r);
        for (size_t k = 0; k < FP__FOUR; k++)
            _mm256_storeu_pd(rows[k] + o, r[k]);
    }
    for (; o < filter->out; o++) {
        double last[FP__FOUR];

        _mm256_storeu_pd(last, mean_at(filter, room, o));
        for (size_t k = 0; k < FP__FOUR; k++)
            rows[k][o] = last[k];
    }
}
#endif
