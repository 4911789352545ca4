/* SPDX-License-Identifier: MIT */
/* test_hist.c: histograms, as bars and as outlines, are drawn where matplotlib draws them. */
#include "unit/support.h"

#include <math.h>
#include <string.h>
#include <unistd.h>

#include "figure/axes.h"
#include "flatplot/bars.h"
#include "unit/figure/recorder.h"
#include "unit/figure/scene.h"
#include "unit/plots/hist_cases.h"

/* --- against matplotlib ----------------------------------------------------------------------- */

/* What a case of either table wants. */
static struct wanted {
    const char *table; /* for messages */
    size_t at;
    int histtype;
    double edge_width;
    const double *xlim, *ylim;
    int n;
    const double (*corners)[2];
} wanted;

/* A recorder that keeps corners: of what is filled, or of each last path, within the axes. */
static double corners[128][2];
static int count, whole; /* those of outlines that are done */
static bool within;

static void
keep(double x, double y)
{
    assert_true(count < 128);
    corners[count][0] = x;
    corners[count++][1] = y;
}

static void
keep_fill(struct fp__canvas *canvas, double x0, double y0, double x1, double y1,
          struct fp_color color)
{
    (void)canvas, (void)color;
    if (!within || wanted.histtype != FP_HIST_BAR)
        return;
    keep(x0, y0);
    keep(x1, y1);
}

static void
keep_path(struct fp__canvas *canvas, const double *x, const double *y, size_t n)
{
    (void)canvas;
    for (size_t i = 0; within && wanted.histtype != FP_HIST_BAR && i < n; i++)
        if (isfinite(x[i]) && isfinite(y[i]))
            keep(x[i], y[i]);
}

/* An edge comes with the same corners. */
static void
keep_area(struct fp__canvas *canvas, struct fp_color color)
{
    (void)canvas, (void)color;
    if (wanted.edge_width > 0)
        count = whole;
    whole = count;
}

/* Around what is filled it goes once more along its first side. */
static void
keep_stroke(struct fp__canvas *canvas, const struct fp__stroke *stroke)
{
    (void)canvas, (void)stroke;
    if (within && wanted.histtype == FP_HIST_STEPFILLED)
        count -= 2;
    if (within)
        whole = count;
}

static void
keep_clip(struct fp__canvas *canvas, const double box[4])
{
    (void)canvas;
    within = box != NULL;
}

static void
draw_corners(struct fp_figure *fig)
{
    struct recorder recorder = recorder_for(fig);
    struct fp__canvas_ops ops = recorder_ops;

    ops.fill = keep_fill;
    ops.path = keep_path;
    ops.area = keep_area;
    ops.stroke = keep_stroke;
    ops.clip = keep_clip;
    recorder.base.ops = &ops;
    count = whole = 0;
    assert_int_equal(fp__figure_draw(fig, &recorder.base), FP_OK);
    fp_text_finish(&recorder.lines);
}

/* Beyond the canvas it only matters that it is beyond. */
static void
expect_corners(void)
{
    if (count != wanted.n)
        fail_msg("%s %zu: %d corners, not %d", wanted.table, wanted.at, count, wanted.n);
    for (int i = 0; i < wanted.n; i++)
        for (int k = 0; k < 2; k++) {
            double is = fp__clamp(corners[i][k], -2, 642 - 160 * k);
            double should = fp__clamp(wanted.corners[i][k], -2, 642 - 160 * k);

            if (is != should)
                fail_msg("%s %zu: corner %d is at %.9g, not %.9g", wanted.table, wanted.at, i, is,
                         should);
        }
}

static void
expect_limits(struct fp_axes *ax)
{
    double is[4];
    const double should[] = {wanted.xlim[0], wanted.xlim[1], wanted.ylim[0], wanted.ylim[1]};

    fp_axes_get_xlim(ax, &is[0], &is[1]);
    fp_axes_get_ylim(ax, &is[2], &is[3]);
    for (int i = 0; i < 4; i++)
        if (!(fabs(is[i] - should[i]) <= 4e-16 * fmax(fabs(should[i]), fabs(should[i ^ 1]))))
            fail_msg("%s %zu: limit %d is %.17g, not %.17g", wanted.table, wanted.at, i, is[i],
                     should[i]);
}

/* `put` draws the case in the axes. */
static void
expect_case(void (*put)(struct fp_axes *ax, size_t i), size_t i)
{
    struct fp_figure *fig = fp_figure_create(NULL);
    struct fp_axes *ax = fp_figure_add_subplot(fig, 1, 1, 1);

    put(ax, i);
    expect_limits(ax);
    draw_corners(fig);
    expect_corners();
    fp_unref(fig);
}

static struct fp_array *
values_of(int i)
{
    return column(hist_values[i].values, (size_t)hist_values[i].n);
}

