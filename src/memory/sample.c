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
static enum fp_status
read_resident(struct fp_context *ctx, struct fp_memory_sample *sample)
{
    struct fp__file file;
    char text[256];
    const char *p = text;
    size_t got, page = (size_t)sysconf(_SC_PAGESIZE), shared;
    enum fp_status status = fp__file_open(ctx, "/proc/self/statm", &file);

    if (status != FP_OK)
        return status;
    status = fp__file_read_at(ctx, &file, "/proc/self/statm", text, sizeof text - 1, 0, &got);
    fp__file_close(&file);
    if (status != FP_OK)
        return status;
    text[got] = '\0';
    next_number(&p);
    sample->rss = next_number(&p) * page;
    shared = next_number(&p) * page;
    sample->rss_anon = sample->rss > shared ? sample->rss - shared : 0;
    return FP_OK;
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

enum fp_status
fp_memory_sample(struct fp_context *ctx, struct fp_memory_sample *sample)
{
    struct fp_memory_sample taken = {0};
    struct timespec now;
    enum fp_status status;

    if (!fp__context(ctx)) /* made now, if at all: not between the counts below */
        return FP_ERR_MEMORY;
    status = read_resident(ctx, &taken);
    if (status == FP_OK)
        status = fp__file_count_self(ctx, &taken.open_files, &taken.threads);
    if (status != FP_OK)
        return status;
    read_heap(&taken);
    clock_gettime(CLOCK_MONOTONIC, &now);
    taken.seconds = (double)now.tv_sec + (double)now.tv_nsec * 1e-9;
    taken.objects = fp_live_count(ctx, NULL);
    taken.glyphs = fp__context(ctx) ? fp__context(ctx)->glyphs : 0;
    taken.door_bytes = fp__alloc_bytes();
    taken.cache_bytes = fp__alloc_cache_bytes();
    *sample = taken;
    return FP_OK;
}
