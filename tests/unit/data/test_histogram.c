/* SPDX-License-Identifier: MIT */
/* test_histogram.c: histograms are matplotlib's, which are numpy's. */
#include "unit/support.h"

#include <math.h>
#include <string.h>

#include "flatplot/histogram.h"
#include "unit/data/histogram_cases.h"

static struct fp_array *
column(const double *values, size_t n)
{
    struct fp_layout layout = fp_layout_c(FP_FLOAT64, 1, &n);

    return fp_array_copy(NULL, values, &layout);
}

/* Sums of weights are numpy's up to rounding: it adds them up in another order. */
static void
expect_numbers(size_t at, const char *what, struct fp_array *is, const double *wanted, size_t n,
               bool rounded)
{
    const double *values = fp_array_data(is);

    assert_int_equal(fp_array_count(is), n);
    for (size_t i = 0; i < n; i++) {
        bool same = values[i] == wanted[i] || (isnan(values[i]) && isnan(wanted[i])) ||
                    (rounded && fabs(values[i] - wanted[i]) <= 1e-15);

        if (!same)
            fail_msg("case %zu: %s %zu is %.17g, not %.17g", at, what, i, values[i], wanted[i]);
    }
}

static struct fp_array *
make_weights(size_t n)
{
    double weights[64];

    for (size_t i = 0; i < n; i++)
        weights[i] = (double)(i % 5) * .5;
    return column(weights, n);
}

static void
counts_and_edges_are_matplotlibs(void **state)
{
    size_t n = sizeof histogram_cases / sizeof histogram_cases[0];

    (void)state;
    assert_true(n >= 150);
    for (size_t i = 0; i < n; i++) {
        size_t count = (size_t)histogram_values[histogram_cases[i].values].n;
        size_t bins = (size_t)histogram_cases[i].bin_count;
        struct fp_array *values = column(histogram_values[histogram_cases[i].values].values, count);
        struct fp_array *counts, *edges;
        struct fp_histogram_options o = fp_histogram_defaults();

        if (histogram_cases[i].edge_count > 0)
            o.edges = column(histogram_cases[i].edges, (size_t)histogram_cases[i].edge_count);
        else
            assert_int_equal(fp_bins_parse(NULL, histogram_cases[i].bins, &o), FP_OK);
        memcpy(o.range, histogram_cases[i].range, sizeof o.range);
        o.weights = histogram_cases[i].weighted ? make_weights(count) : NULL;
        o.density = histogram_cases[i].density;
        o.cumulative = histogram_cases[i].cumulative;
        assert_int_equal(fp_array_histogram(values, &o, &counts, &edges), FP_OK);
        expect_numbers(i, "edge", edges, histogram_cases[i].found_edges, bins + 1, false);
        expect_numbers(i, "count", counts, histogram_cases[i].counts, bins, o.weights != NULL);
        fp_unref(counts);
        fp_unref(edges);
        fp_unref(values);
        fp_unref(o.weights);
        fp_unref(o.edges);
    }
}

static void
values_of_any_type_and_stride_are_counted(void **state)
{
    static const uint8_t bytes[] = {1, 9, 2, 9, 2, 9, 5, 9};
    struct fp_layout layout = fp_layout_c(FP_UINT8, 1, (size_t[]){4});
    struct fp_array *values, *counts, *edges;

    (void)state;
    layout.strides[0] = 2;
    values = fp_array_wrap(NULL, bytes, &layout, NULL, NULL);
    assert_int_equal(fp_array_histogram(values, NULL, &counts, &edges), FP_OK);
    expect_numbers(0, "count", counts, (double[]){1, 0, 2, 0, 0, 0, 0, 0, 0, 1}, 10, false);
    assert_near(((const double *)fp_array_data(edges))[10], 5, 0);
    fp_unref(counts);
    fp_unref(edges);
    fp_unref(values);
}

/* --- refusals --------------------------------------------------------------------------------- */

static void
expect_refused(struct fp_array *values, const struct fp_histogram_options *o, enum fp_status why)
{
    struct fp_array *counts = NULL, *edges = NULL;

    assert_int_equal(fp_array_histogram(values, o, &counts, &edges), why);
    assert_int_equal(fp_context_status(NULL), why);
    assert_null(counts);
    assert_null(edges);
    fp_context_clear_error(NULL);
}

