/* SPDX-License-Identifier: MIT */
/* test_marks.c: markers, plot formats, steps and scatters against matplotlib's numbers. */
#include "unit/support.h"

#include <math.h>
#include <string.h>

#include "draw/marker.h"
#include "image/coloring.h"
#include "unit/figure/scene.h"
#include "unit/plots/marks_cases.h"

#define COUNT(cases) (sizeof cases / sizeof cases[0])

/* Vertices agree to a thousandth of an Agg subpixel; those of matplotlib went through a matrix. */
#define NEAR 1e-9

/* --- markers ---------------------------------------------------------------------------------- */

static struct fp__marker_look
look_of(size_t i)
{
    const struct fp__marker_shape *shape = fp__marker_find(marker_cases[i].name);
    bool pixel = marker_cases[i].name == ',';

    assert_non_null(shape);
    return (struct fp__marker_look){.shape = shape,
                                    .size = pixel ? 1 : marker_cases[i].size * 100 / 72,
                                    .edge_width = pixel ? 0 : marker_cases[i].edge_width * 100 / 72,
                                    .face = FP_BLACK,
                                    .edge = FP_BLACK};
}

static void
expect_point(size_t i, size_t k, const struct fp__marker *marker)
{
    const double *wanted = marker_cases[i].points[k];
    double x = marker->x[k], y = marker->y[k];

    if (isnan(wanted[0]) ? isnan(x) : fabs(x - wanted[0]) < NEAR && fabs(y - wanted[1]) < NEAR)
        return;
    fail_msg("marker %c of %g pt, point %zu: %.17g, %.17g, not %.17g, %.17g", marker_cases[i].name,
             marker_cases[i].size, k, x, y, wanted[0], wanted[1]);
}

static void
every_marker_has_matplotlibs_vertices(void **state)
{
    (void)state;
    assert_int_equal(COUNT(marker_cases), 3 * FP__MARKERS);
    for (size_t i = 0; i < COUNT(marker_cases); i++) {
        struct fp__marker_look look = look_of(i);
        struct fp__marker marker;

        fp__marker_init(&marker, &look,
                        fp__marker_snaps(look.shape, marker_cases[i].size * 100 / 72));
        assert_int_equal(marker.stamp.n, marker_cases[i].n);
        for (size_t k = 0; k < marker.stamp.n; k++)
            expect_point(i, k, &marker);
    }
}

static void
a_marker_between_pixels_is_the_same_further_on(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(marker_cases); i++) {
        struct fp__marker_look look = look_of(i);
        struct fp__marker here, there;

        fp__marker_init_at(&here, &look, 10.25, 20.75);
        fp__marker_init_at(&there, &look, 13.25, 16.75);
        assert_int_equal(here.stamp.n, there.stamp.n);
        for (size_t k = 0; k < here.stamp.n; k++) {
            if (isnan(here.x[k]))
                continue;
            assert_near(there.x[k], here.x[k] + 3, NEAR);
            assert_near(there.y[k], here.y[k] - 4, NEAR);
        }
    }
}

static void
a_marker_of_any_size_has_room(void **state)
{
    (void)state;
    for (size_t i = 0; i < FP__MARKERS; i++) {
        struct fp__marker_look look = {
            .shape = &fp__marker_shapes[i], .size = 0x1p17, .edge_width = 0x1p17};
        struct fp__marker marker;

        fp__marker_init(&marker, &look, false);
        assert_in_range(marker.stamp.n, 1, FP__MARKER_ROOM);
    }
}

/* --- formats ---------------------------------------------------------------------------------- */

static const char *
style_name(enum fp_linestyle style)
{
    static const char *const names[] = {"-", "--", "-.", ":", "None"};

    return names[style];
}

static void
expect_format(size_t i, const struct fp_plot_options *o)
{
    const char *style = format_cases[i].style;
    int color = o->color.r << 16 | o->color.g << 8 | o->color.b;

    color = !o->has_color ? -1 : o->color.a == 0 ? -2 : color;
    style = strcmp(style, "") == 0 ? "-" : strcmp(style, " ") == 0 ? "None" : style;
    if (strcmp(style_name(o->linestyle), style) != 0 || o->marker != format_cases[i].marker ||
        color != format_cases[i].color)
        fail_msg("'%s': %s, '%c', %x", format_cases[i].format, style_name(o->linestyle), o->marker,
                 (unsigned)color);
}

