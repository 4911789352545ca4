#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""shown_cases.py: writes shown_cases.h beside itself: the limits that matplotlib 3.6.3 has after images,
lines, scales and limits set by hand came in some order, in one axes or two.

Debian 12's python3-matplotlib has that version. Run it with /usr/bin/python3; running it again
gives the same file. Values are written so that they read back as the same doubles. Given a file
name and a number, it writes so many cases drawn at random there instead.
"""

import os
import pathlib
import random
import sys
import warnings

os.environ["NPY_DISABLE_CPU_FEATURES"] = "AVX512F AVX512CD AVX512_SKX AVX512_CLX AVX512_CNL AVX512_ICL"

import matplotlib  # noqa: E402
import numpy as np  # noqa: E402
from matplotlib.figure import Figure  # noqa: E402

WANTED = "3.6.3"

HEADER = """\
/* SPDX-License-Identifier: MIT */
/* shown_cases.h: the limits that matplotlib 3.6.3 has after some calls. Written by shown_cases.py. */
#ifndef TESTS_UNIT_FIGURE_SHOWN_CASES_H
#define TESTS_UNIT_FIGURE_SHOWN_CASES_H

/* clang-format off */
static const struct {{
    const char *calls;
    double lim[2][4]; /* of the first and of the second axes: left, right, bottom, top */
}} cases[] = {{
{cases}
}};
/* clang-format on */