static void
what_cannot_be_counted_is_refused(void **state)
{
    struct fp_array *values = column((double[]){1, 2, 3}, 3);
    struct fp_array *wild = column((double[]){1, INFINITY}, 2);
    struct fp_array *far = column((double[]){-1.7e308, 1.7e308}, 2);
    struct fp_array *few = column((double[]){1, 2}, 2), *one = column((double[]){1}, 1);
    struct fp_array *falling = column((double[]){1, 3, 2}, 3);
    struct fp_array *square = NULL;
    struct fp_layout layout = fp_layout_c(FP_FLOAT64, 2, (size_t[]){1, 2});
    const struct fp_histogram_options plain = fp_histogram_defaults(),
                                      wrong[] = {{.bins = 0, .range = {NAN, NAN}},
                                                 {.bins = FP_BINS_MAX + 1, .range = {NAN, NAN}},
                                                 {.bins = 3, .range = {2, 1}},
                                                 {.bins = 3, .range = {NAN, 1}},
                                                 {.bins = 3, .range = {0, INFINITY}},
                                                 {.edges = one},
                                                 {.edges = falling},
                                                 {.edges = wild},
                                                 {.bins = 3, .range = {NAN, NAN}, .weights = few},
                                                 {.bins = 3,
                                                  .range = {NAN, NAN},
                                                  .rule = FP_BINS_AUTO,
                                                  .weights = values}};

    (void)state;
    square = fp_array_copy(NULL, (double[]){1, 2}, &layout);
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++)
        expect_refused(values, &wrong[i], FP_ERR_ARGUMENT);
    expect_refused(wild, &plain, FP_ERR_ARGUMENT);
    expect_refused(far, &plain, FP_ERR_ARGUMENT);
    expect_refused(square, &plain, FP_ERR_ARGUMENT);
    fp_close(few);
    expect_refused(few, &plain, FP_ERR_CLOSED);
    fp_unref(values);
    fp_unref(wild);
    fp_unref(far);
    fp_unref(few);
    fp_unref(one);
    fp_unref(falling);
    fp_unref(square);
}

static void
a_rule_that_finds_too_many_bins_says_so(void **state)
{
    struct fp_array *values = column((double[]){0, 1e-9, 2e-9, 3e-9, 4e-9, 5e-9, 6e-9, 1}, 8);
    struct fp_histogram_options o = fp_histogram_defaults();

    (void)state;
    o.rule = FP_BINS_FD;
    expect_refused(values, &o, FP_ERR_LIMIT);
    fp_unref(values);
}

static void
bins_are_read_from_a_number_or_a_name(void **state)
{
    static const char *const none[] = {"", "0", "-1", "1.5", "10000001", "scott", "ten", "5x"};
    struct fp_histogram_options o = fp_histogram_defaults();

    (void)state;
    assert_int_equal(fp_bins_parse(NULL, "fd", &o), FP_OK);
    assert_int_equal(o.rule, FP_BINS_FD);
    assert_int_equal(fp_bins_parse(NULL, "25", &o), FP_OK);
    assert_int_equal(o.rule, FP_BINS_COUNT);
    assert_int_equal(o.bins, 25);
    for (size_t i = 0; i < sizeof none / sizeof none[0]; i++)
        assert_int_equal(fp_bins_parse(NULL, none[i], &o), FP_ERR_ARGUMENT);
    assert_int_equal(o.bins, 25);
    fp_context_clear_error(NULL);
}

static int
count_all(void *arg)
{
    struct fp_array *values = column((double[]){1, 2, 3, 5}, 4), *counts = NULL, *edges = NULL;
    struct fp_histogram_options o = fp_histogram_defaults();
    bool counted;

    (void)arg;
    o.rule = FP_BINS_AUTO;
    counted = values && fp_array_histogram(values, &o, &counts, &edges) == FP_OK;
    fp_unref(values);
    fp_unref(counts);
    fp_unref(edges);
    fp_context_clear_error(NULL);
    return counted ? 0 : 1;
}

static void
every_failure_is_survived(void **state)
{
    (void)state;
    torture(count_all, NULL, 1);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(counts_and_edges_are_matplotlibs),
        world_test(values_of_any_type_and_stride_are_counted),
        world_test(what_cannot_be_counted_is_refused),
        world_test(a_rule_that_finds_too_many_bins_says_so),
        world_test(bins_are_read_from_a_number_or_a_name),
        world_test(every_failure_is_survived),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
