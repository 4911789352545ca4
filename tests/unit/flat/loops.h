/* SPDX-License-Identifier: MIT */
/* loops.h: what long loops are made of: fresh arrays, a frame into a counting sink, and what the
 * process holds. */
#ifndef TESTS_UNIT_FLAT_LOOPS_H
#define TESTS_UNIT_FLAT_LOOPS_H

#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "flatplot/flatplot.h"
#include "unit/support.h"

/* --- how long --------------------------------------------------------------------------------- */

/* The one place that knows where loops must be shorter and resident memory means nothing:
 * sanitizers keep what was freed, and valgrind (TORTURE=light) is slow and has a heap of its
 * own. */
#if defined(__SANITIZE_ADDRESS__)
#define SANITIZED true
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define SANITIZED true
#endif
#endif
#ifndef SANITIZED
#define SANITIZED false
#endif

static inline size_t
turns(size_t n)
{
    return repeats(SANITIZED ? n / 10 : n);
}

static inline bool
resident_memory_counts(void)
{
    return turns(1000) == 1000;
}

/* What main does first: begins the program again without the C library's cache of freed blocks for
 * each thread. They count as heap in use, and which of them it keeps depends on where the kernel
 * placed the heap: one run in some twenty would hold a page more. */
static inline void
begin_exact(char **argv)
{
    static const char name[] = "GLIBC_TUNABLES", none[] = "glibc.malloc.tcache_count=0";
    const char *set = getenv(name);

    if (!resident_memory_counts() || (set && strcmp(set, none) == 0))
        return;
    if (setenv(name, none, 1) == 0)
        execv("/proc/self/exe", argv);
    perror("/proc/self/exe");
    exit(99);
}

/* --- what is held ----------------------------------------------------------------------------- */

/* Anonymous resident bytes, counted page by page: the counters of statm, which samples use, may lag
 * behind by some pages on some kernels. */
static inline size_t
anonymous_bytes(void)
{
    static char text[4096];
    int fd = open("/proc/self/smaps_rollup", O_RDONLY);
    ssize_t n = fd < 0 ? -1 : read(fd, text, sizeof text - 1);
    const char *line;

    assert_true(n > 0);
    close(fd);
    text[n] = '\0';
    line = strstr(text, "\nAnonymous:");
    assert_non_null(line);
    return strtoul(line + 11, NULL, 10) * 1024;
}

static inline struct fp_memory_sample
held_now(void)
{
    struct fp_memory_sample sample;

    assert_int_equal(fp_memory_sample(NULL, &sample), FP_OK);
    sample.rss_anon = anonymous_bytes();
    return sample;
}

/* Objects and bytes of the door, exactly. */
static inline void
assert_same_held(const struct fp_memory_sample *before, const struct fp_memory_sample *now)
{
    assert_int_equal(now->objects, before->objects);
    assert_int_equal(now->door_bytes, before->door_bytes);
}

/* Resident memory and heap in use within one page (a small leak first eats free heap, where
 * resident memory does not show it); caches exactly; no file more. */
static inline void
assert_flat(const struct fp_memory_sample *before, const struct fp_memory_sample *now)
{
    assert_same_held(before, now);
    assert_int_equal(now->cache_bytes, before->cache_bytes);
    assert_int_equal(now->open_files, before->open_files);
    assert_int_equal(now->threads, before->threads);
    if (!resident_memory_counts())
        return;
    assert_in_range(now->rss_anon, 0, before->rss_anon + 4096);
    assert_in_range(now->heap_used, 0, before->heap_used + 4096);
}

/* --- frames ----------------------------------------------------------------------------------- */

/* A new array of n × n random values, copied as it would be from a file. */
static inline struct fp_array *
fresh_array(size_t n)
{
    static double values[100 * 100];
    static uint32_t seed = 1;
    size_t shape[2] = {n, n};
    struct fp_layout layout = fp_layout_c(FP_FLOAT64, 2, shape);
    struct fp_array *array;

    for (size_t i = 0; i < n * n; i++) {
        seed ^= seed << 13; /* xorshift32, Marsaglia 2003 */
        seed ^= seed >> 17;
        seed ^= seed << 5;
        values[i] = seed / 4294967296.;
    }
    array = fp_array_copy(NULL, values, &layout);
    assert_non_null(array);
    return array;
}

static inline enum fp_status
count_bytes(void *data, const void *bytes, size_t n)
{
    (void)bytes;
    *(size_t *)data += n;
    return FP_OK;
}

/* Draws the figure as a PNG that nobody keeps. */
static inline void
write_frame(struct fp_figure *fig)
{
    size_t size = 0;

    assert_int_equal(fp_figure_write(fig, "png", count_bytes, &size), FP_OK);
    assert_true(size > 100);
}

#endif
