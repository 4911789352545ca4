#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""layout_cases.py: writes layout_cases.h beside itself, boxes as matplotlib 3.6.3 lays them out.

Debian 12's python3-matplotlib has that version. Run it with /usr/bin/python3; running it again
gives the same file. Boxes are in pixels, y up, after apply_aspect.
"""

import pathlib
import random
import sys

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt
import numpy

WANTED = "3.6.3"

HEADER = """\
/* SPDX-License-Identifier: MIT */
/* layout_cases.h: boxes as matplotlib 3.6.3 lays them out. Written by layout_cases.py. */
#ifndef TESTS_UNIT_FIGURE_LAYOUT_CASES_H
#define TESTS_UNIT_FIGURE_LAYOUT_CASES_H

/* clang-format off */
static const struct {{
    double inches[2], dpi;
    int rows, cols, index;
    size_t shape[2];
    double aspect;    /* 0: auto */
    double extent[4]; /* all 0: none */
    bool lower;       /* the origin */
    bool colorbar;
    int pixels[2];    /* the figure's size */
    double box[4];
    double bar[4];    /* the colorbar's */
}} cases[] = {{
{cases}
}};

/* Colorbars of other shapes beside a square image in figures of 6.4 by 4.8 inches; a pad below 0 is
 * the usual one. */
static const struct {{
    bool horizontal;
    int extend; /* enum fp_extend */
    double fraction, pad, shrink, aspect;
    double box[4], bar[4];
}} bar_cases[] = {{
{bars}
}};
/* clang-format on */

#endif
"""

DEFAULT = dict(size=(6.4, 4.8), dpi=100, grid=(1, 1, 1), shape=(100, 100), aspect=1, extent=None,
               lower=False, colorbar=False)

BY_HAND = [
    {}, {"aspect": 0}, {"shape": (100, 150)}, {"shape": (480, 640)}, {"shape": (25, 25)},
    {"shape": (441, 100)}, {"shape": (1, 1)}, {"shape": (1, 2000)}, {"shape": (2000, 1)},
    {"colorbar": True}, {"colorbar": True, "shape": (100, 150)},
    {"colorbar": True, "shape": (480, 640)}, {"colorbar": True, "shape": (441, 100)},
    {"colorbar": True, "aspect": 0},
    *({"grid": (2, 3, i), "aspect": 0} for i in range(1, 7)), {"grid": (2, 3, 5)},
    {"grid": (3, 2, 4), "colorbar": True}, {"size": (3.333, 2.777), "dpi": 72},
    {"size": (1, 1), "dpi": 10}, {"extent": (0, 1, 0, 3)}, {"extent": (3, -1, 5, 0)},
    {"extent": (0, 10, 0, 1), "aspect": 2.5}, {"aspect": 0.5}, {"lower": True},
]


# Sizes at which edges come to lie on half a pixel, or as good as.
ROUND_SIZES = [(4, 3), (6, 4), (6, 6), (10, 10), (12, 9), (6, 4.5), (5, 5), (8, 6.5), (10, 7.5),
               (2, 1.5), (9, 1.5), (8, 6), (3, 2.5), (14, 10.5)]


def cases():
    yield from BY_HAND
    draw = random.Random(1)
    for size in ROUND_SIZES:
        yield {"size": size, "shape": (30, 40), "colorbar": True}
        yield {"size": size}
    for _ in range(70):
        rows, cols = draw.choice([(1, 1), (1, 1), (2, 3), (3, 2), (4, 5)])
        yield {
            "size": (round(draw.uniform(0.5, 12), 3), round(draw.uniform(0.5, 12), 2)),
            "dpi": draw.choice([100, 72, 50, 150, 200, 99.5]),
            "grid": (rows, cols, draw.randint(1, rows * cols)),
            "shape": (draw.randint(1, 999), draw.randint(1, 999)),
            "aspect": draw.choice([1, 1, 1, 0, 0.5, 2.3]),
            "extent": draw.choice([None, None, (0, 1, 0, 3), (5, -2, 3, 7.7)]),
            "lower": draw.random() < 0.5,
            "colorbar": draw.random() < 0.4,
        }


def boxes(case):
    figure = plt.figure(figsize=case["size"], dpi=case["dpi"])
    axes = figure.add_subplot(*case["grid"])
    image = axes.imshow(numpy.zeros(case["shape"]), aspect=case["aspect"] or "auto", vmax=1,
                        extent=case["extent"], origin="lower" if case["lower"] else "upper")
    bar = figure.colorbar(image, ax=axes) if case["colorbar"] else None
    figure.canvas.draw()
    result = (figure.canvas.get_width_height(), axes.bbox.extents,
              bar.ax.bbox.extents if bar else (0,) * 4)
    plt.close(figure)
    return result


def line(changes):
    case = {**DEFAULT, **changes}
    pixels, box, bar = boxes(case)
    return "    {{%s, %s}, %s, %d, %d, %d, {%d, %d}, %s, {%s}, %s, %s,\n     {%d, %d}, {%s}, {%s}}," % (
        *case["size"], case["dpi"], *case["grid"], *case["shape"], case["aspect"],
        ", ".join(map(repr, case["extent"] or (0,) * 4)), str(case["lower"]).lower(),
        str(case["colorbar"]).lower(), *pixels,
        ", ".join(repr(float(v)) for v in box), ", ".join(repr(float(v)) for v in bar))


EXTENDS = ["neither", "min", "max", "both"]


def bar_cases():
    draw = random.Random(2)
    yield (0, 0, .15, -1, .5, 20)
    yield (1, 0, .15, -1, .5, 20)
    yield (0, 0, .046, .04, 1, 20)  # what everybody writes
    for _ in range(30):
        yield (draw.randint(0, 1), draw.choice([0, 0, 1, 2, 3]), draw.choice([.15, .1, .05, .3]),
               draw.choice([-1, -1, .02, .1, 0]), draw.choice([1, .5, .8, .33]),
               draw.choice([20, 10, 50, 3]))


def bar_line(case):
    horizontal, extend, fraction, pad, shrink, aspect = case
    figure = plt.figure()
    axes = figure.add_subplot()
    image = axes.imshow(numpy.zeros((10, 10)), vmax=1)
    bar = figure.colorbar(image, ax=axes, orientation="horizontal" if horizontal else "vertical",
                          extend=EXTENDS[extend], fraction=fraction, shrink=shrink, aspect=aspect,
                          **({} if pad < 0 else {"pad": pad}))
    figure.canvas.draw()
    text = "    {%s, %d, %s, %s, %s, %s, {%s}, {%s}}," % (
        str(bool(horizontal)).lower(), extend, fraction, pad, shrink, aspect,
        ", ".join(repr(float(v)) for v in axes.bbox.extents),
        ", ".join(repr(float(v)) for v in bar.ax.bbox.extents))
    plt.close(figure)
    return text


def main():
    if matplotlib.__version__ != WANTED:
        sys.exit(f"matplotlib {WANTED} is needed, this is {matplotlib.__version__}")
    text = HEADER.format(cases="\n".join(map(line, cases())),
                         bars="\n".join(map(bar_line, bar_cases())))
    (pathlib.Path(__file__).resolve().parent / "layout_cases.h").write_text(text)


if __name__ == "__main__":
    main()
