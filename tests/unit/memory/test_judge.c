/* SPDX-License-Identifier: MIT */
/* test_judge.c: one metric judged: the numbers, what a rise must be like, what cannot be told. */
#include <math.h>

#include "memory/judge.h"
#include "unit/support.h"

enum { MOST = 4000 };

static double times[MOST];
static double values[MOST];
static double held[MOST];
static const struct fp_window by_rule = {.warm_up = FP_UNKNOWN};

/* x = rate·t at t = 0, 1, 2 … */
static struct fp_series
rising(size_t n, double rate)
{
    for (size_t i = 0; i < n; i++) {
        times[i] = (double)i;
        values[i] = rate * times[i];
    }
    return (struct fp_series){times, values, n};
}

static struct fp_judgement
judge(const struct fp_series *series, double tolerance, double granularity)
{
    struct fp_rule rule = {.tolerance = tolerance, .granularity = granularity};
    struct fp_judgement judged;

    fp_judge_series(series, &by_rule, &rule, &judged);
    return judged;
}

/* 20 blocks of 40 from 200 on; a line is cut down to the last ten, which begin at 600 and whose
 * centres lie 360 apart. */
static void
the_bounds_are_as_wide_as_the_pages(void **state)
{
    struct fp_series series = rising(1000, 2000);
    struct fp_judgement judged = judge(&series, 1024, 3600);

    (void)state;
    assert_int_equal(judged.outcome, FP_GROWING);
    assert_near(judged.slope, 2000, 0);
    assert_near(judged.lower, 1990, 0);
    assert_near(judged.upper, 2010, 0);
    assert_near(judged.resolution, 10, 0);
    assert_near(judged.tolerance, 1024, 0);
    assert_true(judged.sustained);
    assert_int_equal(judged.first, 600);
    assert_int_equal(judged.wanted, 0);
}

static void
growth_at_the_tolerance_is_flat_above_it_is_not(void **state)
{
    struct fp_series series = rising(1000, 16);

    (void)state;
    assert_int_equal(judge(&series, 16, 0).outcome, FP_FLAT);
    assert_int_equal(judge(&series, 15, 0).outcome, FP_GROWING);
    assert_int_equal(judge(&series, 16, 1).outcome, FP_INCONCLUSIVE);
    series = rising(1000, -16);
    assert_int_equal(judge(&series, 15, 0).outcome, FP_FLAT);
}

/* Without a slope nothing is dropped: centres from 219.5 to 979.5, and 76,000 B free at 200. */
static void
free_heap_hides_what_the_heap_in_use_does_not_exclude(void **state)
{
    struct fp_series series = rising(1000, 0);
    struct fp_rule rule = {.tolerance = 90, .heap_free = held, .heap_growth = INFINITY};
    struct fp_judgement judged;

    (void)state;
    for (size_t i = 0; i < 1000; i++)
        held[i] = i == 200 ? 76000 : 1e9;
    fp_judge_series(&series, &by_rule, &rule, &judged);
    assert_int_equal(judged.outcome, FP_INCONCLUSIVE);
    assert_near(judged.resolution, 100, 0);
    assert_near(judged.lower, 0, 0);
    assert_near(judged.upper, 100, 0);
    rule.heap_growth = 16;
    fp_judge_series(&series, &by_rule, &rule, &judged);
    assert_int_equal(judged.outcome, FP_FLAT);
    assert_near(judged.upper, 16, 0);
    held[200] = NAN;
    fp_judge_series(&series, &by_rule, &rule, &judged);
    assert_near(judged.upper, 16, 0);
    held[200] = 760;
    fp_judge_series(&series, &by_rule, &rule, &judged);
    assert_near(judged.upper, 1, 0);
}

static void
a_counter_is_flat_when_it_stays_and_not_otherwise(void **state)
{
    struct fp_series series = rising(1000, 0);
    struct fp_judgement judged;

    (void)state;
    for (size_t i = 0; i < 1000; i += 3)
        values[i] = 8; /* held within a turn, gone in the next */
    assert_int_equal(judge(&series, 0, 0).outcome, FP_FLAT);
    for (size_t i = 0; i < 500; i++)
        values[i] -= 100; /* came to stay before the last ten blocks */
    assert_int_equal(judge(&series, 0, 0).outcome, FP_FLAT);
    for (size_t i = 800; i < 1000; i++)
        values[i] += 1;
    judged = judge(&series, 0, 0);
    assert_int_equal(judged.outcome, FP_INCONCLUSIVE);
    assert_int_equal(judged.wanted, 2000);
    series = rising(1000, 1);
    assert_int_equal(judge(&series, 0, 0).outcome, FP_GROWING);
    series = rising(1000, -1);
    assert_int_equal(judge(&series, 0, 0).outcome, FP_INCONCLUSIVE);
}

