/* SPDX-License-Identifier: MIT */
/* test_finding.c: from samples to a verdict and an exit code. */
#include "cli/check/finding.h"

#include <string.h>

#include "core/alloc.h"
#include "unit/cli/samples.h"

static void
a_loop_is_judged_as_the_library_does(void **state)
{
    (void)state;
    struct fp__check_settings settings = usual();
    struct fp__finding flat = made_up("clf", 300, 0, 0);
    struct fp__finding leak = made_up("clf", 300, 100, 0);
    struct fp__finding few = made_up("clf", 69, 0, 0);
    fp__finding_judge(&flat, &settings);
    fp__finding_judge(&leak, &settings);
    fp__finding_judge(&few, &settings);
    assert_int_equal(flat.verdict.outcome, FP_FLAT);
    assert_int_equal(leak.verdict.outcome, FP_GROWING);
    assert_int_equal(leak.verdict.cause, FP_CAUSE_HIDDEN);
    assert_int_equal(few.verdict.outcome, FP_INCONCLUSIVE);
    assert_int_equal(few.verdict.wanted, 70);
    fp__finding_finish(&flat);
    fp__finding_finish(&leak);
    fp__finding_finish(&few);
}

static void
settings_reach_the_verdict(void **state)
{
    (void)state;
    struct fp__check_settings settings = usual();
    struct fp__finding f = made_up("clf", 300, 100, 0);
    settings.tolerance[FP_METRIC_HEAP] = 200;
    fp__finding_judge(&f, &settings);
    assert_int_equal(f.verdict.outcome, FP_FLAT);
    assert_near(f.verdict.judged[FP_METRIC_HEAP].tolerance, 200, 0);
    assert_near(f.verdict.judged[FP_METRIC_RSS].tolerance, 1024, 0);
    f.checked = FP_CHECKED_COMMAND;
    fp__finding_judge(&f, &settings);
    assert_near(f.verdict.judged[FP_METRIC_RSS].tolerance, 4096, 0);
    fp__finding_finish(&f);
}

static void
the_warm_up_is_samples_or_seconds(void **state)
{
    (void)state;
    struct fp__check_settings settings = usual();
    struct fp__finding f = made_up("clf", 300, 0, 0);
    settings.warm_up = (struct fp__warm_up){.given = true, .value = 100};
    fp__finding_judge(&f, &settings);
    assert_int_equal(f.verdict.judged[FP_METRIC_HEAP].first, 100);
    for (size_t i = 0; i < 300; i++)
        f.samples.t[i] = 4 * (double)i + 1; /* a sample every fourth time */
    fp__finding_judge(&f, &settings);
    assert_int_equal(f.verdict.judged[FP_METRIC_HEAP].first, 25);
    settings.warm_up = (struct fp__warm_up){.given = true, .in_seconds = true, .value = 0.0205};
    fp__finding_judge(&f, &settings);
    assert_int_equal(f.verdict.judged[FP_METRIC_HEAP].first, 21); /* a millisecond each */
    fp__finding_finish(&f);
}

static void
the_last_block_can_be_left_out(void **state)
{
    (void)state;
    struct fp__check_settings settings = usual();
    struct fp__finding f = made_up("command", 300, 0, 0);
    for (size_t i = 290; i < 300; i++)
        f.samples.x[FP_METRIC_OBJECTS][i] = 0;
    fp__finding_judge(&f, &settings);
    assert_int_equal(f.verdict.outcome, FP_INCONCLUSIVE);
    f.drop_last = true;
    fp__finding_judge(&f, &settings);
    assert_int_equal(f.verdict.outcome, FP_FLAT);
    fp__finding_finish(&f);
}

static void
a_doubt_forbids_flat_only(void **state)
{
    (void)state;
    struct fp__check_settings settings = usual();
    struct fp__finding flat = made_up("a", 300, 0, 0);
    struct fp__finding leak = made_up("b", 300, 5000, 0);
    flat.doubt = leak.doubt = "it was looked at from behind";
    fp__finding_judge(&flat, &settings);
    fp__finding_judge(&leak, &settings);
    assert_int_equal(flat.verdict.outcome, FP_INCONCLUSIVE);
    assert_int_equal(flat.verdict.wanted, 0);
    assert_int_equal(leak.verdict.outcome, FP_GROWING);
    fp__finding_finish(&flat);
    fp__finding_finish(&leak);
}

