/* SPDX-License-Identifier: MIT */
/* test_isolines.c: lines and rings through grids, levels, and colours against matplotlib's. */
#include "unit/support.h"

#include <math.h>

#include "core/context.h"
#include "fields/contour.h"
#include "unit/fields/fields_cases.h"
#include "unit/figure/scene.h"

#define COUNT(cases) (sizeof cases / sizeof cases[0])
#define NEAR 1e-12

/* --- lines and rings -------------------------------------------------------------------------- */

static struct fp__points
points_of(size_t i)
{
    size_t nx = (size_t)line_cases[i].nx, ny = (size_t)line_cases[i].ny;
    bool bent = line_cases[i].bent;

    return (struct fp__points){.nx = nx,
                               .ny = ny,
                               .x = (double *)(uintptr_t)line_cases[i].x,
                               .y = (double *)(uintptr_t)line_cases[i].y,
                               .x_along = 1,
                               .x_up = bent ? nx : 0,
                               .y_along = bent,
                               .y_up = bent ? nx : 1};
}

static void
begin(struct fp__isolines *lines, const struct fp__points *points, size_t i, bool around)
{
    assert_int_equal(fp__isolines_begin(lines, fp__context(NULL), points, line_cases[i].z,
                                        line_cases[i].level, around),
                     FP_OK);
}

static void
every_line_is_matplotlibs_point_by_point(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(line_cases); i++) {
        struct fp__points points = points_of(i);
        const double(*wanted)[2] = line_cases[i].line;
        struct fp__isolines lines;
        int n = 0;

        begin(&lines, &points, i, false);
        for (; fp__isolines_next(&lines); n++) {
            if (n >= line_cases[i].lines || lines.n != (size_t)line_cases[i].lengths[n])
                fail_msg("case %zu, line %d has %zu points", i, n, lines.n);
            for (size_t k = 0; k < lines.n; k++, wanted++)
                if (!(fabs(lines.x[k] - (*wanted)[0]) < NEAR) ||
                    !(fabs(lines.y[k] - (*wanted)[1]) < NEAR))
                    fail_msg("case %zu, line %d, point %zu: %g, %g", i, n, k, lines.x[k],
                             lines.y[k]);
        }
        assert_int_equal(n, line_cases[i].lines);
        assert_false(fp__isolines_next(&lines));
    }
}

/* Rings may begin elsewhere than matplotlib's, and come in another order. */
static void
take_point(size_t i, bool taken[160], double x, double y)
{
    for (int k = 0; k < line_cases[i].ring_points; k++) {
        const double *p = line_cases[i].ring[k];

        if (taken[k] || !(fabs(p[0] - x) < NEAR) || !(fabs(p[1] - y) < NEAR))
            continue;
        taken[k] = true;
        return;
    }
    fail_msg("case %zu: no ring of matplotlib's goes through %g, %g", i, x, y);
}

static double
area_of(const struct fp__isolines *lines)
{
    double twice = 0;

    for (size_t k = 1; k < lines->n; k++)
        twice += lines->x[k - 1] * lines->y[k] - lines->x[k] * lines->y[k - 1];
    return twice / 2;
}

static void
every_ring_surrounds_what_matplotlibs_do(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(line_cases); i++) {
        struct fp__points points = points_of(i);
        struct fp__isolines rings;
        bool taken[160] = {false};
        double area = 0;
        int n = 0;

        begin(&rings, &points, i, true);
        while (fp__isolines_next(&rings)) {
            assert_near(rings.x[0], rings.x[rings.n - 1], NEAR);
            assert_near(rings.y[0], rings.y[rings.n - 1], NEAR);
            area += area_of(&rings);
            for (size_t k = 1; k < rings.n; k++, n++)
                take_point(i, taken, rings.x[k], rings.y[k]);
        }
        assert_int_equal(n, line_cases[i].ring_points);
        assert_near(area, line_cases[i].area, 1e-10);
    }
}

static void
a_ring_around_everything_is_the_border(void **state)
{
    struct fp__points points = points_of(0);
    struct fp__isolines rings;

    (void)state;
    assert_int_equal(
        fp__isolines_begin(&rings, fp__context(NULL), &points, line_cases[0].z, -INFINITY, true),
        FP_OK);
    assert_true(fp__isolines_next(&rings));
    assert_int_equal(rings.n, 2 * (points.nx + points.ny) - 3);
    assert_false(fp__isolines_next(&rings));
}

/* Longer than the memory that a line begins with. */
static void
a_long_line_keeps_all_its_points(void **state)
{
    enum { COLUMNS = 2000 };
    static double z[2 * COLUMNS], x[COLUMNS];
    double y[] = {0, 1};
    struct fp__points points = {.nx = COLUMNS, .ny = 2, .x = x, .y = y, .x_along = 1, .y_up = 1};
    struct fp__isolines lines;

    (void)state;
    for (int i = 0; i < COLUMNS; i++) {
        x[i] = i;
        z[COLUMNS + i] = 1;
    }
    assert_int_equal(fp__isolines_begin(&lines, fp__context(NULL), &points, z, .5, false), FP_OK);
    assert_true(fp__isolines_next(&lines));
    assert_int_equal(lines.n, COLUMNS);
    for (int i = 0; i < COLUMNS; i++)
        assert_true(lines.x[i] == i && lines.y[i] == .5);
    assert_false(fp__isolines_next(&lines));
}

