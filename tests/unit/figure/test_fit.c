/* SPDX-License-Identifier: MIT */
/* test_fit.c: limits that follow lines, against matplotlib's own. */
#include "unit/support.h"

#include <float.h>
#include <math.h>

#include "unit/figure/fit_cases.h"
#include "unit/figure/scene.h"

static void
expect_limits(struct fp_axes *ax, const double xlim[2], const double ylim[2])
{
    double x[2], y[2];

    assert_int_equal(fp_axes_get_xlim(ax, &x[0], &x[1]), FP_OK);
    assert_int_equal(fp_axes_get_ylim(ax, &y[0], &y[1]), FP_OK);
    for (int i = 0; i < 2; i++) {
        assert_near(x[i], xlim[i], 0);
        assert_near(y[i], ylim[i], 0);
    }
}

/* The numbers up to `end`; how many. */
static size_t
read_numbers(const char *text, const char *end, double *values)
{
    size_t n = 0;

    while (text < end) {
        char *after;

        values[n++] = strtod(text, &after);
        text = after + (*after == ' ');
    }
    return n;
}

static void
plot_case(struct fp_axes *ax, const char *lines)
{
    for (const char *end; lines; lines = *end ? end + 1 : NULL) {
        double x[128], y[128];
        const char *semicolon;
        size_t n;

        end = lines + strcspn(lines, "|");
        semicolon = memchr(lines, ';', (size_t)(end - lines));
        n = semicolon ? read_numbers(lines, semicolon, x) : 0;
        n = read_numbers(semicolon ? semicolon + 1 : lines, end, y);
        assert_non_null(plot_points(ax, semicolon ? x : NULL, y, n, NULL));
    }
}

static void
limits_are_matplotlibs_to_the_bit(void **state)
{
    size_t n = sizeof cases / sizeof cases[0];

    (void)state;
    assert_true(n >= 90);
    for (size_t i = 0; i < n; i++) {
        struct fp_figure *fig = fp_figure_create(NULL);
        struct fp_axes *ax = fp_figure_add_subplot(fig, 1, 1, 1);

        plot_case(ax, cases[i].lines);
        expect_limits(ax, cases[i].xlim, cases[i].ylim);
        expect_limits(ax, cases[i].xlim, cases[i].ylim); /* and asking changes nothing */
        fp_unref(fig);
    }
}

/* matplotlib refuses them: "Axis limits cannot be NaN or Inf". */
static void
values_over_all_doubles_have_limits_that_can_be_drawn(void **state)
{
    static const double wild[][2] = {
        {-DBL_MAX, DBL_MAX}, {-1.7e308, 0}, {DBL_MAX, DBL_MAX}, {-DBL_MAX, -DBL_MAX}, {0, DBL_MAX}};

    (void)state;
    for (size_t i = 0; i < sizeof wild / sizeof wild[0]; i++) {
        struct fp_figure *fig = fp_figure_create(NULL);
        struct fp_axes *ax = fp_figure_add_subplot(fig, 1, 1, 1);
        double lim[2];

        plot_points(ax, NULL, wild[i], 2, NULL);
        assert_int_equal(fp_axes_get_ylim(ax, &lim[0], &lim[1]), FP_OK);
        assert_true(isfinite(lim[1] - lim[0]) && lim[0] < lim[1]);
        assert_int_equal(fp_axes_set_ylim(ax, lim[0], lim[1]), FP_OK);
        fp_unref(fig);
    }
}

static void
without_lines_the_limits_are_0_and_1(void **state)
{
    struct fp_figure *fig = fp_figure_create(NULL);
    struct fp_axes *ax = fp_figure_add_subplot(fig, 1, 1, 1);

    (void)state;
    expect_limits(ax, (double[]){0, 1}, (double[]){0, 1});
    fp_axes_text(ax, 7, 7, "text", NULL);
    fp_axes_legend(ax, NULL);
    expect_limits(ax, (double[]){0, 1}, (double[]){0, 1});
    fp_unref(fig);
}

static void
limits_set_by_hand_stay_and_the_other_axis_fits(void **state)
{
    struct fp_figure *fig = fp_figure_create(NULL);
    struct fp_axes *ax = fp_figure_add_subplot(fig, 1, 1, 1);

    (void)state;
    fp_axes_set_xlim(ax, 7, 3);
    PLOT(ax, 0, 20);
    expect_limits(ax, (double[]){7, 3}, (double[]){-1, 21});
    fp_axes_set_ylim(ax, 1, 2);
    PLOT(ax, 500, 600);
    expect_limits(ax, (double[]){7, 3}, (double[]){1, 2});
    assert_int_equal(fp_axes_set_xlim(ax, 1, NAN), FP_ERR_ARGUMENT);
    fp_axes_clear(ax);
    PLOT(ax, 0, 20);
    expect_limits(ax, (double[]){-.05, 1.05}, (double[]){-1, 21});
    fp_context_clear_error(NULL);
    fp_unref(fig);
}

static void
limits_follow_lines_that_come_change_and_go(void **state)
{
    struct fp_figure *fig = fp_figure_create(NULL);
    struct fp_axes *ax = fp_figure_add_subplot(fig, 1, 1, 1);
    struct fp_line *line = PLOT(ax, 0, 20), *other;
    struct fp_array *values = column((double[]){0, 0, 40}, 3);

    (void)state;
    expect_limits(ax, (double[]){-.05, 1.05}, (double[]){-1, 21});
    other = PLOT(ax, -20, 0);
    expect_limits(ax, (double[]){-.05, 1.05}, (double[]){-22, 22});
    fp_artist_remove(other);
    expect_limits(ax, (double[]){-.05, 1.05}, (double[]){-1, 21});
    assert_int_equal(fp_line_set_data(line, NULL, values), FP_OK);
    expect_limits(ax, (double[]){-.1, 2.1}, (double[]){-2, 42});
    fp_artist_remove(line); /* as in matplotlib: nothing to fit to */
    expect_limits(ax, (double[]){-.1, 2.1}, (double[]){-2, 42});
    fp_unref(values);
    fp_unref(fig);
}

/* (test_shown.c has many orders of both.) */
static void
limits_follow_images_that_go(void **state)
{
    struct fp_figure *fig = fp_figure_create(NULL);
    struct fp_axes *ax = fp_figure_add_subplot(fig, 1, 1, 1);
    struct fp_image *image;

    (void)state;
    PLOT(ax, 100, 200);
    image = show_counting(ax, 10, 20, NULL);
    expect_limits(ax, (double[]){-.5, 19.5}, (double[]){9.5, -.5});
    PLOT(ax, 300, 400);
    expect_limits(ax, (double[]){-.5, 19.5}, (double[]){420.025, -.5});
    fp_artist_remove(image); /* the axis stays turned */
    expect_limits(ax, (double[]){-.05, 1.05}, (double[]){415, 85});
    fp_unref(fig);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(limits_are_matplotlibs_to_the_bit),
        world_test(values_over_all_doubles_have_limits_that_can_be_drawn),
        world_test(without_lines_the_limits_are_0_and_1),
        world_test(limits_set_by_hand_stay_and_the_other_axis_fits),
        world_test(limits_follow_lines_that_come_change_and_go),
        world_test(limits_follow_images_that_go),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
