/* SPDX-License-Identifier: MIT */
/* test_arrow.c: the shapes of arrows, and the ways of those that annotations have. */
#include "unit/support.h"

#include <math.h>

#include "draw/arrow.h"
#include "draw/bounds.h"
#include "figure/axes.h"
#include "unit/draw/arrow_cases.h"
#include "unit/figure/recorder.h"
#include "unit/figure/scene.h"

/* --- shapes ----------------------------------------------------------------------------------- */

/* What comes twice in a row counts once, as in the cases; so does the first point at the end. */
static size_t
without_doubles(const struct fp__arrow_piece *piece, double points[][2])
{
    size_t n = 0;

    for (size_t i = 0; i < piece->n; i++) {
        if (n > 0 && fabs(piece->x[i] - points[n - 1][0]) < 1e-9 &&
            fabs(piece->y[i] - points[n - 1][1]) < 1e-9)
            continue;
        points[n][0] = piece->x[i];
        points[n++][1] = piece->y[i];
    }
    while (n > 1 && piece->solid && fabs(points[0][0] - points[n - 1][0]) < 1e-9 &&
           fabs(points[0][1] - points[n - 1][1]) < 1e-9)
        n--;
    return n;
}

static void
expect_piece(size_t i, int k, const struct fp__arrow_piece *piece)
{
    double points[96][2];
    int n = (int)without_doubles(piece, points);

    if (n != arrow_cases[i].pieces[k].n)
        fail_msg("arrow %zu, piece %d has %d points, not %d", i, k, n, arrow_cases[i].pieces[k].n);
    assert_int_equal(piece->solid, arrow_cases[i].pieces[k].solid);
    for (int p = 0; p < n; p++) {
        assert_near(points[p][0], arrow_cases[i].pieces[k].points[p][0], 1e-6);
        assert_near(points[p][1], arrow_cases[i].pieces[k].points[p][1], 1e-6);
    }
}

static struct fp__point
point_of(const double p[2])
{
    return (struct fp__point){p[0], p[1]};
}

static void
arrows_have_matplotlibs_shapes(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof arrow_cases / sizeof *arrow_cases; i++) {
        struct fp__arrow arrow = {.options = &arrow_cases[i].options,
                                  .point = arrow_cases[i].point,
                                  .scale = arrow_cases[i].scale,
                                  .tail = point_of(arrow_cases[i].tail),
                                  .head = point_of(arrow_cases[i].head)};
        struct fp__arrow_piece pieces[3];

        assert_int_equal(fp__arrow_shape(&arrow, pieces), arrow_cases[i].count);
        for (int k = 0; k < arrow_cases[i].count; k++)
            expect_piece(i, k, &pieces[k]);
    }
}

/* No point is NaN, and no loop endless. */
static void
arrows_of_no_length_have_a_shape(void **state)
{
    struct fp_arrow_options options = fp_annotate_defaults().arrow;

    (void)state;
    for (int style = 0; style < FP_ARROW_STYLES; style++) {
        struct fp__arrow arrow = {
            .options = &options, .point = 1, .scale = 10, .tail = {5, 5}, .head = {5, 5}};
        struct fp__arrow_piece pieces[3];
        size_t n;

        options.style = (enum fp_arrowstyle)style;
        n = fp__arrow_shape(&arrow, pieces);
        for (size_t i = 0; i < n; i++)
            for (size_t k = 0; k < pieces[i].n; k++)
                assert_true(isfinite(pieces[i].x[k]) && isfinite(pieces[i].y[k]));
    }
}

/* --- annotations ------------------------------------------------------------------------------ */

/* Keeps the last text, and the ways of what is drawn after the axes' own lines. */
struct keeper {
    struct recorder recorder;
    double start[2];
    double first[2], last[2]; /* of the last path of 17 points or more */
    size_t ways;
};

static enum fp_status
keep_text(struct fp__canvas *canvas, const struct fp__words *words)
{
    struct keeper *keeper = (struct keeper *)canvas;

    keeper->start[0] = words->x;
    keeper->start[1] = canvas->height - words->y;
    return FP_OK;
}

/* A block's tip is the end of its second bend. */
static void
keep_path(struct fp__canvas *canvas, const double *x, const double *y, size_t n)
{
    struct keeper *keeper = (struct keeper *)canvas;
    size_t last = n > 60 ? 33 : n - 1;

    if (n < 17 || keeper->ways > 0)
        return;
    keeper->ways++;
    keeper->first[0] = x[0];
    keeper->first[1] = canvas->height - y[0];
    keeper->last[0] = x[last];
    keeper->last[1] = canvas->height - y[last];
}

