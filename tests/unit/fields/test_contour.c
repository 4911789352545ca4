/* SPDX-License-Identifier: MIT */
/* test_contour.c: contours on a canvas that only writes down; their colorbars against matplotlib's;
 * options, life and failures. */
#include "unit/support.h"

#include <math.h>
#include <unistd.h>

#include "draw/trace.h"
#include "fields/colorbar.h"
#include "fields/contour.h"
#include "figure/axes.h"
#include "unit/fields/fields_cases.h"
#include "unit/figure/recorder.h"
#include "unit/figure/scene.h"

#define COUNT(cases) (sizeof cases / sizeof cases[0])
#define CLIP "clip 80 58 576 427\n"

/* A hill of 2 in the middle of 0. */
static const double hill[] = {0, 0, 0, 0, 2, 0, 0, 0, 0};
static const double one[] = {1};

static struct fp_axes *
new_axes(struct fp_figure **fig)
{
    *fig = fp_figure_create(NULL);
    return fp_figure_add_subplot(*fig, 1, 1, 1);
}

static struct fp_contour *
draw_values(struct fp_axes *ax, bool filled, const double *values, size_t rows, size_t columns,
            const struct fp_contour_options *o)
{
    struct fp_array *z = matrix(values, rows, columns);
    struct fp_contour *contour =
        z ? (filled ? fp_axes_contourf : fp_axes_contour)(ax, NULL, NULL, z, o) : NULL;

    fp_unref(z);
    return contour;
}

static void
expect_drawn(struct fp_figure *fig, const char *lines)
{
    struct recorder recorder = recorder_for(fig);

    assert_int_equal(fp__figure_draw(fig, &recorder.base), FP_OK);
    recorded_at(&recorder, lines);
    fp_text_finish(&recorder.lines);
}

/* --- lines and areas -------------------------------------------------------------------------- */

static void
a_line_runs_around_a_hill(void **state)
{
    struct fp_contour_options o = fp_contour_defaults();
    struct fp_figure *fig;
    struct fp_axes *ax = new_axes(&fig);

    (void)state;
    o.levels = one;
    o.level_count = 1;
    o.colors = &FP_BLACK;
    o.color_count = 1;
    o.linewidths = (const double[]){2.16};
    o.linewidth_count = 1;
    assert_non_null(draw_values(ax, false, hill, 3, 3, &o));
    expect_drawn(fig, CLIP "path gap 328,334.8 452,242.4 328,150 204,242.4 328,334.8\n"
                           "stroke 3 #000000ff\nunclip\n");
    fp_unref(fig);
}

static void
what_lies_below_0_is_dashed_in_one_colour(void **state)
{
    static const double valley[] = {0, 0, 0, 0, -2, 0, 0, 0, 0}, below[] = {-1};
    struct fp_contour_options o = fp_contour_defaults();
    struct fp_figure *fig;
    struct fp_axes *ax = new_axes(&fig);

    (void)state;
    o.levels = below;
    o.level_count = 1;
    o.colors = &FP_BLACK;
    o.color_count = 1;
    o.linewidths = (const double[]){.72};
    o.linewidth_count = 1;
    assert_non_null(draw_values(ax, false, valley, 3, 3, &o));
    expect_drawn(fig, "stroke 1 #000000ff 3.7 1.6 from 0\n");
    o.linestyles = (const enum fp_linestyle[]){FP_DOTTED};
    o.linestyle_count = 1;
    assert_non_null(draw_values(ax, false, valley, 3, 3, &o));
    expect_drawn(fig, "stroke 1 #000000ff 1 1.65 from 0\n");
    fp_unref(fig);
}

static void
an_area_covers_all_above_its_level(void **state)
{
    struct fp_contour_options o = fp_contour_defaults();
    struct fp_figure *fig;
    struct fp_axes *ax = new_axes(&fig);

    (void)state;
    o.levels = (const double[]){1, 3};
    o.level_count = 2;
    o.colors = &FP_BLACK;
    o.color_count = 1;
    assert_non_null(draw_values(ax, true, hill, 3, 3, &o));
    expect_drawn(fig, CLIP "path 328,334.8 452,242.4 328,150 204,242.4 328,334.8\npath gap\n"
                           "area #000000ff\nunclip\n");
    fp_unref(fig);
}

