/* SPDX-License-Identifier: MIT */
/* png_libpng.c: libpng with our memory, our errors and our sinks. */
#include "output/png_libpng.h"

#include <setjmp.h>

#include "core/status.h"
#include "output/png_info.h"
#include "output/straight.h"

enum {
    CHUNK = 1 << 16, /* bytes of an IDAT; libpng's own 8 KiB cost 1 byte in 700 */
    MOST_MEMORY = 9, /* zlib's: blocks of more symbols have fewer tables */
    STRATEGY = 0,    /* zlib's Z_DEFAULT_STRATEGY */
};

/* --- What libpng calls ------------------------------------------------------------------------ */

static void
write_bytes(png_structp png, png_bytep bytes, size_t n)
{
    struct fp__libpng *w = png_get_io_ptr(png);

    w->refused = w->sink(w->data, bytes, n);
    if (w->refused < 0)
        png_error(png, "the sink refused");
}

static void
flush(png_structp png)
{
    (void)png; /* libpng's own takes the sink for a FILE */
}

/* --- Steps, which libpng may leave by longjmp ------------------------------------------------- */

static void
set_effort(const struct fp__libpng *w)
{
    if (w->effort == FP__LIBPNG_USUAL)
        return;
    png_set_compression_level(w->png, w->effort);
    png_set_compression_mem_level(w->png, MOST_MEMORY);
    png_set_compression_buffer_size(w->png, CHUNK);

    /* One for filtered rows and for others: Z_FILTERED is worse by up to 4 % where rows are not,
     * and anything from 5 % worse to 3 % better where they are. */
    png_set_compression_strategy(w->png, STRATEGY);
}

static void
set_text(const struct fp__libpng *w, char *key, char *value)
{
    int kind = fp__png_text_is_plain(value) ? PNG_TEXT_COMPRESSION_NONE : PNG_ITXT_COMPRESSION_NONE;
    png_text text = {.compression = kind, .key = key, .text = value};

    png_set_text(w->png, w->info, &text, 1);
}

static void
set_info(const struct fp__libpng *w)
{
    const struct fp__picture *picture = w->picture;
    const struct fp__raster *raster = &picture->raster;
    uint32_t per_metre = fp__png_pixels_per_metre(picture->dpi);

    png_set_IHDR(w->png, w->info, (png_uint_32)raster->width, (png_uint_32)raster->height, 8,
                 fp__png_color_type(raster), PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT,
                 PNG_FILTER_TYPE_DEFAULT);
    if (per_metre > 0)
        png_set_pHYs(w->png, w->info, per_metre, per_metre, PNG_RESOLUTION_METER);
    set_text(w, (char[]){FP__PNG_SOFTWARE_KEY}, (char[]){FP__PNG_SOFTWARE});
    for (size_t i = 0; i < picture->text_count; i++)
        set_text(w, picture->texts[i].key, picture->texts[i].value);
}

static void
write_head(const struct fp__libpng *w)
{
    set_effort(w);
    set_info(w);
    png_write_info(w->png, w->info);
}

/* With the first row libpng decides whether it ever needs the row above. Up asks for it, and is the
 * same as None in the first row (which, of equals, it takes). */
static void
set_filters(const struct fp__libpng *w)
{
    int needed = png_get_current_row_number(w->png) == 0 ? PNG_FILTER_UP : 0;

    png_set_filter(w->png, PNG_FILTER_TYPE_BASE, w->filters | needed);
}

static void
write_rows(const struct fp__libpng *w)
{
    const struct fp__raster *raster = &w->picture->raster;
    size_t size = (size_t)raster->width * fp__straight_size(raster);

    for (int y = 0; y < w->count; y++) {
        if (w->filters != 0 && y < 2)
            set_filters(w);
        png_write_row(w->png, w->rows + (size_t)y * size);
    }
}

static void
write_end(const struct fp__libpng *w)
{
    png_write_end(w->png, NULL);
}

static enum fp_status
explain(const struct fp__libpng *w)
{
    if (w->refused < 0)
        return w->refused;
    if (w->door.starved)
        return fp__fail_memory(w->ctx, "libpng");
    return fp__fail(w->ctx, FP_ERR_OUTPUT,
                    "PNG: libpng: %s" FP__HINT "the format png does without libpng",
                    w->door.message);
}

/* libpng comes back here; nothing that it could skip is held in this function. */
static enum fp_status
run(const struct fp__libpng *w, void (*step)(const struct fp__libpng *w))
{
    if (setjmp(png_jmpbuf(w->png)))
        return explain(w);
    step(w);
    return w->door.starved ? explain(w) : FP_OK;
}

/* --- The file --------------------------------------------------------------------------------- */

enum fp_status
fp__libpng_begin(struct fp__libpng *w)
{
    w->png = fp__png_open_writer(&w->door);
    w->info = w->png ? png_create_info_struct(w->png) : NULL;
    if (!w->info)
        return fp__fail_memory(w->ctx, "libpng");
    png_set_write_fn(w->png, w, write_bytes, flush);
    return run(w, write_head);
}

void
fp__libpng_finish(struct fp__libpng *w)
{
    png_destroy_write_struct(&w->png, &w->info);
}

enum fp_status
fp__libpng_rows(struct fp__libpng *w, const uint8_t *rows, int count, int filters)
{
    w->rows = rows;
    w->count = count;
    w->filters = filters;
    return run(w, write_rows);
}

enum fp_status
fp__libpng_end(struct fp__libpng *w)
{
    return run(w, write_end);
}
