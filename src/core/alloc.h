/* SPDX-License-Identifier: MIT */
/* alloc.h: the memory door behind fp_alloc (flatplot/context.h): counts and failure injection.
 *
 * Counts are those of the process. Blocks made by fp__cache_alloc are counted apart: caches of a
 * context, which fp_context_trim frees. */
#ifndef CORE_ALLOC_H
#define CORE_ALLOC_H

#include <stdbool.h>
#include <stddef.h>

#include "flatplot/context.h"

/* As fp_alloc, but counted as cache and not zeroed. Freed by fp_free. */
void *fp__cache_alloc(size_t size);

/* Grows (never shrinks) *block, a cache block of *room bytes or NULL, to at least `size` bytes.
 * Its contents are lost when it grows. False, with nothing changed, when there is no memory. */
bool fp__cache_reserve(void **block, size_t *room, size_t size);

/* The same for `count` elements; false also when so many are more than a size_t counts. */
bool fp__cache_reserve_array(void **block, size_t *room, size_t count, size_t element);

/* Bytes that the block was made with; 0 for NULL. */
size_t fp__alloc_size(const void *block);

/* As fp_realloc; the block grows by half at least, for arrays that grow one by one. *room counts
 * elements. False, with nothing changed, when there is no memory. */
bool fp__grow(void **block, size_t *room, size_t wanted, size_t element);

/* A copy of the string (NULL and "" give NULL without failing). False when there is no memory. */
bool fp__copy_string(char **copy, const char *string);

/* Gives pages that hold no block back to the system, where the C library can. */
void fp__alloc_trim(void);

size_t fp__alloc_bytes(void);       /* live bytes, caches not counted */
size_t fp__alloc_cache_bytes(void); /* live bytes of caches */
size_t fp__alloc_blocks(void);      /* live blocks of both kinds */
size_t fp__alloc_calls(void);       /* requests since the process began, failed ones included */
size_t fp__alloc_large_calls(void); /* those of 4 KiB or more */

/* Makes the nth request from now fail (1: the next), and with `onwards` every one after it.
 * 0 switches injection off. */
void fp__alloc_fail_at(size_t nth, bool onwards);

#endif
