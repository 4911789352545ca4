/* SPDX-License-Identifier: MIT */
/* test_arguments.c: what figures, axes and images take and what they refuse, and that a refused
 * call changes nothing. */
#include "unit/support.h"

#include <math.h>

#include "core/alloc.h"
#include "unit/figure/scene.h"

static void
expect_pixels(struct fp_figure *fig, int width, int height)
{
    int w = 0, h = 0;

    assert_int_equal(fp_figure_get_size_pixels(fig, &w, &h), FP_OK);
    assert_int_equal(w, width);
    assert_int_equal(h, height);
}

static void
expect_hint(enum fp_status status)
{
    assert_int_equal(fp_context_status(NULL), status);
    assert_true(strlen(fp_context_message(NULL)) > 0);
    assert_true(strlen(fp_context_hint(NULL)) > 0);
}

/* Pairs by hand and from matplotlib 3.6.3's get_width_height. */
static void
sizes_in_inches_are_truncated_to_pixels(void **state)
{
    static const struct {
        double width, height, dpi;
        int pixels[2];
    } table[] = {
        {6.4, 4.8, 100, {640, 480}},    {3.333, 2.777, 72, {239, 199}},
        {1, 1, 99.99, {99, 99}},        {4.1, 2.9, 10, {41, 29}},
        {.01, .5, 100, {1, 50}},        {8.3, 11.7, 300, {2490, 3510}},
        {0.1, 0.3, 1000, {100, 300}},   {2.675, 1.005, 100, {267, 100}},
        {327.67, 1, 100, {32767, 100}},
    };
    struct fp_figure *fig = fp_figure_create(NULL);

    (void)state;
    expect_pixels(fig, 640, 480);
    for (size_t i = 0; i < sizeof table / sizeof table[0]; i++) {
        fp_figure_set_dpi(fig, 100);
        fp_figure_set_size_inches(fig, 10, 10);
        assert_int_equal(fp_figure_set_dpi(fig, table[i].dpi), FP_OK);
        assert_int_equal(fp_figure_set_size_inches(fig, table[i].width, table[i].height), FP_OK);
        expect_pixels(fig, table[i].pixels[0], table[i].pixels[1]);
    }
    fp_unref(fig);
}

static void
sizes_in_pixels_are_exact_at_every_dpi(void **state)
{
    struct fp_figure *fig = fp_figure_create(NULL);

    (void)state;
    for (int side = 1; side <= FP_MAX_SIDE; side += side < 2000 ? 1 : 3077) {
        fp_figure_set_size_inches(fig, 6.4, 4.8);
        assert_int_equal(fp_figure_set_dpi(fig, 96.7 + side % 7), FP_OK);
        assert_int_equal(fp_figure_set_size_pixels(fig, side, FP_MAX_SIDE + 1 - side), FP_OK);
        expect_pixels(fig, side, FP_MAX_SIDE + 1 - side);
    }
    fp_unref(fig);
}

static void
sizes_out_of_bounds_are_refused(void **state)
{
    static const double sizes[][2] = {{0, 1},    {1, -1},     {NAN, 1},       {1, INFINITY},
                                      {.009, 1}, {1, 327.68}, {1e300, 1e300}, {-5, -5}};
    static const double dpis[] = {0, -1, NAN, INFINITY, 40000, 1e-9, 1e300};
    struct fp_figure *fig = fp_figure_create(NULL);

    (void)state;
    for (size_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++) {
        assert_true(fp_figure_set_size_inches(fig, sizes[i][0], sizes[i][1]) < 0);
        expect_hint(sizes[i][0] > 1 || sizes[i][1] > 1 ? FP_ERR_LIMIT : FP_ERR_ARGUMENT);
    }
    for (size_t i = 0; i < sizeof dpis / sizeof dpis[0]; i++)
        assert_true(fp_figure_set_dpi(fig, dpis[i]) < 0);
    assert_int_equal(fp_figure_set_size_pixels(fig, 0, 5), FP_ERR_ARGUMENT);
    assert_int_equal(fp_figure_set_size_pixels(fig, 5, -1), FP_ERR_ARGUMENT);
    assert_int_equal(fp_figure_set_size_pixels(fig, FP_MAX_SIDE + 1, 5), FP_ERR_LIMIT);
    fp_figure_set_size_inches(fig, .02, .02);
    assert_int_equal(fp_figure_set_dpi(fig, 40000), FP_ERR_LIMIT); /* beyond any font */
    expect_pixels(fig, 2, 2);
    fp_unref(fig);
}

