/* SPDX-License-Identifier: MIT */
/* png_reference.c: PNG through libpng with its defaults: slow, and what png.c is compared with. */
#include <setjmp.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

#include <png.h>

#include "core/alloc.h"
#include "core/status.h"
#include "output/format.h"
#include "output/png_info.h"
#include "output/straight.h"

struct job {
    const struct fp__picture *picture;
    fp_sink_fn sink;
    void *data;
    png_structp png;
    png_infop info;
    uint8_t *row;
    enum fp_status sink_status;
    bool starved; /* an allocation failed; libpng may go on after some of them */
    char message[128];
};

/* --- What libpng calls ------------------------------------------------------------------------ */

static png_voidp
allocate(png_structp png, png_alloc_size_t size)
{
    struct job *job = png_get_mem_ptr(png);
    void *block = fp_alloc(size);

    job->starved = job->starved || !block;
    return block;
}

static void
release(png_structp png, png_voidp block)
{
    (void)png;
    fp_free(block);
}

static PNG_NORETURN void
stop(png_structp png, png_const_charp message)
{
    struct job *job = png_get_error_ptr(png);

    snprintf(job->message, sizeof job->message, "%s", message);
    png_longjmp(png, 1);
}

static void
ignore_warning(png_structp png, png_const_charp message)
{
    (void)png;
    (void)message;
}

static void
write_bytes(png_structp png, png_bytep bytes, size_t n)
{
    struct job *job = png_get_io_ptr(png);

    job->sink_status = job->sink(job->data, bytes, n);
    if (job->sink_status < 0)
        png_error(png, "the sink refused");
}

static void
flush(png_structp png)
{
    (void)png; /* libpng's own takes the sink for a FILE */
}

/* --- The file --------------------------------------------------------------------------------- */

static void
set_text(const struct job *job, char *key, char *value)
{
    int kind = fp__png_text_is_plain(value) ? PNG_TEXT_COMPRESSION_NONE : PNG_ITXT_COMPRESSION_NONE;
    png_text text = {.compression = kind, .key = key, .text = value};

    png_set_text(job->png, job->info, &text, 1);
}

static void
set_info(const struct job *job)
{
    const struct fp__picture *picture = job->picture;
    const struct fp__raster *raster = &picture->raster;
    uint32_t per_metre = fp__png_pixels_per_metre(picture->dpi);

    png_set_IHDR(job->png, job->info, (png_uint_32)raster->width, (png_uint_32)raster->height, 8,
                 raster->opaque ? PNG_COLOR_TYPE_RGB : PNG_COLOR_TYPE_RGB_ALPHA, PNG_INTERLACE_NONE,
                 PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
    if (per_metre > 0)
        png_set_pHYs(job->png, job->info, per_metre, per_metre, PNG_RESOLUTION_METER);
    set_text(job, (char[]){FP__PNG_SOFTWARE_KEY}, (char[]){FP__PNG_SOFTWARE});
    for (size_t i = 0; i < picture->text_count; i++)
        set_text(job, picture->texts[i].key, picture->texts[i].value);
}

static void
write_rows(const struct job *job)
{
    const struct fp__raster *raster = &job->picture->raster;

    for (int y = 0; y < raster->height; y++) {
        const uint32_t *pixels = raster->pixels + (size_t)y * raster->stride;

        if (raster->opaque)
            fp__straight_rgb(job->row, pixels, (size_t)raster->width);
        else
            fp__straight_rgba(job->row, pixels, (size_t)raster->width);
        png_write_row(job->png, job->row);
    }
}

/* libpng comes back here by longjmp; nothing that it could skip is held in this function. */
static bool
run(const struct job *job)
{
    if (setjmp(png_jmpbuf(job->png)))
        return false;
    set_info(job);
    png_write_info(job->png, job->info);
    write_rows(job);
    png_write_end(job->png, NULL);
    return true;
}

static bool
prepare(struct job *job)
{
    const struct fp__raster *raster = &job->picture->raster;

    job->row = fp_alloc_array((size_t)raster->width, fp__png_pixel_size(raster));
    if (!job->row)
        return false;
    job->png = png_create_write_struct_2(PNG_LIBPNG_VER_STRING, job, stop, ignore_warning, job,
                                         allocate, release);
    job->info = job->png ? png_create_info_struct(job->png) : NULL;
    if (!job->info)
        return false;
    png_set_write_fn(job->png, job, write_bytes, flush);
    return true;
}

static enum fp_status
result(struct fp_context *ctx, const struct job *job, bool done)
{
    if (job->sink_status < 0)
        return job->sink_status;
    if (job->starved)
        return fp__fail_memory(ctx, "libpng");
    if (done)
        return FP_OK;
    return fp__fail(ctx, FP_ERR_OUTPUT,
                    "PNG: libpng: %s" FP__HINT "the format png does without libpng", job->message);
}

static enum fp_status
write_reference(struct fp_context *ctx, const struct fp__picture *picture, fp_sink_fn sink,
                void *data)
{
    struct job job = {.picture = picture, .sink = sink, .data = data};
    enum fp_status status = fp__png_check(ctx, picture);

    if (status < 0)
        return status;
    status = prepare(&job) ? result(ctx, &job, run(&job)) : fp__fail_memory(ctx, "libpng");
    png_destroy_write_struct(&job.png, &job.info);
    fp_free(job.row);
    return status;
}

const struct fp__format fp__format_png_reference = {"png-reference", write_reference};
