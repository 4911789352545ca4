/* SPDX-License-Identifier: MIT */
/* test_report.c: what wins over what in the exit code, and that the verdict is said all the
 * same. */
#include "cli/check/report.h"

#include "unit/cli/capture.h"
#include "unit/cli/samples.h"

static struct fp__finding
with(enum fp_outcome outcome, enum fp_outcome expected)
{
    return (struct fp__finding){
        .name = "clf", .expected = expected, .verdict = {.outcome = outcome, .metric = FP_METRICS}};
}

/* The exit code of findings without samples. */
static int
report(const struct fp__check_settings *settings, enum fp__report_kind kind,
       const struct fp__finding *findings, size_t count, int code)
{
    struct capture c = capture_begin();
    int result = fp__report(NULL, settings, kind, findings, count, code);
    capture_end(&c);
    fp_context_destroy(NULL);
    return result;
}

static int
report_one(const struct fp__finding *f, const struct fp__check_settings *settings)
{
    return report(settings, FP__REPORT_ONE, f, 1, 0);
}

static void
the_verdict_is_the_exit_code(void **state)
{
    (void)state;
    struct fp__check_settings settings = usual();
    struct fp__finding f = with(FP_FLAT, FP_UNMEASURED);
    assert_int_equal(report_one(&f, &settings), 0);
    assert_out("clf: FLAT");
    f.verdict.outcome = FP_GROWING;
    assert_int_equal(report_one(&f, &settings), 1);
    f.verdict.outcome = FP_INCONCLUSIVE;
    assert_int_equal(report_one(&f, &settings), 6);
    assert_string_equal(captured(2), "");
}

static void
worse_things_win_over_it(void **state)
{
    (void)state;
    struct fp__check_settings settings = usual();
    struct fp__finding f = with(FP_GROWING, FP_UNMEASURED);
    const char *full = temp_path("missing/mem.csv"); /* as if it had gone meanwhile */
    settings.csv = full;
    assert_int_equal(report_one(&f, &settings), 4);
    assert_out("clf: GROWING");
    f.failed = true;
    f.exit_code = 3;
    assert_int_equal(report_one(&f, &settings), 5);
    assert_out("clf: GROWING");
    assert_err("clf: failed with exit code 3");
    f.signal = 9;
    assert_int_equal(report_one(&f, &settings), 5);
    assert_err("clf: was ended by signal 9 (SIGKILL)");
    f.interrupted = 2;
    assert_int_equal(report_one(&f, &settings), 130);
    assert_out("clf: GROWING");
    assert_err("clf: stopped after 0 iterations");
    assert_int_equal(report(&settings, FP__REPORT_ONE, &f, 1, 77), 130);
    f = with(FP_FLAT, FP_UNMEASURED);
    assert_int_equal(report(&settings, FP__REPORT_ONE, &f, 1, 77), 77);
}

static void
too_much_resident_memory_is_1(void **state)
{
    (void)state;
    struct fp__check_settings settings = usual();
    struct fp__finding f = with(FP_FLAT, FP_UNMEASURED);
    settings.max_rss = 1048576;
    f.over_max_rss = true;
    assert_int_equal(report_one(&f, &settings), 1);
    assert_err("clf: resident memory is above --max-rss (1.0 MiB) after 0 iterations");
    f.expected = FP_FLAT;
    assert_int_equal(report(&settings, FP__REPORT_FORMS, &f, 1, 0), 1);
}

