#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""tight_cases.py: writes tight_cases.h beside itself: margins as matplotlib 3.6.3's tight_layout
finds them, and how large it found the texts to be, so that these can be told apart.

Debian 12's python3-matplotlib has that version. Run it with /usr/bin/python3; running it again
gives the same file.
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
/* tight_cases.h: margins as matplotlib 3.6.3's tight_layout finds them. Written by tight_cases.py. */
#ifndef TESTS_UNIT_FIGURE_TIGHT_CASES_H
#define TESTS_UNIT_FIGURE_TIGHT_CASES_H

#define PANELS_AT_MOST 9

/* clang-format off */
static const struct {{
    double inches[2], dpi;
    const char *suptitle;
    struct {{
        int rows, cols, index; /* rows 0: none */
        size_t shape[2];
        double aspect;         /* 0: auto */
        double ylim[2];
        const char *title, *xlabel, *ylabel;
        bool colorbar;
        bool off;              /* axis('off') */
        bool outer;            /* label_outer */
        double rotation;       /* of tick labels along x */
        char twin;             /* 'x', 'y' with an axis label, or 0 */
    }} panels[PANELS_AT_MOST];
    struct fp_margins margins;
}} figures[] = {{
{cases}
}};

/* The texts that were measured there, one line each, no less high than "lp". */
static const struct {{
    const char *text;
    double points, dpi;
    double width, ascent, descent;
}} texts[] = {{
{texts}
}};
/* clang-format on */

