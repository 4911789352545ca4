# SPDX-License-Identifier: MIT
"""data.py: the values of a case, exactly those of data.h."""

import numpy as np


def noise(count):
    """Numerical Recipes' generator modulo 2³², its upper 16 bits."""
    values, x = np.empty(count), 1
    for i in range(count):
        x = (x * 1664525 + 1013904223) % 2 ** 32
        values[i] = x >> 16
    return values


def hill(rows, cols, channels):
    """A product of two parabolas, and one more of each for every channel."""
    i, j, c = np.indices((rows, cols, channels)).astype(float)
    return ((i + 1) * (rows - i) * (j + 1) * (cols - j) * (c + 1)).ravel()


def counted(case, rows, cols, channels):
    kind = case.get("values", "ramp")
    count = np.arange(rows * cols * channels).astype(float)
    if kind == "noise":
        return noise(len(count))
    if kind == "hill":
        return hill(rows, cols, channels)
    if kind == "powers":
        return np.ldexp(1.0, (count % 41).astype(int) - 20)
    return count


def values_of(case):
    shape = [int(n) for n in case["shape"].split("x")]
    rows, cols, channels = (shape + [1])[:3]
    values = counted(case, rows, cols, channels) * float(case.get("times", 1))
    values = values + float(case.get("plus", 0))
    for put in case.get("put", "").split(",") if "put" in case else []:
        value, step = put.split("@")
        values[int(step) - 1::int(step)] = float(value)
    array = values.astype(case.get("type", "float64")).reshape(shape)
    order = case.get("order", "C")
    if order == "swapped":
        return array.astype(array.dtype.newbyteorder())
    return np.asfortranarray(array) if order == "F" else array
