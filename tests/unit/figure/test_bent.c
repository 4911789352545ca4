/* SPDX-License-Identifier: MIT */
/* test_bent.c: images on log and symlog axes: every pixel that matplotlib shows, and where. */
#include "unit/support.h"

#include <stdlib.h>

#include "core/alloc.h"
#include "unit/figure/bent_cases.h"
#include "unit/figure/recorder.h"
#include "unit/figure/scene.h"

enum { WIDTH = 320, HEIGHT = 240 };

/* Red tells the row of the array, green the column. */
static struct fp_array *
signposts(int rows, int cols)
{
    struct fp_layout layout =
        fp_layout_c(FP_UINT8, 3, (const size_t[]){(size_t)rows, (size_t)cols, 3});
    uint8_t bytes[60 * 60 * 3] = {0};

    for (int i = 0; i < rows * cols; i++) {
        bytes[3 * i] = (uint8_t)(i / cols);
        bytes[3 * i + 1] = (uint8_t)(i % cols);
    }
    return fp_array_copy(NULL, bytes, &layout);
}

/* How many of "value×count …" there are, written out. */
static int
unroll(const char *runs, uint8_t values[WIDTH])
{
    int n = 0;

    while (*runs) {
        char *end;
        long value = strtol(runs, &end, 10);
        long count = strtol(end + strlen("×"), &end, 10);

        while (count-- > 0)
            values[n++] = (uint8_t)value;
        runs = end + (*end == ' ');
    }
    return n;
}

static struct fp_figure *
make(size_t i)
{
    struct fp_figure *fig = fp_figure_create(NULL);
    struct fp_axes *ax = fp_figure_add_subplot(fig, 1, 1, 1);
    struct fp_imshow_options options = fp_imshow_defaults();
    struct fp_array *array = signposts(cases[i].rows, cases[i].cols);

    fp_figure_set_size_pixels(fig, WIDTH, HEIGHT);
    options.interpolation = cases[i].interpolation;
    options.origin = cases[i].origin;
    options.aspect = cases[i].aspect;
    options.has_extent = true;
    memcpy(options.extent, cases[i].extent, sizeof options.extent);
    assert_non_null(fp_axes_imshow(ax, array, &options));
    fp_unref(array);
    fp_axes_set_xlim(ax, cases[i].xlim[0], cases[i].xlim[1]);
    fp_axes_set_ylim(ax, cases[i].ylim[0], cases[i].ylim[1]);
    assert_int_equal(fp_axes_set_xscale(ax, &cases[i].x), FP_OK);
    assert_int_equal(fp_axes_set_yscale(ax, &cases[i].y), FP_OK);
    fp_axes_set_axis(ax, false);
    return fig;
}

/* Counts the pixels that are not as in matplotlib; the image ends where it ends there. */
static int
count_others(size_t i, const uint8_t *pixels, int step, int *all)
{
    uint8_t down[WIDTH], over[WIDTH];
    int rows = unroll(cases[i].down, down), cols = unroll(cases[i].over, over), others = 0;

    for (int y = 0; y < HEIGHT; y++) {
        for (int x = 0; x < WIDTH; x++) {
            const uint8_t *p = pixels + 4 * (y * WIDTH + x);
            int row = y - cases[i].at[1], col = x - cases[i].at[0];
            bool in = row >= 0 && row < rows && col >= 0 && col < cols;

            if (in)
                others += abs(p[0] - down[row]) > step || abs(p[1] - over[col]) > step;
            else if (p[0] != 255 || p[1] != 255 || p[2] != 255)
                fail_msg("case %zu: something at %d, %d", i, x, y);
            *all += in;
        }
    }
    return others;
}

/* Nearest exactly; kernels are exact here and rounded to 256ths of a pixel there: a step apart. */
static void
pictures_are_matplotlibs(void **state)
{
    const size_t n = sizeof cases / sizeof cases[0];

    (void)state;
    assert_true(n >= 45);
    for (size_t i = 0; i < n; i++) {
        struct fp_figure *fig = make(i);
        bool nearest = cases[i].interpolation == FP_NEAREST;
        uint8_t *pixels = NULL;
        int all = 0, others;

        assert_int_equal(fp_figure_pixels(fig, &pixels), FP_OK);
        others = count_others(i, pixels, nearest ? 0 : 1, &all);
        if (others > 0)
            fail_msg("case %zu: %d of %d pixels are others", i, others, all);
        fp_free(pixels);
        fp_unref(fig);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(pictures_are_matplotlibs),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
