/* SPDX-License-Identifier: MIT */
/* memory.h: one sample of what this process holds.
 *
 * Resident memory comes from /proc/self/statm (exact on kernels that count pages precisely), heap
 * from glibc's mallinfo2, files from /proc/self/fd. A sample allocates nothing. */
#ifndef FLATPLOT_MEMORY_H
#define FLATPLOT_MEMORY_H

#include <stdbool.h>
#include <stddef.h>

#include "flatplot/object.h"

#ifdef __cplusplus
extern "C" {
#endif

/* A member that this system cannot tell is FP_UNKNOWN. */
#define FP_UNKNOWN ((size_t)-1)

struct fp_memory_sample {
    double seconds;     /* monotonic clock */
    size_t rss;         /* resident bytes, files' pages included */
    size_t rss_anon;    /* resident bytes that are not a file's: what a leak shows in */
    size_t heap_used;   /* bytes handed out by the C allocator, mapped blocks included */
    size_t heap_free;   /* bytes that it holds for later */
    size_t objects;     /* live objects of the context */
    size_t door_bytes;  /* live bytes of the memory door, caches not counted */
    size_t cache_bytes; /* bytes of the door that are caches */
    size_t glyphs;      /* pairs of character and size that the context drew so far: while this
                         * rises, the font libraries' caches fill */
    size_t open_files;  /* descriptors of the process */
    size_t threads;
};

/* Takes a sample; the objects are those of the context. Where /proc is not there, or cannot be read,
 * what it tells is FP_UNKNOWN. */
FP_API enum fp_status fp_memory_sample(struct fp_context *ctx, struct fp_memory_sample *sample);

#ifdef __cplusplus
}
#endif
#endif
