/* SPDX-License-Identifier: MIT */
/* straight_avx2.c: opaque pixels to bytes, eight pixels at a time.
 *
 * A pixel in memory is B, G, R, A. In each half of a register four pixels move to its lower twelve
 * bytes as R, G, B; the halves are stored one after the other, sixteen bytes each, of which the
 * last four are written over by what comes next. So the end of the row is left to the plain way.
 * A row of 640 pixels takes 500 instructions instead of 3900. */
#include "output/straight_ways.h"

#if FP__X86
#include <immintrin.h>

FP__AVX2 void
fp__straight_rgb_avx2(uint8_t *restrict to, const uint32_t *restrict from, size_t n)
{
    const __m256i order = _mm256_setr_epi8(2, 1, 0, 6, 5, 4, 10, 9, 8, 14, 13, 12, -1, -1, -1, -1,
                                           2, 1, 0, 6, 5, 4, 10, 9, 8, 14, 13, 12, -1, -1, -1, -1);
    size_t i = 0;

    for (; n - i >= 10; i += 8) { /* two pixels more: six bytes that may be written over */
        __m256i pixels = _mm256_loadu_si256((const __m256i *)(from + i));
        __m256i bytes = _mm256_shuffle_epi8(pixels, order);

        _mm_storeu_si128((__m128i *)(to + 3 * i), _mm256_castsi256_si128(bytes));
        _mm_storeu_si128((__m128i *)(to + 3 * i + 12), _mm256_extracti128_si256(bytes, 1));
    }
    fp__straight_rgb_plain(to + 3 * i, from + i, n - i);
}
#endif
