/* SPDX-License-Identifier: MIT */
/* test_colorbar_kinds.c: colorbars that lie or have points, and those of every norm. */
#include "unit/support.h"

#include <math.h>

#include "figure/axes.h"
#include "unit/figure/recorder.h"
#include "unit/figure/scene.h"

/* The boxes of an image and its colorbar in matplotlib 3.6.3 (get_window_extent). */
/* What fp_colorbar_defaults() has beside what a test is about. */
#define USUAL .fraction = .15, .pad = NAN, .shrink = 1, .aspect = 20

static const struct {
    size_t rows, cols;
    bool horizontal;
    enum fp_extend extend;
    double image[4], bar[4];
} cases[] = {
    {4,
     4,
     false,
     FP_EXTEND_NEITHER,
     {107.20000000000006, 52.8, 476.80000000000007, 422.4},
     {501.60000000000014, 52.8, 520.0800000000002, 422.4}},
    {4,
     4,
     false,
     FP_EXTEND_MIN,
     {107.20000000000006, 52.8, 476.80000000000007, 422.4},
     {501.60000000000014, 70.4, 520.0800000000002, 422.4}},
    {4,
     4,
     false,
     FP_EXTEND_MAX,
     {107.20000000000006, 52.8, 476.80000000000007, 422.4},
     {501.60000000000014, 52.8, 520.0800000000002, 404.79999999999995}},
    {4,
     4,
     false,
     FP_EXTEND_BOTH,
     {107.20000000000006, 52.8, 476.80000000000007, 422.4},
     {501.60000000000014, 69.6, 520.0800000000002, 405.59999999999997}},
    {4,
     4,
     true,
     FP_EXTEND_NEITHER,
     {198.64000000000001, 163.68000000000004, 457.36, 422.4},
     {80.0, 83.44000000000001, 576.0000000000001, 108.24000000000001}},
    {4,
     4,
     true,
     FP_EXTEND_MIN,
     {198.64000000000001, 163.68000000000004, 457.36, 422.4},
     {103.61904761904762, 83.44000000000001, 576.0, 108.24000000000001}},
    {4,
     4,
     true,
     FP_EXTEND_MAX,
     {198.64000000000001, 163.68000000000004, 457.36, 422.4},
     {80.0, 83.44000000000001, 552.3809523809524, 108.24000000000001}},
    {4,
     4,
     true,
     FP_EXTEND_BOTH,
     {198.64000000000001, 163.68000000000004, 457.36, 422.4},
     {102.54545454545453, 83.44, 553.4545454545456, 108.24000000000001}},
    {3,
     9,
     false,
     FP_EXTEND_NEITHER,
     {80.0, 171.46666666666667, 476.80000000000007, 303.7333333333334},
     {501.60000000000014, 52.8, 520.0800000000002, 422.4}},
    {3,
     9,
     false,
     FP_EXTEND_MIN,
     {80.0, 171.46666666666667, 476.80000000000007, 303.7333333333334},
     {501.60000000000014, 70.4, 520.0800000000002, 422.4}},
    {3,
     9,
     false,
     FP_EXTEND_MAX,
     {80.0, 171.46666666666667, 476.80000000000007, 303.7333333333334},
     {501.60000000000014, 52.8, 520.0800000000002, 404.79999999999995}},
    {3,
     9,
     false,
     FP_EXTEND_BOTH,
     {80.0, 171.46666666666667, 476.80000000000007, 303.7333333333334},
     {501.60000000000014, 69.6, 520.0800000000002, 405.59999999999997}},
    {3,
     9,
     true,
     FP_EXTEND_NEITHER,
     {80.0, 163.68000000000004, 576.0, 329.0133333333334},
     {80.0, 83.44000000000001, 576.0000000000001, 108.24000000000001}},
    {3,
     9,
     true,
     FP_EXTEND_MIN,
     {80.0, 163.68000000000004, 576.0, 329.0133333333334},
     {103.61904761904762, 83.44000000000001, 576.0, 108.24000000000001}},
    {3,
     9,
     true,
     FP_EXTEND_MAX,
     {80.0, 163.68000000000004, 576.0, 329.0133333333334},
     {80.0, 83.44000000000001, 552.3809523809524, 108.24000000000001}},
    {3,
     9,
     true,
     FP_EXTEND_BOTH,
     {80.0, 163.68000000000004, 576.0, 329.0133333333334},
     {102.54545454545453, 83.44, 553.4545454545456, 108.24000000000001}},
};

