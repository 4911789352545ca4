/* SPDX-License-Identifier: MIT */
/* pictures.h: for the tests of the writers: rasters, what they should decode to, a sink that keeps
 * its bytes, what two strict decoders make of them, and a reader of chunks that shares no code with
 * the writers. */
#ifndef TESTS_UNIT_OUTPUT_PICTURES_H
#define TESTS_UNIT_OUTPUT_PICTURES_H

#include <math.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <zlib.h>

#include "output/format.h"
#include "output/straight.h"
#include "unit/crc32.h"
#include "unit/decoders/decoders.h"
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
    return (struct fp__raster){width, height, pixels, stride, opaque, false, false};
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

/* --- The writers ------------------------------------------------------------------------------ */

enum { WRITERS = 3 };

static const struct fp__format *const writers[WRITERS] = {
    &fp__format_png, &fp__format_png_reference, &fp__format_png_small};

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

/* --- Decoders --------------------------------------------------------------------------------- */

static inline struct decoded
decode(const struct taken *taken)
{
    struct decoded out;
    const char *wrong = decode_twice(taken->bytes, taken->n, &out);

    if (wrong)
        fail_msg("%s", wrong);
    return out;
}

/* The first channel of a pixel that is not as it should be; true when there is one. */
static inline bool
find_difference(const struct decoded *got, const struct fp__raster *raster, char text[100])
{
    const uint8_t *byte = got->bytes;

    for (int y = 0; y < got->height; y++)
        for (int x = 0; x < got->width; x++)
            for (int c = 0; c < got->channels; c++, byte++) {
                int want =
                    expected_channel(raster->pixels[(size_t)y * raster->stride + (size_t)x], c);

                if (*byte == want)
                    continue;
                snprintf(text, 100, "pixel %d,%d channel %d: %d, not %d", x, y, c, *byte, want);
                return true;
            }
    return false;
}

/* Which of a test's pictures it is, is named when it fails. */
static inline void
assert_shows_number(const struct taken *taken, const struct fp__raster *raster, size_t number)
{
    struct decoded got;
    const char *wrong = decode_twice(taken->bytes, taken->n, &got);
    char difference[100];

    if (wrong)
        fail_msg("picture %zu: %s", number, wrong);
    assert_int_equal(got.width, raster->width);
    assert_int_equal(got.height, raster->height);
    assert_int_equal(got.channels, fp__straight_size(raster));
    if (find_difference(&got, raster, difference))
        fail_msg("picture %zu: %s", number, difference);
    free(got.bytes);
}

static inline void
assert_shows(const struct taken *taken, const struct fp__raster *raster)
{
    assert_shows_number(taken, raster, 0);
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
        assert_int_equal(crc32_of(at + 4, chunk->n + 4), be32(at + 8 + chunk->n));
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
