#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""colormap_groups.py: writes colormap_groups_table.c beside itself: the kinds of colormaps in the
order of matplotlib 3.6.3's reference, and which maps are uniform and which are safe.

Debian 12's python3-matplotlib has that version. Run it with /usr/bin/python3; running it again
gives the same file.

Uniform are those that matplotlib's documentation calls so: viridis and its sisters, and twilight.

Safe is measured. A map passes when
- lightness alone tells the order: CIELAB's L* rises or falls all along, in diverging and cyclic
  maps on each side of the middle;
- and two colours a fifth of the map apart, or two of a qualitative map, lie at least 5 apart in
  CIELAB for everybody: as they are, and as people without one kind of cones see them, by
  Machado, Oliveira and Fernandes: A Physiologically-based Model for Simulation of Color Vision
  Deficiency, IEEE TVCG 15(6), 2009, severity 1.
Of ColorBrewer's diverging maps this picks the six that colorbrewer2.org calls colourblind safe.
"""

import pathlib
import sys
import textwrap

import matplotlib
import numpy

WANTED = "3.6.3"

SOURCE = """\
/* SPDX-License-Identifier: MIT */
/* colormap_groups_table.c: the kinds of colormaps and their marks. Written by colormap_groups.py. */
#include "cli/verbs/colormaps.h"

/* clang-format off */
{arrays}
const struct fp__colormap_group fp__colormap_groups[FP__COLORMAP_GROUPS] = {{
{groups}
}};
/* clang-format on */
"""

GROUPS = {
    "Perceptually uniform sequential": "viridis plasma inferno magma cividis",
    "Sequential": """Greys Purples Blues Greens Oranges Reds YlOrBr YlOrRd OrRd PuRd RdPu BuPu GnBu
        PuBu YlGnBu PuBuGn BuGn YlGn""",
    "Sequential, older": """binary gist_yarg gist_gray gray bone pink spring summer autumn winter
        cool Wistia hot afmhot gist_heat copper""",
    "Diverging": """PiYG PRGn BrBG PuOr RdGy RdBu RdYlBu RdYlGn Spectral coolwarm bwr seismic""",
    "Cyclic": "twilight twilight_shifted hsv",
    "Qualitative": """Pastel1 Pastel2 Paired Accent Dark2 Set1 Set2 Set3 tab10 tab20 tab20b
        tab20c""",
    "Miscellaneous": """flag prism ocean gist_earth terrain gist_stern gnuplot gnuplot2 CMRmap
        cubehelix brg gist_rainbow rainbow jet turbo nipy_spectral gist_ncar""",
}

UNIFORM = set("viridis plasma inferno magma cividis twilight twilight_shifted".split())

SIGHTS = {
    "as it is": [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
    "protan": [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216],
               [-0.003882, -0.048116, 1.051998]],
    "deutan": [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413],
               [-0.011820, 0.042940, 0.968881]],
    "tritan": [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602],
               [0.004733, 0.691367, 0.303900]],
}

# IEC 61966-2-1, D65.
XYZ = numpy.array([[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750],
                   [0.0193339, 0.1191920, 0.9503041]])
WHITE = numpy.array([0.95047, 1, 1.08883])


def linear(rgb):
    return numpy.where(rgb <= 0.04045, rgb / 12.92, ((rgb + 0.055) / 1.055) ** 2.4)


def lab(light):
    share = light @ XYZ.T / WHITE
    f = numpy.where(share > 216 / 24389, numpy.cbrt(share), (24389 / 27 * share + 16) / 116)
    x, y, z = f.T
    return numpy.stack([116 * y - 16, 500 * (x - y), 200 * (y - z)], -1)


def is_one_way(lightness):
    """Whether it rises, but for roundings: never more than a unit below what was reached."""
    return bool((lightness >= numpy.maximum.accumulate(lightness) - 1).all())


def is_ordered(light, kind):
    """Whether lightness tells the order."""
    whole = lab(light)[:, 0]
    half = len(whole) // 2
    parts = [whole[:half], whole[half:]] if kind in ("Diverging", "Cyclic") else [whole]
    return kind == "Qualitative" or all(is_one_way(p) or is_one_way(-p) for p in parts)


def nearest(light, kind):
    """The least distance of two colours that must be told apart, over all kinds of sight."""
    n = len(light)
    at = numpy.arange(n)
    apart = numpy.abs(at[:, None] - at)
    if kind == "Cyclic":
        apart = numpy.minimum(apart, n - apart)
    far = apart >= (1 if kind == "Qualitative" else n / 5)
    least = numpy.inf
    for matrix in SIGHTS.values():
        seen = lab(numpy.clip(light @ numpy.array(matrix).T, 0, 1))
        least = min(least, numpy.linalg.norm(seen[:, None] - seen, axis=-1)[far].min())
    return least


def is_safe(name, kind):
    colormap = matplotlib.colormaps[name]
    light = linear(colormap(numpy.arange(colormap.N))[:, :3])
    return is_ordered(light, kind) and nearest(light, kind) >= 5


def main():
    if matplotlib.__version__ != WANTED:
        sys.exit(f"matplotlib {WANTED} is needed, this is {matplotlib.__version__}")
    arrays, groups = [], []
    for number, (title, names) in enumerate(GROUPS.items()):
        entries = []
        for name in names.split():
            uniform, safe = (str(mark).lower() for mark in (name in UNIFORM, is_safe(name, title)))
            entries.append('{"%s",%s,%s},' % (name, uniform, safe))
        arrays.append("static const struct fp__colormap_entry group_%d[] = {\n%s\n};\n" % (
            number, textwrap.fill(" ".join(entries), 98, initial_indent="    ",
                                  subsequent_indent="    ", break_long_words=False)))
        groups.append('    {"%s", group_%d, %d},' % (title, number, len(entries)))
    text = SOURCE.format(arrays="\n".join(arrays), groups="\n".join(groups))
    (pathlib.Path(__file__).resolve().parent / "colormap_groups_table.c").write_text(text)


if __name__ == "__main__":
    main()
