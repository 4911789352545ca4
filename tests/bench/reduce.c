/* SPDX-License-Identifier: MIT */
/* reduce.c: what drawing a large frame small costs, next to reading it once from memory.
 *
 * Built only on request: make bench_reduce && tests/bench_reduce [INTERPOLATION [FRAME]]. For
 * frames of 4096×4096 pixels of several types, drawn as 370×370, it prints the best of some runs in
 * milliseconds:
 *     read    a sum over the frame's bytes
 *     limits  min and max, which imshow finds once for an image, before it is drawn
 *     draw    the picture
 *     ratio   draw / read
 *     floats  draw / read of as many float32: small types are read so quickly that three times that
 *             is less than it takes to turn them into numbers
 * Colours, and values that become colours before they are blended, are as many doubles for each
 * pixel as they have channels. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cpu_time.h"
#include "flatplot/flatplot.h"

enum { SIDE = 4096, PICTURE = 370, RUNS = 9 };

struct frame {
    const char *name;
    enum fp_dtype dtype;
    size_t channels;
    double bad; /* the part of it that is NaN */
    enum fp_stage stage;
};

static const struct frame frames[] = {
    {"bool", FP_BOOL, 1, 0, FP_STAGE_DATA},
    {"uint8", FP_UINT8, 1, 0, FP_STAGE_DATA},
    {"uint16", FP_UINT16, 1, 0, FP_STAGE_DATA},
    {"int32", FP_INT32, 1, 0, FP_STAGE_DATA},
    {"int64", FP_INT64, 1, 0, FP_STAGE_DATA},
    {"float16", FP_FLOAT16, 1, 0, FP_STAGE_DATA},
    {"float32", FP_FLOAT32, 1, 0, FP_STAGE_DATA},
    {"float64", FP_FLOAT64, 1, 0, FP_STAGE_DATA},
    {"float32, 1% NaN", FP_FLOAT32, 1, 0.01, FP_STAGE_DATA},
    {"float32, all NaN", FP_FLOAT32, 1, 1, FP_STAGE_DATA},
    {"uint8, stage rgba", FP_UINT8, 1, 0, FP_STAGE_RGBA},
    {"float32, stage rgba", FP_FLOAT32, 1, 0, FP_STAGE_RGBA},
    {"uint8, RGB", FP_UINT8, 3, 0, FP_STAGE_DATA},
    {"float32, RGBA", FP_FLOAT32, 4, 0, FP_STAGE_DATA},
};

static void
must(bool done)
{
    if (done)
        return;
    fprintf(stderr, "%s\n", fp_context_message(NULL));
    exit(1);
}

static size_t
count_of(const struct frame *frame)
{
    return (size_t)SIDE * SIDE * frame->channels;
}

static uint32_t
next_number(uint32_t *state)
{
    *state = *state * 1664525 + 1013904223;
    return *state >> 8;
}

/* Noise in 0 … 1, or whole numbers as large as the type takes; half of the bools are true. */
static void
fill(const struct frame *frame, char *to)
{
    size_t size = fp_dtype_size(frame->dtype), n = count_of(frame);
    uint32_t state = 1;

    for (size_t i = 0; i < n; i++) {
        double random = next_number(&state) / (double)(1 << 24);
        float f = random < frame->bad ? NAN : (float)random;
        uint64_t whole = next_number(&state) * UINT64_C(0x9e3779b97f4a7c15);
        uint16_t half = (uint16_t)(whole >> 52 | 0x3000);

        whole = frame->dtype == FP_BOOL ? whole >> 63 : whole;
        if (frame->dtype == FP_FLOAT16)
            memcpy(to + i * size, &half, size);
        else if (frame->dtype == FP_FLOAT32)
            memcpy(to + i * size, &f, size);
        else if (frame->dtype == FP_FLOAT64)
            memcpy(to + i * size, &random, size);
        else
            memcpy(to + i * size, &whole, size); /* the low bytes, or on big-endian any others */
    }
}

