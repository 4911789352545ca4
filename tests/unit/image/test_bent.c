/* SPDX-License-Identifier: MIT */
/* test_bent.c: images on log and symlog axes: every pixel that matplotlib shows, and where. */
#include "unit/support.h"

#include <math.h>
#include <stdlib.h>

#include "core/alloc.h"
#include "unit/figure/recorder.h"
#include "unit/figure/scene.h"
#include "unit/image/bent_cases.h"

enum { WIDTH = 320, HEIGHT = 240 };

/* Red tells the row of the array, green the column; neighbours are far from each other. */
static struct fp_array *
signposts(int rows, int cols)
{
    struct fp_layout layout =
        fp_layout_c(FP_UINT8, 3, (const size_t[]){(size_t)rows, (size_t)cols, 3});
    uint8_t bytes[12 * 600 * 3] = {0};

    assert_true((size_t)(rows * cols * 3) <= sizeof bytes);

    for (int i = 0; i < rows * cols; i++) {
        bytes[3 * i] = (uint8_t)(i / cols * 37 % 251);
        bytes[3 * i + 1] = (uint8_t)(i % cols * 37 % 251);
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

/* Nearest exactly; kernels are exact here and rounded to 256ths of a pixel there, with
 * which a step from 0 to 250 moves by one, and by one more in kernels that fall below 0. */
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
        others = count_others(i, pixels, nearest ? 0 : 2, &all);
        if (others > 0)
            fail_msg("case %zu: %d of %d pixels are others", i, others, all);
        fp_free(pixels);
        fp_unref(fig);
    }
}

/* --- bad pixels ------------------------------------------------------------------------------- */

/* Log axes from 1 to 100 that an array fills. */
static struct fp_figure *
make_bad(enum fp_interpolation interpolation)
{
    const struct fp_scale logarithmic = {.kind = FP_SCALE_LOG};
    struct fp_layout layout = fp_layout_c(FP_FLOAT64, 2, (const size_t[]){8, 10});
    double values[8 * 10] = {[3 * 10 + 4] = NAN};
    struct fp_imshow_options options = fp_imshow_defaults();
    struct fp_figure *fig = fp_figure_create(NULL);
    struct fp_axes *ax = fp_figure_add_subplot(fig, 1, 1, 1);
    struct fp_array *array = fp_array_copy(NULL, values, &layout);

    fp_figure_set_size_pixels(fig, WIDTH, HEIGHT);
    options.interpolation = interpolation;
    options.aspect = FP_ASPECT_AUTO;
    options.has_extent = true;
    memcpy(options.extent, (double[4]){1, 100, 1, 100}, sizeof options.extent);
    assert_non_null(fp_axes_imshow(ax, array, &options));
    fp_unref(array);
    fp_axes_set_xscale(ax, &logarithmic);
    fp_axes_set_yscale(ax, &logarithmic);
    fp_axes_set_axis(ax, false);
    return fig;
}

/* A NaN in row 3, column 4 of 8 × 10 values from 1 to 100 on log axes: the rectangle that
 * matplotlib 3.6.3 leaves transparent. */
static void
bad_pixels_are_where_matplotlib_has_them(void **state)
{
    static const struct {
        enum fp_interpolation interpolation;
        int box[4];
    } table[] = {{FP_NEAREST, {240, 47, 252, 56}},
                 {FP_BILINEAR, {233, 44, 257, 61}},
                 {FP_BICUBIC, {215, 37, 266, 75}}};

    (void)state;
    for (size_t i = 0; i < sizeof table / sizeof table[0]; i++) {
        const int *box = table[i].box;
        struct fp_figure *fig = make_bad(table[i].interpolation);
        uint8_t *pixels = NULL;

        assert_int_equal(fp_figure_pixels(fig, &pixels), FP_OK);
        for (int y = 30; y < 210; y++) {
            for (int x = 45; x < 285; x++) {
                bool bad = x >= box[0] && x < box[2] && y >= box[1] && y < box[3];

                if ((pixels[4 * (y * WIDTH + x)] == 255) != bad)
                    fail_msg("kind %zu: %d, %d is %s", i, x, y, bad ? "drawn" : "left out");
            }
        }
        fp_free(pixels);
        fp_unref(fig);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(pictures_are_matplotlibs),
        world_test(bad_pixels_are_where_matplotlib_has_them),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
