/* SPDX-License-Identifier: MIT */
/* png.c: the PNG writer. The file is made in one piece of memory, which the context keeps for the
 * next picture, and reaches the sink in one call. */
#include "core/alloc.h"
#include "core/context.h"
#include "core/status.h"
#include "output/format.h"
#include "output/png_data.h"
#include "output/png_head.h"
#include "output/png_info.h"
#include "output/rows.h"

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

static size_t
cache_size(const void *value)
{
    const struct cache *cache = value;

    return fp__alloc_size(cache->work) + fp__alloc_size(cache->file);
}

static const struct fp__slot_class cache_class = {
    .trim = empty_cache, .destroy = empty_cache, .size = cache_size, .cache = FP_CACHE_PNG};

/* The most bytes that the file can have. */
static bool
bound(const struct fp__picture *picture, size_t *total)
{
    size_t head;

    return fp__png_data_bound(&picture->raster, total) && fp__png_head_bound(picture, &head) &&
           !__builtin_add_overflow(*total, head, total);
}

static bool
append_all(struct fp__png_bytes *out, const struct fp__picture *picture, void *work)
{
    fp__png_head_append(out, picture);
    if (!fp__png_data_append(out, &picture->raster, work))
        return false;
    fp__png_end_append(out);
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

const struct fp__format fp__format_png = {"png", write_png, fp__png_write_rows};
