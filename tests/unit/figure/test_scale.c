/* SPDX-License-Identifier: MIT */
/* test_scale.c: log and symlog axes: limits, places of data, what is refused, and what is drawn. */
#include "unit/support.h"

#include <float.h>
#include <math.h>

#include "draw/view.h"
#include "figure/axes.h"
#include "image/image.h"
#include "unit/figure/recorder.h"
#include "unit/figure/scaled_fit_cases.h"
#include "unit/figure/scene.h"

static const struct fp_scale linear = {.kind = FP_SCALE_LINEAR},
                             logarithmic = {.kind = FP_SCALE_LOG},
                             symlog = {.kind = FP_SCALE_SYMLOG};

/* --- against matplotlib ----------------------------------------------------------------------- */

static size_t
read_numbers(const char *text, double *values)
{
    size_t n = 0;

    while (*text) {
        char *after;

        values[n++] = strtod(text, &after);
        text = after + (*after == ' ');
    }
    return n;
}

/* To the last bit but for what another C library makes of logarithms; 0 is 0. */
static void
expect_close(double got, double wanted, double scale, const char *what, size_t i)
{
    if (!(fabs(got - wanted) <= 1e-15 * scale))
        fail_msg("case %zu: %s is %.17g, not %.17g", i, what, got, wanted);
}

static void
expect_case(struct fp_axes *ax, size_t i)
{
    struct fp__view view;
    double lim[2];

    assert_int_equal(fp_axes_get_xlim(ax, &lim[0], &lim[1]), FP_OK);
    for (int k = 0; k < 2; k++)
        expect_close(lim[k], cases[i].xlim[k], fabs(lim[k]), "a limit of x", i);
    assert_int_equal(fp_axes_get_ylim(ax, &lim[0], &lim[1]), FP_OK);
    for (int k = 0; k < 2; k++)
        expect_close(lim[k], cases[i].ylim[k], fabs(lim[k]), "a limit of y", i);
    assert_int_equal(fp__axes_view(ax, &view), FP_OK);
    expect_close(fp__view_x(&view, cases[i].point[0]), cases[i].pixel[0],
                 1e3 + fabs(cases[i].pixel[0]), "x of the point", i);
    expect_close(fp__view_y(&view, cases[i].point[1]), cases[i].pixel[1],
                 1e3 + fabs(cases[i].pixel[1]), "y of the point", i);
}

static void
limits_and_places_are_matplotlibs(void **state)
{
    const size_t n = sizeof cases / sizeof cases[0];

    (void)state;
    assert_true(n >= 100);
    for (size_t i = 0; i < n; i++) {
        struct fp_figure *fig = fp_figure_create(NULL);
        struct fp_axes *ax = fp_figure_add_subplot(fig, 1, 1, 1);
        double xs[8], ys[8];
        size_t count = read_numbers(cases[i].ys, ys);

        read_numbers(cases[i].xs, xs);
        assert_non_null(plot_points(ax, xs, ys, count, NULL));
        assert_int_equal(fp_axes_set_xscale(ax, &cases[i].x), FP_OK);
        assert_int_equal(fp_axes_set_yscale(ax, &cases[i].y), FP_OK);
        expect_case(ax, i);
        fp_unref(fig);
    }
}

/* --- limits that cannot be shown -------------------------------------------------------------- */

/* An axes of its own figure, whose box is 80, 52.8 … 576, 422.4, with y up. */
static struct fp_axes *
new_axes(struct fp_figure **fig)
{
    *fig = fp_figure_create(NULL);
    return fp_figure_add_subplot(*fig, 1, 1, 1);
}

static void
expect_xlim(struct fp_axes *ax, double left, double right)
{
    double lim[2];

    assert_int_equal(fp_axes_get_xlim(ax, &lim[0], &lim[1]), FP_OK);
    assert_near(lim[0], left, 1e-15 * fabs(left));
    assert_near(lim[1], right, 1e-15 * fabs(right));
}