static void
places_are_checked(void **state)
{
    static const int cells[][3] = {{0, 1, 1}, {1, 0, 1}, {2, 2, 0}, {2, 2, 5}, {-1, -1, 1}};
    static const double boxes[][4] = {
        {0, 0, 0, 1}, {0, 0, 1, -1}, {NAN, 0, 1, 1}, {0, INFINITY, 1, 1}};
    struct fp_figure *fig = fp_figure_create(NULL);
    struct fp_margins margins = {0, 1, 0, 1, -1, 0};

    (void)state;
    for (size_t i = 0; i < sizeof cells / sizeof cells[0]; i++) {
        assert_null(fp_figure_add_subplot(fig, cells[i][0], cells[i][1], cells[i][2]));
        expect_hint(FP_ERR_ARGUMENT);
    }
    for (size_t i = 0; i < sizeof boxes / sizeof boxes[0]; i++)
        assert_null(fp_figure_add_axes(fig, boxes[i]));
    assert_int_equal(fp_figure_set_margins(fig, &margins), FP_ERR_ARGUMENT);
    assert_null(fp_figure_get_axes(fig, 0));
    assert_non_null(fp_figure_add_subplot(fig, 2147483647, 2147483647, 2147483647));
    fp_unref(fig);
}

static void
limits_and_aspect_are_checked(void **state)
{
    static const double limits[][2] = {
        {1, 1},        {NAN, 1},     {0, NAN},          {-INFINITY, 0}, {-1.7e308, 1.7e308},
        {0, 9.9e-301}, {0, -1e-310}, {-1e-310, 1e-310}, {0, 5e-324}};
    static const double aspects[] = {-1, NAN, INFINITY};
    struct fp_figure *fig = fp_figure_create(NULL);
    struct fp_axes *ax = fp_figure_add_subplot(fig, 1, 1, 1);
    double a, b;

    (void)state;
    fp_axes_set_xlim(ax, 5, 3);
    fp_axes_set_ylim(ax, 5, 3);
    for (size_t i = 0; i < sizeof limits / sizeof limits[0]; i++) {
        assert_int_equal(fp_axes_set_xlim(ax, limits[i][0], limits[i][1]), FP_ERR_ARGUMENT);
        expect_hint(FP_ERR_ARGUMENT);
        assert_int_equal(fp_axes_set_ylim(ax, limits[i][0], limits[i][1]), FP_ERR_ARGUMENT);
    }
    for (size_t i = 0; i < sizeof aspects / sizeof aspects[0]; i++)
        assert_int_equal(fp_axes_set_aspect(ax, aspects[i]), FP_ERR_ARGUMENT);
    fp_axes_get_xlim(ax, &a, &b);
    assert_true(a == 5 && b == 3);
    fp_axes_get_ylim(ax, &a, &b);
    assert_true(a == 5 && b == 3);
    assert_int_equal(fp_axes_set_title(ax, "\xc0\xaf"), FP_ERR_ARGUMENT);
    expect_hint(FP_ERR_ARGUMENT);
    fp_unref(fig);
}

/* Shapes that are no image, each named in the message. */
static void
shapes_are_checked(void **state)
{
    static const struct {
        int ndim;
        size_t shape[5];
        const char *text;
    } table[] = {{0, {0}, "()"},
                 {1, {3}, "(3,)"},
                 {2, {0, 4}, "(0, 4)"},
                 {3, {4, 4, 2}, "(4, 4, 2)"},
                 {3, {4, 4, 5}, "(4, 4, 5)"},
                 {3, {4, 4, 0}, "(4, 4, 0)"},
                 {4, {1, 2, 2, 3}, "(1, 2, 2, 3)"},
                 {5, {1, 1, 1, 1, 1}, "(1, 1, 1, 1, 1)"}};
    static const uint8_t bytes[256];
    struct fp_figure *fig = fp_figure_create(NULL);
    struct fp_axes *ax = fp_figure_add_subplot(fig, 1, 1, 1);
    struct fp_image *image = show_counting(ax, 2, 2, NULL);

    (void)state;
    for (size_t i = 0; i < sizeof table / sizeof table[0]; i++) {
        struct fp_layout layout = fp_layout_c(FP_UINT8, table[i].ndim, table[i].shape);
        struct fp_array *array = fp_array_copy(NULL, bytes, &layout);

        assert_null(fp_axes_imshow(ax, array, NULL));
        expect_hint(FP_ERR_ARGUMENT);
        assert_non_null(strstr(fp_context_message(NULL), table[i].text));
        assert_int_equal(fp_image_set_data(image, array), FP_ERR_ARGUMENT);
        fp_unref(array);
    }
    assert_null(fp_axes_imshow(ax, NULL, NULL));
    fp_unref(fig);
}

