/* SPDX-License-Identifier: MIT */
/* test_bars.c: bars stand where matplotlib's do, and their axes have its limits and ticks. */
#include "unit/support.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "figure/axes_pen.h"
#include "flatplot/bars.h"
#include "unit/figure/recorder.h"
#include "unit/figure/scene.h"
#include "unit/plots/bars_cases.h"

static struct fp_axes *
new_axes(struct fp_figure **fig)
{
    *fig = fp_figure_create(NULL);
    return fp_figure_add_subplot(*fig, 1, 1, 1);
}

/* Of literal lengths at 0, 1, 2 … */
#define BAR(ax, options, ...)                                                                      \
    bar_of((ax), (const double[]){__VA_ARGS__},                                                    \
           sizeof((const double[]){__VA_ARGS__}) / sizeof(double), (options))

static struct fp_bars *
bar_of(struct fp_axes *ax, const double *lengths, size_t n, const struct fp_bar_options *options)
{
    struct fp_array *array = column(lengths, n);
    struct fp_bars *bars = array ? fp_axes_bar(ax, NULL, array, options) : NULL;

    fp_unref(array);
    return bars;
}

/* What was drawn, without figure and axes around. */
static void
expect_drawn(struct fp_figure *fig, const char *expected)
{
    struct recorder recorder = recorder_for(fig);
    const char *from, *to;

    assert_int_equal(fp__figure_draw(fig, &recorder.base), FP_OK);
    from = strchr(strstr(fp_text_string(&recorder.lines), "\nclip") + 1, '\n') + 1;
    to = strstr(from, "unclip");
    if (strncmp(from, expected, (size_t)(to - from)) != 0 ||
        strlen(expected) != (size_t)(to - from))
        fail_msg("drawn were\n%.*sand not\n%s", (int)(to - from), from, expected);
    fp_text_finish(&recorder.lines);
}

/* --- against matplotlib ----------------------------------------------------------------------- */

static const struct bars_case *at_case; /* for messages */

/* A recorder that keeps the corners of what is filled between clip and unclip. */
static double filled[8][4];
static int fills;

static void
keep_fill(struct fp__canvas *canvas, double x0, double y0, double x1, double y1,
          struct fp_color color)
{
    (void)canvas, (void)color;
    assert_true(fills < 8);
    memcpy(filled[fills++], (double[]){x0, y0, x1, y1}, sizeof filled[0]);
}

static void
keep_clip(struct fp__canvas *canvas, const double box[4])
{
    (void)canvas;
    fills = box ? 0 : fills; /* the figure's face and the axes' come before */
}

static void
no_path(struct fp__canvas *canvas, const double *x, const double *y, size_t n)
{
    (void)canvas, (void)x, (void)y, (void)n;
}

static void
draw_fills(struct fp_figure *fig)
{
    struct recorder recorder = recorder_for(fig);
    struct fp__canvas_ops ops = recorder_ops;

    ops.fill = keep_fill;
    ops.clip = keep_clip;
    ops.path = no_path;
    recorder.base.ops = &ops;
    assert_int_equal(fp__figure_draw(fig, &recorder.base), FP_OK);
    fp_text_finish(&recorder.lines);
}

/* Beyond the canvas it only matters that it is beyond. */
static void
expect_corners(void)
{
    static const double most[] = {640, 480, 640, 480};

    if (fills != at_case->drawn)
        fail_msg("case %td: %d bars, not %d", at_case - bars_cases, fills, at_case->drawn);
    for (int i = 0; i < fills; i++)
        for (int k = 0; k < 4; k++)
            if (fp__clamp(filled[i][k], -2, most[k] + 2) !=
                fp__clamp(at_case->corners[i][k], -2, most[k] + 2))
                fail_msg("case %td, bar %d: %g, not %g", at_case - bars_cases, i, filled[i][k],
                         at_case->corners[i][k]);
}

/* Within what it makes that matplotlib adds the first x to a width and takes it away again
 * (_convert_dx). */
