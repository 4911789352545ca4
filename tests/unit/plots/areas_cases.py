#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""areas_cases.py: writes areas_cases.h beside itself: the limits and the paths that matplotlib
3.6.3 makes of error bars, stems, rules, spans and areas.

Debian 12's python3-matplotlib has that version. Run it with /usr/bin/python3; running it again
gives the same file. Vertices are what Agg gets: Path.cleaned snaps as drawing does.
"""

import math
import pathlib
import sys

import matplotlib
import numpy as np
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.path import Path
from matplotlib.transforms import Affine2D

WANTED = "3.6.3"
HEIGHT, DPI = 480, 100
NAN, INF = float("nan"), float("inf")

HEADER = """\
/* SPDX-License-Identifier: MIT */
/* areas_cases.h: limits and paths of matplotlib 3.6.3's error bars, stems, rules, spans and areas.
 * Written by areas_cases.py. */
#ifndef TESTS_UNIT_PLOTS_AREAS_CASES_H
#define TESTS_UNIT_PLOTS_AREAS_CASES_H

#include <math.h>

/* Pixels, y down; a NaN begins a new path. */
struct paths {{
    int n;
    double points[60][2];
}};

/* clang-format off */
static const struct {{
    int n, has_xerr, has_yerr, log;
    double capsize;
    double x[6], y[6], xerr[12], yerr[12]; /* below, and then above */
    double xlim[2], ylim[2];
    struct paths bars;
}} errorbar_cases[] = {{
{errorbars}
}};

static const struct {{
    int n, log;
    double bottom;
    double x[6], y[6];
    double xlim[2], ylim[2];
    struct paths stems;
}} stem_cases[] = {{
{stems}
}};

/* What is drawn in this order: h, v: axhline, axvline; H, V: axhspan, axvspan from a to b; p: a line
 * from 0, a to 1, b. */
static const struct {{
    const char *what;
    int log;
    double a[4], b[4];
    double xlim[2], ylim[2];
}} across_cases[] = {{
{across}
}};

/* Of the last of them, from .25 to .5 across. */
static const struct {{
    char what;
    double a, b;
    struct paths paths;
}} across_paths[] = {{
{across_paths}
}};

/* step: 0 straight, 1 pre, 2 mid, 3 post; y2 none: 0. */
static const struct {{
    int n, has_y2, has_where, step, interpolate, log;
    double x[8], y1[8], y2[8], where[8];
    double xlim[2], ylim[2];
    struct paths paths;
}} between_cases[] = {{
{between}
}};

static const struct {{
    int n;
    double x[8], y[8];
    double xlim[2], ylim[2];
    struct paths paths;
}} fill_cases[] = {{
{fills}
}};

/* What stands at `at`, from `from` to `to`: n of each, or one of the last two. */
static const struct {{
    int stand, n, ends, log;
    double at[6], from[6], to[6];
    double xlim[2], ylim[2];
    struct paths paths;
}} segments_cases[] = {{
{segments}
}};
/* clang-format on */

