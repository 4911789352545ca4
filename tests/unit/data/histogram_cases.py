#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""histogram_cases.py: writes histogram_cases.h beside itself: what matplotlib 3.6.3's hist counts.

Debian 12's python3-matplotlib has that version, and numpy 1.24. Run it with /usr/bin/python3;
running it again gives the same file.
"""

import math
import pathlib
import random
import sys

import matplotlib
from matplotlib.figure import Figure

WANTED = "3.6.3"

HEADER = """\
/* SPDX-License-Identifier: MIT */
/* histogram_cases.h: what matplotlib 3.6.3's hist counts. Written by histogram_cases.py. */
#ifndef TESTS_UNIT_DATA_HISTOGRAM_CASES_H
#define TESTS_UNIT_DATA_HISTOGRAM_CASES_H

#include <math.h>

/* clang-format off */
static const struct {{
    int n;
    double values[64];
}} histogram_values[] = {{
{values}
}};

static const struct {{
    int values;
    int weighted; /* the i-th value, from 0, counts (i mod 5) / 2 */
    const char *bins; /* "": edges */
    int edge_count;
    double edges[16];
    double range[2];
    int density, cumulative;
    int bin_count;
    double found_edges[64], counts[64];
}} histogram_cases[] = {{
{cases}
}};
/* clang-format on */

#endif
"""

NAN = float("nan")


def number(v):
    v = float(v)
    return "NAN" if math.isnan(v) else v.hex()


def numbers(vs):
    return "{" + ", ".join(number(v) for v in vs) + "}"


DRAW = random.Random(3)
NORMAL = [round(DRAW.gauss(0, 1), 3) for _ in range(60)]
DICE = [DRAW.randint(1, 6) for _ in range(50)]
HEAVY = [DRAW.gauss(5, .3) for _ in range(40)] + [9, 11]
TENTHS = [i / 10 for i in range(31)]
EVERY = [NORMAL, DICE, HEAVY, TENTHS, [3], [2, 2, 2], [], [NAN, 1, 2, NAN, 2], [0, 1], [1e9, 1e9 + 1],
         [-5, -5, 7e-9], [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
         [1, 2, 2], [1, 2, 2, 3],
         # Just below an edge, where the division says on it.
         [-.28, .21714285714285717, .5, 3.2]]


def cases():
    for x in EVERY:
        for bins in (10, 1, 7, "auto", "fd", "sturges", [-1, 0, .5, 2, 5], [1, 2, 3, 4, 5, 6, 7]):
            yield x, {"bins": bins}
    for x in (NORMAL, DICE, TENTHS):
        for bins in (12, "auto", "sturges"):
            yield x, {"bins": bins, "range": (.3, 2.1)}
            yield x, {"bins": bins, "range": (2, 2)}
        for more in ({"density": True}, {"cumulative": True}, {"cumulative": -1},
                     {"density": True, "cumulative": True}, {"density": True, "cumulative": -1}):
            yield x, {"bins": 9, **more}
            yield x, {"bins": [0, .25, 1, 1, 5], **more}
        weights = [i % 5 * .5 for i in range(len(x))]
        yield x, {"bins": 6, "weights": weights}
        yield x, {"bins": [0, 1, 3], "weights": weights, "density": True}
    yield [1, 2, 2], {"bins": [2, 2, 3]}
    yield [1, 2, 2, 3], {"bins": [1, 2, 2]}


def case(x, options):
    counts, edges, _ = Figure().add_subplot().hist([float(v) for v in x], **options)
    bins, weights = options["bins"], options.get("weights")
    listed = isinstance(bins, list)
    return ('    {%d, %d, "%s", %d, %s, %s, %d, %d, %d,\n     %s,\n     %s},' % (
        EVERY.index(x), weights is not None,
        "" if listed else bins, len(bins) if listed else 0, numbers(bins if listed else [0]),
        numbers(options.get("range", (NAN, NAN))), options.get("density", False),
        options.get("cumulative", 0), len(counts), numbers(edges), numbers(counts)))


def main():
    if matplotlib.__version__ != WANTED:
        sys.exit(f"matplotlib {WANTED} is needed, this is {matplotlib.__version__}")
    text = HEADER.format(cases="\n".join(case(*c) for c in cases()),
                         values="\n".join(f"    {{{len(x)}, {numbers(x or [0])}}}," for x in EVERY))
    (pathlib.Path(__file__).resolve().parent / "histogram_cases.h").write_text(text)


if __name__ == "__main__":
    main()
