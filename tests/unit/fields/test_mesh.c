/* SPDX-License-Identifier: MIT */
/* test_mesh.c: meshes: their corners and limits against matplotlib's, their pixels, options, life
 * and failures. */
#include "unit/support.h"

#include <math.h>
#include <unistd.h>

#include "fields/mesh.h"
#include "figure/axes.h"
#include "image/coloring.h"
#include "unit/fields/fields_cases.h"
#include "unit/figure/recorder.h"
#include "unit/figure/scene.h"

#define COUNT(cases) (sizeof cases / sizeof cases[0])

static struct fp_axes *
new_axes(struct fp_figure **fig)
{
    *fig = fp_figure_create(NULL);
    return fp_figure_add_subplot(*fig, 1, 1, 1);
}

/* --- grids ------------------------------------------------------------------------------------ */

static struct fp_mesh *
draw_case(struct fp_axes *ax, size_t i)
{
    size_t nx = (size_t)mesh_cases[i].nx, ny = (size_t)mesh_cases[i].ny;
    bool bent = mesh_cases[i].bent;
    struct fp_array *x = bent ? matrix(mesh_cases[i].x, ny, nx) : column(mesh_cases[i].x, nx);
    struct fp_array *y = bent ? matrix(mesh_cases[i].y, ny, nx) : column(mesh_cases[i].y, ny);
    struct fp_array *z = counting(3, 4);
    struct fp_mesh *mesh = fp_axes_pcolormesh(ax, x, y, z, NULL);

    fp_unref(x);
    fp_unref(y);
    fp_unref(z);
    return mesh;
}

static void
expect_corners(size_t i, const struct fp__points *p)
{
    assert_int_equal(p->nx, 5);
    assert_int_equal(p->ny, 4);
    for (size_t k = 0; k < 20; k++) {
        assert_near(fp__points_x(p, k % 5, k / 5), mesh_cases[i].corners[k][0], 1e-12);
        assert_near(fp__points_y(p, k % 5, k / 5), mesh_cases[i].corners[k][1], 1e-12);
    }
}

static void
corners_and_limits_are_matplotlibs(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(mesh_cases); i++) {
        struct fp_figure *fig;
        struct fp_axes *ax = new_axes(&fig);
        struct fp_mesh *mesh = draw_case(ax, i);
        struct fp__points corners;
        double low, high;

        assert_int_equal(mesh->around, mesh_cases[i].nearest);
        assert_int_equal(fp__mesh_corners(mesh, &corners), FP_OK);
        expect_corners(i, &corners);
        fp_axes_get_xlim(ax, &low, &high);
        assert_near(low, mesh_cases[i].xlim[0], 1e-12);
        assert_near(high, mesh_cases[i].xlim[1], 1e-12);
        fp_axes_get_ylim(ax, &low, &high);
        assert_near(low, mesh_cases[i].ylim[0], 1e-12);
        assert_near(high, mesh_cases[i].ylim[1], 1e-12);
        fp_unref(fig);
    }
}

static void
without_x_and_y_cells_are_as_long_as_1(void **state)
{
    struct fp_pcolormesh_options o = fp_pcolormesh_defaults();
    struct fp_array *z = counting(3, 4);
    struct fp_figure *fig;
    struct fp_axes *ax = new_axes(&fig);
    struct fp_mesh *mesh = fp_axes_pcolormesh(ax, NULL, NULL, z, NULL);

    (void)state;
    assert_true(mesh->x[0] == 0 && mesh->x[1] == 4 && mesh->y[0] == 0 && mesh->y[1] == 3);
    o.shading = FP_SHADING_NEAREST;
    mesh = fp_axes_pcolormesh(ax, NULL, NULL, z, &o);
    assert_true(mesh->x[0] == -.5 && mesh->x[1] == 3.5 && mesh->y[0] == -.5 && mesh->y[1] == 2.5);
    fp_unref(z);
    fp_unref(fig);
}

static void
the_grid_of_the_axes_goes(void **state)
{
    struct fp_array *z = counting(3, 4);
    struct fp_figure *fig;
    struct fp_axes *ax = new_axes(&fig);

    (void)state;
    fp_axes_set_grid(ax, true);
    fp_axes_pcolormesh(ax, NULL, NULL, z, NULL);
    assert_false(ax->body->x.grid[0].on);
    fp_unref(z);
    fp_unref(fig);
}

