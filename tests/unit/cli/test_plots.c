/* SPDX-License-Identifier: MIT */
/* test_plots.c: the verbs that plot columns, with every allocation failing in turn. */
#include <sys/stat.h>

#include "cli/plots/words.h"
#include "unit/cli/capture.h"
#include "unit/data/npy_bytes.h"
#include "unit/data/packed_bytes.h"

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
        {"hist", {"-ya,b", "--bins=auto", "--stacked"}},
        {"scatter", {"--color-by=b", "--vmin=0", "--vmax=5"}},
    };
    (void)state;
    write_table(temp_path("a.csv"), "t,a,b\n0,1,2\n1,1,4\n0,2,1\n");
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        torture(draw_once, &cases[i], 3);
    remove(temp_path("a.csv"));
}

/* An archive of two columns, a and b.x. */
static void
write_archive(const char *path)
{
    static const double values[3] = {1, 2, 4};
    unsigned char bytes[1024];
    size_t n = npy_make(bytes, 1, "{'descr': '<f8', 'fortran_order': False, 'shape': (3,), }",
                        values, sizeof values);
    const struct zip_member members[] = {{.name = "a.npy", .bytes = bytes, .n = n},
                                         {.name = "b.x.npy", .bytes = bytes, .n = n}};
    struct zip_bytes zip = zip_make(members, 2);
    write_file(path, zip.bytes, zip.n);
    free(zip.bytes);
}

static void
members_are_inputs_of_their_own(void **state)
{
    char a[512];
    char b[512];
    (void)state;
    write_archive(temp_path("in.npz"));
    snprintf(a, sizeof a, "%s:a", temp_path("in.npz"));
    snprintf(b, sizeof b, "%s:b.x", temp_path("in.npz"));
    assert_int_equal(
        run("plot", a, b, "-o", temp_path("<{stem}_{member}>.png"), "--title", "{member}"), 0);
    assert_true(there(temp_path("<in_a>.png")) && there(temp_path("<in_b.x>.png")));
    assert_int_equal(run("plot", a, b, "-o", temp_path("{stem}.png")), 2);
    assert_err("hint: put {member} into the name");
    assert_int_equal(run("plot", temp_path("in.npz"), "-o", temp_path("{member}.png")), 2);
    assert_err("is no member of an archive");
    assert_int_equal(run("plot", a, b, "-o", temp_path("{frame}.png")), 2);
    assert_err("plots are of whole inputs");
    remove(temp_path("<in_a>.png"));
    remove(temp_path("<in_b.x>.png"));
    remove(temp_path("in.npz"));
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
    static const char *const quoted[] = {"a,b", "", "\"", "\"c", "\"d\"e", "f"};
    words = (struct fp__words){.text = "\"a,b\",\"\",\"\"\"\",\"c,\"d\"e,f"};
    assert_int_equal(fp__words_count(words.text), 6);
    for (size_t i = 0; i < 6; i++) {
        assert_true(fp__words_next(&words));
        assert_string_equal(words.word, quoted[i]);
    }
    assert_null(words.text);
    words = (struct fp__words){.text = "a,  \"b, c\", d "};
    assert_int_equal(fp__words_count(words.text), 3);
    assert_true(fp__words_next(&words) && fp__words_next(&words));
    assert_string_equal(words.word, "b, c");
    assert_true(fp__words_next(&words));
    assert_string_equal(words.word, "d ");
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
        world_test(members_are_inputs_of_their_own),
        world_test(every_failure_is_survived),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