/* Each of the calls, one after the other, and the limits that matplotlib 3.6.3 has then. */
static void
limits_not_above_0_are_ignored_on_a_log_axis(void **state)
{
    static const struct {
        double set[2], got[2];
    } calls[] = {{{2, 50}, {2, 50}},  {{-1, 70}, {2, 70}},  {{0, 2}, {1, 10}},
                 {{2, 50}, {2, 50}},  {{70, -1}, {70, 50}}, {{2, 50}, {2, 50}},
                 {{-3, -1}, {2, 50}}, {{1, 10}, {1, 10}},   {{0, 1}, {0.1, 10}}};
    struct fp_figure *fig;
    struct fp_axes *ax = new_axes(&fig);
    struct heard heard = {0};

    (void)state;
    fp_context_set_warning(NULL, hear, &heard);
    assert_int_equal(fp_axes_set_xscale(ax, &logarithmic), FP_OK);
    for (size_t i = 0; i < sizeof calls / sizeof calls[0]; i++) {
        assert_int_equal(fp_axes_set_xlim(ax, calls[i].set[0], calls[i].set[1]), FP_OK);
        expect_xlim(ax, calls[i].got[0], calls[i].got[1]);
    }
    assert_int_equal(heard.times, 1);
    assert_int_equal(heard.kind, FP_WARN_NOT_POSITIVE);
    fp_context_set_warning(NULL, NULL, NULL);
    fp_context_reset_warnings(NULL);
    fp_unref(fig);
}

static void
limits_set_before_become_positive(void **state)
{
    struct fp_figure *fig;
    struct fp_axes *ax = new_axes(&fig);
    struct heard heard = {0};

    (void)state;
    fp_context_set_warning(NULL, hear, &heard);
    PLOT(ax, 0, .25, 8);
    fp_axes_set_xlim(ax, 100, -5);
    assert_int_equal(fp_axes_set_xscale(ax, &logarithmic), FP_OK);
    expect_xlim(ax, 100, 1); /* the smallest x above 0 */
    assert_int_equal(heard.kind, FP_WARN_NOT_POSITIVE);
    assert_int_equal(fp_axes_set_xscale(ax, &linear), FP_OK);
    fp_axes_set_xlim(ax, -5, -1);
    assert_int_equal(fp_axes_set_xscale(ax, &logarithmic), FP_OK);
    expect_xlim(ax, 1, 10);
    fp_axes_set_xlim(ax, 3, 30);
    assert_int_equal(fp_axes_set_xscale(ax, &symlog), FP_OK);
    expect_xlim(ax, 3, 30);
    fp_context_set_warning(NULL, NULL, NULL);
    fp_context_reset_warnings(NULL);
    fp_unref(fig);
}

/* As matplotlib's: without anything to fit to, and with nothing above 0. */
static void
a_log_axis_without_values_shows_a_decade(void **state)
{
    struct fp_figure *fig;
    struct fp_axes *ax = new_axes(&fig);
    struct heard heard = {0};

    (void)state;
    fp_context_set_warning(NULL, hear, &heard);
    assert_int_equal(fp_axes_set_xscale(ax, &logarithmic), FP_OK);
    expect_xlim(ax, 0.8912509381337456, 11.220184543019636);
    assert_int_equal(heard.times, 0);
    plot_points(ax, (const double[]){-3, -1}, (const double[]){1, 2}, 2, NULL);
    expect_xlim(ax, 0.8912509381337456, 11.220184543019636);
    assert_int_equal(heard.kind, FP_WARN_NOT_POSITIVE);
    fp_context_set_warning(NULL, NULL, NULL);
    fp_context_reset_warnings(NULL);
    fp_unref(fig);
}

/* matplotlib refuses: "Axis limits cannot be NaN or Inf". */
static void
limits_over_all_doubles_can_be_drawn(void **state)
{
    static const struct fp_scale *const scales[] = {&logarithmic, &symlog};

    (void)state;
    for (size_t i = 0; i < 2; i++) {
        struct fp_figure *fig;
        struct fp_axes *ax = new_axes(&fig);
        struct recorder recorder;
        double lim[2];

        PLOT(ax, 5e-324, DBL_MAX);
        assert_int_equal(fp_axes_set_yscale(ax, scales[i]), FP_OK);
        assert_int_equal(fp_axes_get_ylim(ax, &lim[0], &lim[1]), FP_OK);
        assert_true(isfinite(lim[1] - lim[0]) && lim[0] < lim[1]);
        assert_int_equal(fp_axes_set_ylim(ax, lim[0], lim[1]), FP_OK);
        recorder = recorder_for(fig);
        assert_int_equal(fp__figure_draw(fig, &recorder.base), FP_OK);
        fp_text_finish(&recorder.lines);
        fp_unref(fig);
    }
}

/* --- life ------------------------------------------------------------------------------------- */

