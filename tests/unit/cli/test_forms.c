/* SPDX-License-Identifier: MIT */
/* test_forms.c: the loop in a process of its own, and all the ways in which it can end. Verdicts on
 * real loops are in tests/command/test_memcheck.sh. */
#include "cli/check/forms.h"

#include <signal.h>

#include "cli/check/selftest.h"
#include "cli/opt/signals.h"
#include "unit/cli/capture.h"
#include "unit/cli/samples.h"

/* The exit code, with what was said captured. */
static int
check(const struct fp__form_job *job, const struct fp__check_settings *settings,
      struct fp__finding *f)
{
    struct capture c = capture_begin();
    int code = fp__form_check(job, settings, f);
    capture_end(&c);
    return code;
}

static void
every_turn_is_a_sample(void **state)
{
    (void)state;
    struct fp__check_settings settings = usual();
    struct fp__form_job job = {.form = FP__FORM_NONE, .iterations = 8};
    struct fp__finding f = {0};
    assert_int_equal(check(&job, &settings, &f), 0);
    assert_string_equal(f.name, "none");
    assert_int_equal(f.samples.n, 8); /* not extended */
    for (size_t i = 0; i < 8; i++) {
        struct fp__sample s = fp__samples_at(&f.samples, i);
        assert_near(s.t, (double)(i + 1), 0);
        assert_near(s.x[FP_METRIC_OBJECTS], f.samples.x[FP_METRIC_OBJECTS][0] + 2 * (double)i, 0);
        assert_true(s.seconds > 0 && s.x[FP_METRIC_RSS] > 0 && s.rss_total > s.x[FP_METRIC_RSS]);
    }
    assert_int_equal(f.verdict.outcome, FP_INCONCLUSIVE);
    assert_false(f.failed);
    assert_string_equal(f.kept, "7 array, 7 image");
    fp__finding_finish(&f);
}

static void
what_is_inconclusive_goes_on_twice(void **state)
{
    (void)state;
    struct fp__check_settings settings = usual();
    struct fp__form_job job = {.form = FP__FORM_REUSE, .iterations = 5};
    struct fp__finding f = {0};
    assert_int_equal(check(&job, &settings, &f), 0);
    assert_int_equal(f.samples.n, 20);
    assert_int_equal(f.verdict.wanted, 70);
    assert_string_equal(f.kept, "");
    fp__finding_finish(&f);
}

static void
a_failing_child_is_told(void **state)
{
    (void)state;
    struct fp__check_settings settings = usual();
    struct fp__form_job job = {
        .form = FP__FORM_CLF, .leak = {(enum fp__leak_kind)99, 0}, .iterations = 5};
    struct fp__finding f = {0};
    assert_int_equal(check(&job, &settings, &f), 0);
    assert_err("nothing more could be leaked after 0 iterations");
    assert_true(f.failed);
    /* 99: valgrind's own, which finds what fontconfig keeps in a child that just ends */
    assert_true(f.exit_code == 4 || f.exit_code == 99);
    assert_int_equal(f.signal, 0);
    assert_int_equal(f.verdict.outcome, FP_INCONCLUSIVE);
    fp__finding_finish(&f);
}

static void
limits_end_the_loop(void **state)
{
    (void)state;
    struct fp__check_settings settings = usual();
    struct fp__form_job job = {.form = FP__FORM_CLF, .iterations = 100000};
    struct fp__finding f = {0};
    settings.max_rss = 1;
    assert_int_equal(check(&job, &settings, &f), 0);
    assert_true(f.over_max_rss);
    assert_int_equal(f.samples.n, 1);
    assert_false(f.failed);
    fp__finding_finish(&f);
    settings = usual();
    settings.duration = 0.05;
    f = (struct fp__finding){0};
    assert_int_equal(check(&job, &settings, &f), 0);
    assert_false(f.over_max_rss || f.failed || f.interrupted);
    assert_true(f.samples.n < 1000);
    assert_true(f.samples.seconds[f.samples.n - 1] >= 0.05);
    assert_true(f.samples.n == 1 || f.samples.seconds[f.samples.n - 2] < 0.05);
    fp__finding_finish(&f);
}

