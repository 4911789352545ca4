/* SPDX-License-Identifier: MIT */
/* test_plots.c: the verbs that plot columns, with every allocation failing in turn. */
#include <sys/stat.h>

#include "cli/plots/words.h"
#include "unit/cli/capture.h"

static bool
there(const char *path)
{
    struct stat st;
    return stat(path, &st) == 0;
}

static void
write_table(const char *path, const char *text)
{
    write_file(path, text, strlen(text));
}

/* A verb with options of its own, at most three words. */
struct verb_case {
    const char *verb;
    const char *words[3];
};

static int
draw_once(void *data)
{
    const struct verb_case *c = data;
    const char *path = temp_path("plot.png");
    int code = run((char *)c->verb, temp_path("a.csv"), "-o", path, "--size", "120x90", "--title",
                   "{stem}", c->words[0], c->words[1], c->words[2]);
    assert_true(code == 0 || code == 3 || code == 4);
    assert_true(code != 0 || there(path));
    if (code != 0) {
        assert_err("flatplot: ");
    }
    remove(path);
    return code;
}

static void
every_failure_is_survived(void **state)
{
    struct verb_case cases[] = {
        {"plot", {"--fmt=r--o,-", "--legend=best", "--color=C1"}},
        {"step", {"--where=mid", "-xnone", "--grid"}},
        {"stem", {"--bottom=1", "--legend=off", "--style=dark"}},
        {"errorbar", {"--yerr=b:a", "--xerr=b", "-ya"}},
        {"bar", {"--stacked", "--alpha=.5", NULL}},
        {"barh", {"--width=1", "--color=C1,C2", NULL}},
        {"fill_between", {"--y2=b", "-ya", "--where=b"}},
        {"contour", {"-zb", "--clabel", NULL}},
        {"contour", {"-zb", "--color=r,b", "--levels=1,2,3"}},
        {"contourf", {"-zb", "--levels=3", NULL}},
        {"pcolormesh", {"-zb", "--edgecolor=k", NULL}},
        {"hist", {"-ya", "--bins=auto", "--histtype=step"}},
        {"hist", {"-ya,b", "--bins=3", "--weights=b"}},
        {"scatter", {"--color-by=b", "--vmin=0", "--vmax=5"}},
    };
    (void)state;
    write_table(temp_path("a.csv"), "t,a,b\n0,1,2\n1,1,4\n0,2,1\n");
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        torture(draw_once, &cases[i], 3);
    remove(temp_path("a.csv"));
}

static void
lists_are_read_word_by_word(void **state)
{
    struct fp__words words = {.text = "a,,bc"};
    char longest[FP__WORD_ROOM + 1];
    (void)state;
    assert_true(fp__words_next(&words));
    assert_string_equal(words.word, "a");
    assert_true(fp__words_next(&words));
    assert_string_equal(words.word, "");
    assert_true(fp__words_next(&words));
    assert_string_equal(words.word, "bc");
    assert_false(fp__words_next(&words));
    assert_false(words.too_long);
    assert_int_equal(fp__words_count("a,,bc"), 3);
    assert_int_equal(fp__words_count(""), 1);
    assert_true(fp__words_at(&words, "a,b,c", 4));
    assert_string_equal(words.word, "b");
    memset(longest, 'x', sizeof longest);
    longest[FP__WORD_ROOM - 1] = '\0';
    words = (struct fp__words){.text = longest};
    assert_true(fp__words_next(&words));
    assert_string_equal(words.word, longest);
    longest[FP__WORD_ROOM - 1] = 'x';
    longest[FP__WORD_ROOM] = '\0';
    words = (struct fp__words){.text = longest};
    assert_false(fp__words_next(&words));
    assert_true(words.too_long);
    assert_false(fp__words_at(&words, longest, 0));
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(lists_are_read_word_by_word),
        world_test(every_failure_is_survived),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
