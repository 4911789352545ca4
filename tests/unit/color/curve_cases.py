#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""curve_cases.py: writes curve_cases.h beside itself: the curves of matplotlib 3.6.3's scales.

Debian 12's python3-matplotlib has that version. Run it with /usr/bin/python3; running it again
gives the same file.
"""

import pathlib
import sys

import matplotlib
import numpy
from matplotlib import scale

WANTED = "3.6.3"

HEADER = """\
/* SPDX-License-Identifier: MIT */
/* curve_cases.h: the curves of matplotlib 3.6.3's scales. Written by curve_cases.py. */
#ifndef TESTS_UNIT_COLOR_CURVE_CASES_H
#define TESTS_UNIT_COLOR_CURVE_CASES_H

#include <math.h>

#include "color/curve.h"

/* clang-format off */
static const struct curve_case {{
    struct fp__curve curve;
    double v, t;
}} curve_cases[] = {{
{cases}
}};
/* clang-format on */

#endif
"""

VALUES = [-1e300, -1e6, -321.5, -2, -1, -0.5, -1e-3, -1e-300, 0, 5e-324, 1e-300, 1e-9, 0.001, 0.1,
          0.5, 0.75, 0.999999, 1, 1.5, 2, 2.5, 10, 321.5, 1e6, 1e20, 1e300]

CURVES = [
    (".kind = FP__CURVE_LOG", scale.LogTransform(10, "mask")),
    (".kind = FP__CURVE_SYMLOG, .threshold = 2, .linscale = 1",
     scale.SymmetricalLogTransform(10, 2, 1)),
    (".kind = FP__CURVE_SYMLOG, .threshold = 0.01, .linscale = 0.3",
     scale.SymmetricalLogTransform(10, 0.01, 0.3)),
    (".kind = FP__CURVE_SYMLOG, .threshold = 1000, .linscale = 4",
     scale.SymmetricalLogTransform(10, 1000, 4)),
    (".kind = FP__CURVE_ASINH, .width = 1", scale.AsinhTransform(1)),
    (".kind = FP__CURVE_ASINH, .width = 0.02", scale.AsinhTransform(0.02)),
    (".kind = FP__CURVE_ASINH, .width = 70", scale.AsinhTransform(70)),
    (".kind = FP__CURVE_LOGIT", scale.LogitTransform("mask")),
]


def number(value):
    return float(value).hex() if numpy.isfinite(value) else "NAN"


def main():
    if matplotlib.__version__ != WANTED:
        sys.exit(f"matplotlib {WANTED} is needed, this is {matplotlib.__version__}")
    lines = []
    for curve, transform in CURVES:
        with numpy.errstate(all="ignore"):
            places = transform.transform_non_affine(numpy.array(VALUES))
        lines += ["    {{%s}, %s, %s}," % (curve, number(v), number(t))
                  for v, t in zip(VALUES, places)]
    text = HEADER.format(cases="\n".join(lines))
    (pathlib.Path(__file__).resolve().parent / "curve_cases.h").write_text(text)


if __name__ == "__main__":
    main()
