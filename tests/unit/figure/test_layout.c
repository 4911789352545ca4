/* SPDX-License-Identifier: MIT */
/* test_layout.c: boxes and sizes are matplotlib's, to a hundredth of a pixel. */
#include "unit/support.h"

#include <math.h>

#include "flatplot/axes.h"
#include "unit/figure/layout_cases.h"
#include "unit/figure/scene.h"

static void
expect_box(struct fp_axes *ax, const double wanted[4], double tolerance)
{
    double box[4];

    assert_int_equal(fp_axes_get_box(ax, box), FP_OK);
    for (int i = 0; i < 4; i++)
        assert_near(box[i], wanted[i], tolerance);
}

/* To the bit: where an edge lies on half a pixel, the last one decides how it is rounded. */
static void
boxes_are_matplotlibs(void **state)
{
    const size_t n = sizeof cases / sizeof cases[0];

    (void)state;
    assert_true(n >= 90);
    for (size_t i = 0; i < n; i++) {
        struct fp_figure *fig = fp_figure_create(NULL);
        struct fp_imshow_options options = fp_imshow_defaults();
        struct fp_image *image;
        int width, height;

        fp_figure_set_dpi(fig, cases[i].dpi);
        fp_figure_set_size_inches(fig, cases[i].inches[0], cases[i].inches[1]);
        fp_figure_add_subplot(fig, cases[i].rows, cases[i].cols, cases[i].index);
        options.aspect = cases[i].aspect;
        options.origin = cases[i].lower ? FP_ORIGIN_LOWER : FP_ORIGIN_UPPER;
        options.has_extent = cases[i].extent[0] != cases[i].extent[1];
        memcpy(options.extent, cases[i].extent, sizeof options.extent);
        image = show_counting(fp_figure_get_axes(fig, 0), cases[i].shape[0], cases[i].shape[1],
                              &options);
        if (cases[i].colorbar)
            assert_non_null(fp_axes_colorbar(fp_figure_get_axes(fig, 0), image, NULL));
        assert_int_equal(fp_figure_get_size_pixels(fig, &width, &height), FP_OK);
        assert_int_equal(width, cases[i].pixels[0]);
        assert_int_equal(height, cases[i].pixels[1]);
        expect_box(fp_figure_get_axes(fig, 0), cases[i].box, 0);
        if (cases[i].colorbar)
            expect_box(fp_figure_get_axes(fig, 1), cases[i].bar, 0);
        fp_unref(fig);
    }
}

static void
colorbars_of_other_shapes_are_matplotlibs(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof bar_cases / sizeof bar_cases[0]; i++) {
        struct fp_colorbar_options o = fp_colorbar_defaults();
        struct fp_figure *fig = fp_figure_create(NULL);
        struct fp_axes *ax = fp_figure_add_subplot(fig, 1, 1, 1);
        struct fp_image *image = show_counting(ax, 10, 10, NULL);

        o.horizontal = bar_cases[i].horizontal;
        o.extend = (enum fp_extend)bar_cases[i].extend;
        o.fraction = bar_cases[i].fraction;
        o.pad = bar_cases[i].pad < 0 ? NAN : bar_cases[i].pad;
        o.shrink = bar_cases[i].shrink;
        o.aspect = bar_cases[i].aspect;
        assert_non_null(fp_axes_colorbar(ax, image, &o));
        expect_box(ax, bar_cases[i].box, 1e-9);
        expect_box(fp_figure_get_axes(fig, 1), bar_cases[i].bar, 1e-9);
        fp_unref(fig);
    }
}

static void
colorbars_without_room_are_refused(void **state)
{
    static const double bad[][4] = {{0, .05, 1, 20},  {.5, .5, 1, 20},        {.15, -1, 1, 20},
                                    {.15, .05, 0, 9}, {.15, .05, 2, 9},       {.15, .05, 1, 0},
                                    {NAN, .05, 1, 9}, {.15, .05, 1, INFINITY}};
    struct fp_figure *fig = fp_figure_create(NULL);
    struct fp_axes *ax = fp_figure_add_subplot(fig, 1, 1, 1);
    struct fp_image *image = show_counting(ax, 10, 10, NULL);
    struct fp_colorbar_options o = fp_colorbar_defaults();

    (void)state;
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
        o.fraction = bad[i][0];
        o.pad = bad[i][1];
        o.shrink = bad[i][2];
        o.aspect = bad[i][3];
        assert_null(fp_axes_colorbar(ax, image, &o));
        assert_int_equal(fp_context_status(NULL), FP_ERR_ARGUMENT);
    }
    fp_context_clear_error(NULL);
    fp_unref(fig);
}

