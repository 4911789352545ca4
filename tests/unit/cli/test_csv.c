/* SPDX-License-Identifier: MIT */
/* test_csv.c: samples written and read again, mprof's files, and files that are neither. */
#include "cli/check/csv.h"

#include "unit/cli/capture.h"
#include "unit/cli/samples.h"

static void
assert_same(double a, double b)
{
    assert_true(a == b || (isnan(a) && isnan(b)));
}

static void
assert_same_samples(const struct fp__samples *a, const struct fp__samples *b,
                    enum fp_checked checked)
{
    assert_int_equal(a->n, b->n);
    assert_int_equal(a->by_time, b->by_time);
    assert_int_equal(a->last_new_glyph, b->last_new_glyph);
    for (size_t i = 0; i < a->n; i++) {
        struct fp__sample x = fp__samples_at(a, i);
        struct fp__sample y = fp__samples_at(b, i);
        assert_same(x.t, y.t);
        assert_near(x.seconds, y.seconds, 1e-6); /* microseconds are written */
        for (int m = 0; m < FP_METRICS; m++)
            assert_same(x.x[m], y.x[m]);
        assert_same(x.heap_free, y.heap_free);
        assert_same(x.rss_total, y.rss_total);
        if (checked == FP_CHECKED_COMMAND)
            assert_same(x.young, y.young);
        assert_near(x.cpu, y.cpu, 0.05);
    }
}

/* The exit code, with what was said captured. */
static int
read_recorded(const char *path, struct fp__recorded *recorded)
{
    struct capture c = capture_begin();
    int code = fp__recorded_read(NULL, path, recorded);
    capture_end(&c);
    return code;
}

static void
what_is_written_is_read(void **state)
{
    (void)state;
    const char *path = temp_path("one.csv");
    struct fp__finding f = made_up("clf", 90, 100, 0.5);
    struct fp__recorded recorded;
    f.samples.last_new_glyph = 7;
    f.samples.x[FP_METRIC_RSS][3] = NAN;
    assert_int_equal(fp__csv_write(NULL, path, &f, 1), 0);
    assert_int_equal(read_recorded(path, &recorded), 0);
    assert_int_equal(recorded.count, 1);
    assert_string_equal(recorded.findings[0].name, path);
    assert_int_equal(recorded.findings[0].checked, FP_CHECKED_LOOP);
    assert_int_equal(recorded.findings[0].expected, FP_UNMEASURED);
    assert_same_samples(&f.samples, &recorded.findings[0].samples, FP_CHECKED_LOOP);
    fp__recorded_finish(&recorded);
    fp__finding_finish(&f);
}

static void
the_lines_are_as_told(void **state)
{
    (void)state;
    struct fp__finding f = made_up("clf", 2, 8, 0);
    f.samples.heap_free[1] = NAN;
    f.samples.cpu[1] = 0.25;
    assert_int_equal(fp__csv_write(NULL, temp_path("lines.csv"), &f, 1), 0);
    char *text = read_file(temp_path("lines.csv"), NULL);
    assert_string_equal(
        text, "iteration,seconds,objects,files,threads,heap,heap_free,rss,rss_total,cpu,new_glyph\n"
              "1,0.001,1,6,1,3000000,9000,3997696,10000000,99.5,1\n"
              "2,0.003,1,6,1,3000008,,3997696,10000008,0.3,0\n");
    free(text);
    f.samples.by_time = true;
    f.checked = FP_CHECKED_COMMAND;
    f.samples.young[1] = 4096;
    f.samples.x[FP_METRIC_HEAP][0] = f.samples.x[FP_METRIC_HEAP][1] = NAN;
    assert_int_equal(fp__csv_write(NULL, temp_path("lines.csv"), &f, 1), 0);
    text = read_file(temp_path("lines.csv"), NULL);
    assert_string_equal(text,
                        "seconds,objects,files,threads,heap,heap_free,rss,rss_total,rss_young,cpu\n"
                        "0.001,1,6,1,,9000,3997696,10000000,0,99.5\n"
                        "0.003,1,6,1,,,3997696,10000008,4096,0.3\n");
    free(text);
    fp__finding_finish(&f);
}

