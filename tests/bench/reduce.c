/* SPDX-License-Identifier: MIT */
/* reduce.c: what drawing a large frame small costs, next to reading it once from memory.
 *
 * Built only on request: make bench_reduce && tests/bench_reduce [INTERPOLATION …]. It prints, for
 * 4096×4096 float32 down to 370×370 pixels, the best of some runs in milliseconds and as a multiple
 * of the time that a sum over the frame's bytes takes. */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "flatplot/flatplot.h"

enum { SIDE = 4096, PICTURE = 370, RUNS = 15 };

/* CPU time: what else runs on the machine takes its own. */
static double
now(void)
{
    struct timespec t;

    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
    return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

static void
must(int status)
{
    if (status == FP_OK)
        return;
    fprintf(stderr, "%s\n", fp_context_message(NULL));
    exit(1);
}

static float *
make_frame(void)
{
    float *frame = malloc((size_t)SIDE * SIDE * sizeof *frame);
    uint32_t state = 1;

    for (size_t i = 0; frame && i < (size_t)SIDE * SIDE; i++) {
        state = state * 1664525 + 1013904223;
        frame[i] = (float)(state >> 8) / (1 << 24);
    }
    return frame;
}

/* The frame is as large as most caches together; what is left of it there is nobody's merit. */
static double
read_once(const float *frame)
{
    const uint64_t *words = (const void *)frame;
    volatile uint64_t sum;
    uint64_t sums[4] = {0};
    double start = now();

    for (size_t i = 0; i < (size_t)SIDE * SIDE / 2; i += 4)
        for (size_t j = 0; j < 4; j++)
            sums[j] += words[i + j];
    sum = sums[0] + sums[1] + sums[2] + sums[3];
    (void)sum;
    return now() - start;
}

static double
draw(struct fp_figure *fig)
{
    uint8_t *pixels = NULL;
    double start = now(), end;

    must(fp_figure_pixels(fig, &pixels));
    end = now();
    fp_free(pixels);
    return end - start;
}

static double
smaller(double a, double b)
{
    return a < b ? a : b;
}

static void
measure(const float *frame, const char *name)
{
    struct fp_layout layout = fp_layout_c(FP_FLOAT32, 2, (const size_t[]){SIDE, SIDE});
    struct fp_array *array = fp_array_wrap(NULL, frame, &layout, NULL, NULL);
    struct fp_figure *fig = fp_figure_create(NULL);
    struct fp_axes *ax = fp_figure_add_axes(fig, (const double[4]){0, 0, 1, 1});
    struct fp_imshow_options options = fp_imshow_defaults();
    double reading = 1e9, drawing = 1e9;

    must(fp_figure_set_size_pixels(fig, PICTURE, PICTURE));
    must(fp_axes_set_axis(ax, false));
    must(fp_interpolation_find(NULL, name, &options.interpolation));
    must(fp_axes_imshow(ax, array, &options) ? FP_OK : FP_ERR_ARGUMENT);
    for (int i = 0; i < RUNS; i++) {
        reading = smaller(reading, read_once(frame));
        drawing = smaller(drawing, draw(fig));
    }
    printf("%-10s read %6.2f ms  draw %6.2f ms  ratio %5.2f\n", name, reading, drawing,
           drawing / reading);
    fp_unref(array);
    fp_unref(fig);
}

int
main(int argc, char **argv)
{
    float *frame = make_frame();

    if (!frame)
        return 1;
    for (int i = 1; i < argc; i++)
        measure(frame, argv[i]);
    if (argc < 2)
        measure(frame, "auto");
    free(frame);
    return 0;
}
