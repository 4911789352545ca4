#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""bent_cases.py: writes bent_cases.h beside itself: which pixel of an image matplotlib 3.6.3 shows
where, on axes of which at least one is not linear.

Debian 12's python3-matplotlib has that version. Run it with /usr/bin/python3; running it again
gives the same file. An image's red depends on its row alone and its green on its column, so that a
row and a column of a picture tell all of it.
"""

import itertools
import os
import pathlib
import random
import sys
import warnings

os.environ["NPY_DISABLE_CPU_FEATURES"] = "AVX512F AVX512CD AVX512_SKX AVX512_CLX AVX512_CNL AVX512_ICL"

import matplotlib  # noqa: E402
import numpy  # noqa: E402
from matplotlib.backends.backend_agg import FigureCanvasAgg  # noqa: E402
from matplotlib.figure import Figure  # noqa: E402

WANTED = "3.6.3"

HEADER = """\
/* SPDX-License-Identifier: MIT */
/* bent_cases.h: images on axes that are not linear, as matplotlib 3.6.3 draws them. Written by
 * bent_cases.py. */
#ifndef TESTS_UNIT_IMAGE_BENT_CASES_H
#define TESTS_UNIT_IMAGE_BENT_CASES_H

#include "flatplot/axes.h"

/* clang-format off */
static const struct {{
    struct fp_scale x, y;
    int rows, cols;
    enum fp_interpolation interpolation;
    enum fp_origin origin;
    double aspect;
    double extent[4];
    double xlim[2], ylim[2];
    int at[2];               /* the picture's upper left pixel on a figure of 320 × 240 */
    const char *down, *over; /* red of its rows, green of its columns: "value×count …" */
}} cases[] = {{
{cases}
}};
/* clang-format on */

#endif
"""

LINEAR, LOG, SYMLOG = ("LINEAR", {}), ("LOG", {}), ("SYMLOG", dict(linthresh=0.5, linscale=1))


def cases():
    draw = random.Random(7)
    pairs = [(LOG, LOG), (LOG, LINEAR), (LINEAR, LOG), (SYMLOG, LOG), (LINEAR, SYMLOG)]
    kinds = ["nearest"] * 5 + ["bilinear", "bicubic", "hanning", "antialiased"]
    for pair, kind in itertools.product(pairs, kinds):
        sizes = draw.randint(1, 60), draw.randint(1, 60)
        sides = []
        for scale in pair:
            lo, hi = 10 ** draw.uniform(-2, 1), 10 ** draw.uniform(1.2, 4)
            sides.append((-lo if scale is not LOG and draw.random() < 0.5 else lo, hi))
        if draw.random() < 0.2:
            sides[0] = sides[0][::-1]
        aspect = draw.choice(["equal", "auto"]) if pair == (LOG, LOG) else "auto"
        zoom = draw.choice([None, None, (0.7, 0.5), (3, 2)])
        xlim = zoom and (sides[0][0] * zoom[0], sides[0][1] * zoom[1])
        yield pair, sizes, kind, draw.choice(["upper", "lower"]), aspect, sides, xlim
    yield (LOG, LOG), (30, 40), "nearest", "upper", "auto", [(-0.5, 39.5), (29.5, -0.5)], (1, 39.5)
    # All alike but for the scale: nothing may be kept from one to the next.
    for pair in (LOG, LOG), (LINEAR, LOG), (SYMLOG, LOG):
        yield pair, (20, 20), "bilinear", "lower", "auto", [(1, 100), (1, 100)], None
    # More columns than pixels: no wider kernel.
    yield (LOG, LOG), (12, 600), "bilinear", "lower", "auto", [(1, 100), (1, 100)], None
    # Enlarged a little less than three times, and more if the picture were rounded up.
    yield (LOG, LOG), (100, 20), "antialiased", "lower", "auto", [(1, 100), (1, 10 ** 1.6228)], None, (1, 10)
    # Source pixels end where pixels of the picture do: the last bit decides.
    for n, y in (66, (65.5, -0.5)), (11, (0, 1)):
        yield (LOG, LINEAR), (n, 12), "nearest", "upper", "auto", [(1, 100), y], None
    yield (LOG, LINEAR), (33, 12), "nearest", "lower", "auto", [(1, 100), (-0.5, 32.5)], None


def signs(n):
    """Numbers of their own for neighbours that are far from each other, so that blending shows."""
    return numpy.arange(n) * 37 % 251


def runs(values):
    return " ".join(f"{value}×{len(list(group))}" for value, group in itertools.groupby(values))


def scale_text(scale):
    kind, parameters = scale
    return "{.kind = FP_SCALE_%s%s}" % (kind, "".join(f", .{k} = {v}" for k, v in parameters.items()))


def line(pair, sizes, kind, origin, aspect, sides, xlim, ylim=None):
    fig = Figure(figsize=(3.2, 2.4))
    ax = FigureCanvasAgg(fig).figure.add_subplot()
    rgb = numpy.zeros((*sizes, 3), numpy.uint8)
    rgb[..., 0] = signs(sizes[0])[:, None]
    rgb[..., 1] = signs(sizes[1])
    extent = [float(v) for side in sides for v in side]
    image = ax.imshow(rgb, extent=extent, origin=origin, interpolation=kind, aspect=aspect)
    ax.set_xscale(pair[0][0].lower(), **pair[0][1])
    ax.set_yscale(pair[1][0].lower(), **pair[1][1])
    ylim = ylim or sides[1] if min(sides[1]) > 0 or pair[1] is not LOG else (1, max(sides[1]))
    ax.set_xlim(xlim or sides[0])
    ax.set_ylim(ylim)
    ax.apply_aspect()
    picture, left, bottom, _ = image.make_image(fig.canvas.get_renderer())
    red, green = (picture[::-1, :, k].astype(int) for k in (0, 1))
    # Kernels weigh in both directions at once, and round once: steps apart here and there.
    assert abs(red - red[:, :1]).max() <= 2 * (kind != "nearest") >= abs(green - green[:1]).max()
    red, green = numpy.median(red, axis=1).astype(int), numpy.median(green, axis=0).astype(int)
    at = round(left), 240 - round(bottom) - picture.shape[0]
    shown = "AUTO" if kind == "antialiased" else kind.upper()
    name = ("FP_INTERPOLATION_" if shown == "AUTO" else "FP_") + shown
    return '    {%s, %s, %d, %d, %s, FP_ORIGIN_%s, %d,\n     {%s}, {%s}, {%s}, {%d, %d},\n     "%s",\n     "%s"},' % (
        *map(scale_text, pair), *sizes, name, origin.upper(), aspect == "equal",
        *(", ".join(repr(float(v)) for v in numbers) for numbers in (extent, xlim or sides[0], ylim)), *at,
        runs(red), runs(green))


def main():
    if matplotlib.__version__ != WANTED:
        sys.exit(f"matplotlib {WANTED} is needed, this is {matplotlib.__version__}")
    warnings.simplefilter("ignore")
    text = HEADER.format(cases="\n".join(line(*case) for case in cases()))
    (pathlib.Path(__file__).resolve().parent / "bent_cases.h").write_text(text)


if __name__ == "__main__":
    main()
