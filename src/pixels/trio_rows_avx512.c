/* SPDX-License-Identifier: MIT */
/* trio_rows_avx512.c: three rows as one, eight columns at a time.
 *
 * Floats become doubles on their way into a register: written out as doubles they would have to be
 * read again, twice as long. Where the third row weighs nothing, which is so for every row of a
 * picture that is enlarged, it is not read. */
#include "pixels/trio_rows.h"

#if FP__X86
#include <immintrin.h>

FP__AVX512 static inline __m512d
load(const void *row, size_t i, __mmask8 mask, bool floats)
{
    if (floats)
        return _mm512_cvtps_pd(_mm256_maskz_loadu_ps(mask, (const float *)row + i));
    return _mm512_maskz_loadu_pd(mask, (const double *)row + i);
}

FP__AVX512 static inline __m512d
product(const void *row, size_t i, __mmask8 mask, bool floats, __m512d weight, __m512d base)
{
    return _mm512_mul_pd(weight, _mm512_sub_pd(load(row, i, mask, floats), base));
}

FP__AVX512 static inline void
add_all(const struct fp__trio_rows *rows, size_t n, double *to, bool floats, bool third)
{
    __m512d zero = _mm512_setzero_pd();
    __m512d w[2] = {_mm512_set1_pd(rows->weights[0]), _mm512_set1_pd(rows->weights[1])};

    for (size_t i = 0; i < n; i += 8) {
        __mmask8 mask = (__mmask8)(n - i < 8 ? (1u << (n - i)) - 1 : 255);
        __m512d base = load(rows->base, i, mask, floats);
        __m512d sum = product(rows->others[0], i, mask, floats, w[0], base);

        if (third)
            sum = _mm512_add_pd(sum, product(rows->others[1], i, mask, floats, w[1], base));
        _mm512_mask_storeu_pd(to + i, mask, _mm512_add_pd(_mm512_add_pd(zero, sum), base));
    }
}

FP__AVX512 void
fp__trio_rows_avx512(const struct fp__trio_rows *rows, size_t n, double *to)
{
    bool third = rows->weights[1] != 0;

    if (rows->floats && third)
        add_all(rows, n, to, true, true);
    else if (rows->floats)
        add_all(rows, n, to, true, false);
    else if (third)
        add_all(rows, n, to, false, true);
    else
        add_all(rows, n, to, false, false);
}
#endif
