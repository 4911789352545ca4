/* SPDX-License-Identifier: MIT */
/* test_range.c: the smallest and the largest value of an open interval, against a plain loop. */
#include "data/range.h"

#include <math.h>
#include <stdlib.h>

#include "flatplot/frames.h"
#include "unit/data/npy_bytes.h"

static void
expect_range(const double *values, size_t n, double above, double below)
{
    struct fp_layout layout = fp_layout_c(FP_FLOAT64, 1, &n);
    struct fp_array *array = fp_array_wrap(NULL, values, &layout, NULL, NULL);
    double low = NAN, high = NAN, got[2] = {1, 2};

    for (size_t i = 0; i < n; i++) {
        if (!(values[i] > above && values[i] < below))
            continue;
        low = fmin(low, values[i]);
        high = fmax(high, values[i]);
    }
    assert_int_equal(fp_array_range(array, above, below, &got[0], &got[1]), FP_OK);
    assert_near(got[0], low, 0);
    assert_near(got[1], high, 0);
    fp_unref(array);
}

static void
values_of_the_interval_count(void **state)
{
    static double values[1500];
    static const double odd[] = {NAN, INFINITY, -INFINITY, 0, 1, 5e-324};

    (void)state;
    for (size_t i = 0; i < 1500; i++)
        values[i] = i % 50 == 7 ? odd[i / 50 % 6] : 4.0 * rand() / RAND_MAX - 2;
    for (size_t n = 0; n <= 1500; n += 1 + n / 3) {
        expect_range(values, n, 0, INFINITY);
        expect_range(values, n, 0, 1);
        expect_range(values, n, -INFINITY, INFINITY);
        expect_range(values, n, -1, INFINITY);
        expect_range(values, n, 7, 8);
    }
}

static void
strides_and_types_are_followed(void **state)
{
    static const int16_t values[2][3] = {{-5, 4, 100}, {3, -7, 100}};
    struct fp_layout layout = {
        .dtype = FP_INT16, .ndim = 2, .shape = {2, 2}, .strides = {sizeof values[0], 2}};
    struct fp_array *array = fp_array_wrap(NULL, values, &layout, NULL, NULL);
    double low, high;

    (void)state;
    assert_int_equal(fp_array_range(array, 0, INFINITY, &low, &high), FP_OK);
    assert_true(low == 3 && high == 4);
    fp_close(array);
    assert_int_equal(fp_array_range(array, 0, INFINITY, &low, &high), FP_ERR_CLOSED);
    fp_unref(array);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(values_of_the_interval_count),
        world_test(strides_and_types_are_followed),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