static void
expect_axes(struct fp_axes *ax, double right, double top, double box_left)
{
    double a, b, box[4];

    fp_axes_get_xlim(ax, &a, &b);
    assert_true(a == 0 && b == right);
    fp_axes_get_ylim(ax, &a, &b);
    assert_true(a == 0 && b == top);
    fp_axes_get_box(ax, box);
    assert_near(box[0], box_left, .01);
}

/* Whatever is wrong with the options, limits, aspect and artists stay as they were. */
static void
an_imshow_that_fails_leaves_the_axes_alone(void **state)
{
    struct fp_imshow_options bad[7];
    struct fp_figure *fig = fp_figure_create(NULL);
    struct fp_axes *ax = fp_figure_add_subplot(fig, 1, 1, 1);

    (void)state;
    for (int i = 0; i < 7; i++)
        bad[i] = fp_imshow_defaults();
    bad[0].norm.vmin = 2;
    bad[0].norm.vmax = 1;
    bad[1].norm.vmax = INFINITY;
    bad[2].norm.vmin = 100; /* above all values */
    for (int i = 3; i < 6; i++) {
        bad[i].has_extent = true;
        memcpy(bad[i].extent, (double[]){3, 4, 5, 6}, sizeof bad[i].extent);
    }
    bad[3].extent[1] = 3;
    bad[4].extent[3] = NAN;
    bad[5].aspect = -1;
    bad[6].cmap.rgb = NULL;
    for (int i = 0; i < 7; i++) {
        assert_null(show_counting(ax, 4, 4, &bad[i]));
        expect_hint(FP_ERR_ARGUMENT);
        expect_axes(ax, 1, 1, 80);
    }
    assert_int_equal(fp_live_count(NULL, NULL), 2);
    fp_unref(fig);
}

static void
an_imshow_without_memory_leaves_the_axes_alone(void **state)
{
    struct fp_imshow_options options = fp_imshow_defaults();
    struct fp_figure *fig = fp_figure_create(NULL);
    struct fp_axes *ax = fp_figure_add_subplot(fig, 1, 1, 1);
    struct fp_array *array = counting(4, 4);
    size_t nth = 0;

    (void)state;
    options.aspect = 7;
    do {
        expect_axes(ax, 1, 1, 80);
        fp__alloc_fail_at(++nth, false);
    } while (!fp_axes_imshow(ax, array, &options));
    fp__alloc_fail_at(0, false);
    assert_true(nth > 4); /* image, its body, its link, the axes' list */
    fp_unref(array);
    fp_unref(fig);
}

static void
set_data_keeps_limits_extent_and_colours(void **state)
{
    struct fp_figure *fig = fp_figure_create(NULL);
    struct fp_axes *ax = fp_figure_add_subplot(fig, 1, 1, 1);
    struct fp_image *image = show_counting(ax, 4, 4, NULL);
    struct fp_array *array = counting(9, 7);
    double a, b;

    (void)state;
    assert_int_equal(fp_image_set_data(image, array), FP_OK);
    fp_axes_get_xlim(ax, &a, &b);
    assert_near(b, 3.5, 0);
    assert_int_equal(fp_image_get_clim(image, &a, &b), FP_OK);
    assert_near(b, 15, 0);
    assert_int_equal(fp_image_set_clim(image, NAN, 40), FP_OK);
    assert_int_equal(fp_image_set_clim(image, 41, NAN), FP_ERR_ARGUMENT);
    fp_image_get_clim(image, &a, &b);
    assert_true(a == 0 && b == 40);
    fp_unref(array);
    fp_unref(fig);
}

