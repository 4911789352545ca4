/* SPDX-License-Identifier: MIT */
/* test_ticks.c: tick values are matplotlib's doubles, labels its texts; no interval hangs. */
#include "unit/support.h"

#include <float.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/alloc.h"
#include "ticks/interval.h"
#include "ticks/ticks.h"
#include "unit/ticks/ticks_cases.h"

static void
expect_values(const struct fp__ticks *ticks, const char *values, const char *what)
{
    size_t n = 0;
    char *end;

    for (const char *p = values; *p; p = end + strspn(end, " ")) {
        double wanted = strtod(p, &end);

        if (n >= ticks->n || ticks->value[n] != wanted)
            fail_msg("%s: tick %zu of %zu is %a, not %a", what, n, ticks->n, ticks->value[n],
                     wanted);
        n++;
    }
    if (n != ticks->n)
        fail_msg("%s: %zu ticks, not %zu", what, ticks->n, n);
}

static void
expect_labels(const struct fp__ticks *ticks, const char *labels, const char *what)
{
    char got[2048] = "";

    for (size_t i = 0; i < ticks->n; i++)
        snprintf(got + strlen(got), sizeof got - strlen(got), "%s%s", i > 0 ? " " : "",
                 ticks->label[i]);
    if (strcmp(got, labels) != 0)
        fail_msg("%s: labels \"%s\", not \"%s\"", what, got, labels);
}

static void
values_labels_and_offsets_are_matplotlibs(void **state)
{
    const size_t n = sizeof cases / sizeof cases[0];

    (void)state;
    assert_true(n >= 300);
    for (size_t i = 0; i < n; i++) {
        struct fp__ticks ticks;
        char what[128];

        snprintf(what, sizeof what, "%.17g … %.17g with room for %d", cases[i].lo, cases[i].hi,
                 cases[i].room);
        fp__ticks_place(&ticks, cases[i].lo, cases[i].hi, cases[i].room);
        expect_values(&ticks, cases[i].values, what);
        assert_true(fp__ticks_label(&ticks, cases[i].lo, cases[i].hi, NULL));
        expect_labels(&ticks, cases[i].labels, what);
        if (strcmp(ticks.offset, cases[i].offset) != 0)
            fail_msg("%s: offset \"%s\", not \"%s\"", what, ticks.offset, cases[i].offset);
    }
}

/* x ticks for N columns in a default square axes, 370 px or 266 pt wide: the specified table. */
static void
columns_get_the_specified_ticks(void **state)
{
    static const struct {
        int columns, step;
    } table[] = {{10, 2},   {28, 5},   {64, 10},   {100, 20},
                 {128, 20}, {256, 50}, {512, 100}, {1024, 200}};

    (void)state;
    for (size_t i = 0; i < sizeof table / sizeof table[0]; i++) {
        struct fp__ticks ticks;
        int room = fp__ticks_room(369.6 * 72 / 100, 10, 3);
        double hi = table[i].columns - .5;
        int wanted = 0;

        fp__ticks_place(&ticks, -.5, hi, room);
        for (size_t k = 0; k < ticks.n; k++) {
            if (ticks.value[k] < -.5 || ticks.value[k] > hi)
                continue;
            assert_near(ticks.value[k], wanted, 0);
            wanted += table[i].step;
        }
        assert_true(wanted > hi && wanted - table[i].step <= hi);
    }
}

static void
room_is_lengths_over_labels_clipped_to_1_to_30(void **state)
{
    (void)state;
    assert_int_equal(fp__ticks_room(266.1, 10, 3), 8);
    assert_int_equal(fp__ticks_room(59.9, 10, 2), 2);
    assert_int_equal(fp__ticks_room(60, 10, 2), 3);
    assert_int_equal(fp__ticks_room(.1, 10, 2), 1);
    assert_int_equal(fp__ticks_room(1e300, 10, 3), 30);
}