static void
bad_scales_are_refused_and_change_nothing(void **state)
{
    static const struct fp_scale bad[] = {
        {FP_SCALE_SYMLOG, -1, 1},  {FP_SCALE_SYMLOG, 1, -1},       {FP_SCALE_SYMLOG, INFINITY, 1},
        {FP_SCALE_SYMLOG, 1, NAN}, {(enum fp_scale_kind)17, 1, 1},
    };
    struct fp_figure *fig;
    struct fp_axes *ax = fp_ref(new_axes(&fig));

    (void)state;
    assert_int_equal(fp_axes_set_yscale(ax, &logarithmic), FP_OK);
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++)
        assert_int_equal(fp_axes_set_yscale(ax, &bad[i]), FP_ERR_ARGUMENT);
    assert_int_equal(ax->body->y.curve.kind, FP__CURVE_LOG);
    fp_unref(fig);
    assert_int_equal(fp_axes_set_xscale(ax, &linear), FP_ERR_CLOSED);
    assert_int_equal(fp_axes_set_yscale(ax, &linear), FP_ERR_CLOSED);
    fp_unref(ax);
}

static void
a_cleared_axes_is_linear(void **state)
{
    struct fp_figure *fig;
    struct fp_axes *ax = new_axes(&fig);

    (void)state;
    fp_axes_set_xscale(ax, &logarithmic);
    expect_xlim(ax, 0.8912509381337456, 11.220184543019636);
    fp_axes_clear(ax);
    expect_xlim(ax, 0, 1);
    fp_axes_set_xlim(ax, -1, 1);
    expect_xlim(ax, -1, 1);
    fp_unref(fig);
}

static void
axes_that_share_limits_share_the_scale(void **state)
{
    struct fp_figure *fig = fp_figure_create(NULL);
    struct fp_axes *a = fp_figure_add_subplot(fig, 1, 2, 1),
                   *b = fp_figure_add_subplot(fig, 1, 2, 2);

    (void)state;
    plot_points(b, (const double[]){-4, 10, 1000}, (const double[]){1, 2, 3}, 3, NULL);
    fp_axes_share_x(b, a);
    fp_axes_set_xscale(a, &logarithmic);
    expect_xlim(a, 10 * pow(10, -.1), 1000 * pow(10, .1));
    expect_xlim(b, 10 * pow(10, -.1), 1000 * pow(10, .1));
    fp_unref(fig);
}

/* --- on the canvas ---------------------------------------------------------------------------- */

static struct recorder
draw(struct fp_figure *fig)
{
    struct recorder recorder = recorder_for(fig);

    assert_int_equal(fp__figure_draw(fig, &recorder.base), FP_OK);
    return recorder;
}

static void
expect_drawn(const struct recorder *recorder, const char *const *lines)
{
    for (; *lines; lines++)
        recorded_at(recorder, *lines);
}

static void
expect_absent(const struct recorder *recorder, const char *line)
{
    if (strstr(fp_text_string(&recorder->lines), line))
        fail_msg("drawn: %s", line);
}

/* Places in pixels are matplotlib's; letters are as wide as those of the recorder. */
static void
decades_have_long_ticks_labels_and_the_grid(void **state)
{
    static const char *const wanted[] = {"line 245.5 427.5 245.5 432.5 1.111 butt\n", /* 10 */
                                         "line 245.5 427 245.5 58 1.111 butt\n", /* its grid line */
                                         "line 130.5 427.5 130.5 430.5 0.8333 butt\n", /* 2 */
                                         "line 568.5 427.5 568.5 430.5 0.8333 butt\n", /* 900 */
                                         "text 235 447 13.89 10¹\n",
                                         "text 566 447 13.89 10³\n",
                                         "line 80.5 242.5 75.5 242.5 1.111 butt\n",
                                         "line 80.5 372.5 77.5 372.5 0.8333 butt\n", /* 0.2 */
                                         NULL};
    struct fp_figure *fig;
    struct fp_axes *ax = new_axes(&fig);
    struct recorder recorder;

    (void)state;
    fp_axes_set_xscale(ax, &logarithmic);
    fp_axes_set_yscale(ax, &logarithmic);
    fp_axes_set_xlim(ax, 1, 1000);
    fp_axes_set_ylim(ax, .1, 10);
    fp_axes_set_grid(ax, true);
    recorder = draw(fig);
    expect_drawn(&recorder, wanted);
    expect_absent(&recorder, "line 130.5 427 130.5 58"); /* minor ticks have none */
    fp_text_finish(&recorder.lines);
    fp_unref(fig);
}

/* Less than a decade: labels of minor ticks count for where the axis label stands. */
static void
minor_ticks_may_have_labels(void **state)
{
    struct fp_figure *fig;
    struct fp_axes *ax = new_axes(&fig);
    struct recorder recorder;

    (void)state;
    fp_axes_set_xscale(ax, &logarithmic);
    fp_axes_set_xlim(ax, 2, 3);
    fp_axes_set_xlabel(ax, "along");
    recorder = draw(fig);
    recorded_at(&recorder, "text 56 445 13.89 2\u2009×\u200910⁰\n");
    recorded_at(&recorder, "text 552 445 13.89 3\u2009×\u200910⁰\n");
    recorded_at(&recorder, "text 311 465 13.89 along\n");
    expect_absent(&recorder, "13.89 10⁰\n");
    fp_text_finish(&recorder.lines);
    fp_unref(fig);
}

