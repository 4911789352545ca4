/* SPDX-License-Identifier: MIT */
/* npy_bytes.h: .npy files and encoded numbers made byte by byte, for the tests of this folder. */
#ifndef TESTS_UNIT_DATA_NPY_BYTES_H
#define TESTS_UNIT_DATA_NPY_BYTES_H

#include <math.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "flatplot/array.h"
#include "unit/support.h"

/* Room for a file with this dictionary and so many bytes of values. */
#define NPY_ROOM(dict, size) (strlen(dict) + (size) + 80)

/* Writes a whole file into out, padded so that the values begin at a multiple of 64 and the header
 * ends in a newline, as the format asks. Returns its length. */
static inline size_t
npy_make(unsigned char *out, int version, const char *dict, const void *values, size_t size)
{
    size_t prefix = version == 1 ? 10 : 12;
    size_t text = strlen(dict);
    size_t header = (prefix + text + 1 + 63) / 64 * 64 - prefix;

    memcpy(out, "\x93NUMPY", 6);
    out[6] = (unsigned char)version;
    out[7] = 0;
    for (size_t i = 8; i < prefix; i++) {
        out[i] = (unsigned char)(header >> 8 * (i - 8));
    }
    memset(out + prefix, ' ', header);
    memcpy(out + prefix, dict, text);
    out[prefix + header - 1] = '\n';
    if (size > 0) {
        memcpy(out + prefix + header, values, size);
    }
    return prefix + header + size;
}

/* Writes a file and returns its length. */
static inline size_t
npy_write(const char *path, int version, const char *dict, const void *values, size_t size)
{
    unsigned char *bytes = malloc(NPY_ROOM(dict, size));
    size_t length;

    assert_non_null(bytes);
    length = npy_make(bytes, version, dict, values, size);
    write_file(path, bytes, length);
    free(bytes);
    return length;
}

/* IEEE 754 binary16 of a number that it holds exactly: 0, or a normal one. */
static inline uint16_t
half_bits(double value)
{
    int exponent;
    double fraction = frexp(fabs(value), &exponent); /* 0.5 ≤ fraction < 1 */

    if (fraction == 0) {
        return 0;
    }
    return (uint16_t)((value < 0) << 15 | (exponent + 14) << 10 |
                      ((int)ldexp(fraction, 11) & 1023));
}

/* The bytes of a small whole number (0 or 1 for FP_BOOL) in the type, least or most significant
 * byte first. */
static inline void
encode(enum fp_dtype dtype, double value, bool big, unsigned char *out)
{
    size_t size = fp_dtype_size(dtype);
    uint64_t bits = (uint64_t)(int64_t)value;

    if (dtype == FP_FLOAT16) {
        bits = half_bits(value);
    } else if (dtype == FP_FLOAT32) {
        float single = (float)value;
        uint32_t narrow;

        memcpy(&narrow, &single, sizeof narrow);
        bits = narrow;
    } else if (dtype == FP_FLOAT64) {
        memcpy(&bits, &value, sizeof bits);
    }
    for (size_t i = 0; i < size; i++) {
        out[big ? size - 1 - i : i] = (unsigned char)(bits >> 8 * i);
    }
}

static inline bool
machine_is_big(void)
{
    uint16_t one = 1;
    unsigned char first;

    memcpy(&first, &one, 1);
    return first == 0;
}

/* The calling thread's last message and hint hold the words. */
#define assert_message(words) assert_non_null(strstr(fp_context_message(NULL), (words)))
#define assert_hint(words) assert_non_null(strstr(fp_context_hint(NULL), (words)))

#endif
