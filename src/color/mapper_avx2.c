/* SPDX-License-Identifier: MIT */
/* mapper_avx2.c: values through a linear norm to pixels, eight at a time and without division.
 *
 * The place of a value among the colours is n · (t / span), rounded after each step, with
 * t = value · factor − low. With r = n / span made beforehand, t · r is the same but for rounding,
 * twice on either side by at most 2⁻⁵³ of the place, as long as r is a normal number: up to 1024
 * colours they are less than 2⁻⁴⁰ apart. So where it is farther than that from every whole number
 * both lie between the same two, and the colour is the same. The rest, mostly values at the limits,
 * is divided, four values at a time as well.
 *
 * 370 rows of 370 values: 1.9 million instructions the plain way, 0.7 so. */
#include "color/mapper_ways.h"

#if FP__X86
#include <float.h>
#include <immintrin.h>
#include <math.h>

#define NEAR 0x1p-40

_Static_assert(FP__COLORMAP_MAX <= 1024, "places of more colours are off by more than NEAR");

struct constants {
    __m256d factor, low, span, n, r;
};

/* What index_at in mapper.c does, for places that were clamped to −½ … n + ½. */
FP__AVX2 static inline __m128i
numbers_of(__m256d place, __m256d n, __m256d fine)
{
    __m256d one = _mm256_set1_pd(1), zero = _mm256_setzero_pd();
    __m256d under = _mm256_cmp_pd(place, zero, _CMP_LT_OQ);
    __m256d last = _mm256_cmp_pd(place, n, _CMP_EQ_OQ);

    place = _mm256_blendv_pd(place, _mm256_sub_pd(zero, one), under);
    place = _mm256_sub_pd(place, _mm256_and_pd(last, one));
    place = _mm256_blendv_pd(_mm256_add_pd(n, one), place, fine);
    return _mm256_cvttpd_epi32(place);
}

FP__AVX2 static inline __m256d
clamped(__m256d place, __m256d n)
{
    __m256d half = _mm256_set1_pd(.5);

    place = _mm256_max_pd(place, _mm256_sub_pd(_mm256_setzero_pd(), half));
    return _mm256_min_pd(place, _mm256_add_pd(n, half));
}

FP__AVX2 static inline __m256d
absolute(__m256d v)
{
    return _mm256_andnot_pd(_mm256_set1_pd(-0.), v);
}

FP__AVX2 static inline __m128i
four_numbers(const struct constants *c, __m256d values)
{
    __m256d t = _mm256_sub_pd(_mm256_mul_pd(values, c->factor), c->low);
    __m256d place = clamped(_mm256_mul_pd(t, c->r), c->n);
    __m256d whole = _mm256_round_pd(place, _MM_FROUND_TO_NEAREST_INT | _MM_FROUND_NO_EXC);
    __m256d fine = _mm256_cmp_pd(absolute(values), _mm256_set1_pd(DBL_MAX), _CMP_LE_OQ);
    __m256d near =
        _mm256_cmp_pd(absolute(_mm256_sub_pd(place, whole)), _mm256_set1_pd(NEAR), _CMP_LE_OQ);

    if (!_mm256_testz_pd(near, fine)) /* some may be on either side */
        place = clamped(_mm256_mul_pd(c->n, _mm256_div_pd(t, c->span)), c->n);
    return numbers_of(place, c->n, fine);
}

FP__AVX2 void
fp__mapper_linear_avx2(const struct fp__mapper *mapper, const double *values, size_t n,
                       uint32_t *argb)
{
    const struct fp__placer *placer = &mapper->placer;
    double colors = (double)mapper->n, r = colors / placer->span;
    struct constants c = {_mm256_set1_pd(placer->factor), _mm256_set1_pd(placer->low),
                          _mm256_set1_pd(placer->span), _mm256_set1_pd(colors), _mm256_set1_pd(r)};
    const int *table = (const int *)mapper->argb + 1;
    size_t i = 0;

    for (; isnormal(r) && i + 8 <= n; i += 8) {
        __m128i low = four_numbers(&c, _mm256_loadu_pd(values + i));
        __m128i high = four_numbers(&c, _mm256_loadu_pd(values + i + 4));
        __m256i numbers = _mm256_inserti128_si256(_mm256_castsi128_si256(low), high, 1);

        _mm256_storeu_si256((__m256i *)(argb + i), _mm256_i32gather_epi32(table, numbers, 4));
    }
    fp__mapper_linear_plain(mapper, values + i, n - i, argb + i);
}
#endif