static bool
is_sustained(double (*y)(double), size_t n)
{
    double t[FP__BLOCKS], values_of[FP__BLOCKS];

    for (size_t i = 0; i < n; i++) {
        t[i] = (double)i;
        values_of[i] = y((double)i / (double)(n - 1));
    }
    return fp__judge_sustained(t, values_of, n);
}

static double
straight(double t)
{
    return t;
}

static double
falling(double t)
{
    return -t;
}

static double
stairs_of_5(double t)
{
    return floor(5 * t + 0.5);
}

static double
one_step(double t)
{
    return t < 0.5 ? 0 : 1;
}

static double
step_on_a_slope(double t)
{
    return t + 1.5 * one_step(t);
}

static double
then_quiet(double t)
{
    return t < 0.6 ? t : 0.6;
}

/* Its first and its last quarter rise, the two between are level. */
static double
rest_between(double t)
{
    double i = round(19 * t);
    return i < 5 ? i : i < 15 ? 5 : i - 9;
}

static double
fading(double t)
{
    return 1 - exp(-2 * t);
}

static double
hardly_fading(double t)
{
    return 1 - exp(-t);
}

static double
speeding_up(double t)
{
    return t * t;
}

static void
a_leak_rises_all_the_way_in_small_steps_at_its_pace(void **state)
{
    const size_t sizes[] = {9, 10, 20};

    (void)state;
    for (size_t i = 0; i < 3; i++) {
        assert_true(is_sustained(straight, sizes[i]));
        assert_true(is_sustained(stairs_of_5, sizes[i]));
        assert_true(is_sustained(hardly_fading, sizes[i]));
        assert_true(is_sustained(speeding_up, sizes[i]));
        assert_false(is_sustained(falling, sizes[i]));
        assert_false(is_sustained(one_step, sizes[i]));
        assert_false(is_sustained(step_on_a_slope, sizes[i]));
        assert_false(is_sustained(then_quiet, sizes[i]));
        assert_false(is_sustained(fading, sizes[i]));
    }
    assert_false(is_sustained(rest_between, 20));
}

static void
a_rise_that_is_not_sustained_is_looked_at_again(void **state)
{
    struct fp_series series = rising(1000, 0);
    struct fp_judgement judged;

    (void)state;
    for (size_t i = 0; i < 1000; i++)
        values[i] = 1e6 * fading(((double)i - 600) / 400);
    judged = judge(&series, 100, 0);
    assert_true(judged.lower > 100);
    assert_false(judged.sustained);
    assert_int_equal(judged.outcome, FP_INCONCLUSIVE);
    assert_int_equal(judged.wanted, 2000);
}

/* The last six blocks of twenty rise; over all twenty the bounds do not show it. */
static void
a_leak_that_began_late_is_not_flat(void **state)
{
    struct fp_series series = rising(1000, 0);

    (void)state;
    for (size_t i = 760; i < 1000; i++)
        values[i] = 2000 * (double)(i - 760);
    assert_int_equal(judge(&series, 1024, 0).outcome, FP_INCONCLUSIVE);
}

static void
fewer_than_70_samples_are_too_few(void **state)
{
    const struct fp_window ten = {.warm_up = 10};
    const struct fp_rule rule = {0};
    struct fp_series series = rising(69, 0);
    struct fp_judgement judged = judge(&series, 0, 0);

    (void)state;
    assert_int_equal(judged.outcome, FP_INCONCLUSIVE);
    assert_int_equal(judged.wanted, 70);
    assert_int_equal(judged.first, 69);
    assert_true(isnan(judged.slope) && isnan(judged.lower) && isnan(judged.upper));
    assert_true(isnan(judged.resolution));
    fp_judge_series(&series, &ten, &rule, &judged);
    assert_int_equal(judged.outcome, FP_FLAT);
    series.n = 29;
    fp_judge_series(&series, &ten, &rule, &judged);
    assert_int_equal(judged.wanted, 30);
    series = rising(70, 0);
    assert_int_equal(judge(&series, 0, 0).outcome, FP_FLAT);
    series = rising(70, 5);
    assert_int_equal(judge(&series, 0, 0).outcome, FP_GROWING);
    series.n = 0;
    assert_int_equal(judge(&series, 0, 0).wanted, 70);
}