static void
expect_numbers(const char *what, const double *is, const double *wanted, int n)
{
    for (int i = 0; i < n; i++)
        if (!(fabs(is[i] - wanted[i]) <= 1e-15 * fmax(fabs(wanted[0]), fabs(wanted[n - 1]))))
            fail_msg("case %td: %s %d is %.17g, not %.17g", at_case - bars_cases, what, i, is[i],
                     wanted[i]);
}

static void
expect_axes(struct fp_figure *fig, struct fp_axes *ax)
{
    static struct fp__ticks major, minor;
    struct recorder recorder = recorder_for(fig);
    double lim[2];
    struct fp__pen pen;

    fp_axes_get_xlim(ax, &lim[0], &lim[1]);
    expect_numbers("xlim", lim, at_case->xlim, 2);
    fp_axes_get_ylim(ax, &lim[0], &lim[1]);
    expect_numbers("ylim", lim, at_case->ylim, 2);
    assert_int_equal(fp__pen_init(&pen, ax, &recorder.base), FP_OK);
    fp__axis_find_ticks(ax, false, pen.lengths[0] / pen.point, &major, &minor);
    expect_numbers("xticks", (double[]){(double)major.n}, (double[]){at_case->xtick_count}, 1);
    expect_numbers("xtick", major.value, at_case->xticks, at_case->xtick_count);
    fp__axis_find_ticks(ax, true, pen.lengths[1] / pen.point, &major, &minor);
    expect_numbers("yticks", (double[]){(double)major.n}, (double[]){at_case->ytick_count}, 1);
    expect_numbers("ytick", major.value, at_case->yticks, at_case->ytick_count);
}

static void
put_case(struct fp_axes *ax)
{
    static const struct fp_scale log = {.kind = FP_SCALE_LOG};
    struct fp_bar_options o = fp_bar_defaults();
    const struct bars_case *c = at_case;
    size_t n = (size_t)c->n;
    struct fp_array *x = c->has_x ? column(c->x, n) : NULL, *lengths = column(c->lengths, n);

    if (c->xlog)
        fp_axes_set_xscale(ax, &log);
    if (c->ylog)
        fp_axes_set_yscale(ax, &log);
    o.width = c->has_widths ? 1 : c->widths[0];
    o.bottom = c->has_bottoms ? 0 : c->bottoms[0];
    o.widths = c->has_widths ? column(c->widths, n) : NULL;
    o.bottoms = c->has_bottoms ? column(c->bottoms, n) : NULL;
    o.at_edge = c->at_edge;
    o.has_edgecolor = c->edge_width > 0;
    o.edgecolor = FP_BLACK;
    o.linewidth = c->edge_width;
    assert_non_null((c->lying ? fp_axes_barh : fp_axes_bar)(ax, x, lengths, &o));
    fp_unref(x);
    fp_unref(lengths);
    fp_unref(o.widths);
    fp_unref(o.bottoms);
}

static void
limits_ticks_and_corners_are_matplotlibs(void **state)
{
    size_t n = sizeof bars_cases / sizeof bars_cases[0];
    size_t step = repeats(n) < n ? 5 : 1;

    (void)state;
    assert_true(n >= 90);
    for (size_t i = 0; i < n; i += step) {
        const struct bars_case *c = at_case = &bars_cases[i];
        struct fp_figure *fig;
        struct fp_axes *ax = new_axes(&fig);

        put_case(ax);
        if (c->has_lim) {
            fp_axes_set_xlim(ax, c->lim[0], c->lim[1]);
            fp_axes_set_ylim(ax, c->lim[2], c->lim[3]);
        }
        expect_axes(fig, ax);
        draw_fills(fig);
        expect_corners();
        fp_unref(fig);
    }
}

/* --- looks ------------------------------------------------------------------------------------ */