static void
formats_mean_what_they_mean_in_matplotlib(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(format_cases); i++) {
        struct fp_plot_options o = fp_plot_defaults(), before;
        enum fp_status status;

        o.marker = 'D';
        o.has_color = true;
        before = o;
        status = fp_plot_format_parse(NULL, format_cases[i].format, &o);
        if (status != (format_cases[i].ok ? FP_OK : FP_ERR_ARGUMENT))
            fail_msg("'%s': status %d, %s", format_cases[i].format, (int)status,
                     fp_context_message(NULL));
        if (format_cases[i].ok)
            expect_format(i, &o);
        else
            assert_memory_equal(&o, &before, sizeof o);
    }
    fp_context_clear_error(NULL);
}

static void
wrong_formats_say_what_is_wrong(void **state)
{
    struct fp_plot_options o = fp_plot_defaults();

    (void)state;
    assert_int_equal(fp_plot_format_parse(NULL, "ro?", &o), FP_ERR_ARGUMENT);
    assert_non_null(strstr(fp_context_message(NULL), "plot format 'ro?': unknown from '?' on"));
    fp_context_clear_error(NULL);
    assert_int_equal(fp_plot_format_parse(NULL, "o--s", &o), FP_ERR_ARGUMENT);
    assert_non_null(strstr(fp_context_message(NULL), "more than one marker"));
    fp_context_clear_error(NULL);
}

/* --- limits ----------------------------------------------------------------------------------- */

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

static void
steps_count_for_the_limits_as_in_matplotlib(void **state)
{
    static const char *const names[] = {"", "steps-pre", "steps-mid", "steps-post"};

    (void)state;
    for (size_t i = 0; i < COUNT(step_cases); i++) {
        struct fp_plot_options o = fp_plot_defaults();
        struct fp_figure *fig = fp_figure_create(NULL);
        struct fp_axes *ax = fp_figure_add_subplot(fig, 1, 1, 1);

        while (strcmp(names[o.drawstyle], step_cases[i].steps) != 0)
            o.drawstyle++;
        assert_non_null(
            plot_points(ax, step_cases[i].x, step_cases[i].y, (size_t)step_cases[i].n, &o));
        expect_limits("steps", i, ax, step_cases[i].xlim, step_cases[i].ylim);
        fp_unref(fig);
    }
}

static struct fp_scatter *
scatter_case(struct fp_axes *ax, size_t i)
{
    size_t n = (size_t)scatter_cases[i].n;
    struct fp_array *x = column(scatter_cases[i].x, n), *y = column(scatter_cases[i].y, n);
    struct fp_array *sizes = scatter_cases[i].has_sizes ? column(scatter_cases[i].sizes, n) : NULL;
    struct fp_array *values =
        scatter_cases[i].has_values ? column(scatter_cases[i].values, n) : NULL;
    struct fp_scatter_options o = fp_scatter_defaults();
    struct fp_scatter *scatter;

    o.sizes = sizes;
    o.values = values;
    scatter = fp_axes_scatter(ax, x, y, &o);
    fp_unref(x);
    fp_unref(y);
    fp_unref(sizes);
    fp_unref(values);
    return scatter;
}

static void
expect_scale(const struct fp_scatter *scatter, const double clim[2])
{
    const struct fp__artist_class *cls =
        (const struct fp__artist_class *)((const struct fp_object *)scatter)->cls;
    struct fp__coloring coloring;

    assert_int_equal(cls->coloring((const struct fp__artist *)scatter, &coloring), !isnan(clim[0]));
    if (isnan(clim[0]))
        return;
    assert_near(coloring.norm.vmin, clim[0], 0);
    assert_near(coloring.norm.vmax, clim[1], 0);
}

static void
scatters_have_matplotlibs_limits_and_colour_scales(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(scatter_cases); i++) {
        struct fp_figure *fig = fp_figure_create(NULL);
        struct fp_axes *ax = fp_figure_add_subplot(fig, 1, 1, 1);
        struct fp_scatter *scatter;

        if (scatter_cases[i].log)
            fp_axes_set_xscale(ax, &(struct fp_scale){.kind = FP_SCALE_LOG});
        scatter = scatter_case(ax, i);
        assert_non_null(scatter);
        expect_limits("scatter", i, ax, scatter_cases[i].xlim, scatter_cases[i].ylim);
        expect_scale(scatter, scatter_cases[i].clim);
        fp_unref(fig);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(every_marker_has_matplotlibs_vertices),
        world_test(a_marker_between_pixels_is_the_same_further_on),
        world_test(a_marker_of_any_size_has_room),
        world_test(formats_mean_what_they_mean_in_matplotlib),
        world_test(wrong_formats_say_what_is_wrong),
        world_test(steps_count_for_the_limits_as_in_matplotlib),
        world_test(scatters_have_matplotlibs_limits_and_colour_scales),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