static void
what_lies_above_all_levels_is_left_out(void **state)
{
    struct fp_contour_options o = fp_contour_defaults();
    struct fp_figure *fig;
    struct fp_axes *ax = new_axes(&fig);

    (void)state;
    o.levels = (const double[]){-1, 1};
    o.level_count = 2;
    o.colors = &FP_BLACK;
    o.color_count = 1;
    assert_non_null(draw_values(ax, true, hill, 3, 3, &o));
    expect_drawn(fig, "path 9 points\npath gap\n"
                      "path 328,334.8 204,242.4 328,150 452,242.4 328,334.8\npath gap\n"
                      "area #000000ff\n");
    fp_unref(fig);
}

static void
translucent_areas_meet_without_a_seam(void **state)
{
    struct fp_contour_options o = fp_contour_defaults();
    struct fp_figure *fig;
    struct fp_axes *ax = new_axes(&fig);

    (void)state;
    o.levels = (const double[]){-1, 1, 3};
    o.level_count = 3;
    o.colors = &FP_BLACK;
    o.color_count = 1;
    o.alpha = .5;
    assert_non_null(draw_values(ax, true, hill, 3, 3, &o));
    expect_drawn(fig, "path 9 points\npath gap\n"
                      "path 328,334.8 204,242.4 328,150 452,242.4 328,334.8\npath gap\n"
                      "mosaic #00000080\n"
                      "path 328,334.8 452,242.4 328,150 204,242.4 328,334.8\npath gap\n"
                      "mosaic #00000080\n");
    fp_unref(fig);
}

static void
the_axes_limits_are_the_grids(void **state)
{
    struct fp_contour_options o = fp_contour_defaults();
    struct fp_figure *fig;
    struct fp_axes *ax = new_axes(&fig);
    double low, high;

    (void)state;
    o.has_extent = true;
    memcpy(o.extent, (double[]){10, 16, -3, 3}, sizeof o.extent);
    draw_values(ax, true, hill, 3, 3, &o);
    fp_axes_get_xlim(ax, &low, &high);
    assert_true(low == 10 && high == 16);
    o.has_origin = true; /* the middles of three pixels */
    fp_axes_clear(ax);
    draw_values(ax, true, hill, 3, 3, &o);
    fp_axes_get_xlim(ax, &low, &high);
    assert_true(low == 11 && high == 15);
    fp_axes_get_ylim(ax, &low, &high);
    assert_true(low == -2 && high == 2);
    fp_unref(fig);
}

/* --- labels ----------------------------------------------------------------------------------- */

/* Of lines whose labels have four letters, each half as wide as the font is high. */
static void
place_labels(size_t i, double scale, struct fp__contour_pen *pen)
{
    for (size_t line = 0; line < 2; line++) {
        size_t n = (size_t)label_cases[i].n[line];
        double x[64], y[64];

        for (size_t k = 0; k < n; k++) {
            x[k] = label_cases[i].x[line][k] * scale;
            y[k] = label_cases[i].y[line][k] * scale;
        }
        assert_int_equal(fp__contour_draw_line(pen, 0, x, y, n), FP_OK);
    }
}

static void
expect_places(size_t i, double scale, const struct fp__contour_pen *pen)
{
    if (pen->place_count != (size_t)label_cases[i].labels)
        fail_msg("case %zu has %zu labels, not %d", i, pen->place_count, label_cases[i].labels);
    for (size_t k = 0; k < pen->place_count; k++) {
        assert_near(pen->places[k].x, label_cases[i].places[k][0] * scale, 1e-9);
        assert_near(pen->places[k].y, label_cases[i].places[k][1] * scale, 1e-9);
        assert_near(pen->places[k].angle, label_cases[i].places[k][2], 1e-9);
    }
}

