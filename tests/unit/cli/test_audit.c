/* SPDX-License-Identifier: MIT */
/* test_audit.c: reports that are whole are so, and what lacks is named. */
#include "cli/batch/audit.h"

#include "flatplot/output.h"
#include "unit/cli/capture.h"

#define HEAD(job, frames, shard, shards)                                                           \
    "{\"schema\":1,\"flatplot\":\"0.1.0\",\"job\":\"" job "\",\"frames\":" #frames                 \
    ",\"shard\":" #shard ",\"shards\":" #shards ",\"more\":[1]}\n"
#define JOB "0123456789abcdef"
#define LINE(index, count, status, crc)                                                            \
    "{\"index\":" #index ",\"frames\":" #count ",\"status\":\"" #status "\",\"crc32\":" #crc       \
    ",\"output\":\"/nowhere/at/all.png\",\"ms\":{\"read\":0.25}}\n"

#define END(frames) "{\"frames\":" #frames "}\n"
/* The head of a job of one frame that passed over inputs. */
#define UNREAD(names)                                                                              \
    "{\"schema\":1,\"job\":\"" JOB "\",\"frames\":1,\"shard\":1,\"shards\":1,\"unread\":" names    \
    "}\n"

static const char *
report(const char *name, const char *text)
{
    const char *path = temp_path(name);
    write_file(path, text, strlen(text));
    return path;
}

static int
verify(const char *first, const char *second)
{
    const char *a = report("a", first);
    return second ? run("verify", a, report("b", second)) : run("verify", a);
}

static void
whole_jobs_pass(void **state)
{
    (void)state;
    assert_int_equal(verify(HEAD(JOB, 1, 1, 1) LINE(0, 1, drawn, 5), NULL), 0);
    assert_out("job " JOB ": 1 frame, each exactly once · 1 drawn, 0 kept · 1 report · files are "
               "not here, pixels not compared\n");
    assert_string_equal(captured(2), "");
    assert_int_equal(verify(HEAD(JOB, 3, 1, 2) LINE(2, 1, kept, 5) LINE(0, 1, drawn, 5),
                            HEAD(JOB, 3, 2, 2) LINE(1, 1, drawn, 4294967295)),
                     0);
    assert_out("3 frames, each exactly once · 2 drawn, 1 kept · 2 reports");
    /* Several on a picture; reports of shards in one file; an empty shard. */
    assert_int_equal(verify(HEAD(JOB, 5, 1, 3) LINE(0, 3, drawn, 5) HEAD(JOB, 5, 2, 3)
                                LINE(3, 2, drawn, 6) HEAD(JOB, 5, 3, 3),
                            NULL),
                     0);
    /* A stream has as many as its last line tells. */
    assert_int_equal(
        verify(HEAD(JOB, null, 1, 1) LINE(1, 2, drawn, 5) LINE(0, 1, drawn, 6) END(3), NULL), 0);
    assert_out("3 frames, each exactly once");
    /* A frame that failed and was drawn by another run. */
    assert_int_equal(verify(HEAD(JOB, 1, 1, 1) LINE(0, 1, failed, null),
                            HEAD(JOB, 1, 1, 1) LINE(0, 1, drawn, 6)),
                     0);
}

