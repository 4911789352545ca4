/* SPDX-License-Identifier: MIT */
/* test_prompt.c: what standard input says, statement by statement. */
#include <unistd.h>

#include "flatplot/pyplot.h"
#include "unit/script/scripts.h"

struct talk {
    const char *path;  /* a script that comes first, or NULL */
    const char *input; /* all that is said */
    int asked, asked_for_more, failures;
    bool shows;
    int most; /* failures after which the prompt ends */
    char last[256];
};

static void
ask(void *data, bool more)
{
    struct talk *talk = data;

    talk->asked++;
    talk->asked_for_more += more;
}

static bool
failed(void *data)
{
    struct talk *talk = data;

    strncpy(talk->last, fp_context_message(NULL), sizeof talk->last - 1);
    return ++talk->failures < talk->most;
}

static enum fp_status
prompt_with(struct talk *talk)
{
    struct fp_prompt prompt = {.ask = ask, .failed = failed, .data = talk, .shows = talk->shows};
    int before = dup(0);
    enum fp_status status;
    int ends[2];

    assert_int_equal(pipe(ends), 0);
    assert_true(write(ends[1], talk->input, strlen(talk->input)) >= 0);
    close(ends[1]);
    dup2(ends[0], 0);
    close(ends[0]);
    status = fp_script_prompt(talk->path, NULL, &prompt);
    dup2(before, 0);
    close(before);
    return status;
}

static struct talk
said(const char *input)
{
    struct talk talk = {.input = input, .most = 9};

    assert_int_equal(prompt_with(&talk), FP_OK);
    return talk;
}

static void
statements_run_as_they_come(void **state)
{
    struct talk talk;

    (void)state;
    talk = said("x = 1\nfor i = 1, 3 do\nx = x + i\nend\nassert(x == 7)\nplt.figure(x)");
    assert_int_equal(talk.failures, 0);
    assert_int_equal(plt_fignums(NULL, 0), 1);
    assert_int_equal(plt_number(plt_gcf()), 7);
    talk = said("");
    assert_int_equal(talk.asked, 1);
    talk = said("\n\n--\n\n");
    assert_int_equal(talk.failures, 0);
}

static void
values_are_printed(void **state)
{
    struct talk talk;

    (void)state;
    talk = (struct talk){.most = 9, .shows = true};
    talk.input = "shown = {} function print(...) shown = {...} end\n1 + 1, 'b'\n"
                 "x = shown[1] + 3 if shown[2] ~= 'b' then error('x') end\n"
                 "x\nif shown[1] ~= 5 then error('y') end";
    assert_int_equal(prompt_with(&talk), FP_OK);
    assert_string_equal(talk.last, "");
    talk = said("function print() error('printed') end\n1 + 1"); /* unless it does not show them */
    assert_string_equal(talk.last, "");
}

static void
failures_say_the_line_of_the_input(void **state)
{
    struct talk talk;
    char many[2048] = "";

    (void)state;
    talk = said("x = 1\n\nlocal a = function()\nx()\nend a()\ny = 2");
    assert_string_equal(talk.last, "stdin:4: attempt to call a number value (global 'x')");
    assert_int_equal(talk.failures, 1);
    talk = said("x = = 2\nfunction f() error('in f') end\nassert(x == nil)\nf()");
    assert_string_equal(talk.last, "stdin:2: in f");
    assert_int_equal(talk.failures, 2);
    talk = said("for i = 1, 2 do");
    assert_string_equal(talk.last, "stdin:1: 'end' expected near <eof>");
    memset(many, '\n', 1000);
    strcpy(many + 1000, "error('x')");
    talk = said(many);
    assert_string_equal(talk.last, "stdin:1001: x");
    talk = (struct talk){.input = "error('a')\nerror('b')\nerror('c')", .most = 2};
    assert_int_equal(prompt_with(&talk), FP_OK);
    assert_string_equal(talk.last, "stdin:2: b");
}

static void
a_script_may_come_first(void **state)
{
    struct talk talk = {.path = temp_path("a.lua"), .input = "assert(x == 3 and arg[0])"};

    (void)state;
    write_file(talk.path, "x = 3", 5);
    assert_int_equal(prompt_with(&talk), FP_OK);
    assert_int_equal(talk.failures, 0);
    write_file(talk.path, "x = =", 5);
    assert_int_equal(prompt_with(&talk), FP_OK);
    assert_int_equal(talk.failures, 1); /* and the prompt ended */
    assert_int_equal(talk.asked, 2);
    talk.path = temp_path("none.lua");
    assert_int_equal(prompt_with(&talk), FP_ERR_INPUT);
}

/* Longer than what is read at once. */
static void
lines_may_be_long(void **state)
{
    static char line[20000] = "x = '";
    struct talk talk;

    (void)state;
    memset(line + 5, 'a', 12000);
    strcpy(line + 12005, "'\nassert(#x == 12000)");
    talk = said(line);
    assert_string_equal(talk.last, "");
}

static int
scenario(void *arg)
{
    struct talk talk = {.input = arg, .most = 1};

    return prompt_with(&talk) == FP_OK && talk.failures == 0 ? 0 : 1;
}

static void
every_failure_is_survived(void **state)
{
    (void)state;
    torture(scenario, "x = plt.zeros(3)\nfor i = 1, 2 do\nplt.plot(x) plt.clf()\nend", 5);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(statements_run_as_they_come),
        world_test(values_are_printed),
        world_test(failures_say_the_line_of_the_input),
        world_test(a_script_may_come_first),
        world_test(lines_may_be_long),
        world_test(every_failure_is_survived),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