static void
ask_for_edge(struct fp_hist_options *o, double width)
{
    if (!(width > 0))
        return;
    o->bars.has_edgecolor = true;
    o->bars.edgecolor = FP_BLACK;
    o->bars.linewidth = width;
}

static void
put_case(struct fp_axes *ax, size_t i)
{
    struct fp_hist_options o = fp_hist_defaults();
    const struct hist_case *c = &hist_cases[i];
    struct fp_array *values = values_of(c->values);

    wanted =
        (struct wanted){"case", i, c->histtype, c->edge_width, c->xlim, c->ylim, c->n, c->corners};
    if (c->edge_count > 0)
        o.bins.edges = column(c->edges, (size_t)c->edge_count);
    else
        assert_int_equal(fp_bins_parse(NULL, c->bins, &o.bins), FP_OK);
    o.bins.density = c->density;
    o.bins.cumulative = c->cumulative;
    o.histtype = (enum fp_histtype)c->histtype;
    o.horizontal = c->horizontal;
    o.bars.log = c->log;
    ask_for_edge(&o, c->edge_width);
    assert_non_null(fp_axes_hist(ax, values, &o, NULL, NULL));
    fp_unref(values);
    fp_unref(o.bins.edges);
}

static void
limits_and_corners_are_matplotlibs(void **state)
{
    size_t n = sizeof hist_cases / sizeof hist_cases[0];

    (void)state;
    assert_true(n >= 45);
    for (size_t i = 0; i < n; i++)
        expect_case(put_case, i);
}

/* Counts 1, 2, 3 … */
static struct fp_array *
weights_of(int i)
{
    double weights[64];

    for (int k = 0; k < 64; k++)
        weights[k] = k + 1;
    return column(weights, (size_t)hist_values[i].n);
}

static void
put_sets(struct fp_axes *ax, size_t i)
{
    struct fp_hist_options o = fp_hist_defaults();
    const struct sets_case *c = &sets_cases[i];
    struct fp_hist_set sets[3] = {{.label = NULL}};
    struct fp_bars *bars[3];

    wanted =
        (struct wanted){"sets", i, c->histtype, c->edge_width, c->xlim, c->ylim, c->n, c->corners};
    for (int k = 0; k < c->count; k++) {
        sets[k].values = values_of(c->sets[k]);
        sets[k].weights = c->weighted ? weights_of(c->sets[k]) : NULL;
    }
    o.bins.bins = (size_t)c->bins;
    o.bins.density = c->density;
    o.bins.cumulative = c->cumulative;
    o.histtype = (enum fp_histtype)c->histtype;
    o.horizontal = c->horizontal;
    o.stacked = c->stacked;
    o.bars.log = c->log;
    ask_for_edge(&o, c->edge_width);
    assert_int_equal(fp_axes_hist_sets(ax, sets, (size_t)c->count, &o, bars, NULL, NULL), FP_OK);
    for (int k = 0; k < c->count; k++) {
        fp_unref(sets[k].values);
        fp_unref(sets[k].weights);
    }
}

static void
several_sets_are_where_matplotlib_puts_them(void **state)
{
    size_t n = sizeof sets_cases / sizeof sets_cases[0];

    (void)state;
    assert_true(n >= 65);
    for (size_t i = 0; i < n; i++)
        expect_case(put_sets, i);
}

/* --- looks ------------------------------------------------------------------------------------ */

static const double some[] = {0, 0, 0, 1, 1, 2, 4};

static struct fp_bars *
hist(struct fp_axes *ax, enum fp_histtype histtype, const char *label)
{
    struct fp_hist_options o = fp_hist_defaults();
    struct fp_array *values = column(some, sizeof some / sizeof some[0]);
    struct fp_bars *bars;

    o.bins.bins = 2;
    o.histtype = histtype;
    o.bars.label = label;
    bars = values ? fp_axes_hist(ax, values, &o, NULL, NULL) : NULL;
    fp_unref(values);
    return bars;
}

static void
outlines_are_drawn_among_the_lines_in_colours_of_lines(void **state)
{
    struct fp_figure *fig = fp_figure_create(NULL);
    struct fp_axes *ax = fp_figure_add_subplot(fig, 1, 1, 1);
    struct recorder recorder = recorder_for(fig);
    size_t bars, tick, line;

    (void)state;
    hist(ax, FP_HIST_STEP, NULL);
    hist(ax, FP_HIST_BAR, NULL);
    PLOT(ax, 0, 1);
    assert_int_equal(ax->body->cycled, 3);
    assert_int_equal(ax->body->cycled_fills, 0);
    assert_int_equal(fp__figure_draw(fig, &recorder.base), FP_OK);
    bars = recorded_at(&recorder, "#ff7f0eff\n");
    tick = recorded_at(&recorder, "text ");
    line = recorded_at(&recorder, "stroke 1.389 #1f77b4ff miter\n");
    assert_true(bars < tick && tick < line);
    assert_true(line < recorded_at(&recorder, "stroke 2.083 #2ca02cff\n"));
    fp_text_finish(&recorder.lines);
    fp_unref(fig);
}

