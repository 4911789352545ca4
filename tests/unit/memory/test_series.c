/* SPDX-License-Identifier: MIT */
/* test_series.c: what is warm-up, what a block says, and where a series has settled. */
#include <math.h>

#include "memory/series.h"
#include "unit/support.h"

enum { MOST = 2000 };

static double times[MOST];
static double values[MOST];
static const struct fp_window by_rule = {.warm_up = FP_UNKNOWN};

/* t = 0, 1, 2 … and x = 0. */
static struct fp_series
quiet_series(size_t n)
{
    for (size_t i = 0; i < n; i++) {
        times[i] = (double)i;
        values[i] = 0;
    }
    return (struct fp_series){times, values, n};
}

static void
warm_up_is_a_fifth_and_at_least_50(void **state)
{
    const struct fp_window none = {.warm_up = 0}, given = {.warm_up = 7};

    (void)state;
    assert_int_equal(fp__series_warm_up(0, &by_rule), 50);
    assert_int_equal(fp__series_warm_up(250, &by_rule), 50);
    assert_int_equal(fp__series_warm_up(251, &by_rule), 51);
    assert_int_equal(fp__series_warm_up(1000, &by_rule), 200);
    assert_int_equal(fp__series_warm_up(4001, &by_rule), 801);
    assert_int_equal(fp__series_warm_up(1000, &none), 0);
    assert_int_equal(fp__series_warm_up(1000, &given), 7);
}

static void
warm_up_can_be_a_time(void **state)
{
    const double t[] = {100, 100.5, 101, 103, 104};

    (void)state;
    assert_int_equal(fp_samples_within(t, 5, 0), 0);
    assert_int_equal(fp_samples_within(t, 5, 0.1), 1);
    assert_int_equal(fp_samples_within(t, 5, 1), 2);
    assert_int_equal(fp_samples_within(t, 5, 1.5), 3);
    assert_int_equal(fp_samples_within(t, 5, 99), 5);
    assert_int_equal(fp_samples_within(t, 0, 1), 0);
}

static void
a_block_is_its_least_value_at_its_mean_time(void **state)
{
    struct fp_series series = quiet_series(260);
    struct fp__blocks blocks;

    (void)state;
    for (size_t i = 60; i < 260; i++)
        values[i] = 5 + (double)(i % 10);
    values[83] = 1e9;
    values[147] = -2;
    assert_true(fp__series_blocks(&series, 60, false, &blocks));
    assert_int_equal(blocks.n, 20);
    for (size_t i = 0; i < 20; i++) {
        assert_int_equal(blocks.first[i], 60 + 10 * i);
        assert_near(blocks.t[i], 64.5 + 10 * (double)i, 0);
        assert_near(blocks.y[i], i == 8 ? -2 : 5, 0);
    }
}

static void
blocks_share_what_does_not_divide(void **state)
{
    struct fp_series series = quiet_series(139);
    struct fp__blocks blocks;

    (void)state;
    assert_true(fp__series_blocks(&series, 100, false, &blocks));
    assert_int_equal(blocks.first[0], 100);
    for (size_t i = 1; i < 20; i++)
        assert_in_range(blocks.first[i] - blocks.first[i - 1], 1, 2);
    assert_in_range(series.n - blocks.first[19], 1, 2);
}

static void
the_last_block_can_be_left_out(void **state)
{
    struct fp_series series = quiet_series(120);
    struct fp__blocks blocks;

    (void)state;
    for (size_t i = 115; i < 120; i++)
        values[i] = -100;
    assert_true(fp__series_blocks(&series, 20, true, &blocks));
    assert_int_equal(blocks.n, 19);
    assert_int_equal(blocks.first[18], 110);
    assert_near(blocks.y[18], 0, 0);
}

