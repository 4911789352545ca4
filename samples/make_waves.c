/* SPDX-License-Identifier: MIT */
/* make_waves.c: writes 60 frames of 240 × 320 heights as one .npy file: waves from two sources that
 * add up, over one period.
 *
 *     make_waves FILE */
#include <math.h>
#include <stdio.h>

#include "npy_header.h"

enum { FRAMES = 60, HEIGHT = 240, WIDTH = 320 };

static const double pi = 3.14159265358979323846;

/* A wave of length 24 that grows weaker as it spreads. */
static double
wave(double x, double y, double phase)
{
    double distance = hypot(x, y);

    return cos(2 * pi * distance / 24 - phase) / sqrt(1 + distance / 24);
}

static int
write_values(FILE *file)
{
    float row[WIDTH];

    for (int i = 0; i < FRAMES * HEIGHT; i++) {
        double phase = 2 * pi * (i / HEIGHT) / FRAMES;
        int y = i % HEIGHT - HEIGHT / 2;

        for (int x = 0; x < WIDTH; x++)
            row[x] = (float)(wave(x - 100, y, phase) + wave(x - 220, y, phase));
        if (fwrite(row, sizeof row[0], WIDTH, file) != WIDTH)
            return 0;
    }
    return 1;
}

int
main(int argc, char **argv)
{
    return make_npy(argc, argv, "make_waves", "f4", "60, 240, 320", write_values);
}
