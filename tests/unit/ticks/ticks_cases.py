#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""ticks_cases.py: writes ticks_cases.h beside itself, matplotlib 3.6.3's own ticks and labels.

Debian 12's python3-matplotlib has that version. Run it with /usr/bin/python3; running it again
gives the same file. Values are written in full (hexadecimal), texts as they are drawn.
"""

import pathlib
import random
import sys

import matplotlib
from matplotlib.ticker import AutoLocator, ScalarFormatter

WANTED = "3.6.3"

HEADER = """\
/* SPDX-License-Identifier: MIT */
/* ticks_cases.h: matplotlib 3.6.3's ticks. Written by ticks_cases.py. */
#ifndef TESTS_UNIT_TICKS_TICKS_CASES_H
#define TESTS_UNIT_TICKS_TICKS_CASES_H

/* clang-format off */
static const struct {{
    double lo, hi;
    int room;
    const char *values; /* separated by spaces, like the labels */
    const char *labels;
    const char *offset;
}} cases[] = {{
{cases}
}};
/* clang-format on */

#endif
"""

BY_HAND = [
    # The spec's x ticks, images and colorbars as they are met every day.
    *((-0.5, n - 0.5, room) for n in (10, 25, 28, 64, 100, 128, 150, 256, 441, 512, 640, 1024)
      for room in (9, 8)),
    *((0, 1, room) for room in range(1, 10)), *((-1, 1, room) for room in range(1, 10)),
    *((0, 255, room) for room in range(1, 10)), *((4.5, 5.5, room) for room in (1, 5, 9)),
    (-0.1, 0.1, 9), (0.9, 1.1, 9), (0, 65535, 9), (0, 4294967295, 9),
    # Offsets: large, negative, straddling round numbers.
    (1e6, 1e6 + 10, 9), (-1e6 - 10, -1e6, 9), (1e6 - 5, 1e6 + 5, 9), (99999, 100001, 9),
    (99990, 100010, 9), (123456, 123457, 9), (123456.7, 123456.8, 9), (1e9, 1e9 + 1, 9),
    (1e15, 1e15 + 4, 9), (1e16, 1e16 + 64, 9), (2 ** 53, 2 ** 53 + 2, 9), (1e5, 1e5 + 1, 5),
    (9998, 10002, 9), (999.5, 1000.5, 9), (-100.001, -99.999, 9), (1.0001, 1.0002, 9),
    (0.99999, 1.00001, 9), (1 - 1e-7, 1 + 1e-7, 9), (12345678, 12345679, 9),
    (1234567890.25, 1234567890.75, 7), (1e-5 + 1, 3e-5 + 1, 9), (5.0000001, 5.0000002, 9),
    # Exponents, at the edges of where plain numbers end.
    (0, 1e-7, 9), (0, 1e-5, 9), (0, 1.1e-4, 9), (0, 1e-4, 9), (0, 999999, 9), (0, 1e6, 9),
    (0, 2e6, 9), (-1e6, 0, 9), (1e-7, 2e-7, 9), (0, 1e-300, 9), (1e-280, 2e-280, 9),
    (0, 1e300, 9), (-1e300, 1e300, 9), (1e300, 1.1e300, 9), (1e299, 1.5e300, 3), (1e22, 1e23, 9),
    (-3e-9, 7e-9, 9), (6.02e23, 6.03e23, 9), (1e-9, 1e9, 9),
    # As narrow as doubles allow, and narrower.
    (1, 1 + 1e-15, 9), (1, 1 + 2e-14, 9), (3, 3, 9), (0, 0, 9), (1e300, 1e300, 9), (-7, -7, 4),
    (0, 5e-324, 9), (1e-310, 2e-310, 9), (0.1 + 0.2, 0.3, 9),
]


def intervals():
    yield from BY_HAND
    draw = random.Random(1)
    for _ in range(90):
        size = 10.0 ** draw.randint(-12, 12)
        lo, hi = sorted((draw.uniform(-size, size), draw.uniform(-size, size)))
        yield lo, hi, draw.randint(1, 9)
    for _ in range(80):
        middle = draw.uniform(-1, 1) * 10.0 ** draw.randint(-6, 9)
        half = abs(middle) * 10.0 ** -draw.uniform(1, 11)
        yield middle - half, middle + half, draw.randint(1, 9)
    for _ in range(60):
        lo = round(draw.uniform(-100, 100), draw.randint(0, 3))
        yield lo, lo + draw.choice([0.1, 0.3, 0.7, 1, 3, 12, 25, 33.3, 250]), draw.randint(1, 9)


def ticks(lo, hi, room):
    locator = AutoLocator()
    locator.set_params(nbins=room)
    formatter = ScalarFormatter()
    formatter.create_dummy_axis()
    formatter.axis.set_view_interval(lo, hi)
    values = locator.tick_values(lo, hi)
    return values, formatter.format_ticks(values), formatter.get_offset()


def line(lo, hi, room):
    lo, hi = sorted((float(lo), float(hi)))
    values, labels, offset = ticks(lo, hi, room)
    texts = (" ".join(float(v).hex() for v in values), " ".join(labels), offset)
    return '    {%s, %s, %d,\n     "%s",\n     "%s", "%s"},' % (lo.hex(), hi.hex(), room, *texts)


def main():
    if matplotlib.__version__ != WANTED:
        sys.exit(f"matplotlib {WANTED} is needed, this is {matplotlib.__version__}")
    text = HEADER.format(cases="\n".join(line(*interval) for interval in intervals()))
    (pathlib.Path(__file__).resolve().parent / "ticks_cases.h").write_text(text)


if __name__ == "__main__":
    main()
