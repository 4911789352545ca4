/* SPDX-License-Identifier: MIT */
/* deeds.c: texts as deeds that patches remember. */
#include "render/deeds.h"

#include <string.h>

bool
fp__deed_of_words(struct fp__deed *deed, const struct fp__words *words)
{
    size_t n = strlen(words->text);

    if (n >= sizeof deed->text)
        return false;
    *deed = (struct fp__deed){.numbers = {words->x, words->y, words->size, words->angle},
                              .color = words->color};
    memcpy(deed->text, words->text, n);
    return true;
}