/* The box is 80 … 576, 57.6 … 427.2: at these limits one unit is 124 pixels wide, 36.96 high. */
static struct fp_axes *
new_plain_axes(struct fp_figure **fig)
{
    struct fp_axes *ax = new_axes(fig);

    fp_axes_set_xlim(ax, -1, 3);
    fp_axes_set_ylim(ax, 0, 10);
    return ax;
}

static void
colours_come_from_the_cycle_of_fills_or_one_after_the_other(void **state)
{
    static const struct fp_color two[] = {{1, 2, 3, 255}, {4, 5, 6, 255}};
    struct fp_bar_options o = fp_bar_defaults();
    struct fp_figure *fig;
    struct fp_axes *ax = new_plain_axes(&fig);
    struct fp_bars *first = BAR(ax, NULL, 1, 2, 3);

    (void)state;
    o.alpha = .5;
    expect_drawn(fig, "fill 154 427 254 390 #1f77b4ff\n"
                      "fill 278 427 378 353 #1f77b4ff\n"
                      "fill 402 427 502 316 #1f77b4ff\n");
    fp_artist_remove(first);
    first = BAR(ax, &o, 1);
    expect_drawn(fig, "fill 154 427 254 390 #ff7f0e80\n");
    fp_artist_remove(first);
    o.colors = two;
    o.color_count = 2;
    o.alpha = 1;
    first = BAR(ax, &o, 1, 2, 3);
    expect_drawn(fig, "fill 154 427 254 390 #010203ff\n"
                      "fill 278 427 378 353 #040506ff\n"
                      "fill 402 427 502 316 #010203ff\n");
    fp_artist_remove(first);
    PLOT(ax, 1, 2); /* lines have theirs */
    first = BAR(ax, NULL, 1);
    expect_drawn(fig, "fill 154 427 254 390 #2ca02cff\n");
    fp_unref(fig);
}

static void
edges_are_drawn_after_each_bar_when_they_have_a_colour(void **state)
{
    struct fp_bar_options o = fp_bar_defaults();
    struct fp_figure *fig;
    struct fp_axes *ax = new_plain_axes(&fig);

    (void)state;
    o.has_color = o.has_edgecolor = true;
    o.edgecolor = FP_BLACK;
    o.width = .5;
    BAR(ax, &o, 1, NAN);
    expect_drawn(fig,
                 "path 173.5,427.5 235.5,427.5 235.5,390.5 173.5,390.5 173.5,427.5 235.5,427.5\n"
                 "stroke 1.389 #000000ff miter\n");
    fp_unref(fig);
}

static void
a_legend_shows_the_first_bar(void **state)
{
    struct fp_bar_options o = fp_bar_defaults();
    struct fp_figure *fig;
    struct fp_axes *ax = new_plain_axes(&fig);
    struct recorder recorder;

    (void)state;
    o.label = "rain";
    BAR(ax, &o, 1, 2, 10);
    o.label = "_none";
    BAR(ax, &o, 1, 2, 10);
    fp_axes_legend(ax, NULL);
    recorder = recorder_for(fig);
    assert_int_equal(fp__figure_draw(fig, &recorder.base), FP_OK);
    recorded_at(&recorder, "fill 93 71 120 81 #1f77b4ff\ntext 131 81 13.89 rain\n");
    fp_text_finish(&recorder.lines);
    fp_unref(fig);
}

static void
a_log_axis_is_along_the_bars(void **state)
{
    struct fp_bar_options o = fp_bar_defaults();
    struct fp_figure *fig;
    struct fp_axes *ax = new_axes(&fig);
    struct fp_array *lengths = column((double[]){3, 20}, 2);

    (void)state;
    o.log = true;
    fp_axes_bar(ax, NULL, lengths, &o);
    assert_int_equal(ax->body->y.curve.kind, FP__CURVE_LOG);
    assert_int_equal(ax->body->x.curve.kind, FP__CURVE_LINEAR);
    fp_axes_clear(ax);
    fp_axes_barh(ax, NULL, lengths, &o);
    assert_int_equal(ax->body->x.curve.kind, FP__CURVE_LOG);
    assert_int_equal(ax->body->y.curve.kind, FP__CURVE_LINEAR);
    fp_axes_clear(ax);
    o.yerr = column((double[]){1, 2, 3}, 3); /* three for two */
    assert_null(fp_axes_bar(ax, NULL, lengths, &o));
    assert_int_equal(ax->body->y.curve.kind, FP__CURVE_LINEAR);
    fp_context_clear_error(NULL);
    fp_unref(o.yerr);
    fp_unref(lengths);
    fp_unref(fig);
}

