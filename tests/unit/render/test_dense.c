/* SPDX-License-Identifier: MIT */
/* test_dense.c: areas of many edges have the pixels that cairo gives them. */
#include "unit/support.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "core/alloc.h"
#include "flatplot/array.h"
#include "render/dense.h"
#include "render/image_canvas.h"
#include "unit/figure/scene.h"

enum { SIDE = 48 };

/* --- covers ----------------------------------------------------------------------------------- */

static unsigned seed;

/* From low to high, in 256ths. */
static double
any(int low, int high)
{
    seed = seed * 1664525u + 1013904223u;
    return low + (double)(seed >> 8) / (1 << 24) * (high - low);
}

/* Corners from low to high on both sides; every `piece` of them a piece, of which some are closed
 * by hand. */
static void
draw_corners(cairo_t *cr, int n, int low, int high, int piece)
{
    seed = 5;
    for (int i = 0; i < n; i++) {
        double x = any(low, high), y = any(low, high);

        if (i % piece == 0)
            cairo_new_sub_path(cr);
        cairo_line_to(cr, x, i % 7 ? y : 20);
        if (i % 3 == 1)
            cairo_line_to(cr, x, any(low, high));
        if (i % piece == piece - 1 && i % 2)
            cairo_close_path(cr);
    }
}

/* What the clip holds in a surface of cairo's own and in a cover. */
static void
expect_same(cairo_t *cr, const int clip[4])
{
    cairo_path_t *path = cairo_copy_path_flat(cr);
    cairo_surface_t *surface = cairo_get_target(cr);
    const unsigned char *wanted, *parts;
    struct fp__cover cover;

    assert_true(fp__dense_cover(path, clip, &cover));
    cairo_path_destroy(path);
    cairo_fill(cr);
    cairo_surface_flush(surface);
    wanted = cairo_image_surface_get_data(surface);
    parts = cairo_image_surface_get_data(cover.surface);
    for (int row = clip[1]; row < clip[3]; row++)
        for (int col = clip[0]; col < clip[2]; col++) {
            int is = parts[(row - cover.y) * cairo_image_surface_get_stride(cover.surface) + col -
                           cover.x];
            int should = wanted[row * cairo_image_surface_get_stride(surface) + col];

            if (is != should)
                fail_msg("pixel %d, %d: %d, not %d", col, row, is, should);
        }
    fp__cover_finish(&cover);
}

static cairo_t *
begin(const int clip[4])
{
    cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_A8, SIDE, SIDE);
    cairo_t *cr = cairo_create(surface);

    cairo_surface_destroy(surface);
    cairo_rectangle(cr, clip[0], clip[1], clip[2] - clip[0], clip[3] - clip[1]);
    cairo_clip(cr);
    return cr;
}

static void
covers_are_cairos(void **state)
{
    static const struct {
        int n, low, high, piece, clip[4];
    } cases[] = {{3000, 0, SIDE, 3000, {0, 0, SIDE, SIDE}},
                 {4000, 0, SIDE, 10, {0, 0, SIDE, SIDE}},
                 {5000, 2, SIDE, 5000, {5, 7, 31, 40}},
                 {9000, -60, SIDE + 60, 3, {0, 0, SIDE, SIDE}},
                 {9000, -99999, 99999, 50, {3, 0, 44, SIDE}}};

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        cairo_t *cr = begin(cases[i].clip);

        draw_corners(cr, cases[i].n, cases[i].low, cases[i].high, cases[i].piece);
        expect_same(cr, cases[i].clip);
        cairo_destroy(cr);
    }
}

static void
few_edges_are_left_to_cairo(void **state)
{
    static const int whole[] = {0, 0, SIDE, SIDE}, nothing[] = {9, 9, 9, 9};
    cairo_t *cr = begin(whole);
    struct fp__cover cover;
    cairo_path_t *path;

    (void)state;
    draw_corners(cr, 600, 0, SIDE, 600);
    path = cairo_copy_path_flat(cr);
    assert_false(fp__dense_cover(path, whole, &cover));
    assert_false(fp__dense_cover(path, nothing, &cover));
    cairo_path_destroy(path);
    cairo_destroy(cr);
}

/* --- on the canvas ---------------------------------------------------------------------------- */

static struct fp_figure *
draw_polygon(size_t n, double alpha)
{
    struct fp_area_options o = fp_area_defaults();
    struct fp_figure *fig = fp_figure_create(NULL);
    struct fp_axes *ax = fig ? fp_figure_add_subplot(fig, 1, 1, 1) : NULL;
    double *xs = calloc(n, sizeof *xs), *ys = calloc(n, sizeof *ys);
    struct fp_array *x, *y;
    bool drawn;

    seed = 9;
    for (size_t i = 0; i < n; i++) {
        xs[i] = any(0, 100) / 100;
        ys[i] = any(0, 100) / 100;
    }
    x = column(xs, n);
    y = x ? column(ys, n) : NULL;
    free(xs);
    free(ys);
    o.alpha = alpha;
    drawn =
        ax && y && fp_figure_set_size_pixels(fig, 80, 60) == FP_OK && fp_axes_fill(ax, x, y, &o);
    fp_unref(x);
    fp_unref(y);
    if (drawn)
        return fig;
    fp_unref(fig);
    return NULL;
}

/* The pixels' sum; 0 when something failed. Without memory for a cover cairo fills, and nothing
 * fails. */
static uint32_t
sum_of(double alpha)
{
    struct fp_figure *fig = draw_polygon(6000, alpha);
    struct fp__raster raster;
    uint32_t sum = 1;

    if (fig && fp__render_image(fig, &raster) == FP_OK)
        for (int i = 0; i < raster.height; i++)
            sum = fp_crc32(sum, raster.pixels + (size_t)i * raster.stride,
                           (size_t)raster.width * sizeof *raster.pixels);
    else
        sum = 0;
    fp_unref(fig);
    fp_context_clear_error(NULL);
    return sum;
}

/* Of both ways: the one that has memory comes first. */
static uint32_t right[2];

static int
draw_both(void *arg)
{
    int failed = 0;

    (void)arg;
    for (int i = 0; i < 2; i++) {
        uint32_t sum = sum_of(i ? .4 : 1);

        failed |= !sum;
        right[i] = right[i] ? right[i] : sum;
        assert_true(!sum || sum == right[i]);
    }
    return failed;
}

static void
pixels_are_the_same_with_and_without_memory(void **state)
{
    (void)state;
    torture(draw_both, NULL, 3);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(covers_are_cairos),
        world_test(few_edges_are_left_to_cairo),
        world_test(pixels_are_the_same_with_and_without_memory),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
