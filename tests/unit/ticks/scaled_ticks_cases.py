#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""scaled_ticks_cases.py: writes scaled_ticks_cases.h beside itself, matplotlib 3.6.3's own ticks and
labels on axes that are not linear.

Debian 12's python3-matplotlib has that version. Run it with /usr/bin/python3; running it again
gives the same file. Values are written so that they read back as the same doubles. Labels are
freed from mathtext as src/ticks/ticks.h tells; this is the one place that knows both.
"""

import math
import os
import pathlib
import random
import re
import sys

# On newer CPUs numpy takes its own logarithms, which differ in the last bit, and with it whole ticks.
os.environ["NPY_DISABLE_CPU_FEATURES"] = "AVX512F AVX512CD AVX512_SKX AVX512_CLX AVX512_CNL AVX512_ICL"

import matplotlib  # noqa: E402
from matplotlib.figure import Figure  # noqa: E402

WANTED = "3.6.3"

HEADER = """\
/* SPDX-License-Identifier: MIT */
/* scaled_ticks_cases.h: matplotlib 3.6.3's ticks on axes that are not linear. Written by
 * scaled_ticks_cases.py. */
#ifndef TESTS_UNIT_TICKS_SCALED_TICKS_CASES_H
#define TESTS_UNIT_TICKS_SCALED_TICKS_CASES_H

#include "ticks/ticks.h"

/* clang-format off */
static const struct {{
    struct fp__ruler ruler;
    const char *values, *labels;             /* separated by bars */
    const char *minor_values, *minor_labels; /* no labels at all: "" */
    const char *offset;
}} cases[] = {{
{cases}
}};
/* clang-format on */

#endif
"""

RAISED = str.maketrans("-0123456789", "\u207b\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079")


def plain(label):
    """What a formula looks like: a minus between two numbers and the two signs of multiplication
    stand between spaces of a fifth of the font's size."""
    if not label.startswith("$"):
        return label
    text = re.fullmatch(r"\$\\mathdefault\{(.*)\}\$", label).group(1)
    text = re.sub(r"\^\{(-?\d+)\}", lambda m: m.group(1).translate(RAISED), text)
    text = text.replace(r"\frac{1}{2}", "\u00bd").replace(r"\times", "\u2009\u00d7\u2009")
    text = text.replace(r"\cdot", "\u2009\u22c5\u2009").replace("1-", "1\u2009\u2212\u2009")
    text = text.replace("-", "\u2212")
    if re.search(r"[\\{}^]", text):
        sys.exit(f"do not know how {label} looks")
    return text


def log_cases():
    for decades in (0.1, 0.3, 0.39, 0.41, 0.7, 0.99, 1.01, 1.5, 2, 3, 5, 8, 10, 11, 12, 20, 40, 100, 200):
        for first in (1, 0.02, 3.7):
            if first == 1 or decades < 12:
                yield first, first * 10 ** decades, 8
    yield from ((1, 1000, 1), (1, 1000, 2), (1e-3, 1e3, 3), (1e-5, 1e5, 4), (1e-12, 1e-3, 30))
    yield from ((1, 10, 9), (0.1, 1, 9), (1, 100, 9), (1e-150, 1e150, 9), (1e-280, 1e-200, 9))
    yield from ((1, 1 + 1e-9, 9), (999.9, 1000.1, 9), (99, 101, 9), (2, 3, 9), (2.1, 2.9, 9))
    yield from ((0.8912509381337455, 11.220184543019634, 9), (1e-3, 1, 9), (255, 65535, 9))
    draw = random.Random(2)
    for _ in range(35):
        lo = 10 ** draw.uniform(-12, 12)
        yield lo, lo * 10 ** draw.choice([draw.uniform(0, 1), draw.uniform(0, 14)]), draw.randint(1, 20)


def symlog_cases():
    for threshold in (2, 1, 0.03, 1e-5):
        yield from (((-100, 100, 8), threshold), ((0, 1000, 8), threshold), ((-0.5, 0.5, 8), threshold))
        yield from (((-1e6, 10, 8), threshold), ((-20, -3, 8), threshold), ((4, 30, 8), threshold))
        yield from (((-threshold, threshold, 8), threshold), ((threshold, 1e4, 8), threshold))
    yield from (((-1e300, 1e300, 9), 1), ((-1e20, 1e15, 9), 1e-20), ((1, 9, 9), 0.5), ((2, 5, 9), 1))
    draw = random.Random(3)
    for _ in range(25):
        threshold = 10 ** draw.uniform(-4, 2)
        lo, hi = sorted(draw.choice([-1, 1]) * 10 ** draw.uniform(-5, 8) for _ in range(2))
        yield (lo, hi, draw.randint(1, 9)), threshold


