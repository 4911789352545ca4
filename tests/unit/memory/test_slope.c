/* SPDX-License-Identifier: MIT */
/* test_slope.c: the slope, its bounds by hand-counted rank, ties, outliers. */
#include <math.h>

#include "memory/slope.h"
#include "unit/support.h"

static const double steady[] = {0,  1,  2,  3,  4,  5,  6,  7,  8,  9,
                                10, 11, 12, 13, 14, 15, 16, 17, 18, 19};

/* Slopes of the pairs of y over 0, 1, 2 …, in rising order. */
static size_t
all_slopes(const double *y, size_t n, double *slopes)
{
    size_t count = 0;

    for (size_t i = 0; i < n; i++)
        for (size_t j = i + 1; j < n; j++) {
            double slope = (y[j] - y[i]) / (double)(j - i);
            size_t at = count++;

            for (; at > 0 && slopes[at - 1] > slope; at--)
                slopes[at] = slopes[at - 1];
            slopes[at] = slope;
        }
    return count;
}

static void
a_line_has_one_slope(void **state)
{
    double t[20], y[20];
    struct fp__slope slope;

    (void)state;
    for (size_t i = 0; i < 20; i++) {
        t[i] = 1000 + 0.5 * (double)i * (double)(i + 1);
        y[i] = 7 - 2 * t[i];
    }
    slope = fp__slope_sen(t, y, 20);
    assert_near(slope.median, -2, 1e-12);
    assert_near(slope.lower, -2, 1e-12);
    assert_near(slope.upper, -2, 1e-12);
}

static void
equal_values_have_slope_0(void **state)
{
    double y[20];
    struct fp__slope slope;

    (void)state;
    for (size_t i = 0; i < 20; i++)
        y[i] = 0.1;
    slope = fp__slope_sen(steady, y, 20);
    assert_near(slope.median, 0, 0);
    assert_near(slope.lower, 0, 0);
    assert_near(slope.upper, 0, 0);
}

/* All slopes differ: V = n(n−1)(2n+5)/18. The rank from below, (P − 2.713·√V)/2 rounded down:
 *   n = 9:  (36 − 2.713·9.592)/2 = 4.99
 *   n = 10: (45 − 2.713·11.180)/2 = 7.33
 *   n = 20: (190 − 2.713·30.822)/2 = 53.19 */
static void
the_bounds_have_the_ranks_of_sen(void **state)
{
    const size_t sizes[] = {9, 10, 20}, ranks[] = {4, 7, 53};
    double y[20], slopes[190];

    (void)state;
    for (size_t i = 0; i < 20; i++)
        y[i] = sin(37 * (double)i) * 100 + 3 * (double)i;
    for (size_t k = 0; k < 3; k++) {
        size_t n = sizes[k], pairs = all_slopes(y, n, slopes);
        struct fp__slope slope = fp__slope_sen(steady, y, n);

        assert_near(slope.lower, slopes[ranks[k] - 1], 0);
        assert_near(slope.upper, slopes[pairs - ranks[k]], 0);
        assert_near(slope.median, (slopes[(pairs - 1) / 2] + slopes[pairs / 2]) / 2, 0);
    }
}

/* Five equal values take 5·4·15 from n(n−1)(2n+5) = 2250: V = (2250 − 300)/18 = 108.33, and the
 * rank becomes (45 − 2.713·10.408)/2 = 8.38. */
static void
ties_narrow_the_bounds(void **state)
{
    const double y[] = {4, 0, 9, 4, 4, 17, 4, 33, 4, 61};
    double slopes[45];
    struct fp__slope slope = fp__slope_sen(steady, y, 10);

    (void)state;
    all_slopes(y, 10, slopes);
    assert_true(slopes[7] > slopes[6] && slopes[37] < slopes[38]);
    assert_near(slope.lower, slopes[7], 0);
    assert_near(slope.upper, slopes[37], 0);
}

static void
an_outlier_does_not_bend_it(void **state)
{
    double y[20];

    (void)state;
    for (size_t i = 0; i < 20; i++)
        y[i] = 5 * (double)i;
    y[19] = 1e12;
    assert_near(fp__slope_median(steady, y, 20), 5, 0);
    assert_near(fp__slope_sen(steady, y, 20).upper, 5, 0);
}

static void
few_values_have_a_median_slope(void **state)
{
    const double t[] = {0, 1, 4}, y[] = {0, 2, 20};

    (void)state;
    assert_near(fp__slope_median(t, y, 2), 2, 0);
    assert_near(fp__slope_median(t, y, 3), 5, 0); /* of 2, 5 and 6 */
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(a_line_has_one_slope),
        world_test(equal_values_have_slope_0),
        world_test(the_bounds_have_the_ranks_of_sen),
        world_test(ties_narrow_the_bounds),
        world_test(an_outlier_does_not_bend_it),
        world_test(few_values_have_a_median_slope),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
