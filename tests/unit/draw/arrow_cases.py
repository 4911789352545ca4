#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""arrow_cases.py: writes arrow_cases.h beside itself: how matplotlib 3.6.3 shapes arrows, and where
those of annotations begin and end, with letters of a made-up size.

Debian 12's python3-matplotlib has that version. Run it with /usr/bin/python3; running it again
gives the same file. Bends are told as 17 points; what comes twice in a row is told once.
"""

import pathlib
import random
import sys

import matplotlib
from matplotlib.figure import Figure
from matplotlib.patches import FancyArrowPatch
from matplotlib.path import Path

WANTED = "3.6.3"
STYLES = ["block", "-", "<-", "->", "<->", "<|-", "-|>", "<|-|>", "]-", "-[", "]-[", "|-|",
          "simple", "fancy", "wedge"]
COORDS = ["data", "axes fraction", "figure fraction", "offset points"]
DPI = 100
PIECES = 16

HEADER = """\
/* SPDX-License-Identifier: MIT */
/* arrow_cases.h: how matplotlib 3.6.3 shapes arrows, and where those of annotations begin and end.
 * Written by arrow_cases.py. */
#ifndef TESTS_UNIT_DRAW_ARROW_CASES_H
#define TESTS_UNIT_DRAW_ARROW_CASES_H

#include <math.h>

#include "flatplot/notes.h"

/* clang-format off */
static const struct {{
    struct fp_arrow_options options;
    double point, scale;
    double tail[2], head[2];
    int count;
    struct {{
        int n, solid;
        double points[80][2];
    }} pieces[3];
}} arrow_cases[] = {{
{arrows}
}};

static const struct {{
    const char *text;
    double x, y;
    int xycoords, textcoords; /* textcoords < 0: as xycoords */
    double xytext[2];
    double rotation;
    int box;                  /* 0: none, 1: square, 2: round */
    double pad;               /* in sizes of the font; NaN: not told */
    int block;
    double rad, relpos[2], shrink_a, shrink_b, shrink;
    double start[2];          /* where the last line's baseline begins */
    double ends[2][2];        /* of the way that the arrow goes; of a block, its first corner and tip */
}} annotation_cases[] = {{
{annotations}
}};
/* clang-format on */

#endif
"""


class Letters:
    """Measures as the test's canvas does."""

    def points_to_pixels(self, points):
        return points * DPI / 72

    def get_text_width_height_descent(self, text, prop, ismath):
        size = prop.get_size_in_points() * DPI / 72
        return len(text) * size / 2, size, size / 4

    def flipy(self):
        return True

    def get_canvas_width_height(self):
        return 640, 480


def numbers(values):
    return "{" + ", ".join(repr(round(float(v), 9)) for v in values) + "}"


def flat(path):
    """The path's points, bends divided into pieces."""
    points = []
    for points_of, code in path.iter_segments(curves=True, simplify=False):
        if code in (Path.MOVETO, Path.LINETO):
            points.append(tuple(points_of))
        elif code == Path.CURVE3:
            a, b, c = points[-1], points_of[:2], points_of[2:]
            for i in range(1, PIECES + 1):
                t = i / PIECES
                points.append(tuple((1 - t) ** 2 * a[k] + 2 * t * (1 - t) * b[k] + t * t * c[k]
                                    for k in (0, 1)))
    kept = points[:1]
    for p in points[1:]:
        if max(abs(p[0] - kept[-1][0]), abs(p[1] - kept[-1][1])) > 1e-9:
            kept.append(p)
    return kept


def arrow(style, tail, head, rad=0., point=1.5, size=12., linewidth=1., shrink=(2, 2), **shape):
    settings = "".join(f",{k}={v}" for k, v in shape.items())
    patch = FancyArrowPatch(tail, head, arrowstyle=style + settings, mutation_scale=size,
                            connectionstyle=f"arc3,rad={rad}", shrinkA=shrink[0],
                            shrinkB=shrink[1], linewidth=linewidth)
    patch._dpi_cor = point
    paths, fillable = patch._get_path_in_displaycoord()
    if not isinstance(paths, list):
        paths, fillable = [paths], [fillable]
    pieces = []
    for path, fill in zip(paths, fillable):
        points = flat(path)
        if fill and max(abs(points[0][k] - points[-1][k]) for k in (0, 1)) < 1e-9:
            points.pop()
        pieces.append(f"{{{len(points)}, {int(fill)}, {{{', '.join(map(numbers, points))}}}}}")
    told = "".join(f", .{k} = {shape.get(k, 'NAN')}"
                   for k in ("head_length", "head_width", "tail_width"))
    return (f"    {{{{.style = {STYLES.index(style)}, .rad = {rad}, .shrink_a = {shrink[0]}, "
            f".shrink_b = {shrink[1]}{told}, .linewidth = {linewidth}, .alpha = 1}},\n"
            f"     {point}, {size * point}, {numbers(tail)}, {numbers(head)}, {len(pieces)},\n"
            f"     {{{', '.join(pieces)}}}}},")


