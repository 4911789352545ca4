#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""hist_cases.py: writes hist_cases.h beside itself: what matplotlib 3.6.3 draws of histograms.

Debian 12's python3-matplotlib has that version. Run it with /usr/bin/python3; running it again
gives the same file. Corners are what Agg gets: Path.cleaned snaps as drawing does.
"""

import math
import pathlib
import random
import sys

import matplotlib
from matplotlib.figure import Figure
from matplotlib.transforms import Affine2D

WANTED = "3.6.3"

HEADER = """\
/* SPDX-License-Identifier: MIT */
/* hist_cases.h: what matplotlib 3.6.3 draws of histograms. Written by hist_cases.py. */
#ifndef TESTS_UNIT_PLOTS_HIST_CASES_H
#define TESTS_UNIT_PLOTS_HIST_CASES_H

#include <math.h>

/* clang-format off */
static const struct {{
    int n;
    double values[64];
}} hist_values[] = {{
{values}
}};

static const struct hist_case {{
    int values;
    const char *bins; /* "": edges */
    int edge_count;
    double edges[8];
    int density, cumulative, histtype, horizontal, log;
    double edge_width; /* 0: not told */
    double xlim[2], ylim[2];
    int n; /* first and third corners of bars, or the outline's corners, in pixels, y down */
    double corners[40][2];
}} hist_cases[] = {{
{cases}
}};

static const struct sets_case {{
    int count, sets[3]; /* numbers of hist_values */
    int bins;
    int weighted; /* values of each set count 1, 2, 3 … */
    int density, cumulative, histtype, horizontal, log, stacked;
    double edge_width; /* 0: not told */
    double xlim[2], ylim[2];
    int n; /* as above, in the order in which they are drawn */
    double corners[110][2];
}} sets_cases[] = {{
{sets}
}};
/* clang-format on */

