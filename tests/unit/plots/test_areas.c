/* SPDX-License-Identifier: MIT */
/* test_areas.c: error bars, stems, rules, spans and areas against matplotlib's numbers. */
#include "unit/support.h"

#include <math.h>

#include "core/alloc.h"
#include "figure/axes.h"
#include "flatplot/areas.h"
#include "flatplot/segments.h"
#include "unit/figure/scene.h"
#include "unit/plots/areas_cases.h"
#include "unit/plots/strokes.h"

#define COUNT(cases) (sizeof cases / sizeof cases[0])
#define NEAR 1e-9

static struct strokes strokes;

static struct fp_axes *
new_axes(struct fp_figure **fig, int log)
{
    struct fp_axes *ax;

    *fig = fp_figure_create(NULL);
    ax = fp_figure_add_subplot(*fig, 1, 1, 1);
    if (log)
        fp_axes_set_yscale(ax, &(struct fp_scale){.kind = FP_SCALE_LOG});
    return ax;
}

static void
expect_limits(const char *what, size_t i, struct fp_axes *ax, const double xlim[2],
              const double ylim[2])
{
    double x[2], y[2];

    assert_int_equal(fp_axes_get_xlim(ax, &x[0], &x[1]), FP_OK);
    assert_int_equal(fp_axes_get_ylim(ax, &y[0], &y[1]), FP_OK);
    for (int k = 0; k < 2; k++)
        if (fabs(x[k] - xlim[k]) > NEAR * fabs(xlim[k]) ||
            fabs(y[k] - ylim[k]) > NEAR * fabs(ylim[k]))
            fail_msg("%s %zu: %.17g … %.17g, %.17g … %.17g", what, i, x[0], x[1], y[0], y[1]);
}

/* The next finite point from `at` on, and whether it begins a path. False after the last. */
static bool
next_point(const double *points, size_t n, size_t *at, bool *begins)
{
    *begins = *at == 0;
    for (; *at < n && isnan(points[2 * *at]); ++*at)
        *begins = true;
    return *at < n;
}

/* What is beyond the picture is cut off sooner or later. */
static double
seen(double v)
{
    return fp__clamp(v, -1, 481);
}

/* What was drawn begins with these paths. */
static void
expect_paths(const char *what, size_t i, const struct paths *wanted)
{
    size_t at = 0, k = 0, n = (size_t)wanted->n;
    bool begins, wanted_begins;

    while (next_point(wanted->points[0], n, &k, &wanted_begins)) {
        const double *w = wanted->points[k], *p = strokes.points[at];

        assert_true(next_point(strokes.points[0], strokes.n, &at, &begins));
        p = strokes.points[at];
        if (begins != wanted_begins || fabs(p[0] - w[0]) > 1e-6 ||
            fabs(seen(p[1]) - seen(w[1])) > 1e-6)
            fail_msg("%s %zu, point %zu: %.17g, %.17g, not %.17g, %.17g", what, i, k, p[0], p[1],
                     w[0], w[1]);
        at++;
        k++;
    }
}

/* A rectangle with the corners of the path, in whatever order. */
static void
expect_bounds(size_t i, const struct paths *wanted)
{
    double a[4] = {INFINITY, INFINITY, -INFINITY, -INFINITY};
    double b[4] = {INFINITY, INFINITY, -INFINITY, -INFINITY};

    for (size_t k = 0; k < 5; k++)
        for (int d = 0; d < 2; d++) {
            double w = wanted->points[k][d], p = strokes.points[k][d];

            a[d] = fmin(a[d], w);
            a[d + 2] = fmax(a[d + 2], w);
            b[d] = fmin(b[d], p);
            b[d + 2] = fmax(b[d + 2], p);
        }
    for (int k = 0; k < 4; k++)
        if (fabs(a[k] - b[k]) > 1e-6)
            fail_msg("rectangle %zu, side %d: %.17g, not %.17g", i, k, b[k], a[k]);
}

/* --- error bars ------------------------------------------------------------------------------- */

