#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""colormap_tables.py: writes colormap_tables.c and .h and colormap_fractions.c beside itself from
matplotlib 3.6.3.

Debian 12's python3-matplotlib has that version. Run it with /usr/bin/python3; running it again
gives the same files.
"""

import pathlib
import sys
import textwrap

import matplotlib
import numpy

WANTED = "3.6.3"

CREDITS = """\
The tables were computed with matplotlib 3.6.3 (Copyright (c) 2012- Matplotlib Development Team;
All Rights Reserved; licence based on the PSF's, see https://matplotlib.org). What was changed:
the colours are bytes here, trunc(255 * value). The maps and their makers:

magma inferno plasma viridis
    Nathaniel J. Smith, Stefan van der Walt, and (viridis) Eric Firing. CC0 1.0.
cividis
    Jamie R. Nunez, Christopher R. Anderton, Ryan S. Renslow: Optimizing colormaps with
    consideration for color vision deficiency. PLoS ONE 13(7), e0199239 (2018).
twilight twilight_shifted
    Bastian Bechtold, https://github.com/bastibe/twilight. CC0 1.0.
turbo
    Copyright 2019 Google LLC; Anton Mikhailov. Apache License 2.0,
    http://www.apache.org/licenses/LICENSE-2.0.
Blues BrBG BuGn BuPu GnBu Greens Greys Oranges OrRd PiYG PRGn PuBu PuBuGn PuOr PuRd Purples RdBu
RdGy RdPu RdYlBu RdYlGn Reds Spectral YlGn YlGnBu YlOrBr YlOrRd
Accent Dark2 Paired Pastel1 Pastel2 Set1 Set2 Set3
    ColorBrewer: Cynthia Brewer, Mark Harrower, The Pennsylvania State University. Today under
    the Apache License 2.0 (https://colorbrewer2.org); matplotlib's copy is under licence [1].
gist_earth gist_gray gist_heat gist_ncar gist_rainbow gist_stern gist_yarg
    From Yorick and Gist by David H. Munro [2]; reduced to functions by Reinier Heeres.
coolwarm
    Kenneth Moreland: Diverging Color Maps for Scientific Visualization. ISVC 2009.
cubehelix
    D. A. Green: A colour scheme for the display of astronomical intensity images. Bulletin of
    the Astronomical Society of India 39, 289 (2011).
CMRmap
    Carey Rappaport: A color map for effective black-and-white rendering of color-scale images.
    IEEE Antennas and Propagation Magazine 44(3) (2002).
Wistia
    Wistia, https://github.com/wistia/heatmap-palette. MIT licence.
tab10 tab20 tab20b tab20c
    The categorical palettes of Vega and D3 (https://github.com/vega/vega), tab10 and tab20 being
    Tableau's. BSD 3-clause.
afmhot gnuplot gnuplot2 ocean rainbow
    Formulas of gnuplot's palettes (`rgbformulae`), written for matplotlib.
nipy_spectral
    From NIPY, Neuroimaging in Python. BSD 3-clause.
autumn binary bone brg bwr cool copper flag gray hot hsv jet pink prism seismic spring summer
terrain winter
    matplotlib's own; many are after the maps of the same name in MATLAB.

[1] Apache-Style Software License for ColorBrewer Color Schemes, Version 1.1

Copyright (c) 2002 Cynthia Brewer, Mark Harrower, and The Pennsylvania State University. All
rights reserved. Redistribution and use in source and binary forms, with or without
modification, are permitted provided that the following conditions are met:
1. Redistributions as source code must retain the above copyright notice, this list of
conditions and the following disclaimer.
2. The end-user documentation included with the redistribution, if any, must include the
following acknowledgment: "This product includes color specifications and designs developed by
Cynthia Brewer (http://colorbrewer.org/)." Alternately, this acknowledgment may appear in the
software itself, if and wherever such third-party acknowledgments normally appear.
3. The name "ColorBrewer" must not be used to endorse or promote products derived from this
software without prior written permission. For written permission, please contact Cynthia Brewer
at cbrewer@psu.edu.
4. Products derived from this software may not be called "ColorBrewer", nor may "ColorBrewer"
appear in their name, without prior written permission of Cynthia Brewer.
THIS SOFTWARE IS PROVIDED "AS IS" AND ANY EXPRESSED OR IMPLIED WARRANTIES, INCLUDING, BUT NOT
LIMITED TO, THE IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
DISCLAIMED. IN NO EVENT SHALL CYNTHIA BREWER, MARK HARROWER, OR THE PENNSYLVANIA STATE
UNIVERSITY BE LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL
DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR SERVICES; LOSS OF
USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY,
WHETHER IN CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN
ANY WAY OUT OF THE USE OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.

[2] BSD-style license for gist/yorick colormaps

Copyright (c) 1996. The Regents of the University of California. All rights reserved.
Permission to use, copy, modify, and distribute this software for any purpose without fee is
hereby granted, provided that this entire notice is included in all copies of any software which
is or includes a copy or modification of this software and in all copies of the supporting
documentation for such software.
This work was produced at the University of California, Lawrence Livermore National Laboratory
under contract no. W-7405-ENG-48 between the U.S. Department of Energy and The Regents of the
University of California for the operation of UC LLNL.
DISCLAIMER: This software was prepared as an account of work sponsored by an agency of the
United States Government. Neither the United States Government nor the University of California
nor any of their employees, makes any warranty, express or implied, or assumes any liability or
responsibility for the accuracy, completeness, or usefulness of any information, apparatus,
product, or process disclosed, or represents that its use would not infringe privately-owned
rights. Reference herein to any specific commercial products, process, or service by trade name,
trademark, manufacturer, or otherwise, does not necessarily constitute or imply its endorsement,
recommendation, or favoring by the United States Government or the University of California. The
views and opinions of authors expressed herein do not necessarily state or reflect those of the
United States Government or the University of California, and shall not be used for advertising
or product endorsement purposes.
AUTHOR: David H. Munro wrote Yorick and Gist. Berkeley Yacc (byacc) generated the Yorick parser.
The routines in Math are from LAPACK and FFTPACK; MathC contains C translations by David H.
Munro. The algorithms for Yorick's random number generator and several special functions in
Yorick/include were taken from Numerical Recipes by Press, et. al., although the Yorick
implementations are unrelated to those in Numerical Recipes. A small amount of code in Gist was
adapted from the X11R4 release, copyright M.I.T. -- the complete copyright notice may be found
in the (unused) file Gist/host.c."""

HEADER = """\
/* SPDX-License-Identifier: MIT */
/* colormap_tables.h: the colours of all colormaps. Written by colormap_tables.py. */
#ifndef COLOR_COLORMAP_TABLES_H
#define COLOR_COLORMAP_TABLES_H

#include <stdint.h>

#define FP__COLORMAPS {count}

/* Where a map's colours lie in fp__colormap_rgb. */
struct fp__colormap_table {{
    uint16_t first;
    uint16_t n;
}};

extern const struct fp__colormap_table fp__colormap_tables[FP__COLORMAPS];

/* The name of map i at 2i and the one of its reversed form, which has no table, at 2i + 1. */
extern const char *const fp__colormap_names[2 * FP__COLORMAPS];

extern const uint8_t fp__colormap_rgb[{total}][3];

/* What truncation took from those bytes, in 65,536ths, rounded down. */
extern const uint16_t fp__colormap_fractions[{total}][3];

#endif
"""

FRACTIONS = """\
/* SPDX-License-Identifier: MIT */
/* colormap_fractions.c: what truncation to bytes took from the colours of all colormaps. Written by
 * colormap_tables.py; colormap_tables.c names the maps' makers and licences. */
#include "color/colormap_tables.h"

/* clang-format off */
const uint16_t fp__colormap_fractions[{total}][3] = {{
{fractions}
}};
/* clang-format on */
"""

SOURCE = """\
/* SPDX-License-Identifier: MIT */
/* colormap_tables.c: the colours of all colormaps. Written by colormap_tables.py.
 *
{credits}
 */
#include "color/colormap_tables.h"

/* clang-format off */
const char *const fp__colormap_names[2 * FP__COLORMAPS] = {{
{names}
}};

const struct fp__colormap_table fp__colormap_tables[FP__COLORMAPS] = {{
{tables}
}};

const uint8_t fp__colormap_rgb[{total}][3] = {{
{colors}
}};
/* clang-format on */
"""


def table(name):
    """The map's colours in 255ths; lut rows behind N are under, over and bad."""
    colormap = matplotlib.colormaps[name]
    colormap(0.0)  # the lut is made at the first use
    return colormap._lut[: colormap.N, :3] * 255


def whole(colors):
    return numpy.trunc(colors).astype(int).tolist()


def fractions(colors):
    return ((colors - numpy.trunc(colors)) * 65536).astype(int).tolist()


def wrap(items):
    return textwrap.fill(" ".join(items), 98, initial_indent="    ", subsequent_indent="    ",
                         break_long_words=False, break_on_hyphens=False)


def main():
    if matplotlib.__version__ != WANTED:
        sys.exit(f"matplotlib {WANTED} is needed, this is {matplotlib.__version__}")
    names = sorted(name for name in matplotlib.colormaps if not name.endswith("_r"))
    maps = {name: table(name) for name in names}
    first, tables, colors, rests = 0, [], [], []
    for name, rows in maps.items():
        tables.append(f"{{{first},{len(rows)}}},")
        for text, numbers in ((colors, whole(rows)), (rests, fractions(rows))):
            text.append(f"    /* {name} */")
            text.append(wrap("{%d,%d,%d}," % tuple(row) for row in numbers))
        first += len(rows)
    credits = "\n".join((" * " + line).rstrip() for line in CREDITS.splitlines())
    here = pathlib.Path(__file__).resolve().parent
    (here / "colormap_tables.h").write_text(HEADER.format(count=len(names), total=first))
    (here / "colormap_tables.c").write_text(SOURCE.format(
        credits=credits, total=first, tables=wrap(tables), colors="\n".join(colors),
        names=wrap(f'"{name}", "{name}_r",' for name in names)))
    (here / "colormap_fractions.c").write_text(FRACTIONS.format(
        total=first, fractions="\n".join(rests)))


if __name__ == "__main__":
    main()
