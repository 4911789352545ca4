/* SPDX-License-Identifier: MIT */
/* test_parse.c: command lines read by option tables. */
#include <math.h>

#include "cli/opt/option.h"
#include "cli/opt/values.h"
#include "unit/cli/capture.h"

struct settings {
    const char *output;
    const char *label;
    const char *title;
    double vmin;
    int jobs;
    int size[2];
    double inches[2];
    double dpi;
    double memory;
    bool flag;
    int when;
};

#define MEMBER(member) offsetof(struct settings, member)

static int
read_when(const struct fp__given *given, void *member)
{
    static const char *const names[] = {"never", "often", "always"};
    *(int *)member = fp__choice(given, names, 3);
    return *(int *)member < 0 ? 2 : 0;
}

static const struct fp__option rows[] = {
    {.name = "output",
     .letter = 'o',
     .argument = "NAME",
     .read = fp__read_bytes,
     .member = MEMBER(output)},
    {.name = "colorbar",
     .optional = true,
     .argument = "LABEL",
     .read = fp__read_text,
     .member = MEMBER(label)},
    {.name = "title", .argument = "TEXT", .read = fp__read_text, .member = MEMBER(title)},
    {.name = "vmin", .argument = "NUMBER", .read = fp__read_number, .member = MEMBER(vmin)},
    {.name = "jobs",
     .letter = 'j',
     .argument = "N",
     .read = fp__read_count,
     .member = MEMBER(jobs)},
    {.name = "size", .argument = "WxH", .read = fp__read_pixels, .member = MEMBER(size)},
    {.name = "figsize", .argument = "WxH", .read = fp__read_inches, .member = MEMBER(inches)},
    {.name = "dpi", .argument = "NUMBER", .read = fp__read_positive, .member = MEMBER(dpi)},
    {.name = "memory", .argument = "SIZE", .read = fp__read_size, .member = MEMBER(memory)},
    {.name = "when", .argument = "WHEN", .read = read_when, .member = MEMBER(when)},
    {.name = "flag", .letter = 'f', .read = fp__read_flag, .member = MEMBER(flag)},
};

static const struct fp__option_table table = FP__OPTION_TABLE(rows);

static struct settings got;
static struct fp__common common;

/* Parses the words, which end in NULL; the inputs stay in `common`. */
static int
parse_words(const struct fp__option_table *options, const char *const *words)
{
    char *argv[MAX_WORDS + 2] = {(char *)"verb"};
    int argc = 1;
    for (; words[argc - 1]; argc++)
        argv[argc] = (char *)words[argc - 1];
    fp__common_finish(&common);
    memset(&got, 0, sizeof got);
    memset(&common, 0, sizeof common);
    struct capture c = capture_begin();
    int code = fp__options_parse(NULL, options, argc, argv, &got, &common);
    capture_end(&c);
    return code;
}

#define parse(...) parse_words(&table, (const char *const[]){__VA_ARGS__, NULL})

static int
teardown(void **state)
{
    fp__common_finish(&common);
    return world_teardown(state);
}

static void
every_spelling_of_a_value_works(void **state)
{
    (void)state;
    assert_int_equal(parse("-j4"), 0);
    assert_int_equal(got.jobs, 4);
    assert_int_equal(parse("-j", "5"), 0);
    assert_int_equal(got.jobs, 5);
    assert_int_equal(parse("--jobs=6"), 0);
    assert_int_equal(got.jobs, 6);
    assert_int_equal(parse("--jobs", "7"), 0);
    assert_int_equal(got.jobs, 7);
    assert_int_equal(parse("-ofile"), 0);
    assert_string_equal(got.output, "file");
    assert_int_equal(parse("-fofile"), 0);
    assert_true(got.flag);
    assert_string_equal(got.output, "file");
    assert_int_equal(parse("-qv"), 0);
    assert_true(common.quiet && common.verbose);
}

static void
an_optional_value_never_eats_the_input(void **state)
{
    (void)state;
    assert_int_equal(parse("--colorbar", "frames.npy"), 0);
    assert_string_equal(got.label, "");
    assert_int_equal(common.input_count, 1);
    assert_string_equal(common.inputs[0], "frames.npy");
    assert_int_equal(parse("--colorbar=K", "frames.npy"), 0);
    assert_string_equal(got.label, "K");
    assert_int_equal(parse("--colorbar="), 0);
    assert_string_equal(got.label, "");
}

