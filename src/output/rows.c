/* SPDX-License-Identifier: MIT */
/* rows.c: pictures of which there are only some rows at a time, written as PNG. The file is the one
 * that a picture of free colours would be if it came in one piece. */
#include "output/rows.h"

#include <string.h>

#include "core/alloc.h"
#include "core/status.h"
#include "output/png_data.h"
#include "output/png_head.h"
#include "output/png_info.h"
#include "pixels/row_filter.h"

enum { PIXEL = 3 };

/* A chunk that is full, the band that filled it, and the first one of the next. */
#define ROOM (FP__PNG_DATA_CHUNK + 2 * FP__PNG_BAND_BOUND)

struct writer {
    struct fp_context *ctx;
    const struct fp_rows *rows;
    fp_sink_fn sink;
    void *data;
    struct fp__png_bytes out; /* what has not reached the sink yet */
    void *work;               /* of the compressor */
    uint8_t *row;             /* the one that is filled in … */
    uint8_t *above;           /* … and the one before it */
    int y;                    /* the next row */
};

static void
writer_finish(struct writer *w)
{
    fp_free(w->out.bytes);
    fp_free(w->work);
    fp_free(w->row);
    fp_free(w->above);
}

static bool
writer_init(struct writer *w, size_t head)
{
    size_t n = (size_t)w->rows->width * PIXEL;

    w->out.room = head + ROOM;
    w->out.bytes = fp_alloc(w->out.room);
    w->work = fp_alloc(fp__png_data_work);
    w->row = fp_alloc(n);
    w->above = fp_alloc(n);
    return w->out.bytes && w->work && w->row && w->above;
}

/* Hands over the chunks that are complete. */
static enum fp_status
drain(struct writer *w, size_t complete)
{
    enum fp_status status;

    if (complete == 0)
        return FP_OK;
    status = w->sink(w->data, w->out.bytes, complete);
    memmove(w->out.bytes, w->out.bytes + complete, w->out.length - complete);
    w->out.length -= complete;
    w->out.chunk = 0;
    return status < 0 ? status : FP_OK;
}

static void
filter(struct writer *w, uint8_t *to)
{
    size_t n = (size_t)w->rows->width * PIXEL;
    uint8_t *row = w->row;

    if (w->y > 0 && memcmp(row, w->above, n) == 0)
        fp__row_filter_repeat(to, n);
    else
        fp__row_filter_apply(to, fp__row_filter_choose(row, n, PIXEL), row, n, PIXEL);
    w->row = w->above;
    w->above = row;
}

/* As many rows as the band holds; *n is their bytes. */
static enum fp_status
fill_band(struct writer *w, size_t *n)
{
    uint8_t *band = fp__png_data_band(w->work);
    size_t size = 1 + (size_t)w->rows->width * PIXEL;

    for (*n = 0; w->y < w->rows->height && FP__PNG_BAND - *n >= size; *n += size, w->y++) {
        enum fp_status status = w->rows->fill(w->rows->data, w->y, w->row);

        if (status < 0)
            return status;
        filter(w, band + *n);
    }
    return FP_OK;
}

static enum fp_status
write_bands(struct writer *w)
{
    while (w->y < w->rows->height) {
        size_t n;
        enum fp_status status = fill_band(w, &n);

        if (status == FP_OK && !fp__png_data_add(&w->out, w->work, n, w->y == w->rows->height))
            status = fp__fail(w->ctx, FP_ERR_OUTPUT,
                              "PNG: the compressor (ISA-L) failed" FP__HINT "try another size");
        if (status == FP_OK)
            status = drain(w, w->out.chunk);
        if (status != FP_OK)
            return status;
    }
    return FP_OK;
}

static enum fp_status
write_all(struct writer *w, const struct fp__picture *picture)
{
    enum fp_status status;

    fp__png_head_append(&w->out, picture);
    fp__png_data_begin(&w->out, w->work);
    status = write_bands(w);
    if (status != FP_OK)
        return status;
    fp__png_end_append(&w->out);
    return drain(w, w->out.length);
}

enum fp_status
fp__png_write_rows(struct fp_context *ctx, const struct fp_rows *rows, fp_sink_fn sink, void *data)
{
    struct writer w = {.ctx = ctx, .rows = rows, .sink = sink, .data = data};
    struct fp__picture picture = {
        .raster = {.width = rows->width, .height = rows->height, .opaque = true}};
    enum fp_status status = fp__png_check(w.ctx, &picture);
    size_t head;

    if (status != FP_OK)
        return status;
    status = fp__png_head_bound(&picture, &head) && writer_init(&w, head)
                 ? write_all(&w, &picture)
                 : fp__fail_memory(w.ctx, "the rows of a picture");
    writer_finish(&w);
    return status;
}
