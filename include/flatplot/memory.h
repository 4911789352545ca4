/* SPDX-License-Identifier: MIT */
/* memory.h: one sample of what this process holds, and of what other processes hold.
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

/* What a context keeps for the next picture, so that it takes less work and no memory. Each is as
 * large as the largest picture so far needs, however many there were, or as said here;
 * fp_context_trim frees all. */
enum fp_cache {
    FP_CACHE_TEXT,   /* extents of 64 texts, which characters were drawn: at most 0.3 MiB. What the
                      * font libraries keep is theirs, and not counted */
    FP_CACHE_CANVAS, /* 4 bytes a pixel of the canvas; 0.6 MiB of texts that come again */
    FP_CACHE_IMAGE,  /* rows and columns of an image, and its pixels where they are made apart */
    FP_CACHE_GRIDS,  /* a mesh's or a contour's grid, and the lines through it */
    FP_CACHE_PNG,    /* the file, at its most, and the compressor's tables */
    FP_CACHES
};

/* "text", "canvas", "image", "grids", "png". */
FP_API const char *fp_cache_name(enum fp_cache cache);

struct fp_memory_sample {
    double seconds;   /* monotonic clock */
    double cpu;       /* seconds of CPU time that the process has used; between two samples its load
                         * is 100 · Δcpu / Δseconds per cent of one CPU */
    size_t rss;       /* resident bytes, files' pages included */
    size_t rss_anon;  /* resident bytes that are not a file's: what a leak shows in */
    size_t heap_used; /* bytes handed out by the C allocator, mapped blocks included */
    size_t heap_free; /* bytes that it holds for later */
    size_t objects;   /* live objects of the context */
    size_t door_bytes;        /* live bytes of the memory door, caches not counted */
    size_t cache_bytes;       /* bytes of the door that are caches, of all contexts */
    size_t caches[FP_CACHES]; /* of this context, by what they are for */
    size_t glyphs;     /* pairs of character and size that the context drew so far: while this
                         * rises, the font libraries' caches fill */
    size_t open_files; /* descriptors of the process */
    size_t threads;
};

/* Takes a sample; the objects are those of the context. Where /proc is not there, or cannot be
 * read, what it tells is FP_UNKNOWN. */
FP_API enum fp_status fp_memory_sample(struct fp_context *ctx, struct fp_memory_sample *sample);

/* From here on the C allocator has one arena and gives memory back by fixed thresholds, 128 KiB for
 * blocks of their own and for the end of the heap. By itself it raises both as larger blocks are
 * freed, so that the same loop holds more later than it did at first. For programs that judge their
 * own memory; best called before anything else. Cannot be undone; nothing happens without glibc. */
FP_API void fp_memory_strict_profile(void);

/* How many CPUs this process may use at a time: those that its affinity allows, and no more than
 * the quotas of its control groups, rounded up. At least 1. */
FP_API size_t fp_cpus_allowed(struct fp_context *ctx);

/* --- Other processes -------------------------------------------------------------------------- */

/* A process seen from outside. Memory that n processes share counts 1/n for each (the kernel's
 * PSS), so that a sum over a tree counts it once, and a fork changes nothing: with what each has
 * for itself (USS) all that was there before a fork would vanish until the child ends. */
struct fp_process {
    int pid;
    int parent;     /* the process it was found below */
    double started; /* seconds of CLOCK_BOOTTIME; with pid it names the process for good */
    bool ended;     /* it holds nothing any more: a zombie, or gone meanwhile */
    bool running;   /* it waits for nothing but a CPU or a disk: its first thread, that is */
    size_t threads;
    double cpu_waited; /* seconds of CPU time of the children that it has waited for */

    size_t held;       /* bytes that are no file's, resident or swapped out: what a leak shows in */
    size_t uss;        /* resident bytes that it shares with nobody */
    size_t rss;        /* resident bytes, files' pages included */
    size_t open_files; /* FP_UNKNOWN when they are not ours to see */
    double cpu;        /* seconds of CPU time */
};

/* The process and its descendants, parents before their children, with the first seven members set.
 * FP_ERR_INPUT when there is no such process, FP_ERR_LIMIT when there are more than `room`. */
FP_API enum fp_status fp_process_list(struct fp_context *ctx, int pid, struct fp_process *rows,
                                      size_t room, size_t *n);

/* Several processes together. */
struct fp_process_sum {
    size_t processes; /* those that have not ended */
    size_t threads;
    size_t held; /* this and the rest as in struct fp_process */
    size_t uss;
    size_t rss;
    size_t open_files;
    double cpu;     /* that of the children they have waited for included */
    size_t largest; /* index of the one that holds the most; n: all have ended */
};

/* Measures listed processes and adds them up. From /proc/PID/smaps_rollup; where that cannot be
 * read, from statm, which counts shared memory in full for each. Nothing is allocated. Fails with
 * FP_ERR_INPUT for want of descriptors, not because a process ended. */
FP_API enum fp_status fp_process_measure(struct fp_context *ctx, struct fp_process *rows, size_t n,
                                         struct fp_process_sum *sum);

/* The command line of a process on one line of plain text, shortened to fit, its words separated by
 * spaces. False, with "process 123" as the text, when it cannot be read. `room` is at least 32. */
FP_API bool fp_process_command(int pid, char *text, size_t room);

/* Index of the first of n names that appears in the list of what the process has mapped
 * (/proc/PID/maps: libraries by their path); n when none does or it cannot be read. */
FP_API size_t fp_process_maps_any(int pid, const char *const *names, size_t n);

#ifdef __cplusplus
}
#endif
#endif
