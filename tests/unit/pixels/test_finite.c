/* SPDX-License-Identifier: MIT */
/* test_finite.c: means where some of the values are not finite. */
#include "pixels/finite.h"

#include <float.h>
#include <math.h>

#include "unit/support.h"

static void
one_value_that_is_not_finite_is_seen_anywhere(void **state)
{
    static const double bad[] = {NAN, INFINITY, -INFINITY};
    double values[22] = {0};

    (void)state;
    for (size_t n = 0; n <= 11; n++)
        for (size_t stride = 1; stride <= 2; stride++) {
            assert_true(fp__all_finite(values, stride, n));
            for (size_t i = 0; i < n; i++)
                for (size_t k = 0; k < 3; k++) {
                    values[i * stride] = bad[k];
                    assert_false(fp__all_finite(values, stride, n));
                    values[i * stride] = DBL_MAX;
                    assert_true(fp__all_finite(values, stride, n));
                }
        }
}

static void
what_is_not_finite_drops_out(void **state)
{
    static const double values[] = {1, NAN, 3, INFINITY, 9};
    static const double weights[] = {.25, .125, .125, .5, 0};

    (void)state;
    assert_near(fp__mean_of_finite(values, 1, weights, 5), (1 * .25 + 3 * .125) / .375, 1e-15);
    assert_near(fp__mean_of_finite(values, 2, weights, 3), (1 * .25 + 3 * .125 + 9 * .125) / .5,
                1e-15);
    assert_true(isnan(fp__mean_of_finite(values + 3, 1, weights + 3, 2)));
    assert_true(isnan(fp__mean_of_finite(values, 1, weights, 0)));
}

static void
equal_values_stay_what_they_are(void **state)
{
    static const double values[] = {.1, NAN, .1, .1};
    static const double weights[] = {.3, .1, .4, .2};

    (void)state;
    assert_true(fp__mean_of_finite(values, 1, weights, 4) == .1);
}

static void
values_at_both_ends_of_the_doubles_have_a_mean(void **state)
{
    static const double values[] = {DBL_MAX, -DBL_MAX};
    static const double weights[] = {.75, .25};

    (void)state;
    assert_near(fp__mean_of_finite(values, 1, weights, 2) / DBL_MAX, .5, 1e-15);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(one_value_that_is_not_finite_is_seen_anywhere),
        world_test(what_is_not_finite_drops_out),
        world_test(equal_values_stay_what_they_are),
        world_test(values_at_both_ends_of_the_doubles_have_a_mean),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
