#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""axis_cases.py: writes axis_cases.h beside itself: how matplotlib 3.6.3 writes numbers in formats
and styles, and the limits that set ticks, margins and categories give.

Debian 12's python3-matplotlib has that version. Run it with /usr/bin/python3; running it again
gives the same file. In "{x}" a minus is U+2212, as in matplotlib from 3.8 on.
"""

import pathlib
import sys

import matplotlib
from matplotlib.figure import Figure
from matplotlib.ticker import FormatStrFormatter, StrMethodFormatter

WANTED = "3.6.3"

HEADER = """\
/* SPDX-License-Identifier: MIT */
/* axis_cases.h: matplotlib 3.6.3's formats, styles and limits. Written by axis_cases.py. */
#ifndef TESTS_UNIT_FIGURE_AXIS_CASES_H
#define TESTS_UNIT_FIGURE_AXIS_CASES_H

#include "flatplot/axis.h"

/* clang-format off */
static const struct {{
    const char *format;
    double value;
    const char *text;
}} format_cases[] = {{
{formats}
}};

static const struct {{
    double lo, hi;
    struct fp_tick_numbers numbers;
    const char *labels, *offset;
}} style_cases[] = {{
{styles}
}};

/* What is plotted along x, the ticks that are set then, and the limits. */
static const struct {{
    double x[2], ticks[3], lim[2];
    int log, turned;
}} shown_cases[] = {{
{shown}
}};

static const struct {{
    double x[2], margin, lim[2];
}} margin_cases[] = {{
{margins}
}};

/* Minor ticks between the major ones, of limits with room for nine. */
static const struct {{
    double lo, hi;
    const char *values; /* with bars between them */
}} minor_cases[] = {{
{minor}
}};

/* The limits of so many categories. */
static const struct {{
    int n;
    double lim[2];
}} category_cases[] = {{
{categories}
}};
/* clang-format on */

#endif
"""

FORMATS = ["%.2f", "%d", "%i%%", "%g", "%G", "%e", "%.3E", "%+.1f", "% .1f", "%08.2f", "%-8.2f|", "%8.3g",
           "T = %.0f s", "%.10g", "%.0e", "%+05d", "%.1g", "%-08.1f|",
           "{x}", "{x:.2f}", "{x:,.0f} km", "{x:.0%}", "{x:.1%}", "{x:e}", "{x:g}", "{x:.3g}", "{x:+.1f}",
           "{x: .1f}", "{x:08.2f}", "{x:>9.1f}", "{x:<9.1f}|", "{x:^9.1f}|", "{x:*^9.1f}", "{x:_.1f}",
           "{x:=+9.1f}", "{{{x:.0f}}}", "{x:.0f} = {x:.1f}", "{x:G}", "{x:.2E}", "{x:>12,.1f}"]
VALUES = [0.0, 1.0, -1.0, 0.5, 2.5, 1234567.891, -0.00012345, 1e21, -98765.4321, 1 / 3, 99.999]

STYLES = [(0, 2e6, True, False, -5, 6), (0, 2e6, True, True, 0, 0), (0, 2000, True, True, 3, 3),
          (0, 2000, True, True, 0, 0), (0, 1e-4, True, False, -5, 6), (0, 1e-3, True, True, -3, 3),
          (1e6, 1e6 + 5, False, True, -5, 6), (1e6, 1e6 + 5, True, True, -5, 6),
          (1e6, 1e6 + 5, False, False, -5, 6), (-5e4, 5e4, True, True, -3, 4),
          (0.5, 7.5, True, True, -2, -2), (12345.1, 12345.9, True, False, -5, 6)]

MINOR = [(0, 1), (-3.3, 7.1), (0, 25), (1e6, 1e6 + 3), (0.001, 0.0077), (-50, 50), (0, 40), (12, 12.1)]


def style(lo, hi, offset, scientific, least, most):
    axis = Figure().add_subplot().xaxis
    axis.axes.set_xlim(lo, hi)
    axis.get_tick_space = lambda: 9
    axis.axes.ticklabel_format(axis="x", style="sci" if scientific else "plain", useOffset=offset,
                               scilimits=(least, most))
    labels = axis.major.formatter.format_ticks(axis.get_majorticklocs())
    return '    {%r, %r, {%d, %d, %d, %d}, "%s", "%s"},' % (
        lo, hi, offset, scientific, least, most, "|".join(labels), axis.major.formatter.get_offset())


def shown(x, ticks, log=False, turned=False):
    ax = Figure().add_subplot()
    ax.plot(x, [0, 1])
    if log:
        ax.set_xscale("log")
    if turned:
        ax.invert_xaxis()
    ax.set_xticks(ticks)
    return "    {{%r, %r}, {%r, %r, %r}, {%r, %r}, %d, %d}," % (*x, *ticks, *ax.get_xlim(), log, turned)


def margin(x, margin):
    ax = Figure().add_subplot()
    ax.plot(x, [0, 1])
    ax.margins(x=margin)
    return "    {{%r, %r}, %r, {%r, %r}}," % (*x, margin, *ax.get_xlim())


def minor(lo, hi):
    axis = Figure().add_subplot().xaxis
    axis.axes.minorticks_on()
    axis.axes.set_xlim(lo, hi)
    axis.get_tick_space = lambda: 9
    values = [v for v in axis.get_minorticklocs() if lo <= v <= hi]
    return '    {%r, %r, "%s"},' % (lo, hi, "|".join(repr(float(v)) for v in values))


def category(n):
    ax = Figure().add_subplot()
    ax.plot([f"name {i}" for i in range(n)], [0] * n)
    return "    {%d, {%r, %r}}," % (n, *ax.get_xlim())


def formats():
    for text in FORMATS:
        braces = "{x" in text
        formatter = (StrMethodFormatter if braces else FormatStrFormatter)(text)
        for value in VALUES:
            label = formatter(value)
            if braces and value < 0:
                label = label.replace("-", "\u2212", 2 if text.count("{x") == 2 else 1)
            yield '    {"%s", %r, "%s"},' % (text, value, label)


def main():
    if matplotlib.__version__ != WANTED:
        sys.exit(f"matplotlib {WANTED} is needed, this is {matplotlib.__version__}")
    shown_lines = [shown([1, 2], [0, 1, 5]), shown([1, 2], [1.1, 1.5, 1.9]), shown([1, 2], [-3, 1.5, 1.7]),
                   shown([1, 100], [0.01, 10, 1000], log=True), 
                   shown([1, 2], [0, 1, 5], turned=True), shown([1, 2], [5, 0, 3])]
    margin_lines = [margin([1, 2], m) for m in (0, 0.05, 0.1, 1, -0.2, -0.49)]
    text = HEADER.format(formats="\n".join(formats()), styles="\n".join(style(*s) for s in STYLES),
                         shown="\n".join(shown_lines), margins="\n".join(margin_lines),
                         minor="\n".join(minor(*m) for m in MINOR),
                         categories="\n".join(category(n) for n in (1, 2, 3, 12)))
    (pathlib.Path(__file__).resolve().parent / "axis_cases.h").write_text(text)


if __name__ == "__main__":
    main()