static void
a_legend_shows_an_outline_or_what_fills_it(void **state)
{
    struct fp_figure *fig = fp_figure_create(NULL);
    struct fp_axes *ax = fp_figure_add_subplot(fig, 1, 1, 1);
    struct recorder recorder = recorder_for(fig);

    (void)state;
    hist(ax, FP_HIST_STEP, "step");
    hist(ax, FP_HIST_STEPFILLED, "filled");
    fp_axes_legend(ax, NULL);
    assert_int_equal(fp__figure_draw(fig, &recorder.base), FP_OK);
    recorded_at(&recorder, "stroke 1.389 #1f77b4ff miter\ntext 522 81 13.89 step\n");
    recorded_at(&recorder, "fill 483 92 511 101 #ff7f0eff\ntext 522 101 13.89 filled\n");
    fp_text_finish(&recorder.lines);
    fp_unref(fig);
}

/* Where matplotlib 3.6 would put it on the outline. */
static void
the_best_place_of_a_legend_is_beside_an_outline(void **state)
{
    struct fp_figure *fig = fp_figure_create(NULL);
    struct fp_axes *ax = fp_figure_add_subplot(fig, 1, 1, 1);
    struct fp_hist_options o = fp_hist_defaults();
    struct fp_array *values = column(some, sizeof some / sizeof some[0]);
    struct recorder recorder = recorder_for(fig);

    (void)state;
    o.bins.cumulative = 1;
    o.histtype = FP_HIST_STEP;
    o.bars.label = "sum";
    fp_axes_hist(ax, values, &o, NULL, NULL);
    fp_axes_legend(ax, NULL);
    assert_int_equal(fp__figure_draw(fig, &recorder.base), FP_OK);
    recorded_at(&recorder, "panel 87.5 65.5 ");
    fp_text_finish(&recorder.lines);
    fp_unref(values);
    fp_unref(fig);
}

static void
what_was_counted_is_handed_out(void **state)
{
    struct fp_figure *fig = fp_figure_create(NULL);
    struct fp_axes *ax = fp_figure_add_subplot(fig, 1, 1, 1);
    struct fp_array *values = column(some, 7), *counts, *edges;
    double count_of_first, last_edge;

    (void)state;
    assert_non_null(fp_axes_hist(ax, values, NULL, &counts, &edges));
    fp_array_value(counts, (size_t[]){0}, &count_of_first);
    fp_array_value(edges, (size_t[]){10}, &last_edge);
    assert_near(count_of_first, 3, 0);
    assert_near(last_edge, 4, 0);
    fp_unref(counts);
    fp_unref(edges);
    fp_unref(values);
    fp_unref(fig);
}

static void
a_thousand_steps_are_drawn_and_far_ones_cut(void **state)
{
    size_t n = 4000;
    struct fp_layout layout = fp_layout_c(FP_FLOAT64, 1, &n);
    struct fp_hist_options o = fp_hist_defaults();
    struct fp_figure *fig = fp_figure_create(NULL);
    struct fp_axes *ax = fp_figure_add_subplot(fig, 1, 1, 1);
    struct recorder recorder = recorder_for(fig);
    double values[4000];
    struct fp_array *array;

    (void)state;
    for (size_t i = 0; i < n; i++)
        values[i] = fmod((double)i * .618, 1);
    array = fp_array_copy(NULL, values, &layout);
    o.bins.bins = 1000;
    o.histtype = FP_HIST_STEP;
    fp_axes_hist(ax, array, &o, NULL, NULL);
    fp_axes_set_xlim(ax, .5, .5001);
    fp_axes_set_ylim(ax, 0, 1e-9);
    assert_int_equal(fp__figure_draw(fig, &recorder.base), FP_OK);
    recorded_at(&recorder, "path 256 points\n");
    fp_text_finish(&recorder.lines);
    fp_unref(array);
    fp_unref(fig);
}

