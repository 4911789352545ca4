/* SPDX-License-Identifier: MIT */
/* dtype.c: the table of types, and one loop per type that turns a run of values into doubles. */
#include "data/dtype.h"

#include <string.h>

#include "core/wide.h"

struct type {
    const char *name;
    size_t size;
    char kind;
};

static const struct type types[FP_DTYPES] = {
    [FP_BOOL] = {"bool", 1, 'b'},       [FP_INT8] = {"int8", 1, 'i'},
    [FP_UINT8] = {"uint8", 1, 'u'},     [FP_INT16] = {"int16", 2, 'i'},
    [FP_UINT16] = {"uint16", 2, 'u'},   [FP_INT32] = {"int32", 4, 'i'},
    [FP_UINT32] = {"uint32", 4, 'u'},   [FP_INT64] = {"int64", 8, 'i'},
    [FP_UINT64] = {"uint64", 8, 'u'},   [FP_FLOAT16] = {"float16", 2, 'f'},
    [FP_FLOAT32] = {"float32", 4, 'f'}, [FP_FLOAT64] = {"float64", 8, 'f'},
};

static bool
known(enum fp_dtype dtype)
{
    return (unsigned)dtype < FP_DTYPES;
}

size_t
fp_dtype_size(enum fp_dtype dtype)
{
    return known(dtype) ? types[dtype].size : 0;
}

const char *
fp_dtype_name(enum fp_dtype dtype)
{
    return known(dtype) ? types[dtype].name : NULL;
}

char
fp__dtype_kind(enum fp_dtype dtype)
{
    return types[dtype].kind;
}

bool
fp__dtype_find(char kind, size_t size, enum fp_dtype *dtype)
{
    for (int i = 0; i < FP_DTYPES; i++) {
        if (types[i].kind == kind && types[i].size == size) {
            *dtype = (enum fp_dtype)i;
            return true;
        }
    }
    return false;
}

void
fp__typestr(enum fp_dtype dtype, bool swapped, char out[FP__TYPESTR_ROOM])
{
    size_t size = types[dtype].size;

    out[0] = size == 1 ? '|' : swapped != FP__BIG_ENDIAN ? '>' : '<';
    out[1] = types[dtype].kind;
    out[2] = (char)('0' + size);
    out[3] = '\0';
}

/* --- One value from its bits ------------------------------------------------------------------ */

static inline double
of_bool(uint8_t bits)
{
    return bits != 0;
}

static inline double
of_int8(uint8_t bits)
{
    return (int8_t)bits;
}

static inline double
of_uint8(uint8_t bits)
{
    return bits;
}

static inline double
of_int16(uint16_t bits)
{
    return (int16_t)bits;
}

static inline double
of_uint16(uint16_t bits)
{
    return bits;
}

static inline double
of_int32(uint32_t bits)
{
    return (int32_t)bits;
}

static inline double
of_uint32(uint32_t bits)
{
    return bits;
}

static inline double
of_int64(uint64_t bits)
{
    return (double)(int64_t)bits;
}

static inline double
of_uint64(uint64_t bits)
{
    return (double)bits;
}

/* Without a branch, for compilers to work on several at once. A subnormal is read as if it had the
 * smallest exponent's leading 1, which then is taken off. */
static inline double
of_float16(uint16_t bits)
{
    uint32_t exponent = bits & 0x7c00;
    uint32_t shift = 127 - 15;
    float leading = exponent == 0 ? 0x1p-14f : 0;
    uint32_t wide;
    float value;

    shift += exponent == 0;
    shift = exponent == 0x7c00 ? 255 - 31 : shift; /* infinities and NaN stay such */
    wide = ((uint32_t)(bits & 0x7fff) << 13) + (shift << 23);
    memcpy(&value, &wide, sizeof value);
    value -= leading;
    memcpy(&wide, &value, sizeof wide);
    wide |= (uint32_t)(bits >> 15) << 31;
    memcpy(&value, &wide, sizeof value);
    return value;
}

double
fp__half_to_double(uint16_t bits)
{
    return of_float16(bits);
}

static inline double
of_float32(uint32_t bits)
{
    float value;

    memcpy(&value, &bits, sizeof value);
    return value;
}

static inline double
of_float64(uint64_t bits)
{
    double value;

    memcpy(&value, &bits, sizeof value);
    return value;
}

