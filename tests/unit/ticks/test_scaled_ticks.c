/* SPDX-License-Identifier: MIT */
/* test_scaled_ticks.c: ticks and labels of log, symlog, asinh and logit axes are matplotlib's; no
 * interval hangs. */
#include "unit/support.h"

#include <float.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/alloc.h"
#include "ticks/ticks_scaled.h"
#include "unit/ticks/scaled_ticks_cases.h"

static struct fp__ticks major, minor; /* too large for two of them to be nothing on a stack */

static void
name(const struct fp__ruler *ruler, char what[160])
{
    static const char *const kinds[] = {"linear", "log", "symlog", "asinh", "logit"};

    snprintf(what, 160, "%s %.17g … %.17g with room for %d", kinds[ruler->curve.kind], ruler->lo,
             ruler->hi, ruler->room);
}

static void
expect_values(const struct fp__ticks *ticks, const char *values, const char *what)
{
    size_t n = 0;
    char *end;

    for (const char *p = values; *p; p = end + strspn(end, "|")) {
        double wanted = strtod(p, &end);

        if (n >= ticks->n || ticks->value[n] != wanted)
            fail_msg("%s: tick %zu of %zu is %.17g, not %.17g", what, n, ticks->n,
                     n < ticks->n ? ticks->value[n] : (double)NAN, wanted);
        n++;
    }
    if (n != ticks->n)
        fail_msg("%s: %zu ticks, not %zu", what, ticks->n, n);
}

static void
expect_labels(const struct fp__ticks *ticks, const char *labels, const char *what)
{
    static char got[FP__TICKS_AT_MOST * FP__TICK_LABEL_ROOM];
    size_t length = 0;
    bool any = false;

    got[0] = '\0';
    for (size_t i = 0; i < ticks->n; i++) {
        length += (size_t)snprintf(got + length, sizeof got - length, "%s%s", i > 0 ? "|" : "",
                                   ticks->label[i]);
        any = any || ticks->label[i][0] != '\0';
    }
    if (strcmp(any ? got : "", labels) != 0)
        fail_msg("%s: labels \"%s\", not \"%s\"", what, got, labels);
}

static void
values_labels_and_minor_ticks_are_matplotlibs(void **state)
{
    const size_t n = sizeof cases / sizeof cases[0];

    (void)state;
    assert_true(n >= 200);
    for (size_t i = 0; i < n; i++) {
        char what[160];

        name(&cases[i].ruler, what);
        assert_true(fp__ticks_find(&cases[i].ruler, &major, &minor));
        expect_values(&major, cases[i].values, what);
        expect_labels(&major, cases[i].labels, what);
        expect_values(&minor, cases[i].minor_values, what);
        expect_labels(&minor, cases[i].minor_labels, what);
        assert_string_equal(major.offset, cases[i].offset);
    }
}

/* A curve without ticks of its own has those of a linear axis, and no minor ones. */
static void
other_curves_have_linear_ticks(void **state)
{
    const struct fp__ruler ruler = {
        .curve = {.kind = FP__CURVE_POWER, .gamma = .5}, .lo = 0, .hi = 1e6 + 1, .room = 12};
    static struct fp__ticks linear;

    (void)state;
    fp__ticks_place(&linear, ruler.lo, ruler.hi, 9);
    assert_true(fp__ticks_label(&linear, ruler.lo, ruler.hi, NULL));
    assert_true(fp__ticks_find(&ruler, &major, &minor));
    assert_int_equal(major.n, linear.n);
    assert_memory_equal(major.value, linear.value, linear.n * sizeof linear.value[0]);
    assert_string_equal(major.label[1], linear.label[1]);
    assert_string_equal(major.offset, "1e6");
    assert_int_equal(minor.n, 0);
}

static void
what_lies_outside_goes_and_the_edges_stay(void **state)
{
    const struct fp__ruler ruler = {
        .curve = {.kind = FP__CURVE_LOG}, .lo = 1, .hi = 1000 * (1 - 1e-12), .room = 9};

    (void)state;
    assert_true(fp__ticks_find(&ruler, &major, &minor));
    fp__ticks_keep_inside(&major, &ruler);
    assert_int_equal(major.n, 4);
    assert_near(major.value[0], 1, 0);
    assert_string_equal(major.label[0], "10⁰");
    assert_near(major.value[3], 1000, 0);
    assert_string_equal(major.label[3], "10³");
}

/* --- bounds ----------------------------------------------------------------------------------- */

/* Of any kind but steps. */
static struct fp__curve
some_curve(int kind, double from)
{
    return (struct fp__curve){.kind = (enum fp__curve_kind)kind,
                              .threshold = 1e-3,
                              .linscale = 1,
                              .width = 1e-3,
                              .gamma = 2,
                              .from = from,
                              .middle = from + 1,
                              .to = from + 3};
}

static void
expect_sound(const struct fp__ticks *ticks)
{
    assert_true(ticks->n <= FP__TICKS_AT_MOST);
    for (size_t i = 0; i < ticks->n; i++) {
        assert_true(isfinite(ticks->value[i]));
        assert_non_null(memchr(ticks->label[i], '\0', sizeof ticks->label[i]));
    }
}

/* Lowest, highest and neighbours, for each kind of curve and every room. */
static void
no_interval_hangs_or_overflows(void **state)
{
    static const double ends[] = {-DBL_MAX, -1e300, -1, -DBL_MIN, 0, 5e-324, DBL_MIN, 1e-300, 1e-17,
                                  .1,       .5,     .9, 1,        2, 1e17,   1e300,   DBL_MAX};
    const size_t n = sizeof ends / sizeof ends[0];

    (void)state;
    for (size_t i = 0; i < n * n * 2 * 30; i++) {
        double lo = ends[i / 60 / n], hi = i % 2 ? ends[i / 60 % n] : nextafter(lo, INFINITY);
        struct fp__ruler ruler = {.lo = lo, .hi = hi, .room = 1 + (int)(i / 2 % 30)};

        for (int kind = FP__CURVE_LINEAR; lo < hi && kind <= FP__CURVE_BENT; kind++) {
            ruler.curve = some_curve(kind, lo);
            assert_true(fp__ticks_find(&ruler, &major, &minor));
            expect_sound(&major);
            expect_sound(&minor);
            fp__ticks_keep_inside(&minor, &ruler);
            expect_sound(&minor);
        }
    }
}

static void
labels_say_when_there_is_no_memory(void **state)
{
    struct fp__ruler ruler = {.lo = .01, .hi = .9, .room = 9};

    (void)state;
    for (int kind = FP__CURVE_LINEAR; kind <= FP__CURVE_BENT; kind++) {
        ruler.curve = some_curve(kind, 0);
        fp__alloc_fail_at(1, true);
        assert_false(fp__ticks_find(&ruler, &major, &minor));
        fp__alloc_fail_at(0, false);
        assert_true(fp__ticks_find(&ruler, &major, &minor));
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(values_labels_and_minor_ticks_are_matplotlibs),
        world_test(other_curves_have_linear_ticks),
        world_test(what_lies_outside_goes_and_the_edges_stay),
        world_test(no_interval_hangs_or_overflows),
        world_test(labels_say_when_there_is_no_memory),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
