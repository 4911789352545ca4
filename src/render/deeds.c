/* SPDX-License-Identifier: MIT */
/* deeds.c: texts and lines as deeds that patches remember. */
#include "render/deeds.h"

#include <math.h>
#include <string.h>

#include "flatplot/figure.h"

enum kind { WORDS = 1, LINE_BUTT, LINE_SQUARE };

bool
fp__deed_of_words(struct fp__deed *deed, const struct fp__words *words)
{
    size_t n = strlen(words->text);

    if (n >= sizeof deed->text)
        return false;
    *deed = (struct fp__deed){.numbers = {words->x, words->y, words->size, words->angle},
                              .kind = WORDS,
                              .color = words->color};
    memcpy(deed->text, words->text, n);
    return true;
}

bool
fp__deed_of_line(struct fp__deed *deed, const double ends[4], double width, bool butt,
                 struct fp_color color, int box[4])
{
    *deed = (struct fp__deed){.numbers = {ends[0], ends[1], ends[2], ends[3], width},
                              .kind = butt ? LINE_BUTT : LINE_SQUARE,
                              .color = color};
    for (int i = 0; i < 2; i++) {
        double low = fmin(ends[i], ends[i + 2]) - width - 1;
        double high = fmax(ends[i], ends[i + 2]) + width + 2;

        if (!(low > -FP_MAX_SIDE && high < 2 * FP_MAX_SIDE))
            return false;
        box[i] = (int)floor(low);
        box[i + 2] = (int)ceil(high);
    }
    return true;
}
