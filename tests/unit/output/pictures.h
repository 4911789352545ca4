/* SPDX-License-Identifier: MIT */
/* pictures.h: for the tests of the writers: rasters, what they should decode to, a sink that keeps
 * its bytes, a strict decoder (libpng), and a reader of chunks that shares no code with the
 * writers. */
#ifndef TESTS_UNIT_OUTPUT_PICTURES_H
#define TESTS_UNIT_OUTPUT_PICTURES_H

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include <png.h>
#include <zlib.h>

#include "output/format.h"
#include "unit/support.h"

/* --- Rasters ---------------------------------------------------------------------------------- */

enum content { FLAT, AXES, NOISE, GRADIENT, CONTENTS };

static inline uint32_t
random32(uint32_t *state)
{
    *state ^= *state << 13; /* xorshift32, Marsaglia 2003 */
    *state ^= *state >> 17;
    *state ^= *state << 5;
    return *state;
}

static inline uint32_t
rgb(unsigned r, unsigned g, unsigned b)
{
    return 0xff000000u | (r & 255) << 16 | (g & 255) << 8 | (b & 255);
}

/* White with a frame, and in it cells of 4 x 3 pixels, as an enlarged image has them. */
static inline uint32_t
axes_pixel(int x, int y, int width, int height)
{
    uint32_t cell = (uint32_t)(x / 4 * 31 + y / 3 * 17);

    if (x < width / 8 || x >= width - width / 8 || y < height / 8 || y >= height - height / 8)
        return rgb(255, 255, 255);
    if (x == width / 8 || y == height / 8)
        return rgb(0, 0, 0);
    return rgb(cell * 7, cell * 3, 255 - cell);
}

static inline uint32_t
opaque_pixel(enum content content, int x, int y, int width, int height, uint32_t *seed)
{
    switch (content) {
    case NOISE:
        return 0xff000000u | random32(seed);
    case GRADIENT:
        return rgb((unsigned)x * 2, (unsigned)y * 3, (unsigned)(x + y));
    case AXES:
        return axes_pixel(x, y, width, height);
    default:
        return rgb(18, 52, 86);
    }
}

static inline uint32_t
premultiply(uint32_t pixel, uint32_t a)
{
    uint32_t r = ((pixel >> 16 & 255) * a + 127) / 255;
    uint32_t g = ((pixel >> 8 & 255) * a + 127) / 255;
    uint32_t b = ((pixel & 255) * a + 127) / 255;

    return a << 24 | r << 16 | g << 8 | b;
}

/* Between the rows, `padding` pixels that no file may show. Free its pixels. */
static inline struct fp__raster
make_raster(enum content content, int width, int height, bool opaque, size_t padding)
{
    static const uint32_t alphas[] = {255, 128, 0, 1, 77, 254};
    size_t stride = (size_t)width + padding;
    uint32_t *pixels = malloc(stride * (size_t)height * sizeof *pixels);
    uint32_t seed = 1;

    assert_non_null(pixels);
    for (size_t i = 0; i < stride * (size_t)height; i++)
        pixels[i] = 0x00badbad;
    for (int y = 0; y < height; y++) {
        for (int x = 0; x < width; x++) {
            uint32_t pixel = opaque_pixel(content, x, y, width, height, &seed);
            uint32_t a = alphas[(x / 3 + y / 5) % 6];

            pixels[(size_t)y * stride + (size_t)x] = opaque ? pixel : premultiply(pixel, a);
        }
    }
    return (struct fp__raster){width, height, pixels, stride, opaque};
}

static inline void
free_raster(struct fp__raster *raster)
{
    free((void *)(uintptr_t)raster->pixels);
}

/* Channel 0 … 3 (R, G, B, A) that the pixel should have in the file. */
static inline int
expected_channel(uint32_t pixel, int channel)
{
    static const int shifts[] = {16, 8, 0};
    double a = pixel >> 24;

    if (channel == 3)
        return (int)a;
    return a == 0 ? 0 : (int)floor((pixel >> shifts[channel] & 255) * 255.0 / a + 0.5);
}

/* --- The sink --------------------------------------------------------------------------------- */

#define REFUSED ((enum fp_status) - 77)

struct taken {
    uint8_t *bytes;
    size_t n;
    size_t calls;
    size_t refuse; /* the number of the call that is refused; 0: none */
};

static inline enum fp_status
take(void *data, const void *bytes, size_t n)
{
    struct taken *taken = data;

    if (++taken->calls == taken->refuse)
        return REFUSED;
    taken->bytes = realloc(taken->bytes, taken->n + n + 1);
    assert_non_null(taken->bytes);
    memcpy(taken->bytes + taken->n, bytes, n);
    taken->n += n;
    return FP_OK;
}

static inline struct taken
write_picture(const struct fp__format *format, const struct fp__picture *picture)
{
    struct taken taken = {0};

    assert_int_equal(format->write(fp_context_default(), picture, take, &taken), FP_OK);
    return taken;
}

static inline struct taken
write_raster(const struct fp__format *format, const struct fp__raster *raster)
{
    return write_picture(format, &(struct fp__picture){.raster = *raster, .dpi = 100});
}

/* --- The strict decoder: every error and every warning of libpng fails the test --------------- */

struct decoded {
    int width;
    int height;
    int channels;
    uint8_t *bytes;
};

static inline PNG_NORETURN void
refuse_png(png_structp png, png_const_charp message)
{
    (void)png;
    fail_msg("libpng: %s", message);
    abort(); /* not reached: fail_msg leaves the test */
}

static inline void
refuse_warning(png_structp png, png_const_charp message)
{
    refuse_png(png, message);
}

