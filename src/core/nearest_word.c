/* SPDX-License-Identifier: MIT */
/* nearest_word.c: "did you mean": the optimal string alignment distance (Damerau 1964), so that
 * swapped neighbours count as one mistake. */
#include <ctype.h>
#include <stdint.h>
#include <string.h>

#include "flatplot/text.h"

#define LONGEST 63 /* words beyond that are no option or colormap */

static bool
same(char a, char b)
{
    return tolower((unsigned char)a) == tolower((unsigned char)b);
}

static uint8_t
least(uint8_t a, uint8_t b)
{
    return a < b ? a : b;
}

static uint8_t
distance(const char *a, size_t na, const char *b, size_t nb)
{
    uint8_t d[LONGEST + 1][LONGEST + 1];

    for (size_t i = 0; i <= na; i++)
        d[i][0] = (uint8_t)i;
    for (size_t j = 0; j <= nb; j++)
        d[0][j] = (uint8_t)j;
    for (size_t i = 1; i <= na; i++)
        for (size_t j = 1; j <= nb; j++) {
            d[i][j] = least(least(d[i - 1][j], d[i][j - 1]) + 1,
                            d[i - 1][j - 1] + !same(a[i - 1], b[j - 1]));
            if (i > 1 && j > 1 && same(a[i - 1], b[j - 2]) && same(a[i - 2], b[j - 1]))
                d[i][j] = least(d[i][j], d[i - 2][j - 2] + 1);
        }
    return d[na][nb];
}

const char *
fp_text_nearest(const char *word, const char *const *candidates, size_t n)
{
    size_t length = strlen(word);
    const char *best = NULL;
    uint8_t best_distance = LONGEST;

    for (size_t i = 0; i < n && length <= LONGEST; i++) {
        size_t other = strlen(candidates[i]);
        uint8_t d = other > LONGEST ? LONGEST : distance(word, length, candidates[i], other);

        if (d < best_distance && 3u * d <= (length > other ? length : other)) {
            best = candidates[i];
            best_distance = d;
        }
    }
    return best;
}
