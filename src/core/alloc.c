/* SPDX-License-Identifier: MIT */
/* alloc.c: the only file that asks the C library for memory. */
#include "core/alloc.h"

#include <malloc.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "core/refuse.h"
#include "flatplot/memory.h"

/* Stands before every block. 16 bytes, so that blocks keep malloc's alignment. */
struct head {
    size_t size;
    size_t account;
};

_Static_assert(sizeof(struct head) % _Alignof(max_align_t) == 0, "blocks must stay aligned");

enum { LIVE, CACHE };

static atomic_size_t bytes_of[2];
static atomic_size_t blocks;
static atomic_size_t large_calls;
static struct fp__refusal door;

static void
subtract(atomic_size_t *counter, size_t n)
{
    fp__add(counter, 0 - n);
}

#define LARGE 4096

static bool
refused(size_t size)
{
    if (size >= LARGE)
        fp__add(&large_calls, 1);
    return fp__refused(&door) || size > PTRDIFF_MAX - sizeof(struct head);
}

#define SMALL 1024

/* Called through a variable, or compilers would make one calloc of it and of the zeroing. */
static void *(*const volatile small_block)(size_t size) = malloc;

/* glibc's calloc takes no block from its own cache of small ones, so those are zeroed here; large
 * ones it takes from the system, where they are zero already. */
static void *
zeroed(size_t size)
{
    void *block;

    if (size > SMALL)
        return calloc(1, size);
    block = small_block(size);
    return block ? memset(block, 0, size) : NULL;
}

/* Nor does realloc, which leaves the old block there: where texts grow and are freed, a block more
 * would lie in that cache each time, and count as used, until it has seven of each size. */
static struct head *
resized(struct head *old, size_t size)
{
    size_t before = old ? sizeof *old + old->size : 0;
    struct head *head;

    if (!old || before > SMALL)
        return realloc(old, size);
    head = malloc(size);
    if (!head)
        return NULL;
    memcpy(head, old, before < size ? before : size);
    free(old);
    return head;
}

static void *
enter(struct head *head, size_t size, size_t account)
{
    if (!head)
        return NULL;
    head->size = size;
    head->account = account;
    fp__add(&bytes_of[account], size);
    fp__add(&blocks, 1);
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
    head = refused(size) ? NULL : resized(old, sizeof(struct head) + size);
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

size_t
fp__alloc_size(const void *block)
{
    return block ? ((const struct head *)block - 1)->size : 0;
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
fp__cache_reserve_array(void **block, size_t *room, size_t count, size_t element)
{
    size_t size;

    return !__builtin_mul_overflow(count, element, &size) && fp__cache_reserve(block, room, size);
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
    return atomic_load(&door.calls);
}

size_t
fp__alloc_large_calls(void)
{
    return atomic_load(&large_calls);
}

void
fp__alloc_fail_at(size_t nth, bool onwards)
{
    fp__refuse_at(&door, nth, onwards);
}

void
fp__alloc_trim(void)
{
#ifdef __GLIBC__
    malloc_trim(0);
#endif
}

#define FIXED_THRESHOLD (128 * 1024)

void
fp_memory_strict_profile(void)
{
#ifdef __GLIBC__
    mallopt(M_ARENA_MAX, 1);
    mallopt(M_MMAP_THRESHOLD, FIXED_THRESHOLD);
    mallopt(M_TRIM_THRESHOLD, FIXED_THRESHOLD);
#endif
}
