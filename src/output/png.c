/* SPDX-License-Identifier: MIT */
/* png.c: the PNG writer. The file is made in one piece of memory, which the context keeps for the
 * next picture, and reaches the sink in one call. */
#include <stdint.h>
#include <string.h>

#include "core/alloc.h"
#include "core/context.h"
#include "core/status.h"
#include "output/format.h"
#include "output/png_chunk.h"
#include "output/png_data.h"
#include "output/png_info.h"

#define SIGNATURE "\x89PNG\r\n\x1a\n"
#define SIGNATURE_SIZE 8
#define IHDR_SIZE 13
#define PHYS_SIZE 9
#define ITXT_EXTRA 5 /* bytes that are neither key nor value; tEXt has 1 */

#define BITS 8
#define COLOR_RGB 2
#define COLOR_RGBA 6
#define PER_METRE 1

struct cache {
    void *work;
    size_t work_room;
    void *file;
    size_t file_room;
};

static void
empty_cache(void *value)
{
    struct cache *cache = value;

    fp_free(cache->work);
    fp_free(cache->file);
    *cache = (struct cache){0};
}

static const struct fp__slot_class cache_class = {empty_cache, empty_cache};

/* --- What stands around the pixels -------------------------------------------------------------- */

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

/* The most bytes that the file can have. */
static bool
bound(const struct fp__picture *picture, size_t *total)
{
    if (!fp__png_data_bound(&picture->raster, total) ||
        !add(total, SIGNATURE_SIZE + IHDR_SIZE + PHYS_SIZE + 3 * FP__PNG_CHUNK_FRAME) ||
        !add_text(total, FP__PNG_SOFTWARE_KEY, FP__PNG_SOFTWARE))
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
    const uint8_t rest[] = {BITS, raster->opaque ? COLOR_RGB : COLOR_RGBA, 0, 0, 0};

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

/* --- The file ----------------------------------------------------------------------------------- */

static bool
append_all(struct fp__png_bytes *out, const struct fp__picture *picture, void *work)
{
    append_header(out, &picture->raster);
    append_resolution(out, picture->dpi);
    append_text(out, FP__PNG_SOFTWARE_KEY, FP__PNG_SOFTWARE);
    for (size_t i = 0; i < picture->text_count; i++)
        append_text(out, picture->texts[i].key, picture->texts[i].value);
    if (!fp__png_data_append(out, &picture->raster, work))
        return false;
    fp__png_chunk_begin(out, "IEND");
    fp__png_chunk_end(out);
    return true;
}

static enum fp_status
encode(struct fp_context *ctx, const struct fp__picture *picture, struct fp__png_bytes *out)
{
    struct cache *cache = fp__context_slot(ctx, FP__SLOT_PNG, sizeof *cache, &cache_class);
    size_t size;

    if (!cache)
        return FP_ERR_MEMORY;
    if (!bound(picture, &size) ||
        !fp__cache_reserve(&cache->work, &cache->work_room, fp__png_data_work) ||
        !fp__cache_reserve(&cache->file, &cache->file_room, size))
        return fp__fail_memory(ctx, "the PNG");
    *out = (struct fp__png_bytes){.bytes = cache->file, .room = cache->file_room};
    if (!append_all(out, picture, cache->work))
        return fp__fail(ctx, FP_ERR_OUTPUT,
                        "PNG: the compressor (ISA-L) failed" FP__HINT
                        "the format png-reference does without it");
    return FP_OK;
}

static enum fp_status
write_png(struct fp_context *ctx, const struct fp__picture *picture, fp_sink_fn sink, void *data)
{
    struct fp__png_bytes out;
    enum fp_status status = fp__png_check(ctx, picture);

    if (status >= 0)
        status = encode(ctx, picture, &out);
    if (status >= 0)
        status = sink(data, out.bytes, out.length);
    return status < 0 ? status : FP_OK;
}

const struct fp__format fp__format_png = {"png", write_png};
