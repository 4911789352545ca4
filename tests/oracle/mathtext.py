# SPDX-License-Identifier: MIT
"""mathtext.py: matplotlib's small formulas as the plain text that looks the same.

^{…} becomes superscripts, - becomes U+2212 (raised U+207B), \\times U+00D7, \\cdot U+22C5,
\\frac{1}{2} U+00BD; a thin space, U+2009, stands on both sides of ×, ⋅ and a minus between two
numbers, where mathtext leaves a fifth of the font's size."""

import re

RAISED = str.maketrans("0123456789-+.\N{MINUS SIGN}", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺·⁻")
WORDS = {r"\times": "×", r"\cdot": "⋅", r"\dfrac{1}{2}": "½", r"\frac{1}{2}": "½"}


def formula(text):
    text = re.sub(r"\\mathdefault\{(.*)\}$", r"\1", text)
    text = re.sub(r"\^\{([^}]*)\}", lambda m: m[1].translate(RAISED), text)
    for word, sign in WORDS.items():
        text = text.replace(word, sign)
    text = text.replace("-", "\N{MINUS SIGN}").replace("{", "").replace("}", "").replace(" ", "")
    return re.sub(r"(?<=\d)([×⋅\N{MINUS SIGN}])(?=\d)", "\u2009\\1\u2009", text)


def plain(text):
    if text.startswith("$") and text.endswith("$") and len(text) > 1:
        return formula(text[1:-1])
    return text
