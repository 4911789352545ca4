/* SPDX-License-Identifier: MIT */
/* test_ticks.c: iterations counted by newlines, or by lines of output that match. */
#include "cli/check/ticks.h"
#include "unit/cli/capture.h"

static struct fp__ticks ticks;

static void
begin(const char *pattern)
{
    assert_int_equal(fp__ticks_init(&ticks, pattern), 0);
}

static size_t
take(const char *text)
{
    return fp__ticks_take(&ticks, 0, text, strlen(text));
}

static void
every_newline_is_a_tick(void **state)
{
    (void)state;
    begin(NULL);
    assert_int_equal(take("\n"), 1);
    assert_int_equal(take("a\nb\n\n"), 3);
    assert_int_equal(take("no end"), 0);
    assert_int_equal(fp__ticks_take(&ticks, 0, "\0\n\0\n", 4), 2);
    assert_int_equal(ticks.count, 6);
    fp__ticks_finish(&ticks);
}

static void
lines_that_match_are_ticks(void **state)
{
    (void)state;
    begin("^step [0-9]+$");
    assert_int_equal(take("step 1\nsteps\nstep 22\nstep\n"), 2);
    assert_int_equal(take(" step 3\n"), 0);
    assert_int_equal(take("\n\n"), 0);
    assert_int_equal(ticks.count, 2);
    fp__ticks_finish(&ticks);
}

static void
lines_may_come_in_pieces(void **state)
{
    (void)state;
    begin("^step [0-9]+$");
    assert_int_equal(take("st"), 0);
    assert_int_equal(take("ep"), 0);
    assert_int_equal(take(" 4"), 0);
    assert_int_equal(take("\ns"), 1);
    assert_int_equal(take("tep 5\n"), 1);
    fp__ticks_finish(&ticks);
}

static void
the_two_outputs_do_not_mix(void **state)
{
    (void)state;
    begin("^step [0-9]+$");
    assert_int_equal(fp__ticks_take(&ticks, 0, "step", 4), 0);
    assert_int_equal(fp__ticks_take(&ticks, 1, "step 1\n", 7), 1);
    assert_int_equal(fp__ticks_take(&ticks, 0, " 2\n", 3), 1);
    fp__ticks_finish(&ticks);
}

/* Progress bars overwrite their line. */
static void
a_carriage_return_ends_a_line_too(void **state)
{
    (void)state;
    begin("%|^$");
    assert_int_equal(take("10%\r20%\r"), 2);
    assert_int_equal(take("30%\r\n"), 1);
    assert_int_equal(take("40%\r"), 1);
    assert_int_equal(take("\n50%\n"), 1);
    assert_int_equal(take("\n"), 1);
    fp__ticks_finish(&ticks);
}

static void
of_long_lines_the_beginning_counts(void **state)
{
    char line[10001];

    (void)state;
    begin("^x.*y");
    memset(line, 'x', 10000);
    line[10000] = '\0';
    line[4094] = 'y';
    take(line);
    assert_int_equal(take("\n"), 1);
    line[4094] = 'x';
    line[4095] = 'y';
    take(line);
    assert_int_equal(take("\n"), 0);
    assert_int_equal(take("xy\n"), 1);
    fp__ticks_finish(&ticks);
}

static void
what_is_no_expression_is_refused(void **state)
{
    struct capture c = capture_begin();
    int code = fp__ticks_init(&ticks, "step (");

    (void)state;
    capture_end(&c);
    assert_int_equal(code, 2);
    assert_err("--tick-line: \"step (\" is no regular expression: ");
    assert_err("hint: ");
    fp__ticks_finish(&ticks);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(every_newline_is_a_tick),
        world_test(lines_that_match_are_ticks),
        world_test(lines_may_come_in_pieces),
        world_test(the_two_outputs_do_not_mix),
        world_test(a_carriage_return_ends_a_line_too),
        world_test(of_long_lines_the_beginning_counts),
        world_test(what_is_no_expression_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