static void
expect_box(struct fp_axes *ax, const double expected[4])
{
    double box[4];

    assert_int_equal(fp_axes_get_box(ax, box), FP_OK);
    for (int i = 0; i < 4; i++)
        assert_near(box[i], expected[i], 0);
}

static void
boxes_are_matplotlibs_to_the_last_bit(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct fp_figure *fig = fp_figure_create(NULL);
        struct fp_axes *ax = fp_figure_add_subplot(fig, 1, 1, 1);
        struct fp_colorbar_options options = fp_colorbar_defaults();

        options.horizontal = cases[i].horizontal;
        options.extend = cases[i].extend;
        fp_axes_colorbar(ax, show_counting(ax, cases[i].rows, cases[i].cols, NULL), &options);
        expect_box(ax, cases[i].image);
        expect_box(fp_figure_get_axes(fig, 1), cases[i].bar);
        fp_unref(fig);
    }
}

/* One at the right, one below: each takes its share of what the other left. */
static void
two_directions_share_the_place(void **state)
{
    struct fp_figure *fig = fp_figure_create(NULL);
    struct fp_axes *ax = fp_figure_add_subplot(fig, 1, 1, 1);
    struct fp_image *below = show_counting(ax, 4, 4, NULL), *above;
    struct fp_imshow_options apart = fp_imshow_defaults();
    struct fp_colorbar_options lying = {.horizontal = true, USUAL};

    (void)state;
    apart.has_extent = true;
    memcpy(apart.extent, (double[]){5, 6, 7, 8}, sizeof apart.extent);
    above = show_counting(ax, 4, 4, &apart);
    fp_axes_set_xlim(ax, 0, 6);
    fp_axes_set_ylim(ax, 0, 8);
    fp_axes_colorbar(ax, below, NULL);
    fp_axes_colorbar(ax, above, &lying);
    expect_box(ax, (double[]){181.38000000000005, 163.68000000000004, 375.42, 422.4});
    expect_box(fp_figure_get_axes(fig, 1),
               (double[]){501.60000000000014, 52.8, 520.0800000000002, 422.4});
    expect_box(fp_figure_get_axes(fig, 2),
               (double[]){80.0, 88.40000000000002, 476.80000000000007, 108.24000000000001});
    fp_unref(fig);
}

/* A figure with an image in this norm and its colorbar, as it is drawn. */
static struct recorder
draw_norm(const char *text, struct fp_colorbar_options options)
{
    struct fp_figure *fig = fp_figure_create(NULL);
    struct fp_axes *ax = fp_figure_add_subplot(fig, 1, 1, 1);
    struct fp_imshow_options image = fp_imshow_defaults();
    struct recorder recorder = recorder_for(fig);

    assert_int_equal(fp_norm_parse(NULL, text, &image.norm), FP_OK);
    image.has_under = image.has_over = true;
    image.under = (struct fp_color){1, 2, 3, 255};
    image.over = (struct fp_color){4, 5, 6, 255};
    assert_non_null(fp_axes_colorbar(ax, show_counting(ax, 4, 4, &image), &options));
    fp_unref(image.norm.boundaries);
    fp_axes_set_ticks(ax, false);
    assert_int_equal(fp__figure_draw(fig, &recorder.base), FP_OK);
    fp_unref(fig);
    return recorder;
}

static size_t
count(const struct recorder *recorder, const char *text)
{
    size_t n = 0;

    for (const char *p = recorder->lines.bytes; (p = strstr(p, text)); p++)
        n++;
    return n;
}

/* 1 … 2 is as long as 5 … 15, though the colours are the norm's; ticks stand at all boundaries. */
static void
between_boundaries_all_steps_are_equally_long(void **state)
{
    struct recorder recorder = draw_norm("boundary:1,2,5,15", fp_colorbar_defaults());

    (void)state;
    assert_in_range(count(&recorder, "#440154ff\n"), 122, 125); /* 370 rows of pixels in 3 parts */
    assert_in_range(count(&recorder, "#208f8cff\n"), 122, 125);
    assert_in_range(count(&recorder, "#fde724ff\n"), 122, 124);
    for (size_t i = 0; i < 4; i++)
        recorded_at(&recorder, (const char *[]){" 1\n", " 2\n", " 5\n", " 15\n"}[i]);
    assert_int_equal(count(&recorder, "text "), 4);
    fp_text_finish(&recorder.lines);
}