static inline void
read_taken(png_structp png, png_bytep to, size_t n)
{
    struct taken *rest = png_get_io_ptr(png);

    assert_true(n <= rest->n);
    memcpy(to, rest->bytes, n);
    rest->bytes += n;
    rest->n -= n;
}

static inline struct decoded
decode(const struct taken *taken)
{
    struct taken rest = *taken;
    png_structp png =
        png_create_read_struct(PNG_LIBPNG_VER_STRING, NULL, refuse_png, refuse_warning);
    png_infop info = png_create_info_struct(png);
    struct decoded out;

    png_set_read_fn(png, &rest, read_taken);
    png_set_crc_action(png, PNG_CRC_ERROR_QUIT, PNG_CRC_ERROR_QUIT);
    png_read_info(png, info);
    assert_int_equal(png_get_bit_depth(png, info), 8);
    out.width = (int)png_get_image_width(png, info);
    out.height = (int)png_get_image_height(png, info);
    out.channels = png_get_channels(png, info);
    out.bytes = malloc(png_get_rowbytes(png, info) * (size_t)out.height);
    assert_non_null(out.bytes);
    for (int y = 0; y < out.height; y++)
        png_read_row(png, out.bytes + (size_t)y * png_get_rowbytes(png, info), NULL);
    png_read_end(png, NULL);
    assert_int_equal(rest.n, 0);
    png_destroy_read_struct(&png, &info, NULL);
    return out;
}

static inline void
assert_shows(const struct taken *taken, const struct fp__raster *raster)
{
    struct decoded got = decode(taken);
    size_t i = 0;

    assert_int_equal(got.width, raster->width);
    assert_int_equal(got.height, raster->height);
    assert_int_equal(got.channels, raster->opaque ? 3 : 4);
    for (int y = 0; y < got.height; y++) {
        const uint32_t *row = raster->pixels + (size_t)y * raster->stride;

        for (int x = 0; x < got.width; x++)
            for (int c = 0; c < got.channels; c++, i++)
                if (got.bytes[i] != expected_channel(row[x], c))
                    fail_msg("pixel %d,%d channel %d: %d, not %d", x, y, c, got.bytes[i],
                             expected_channel(row[x], c));
    }
    free(got.bytes);
}

/* --- The reader of chunks --------------------------------------------------------------------- */

#define MAX_CHUNKS 64

struct chunk {
    char type[5];
    const uint8_t *data;
    size_t n;
};

struct chunks {
    struct chunk at[MAX_CHUNKS];
    size_t n;
};

static inline uint32_t
be32(const uint8_t *bytes)
{
    return (uint32_t)bytes[0] << 24 | (uint32_t)bytes[1] << 16 | (uint32_t)bytes[2] << 8 | bytes[3];
}

/* CRC-32 bit by bit (ISO 3309: polynomial 0xedb88320 reflected, all bits inverted before,
 * after). */
static inline uint32_t
slow_crc(const uint8_t *bytes, size_t n)
{
    uint32_t crc = 0xffffffff;

    for (size_t i = 0; i < n; i++) {
        crc ^= bytes[i];
        for (int bit = 0; bit < 8; bit++)
            crc = crc >> 1 ^ (crc & 1 ? 0xedb88320 : 0);
    }
    return ~crc;
}

static inline struct chunks
read_chunks(const struct taken *taken)
{
    struct chunks chunks = {0};
    const uint8_t *at = taken->bytes + 8;
    const uint8_t *end = taken->bytes + taken->n;

    assert_memory_equal(taken->bytes, "\x89PNG\r\n\x1a\n", 8);
    while (at < end) {
        struct chunk *chunk = &chunks.at[chunks.n++];

        assert_true(chunks.n <= MAX_CHUNKS);
        assert_true(end - at >= 12);
        chunk->n = be32(at);
        assert_true((size_t)(end - at) - 12 >= chunk->n);
        memcpy(chunk->type, at + 4, 4);
        chunk->data = at + 8;
        assert_int_equal(slow_crc(at + 4, chunk->n + 4), be32(at + 8 + chunk->n));
        at += chunk->n + 12;
    }
    return chunks;
}

/* The chunk of that type, or NULL. */
static inline const struct chunk *
find_chunk(const struct chunks *chunks, const char *type)
{
    for (size_t i = 0; i < chunks->n; i++)
        if (strcmp(chunks->at[i].type, type) == 0)
            return &chunks->at[i];
    return NULL;
}

/* The filtered rows: all IDAT chunks joined and inflated by zlib, which checks the Adler-32, to
 * exactly `size` bytes with nothing left over. free() them. */
static inline uint8_t *
inflate_rows(const struct chunks *chunks, size_t size)
{
    uint8_t *rows = malloc(size + 1);
    z_stream z = {.next_out = rows, .avail_out = (uInt)size + 1};
    int result = Z_OK;

    assert_non_null(rows);
    assert_int_equal(inflateInit(&z), Z_OK);
    for (size_t i = 0; i < chunks->n; i++) {
        if (strcmp(chunks->at[i].type, "IDAT") != 0)
            continue;
        assert_int_equal(result, Z_OK);
        z.next_in = (Bytef *)(uintptr_t)chunks->at[i].data;
        z.avail_in = (uInt)chunks->at[i].n;
        result = inflate(&z, Z_NO_FLUSH);
        assert_int_equal(z.avail_in, 0);
    }
    assert_int_equal(result, Z_STREAM_END);
    assert_int_equal(z.total_out, size);
    inflateEnd(&z);
    return rows;
}

#endif