/* Of every sample: sample i holds base + step i, every `gap`-th nothing. */
static void
make_young(struct fp__finding *f, double base, double step, size_t gap)
{
    for (size_t i = 0; i < f->samples.n; i++)
        f->samples.young[i] = i % gap ? base + step * (double)i : 0;
}

static void
short_lives_can_be_a_doubt(void **state)
{
    (void)state;
    struct fp__check_settings settings = usual();
    struct fp__finding f = made_up("command", 300, 0, 0);
    static const struct {
        double base, step;
        size_t gap;
        enum fp_outcome outcome;
    } cases[] = {
        {0, 0, 1, FP_FLAT},
        {1e6, 0, 301, FP_FLAT},             /* as much as ever */
        {1e6, 64000, 10, FP_FLAT},          /* it comes and goes */
        {1e6, 64000, 301, FP_INCONCLUSIVE}, /* it stays and grows */
        {0, 5000, 301, FP_INCONCLUSIVE},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        f.doubt = NULL;
        make_young(&f, cases[i].base, cases[i].step, cases[i].gap);
        fp__finding_judge(&f, &settings);
        if (f.verdict.outcome != cases[i].outcome)
            fail_msg("case %zu is %s", i, fp_outcome_name(f.verdict.outcome));
    }
    f.doubt = NULL;
    for (size_t i = 0; i < 300; i++) /* a single step is no growth, but it is much */
        f.samples.young[i] = i < 200 ? 5e6 : 9e6;
    fp__finding_judge(&f, &settings);
    assert_int_equal(f.verdict.outcome, FP_INCONCLUSIVE);
    f.doubt = NULL;
    for (size_t i = 0; i < 300; i++)
        f.samples.young[i] = i < 200 ? 2e6 : 3e6;
    fp__finding_judge(&f, &settings);
    assert_int_equal(f.verdict.outcome, FP_FLAT);
    fp__finding_finish(&f);
}

/* Memory that is handed on from one process to the next is among what is judged while both are
 * there, or while one of them is late: at every third sample here, so that neither part seems to
 * grow. `rss` may hold the same at all samples besides. */
static enum fp_outcome
outcome_when_handed_on(double step, double always)
{
    struct fp__check_settings settings = usual();
    struct fp__finding f = made_up("command", 300, 0, 0);
    for (size_t i = 0; i < 300; i++) {
        double *rss = &f.samples.x[FP_METRIC_RSS][i], handed_on = 1e6 + step * (double)i;
        f.samples.x[FP_METRIC_HEAP][i] = NAN;
        *rss = always + (i % 3 ? 0 : handed_on);
        f.samples.young[i] = i % 3 ? handed_on : 0;
    }
    fp__finding_judge(&f, &settings);
    enum fp_outcome outcome = f.verdict.outcome;
    fp__finding_finish(&f);
    return outcome;
}

static void
memory_now_here_now_there_can_be_a_doubt(void **state)
{
    (void)state;
    assert_int_equal(outcome_when_handed_on(64000, 2e5), FP_INCONCLUSIVE);
    assert_int_equal(outcome_when_handed_on(64000, 1e8), FP_INCONCLUSIVE);
    assert_int_equal(outcome_when_handed_on(0, 2e5), FP_FLAT);
}

/* No verdict is made without the memory to make it. */
static void
a_doubt_needs_memory(void **state)
{
    (void)state;
    struct fp__check_settings settings = usual();
    struct fp__finding f = made_up("command", 300, 0, 0);
    f.samples.young[7] = 1e6;
    fp__alloc_fail_at(1, false);
    fp__finding_judge(&f, &settings);
    fp__alloc_fail_at(0, false);
    assert_int_equal(f.verdict.outcome, FP_INCONCLUSIVE);
    assert_non_null(strstr(f.doubt, "no memory"));
    fp__finding_finish(&f);
}

