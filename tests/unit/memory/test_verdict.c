/* SPDX-License-Identifier: MIT */
/* test_verdict.c: all metrics together: which one decides, and what the cause is called. */
#include <math.h>

#include "flatplot/verdict.h"
#include "unit/support.h"

enum { MOST = 12000, LOOK = 1000, FREE = FP_METRICS };

static double times[MOST];
static double values[FP_METRICS + 1][MOST];
static struct fp_samples samples;
static struct fp_verdict_options options;
static struct fp_verdict verdict;

/* A run in which nothing moves, with 64 MiB of free heap. */
static void
begin(size_t n)
{
    const double level[FP_METRICS + 1] = {12, 7, 2, 30e6, 50e6, 64 * 1048576.0};

    samples = (struct fp_samples){.n = n, .t = times, .heap_free = values[FREE]};
    for (size_t m = 0; m <= FP_METRICS; m++) {
        if (m < FP_METRICS)
            samples.x[m] = values[m];
        for (size_t i = 0; i < n; i++) {
            times[i] = (double)i;
            values[m][i] = level[m];
        }
    }
    fp_verdict_options_init(&options, FP_CHECKED_LOOP);
}

/* From iteration `start` on, `rate` more each iteration. */
static void
leak(size_t metric, double rate, size_t start)
{
    for (size_t i = start; i < samples.n; i++)
        values[metric][i] += rate * (double)(i - start);
}

static void
assert_verdict(enum fp_outcome outcome, enum fp_cause cause, enum fp_metric metric)
{
    fp_verdict_judge(&samples, &options, &verdict);
    assert_string_equal(fp_outcome_name(verdict.outcome), fp_outcome_name(outcome));
    assert_string_equal(fp_cause_name(verdict.cause), fp_cause_name(cause));
    assert_string_equal(fp_metric_name(verdict.metric), fp_metric_name(metric));
    assert_true((verdict.wanted > 0) <= (outcome == FP_INCONCLUSIVE));
}

static void
the_tolerances_are_those_of_the_manual(void **state)
{
    (void)state;
    for (int checked = FP_CHECKED_LOOP; checked <= FP_CHECKED_COMMAND; checked++) {
        fp_verdict_options_init(&options, (enum fp_checked)checked);
        assert_near(options.tolerance[FP_METRIC_OBJECTS], 0, 0);
        assert_near(options.tolerance[FP_METRIC_FILES], 0, 0);
        assert_near(options.tolerance[FP_METRIC_THREADS], 0, 0);
        assert_near(options.tolerance[FP_METRIC_HEAP], 16, 0);
        assert_near(options.tolerance[FP_METRIC_RSS], checked == FP_CHECKED_COMMAND ? 4096 : 1024,
                    0);
        assert_int_equal(options.window.warm_up, FP_UNKNOWN);
        assert_false(options.window.drop_last);
        assert_false(options.strict);
    }
}

static void
a_quiet_run_is_flat(void **state)
{
    (void)state;
    begin(LOOK);
    assert_verdict(FP_FLAT, FP_CAUSE_NONE, FP_METRICS);
    for (size_t m = 0; m < FP_METRICS; m++)
        assert_int_equal(verdict.judged[m].outcome, FP_FLAT);
}

/* 64 MiB of free heap would hide 88 KB per iteration, did not the heap in use stay where it is. */
static void
a_flat_heap_vouches_for_the_free_one(void **state)
{
    (void)state;
    begin(LOOK);
    assert_verdict(FP_FLAT, FP_CAUSE_NONE, FP_METRICS);
    assert_near(verdict.judged[FP_METRIC_RSS].resolution, 4096.0 / 760, 1e-12);
    samples.x[FP_METRIC_HEAP] = NULL;
    assert_verdict(FP_INCONCLUSIVE, FP_CAUSE_NONE, FP_METRIC_RSS);
    assert_near(verdict.judged[FP_METRIC_RSS].resolution, (4096 + 67108864.0) / 760, 1e-9);
}