static void
interpolations_have_names(void **state)
{
    static const char *const names[FP_INTERPOLATIONS] = {
        "auto",    "none",     "nearest", "bilinear", "bicubic",  "spline16", "spline36",
        "hanning", "hamming",  "hermite", "kaiser",   "quadric",  "catrom",   "gaussian",
        "bessel",  "mitchell", "sinc",    "lanczos",  "blackman",
    };
    enum fp_interpolation value = FP_NEAREST;

    (void)state;
    for (int i = 0; i < FP_INTERPOLATIONS; i++) {
        assert_int_equal(fp_interpolation_find(NULL, names[i], &value), FP_OK);
        assert_int_equal(value, i);
    }
    assert_int_equal(fp_interpolation_find(NULL, "antialiased", &value), FP_OK);
    assert_int_equal(value, FP_INTERPOLATION_AUTO);
    assert_int_equal(fp_interpolation_find(NULL, "neerest", &value), FP_ERR_ARGUMENT);
    assert_string_equal(fp_context_hint(NULL), "did you mean 'nearest'?");
    assert_int_equal(fp_interpolation_find(NULL, "", &value), FP_ERR_ARGUMENT);
    assert_non_null(strstr(fp_context_hint(NULL), "lanczos"));
    assert_int_equal(value, FP_INTERPOLATION_AUTO);
}

static void
metadata_keys_are_checked(void **state)
{
    static const char *const bad[] = {NULL, "", " a", "a ", "a  b", "\xc3\xa4", "a\nb"};
    char long_key[81];
    struct fp_figure *fig = fp_figure_create(NULL);

    (void)state;
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
        assert_int_equal(fp_figure_set_metadata(fig, bad[i], "value"), FP_ERR_ARGUMENT);
        expect_hint(FP_ERR_ARGUMENT);
    }
    memset(long_key, 'k', sizeof long_key);
    long_key[80] = '\0';
    assert_int_equal(fp_figure_set_metadata(fig, long_key, "value"), FP_ERR_ARGUMENT);
    long_key[79] = '\0';
    assert_int_equal(fp_figure_set_metadata(fig, long_key, "value"), FP_OK);
    assert_int_equal(fp_figure_set_metadata(fig, "Key", "\xff"), FP_ERR_ARGUMENT);
    assert_int_equal(fp_figure_set_metadata(fig, "Key", NULL), FP_OK);
    fp_unref(fig);
}

/* As autoscaling ends in matplotlib when limits are set: a loop keeps where one has zoomed to. */
static void
limits_that_were_set_by_hand_are_kept(void **state)
{
    struct fp_figure *fig = fp_figure_create(NULL);
    struct fp_axes *ax = fp_figure_add_subplot(fig, 1, 1, 1);
    struct fp_imshow_options wrong = fp_imshow_defaults();
    double lo, hi;

    (void)state;
    fp_axes_set_xlim(ax, 2, 5);
    show_counting(ax, 10, 10, NULL);
    fp_axes_get_xlim(ax, &lo, &hi);
    assert_near(lo, 2, 0);
    assert_near(hi, 5, 0);
    fp_axes_get_ylim(ax, &lo, &hi);
    assert_near(lo, 9.5, 0);
    assert_near(hi, -.5, 0);
    wrong.has_extent = true; /* what it extends over is checked although it sets no limits */
    wrong.extent[3] = 1;
    assert_null(show_counting(ax, 10, 10, &wrong));
    expect_hint(FP_ERR_ARGUMENT);
    fp_axes_clear(ax);
    show_counting(ax, 10, 10, NULL);
    fp_axes_get_xlim(ax, &lo, &hi);
    assert_near(lo, -.5, 0);
    assert_near(hi, 9.5, 0);
    fp_unref(fig);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(sizes_in_inches_are_truncated_to_pixels),
        world_test(sizes_in_pixels_are_exact_at_every_dpi),
        world_test(sizes_out_of_bounds_are_refused),
        world_test(places_are_checked),
        world_test(limits_and_aspect_are_checked),
        world_test(shapes_are_checked),
        world_test(an_imshow_that_fails_leaves_the_axes_alone),
        world_test(an_imshow_without_memory_leaves_the_axes_alone),
        world_test(set_data_keeps_limits_extent_and_colours),
        world_test(interpolations_have_names),
        world_test(metadata_keys_are_checked),
        world_test(limits_that_were_set_by_hand_are_kept),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
