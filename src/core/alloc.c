/* SPDX-License-Identifier: MIT */
/* alloc.c: the only file that asks the C library for memory. */
#include "core/alloc.h"

#include <stdatomic.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/single_threaded.h>

/* Stands before every block. 16 bytes, so that blocks keep malloc's alignment. */
struct head {
    size_t size;
    size_t account;
};

_Static_assert(sizeof(struct head) % _Alignof(max_align_t) == 0, "blocks must stay aligned");

enum { LIVE, CACHE };

static atomic_size_t bytes_of[2];
static atomic_size_t blocks;
static atomic_size_t calls;
static atomic_size_t fail_at; /* the value of `calls` that fails; 0: none */
static atomic_bool fail_onwards;

/* A locked addition costs several times a plain one, and most programs have one thread. */
static size_t
add(atomic_size_t *counter, size_t n)
{
    size_t before;

    if (!__libc_single_threaded)
        return atomic_fetch_add_explicit(counter, n, memory_order_relaxed) + n;
    before = atomic_load_explicit(counter, memory_order_relaxed);
    atomic_store_explicit(counter, before + n, memory_order_relaxed);
    return before + n;
}

static void
subtract(atomic_size_t *counter, size_t n)
{
    add(counter, 0 - n);
}

static bool
refused(size_t size)
{
    size_t call = add(&calls, 1);
    size_t at = atomic_load_explicit(&fail_at, memory_order_relaxed);

    if (at != 0 && (call == at || (call > at && atomic_load(&fail_onwards))))
        return true;
    return size > PTRDIFF_MAX - sizeof(struct head);
}

#define SMALL 1024

/* glibc's calloc passes by its own cache of small blocks, so those are zeroed here; large ones it
 * takes from the system, where they are zero already. */
static void *
zeroed(size_t size)
{
    void *block;

    if (size > SMALL)
        return calloc(1, size);
    block = malloc(size);
    return block ? memset(block, 0, size) : NULL;
}

static void *
enter(struct head *head, size_t size, size_t account)
{
    if (!head)
        return NULL;
    head->size = size;
    head->account = account;
    add(&bytes_of[account], size);
    add(&blocks, 1);
    return head + 1;
}

void *
fp_alloc(size_t size)
{
    size = size ? size : 1;
    return refused(size) ? NULL : enter(zeroed(sizeof(struct head) + size), size, LIVE);
}

void *
fp__cache_alloc(size_t size)
{
    size = size ? size : 1;
    return refused(size) ? NULL : enter(malloc(sizeof(struct head) + size), size, CACHE);
}

void *
fp_alloc_array(size_t count, size_t size)
{
    size_t total;

    return __builtin_mul_overflow(count, size, &total) ? NULL : fp_alloc(total);
}

void *
fp_realloc(void *block, size_t size)
{
    struct head *old = block ? (struct head *)block - 1 : NULL;
    size_t old_size = old ? old->size : 0;
    size_t account = old ? old->account : LIVE;
    struct head *head;

    size = size ? size : 1;
    head = refused(size) ? NULL : realloc(old, sizeof(struct head) + size);
    if (!head)
        return NULL;
    if (old) {
        subtract(&bytes_of[account], old_size);
        subtract(&blocks, 1);
    }
    return enter(head, size, account);
}

void
fp_free(void *block)
{
    struct head *head = block ? (struct head *)block - 1 : NULL;

    if (!head)
        return;
    subtract(&bytes_of[head->account], head->size);
    subtract(&blocks, 1);
    free(head);
}

bool
fp__cache_reserve(void **block, size_t *room, size_t size)
{
    void *bigger;

    if (*block && *room >= size)
        return true;
    bigger = fp__cache_alloc(size);
    if (!bigger)
        return false;
    fp_free(*block);
    *block = bigger;
    *room = size;
    return true;
}

bool
fp__grow(void **block, size_t *room, size_t wanted, size_t element)
{
    size_t more = *room + *room / 2 + 4;
    size_t total;
    void *bigger;

    if (wanted <= *room)
        return true;
    more = more < wanted ? wanted : more;
    if (__builtin_mul_overflow(more, element, &total))
        return false;
    bigger = fp_realloc(*block, total);
    if (!bigger)
        return false;
    *block = bigger;
    *room = more;
    return true;
}

bool
fp__copy_string(char **copy, const char *string)
{
    size_t size = string && *string ? strlen(string) + 1 : 0;

    *copy = size ? fp_alloc(size) : NULL;
    if (*copy)
        memcpy(*copy, string, size);
    return *copy || !size;
}

size_t
fp__alloc_bytes(void)
{
    return atomic_load(&bytes_of[LIVE]);
}

size_t
fp__alloc_cache_bytes(void)
{
    return atomic_load(&bytes_of[CACHE]);
}

size_t
fp__alloc_blocks(void)
{
    return atomic_load(&blocks);
}

size_t
fp__alloc_calls(void)
{
    return atomic_load(&calls);
}

void
fp__alloc_fail_at(size_t nth, bool onwards)
{
    atomic_store(&fail_at, nth ? atomic_load(&calls) + nth : 0);
    atomic_store(&fail_onwards, onwards);
}
