/* SPDX-License-Identifier: MIT */
/* cliff.h: memory that ends where none is: one byte read or written behind it is a fault. */
#ifndef TESTS_UNIT_CLIFF_H
#define TESTS_UNIT_CLIFF_H

#include <sys/mman.h>
#include <unistd.h>

#include "unit/support.h"

static inline size_t
pages_of(size_t bytes)
{
    size_t page = (size_t)sysconf(_SC_PAGESIZE);

    return (bytes + page - 1) / page * page;
}

/* `bytes` zeros up to the edge; cliff_free takes them back. */
static inline void *
cliff_alloc(size_t bytes)
{
    size_t inner = pages_of(bytes);
    char *all =
        mmap(NULL, inner + pages_of(1), PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

    assert_true(all != MAP_FAILED);
    assert_int_equal(mprotect(all + inner, pages_of(1), PROT_NONE), 0);
    return all + inner - bytes;
}

static inline void
cliff_free(void *memory, size_t bytes)
{
    size_t inner = pages_of(bytes);

    assert_int_equal(munmap((char *)memory + bytes - inner, inner + pages_of(1)), 0);
}

#endif
