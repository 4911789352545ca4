/* SPDX-License-Identifier: MIT */
/* test_curve.c: the curves against those of matplotlib's scales, and there and back. */
#include <math.h>

#include "unit/color/curve_cases.h"
#include "unit/support.h"

enum { CASES = sizeof curve_cases / sizeof *curve_cases };

static void
curves_are_matplotlib_s(void **state)
{
    (void)state;
    for (size_t i = 0; i < CASES; i++) {
        const struct curve_case *c = &curve_cases[i];

        assert_near(fp__curve_at(&c->curve, c->v), c->t, 1e-14 * fabs(c->t));
    }
}

/* matplotlib's PowerNorm has no transform; this is its formula. */
static void
powers_begin_at_their_origin(void **state)
{
    struct fp__curve root = {.kind = FP__CURVE_POWER, .gamma = .5, .from = 3};

    (void)state;
    assert_true(fp__curve_at(&root, 3) == 0);
    assert_true(fp__curve_at(&root, 12) == 3);
    assert_true(fp__curve_at(&root, 1) == 0);
    assert_true(isnan(fp__curve_at(&root, NAN)));
    assert_true(fp__curve_inverse(&root, 3) == 12);
    assert_true(fp__curve_inverse(&root, 0) == 3);
    assert_true(fp__curve_inverse(&root, -2) == 3);
    assert_true(fp__curve_at(&(struct fp__curve){.kind = FP__CURVE_LINEAR}, -2.5) == -2.5);
    assert_true(fp__curve_inverse(&(struct fp__curve){.kind = FP__CURVE_LINEAR}, 7.5) == 7.5);
}

/* How far t may be from the curve at v: a few roundings of v itself, as the curve stretches
 * them. */
static double
slack(const struct fp__curve *curve, double v)
{
    double near = fabs(fp__curve_at(curve, v * (1 + 4e-16)) - fp__curve_at(curve, v));

    return 8 * near + 1e-14 * fabs(fp__curve_at(curve, v));
}

static void
inverses_lead_back(void **state)
{
    (void)state;
    for (size_t i = 0; i < CASES; i++) {
        const struct curve_case *c = &curve_cases[i];
        double v = fp__curve_inverse(&c->curve, c->t);

        if (isnan(c->t) || fabs(c->v) > 1e200 || (c->v != 0 && fabs(c->v) < 1e-200))
            continue; /* a rounding of t is more than v can take */
        assert_near(fp__curve_at(&c->curve, v), c->t, slack(&c->curve, v));
        assert_near(v, c->v, 1e-9 * fabs(c->v));
    }
}

static void
curves_rise(void **state)
{
    (void)state;
    for (size_t i = 1; i < CASES; i++) {
        const struct curve_case *a = &curve_cases[i - 1], *b = &curve_cases[i];

        if (a->v < b->v && !isnan(a->t) && !isnan(b->t))
            assert_true(fp__curve_at(&a->curve, a->v) <= fp__curve_at(&b->curve, b->v));
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(curves_are_matplotlib_s),
        world_test(powers_begin_at_their_origin),
        world_test(inverses_lead_back),
        world_test(curves_rise),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
