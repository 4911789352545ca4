/* SPDX-License-Identifier: MIT */
/* glyphs_seen.c: a hash set with open addressing that doubles when half full. */
#include "render/glyphs_seen.h"

#include <stdbool.h>
#include <string.h>

#include <fontconfig/fontconfig.h>

#include "core/alloc.h"

#define FIRST_ROOM 256

/* Never 0: the size is not. A 1/64 pixel tells sizes apart. */
static uint64_t
key_of(FcChar32 character, double size)
{
    return (uint64_t)(size * 64 + 1) << 32 | character;
}

/* The slot that holds the key, or the free one where it would go. Multiplicative hashing (Knuth,
 * The Art of Computer Programming 3, 6.4). */
static uint64_t *
find(uint64_t *slots, size_t room, uint64_t key)
{
    size_t i = (size_t)(key * UINT64_C(0x9e3779b97f4a7c15) >> 32) & (room - 1);

    while (slots[i] != 0 && slots[i] != key)
        i = (i + 1) & (room - 1);
    return &slots[i];
}

static bool
grow(struct fp__glyphs_seen *seen)
{
    size_t room = seen->room ? 2 * seen->room : FIRST_ROOM;
    uint64_t *slots;

    if (seen->count == FP__GLYPHS_SEEN)
        return false;
    if (2 * (seen->count + 1) <= seen->room)
        return true;
    slots = fp__cache_alloc(room * sizeof *slots);
    if (!slots)
        return false;
    memset(slots, 0, room * sizeof *slots);
    for (size_t i = 0; i < seen->room; i++)
        if (seen->slots[i] != 0)
            *find(slots, room, seen->slots[i]) = seen->slots[i];
    fp_free(seen->slots);
    seen->slots = slots;
    seen->room = room;
    return true;
}

size_t
fp__glyphs_seen_add(struct fp__glyphs_seen *seen, const char *text, double size)
{
    const FcChar8 *rest = (const FcChar8 *)text;
    size_t before = seen->count;

    while (*rest && grow(seen)) {
        FcChar32 character = 0;
        int length = FcUtf8ToUcs4(rest, &character, 4);
        uint64_t key = key_of(character, size);
        uint64_t *slot = find(seen->slots, seen->room, key);

        seen->count += *slot == 0;
        *slot = key;
        rest += length > 0 ? length : 1;
    }
    return seen->count - before;
}

void
fp__glyphs_seen_finish(struct fp__glyphs_seen *seen)
{
    fp_free(seen->slots);
    *seen = (struct fp__glyphs_seen){0};
}
