/* SPDX-License-Identifier: MIT */
/* test_csv.c: text files as pictures: every way to write a matrix, and what is refused, and
 * where. */
#include <unistd.h>

#include "unit/data/files.h"

#define BYTES(text) text, sizeof(text) - 1

static const struct {
    const char *bytes;
    size_t n;
    const char *values; /* "rows x columns: values" */
} good[] = {
    {BYTES("1,2\n3,4\n"), "2x2: 1 2 3 4 "},
    {BYTES("1,2\n3,4"), "2x2: 1 2 3 4 "},
    {BYTES("1;2\r\n3;4\r\n"), "2x2: 1 2 3 4 "},
    {BYTES("1\t2\r3\t4\r"), "2x2: 1 2 3 4 "},
    {BYTES("  1   2\n 3\t4  \n"), "2x2: 1 2 3 4 "},
    {BYTES("1, 2\n3, 4\n"), "2x2: 1 2 3 4 "},
    {BYTES("5\n"), "1x1: 5 "},
    {BYTES("5\n6\n"), "2x1: 5 6 "},
    {BYTES("\xef\xbb\xbf"
           "1,2\n"),
     "1x2: 1 2 "},
    {BYTES("\xef\xbb\xbf# c\n1,2\n"), "1x2: 1 2 "},
    {BYTES("a,b\n1,2\n"), "1x2: 1 2 "},
    {BYTES("2020,b,c\n1,2,3\n"), "1x3: 1 2 3 "},
    {BYTES("\"a\",\"b\nc\"\n1,2\n"), "1x2: 1 2 "},
    {BYTES("a\n1\n"), "1x1: 1 "},
    {BYTES("a b\n1 2\n"), "1x2: 1 2 "},
    {BYTES(",2\n3,\n"), "2x2: nan 2 3 nan "},
    {BYTES(",\n,\n1,\n"), "3x2: nan nan nan nan 1 nan "},
    {BYTES("1\t\t3\n"), "1x3: 1 nan 3 "},
    {BYTES("\"1\",\" 2 \"\n\"\",4\n"), "2x2: 1 2 nan 4 "},
    {BYTES("\n# a remark, with commas, many\n\n1,2 # one more\n#\n \n3,4\n# end"), "2x2: 1 2 3 4 "},
    {BYTES("#1,2\n1 2 #3\n"), "1x2: 1 2 "},
    {BYTES("nan,inf\n-inf,1e308\n"), "2x2: nan inf -inf 1e+308 "},
    {BYTES("1,2,\n3,4,\n"), "2x3: 1 2 nan 3 4 nan "},
    {BYTES("\"a;b\",c\n1,2\n"), "1x2: 1 2 "},
    {BYTES("Name of one;of two\n1;2\n"), "1x2: 1 2 "},
    {BYTES("P1,P2\n1,2\n"), "1x2: 1 2 "},
    {BYTES("P1 P2\n1 2\n"), "1x2: 1 2 "},
    {BYTES("\xeb\x82\xa0\xec\xa7\x9c,\xea\xb0\x92\n5,6\n"), "1x2: 5 6 "},
};

enum { GOOD = sizeof good / sizeof good[0] };

static void
matrices_are_read(void **state)
{
    (void)state;
    for (size_t i = 0; i < GOOD; i++) {
        const char *path = temp_path("a.csv");
        struct fp_frames *frames;
        struct fp_array *array;
        char text[200];
        size_t at;

        write_file(path, good[i].bytes, good[i].n);
        frames = open_frames(path);
        assert_string_equal(fp_frames_info(frames)->format, "csv");
        assert_string_equal(fp_frames_info(frames)->dtype + 1, "f8");
        assert_int_equal(fp_frames_info(frames)->ndim, 2);
        assert_int_equal(fp_frames_info(frames)->count, 1);
        array = read_whole(frames);
        at = (size_t)snprintf(text, sizeof text, "%zux%zu: ", fp_frames_info(frames)->shape[0],
                              fp_frames_info(frames)->shape[1]);
        for (size_t k = 0; k < fp_array_count(array); k++) {
            at += (size_t)snprintf(text + at, sizeof text - at, "%g ", nth_value(array, k));
        }
        assert_string_equal(text, good[i].values);
        fp_unref(array);
        fp_unref(frames);
    }
}

