/* SPDX-License-Identifier: MIT */
/* bytes.h: bytes read at offsets, wherever they come from: a plain file, a pipe, gzip, a member of
 * an archive. Readers of formats read through this and know nothing of what lies below.
 *
 * There are two sorts of kinds. Those with `read_at` reach any offset at once. Those with `next`
 * give their bytes one after the other: reading forwards is cheap, whatever is skipped; a few
 * hundred bytes back are remembered; and for what lies further back they begin anew if they can
 * (gzip), else it is an error (pipes). Memory is bounded in every case. */
#ifndef DATA_BYTES_H
#define DATA_BYTES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/file.h"
#include "flatplot/frames.h"

/* The size of bytes whose end has not been seen. */
#define FP__SIZE_UNKNOWN UINT64_MAX

/* Bytes that were read last and can be read again, of kinds with `next`. */
enum { FP__BYTES_BACK = 512 };

struct fp__bytes;

struct fp__bytes_kind {
    /* Reads n bytes at the offset; *got is less only when the end is reached. Or NULL. */
    enum fp_status (*read_at)(struct fp__bytes *bytes, void *out, size_t n, uint64_t offset,
                              size_t *got);

    /* The next 1 … n bytes, those that are there without waiting; *got is 0 at the end. Or NULL. */
    enum fp_status (*next)(struct fp__bytes *bytes, void *out, size_t n, size_t *got);

    /* Begins anew, for kinds with `next`; NULL when that cannot be. */
    enum fp_status (*restart)(struct fp__bytes *bytes);

    /* Releases what the kind holds, `below` and the struct excepted. */
    void (*close)(struct fp__bytes *bytes);
};

struct fp__bytes {
    const struct fp__bytes_kind *kind;
    struct fp_context *ctx;
    const char *path; /* for messages; lives longer */
    uint64_t size;    /* may be FP__SIZE_UNKNOWN; a claim, which the end of reading confirms */
    uint64_t origin;  /* where offset 0 lies */
    size_t memory;    /* of the struct and its window */
    struct fp__bytes *below; /* what they are unpacked from, or NULL; owned */

    /* Of kinds with `next`: the bytes [held_at, held_at + held) are in `window`, and what follows
     * comes next. */
    unsigned char *window;
    uint64_t held_at;
    size_t held;
};

/* Opens a file as it lies there; "-" is standard input, which like pipes, devices and sockets can
 * be read once. `path` and `stop_data` live longer. */
enum fp_status fp__bytes_open(struct fp_context *ctx, const char *path, fp__stop_fn stop,
                              void *stop_data, struct fp__bytes **bytes);

/* Closes what is there and all below it. NULL is fine. */
void fp__bytes_close(struct fp__bytes *bytes);

/* Closes the uppermost layer only. */
void fp__bytes_peel(struct fp__bytes **bytes);

/* Closes the uppermost layer only. */
void fp__bytes_peel(struct fp__bytes **bytes);

/* Reads n bytes at the offset; *got is less only when the end is reached. */
enum fp_status fp__bytes_read(struct fp__bytes *bytes, void *out, size_t n, uint64_t offset,
                              size_t *got);

/* The same, but waits only for the first `least` bytes: for looking at the beginning of a pipe into
 * which somebody writes slowly. */
enum fp_status fp__bytes_read_some(struct fp__bytes *bytes, void *out, size_t least, size_t n,
                                   uint64_t offset, size_t *got);

/* True for bytes that can be read once only. */
bool fp__bytes_once(const struct fp__bytes *bytes);

/* Finds the size, by reading to the end if need be. Not for bytes that can be read once only. */
enum fp_status fp__bytes_measure(struct fp__bytes *bytes);

/* Bytes from the offset to the end, as far as is known: UINT64_MAX when it is not. */
uint64_t fp__bytes_left(const struct fp__bytes *bytes, uint64_t offset);

/* The memory that it holds, with all below it. */
size_t fp__bytes_memory(const struct fp__bytes *bytes);

/* From now on offset 0 is what was `offset`. */
void fp__bytes_begin_at(struct fp__bytes *bytes, uint64_t offset);

/* --- For the kinds ---------------------------------------------------------------------------- */

/* A zeroed struct of `size` bytes that begins with a struct fp__bytes, over `below` (may be NULL).
 * NULL after raising FP_ERR_MEMORY. */
void *fp__bytes_create(struct fp_context *ctx, const char *path, const struct fp__bytes_kind *kind,
                       size_t size);

#endif