static void
all_must_be_as_expected(void **state)
{
    (void)state;
    struct fp__check_settings settings = usual();
    struct fp__finding right[2] = {with(FP_GROWING, FP_GROWING), with(FP_FLAT, FP_FLAT)};
    struct fp__finding wrong[2] = {with(FP_GROWING, FP_GROWING), with(FP_GROWING, FP_FLAT)};
    struct fp__finding missed[2] = {with(FP_FLAT, FP_GROWING), with(FP_FLAT, FP_FLAT)};
    struct fp__finding open[2] = {with(FP_GROWING, FP_GROWING), with(FP_INCONCLUSIVE, FP_FLAT)};
    struct fp__finding other[2] = {with(FP_GROWING, FP_UNMEASURED), with(FP_FLAT, FP_UNMEASURED)};
    assert_int_equal(report(&settings, FP__REPORT_FORMS, right, 2, 0), 0);
    assert_int_equal(report(&settings, FP__REPORT_FORMS, wrong, 2, 0), 1);
    assert_out("clf must be FLAT, and is GROWING");
    assert_int_equal(report(&settings, FP__REPORT_LEAKS, missed, 2, 0), 1);
    assert_int_equal(report(&settings, FP__REPORT_FORMS, open, 2, 0), 1);
    assert_int_equal(report(&settings, FP__REPORT_FORMS, other, 2, 0), 1);
    assert_int_equal(report(&settings, FP__REPORT_FORMS, other + 1, 1, 0), 0);
    other[0].verdict.outcome = FP_INCONCLUSIVE;
    assert_int_equal(report(&settings, FP__REPORT_FORMS, other, 2, 0), 6);
    settings.inconclusive = FP__INCONCLUSIVE_SKIP;
    assert_int_equal(report(&settings, FP__REPORT_FORMS, other, 2, 0), 77);
    settings.inconclusive = FP__INCONCLUSIVE_PASS;
    assert_int_equal(report(&settings, FP__REPORT_FORMS, other, 2, 0), 0);
    assert_int_equal(report(&settings, FP__REPORT_FORMS, open, 2, 0), 0);
    assert_int_equal(report(&settings, FP__REPORT_FORMS, wrong, 2, 0), 1);
    settings.inconclusive = FP__INCONCLUSIVE_SKIP;
    assert_int_equal(report(&settings, FP__REPORT_FORMS, open, 2, 0), 77);
    assert_int_equal(report(&settings, FP__REPORT_FORMS, wrong, 2, 0), 1);
}

static void
json_takes_the_place_of_text(void **state)
{
    (void)state;
    struct fp__check_settings settings = usual();
    struct fp__finding f = with(FP_GROWING, FP_UNMEASURED);
    settings.json = "";
    assert_int_equal(report_one(&f, &settings), 1);
    assert_memory_equal(captured(1), "{\"schema\":1,\"exit\":1,", 21);
    assert_null(strstr(captured(1), "clf: "));
    settings.json = temp_path("mem.json");
    assert_int_equal(report_one(&f, &settings), 1);
    assert_out("clf: GROWING");
    char *text = read_file(settings.json, NULL);
    assert_memory_equal(text, "{\"schema\":1,\"exit\":1,", 21);
    free(text);
    settings.json = temp_path("missing/mem.json");
    assert_int_equal(report_one(&f, &settings), 4);
    assert_out("clf: GROWING");
    settings.json = NULL;
    settings.quiet = true;
    assert_int_equal(report_one(&f, &settings), 1);
    assert_string_equal(captured(1), "");
}

static void
retention_is_a_warning(void **state)
{
    (void)state;
    struct fp__check_settings settings = usual();
    struct fp__finding f = with(FP_FLAT, FP_UNMEASURED);
    f.verdict.cause = FP_CAUSE_RETENTION;
    assert_int_equal(report_one(&f, &settings), 0);
    assert_err("flatplot: warning: clf: the allocator keeps more and more free memory; --strict");
}

static void
places_are_checked_beforehand(void **state)
{
    (void)state;
    struct fp__check_settings settings = usual();
    static const struct {
        const char *csv, *plot, *json;
        int code;
    } cases[] = {
        {"mem.csv", "mem.png", "", 0},       {"no/mem.csv", NULL, NULL, 4},
        {NULL, "no/mem.png", NULL, 4},       {NULL, NULL, "no/mem.json", 4},
        {NULL, "mem.pmg", NULL, 2},          {"/", NULL, NULL, 4},
        {"/dev/full", NULL, "/dev/null", 0},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        settings.csv = cases[i].csv;
        settings.plot = cases[i].plot;
        settings.json = cases[i].json;
        struct capture c = capture_begin();
        int code = fp__report_check(&settings);
        capture_end(&c);
        assert_int_equal(code, cases[i].code);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(the_verdict_is_the_exit_code),  world_test(worse_things_win_over_it),
        world_test(too_much_resident_memory_is_1), world_test(all_must_be_as_expected),
        world_test(json_takes_the_place_of_text),  world_test(retention_is_a_warning),
        world_test(places_are_checked_beforehand),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