#endif
"""

TITLES = [None, "title", "a title of two\\nlines", "Tg", "a title that is longer than its axes are wide"]
LABELS = [None, "label", "two\\nlines", "a label that is longer than the axes whose label it is"]
YLIMS = [(0, 1), (-100, 100), (1e6, 1e6 + 10), (0, 1e-7), (5, 0), (99999, 0)]
GRIDS = [[(1, 1, 1)], [(1, 2, 1), (1, 2, 2)], [(2, 1, 1), (2, 1, 2)],
         [(2, 2, i) for i in range(1, 5)], [(2, 3, i) for i in range(1, 7)],
         [(3, 3, i) for i in range(1, 10)], [(2, 2, 1), (2, 2, 4)], [(2, 2, 1), (2, 2, 3), (1, 2, 2)],
         [(3, 1, 2)], [(2, 1, 1), (2, 2, 3), (2, 2, 4)]]


def random_panel(draw, place, plain):
    if plain:
        return dict(place=place, shape=(20, 30), aspect=0, ylim=None, title=None, xlabel=None,
                    ylabel=None, colorbar=False, off=False, outer=False)
    return {
        "place": place,
        "shape": (draw.randint(5, 60), draw.randint(5, 60)),
        "aspect": draw.choice([0, 1, 1]),
        "ylim": draw.choice([None, None, *YLIMS]),
        "title": draw.choice(TITLES),
        "xlabel": draw.choice(LABELS),
        "ylabel": draw.choice(LABELS),
        "colorbar": draw.random() < .3,
        "off": draw.random() < .1,
        "outer": draw.random() < .2,
    }


def cases():
    draw = random.Random(7)
    for plain in (True, False, False, False):
        for grid in GRIDS:
            yield {
                "size": (6.4, 4.8) if plain else
                        (round(draw.uniform(5, 12), 2), round(draw.uniform(5, 10), 2)),
                "dpi": 100 if plain else draw.choice([100, 72, 150]),
                "suptitle": None if plain else draw.choice([None, "suptitle", "two\\nlines of it"]),
                "panels": [random_panel(draw, place, plain) for place in grid],
            }


def turned_cases():
    draw = random.Random(8)
    for grid in GRIDS[:4]:
        for rotation, twin in ((30, ""), (45, "x"), (90, "y"), (-60, "x"), (0, "y")):
            panels = [random_panel(draw, place, False) for place in grid]
            for panel in panels:
                panel.update(aspect=0, off=False, outer=False, colorbar=False, rotation=rotation, twin=twin,
                             title=draw.choice(TITLES[:4]))
            yield {"size": (8, 7), "dpi": draw.choice([100, 72, 150]), "suptitle": None, "panels": panels}


measured = {}
measure = matplotlib.text._get_text_metrics_with_cache


def remember(renderer, text, fontprops, ismath, dpi):
    points = fontprops.get_size_in_points()
    _, least_height, least_descent = measure(renderer, "lp", fontprops, ismath=False, dpi=dpi)
    width, height, descent = measure(renderer, text, fontprops, ismath=ismath, dpi=dpi)
    if not ismath:
        deep = max(descent, least_descent)
        measured[text, points, dpi] = (width, max(height, least_height) - deep, deep)
    return width, height, descent


matplotlib.text._get_text_metrics_with_cache = remember


def text_line(item):
    (text, points, dpi), sizes = item
    return "    {%s, %s, %s, %s}," % (quoted(text), points, dpi,
                                      ", ".join(repr(float(v)) for v in sizes))


def unescape(text):
    return text and text.replace("\\n", "\n")


def add(figure, panel):
    axes = figure.add_subplot(*panel["place"])
    ylim = panel["ylim"]
    image = axes.imshow(numpy.zeros(panel["shape"]), vmax=1, aspect=panel["aspect"] or "auto")
    if ylim is not None:
        axes.set_aspect("auto")
        axes.set_ylim(*ylim)
    for name in ("title", "xlabel", "ylabel"):
        if panel[name]:
            getattr(axes, "set_" + name)(unescape(panel[name]))
    if panel["off"]:
        axes.axis("off")
    if panel["outer"]:
        axes.label_outer()
    axes.tick_params(axis="x", labelrotation=panel.get("rotation", 0))
    if panel.get("twin") == "x":
        axes.twinx().set_ylabel("label")
    elif panel.get("twin") == "y":
        axes.twiny().set_xlabel("label")
    if panel["colorbar"]:
        figure.colorbar(image, ax=axes)


def margins(case):
    figure = plt.figure(figsize=case["size"], dpi=case["dpi"])
    for panel in case["panels"]:
        add(figure, panel)
    if case["suptitle"]:
        figure.suptitle(unescape(case["suptitle"]))
    figure.tight_layout()
    p = figure.subplotpars
    plt.close(figure)
    return p.left, p.right, p.bottom, p.top, p.wspace, p.hspace


def quoted(text):
    return '"%s"' % text if text else "NULL"


def panel_line(panel):
    ylim = panel["ylim"]
    return "         {%d, %d, %d, {%d, %d}, %s, {%s, %s}, %s, %s, %s, %s, %s, %s, %s, %s}," % (
        *panel["place"], *panel["shape"], panel["aspect"] if ylim is None else 0,
        *map(repr, map(float, ylim or (0, 0))),
        *(quoted(panel[name]) for name in ("title", "xlabel", "ylabel")),
        *(str(panel[name]).lower() for name in ("colorbar", "off", "outer")),
        panel.get("rotation", 0), "'%s'" % panel["twin"] if panel.get("twin") else 0)


def figure_lines(case):
    return "    {{%s, %s}, %s, %s,\n     {\n%s\n     },\n     {%s}}," % (
        *case["size"], case["dpi"], quoted(case["suptitle"]),
        "\n".join(map(panel_line, case["panels"])),
        ", ".join(repr(float(v)) for v in margins(case)))


def main():
    if matplotlib.__version__ != WANTED:
        sys.exit(f"matplotlib {WANTED} is needed, this is {matplotlib.__version__}")
    text = HEADER.format(cases="\n".join(map(figure_lines, [*cases(), *turned_cases()])), texts="\n".join(
        map(text_line, sorted(measured.items()))))
    (pathlib.Path(__file__).resolve().parent / "tight_cases.h").write_text(text)


if __name__ == "__main__":
    main()