/* matplotlib's nonpositive='clip': the line goes on, straight down. */
static void
values_not_above_0_lie_far_below(void **state)
{
    struct fp_figure *fig;
    struct fp_axes *ax = new_axes(&fig);
    struct recorder recorder;

    (void)state;
    fp_axes_set_yscale(ax, &logarithmic);
    fp_axes_set_xlim(ax, 0, 2);
    fp_axes_set_ylim(ax, 1, 100);
    PLOT(ax, 10, 0, 10);
    recorder = draw(fig);
    recorded_at(&recorder, "path gap 79.999,241.36 80.328,487.21 gap 575.67,487.21 576,241.36\n");
    fp_text_finish(&recorder.lines);
    fp_unref(fig);
}

static void
spans_and_notes_lie_along_the_scale(void **state)
{
    struct fp_figure *fig;
    struct fp_axes *ax = new_axes(&fig);
    struct recorder recorder;

    (void)state;
    fp_axes_set_xscale(ax, &logarithmic);
    fp_axes_set_xlim(ax, 1, 1000);
    shade_span(ax, 0, 10, FP_BLACK);
    fp_axes_text(ax, 100, .5, "note", NULL);
    recorder = draw(fig);
    recorded_at(&recorder, "fill -2 58 245 427 #000000ff\n");
    recorded_at(&recorder, "text 411 242 13.89 note\n");
    fp_text_finish(&recorder.lines);
    fp_unref(fig);
}

/* The aspect counts decades: matplotlib's box. (test_bent.c has the pixels.) */
static void
an_image_lies_along_the_scale(void **state)
{
    struct fp_imshow_options options = fp_imshow_defaults();
    struct fp_figure *fig;
    struct fp_axes *ax = new_axes(&fig);
    struct recorder recorder;
    double box[4];

    (void)state;
    options.has_extent = true;
    memcpy(options.extent, (double[4]){1, 1000, 1, 10}, sizeof options.extent);
    show_counting(ax, 3, 4, &options);
    fp_axes_set_xscale(ax, &logarithmic);
    fp_axes_set_yscale(ax, &logarithmic);
    fp_axes_get_box(ax, box);
    assert_near(box[0], 80, 1e-9);
    assert_near(box[1], 480 * 0.32277777777777783, 1e-9);
    assert_near(box[3], 480 * 0.6672222222222222, 1e-9);
    fp_axes_set_xlim(ax, 1, 1e6);
    fp_axes_set_aspect(ax, FP_ASPECT_AUTO);
    recorder = draw(fig);
    recorded_at(&recorder, "image 80 58 248 369 opaque\n"); /* the left half */
    fp_text_finish(&recorder.lines);
    fp_unref(fig);
}

/* --- torture ---------------------------------------------------------------------------------- */

static int
script(void *arg)
{
    struct fp_figure *fig = fp_figure_create(NULL);
    struct fp_axes *ax = fig ? fp_figure_add_subplot(fig, 1, 1, 1) : NULL;
    struct recorder recorder;
    bool ok;

    (void)arg;
    ok = ax && PLOT(ax, -3, 1, 40) && fp_axes_set_xscale(ax, &logarithmic) == FP_OK;
    ok = ok && fp_axes_set_yscale(ax, &symlog) == FP_OK;
    if (ok) {
        recorder = recorder_for(fig);
        ok = fp__figure_draw(fig, &recorder.base) == FP_OK && !recorder.lines.failed;
        fp_text_finish(&recorder.lines);
    }
    fp_unref(fig);
    return ok ? 0 : 1;
}

static void
every_failure_leaves_an_empty_world(void **state)
{
    (void)state;
    torture(script, NULL, 1);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(limits_and_places_are_matplotlibs),
        world_test(limits_not_above_0_are_ignored_on_a_log_axis),
        world_test(limits_set_before_become_positive),
        world_test(a_log_axis_without_values_shows_a_decade),
        world_test(limits_over_all_doubles_can_be_drawn),
        world_test(bad_scales_are_refused_and_change_nothing),
        world_test(a_cleared_axes_is_linear),
        world_test(axes_that_share_limits_share_the_scale),
        world_test(decades_have_long_ticks_labels_and_the_grid),
        world_test(minor_ticks_may_have_labels),
        world_test(values_not_above_0_lie_far_below),
        world_test(spans_and_notes_lie_along_the_scale),
        world_test(an_image_lies_along_the_scale),
        world_test(every_failure_leaves_an_empty_world),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
