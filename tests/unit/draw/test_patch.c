/* SPDX-License-Identifier: MIT */
/* test_patch.c: filled and edged rectangles and polygons on a canvas of 100 × 80 pixels. */
#include "unit/support.h"

#include <math.h>

#include "draw/patch.h"
#include "unit/figure/recorder.h"

static const struct fp_color red = {255, 0, 0, 255}, black = {0, 0, 0, 255};

static struct recorder
small(void)
{
    struct recorder recorder = {.base = {.ops = &recorder_ops, .width = 100, .height = 80}};

    recorder.base.ctx = fp_context_default();
    recorder.base.dpi = 72;
    return recorder;
}

static void
expect(struct recorder *recorder, const char *expected)
{
    assert_string_equal(fp_text_string(&recorder->lines), expected);
    fp_text_finish(&recorder->lines);
}

static void
expect_rectangle(const struct fp__patch *patch, const double c[4], const char *expected)
{
    struct recorder recorder = small();

    fp__patch_rectangle(patch, &recorder.base, c[0], c[1], c[2], c[3]);
    expect(&recorder, expected);
}

static void
expect_polygon(const struct fp__patch *patch, const double *x, const double *y, size_t n,
               const char *expected)
{
    struct recorder recorder = small();

    fp__patch_polygon(patch, &recorder.base, x, y, n);
    expect(&recorder, expected);
}

#define RECTANGLE(patch, expected, ...) expect_rectangle(patch, (double[]){__VA_ARGS__}, expected)

static void
rectangles_snap_to_whole_pixels(void **state)
{
    const struct fp__patch plain = {.face = red, .linewidth = 1};

    (void)state;
    RECTANGLE(&plain, "fill 10 20 30 41 #ff0000ff\n", 10.4, 19.5, 30.49, 40.5);
    RECTANGLE(&plain, "fill 30 41 10 20 #ff0000ff\n", 30.49, 40.5, 10.4, 19.5);
    RECTANGLE(&plain, "fill -2 20 102 82 #ff0000ff\n", -1e300, 19.5, 1e300, 1e9);
    RECTANGLE(&plain, "", NAN, 19.5, 30, 40);
    RECTANGLE(&plain, "", 10, 19.5, 30, INFINITY);
}

static void
edges_run_through_pixel_centres_when_their_width_is_odd(void **state)
{
    struct fp__patch edged = {.face = red, .edge = black, .linewidth = 1};

    (void)state;
    RECTANGLE(&edged,
              "fill 10.5 20.5 30.5 41.5 #ff0000ff\n"
              "path 10.5,20.5 30.5,20.5 30.5,41.5 10.5,41.5 10.5,20.5 30.5,20.5\n"
              "stroke 1 #000000ff miter\n",
              10.4, 19.5, 30.49, 40.5);
    edged.face = FP_CLEAR;
    edged.linewidth = 2;
    edged.linestyle = FP_DASHED;
    RECTANGLE(&edged,
              "path 10,20 30,20 30,41 10,41 10,20\n"
              "stroke 2 #000000ff 7.4 3.2 from 0 miter\n",
              10.4, 19.5, 30.49, 40.5);
    edged.linestyle = FP_NO_LINE;
    RECTANGLE(&edged, "", 10.4, 19.5, 30.49, 40.5);
}

static void
polygons_snap_when_all_their_sides_but_the_last_run_along_the_axes(void **state)
{
    const struct fp__patch plain = {.face = red};
    const double x[] = {10.4, 30.4, 30.4, 20}, y[] = {10.6, 10.6, 50.2, 40};

    (void)state;
    expect_polygon(&plain, x, y, 3, "path 10,11 30,11 30,50\narea #ff0000ff\n");
    expect_polygon(&plain, x, y, 4, "path 10.4,10.6 30.4,10.6 30.4,50.2 20,40\narea #ff0000ff\n");
}

static void
what_lies_far_outside_of_the_canvas_is_cut_off_where_it_is_not_seen(void **state)
{
    const struct fp__patch plain = {.face = red}, edged = {.edge = black, .linewidth = 1};
    const double x[] = {50, 1e9, -1e9}, y[] = {10, 2e9 - 90, 2e9 - 90};
    const double gone[] = {-5e300, -4e300, -4.5e300}, far[] = {1e308, -1e308, 3};
    const double holed[] = {10, NAN, 20};

    (void)state;
    expect_polygon(&plain, x, y, 3, "path 50,10 86,82 14,82\narea #ff0000ff\n");
    expect_polygon(&edged, x, y, 3,
                   "path 50,10 86.75,83.5 13.25,83.5 50,10 86.75,83.5\n"
                   "stroke 1 #000000ff miter\n");
    expect_polygon(&plain, gone, y, 3, "path\narea #ff0000ff\n");
    expect_polygon(&plain, far, (double[]){1e308, 1e308, 40}, 3,
                   "path -2,82 -2,45 3,40 45,82\n"
                   "area #ff0000ff\n");
    expect_polygon(&plain, holed, y, 3, "");
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(rectangles_snap_to_whole_pixels),
        world_test(edges_run_through_pixel_centres_when_their_width_is_odd),
        world_test(polygons_snap_when_all_their_sides_but_the_last_run_along_the_axes),
        world_test(what_lies_far_outside_of_the_canvas_is_cut_off_where_it_is_not_seen),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