static void
what_lacks_is_named(void **state)
{
    static const struct {
        const char *a, *b;
        const char *said;
    } rows[] = {
        {HEAD(JOB, 2, 1, 1) LINE(0, 1, drawn, 5), NULL, "missing: frame 1\n"},
        {HEAD(JOB, 2, 1, 1) LINE(1, 1, drawn, 5), NULL, "missing: frame 0\n"},
        {HEAD(JOB, 9, 1, 2) LINE(0, 1, drawn, 5) LINE(2, 1, drawn, 5) LINE(5, 1, kept, 5), NULL,
         "missing: frames 1, 3, 4, 6–8\nno report of shard 2\n"},
        {HEAD(JOB, 9, 3, 4) LINE(2, 6, drawn, 5), NULL,
         "missing: frames 0, 1, 8\nno report of shard 1, 2, 4\njob " JOB ": 9 frames, 3 missing"},
        {HEAD(JOB, 1, 1, 1), NULL, "missing: frame 0\n"},
        {HEAD(JOB, 2, 1, 1) LINE(0, 1, drawn, 5) LINE(1, 1, failed, null), NULL,
         "failed: frame 1\n"},
        {HEAD(JOB, 1, 1, 1) LINE(0, 1, drawn, 5), HEAD(JOB, 1, 1, 1) LINE(0, 1, drawn, 5),
         "doubled: frame 0\n"},
        {HEAD(JOB, 1, 1, 1) LINE(0, 1, drawn, 5) LINE(0, 1, kept, 5), NULL, "doubled: frame 0\n"},
        {HEAD(JOB, 1, 1, 1) LINE(0, 1, drawn, 5) LINE(0, 1, kept, 6), NULL, "differing: frame 0\n"},
        {HEAD(JOB, 3, 1, 1) LINE(0, 2, drawn, 5) LINE(1, 2, drawn, 6), NULL,
         "doubled: frames 1, 2\n"},
        {UNREAD("[\"b.npy\",\"c.npy\"]") LINE(0, 1, drawn, 5), NULL, "unread: b.npy, c.npy\njob"},
        {UNREAD("[7]") LINE(0, 1, drawn, 5), NULL, "unread: ?\n"},
        {HEAD(JOB, null, 1, 1) LINE(0, 1, drawn, 5), NULL,
         "the end of the stream is missing: frames may have come behind\njob " JOB
         ": 1 frame so far, each exactly once"},
        {HEAD(JOB, null, 1, 1) LINE(0, 1, drawn, 5), HEAD(JOB, null, 1, 1) END(0), "so far"},
        {HEAD(JOB, null, 1, 1) LINE(0, 1, drawn, 5) HEAD(JOB, null, 1, 1) END(0), NULL, "so far"},
        {HEAD(JOB, null, 1, 1) LINE(0, 1, drawn, 5) END(3), NULL, "missing: frames 1, 2\n"},
        /* Many shards are not counted one by one; of several cuts nobody knows whose are
         * missing. */
        {HEAD(JOB, 2, 3, 999999999) LINE(0, 1, drawn, 5), NULL,
         "no report of shard 1, 2, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, "
         "21 "
         "…\n"},
        {HEAD(JOB, 2, 1, 21) LINE(0, 1, drawn, 5), NULL, "18, 19, 20, 21\njob"},
        {HEAD(JOB, 2, 2, 999999999) LINE(0, 1, drawn, 5), HEAD(JOB, 2, 1, 2),
         "missing: frame 1\njob"},
        {HEAD(JOB, 2, 1, 1) LINE(0, 1, drawn, 5) "{\"index\":1,\"fra", NULL, "missing: frame 1\n"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        assert_int_equal(verify(rows[i].a, rows[i].b), 1);
        assert_out(rows[i].said);
        assert_err("flatplot: the job is not whole: ");
        assert_err("  hint: ");
    }
    assert_err("line 3 is not whole");
}

/* Every second frame of a thousand: only the first are named, and all with -v. */
static void
long_lists_end(void **state)
{
    (void)state;
    struct fp_text text = {0};
    fp_text_append(&text, HEAD(JOB, 1000, 1, 1));
    for (int i = 0; i < 1000; i += 2) {
        fp_text_append_format(&text, "{\"index\":%d,\"frames\":1,\"status\":\"drawn\"}\n", i);
    }
    assert_int_equal(verify(fp_text_string(&text), NULL), 1);
    assert_out("35, 37, 39 and 480 more (-v names all)\n");
    assert_int_equal(run("verify", "-v", temp_path("a")), 1);
    assert_out("37, 39, 41, ");
    assert_out(", 999\n");
    fp_text_finish(&text);
}

static void
what_is_no_report_is_refused(void **state)
{
    static const struct {
        const char *text;
        const char *said;
    } rows[] = {
        {"", "line 0: the file ends before a line about the job"},
        {"\n\n", "before a line about the job"},
        {"\x93NUMPY", "before a line about the job"},
        {"[1]\n", "line 1: not an object"},
        {"7\n", "is no JSON"}, /* jansson wants an object or an array */
        {"{}\n", "line 1: no schema number"},
        {"{\"schema\":2,\"job\":\"" JOB "\"}\n", "another version"},
        {"{\"schema\":1}\n", "no job, frames, shard"},
        {HEAD("0123", 1, 1, 1), "no job, frames, shard"},
        {HEAD(JOB, -1, 1, 1), "no job, frames, shard"},
        {HEAD(JOB, 1.5, 1, 1), "no job, frames, shard"},
        {HEAD(JOB, 1e300, 1, 1), "no job, frames, shard"},
        {HEAD(JOB, 99999999999999999999, 1, 1), "is no JSON"},
        {HEAD(JOB, 1, 0, 1), "shard is not from 1 to shards"},
        {HEAD(JOB, 1, 3, 2), "shard is not from 1 to shards"},
        {HEAD(JOB, 1, 3, 1000000000), "or those are too many"},
        {END(1), "the end of a stream, of which there was no beginning"},
        {HEAD(JOB, 1, 1, 1) END(1), "the end of a stream, of which there was no beginning"},
        {HEAD(JOB, null, 1, 1) END(1) END(1), "line 3: the end of a stream"},
        {HEAD(JOB, null, 1, 1) END(-1), "the end of a stream"},
        {LINE(0, 1, drawn, 5), "line 1: about a picture, before"},
        {HEAD(JOB, 1, 1, 1) LINE(1, 1, drawn, 5), "line 2: its frames are not among"},
        {HEAD(JOB, 2, 1, 1) LINE(1, 2, drawn, 5), "its frames are not among"},
        {HEAD(JOB, 2, 1, 1) LINE(1, 9007199254740992, drawn, 5), "its frames are not among"},
        {HEAD(JOB, 2, 1, 1) LINE(1, 0, drawn, 5), "its frames are not among"},
        {HEAD(JOB, 2, 1, 1) LINE(0, 1, lost, 5), "no index, frames and status"},
        {HEAD(JOB, 2, 1, 1) LINE("a", 1, drawn, 5), "no index, frames and status"},
        {HEAD(JOB, 2, 1, 1) "{\"ind\n" LINE(0, 1, drawn, 5), "line 2: is no JSON"},
        {HEAD(JOB, 2, 1, 1) HEAD("ffffffffffffffff", 2, 1, 1), "line 2: of another job"},
        {HEAD(JOB, 2, 1, 1) HEAD(JOB, 3, 1, 1), "of another job"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        assert_int_equal(verify(rows[i].text, NULL), 3);
        assert_err(rows[i].said);
        assert_err("  hint: ");
        assert_string_equal(captured(1), "");
    }
    assert_int_equal(run("verify", temp_path("none")), 3);
    assert_int_equal(run("verify"), 2);
    assert_int_equal(
        verify(HEAD(JOB, 1, 1, 1) LINE(0, 1, drawn, 5), HEAD("0123456789abcdee", 1, 1, 1)), 3);
    assert_err("/b: line 1: of another job");
}

/* --- Files ------------------------------------------------------------------------------------ */

/* A report on two pictures that are there; the first one's CRC is `crc`, or what it should be. */
static const char *
report_files(void)
{
    static char text[1024];
    static const char *const names[] = {"p0.png", "p1.png"};
    struct fp_figure *figure = fp_figure_create(NULL);
    struct fp_written written;
    struct fp_write_options options = {.crc = true};
    int n = snprintf(text, sizeof text, HEAD(JOB, 2, 1, 1));
    fp_figure_set_size_pixels(figure, 30, 20);
    for (int i = 0; i < 2; i++) {
        fp_figure_set_facecolor(figure, (struct fp_color){(uint8_t)i, 128, 0, i ? 255 : 128});
        assert_int_equal(fp_figure_save_with(figure, temp_path(names[i]), &options, &written),
                         FP_OK);
        n += snprintf(text + n, sizeof text - (size_t)n,
                      "{\"index\":%d,\"frames\":1,\"status\":\"drawn\",\"crc32\":%u,"
                      "\"output\":\"%s\"}\n",
                      i, (unsigned)written.crc, temp_path(names[i]));
    }
    fp_unref(figure);
    fp_context_destroy(NULL);
    return text;
}

static void
files_are_compared(void **state)
{
    (void)state;
    const char *text = report_files();
    assert_int_equal(verify(text, NULL), 0);
    assert_out("pixels of 2 files compared");
    remove(temp_path("p1.png"));
    assert_int_equal(verify(text, NULL), 1);
    assert_out("missing: frame 1\n");
    assert_int_equal(rename(temp_path("p0.png"), temp_path("p1.png")), 0);
    assert_int_equal(verify(text, NULL), 1);
    assert_out("missing: frame 0\ndiffering: frame 1\n");
    write_file(temp_path("p1.png"), "no picture", 10);
    assert_int_equal(verify(text, NULL), 1);
    assert_out("differing: frame 1\n");
    remove(temp_path("p1.png"));
    assert_int_equal(verify(text, NULL), 1);
    assert_out("missing: frames 0, 1\n");
}

static int
read_and_audit(void *paths)
{
    struct fp__journal journal;
    struct fp__audit audit = {0};
    struct fp_text text = {0};
    struct capture c = capture_begin();
    int code = fp__journal_read(&journal, NULL, paths, 1);
    code = code ? code : fp__audit_make(&audit, &journal, FP__PROGRESS_NEVER);
    if (!code) {
        fp__audit_append(&audit, false, &text);
        code = text.failed || audit.flawed_count > 0;
    }
    capture_end(&c);
    fp_text_finish(&text);
    fp__audit_finish(&audit);
    fp__journal_finish(&journal);
    fp_context_destroy(NULL);
    return code;
}

static void
every_failure_is_survived(void **state)
{
    (void)state;
    char path[4096]; /* temp_path's own does not stay for so many runs */
    const char *paths[] = {path};
    snprintf(path, sizeof path, "%s", report("a", report_files()));
    torture(read_and_audit, paths, 1);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(whole_jobs_pass),    world_test(what_lacks_is_named),
        world_test(long_lists_end),     world_test(what_is_no_report_is_refused),
        world_test(files_are_compared), world_test(every_failure_is_survived),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
