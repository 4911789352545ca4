/* SPDX-License-Identifier: MIT */
/* set.h: numbers found again by the hash of what they stand for; for asking "had we this one?" of
 * a hundred thousand names. What is hashed is not kept: the caller compares. */
#ifndef CLI_BATCH_SET_H
#define CLI_BATCH_SET_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct fp__set_slot {
    uint64_t hash;
    size_t number; /* + 1; 0: free */
};

struct fp__set {
    struct fp__set_slot *slots;
    size_t room; /* a power of two */
};

#define FP__SET_NONE ((size_t)-1)

/* True when number `number` is what `data` describes. */
typedef bool (*fp__set_same_fn)(void *data, size_t number);

/* Room for n numbers. False when there is no memory. */
bool fp__set_init(struct fp__set *set, size_t n);
void fp__set_finish(struct fp__set *set);

/* The number with that hash for which same() is true, else FP__SET_NONE. */
size_t fp__set_find(const struct fp__set *set, uint64_t hash, fp__set_same_fn same, void *data);

/* Adds a number; at most as many as fp__set_init was told. */
void fp__set_add(struct fp__set *set, uint64_t hash, size_t number);

/* FNV-1a, 64 bits (Fowler, Noll, Vo). */
uint64_t fp__hash(const void *bytes, size_t n);

#endif
