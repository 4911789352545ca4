#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Writes percentile_cases.h: what np.percentile says of values that test_percentile.c makes too.

    /usr/bin/python3 percentile_cases.py > percentile_cases.h        (numpy 1.24.2)

The values are splitmix64's bits, n of them from seed n on, made smaller so that no difference of
two of them overflows in their type (where numpy is wrong): integers lose one bit at the top (signed
ones keep their sign), floats the highest bit of the exponent. "few" keeps four different values.
"""
import numpy as np

TYPES = ["i1", "u1", "i2", "u2", "i4", "u4", "i8", "u8", "f2", "f4", "f8"]
NAMES = {"i": "INT", "u": "UINT", "f": "FLOAT"}
SIZES = [1, 2, 3, 10, 101, 1000, 4096, 70001]
PERCENTS = [0.0, 2.0, 33.3, 50.0, 97.5, 98.0, 99.9, 100.0]
MASK = (1 << 64) - 1


def splitmix(seed, n):
    state = (seed + np.arange(1, n + 1, dtype=object) * 0x9E3779B97F4A7C15) & MASK
    z = np.array(state.tolist(), dtype=np.uint64)
    z = (z ^ (z >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    z = (z ^ (z >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return z ^ (z >> np.uint64(31))


def values(kind, n, few):
    width = 8 * int(kind[1])
    bits = splitmix(n, n)
    if few:
        bits = bits & np.uint64(3)
        bits = bits * np.uint64(0x2525252525252525)
    if kind[0] == "f":
        bits = bits & np.uint64(MASK ^ 1 << (width - 2))
    raw = bits.astype("u%d" % (width // 8)).view(kind)
    return raw if kind[0] == "f" else raw >> raw.dtype.type(1)


print("/* SPDX-License-Identifier: MIT */")
print("/* percentile_cases.h: np.percentile of made values; written by percentile_cases.py. */")
print("#ifndef TESTS_UNIT_DATA_PERCENTILE_CASES_H")
print("#define TESTS_UNIT_DATA_PERCENTILE_CASES_H")
print()
print("/* clang-format off */")
print("static const double percents[] = {%s};" % ", ".join(map(repr, PERCENTS)))
print()
print("static const struct percentile_case {")
print("    enum fp_dtype dtype;")
print("    size_t n;")
print("    bool few;")
print("    double values[%d];" % len(PERCENTS))
print("} percentile_cases[] = {")
for kind in TYPES:
    for n in SIZES:
        for few in (False, True):
            found = np.percentile(values(kind, n, few), PERCENTS)
            assert found.dtype == np.float64
            name = "FP_%s%d" % (NAMES[kind[0]], 8 * int(kind[1]))
            text = ", ".join(float(v + 0.0).hex() for v in found)
            print("    {%s, %d, %s, {%s}}," % (name, n, "true" if few else "false", text))
print("};")
print("/* clang-format on */")
print()
print("#endif")
