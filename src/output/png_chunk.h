/* SPDX-License-Identifier: MIT */
/* png_chunk.h: a PNG file as bytes in memory, chunk by chunk (PNG specification, 5). */
#ifndef OUTPUT_PNG_CHUNK_H
#define OUTPUT_PNG_CHUNK_H

#include <stddef.h>
#include <stdint.h>

/* Bytes of a chunk beside its data: length, type and CRC. */
#define FP__PNG_CHUNK_FRAME 12

/* The bytes so far. The room must have been made beforehand: running out of it is a bug. */
struct fp__png_bytes {
    uint8_t *bytes;
    size_t length;
    size_t room;
    size_t chunk; /* where the chunk that is open begins */
};

void fp__png_append(struct fp__png_bytes *out, const void *bytes, size_t n);
void fp__png_append_be32(struct fp__png_bytes *out, uint32_t value);

/* Begins a chunk; what is appended until the end is its data, less than 2 GiB of it. */
void fp__png_chunk_begin(struct fp__png_bytes *out, const char *type);
void fp__png_chunk_end(struct fp__png_bytes *out);

/* Bytes of data in the chunk that is open. */
size_t fp__png_chunk_length(const struct fp__png_bytes *out);

#endif
