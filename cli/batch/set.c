/* SPDX-License-Identifier: MIT */
/* set.c: an open-addressing hash table that is at most half full. */
#include "cli/batch/set.h"

#include "flatplot/context.h"

bool
fp__set_init(struct fp__set *set, size_t n)
{
    set->room = 16;
    while (set->room / 2 < n && set->room <= SIZE_MAX / 4)
        set->room *= 2;
    set->slots = fp_alloc_array(set->room, sizeof *set->slots);
    return set->slots;
}

void
fp__set_finish(struct fp__set *set)
{
    fp_free(set->slots);
    set->slots = NULL;
    set->room = 0;
}

size_t
fp__set_find(const struct fp__set *set, uint64_t hash, fp__set_same_fn same, void *data)
{
    size_t at = hash & (set->room - 1);
    for (; set->slots[at].number; at = (at + 1) & (set->room - 1)) {
        if (set->slots[at].hash == hash && same(data, set->slots[at].number - 1))
            return set->slots[at].number - 1;
    }
    return FP__SET_NONE;
}

void
fp__set_add(struct fp__set *set, uint64_t hash, size_t number)
{
    size_t at = hash & (set->room - 1);
    while (set->slots[at].number)
        at = (at + 1) & (set->room - 1);
    set->slots[at] = (struct fp__set_slot){hash, number + 1};
}

uint64_t
fp__hash(const void *bytes, size_t n)
{
    const unsigned char *byte = bytes;
    uint64_t hash = 0xcbf29ce484222325;
    for (size_t i = 0; i < n; i++)
        hash = (hash ^ byte[i]) * 0x100000001b3;
    return hash ^ hash >> 32; /* the low bits, which pick the slot, see the high ones too */
}
