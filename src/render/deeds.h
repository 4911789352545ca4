/* SPDX-License-Identifier: MIT */
/* deeds.h: texts as deeds that patches remember. */
#ifndef RENDER_DEEDS_H
#define RENDER_DEEDS_H

#include "render/patches.h"

/* False for a text that is too long to be remembered. */
bool fp__deed_of_words(struct fp__deed *deed, const struct fp__words *words);

#endif
