/* SPDX-License-Identifier: MIT */
/* key.c: whole numbers in whose order the values of a type are.
 *
 * Unsigned integers are their own keys, signed ones get their sign bit turned. Of IEEE 754 numbers
 * those above 0 get it set, and all bits of the others are turned (M. Herf, "Radix tricks", 2001);
 * −0 counts as 0, for it is no less. */
#include "data/key.h"

#include <math.h>
#include <string.h>

static inline uint64_t
key_of(char kind, uint64_t bits, uint64_t sign)
{
    switch (kind) {
    case 'b':
        return bits != 0;
    case 'u':
        return bits;
    case 'i':
        return bits ^ sign;
    default:
        return bits & sign && bits != sign ? ~bits & (sign | (sign - 1)) : bits | sign;
    }
}

#define WRITE_KEYS(width)                                                                          \
    for (size_t i = 0; i < n; i++) {                                                               \
        uint##width##_t bits;                                                                      \
        memcpy(&bits, in + i * sizeof bits, sizeof bits);                                          \
        keys[i] = key_of(kind, bits, (uint64_t)1 << (width - 1));                                  \
    }

void
fp__keys_of(enum fp_dtype dtype, const void *values, size_t n, uint64_t *keys)
{
    const unsigned char *in = values;
    char kind = fp__dtype_kind(dtype);

    switch (fp_dtype_size(dtype)) {
    case 1:
        WRITE_KEYS(8)
        break;
    case 2:
        WRITE_KEYS(16)
        break;
    case 4:
        WRITE_KEYS(32)
        break;
    default:
        WRITE_KEYS(64)
        break;
    }
}

static double
value_of(enum fp_dtype dtype, uint64_t key)
{
    size_t size = fp_dtype_size(dtype);
    uint64_t sign = (uint64_t)1 << (8 * size - 1);
    uint64_t bits = key;
    unsigned char bytes[8];
    double value;

    if (fp__dtype_kind(dtype) == 'i') {
        bits ^= sign;
    } else if (fp__dtype_kind(dtype) == 'f') {
        bits = key & sign ? key ^ sign : ~key;
    }
    memcpy(bytes, (const unsigned char *)&bits + (FP__BIG_ENDIAN ? sizeof bits - size : 0), size);
    fp__values_to_double(&(struct fp__run){bytes, 0, dtype, false}, 1, &value);
    return value;
}

/* The nearest binary16 of a finite number ≥ 0, the even one of two; ∞ past the largest. */
static double
round_to_half(double value)
{
    int exponent = value > 0 ? ilogb(value) : 0;
    double unit = ldexp(1, (exponent < -14 ? -14 : exponent) - 10);
    double rounded = nearbyint(value / unit) * unit;

    return rounded > 65504 ? INFINITY : rounded;
}

/* numpy subtracts in the type of the values. Keys of integers are as far apart as they are. */
static double
difference(enum fp_dtype dtype, uint64_t low, uint64_t high)
{
    double exact = value_of(dtype, high) - value_of(dtype, low);

    switch (dtype) {
    case FP_FLOAT16:
        return round_to_half(exact);
    case FP_FLOAT32:
        return (float)exact;
    case FP_FLOAT64:
        return exact;
    default:
        return (double)(high - low);
    }
}

double
fp__keys_between(enum fp_dtype dtype, uint64_t low, uint64_t high, double part)
{
    double a = value_of(dtype, low);
    double b = value_of(dtype, high);
    double way = difference(dtype, low, high);

    if (isinf(way)) {
        return a * (1 - part) + b * part;
    }
    return part >= 0.5 ? b - way * (1 - part) : a + way * part;
}