/* --- pixels ----------------------------------------------------------------------------------- */

/* A figure of 10 · 8 pixels that axes fill. */
static struct fp_axes *
small_axes(struct fp_figure **fig)
{
    static const double whole[] = {0, 0, 1, 1};
    struct fp_axes *ax;

    *fig = fp_figure_create(NULL);
    fp_figure_set_size_pixels(*fig, 10, 8);
    ax = fp_figure_add_axes(*fig, whole);
    fp_axes_set_axis(ax, false);
    return ax;
}

/* One sign for each pixel: the value whose colour it has in a map of gray from 0 to 9, '.' for
 * white. */
static void
expect_pixels(struct fp_figure *fig, const char *wanted)
{
    uint8_t *pixels = NULL;
    char got[8 * 11 + 1] = "";
    size_t n = 0;

    assert_int_equal(fp_figure_pixels(fig, &pixels), FP_OK);
    for (size_t row = 0; row < 8; row++) {
        for (size_t i = 0; i < 10; i++) {
            unsigned gray = pixels[(row * 10 + i) * 4];

            got[n++] = gray == 255 ? '.' : (char)('0' + (gray + 14) / 28);
        }
        got[n++] = '\n';
    }
    fp_free(pixels);
    assert_string_equal(got, wanted);
}

static struct fp_mesh *
draw_gray(struct fp_axes *ax, struct fp_array *x, struct fp_array *y, const double *values,
          size_t rows, size_t columns)
{
    struct fp_pcolormesh_options o = fp_pcolormesh_defaults();
    struct fp_array *z = matrix(values, rows, columns);
    struct fp_mesh *mesh;

    fp_colormap_find(NULL, "gray", &o.cmap);
    o.norm.vmin = 0;
    o.norm.vmax = 9.107; /* 28 levels of gray for each step */
    mesh = fp_axes_pcolormesh(ax, x, y, z, &o);
    fp_unref(z);
    return mesh;
}

static const double six[] = {1, 2, 3, 4, NAN, 6};

static void
edges_of_a_straight_grid_lie_on_whole_pixels(void **state)
{
    struct fp_figure *fig;
    struct fp_axes *ax = small_axes(&fig);
    struct fp_array *x = column((double[]){0, 2.4, 2.6, 10}, 4),
                    *y = column((double[]){0, 3, 8}, 3);

    (void)state;
    assert_non_null(draw_gray(ax, x, y, six, 2, 3));
    expect_pixels(fig, "44.6666666\n44.6666666\n44.6666666\n44.6666666\n44.6666666\n"
                       "1123333333\n1123333333\n1123333333\n");
    fp_axes_set_xlim(ax, 10, 0);
    fp_axes_set_ylim(ax, 8, 0);
    expect_pixels(fig, "3333333211\n3333333211\n3333333211\n"
                       "6666666.44\n6666666.44\n6666666.44\n6666666.44\n6666666.44\n");
    fp_unref(x);
    fp_unref(y);
    fp_unref(fig);
}

/* The same grid with every point told is as straight. */
static void
a_straight_grid_of_points_is_drawn_as_one_of_lines(void **state)
{
    struct fp_figure *fig;
    struct fp_axes *ax = small_axes(&fig);
    struct fp_array *x =
        matrix((double[]){0, 2.4, 2.6, 10, 0, 2.4, 2.6, 10, 0, 2.4, 2.6, 10}, 3, 4);
    struct fp_array *y = matrix((double[]){0, 0, 0, 0, 3, 3, 3, 3, 8, 8, 8, 8}, 3, 4);

    (void)state;
    assert_non_null(draw_gray(ax, x, y, six, 2, 3));
    expect_pixels(fig, "44.6666666\n44.6666666\n44.6666666\n44.6666666\n44.6666666\n"
                       "1123333333\n1123333333\n1123333333\n");
    fp_unref(x);
    fp_unref(y);
    fp_unref(fig);
}