static void
what_cannot_be_drawn_is_refused(void **state)
{
    struct fp_figure *fig = fp_figure_create(NULL);
    struct fp_axes *ax = fp_ref(fp_figure_add_subplot(fig, 1, 1, 1));
    struct fp_array *values = column(some, 7);
    struct fp_hist_options wrong[3] = {fp_hist_defaults(), fp_hist_defaults(), fp_hist_defaults()};
    struct fp_hist_set uneven[2] = {{.values = values, .weights = column(some, 6)},
                                    {.values = values}};
    struct fp_bars *bars[2];

    (void)state;
    wrong[0].histtype = (enum fp_histtype)3;
    wrong[1].bins.bins = 0;
    wrong[2].bars.alpha = 2;
    for (int i = 0; i < 3; i++) {
        assert_null(fp_axes_hist(ax, values, &wrong[i], NULL, NULL));
        assert_int_equal(fp_context_status(NULL), FP_ERR_ARGUMENT);
    }
    assert_int_equal(fp_axes_hist_sets(ax, NULL, 0, NULL, NULL, NULL, NULL), FP_ERR_ARGUMENT);
    assert_int_equal(fp_axes_hist_sets(ax, uneven, 2, NULL, bars, NULL, NULL), FP_ERR_ARGUMENT);
    uneven[1].weights = values;
    wrong[0] = fp_hist_defaults();
    wrong[0].bins.rule = FP_BINS_AUTO;
    assert_int_equal(fp_axes_hist_sets(ax, uneven, 2, wrong, bars, NULL, NULL), FP_ERR_ARGUMENT);
    fp_close(uneven[0].weights);
    uneven[1].values = uneven[0].weights;
    assert_int_equal(fp_axes_hist_sets(ax, uneven, 2, NULL, bars, NULL, NULL), FP_ERR_CLOSED);
    assert_int_equal(ax->body->artist_count, 0);
    assert_int_equal(ax->body->cycled, 0);
    fp_unref(fig);
    assert_null(fp_axes_hist(ax, values, NULL, NULL, NULL));
    assert_int_equal(fp_context_status(NULL), FP_ERR_CLOSED);
    fp_context_clear_error(NULL);
    fp_unref(uneven[0].weights);
    fp_unref(values);
    fp_unref(ax);
}

static bool
draw_sets(struct fp_axes *ax, struct fp_array *values, enum fp_histtype histtype, bool stacked)
{
    struct fp_hist_set sets[2] = {{.values = values, .label = "a"},
                                  {.values = values, .has_color = true, .weights = values}};
    struct fp_hist_options o = fp_hist_defaults();
    struct fp_array *tops = NULL, *edges = NULL;
    size_t cycled = ax->body->cycled, artists = ax->body->artist_count;
    struct fp_bars *bars[2];
    bool drawn;

    o.histtype = histtype;
    o.stacked = stacked;
    drawn = fp_axes_hist_sets(ax, sets, 2, &o, bars, &tops, &edges) == FP_OK;
    assert_int_equal(ax->body->cycled, cycled + drawn);
    assert_int_equal(ax->body->artist_count, artists + (drawn ? 2 : 0));
    assert_true(drawn ? bars[0] && bars[1] : !bars[0] && !bars[1]);
    fp_unref(tops);
    fp_unref(edges);
    return drawn;
}

/* A picture of all that is here; it fails at each allocation in turn. */
static int
draw_all(void *arg)
{
    struct fp_figure *fig = fp_figure_create(NULL);
    struct fp_axes *ax = fig ? fp_figure_add_subplot(fig, 1, 1, 1) : NULL;
    struct fp_array *values = ax ? column(some, 7) : NULL, *counts = NULL, *edges = NULL;
    bool drawn = values && fp_figure_set_size_pixels(fig, 64, 48) == FP_OK;

    unlink(arg);
    drawn = drawn && hist(ax, FP_HIST_STEP, "label") && hist(ax, FP_HIST_STEPFILLED, NULL) &&
            fp_axes_hist(ax, values, NULL, &counts, &edges) &&
            draw_sets(ax, values, FP_HIST_BAR, false) &&
            draw_sets(ax, values, FP_HIST_STEPFILLED, true) && fp_axes_legend(ax, NULL) &&
            fp_figure_save(fig, arg) == FP_OK;
    fp_unref(counts);
    fp_unref(edges);
    fp_unref(values);
    fp_unref(fig);
    fp_context_clear_error(NULL);
    return drawn ? 0 : 1;
}

static void
every_failure_is_survived(void **state)
{
    (void)state;
    torture(draw_all, (void *)temp_path("hist.png"), 1);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(limits_and_corners_are_matplotlibs),
        world_test(several_sets_are_where_matplotlib_puts_them),
        world_test(outlines_are_drawn_among_the_lines_in_colours_of_lines),
        world_test(a_legend_shows_an_outline_or_what_fills_it),
        world_test(the_best_place_of_a_legend_is_beside_an_outline),
        world_test(what_was_counted_is_handed_out),
        world_test(a_thousand_steps_are_drawn_and_far_ones_cut),
        world_test(what_cannot_be_drawn_is_refused),
        world_test(every_failure_is_survived),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
