#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""grid_cases.py: writes grid_cases.h beside itself: boxes and limits of figures with several
subplots as matplotlib 3.6.3 has them.

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
/* grid_cases.h: boxes and limits of figures with several subplots as matplotlib 3.6.3 has them.
 * Written by grid_cases.py. */
#ifndef TESTS_UNIT_FIGURE_GRID_CASES_H
#define TESTS_UNIT_FIGURE_GRID_CASES_H

#define PANELS_AT_MOST 12

enum sharing {{ SHARE_NONE, SHARE_ALL, SHARE_ROW, SHARE_COL }};

/* clang-format off */
static const struct {{
    double inches[2], dpi;
    int rows, cols;
    struct fp_margins margins;
    enum sharing share_x, share_y;
    struct {{
        bool used;
        size_t shape[2];
        double aspect;    /* 0: auto */
        double extent[4]; /* all 0: none */
        bool colorbar;
        bool off;         /* axis('off') */
        double box[4];
        double bar[4];    /* the colorbar's */
        double xlim[2], ylim[2];
    }} panels[PANELS_AT_MOST];
}} figures[] = {{
{cases}
}};
/* clang-format on */

#endif
"""

GRIDS = [(1, 2), (2, 1), (2, 2), (2, 3), (3, 2), (3, 3), (1, 4), (4, 1), (3, 4)]
SHARING = [False, "all", "row", "col"]
DEFAULT_MARGINS = (.125, .9, .11, .88, .2, .2)


def random_margins(draw):
    left, bottom = draw.uniform(0, .3), draw.uniform(0, .3)
    return tuple(round(v, 4) for v in (
        left, draw.uniform(left + .3, 1), bottom, draw.uniform(bottom + .3, 1),
        draw.choice([0, draw.uniform(0, .6)]), draw.choice([0, draw.uniform(0, .6)])))


def random_panel(draw, aspects):
    return {
        "used": draw.random() < .9,
        "shape": (draw.randint(1, 60), draw.randint(1, 60)),
        "aspect": draw.choice(aspects),
        "extent": draw.choice([None, None, None, (0, 1, 0, 3), (5, -2, 3, 7.7)]),
        "colorbar": draw.random() < .3,
        "off": draw.random() < .2,
    }


def cases():
    draw = random.Random(4)
    for sharex in SHARING:
        for sharey in SHARING:
            for aspects in ([1], [0], [.4, 2.5, 1, 0], [1, 1, 0]):
                grid = draw.choice(GRIDS)
                plain = draw.random() < .3
                yield {
                    "size": (6.4, 4.8) if plain else
                            (round(draw.uniform(2, 14), 3), round(draw.uniform(2, 11), 2)),
                    "dpi": 100 if plain else draw.choice([100, 72, 50, 150, 99.5]),
                    "grid": grid,
                    "margins": DEFAULT_MARGINS if plain else random_margins(draw),
                    "share": (sharex, sharey),
                    "panels": [random_panel(draw, aspects) for _ in range(grid[0] * grid[1])],
                }


def show(figure, axes, panel):
    image = axes.imshow(numpy.zeros(panel["shape"]), aspect=panel["aspect"] or "auto", vmax=1,
                        extent=panel["extent"])
    if panel["off"]:
        axes.axis("off")
    return figure.colorbar(image, ax=axes) if panel["colorbar"] else None


def numbers(values):
    return "{%s}" % ", ".join(repr(float(v)) for v in values)


def panel_line(panel, axes, bar):
    return "         {%s, {%d, %d}, %s, %s, %s, %s,\n          %s, %s, %s, %s}," % (
        str(panel["used"]).lower(), *panel["shape"], panel["aspect"],
        numbers(panel["extent"] or (0,) * 4), str(panel["colorbar"]).lower(),
        str(panel["off"]).lower(), numbers(axes.bbox.extents),
        numbers(bar.ax.bbox.extents if bar else (0,) * 4), numbers(axes.get_xlim()),
        numbers(axes.get_ylim()))


def figure_lines(case):
    figure, grid = plt.subplots(*case["grid"], figsize=case["size"], dpi=case["dpi"],
                                sharex=case["share"][0], sharey=case["share"][1], squeeze=False)
    figure.subplots_adjust(*(dict(zip(("left", "right", "bottom", "top"), case["margins"]))[k]
                             for k in ("left", "bottom", "right", "top")),
                           *case["margins"][4:])
    axes = list(grid.flat)
    bars = [show(figure, a, p) if p["used"] else None for a, p in zip(axes, case["panels"])]
    figure.canvas.draw()
    lines = [panel_line(p, a, b) for p, a, b in zip(case["panels"], axes, bars)]
    plt.close(figure)
    return "    {%s, %s, %d, %d, %s, %s, %s,\n     {\n%s\n     }}," % (
        numbers(case["size"]), case["dpi"], *case["grid"], numbers(case["margins"]),
        *("SHARE_" + str(s or "none").upper() for s in case["share"]), "\n".join(lines))


def main():
    if matplotlib.__version__ != WANTED:
        sys.exit(f"matplotlib {WANTED} is needed, this is {matplotlib.__version__}")
    text = HEADER.format(cases="\n".join(map(figure_lines, cases())))
    (pathlib.Path(__file__).resolve().parent / "grid_cases.h").write_text(text)


if __name__ == "__main__":
    main()