static void
the_cause_is_what_comes_first(void **state)
{
    (void)state;
    begin(LOOK);
    leak(FP_METRIC_RSS, 4096, 0);
    leak(FP_METRIC_HEAP, 4000, 0);
    assert_verdict(FP_GROWING, FP_CAUSE_HEAP, FP_METRIC_HEAP);
    leak(FP_METRIC_THREADS, 1, 0);
    assert_verdict(FP_GROWING, FP_CAUSE_THREADS, FP_METRIC_THREADS);
    leak(FP_METRIC_FILES, 1, 0);
    assert_verdict(FP_GROWING, FP_CAUSE_FILES, FP_METRIC_FILES);
    leak(FP_METRIC_OBJECTS, 0.25, 0);
    assert_verdict(FP_GROWING, FP_CAUSE_OBJECTS, FP_METRIC_OBJECTS);
}

/* It may rise with the heap, though too little for a verdict of its own. */
static void
what_resident_memory_hints_at_is_not_hidden(void **state)
{
    (void)state;
    begin(LOOK);
    leak(FP_METRIC_HEAP, 1000, 0);
    leak(FP_METRIC_RSS, 400, 0);
    assert_verdict(FP_GROWING, FP_CAUSE_HIDDEN, FP_METRIC_HEAP);
    leak(FP_METRIC_RSS, 500, 0);
    assert_verdict(FP_GROWING, FP_CAUSE_HEAP, FP_METRIC_HEAP);
    assert_int_equal(verdict.judged[FP_METRIC_RSS].outcome, FP_INCONCLUSIVE);
}

static void
a_leak_that_resident_memory_does_not_show_is_hidden(void **state)
{
    (void)state;
    begin(LOOK);
    leak(FP_METRIC_HEAP, 64, 0);
    leak(FREE, -64, 0);
    assert_verdict(FP_GROWING, FP_CAUSE_HIDDEN, FP_METRIC_HEAP);
    samples.x[FP_METRIC_RSS] = NULL;
    assert_verdict(FP_GROWING, FP_CAUSE_HEAP, FP_METRIC_HEAP);
}

static void
growth_beside_the_heap_is_resident_growth(void **state)
{
    (void)state;
    begin(LOOK);
    leak(FP_METRIC_RSS, 4096, 0);
    assert_verdict(FP_GROWING, FP_CAUSE_RESIDENT, FP_METRIC_RSS);
    samples.x[FP_METRIC_HEAP] = NULL;
    assert_verdict(FP_GROWING, FP_CAUSE_RESIDENT, FP_METRIC_RSS);
}

static void
retention_passes_unless_strict(void **state)
{
    (void)state;
    begin(LOOK);
    leak(FP_METRIC_RSS, 4096, 0);
    leak(FREE, 3900, 0);
    assert_verdict(FP_FLAT, FP_CAUSE_RETENTION, FP_METRIC_RSS);
    assert_int_equal(verdict.judged[FP_METRIC_RSS].outcome, FP_GROWING);
    options.strict = true;
    assert_verdict(FP_GROWING, FP_CAUSE_RETENTION, FP_METRIC_RSS);
}

static void
retention_is_seen_in_a_program_that_ended(void **state)
{
    (void)state;
    begin(LOOK);
    leak(FP_METRIC_RSS, 4096, 0);
    leak(FREE, 4096, 0);
    for (size_t i = LOOK - 15; i < LOOK; i++)
        values[FREE][i] = 0;
    options.window.drop_last = true;
    assert_verdict(FP_FLAT, FP_CAUSE_RETENTION, FP_METRIC_RSS);
}

static void
free_heap_excuses_no_more_than_itself(void **state)
{
    (void)state;
    begin(LOOK);
    leak(FP_METRIC_RSS, 8192, 0);
    leak(FREE, 4096, 0);
    assert_verdict(FP_GROWING, FP_CAUSE_RESIDENT, FP_METRIC_RSS);
    leak(FREE, 3500, 0);
    assert_verdict(FP_FLAT, FP_CAUSE_RETENTION, FP_METRIC_RSS);
    samples.x[FP_METRIC_HEAP] = NULL;
    assert_verdict(FP_GROWING, FP_CAUSE_RESIDENT, FP_METRIC_RSS);
}