/* The frame is as large as most caches together; what is left of it there is nobody's merit. */
static double
read_once(const void *frame, size_t bytes)
{
    const uint64_t *words = frame;
    volatile uint64_t sum;
    uint64_t sums[4] = {0};
    double start = cpu_time();

    for (size_t i = 0; i < bytes / sizeof *words; i += 4)
        for (size_t j = 0; j < 4; j++)
            sums[j] += words[i + j];
    sum = sums[0] + sums[1] + sums[2] + sums[3];
    (void)sum;
    return cpu_time() - start;
}

static double
find_limits(struct fp_array *array)
{
    double start = cpu_time(), low, high;

    must(fp_array_range(array, -INFINITY, INFINITY, &low, &high) == FP_OK);
    return cpu_time() - start;
}

static double
draw(struct fp_figure *fig)
{
    uint8_t *pixels = NULL;
    double start = cpu_time(), end;

    must(fp_figure_pixels(fig, &pixels) == FP_OK);
    end = cpu_time();
    fp_free(pixels);
    return end - start;
}

static struct fp_figure *
make_figure(struct fp_array *array, const struct fp_imshow_options *options)
{
    struct fp_figure *fig = fp_figure_create(NULL);
    struct fp_axes *ax = fp_figure_add_axes(fig, (const double[4]){0, 0, 1, 1});

    must(fp_figure_set_size_pixels(fig, PICTURE, PICTURE) == FP_OK);
    must(fp_axes_set_axis(ax, false) == FP_OK);
    must(fp_axes_imshow(ax, array, options));
    return fig;
}

static double
best_read(const void *memory, size_t bytes)
{
    double best = INFINITY;

    for (int i = 0; i < RUNS; i++)
        best = fmin(best, read_once(memory, bytes));
    return best;
}

static void
print(const struct frame *frame, double read, double limits, double drawn, double as_floats)
{
    printf("%-20s read %5.1f  limits %5.1f  draw %6.1f  ratio %4.1f  floats %4.1f\n", frame->name,
           read, limits, drawn, drawn / read, drawn / as_floats);
    fflush(stdout);
}

/* `memory`: at least as many bytes as the frame takes as float32 or as its own type. */
static void
measure(const struct frame *frame, char *memory, enum fp_interpolation interpolation)
{
    size_t shape[3] = {SIDE, SIDE, frame->channels}, n = count_of(frame);
    struct fp_layout layout = fp_layout_c(frame->dtype, frame->channels > 1 ? 3 : 2, shape);
    struct fp_array *array = fp_array_wrap(NULL, memory, &layout, NULL, NULL);
    struct fp_imshow_options options = fp_imshow_defaults();
    double limits = INFINITY, drawn = INFINITY;
    struct fp_figure *fig;

    options.interpolation = interpolation;
    options.stage = frame->stage;
    fill(frame, memory);
    fig = make_figure(array, &options);
    for (int i = 0; i < RUNS; i++) {
        limits = fmin(limits, find_limits(array));
        drawn = fmin(drawn, draw(fig));
    }
    print(frame, best_read(memory, n * fp_dtype_size(frame->dtype)), limits, drawn,
          best_read(memory, n * sizeof(float)));
    fp_unref(array);
    fp_unref(fig);
}

int
main(int argc, char **argv)
{
    char *memory = calloc((size_t)SIDE * SIDE, 4 * sizeof(float));
    struct fp_imshow_options options = fp_imshow_defaults();

    if (!memory)
        return 1;
    if (argc > 1)
        must(fp_interpolation_find(NULL, argv[1], &options.interpolation) == FP_OK);
    for (size_t i = 0; i < sizeof frames / sizeof *frames; i++)
        if (argc < 3 || strcmp(argv[2], frames[i].name) == 0)
            measure(&frames[i], memory, options.interpolation);
    free(memory);
    return 0;
}
