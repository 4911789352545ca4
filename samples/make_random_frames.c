/* SPDX-License-Identifier: MIT */
/* make_random_frames.c: writes 100 frames of 100 × 100 RGB values as one .npy file.
 *
 *     make_random_frames FILE
 *
 * What np.save(FILE, np.random.rand(100, 100, 100, 3)) would write, with a fixed seed, so that the
 * file is the same everywhere. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include "npy_header.h"

enum { FRAMES = 100, HEIGHT = 100, WIDTH = 100, CHANNELS = 3, ROW = WIDTH * CHANNELS };

/* splitmix64, the generator of Steele, Lea and Flood, "Fast splittable pseudorandom number
 * generators" (OOPSLA 2014), with the constants of Stafford's mix 13. */
static uint64_t
next_random(uint64_t *state)
{
    uint64_t z = *state += UINT64_C(0x9e3779b97f4a7c15);
    z = (z ^ (z >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
    z = (z ^ (z >> 27)) * UINT64_C(0x94d049bb133111eb);
    return z ^ (z >> 31);
}

/* Uniform in [0, 1): the upper 53 bits, as many as a double has. */
static double
next_uniform(uint64_t *state)
{
    return (double)(next_random(state) >> 11) * 0x1p-53;
}

static int
write_values(FILE *file)
{
    uint64_t state = 1;
    double row[ROW];
    for (int i = 0; i < FRAMES * HEIGHT; i++) {
        for (int k = 0; k < ROW; k++)
            row[k] = next_uniform(&state);
        if (fwrite(row, sizeof row[0], ROW, file) != ROW)
            return 0;
    }
    return 1;
}

int
main(int argc, char **argv)
{
    return make_npy(argc, argv, "make_random_frames", "f8", "100, 100, 100, 3", write_values);
}
