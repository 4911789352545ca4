/* SPDX-License-Identifier: MIT */
/* test_table.c: what is said of findings, to people and to programs. */
#include "cli/check/table.h"

#include <stdlib.h>
#include <string.h>

#include "cli/check/report_json.h"
#include "unit/cli/samples.h"

static void
assert_has(const char *all, const char *part)
{
    if (!strstr(all, part))
        fail_msg("\"%s\" is not in \"%s\"", part, all);
}

static struct fp__finding
judged(const char *name, size_t n, double bytes, double objects)
{
    struct fp__check_settings settings = usual();
    struct fp__finding f = made_up(name, n, bytes, objects);
    fp__finding_judge(&f, &settings);
    return f;
}

/* The verdict in words; the finding is finished. */
static const char *
words_of(struct fp__finding *f)
{
    static char said[512];
    struct fp_text text = {0};
    fp__table_verdict(&text, f);
    snprintf(said, sizeof said, "%s", fp_text_string(&text));
    fp_text_finish(&text);
    fp__finding_finish(f);
    return said;
}

static void
verdicts_are_sentences(void **state)
{
    (void)state;
    struct fp__finding f = judged("clf", 300, 0, 0);
    assert_string_equal(words_of(&f), "FLAT");
    f = judged("clf", 300, 100, 0);
    assert_string_equal(words_of(&f), "GROWING (hidden leak: heap +100 B per iteration)");
    f = judged("none", 300, 0, 2);
    assert_string_equal(words_of(&f), "GROWING (object leak: objects +2 per iteration)");
    f = judged("none", 300, 0, 2);
    snprintf(f.kept, sizeof f.kept, "299 image, 299 array");
    assert_string_equal(words_of(&f), "GROWING (object leak: 299 image, 299 array more)");
    f = judged("clf", 20, 0, 0);
    assert_string_equal(words_of(&f), "INCONCLUSIVE: 70 iterations would decide");
    f = judged("clf", 20, 0, 0);
    f.samples.by_time = true;
    for (size_t i = 0; i < 20; i++)
        f.samples.t[i] = 0.01 * (double)i;
    assert_string_equal(words_of(&f), "INCONCLUSIVE: 70 samples (0.7 s) would decide");
    f = judged("clf", 20, 0, 0);
    f.doubt = "no tick came within 10 s";
    assert_string_equal(words_of(&f), "INCONCLUSIVE: no tick came within 10 s");
    f = judged("clf", 20, 0, 0);
    f.verdict.cause = FP_CAUSE_GLYPHS;
    assert_has(words_of(&f), "INCONCLUSIVE (filling glyph cache, bounded)");
    f = judged("clf", 20, 0, 0);
    f.verdict.cause = FP_CAUSE_GLYPHS;
    f.glyphs = 731;
    assert_has(words_of(&f), "INCONCLUSIVE (filling glyph cache, 731 characters, bounded)");
    f = judged("clf", 300, 0, 0);
    f.verdict.outcome = FP_INCONCLUSIVE;
    assert_has(words_of(&f), "INCONCLUSIVE: no number of samples is known that would decide; ");
    f = judged("clf", 300, 0, 0);
    f.verdict.outcome = FP_INCONCLUSIVE;
    f.samples.n = 0;
    assert_has(words_of(&f), "INCONCLUSIVE: nothing was sampled");
}

static void
iterations_are_told_as_they_were_counted(void **state)
{
    (void)state;
    struct fp_text text = {0};
    struct fp__finding f = judged("command", 60, 0, 0);
    for (size_t i = 0; i < 60; i++)
        f.samples.t[i] = 4 * (double)i + 1;
    fp__table_one(&text, &f);
    assert_has(fp_text_string(&text), "INCONCLUSIVE: 280 iterations would decide\n"
                                      "237 iterations (60 samples), ");
    fp_text_finish(&text);
    fp__report_json(&text, &f, 1, 6);
    assert_has(fp_text_string(&text), "\"wanted\":280,");
    fp_text_finish(&text);
    fp__finding_finish(&f);
}