static void
bent_cells_have_the_pixels_whose_middles_they_cover(void **state)
{
    struct fp_figure *fig;
    struct fp_axes *ax = small_axes(&fig);
    struct fp_array *x = matrix((double[]){0, 5, 10, 0, 3, 10}, 2, 3);
    struct fp_array *y = matrix((double[]){0, 0, 2, 8, 8, 6}, 2, 3);

    (void)state;
    assert_non_null(draw_gray(ax, x, y, (double[]){1, 2}, 1, 2));
    fp_axes_set_xlim(ax, 0, 10);
    fp_axes_set_ylim(ax, 0, 8);
    expect_pixels(fig, "11122.....\n11122222..\n1111222222\n1111222222\n"
                       "1111222222\n1111222222\n111112222.\n111112....\n");
    fp_unref(x);
    fp_unref(y);
    fp_unref(fig);
}

static void
cells_fill_a_plane_without_gap_or_overlap(void **state)
{
    enum { SIDE = 40, POINTS = 12 };
    static uint32_t pixels[SIDE * SIDE];
    struct fp__mesh_picture picture = {.width = SIDE, .height = SIDE, .pixels = pixels};
    double x[POINTS][POINTS], y[POINTS][POINTS];
    unsigned seed = 1, covered = 0;

    (void)state;
    for (int j = 0; j < POINTS; j++)
        for (int i = 0; i < POINTS; i++) {
            bool border = i == 0 || j == 0 || i == POINTS - 1 || j == POINTS - 1;

            seed = seed * 1103515245 + 12345;
            x[j][i] = i * SIDE / (POINTS - 1.) + (border ? 0 : (seed >> 16) % 100 / 100.);
            seed = seed * 1103515245 + 12345;
            y[j][i] = j * SIDE / (POINTS - 1.) + (border ? 0 : (seed >> 16) % 100 / 100.);
        }
    for (int j = 0; j + 1 < POINTS; j++)
        for (int i = 0; i + 1 < POINTS; i++) {
            const double xs[] = {x[j][i], x[j][i + 1], x[j + 1][i + 1], x[j + 1][i]};
            const double ys[] = {y[j][i], y[j][i + 1], y[j + 1][i + 1], y[j + 1][i]};

            memset(pixels, 0, sizeof pixels);
            fp__mesh_fill(&picture, xs, ys, 1);
            for (int k = 0; k < SIDE * SIDE; k++)
                covered += pixels[k];
        }
    assert_int_equal(covered, SIDE * SIDE);
    for (int j = 0; j + 1 < POINTS; j++)
        for (int i = 0; i + 1 < POINTS; i++)
            fp__mesh_fill(&picture, (double[]){x[j][i], x[j][i + 1], x[j + 1][i + 1], x[j + 1][i]},
                          (double[]){y[j][i], y[j][i + 1], y[j + 1][i + 1], y[j + 1][i]}, 1);
    for (int k = 0; k < SIDE * SIDE; k++)
        assert_int_equal(pixels[k], 1);
}

/* Their common side runs through the middle of a pixel, from which one rounding error tells whose
 * it is. */
static void
both_cells_find_their_common_side_where_the_other_does(void **state)
{
    enum { SIDE = 8 };
    uint32_t pixels[SIDE * SIDE];
    struct fp__mesh_picture picture = {.width = SIDE, .height = SIDE, .pixels = pixels};
    unsigned seed = 1;

    (void)state;
    for (int round = 0; round < 3000; round++) {
        double dx = (seed >> 16) % 97 / 31., dy = (seed >> 8) % 89 / 97. + 3;
        double xs[] = {4.5 - dx, 4.5 + dx}, ys[] = {4.5 - dy, 4.5 + dy};
        int covered = 0;

        seed = seed * 1103515245 + 12345;
        memset(pixels, 0, sizeof pixels);
        fp__mesh_fill(&picture, (double[]){0, xs[0], xs[1], 0},
                      (double[]){ys[0], ys[0], ys[1], ys[1]}, 1);
        for (int k = 0; k < SIDE * SIDE; k++)
            covered += pixels[k] == 1;
        memset(pixels, 0, sizeof pixels);
        fp__mesh_fill(&picture, (double[]){8, xs[1], xs[0], 8},
                      (double[]){ys[1], ys[1], ys[0], ys[0]}, 1);
        for (int k = 0; k < SIDE * SIDE; k++)
            covered += pixels[k] == 1;
        assert_int_equal(covered, SIDE * (fmin(ceil(ys[1] - .5), 8) - fmax(ceil(ys[0] - .5), 0)));
    }
}

