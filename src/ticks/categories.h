/* SPDX-License-Identifier: MIT */
/* categories.h: names that stand along an axis, at 0, 1, 2 … in the order in which they came. */
#ifndef TICKS_CATEGORIES_H
#define TICKS_CATEGORIES_H

#include <stdbool.h>
#include <stddef.h>

/* Zeroed: none. */
struct fp__categories {
    char **names;
    size_t count, room;
    size_t *slots;     /* places of a hash table: a name's number and 1, or 0 */
    size_t slot_count; /* a power of two, at least twice as many as names */
};

/* The number of a name, which becomes the last one if it is new. False without memory; then the
 * name was not added. */
bool fp__categories_find(struct fp__categories *categories, const char *name, size_t *number);

/* Bytes that are held. */
size_t fp__categories_bytes(const struct fp__categories *categories);

void fp__categories_finish(struct fp__categories *categories);

#endif