static void
expect_labels(size_t i, struct fp_figure *fig, double dpi)
{
    const double whole[] = {0, 0, 640, 480};
    struct recorder recorder = recorder_for(fig);
    struct fp__contour_look look = {.text = (char[]){"1234"}};
    struct fp_contour contour = {.looks = &look,
                                 .labels = {.size = label_cases[i].width / 2 * 72 / 100}};
    struct fp__trace trace;
    struct fp__contour_pen pen = {.contour = &contour, .canvas = &recorder.base, .trace = &trace};

    recorder.base.dpi = dpi;
    fp__trace_begin(&trace, &recorder.base, &(struct fp__stroke){.width = 1}, whole, 100);
    place_labels(i, dpi / 100, &pen);
    expect_places(i, dpi / 100, &pen);
    fp__trace_end(&trace);
    fp_text_finish(&recorder.lines);
}

static void
labels_stand_where_matplotlibs_do(void **state)
{
    struct fp_figure *fig;

    (void)state;
    new_axes(&fig);
    for (size_t i = 0; i < COUNT(label_cases); i++)
        expect_labels(i, fig, 100);
    fp_unref(fig);
}

static void
labels_stand_there_at_every_resolution(void **state)
{
    struct fp_figure *fig;

    (void)state;
    new_axes(&fig);
    for (size_t i = 0; i < COUNT(label_cases); i++)
        expect_labels(i, fig, 200);
    fp_unref(fig);
}

/* A line across the axes from (0, 1) to (2, 1), 496 pixels long. */
static struct fp_contour *
draw_across(struct fp_axes *ax)
{
    static const double slope[] = {0, 0, 0, 1, 1, 1, 2, 2, 2};
    struct fp_contour_options o = fp_contour_defaults();

    o.levels = (const double[]){.5};
    o.level_count = 1;
    o.colors = &FP_BLACK;
    o.color_count = 1;
    o.linewidths = (const double[]){.72};
    o.linewidth_count = 1;
    return draw_values(ax, false, slope, 3, 3, &o);
}

static void
a_line_makes_room_for_its_label(void **state)
{
    struct fp_clabel_options o = fp_clabel_defaults();
    struct fp_figure *fig;
    struct fp_contour *contour = draw_across(new_axes(&fig));

    (void)state;
    o.fontsize = 7.2; /* 10 pixels: a label of three is 15 wide */
    assert_int_equal(fp_contour_label(contour, &o), FP_OK);
    expect_drawn(fig, "path gap 80,334.8 315.5,334.8 gap 340.5,334.8 576,334.8\n"
                      "stroke 1 #000000ff\ntext 321 337 10 0.5\nunclip\n");
    o.break_lines = false;
    o.format = "%.0f km";
    o.has_color = true;
    assert_int_equal(fp_contour_label(contour, &o), FP_OK);
    expect_drawn(fig, "path gap 80,334.8 328,334.8 576,334.8\nstroke 1 #000000ff\n"
                      "text 318 337 10 0 km\nunclip\n");
    fp_unref(fig);
}

static void
labels_that_cannot_be_are_refused(void **state)
{
    struct fp_clabel_options o = fp_clabel_defaults();
    struct fp_figure *fig;
    struct fp_axes *ax = new_axes(&fig);
    struct fp_contour *filled = draw_values(ax, true, hill, 3, 3, NULL);
    struct fp_contour *contour = draw_across(ax);

    (void)state;
    assert_int_equal(fp_contour_label(filled, NULL), FP_ERR_ARGUMENT);
    o.levels = one;
    o.level_count = 1;
    assert_int_equal(fp_contour_label(contour, &o), FP_ERR_ARGUMENT);
    o = fp_clabel_defaults();
    o.fontsize = 0;
    assert_int_equal(fp_contour_label(contour, &o), FP_ERR_ARGUMENT);
    o = fp_clabel_defaults();
    o.format = "%s";
    assert_int_equal(fp_contour_label(contour, &o), FP_ERR_ARGUMENT);
    fp_close(contour);
    assert_int_equal(fp_contour_label(NULL, NULL), FP_ERR_CLOSED);
    fp_unref(fig);
}