def asinh_cases():
    for width in (1, 0.1, 20):
        yield from (((-10, 10, 8), width), ((0, 1000, 8), width), ((-100, 95, 8), width))
        yield from (((-1e6, 3, 8), width), ((3, 8, 8), width), ((-0.01, 0.01, 8), width))
    draw = random.Random(4)
    for _ in range(20):
        lo, hi = sorted(draw.choice([-1, 1]) * 10 ** draw.uniform(-4, 8) for _ in range(2))
        yield (lo, hi, draw.randint(1, 9)), 10 ** draw.uniform(-3, 3)


def logit_cases():
    yield from ((1e-3, 0.999, 13), (0.01, 0.99, 13), (1e-7, 1 - 1e-7, 13), (1e-7, 1 - 1e-7, 5))
    yield from ((0.2, 0.7, 13), (0.05, 0.3, 13), (0.3, 0.95, 13), (0.9, 0.999, 13), (1e-5, 1e-3, 13))
    yield from ((1e-300, 0.5, 13), (1e-12, 1 - 1e-12, 30), (0.04, 0.97, 2), (0.5, 0.9999, 13))
    yield from ((0.05, 0.95, 9), (0.09, 0.8, 9), (0.005, 0.45, 9), (0.6, 0.995, 9), (0.0005, 0.05, 9))
    yield from ((0.95, 0.9995, 9), (2e-6, 5e-4, 9), (1 - 5e-4, 1 - 2e-6, 9))
    yield from ((1e-9, 2e-9, 9), (0.41, 0.42, 9), (0.001, 0.1, 9), (0.12, 0.88, 1), (0.09, 0.91, 9))
    draw = random.Random(5)
    for _ in range(20):
        ends = (1 / (1 + 10 ** -draw.uniform(-8, 8)) for _ in range(2))
        lo, hi = sorted(ends)
        yield lo, hi, draw.randint(1, 20)


def all_cases():
    for lo, hi, room in log_cases():
        yield "FP__CURVE_LOG", "", dict(value="log"), lo, hi, room
    for (lo, hi, room), t in symlog_cases():
        curve = f", .threshold = {t!r}, .linscale = 1"
        yield "FP__CURVE_SYMLOG", curve, dict(value="symlog", linthresh=t), lo, hi, room
    for (lo, hi, room), w in asinh_cases():
        yield "FP__CURVE_ASINH", f", .width = {w!r}", dict(value="asinh", linear_width=w), lo, hi, room
    for lo, hi, room in logit_cases():
        yield "FP__CURVE_LOGIT", "", dict(value="logit"), lo, hi, room


def ticks(scale, lo, hi, room):
    axis = Figure().add_subplot().yaxis
    axis.axes.set_yscale(**scale)
    axis.set_view_interval(lo, hi, ignore=True)
    axis.get_tick_space = lambda: room
    major, minor = axis.get_majorticklocs(), axis.get_minorticklocs()
    labels = axis.major.formatter.format_ticks(major)
    return major, labels, minor, axis.minor.formatter.format_ticks(minor), axis.major.formatter.get_offset()


def chosen(kind, values, labels):
    """The texts of values and of labels; on a log axis 0 is a decade that no double has."""
    keep = [i for i, v in enumerate(values) if math.isfinite(v) and (v != 0 or kind != "FP__CURVE_LOG")]
    texts = [plain(labels[i]) for i in keep]
    return "|".join(repr(float(values[i])) for i in keep), "|".join(texts) if any(texts) else ""


def line(kind, curve, scale, lo, hi, room):
    major, labels, minor, minor_labels, offset = ticks(scale, float(lo), float(hi), room)
    texts = (*chosen(kind, major, labels), *chosen(kind, minor, minor_labels), offset)
    ruler = "{{.kind = %s%s}, %r, %r, %d}" % (kind, curve, float(lo), float(hi), room)
    return "    {%s,\n     %s}," % (ruler, ",\n     ".join(f'"{t}"' for t in texts))


def main():
    if matplotlib.__version__ != WANTED:
        sys.exit(f"matplotlib {WANTED} is needed, this is {matplotlib.__version__}")
    text = HEADER.format(cases="\n".join(line(*case) for case in all_cases()))
    (pathlib.Path(__file__).resolve().parent / "scaled_ticks_cases.h").write_text(text)


if __name__ == "__main__":
    main()