static void
retention_waits_for_the_heap_to_be_clear(void **state)
{
    (void)state;
    begin(LOOK);
    leak(FP_METRIC_RSS, 4096, 0);
    leak(FREE, 4096, 0);
    leak(FP_METRIC_HEAP, 4000, 800);
    assert_verdict(FP_INCONCLUSIVE, FP_CAUSE_NONE, FP_METRIC_HEAP);
    assert_true(verdict.wanted >= 2 * LOOK);
}

static void
one_open_metric_leaves_the_run_open(void **state)
{
    (void)state;
    begin(LOOK);
    for (size_t i = 900; i < LOOK; i++)
        values[FP_METRIC_FILES][i]++;
    assert_verdict(FP_INCONCLUSIVE, FP_CAUSE_NONE, FP_METRIC_FILES);
    assert_int_equal(verdict.wanted, 2 * LOOK);
}

static void
short_and_empty_runs_are_open(void **state)
{
    (void)state;
    begin(69);
    assert_verdict(FP_INCONCLUSIVE, FP_CAUSE_NONE, FP_METRIC_OBJECTS);
    assert_int_equal(verdict.wanted, 70);
    begin(0);
    assert_verdict(FP_INCONCLUSIVE, FP_CAUSE_NONE, FP_METRIC_OBJECTS);
    assert_int_equal(verdict.wanted, 70);
    begin(LOOK);
    for (size_t m = 0; m < FP_METRICS; m++)
        samples.x[m] = NULL;
    assert_verdict(FP_INCONCLUSIVE, FP_CAUSE_NONE, FP_METRICS);
    assert_int_equal(verdict.wanted, 0);
}

static void
a_given_warm_up_is_used(void **state)
{
    (void)state;
    begin(LOOK);
    leak(FP_METRIC_HEAP, 1000, 0);
    for (size_t i = 900; i < LOOK; i++)
        values[FP_METRIC_HEAP][i] = 1e9;
    options.window.warm_up = 900;
    options.tolerance[FP_METRIC_RSS] = 100;
    assert_verdict(FP_FLAT, FP_CAUSE_NONE, FP_METRICS);
    assert_int_equal(verdict.judged[FP_METRIC_HEAP].first, 900);
}

/* Titles over all 11,172 Hangul syllables: 2 KB of glyphs a frame until 8,000 frames are done. */
static void
fill_glyphs(size_t n)
{
    begin(n);
    for (size_t m = FP_METRIC_HEAP; m <= FP_METRIC_RSS; m++)
        for (size_t i = 0; i < n; i++)
            values[m][i] += 2000 * (double)(i < 8000 ? i : 8000);
}

static void
a_filling_glyph_cache_is_no_leak(void **state)
{
    (void)state;
    fill_glyphs(8000);
    assert_verdict(FP_GROWING, FP_CAUSE_HEAP, FP_METRIC_HEAP);
    samples.last_new_glyph = 7999;
    assert_verdict(FP_INCONCLUSIVE, FP_CAUSE_GLYPHS, FP_METRIC_HEAP);
    assert_int_equal(verdict.wanted, 7999 + 70);
    samples.last_new_glyph = 7950;
    assert_verdict(FP_INCONCLUSIVE, FP_CAUSE_GLYPHS, FP_METRIC_HEAP);
}

static void
after_the_last_new_glyph_it_is_judged_as_usual(void **state)
{
    (void)state;
    fill_glyphs(12000);
    assert_verdict(FP_INCONCLUSIVE, FP_CAUSE_NONE, FP_METRIC_HEAP);
    samples.last_new_glyph = 8000;
    assert_verdict(FP_FLAT, FP_CAUSE_NONE, FP_METRICS);
    assert_in_range(verdict.judged[FP_METRIC_HEAP].first, 8800, 11999);
    leak(FP_METRIC_HEAP, 64, 0);
    assert_verdict(FP_GROWING, FP_CAUSE_HIDDEN, FP_METRIC_HEAP);
    leak(FP_METRIC_RSS, 2048, 0);
    assert_verdict(FP_GROWING, FP_CAUSE_HEAP, FP_METRIC_HEAP);
    options.window.warm_up = 8100;
    assert_verdict(FP_GROWING, FP_CAUSE_HEAP, FP_METRIC_HEAP);
}

