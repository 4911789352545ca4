/* SPDX-License-Identifier: MIT */
/* test_curve_pieces.c: curves that are made of straight pieces. */
#include <math.h>

#include "color/curve.h"
#include "unit/support.h"

static void
expect(const struct fp__curve *curve, double v, double t)
{
    assert_near(fp__curve_at(curve, v), t, 1e-12);
    assert_near(fp__curve_inverse(curve, t), v, 1e-12 * fmax(1, fabs(v)));
}

static void
a_bent_line_has_two_slopes(void **state)
{
    const struct fp__curve bent = {.kind = FP__CURVE_BENT, .from = -10, .middle = 1, .to = 3};

    (void)state;
    expect(&bent, -10, 0);
    expect(&bent, -4.5, .5);
    expect(&bent, 1, 1);
    expect(&bent, 2, 1.5);
    expect(&bent, 3, 2);
    expect(&bent, -21, -1);
    expect(&bent, 5, 3);
}

/* There is one slope then, from one end to the other. */
static void
the_bend_may_be_at_an_end(void **state)
{
    (void)state;
    for (int at = 0; at <= 8; at += 8) {
        const struct fp__curve bent = {.kind = FP__CURVE_BENT, .from = 0, .middle = at, .to = 8};

        expect(&bent, 0, 0);
        expect(&bent, 2, .5);
        expect(&bent, 8, 2);
    }
}

static void
steps_are_equally_high(void **state)
{
    const double steps[] = {-2, -1, 4, 10};
    const struct fp__curve curve = {.kind = FP__CURVE_STEPS, .steps = steps, .count = 4};

    (void)state;
    for (int i = 0; i < 4; i++)
        expect(&curve, steps[i], i);
    expect(&curve, 1.5, 1.5);
    expect(&curve, 7, 2.5);
    expect(&curve, -3, -1);
    expect(&curve, 16, 4);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(a_bent_line_has_two_slopes),
        world_test(the_bend_may_be_at_an_end),
        world_test(steps_are_equally_high),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
