/* SPDX-License-Identifier: MIT */
/* test_date_ticks.c: axes of dates: ticks, labels and limits are matplotlib's, at every span. */
#include "unit/support.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "figure/axes.h"
#include "ticks/ticks_date.h"
#include "unit/figure/scene.h"
#include "unit/ticks/date_ticks_cases.h"

static struct fp__ticks ticks; /* too large to be nothing on a stack */

static void
expect_values(const char *values, const char *what)
{
    size_t n = 0;
    char *end;

    for (const char *p = values; *p; p = end + strspn(end, "|")) {
        double wanted = strtod(p, &end);

        if (n >= ticks.n || ticks.value[n] != wanted)
            fail_msg("%s: tick %zu of %zu is %.17g, not %.17g", what, n, ticks.n,
                     n < ticks.n ? ticks.value[n] : (double)NAN, wanted);
        n++;
    }
    if (n != ticks.n)
        fail_msg("%s: %zu ticks, not %zu", what, ticks.n, n);
}

static void
expect_labels(const char *labels, const char *what)
{
    static char got[FP__TICKS_AT_MOST * FP__TICK_LABEL_ROOM];
    size_t length = 0;

    got[0] = '\0';
    for (size_t i = 0; i < ticks.n; i++)
        length += (size_t)snprintf(got + length, sizeof got - length, "%s%s", i > 0 ? "|" : "",
                                   ticks.label[i]);
    if (strcmp(got, labels) != 0)
        fail_msg("%s: labels \"%s\", not \"%s\"", what, got, labels);
}

static void
values_and_labels_are_matplotlibs(void **state)
{
    const size_t n = sizeof date_cases / sizeof date_cases[0];

    (void)state;
    assert_true(n >= 200);
    for (size_t i = 0; i < n; i++) {
        enum fp__date_unit unit = fp__ticks_place_dates(&ticks, date_cases[i].lo, date_cases[i].hi);
        struct fp__ruler ruler = {.lo = date_cases[i].lo, .hi = date_cases[i].hi};
        char what[80];

        fp__ticks_keep_inside(&ticks, &ruler);
        snprintf(what, sizeof what, "%.17g … %.17g", date_cases[i].lo, date_cases[i].hi);
        expect_values(date_cases[i].values, what);
        assert_true(fp__ticks_label_dates(&ticks, fp__date_unit_format(unit)));
        expect_labels(date_cases[i].labels, what);
    }
}

static void
limits_are_matplotlibs(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof date_fits / sizeof date_fits[0]; i++) {
        struct fp_figure *fig = fp_figure_create(NULL);
        struct fp_axes *ax = fp_figure_add_subplot(fig, 1, 1, 1);
        const double x[] = {date_fits[i].first, date_fits[i].last}, y[] = {0, 1};
        double lim[2];

        assert_int_equal(fp_axes_set_xdates(ax), FP_OK);
        plot_points(ax, x, y, 2, NULL);
        assert_int_equal(fp_axes_get_xlim(ax, &lim[0], &lim[1]), FP_OK);
        assert_true(lim[0] == date_fits[i].lim[0] && lim[1] == date_fits[i].lim[1]);
        fp_unref(fig);
    }
}

static void
outside_of_the_calendar_there_are_no_ticks(void **state)
{
    static const struct {
        double lo, hi;
        size_t n;
    } wild[] = {{-1e6, 0, 10},     {0, 2.95e6, 9},     {-1e300, 1e300, 10},
                {2932897, 3e6, 0}, {-8e5, -719163, 0}, {2932896, 2932898, 0}};

    (void)state;
    for (size_t i = 0; i < sizeof wild / sizeof wild[0]; i++) {
        fp__ticks_place_dates(&ticks, wild[i].lo, wild[i].hi);
        if (ticks.n != wild[i].n)
            fail_msg("%g … %g: %zu ticks", wild[i].lo, wild[i].hi, ticks.n);
        for (size_t k = 0; k < ticks.n; k++)
            assert_true(ticks.value[k] >= -719162 && ticks.value[k] <= 2932896);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(values_and_labels_are_matplotlibs),
        world_test(limits_are_matplotlibs),
        world_test(outside_of_the_calendar_there_are_no_ticks),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
