#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""tick_marks_cases.py: writes tick_marks_cases.h beside itself: from where to where matplotlib 3.6.3
draws marks at ticks, read off its pixels, and how far its spines reach with them.

Debian 12's python3-matplotlib has that version. Run it with /usr/bin/python3; running it again
gives the same file.
"""

import pathlib
import sys

import matplotlib
import numpy as np
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

WANTED = "3.6.3"

HEADER = """\
/* SPDX-License-Identifier: MIT */
/* tick_marks_cases.h: marks at ticks as matplotlib 3.6.3 draws them. Written by
 * tick_marks_cases.py. */
#ifndef TESTS_UNIT_FIGURE_TICK_MARKS_CASES_H
#define TESTS_UNIT_FIGURE_TICK_MARKS_CASES_H

/* A mark at .5 of y's (x's) axis of a 640 × 480 picture, pixels, y down; of both sides' `sides` 1
 * is that of the labels, 2 the other one. spines: how far they reach out of the box there. */
/* clang-format off */
static const struct {{
    int y, dpi, direction, sides;
    double length, width;
    double own[2], other[2];
    double spines[2];
}} mark_cases[] = {{
{marks}
}};
/* clang-format on */

#endif
"""

DIRECTIONS = ["out", "in", "inout"]


def number(v):
    return float(v).hex()


def ends(cover):
    """Where a stroke over pixels of that coverage begins and ends."""
    rows = np.nonzero(cover > .02)[0]
    if not len(rows):
        return 0, 0
    first, last = rows[0], rows[-1]
    if first == last:
        return first, first + cover[first]
    return first + 1 - cover[first], last + cover[last]


def mark_case(y, dpi, direction, sides, length, width):
    fig = Figure(figsize=(640 / dpi, 480 / dpi), dpi=dpi)
    canvas = FigureCanvasAgg(fig)
    ax = fig.add_subplot()
    both = ("left", "right") if y else ("bottom", "top")
    on = {name: bool(sides >> i & 1) for i, name in enumerate(both)}
    ax.tick_params(direction=DIRECTIONS[direction], length=length, width=width, labelleft=False,
                   labelbottom=False, **on)
    (ax.set_yticks if y else ax.set_xticks)([.5])
    (ax.set_xticks if y else ax.set_yticks)([])
    box = ax.get_window_extent()
    reach = [ax.spines[name].get_window_extent() for name in both]
    spines = [box.x0 - reach[0].x0, reach[1].x1 - box.x1] if y else \
        [box.y0 - reach[0].y0, reach[1].y1 - box.y1]
    ax.spines[:].set_visible(False)
    canvas.draw()
    ink = 1 - np.asarray(canvas.buffer_rgba())[..., 0] / 255.
    ink = ink.T if y else ink
    line = ink[:, ink.sum(axis=0).argmax()] if ink.any() else ink[:, 0]
    peak = max(line.max(), 1e-9)
    middle = len(line) // 2
    near, far = ends(line[:middle] / peak), [v + middle for v in ends(line[middle:] / peak)]
    near = near if near[1] > 0 else (0, 0)
    far = far if far[1] > middle else (0, 0)
    own, other = (near, far) if y else (far, near)
    return "    {%d, %d, %d, %d, %s, %s, {%s}, {%s}, {%s}}," % (
        y, dpi, direction, sides, number(length), number(width), ", ".join(map(number, own)),
        ", ".join(map(number, other)), ", ".join(map(number, spines)))


def main():
    if matplotlib.__version__ != WANTED:
        sys.exit(f"matplotlib {WANTED} is needed, this is {matplotlib.__version__}")
    cases = [(y, dpi, direction, sides, length, width)
             for y in (0, 1) for dpi in (72, 100, 200) for direction in range(3)
             for sides in (1, 2, 3) for length, width in ((3.5, .8), (7, 2))]
    text = HEADER.format(marks="\n".join(mark_case(*case) for case in cases))
    (pathlib.Path(__file__).resolve().parent / "tick_marks_cases.h").write_text(text)


if __name__ == "__main__":
    main()