/* (2, n). */
static struct fp_array *
pairs(const double *values, size_t n)
{
    struct fp_layout layout = fp_layout_c(FP_FLOAT64, 2, (size_t[]){2, n});

    return fp_array_copy(NULL, values, &layout);
}

static struct fp_errorbar *
errorbar_case(struct fp_axes *ax, size_t i)
{
    size_t n = (size_t)errorbar_cases[i].n;
    struct fp_array *x = column(errorbar_cases[i].x, n), *y = column(errorbar_cases[i].y, n);
    struct fp_errorbar_options o = fp_errorbar_defaults();
    struct fp_errorbar *errorbar;

    o.xerr = errorbar_cases[i].has_xerr ? pairs(errorbar_cases[i].xerr, n) : NULL;
    o.yerr = errorbar_cases[i].has_yerr ? pairs(errorbar_cases[i].yerr, n) : NULL;
    o.capsize = errorbar_cases[i].capsize;
    errorbar = fp_axes_errorbar(ax, x, y, &o);
    fp_unref(x);
    fp_unref(y);
    fp_unref(o.xerr);
    fp_unref(o.yerr);
    return errorbar;
}

static void
error_bars_are_matplotlibs(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(errorbar_cases); i++) {
        struct fp_figure *fig;
        struct fp_axes *ax = new_axes(&fig, errorbar_cases[i].log);

        assert_non_null(errorbar_case(ax, i));
        expect_limits("errorbar", i, ax, errorbar_cases[i].xlim, errorbar_cases[i].ylim);
        strokes_of(fig, &strokes);
        expect_paths("errorbar", i, &errorbar_cases[i].bars);
        fp_unref(fig);
    }
}

/* One for all, or one each, are the same as all of them written out. */
static void
errors_come_in_three_shapes(void **state)
{
    static const double x[] = {1, 2, 3}, y[] = {2, 3, 1}, errors[] = {.5, .5, .5, .5, .5, .5};
    struct fp_array *xs = column(x, 3), *ys = column(y, 3);
    struct fp_array *shapes[] = {column(errors, 1), column(errors, 3), pairs(errors, 3),
                                 pairs(errors, 1)};
    double first[40][2] = {{0}};
    size_t drawn = 0;

    (void)state;
    for (size_t i = 0; i < COUNT(shapes); i++) {
        struct fp_errorbar_options o = fp_errorbar_defaults();
        struct fp_figure *fig;
        struct fp_axes *ax = new_axes(&fig, 0);

        o.yerr = shapes[i];
        assert_non_null(fp_axes_errorbar(ax, xs, ys, &o));
        strokes_of(fig, &strokes);
        if (i == 0)
            memcpy(first, strokes.points, sizeof first);
        drawn = i == 0 ? strokes.n : drawn;
        assert_int_equal(strokes.n, drawn);
        assert_memory_equal(strokes.points, first, drawn * sizeof first[0]);
        fp_unref(shapes[i]);
        fp_unref(fig);
    }
    fp_unref(xs);
    fp_unref(ys);
}

static void
caps_stand_at_ends_and_markers_at_points(void **state)
{
    struct fp_figure *fig;
    struct fp_axes *ax = new_axes(&fig, 0);

    (void)state;
    errorbar_case(ax, 1);
    strokes_of(fig, &strokes);
    assert_int_equal(strokes.stamps, 12);
    fp_axes_clear(ax);
    errorbar_case(ax, 0);
    strokes_of(fig, &strokes);
    assert_int_equal(strokes.stamps, 0);
    fp_unref(fig);
}

static void
expect_no_errorbar(struct fp_axes *ax, struct fp_array *y, const struct fp_errorbar_options *o,
                   enum fp_status status)
{
    size_t bytes = fp__alloc_bytes();

    assert_null(fp_axes_errorbar(ax, NULL, y, o));
    assert_int_equal(fp_context_status(NULL), status);
    assert_int_equal(fp__alloc_bytes(), bytes);
    fp_context_clear_error(NULL);
}

