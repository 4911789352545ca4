/* SPDX-License-Identifier: MIT */
/* test_progress.c: the bar and the line a minute, with the clock put back by hand. */
#include "cli/opt/progress.h"

#include <math.h>

#include "cli/opt/message.h"
#include "unit/cli/capture.h"

struct scene {
    enum fp__progress_mode mode;
    bool quiet;
    size_t total;
    double seconds; /* since the beginning and the last showing */
    size_t done;
};

/* Runs one step of a job; what it wrote is captured(2). */
static void
play(const struct scene *scene)
{
    struct fp__progress p;
    struct capture c = capture_begin();
    fp__message_begin();
    if (scene->quiet)
        fp__message_quiet();
    fp__progress_begin(&p, NULL, scene->mode, "frames", scene->total);
    p.began -= scene->seconds;
    p.shown -= scene->seconds;
    fp__progress_step(&p, scene->done);
    fp__progress_end(&p);
    capture_end(&c);
}

static void
the_bar_says_how_far_and_how_long(void **state)
{
    (void)state;
    play(&(struct scene){FP__PROGRESS_ALWAYS, false, 100, 10, 25});
    assert_err("\r\x1b[K\x1b[?7lframes [###         ] 25/100 · 2.5 frames/s · 0:30 left · ");
    assert_err(" MiB\x1b[?7h\r\x1b[K"); /* and it is taken away */
    assert_null(strchr(captured(2), '\n'));
    play(&(struct scene){FP__PROGRESS_ALWAYS, false, 24000, 600, 12000});
    assert_err("[######      ] 12000/24000 · 20 frames/s · 10:00 left · ");
    play(&(struct scene){FP__PROGRESS_ALWAYS, false, 100000, 500, 10000});
    assert_err("[#           ] 10000/100000 · 20 frames/s · 1:15:00 left · ");
    play(&(struct scene){FP__PROGRESS_ALWAYS, false, 2, 1, 2});
    assert_err("[############] 2/2 · 2.0 frames/s · 0:00 left · ");
}

static void
the_bar_is_not_shown_too_often(void **state)
{
    (void)state;
    play(&(struct scene){FP__PROGRESS_ALWAYS, false, 100, 0.01, 25});
    assert_string_equal(captured(2), "");
}

static void
logs_get_a_line_a_minute(void **state)
{
    (void)state;
    play(&(struct scene){FP__PROGRESS_AUTO, false, 100, 55, 25});
    assert_string_equal(captured(2), "");
    play(&(struct scene){FP__PROGRESS_AUTO, false, 100, 100, 40});
    assert_err("flatplot: frames 40/100 · 0.4 frames/s · 2:30 left · ");
    assert_true(captured(2)[0] == 'f');
    assert_ptr_equal(strchr(captured(2), '\n'), strchr(captured(2), 0) - 1);
    assert_null(strchr(captured(2), '\x1b'));
}

static void
nothing_is_shown_when_it_is_not_wanted(void **state)
{
    (void)state;
    play(&(struct scene){FP__PROGRESS_NEVER, false, 100, 1000, 25});
    assert_string_equal(captured(2), "");
    play(&(struct scene){FP__PROGRESS_ALWAYS, true, 100, 1000, 25});
    assert_string_equal(captured(2), "");
    play(&(struct scene){FP__PROGRESS_AUTO, true, 100, 1000, 25});
    assert_string_equal(captured(2), "");
    play(&(struct scene){FP__PROGRESS_ALWAYS, false, 1, 1000, 1});
    assert_string_equal(captured(2), "");
}

static void
programs_get_json(void **state)
{
    (void)state;
    play(&(struct scene){FP__PROGRESS_JSON, false, 100, 10, 25});
    assert_err("{\"schema\":1,\"what\":\"frames\",\"done\":25,\"total\":100,\"seconds\":10.0");
    assert_err(",\"rate\":2.");
    assert_err(",\"left\":30.");
    assert_err(",\"rss\":");
    assert_null(strstr(captured(2), "null"));
    const char *second = strchr(captured(2), '\n') + 1; /* how far it came, at the end */
    assert_int_equal(strncmp(second, "{\"schema\":1,", 12), 0);
    assert_ptr_equal(strchr(second, '\n'), strchr(second, 0) - 1);
    play(&(struct scene){FP__PROGRESS_JSON, false, 1, 0.5, 0}); /* not before a second is over */
    assert_err("\"done\":0,\"total\":1,\"seconds\":0.5");
    assert_err("\"rate\":null,\"left\":null,");
    assert_ptr_equal(strchr(captured(2), '\n'), strchr(captured(2), 0) - 1);
}

static double
told(void *data)
{
    return *(double *)data;
}

static void
memory_may_be_that_of_others(void **state)
{
    (void)state;
    double bytes[] = {3 * 1048576, NAN};
    for (int i = 0; i < 2; i++) {
        struct fp__progress p;
        struct capture c = capture_begin();
        fp__message_begin();
        fp__progress_begin(&p, NULL, FP__PROGRESS_ALWAYS, "frames", 4);
        p.resident = told;
        p.resident_data = &bytes[i];
        p.shown -= 1;
        fp__progress_step(&p, 1);
        fp__progress_end(&p);
        capture_end(&c);
        assert_int_equal(strstr(captured(2), "MiB") != NULL, i == 0);
        if (i == 0)
            assert_err("left · 3.0 MiB\x1b");
    }
}

/* A terminal of our own: its other side reads what people would see. */
static void
a_terminal_gets_the_bar(void **state)
{
    (void)state;
    char seen[512] = {0};
    struct fp__progress p;
    int ours = posix_openpt(O_RDWR | O_NOCTTY);
    if (ours < 0)
        skip(); /* a root without pseudoterminals */
    assert_true(grantpt(ours) == 0 && unlockpt(ours) == 0);
    int theirs = open(ptsname(ours), O_RDWR | O_NOCTTY);
    struct capture c = capture_begin();
    dup2(theirs, 2);
    fp__message_begin();
    fp__progress_begin(&p, NULL, FP__PROGRESS_AUTO, "frames", 4);
    p.shown -= 1;
    fp__progress_step(&p, 1);
    fp__message_note("a note");
    capture_end(&c);
    bool bar = p.bar;
    ssize_t n = read(ours, seen, sizeof seen - 1);
    close(theirs);
    close(ours);
    assert_true(bar && n > 0);
    assert_has(seen, "frames [###         ] 1/4");
    assert_has(seen, "\x1b[?7h\r\x1b[Ka note"); /* messages take its place */
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(the_bar_says_how_far_and_how_long),
        world_test(the_bar_is_not_shown_too_often),
        world_test(logs_get_a_line_a_minute),
        world_test(nothing_is_shown_when_it_is_not_wanted),
        world_test(programs_get_json),
        world_test(memory_may_be_that_of_others),
        world_test(a_terminal_gets_the_bar),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
