#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""marks_cases.py: writes marks_cases.h beside itself: what matplotlib 3.6.3 makes of markers, plot
formats, steps and scatters.

Debian 12's python3-matplotlib has that version. Run it with /usr/bin/python3; running it again
gives the same file. Vertices are what Agg gets: Path.cleaned snaps and flattens as drawing does.
"""

import math
import pathlib
import sys

import matplotlib
from matplotlib.axes._base import _process_plot_format
from matplotlib.colors import to_rgba
from matplotlib.figure import Figure
from matplotlib.markers import MarkerStyle
from matplotlib.path import Path

WANTED = "3.6.3"
LETTERS = ".,ov^<>12348spP*hH+xXDd|_"
SIZES = [(3, 1), (6, 1), (13.5, 2.5)]  # points, and the edge's width
DPI = 100

HEADER = """\
/* SPDX-License-Identifier: MIT */
/* marks_cases.h: what matplotlib 3.6.3 makes of markers, plot formats, steps and scatters. Written by
 * marks_cases.py. */
#ifndef TESTS_UNIT_PLOTS_MARKS_CASES_H
#define TESTS_UNIT_PLOTS_MARKS_CASES_H

#include <math.h>

/* clang-format off */
static const struct {{
    char name;
    double size, edge_width; /* points */
    int n;
    double points[80][2]; /* pixels, y down */
}} marker_cases[] = {{
{markers}
}};

static const struct {{
    const char *format;
    int ok;
    const char *style; /* "None": no line; "": not told */
    char marker;       /* 0: none */
    int color;         /* 0xrrggbb; -1: not told */
}} format_cases[] = {{
{formats}
}};

static const struct {{
    const char *steps; /* "": straight */
    int n;
    double x[8], y[8];
    double xlim[2], ylim[2];
}} step_cases[] = {{
{steps}
}};

static const struct {{
    int n, has_sizes, has_values, log;
    double x[8], y[8], sizes[8], values[8];
    double xlim[2], ylim[2], clim[2];
}} scatter_cases[] = {{
{scatters}
}};
/* clang-format on */

#endif
"""

NAN, INF = float("nan"), float("inf")


def number(v):
    v = float(v)
    return "NAN" if math.isnan(v) else ("-" if v < 0 else "") + "INFINITY" if math.isinf(v) \
        else v.hex()


def numbers(vs):
    return "{" + ", ".join(number(v) for v in vs) + "}"


def marker_case(letter, points, edge):
    style = MarkerStyle(letter)
    size, width = points * DPI / 72, edge * DPI / 72
    snap = style.get_snap_threshold()
    if snap is not None:
        snap = size >= snap
    transform = style.get_transform()
    if letter == ",":
        width = 0
    else:
        transform = transform.scale(size)
    transform = transform.scale(1, -1)
    rectilinear = letter in "s+,P|_"
    if snap is False or (snap is None and not rectilinear):
        transform = transform.translate(.5, .5)
    path = style.get_path().cleaned(transform, snap=snap, stroke_width=width, curves=False)
    out = []
    for vertex, code in zip(path.vertices.tolist(), path.codes.tolist()):
        if code in (Path.CLOSEPOLY, Path.STOP):
            continue
        if code == Path.MOVETO and out:
            out.append((NAN, NAN))
        out.append(vertex)
    if out[0] == out[-1]:
        out.pop()
    return "    {'%s', %s, %s, %d,\n     {%s}}," % (
        letter, points, edge, len(out), ", ".join(numbers(v) for v in out))


FORMATS = ["", "r", "r--o", "o--r", "--or", "-", "--", "-.", ":", "-.o", ".-", ".-.", "b.", "k,", "C3",
           "C3s:", "sC9", "^k:", "tomato", "tab:blue", "#ff0000", "0.5", "1", "1.0", "2r", "4-", "_",
           "|-", "+", "x-", "DC1--", "*", "p", "P", "h", "H", "X", "d", "8", "none", " ", "o ", "rr",
           "oo", "---", "r--b", "z", "ro?", "C", "1r2", "--:", "5", "0", "m-.", "c<", "y>", "w3"]


def format_case(text):
    try:
        style, marker, color = _process_plot_format(text)
    except ValueError:
        return '    {"%s", 0, "", 0, -1},' % text
    rgb = -1
    if color is not None:
        r, g, b, a = to_rgba(color)
        rgb = int(r * 255) << 16 | int(g * 255) << 8 | int(b * 255) if a else -2
    return '    {"%s", 1, "%s", %s, %d},' % (
        text, style or "", "'%s'" % marker if marker not in (None, "None") else 0, rgb)


LINES = [([0, 1, 2, 3], [1, 3, 2, 5]), ([0, 1, 2, 3], [1, NAN, 2, 5]), ([5], [3]),
         ([0, NAN, 2, 3], [1, 9, 2, 5]), ([0, 4, 9], [1, 2, NAN]), ([], []),
         ([0, 4, 9, 3], [NAN, 2, INF, 1])]


def step_case(steps, x, y):
    ax = Figure().add_subplot()
    ax.plot(x, y, drawstyle=steps or "default")
    return '    {"%s", %d, %s, %s, %s, %s},' % (
        steps, len(x), numbers(x or [0]), numbers(y or [0]), numbers(ax.get_xlim()),
        numbers(ax.get_ylim()))


SCATTERS = [
    ([0, 1, 2], [3, 5, 4], None, None), ([], [], None, None), ([7], [1], None, [4]),
    ([0, 1, 2, NAN], [3, NAN, 4, 1], None, [1, 100, 2, -100]),
    ([0, 1, 2, 9], [3, 5, 4, 8], [10, 20, NAN, 30], None),
    ([0, 1, 2, 9], [3, 5, 4, 8], [10, 20, 30, 40], [INF, 5, -3, 7]),
    ([-1, 1, 20, 300], [3, 5, 4, 8], None, [2, 2, 2, 2]), ([NAN, NAN], [1, 2], None, None),
]


def scatter_case(log, x, y, s, c):
    ax = Figure().add_subplot()
    if log:
        ax.set_xscale("log")
    made = ax.scatter(x, y, s=s, c=c)
    if c is not None:
        made.to_rgba(made.get_array())
    clim = made.get_clim() if c is not None else (NAN, NAN)
    return "    {%d, %d, %d, %d, %s, %s, %s, %s, %s, %s, %s}," % (
        len(x), s is not None, c is not None, log, numbers(x or [0]), numbers(y or [0]),
        numbers(s or [0]), numbers(c or [0]), numbers(ax.get_xlim()), numbers(ax.get_ylim()),
        numbers(clim))


def main():
    if matplotlib.__version__ != WANTED:
        sys.exit(f"matplotlib {WANTED} is needed, this is {matplotlib.__version__}")
    text = HEADER.format(
        markers="\n".join(marker_case(m, *s) for m in LETTERS for s in SIZES),
        formats="\n".join(format_case(f) for f in FORMATS),
        steps="\n".join(step_case(s, *line) for s in ["", "steps-pre", "steps-mid", "steps-post"]
                        for line in LINES),
        scatters="\n".join(scatter_case(log, *s) for log in [0, 1] for s in SCATTERS))
    (pathlib.Path(__file__).resolve().parent / "marks_cases.h").write_text(text)


if __name__ == "__main__":
    main()
