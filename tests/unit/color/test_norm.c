/* SPDX-License-Identifier: MIT */
/* test_norm.c: limits that make sense, and places between them. */
#include <float.h>
#include <math.h>
#include <string.h>

#include "color/norm.h"
#include "unit/support.h"

static enum fp_status
check(double vmin, double vmax)
{
    return fp__norm_check(NULL,
                          &(struct fp_norm){.kind = FP_NORM_LINEAR, .vmin = vmin, .vmax = vmax});
}

static double
place(double vmin, double vmax, double value)
{
    struct fp__placer placer =
        fp__placer_of(&(struct fp_norm){.kind = FP_NORM_LINEAR, .vmin = vmin, .vmax = vmax});

    return fp__placer_at(&placer, value);
}

static void
limits_in_order_pass(void **state)
{
    (void)state;
    assert_int_equal(check(0, 1), FP_OK);
    assert_int_equal(check(5, 5), FP_OK);
    assert_int_equal(check(-DBL_MAX, DBL_MAX), FP_OK);
    assert_int_equal(check(NAN, NAN), FP_OK);
    assert_int_equal(check(NAN, -3), FP_OK);
    assert_int_equal(check(3, NAN), FP_OK);
}

static void
limits_out_of_order_are_named(void **state)
{
    (void)state;
    assert_int_equal(check(5.25, -0.1), FP_ERR_ARGUMENT);
    assert_non_null(strstr(fp_context_message(NULL), "5.25"));
    assert_non_null(strstr(fp_context_message(NULL), "-0.1"));
    assert_non_null(strstr(fp_context_hint(NULL), "swap"));
}

static void
infinite_limits_are_named(void **state)
{
    (void)state;
    assert_int_equal(check(-INFINITY, 1), FP_ERR_ARGUMENT);
    assert_non_null(strstr(fp_context_message(NULL), "vmin: -inf"));
    assert_int_equal(check(0, INFINITY), FP_ERR_ARGUMENT);
    assert_non_null(strstr(fp_context_message(NULL), "vmax: inf"));
    assert_int_equal(check(NAN, INFINITY), FP_ERR_ARGUMENT);
    assert_int_equal(check(INFINITY, -INFINITY), FP_ERR_ARGUMENT);
}

static void
places_are_those_of_the_formula(void **state)
{
    (void)state;
    for (int i = -20; i <= 40; i++) {
        double value = 0.1 + i * 0.07;

        assert_true(place(0.1, 1.7, value) == (value - 0.1) / (1.7 - 0.1));
        assert_true(place(-1e300, 3, value) == (value + 1e300) / (3 + 1e300));
    }
    assert_true(place(0, 4.9e-324, 4.9e-324) == 1);
}

static void
equal_limits_put_all_values_first(void **state)
{
    static const double values[] = {-DBL_MAX, -1, 2, 3, DBL_MAX};

    (void)state;
    for (size_t i = 0; i < sizeof values / sizeof *values; i++)
        assert_true(place(2, 2, values[i]) == 0);
}

static void
the_widest_limits_do_not_overflow(void **state)
{
    (void)state;
    assert_true(place(-DBL_MAX, DBL_MAX, -DBL_MAX) == 0);
    assert_true(place(-DBL_MAX, DBL_MAX, 0) == 0.5);
    assert_true(place(-DBL_MAX, DBL_MAX, DBL_MAX) == 1);
    assert_true(place(-1e308, 1e308, 1.5e308) == 1.25);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(limits_in_order_pass),
        world_test(limits_out_of_order_are_named),
        world_test(infinite_limits_are_named),
        world_test(places_are_those_of_the_formula),
        world_test(equal_limits_put_all_values_first),
        world_test(the_widest_limits_do_not_overflow),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