static void
options_and_inputs_mix(void **state)
{
    (void)state;
    assert_int_equal(parse("a", "-o", "x", "b", "-f", "-", "--", "-c", "--flag", "d"), 0);
    static const char *const inputs[] = {"a", "b", "-", "-c", "--flag", "d"};
    assert_int_equal(common.input_count, 6);
    for (size_t i = 0; i < 6; i++)
        assert_string_equal(common.inputs[i], inputs[i]);
    assert_true(got.flag);
}

static void
what_follows_two_dashes_is_told_apart(void **state)
{
    (void)state;
    assert_int_equal(parse("a", "-f", "--", "b", "--", "-c"), 0);
    assert_true(common.dashes);
    assert_int_equal(common.before_dashes, 1);
    assert_int_equal(common.input_count, 4);
    assert_string_equal(common.inputs[2], "--");
    assert_null(common.inputs[4]); /* as for execvp */
    assert_int_equal(parse("a", "--"), 0);
    assert_true(common.dashes);
    assert_int_equal(common.before_dashes, common.input_count);
    assert_int_equal(parse("a", "b"), 0);
    assert_false(common.dashes);
    assert_int_equal(common.before_dashes, 2);
    assert_int_equal(parse("-o", "--"), 0); /* a value */
    assert_false(common.dashes);
}

static void
a_command_keeps_its_options(void **state)
{
    (void)state;
    struct fp__option_table commands = table;
    commands.first_word_ends = true;
    static const char *const words[] = {"-f", "python3", "-u", "--", "x.py", NULL};
    assert_int_equal(parse_words(&commands, words), 0);
    assert_true(got.flag);
    assert_false(common.dashes);
    assert_int_equal(common.input_count, 4);
    assert_int_equal(common.before_dashes, 4);
    assert_string_equal(common.inputs[1], "-u");
}

static void
amounts_of_memory_have_letters(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        double bytes;
    } sizes[] = {
        {"0", 0},
        {"64", 64},
        {"64B", 64},
        {"4K", 4096},
        {"4KB", 4096},
        {"4KiB", 4096},
        {"1.5M", 1572864},
        {"2G", 2147483648.0},
        {"2GiB", 2147483648.0},
        {"1T", 1099511627776.0},
        {"1e3", 1000},
    };
    static const char *const wrong[] = {"",    "K",   "-1",  "4k",  "4Ki4",
                                        "4iB", "4BB", "nan", "inf", "1 M"};
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        assert_int_equal(parse("--memory", sizes[i].text), 0);
        assert_near(got.memory, sizes[i].bytes, 0);
    }
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        assert_int_equal(parse("--memory", wrong[i]), 2);
        assert_err("not a size in bytes");
    }
}

static void
the_last_one_wins(void **state)
{
    (void)state;
    assert_int_equal(parse("-o", "a", "--output=b", "-oc"), 0);
    assert_string_equal(got.output, "c");
}

static void
names_are_exact(void **state)
{
    (void)state;
    assert_int_equal(parse("--out", "x"), 2);
    assert_err("unknown option --out");
    assert_int_equal(parse("--outptu=x"), 2);
    assert_err("did you mean --output?");
    assert_int_equal(parse("--f"), 2);
    assert_int_equal(parse("-Z"), 2);
    assert_err("unknown option -Z");
    assert_int_equal(parse("-fZ"), 2);
    assert_err("unknown option -Z");
    /* A value that looks like an option is a value. */
    assert_int_equal(parse("--title", "--nonsense"), 0);
    assert_string_equal(got.title, "--nonsense");
}

static void
values_are_there_when_they_must(void **state)
{
    (void)state;
    assert_int_equal(parse("--output"), 2);
    assert_err("--output needs a value\n  hint: write --output NAME");
    assert_int_equal(parse("-j"), 2);
    assert_err("--jobs needs a value\n  hint: write --jobs N");
    assert_int_equal(parse("--flag=yes"), 2);
    assert_err("--flag takes no value\n  hint: write --flag alone");
}

static void
numbers_are_whole_words(void **state)
{
    (void)state;
    static const char *const bad[] = {"",    "x",   "1x",   "1,5",   " 1", "1 ",
                                      "nan", "inf", "-inf", "1e999", "--", "1..2"};
    assert_int_equal(parse("--vmin", "-5.5e1"), 0);
    assert_near(got.vmin, -55, 0);
    assert_int_equal(parse("--vmin=.5"), 0);
    assert_near(got.vmin, 0.5, 0);
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        assert_int_equal(parse("--vmin", bad[i]), 2);
        assert_err(": not a number\n  hint: ");
    }
    assert_int_equal(parse("--dpi", "0"), 2);
    assert_int_equal(parse("--dpi", "-1"), 2);
    assert_int_equal(parse("-j0"), 2);
    assert_int_equal(parse("-j1.5"), 2);
    assert_int_equal(parse("-j32768"), 2);
}

