#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""bars_cases.py: writes bars_cases.h beside itself: what matplotlib 3.6.3 makes of bars.

Debian 12's python3-matplotlib has that version. Run it with /usr/bin/python3; running it again
gives the same file. Corners are what Agg gets: Path.cleaned snaps as drawing does.
"""

import math
import pathlib
import sys

import matplotlib
from matplotlib.figure import Figure
from matplotlib.transforms import Affine2D

WANTED = "3.6.3"

HEADER = """\
/* SPDX-License-Identifier: MIT */
/* bars_cases.h: what matplotlib 3.6.3 makes of bars. Written by bars_cases.py. */
#ifndef TESTS_UNIT_PLOTS_BARS_CASES_H
#define TESTS_UNIT_PLOTS_BARS_CASES_H

#include <math.h>

/* clang-format off */
static const struct bars_case {{
    int lying, at_edge, xlog, ylog; /* a log axis is one before the bars come */
    int n, has_x, has_widths, has_bottoms;
    double x[8], lengths[8], widths[8], bottoms[8]; /* one of them for all where there are none */
    double edge_width; /* 0: none */
    int has_lim;
    double lim[4]; /* set afterwards: x from, to, y from, to */
    double xlim[2], ylim[2];
    int xtick_count, ytick_count;
    double xticks[16], yticks[16];
    int drawn;
    double corners[8][4]; /* of the bars that are drawn, in pixels, y down: first, third */
}} bars_cases[] = {{
{cases}
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


def case(y, x=None, width=.8, bottom=0., **more):
    return {"y": y, "x": x, "width": width, "bottom": bottom, "lying": 0, "at_edge": 0, "edge": 0,
            "lim": None, "xlog": 0, "ylog": 0, **more}


UPRIGHT = [
    case([3, 1, 2]), case([5]), case([0]), case([0, 0, 0]), case([]), case([-1, -3]),
    case([-1, 2, -.5, 4]), case([1e-3, 2e-3]), case([3e5, 1e6], x=[2010, 2011]),
    case([3, NAN, 2]), case([NAN, NAN]), case([3, INF, 2]), case([3, 1, 2], x=[0, NAN, 5]),
    case([3, 1, 2], x=[1, 4, 9], width=[1, 2, NAN]), case([3, 1, 2], x=[10, 5, 1], width=3),
    case([3, 1, 2], at_edge=1), case([3, 1, 2], width=-.4, at_edge=1),
    case([3, 1, 2], x=[-.2, .8, 1.8], width=.4), case([2, 2, 4], x=[.2, 1.2, 2.2], width=.4),
    case([1, 2, 3], bottom=[3, 1, 2]), case([1, 2, 3], bottom=10), case([1, 2, 3], bottom=-1),
    case([1, 2, 3], bottom=[3, NAN, 2]), case([-1, 2, 3], bottom=[1, -2, 3.5]),
    case([1e-12, 2e-12], bottom=1), case([1, 2], width=0), case([0, 2], width=0),
    case([0, 2, 0], width=[.5, 1, 0]), case([1, 2], width=1e-9), case([1, 2], x=[1e9, 1e9 + 1]),
    case([3, 1, 2], edge=1), case([3, 1, 2], edge=.8), case([3, 1, 2], edge=2), case([3, 1, 2], edge=3.5),
    case([3, 1, 2], lim=[2, -1, 0, 2.5]), case([3, 1, 2], lim=[-.5, 2.5, 4, -1]),
    case([3, 1, 2], lim=[.1, .2, .5, .6]), case([1, 1, 1, 1, 1, 1], width=1),
    case([.25, .5, .125], width=.5, lim=[-1, 3, 0, 1]),
    case([3, 10, 200], ylog=1), case([3, 10, 200], ylog=1, bottom=1), case([0, -1, 10], ylog=1),
    case([0, 0], ylog=1), case([0, 5, 7], ylog=1, bottom=[0, 5, 100]),
    case([3, 10, 200], ylog=1, bottom=[0, 5, 100]),
    case([3, 1, 2], x=[1, 10, 100], width=[1, 10, 100], xlog=1, at_edge=1),
    case([3, 1, 2], x=[1, 10, 100], xlog=1), case([3, 1, 2], xlog=1),
    case([3, 100, 2], x=[1, 10, 1000], width=.5, xlog=1, ylog=1),
]


def lain(c):
    lim = c["lim"] and c["lim"][2:] + c["lim"][:2]
    return {**c, "lying": 1, "lim": lim, "xlog": c["ylog"], "ylog": c["xlog"]}


def ticks(axis):
    return [t.get_loc() for t in axis._update_ticks() if any(t is o for o in axis.majorTicks)]


def corners(fig, patch, edge):
    """As Patch.draw does: what is not affine first, the rest is Agg's."""
    down = Affine2D().scale(1, -1).translate(0, fig.bbox.height)
    transform = patch.get_transform()
    path = transform.transform_path_non_affine(patch.get_path()).cleaned(
        transform.get_affine() + down, remove_nans=True, snap=None,
        stroke_width=edge * fig.dpi / 72)
    v = path.vertices
    return [*v[0], *v[2]] if len(v) > 4 else None


def made(c):
    fig = Figure()
    ax = fig.add_subplot()
    for axis in "xy":
        if c[axis + "log"]:
            getattr(ax, f"set_{axis}scale")("log")
    x = range(len(c["y"])) if c["x"] is None else c["x"]
    more = {"align": "edge" if c["at_edge"] else "center"}
    if c["edge"]:
        more.update(edgecolor="k", linewidth=c["edge"])
    if c["lying"]:
        bars = ax.barh(x, c["y"], height=c["width"], left=c["bottom"], **more)
    else:
        bars = ax.bar(x, c["y"], width=c["width"], bottom=c["bottom"], **more)
    if c["lim"]:
        ax.set_xlim(c["lim"][:2])
        ax.set_ylim(c["lim"][2:])
    lims = numbers(ax.get_xlim()), numbers(ax.get_ylim())
    drawn = [box for p in bars if (box := corners(fig, p, c["edge"])) is not None]
    xs, ys = ticks(ax.xaxis), ticks(ax.yaxis)
    several = [isinstance(c[k], list) for k in ("width", "bottom")]
    columns = [c[k] if isinstance(c[k], list) else [c[k]] for k in ("width", "bottom")]
    return ("    {%d, %d, %d, %d, %d, %d, %d, %d,\n     %s, %s, %s, %s, %s, %d, %s,\n     %s, %s, %d, %d,"
            "\n     %s, %s, %d,\n     {%s}}," % (
                c["lying"], c["at_edge"], c["xlog"], c["ylog"], len(c["y"]), c["x"] is not None, *several,
                numbers(c["x"] or [0]), numbers(c["y"] or [0]), *map(numbers, columns), c["edge"],
                c["lim"] is not None, numbers(c["lim"] or [0]), *lims, len(xs), len(ys),
                numbers(xs or [0]), numbers(ys or [0]), len(drawn),
                ", ".join(map(numbers, drawn)) or "{0}"))


def main():
    if matplotlib.__version__ != WANTED:
        sys.exit(f"matplotlib {WANTED} is needed, this is {matplotlib.__version__}")
    cases = UPRIGHT + [lain(c) for c in UPRIGHT]
    (pathlib.Path(__file__).resolve().parent / "bars_cases.h").write_text(
        HEADER.format(cases="\n".join(map(made, cases))))


if __name__ == "__main__":
    main()