static struct fp_annotate_options
options_of(size_t i)
{
    struct fp_annotate_options o = fp_annotate_defaults();

    o.xycoords = (enum fp_coords)annotation_cases[i].xycoords;
    o.has_textcoords = annotation_cases[i].textcoords >= 0;
    if (o.has_textcoords)
        o.text.coords = (enum fp_coords)annotation_cases[i].textcoords;
    o.has_xytext = true;
    memcpy(o.xytext, annotation_cases[i].xytext, sizeof o.xytext);
    o.text.rotation = annotation_cases[i].rotation;
    o.text.has_box = annotation_cases[i].box > 0;
    o.text.box.style = annotation_cases[i].box == 2 ? FP_BOX_ROUND : FP_BOX_SQUARE;
    o.text.box.pad = annotation_cases[i].pad;
    o.has_arrow = true;
    o.arrow.style = annotation_cases[i].block ? FP_ARROW_BLOCK : FP_ARROW_LINE;
    o.arrow.rad = annotation_cases[i].rad;
    memcpy(o.arrow.relpos, annotation_cases[i].relpos, sizeof o.arrow.relpos);
    o.arrow.shrink_a = annotation_cases[i].shrink_a;
    o.arrow.shrink_b = annotation_cases[i].shrink_b;
    o.arrow.shrink = annotation_cases[i].shrink;
    return o;
}

static void
expect_annotation(size_t i)
{
    struct fp_figure *fig = fp_figure_create(NULL);
    struct fp_axes *ax = fp_figure_add_subplot(fig, 1, 1, 1);
    struct fp_annotate_options options = options_of(i);
    struct fp__canvas_ops ops = recorder_ops;
    struct keeper keeper = {.ways = 0};
    double near = annotation_cases[i].box == 2 ? .15 : .03;
    const double(*ends)[2] = annotation_cases[i].ends;

    ops.text = keep_text;
    ops.path = keep_path;
    fp_axes_set_xlim(ax, 0, 1);
    fp_axes_set_ylim(ax, 0, 1);
    fp_axes_set_axis(ax, false);
    assert_non_null(fp_axes_annotate(ax, annotation_cases[i].text, annotation_cases[i].x,
                                     annotation_cases[i].y, &options));
    keeper.recorder = recorder_for(fig);
    keeper.recorder.base.ops = &ops;
    assert_int_equal(fp__figure_draw(fig, &keeper.recorder.base), FP_OK);
    if (*annotation_cases[i].text) {
        assert_near(keeper.start[0], annotation_cases[i].start[0], 1e-6);
        assert_near(keeper.start[1], annotation_cases[i].start[1], 1e-6);
    }
    assert_int_equal(keeper.ways, 1);
    assert_near(keeper.first[0], ends[0][0], near);
    assert_near(keeper.first[1], ends[0][1], near);
    assert_near(keeper.last[0], ends[1][0], near);
    assert_near(keeper.last[1], ends[1][1], near);
    fp_text_finish(&keeper.recorder.lines);
    fp_unref(fig);
}

/* Within what is left open where a way is cut; Agg divides a round corner into few pieces when it
 * asks whether a point is within. */
static void
annotations_have_matplotlibs_arrows(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof annotation_cases / sizeof *annotation_cases; i++)
        expect_annotation(i);
}

/* From the left end of the axes to a tenth beyond their right one, below: 2 points are left out at
 * each end. */
static void
an_arrow_has_room_in_a_layout(void **state)
{
    struct fp_annotate_options options = fp_annotate_defaults();
    struct fp_figure *fig = fp_figure_create(NULL);
    struct fp_axes *ax = fp_figure_add_subplot(fig, 1, 1, 1);
    struct recorder recorder = recorder_for(fig);
    struct fp__bounds bounds = fp__bounds_begin(&recorder.base);

    (void)state;
    fp_axes_set_axis(ax, false);
    options.has_arrow = options.has_xytext = true;
    options.xycoords = FP_COORDS_AXES;
    options.arrow.style = FP_ARROW_LINE;
    options.xytext[0] = 0;
    options.xytext[1] = -.3;
    assert_non_null(fp_axes_annotate(ax, "", 1.1, -.3, &options));
    assert_int_equal(fp__axes_measure(ax, &bounds), FP_OK);
    assert_near(bounds.box.x0, 80, 1e-9);
    assert_near(bounds.box.y0, 52.8 - .3 * 369.6, 1e-9);
    assert_near(bounds.box.x1, 576 + 49.6 - 200. / 72, .01);
    assert_near(bounds.box.y1, 422.4, 1e-9);
    fp_text_finish(&recorder.lines);
    fp_unref(fig);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(arrows_have_matplotlibs_shapes),
        world_test(arrows_of_no_length_have_a_shape),
        world_test(annotations_have_matplotlibs_arrows),
        world_test(an_arrow_has_room_in_a_layout),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