static void
programs_are_read_as_they_were_judged(void **state)
{
    (void)state;
    struct fp__finding f = made_up("command", 90, 100, 0);
    struct fp__recorded recorded;
    f.samples.by_time = true;
    f.checked = FP_CHECKED_COMMAND;
    for (size_t i = 0; i < 90; i++) {
        f.samples.t[i] = f.samples.seconds[i] = (double)i / 64;
        f.samples.x[FP_METRIC_HEAP][i] = NAN;
        f.samples.young[i] = 4096 * (double)i;
    }
    assert_int_equal(fp__csv_write(NULL, temp_path("command.csv"), &f, 1), 0);
    assert_int_equal(read_recorded(temp_path("command.csv"), &recorded), 0);
    assert_true(recorded.findings[0].drop_last);
    assert_true(recorded.findings[0].samples.restless);
    assert_same_samples(&f.samples, &recorded.findings[0].samples, FP_CHECKED_COMMAND);
    fp__recorded_finish(&recorded);
    fp__finding_finish(&f);
}

static void
several_runs_stay_apart(void **state)
{
    (void)state;
    struct fp__finding f[2] = {made_up("none", 80, 1000, 2), made_up("clf", 100, 0, 0)};
    struct fp__recorded recorded;
    assert_int_equal(fp__csv_write(NULL, temp_path("two.csv"), f, 2), 0);
    assert_int_equal(read_recorded(temp_path("two.csv"), &recorded), 0);
    assert_int_equal(recorded.count, 2);
    for (int i = 0; i < 2; i++) {
        assert_string_equal(recorded.findings[i].name, f[i].name);
        assert_same_samples(&f[i].samples, &recorded.findings[i].samples, FP_CHECKED_LOOP);
        fp__finding_finish(&f[i]);
    }
    fp__recorded_finish(&recorded);
}

static void
without_iterations_time_counts(void **state)
{
    (void)state;
    static const char text[] = "seconds,rss\n10,4096\r\n10.5,8192\n\n11,\n";
    struct fp__recorded recorded;
    write_file(temp_path("time.csv"), text, strlen(text));
    assert_int_equal(read_recorded(temp_path("time.csv"), &recorded), 0);
    const struct fp__finding *f = recorded.findings;
    assert_int_equal(f->checked, FP_CHECKED_COMMAND);
    assert_true(f->samples.by_time);
    assert_int_equal(f->samples.n, 3);
    assert_same(f->samples.t[1], 10.5);
    assert_same(f->samples.x[FP_METRIC_RSS][1], 8192);
    assert_same(f->samples.x[FP_METRIC_RSS][2], NAN);
    assert_same(f->samples.x[FP_METRIC_HEAP][1], NAN);
    fp__recorded_finish(&recorded);
}

static void
mprofs_files_are_read(void **state)
{
    (void)state;
    static const char text[] = "CMDLINE python3 loop.py\n"
                               "FUNC loop.step 10.0 1700000000.00 11.0 1700000000.10\n"
                               "MEM 10.500000 1700000000.2500\n"
                               "MEM 11.000000 1700000000.3500\n"
                               "CHLD 0 3.0 1700000000.3500\n";
    struct fp__recorded recorded;
    write_file(temp_path("mprof.dat"), text, strlen(text));
    assert_int_equal(read_recorded(temp_path("mprof.dat"), &recorded), 0);
    const struct fp__samples *s = &recorded.findings[0].samples;
    assert_int_equal(s->n, 2);
    assert_true(s->by_time);
    assert_same(s->t[0], 0);
    assert_near(s->t[1], 0.1, 1e-6);
    assert_same(s->x[FP_METRIC_RSS][0], 10.5 * 1048576);
    assert_same(s->x[FP_METRIC_OBJECTS][0], NAN);
    assert_int_equal(recorded.findings[0].checked, FP_CHECKED_COMMAND);
    assert_err("CHLD");
    fp__recorded_finish(&recorded);
}