static void
interruption_keeps_what_was_sampled(void **state)
{
    (void)state;
    struct fp__check_settings settings = usual();
    struct fp__form_job job = {.form = FP__FORM_CLF, .iterations = 100000};
    struct fp__finding f = {0};
    struct fp__signals signals;
    fp__signals_catch(&signals);
    raise(SIGTERM);
    assert_int_equal(check(&job, &settings, &f), 0);
    fp__signals_restore(&signals);
    assert_int_equal(f.interrupted, SIGTERM);
    assert_int_equal(f.samples.n, 1);
    assert_false(f.failed);
    fp__finding_finish(&f);
    fp__signals_catch(&signals); /* forget it */
    fp__signals_restore(&signals);
}

/* What one leak leaves in six turns, against what nothing leaves. */
static double
leaked(enum fp__leak_kind kind, size_t bytes, enum fp_metric metric)
{
    struct fp__check_settings settings = usual();
    struct fp__form_job job = {.form = FP__FORM_NONE, .leak = {kind, bytes}, .iterations = 6};
    struct fp__finding f = {0};
    assert_int_equal(check(&job, &settings, &f), 0);
    assert_int_equal(f.samples.n, 6);
    double grown = f.samples.x[metric][5] - f.samples.x[metric][2];
    fp__finding_finish(&f);
    return grown;
}

static void
leaks_leak(void **state)
{
    (void)state;
    assert_near(leaked(FP__LEAK_NOTHING, 0, FP_METRIC_OBJECTS), 6, 0);
    assert_near(leaked(FP__LEAK_OBJECT, 0, FP_METRIC_OBJECTS), 9, 0);
    assert_near(leaked(FP__LEAK_NOTHING, 0, FP_METRIC_FILES), 0, 0);
    assert_near(leaked(FP__LEAK_FILE, 0, FP_METRIC_FILES), 3, 0);
    assert_near(leaked(FP__LEAK_NOTHING, 0, FP_METRIC_THREADS), 0, 0);
    assert_near(leaked(FP__LEAK_THREAD, 0, FP_METRIC_THREADS), 3, 0);
    double before = leaked(FP__LEAK_NOTHING, 0, FP_METRIC_RSS);
    double after = leaked(FP__LEAK_BYTES, 1 << 20, FP_METRIC_RSS);
    assert_true(after - before > 2.9e6 && after - before < 6e6);
}

static void
without_clearing_300_are_enough(void **state)
{
    (void)state;
    struct fp__check_settings settings = usual();
    assert_int_equal(fp__form_iterations(FP__FORM_CLF, &settings), 1000);
    assert_int_equal(fp__form_iterations(FP__FORM_NONE, &settings), 300);
    settings.iterations = 4000;
    assert_int_equal(fp__form_iterations(FP__FORM_REUSE, &settings), 4000);
    assert_int_equal(fp__form_iterations(FP__FORM_NONE, &settings), 300);
    settings.iterations = 100;
    assert_int_equal(fp__form_iterations(FP__FORM_NONE, &settings), 100);
}

static void
the_selftest_has_seven_cases(void **state)
{
    (void)state;
    struct fp__check_settings settings = usual();
    struct fp__finding findings[FP__SELFTESTS] = {0};
    size_t done;
    settings.iterations = 2; /* nothing is decided, and so nothing caught */
    struct capture c = capture_begin();
    int code = fp__selftest(&settings, findings, &done);
    capture_end(&c);
    assert_int_equal(code, 0);
    assert_int_equal(done, FP__SELFTESTS);
    for (size_t i = 0; i < done; i++) {
        assert_int_equal(findings[i].expected, i == 0 ? FP_FLAT : FP_GROWING);
        assert_false(fp__finding_as_expected(&findings[i]));
        assert_int_equal(findings[i].samples.n, 8);
        fp__finding_finish(&findings[i]);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(every_turn_is_a_sample),
        world_test(what_is_inconclusive_goes_on_twice),
        world_test(a_failing_child_is_told),
        world_test(limits_end_the_loop),
        world_test(interruption_keeps_what_was_sampled),
        world_test(leaks_leak),
        world_test(without_clearing_300_are_enough),
        world_test(the_selftest_has_seven_cases),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
