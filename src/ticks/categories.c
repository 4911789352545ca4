/* SPDX-License-Identifier: MIT */
/* categories.c: names and their numbers, found through a hash table with open addressing, so that a
 * column of a million names takes no longer than its numbers would. */
#include "ticks/categories.h"

#include <stdint.h>
#include <string.h>

#include "core/alloc.h"

#define FIRST_SLOTS 16

/* FNV-1a, 64 bits (Fowler, Noll, Vo). */
static uint64_t
hash(const char *name)
{
    uint64_t h = 14695981039346656037u;

    for (; *name; name++)
        h = (h ^ (unsigned char)*name) * 1099511628211u;
    return h;
}

/* The slot that has the name, or the empty one where it belongs. */
static size_t *
find_slot(const struct fp__categories *c, const char *name)
{
    size_t at = (size_t)hash(name) & (c->slot_count - 1);

    while (c->slots[at] && strcmp(c->names[c->slots[at] - 1], name) != 0)
        at = (at + 1) & (c->slot_count - 1);
    return &c->slots[at];
}

static bool
grow_slots(struct fp__categories *c)
{
    size_t count = c->slot_count ? c->slot_count * 2 : FIRST_SLOTS;
    size_t *slots;

    if (c->slot_count >= 2 * (c->count + 1))
        return true;
    slots = fp_alloc_array(count, sizeof *slots); /* zeroed */
    if (!slots)
        return false;
    fp_free(c->slots);
    c->slots = slots;
    c->slot_count = count;
    for (size_t i = 0; i < c->count; i++)
        *find_slot(c, c->names[i]) = i + 1;
    return true;
}

static bool
add(struct fp__categories *c, const char *name)
{
    void *names = c->names;
    size_t size = strlen(name) + 1;
    char *copy;

    if (!fp__grow(&names, &c->room, c->count + 1, sizeof(c->names[0])))
        return false;
    c->names = names;
    copy = fp_alloc(size); /* an empty name is one, too */
    if (!copy)
        return false;
    memcpy(copy, name, size);
    c->names[c->count++] = copy;
    return true;
}

bool
fp__categories_find(struct fp__categories *c, const char *name, size_t *number)
{
    size_t *slot;

    if (!grow_slots(c))
        return false;
    slot = find_slot(c, name);
    if (!*slot) {
        if (!add(c, name))
            return false;
        *slot = c->count;
    }
    *number = *slot - 1;
    return true;
}

size_t
fp__categories_bytes(const struct fp__categories *c)
{
    size_t bytes = c->room * sizeof(c->names[0]) + c->slot_count * sizeof(c->slots[0]);

    for (size_t i = 0; i < c->count; i++)
        bytes += strlen(c->names[i]) + 1;
    return bytes;
}

void
fp__categories_finish(struct fp__categories *c)
{
    for (size_t i = 0; i < c->count; i++)
        fp_free(c->names[i]);
    fp_free(c->names);
    fp_free(c->slots);
    *c = (struct fp__categories){0};
}