static void
of_many_boundaries_ten_are_labelled(void **state)
{
    struct recorder recorder = draw_norm("boundary:-7,-6,-5,-4,-3,-2,-1,0,1,2,3,4,5,6,7,8,9,10,11",
                                         fp_colorbar_defaults());

    (void)state;
    assert_int_equal(count(&recorder, "text "), 9); /* every second, so that 0 is among them */
    recorded_at(&recorder, " 0\n");
    recorded_at(&recorder, " \xe2\x88\x92"
                           "6\n");
    fp_text_finish(&recorder.lines);
}

static void
points_have_the_colours_of_what_lies_beyond(void **state)
{
    struct recorder both =
        draw_norm("linear", (struct fp_colorbar_options){.extend = FP_EXTEND_BOTH, USUAL});
    struct recorder lying = draw_norm(
        "log", (struct fp_colorbar_options){.extend = FP_EXTEND_MAX, .horizontal = true, USUAL});

    (void)state;
    recorded_at(&both, "path 502,410 511,427 520,410\narea #010203ff\n");
    recorded_at(&both, "path 502,74 511,58 520,74\narea #040506ff\n");
    recorded_at(&both, "path 502.5,410.5 511.5,427.5 520.5,410.5 520.5,74.5 511.5,58.5 502.5,74.5 "
                       "502.5,410.5\nstroke 1.111 #000000ff\n");
    assert_int_equal(count(&both, "area"), 2);
    assert_int_equal(count(&lying, "area"), 1);
    recorded_at(&lying, "area #040506ff\n");
    fp_text_finish(&both.lines);
    fp_text_finish(&lying.lines);
}

/* With all values on one side of the centre the image uses half of the colours, and so does it. */
static void
half_a_norm_shows_half_of_the_colours(void **state)
{
    struct recorder upper = draw_norm("twoslope:0", fp_colorbar_defaults());
    struct recorder lower = draw_norm("twoslope:15", fp_colorbar_defaults());

    (void)state;
    assert_int_equal(count(&upper, "#440154ff\n"), 0);
    recorded_at(&upper, "fill 502 426 520 427 #20908cff\n");
    recorded_at(&upper, "#fde724ff\n");
    assert_int_equal(count(&lower, "#fde724ff\n"), 0);
    recorded_at(&lower, "#440154ff\n");
    fp_text_finish(&upper.lines);
    fp_text_finish(&lower.lines);
}

static void
it_is_as_transparent_as_its_image(void **state)
{
    struct fp_figure *fig = fp_figure_create(NULL);
    struct fp_axes *ax = fp_figure_add_subplot(fig, 1, 1, 1);
    struct fp_imshow_options image = fp_imshow_defaults();
    struct fp_colorbar_options options = {.extend = FP_EXTEND_MIN, USUAL};
    struct recorder recorder = recorder_for(fig);

    (void)state;
    image.alpha = .5;
    assert_non_null(fp_axes_colorbar(ax, show_counting(ax, 4, 4, &image), &options));
    assert_int_equal(fp__figure_draw(fig, &recorder.base), FP_OK);
    recorded_at(&recorder, "fill 502 58 520 59 #fde72480\n");
    recorded_at(&recorder, "area #44015480\n");
    fp_text_finish(&recorder.lines);
    fp_unref(fig);
}

/* Half of it for each side of the centre; a power of ½ puts the first quarter in the middle. */
static void
the_axis_runs_along_the_norm(void **state)
{
    static const struct {
        const char *norm;
        double middle;
    } norms[] = {{"linear", 7.5}, {"twoslope:3", 3}, {"power:0.5", 3.75}, {"centered:0", 0}};

    (void)state;
    for (size_t i = 0; i < sizeof norms / sizeof norms[0]; i++) {
        struct fp_figure *fig = fp_figure_create(NULL);
        struct fp_axes *ax = fp_figure_add_subplot(fig, 1, 1, 1);
        struct fp_imshow_options image = fp_imshow_defaults();
        struct fp__view view;

        assert_int_equal(fp_norm_parse(NULL, norms[i].norm, &image.norm), FP_OK);
        fp_axes_colorbar(ax, show_counting(ax, 4, 4, &image), NULL);
        assert_int_equal(fp__axes_view(fp_figure_get_axes(fig, 1), &view), FP_OK);
        assert_near(fp__view_y(&view, norms[i].middle), (view.box.y0 + view.box.y1) / 2, 1e-9);
        fp_unref(fig);
    }
}

