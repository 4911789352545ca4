/* SPDX-License-Identifier: MIT */
/* lengths.c: the extents of texts that were measured before. */
#include "render/lengths.h"

#include <stddef.h>
#include <string.h>

/* FNV-1a (Fowler, Noll, Vo). */
static size_t
place_of(const struct fp__words *words)
{
    uint32_t hash = 2166136261u ^ (uint32_t)words->size;

    for (const char *c = words->text; *c; c++)
        hash = (hash ^ (uint8_t)*c) * 16777619u;
    return (hash ^ hash >> 16) % FP__LENGTHS;
}

bool
fp__lengths_find(const struct fp__lengths *lengths, const struct fp__words *words,
                 struct fp__extents *extents)
{
    size_t at = place_of(words);

    if (lengths->known[at].size != words->size || strcmp(lengths->known[at].text, words->text) != 0)
        return false;
    *extents = lengths->known[at].extents;
    return true;
}

void
fp__lengths_keep(struct fp__lengths *lengths, const struct fp__words *words,
                 const struct fp__extents *extents)
{
    size_t at = place_of(words), n = strlen(words->text);

    if (n >= sizeof lengths->known[at].text)
        return;
    memcpy(lengths->known[at].text, words->text, n + 1);
    lengths->known[at].size = words->size;
    lengths->known[at].extents = *extents;
}
