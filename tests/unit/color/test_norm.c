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

/* The norm of that name with limits; its boundaries are the caller's. */
static struct fp_norm
norm_of(const char *text, double vmin, double vmax)
{
    struct fp_norm norm;

    assert_int_equal(fp_norm_parse(NULL, text, &norm), FP_OK);
    norm.vmin = vmin;
    norm.vmax = vmax;
    return norm;
}

/* A word of the message when the norm is refused, NULL when it is not. */
static void
expect_resolved(const char *text, double vmin, double vmax, double low, double high,
                const char *refused)
{
    struct fp_norm norm = norm_of(text, vmin, vmax), before = norm;
    enum fp_status status = fp_norm_resolve(NULL, &norm, low, high);

    assert_int_equal(status, refused ? FP_ERR_ARGUMENT : FP_OK);
    if (refused) {
        assert_memory_equal(&norm, &before, sizeof norm);
        assert_string_not_equal(fp_context_hint(NULL), "");
        if (!strstr(fp_context_message(NULL), refused))
            fail_msg("%s: %s", text, fp_context_message(NULL));
    }
    fp_unref(norm.boundaries);
}

static void
limits_keep_to_the_domain(void **state)
{
    (void)state;
    expect_resolved("log", NAN, NAN, 1, 2, NULL);
    expect_resolved("log", 0, NAN, 1, 2, "vmin: 0");
    expect_resolved("log", NAN, -1, 1, 2, "vmax: -1");
    expect_resolved("logit", 0, .5, .1, .2, "vmin: 0");
    expect_resolved("logit", .5, 1, .1, .2, "vmax: 1");
    expect_resolved("log", 5, NAN, 1, 2, "above vmax");
    expect_resolved("twoslope:3", 4, NAN, 1, 9, "centre 3");
    expect_resolved("twoslope:3", NAN, 2, 1, 9, "centre 3");
    expect_resolved("twoslope:3", 3, 3, 1, 9, NULL);
    expect_resolved("centered", -1, NAN, 1, 2, "limits of its own");
    expect_resolved("centered:0,5", -5, 5, 1, 2, NULL); /* the very same */
    expect_resolved("centered:0,5", -5, 6, 1, 2, "limits of its own");
    expect_resolved("boundary:1,2", NAN, 3, 1, 2, "limits of its own");
    expect_resolved("boundary:1,2", 1, 2, 1, 2, NULL);
    expect_resolved("centered:1e308", NAN, NAN, -1e308, 1e308, "beyond all numbers");
    expect_resolved("symlog:1e308", NAN, NAN, -1.7e308, 1.7e308, "larger numbers");
}

static void
parameters_are_checked(void **state)
{
    static const struct {
        struct fp_norm norm;
        const char *word;
    } wrong[] = {
        {{.kind = (enum fp_norm_kind)9}, "number 9"},
        {{.kind = (enum fp_norm_kind) - 1}, "number -1"},
        {{.kind = FP_NORM_SYMLOG, .linscale = 1}, "linthresh is 0"},
        {{.kind = FP_NORM_SYMLOG, .linthresh = 1, .linscale = NAN}, "linscale is nan"},
        {{.kind = FP_NORM_ASINH, .width = INFINITY}, "width is inf"},
        {{.kind = FP_NORM_POWER, .gamma = -1}, "gamma is -1"},
        {{.kind = FP_NORM_TWOSLOPE, .center = NAN}, "centre nan"},
        {{.kind = FP_NORM_CENTERED, .center = INFINITY}, "centre inf"},
        {{.kind = FP_NORM_CENTERED, .half_range = INFINITY}, "half range"},
        {{.kind = FP_NORM_BOUNDARY}, "boundaries"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        struct fp_norm norm = wrong[i].norm;

        norm.vmin = norm.vmax = NAN;
        assert_int_equal(fp__norm_check(NULL, &norm), FP_ERR_ARGUMENT);
        if (!strstr(fp_context_message(NULL), wrong[i].word))
            fail_msg("%zu: %s", i, fp_context_message(NULL));
    }
}

static void
boundaries_have_one_dimension_and_rise(void **state)
{
    static const float values[] = {1, 2, NAN, 4, 3};
    const struct {
        size_t shape[2];
        int ndim;
        bool fine;
    } rows[] = {
        {{2}, 1, true}, {{1}, 1, false}, {{3}, 1, false}, {{5}, 1, false}, {{2, 1}, 2, false}};

    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct fp_layout layout = fp_layout_c(FP_FLOAT32, rows[i].ndim, rows[i].shape);
        struct fp_norm norm = {.kind = FP_NORM_BOUNDARY, .vmin = NAN, .vmax = NAN};

        norm.boundaries = fp_array_copy(NULL, values, &layout);
        assert_int_equal(fp__norm_check(NULL, &norm) == FP_OK, rows[i].fine);
        fp_unref(norm.boundaries);
    }
}

static void
without_values_limits_stay_open(void **state)
{
    static const char *const open[] = {"linear",     "log",      "symlog",
                                       "twoslope:0", "centered", "logit"};

    (void)state;
    for (size_t i = 0; i < sizeof open / sizeof *open; i++) {
        struct fp_norm norm = norm_of(open[i], NAN, NAN);

        assert_int_equal(fp_norm_resolve(NULL, &norm, NAN, NAN), FP_OK);
        assert_true(isnan(norm.vmin) && isnan(norm.vmax));
    }
}

/* There and back, for places in all of 0 … 1. */
static void
inverses_give_the_value_back(void **state)
{
    static const struct {
        const char *norm;
        double vmin, vmax;
    } rows[] = {{"linear", -3, 7},       {"log", 1e-3, 1e5},     {"symlog:0.5,2", -100, 1000},
                {"asinh:2", -100, 1000}, {"power:0.5", -3, 7},   {"power:3", 2, 1e200},
                {"twoslope:1", -3, 7},   {"logit", .001, .9},    {"linear", -1e308, 1.5e308},
                {"linear", 4, 4},        {"twoslope:-3", -3, 7}, {"twoslope:1", -1e308, 1e308}};

    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct fp_norm norm = norm_of(rows[i].norm, rows[i].vmin, rows[i].vmax);
        struct fp__placer placer = fp__placer_of(&norm);
        bool one = norm.vmin == norm.vmax;

        for (int k = 0; k <= 16; k++) {
            double x = norm.kind == FP_NORM_TWOSLOPE && norm.center == norm.vmin ? .5 + k / 32.0
                                                                                 : k / 16.0;
            double v = fp__placer_inverse(&placer, x);

            assert_true(v >= norm.vmin * (1 - copysign(1e-14, norm.vmin)));
            assert_near(fp__placer_at(&placer, v), one ? 0 : x, 1e-13);
        }
    }
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
        world_test(limits_keep_to_the_domain),
        world_test(parameters_are_checked),
        world_test(boundaries_have_one_dimension_and_rise),
        world_test(without_values_limits_stay_open),
        world_test(inverses_give_the_value_back),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