static void
labels_tell_levels_apart(void **state)
{
    static const double rising[] = {0, 0, 0, 8, 8, 8};
    static const struct {
        double levels[3];
        const char *texts[3];
    } cases[] = {{{1, 2.5, 3}, {"1.0", "2.5", "3.0"}},
                 {{-1, 0, 5},
                  {"\xe2\x88\x92"
                   "1",
                   "0", "5"}},
                 {{1e-9, 2e-9, 1e-8}, {"1e-09", "2e-09", "1e-08"}}};
    struct fp_figure *fig;
    struct fp_axes *ax = new_axes(&fig);

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct fp_contour_options o = fp_contour_defaults();
        struct fp_contour *contour;

        o.levels = cases[i].levels;
        o.level_count = 3;
        contour = draw_values(ax, false, rising, 2, 3, &o);
        assert_int_equal(fp_contour_label(contour, NULL), FP_OK);
        for (size_t k = 0; k < 3; k++)
            assert_string_equal(contour->looks[k].text, cases[i].texts[k]);
    }
    fp_unref(fig);
}

/* --- colorbars -------------------------------------------------------------------------------- */

struct expected {
    size_t i;
    int n;
};

static void
expect_tick(void *data, double value, const char *label)
{
    struct expected *e = data;

    if (e->n >= bar_cases[e->i].n)
        fail_msg("bar %zu: a tick too much at %g", e->i, value);
    if (fabs(value - bar_cases[e->i].ticks[e->n]) > 1e-15 * fabs(value))
        fail_msg("bar %zu: a tick at %g, not %g", e->i, value, bar_cases[e->i].ticks[e->n]);
    if (!bar_cases[e->i].log)
        assert_string_equal(label, bar_cases[e->i].labels[e->n]);
    e->n++;
}

static struct fp_colorbar *
draw_bar(struct fp_axes *ax, size_t i)
{
    const double *r = bar_cases[i].range, values[] = {r[0], r[1], r[0], r[1]};
    struct fp_contour_options o = fp_contour_defaults();

    o.norm.kind = bar_cases[i].log ? FP_NORM_LOG : FP_NORM_LINEAR;
    o.extend = (enum fp_extend)bar_cases[i].extend;
    o.level_count = (size_t)bar_cases[i].wanted;
    return fp_axes_colorbar(ax, draw_values(ax, bar_cases[i].filled, values, 2, 2, &o), NULL);
}

static void
colorbars_have_matplotlibs_limits_and_ticks(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(bar_cases); i++) {
        struct expected expected = {.i = i};
        struct fp_figure *fig;
        struct fp_colorbar *bar = draw_bar(new_axes(&fig), i);
        struct fp_axes *ax = fp__artist_axes(&bar->artist);
        struct fp__ticks major, minor;
        double low, high;

        assert_int_equal(fp_axes_get_ylim(ax, &low, &high), FP_OK);
        assert_near(low, bar_cases[i].lim[0], 1e-15 * fabs(low));
        assert_near(high, bar_cases[i].lim[1], 1e-15 * fabs(high));
        assert_int_equal(fp_axes_each_ytick(ax, expect_tick, &expected), FP_OK);
        assert_int_equal(expected.n, bar_cases[i].n);
        assert_int_equal(fp__axis_find_ticks(ax, true, 300, &major, &minor), FP_OK);
        assert_int_equal(minor.n, 0);
        fp_unref(fig);
    }
}

