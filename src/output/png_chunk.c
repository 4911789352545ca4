/* SPDX-License-Identifier: MIT */
/* png_chunk.c: lengths and checksums of PNG chunks. */
#include "output/png_chunk.h"

#include <assert.h>
#include <string.h>

#include <isa-l/crc.h>

#include "output/bytes.h"

#define FRAME_FRONT 8 /* length and type */

void
fp__png_append(struct fp__png_bytes *out, const void *bytes, size_t n)
{
    assert(n <= out->room - out->length);
    memcpy(out->bytes + out->length, bytes, n);
    out->length += n;
}

void
fp__png_append_be32(struct fp__png_bytes *out, uint32_t value)
{
    uint8_t bytes[4];

    fp__put_be32(bytes, value);
    fp__png_append(out, bytes, sizeof bytes);
}

void
fp__png_chunk_begin(struct fp__png_bytes *out, const char *type)
{
    out->chunk = out->length;
    fp__png_append_be32(out, 0); /* the length, known at the end */
    fp__png_append(out, type, 4);
}

size_t
fp__png_chunk_length(const struct fp__png_bytes *out)
{
    return out->length - out->chunk - FRAME_FRONT;
}

void
fp__png_chunk_end(struct fp__png_bytes *out)
{
    uint8_t *chunk = out->bytes + out->chunk;
    size_t length = fp__png_chunk_length(out);

    fp__put_be32(chunk, (uint32_t)length);
    fp__png_append_be32(out, crc32_gzip_refl(0, chunk + 4, length + 4)); /* type and data */
}
