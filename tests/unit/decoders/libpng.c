/* SPDX-License-Identifier: MIT */
/* libpng.c: PNG files by libpng, which is not allowed to forgive. */
#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <png.h>

#include "unit/decoders/decoders.h"

/* Static, as what changes after setjmp must not be in registers. */
static struct {
    const uint8_t *at;
    size_t rest;
    struct decoded out;
    char wrong[200];
    jmp_buf leave;
} reading;

static PNG_NORETURN void
refuse(png_structp png, png_const_charp message)
{
    (void)png;
    snprintf(reading.wrong, sizeof reading.wrong, "libpng: %s", message);
    longjmp(reading.leave, 1);
}

/* Errors that libpng would go on after. */
static void
refuse_warning(png_structp png, png_const_charp message)
{
    refuse(png, message);
}

static void
read_bytes(png_structp png, png_bytep to, size_t n)
{
    if (n > reading.rest)
        refuse(png, "the file ends too early");
    memcpy(to, reading.at, n);
    reading.at += n;
    reading.rest -= n;
}

static void
read_file(png_structp png, png_infop info)
{
    struct decoded *out = &reading.out;

    png_set_read_fn(png, NULL, read_bytes);
    png_set_crc_action(png, PNG_CRC_ERROR_QUIT, PNG_CRC_ERROR_QUIT);
    png_read_info(png, info);
    *out =
        (struct decoded){(int)png_get_image_width(png, info), (int)png_get_image_height(png, info),
                         png_get_channels(png, info), NULL};
    if (png_get_bit_depth(png, info) != 8 || out->channels == 2 ||
        png_get_color_type(png, info) == PNG_COLOR_TYPE_PALETTE)
        refuse(png, "not a kind that the library writes");
    size_t n = png_get_rowbytes(png, info);
    out->bytes = malloc(n * (size_t)out->height);
    if (!out->bytes)
        refuse(png, "no memory");
    for (int y = 0; y < out->height; y++)
        png_read_row(png, out->bytes + (size_t)y * n, NULL);
    png_read_end(png, NULL);
    if (reading.rest > 0)
        refuse(png, "bytes after the end");
}

const char *
decode_with_libpng(const void *file, size_t n, struct decoded *out)
{
    static png_structp png;
    static png_infop info;

    png = png_create_read_struct(PNG_LIBPNG_VER_STRING, NULL, refuse, refuse_warning);
    info = png ? png_create_info_struct(png) : NULL;
    reading.at = file;
    reading.rest = n;
    reading.out.bytes = NULL;
    reading.wrong[0] = '\0';
    if (setjmp(reading.leave) == 0) {
        if (!info)
            refuse(png, "no memory");
        read_file(png, info);
    }
    png_destroy_read_struct(&png, &info, NULL);
    if (reading.wrong[0]) {
        free(reading.out.bytes);
        return reading.wrong;
    }
    *out = reading.out;
    return NULL;
}

const char *
decode_twice(const void *file, size_t n, struct decoded *out)
{
    struct decoded other = {0};
    const char *wrong = decode_with_libpng(file, n, out);

    if (wrong)
        return wrong;
    wrong = decode_strictly(file, n, &other);
    if (!wrong && (out->width != other.width || out->height != other.height ||
                   out->channels != other.channels ||
                   memcmp(out->bytes, other.bytes,
                          (size_t)out->width * (size_t)out->height * (size_t)out->channels) != 0))
        wrong = "the decoders find different pictures";
    free(other.bytes);
    if (wrong)
        free(out->bytes);
    return wrong;
}