static void
a_given_warm_up_ends_with_the_glyphs(void **state)
{
    (void)state;
    fill_glyphs(12000);
    samples.last_new_glyph = 8000;
    options.window.warm_up = 1000;
    assert_verdict(FP_FLAT, FP_CAUSE_NONE, FP_METRICS);
    assert_int_equal(verdict.judged[FP_METRIC_HEAP].first, 8000);
}

/* From new characters of the warm-up on there would be fewer samples, for nothing. */
static void
glyphs_that_came_early_change_nothing(void **state)
{
    const size_t early[] = {0, 100, 600, FP_UNKNOWN};

    (void)state;
    begin(LOOK);
    leak(FP_METRIC_HEAP, 1000, 0);
    for (size_t i = 0; i < 4; i++) {
        samples.last_new_glyph = early[i];
        assert_verdict(FP_GROWING, FP_CAUSE_HIDDEN, FP_METRIC_HEAP);
        assert_int_equal(verdict.judged[FP_METRIC_HEAP].first, 600);
    }
}

static void
what_is_flat_as_a_whole_is_not_judged_anew(void **state)
{
    (void)state;
    begin(LOOK);
    leak(FP_METRIC_HEAP, 20, 900);
    samples.last_new_glyph = 900;
    assert_verdict(FP_FLAT, FP_CAUSE_NONE, FP_METRICS);
    assert_true(verdict.judged[FP_METRIC_HEAP].first < 900);
}

static void
glyphs_are_not_named_where_nothing_rises(void **state)
{
    (void)state;
    begin(LOOK);
    samples.x[FP_METRIC_HEAP] = NULL;
    samples.last_new_glyph = LOOK - 1;
    assert_verdict(FP_INCONCLUSIVE, FP_CAUSE_NONE, FP_METRIC_RSS);
}

/* What grows too little to be called a leak needs no excuse, and objects get none. */
static void
glyphs_excuse_heap_and_resident_memory_only(void **state)
{
    (void)state;
    begin(LOOK);
    samples.last_new_glyph = 990;
    assert_verdict(FP_FLAT, FP_CAUSE_NONE, FP_METRICS);
    leak(FP_METRIC_OBJECTS, 1, 0);
    assert_verdict(FP_GROWING, FP_CAUSE_OBJECTS, FP_METRIC_OBJECTS);
}

static void
everything_has_a_name(void **state)
{
    (void)state;
    assert_string_equal(fp_metric_name(FP_METRIC_OBJECTS), "objects");
    assert_string_equal(fp_metric_name(FP_METRIC_RSS), "rss");
    assert_string_equal(fp_outcome_name(FP_GROWING), "GROWING");
    assert_string_equal(fp_outcome_name(FP_UNMEASURED), "not measured");
    assert_string_equal(fp_cause_name(FP_CAUSE_NONE), "none");
    assert_string_equal(fp_cause_name(FP_CAUSE_GLYPHS), "filling glyph cache");
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(the_tolerances_are_those_of_the_manual),
        world_test(a_quiet_run_is_flat),
        world_test(a_flat_heap_vouches_for_the_free_one),
        world_test(the_cause_is_what_comes_first),
        world_test(a_leak_that_resident_memory_does_not_show_is_hidden),
        world_test(what_resident_memory_hints_at_is_not_hidden),
        world_test(growth_beside_the_heap_is_resident_growth),
        world_test(retention_passes_unless_strict),
        world_test(retention_is_seen_in_a_program_that_ended),
        world_test(free_heap_excuses_no_more_than_itself),
        world_test(retention_waits_for_the_heap_to_be_clear),
        world_test(one_open_metric_leaves_the_run_open),
        world_test(short_and_empty_runs_are_open),
        world_test(a_given_warm_up_is_used),
        world_test(a_filling_glyph_cache_is_no_leak),
        world_test(after_the_last_new_glyph_it_is_judged_as_usual),
        world_test(a_given_warm_up_ends_with_the_glyphs),
        world_test(glyphs_that_came_early_change_nothing),
        world_test(what_is_flat_as_a_whole_is_not_judged_anew),
        world_test(glyphs_are_not_named_where_nothing_rises),
        world_test(glyphs_excuse_heap_and_resident_memory_only),
        world_test(everything_has_a_name),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