/* Bounds: the program ends, every value is finite, every text is terminated. */
static void
no_interval_hangs_or_overflows(void **state)
{
    static const double ends[] = {-DBL_MAX, -1e308, -1e300, -1,      -DBL_MIN, -5e-324,
                                  0,        5e-324, 1e-310, DBL_MIN, 1e-300,   1e-17,
                                  1,        1e17,   1e300,  1e308,   DBL_MAX};
    const size_t n = sizeof ends / sizeof ends[0];

    (void)state;
    for (size_t i = 0; i < n * n * 9; i++) {
        double lo = ends[i / 9 / n], hi = ends[i / 9 % n];
        struct fp__ticks ticks;

        if (lo > hi)
            continue;
        fp__ticks_place(&ticks, lo, hi, 1 + (int)(i % 9));
        assert_true(ticks.n <= FP__TICKS_AT_MOST);
        for (size_t k = 0; k < ticks.n; k++)
            assert_true(isfinite(ticks.value[k]));
        assert_true(fp__ticks_label(&ticks, lo, hi, NULL));
        assert_non_null(memchr(ticks.offset, '\0', sizeof ticks.offset));
        for (size_t k = 0; k < ticks.n; k++)
            assert_non_null(memchr(ticks.label[k], '\0', sizeof ticks.label[k]));
    }
}

/* Every neighbour, for a thousand random doubles: where digits differ only at the very end. */
static void
adjacent_doubles_have_ticks(void **state)
{
    uint64_t bits = 88172645463325252u;

    (void)state;
    for (int i = 0; i < 1000; i++) {
        struct fp__ticks ticks;
        double lo;

        bits ^= bits << 13; /* xorshift64 (Marsaglia 2003) */
        bits ^= bits >> 7;
        bits ^= bits << 17;
        memcpy(&lo, &bits, sizeof lo);
        if (!isfinite(lo))
            continue;
        fp__ticks_place(&ticks, lo, nextafter(lo, INFINITY), 9);
        assert_true(fp__ticks_label(&ticks, lo, nextafter(lo, INFINITY), NULL));
    }
}

static void
labels_say_when_there_is_no_memory(void **state)
{
    struct fp__ticks ticks;

    (void)state;
    fp__ticks_place(&ticks, 0, 1, 5);
    fp__alloc_fail_at(1, true);
    assert_false(fp__ticks_label(&ticks, 0, 1, NULL));
    fp__alloc_fail_at(0, false);
    assert_true(fp__ticks_label(&ticks, 0, 1, NULL));
}

/* Where a power of ten is no normal number: the scale of a colorbar of levels around the smallest
 * double there is. */
static void
ticks_below_all_powers_of_ten_are_written_as_numbers(void **state)
{
    struct fp__ticks ticks = {.n = 2, .value = {0, 5e-324}};

    (void)state;
    assert_true(fp__ticks_label(&ticks, 0, 5e-324, NULL));
    for (size_t i = 0; i < 2; i++)
        assert_null(strstr(ticks.label[i], "nan"));
}

/* transforms.nonsingular, called by hand with matplotlib 3.6.3. */
static void
narrow_intervals_are_widened(void **state)
{
    static const struct {
        double lo, hi, wide_lo, wide_hi;
    } table[] = {{5, 5, 4.5, 5.5},
                 {0, 0, -.1, .1},
                 {-2, -2, -2.2, -1.8},
                 {0, 1e-300, -.1, .1},
                 {1, 1 + 1e-10, 1, 1 + 1e-10}};

    (void)state;
    for (size_t i = 0; i < sizeof table / sizeof table[0]; i++) {
        double lo = table[i].lo, hi = table[i].hi;

        fp__interval_widen(&lo, &hi, .1, 1e-15);
        assert_near(lo, table[i].wide_lo, 0);
        assert_near(hi, table[i].wide_hi, 0);
    }
}

static void
division_rounds_down_through_the_remainder(void **state)
{
    double rest;

    (void)state;
    assert_near(fp__floor_divide(1, .1, &rest), 9, 0);
    assert_near(rest, .09999999999999995, 1e-17);
    assert_near(fp__floor_divide(-1, 3, &rest), -1, 0);
    assert_near(rest, 2, 0);
    assert_near(fp__floor_divide(0x1p53 - 1, 1, &rest), 0x1p53 - 1, 0);
    assert_true(isnan(fp__floor_divide(1, 0, &rest)));
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(values_labels_and_offsets_are_matplotlibs),
        world_test(columns_get_the_specified_ticks),
        world_test(room_is_lengths_over_labels_clipped_to_1_to_30),
        world_test(no_interval_hangs_or_overflows),
        world_test(adjacent_doubles_have_ticks),
        world_test(labels_say_when_there_is_no_memory),
        world_test(ticks_below_all_powers_of_ten_are_written_as_numbers),
        world_test(narrow_intervals_are_widened),
        world_test(division_rounds_down_through_the_remainder),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
