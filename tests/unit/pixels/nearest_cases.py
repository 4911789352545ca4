#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""nearest_cases.py: writes nearest_cases.h beside itself, matplotlib 3.6.3's own nearest maps.

Debian 12's python3-matplotlib has that version. Run it with /usr/bin/python3; running it again
gives the same file. Each image holds its own row and column numbers, is drawn by imshow with
interpolation='nearest', whole or zoomed, and read back; the maps are kept as CRC-32s.
"""

import pathlib
import random
import sys
import zlib

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt
import numpy

WANTED = "3.6.3"

HEADER = """\
/* SPDX-License-Identifier: MIT */
/* nearest_cases.h: matplotlib 3.6.3's nearest maps. Written by nearest_cases.py. */
#ifndef TESTS_UNIT_PIXELS_NEAREST_CASES_H
#define TESTS_UNIT_PIXELS_NEAREST_CASES_H

#include <stddef.h>
#include <stdint.h>

#include "pixels/nearest.h"

/* clang-format off */
static const struct {{
    enum {{ ROWS, COLS }} axis;
    size_t out;
    size_t n;
    struct fp__span span;
    uint32_t crc; /* of the map as 32-bit numbers, low byte first */
}} cases[] = {{
{cases}
}};
/* clang-format on */

#endif
"""

# Width and height of the box in pixels, columns, rows: a default square, wide and high boxes, ties
# of Agg's 256ths (512 and 1024 with odd sizes), enlarged a lot, one to one, reduced.
WHOLE = [(370, 370, 100, 100), (370, 370, 28, 28), (370, 370, 123, 123), (496, 331, 150, 100),
         (493, 370, 640, 480), (370, 370, 370, 370), (370, 370, 185, 185), (370, 370, 1024, 1024),
         (512, 512, 101, 255), (512, 1024, 511, 1023), (1024, 512, 3, 5), (640, 480, 640, 480),
         (640, 480, 320, 240), (641, 479, 320, 241), (7, 5, 1000, 999), (1, 1, 3, 2),
         (1, 2, 1, 1), (300, 200, 1, 7), (256, 256, 257, 255), (97, 89, 89, 97)]


# The same with a span, left to right and top to bottom, that may run from right to left.
TURNED = [((370, 370, 100, 100), ((100, 0), (0, 100))), ((370, 370, 123, 28), ((123, 0), (0, 28))),
          ((512, 512, 101, 255), ((101, 0), (0, 255))), ((7, 5, 1000, 999), ((1000, 0), (0, 999))),
          ((97, 89, 89, 97), ((89, 0), (13, 57))), ((640, 480, 333, 1), ((300.5, 2.25), (0, 1))),
          ((300, 200, 1, 7), ((1, 0), (0, 7))), ((641, 479, 320, 241), ((320, 160), (0.75, 241)))]


def cases():
    yield from ((case, None) for case in WHOLE)
    yield from TURNED
    draw = random.Random(1)
    for _ in range(20):
        w, h, columns, rows = (draw.randint(1, top) for top in (700, 700, 900, 900))
        spans = [sorted((draw.uniform(0, n), draw.uniform(0, n))) for n in (columns, rows)]
        yield (w, h, columns, rows), spans if draw.random() < 0.6 else None


def drawn(w, h, columns, rows, spans):
    """The row of each output row, from the side of row 0, and the column of each column."""
    j, i = numpy.meshgrid(numpy.arange(columns), numpy.arange(rows))
    pixels = numpy.stack([i % 256, i // 256, j % 256, j // 256], -1).astype(numpy.uint8)
    maps = []
    for part in (pixels[..., :2], pixels[..., 2:]):
        image = numpy.full((rows, columns, 4), 255, numpy.uint8)
        image[..., :2] = part
        figure = plt.figure(figsize=(w / 50, h / 50), dpi=50)
        # An exact box: the figure's own size may be rounded.
        figure.bbox_inches.p1 = (w, h)
        figure.dpi = 1
        axes = figure.add_axes([0, 0, 1, 1])
        artist = axes.imshow(image, interpolation="nearest", aspect="auto")
        if spans:
            axes.set_xlim(*(edge - 0.5 for edge in spans[0]))
            axes.set_ylim(*(edge - 0.5 for edge in spans[1][::-1]))
        got = artist.make_image(figure.canvas.get_renderer())[0][::-1].astype(int)
        plt.close(figure)
        assert got.shape[:2] == (h, w), (got.shape, w, h)
        maps.append(got[..., 0] + 256 * got[..., 1])
    assert (maps[0] == maps[0][:, :1]).all() and (maps[1] == maps[1][:1]).all()
    return maps[0][:, 0], maps[1][0]


def row(axis, out, n, span, values):
    crc = zlib.crc32(values.astype("<u4").tobytes())
    return "    {%s, %d, %d, {%r, %r}, 0x%08x}," % (axis, out, n, *span, crc)


def main():
    if matplotlib.__version__ != WANTED:
        sys.exit(f"matplotlib {WANTED} is needed, this is {matplotlib.__version__}")
    lines = []
    for (w, h, columns, rows), spans in cases():
        down, across = drawn(w, h, columns, rows, spans)
        x, y = spans or ((0, columns), (0, rows))
        lines.append(row("ROWS", h, rows, y, down))
        lines.append(row("COLS", w, columns, x, across))
    text = HEADER.format(cases="\n".join(lines))
    (pathlib.Path(__file__).resolve().parent / "nearest_cases.h").write_text(text)


if __name__ == "__main__":
    main()
