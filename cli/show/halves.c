/* SPDX-License-Identifier: MIT */
/* halves.c: colours are told only where they change, which makes most pictures half as long. */
#include "cli/show/halves.h"

#include <stdbool.h>
#include <string.h>

/* What the terminal draws in from here on. */
struct pen {
    bool set;
    uint8_t rgb[3];
};

/* On white, rounded. */
static void
flatten(const uint8_t *rgba, uint8_t rgb[3])
{
    for (int i = 0; i < 3; i++)
        rgb[i] = (uint8_t)(255 - ((255 - rgba[i]) * rgba[3] + 127) / 255);
}

/* `layer` is 38 for the upper half, 48 for the lower one. */
static void
choose(struct fp_text *out, struct pen *pen, int layer, const uint8_t *rgba)
{
    uint8_t rgb[3];
    flatten(rgba, rgb);
    if (pen->set && memcmp(pen->rgb, rgb, sizeof rgb) == 0)
        return;
    pen->set = true;
    memcpy(pen->rgb, rgb, sizeof rgb);
    fp_text_append_format(out, "\x1b[%d;2;%d;%d;%dm", layer, rgb[0], rgb[1], rgb[2]);
}

static void
append_line(struct fp_text *out, const uint8_t *upper, const uint8_t *lower, size_t width)
{
    struct pen above = {false};
    struct pen below = {false};
    for (size_t x = 0; x < width; x++) {
        choose(out, &above, 38, upper + 4 * x);
        if (lower)
            choose(out, &below, 48, lower + 4 * x);
        fp_text_append(out, "▀");
    }
    fp_text_append(out, "\x1b[0m\n");
}

void
fp__halves_append(struct fp_text *out, const uint8_t *rgba, size_t width, size_t height)
{
    for (size_t y = 0; y < height; y += 2) {
        const uint8_t *upper = rgba + 4 * width * y;
        append_line(out, upper, y + 1 < height ? upper + 4 * width : NULL, width);
    }
}