static void
errors_that_make_no_bars_are_refused(void **state)
{
    struct fp_array *y = column((double[]){1, 2, 3}, 3), *two = column((double[]){1, 2}, 2);
    struct fp_array *below = column((double[]){1, -2, 3}, 3), *square = counting(3, 3);
    struct fp_errorbar_options o = fp_errorbar_defaults();
    struct fp_figure *fig;
    struct fp_axes *ax = new_axes(&fig, 0);

    (void)state;
    o.yerr = two;
    expect_no_errorbar(ax, y, &o, FP_ERR_ARGUMENT);
    o.yerr = square;
    expect_no_errorbar(ax, y, &o, FP_ERR_ARGUMENT);
    o.yerr = below;
    expect_no_errorbar(ax, y, &o, FP_ERR_ARGUMENT);
    o.yerr = NULL;
    o.capsize = -1;
    expect_no_errorbar(ax, y, &o, FP_ERR_ARGUMENT);
    o.capsize = 0;
    o.plot.linewidth = NAN;
    expect_no_errorbar(ax, y, &o, FP_ERR_ARGUMENT);
    o.plot.linewidth = 1;
    o.xerr = y;
    fp_close(two);
    o.yerr = two;
    expect_no_errorbar(ax, y, &o, FP_ERR_CLOSED);
    fp_unref(y);
    fp_unref(two);
    fp_unref(below);
    fp_unref(square);
    fp_unref(fig);
}

/* --- stems ------------------------------------------------------------------------------------ */

static struct fp_stem *
stem_case(struct fp_axes *ax, size_t i)
{
    size_t n = (size_t)stem_cases[i].n;
    struct fp_array *x = column(stem_cases[i].x, n), *y = column(stem_cases[i].y, n);
    struct fp_stem_options o = fp_stem_defaults();
    struct fp_stem *stem;

    o.bottom = stem_cases[i].bottom;
    stem = fp_axes_stem(ax, x, y, &o);
    fp_unref(x);
    fp_unref(y);
    return stem;
}

static void
stems_are_matplotlibs(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(stem_cases); i++) {
        struct fp_figure *fig;
        struct fp_axes *ax = new_axes(&fig, stem_cases[i].log);

        assert_non_null(stem_case(ax, i));
        expect_limits("stem", i, ax, stem_cases[i].xlim, stem_cases[i].ylim);
        strokes_of(fig, &strokes);
        expect_paths("stem", i, &stem_cases[i].stems);
        fp_unref(fig);
    }
}

static void
stems_need_a_finite_bottom_and_columns(void **state)
{
    struct fp_array *square = counting(2, 2), *y = column((double[]){1, 2}, 2);
    struct fp_stem_options o = fp_stem_defaults();
    struct fp_figure *fig;
    struct fp_axes *ax = new_axes(&fig, 0);
    size_t bytes = fp__alloc_bytes();

    (void)state;
    assert_null(fp_axes_stem(ax, NULL, square, NULL));
    assert_null(fp_axes_stem(ax, square, y, NULL));
    o.bottom = INFINITY;
    assert_null(fp_axes_stem(ax, NULL, y, &o));
    o.bottom = 0;
    o.base.linewidth = -1;
    assert_null(fp_axes_stem(ax, NULL, y, &o));
    assert_int_equal(fp_context_status(NULL), FP_ERR_ARGUMENT);
    assert_int_equal(fp__alloc_bytes(), bytes);
    fp_context_clear_error(NULL);
    fp_unref(square);
    fp_unref(y);
    fp_unref(fig);
}

/* --- rules and spans -------------------------------------------------------------------------- */

static void
add_across(struct fp_axes *ax, char what, double a, double b, double from, double to)
{
    struct fp_rule_options rule = fp_rule_defaults();
    struct fp_span_options span = fp_span_defaults();

    rule.from = span.from = from;
    rule.to = span.to = to;
    switch (what) {
    case 'h':
        assert_non_null(fp_axes_axhline(ax, a, &rule));
        break;
    case 'v':
        assert_non_null(fp_axes_axvline(ax, a, &rule));
        break;
    case 'H':
        assert_non_null(fp_axes_axhspan(ax, a, b, &span));
        break;
    case 'V':
        assert_non_null(fp_axes_axvspan(ax, a, b, &span));
        break;
    default:
        PLOT(ax, a, b);
    }
}

