#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""words_cases.py: writes words_cases.h beside itself: where matplotlib 3.6.3 puts the lines of turned
texts, and the box around them, with letters of a made-up size.

Debian 12's python3-matplotlib has that version. Run it with /usr/bin/python3; running it again
gives the same file.
"""

import pathlib
import random
import sys

import matplotlib
from matplotlib.figure import Figure

WANTED = "3.6.3"
HALIGN = ["left", "center", "right"]
VALIGN = ["baseline", "top", "center", "center_baseline", "bottom"]
TEXTS = ["lp", "one line", "two\\nlines^", "^\\nthree, the last is long_\\n", "a_\\n\\n^c"]
ANGLES = [0, 30, 45, 90, 117.5, 180, 225, 270, 330, 360, -90, 450]

HEADER = """\
/* SPDX-License-Identifier: MIT */
/* words_cases.h: where matplotlib 3.6.3 puts the lines of turned texts. Written by words_cases.py. */
#ifndef TESTS_UNIT_DRAW_WORDS_CASES_H
#define TESTS_UNIT_DRAW_WORDS_CASES_H

#include "flatplot/align.h"

/* clang-format off */
static const struct {{
    const char *text;
    double angle;
    enum fp_halign ha;
    enum fp_valign va;
    int anchored;
    double box[4];
    double lines[3][2]; /* where the baselines begin */
}} words_cases[] = {{
{cases}
}};
/* clang-format on */

#endif
"""


class Letters:
    """Measures as the test's canvas does: 10 pixels high letters of 5, ^ stands out above, _ below."""

    points_to_pixels = staticmethod(lambda points: points)

    def get_text_width_height_descent(self, text, prop, ismath):
        descent = 2.5 + text.count("_")
        return 5 * len(text), 7.5 + 2 * text.count("^") + descent, descent


def numbers(values):
    return "{" + ", ".join(float(v).hex() for v in values) + "}"


def case(text, angle, ha, va, anchored):
    t = Figure().text(0, 0, text.replace("\\n", "\n"), rotation=angle, ha=ha, va=va,
                      rotation_mode="anchor" if anchored else "default", parse_math=False)
    box, lines, _ = t._get_layout(Letters())
    places = ", ".join(numbers(line[2:]) for line in lines)
    return (f'    {{"{text}", {angle}, FP_HALIGN_{ha.upper()}, FP_VALIGN_{va.upper()}, '
            f"{int(anchored)},\n     {numbers(box.extents)}, {{{places}}}}},")


def main():
    assert matplotlib.__version__ == WANTED, f"needs matplotlib {WANTED}"
    dice = random.Random(7)
    cases = [case("lp", 0, "left", va, False) for va in VALIGN]
    cases += [case(dice.choice(TEXTS), angle, dice.choice(HALIGN), va, anchored)
              for angle in ANGLES for va in VALIGN for anchored in (False, True)]
    pathlib.Path(__file__).with_suffix(".h").write_text(HEADER.format(cases="\n".join(cases)),
                                                        encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
