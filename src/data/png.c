/* SPDX-License-Identifier: MIT */
/* png.c: PNG pictures, whose values are taken as stored: no gamma, no profile, no background.
 * Colours of 16 bits are given as parts of 65535 (float32), as matplotlib's imread does.
 *
 *   gray                 (H, W), 8 bits; 1, 2 and 4 bits as their levels 0…1, 0…3, 0…15; 16 bits as
 *                        they stand in the file, most significant byte first (">u2")
 *   gray and alpha       (H, W, 4): as red, green, blue of one shade and alpha, since two channels
 *                        are no picture
 *   palette              (H, W, 3), (H, W, 4) with transparent entries: the colours that it names
 *   RGB, RGBA            (H, W, 3), (H, W, 4), 8 bits or floats; RGB with a transparent colour is
 *                        RGBA
 *   a transparent shade  of gray is not looked at
 *
 * Rows are decoded one after the other as they are asked for, and anew from the beginning when an
 * earlier one is; of interlaced pictures all at once. */
#include <setjmp.h>
#include <string.h>

#include <png.h>

#include "core/alloc.h"
#include "core/status.h"
#include "data/dtype.h"
#include "data/png_door.h"
#include "data/reader.h"

#define MAGIC "\x89PNG\r\n\x1a\n"

enum { MAGIC_SIZE = 8, SIDE_MOST = 1000000 };

struct png {
    struct fp__source *source;
    png_structp png; /* NULL: to be begun */
    png_infop info;
    uint64_t at; /* bytes of the file that libpng has had */
    size_t width;
    size_t height;
    size_t row_bytes;    /* of the values of a row */
    size_t next;         /* the row that libpng gives next */
    unsigned char *rows; /* the last one that it gave; of interlaced pictures all */
    bool interlaced;
    bool scaled; /* colours of 16 bits are given as floats, parts of the greatest value */

    /* Why libpng stopped. */
    enum fp_status status; /* of reading */
    bool ended;            /* the file did */
    struct fp__png_door door;
};

/* --- What libpng calls ------------------------------------------------------------------------ */

static void
read_bytes(png_structp png, png_bytep bytes, size_t n)
{
    struct png *p = png_get_io_ptr(png);
    size_t got = 0;

    p->status = fp__bytes_read(p->source->bytes, bytes, n, p->at, &got);
    p->at += got;
    p->ended = p->status == FP_OK && got < n;
    if (p->status < 0 || p->ended) {
        png_error(png, "the file ends");
    }
}

/* --- What is asked of libpng ------------------------------------------------------------------ */

static void
read_head(struct png *p)
{
    png_set_user_limits(p->png, PNG_UINT_31_MAX, PNG_UINT_31_MAX); /* ours are told in words */
    png_set_keep_unknown_chunks(p->png, PNG_HANDLE_CHUNK_NEVER, NULL, -1); /* all but the pixels' */
    png_read_info(p->png, p->info);
    p->width = png_get_image_width(p->png, p->info);
    p->height = png_get_image_height(p->png, p->info);
}

/* Makes room for rows, two of which are set to zero. */
static void
begin_rows(struct png *p)
{
    png_byte type = png_get_color_type(p->png, p->info);

    if (type == PNG_COLOR_TYPE_PALETTE) {
        png_set_palette_to_rgb(p->png);
    }
    if (type != PNG_COLOR_TYPE_GRAY && png_get_valid(p->png, p->info, PNG_INFO_tRNS)) {
        png_set_tRNS_to_alpha(p->png);
    }
    if (type == PNG_COLOR_TYPE_GRAY_ALPHA) {
        png_set_gray_to_rgb(p->png);
    }
    png_set_packing(p->png);
    p->interlaced = png_set_interlace_handling(p->png) > 1;
    png_read_update_info(p->png, p->info);
    p->scaled = png_get_bit_depth(p->png, p->info) == 16 && png_get_channels(p->png, p->info) > 1;
    p->row_bytes = png_get_rowbytes(p->png, p->info) * (p->scaled ? sizeof(float) / 2 : 1);
}

/* Makes floats of a row's 16-bit values, most significant byte first, from its last one on: it has
 * room for them. */
static void
scale_row(const struct png *p, unsigned char *row)
{
    if (!p->scaled) {
        return;
    }
    for (size_t i = p->row_bytes / sizeof(float); i-- > 0;) {
        float part = (float)(row[2 * i] * 256u + row[2 * i + 1]) / (float)UINT16_MAX;

        memcpy(row + i * sizeof part, &part, sizeof part);
    }
}

/* The end is read too, so that a file that lacks it does not go for a whole one. */
static void
read_row(struct png *p)
{
    png_read_row(p->png, p->rows, NULL);
    scale_row(p, p->rows);
    if (++p->next == p->height) {
        png_read_end(p->png, NULL);
        p->source->end = p->at;
    }
}

static void
read_all(struct png *p)
{
    for (int pass = 0; pass < PNG_INTERLACE_ADAM7_PASSES; pass++) {
        for (size_t y = 0; y < p->height; y++) {
            png_read_row(p->png, p->rows + y * p->row_bytes, NULL);
        }
    }
    for (size_t y = 0; y < p->height; y++) {
        scale_row(p, p->rows + y * p->row_bytes);
    }
    png_read_end(p->png, NULL);
    p->next = p->height;
    p->source->end = p->at;
}

static void
end_decoding(struct png *p)
{
    png_destroy_read_struct(&p->png, &p->info, NULL);
}