static void
counts_of_a_program_that_goes_on_speak_by_growth_only(void **state)
{
    (void)state;
    struct fp__check_settings settings = usual();
    struct fp__finding f = made_up("command", 300, 0, 0);
    for (size_t i = 0; i < 300; i++)
        f.samples.x[FP_METRIC_FILES][i] = (double)(6 + i * 7919 / 100 % 9);
    f.samples.x[FP_METRIC_FILES][299] = 3;
    fp__finding_judge(&f, &settings);
    assert_int_equal(f.verdict.outcome, FP_INCONCLUSIVE);
    f.samples.restless = true;
    fp__finding_judge(&f, &settings);
    assert_int_equal(f.verdict.outcome, FP_FLAT);
    assert_int_equal(f.verdict.judged[FP_METRIC_THREADS].outcome, FP_FLAT);
    for (size_t i = 0; i < 300; i++) /* a leak that was held up for a while */
        f.samples.x[FP_METRIC_FILES][i] = 6 + (double)(i < 140 ? i : i < 222 ? 140 : i - 82);
    fp__finding_judge(&f, &settings);
    assert_int_equal(f.verdict.outcome, FP_INCONCLUSIVE);
    for (size_t i = 0; i < 300; i++)
        f.samples.x[FP_METRIC_FILES][i] = (double)(6 + i * 7919 / 100 % 9 + i);
    fp__finding_judge(&f, &settings);
    assert_int_equal(f.verdict.outcome, FP_GROWING);
    assert_int_equal(f.verdict.cause, FP_CAUSE_FILES);
    fp__finding_finish(&f);
}

static void
verdicts_have_exit_codes(void **state)
{
    (void)state;
    struct fp__check_settings settings = usual();
    struct fp__finding f = {.verdict.outcome = FP_FLAT};
    assert_int_equal(fp__finding_code(&f, &settings), 0);
    f.over_max_rss = true;
    assert_int_equal(fp__finding_code(&f, &settings), 1);
    f = (struct fp__finding){.verdict.outcome = FP_GROWING};
    assert_int_equal(fp__finding_code(&f, &settings), 1);
    f.verdict.outcome = FP_INCONCLUSIVE;
    assert_int_equal(fp__finding_code(&f, &settings), 6);
    settings.inconclusive = FP__INCONCLUSIVE_PASS;
    assert_int_equal(fp__finding_code(&f, &settings), 0);
    settings.inconclusive = FP__INCONCLUSIVE_FAIL;
    assert_int_equal(fp__finding_code(&f, &settings), 1);
    settings.inconclusive = FP__INCONCLUSIVE_SKIP;
    assert_int_equal(fp__finding_code(&f, &settings), 77);
}

static void
expectations_have_an_outcome_and_causes(void **state)
{
    (void)state;
    struct fp__finding f = {.expected = FP_UNMEASURED, .verdict.outcome = FP_GROWING};
    assert_true(fp__finding_as_expected(&f));
    f.expected = FP_FLAT;
    assert_false(fp__finding_as_expected(&f));
    f.expected = FP_GROWING;
    assert_true(fp__finding_as_expected(&f));
    f.verdict.cause = FP_CAUSE_FILES;
    f.causes = 1u << FP_CAUSE_OBJECTS | 1u << FP_CAUSE_HEAP;
    assert_false(fp__finding_as_expected(&f));
    f.verdict.cause = FP_CAUSE_HEAP;
    assert_true(fp__finding_as_expected(&f));
}

static void
pace_is_a_median(void **state)
{
    (void)state;
    struct fp__finding f = made_up("clf", 100, 0, 0);
    double first, last;
    f.samples.seconds[0] -= 5; /* the first turn makes fonts */
    for (size_t i = 6; i < 100; i++)
        f.samples.seconds[i] += 3; /* it had to wait for its CPU once */
    fp__finding_pace(&f, &first, &last);
    assert_near(first, 0.001, 1e-9);
    assert_near(last, 0.002, 1e-9);
    f.samples.n = 19;
    fp__finding_pace(&f, &first, &last);
    assert_true(isnan(first) && isnan(last));
    fp__finding_finish(&f);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(a_loop_is_judged_as_the_library_does),
        world_test(settings_reach_the_verdict),
        world_test(the_warm_up_is_samples_or_seconds),
        world_test(the_last_block_can_be_left_out),
        world_test(a_doubt_forbids_flat_only),
        world_test(short_lives_can_be_a_doubt),
        world_test(memory_now_here_now_there_can_be_a_doubt),
        world_test(a_doubt_needs_memory),
        world_test(counts_of_a_program_that_goes_on_speak_by_growth_only),
        world_test(verdicts_have_exit_codes),
        world_test(expectations_have_an_outcome_and_causes),
        world_test(pace_is_a_median),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
