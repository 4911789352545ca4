/* SPDX-License-Identifier: MIT */
/* png_head.c: signature, IHDR, pHYs, texts, and IEND. */
#include "output/png_head.h"

#include <stdint.h>
#include <string.h>

#include "output/png_info.h"

#define SIGNATURE "\x89PNG\r\n\x1a\n"
#define SIGNATURE_SIZE 8
#define IHDR_SIZE 13
#define PHYS_SIZE 9
#define ITXT_EXTRA 5 /* bytes that are neither key nor value; tEXt has 1 */

#define BITS 8
#define PER_METRE 1

static bool
add(size_t *total, size_t more)
{
    return !__builtin_add_overflow(*total, more, total);
}

static bool
add_text(size_t *total, const char *key, const char *value)
{
    return add(total, strlen(key)) && add(total, strlen(value)) &&
           add(total, FP__PNG_CHUNK_FRAME + ITXT_EXTRA);
}

bool
fp__png_head_bound(const struct fp__picture *picture, size_t *total)
{
    *total = SIGNATURE_SIZE + IHDR_SIZE + PHYS_SIZE + 3 * FP__PNG_CHUNK_FRAME;
    if (!add_text(total, FP__PNG_SOFTWARE_KEY, FP__PNG_SOFTWARE))
        return false;
    for (size_t i = 0; i < picture->text_count; i++)
        if (!add_text(total, picture->texts[i].key, picture->texts[i].value))
            return false;
    return true;
}

static void
append_header(struct fp__png_bytes *out, const struct fp__raster *raster)
{
    /* Compression, filter method and interlacing have no other value that we write. */
    const uint8_t rest[] = {BITS, fp__png_color_type(raster), 0, 0, 0};

    fp__png_append(out, SIGNATURE, SIGNATURE_SIZE);
    fp__png_chunk_begin(out, "IHDR");
    fp__png_append_be32(out, (uint32_t)raster->width);
    fp__png_append_be32(out, (uint32_t)raster->height);
    fp__png_append(out, rest, sizeof rest);
    fp__png_chunk_end(out);
}

static void
append_resolution(struct fp__png_bytes *out, double dpi)
{
    uint32_t per_metre = fp__png_pixels_per_metre(dpi);

    if (per_metre == 0)
        return;
    fp__png_chunk_begin(out, "pHYs");
    fp__png_append_be32(out, per_metre);
    fp__png_append_be32(out, per_metre);
    fp__png_append(out, &(uint8_t){PER_METRE}, 1);
    fp__png_chunk_end(out);
}

static void
append_text(struct fp__png_bytes *out, const char *key, const char *value)
{
    bool plain = fp__png_text_is_plain(value);

    fp__png_chunk_begin(out, plain ? "tEXt" : "iTXt");
    fp__png_append(out, key, strlen(key) + 1);
    if (!plain)
        fp__png_append(out, "\0\0\0", 4); /* not compressed; no language, no translated key */
    fp__png_append(out, value, strlen(value));
    fp__png_chunk_end(out);
}

void
fp__png_head_append(struct fp__png_bytes *out, const struct fp__picture *picture)
{
    append_header(out, &picture->raster);
    append_resolution(out, picture->dpi);
    append_text(out, FP__PNG_SOFTWARE_KEY, FP__PNG_SOFTWARE);
    for (size_t i = 0; i < picture->text_count; i++)
        append_text(out, picture->texts[i].key, picture->texts[i].value);
}

void
fp__png_end_append(struct fp__png_bytes *out)
{
    fp__png_chunk_begin(out, "IEND");
    fp__png_chunk_end(out);
}