static void
a_million_bars_are_drawn(void **state)
{
    size_t n = 1000000;
    struct fp_layout layout = fp_layout_c(FP_FLOAT64, 1, &n);
    double *values = calloc(n, sizeof *values);
    uint8_t *rgba = NULL;
    struct fp_array *array;
    struct fp_figure *fig;
    struct fp_axes *ax = new_axes(&fig);

    (void)state;
    assert_non_null(values);
    for (size_t i = 0; i < n; i++)
        values[i] = sin((double)i);
    array = fp_array_copy(NULL, values, &layout);
    assert_non_null(fp_axes_bar(ax, NULL, array, NULL));
    assert_int_equal(fp_figure_pixels(fig, &rgba), FP_OK);
    fp_free(rgba);
    free(values);
    fp_unref(array);
    fp_unref(fig);
}

static void
error_bars_stand_on_the_ends_and_go_with_the_bars(void **state)
{
    struct fp_bar_options o = fp_bar_defaults();
    struct fp_figure *fig;
    struct fp_axes *ax = new_plain_axes(&fig);
    struct fp_array *errors = column((double[]){1, .5}, 2), *lengths = column((double[]){3, 5}, 2);
    struct recorder recorder = recorder_for(fig);
    struct fp_bars *bars;

    (void)state;
    o.yerr = errors;
    bars = fp_axes_bar(ax, NULL, lengths, &o);
    o.yerr = NULL;
    o.xerr = errors;
    o.ecolor = (struct fp_color){1, 2, 3, 255};
    fp_axes_barh(ax, NULL, lengths, &o);
    assert_int_equal(fp__figure_draw(fig, &recorder.base), FP_OK);
    recorded_at(&recorder, "line 204 353 204 279 2.083 butt\nline 328 261 328 224 2.083 butt\n");
    recorded_at(&recorder, "line 452 427 700 427 2.083 butt\n");
    assert_int_equal(ax->body->cycled, 0);
    assert_int_equal(ax->body->artist_count, 4);
    fp_artist_remove(bars);
    assert_int_equal(ax->body->artist_count, 2);
    fp_text_finish(&recorder.lines);
    fp_unref(errors);
    fp_unref(lengths);
    fp_unref(fig);
}

/* --- refusals --------------------------------------------------------------------------------- */

static void
expect_refused(struct fp_axes *ax, struct fp_array *x, struct fp_array *lengths,
               const struct fp_bar_options *o)
{
    size_t before = ax->body->artist_count;

    assert_null(fp_axes_bar(ax, x, lengths, o));
    assert_int_equal(fp_context_status(NULL), FP_ERR_ARGUMENT);
    assert_null(fp_axes_barh(ax, x, lengths, o));
    assert_int_equal(ax->body->artist_count, before);
    assert_int_equal(ax->body->cycled_fills, 0);
}

