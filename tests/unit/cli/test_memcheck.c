/* SPDX-License-Identifier: MIT */
/* test_memcheck.c: the verb memcheck: its options, what contradicts what, recorded samples. */
#include <signal.h>
#include <sys/stat.h>

#include "cli/check/csv.h"
#include "cli/check/forms.h"
#include "core/file.h"
#include "unit/cli/capture.h"
#include "unit/cli/samples.h"

static void
wrong_command_lines_are_2(void **state)
{
    (void)state;
    static const struct {
        const char *words[6];
        const char *says;
    } wrong[] = {
        {{"--lifecycle", "cfl"}, "clf"},
        {{"-n", "0"}, "a whole number from 1 to 1000000"},
        {{"-n", "1.5"}, "not a whole number"},
        {{"--warmup", "x"}, "such as 200"},
        {{"--warmup", "5m"}, "or 5s"},
        {{"--warmup", "2.5"}, "such as 200"},
        {{"--tolerance", "rss"}, "METRIC=VALUE"},
        {{"--tolerance", "rs=4"}, "METRIC=VALUE"},
        {{"--tolerance", "rss=x"}, "METRIC=VALUE"},
        {{"--max-rss", "4Q"}, "not a size"},
        {{"--allocator", "jemalloc"}, "choose strict or native"},
        {{"--inconclusive", "maybe"}, "choose pass, fail or skip"},
        {{"--warmup", "2e19"}, "such as 200"},
        {{"--warmup", "2e19s"}, "or 5s"},
        {{"--by", "tick"}, "ticks"},
        {{"--by", "time"}, "choose ticks"},
        {{"--attach", "1", "--by", "ticks"}, "--by ticks needs a command"},
        {{"--attach", "0"}, "the number of a process"},
        {{"--interval", "0"}, "above 0"},
        {{"--plot", "mem.jpg"}, "jpg is not written"},
        {{"--selftest", "--lifecycle=clf"}, "one thing is checked at a time"},
        {{"--from", "x.csv", "--attach", "1"}, "one thing is checked at a time"},
        {{"--from", "x.csv", "--", "true"}, "one thing is checked at a time"},
        {{"--selftest", "--inject-leak=64"}, "--inject-leak is for our own loop"},
        {{"--inject-leak=64", "--", "true"}, "--inject-leak is for our own loop"},
        {{"--interval", "1"}, "are for a command"},
        {{"--by", "ticks"}, "are for a command"},
        {{"--tick-line", "x"}, "are for a command"},
        {{"--no-children"}, "are for a command"},
        {{"--attach", "1", "--tick-line", "x"}, "--tick-line needs the output"},
        {{"--"}, "nothing stands after --"},
        {{"--from", "x.csv", "loop.lua"}, "one thing is checked at a time"},
        {{"sh", "-q", "loop.sh"}, "flatplot memcheck -- sh -q loop.sh"},
        {{"sh", "-c", "it's true;", ""}, "flatplot memcheck -- sh -c 'it'\\''s true;' ''"},
        {{"/bin/sh"}, "flatplot memcheck -- /bin/sh"},
        {{"sh", "--", "true"}, "a command stands after --"},
        {{"no-such-command"}, "neither a script nor a command"},
    };
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        const char *words[8] = {"memcheck"};
        memcpy(words + 1, wrong[i].words, sizeof wrong[i].words);
        int code = run_words(words);
        if (code != 2)
            fail_msg("%s %s gave %d", words[1], words[2] ? words[2] : "", code);
        assert_err(wrong[i].says);
        assert_string_equal(captured(1), "");
    }
}

static void
help_names_the_exit_codes(void **state)
{
    (void)state;
    assert_int_equal(run("memcheck", "--help"), 0);
    assert_out("--inconclusive");
    assert_out("6 INCONCLUSIVE");
    assert_int_equal(run("memcheck", "-h"), 0);
    assert_null(strstr(captured(1), "--inconclusive"));
}

/* Three recorded runs: flat, growing, too short. */
static int
make_records(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        size_t n;
        double bytes;
    } runs[] = {{"flat.csv", 300, 0}, {"leak.csv", 300, 100}, {"short.csv", 30, 0}};
    for (int i = 0; i < 3; i++) {
        struct fp__finding f = made_up(runs[i].name, runs[i].n, runs[i].bytes, 0);
        if (fp__csv_write(NULL, temp_path(runs[i].name), &f, 1) != 0)
            return -1;
        fp__finding_finish(&f);
    }
    fp_context_destroy(NULL);
    return 0;
}

static void
recorded_samples_are_judged(void **state)
{
    (void)state;
    assert_int_equal(run("memcheck", "--from", temp_path("flat.csv")), 0);
    assert_out("flat.csv: FLAT\n");
    assert_int_equal(run("memcheck", "--from", temp_path("leak.csv")), 1);
    assert_out("leak.csv: GROWING (hidden leak: heap +100 B per iteration)\n");
    assert_int_equal(run("memcheck", "--from", temp_path("short.csv")), 6);
    assert_out("short.csv: INCONCLUSIVE: 70 iterations would decide\n");
    assert_string_equal(captured(2), "");
    assert_int_equal(run("memcheck", "--from", temp_path("none.csv")), 3);
}

