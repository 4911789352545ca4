#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""reach_cases.py: writes reach_cases.h beside itself: which source pixels matplotlib 3.6.3 reads.

Debian 12's python3-matplotlib has that version. Run it with /usr/bin/python3; running it again
gives the same file. An image is drawn once for each of its columns, and once for each of its rows,
with that one all NaN: the pixels that are then masked are those that it is read for.
"""

import math
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
/* reach_cases.h: the source pixels that matplotlib 3.6.3 reads. Written by reach_cases.py. */
#ifndef TESTS_UNIT_PIXELS_REACH_CASES_H
#define TESTS_UNIT_PIXELS_REACH_CASES_H

#include <stdbool.h>
#include <stddef.h>

#include "pixels/nearest.h"

/* clang-format off */
static const struct {{
    bool columns;
    double radius;
    size_t out, n;
    struct fp__span span;
    double other_scale;
    size_t ranges[{most}][2]; /* first and last, for each output pixel */
}} cases[] = {{
{cases}
}};
/* clang-format on */

#endif
"""

RADII = {"bilinear": 1, "quadric": 1.5, "mitchell": 2, "spline36": 3, "bessel": 4}

# Kernel, width and height in pixels, columns and rows, the part that is shown (x may be reversed).
# Enlarged, reduced, beyond what Agg takes in (200 pixels by area and by side), turned, zoomed.
FIXED = [("bilinear", 20, 15, 7, 5, None), ("quadric", 9, 14, 30, 20, None),
         ("mitchell", 16, 16, 16, 31, None), ("spline36", 12, 30, 40, 9, None),
         ("bessel", 30, 8, 3, 60, None), ("bilinear", 4, 3, 90, 70, None),
         ("bilinear", 1, 2, 500, 1, None), ("mitchell", 24, 20, 33, 44, ((33, 0), (0, 44))),
         ("spline36", 17, 13, 20, 25, ((20, 0), (3.5, 20.25))), ("bilinear", 1, 1, 1, 300, None)]


def cases():
    yield from FIXED
    draw = random.Random(3)
    for _ in range(14):
        name = draw.choice(list(RADII))
        w, h, columns, rows = (draw.randint(1, top) for top in (30, 30, 70, 70))
        spans = [sorted((draw.uniform(0, n), draw.uniform(0, n))) for n in (columns, rows)]
        if draw.random() < 0.5:
            spans[0].reverse()
        yield name, w, h, columns, rows, tuple(map(tuple, spans)) if draw.random() < 0.6 else None


def masked(name, w, h, data, spans):
    figure = plt.figure()
    figure.bbox_inches.p1 = (w, h)  # an exact box
    figure.dpi = 1
    axes = figure.add_axes([0, 0, 1, 1])
    artist = axes.imshow(data, interpolation=name, aspect="auto", vmin=0, vmax=1)
    if spans:
        axes.set_xlim(*(edge - 0.5 for edge in spans[0]))
        axes.set_ylim(*(edge - 0.5 for edge in spans[1][::-1]))
    got = artist.make_image(figure.canvas.get_renderer())[0][::-1, :, 3] == 0
    plt.close(figure)
    assert got.shape == (h, w), (got.shape, w, h)
    return got


def ranges(out, n, mask_of):
    """mask_of(k): for which output pixels source pixel k is read."""
    read = numpy.array([mask_of(k) for k in range(n)])
    ends = []
    for o in range(out):
        ks = numpy.flatnonzero(read[:, o])
        assert len(ks) == ks[-1] - ks[0] + 1
        ends.append((int(ks[0]), int(ks[-1])))
    return ends


def with_nan(columns, rows, place):
    data = numpy.zeros((rows, columns))
    data[place] = numpy.nan
    return data


def row(columns, name, out, n, span, other, ends):
    text = " ".join("{%d,%d}," % end for end in ends)
    head = f"{'true' if columns else 'false'}, {RADII[name]}, {out}, {n}, {{{span[0]!r}, {span[1]!r}}}"
    return f"    {{{head}, {other!r}, {{{text}}}}},"


def main():
    if matplotlib.__version__ != WANTED:
        sys.exit(f"matplotlib {WANTED} is needed, this is {matplotlib.__version__}")
    lines, most = [], 0
    for name, w, h, columns, rows, spans in cases():
        x, y = spans or ((0, columns), (0, rows))
        scales = abs(x[1] - x[0]) / w, abs(y[1] - y[0]) / h
        across = ranges(w, columns, lambda k: masked(
            name, w, h, with_nan(columns, rows, (slice(None), k)), spans)[h // 2])
        down = ranges(h, rows, lambda k: masked(
            name, w, h, with_nan(columns, rows, (k, slice(None))), spans)[:, w // 2])
        lines.append(row(True, name, w, columns, x, scales[1], across))
        lines.append(row(False, name, h, rows, y, scales[0], down))
        most = max(most, w, h)
    text = HEADER.format(cases="\n".join(lines), most=most)
    (pathlib.Path(__file__).resolve().parent / "reach_cases.h").write_text(text)


if __name__ == "__main__":
    main()