static void
nothing_is_left_of_an_earlier_line(void **state)
{
    (void)state;
    assert_int_equal(parse("-Zf"), 2); /* stops inside the word, before the f */
    assert_int_equal(parse("a", "b"), 0);
    assert_false(got.flag);
    assert_int_equal(common.input_count, 2);
}

static void
sizes_are_two_numbers(void **state)
{
    (void)state;
    static const char *const bad[] = {"640",    "640x",  "x480",    "640*480", "0x480",
                                      "640x-1", "1x2x3", "640X480", "32768x1", "1.5x2"};
    assert_int_equal(parse("--size", "640x480"), 0);
    assert_int_equal(got.size[0], 640);
    assert_int_equal(got.size[1], 480);
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        if (parse("--size", bad[i]) != 2)
            fail_msg("--size %s was taken", bad[i]);
        assert_err("\n  hint: as in 1920x1080\n");
    }
    assert_int_equal(parse("--figsize=6.4x4.8"), 0);
    assert_near(got.inches[0], 6.4, 0);
    assert_near(got.inches[1], 4.8, 0);
    assert_int_equal(parse("--figsize=0x1"), 2);
}

static void
choices_are_listed(void **state)
{
    (void)state;
    assert_int_equal(parse("--when", "often"), 0);
    assert_int_equal(got.when, 1);
    assert_int_equal(parse("--when", "oftn"), 2);
    assert_err("--when oftn: no such choice\n  hint: did you mean often? choose never, often or "
               "always\n");
    assert_int_equal(parse("--when", "x"), 2);
    assert_err("--when x: no such choice\n  hint: choose never, often or always\n");
}

static void
drawn_text_is_utf8(void **state)
{
    (void)state;
    assert_int_equal(parse("--title", "한글 µ"), 0);
    assert_string_equal(got.title, "한글 µ");
    assert_int_equal(parse("--title", "\xc7\xd1\xb1\xdb"), 2); /* the same in EUC-KR */
    assert_err("--title: the text is not UTF-8");
    assert_err("iconv -f cp949 -t utf-8");
    assert_int_equal(parse("-o", "\xc7\xd1.png"), 0); /* names are bytes */
}

static void
help_stops_the_reading(void **state)
{
    (void)state;
    assert_int_equal(parse("-h", "--nonsense"), 0);
    assert_int_equal(common.help, FP__HELP_BRIEF);
    assert_int_equal(parse("--help"), 0);
    assert_int_equal(common.help, FP__HELP_ALL);
    assert_int_equal(parse("-V"), 0);
    assert_true(common.version);
}

static int
parse_once(void *arg)
{
    (void)arg;
    int code = parse("-ofile", "a", "--colorbar", "--size=1x2", "--nonsens");
    fp__common_finish(&common);
    return code == 2 ? 0 : code;
}

static void
parsing_survives_exhaustion(void **state)
{
    (void)state;
    torture(parse_once, NULL, 1);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(every_spelling_of_a_value_works, teardown),
        cmocka_unit_test_teardown(an_optional_value_never_eats_the_input, teardown),
        cmocka_unit_test_teardown(options_and_inputs_mix, teardown),
        cmocka_unit_test_teardown(what_follows_two_dashes_is_told_apart, teardown),
        cmocka_unit_test_teardown(a_command_keeps_its_options, teardown),
        cmocka_unit_test_teardown(amounts_of_memory_have_letters, teardown),
        cmocka_unit_test_teardown(the_last_one_wins, teardown),
        cmocka_unit_test_teardown(names_are_exact, teardown),
        cmocka_unit_test_teardown(values_are_there_when_they_must, teardown),
        cmocka_unit_test_teardown(numbers_are_whole_words, teardown),
        cmocka_unit_test_teardown(nothing_is_left_of_an_earlier_line, teardown),
        cmocka_unit_test_teardown(sizes_are_two_numbers, teardown),
        cmocka_unit_test_teardown(choices_are_listed, teardown),
        cmocka_unit_test_teardown(drawn_text_is_utf8, teardown),
        cmocka_unit_test_teardown(help_stops_the_reading, teardown),
        cmocka_unit_test_teardown(parsing_survives_exhaustion, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