static void
what_goes_across_counts_as_in_matplotlib(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(across_cases); i++) {
        struct fp_figure *fig;
        struct fp_axes *ax = new_axes(&fig, across_cases[i].log);

        for (size_t k = 0; k < strlen(across_cases[i].what); k++)
            add_across(ax, across_cases[i].what[k], across_cases[i].a[k], across_cases[i].b[k], 0,
                       1);
        expect_limits(across_cases[i].what, i, ax, across_cases[i].xlim, across_cases[i].ylim);
        fp_unref(fig);
    }
}

/* A solid line's ends are square. */
static void
shorten(double half)
{
    double(*p)[2] = strokes.points;
    size_t first = isnan(p[0][0]) ? 1 : 0;
    int along = p[first][0] == p[first + 1][0];
    double sign = p[first][along] < p[first + 1][along] ? 1 : -1;

    p[first][along] += sign * half;
    p[first + 1][along] -= sign * half;
}

static void
what_goes_across_lies_where_matplotlib_has_it(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(across_paths); i++) {
        struct fp_figure *fig;
        struct fp_axes *ax = new_axes(&fig, 0);
        char what = across_paths[i].what;

        fp_axes_set_xlim(ax, 0, 10);
        fp_axes_set_ylim(ax, 0, 10);
        add_across(ax, what, across_paths[i].a, across_paths[i].b, .25, .5);
        strokes_of(fig, &strokes);
        if (what == 'h' || what == 'v') {
            shorten(1.5 * 100 / 72 / 2);
            expect_paths("rule", i, &across_paths[i].paths);
        } else {
            expect_bounds(i, &across_paths[i].paths);
        }
        fp_unref(fig);
    }
}

static void
rules_need_finite_places(void **state)
{
    struct fp_rule_options o = fp_rule_defaults();
    struct fp_figure *fig;
    struct fp_axes *ax = new_axes(&fig, 0);

    (void)state;
    assert_null(fp_axes_axhline(ax, NAN, NULL));
    assert_null(fp_axes_axvline(ax, INFINITY, NULL));
    o.to = NAN;
    assert_null(fp_axes_axvline(ax, 0, &o));
    o.to = 1;
    o.plot.linewidth = 0;
    assert_null(fp_axes_axhline(ax, 0, &o));
    assert_int_equal(fp_context_status(NULL), FP_ERR_ARGUMENT);
    fp_context_clear_error(NULL);
    fp_unref(fig);
}

static void
areas_need_looks_that_can_be_drawn(void **state)
{
    struct fp_span_options o[4] = {fp_span_defaults(), fp_span_defaults(), fp_span_defaults(),
                                   fp_span_defaults()};
    struct fp_figure *fig;
    struct fp_axes *ax = new_axes(&fig, 0);

    (void)state;
    o[0].area.alpha = 2;
    o[1].area.linewidth = -1;
    o[2].area.label = "two\nlines";
    o[3].from = NAN;
    for (size_t i = 0; i < COUNT(o); i++) {
        assert_null(fp_axes_axhspan(ax, 0, 1, &o[i]));
        assert_int_equal(fp_context_status(NULL), FP_ERR_ARGUMENT);
        fp_context_clear_error(NULL);
    }
    fp_unref(fig);
}

/* Rules take none of the cycle's colours. */
static void
colours_are_the_first_of_the_style(void **state)
{
    struct fp_figure *fig;
    struct fp_axes *ax = new_axes(&fig, 0);

    (void)state;
    fp_axes_axhline(ax, 0, NULL);
    assert_int_equal(ax->body->cycled, 0);
    strokes_of(fig, &strokes);
    assert_int_equal(strokes.color.r << 16 | strokes.color.g << 8 | strokes.color.b, 0x1f77b4);
    fp_axes_clear(ax);
    fp_figure_set_style(fig, FP_STYLE_DARK);
    fp_axes_axhline(ax, 0, NULL);
    strokes_of(fig, &strokes);
    assert_int_equal(strokes.color.r << 16 | strokes.color.g << 8 | strokes.color.b, 0xffffff);
    fp_unref(fig);
}

