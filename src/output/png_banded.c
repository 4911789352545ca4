/* SPDX-License-Identifier: MIT */
/* png_banded.c: the PNGs that libpng writes, one band of rows after the other: as it does by
 * itself, which is what png.c is compared with, and as small as it can. */
#include "core/alloc.h"
#include "core/status.h"
#include "output/png_info.h"
#include "output/png_trial.h"
#include "output/straight.h"

/* Where rows come from, as bytes that are not filtered yet. */
struct source {
    const struct fp__picture *picture;
    enum fp_status (*fill)(void *data, int y, uint8_t *row);
    void *data;
};

/* What filters are chosen for; most pictures are one. (In bands of 64 KiB a choice is wrong more
 * often, and each change of filters hides what came before.) */
enum { BAND = 1 << 20 };

static enum fp_status
fill_band(const struct source *source, uint8_t *band, size_t size, int y, int count)
{
    for (int i = 0; i < count; i++) {
        enum fp_status status = source->fill(source->data, y + i, band + (size_t)i * size);

        if (status < 0)
            return status;
    }
    return FP_OK;
}

static enum fp_status
write_band(struct fp__libpng *w, const uint8_t *band, int count)
{
    int filters = 0;
    enum fp_status status = FP_OK;

    if (w->effort == FP__LIBPNG_MOST)
        status = fp__png_trial(w->ctx, w->picture, band, count, &filters);
    return status == FP_OK ? fp__libpng_rows(w, band, count, filters) : status;
}

static enum fp_status
write_bands(struct fp__libpng *w, const struct source *source, uint8_t *band)
{
    const struct fp__raster *raster = &w->picture->raster;
    size_t size = (size_t)raster->width * fp__straight_size(raster);
    int most = (int)(BAND / size);

    for (int y = 0; y < raster->height; y += most) {
        int count = raster->height - y < most ? raster->height - y : most;
        enum fp_status status = fill_band(source, band, size, y, count);

        if (status == FP_OK)
            status = write_band(w, band, count);
        if (status != FP_OK)
            return status;
    }
    return FP_OK;
}

static enum fp_status
write_file(struct fp__libpng *w, const struct source *source, uint8_t *band)
{
    enum fp_status status = fp__libpng_begin(w);

    if (status == FP_OK)
        status = write_bands(w, source, band);
    if (status == FP_OK)
        status = fp__libpng_end(w);
    fp__libpng_finish(w);
    return status;
}

static enum fp_status
write_source(struct fp_context *ctx, const struct source *source, enum fp__libpng_effort effort,
             fp_sink_fn sink, void *data)
{
    struct fp__libpng w = {
        .ctx = ctx, .picture = source->picture, .effort = effort, .sink = sink, .data = data};
    enum fp_status status = fp__png_check(ctx, source->picture);
    uint8_t *band;

    if (status < 0)
        return status;
    band = fp_alloc(BAND);
    status = band ? write_file(&w, source, band) : fp__fail_memory(ctx, "libpng");
    fp_free(band);
    return status;
}

/* --- Finished pictures, and those that come row by row ---------------------------------------- */

static enum fp_status
fill_from_raster(void *data, int y, uint8_t *row)
{
    fp__straight_row(row, data, y);
    return FP_OK;
}

static enum fp_status
write_picture(struct fp_context *ctx, const struct fp__picture *picture,
              enum fp__libpng_effort effort, fp_sink_fn sink, void *data)
{
    struct fp__raster raster = picture->raster;
    struct source source = {picture, fill_from_raster, &raster};

    return write_source(ctx, &source, effort, sink, data);
}

static enum fp_status
write_rows(struct fp_context *ctx, const struct fp_rows *rows, enum fp__libpng_effort effort,
           fp_sink_fn sink, void *data)
{
    struct fp__picture picture = {
        .raster = {.width = rows->width, .height = rows->height, .opaque = true}};
    struct source source = {&picture, rows->fill, rows->data};

    return write_source(ctx, &source, effort, sink, data);
}

static enum fp_status
reference_picture(struct fp_context *ctx, const struct fp__picture *picture, fp_sink_fn sink,
                  void *data)
{
    return write_picture(ctx, picture, FP__LIBPNG_USUAL, sink, data);
}

static enum fp_status
reference_rows(struct fp_context *ctx, const struct fp_rows *rows, fp_sink_fn sink, void *data)
{
    return write_rows(ctx, rows, FP__LIBPNG_USUAL, sink, data);
}

static enum fp_status
small_picture(struct fp_context *ctx, const struct fp__picture *picture, fp_sink_fn sink,
              void *data)
{
    return write_picture(ctx, picture, FP__LIBPNG_MOST, sink, data);
}

static enum fp_status
small_rows(struct fp_context *ctx, const struct fp_rows *rows, fp_sink_fn sink, void *data)
{
    return write_rows(ctx, rows, FP__LIBPNG_MOST, sink, data);
}

const struct fp__format fp__format_png_reference = {"png-reference", reference_picture,
                                                    reference_rows};
const struct fp__format fp__format_png_small = {"png-small", small_picture, small_rows};
