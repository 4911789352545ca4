#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""norm_cases.py: writes norm_cases.h beside itself: what matplotlib 3.6.3's norms make of values.

Debian 12's python3-matplotlib has that version. Run it with /usr/bin/python3; running it again
gives the same file. Each case is a norm with or without limits, the data it finds the others from,
the limits found, and for some values their places and their colours in a map of n.
"""

import pathlib
import sys

import matplotlib
import numpy
from matplotlib import colors, scale

WANTED = "3.6.3"

HEADER = """\
/* SPDX-License-Identifier: MIT */
/* norm_cases.h: what matplotlib 3.6.3's norms make of values. Written by norm_cases.py. */
#ifndef TESTS_UNIT_COLOR_NORM_CASES_H
#define TESTS_UNIT_COLOR_NORM_CASES_H

#include <math.h>
#include <stddef.h>

/* clang-format off */
static const double inputs[] = {{
{inputs}
}};

/* Of each input: the place (NAN: bad; not for boundary norms), and the colour (-1 under, n over,
 * n + 1 bad). */
struct output {{
    double place;
    int color;
}};

static const struct output outputs[] = {{
{outputs}
}};

static const struct norm_case {{
    const char *norm;
    double vmin, vmax;   /* given; NAN: not */
    double low, high;    /* of the data in the norm's domain */
    double found[2];     /* the limits then */
    size_t colors;       /* of the map */
    size_t first, count; /* the inputs */
    size_t out;          /* where their outputs begin */
}} norm_cases[] = {{
{cases}
}};
/* clang-format on */

