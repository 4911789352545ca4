/* SPDX-License-Identifier: MIT */
/* halves.h: a picture as text: two pixels, one above the other, in each character of a terminal. */
#ifndef CLI_SHOW_HALVES_H
#define CLI_SHOW_HALVES_H

#include <stdint.h>

#include "flatplot/text.h"

/* Appends (height + 1) / 2 lines of U+2580, the upper half of a cell, in the colours of both pixels
 * (SGR 38;2 and 48;2, 24 bits each), and ordinary colours at the end of each. The pixels are those
 * of fp_figure_pixels, on white where they are clear; below an odd last row is nothing. */
void fp__halves_append(struct fp_text *out, const uint8_t *rgba, size_t width, size_t height);

#endif