static void
who_marks_no_iterations_is_told_of_ticks(void **state)
{
    (void)state;
    static const char hint[] = "no iterations were marked, so growth is told by time";
    for (int by_time = 0; by_time < 2; by_time++) {
        struct fp_text text = {0};
        struct fp__finding f = judged("command", 20, 0, 0);
        f.samples.by_time = by_time;
        snprintf(f.measured, sizeof f.measured, "command, 1 process");
        fp__table_one(&text, &f);
        assert_int_equal(strstr(fp_text_string(&text), hint) != NULL, by_time);
        fp_text_finish(&text);
        fp__finding_finish(&f);
    }
}

static void
what_flat_does_not_tell_is_told(void **state)
{
    (void)state;
    struct fp__check_settings settings = usual();
    struct fp__finding f = made_up("python3 loop.py", 1000, 200, 0);
    f.checked = FP_CHECKED_COMMAND;
    for (size_t i = 0; i < f.samples.n; i++)
        f.samples.x[FP_METRIC_HEAP][i] = f.samples.heap_free[i] = NAN;
    fp__finding_judge(&f, &settings);
    assert_int_equal(f.verdict.outcome, FP_FLAT);
    const char *said = words_of(&f);
    assert_has(said, "FLAT (resident memory only; a leak inside heap already held would not show)");
    assert_has(said, ", though resident memory rises by at least 19");
    assert_has(said, " B per iteration, within the tolerance of 4.0 KiB");

    f = judged("clf", 300, 0, 0);
    f.verdict.cause = FP_CAUSE_RETENTION;
    f.verdict.judged[FP_METRIC_RSS].slope = 2048;
    assert_string_equal(words_of(&f),
                        "FLAT (allocator retention: resident memory grows by 2.0 KiB per "
                        "iteration, all of it held free by the allocator)");
}

static void
one_finding_has_a_row_a_metric(void **state)
{
    (void)state;
    struct fp_text text = {0};
    struct fp__finding f = judged("clf", 300, 0, 0);
    snprintf(f.measured, sizeof f.measured, "sh, 2 processes");
    f.allocator = "musl";
    fp__table_one(&text, &f);
    assert_string_equal(fp_text_string(&text),
                        "clf: FLAT\n"
                        "300 iterations, 1.00 ms each at first, 2.00 ms at last\n"
                        "measured: sh, 2 processes\n"
                        "its allocator is musl: the strict profile has no effect on it\n"
                        "           verdict  per iteration  resolves  tolerance  counts from\n"
                        "  objects  FLAT     0              0         0          sample 61\n"
                        "  files    FLAT     0              0         0          sample 61\n"
                        "  threads  FLAT     0              0         0          sample 61\n"
                        "  heap     FLAT     0 B            0 B       16 B       sample 61\n"
                        "  rss      FLAT     0 B            18 B      1.0 KiB    sample 61\n");
    fp_text_finish(&text);
    fp__finding_finish(&f);
}

static void
several_findings_have_a_row_each(void **state)
{
    (void)state;
    struct fp_text text = {0};
    struct fp__finding f[2] = {judged("none", 300, 240000, 2), judged("clf", 300, 64, 0)};
    f[0].expected = FP_GROWING;
    f[1].expected = FP_FLAT;
    fp__table_all(&text, f, 2);
    const char *said = fp_text_string(&text);
    assert_has(said, "none  GROWING  object leak  2        0      0        234.4 KiB");
    assert_has(said, "1.00 → 2.00  300\n");
    assert_null(strstr(said, "none must be"));
    assert_has(said, "clf must be FLAT, and is GROWING (hidden leak: heap +64 B per iteration)\n");
    fp_text_finish(&text);
    fp__finding_finish(&f[0]);
    fp__finding_finish(&f[1]);
}