static const struct {
    const char *bytes;
    size_t n;
    const char *words;
    const char *hint;
} bad[] = {
    {BYTES("a,b\n1,2\n3,x\n"), "line 3, column 2 (b): \"x\" is not a number", "can be drawn"},
    {BYTES("# c\nDate,b\n\n1990-01-01,2\n"), "line 4, column 1 (Date): \"1990-01-01\" is a date",
     "cut"},
    {BYTES("1,2\n3,4\nx,y\n5,z\n"), "line 3, column 1: \"x\"", "cut"},
    {BYTES("1,2\n3,y\nx,4\n5,z\n"), "line 2, column 2: \"y\"", ""},
    {BYTES("1,y\n3,4\n"), "line 1, column 2: \"y\"", ""},
    {BYTES("1,2\n3,0x10\n"), "line 2, column 2: \"0x10\"", ""},
    {BYTES("\"1\n2\",3\nx,4\n1,2\n"), "line 1, column 1: \"1?2\"", ""},
    {BYTES("hello\n"), "line 1, column 1: \"hello\" is not a number", ""},
    {BYTES("hello,you\n"), "line 1, column 1: \"hello\" is not a number", ""},
    {BYTES("1,5;2,5\n3,5;4,5\n"), "line 1, column 1: \"1,5\" is not a number", "decimal comma"},
    {BYTES("a;b\n1,5;2,5\n"), "line 2, column 1 (a): \"1,5\"", "decimal comma? tr , ."},
    {BYTES("\"1,5\",2\n3,4\n"), "line 1, column 1: \"1,5\"", "decimal comma? write"},
    {BYTES("1,5\t2\n"), "line 1, column 1: \"1,5\"", "decimal comma"},
    {BYTES("1,5 2,5\n1,0 2,0\n"), "line 1, column 1: \"1,5\"", "decimal comma"},
    {BYTES("1 2;3\n1 2 3;4\n"), "line 1, column 1: \"1 2\" is not a number", ""},
    {BYTES("1,2,3\n4,5\n"), "line 2 has 2 columns, line 1 has 3", "empty"},
    {BYTES("# c\n1,2\n\n3,4,5\n"), "line 4 has 3 columns, line 2 has 2", "empty"},
    {BYTES("1,2\n\"3,4\n5,6\n"), "line 2, column 1: the quote that opens here", "doubled"},
    {BYTES("1,2\n3,\"4\"5\n"), "line 2, column 2: something follows the closing quote", "doubled"},
    {BYTES("\"1\"2 3\n"), "something follows the closing quote", "doubled"},
    {BYTES("# nothing\n\n"), "comments and empty lines only", ""},
    {BYTES("\xef\xbb\xbf"), "comments and empty lines only", ""},
    {BYTES("1,2\n3,0123456789012345678901234567890123456789x\n"),
     "\"0123456789012345678901234567890123456789…\" is not", ""},
    {BYTES("1,2\n3,012345678901234567890123456789012345678\xc3\xa4x\n"),
     "\"012345678901234567890123456789012345678…\" is not", ""},
    {BYTES("SIMPLE  =                    T / 5,6\n"), "is a FITS file", "astropy"},
};

static void
what_is_no_matrix_is_refused_by_line_and_column(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
        write_file(temp_path("bad.csv"), bad[i].bytes, bad[i].n);
        assert_refused(temp_path("bad.csv"), bad[i].words);
        if (!strstr(fp_context_hint(NULL), bad[i].hint)) {
            fail_msg("row %zu: %s", i, fp_context_hint(NULL));
        }
    }
}

/* Behind what the format is recognised by. */
static void
a_byte_of_zero_is_no_text(void **state)
{
    const char *path = temp_path("zero.csv");
    char text[700];

    (void)state;
    memset(text, '5', sizeof text);
    text[300] = text[600] = '\n';
    text[650] = '\0';
    write_file(path, text, sizeof text);
    assert_refused(path, "line 3 has a byte of value 0");
    assert_non_null(strstr(fp_context_hint(NULL), "utf-16"));
}