def arrows(dice):
    cases = [arrow(style, (10, 20), (110, 20)) for style in STYLES[1:]]
    cases += [arrow(style, (10, 20), (30, 35), rad=.3, linewidth=2.5) for style in STYLES[1:]]
    cases += [arrow(style, (10, 20), (10, 27)) for style in STYLES[1:-3]]
    cases += [arrow("simple", (10, 20), (12, 29)), arrow("simple", (10, 20), (50, 90), rad=-.8)]
    cases += [arrow("->", (90, 20), (10, 60), head_length=.8, head_width=.3),
              arrow("fancy", (90, 20), (10, 60), tail_width=.7, head_width=1.),
              arrow("wedge", (90, 20), (10, 60), rad=.2, tail_width=1.)]
    for _ in range(12):
        ends = [tuple(round(dice.uniform(0, 200), 2) for _ in range(2)) for _ in range(2)]
        cases.append(arrow(dice.choice(STYLES[1:-3]), *ends, rad=dice.choice([0, .2, -.5]),
                           point=dice.choice([1, 100 / 72]), size=dice.choice([10, 20]),
                           shrink=(dice.choice([0, 5]), dice.choice([0, 2]))))
    return cases


def annotation(text, xy, xycoords, textcoords, xytext, rotation, box, pad, block, rad, relpos,
               shrink_a, shrink_b, shrink):
    figure = Figure(dpi=DPI)
    axes = figure.add_subplot()
    axes.set(xlim=(0, 1), ylim=(0, 1))
    style = f",pad={pad}" if box and pad is not None else ""
    frame = [None, {"boxstyle": "square" + style} if style else {}, {"boxstyle": "round" + style}]
    props = {"shrink": shrink} if block else {
        "arrowstyle": "-", "connectionstyle": f"arc3,rad={rad}", "relpos": relpos,
        "shrinkA": shrink_a, "shrinkB": shrink_b}
    note = axes.annotate(text, xy, xytext=xytext, xycoords=xycoords, textcoords=textcoords,
                         rotation=rotation, bbox=frame[box], arrowprops=props)
    note._renderer = renderer = Letters()
    note.update_positions(renderer)
    note.update_bbox_position_size(renderer)
    note.arrow_patch._dpi_cor = renderer.points_to_pixels(1)
    paths, _ = note.arrow_patch._get_path_in_displaycoord()
    points = flat(paths if block else paths[0])
    if block and len(points) < 4 * PIECES:
        return None  # no longer than its head
    ends = (points[0], points[2 * PIECES + 1 if block else -1])
    x, y = note.get_transform().transform(note.get_unitless_position())
    start = (x, y)
    if text:
        _, lines, _ = note._get_layout(renderer)
        start = (x + lines[-1][2], y + lines[-1][3])
    return (f'    {{"{text}", {xy[0]}, {xy[1]}, {COORDS.index(xycoords)}, '
            f"{COORDS.index(textcoords) if textcoords else -1}, {numbers(xytext)}, {rotation}, "
            f"{box}, {'NAN' if pad is None else pad}, {int(block)},\n     {rad}, "
            f"{numbers(relpos)}, {shrink_a}, {shrink_b}, {shrink}, {numbers(start)}, "
            f"{{{', '.join(map(numbers, ends))}}}}},")


def annotations(dice):
    cases = []
    while len(cases) < 60:
        xycoords = dice.choice(COORDS[:3])
        textcoords = dice.choice([None] + COORDS)
        xytext = [round(dice.uniform(.1, .9), 2) for _ in range(2)]
        if textcoords == "offset points":
            xytext = [dice.randint(-90, 90) for _ in range(2)]
        block = dice.random() < .3
        text = dice.choice(["", "near", "a longer text"])
        cases.append(annotation(
            text,
            [round(dice.uniform(0, 1), 2) for _ in range(2)], xycoords, textcoords, xytext,
            dice.choice([0, 0, 30, 90]), dice.choice([0, 0, 1, 2]) if text else 0, dice.choice([None, .5]), block,
            0 if block else dice.choice([0, 0, .3]), dice.choice([(.5, .5), (0, 1)]),
            dice.choice([2, 8]), dice.choice([0, 2]), dice.choice([0, .05]) if block else 0))
        cases = [case for case in cases if case]
    return cases


def main():
    assert matplotlib.__version__ == WANTED, f"needs matplotlib {WANTED}"
    dice = random.Random(5)
    text = HEADER.format(arrows="\n".join(arrows(dice)), annotations="\n".join(annotations(dice)))
    pathlib.Path(__file__).with_suffix(".h").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
