/* SPDX-License-Identifier: MIT */
/* sample.c: what this process holds now, read from /proc without allocating. */
#include "flatplot/memory.h"

#include <malloc.h>
#include <time.h>
#include <unistd.h>

#include "core/alloc.h"
#include "core/context.h"
#include "core/file.h"

/* The unsigned number at *p, which is moved past it and the space before it. */
static size_t
next_number(const char **p)
{
    size_t n = 0;

    while (**p == ' ')
        ++*p;
    for (; **p >= '0' && **p <= '9'; ++*p)
        n = n * 10 + (size_t)(**p - '0');
    return n;
}

/* statm: size, resident, shared (files and shared memory) … in pages; proc(5). */
static bool
read_statm(struct fp_context *ctx, char *text, size_t room)
{
    static const char path[] = "/proc/self/statm";
    struct fp__file file;
    size_t got = 0;
    enum fp_status status = fp__file_open(ctx, path, &file);

    if (status != FP_OK)
        return false;
    status = fp__file_read_at(ctx, &file, path, text, room - 1, 0, &got);
    fp__file_close(&file);
    text[got] = '\0';
    return status == FP_OK && got > 0;
}

static void
read_resident(struct fp_context *ctx, struct fp_memory_sample *sample)
{
    char text[256];
    const char *p = text;
    size_t page = (size_t)sysconf(_SC_PAGESIZE), shared;

    sample->rss = sample->rss_anon = FP_UNKNOWN;
    if (!read_statm(ctx, text, sizeof text))
        return;
    next_number(&p);
    sample->rss = next_number(&p) * page;
    shared = next_number(&p) * page;
    sample->rss_anon = sample->rss > shared ? sample->rss - shared : 0;
}

static void
read_counts(struct fp_context *ctx, struct fp_memory_sample *sample)
{
    sample->open_files = sample->threads = FP_UNKNOWN;
    fp__file_count_self(ctx, &sample->open_files, &sample->threads);
}

static void
read_heap(struct fp_memory_sample *sample)
{
#ifdef __GLIBC__
    struct mallinfo2 info = mallinfo2();

    sample->heap_used = info.uordblks + info.hblkhd;
    sample->heap_free = info.fordblks;
#else
    sample->heap_used = FP_UNKNOWN;
    sample->heap_free = FP_UNKNOWN;
#endif
}

static double
read_clock(clockid_t clock)
{
    struct timespec now;

    clock_gettime(clock, &now);
    return (double)now.tv_sec + (double)now.tv_nsec * 1e-9;
}

enum fp_status
fp_memory_sample(struct fp_context *ctx, struct fp_memory_sample *sample)
{
    struct fp_memory_sample taken = {0};

    if (!fp__context(ctx)) /* made now, if at all: not between the counts below */
        return FP_ERR_MEMORY;
    read_resident(ctx, &taken);
    read_counts(ctx, &taken);
    read_heap(&taken);
    taken.seconds = read_clock(CLOCK_MONOTONIC);
    taken.cpu = read_clock(CLOCK_PROCESS_CPUTIME_ID);
    taken.objects = fp_live_count(ctx, NULL);
    taken.glyphs = fp__context(ctx)->glyphs;
    fp__context_caches(fp__context(ctx), taken.caches);
    taken.door_bytes = fp__alloc_bytes();
    taken.cache_bytes = fp__alloc_cache_bytes();
    *sample = taken;
    return FP_OK;
}