#endif
"""


def number(v):
    v = float(v)
    return "NAN" if math.isnan(v) else ("-" if v < 0 else "") + "INFINITY" if math.isinf(v) \
        else v.hex()


def numbers(vs):
    return "{" + ", ".join(number(v) for v in vs) + "}"


def paths(found):
    """(path, transform, line width in points, snap) … as a struct paths."""
    points = []
    for path, transform, width, snap in found:
        flip = transform + Affine2D().scale(1, -1).translate(0, HEIGHT)
        cleaned = flip.transform_path(path).cleaned(
            None, remove_nans=True, snap=snap, stroke_width=width * DPI / 72, curves=False)
        again = None  # after a gap Agg gets a point twice
        for i, (v, c) in enumerate(zip(cleaned.vertices.tolist(), cleaned.codes.tolist())):
            if c == Path.MOVETO:
                points.append((NAN, NAN))
            if c not in (Path.CLOSEPOLY, Path.STOP) and i != again:
                points.append(v)
            if c == Path.MOVETO and (i > 0 or np.isnan(path.vertices[0]).any()):
                again = i + 1
    return "{%d, {%s}}" % (len(points), ", ".join(numbers(p) for p in points or [(0, 0)]))


def new_axes(log):
    fig = Figure(dpi=DPI)
    FigureCanvasAgg(fig)
    ax = fig.add_subplot()
    if log:
        ax.set_yscale("log")
    return ax


def limits(ax):
    return numbers(ax.get_xlim()) + ", " + numbers(ax.get_ylim())


def segments(ax, collections):
    return paths([(p, ax.transData, c.get_linewidths()[0], None)
                  for c in collections for p in c.get_paths() if len(p.vertices)
                  and np.isfinite(p.vertices).all()])


ERRORBARS = [  # x, y, xerr, yerr, capsize, log
    ([1, 2, 3], [2, 3, 1], None, [.4, .4, .4], 0, 0),
    ([1, 2, 3], [2, 3, 1], [.1, .2, .3], [[.1, .2, .3], [.5, .4, 0]], 4, 0),
    ([1, 2, 3], [2, 30, 1], None, [1, 29.9, 3], 0, 1),
    ([1, 2, 3], [2, NAN, 1], None, [.4, .4, NAN], 0, 0),
    ([1, NAN, 3], [2, 5, 1], [1, 1, 1], [.4, 9, INF], 0, 0),
    ([1, 2, 3], [2, 3, 1], None, [[.4, .4, 3], [.4, .4, NAN]], 3, 0),
    ([1, 2, 3], [2, 30, 1], None, [1, 29.9, 3], 4, 1),
    ([1, 2, 3], [2, 3, 1], None, [[.4, 4, .4], [.4, .4, INF]], 3, 0),
    ([1, 2, 3, 10], [1, 2, 3, NAN], [.5] * 4, None, 0, 0),
    ([1, 2, 3, 10], [1, 2, 3, NAN], None, [.5] * 4, 0, 0),
    ([1, 2, 3, NAN], [1, 2, 3, 10], [.5] * 4, [.5] * 4, 0, 0),
    ([5], [3], [1], [2], 3, 0),
    ([5], [3], None, None, 0, 0),
    ([], [], [], [], 0, 0),
]


def errorbar_case(x, y, xerr, yerr, capsize, log):
    ax = new_axes(log)
    made = ax.errorbar(np.array(x), np.array(y), yerr=yerr, xerr=xerr, capsize=capsize)
    lim = limits(ax)
    both = [np.broadcast_to(e, (2, len(x))).ravel().tolist() if e is not None else []
            for e in (xerr, yerr)]
    return "    {%d, %d, %d, %d, %s, %s, %s, %s, %s, %s,\n     %s}," % (
        len(x), xerr is not None, yerr is not None, log, number(capsize), numbers(x or [0]),
        numbers(y or [0]), numbers(both[0] or [0]), numbers(both[1] or [0]), lim,
        segments(ax, made[2]))


STEMS = [  # x, y, bottom, log
    ([0, 1, 2, 3], [1, -2, 3, 2.5], 0, 0), ([4, 2, 9], [5, 6, 7], 2, 0),
    ([1, 2, 3], [1, 100, 10], 0, 1), ([0, 1, 2, 3], [1, NAN, 3, INF], 0, 0), ([7], [1], 0, 0),
]


def stem_case(x, y, bottom, log):
    ax = new_axes(log)
    made = ax.stem(x, y, bottom=bottom)
    return "    {%d, %d, %s, %s, %s, %s,\n     %s}," % (
        len(x), log, number(bottom), numbers(x or [0]), numbers(y or [0]), limits(ax),
        segments(ax, [made.stemlines]))


ACROSS = [
    ("h", 0, [.5], [0]), ("h", 0, [3], [0]), ("v", 0, [-2], [0]), ("ph", 0, [0, 1.04], [1, 0]),
    ("ph", 0, [0, 2], [1, 0]), ("hp", 0, [0, 5], [0, 9]), ("php", 0, [0, 1.04, 0], [1, 0, 1]),
    ("pv", 0, [0, 7], [1, 0]), ("H", 0, [3, 0], [4, 0]), ("V", 0, [.2], [.1]),
    ("pV", 0, [0, .3], [1, .4]), ("pV", 0, [0, -2], [1, .4]), ("pH", 0, [0, 5], [1, -7]),
    ("hhvv", 0, [1, 2, 3, 4], [0, 0, 0, 0]), ("HV", 0, [1, 5], [2, 6]), ("ph", 1, [1, 0], [9, 0]),
    ("pH", 1, [1, -1], [9, 100]), ("h", 1, [20], [0]),
]


def across(ax, what, a, b, lo=0, hi=1):
    """Draws one of a case's."""
    if what == "p":
        return ax.plot([0, 1], [a, b])
    kind = {"h": ax.axhline, "v": ax.axvline, "H": ax.axhspan, "V": ax.axvspan}[what]
    return kind(*([a] if what in "hv" else [a, b]), lo, hi)


def across_case(what, log, a, b):
    ax = new_axes(log)
    for drawn in zip(what, a, b):
        across(ax, *drawn)
    fill = [0] * (4 - len(a))
    return '    {"%s", %d, %s, %s, %s},' % (what, log, numbers(a + fill), numbers(b + fill),
                                           limits(ax))


def across_path(what, a, b):
    ax = new_axes(0)
    ax.set_xlim(0, 10)
    ax.set_ylim(0, 10)
    made = across(ax, what, a, b, .25, .5)
    line = what in "hv"
    width = made.get_linewidth() if line else 0
    text = paths([(made.get_path(), made.get_transform(), width, None)])
    return "    {'%s', %s, %s, %s}," % (what, number(a), number(b), text)


