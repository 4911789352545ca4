#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""fields_cases.py: writes fields_cases.h beside itself: what matplotlib 3.6.3 makes of contours and
meshes, with contourpy 1.0.7.

Debian 12's python3-matplotlib has these versions. Run it with /usr/bin/python3; running it again
gives the same file.
"""

import math
import pathlib
import random
import sys
import warnings

import contourpy
import matplotlib
import numpy as np
from matplotlib.colors import LogNorm
from matplotlib.contour import ContourLabeler
from matplotlib.figure import Figure

WANTED = "3.6.3"
NAN = float("nan")

HEADER = """\
/* SPDX-License-Identifier: MIT */
/* fields_cases.h: what matplotlib 3.6.3 makes of contours and meshes. Written by fields_cases.py.
 */
#ifndef TESTS_UNIT_FIELDS_FIELDS_CASES_H
#define TESTS_UNIT_FIELDS_FIELDS_CASES_H

#include <math.h>

/* clang-format off */
/* Lines one after the other; rings around what is above the level, as a set of points, and the area
 * that they surround. */
static const struct {{
    int nx, ny, bent;
    double x[48], y[48], z[48], level;
    int lines, lengths[24], points;
    double line[160][2];
    int ring_points;
    double ring[160][2], area;
}} line_cases[] = {{
{lines}
}};

/* Levels that are chosen, and the colour of each line, or area with those below and above first and
 * last; 0xrrggbb. */
static const struct {{
    int filled, log, extend, wanted; /* −1: the levels are given */
    double range[2], vmin, vmax;
    int n;
    double levels[40];
    int colors;
    unsigned color[42];
}} level_cases[] = {{
{levels}
}};

/* Colours from a list of 1 … n, which each is told by. */
static const struct {{
    int filled, extend, levels, given;
    int n, color[12];
}} list_cases[] = {{
{lists}
}};

/* The corners of a mesh's cells, 3 · 4 values, and the axes' limits. */
static const struct {{
    int nx, ny, bent, nearest;
    double x[20], y[20];
    double corners[20][2];
    double xlim[2], ylim[2];
}} mesh_cases[] = {{
{meshes}
}};

/* Two lines one after the other in pixels of a canvas, y down, and where their labels of that width
 * stand; 0 of them: the line is too short. */
static const struct {{
    double width;
    int n[2];
    double x[2][64], y[2][64];
    int labels;
    double places[2][3]; /* x, y, angle */
}} label_cases[] = {{
{labels}
}};

/* A colorbar of contours. */
static const struct {{
    int filled, log, extend, wanted;
    double range[2];
    double lim[2];
    int n;
    double ticks[40];
    const char *labels[40];
}} bar_cases[] = {{
{bars}
}};
/* clang-format on */

