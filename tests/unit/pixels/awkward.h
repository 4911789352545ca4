/* SPDX-License-Identifier: MIT */
/* awkward.h: values that arithmetic stumbles over, among random ones. */
#ifndef TESTS_UNIT_PIXELS_AWKWARD_H
#define TESTS_UNIT_PIXELS_AWKWARD_H

#include <float.h>
#include <math.h>
#include <stdint.h>
#include <string.h>

#include "unit/support.h"

static inline uint32_t
random_bits(void)
{
    static uint32_t seed = 1;

    seed ^= seed << 13; /* xorshift32, Marsaglia 2003 */
    seed ^= seed >> 17;
    return seed ^= seed << 5;
}

/* From 0 to 1, but one value in `rare` is one of those. */
static inline double
awkward_value(uint32_t rare)
{
    static const double values[] = {NAN,      INFINITY,  -INFINITY,  0,       -0.,   DBL_MAX,
                                    -DBL_MAX, 0x1p-1074, -0x1p-1074, DBL_MIN, 1e300, 1e-300,
                                    1,        -1,        0.5,        255,     256};

    if (random_bits() % rare == 0)
        return values[random_bits() % (sizeof values / sizeof *values)];
    return random_bits() / 4294967296.;
}

/* To the last bit; one NaN is as good as another. */
static inline void
assert_same_values(const double *a, const double *b, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (!(isnan(a[i]) && isnan(b[i])))
            assert_memory_equal(&a[i], &b[i], sizeof *a);
}

#endif