/* --- filled areas ----------------------------------------------------------------------------- */

static struct fp_fill *
between_case(struct fp_axes *ax, size_t i)
{
    size_t n = (size_t)between_cases[i].n;
    struct fp_array *x = column(between_cases[i].x, n), *y1 = column(between_cases[i].y1, n);
    struct fp_array *y2 = between_cases[i].has_y2 ? column(between_cases[i].y2, n) : NULL;
    struct fp_fill_between_options o = fp_fill_between_defaults();
    struct fp_fill *fill;

    o.where = between_cases[i].has_where ? column(between_cases[i].where, n) : NULL;
    o.step = (enum fp_drawstyle)between_cases[i].step;
    o.interpolate = between_cases[i].interpolate;
    fill = fp_axes_fill_between(ax, x, y1, y2, &o);
    fp_unref(x);
    fp_unref(y1);
    fp_unref(y2);
    fp_unref(o.where);
    return fill;
}

/* Nothing was drawn but the paths. */
static void
expect_only_paths(const char *what, size_t i, const struct paths *wanted)
{
    size_t corners = 0, drawn = 0;

    expect_paths(what, i, wanted);
    for (int k = 0; k < wanted->n; k++)
        corners += !isnan(wanted->points[k][0]);
    for (size_t k = 0; k < strokes.n; k++)
        drawn += !isnan(strokes.points[k][0]);
    if (corners != drawn)
        fail_msg("%s %zu: %zu corners, not %zu", what, i, drawn, corners);
}

static void
areas_between_lines_are_matplotlibs(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(between_cases); i++) {
        struct fp_figure *fig;
        struct fp_axes *ax = new_axes(&fig, between_cases[i].log);

        assert_non_null(between_case(ax, i));
        expect_limits("fill_between", i, ax, between_cases[i].xlim, between_cases[i].ylim);
        if (between_cases[i].log && !between_cases[i].has_y2) { /* down to 0: infinitely far */
            fp_unref(fig);
            continue;
        }
        strokes_of(fig, &strokes);
        expect_only_paths("fill_between", i, &between_cases[i].paths);
        fp_unref(fig);
    }
}

static void
polygons_are_matplotlibs(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(fill_cases); i++) {
        size_t n = (size_t)fill_cases[i].n;
        struct fp_array *x = column(fill_cases[i].x, n), *y = column(fill_cases[i].y, n);
        struct fp_figure *fig;
        struct fp_axes *ax = new_axes(&fig, 0);

        assert_non_null(fp_axes_fill(ax, x, y, NULL));
        expect_limits("fill", i, ax, fill_cases[i].xlim, fill_cases[i].ylim);
        strokes_of(fig, &strokes);
        expect_only_paths("fill", i, &fill_cases[i].paths);
        fp_unref(x);
        fp_unref(y);
        fp_unref(fig);
    }
}

/* More rows than are read at once, there and back. */
static void
long_areas_come_back_where_they_began(void **state)
{
    enum { LONG = 700 };
    struct fp_array *x = counting(1, LONG), *y, *xs;
    struct fp_layout layout = *fp_array_layout(x);
    struct fp_figure *fig;
    struct fp_axes *ax = new_axes(&fig, 0);

    (void)state;
    layout.ndim = 1;
    layout.shape[0] = LONG;
    layout.strides[0] = sizeof(double);
    xs = fp_array_view(x, 0, &layout);
    y = fp_ref(xs);
    assert_non_null(fp_axes_fill_between(ax, xs, y, NULL, NULL));
    strokes_of(fig, &strokes);
    for (size_t i = 0; i < LONG; i++) { /* after the first corner, and the one that turns */
        double *there = strokes.points[1 + i], *back = strokes.points[2 * LONG + 1 - i];

        assert_near(there[0], back[0], 0);
        assert_true(i == 0 || there[0] > strokes.points[i][0]);
        assert_near(back[1], strokes.points[0][1], 0);
    }
    fp_unref(x);
    fp_unref(xs);
    fp_unref(y);
    fp_unref(fig);
}

