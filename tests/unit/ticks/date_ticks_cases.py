#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""date_ticks_cases.py: writes date_ticks_cases.h beside itself, matplotlib 3.6.3's own ticks and labels
on axes of dates, and the limits that it fits to dates.

Debian 12's python3-matplotlib has that version. Run it with /usr/bin/python3; running it again
gives the same file. Numbers are written so that they read back as the same doubles.
"""

import pathlib
import random
import sys
import warnings

import matplotlib
from matplotlib.dates import datestr2num
from matplotlib.figure import Figure

WANTED = "3.6.3"

HEADER = """\
/* SPDX-License-Identifier: MIT */
/* date_ticks_cases.h: matplotlib 3.6.3's ticks on axes of dates. Written by date_ticks_cases.py. */
#ifndef TESTS_UNIT_TICKS_DATE_TICKS_CASES_H
#define TESTS_UNIT_TICKS_DATE_TICKS_CASES_H

/* clang-format off */
static const struct {{
    double lo, hi;
    const char *values, *labels; /* separated by bars */
}} date_cases[] = {{
{cases}
}};

/* Dates along x, and the limits that fit them. */
static const struct {{
    double first, last;
    double lim[2];
}} date_fits[] = {{
{fits}
}};
/* clang-format on */

#endif
"""

SECOND = 1 / 86400

BY_HAND = [
    ("2026-01-01", "2026-12-31"), ("2025-11-20", "2026-11-20"), ("2026-11-01", "2026-11-30"),
    ("2026-02-01", "2026-03-01"), ("2024-02-28", "2024-03-02"), ("2026-11-20", "2026-11-21"),
    ("2026-11-20T09:30", "2026-11-20T16:00"), ("2026-11-20T09:30", "2026-11-20T09:40"),
    ("2026-11-20T09:30", "2026-11-20T09:30:30"), ("2026-11-20T09:30", "2026-11-20T09:30:04"),
    ("2026-12-31T23:59:50", "2027-01-01T00:00:10"), ("1970-01-01", "1970-01-02"),
    ("1900-01-01", "2000-01-01"), ("1500-01-01", "2020-01-01"), ("0001-01-01", "9999-12-31"),
    ("1969-12-31", "1970-01-01"), ("1950-06-15", "1971-03-02"), ("2000-01-31", "2000-06-30"),
    ("2000-01-31", "2000-07-01"), ("2019-12-01", "2020-05-01"), ("2019-12-01", "2020-04-30"),
    ("2020-01-01", "2025-01-01"), ("2020-01-01T00:00:01", "2025-01-01"), ("2000-01-01", "2010-01-01"),
    ("2000-01-01", "2011-01-01"), ("0001-03-01", "0004-01-01"), ("0900-01-01", "1100-01-01"),
    ("2026-03-01", "2026-03-07"), ("2026-03-01", "2026-03-12"), ("2026-03-01", "2026-03-25"),
    ("2026-02-20", "2026-04-11"), ("2026-02-20", "2026-05-21"), ("2026-02-20", "2026-07-19"),
    ("2026-11-20T00:00", "2026-11-24T23:00"), ("2026-11-20T00:00", "2026-11-22T12:00"),
    ("2026-11-20T12:00", "2026-11-20T17:00"), ("2026-11-20T12:00", "2026-11-20T16:59"),
]


def spans():
    for first, last in BY_HAND:
        yield datestr2num(first), datestr2num(last)
    # Close to 1970 doubles tell microseconds apart.
    for span in (6e-6, 9e-6, 3e-5, 1.7e-4, 1e-3, 7e-3, 0.06, 0.4, 1, 2.9, 4.5, 5, 7):
        yield 0.25, 0.25 + span * SECOND
        yield 100.3, 100.3 + span * SECOND
    draw = random.Random(6)
    for _ in range(160):
        middle = draw.uniform(-100 * 365, 130 * 365)
        half = 10 ** draw.uniform(-4.5, 4) / 2
        yield middle - half, middle + half
    for _ in range(40):
        lo = draw.uniform(-700000, 2000000)
        yield lo, lo + 10 ** draw.uniform(2, 6)


def date_axis():
    axis = Figure().add_subplot().xaxis
    axis.axes.xaxis_date()
    return axis


def line(lo, hi):
    axis = date_axis()
    axis.axes.set_xlim(lo, hi)
    values = [v for v in axis.get_majorticklocs() if lo <= v <= hi]
    labels = axis.major.formatter.format_ticks(values)
    texts = "|".join(repr(float(v)) for v in values), "|".join(labels)
    return '    {%r, %r,\n     "%s",\n     "%s"},' % (float(lo), float(hi), *texts)


def fit(first, last):
    axis = date_axis()
    axis.axes.plot([first, last], [0, 1])
    return "    {%r, %r, {%r, %r}}," % (first, last, *map(float, axis.axes.get_xlim()))


def fits():
    yield from ((20000.0, 20000.0), (20000.0, 20001.0), (-5.0, 7.25), (0.0, 0.0), (0.0, 1.0))
    yield from ((20000.0, 20000.0 + 1e-9), (20000.5, 20000.5 + SECOND), (1000.0, 40000.0))


def main():
    if matplotlib.__version__ != WANTED:
        sys.exit(f"matplotlib {WANTED} is needed, this is {matplotlib.__version__}")
    warnings.simplefilter("ignore")
    last = 2932896.9  # 9999-12-31
    inside = [s for s in spans() if s[1] < last]
    text = HEADER.format(cases="\n".join(line(*s) for s in inside),
                         fits="\n".join(fit(*f) for f in fits()))
    (pathlib.Path(__file__).resolve().parent / "date_ticks_cases.h").write_text(text)


if __name__ == "__main__":
    main()
