/* SPDX-License-Identifier: MIT */
/* row_filter.c: which filter a row gets, and the filters. */
#include "pixels/row_filter.h"

#include <string.h>

#include "core/wide.h"

#define SMALL_STEP 12
#define BLOCK 224

FP__WIDE static enum fp__row_filter
choose(const uint8_t *row, size_t n, size_t pixel)
{
    unsigned moving = 0; /* steps that are not 0 */
    unsigned large = 0;  /* steps of more than SMALL_STEP up or down */

    /* No block overflows a counter of one byte, and compilers count 16 steps or 32 at once. */
    for (size_t start = pixel; start < n; start += BLOCK) {
        const uint8_t *here = row + start;
        const uint8_t *left = here - pixel;
        size_t block = n - start < BLOCK ? n - start : BLOCK;
        uint8_t some_moving = 0;
        uint8_t some_large = 0;

        for (size_t i = 0; i < block; i++) {
            uint8_t step = (uint8_t)(here[i] - left[i]);

            some_moving += step != 0;
            some_large += (uint8_t)(step + SMALL_STEP) > 2 * SMALL_STEP;
        }
        moving += some_moving;
        large += some_large;
    }
    return moving >= 2 * large ? FP__FILTER_SUB : FP__FILTER_NONE;
}

enum fp__row_filter
fp__row_filter_choose(const uint8_t *row, size_t n, size_t pixel)
{
    return choose(row, n, pixel);
}

FP__WIDE static void
subtract(uint8_t *restrict to, const uint8_t *restrict row, size_t n, size_t pixel)
{
    for (size_t i = pixel; i < n; i++)
        to[i] = (uint8_t)(row[i] - row[i - pixel]);
}

void
fp__row_filter_apply(uint8_t *to, enum fp__row_filter filter, const uint8_t *row, size_t n,
                     size_t pixel)
{
    to[0] = (uint8_t)filter;
    if (filter == FP__FILTER_NONE) {
        memcpy(to + 1, row, n);
        return;
    }
    memcpy(to + 1, row, n < pixel ? n : pixel);
    subtract(to + 1, row, n, pixel);
}

void
fp__row_filter_repeat(uint8_t *to, size_t n)
{
    to[0] = FP__FILTER_UP;
    memset(to + 1, 0, n);
}