/* Thinned: the same bounds, and no more corners than slices of pixels have. */
static void
areas_of_many_rows_have_few_corners(void **state)
{
    enum { MANY = 200000 };
    double *values = calloc(MANY, sizeof *values), top = INFINITY;
    struct fp_array *y;
    struct fp_figure *fig;
    struct fp_axes *ax = new_axes(&fig, 0);
    size_t peak = 0;

    (void)state;
    for (size_t i = 0; i < MANY; i++)
        values[i] = (double)((i * 2654435761u) % 1000) / 1000;
    values[77777] = 2;
    y = column(values, MANY);
    fp_figure_set_dpi(fig, 20); /* 128 × 96 px */
    fp_axes_fill_between(ax, NULL, y, NULL, NULL);
    fp_axes_set_ylim(ax, 0, 2);
    strokes_of(fig, &strokes);
    assert_true(strokes.n < STROKES_ROOM);
    for (size_t i = 0; i < strokes.n; i++)
        if (strokes.points[i][1] < top) {
            top = strokes.points[i][1];
            peak = i;
        }
    assert_near(top, 96 * .12, 1e-9);
    assert_near(strokes.points[peak][0],
                16 + 99.2 * (77777 + .05 * (MANY - 1)) / (1.1 * (MANY - 1)), 1e-6);
    fp_unref(y);
    fp_unref(fig);
    free(values);
}

static void
one_number_is_a_level(void **state)
{
    struct fp_array *x = column((double[]){0, 1, 2}, 3), *one = column((double[]){4}, 1);
    struct fp_array *y = column((double[]){4, 4, 4}, 3);
    struct fp_figure *fig;
    struct fp_axes *ax = new_axes(&fig, 0);
    double first[12][2];
    size_t n;

    (void)state;
    fp_axes_fill_between(ax, x, y, NULL, NULL);
    strokes_of(fig, &strokes);
    n = strokes.n;
    memcpy(first, strokes.points, sizeof first);
    fp_axes_clear(ax);
    fp_axes_fill_between(ax, x, one, NULL, NULL);
    strokes_of(fig, &strokes);
    assert_int_equal(strokes.n, n);
    assert_memory_equal(first, strokes.points, n * sizeof first[0]);
    fp_unref(x);
    fp_unref(y);
    fp_unref(one);
    fp_unref(fig);
}

static void
expect_no_fill(struct fp_axes *ax, struct fp_array *x, struct fp_array *y1, struct fp_array *y2,
               const struct fp_fill_between_options *o)
{
    size_t bytes = fp__alloc_bytes();

    assert_null(fp_axes_fill_between(ax, x, y1, y2, o));
    assert_int_equal(fp_context_status(NULL), FP_ERR_ARGUMENT);
    assert_int_equal(fp__alloc_bytes(), bytes);
    assert_int_equal(ax->body->cycled_fills, 0);
    fp_context_clear_error(NULL);
}

static void
columns_of_other_lengths_are_refused(void **state)
{
    struct fp_array *three = column((double[]){0, 1, 2}, 3), *two = column((double[]){4, 5}, 2);
    struct fp_array *square = counting(3, 3);
    struct fp_fill_between_options o = fp_fill_between_defaults();
    struct fp_figure *fig;
    struct fp_axes *ax = new_axes(&fig, 0);

    (void)state;
    expect_no_fill(ax, three, two, NULL, NULL);
    expect_no_fill(ax, three, three, two, NULL);
    expect_no_fill(ax, three, square, NULL, NULL);
    expect_no_fill(ax, square, three, NULL, NULL);
    o.where = two;
    expect_no_fill(ax, three, three, NULL, &o);
    o.where = NULL;
    o.area.alpha = NAN;
    expect_no_fill(ax, three, three, NULL, &o);
    assert_null(fp_axes_fill(ax, three, two, NULL));
    fp_context_clear_error(NULL);
    fp_unref(three);
    fp_unref(two);
    fp_unref(square);
    fp_unref(fig);
}