static void
leaks_are_caught_or_not(void **state)
{
    (void)state;
    struct fp_text text = {0};
    struct fp__finding f[4] = {judged("nothing", 300, 0, 0), judged("nothing", 300, 64, 0),
                               judged("64 B", 300, 64, 0), judged("16 KiB", 300, 0, 0)};
    f[0].expected = f[1].expected = FP_FLAT;
    f[2].expected = f[3].expected = FP_GROWING;
    fp__table_leaks(&text, f, 4);
    const char *said = fp_text_string(&text);
    assert_has(said, "leak of  verdict  cause        heap  rss\n"
                     "nothing  FLAT     -            0 B   0 B   right\n"
                     "nothing  GROWING  hidden leak  64 B  ");
    assert_has(said, "WRONG\n64 B     GROWING  hidden leak  64 B  ");
    assert_has(said, "caught\n16 KiB   FLAT     -            0 B   0 B   NOT CAUGHT\n"
                     "heap and rss: growth per iteration\n");
    fp_text_finish(&text);
    for (int i = 0; i < 4; i++)
        fp__finding_finish(&f[i]);
}

static void
json_tells_all(void **state)
{
    (void)state;
    struct fp_text text = {0};
    struct fp__finding f[2] = {judged("clf", 300, 0, 0), judged("a \"b\"", 20, 0, 0)};
    f[0].expected = FP_FLAT;
    f[1].failed = true;
    f[1].signal = 11;
    f[1].samples.x[FP_METRIC_HEAP][0] = NAN;
    fp__report_json(&text, f, 2, 5);
    const char *said = fp_text_string(&text);
    assert_has(said, "{\"schema\":1,\"exit\":5,\"runs\":[{\"name\":\"clf\",\"verdict\":\"FLAT\","
                     "\"expected\":\"FLAT\",\"cause\":null,\"metric\":null,\"unit\":\"iteration\","
                     "\"samples\":300,");
    assert_has(said, "\"heap\":{\"verdict\":\"FLAT\",\"slope\":0,\"lower\":0,\"upper\":0,"
                     "\"resolution\":0,\"tolerance\":16,\"sustained\":false,\"first\":60}");
    assert_has(said, "{\"name\":\"a \\\"b\\\"\",\"verdict\":\"INCONCLUSIVE\",\"expected\":null");
    assert_has(said, "\"wanted\":70,\"kept\":null,\"measured\":null,\"doubt\":null,"
                     "\"allocator\":null,\"failed\":true,\"exit\":null,\"signal\":11,"
                     "\"interrupted\":null,\"over_max_rss\":false,");
    assert_has(said, "\"objects\":{\"verdict\":\"INCONCLUSIVE\",\"slope\":null,");
    assert_string_equal(said + strlen(said) - 5, "}}]}\n");
    fp_text_finish(&text);
    fp__finding_finish(&f[0]);
    fp__finding_finish(&f[1]);
}

static int
say_all(void *arg)
{
    struct fp__finding *f = arg;
    struct fp_text text = {0};
    fp__table_one(&text, f);
    fp__table_all(&text, f, 1);
    fp__table_leaks(&text, f, 1);
    fp__report_json(&text, f, 1, 0);
    int failed = text.failed ? -1 : 0;
    fp_text_finish(&text);
    return failed;
}

static void
exhaustion_is_survived(void **state)
{
    (void)state;
    static struct fp__finding f = {.name = "clf", .expected = FP_UNMEASURED};
    for (int m = 0; m < FP_METRICS; m++)
        f.verdict.judged[m].slope = NAN;
    torture(say_all, &f, 1);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(verdicts_are_sentences),
        world_test(what_flat_does_not_tell_is_told),
        world_test(iterations_are_told_as_they_were_counted),
        world_test(who_marks_no_iterations_is_told_of_ticks),
        world_test(one_finding_has_a_row_a_metric),
        world_test(several_findings_have_a_row_each),
        world_test(leaks_are_caught_or_not),
        world_test(json_tells_all),
        world_test(exhaustion_is_survived),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
