/* SPDX-License-Identifier: MIT */
/* frames.c: input for the benchmark, as one .npy file whose values begin at byte 128.
 *
 *     bench_frames waves|ripples|noise FILE FRAMES HEIGHT WIDTH
 *
 * waves: float32 from -2 to 2, waves from two sources that spread; no two frames are the same.
 * ripples: the same, three times as fine, which compresses to more bytes.
 * noise: float64, three uniform random numbers for each pixel, as np.random.rand makes them. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "npy_header.h"

struct frames {
    int count, height, width;
};

static double
wave(double x, double y, double number, double phase)
{
    double distance = hypot(x, y);

    return sin(number * distance - phase) / (1 + 4 * distance);
}

static int
write_waves(FILE *file, double number, const struct frames *frames)
{
    float *row = malloc((size_t)frames->width * sizeof *row);
    int written = row != NULL;

    for (long i = 0; written && i < (long)frames->count * frames->height; i++) {
        double phase = 0.04 * (double)(i / frames->height);
        double y = (double)(i % frames->height) / (double)frames->height;

        for (int x = 0; x < frames->width; x++) {
            double across = (double)x / (double)frames->width;

            row[x] = (float)(wave(across - 0.3, y - 0.4, number, phase) +
                             wave(across - 0.7, y - 0.6, number, phase));
        }
        written = fwrite(row, sizeof *row, (size_t)frames->width, file) == (size_t)frames->width;
    }
    free(row);
    return written;
}

static int
write_noise(FILE *file, const struct frames *frames)
{
    for (long i = 0; i < 3L * frames->count * frames->height * frames->width; i++) {
        double value = drand48();

        if (fwrite(&value, sizeof value, 1, file) != 1)
            return 0;
    }
    return 1;
}

static int
write_frames(FILE *file, const char *kind, const struct frames *frames)
{
    int noise = strcmp(kind, "noise") == 0;
    char shape[60];

    snprintf(shape, sizeof shape, "%d, %d, %d%s", frames->count, frames->height, frames->width,
             noise ? ", 3" : "");
    return write_npy_header(file, noise ? "f8" : "f4", shape) &&
           (noise ? write_noise(file, frames)
                  : write_waves(file, strcmp(kind, "ripples") == 0 ? 30 : 10, frames));
}

int
main(int argc, char **argv)
{
    struct frames frames;
    FILE *file;
    int written;

    if (argc != 6) {
        fprintf(stderr, "usage: %s waves|ripples|noise FILE FRAMES HEIGHT WIDTH\n", argv[0]);
        return 2;
    }
    frames = (struct frames){atoi(argv[3]), atoi(argv[4]), atoi(argv[5])};
    file = fopen(argv[2], "wb");
    written = file != NULL && write_frames(file, argv[1], &frames);
    if (file != NULL && fclose(file) != 0)
        written = 0;
    if (!written)
        perror(argv[2]);
    return written ? 0 : 4;
}