/* --- levels ----------------------------------------------------------------------------------- */

/* Four values, of which two are the ends of the range. */
static struct fp_array *
range_array(const double range[2])
{
    const double z[] = {range[0], range[1], range[0], range[1]};

    return matrix(z, 2, 2);
}

static struct fp_contour *
draw_levels(struct fp_axes *ax, size_t i)
{
    struct fp_array *z = range_array(level_cases[i].range);
    struct fp_contour_options o = fp_contour_defaults();
    struct fp_contour *contour;

    o.norm.kind = level_cases[i].log ? FP_NORM_LOG : FP_NORM_LINEAR;
    o.norm.vmin = level_cases[i].vmin;
    o.norm.vmax = level_cases[i].vmax;
    o.extend = (enum fp_extend)level_cases[i].extend;
    o.level_count = (size_t)level_cases[i].wanted;
    if (level_cases[i].wanted < 0) {
        o.levels = level_cases[i].levels;
        o.level_count = (size_t)level_cases[i].n;
    }
    contour = (level_cases[i].filled ? fp_axes_contourf : fp_axes_contour)(ax, NULL, NULL, z, &o);
    fp_unref(z);
    assert_non_null(contour);
    return contour;
}

/* numpy's powers of ten may be one rounding error off. */
static bool
is_same(double a, double b)
{
    return fabs(a - b) <= 3e-16 * fabs(b);
}

static unsigned
number_of(struct fp_color c)
{
    return (unsigned)c.r << 16 | (unsigned)c.g << 8 | c.b;
}

/* Color k of all, those of the ends that go on included. */
static unsigned
color_of(const struct fp_contour *contour, size_t k)
{
    bool below = contour->filled && fp__contour_extends(contour, false);

    if (below && k == 0)
        return number_of(contour->under);
    return number_of(contour->looks[k - below].color);
}

static void
levels_and_their_colours_are_matplotlibs(void **state)
{
    struct fp_figure *fig = fp_figure_create(NULL);
    struct fp_axes *ax = fp_figure_add_subplot(fig, 1, 1, 1);

    (void)state;
    for (size_t i = 0; i < COUNT(level_cases); i++) {
        struct fp_contour *contour = draw_levels(ax, i);
        const double *levels;
        size_t n = fp_contour_levels(contour, &levels);

        if (n != (size_t)level_cases[i].n)
            fail_msg("case %zu has %zu levels, not %d", i, n, level_cases[i].n);
        for (size_t k = 0; k < n; k++)
            if (!is_same(levels[k], level_cases[i].levels[k]))
                fail_msg("case %zu: level %zu is %.17g, not %.17g", i, k, levels[k],
                         level_cases[i].levels[k]);
        for (size_t k = 0; k < (size_t)level_cases[i].colors; k++)
            if (color_of(contour, k) != level_cases[i].color[k])
                fail_msg("case %zu: colour %zu is %06x, not %06x", i, k, color_of(contour, k),
                         level_cases[i].color[k]);
        fp_artist_remove(contour);
    }
    fp_unref(fig);
}

static void
colours_of_a_list_are_matplotlibs(void **state)
{
    static const double levels[] = {1, 2, 3, 4, 5}, range[] = {0, 9};
    struct fp_figure *fig = fp_figure_create(NULL);
    struct fp_axes *ax = fp_figure_add_subplot(fig, 1, 1, 1);
    struct fp_array *z = range_array(range);

    (void)state;
    for (size_t i = 0; i < COUNT(list_cases); i++) {
        struct fp_contour_options o = fp_contour_defaults();
        struct fp_color colors[7];
        struct fp_contour *contour;

        for (uint8_t k = 0; k < 7; k++)
            colors[k] = (struct fp_color){0, 0, (uint8_t)(k + 1), 255};
        o.levels = levels;
        o.level_count = (size_t)list_cases[i].levels;
        o.colors = colors;
        o.color_count = (size_t)list_cases[i].given;
        o.extend = (enum fp_extend)list_cases[i].extend;
        contour =
            (list_cases[i].filled ? fp_axes_contourf : fp_axes_contour)(ax, NULL, NULL, z, &o);
        for (size_t k = 0; k < (size_t)list_cases[i].n; k++)
            if (color_of(contour, k) != (unsigned)list_cases[i].color[k])
                fail_msg("case %zu: colour %zu is %u, not %d", i, k, color_of(contour, k),
                         list_cases[i].color[k]);
    }
    fp_unref(z);
    fp_unref(fig);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(every_line_is_matplotlibs_point_by_point),
        world_test(every_ring_surrounds_what_matplotlibs_do),
        world_test(a_ring_around_everything_is_the_border),
        world_test(a_long_line_keeps_all_its_points),
        world_test(levels_and_their_colours_are_matplotlibs),
        world_test(colours_of_a_list_are_matplotlibs),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