static void
a_colorbar_shows_areas_or_lines(void **state)
{
    struct fp_contour_options o = fp_contour_defaults();
    struct fp_figure *fig;
    struct fp_axes *ax = new_axes(&fig);

    (void)state;
    o.levels = (const double[]){0, 1, 4};
    o.level_count = 3;
    fp_axes_colorbar(ax, draw_values(ax, true, hill, 3, 3, &o), NULL);
    expect_drawn(fig, "fill 502 242 520 427 #472d7bff\nfill 502 58 520 242 #28ae80ff\n");
    fp_axes_clear(ax);
    assert_non_null(fp_axes_colorbar(ax, draw_values(ax, false, hill, 3, 3, &o), NULL));
    expect_drawn(fig, "line 502 427 520 427 2.083 butt\nline 502 242 520 242 2.083 butt\n"
                      "line 502 58 520 58 2.083 butt\n");
    fp_unref(fig);
}

static void
one_level_has_a_colorbar_too(void **state)
{
    struct fp_contour_options o = fp_contour_defaults();
    struct fp_figure *fig;
    struct fp_axes *ax = new_axes(&fig);
    struct fp_colorbar *bar;
    double low, high;

    (void)state;
    o.levels = one;
    o.level_count = 1;
    bar = fp_axes_colorbar(ax, draw_values(ax, false, hill, 3, 3, &o), NULL);
    fp_axes_get_ylim(fp__artist_axes(&bar->artist), &low, &high);
    assert_near(low, .9, 1e-12);
    assert_near(high, 1.1, 1e-12);
    fp_unref(fig);
}

/* --- options ---------------------------------------------------------------------------------- */

static void
count_warnings(void *data, enum fp_warning kind, const char *message)
{
    (void)message;
    *(int *)data += kind == FP_WARN_NO_LEVELS;
}

static void
no_level_within_the_values_is_a_warning(void **state)
{
    struct fp_contour_options o = fp_contour_defaults();
    struct fp_figure *fig;
    struct fp_axes *ax = new_axes(&fig);
    const double *levels;
    int warnings = 0;

    (void)state;
    fp_context_set_warning(NULL, count_warnings, &warnings);
    o.levels = (const double[]){7};
    o.level_count = 1;
    assert_int_equal(fp_contour_levels(draw_values(ax, false, hill, 3, 3, &o), &levels), 1);
    assert_true(levels[0] == 0);
    assert_int_equal(warnings, 1);
    fp_context_set_warning(NULL, NULL, NULL);
    fp_unref(fig);
}

static void
expect_refused(struct fp_axes *ax, const struct fp_contour_options *o, bool filled)
{
    assert_null(draw_values(ax, filled, hill, 3, 3, o));
    assert_int_equal(fp_context_status(NULL), FP_ERR_ARGUMENT);
    assert_int_equal(fp_axes_set_title(ax, "fine"), FP_OK);
}

static void
options_out_of_range_are_refused(void **state)
{
    struct fp_contour_options o = fp_contour_defaults();
    struct fp_figure *fig;
    struct fp_axes *ax = new_axes(&fig);

    (void)state;
    o.levels = (const double[]){1, 1};
    o.level_count = 2;
    expect_refused(ax, &o, false);
    o.level_count = 1;
    expect_refused(ax, &o, true);
    o.levels = (const double[]){0, INFINITY};
    o.level_count = 2;
    expect_refused(ax, &o, false);
    o = fp_contour_defaults();
    o.alpha = 1.5;
    expect_refused(ax, &o, false);
    o = fp_contour_defaults();
    o.linewidths = (const double[]){-1};
    o.linewidth_count = 1;
    expect_refused(ax, &o, false);
    o = fp_contour_defaults();
    o.norm.vmin = 2;
    o.norm.vmax = 1;
    expect_refused(ax, &o, false);
    fp_unref(fig);
}

static void
expect_shape_refused(struct fp_axes *ax, struct fp_array *x, struct fp_array *y, struct fp_array *z)
{
    assert_null(fp_axes_contour(ax, x, y, z, NULL));
    assert_int_equal(fp_context_status(NULL), FP_ERR_ARGUMENT);
}