X, UP = [0, 1, 2, 3, 4, 5], [1, 3, 2, 5, 4, 6]
CROSS = [2, 2, 3, 3, 5, 5]
BETWEEN = [  # x, y1, y2, where, step, interpolate, log
    (X, UP, None, None, 0, 0, 0), (X, UP, CROSS, None, 0, 0, 0), (X, UP, CROSS, None, 1, 0, 0),
    (X, UP, CROSS, None, 2, 0, 0), (X, UP, CROSS, None, 3, 0, 0),
    (X, UP, CROSS, [1, 1, 0, 0, 1, 1], 0, 0, 0), (X, UP, CROSS, [0, 1, 0, 1, 1, 0], 0, 1, 0),
    (X, UP, CROSS, [1, 0, 1, 1, 0, 1], 3, 0, 0), (X, UP, CROSS, [0, 1, 0, 1, 1, 0], 0, 0, 0),
    (X, [1, NAN, 2, 5, INF, 6], CROSS, None, 0, 0, 0),
    (X, [1, NAN, 2, 5, INF, 6], CROSS, [1, 1, 1, 1, 1, 0], 0, 1, 0),
    ([0, 1, NAN, 3, 4, 5], UP, CROSS, None, 0, 0, 0), (X, UP, None, None, 0, 0, 1),
    (X, UP, [1, 2, 1, 2, 1, 2], None, 1, 0, 1), (X[:1], UP[:1], None, None, 0, 0, 0),
    ([], [], None, None, 0, 0, 0), (X[::-1], UP, CROSS, [0, 1, 0, 1, 1, 0], 0, 1, 0),
    ([0, 5], [2, 2], [5, 5], None, 0, 0, 0),
]
STEPS = [None, "pre", "mid", "post"]


def between_case(x, y1, y2, where, step, interpolate, log):
    ax = new_axes(log)
    made = ax.fill_between(x, y1, 0 if y2 is None else y2, where=where and [v > 0 for v in where],
                           step=STEPS[step], interpolate=bool(interpolate))
    lim = limits(ax)
    drawn = paths([(p, ax.transData, 0, None) for p in made.get_paths()])
    return "    {%d, %d, %d, %d, %d, %d, %s, %s, %s, %s, %s,\n     %s}," % (
        len(x), y2 is not None, where is not None, step, interpolate, log, numbers(x or [0]),
        numbers(y1 or [0]), numbers(y2 or [0]), numbers(where or [0]), lim, drawn)


def fill_case(x, y):
    ax = new_axes(0)
    made, = ax.fill(x, y)
    return "    {%d, %s, %s, %s,\n     %s}," % (
        len(x), numbers(x), numbers(y), limits(ax),
        paths([(made.get_path(), made.get_transform(), 0, None)]))


SEGMENTS = [  # stand, at, from, to, log
    (0, [1, 2, 3], [0, 1, 2], [4, 3, 9], 0), (1, [1, 2, 3], [0, 1, 2], [4, 3, 9], 0),
    (1, [1, 5, 2.5], [0], [1], 0), (0, [7], [-2], [3], 0),
    (0, [2, NAN, 4], [0, -9, 1], [3, 4, INF], 0),
    (1, [1, 2, 3], [1, 10, 100], [5, 70, 3000], 1), (0, [1, 20, 3], [0], [8], 1),
    (0, [], [0], [1], 0),
]


def segments_case(stand, at, start, end, log):
    ax = new_axes(log)
    made = (ax.vlines if stand else ax.hlines)(at, start if len(start) > 1 else start[0],
                                               end if len(end) > 1 else end[0])
    return "    {%d, %d, %d, %d, %s, %s, %s, %s,\n     %s}," % (
        stand, len(at), len(start), log, numbers(at or [0]), numbers(start), numbers(end),
        limits(ax), segments(ax, [made]))


def main():
    if matplotlib.__version__ != WANTED:
        sys.exit(f"matplotlib {WANTED} is needed, this is {matplotlib.__version__}")
    text = HEADER.format(
        errorbars="\n".join(errorbar_case(*case) for case in ERRORBARS),
        stems="\n".join(stem_case(*case) for case in STEMS),
        across="\n".join(across_case(*case) for case in ACROSS),
        across_paths="\n".join(across_path(*p) for p in [
            ("h", 3.3, 0), ("v", 7.7, 0), ("H", 2.2, 4.4), ("V", 9.1, 6.3)]),
        between="\n".join(between_case(*case) for case in BETWEEN),
        segments="\n".join(segments_case(*case) for case in SEGMENTS),
        fills="\n".join(fill_case(*case) for case in [
            ([0, 1, 2, 1], [0, 2, 0, 1]), ([1, 3, 3, 1], [1, 1, 3, 3]), ([0, 5], [1, 3]),
            ([NAN, 0, 2, 1, NAN, 3, 5], [0, 0, 0, 3, 1, 1, 2]),
            ([0, 2, 1, NAN, 3, 5, 4], [0, 0, 3, 1, 1, 2, 3]),
            ([0, 2, 1, NAN, 3, 5, 4, NAN], [0, 0, 3, 1, 1, 2, 3, 0])]))
    (pathlib.Path(__file__).resolve().parent / "areas_cases.h").write_text(text)


if __name__ == "__main__":
    main()
