#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""fit_cases.py: writes fit_cases.h beside itself, the limits that matplotlib 3.6.3 gives to lines.

Debian 12's python3-matplotlib has that version. Run it with /usr/bin/python3; running it again
gives the same file. Values are written in full (hexadecimal).
"""

import pathlib
import random
import sys

import matplotlib
from matplotlib.figure import Figure

WANTED = "3.6.3"

HEADER = """\
/* SPDX-License-Identifier: MIT */
/* fit_cases.h: the limits that matplotlib 3.6.3 gives to lines. Written by fit_cases.py. */
#ifndef TESTS_UNIT_FIGURE_FIT_CASES_H
#define TESTS_UNIT_FIGURE_FIT_CASES_H

/* clang-format off */
static const struct {{
    const char *lines; /* "x x x;y y y|y y y": lines between bars; without x it is 0, 1, 2 … */
    double xlim[2], ylim[2];
}} cases[] = {{
{cases}
}};
/* clang-format on */

#endif
"""

NAN, INF = float("nan"), float("inf")
TINY, HUGE = 5e-324, 1.7e308


def ys(*values):
    return [(None, list(values))]


BY_HAND = [
    # Everyday.
    ys(0, 1), ys(0, 1, 4, 9, 16), ys(3, 1, 2), ys(-1, 1), ys(-5, -2, -9), ys(*range(100)),
    [([0, 10], [0, 1])], [([10, 0], [1, 0])], [([2, 2], [0, 5])], [([1.5, 2.5, 9], [7, 7, 7])],
    [(None, [1, 2]), (None, [5, 6, 7])], [([0, 1], [3, 4]), ([-7, -6], [0.1, 0.2])],
    # Constant, one point, nothing.
    ys(1, 1, 1), ys(0, 0, 0), ys(-3, -3), ys(1e6, 1e6), ys(0.1, 0.1), ys(5), ys(0), ys(-2.5),
    [([3], [4])], [([0], [0])], ys(), [(None, []), (None, [])], [(None, []), (None, [2, 3])],
    # Gaps.
    ys(NAN, 1, 2, NAN), ys(NAN), ys(NAN, NAN), ys(1, NAN), ys(INF, 1, 2), ys(-INF, INF),
    [([NAN, 1, 2], [5, 6, 7])], [([0, 1, 2], [NAN, NAN, NAN])], [([INF, 1], [100, 2])],
    ys(0, INF, 3, -INF, 1), [(None, [NAN, NAN]), (None, [4, 8])],
    # Large, small, narrow.
    ys(1e300, 2e300), ys(-1e300, 1e300), ys(0, 1e-300), ys(1e-290, 3e-290), ys(1e-280, 3e-280),
    ys(TINY, 0), ys(1e-287, 2.5e-287), ys(2.2e-287, 0), ys(1e22, 1e22), ys(1e300, 1e300),
    ys(1, 1 + 2 ** -52), ys(1, 1 + 2 ** -50), ys(1, 1 + 2 ** -46), ys(1, 1 + 1e-13),
    ys(1, 1 + 9e-14), ys(1, 1 + 2e-12), ys(1e6, 1e6 + 1e-9), ys(-1, -1 + 2 ** -51),
    ys(1e-5, 3e-9), ys(123456789.125, 123456789.5), ys(40e6, 41e6, 40.5e6),
]


def data_sets():
    yield from BY_HAND
    draw = random.Random(1)
    for _ in range(40):
        size = 10.0 ** draw.randint(-12, 12)
        offset = draw.choice([0, 0, draw.uniform(-1, 1) * 10.0 ** draw.randint(-3, 9)])
        n = draw.randint(1, 6)
        x = draw.choice([None, [draw.uniform(-size, size) for _ in range(n)]])
        yield [(x, [offset + draw.uniform(-size, size) for _ in range(n)])]


def limits(lines):
    ax = Figure().add_subplot()
    for x, y in lines:
        ax.plot(range(len(y)) if x is None else x, y)
    return ax.get_xlim(), ax.get_ylim()


def hexes(values, between):
    return between.join(float(v).hex() for v in values)


def case(lines):
    texts = [("" if x is None else hexes(x, " ") + ";") + hexes(y, " ") for x, y in lines]
    xlim, ylim = limits([(x, [float(v) for v in y]) for x, y in lines])
    return '    {"%s",\n     {%s}, {%s}},' % ("|".join(texts), hexes(xlim, ", "),
                                              hexes(ylim, ", "))


def main():
    if matplotlib.__version__ != WANTED:
        sys.exit(f"matplotlib {WANTED} is needed, this is {matplotlib.__version__}")
    text = HEADER.format(cases="\n".join(case(lines) for lines in data_sets()))
    (pathlib.Path(__file__).resolve().parent / "fit_cases.h").write_text(text)


if __name__ == "__main__":
    main()
