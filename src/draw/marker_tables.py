#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""marker_tables.py: writes marker_tables.c beside itself: the markers of matplotlib 3.6.3.

Debian 12's python3-matplotlib has that version. Run it with /usr/bin/python3; running it again
gives the same file.
"""

import math
import pathlib
import sys

import matplotlib
from matplotlib.markers import MarkerStyle
from matplotlib.path import Path

WANTED = "3.6.3"
LETTERS = ".,ov^<>12348spP*hH+xXDd|_"

SOURCE = """\
/* SPDX-License-Identifier: MIT */
/* marker_tables.c: matplotlib 3.6.3's markers. Written by marker_tables.py from what MarkerStyle gives
 * for each (markers.py; the circle is Lancaster's, of eight cubic splines: path.py). */
#include "draw/marker.h"

#include <math.h>

/* clang-format off */
{points}

const struct fp__marker_shape fp__marker_shapes[FP__MARKERS] = {{
{shapes}
}};
/* clang-format on */
"""


def number(v):
    v = float(v) + 0.0
    return repr(int(v)) if v == int(v) else repr(v)


def vertices(style):
    """The points, with None where a new piece begins, without what closes the path."""
    path = style.get_path()
    points = style.get_transform().transform(path.vertices).tolist()
    codes = path.codes.tolist() if path.codes is not None else [Path.MOVETO] + [Path.LINETO] * (
        len(points) - 1)
    closed = codes[-1] == Path.CLOSEPOLY
    out = []
    for point, code in zip(points, codes):
        if code == Path.MOVETO and out:
            out.append(None)
        if code != Path.CLOSEPOLY:
            out.append(point)
    if closed and Path.CURVE4 not in codes and out[0] == out[-1]:
        out.pop()
    return out, closed, Path.CURVE4 in codes


def rows(points):
    texts = ["{NAN, NAN}" if p is None else "{%s, %s}" % (number(p[0]), number(p[1]))
             for p in points]
    lines, line = [], "   "
    for text in texts:
        if len(line) + len(text) + 2 > 100:
            lines.append(line)
            line = "   "
        line += " " + text + ","
    return "\n".join(lines + [line])


def snap(style):
    threshold = style.get_snap_threshold()
    if threshold is None:
        return "NAN"
    return "INFINITY" if math.isinf(threshold) else number(threshold)


def main():
    if matplotlib.__version__ != WANTED:
        sys.exit(f"matplotlib {WANTED} is needed, this is {matplotlib.__version__}")
    points, shapes = [], []
    for i, letter in enumerate(LETTERS):
        style = MarkerStyle(letter)
        vs, closed, curved = vertices(style)
        points.append("static const double points_%d[][2] = { /* %s */\n%s\n};" % (
            i, letter, rows(vs)))
        shapes.append("    {'%s', points_%d, %d, %s, %s, %s, FP__JOIN_%s}," % (
            letter, i, len(vs), str(closed).lower(), str(curved).lower(), snap(style),
            style.get_joinstyle().upper()))
    text = SOURCE.format(points="\n\n".join(points), shapes="\n".join(shapes))
    (pathlib.Path(__file__).resolve().parent / "marker_tables.c").write_text(text)


if __name__ == "__main__":
    main()