static void
edges_are_drawn_along_rows_and_columns(void **state)
{
    struct fp_pcolormesh_options o = fp_pcolormesh_defaults();
    struct fp_array *z = counting(1, 2);
    struct fp_figure *fig;
    struct fp_axes *ax = new_axes(&fig);
    struct recorder recorder;

    (void)state;
    o.has_edgecolor = true;
    o.edgecolor = FP_BLACK;
    o.linewidth = 1.44;
    fp_axes_pcolormesh(ax, NULL, NULL, z, &o);
    recorder = recorder_for(fig);
    assert_int_equal(fp__figure_draw(fig, &recorder.base), FP_OK);
    recorded_at(&recorder,
                "clip 80 58 576 427\nimage 80 58 496 369 opaque\n"
                "path 80,427 328,427 576,427\nstroke 2 #000000ff\n"
                "path 80,58 328,58 576,58\nstroke 2 #000000ff\n"
                "path 80,427 80,58\nstroke 2 #000000ff\npath 328,427 328,58\nstroke 2 #000000ff\n"
                "path 576,427 576,58\nstroke 2 #000000ff\nunclip\n");
    fp_text_finish(&recorder.lines);
    fp_unref(z);
    fp_unref(fig);
}

/* --- options and life ------------------------------------------------------------------------- */

static void
a_mesh_has_a_colorbar(void **state)
{
    struct fp_array *z = counting(3, 4);
    struct fp_figure *fig;
    struct fp_axes *ax = new_axes(&fig);
    struct fp_mesh *mesh = fp_axes_pcolormesh(ax, NULL, NULL, z, NULL);
    struct fp_colorbar *bar = fp_axes_colorbar(ax, mesh, NULL);
    double low, high;

    (void)state;
    assert_non_null(bar);
    fp_axes_get_ylim(fp__artist_axes((struct fp__artist *)bar), &low, &high);
    assert_true(low == 0 && high == 11);
    fp_unref(z);
    fp_unref(fig);
}

static void
values_and_limits_are_set_anew(void **state)
{
    struct fp_figure *fig;
    struct fp_axes *ax = small_axes(&fig);
    struct fp_mesh *mesh = fp_ref(draw_gray(ax, NULL, NULL, six, 2, 3));
    struct fp_array *z = matrix((double[]){6, 5, 4, 3, 2, 1}, 2, 3), *other = counting(3, 3);
    double low, high;

    (void)state;
    assert_int_equal(fp_mesh_set_array(mesh, z), FP_OK);
    expect_pixels(fig, "3332222111\n3332222111\n3332222111\n3332222111\n"
                       "6665555444\n6665555444\n6665555444\n6665555444\n");
    assert_int_equal(fp_mesh_set_array(mesh, other), FP_ERR_ARGUMENT);
    assert_int_equal(fp_mesh_set_clim(mesh, 1, NAN), FP_OK);
    assert_int_equal(fp_mesh_set_clim(mesh, 10, NAN), FP_ERR_ARGUMENT);
    assert_int_equal(fp_mesh_get_clim(mesh, &low, &high), FP_OK);
    assert_true(low == 1 && high == 9.107);
    fp_artist_remove(mesh);
    assert_int_equal(fp_mesh_set_array(mesh, z), FP_ERR_CLOSED);
    assert_int_equal(fp_mesh_set_clim(mesh, 1, 2), FP_ERR_CLOSED);
    assert_int_equal(fp_mesh_get_clim(mesh, &low, &high), FP_ERR_CLOSED);
    fp_unref(mesh);
    fp_unref(other);
    fp_unref(z);
    fp_unref(fig);
}

static void
expect_refused(struct fp_axes *ax, struct fp_array *x, struct fp_array *y, struct fp_array *z,
               const struct fp_pcolormesh_options *o)
{
    assert_null(fp_axes_pcolormesh(ax, x, y, z, o));
    assert_int_equal(fp_context_status(NULL), FP_ERR_ARGUMENT);
}