static void
any_path_can_be_read_from(void **state)
{
    (void)state;
    char path[512], name[160];
    for (size_t i = 0; i < 2; i++) {
        memset(name, 'x', 150);
        snprintf(name + 150, sizeof name - 150, "%s", i ? "\x1b[31m" : "");
        snprintf(path, sizeof path, "%s", temp_path(name));
        struct fp__finding f = made_up("long", 300, 0, 0);
        assert_int_equal(fp__csv_write(NULL, path, &f, 1), 0);
        fp__finding_finish(&f);
        assert_int_equal(run("memcheck", "--from", path, "--plot", temp_path("long.png")), 0);
        assert_out("…: FLAT\n");
        fp_context_destroy(NULL);
    }
    snprintf(path, sizeof path, "%s", temp_path("\x1b[31mred\xc2\x9b.csv"));
    struct fp__finding f = made_up("red", 300, 0, 0);
    assert_int_equal(fp__csv_write(NULL, path, &f, 1), 0);
    fp__finding_finish(&f);
    assert_int_equal(run("memcheck", "--from", path), 0);
    assert_out(" [31mred .csv: FLAT\n");
    assert_null(strpbrk(captured(1), "\x1b\x9b"));
    fp_context_destroy(NULL);
}

static void
seconds_of_warm_up_need_seconds(void **state)
{
    (void)state;
    static const char text[] = "iteration,rss\n1,4096\n2,4096\n";
    write_file(temp_path("no-seconds.csv"), text, strlen(text));
    assert_int_equal(run("memcheck", "--from", temp_path("no-seconds.csv"), "--warmup", "500s"), 2);
    assert_err("no-seconds.csv has no column \"seconds\"");
    assert_int_equal(run("memcheck", "--from", temp_path("no-seconds.csv"), "--warmup", "1"), 6);
}

static void
without_proc_nothing_can_be_measured(void **state)
{
    (void)state;
    fp__file_fail_at(1, true);
    int own = run("memcheck", "--lifecycle=clf", "-n", "3");
    fp__file_fail_at(1, true);
    int other = run("memcheck", "--", "true");
    fp__file_fail_at(0, false);
    assert_int_equal(own, 77);
    assert_int_equal(other, 77);
    assert_err("nothing can be measured\n  hint: ");
}

static void
options_change_the_judgement(void **state)
{
    (void)state;
    char leak[1024], few[1024];
    snprintf(leak, sizeof leak, "%s/leak.csv", temp_dir());
    snprintf(few, sizeof few, "%s/short.csv", temp_dir());
    assert_int_equal(run("memcheck", "--from", leak, "--tolerance", "heap=128"), 0);
    assert_int_equal(
        run("memcheck", "--from", leak, "--tolerance", "heap=128", "--tolerance=heap=16"), 1);
    assert_int_equal(
        run("memcheck", "--from", leak, "--tolerance", "heap=1K", "--tolerance=rss=2K"), 0);
    assert_int_equal(run("memcheck", "--from", few, "--inconclusive", "pass"), 0);
    assert_int_equal(run("memcheck", "--from", few, "--inconclusive=fail"), 1);
    assert_int_equal(run("memcheck", "--from", few, "--inconclusive=skip"), 77);
    assert_int_equal(run("memcheck", "--from", few, "--warmup", "10"), 0);
    assert_int_equal(run("memcheck", "--from", few, "--warmup=0.005s"), 0);
    assert_int_equal(run("memcheck", "--from", few, "--warmup=1"), 0);
    assert_int_equal(run("memcheck", "--from", few, "--warmup=1s"), 6);
}

static void
outputs_can_be_had_of_records(void **state)
{
    (void)state;
    struct stat st;
    const char *png = temp_path("again.png");
    const char *csv = temp_path("again.csv");
    assert_int_equal(
        run("memcheck", "--from", temp_path("leak.csv"), "--plot", png, "--csv", csv, "--json"), 1);
    assert_out("{\"schema\":1,\"exit\":1,");
    assert_int_equal(stat(png, &st), 0);
    char *before = read_file(temp_path("leak.csv"), NULL);
    char *after = read_file(csv, NULL);
    assert_string_equal(before, after);
    free(before);
    free(after);
    assert_int_equal(run("memcheck", "-q", "--from", temp_path("leak.csv")), 1);
    assert_string_equal(captured(1), "");
}

static void
a_form_runs_in_a_process_of_its_own(void **state)
{
    (void)state;
    if (fp__form_sanitizer()) {
        assert_int_equal(run("memcheck", "--lifecycle=clf", "-n", "3"), 77);
        assert_err("whose quarantine grows by design");
        return;
    }
    assert_int_equal(run("memcheck", "--lifecycle=none", "-n", "3"), 6);
    assert_out("none: INCONCLUSIVE: 70 iterations would decide\n3 iterations\n");
    assert_int_equal(run("memcheck", "--lifecycle=clf", "-n", "3", "--max-rss", "100K"), 1);
    assert_err("resident memory is above --max-rss (100.0 KiB) after 1 iterations");
    if (repeats(50) < 50) /* under valgrind each process takes seconds to its first text */
        return;
    assert_int_equal(run("memcheck", "-n", "1", "-v"), 1); /* every form, and none decided */
    assert_out("reuse must be FLAT, and is INCONCLUSIVE: 70 iterations would decide\n");
    assert_out("both: INCONCLUSIVE");
    assert_int_equal(run("memcheck", "--selftest", "-n", "1"), 1);
    assert_out("16 KiB");
    assert_out("NOT CAUGHT");
}

int
main(void)
{
    /* Forms first: a process that has drawn must not fork, since pango has threads. */
    const struct CMUnitTest tests[] = {
        world_test(a_form_runs_in_a_process_of_its_own),
        world_test(wrong_command_lines_are_2),
        world_test(without_proc_nothing_can_be_measured),
        world_test(help_names_the_exit_codes),
        world_test(any_path_can_be_read_from),
        world_test(seconds_of_warm_up_need_seconds),
        world_test(recorded_samples_are_judged),
        world_test(options_change_the_judgement),
        world_test(outputs_can_be_had_of_records),
    };
    return cmocka_run_group_tests(tests, make_records, NULL);
}
