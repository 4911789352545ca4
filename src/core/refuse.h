/* SPDX-License-Identifier: MIT */
/* refuse.h: counters that cost little, and the calls of a door that are made to fail on demand. */
#ifndef CORE_REFUSE_H
#define CORE_REFUSE_H

#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>
#include <sys/single_threaded.h>

/* Adds n and returns the sum. A locked addition costs several times a plain one, and most programs
 * have one thread. */
static inline size_t
fp__add(atomic_size_t *counter, size_t n)
{
    size_t before;

    if (!__libc_single_threaded)
        return atomic_fetch_add_explicit(counter, n, memory_order_relaxed) + n;
    before = atomic_load_explicit(counter, memory_order_relaxed);
    atomic_store_explicit(counter, before + n, memory_order_relaxed);
    return before + n;
}

/* The calls of one door. */
struct fp__refusal {
    atomic_size_t calls; /* so far */
    atomic_size_t at;    /* the value of `calls` that fails; 0: none */
    atomic_bool onwards; /* and all after it */
};

/* Counts one call; true when it must fail. */
static inline bool
fp__refused(struct fp__refusal *door)
{
    size_t call = fp__add(&door->calls, 1);
    size_t at = atomic_load_explicit(&door->at, memory_order_relaxed);

    return at != 0 && (call == at || (call > at && atomic_load(&door->onwards)));
}

static inline void
fp__refuse_at(struct fp__refusal *door, size_t nth, bool onwards)
{
    atomic_store(&door->at, nth ? atomic_load(&door->calls) + nth : 0);
    atomic_store(&door->onwards, onwards);
}

#endif