static void
what_cannot_be_is_refused(void **state)
{
    struct fp_pcolormesh_options o = fp_pcolormesh_defaults();
    struct fp_array *z = counting(3, 4), *x = column(six, 4), *y = column(six, 3),
                    *deep = fp_array_copy(NULL, six, &(struct fp_layout){.dtype = FP_FLOAT64});
    struct fp_figure *fig;
    struct fp_axes *ax = new_axes(&fig);

    (void)state;
    expect_refused(ax, NULL, NULL, deep, NULL);
    expect_refused(ax, x, NULL, z, NULL);
    expect_refused(ax, y, x, z, NULL);
    o.shading = FP_SHADING_FLAT;
    expect_refused(ax, x, y, z, &o);
    o = fp_pcolormesh_defaults();
    o.alpha = -1;
    expect_refused(ax, x, y, z, &o);
    o = fp_pcolormesh_defaults();
    o.linewidth = NAN;
    expect_refused(ax, x, y, z, &o);
    assert_non_null(fp_axes_pcolormesh(ax, x, y, z, NULL));
    fp_unref(x);
    x = column((double[]){0, 1, NAN, 3}, 4);
    expect_refused(ax, x, y, z, NULL);
    fp_unref(deep);
    fp_unref(x);
    fp_unref(y);
    fp_unref(z);
    fp_unref(fig);
}

/* Its pixels would have been more than there is memory for. */
static void
a_mesh_far_off_the_canvas_is_drawn(void **state)
{
    static const double places[][4] = {{1e12, 1e12, 1, 1}, {-1e12, -1e12, 1, 1}};

    (void)state;
    for (size_t i = 0; i < COUNT(places); i++) {
        struct fp_figure *fig = fp_figure_create(NULL);
        struct fp_axes *ax = fp_figure_add_axes(fig, places[i]);
        struct fp_array *z = counting(3, 4);
        struct recorder recorder;

        assert_non_null(fp_axes_pcolormesh(ax, NULL, NULL, z, NULL));
        recorder = recorder_for(fig);
        assert_int_equal(fp__figure_draw(fig, &recorder.base), FP_OK);
        fp_text_finish(&recorder.lines);
        fp_unref(z);
        fp_unref(fig);
    }
}

static int
draw_all(void *arg)
{
    struct fp_pcolormesh_options o = fp_pcolormesh_defaults();
    struct fp_figure *fig = fp_figure_create(NULL);
    struct fp_axes *ax = fig ? fp_figure_add_subplot(fig, 1, 1, 1) : NULL;
    struct fp_array *z = counting(3, 4), *bent = counting(4, 5), *middles = counting(3, 4);
    struct recorder recorder;
    bool fine = false;

    (void)arg;
    o.alpha = .5;
    if (ax && z && bent && middles && fp_axes_pcolormesh(ax, NULL, NULL, z, &o) &&
        fp_axes_pcolormesh(ax, bent, bent, z, NULL) &&
        fp_axes_pcolormesh(ax, middles, middles, z, NULL)) {
        recorder = recorder_for(fig);
        fine = fp__figure_draw(fig, &recorder.base) == FP_OK;
        fp_text_finish(&recorder.lines);
    }
    fp_unref(z);
    fp_unref(bent);
    fp_unref(middles);
    fp_unref(fig);
    return fine ? 0 : 1;
}

static void
every_failing_allocation_is_survived(void **state)
{
    (void)state;
    torture(draw_all, NULL, 1);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(corners_and_limits_are_matplotlibs),
        world_test(without_x_and_y_cells_are_as_long_as_1),
        world_test(the_grid_of_the_axes_goes),
        world_test(edges_of_a_straight_grid_lie_on_whole_pixels),
        world_test(a_straight_grid_of_points_is_drawn_as_one_of_lines),
        world_test(bent_cells_have_the_pixels_whose_middles_they_cover),
        world_test(cells_fill_a_plane_without_gap_or_overlap),
        world_test(both_cells_find_their_common_side_where_the_other_does),
        world_test(edges_are_drawn_along_rows_and_columns),
        world_test(a_mesh_has_a_colorbar),
        world_test(values_and_limits_are_set_anew),
        world_test(what_cannot_be_is_refused),
        world_test(a_mesh_far_off_the_canvas_is_drawn),
        world_test(every_failing_allocation_is_survived),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