/* --- all of them ------------------------------------------------------------------------------ */

static bool
add_all(struct fp_axes *ax)
{
    struct fp_array *y = column((double[]){1, NAN, 3}, 3);
    struct fp_errorbar_options bars = fp_errorbar_defaults();
    struct fp_stem_options stems = fp_stem_defaults();
    struct fp_rule_options rule = fp_rule_defaults();
    struct fp_span_options span = fp_span_defaults();
    struct fp_segments_options segments = fp_segments_defaults();
    struct fp_fill_between_options o = fp_fill_between_defaults();
    bool ok;

    bars.xerr = bars.yerr = y;
    bars.capsize = 3;
    bars.plot.label = "bars";
    stems.label = "stems";
    rule.plot.label = "rule";
    span.area.label = "span";
    ok = y && fp_axes_errorbar(ax, NULL, y, &bars);
    ok = ok && fp_axes_stem(ax, NULL, y, &stems);
    ok = ok && fp_axes_axhline(ax, 9, &rule) && fp_axes_axvline(ax, 9, NULL);
    ok = ok && fp_axes_axhspan(ax, 1, 2, &span) && fp_axes_axvspan(ax, 1, 2, NULL);
    segments.label = "segments";
    segments.colors = (struct fp_color[]){FP_BLACK, FP_WHITE};
    segments.color_count = 2;
    ok = ok && fp_axes_vlines(ax, y, y, y, &segments) && fp_axes_hlines(ax, y, y, y, NULL);
    o.where = y;
    o.area.label = "between";
    ok = ok && fp_axes_fill_between(ax, y, y, NULL, &o) && fp_axes_fill(ax, y, y, &o.area);
    fp_unref(y);
    return ok && fp_axes_legend(ax, NULL);
}

static int
script(void *arg)
{
    struct fp_figure *fig = fp_figure_create(NULL);
    struct fp_axes *ax = fig ? fp_figure_add_subplot(fig, 1, 1, 1) : NULL;
    bool ok = ax && fp_figure_set_size_pixels(fig, 64, 48) == FP_OK && add_all(ax);

    ok = ok && fp_figure_save(fig, arg) == FP_OK;
    if (ok)
        ok = fp_axes_clear(ax) == FP_OK && add_all(ax);
    fp_unref(fig);
    return ok ? 0 : 1;
}

static struct fp_segments *
add_segments(struct fp_axes *ax, size_t i)
{
    size_t n = (size_t)segments_cases[i].n, ends = (size_t)segments_cases[i].ends;
    struct fp_array *at = column(segments_cases[i].at, n);
    struct fp_array *from = column(segments_cases[i].from, ends);
    struct fp_array *to = column(segments_cases[i].to, ends);
    struct fp_segments *made = segments_cases[i].stand ? fp_axes_vlines(ax, at, from, to, NULL)
                                                       : fp_axes_hlines(ax, at, from, to, NULL);

    fp_unref(at);
    fp_unref(from);
    fp_unref(to);
    return made;
}

static void
segments_are_matplotlibs(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(segments_cases); i++) {
        struct fp_figure *fig;
        struct fp_axes *ax = new_axes(&fig, segments_cases[i].log);

        assert_non_null(add_segments(ax, i));
        expect_limits("segments", i, ax, segments_cases[i].xlim, segments_cases[i].ylim);
        strokes_of(fig, &strokes);
        expect_paths("segments", i, &segments_cases[i].paths);
        fp_unref(fig);
    }
}