#endif
"""

EXTENDS = ["neither", "min", "max", "both"]


def number(v):
    v = float(v)
    return "NAN" if math.isnan(v) else ("-" if v < 0 else "") + "INFINITY" if math.isinf(v) \
        else v.hex()


def numbers(vs):
    return "{" + ", ".join(number(v) for v in vs) + "}"


def points(ps):
    return "{" + ", ".join(numbers(p) for p in ps) + "}"


def text(s):
    return '"' + "".join(c if c.isascii() else "".join(f"\\x{b:02x}" for b in c.encode()) + '" "'
                         for c in s) + '"'


# --- lines ----------------------------------------------------------------------------------------

def area(ps):
    x, y = np.array(ps).T
    return float(np.sum(x[:-1] * y[1:] - x[1:] * y[:-1])) / 2


def rings(z, x, y, level):
    made = contourpy.contour_generator(x, y, z, name="mpl2014", corner_mask=True,
                                       fill_type=contourpy.FillType.OuterCode)
    vertices, codes = made.filled(level, 1e250)
    found, size = [], 0
    for vs, cs in zip(vertices, codes):
        starts = [i for i, c in enumerate(cs) if c == 1] + [len(cs)]
        for a, b in zip(starts, starts[1:]):
            found += [tuple(v) for v in vs[a:b - 1]]
            size += area(vs[a:b])
    return found, size


def line_case(z, x, y, level):
    bent = np.ndim(x) == 2
    X, Y = (x, y) if bent else np.meshgrid(x, y)
    masked = np.ma.masked_invalid(z)
    made = contourpy.contour_generator(X, Y, masked, name="mpl2014", corner_mask=True,
                                       line_type=contourpy.LineType.SeparateCode)
    lines = made.lines(level)[0]
    flat = [p for line in lines for p in line]
    ring, size = rings(masked, X, Y, level)
    ny, nx = z.shape
    return "    {%d, %d, %d, %s, %s, %s, %s,\n     %d, {%s}, %d, %s, %d, %s, %s}," % (
        nx, ny, bent, numbers(np.ravel(x)), numbers(np.ravel(y)), numbers(z.ravel()),
        number(level), len(lines), ", ".join(str(len(line)) for line in lines) or "0", len(flat),
        points(flat or [(0, 0)]), len(ring), points(ring or [(0, 0)]), number(size))


def line_cases():
    rng = random.Random(6)
    for k in range(26):
        nx, ny = [(6, 5), (8, 6), (2, 2), (7, 3)][k % 4]
        z = np.array([[rng.randrange(-3, 4) if k % 3 else rng.gauss(0, 1) for _ in range(nx)]
                      for _ in range(ny)], dtype=float)
        if k % 2:
            for _ in range(nx * ny // 8):
                z[rng.randrange(ny), rng.randrange(nx)] = NAN
        x, y = np.arange(nx) * .5 - 1, np.cumsum([rng.random() + .1 for _ in range(ny)])
        if k % 5 == 4:
            X, Y = np.meshgrid(x, y)
            x, y = X + .1 * Y, Y - .2 * X
        yield line_case(z, x, y, 0 if k % 3 else .25)
    for nx, ny in [(2, 6), (3, 7), (6, 2), (4, 4)]:
        z = np.array([[rng.gauss(0, 1) for _ in range(nx)] for _ in range(ny)])
        yield line_case(z, np.arange(nx), np.arange(ny), .1)
    constant = np.ones((3, 3))
    yield line_case(constant, np.arange(3), np.arange(3), 0)
    yield line_case(constant, np.arange(3), np.arange(3), 1)
    saddle = np.array([[1., 0], [0, 1]])
    for level in [.25, .5, .75]:
        yield line_case(saddle, np.arange(2), np.arange(2), level)
        yield line_case(1 - saddle, np.arange(2), np.arange(2), level)


# --- levels and colours ---------------------------------------------------------------------------

def field(low, high):
    return np.linspace(low, high, 12).reshape(3, 4)


def contour(low, high, filled, log, extend, levels, **more):
    ax = Figure().add_subplot()
    draw = ax.contourf if filled else ax.contour
    if log:
        more["norm"] = LogNorm(more.pop("vmin", None), more.pop("vmax", None))
    z = np.geomspace(low, high, 12).reshape(3, 4) if log else field(low, high)
    return draw(z, levels=levels, extend=EXTENDS[extend], **more)


def byte_color(rgba):
    r, g, b = (int(c * 255 + .5) for c in rgba[:3])
    return r << 16 | g << 8 | b


def level_case(filled, log, extend, wanted, low, high, vmin=None, vmax=None):
    given = isinstance(wanted, list)
    limits = {} if vmin is None else {"vmin": vmin, "vmax": vmax}
    made = contour(low, high, filled, log, extend, wanted, **limits)
    colors = [byte_color(c[0]) for c in made.tcolors]
    return "    {%d, %d, %d, %d, %s, %s, %s, %d, %s, %d, {%s}}," % (
        filled, log, extend, -1 if given else wanted, numbers([low, high]),
        number(NAN if vmin is None else vmin), number(NAN if vmax is None else vmax),
        len(made.levels), numbers(made.levels), len(colors),
        ", ".join("0x%06x" % c for c in colors))


RANGES = [(0, 1), (-1, 1), (-3.7, 12.2), (1e-9, 3e-9), (1000, 1000.5), (0, 100), (5, 5.0001),
          (-1e6, 3e7), (2, 2), (0, 0), (.1, .9), (-.35, .35)]


def level_cases():
    for i, (low, high) in enumerate(RANGES):
        for filled in [0, 1]:
            for wanted in [7, 3, 1, 20]:
                yield level_case(filled, 0, (i + wanted) % 4 if filled else 0, wanted, low, high)
    for low, high in [(1, 1000), (.02, 7e6), (3, 4), (2e-30, 3e30)]:
        for filled in [0, 1]:
            for extend in range(4):
                yield level_case(filled, 1, extend if filled else 0, 7, low, high)
    for filled in [0, 1]:
        yield level_case(filled, 0, 0, [-2., 0., .3, 5.], -1, 1)
        yield level_case(filled, 0, 3 * filled, [-.5, 0., .5], -1, 1)
        yield level_case(filled, 0, filled, [.1, .2, .9], 0, 1, 0., 2.)
        yield level_case(filled, 0, 2 * filled, [.1, .2, .9], 0, 1, .15, .5)
    yield level_case(0, 0, 0, [3.], 0, 1)
    yield level_case(0, 0, 0, [.5], 0, 1)
    yield level_case(1, 1, 3, [1., 10., 50.], .5, 100)


def list_case(filled, extend, levels, given):
    colors = ["#%06x" % (i + 1) for i in range(given)]
    made = contour(0, 9, filled, 0, extend, list(range(1, levels + 1)), colors=colors)
    told = [byte_color(c[0]) for c in made.tcolors]
    return "    {%d, %d, %d, %d, %d, {%s}}," % (filled, extend, levels, given, len(told),
                                                 ", ".join(str(c) for c in told))


def list_cases():
    for filled in [0, 1]:
        for extend in range(4) if filled else [0]:
            for given in [1, 2, 4, 5, 6, 7]:
                yield list_case(filled, extend, 5, given)


# --- meshes ---------------------------------------------------------------------------------------

def mesh_case(x, y, nearest):
    ax = Figure().add_subplot()
    made = ax.pcolormesh(x, y, np.zeros((3, 4)), shading="nearest" if nearest else "flat")
    corners = made.get_coordinates().reshape(-1, 2)
    bent = np.ndim(x) == 2
    return "    {%d, %d, %d, %d, %s, %s,\n     %s, %s, %s}," % (
        np.shape(x)[-1], np.shape(y)[0], bent, nearest, numbers(np.ravel(x)),
        numbers(np.ravel(y)), points(corners), numbers(ax.get_xlim()), numbers(ax.get_ylim()))


def mesh_cases():
    x, y = np.array([0, 1, 3, 3.5, 8]), np.array([-1, .1, 2, 5])
    yield mesh_case(x, y, 0)
    yield mesh_case(x[::-1], y[::-1], 0)
    yield mesh_case(x[1:], y[:3], 1)
    X, Y = np.meshgrid(x, y)
    yield mesh_case(X + .3 * Y, Y - .1 * X * X, 0)
    X, Y = X[1:, 1:], Y[1:, 1:]
    yield mesh_case(X + .3 * Y, Y - .1 * X * X, 1)
    yield mesh_case(X, Y, 1)


# --- labels ---------------------------------------------------------------------------------------

def label_places(lines, width):
    labeler = ContourLabeler()
    labeler.labelXYs, labeler.rightside_up = [], True
    found = []
    for line in lines:
        upwards = line * [1, -1]
        if not labeler.print_label(upwards, width):
            continue
        x, y, at = labeler.locate_label(upwards, width)
        angle, _ = labeler.calc_label_rot_and_inline(upwards, at, width)
        labeler.labelXYs.append((x, y))
        found.append((x, -y, angle))
    return found


def wave(rng, n):
    steps = np.array([[rng.random() * 8 + 1, rng.gauss(0, 4)] for _ in range(n)])
    return np.cumsum(steps, axis=0) + [50, 200]


def ring(rng, n):
    t = np.linspace(0, 2 * np.pi, n) + rng.random()
    r = 60 + 25 * np.sin(3 * t) * rng.random()
    made = np.stack([300 + r * np.cos(t), 200 + .7 * r * np.sin(t)], axis=1)
    made[-1] = made[0]
    return made


def label_case(lines, width):
    places = label_places(lines, width)
    return "    {%s, {%s}, {%s}, {%s}, %d, %s}," % (
        number(width), ", ".join(str(len(line)) for line in lines),
        ", ".join(numbers(line[:, 0]) for line in lines),
        ", ".join(numbers(line[:, 1]) for line in lines), len(places), points(places or [(0, 0)]))


def label_cases():
    rng = random.Random(7)
    for k in range(10):
        make = [wave, ring][k % 2]
        first = make(rng, 20 + 4 * k)
        yield label_case([first, first + [0, 12]], [18.5, 30, 9.25][k % 3])
    yield label_case([wave(rng, 3), wave(rng, 2)], 60)
    yield label_case([wave(rng, 60), ring(rng, 5)], .5)


# --- colorbars ------------------------------------------------------------------------------------

def bar_case(filled, log, extend, wanted, low, high):
    fig = Figure()
    ax = fig.add_subplot()
    more = {"norm": LogNorm()} if log else {}
    z = np.geomspace(low, high, 12).reshape(3, 4) if log else field(low, high)
    made = (ax.contourf if filled else ax.contour)(z, levels=wanted, extend=EXTENDS[extend], **more)
    bar = fig.colorbar(made)
    fig.draw_without_rendering()
    lim = bar.ax.get_ylim()
    minor = bar.ax.yaxis.get_minorticklocs()
    assert len(minor) == 0, minor
    ticks = [t for t in bar.ax.yaxis.get_major_ticks()]
    shown = [(t.get_loc(), t.label2.get_text()) for t in ticks if lim[0] <= t.get_loc() <= lim[1]]
    plain = [(v, s.replace("$\\mathdefault{10^{", "10^").replace("}}$", "")) for v, s in shown]
    return "    {%d, %d, %d, %d, %s, %s, %d, %s, {%s}}," % (
        filled, log, extend, wanted, numbers([low, high]), numbers(lim), len(plain),
        numbers(v for v, s in plain), ", ".join(text(s) for v, s in plain))


def bar_cases():
    for filled in [0, 1]:
        for extend in range(4) if filled else [0]:
            for wanted in [7, 20]:
                yield bar_case(filled, 0, extend, wanted, -3.7, 12.2)
        yield bar_case(filled, 1, 0, 7, .02, 7e6)
    yield bar_case(1, 0, 0, 7, .1, .9)
    yield bar_case(1, 0, 0, 7, 1e-9, 3e-9)


def main():
    if matplotlib.__version__ != WANTED:
        sys.exit(f"matplotlib {WANTED} is needed, this is {matplotlib.__version__}")
    warnings.simplefilter("ignore")
    header = HEADER.format(lines="\n".join(line_cases()), levels="\n".join(level_cases()),
                           lists="\n".join(list_cases()), meshes="\n".join(mesh_cases()),
                           labels="\n".join(label_cases()), bars="\n".join(bar_cases()))
    (pathlib.Path(__file__).resolve().parent / "fields_cases.h").write_text(header)


if __name__ == "__main__":
    main()