static void
missing_values_are_passed_over(void **state)
{
    struct fp_series series = quiet_series(100);
    struct fp__blocks blocks;

    (void)state;
    values[60] = NAN;
    values[61] = INFINITY;
    values[62] = -INFINITY;
    assert_true(fp__series_blocks(&series, 0, false, &blocks));
    assert_near(blocks.y[12], 0, 0);
    values[63] = values[64] = NAN;
    assert_false(fp__series_blocks(&series, 0, false, &blocks));
}

static void
there_are_no_blocks_without_samples_or_time(void **state)
{
    struct fp_series series = quiet_series(100);
    struct fp__blocks blocks;

    (void)state;
    assert_true(fp__series_blocks(&series, 80, false, &blocks));
    assert_false(fp__series_blocks(&series, 81, false, &blocks));
    assert_false(fp__series_blocks(&series, 100, false, &blocks));
    assert_false(fp__series_blocks(&series, 1000, false, &blocks));
    series.n = 0;
    assert_false(fp__series_blocks(&series, 0, false, &blocks));
    series.n = 100;
    for (size_t i = 40; i < 60; i++)
        times[i] = 40;
    assert_false(fp__series_blocks(&series, 0, false, &blocks));
    times[99] = NAN;
    assert_false(fp__series_blocks(&series, 80, false, &blocks));
    series.x = NULL;
    assert_false(fp__series_blocks(&series, 0, false, &blocks));
}

static struct fp__blocks
blocks_of(double (*value)(double))
{
    struct fp__blocks blocks = {.n = 20};

    for (size_t i = 0; i < 20; i++)
        blocks.y[i] = value((double)i);
    return blocks;
}

static double
same(double i)
{
    (void)i;
    return 0.1;
}

static double
step_at_5(double i)
{
    return i < 5 ? 0 : 7;
}

static double
step_at_14(double i)
{
    return i < 14 ? 0 : 7;
}

static double
fading(double i)
{
    return 1000 - 1000 * exp(-i) + fmod(i, 2);
}

static double
line(double i)
{
    return 3 * i;
}

static void
a_series_settles_where_the_rest_is_quietest(void **state)
{
    struct fp__blocks blocks = blocks_of(same);

    (void)state;
    assert_int_equal(fp__series_truncate(&blocks), 0);
    blocks = blocks_of(step_at_5);
    assert_int_equal(fp__series_truncate(&blocks), 5);
    blocks = blocks_of(fading);
    assert_in_range(fp__series_truncate(&blocks), 4, 9);
}

static double
calmer_from_10(double i)
{
    return (i < 10 ? 1.2 : 1) * (fmod(i, 2) - 0.5);
}

/* 24.4/20² is less than 10/10², though 24.4/20 is more than 10/10. */
static void
a_little_calm_is_not_worth_ten_blocks(void **state)
{
    struct fp__blocks blocks = blocks_of(calmer_from_10);

    (void)state;
    assert_int_equal(fp__series_truncate(&blocks), 0);
}

static void
never_more_than_ten_blocks_go(void **state)
{
    struct fp__blocks blocks = blocks_of(line);

    (void)state;
    assert_int_equal(fp__series_truncate(&blocks), 10);
    blocks = blocks_of(step_at_14);
    assert_in_range(fp__series_truncate(&blocks), 0, 10);
    blocks = blocks_of(line);
    blocks.n = 19;
    assert_int_equal(fp__series_truncate(&blocks), 10);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(warm_up_is_a_fifth_and_at_least_50),
        world_test(warm_up_can_be_a_time),
        world_test(a_block_is_its_least_value_at_its_mean_time),
        world_test(blocks_share_what_does_not_divide),
        world_test(the_last_block_can_be_left_out),
        world_test(missing_values_are_passed_over),
        world_test(there_are_no_blocks_without_samples_or_time),
        world_test(a_series_settles_where_the_rest_is_quietest),
        world_test(a_little_calm_is_not_worth_ten_blocks),
        world_test(never_more_than_ten_blocks_go),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