#endif
"""

LINEAR = [-1.5, -0.7, 0, 1e-9, 0.25, 1 / 3, 0.5, 1, 2, 3, 7.25]
WIDE = [-1e6, -250, -3, -0.01, 0, 1e-12, 2e-5, 0.1, 0.5, 1, 9.999, 10, 10.1, 1e3, 65536, 1e9]
PROBABLE = [-1, 0, 1e-9, 0.001, 0.1, 0.25, 0.5, 0.75, 0.9, 0.999, 1 - 1e-9, 1, 2]
ODD = [numpy.nan, numpy.inf, -numpy.inf]


def logit(vmin=None, vmax=None):
    return colors.make_norm_from_scale(scale.LogitScale)(colors.Normalize)(vmin, vmax)


# What flatplot calls the norm, matplotlib's, whether limits may be given, and its data.
NORMS = [
    ("linear", colors.Normalize, True, LINEAR),
    ("log", colors.LogNorm, True, WIDE),
    ("symlog", lambda a, b: colors.SymLogNorm(2, 1, a, b), True, WIDE),
    ("symlog:0.03", lambda a, b: colors.SymLogNorm(0.03, 1, a, b), True, WIDE),
    ("symlog:5,0.25", lambda a, b: colors.SymLogNorm(5, 0.25, a, b), True, WIDE),
    ("asinh", lambda a, b: colors.AsinhNorm(1, a, b), True, WIDE),
    ("asinh:0.001", lambda a, b: colors.AsinhNorm(0.001, a, b), True, WIDE),
    ("asinh:500", lambda a, b: colors.AsinhNorm(500, a, b), True, WIDE),
    ("power:0.5", lambda a, b: colors.PowerNorm(0.5, a, b), True, LINEAR),
    ("power:1", lambda a, b: colors.PowerNorm(1, a, b), True, LINEAR),
    ("power:2.2", lambda a, b: colors.PowerNorm(2.2, a, b), True, LINEAR),
    ("twoslope:0", lambda a, b: colors.TwoSlopeNorm(0, a, b), True, LINEAR),
    ("twoslope:1.25", lambda a, b: colors.TwoSlopeNorm(1.25, a, b), True, LINEAR),
    ("twoslope:9", lambda a, b: colors.TwoSlopeNorm(9, a, b), False, LINEAR),
    ("twoslope:-2", lambda a, b: colors.TwoSlopeNorm(-2, a, b), False, LINEAR),
    ("centered", lambda a, b: colors.CenteredNorm(), False, LINEAR),
    ("centered:2.5", lambda a, b: colors.CenteredNorm(2.5), False, LINEAR),
    ("centered:1,1.5", lambda a, b: colors.CenteredNorm(1, 1.5), False, LINEAR),
    ("centered:1,-1.5", lambda a, b: colors.CenteredNorm(1, -1.5), False, LINEAR),
    ("boundary:0,1", [0, 1], False, LINEAR),
    ("boundary:-1,0,0.5,2,3", [-1, 0, 0.5, 2, 3], False, LINEAR),
    ("boundary:0,0.3,0.5,0.7,1,2,3,4,5,6,7", [0, 0.3, 0.5, 0.7, 1, 2, 3, 4, 5, 6, 7], False, LINEAR),
    ("logit", logit, True, PROBABLE),
]

# Limits to give, by the data: inside the values, so that there is under and over.
LIMITS = {id(LINEAR): (-0.5, 3), id(WIDE): (0.02, 1000), id(PROBABLE): (0.01, 0.9)}
CONSTANT = {id(LINEAR): 2.5, id(WIDE): 3, id(PROBABLE): 0.25}


def number(value):
    value = float(value)
    if numpy.isnan(value):
        return "NAN"
    if numpy.isinf(value):
        return "INFINITY" if value > 0 else "-INFINITY"
    return value.hex()


def marked_map(n):
    """A map whose colours tell their index."""
    marked = colors.ListedColormap([(i // 256 / 255, i % 256 / 255, 0) for i in range(n)])
    marked.set_under((0, 0, 1))
    marked.set_over((1, 0, 1))
    marked.set_bad((0, 1, 1))
    return marked


def color_of(rgba, n):
    red, green, blue, _ = (int(round(channel * 255)) for channel in rgba)
    if blue == 0:
        return red * 256 + green
    return n + 1 if green else n if red else -1


def measured(norm, values, n):
    masked = numpy.ma.masked_invalid(values)
    with numpy.errstate(all="ignore"):
        result = norm(masked)
    mask = numpy.ma.getmaskarray(result)
    rgba = marked_map(n)(result)
    boundary = isinstance(norm, colors.BoundaryNorm)
    for place, bad, color in zip(numpy.ma.getdata(result), mask, rgba):
        yield numpy.nan if bad or boundary else place, color_of(color, n)


def main():
    if matplotlib.__version__ != WANTED:
        sys.exit(f"matplotlib {WANTED} is needed, this is {matplotlib.__version__}")
    inputs, outputs, cases, places = [], [], [], {}
    for data in (LINEAR, WIDE, PROBABLE):
        places[id(data)] = len(inputs)
        inputs += data + ODD
    for name, make, limited, data in NORMS:
        low, high = LIMITS[id(data)]
        given = [(None, None)] + [(low, None), (None, high), (low, high)] * limited
        runs = [(a, b, data) for a, b in given]
        runs.append((None, None, [CONSTANT[id(data)]] * 2))
        for vmin, vmax, found_in in runs:
            for n in (256, 10) if vmin is None and vmax is None else (510,):
                norm = colors.BoundaryNorm(make, n) if isinstance(make, list) else make(vmin, vmax)
                norm.autoscale_None(numpy.ma.masked_invalid(found_in))
                domain = numpy.array(found_in, float)
                if name == "log" or name == "logit":
                    domain = domain[domain > 0]
                if name == "logit":
                    domain = domain[domain < 1]
                values = data + ODD
                out = len(outputs)
                outputs += measured(norm, values, n)  # which sets the limits of a centered norm
                cases.append('    {"%s", %s, %s, %s, %s, {%s, %s}, %d, %d, %d, %d},' % (
                    name, *(number(numpy.nan if v is None else v) for v in (vmin, vmax)),
                    number(domain.min()), number(domain.max()), number(norm.vmin),
                    number(norm.vmax), n, places[id(data)], len(values), out))
    text = HEADER.format(
        inputs="\n".join(f"    {number(value)}," for value in inputs),
        outputs="\n".join(f"    {{{number(place)}, {color}}}," for place, color in outputs),
        cases="\n".join(cases))
    (pathlib.Path(__file__).resolve().parent / "norm_cases.h").write_text(text)


if __name__ == "__main__":
    main()