#endif
"""

NAN = float("nan")
TYPES = ["bar", "step", "stepfilled"]


def number(v):
    v = float(v)
    return "NAN" if math.isnan(v) else v.hex()


def numbers(vs):
    return "{" + ", ".join(number(v) for v in vs) + "}"


DRAW = random.Random(7)
EVERY = [[round(DRAW.gauss(0, 1), 3) for _ in range(50)], [1, 2, 2, 3, 3, 3, 9], [5], [], [NAN, 1, 2]]


def cases():
    for x in EVERY:
        for kind in TYPES:
            yield x, {"bins": 10, "histtype": kind}
    for kind in TYPES:
        for more in ({"density": True}, {"cumulative": True}, {"cumulative": -1, "density": True},
                     {"orientation": "horizontal"}, {"log": True},
                     {"log": True, "orientation": "horizontal"}, {"linewidth": 2},
                     {"bins": [1, 2, 2.5, 4, 10]}, {"bins": [100, 200]},
                     {"bins": [1, 2, 2, 10]}):
            yield EVERY[1], {"bins": 8, "histtype": kind, **more}
        if kind != "stepfilled":  # of which the cut is not where the gap is
            yield EVERY[1], {"bins": [100, 200], "density": True, "histtype": kind}
        yield EVERY[0], {"bins": "auto", "histtype": kind, "edgecolor": "k"}


def sets_cases():
    for kind in TYPES:
        for stacked in (False, True):
            for more in ({}, {"density": True}, {"cumulative": True}, {"weights": True},
                         {"orientation": "horizontal"}, {"log": True}, {"linewidth": 2},
                         {"cumulative": -1, "density": True}):
                yield [0, 1], {"bins": 5, "histtype": kind, "stacked": stacked, **more}
            yield [1, 2, 4], {"bins": 4, "histtype": kind, "stacked": stacked}
            yield [3, 3], {"bins": 4, "histtype": kind, "stacked": stacked}
            yield [3, 2], {"bins": 3, "histtype": kind, "stacked": stacked}
        yield [1], {"bins": 5, "histtype": kind, "stacked": True, "density": True}


def corners(fig, patch, edge):
    down = Affine2D().scale(1, -1).translate(0, fig.bbox.height)
    transform = patch.get_transform()
    path = transform.transform_path_non_affine(patch.get_path()).cleaned(
        transform.get_affine() + down, remove_nans=True, snap=None,
        stroke_width=edge * fig.dpi / 72)
    return path.vertices[path.codes != path.STOP].tolist()


def drawn(fig, made, kind, n, edge):
    if kind != "bar":
        return corners(fig, made[0], edge or (kind == "step"))[:2 * n + 2]
    all_of = [corners(fig, p, edge) for p in made]
    return [v[i] for v in all_of if len(v) > 4 for i in (0, 2)]


def case(x, options):
    fig = Figure()
    ax = fig.add_subplot()
    kind, bins = options["histtype"], options["bins"]
    if "linewidth" in options:
        options = {"edgecolor": "k", **options}
    edge = options.get("linewidth", 1) if "edgecolor" in options else 0
    counts, _, made = ax.hist([float(v) for v in x], **options)
    lims = numbers(ax.get_xlim()), numbers(ax.get_ylim())
    points = drawn(fig, made, kind, len(counts), edge)
    listed = isinstance(bins, list)
    return '    {%d, "%s", %d, %s, %d, %d, %d, %d, %d, %s,\n     %s, %s, %d,\n     {%s}},' % (
        EVERY.index(x), "" if listed else bins, len(bins) if listed else 0,
        numbers(bins if listed else [0]), options.get("density", False),
        options.get("cumulative", 0), TYPES.index(kind), "orientation" in options,
        options.get("log", False), edge, *lims, len(points),
        ", ".join(map(numbers, points)) or "{0}")


def drawn_of_sets(fig, made, options, edge):
    """Of outlines all corners, of filled ones without the way back unless they are stacked."""
    kind, points = options["histtype"], []
    if kind == "bar":
        return sum((drawn(fig, m, kind, 0, edge) for m in made), [])
    for m in reversed(made):
        whole = corners(fig, m[0], edge or (kind == "step"))
        if kind == "stepfilled" and not (options["stacked"] and m is not made[0]):
            whole = whole[:2 * options["bins"] + 2]
        points += whole[:4 * options["bins"]] if kind == "stepfilled" else whole
    return points


def sets_case(which, options):
    fig = Figure()
    ax = fig.add_subplot()
    kind = options["histtype"]
    if "linewidth" in options:
        options = {"edgecolor": "k", **options}
    edge = options.get("linewidth", 1) if "edgecolor" in options else 0
    sets = [[float(v) for v in EVERY[i]] for i in which]
    weighted = options.pop("weights", False)
    weights = [[1. + i for i in range(len(x))] for x in sets] if weighted else None
    _, _, made = ax.hist(sets, weights=weights, **options)
    made = made if len(sets) > 1 else [made]
    lims = numbers(ax.get_xlim()), numbers(ax.get_ylim())
    points = drawn_of_sets(fig, made, options, edge)
    return '    {%d, {%s}, %d, %d, %d, %d, %d, %d, %d, %d, %s,\n     %s, %s, %d,\n     {%s}},' % (
        len(sets), ", ".join(map(str, which)), options["bins"], weighted,
        options.get("density", False), options.get("cumulative", 0), TYPES.index(kind),
        "orientation" in options, options.get("log", False), options["stacked"], edge, *lims,
        len(points), ", ".join(map(numbers, points)) or "{0}")


def main():
    if matplotlib.__version__ != WANTED:
        sys.exit(f"matplotlib {WANTED} is needed, this is {matplotlib.__version__}")
    text = HEADER.format(cases="\n".join(case(*c) for c in cases()),
                         sets="\n".join(sets_case(*c) for c in sets_cases()),
                         values="\n".join(f"    {{{len(x)}, {numbers(x or [0])}}}," for x in EVERY))
    (pathlib.Path(__file__).resolve().parent / "hist_cases.h").write_text(text)


if __name__ == "__main__":
    main()