static enum fp_status
fail(const struct png *p)
{
    struct fp_context *ctx = p->source->ctx;

    if (p->status < 0) {
        return p->status;
    }
    if (p->door.starved) {
        return fp__fail_memory(ctx, "a PNG picture");
    }
    if (p->ended) {
        return fp__fail(ctx, FP_ERR_INPUT,
                        "%s: is a truncated PNG picture: it ends after %llu bytes" FP__HINT
                        "it was not written or copied to its end",
                        p->source->path, (unsigned long long)p->at);
    }
    return fp__fail(ctx, FP_ERR_INPUT,
                    "%s: is a damaged PNG picture: libpng says: %s" FP__HINT
                    "copy it again, or save it again with the program that made it",
                    p->source->path, p->door.message);
}

/* libpng comes back here by longjmp; nothing that it could skip is held in this function. What it
 * left is not used again. */
static enum fp_status
ask(struct png *p, void (*what)(struct png *p))
{
    if (setjmp(png_jmpbuf(p->png))) {
        end_decoding(p);
        return fail(p);
    }
    what(p);
    return FP_OK;
}

/* Rows are limited by libpng's own default: room is made for whole ones, whatever the file
 * holds. */
static enum fp_status
check_size(const struct png *p)
{
    const struct fp__source *source = p->source;
    bool long_sides = p->width > SIDE_MOST || p->height > SIDE_MOST;

    if (!long_sides && fp__pixels_fit(&source->limits, p->width, p->height)) {
        return FP_OK;
    }
    return fp__fail(
        source->ctx, FP_ERR_INPUT,
        "%s: is a PNG picture of %zux%zu pixels; %zu%s are the most that are "
        "read" FP__HINT "a damaged head asks for too much memory; if this one is right, "
        "cut it into parts",
        source->path, p->width, p->height, long_sides ? (size_t)SIDE_MOST : source->limits.pixels,
        long_sides ? " a side" : "");
}

static enum fp_status
begin_decoding(struct png *p)
{
    enum fp_status status;

    end_decoding(p);
    p->at = 0;
    p->next = 0;
    p->door.starved = false;
    p->png = fp__png_open_reader(&p->door);
    p->info = p->png ? png_create_info_struct(p->png) : NULL;
    if (!p->info) {
        end_decoding(p);
        return fp__fail_memory(p->source->ctx, "libpng");
    }
    png_set_read_fn(p->png, p, read_bytes);
    status = ask(p, read_head);
    status = status < 0 ? status : check_size(p);
    return status < 0 ? status : ask(p, begin_rows);
}

/* Decodes until the row is there. */
static enum fp_status
decode_to(struct png *p, size_t row)
{
    bool there = p->interlaced ? p->next > 0 : p->next == row + 1;
    enum fp_status status = FP_OK;

    if (there) {
        return FP_OK;
    }
    if (!p->png || p->next > row) {
        status = begin_decoding(p);
    }
    if (p->interlaced && status == FP_OK) {
        return ask(p, read_all);
    }
    while (status == FP_OK && p->next <= row) {
        status = ask(p, read_row);
    }
    return status;
}

/* --- The reader ------------------------------------------------------------------------------- */

static bool
png_sniff(const unsigned char *head, size_t n)
{
    return memcmp(head, MAGIC, n < MAGIC_SIZE ? n : MAGIC_SIZE) == 0;
}

static void
describe(const struct png *p)
{
    struct fp__source *source = p->source;
    bool wide = png_get_bit_depth(p->png, p->info) == 16 && !p->scaled;
    size_t channels = png_get_channels(p->png, p->info);

    source->layout = (struct fp_layout){
        .dtype = p->scaled ? FP_FLOAT32
                 : wide    ? FP_UINT16
                           : FP_UINT8,
        .swapped = wide && !FP__BIG_ENDIAN,
        .ndim = channels > 1 ? 3 : 2,
        .shape = {p->height, p->width, channels > 1 ? channels : 0},
    };
    source->frame_axes = source->layout.ndim;
    source->value_bytes = fp_layout_pack(&source->layout, false);
}

static enum fp_status
png_open(struct fp__source *source)
{
    struct png *p = source->state = fp_alloc(sizeof *p);
    enum fp_status status;

    if (!p) {
        return fp__fail_memory(source->ctx, "a PNG picture");
    }
    p->source = source;
    status = begin_decoding(p);
    if (status < 0) {
        return status;
    }
    describe(p);
    source->held = p->row_bytes * (p->interlaced ? p->height : 1);
    p->rows = fp_alloc(source->held);
    return p->rows ? FP_OK : fp__fail_memory(source->ctx, "a PNG picture");
}

static enum fp_status
png_read(struct fp__source *source, void *bytes, size_t n, uint64_t offset, size_t *got)
{
    struct png *p = source->state;
    unsigned char *out = bytes;

    for (size_t done = 0; done < n;) {
        size_t row = (offset + done) / p->row_bytes;
        size_t inside = (offset + done) % p->row_bytes;
        size_t there = p->row_bytes - inside;
        enum fp_status status = decode_to(p, row);

        if (status < 0) {
            return status;
        }
        there = there < n - done ? there : n - done;
        memcpy(out + done, p->rows + (p->interlaced ? row * p->row_bytes : 0) + inside, there);
        done += there;
    }
    *got = n;
    return FP_OK;
}

static void
png_close(struct fp__source *source)
{
    struct png *p = source->state;

    if (p) {
        end_decoding(p);
        fp_free(p->rows);
        fp_free(p);
    }
    source->state = NULL;
}

const struct fp__reader fp__reader_png = {
    .name = "png",
    .sniff = png_sniff,
    .open = png_open,
    .read = png_read,
    .close = png_close,
};
