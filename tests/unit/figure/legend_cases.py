#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""legend_cases.py: writes legend_cases.h beside itself: where matplotlib 3.6.3 puts legends and what
is written in them, with letters of a made-up size.

Debian 12's python3-matplotlib has that version. Run it with /usr/bin/python3; running it again
gives the same file.
"""

import pathlib
import random
import sys

import matplotlib
from matplotlib.figure import Figure
from matplotlib.offsetbox import DrawingArea, TextArea

WANTED = "3.6.3"
PLACES = ["best", "upper right", "upper left", "lower left", "lower right", "center right",
          "center left", "lower center", "upper center", "center"]
WORDS = ["a", "wide label", "it has\\ntwo lines", "three\\nshort\\nones", "of a width that is more"]
DPI = 100

HEADER = """\
/* SPDX-License-Identifier: MIT */
/* legend_cases.h: where matplotlib 3.6.3 puts legends and what is written in them. Written by
 * legend_cases.py. */
#ifndef TESTS_UNIT_FIGURE_LEGEND_CASES_H
#define TESTS_UNIT_FIGURE_LEGEND_CASES_H

#include "flatplot/notes.h"

#define LABELS_AT_MOST 7
#define SIX 6
#define PARTS 4

/* clang-format off */
static const struct {{
    struct fp_legend_options options;
    const char *labels[LABELS_AT_MOST];
    double box[4];   /* in pixels from the lower left corner */
    double title[2]; /* where its last baseline begins */
    double texts[LABELS_AT_MOST][2];
    double keys[LABELS_AT_MOST][2]; /* their lower left corners */
}} legend_cases[] = {{
{cases}
}};

/* Where the best place is in axes with limits 0 … 1 that have all this in them. */
static const struct {{
    struct {{
        char kind; /* l line, s scatter, b bars, y lying ones, e error bars, m stems, f fill_between,
                      p polygon, v span, h rule, 0 none */
        int n;
        double x[SIX], y[SIX];
    }} parts[PARTS];
    double corner[2]; /* the legend's, on the lower left */
}} best_cases[] = {{
{best}
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


def walk(box, x, y, found):
    """Where all texts and samples below a packer stand that has its origin at x, y."""
    *_, offsets = box.get_extent_offsets(Letters())
    for child, (dx, dy) in zip(box.get_visible_children(), offsets):
        if isinstance(child, TextArea):
            child.get_extent(Letters())
            shift = child._baseline_transform.get_matrix()[1, 2]
            found["texts"].append((x + dx, y + dy + shift))
        elif isinstance(child, DrawingArea):
            found["keys"].append((x + dx, y + dy))
        else:
            walk(child, x + dx, y + dy, found)


def numbers(values):
    return "{" + ", ".join(float(v).hex() for v in values) + "}"


def quoted(text):
    return f'"{text}"' if text else "NULL"


def case(labels, loc, title=None, title_fontsize=10, fontsize=10, ncol=1, anchor=None, pad=0.5):
    figure = Figure(dpi=DPI)
    axes = figure.add_subplot()
    axes.set(xlim=(0, 1), ylim=(0, 1))
    for label in labels:
        axes.plot([0, 1], [0, 1], label=label.replace("\\n", "\n"))
    legend = axes.legend(loc=loc, title=title and title.replace("\\n", "\n"), fontsize=fontsize,
                         title_fontsize=title_fontsize, ncol=ncol, bbox_to_anchor=anchor,
                         borderaxespad=pad)
    w, h, xd, yd, _ = legend._legend_box.get_extent_offsets(Letters())
    x, y = legend._findoffset(w, h, xd, yd, Letters())
    if x - xd < 0 or y - yd < 0 or x - xd + w > 640 or y - yd + h > 480:
        return None  # samples out there are not drawn
    found = {"texts": [], "keys": []}
    walk(legend._legend_box, x, y, found)
    head = found["texts"].pop(0) if title else (0, 0)
    box = (x - xd, y - yd, x - xd + w, y - yd + h)
    corner = (list(anchor) + [0, 0])[:4] if anchor else [0, 0, 0, 0]
    return (f"    {{{{.loc = {PLACES.index(loc)}, .has_bbox_to_anchor = {int(bool(anchor))}, "
            f".bbox_to_anchor = {numbers(corner)},\n      .borderaxespad = {pad}, "
            f".title = {quoted(title)}, .title_fontsize = {title_fontsize}, "
            f".fontsize = {fontsize}, .ncol = {ncol}, .frameon = true, .framealpha = .8}},\n"
            f"     {{{', '.join(map(quoted, labels))}}},\n     {numbers(box)}, {numbers(head)},\n"
            f"     {{{', '.join(map(numbers, found['texts']))}}},\n"
            f"     {{{', '.join(map(numbers, found['keys']))}}}}},")


def add(axes, kind, x, y):
    label = "abc"
    if kind == "l":
        axes.plot(x, y, label=label)
    elif kind == "s":
        axes.scatter(x, y, label=label)
    elif kind == "b":
        axes.bar(x, y, width=.1, label=label)
    elif kind == "y":
        axes.barh(y, x, height=.1, label=label)
    elif kind == "e":
        axes.errorbar(x, y, yerr=.1, label=label)
    elif kind == "m":
        axes.stem(x, y, label=label)
    elif kind == "f":
        axes.fill_between(x, y, label=label)
    elif kind == "p":
        axes.fill(x, y, label=label)
    elif kind == "v":
        axes.axvspan(x[0], x[1], label=label)
    elif kind == "h":
        axes.axhline(y[0], label=label)


def best(dice):
    """Most points lie by the edges, where legends would."""
    axes = Figure(dpi=DPI).add_subplot()
    parts = []
    for _ in range(dice.randint(1, 4)):
        kind, n = dice.choice("lsbyemfpvh"), dice.randint(2, 6)
        x, y = ([round(dice.choice([dice.uniform(0, .2), dice.uniform(0, 1), dice.uniform(.8, 1)]),
                       3) for _ in range(n)] for _ in "xy")
        x = sorted(x) if kind in "fev" else x
        add(axes, kind, x, y)
        parts.append(f"{{'{kind}', {n}, {numbers(x)}, {numbers(y)}}}")
    axes.set(xlim=(0, 1), ylim=(0, 1))
    legend = axes.legend()
    w, h, xd, yd, _ = legend._legend_box.get_extent_offsets(Letters())
    x, y = legend._findoffset(w, h, xd, yd, Letters())
    return f"    {{{{{', '.join(parts)}}},\n     {numbers((x - xd, y - yd))}}},"


def main():
    assert matplotlib.__version__ == WANTED, f"needs matplotlib {WANTED}"
    dice = random.Random(3)
    cases = [case(["one", "two"], place) for place in PLACES]
    while len(cases) < 50:
        labels = [f"{dice.choice(WORDS)} {i}" for i in range(dice.randint(1, 7))]
        anchor = [round(dice.uniform(-.2, 1.2), 2) for _ in range(dice.choice([2, 4]))]
        cases.append(case(labels, dice.choice(PLACES),
                          title=dice.choice([None, "Title", "two\\nlined title that is wider"]),
                          title_fontsize=dice.choice([8, 10, 15]),
                          fontsize=dice.choice([5, 10, 12.5]), ncol=dice.randint(1, 4),
                          anchor=dice.choice([None, anchor]), pad=dice.choice([0, 0.5, 1.5])))
        cases = [c for c in cases if c]
    text = HEADER.format(cases="\n".join(cases), best="\n".join(best(dice) for _ in range(150)))
    pathlib.Path(__file__).with_suffix(".h").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
