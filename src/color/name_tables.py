#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""name_tables.py: writes name_tables.c and .h beside itself: the names of colours in matplotlib
3.6.3: those of CSS Color Module Level 4, Tableau's ten with tab:grey, and the eight letters. Those
of xkcd's survey are left out.

Debian 12's python3-matplotlib has that version. Run it with /usr/bin/python3; running it again
gives the same files.
"""

import pathlib
import sys

import matplotlib
from matplotlib import colors

WANTED = "3.6.3"

HEADER = """\
/* SPDX-License-Identifier: MIT */
/* name_tables.h: the colours that have names. Written by name_tables.py. */
#ifndef COLOR_NAME_TABLES_H
#define COLOR_NAME_TABLES_H

#include <stdint.h>

#define FP__COLOR_NAMES {count}

/* In lower case and alphabetical order: CSS 4's, tab:…, and single letters. */
extern const char *const fp__color_names[FP__COLOR_NAMES];

/* The colour of each of them. */
extern const uint8_t fp__color_named[FP__COLOR_NAMES][3];

/* Tableau's ten, in the order that lines take them. */
extern const uint8_t fp__color_cycle[10][3];

#endif
"""

SOURCE = """\
/* SPDX-License-Identifier: MIT */
/* name_tables.c: the colours that have names. Written by name_tables.py.
 *
 * The long names are those of CSS Color Module Level 4 (W3C), tab:… are the ten of Tableau's palette
 * Tableau 10 (2016) and tab:grey, the letters matplotlib's own. Bytes are trunc(255 * value). */
#include "color/name_tables.h"

/* clang-format off */
const char *const fp__color_names[FP__COLOR_NAMES] = {{
{names}
}};

const uint8_t fp__color_named[FP__COLOR_NAMES][3] = {{
{colors}
}};

const uint8_t fp__color_cycle[10][3] = {{
{cycle}
}};
/* clang-format on */
"""


def row(value):
    return "    {%d,%d,%d}," % tuple(int(channel * 255) for channel in colors.to_rgb(value))


def main():
    if matplotlib.__version__ != WANTED:
        sys.exit(f"matplotlib {WANTED} is needed, this is {matplotlib.__version__}")
    table = {**colors.BASE_COLORS, **colors.TABLEAU_COLORS, **colors.CSS4_COLORS}
    table["tab:grey"] = table["tab:gray"]  # as colors.py does
    names = sorted(table)
    assert all(name == name.lower() for name in names)
    here = pathlib.Path(__file__).resolve().parent
    (here / "name_tables.h").write_text(HEADER.format(count=len(names)))
    (here / "name_tables.c").write_text(SOURCE.format(
        names="\n".join(f'    "{name}",' for name in names),
        colors="\n".join(f"{row(table[name])} /* {name} */" for name in names),
        cycle="\n".join(row(color) for color in colors.TABLEAU_COLORS.values())))


if __name__ == "__main__":
    main()