static void
shapes_and_options_that_do_not_fit_are_refused(void **state)
{
    struct fp_figure *fig;
    struct fp_axes *ax = fp_ref(new_axes(&fig));
    struct fp_array *two = column((double[]){1, 2}, 2), *three = column((double[]){1, 2, 3}, 3);
    struct fp_array *square = counting(2, 2), *below = column((double[]){1, -1}, 2);
    const struct fp_bar_options none = fp_bar_defaults(),
                                wrong[] = {{.width = NAN, .alpha = 1},
                                           {.width = 1, .alpha = 2},
                                           {.bottom = INFINITY, .alpha = 1},
                                           {.linewidth = -1, .alpha = 1},
                                           {.linewidth = INFINITY, .alpha = 1},
                                           {.alpha = NAN},
                                           {.label = "a\nb", .alpha = 1},
                                           {.widths = three, .alpha = 1},
                                           {.yerr = three, .alpha = 1},
                                           {.xerr = below, .alpha = 1},
                                           {.bottoms = square, .alpha = 1}};

    (void)state;
    expect_refused(ax, two, three, &none);
    expect_refused(ax, square, square, &none);
    expect_refused(ax, NULL, square, &none);
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++)
        expect_refused(ax, two, two, &wrong[i]);
    fp_close(two);
    assert_null(fp_axes_bar(ax, NULL, two, NULL));
    assert_int_equal(fp_context_status(NULL), FP_ERR_CLOSED);
    fp_unref(fig);
    assert_null(fp_axes_bar(ax, NULL, three, NULL));
    assert_int_equal(fp_context_status(NULL), FP_ERR_CLOSED);
    fp_context_clear_error(NULL);
    fp_unref(two);
    fp_unref(three);
    fp_unref(square);
    fp_unref(below);
    fp_unref(ax);
}

static void
a_closed_array_ends_the_drawing(void **state)
{
    struct fp_array *bottoms = column((double[]){1, 2}, 2);
    struct fp_bar_options o = fp_bar_defaults();
    struct fp_figure *fig;
    struct fp_axes *ax = new_axes(&fig);
    struct recorder recorder;

    (void)state;
    o.bottoms = bottoms;
    BAR(ax, &o, 1, 2);
    fp_close(bottoms);
    recorder = recorder_for(fig);
    assert_int_equal(fp__figure_draw(fig, &recorder.base), FP_ERR_CLOSED);
    assert_string_equal(fp_context_message(NULL), "the array of bars was closed");
    fp_context_clear_error(NULL);
    fp_text_finish(&recorder.lines);
    fp_unref(bottoms);
    fp_unref(fig);
}

/* A picture of all that is here; it fails at each allocation in turn. */
static int
draw_all(void *arg)
{
    struct fp_figure *fig = fp_figure_create(NULL);
    struct fp_axes *ax = fig ? fp_figure_add_subplot(fig, 1, 1, 1) : NULL;
    struct fp_array *values = ax ? column((double[]){1, 3, 2}, 3) : NULL;
    struct fp_bar_options o = fp_bar_defaults();
    bool drawn = ax && fp_figure_set_size_pixels(fig, 64, 48) == FP_OK;

    unlink(arg);
    o.widths = o.bottoms = o.yerr = values;
    o.label = "label";
    o.colors = (const struct fp_color[]){FP_BLACK, FP_CLEAR};
    o.color_count = 2;
    o.has_edgecolor = true;
    drawn = drawn && values && fp_axes_bar(ax, NULL, values, &o) &&
            fp_axes_barh(ax, values, values, NULL) && fp_axes_legend(ax, NULL) &&
            fp_figure_save(fig, arg) == FP_OK;
    fp_unref(values);
    fp_unref(fig);
    fp_context_clear_error(NULL);
    return drawn ? 0 : 1;
}

static void
every_failure_is_survived(void **state)
{
    (void)state;
    torture(draw_all, (void *)temp_path("bars.png"), 1);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(limits_ticks_and_corners_are_matplotlibs),
        world_test(colours_come_from_the_cycle_of_fills_or_one_after_the_other),
        world_test(edges_are_drawn_after_each_bar_when_they_have_a_colour),
        world_test(a_legend_shows_the_first_bar),
        world_test(a_log_axis_is_along_the_bars),
        world_test(error_bars_stand_on_the_ends_and_go_with_the_bars),
        world_test(a_million_bars_are_drawn),
        world_test(shapes_and_options_that_do_not_fit_are_refused),
        world_test(a_closed_array_ends_the_drawing),
        world_test(every_failure_is_survived),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