static void
segments_take_one_colour_after_the_other(void **state)
{
    static const struct fp_color colors[] = {{255, 0, 0, 255}, {0, 0, 255, 200}};
    struct fp_segments_options o = fp_segments_defaults();
    struct fp_array *x = column((double[]){0, 1, 2, 3}, 4), *y = column((double[]){0}, 1);
    struct fp_array *top = column((double[]){5, 5, 5, NAN}, 4), *bad = column((double[]){0, 1}, 2);
    struct fp_figure *fig;
    struct fp_axes *ax = new_axes(&fig, 0);

    (void)state;
    fp_axes_vlines(ax, x, y, top, NULL);
    assert_int_equal(ax->body->cycled, 0);
    strokes_of(fig, &strokes);
    assert_int_equal(strokes.color.r << 16 | strokes.color.g << 8 | strokes.color.b, 0x1f77b4);
    o.colors = colors;
    o.color_count = 2;
    o.alpha = .5;
    fp_axes_vlines(ax, x, y, top, &o);
    strokes_of(fig, &strokes);
    assert_int_equal(strokes.color.r, 255); /* the third: the first again */
    assert_int_equal(strokes.color.a, 128);
    assert_null(fp_axes_vlines(ax, x, bad, top, NULL));
    assert_null(fp_axes_hlines(ax, x, y, bad, NULL));
    assert_null(fp_axes_hlines(ax, NULL, y, y, NULL));
    o.linewidth = 0;
    assert_null(fp_axes_hlines(ax, x, y, y, &o));
    fp_context_clear_error(NULL);
    fp_unref(x);
    fp_unref(y);
    fp_unref(top);
    fp_unref(bad);
    fp_unref(fig);
}

static void
every_failure_leaves_an_empty_world(void **state)
{
    char path[512];

    (void)state;
    snprintf(path, sizeof path, "%s", temp_path("areas.png"));
    torture(script, path, 1);
}

static void
they_outlive_nothing_and_say_that_they_were_closed(void **state)
{
    struct fp_figure *fig;
    struct fp_axes *ax = fp_ref(new_axes(&fig, 0));
    struct fp_array *y = column((double[]){1, 2}, 2);
    struct fp_errorbar *errorbar = fp_ref(fp_axes_errorbar(ax, NULL, y, NULL));
    struct fp_stem *stem = fp_ref(fp_axes_stem(ax, NULL, y, NULL));

    (void)state;
    assert_int_equal(((struct fp_object *)y)->refs, 4);
    assert_int_equal(fp_artist_remove(errorbar), FP_OK);
    assert_int_equal(fp_artist_remove(errorbar), FP_ERR_CLOSED);
    assert_string_equal(fp_context_message(NULL), "the errorbar was closed");
    fp_unref(fig);
    assert_true(fp_is_closed(stem));
    assert_int_equal(((struct fp_object *)y)->refs, 1);
    assert_null(fp_axes_errorbar(ax, NULL, y, NULL));
    assert_null(fp_axes_stem(ax, NULL, y, NULL));
    assert_string_equal(fp_context_message(NULL), "the axes was closed");
    fp_context_clear_error(NULL);
    fp_unref(errorbar);
    fp_unref(stem);
    fp_unref(y);
    fp_unref(ax);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(error_bars_are_matplotlibs),
        world_test(errors_come_in_three_shapes),
        world_test(caps_stand_at_ends_and_markers_at_points),
        world_test(errors_that_make_no_bars_are_refused),
        world_test(stems_are_matplotlibs),
        world_test(stems_need_a_finite_bottom_and_columns),
        world_test(what_goes_across_counts_as_in_matplotlib),
        world_test(what_goes_across_lies_where_matplotlib_has_it),
        world_test(rules_need_finite_places),
        world_test(areas_need_looks_that_can_be_drawn),
        world_test(colours_are_the_first_of_the_style),
        world_test(areas_between_lines_are_matplotlibs),
        world_test(polygons_are_matplotlibs),
        world_test(long_areas_come_back_where_they_began),
        world_test(areas_of_many_rows_have_few_corners),
        world_test(one_number_is_a_level),
        world_test(columns_of_other_lengths_are_refused),
        world_test(segments_are_matplotlibs),
        world_test(segments_take_one_colour_after_the_other),
        world_test(every_failure_leaves_an_empty_world),
        world_test(they_outlive_nothing_and_say_that_they_were_closed),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