/* The numbers that are written down in so many words. */
static void
the_specified_boxes(void **state)
{
    struct fp_figure *fig = fp_figure_create(NULL);
    struct fp_axes *ax = fp_figure_add_subplot(fig, 1, 1, 1);
    struct fp_image *image;

    (void)state;
    expect_box(ax, (double[]){80, 52.8, 576, 422.4}, .01);
    show_counting(ax, 100, 150, NULL);
    expect_box(ax, (double[]){80, 72.267, 576, 402.933}, .01);
    show_counting(ax, 480, 640, NULL);
    expect_box(ax, (double[]){81.6, 52.8, 574.4, 422.4}, .01);
    image = show_counting(ax, 7, 7, NULL);
    expect_box(ax, (double[]){143.2, 52.8, 512.8, 422.4}, .01);
    fp_axes_colorbar(ax, image, NULL);
    expect_box(ax, (double[]){107.2, 52.8, 476.8, 422.4}, .01);
    expect_box(fp_figure_get_axes(fig, 1), (double[]){501.6, 52.8, 520.08, 422.4}, .01);
    fp_axes_colorbar(ax, image, NULL); /* a second one takes the first one's place */
    expect_box(ax, (double[]){107.2, 52.8, 476.8, 422.4}, .01);
    expect_box(fp_figure_get_axes(fig, 1), (double[]){501.6, 52.8, 520.08, 422.4}, .01);
    assert_null(fp_figure_get_axes(fig, 2));
    fp_unref(fig);
}

static void
a_grid_of_two_by_three(void **state)
{
    static const double x[3][2] = {{.125, .3529}, {.3985, .6265}, {.6721, .9}};
    static const double y[2][2] = {{.53, .88}, {.11, .46}};
    struct fp_figure *fig = fp_figure_create(NULL);

    (void)state;
    for (int i = 0; i < 6; i++) {
        double box[4];

        fp_axes_get_box(fp_figure_add_subplot(fig, 2, 3, i + 1), box);
        for (int k = 0; k < 2; k++) {
            assert_near(box[2 * k] / 640, x[i % 3][k], 5e-5);
            assert_near(box[2 * k + 1] / 480, y[i / 3][k], 5e-5);
        }
    }
    fp_unref(fig);
}

static void
margins_and_places_in_fractions(void **state)
{
    struct fp_margins margins = {.left = 0, .right = 1, .bottom = 0, .top = 1};
    struct fp_figure *fig = fp_figure_create(NULL);
    struct fp_axes *whole = fp_figure_add_subplot(fig, 1, 1, 1);
    struct fp_axes *part = fp_figure_add_axes(fig, (double[]){-.5, .25, 1, .5});

    (void)state;
    assert_int_equal(fp_figure_set_margins(fig, &margins), FP_OK);
    expect_box(whole, (double[]){0, 0, 640, 480}, .01);
    expect_box(part, (double[]){-320, 120, 320, 360}, .01);
    margins.left = 1;
    assert_int_equal(fp_figure_set_margins(fig, &margins), FP_ERR_ARGUMENT);
    expect_box(whole, (double[]){0, 0, 640, 480}, .01);
    fp_unref(fig);
}

/* Two images side by side in one axes: each colorbar takes its share of what the first one left. */
static void
colorbars_of_two_visible_images_stand_side_by_side(void **state)
{
    struct fp_figure *fig = fp_figure_create(NULL);
    struct fp_axes *ax = fp_figure_add_subplot(fig, 1, 1, 1);
    struct fp_imshow_options options = fp_imshow_defaults();
    struct fp_image *images[2];
    double first[4], second[4];

    (void)state;
    options.has_extent = true;
    for (int i = 0; i < 2; i++) {
        memcpy(options.extent, (double[]){i, i + 1, 0, 1}, sizeof options.extent);
        images[i] = show_counting(ax, 3, 3, &options);
    }
    for (int i = 0; i < 2; i++)
        assert_non_null(fp_axes_colorbar(ax, images[i], NULL));
    fp_axes_get_box(fp_figure_get_axes(fig, 1), first);
    fp_axes_get_box(fp_figure_get_axes(fig, 2), second);
    assert_near(first[0], 576 - .15 * 496, .01);
    assert_near(second[0], 80 + 496 * .8 * .85, .01);
    assert_true(second[2] < first[0]);
    assert_null(fp_figure_get_axes(fig, 3));
    fp_unref(fig);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(boxes_are_matplotlibs),
        world_test(colorbars_of_other_shapes_are_matplotlibs),
        world_test(colorbars_without_room_are_refused),
        world_test(the_specified_boxes),
        world_test(a_grid_of_two_by_three),
        world_test(margins_and_places_in_fractions),
        world_test(colorbars_of_two_visible_images_stand_side_by_side),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