static void
other_files_are_refused_by_line(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        const char *says;
    } bad[] = {
        {"", "line 1: the file is empty"},
        {"a,b,c\n1,2,3\n", "line 1: no names of columns"},
        {"iteration,cpu\n1,2\n", "line 1: no names of columns"},
        {"iteration,heap_free\n1,2\n", "line 1: no names of columns"},
        {"heap,rss\n1,2\n", "line 1: no names of columns"},
        {"iteration,rss\n", "there are no samples"},
        {"iteration,rss\n1,4096\n2,4k\n", "line 3: not a number: 4k"},
        {"iteration,rss\n1,4096\n2\n", "line 3: not as many cells"},
        {"iteration,rss\n,4096\n", "line 2: no time"},
        {"iteration,rss\n2,4096\n1,4096\n", "line 3: time goes backwards"},
        {"MEM 1 2 3\nMEM x 5\n", "line 2: not MEM"},
        {"MEM 1\n", "line 1: not MEM"},
        {"MEM 1 5\nMEM 1 4\n", "line 2: time goes backwards"},
        {"CMDLINE x\n", "there are no samples"},
    };
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        struct fp__recorded recorded;
        write_file(temp_path("bad"), bad[i].text, strlen(bad[i].text));
        assert_int_equal(read_recorded(temp_path("bad"), &recorded), 3);
        assert_err(bad[i].says);
        fp__recorded_finish(&recorded);
    }
    struct fp__recorded recorded;
    assert_int_equal(read_recorded(temp_path("not-there"), &recorded), 3);
    fp__recorded_finish(&recorded);
}

static void
endless_forms_are_refused(void **state)
{
    (void)state;
    char text[4096] = "form,iteration,rss\n";
    struct fp__recorded recorded;
    for (int i = 0; i < 33; i++)
        snprintf(text + strlen(text), 64, "f%d,1,4096\n", i);
    write_file(temp_path("forms.csv"), text, strlen(text));
    assert_int_equal(read_recorded(temp_path("forms.csv"), &recorded), 3);
    assert_err("line 34: too many forms");
    fp__recorded_finish(&recorded);
}

static int
write_and_read(void *arg)
{
    struct fp__finding *findings = arg;
    struct fp__recorded recorded = {0};
    struct capture c = capture_begin();
    int code = fp__csv_write(NULL, temp_path("torture.csv"), findings, 2);
    if (!code)
        code = fp__recorded_read(NULL, temp_path("torture.csv"), &recorded);
    if (!code)
        assert_int_equal(recorded.count, 2);
    fp__recorded_finish(&recorded);
    fp_context_destroy(NULL);
    capture_end(&c);
    return code;
}

static void
every_failure_is_survived(void **state)
{
    (void)state;
    static double room[3000];
    struct fp__finding f[2] = {{.name = "a"}, {.name = "b"}};
    for (int i = 0; i < 2; i++) { /* in memory that is not the door's */
        f[i].samples = (struct fp__samples){.n = 3, .room = 3};
        double **columns[] = {&f[i].samples.t,         &f[i].samples.seconds,
                              &f[i].samples.heap_free, &f[i].samples.rss_total,
                              &f[i].samples.young,     &f[i].samples.cpu};
        for (int c = 0; c < 6; c++)
            *columns[c] = room + 3 * c;
        for (int m = 0; m < FP_METRICS; m++)
            f[i].samples.x[m] = room + 100;
    }
    torture(write_and_read, f, 1);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(what_is_written_is_read),
        world_test(the_lines_are_as_told),
        world_test(programs_are_read_as_they_were_judged),
        world_test(several_runs_stay_apart),
        world_test(without_iterations_time_counts),
        world_test(mprofs_files_are_read),
        world_test(other_files_are_refused_by_line),
        world_test(endless_forms_are_refused),
        world_test(every_failure_is_survived),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
