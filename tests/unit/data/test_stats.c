/* SPDX-License-Identifier: MIT */
/* test_stats.c: counts over values against the same worked out plainly. */
#include "data/stats.h"
#include "unit/data/npy_bytes.h"

static struct fp_stats
stats_of(const void *data, const struct fp_layout *layout)
{
    struct fp_array *array = fp_array_wrap(NULL, data, layout, NULL, NULL);
    struct fp_stats stats;

    assert_int_equal(fp_array_stats(array, &stats), FP_OK);
    fp_unref(array);
    return stats;
}

static struct fp_stats
stats_of_doubles(const double *values, size_t n)
{
    struct fp_layout layout = fp_layout_c(FP_FLOAT64, 1, &n);

    return stats_of(values, &layout);
}

static void
check(const struct fp_stats *is, const double *values, size_t n)
{
    struct fp_stats must = {.count = n, .min = INFINITY, .max = -INFINITY};
    long double sum = 0;

    for (size_t i = 0; i < n; i++) {
        must.nan += isnan(values[i]) != 0;
        must.inf += isinf(values[i]) != 0;
        if (isfinite(values[i])) {
            must.finite++;
            must.min = fmin(must.min, values[i]);
            must.max = fmax(must.max, values[i]);
            sum += values[i];
        }
    }
    assert_int_equal(is->count, must.count);
    assert_int_equal(is->finite, must.finite);
    assert_int_equal(is->nan, must.nan);
    assert_int_equal(is->inf, must.inf);
    assert_near(is->min, must.finite ? must.min : NAN, 0);
    assert_near(is->max, must.finite ? must.max : NAN, 0);
    /* The values lie within ±1, so half a unit in the last place of 1 is generous. */
    assert_near(is->mean, must.finite ? (double)(sum / must.finite) : NAN, 0x1p-53);
}

static double
random_value(int odd_in)
{
    if (odd_in > 0 && rand() % odd_in == 0) {
        static const double odd[] = {NAN, INFINITY, -INFINITY};

        return odd[rand() % 3];
    }
    return 2.0 * rand() / RAND_MAX - 1;
}

static void
counts_equal_plain_counting(void **state)
{
    static double values[5000];

    (void)state;
    srand(3);
    for (int turn = 0; turn < 400; turn++) {
        size_t n = (size_t)(turn < 40 ? turn : rand() % 5000);
        int odd_in = turn % 4 == 0 ? 0 : turn % 4 == 1 ? 1000 : turn % 4 == 2 ? 5 : 1;

        for (size_t i = 0; i < n; i++) {
            values[i] = random_value(odd_in);
        }
        struct fp_stats stats = stats_of_doubles(values, n);
        check(&stats, values, n);
    }
}

/* A plain sum gives 0 or 1 for these. */
static void
small_values_survive_between_large_ones(void **state)
{
    static double values[30000];
    struct fp_stats stats;

    (void)state;
    for (int i = 0; i < 30000; i++) {
        static const double cycle[] = {1, 1e100, -1e100};

        values[i] = cycle[i % 3];
    }
    stats = stats_of_doubles(values, 30000);
    assert_near(stats.mean, 1.0 / 3, 1e-15);
    for (int i = 0; i < 30000; i++) {
        static const double cycle[] = {1, 1e100, 1, -1e100};

        values[i] = cycle[i % 4];
    }
    stats = stats_of_doubles(values, 30000);
    assert_near(stats.mean, 0.5, 1e-15);
    assert_true(stats.min == -1e100 && stats.max == 1e100);
}

static void
a_sum_above_every_double_is_infinite(void **state)
{
    static double values[2000];
    struct fp_stats stats;

    (void)state;
    for (int i = 0; i < 2000; i++) {
        values[i] = 1.7e308;
    }
    stats = stats_of_doubles(values, 2000);
    assert_int_equal(stats.finite, 2000);
    assert_int_equal(stats.inf, 0);
    assert_true(isinf(stats.mean) && stats.mean > 0);
    assert_true(stats.min == 1.7e308 && stats.max == 1.7e308);
}

static void
every_type_and_order_is_counted(void **state)
{
    unsigned char bytes[60 * 8];

    (void)state;
    for (int dtype = 0; dtype < FP_DTYPES; dtype++) {
        size_t size = fp_dtype_size(dtype);

        for (int swapped = 0; swapped < 2; swapped++) {
            struct fp_layout layout = {dtype, swapped, 2, {6, 10}, {0}};
            struct fp_stats stats;

            fp_layout_pack(&layout, swapped);
            for (size_t i = 0; i < 60; i++) {
                double value = dtype == FP_BOOL ? i % 2 : 10.0 + (double)i;

                encode(dtype, value, swapped != machine_is_big(), bytes + i * size);
            }
            stats = stats_of(bytes, &layout);
            assert_int_equal(stats.finite, 60);
            assert_true(stats.min == (dtype == FP_BOOL ? 0 : 10));
            assert_true(stats.max == (dtype == FP_BOOL ? 1 : 69));
            assert_true(stats.mean == (dtype == FP_BOOL ? 0.5 : 39.5));
        }
    }
}

static void
only_what_the_strides_reach_is_counted(void **state)
{
    double values[40];
    struct fp_layout layout = {FP_FLOAT64, false, 2, {4, 3}, {-80, 16}};
    struct fp_stats stats;

    (void)state;
    for (int i = 0; i < 40; i++) {
        values[i] = i % 10 < 6 && i % 2 == 0 ? i : NAN;
    }
    stats = stats_of(values + 30, &layout);
    assert_int_equal(stats.count, 12);
    assert_int_equal(stats.nan, 0);
    assert_true(stats.min == 0 && stats.max == 34 && stats.mean == 17);
}

static void
pieces_give_the_bits_of_the_whole(void **state)
{
    static double values[4099];
    struct fp__run run = {values, 8, FP_FLOAT64, false};
    struct fp__stats_sum sum;
    struct fp_stats pieces, whole;

    (void)state;
    srand(5);
    for (int i = 0; i < 4099; i++) {
        values[i] = random_value(i > 2000 ? 50 : 0) * pow(10, rand() % 20);
    }
    whole = stats_of_doubles(values, 4099);
    for (size_t piece = 4; piece < 3000; piece = piece * 3 + 4) {
        fp__stats_begin(&sum);
        for (size_t at = 0; at < 4099; at += piece) {
            run.base = values + at;
            fp__stats_add(&sum, &run, 4099 - at < piece ? 4099 - at : piece);
        }
        fp__stats_end(&sum, &pieces);
        assert_memory_equal(&pieces, &whole, sizeof whole);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(counts_equal_plain_counting),
        world_test(small_values_survive_between_large_ones),
        world_test(a_sum_above_every_double_is_infinite),
        world_test(every_type_and_order_is_counted),
        world_test(only_what_the_strides_reach_is_counted),
        world_test(pieces_give_the_bits_of_the_whole),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