static void
more_samples_do_not_help_against_gaps(void **state)
{
    struct fp_series series = rising(1000, 0);
    struct fp_judgement judged;

    (void)state;
    for (size_t i = 500; i < 600; i++)
        values[i] = NAN;
    judged = judge(&series, 0, 0);
    assert_int_equal(judged.outcome, FP_INCONCLUSIVE);
    assert_int_equal(judged.wanted, 0);
    assert_true(isnan(judged.upper));
}

static void
what_has_no_values_is_not_measured(void **state)
{
    struct fp_series series = rising(1000, NAN);

    (void)state;
    assert_int_equal(judge(&series, 0, 0).outcome, FP_UNMEASURED);
    series.x = NULL;
    assert_int_equal(judge(&series, 0, 0).outcome, FP_UNMEASURED);
}

/* A program that ends frees what it held. */
static void
the_end_of_a_program_can_be_left_out(void **state)
{
    const struct fp_window window = {.warm_up = FP_UNKNOWN, .drop_last = true};
    const struct fp_rule rule = {.tolerance = 4096, .granularity = 4096};
    struct fp_series series = rising(1000, 8000);
    struct fp_judgement judged;

    (void)state;
    for (size_t i = 965; i < 1000; i++)
        values[i] = 0;
    assert_int_equal(judge(&series, 4096, 4096).outcome, FP_INCONCLUSIVE);
    fp_judge_series(&series, &window, &rule, &judged);
    assert_int_equal(judged.outcome, FP_GROWING);
}

static void
the_number_that_would_decide_is_named(void **state)
{
    struct fp_series series = rising(100, 0);
    struct fp_judgement judged = judge(&series, 50, 4096);
    size_t named = judged.wanted;

    (void)state;
    assert_int_equal(judged.outcome, FP_INCONCLUSIVE);
    assert_in_range(named, 200, 1000);
    series = rising(named, 0);
    assert_int_equal(judge(&series, 50, 4096).outcome, FP_FLAT);

    series = rising(100, 100);
    judged = judge(&series, 50, 4096);
    named = judged.wanted;
    assert_int_equal(judged.outcome, FP_INCONCLUSIVE);
    assert_in_range(named, 200, 1000);
    series = rising(named, 100);
    assert_int_equal(judge(&series, 50, 4096).outcome, FP_GROWING);
}

static void
growth_as_good_as_equal_to_the_tolerance_is_never_decided(void **state)
{
    struct fp_series series = rising(100, 50);

    (void)state;
    assert_int_equal(judge(&series, 50, 4096).outcome, FP_INCONCLUSIVE);
    assert_int_equal(judge(&series, 50, 4096).wanted, 0);
    assert_int_equal(judge(&series, 50.01, 4096).wanted, 0);
    assert_int_equal(judge(&series, 49.99, 4096).wanted, 0);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(the_bounds_are_as_wide_as_the_pages),
        world_test(growth_at_the_tolerance_is_flat_above_it_is_not),
        world_test(free_heap_hides_what_the_heap_in_use_does_not_exclude),
        world_test(a_counter_is_flat_when_it_stays_and_not_otherwise),
        world_test(a_leak_rises_all_the_way_in_small_steps_at_its_pace),
        world_test(a_rise_that_is_not_sustained_is_looked_at_again),
        world_test(a_leak_that_began_late_is_not_flat),
        world_test(fewer_than_70_samples_are_too_few),
        world_test(more_samples_do_not_help_against_gaps),
        world_test(what_has_no_values_is_not_measured),
        world_test(the_end_of_a_program_can_be_left_out),
        world_test(the_number_that_would_decide_is_named),
        world_test(growth_as_good_as_equal_to_the_tolerance_is_never_decided),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
