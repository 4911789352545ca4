/* SPDX-License-Identifier: MIT */
/* decoders.h: two PNG decoders that forgive nothing and share no code: libpng, whose warnings are
 * errors here and which is told to refuse a wrong CRC or Adler-32; and one of our own, written from
 * the standards alone, which has its own inflate. */
#ifndef TESTS_UNIT_DECODERS_DECODERS_H
#define TESTS_UNIT_DECODERS_DECODERS_H

#include <stddef.h>
#include <stdint.h>

/* Rows from the top, without gaps; `channels` bytes a pixel: 1 is gray, 3 are R, G, B, and 4 have
 * straight alpha, too. free() the bytes. */
struct decoded {
    int width;
    int height;
    int channels;
    uint8_t *bytes;
};

/* NULL, or what is wrong with the file, which lives until the next call; then there is nothing to
 * free. Pictures of other kinds than 8 bits of gray, RGB and RGBA, which is what the library
 * writes, are wrong too. */
const char *decode_with_libpng(const void *file, size_t n, struct decoded *out);
const char *decode_strictly(const void *file, size_t n, struct decoded *out);

/* Both, which must find the same. */
const char *decode_twice(const void *file, size_t n, struct decoded *out);

/* Inflates a zlib stream (RFC 1950) of exactly n bytes to exactly `size` bytes. NULL, or what is
 * wrong with it. */
const char *inflate_strictly(uint8_t *to, size_t size, const uint8_t *from, size_t n);

#endif