static void
shapes_that_do_not_fit_are_refused(void **state)
{
    struct fp_figure *fig;
    struct fp_axes *ax = new_axes(&fig);
    struct fp_array *z = counting(3, 4), *thin = counting(1, 4), *x = column(hill, 4),
                    *y = column(hill, 3), *infinite = column((double[]){0, 1, 2, NAN}, 4);

    (void)state;
    expect_shape_refused(ax, NULL, NULL, thin);
    expect_shape_refused(ax, NULL, NULL, x);
    expect_shape_refused(ax, x, NULL, z);
    expect_shape_refused(ax, y, x, z);
    expect_shape_refused(ax, z, thin, z);
    expect_shape_refused(ax, infinite, y, z);
    assert_non_null(fp_axes_contour(ax, x, y, z, NULL));
    fp_unref(z);
    fp_unref(thin);
    fp_unref(x);
    fp_unref(y);
    fp_unref(infinite);
    fp_unref(fig);
}

/* --- life ------------------------------------------------------------------------------------- */

static void
a_contour_without_a_value_is_empty(void **state)
{
    static const double nothing[] = {NAN, NAN, NAN, INFINITY};
    struct fp_figure *fig;
    struct fp_axes *ax = new_axes(&fig);

    (void)state;
    assert_non_null(draw_values(ax, true, nothing, 2, 2, NULL));
    assert_non_null(draw_values(ax, false, nothing, 2, 2, NULL));
    expect_drawn(fig, CLIP);
    fp_unref(fig);
}

static void
a_removed_contour_takes_its_colorbar_along(void **state)
{
    struct fp_figure *fig;
    struct fp_axes *ax = new_axes(&fig);
    struct fp_contour *contour = fp_ref(draw_values(ax, true, hill, 3, 3, NULL));
    struct fp_colorbar *bar = fp_ref(fp_axes_colorbar(ax, contour, NULL));
    const double *levels;

    (void)state;
    assert_int_equal(fp_artist_remove(contour), FP_OK);
    assert_true(fp_is_closed(bar));
    assert_int_equal(fp_contour_levels(contour, &levels), 0);
    fp_unref(bar);
    fp_unref(contour);
    fp_unref(fig);
}

static int
draw_all(void *arg)
{
    struct fp_contour_options o = fp_contour_defaults();
    struct fp_figure *fig = fp_figure_create(NULL);
    struct fp_axes *ax = fig ? fp_figure_add_subplot(fig, 1, 1, 1) : NULL;
    struct fp_contour *contour = ax ? draw_values(ax, true, hill, 3, 3, NULL) : NULL;
    struct recorder recorder;
    bool fine = false;

    (void)arg;
    o.extend = FP_EXTEND_BOTH;
    o.alpha = .5;
    if (contour && fp_axes_colorbar(ax, contour, NULL) && draw_values(ax, true, hill, 3, 3, &o) &&
        fp_contour_label(draw_across(ax), NULL) == FP_OK) {
        recorder = recorder_for(fig);
        fine = fp__figure_draw(fig, &recorder.base) == FP_OK;
        fp_text_finish(&recorder.lines);
    }
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
        world_test(a_line_runs_around_a_hill),
        world_test(what_lies_below_0_is_dashed_in_one_colour),
        world_test(an_area_covers_all_above_its_level),
        world_test(what_lies_above_all_levels_is_left_out),
        world_test(translucent_areas_meet_without_a_seam),
        world_test(the_axes_limits_are_the_grids),
        world_test(labels_stand_where_matplotlibs_do),
        world_test(labels_stand_there_at_every_resolution),
        world_test(a_line_makes_room_for_its_label),
        world_test(labels_that_cannot_be_are_refused),
        world_test(labels_tell_levels_apart),
        world_test(colorbars_have_matplotlibs_limits_and_ticks),
        world_test(a_colorbar_shows_areas_or_lines),
        world_test(one_level_has_a_colorbar_too),
        world_test(no_level_within_the_values_is_a_warning),
        world_test(options_out_of_range_are_refused),
        world_test(shapes_that_do_not_fit_are_refused),
        world_test(a_contour_without_a_value_is_empty),
        world_test(a_removed_contour_takes_its_colorbar_along),
        world_test(every_failing_allocation_is_survived),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
