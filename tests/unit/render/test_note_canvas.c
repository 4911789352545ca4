/* SPDX-License-Identifier: MIT */
/* test_note_canvas.c: the pixels that cairo leaves of turned texts and of arrows. */
#include "unit/support.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "render/image_canvas.h"
#include "unit/figure/scene.h"

#define SIDE 200

/* Picture and axes are 200 × 200 px of 100 dpi: data coordinates are pixels, y up. */
static struct fp_axes *
new_axes(struct fp_figure **fig)
{
    struct fp_axes *ax;

    *fig = fp_figure_create(NULL);
    fp_figure_set_size_inches(*fig, 2, 2);
    ax = fp_figure_add_axes(*fig, (double[]){0, 0, 1, 1});
    fp_axes_set_axis(ax, false);
    fp_axes_set_xlim(ax, 0, SIDE);
    fp_axes_set_ylim(ax, 0, SIDE);
    return ax;
}

/* How dark each pixel is. */
static void
ink_of(struct fp_figure *fig, uint8_t ink[SIDE][SIDE])
{
    struct fp__raster raster;

    assert_int_equal(fp__render_image(fig, &raster), FP_OK);
    for (int y = 0; y < SIDE; y++)
        for (int x = 0; x < SIDE; x++)
            ink[y][x] =
                (uint8_t)(255 - (raster.pixels[(size_t)y * raster.stride + (size_t)x] & 255));
}

/* A text that begins at the picture's middle, turned around it. */
static void
write_turned(double angle, uint8_t ink[SIDE][SIDE])
{
    struct fp_text_options options = fp_text_defaults();
    struct fp_figure *fig;
    struct fp_axes *ax = new_axes(&fig);

    options.rotation = angle;
    options.rotation_mode = FP_ROTATION_ANCHOR;
    assert_non_null(fp_axes_text(ax, SIDE / 2, SIDE / 2, "Flag", &options));
    ink_of(fig, ink);
    fp_unref(fig);
}

/* How often the two differ by more than a few levels. */
static size_t
unlike(uint8_t a[SIDE][SIDE], uint8_t b[SIDE][SIDE])
{
    size_t n = 0;

    for (int y = 0; y < SIDE; y++)
        for (int x = 0; x < SIDE; x++)
            n += abs(a[y][x] - b[y][x]) > 8;
    return n;
}

static void
turn_left(uint8_t from[SIDE][SIDE], uint8_t to[SIDE][SIDE])
{
    for (int y = 0; y < SIDE; y++)
        for (int x = 0; x < SIDE; x++)
            to[SIDE - 1 - x][y] = from[y][x];
}

static void
at_right_angles_letters_are_the_same_turned(void **state)
{
    static uint8_t lying[SIDE][SIDE], turned[SIDE][SIDE], wanted[SIDE][SIDE];

    (void)state;
    write_turned(0, lying);
    for (int quarter = 1; quarter < 4; quarter++) {
        turn_left(lying, wanted);
        memcpy(lying, wanted, sizeof lying);
        write_turned(90 * quarter, turned);
        assert_int_equal(unlike(turned, wanted), 0);
    }
}

/* The ink's middle, and how much of it there is. */
static double
find_middle(uint8_t ink[SIDE][SIDE], double middle[2])
{
    double sum = 0;

    middle[0] = middle[1] = 0;
    for (int y = 0; y < SIDE; y++)
        for (int x = 0; x < SIDE; x++) {
            sum += ink[y][x];
            middle[0] += (x + .5) * ink[y][x];
            middle[1] += (SIDE - y - .5) * ink[y][x];
        }
    middle[0] /= sum;
    middle[1] /= sum;
    return sum;
}

/* The middle of the ink goes around the point, and none is lost. */
static void
at_other_angles_they_are_turned_around_their_start(void **state)
{
    static uint8_t ink[SIDE][SIDE];
    double lying[2], middle[2], all;

    (void)state;
    write_turned(0, ink);
    all = find_middle(ink, lying);
    for (int angle = 15; angle < 360; angle += 30) {
        double c = cos(angle * M_PI / 180), s = sin(angle * M_PI / 180);
        double x = lying[0] - SIDE / 2, y = lying[1] - SIDE / 2;

        write_turned(angle, ink);
        assert_near(find_middle(ink, middle), all, .02 * all);
        assert_near(middle[0], SIDE / 2 + c * x - s * y, .15);
        assert_near(middle[1], SIDE / 2 + s * x + c * y, .15);
    }
}

/* 7.2 pt: 10 px wide, from 50 to 150. Half a disc is added at each end. */
static void
the_ends_of_arrows_are_round(void **state)
{
    static uint8_t ink[SIDE][SIDE];
    struct fp_annotate_options options = fp_annotate_defaults();
    struct fp_figure *fig;
    struct fp_axes *ax = new_axes(&fig);
    double middle[2];

    (void)state;
    options.has_arrow = options.has_xytext = options.arrow.has_color = true;
    options.arrow.style = FP_ARROW_LINE;
    options.arrow.linewidth = 7.2;
    options.arrow.color = FP_BLACK;
    options.arrow.shrink_a = options.arrow.shrink_b = 0;
    options.xytext[0] = 50;
    options.xytext[1] = 100;
    assert_non_null(fp_axes_annotate(ax, "", 150, 100, &options));
    ink_of(fig, ink);
    assert_near(find_middle(ink, middle) / 255, 100 * 10 + M_PI * 25, 2);
    assert_near(middle[0], 100, .01);
    assert_int_equal(ink[100][153], 255);
    assert_int_equal(ink[104][154], 0);
    fp_unref(fig);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(at_right_angles_letters_are_the_same_turned),
        world_test(at_other_angles_they_are_turned_around_their_start),
        world_test(the_ends_of_arrows_are_round),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