/* The ends of the colorbar in matplotlib 3.6.3 (get_ylim). */
static void
a_bar_of_no_value_keeps_its_norm(void **state)
{
    static const struct {
        const char *norm;
        double vmin, vmax, wanted[2];
        enum fp__curve_kind curve;
    } bars[] = {
        {"linear", NAN, NAN, {-.1, .1}, FP__CURVE_LINEAR},
        {"linear", 3, NAN, {-.1, 3}, FP__CURVE_LINEAR},
        {"linear", NAN, 3, {0, 3}, FP__CURVE_LINEAR},
        {"linear", NAN, -3, {-3.3, 0}, FP__CURVE_LINEAR},
        {"power:0.5", NAN, NAN, {-.1, .1}, FP__CURVE_POWER},
        {"symlog:0.01", NAN, NAN, {-.1, .1}, FP__CURVE_SYMLOG},
        {"asinh:0.01", NAN, NAN, {-.1, .1}, FP__CURVE_ASINH},
        {"twoslope:5", NAN, NAN, {0, 5}, FP__CURVE_BENT},
        {"log", NAN, NAN, {.9, 1.1}, FP__CURVE_LOG},           /* matplotlib: an error */
        {"logit", NAN, NAN, {.45, .55}, FP__CURVE_LOGIT},      /* matplotlib: an error */
        {"centered:3", NAN, NAN, {2.7, 3.3}, FP__CURVE_LINEAR} /* matplotlib: an error */
    };

    (void)state;
    for (size_t i = 0; i < sizeof bars / sizeof bars[0]; i++) {
        struct fp_figure *fig = fp_figure_create(NULL);
        struct fp_axes *ax = fp_figure_add_subplot(fig, 1, 1, 1), *bar;
        struct fp_imshow_options options = fp_imshow_defaults();
        struct fp_layout layout = fp_layout_c(FP_FLOAT64, 2, (size_t[]){1, 1});
        struct fp_array *array = fp_array_copy(NULL, (double[]){NAN}, &layout);
        struct fp__view view;

        assert_int_equal(fp_norm_parse(NULL, bars[i].norm, &options.norm), FP_OK);
        options.norm.vmin = bars[i].vmin;
        options.norm.vmax = bars[i].vmax;
        fp_axes_colorbar(ax, fp_axes_imshow(ax, array, &options), NULL);
        bar = fp_figure_get_axes(fig, 1);
        assert_int_equal(fp__axes_view(bar, &view), FP_OK); /* brings it up to date */
        assert_int_equal(bar->body->y.curve.kind, bars[i].curve);
        for (int end = 0; end < 2; end++)
            assert_near(bar->body->y.lim[end], bars[i].wanted[end], 1e-12);
        fp_unref(array);
        fp_unref(fig);
    }
}

static int
add_bar_with_boundaries(void *arg)
{
    struct fp_figure *fig = fp_figure_create(NULL);
    struct fp_axes *ax = fig ? fp_figure_add_subplot(fig, 1, 1, 1) : NULL;
    struct fp_imshow_options image = fp_imshow_defaults();
    bool fine = ax && fp_norm_parse(NULL, "boundary:1,2,5,15", &image.norm) == FP_OK;
    struct fp_image *shown = fine ? show_counting(ax, 4, 4, &image) : NULL;

    (void)arg;
    fine = shown && fp_axes_colorbar(ax, shown, labelled("label"));
    fp_unref(image.norm.boundaries);
    fp_unref(fig);
    return fine ? 0 : 1;
}

static void
every_failing_allocation_is_survived(void **state)
{
    (void)state;
    torture(add_bar_with_boundaries, NULL, 1);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(boxes_are_matplotlibs_to_the_last_bit),
        world_test(two_directions_share_the_place),
        world_test(between_boundaries_all_steps_are_equally_long),
        world_test(of_many_boundaries_ten_are_labelled),
        world_test(points_have_the_colours_of_what_lies_beyond),
        world_test(half_a_norm_shows_half_of_the_colours),
        world_test(it_is_as_transparent_as_its_image),
        world_test(the_axis_runs_along_the_norm),
        world_test(a_bar_of_no_value_keeps_its_norm),
        world_test(every_failing_allocation_is_survived),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