#endif
"""

BY_HAND = [
    # One image: its extent, whatever the origin.
    "image 10 20", "image 10 20 lower", "image 10 20 upper 0 1 5 9", "image 10 20 lower 1 0 9 5",
    # A line after it: both are shown, with margins only where the image does not end.
    "image 10 20; plot 0 40 0 40", "image 10 20; plot 3 5 2 4", "image 10 20; plot -3 5 2 4",
    "image 10 20 lower; plot 0 40 0 40", "image 10 20 upper 20 0 5 -5; plot 0 40 0 40",
    "image 10 20; plot -0.5 19.5 -0.5 9.5", "image 10 20; plot -0.5001 19.5 -0.5 9.5001",
    "image 10 20; plot -0.6 19.6 -0.6 9.6", "image 10 20 lower 1e6 1000000.5 0 1e-9; plot 0 1 0 1",
    # Both ends of it are near both ends of what is shown: 1e-5 of large numbers is more than that.
    "image 2 3 upper 1.7e9 1700003600 0 1; plot 1700000600 1700003000 0.2 0.8",
    "image 2 3 upper 1700003600 1.7e9 0 1; plot 1700000600 1700003000 0.2 0.8",
    "image 2 3 upper 0 1 1e6 1000001; plot 0.2 0.8 1000000.2 1000000.8",
    "xscale symlog; image 2 3 upper 1.7e9 1700003600 0 1; plot 1700000600 1700003000 0.2 0.8",
    "xscale log; image 2 3 upper 1.7e9 1700003600 0 1; plot 1700000600 1700003000 0.2 0.8",
    # A line before it: the image alone is shown, until something is drawn again.
    "plot 0 40 0 40; image 10 20", "plot 0 40 0 40; image 10 20; plot 1 2 1 2",
    "plot 0 40 0 40; image 10 20 lower; plot 1 2 -30 2",
    # Several images: the last one is shown; with a line all are, as the last one turns them.
    "image 10 20; image 3 4", "image 3 4; image 10 20", "image 10 20; image 3 4; plot 0 1 0 1",
    "image 10 20; image 3 4 lower; plot 0 1 0 1", "image 10 20; image 3 4; plot -9 30 -9 1",
    "image 2 2 upper 0 10 0 10; image 2 2 upper 5 15 -5 5",
    "image 2 2 upper 0 10 0 10; image 2 2 upper 5 15 -5 5; plot 6 7 6 7",
    "image 2 2 upper 0 10 0 10; image 2 2 upper 1e-5 10 1e-3 10; plot 1 2 1 2",
    # Limits set by hand stay, each axis for itself.
    "xlim 2 5; image 10 20", "image 10 20; xlim 2 5; plot 0 40 0 40",
    "ylim 0 5; image 10 20; plot 0 40 0 40", "xlim 2 5; image 10 20; plot 0 40 0 40; image 3 4",
    "image 10 20; ylim 2 5; clear; image 3 4; plot 0 9 0 9", "image 10 20; clear",
    # A log scale fits again, from what is above 0.
    "image 10 20; xscale log", "image 10 20; xscale log; yscale log", "image 10 20; yscale log",
    "image 10 20 lower; yscale log", "image 10 20 upper 1 1000 1 10; xscale log; yscale log",
    "image 10 20 upper 0 1000 10 1; xscale log; yscale log", "image 10 20 upper -9 -1 0 1; xscale log",
    "image 10 20 upper 0.01 30 2 2000; xscale log; plot 1 40 0.5 4; yscale log",
    "image 10 20; plot 0.25 40 0.125 40; xscale log; yscale log",
    "image 10 20; xscale log; plot 0.25 40 0.125 40; yscale log", "image 10 20; image 3 4; xscale log",
    "image 10 20; image 3 4 lower; yscale log", "plot 0.25 40 0.125 40; image 10 20; yscale log",
    "xscale log; yscale log; image 10 20", "xscale log; image 10 20 upper 1 1000 1 10",
    "xscale log; image 10 20 upper 0 1000 0 10; yscale log", "xlim 2 5; image 10 20; xscale log",
    "image 10 20; xscale log; image 10 20 upper 1 1000 1 10; image 10 20",
    "image 10 20; xscale log; xscale linear", "image 10 20; image 3 4; yscale log; yscale linear",
    "image 10 20; xlim 2 5; xscale log; xscale linear",
    # Symlog keeps the limits that there are, for it starts from the same ones.
    "image 10 20; xscale symlog", "image 10 20; image 3 4; xscale symlog; yscale symlog",
    "image 10 20; xscale symlog; plot 0 40 0 40", "image 10 20; plot 0 40 -7 40; yscale symlog",
    "xscale symlog; image 10 20; plot -100 40 0 40", "image 10 20; xscale log; xscale symlog",
    "xscale symlog; yscale symlog; image 10 20", "xscale log; xscale symlog",
    # Shared axes.
    "sharex; image 10 20; other; image 3 4", "sharex; image 10 20; other; plot 0 40 0 40",
    "sharex; sharey; image 10 20; other; image 3 4; plot 0 1 0 1",
    "sharex; sharey; image 10 20; other; image 3 4 lower; other; plot -5 1 0 30",
    "image 10 20; other; image 3 4; sharex; sharey", "image 10 20; other; plot 0 40 0 40; sharex",
    "image 10 20; image 3 4; other; sharex", "sharex; xlim 2 5; other; image 10 20; plot 0 40 0 40",
    "sharex; image 10 20; other; image 3 4; xscale log",
    "sharey; image 10 20; other; image 3 4; yscale log",
    "sharex; image 10 20; xlim 2 5; other; image 3 4; other; clear",
    "sharex; sharey; image 10 20; other; image 3 4; plot 0 30 0 30; xscale symlog",
]


def calls_at_random(draw):
    def number():
        return repr(round(draw.choice([draw.uniform(-30, 60), 10 ** draw.uniform(-2, 4)]), 3))

    def image():
        size = f"image {draw.randint(1, 12)} {draw.randint(1, 12)} {draw.choice(['upper', 'lower'])}"
        return size + draw.choice(["", " " + " ".join(number() for _ in range(4))])

    def plot():
        return "plot " + " ".join(number() for _ in range(4))

    def lim():
        return f"{draw.choice('xy')}lim {number()} {number()}"

    def scale():
        return f"{draw.choice('xy')}scale {draw.choice(['log', 'log', 'linear', 'symlog'])}"

    def other():
        return "other"

    start = draw.choice([[], [], ["sharex"], ["sharex", "sharey"]])
    makers = draw.choices([image, plot, lim, scale, other], [6, 4, 1, 3, 2], k=draw.randint(2, 7))
    return "; ".join(start + [make() for make in makers])


def do_image(ax, rows, cols, origin="upper", *extent):
    ax.imshow(np.zeros((int(rows), int(cols))), origin=origin, aspect="auto",
              extent=[float(v) for v in extent] or None)


def do(ax, other, name, *words):
    numbers = [float(v) for v in words if name in ("plot", "xlim", "ylim")]
    if name == "image":
        do_image(ax, *words)
    elif name == "plot":
        ax.plot(numbers[:2], numbers[2:])
    elif name in ("sharex", "sharey"):
        getattr(ax, name)(other)
    elif name == "clear":
        ax.clear()
    elif name in ("xlim", "ylim"):
        getattr(ax, "set_" + name)(*numbers)
    else:
        getattr(ax, "set_" + name)(*words)


def limits(calls):
    axes = Figure().subplots(2)
    at = 0
    for call in calls.split("; "):
        if call == "other":
            at = 1 - at
        else:
            do(axes[at], axes[1 - at], *call.split())
    return [[*ax.get_xlim(), *ax.get_ylim()] for ax in axes]


def case(calls):
    rows = ("{%s}" % ", ".join(repr(float(v)) for v in row) for row in limits(calls))
    return '    {"%s",\n     {%s}},' % (calls, ", ".join(rows))


def main():
    if matplotlib.__version__ != WANTED:
        sys.exit(f"matplotlib {WANTED} is needed, this is {matplotlib.__version__}")
    warnings.simplefilter("ignore")
    to, some = pathlib.Path(__file__).resolve().parent / "shown_cases.h", BY_HAND
    if len(sys.argv) == 3:
        draw = random.Random(7)
        to, some = pathlib.Path(sys.argv[1]), [calls_at_random(draw) for _ in range(int(sys.argv[2]))]
    to.write_text(HEADER.format(cases="\n".join(case(calls) for calls in some)))


if __name__ == "__main__":
    main()