static void
limits_are_kept(void **state)
{
    struct fp_frames_options options = fp_frames_defaults();
    const char *path = temp_path("limit.csv");

    (void)state;
    write_file(path, BYTES("1,2,3\n4,5,60\n"));
    options.limits.text = 12;
    assert_refused_with(path, &options, "has more than 12 bytes of text");
    options.limits.text = 13;
    options.limits.line = 5;
    assert_refused_with(path, &options, "line 2 is longer than 5 bytes");
    options.limits.line = 6;
    options.limits.columns = 2;
    assert_refused_with(path, &options, "line 1 has more than 2 columns");
    options.limits.columns = 3;
    options.limits.pixels = 5;
    assert_refused_with(path, &options, "has 2 lines of 3 columns; 5 values are");
    options.limits.pixels = 6;
    fp_context_clear_error(NULL);
    fp_unref(fp_frames_open_with(NULL, path, &options));
    assert_int_equal(fp_context_status(NULL), FP_OK);
}

static void
a_monstrous_text_is_refused(void **state)
{
    const char *path = temp_path("monster.csv");
    char head[600];

    (void)state;
    memset(head, '5', sizeof head);
    write_file(path, head, sizeof head);
    assert_int_equal(truncate(path, ((off_t)1 << 30) + 1), 0); /* a hole */
    assert_refused(path, "has more than 1073741824 bytes of text");
}

/* One cell of a megabyte, one line of many cells, and an open quote of a megabyte. */
static void
huge_cells_are_fine_or_refused(void **state)
{
    enum { SIZE = 1 << 20 };
    const char *path = temp_path("huge.csv");
    char *text = malloc(SIZE + 1);
    struct fp_frames *frames;

    (void)state;
    assert_non_null(text);
    memset(text, '7', SIZE);
    write_file(path, text, SIZE);
    frames = open_frames(path);
    assert_int_equal(fp_frames_info(frames)->shape[0], 1);
    fp_unref(frames);
    memset(text, 'x', SIZE);
    write_file(path, text, SIZE);
    assert_refused(path, "line 1, column 1: \"xxxx");
    text[0] = '"';
    write_file(path, text, SIZE);
    assert_refused(path, "line 1, column 1: the quote that opens here");
    memset(text, ',', SIZE);
    write_file(path, text, SIZE);
    assert_refused(path, "line 1 has more than 100000 columns");
    memset(text, '\n', SIZE);
    text[SIZE - 1] = '5';
    write_file(path, text, SIZE);
    frames = open_frames(path);
    assert_int_equal(fp_frames_info(frames)->shape[0], 1);
    fp_unref(frames);
    free(text);
}

/* Files cut anywhere, and every byte of them replaced: fine, or refused as input. */
static void
damaged_files_are_survived(void **state)
{
    static const char bytes[] =
        "\xef\xbb\xbf# c\n\"a \"\"q\"\"\",b c\n1,2.5e3\n\"4\",nan\r\n,6 #r\n";
    static const char others[] = "\"#,;\t \n\r0.xe\xff\x80";
    const char *path = temp_path("damaged.csv");
    char copy[sizeof bytes];

    (void)state;
    for (size_t n = 1; n < sizeof bytes; n++) {
        enum fp_status status;

        write_file(path, bytes, n);
        status = try_file(path);
        assert_true(status == FP_OK || status == FP_ERR_INPUT);
    }
    for (size_t at = 0; at + 1 < sizeof bytes; at++) {
        for (size_t k = 0; k < sizeof others; k++) { /* the last one is a NUL */
            enum fp_status status;

            memcpy(copy, bytes, sizeof bytes);
            copy[at] = others[k];
            write_file(path, copy, sizeof bytes - 1);
            status = try_file(path);
            assert_true(status == FP_OK || status == FP_ERR_INPUT);
            assert_int_equal(fp__file_open_count(), 0);
        }
    }
}

static void
every_call_may_fail(void **state)
{
    (void)state;
    for (size_t i = 0; i < GOOD; i += 3) {
        const char *path = temp_path("torture.csv");

        write_file(path, good[i].bytes, good[i].n);
        assert_memory_is_told(path);
        torture(try_file_scenario, (void *)path, 1);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(matrices_are_read),
        world_test(what_is_no_matrix_is_refused_by_line_and_column),
        world_test(a_byte_of_zero_is_no_text),
        world_test(limits_are_kept),
        world_test(a_monstrous_text_is_refused),
        world_test(huge_cells_are_fine_or_refused),
        world_test(damaged_files_are_survived),
        world_test(every_call_may_fail),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