static inline uint8_t
swap8(uint8_t bits)
{
    return bits;
}

static inline uint16_t
swap16(uint16_t bits)
{
    return __builtin_bswap16(bits);
}

static inline uint32_t
swap32(uint32_t bits)
{
    return __builtin_bswap32(bits);
}

static inline uint64_t
swap64(uint64_t bits)
{
    return __builtin_bswap64(bits);
}

/* --- Runs --------------------------------------------------------------------------------------
 * The loops differ in nothing but the type, so they are written once. The first has a constant
 * distance and no swap, which is what compilers need to vectorise it. */

#define WRITE_LOOPS(width, convert)                                                                \
    uint##width##_t bits;                                                                          \
    if (!run->swapped && run->stride == (ptrdiff_t)sizeof bits) {                                  \
        for (size_t i = 0; i < n; i++) {                                                           \
            memcpy(&bits, in + i * sizeof bits, sizeof bits);                                      \
            out[i] = convert(bits);                                                                \
        }                                                                                          \
    } else if (!run->swapped) {                                                                    \
        for (size_t i = 0; i < n; i++) {                                                           \
            memcpy(&bits, in + (ptrdiff_t)i * run->stride, sizeof bits);                           \
            out[i] = convert(bits);                                                                \
        }                                                                                          \
    } else {                                                                                       \
        for (size_t i = 0; i < n; i++) {                                                           \
            memcpy(&bits, in + (ptrdiff_t)i * run->stride, sizeof bits);                           \
            out[i] = convert(swap##width(bits));                                                   \
        }                                                                                          \
    }

#define DEFINE_RUN(type, width)                                                                    \
    FP__WIDE static void run_##type(const struct fp__run *run, size_t n, double *restrict out)     \
    {                                                                                              \
        const unsigned char *in = run->base;                                                       \
        WRITE_LOOPS(width, of_##type)                                                              \
    }

DEFINE_RUN(bool, 8)
DEFINE_RUN(int8, 8)
DEFINE_RUN(uint8, 8)
DEFINE_RUN(int16, 16)
DEFINE_RUN(uint16, 16)
DEFINE_RUN(int32, 32)
DEFINE_RUN(uint32, 32)
DEFINE_RUN(int64, 64)
DEFINE_RUN(uint64, 64)
DEFINE_RUN(float16, 16)
DEFINE_RUN(float32, 32)
DEFINE_RUN(float64, 64)

static void (*const runs[FP_DTYPES])(const struct fp__run *, size_t, double *restrict) = {
    [FP_BOOL] = run_bool,       [FP_INT8] = run_int8,       [FP_UINT8] = run_uint8,
    [FP_INT16] = run_int16,     [FP_UINT16] = run_uint16,   [FP_INT32] = run_int32,
    [FP_UINT32] = run_uint32,   [FP_INT64] = run_int64,     [FP_UINT64] = run_uint64,
    [FP_FLOAT16] = run_float16, [FP_FLOAT32] = run_float32, [FP_FLOAT64] = run_float64,
};

void
fp__values_to_double(const struct fp__run *run, size_t n, double *out)
{
    runs[run->dtype](run, n, out);
}

#define DEFINE_COPY(width)                                                                         \
    static void copy_##width(const struct fp__run *run, size_t n, unsigned char *to)               \
    {                                                                                              \
        const unsigned char *in = run->base;                                                       \
        uint##width##_t bits;                                                                      \
        for (size_t i = 0; i < n; i++) {                                                           \
            memcpy(&bits, in + (ptrdiff_t)i * run->stride, sizeof bits);                           \
            bits = run->swapped ? swap##width(bits) : bits;                                        \
            memcpy(to + i * sizeof bits, &bits, sizeof bits);                                      \
        }                                                                                          \
    }

DEFINE_COPY(8)
DEFINE_COPY(16)
DEFINE_COPY(32)
DEFINE_COPY(64)

void
fp__values_copy(const struct fp__run *run, size_t n, void *out)
{
    switch (types[run->dtype].size) {
    case 1:
        copy_8(run, n, out);
        break;
    case 2:
        copy_16(run, n, out);
        break;
    case 4:
        copy_32(run, n, out);
        break;
    default:
        copy_64(run, n, out);
        break;
    }
}
