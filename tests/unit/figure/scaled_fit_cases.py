#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""scaled_fit_cases.py: writes scaled_fit_cases.h beside itself: on log and symlog axes, the limits that
matplotlib 3.6.3 gives to lines, and where it draws a point of them.

Debian 12's python3-matplotlib has that version. Run it with /usr/bin/python3; running it again
gives the same file. Values are written so that they read back as the same doubles.
"""

import os
import pathlib
import random
import sys
import warnings

os.environ["NPY_DISABLE_CPU_FEATURES"] = "AVX512F AVX512CD AVX512_SKX AVX512_CLX AVX512_CNL AVX512_ICL"

import matplotlib  # noqa: E402
from matplotlib.figure import Figure  # noqa: E402

WANTED = "3.6.3"

HEADER = """\
/* SPDX-License-Identifier: MIT */
/* scaled_fit_cases.h: limits and places of lines on log and symlog axes in matplotlib 3.6.3. Written
 * by scaled_fit_cases.py. */
#ifndef TESTS_UNIT_FIGURE_SCALED_FIT_CASES_H
#define TESTS_UNIT_FIGURE_SCALED_FIT_CASES_H

#include "flatplot/axes.h"

/* clang-format off */
static const struct {{
    struct fp_scale x, y;
    const char *xs, *ys;
    double xlim[2], ylim[2];
    double point[2], pixel[2]; /* in the default axes, from the lower left corner, y up */
}} cases[] = {{
{cases}
}};
/* clang-format on */

#endif
"""

NAN, INF = float("nan"), float("inf")
LINEAR, LOG = ("LINEAR", {}), ("LOG", {})


def symlog(linthresh=2, linscale=1):
    return "SYMLOG", dict(linthresh=linthresh, linscale=linscale)


BY_HAND = [
    [1, 10, 100], [1, 2], [0.001, 5, 3e6], [5], [10], [3, 3], [0.02, 0.020001], [1e-12, 1e12],
    [0, 1, 10], [-5, 1, 1000], [-1, 0], [-3, -2], [0], [], [NAN, 4, 40], [NAN], [INF, 2, 20],
    [0, 0.5], [-100, 0, 100], [-0.5, 0.5], [1e-300, 1e-200], [1e200, 1e280], [7, 0, 7], [-7, 7, 7],
    [1, 1 + 1e-12], [-1e5, 3],
]


def data_sets():
    for ys in BY_HAND:
        xs = [10.0 ** i for i in range(len(ys))]
        yield LINEAR, LOG, xs, ys
        yield LOG, symlog(), xs, ys
        yield symlog(0.5, 2), symlog(1e-3), ys, ys
    draw = random.Random(6)
    for _ in range(30):
        n = draw.randint(1, 5)
        xs, ys = ([draw.choice([-1, 1, 1]) * 10 ** draw.uniform(-6, 6) for _ in range(n)] for _ in "xy")
        yield draw.choice([LOG, LINEAR]), draw.choice([LOG, symlog(10 ** draw.uniform(-3, 3))]), xs, ys


def numbers(values, between=", "):
    names = {repr(NAN): "NAN", repr(INF): "INFINITY"} if between == ", " else {}
    return between.join(names.get(repr(float(v)), repr(float(v))) for v in values)


def scale_text(scale):
    kind, parameters = scale
    more = "".join(f", .{name} = {float(v)!r}" for name, v in parameters.items())
    return "{.kind = FP_SCALE_%s%s}" % (kind, more)


def case(xscale, yscale, xs, ys):
    ax = Figure().add_subplot()
    ax.set_xscale(xscale[0].lower(), **xscale[1])  # set later, symlog may keep a linear axis's limits
    ax.set_yscale(yscale[0].lower(), **yscale[1])
    ax.plot([float(x) for x in xs], [float(y) for y in ys])
    xlim, ylim = ax.get_xlim(), ax.get_ylim()
    point = [next((v for v in values if v == v and abs(v) != INF), 1) for values in (xs, ys)]
    pixel = ax.transData.transform(point)
    return '    {%s, %s,\n     "%s", "%s",\n     {%s}, {%s},\n     {%s}, {%s}},' % (
        scale_text(xscale), scale_text(yscale), numbers(xs, " "), numbers(ys, " "), numbers(xlim),
        numbers(ylim), numbers(point), numbers(pixel))


def main():
    if matplotlib.__version__ != WANTED:
        sys.exit(f"matplotlib {WANTED} is needed, this is {matplotlib.__version__}")
    warnings.simplefilter("ignore")
    text = HEADER.format(cases="\n".join(case(*data) for data in data_sets()))
    (pathlib.Path(__file__).resolve().parent / "scaled_fit_cases.h").write_text(text)


if __name__ == "__main__":
    main()
