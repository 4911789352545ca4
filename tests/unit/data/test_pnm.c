/* SPDX-License-Identifier: MIT */
/* test_pnm.c: PBM, PGM, PPM and PFM pictures, alone and in a row, and every way in which they are
 * broken. */
#include <unistd.h>

#include "data/reader.h"
#include "unit/data/files.h"

#define BYTES(text) text, sizeof(text) - 1

/* The values of a file, in C order, and how its info describes it. */
static void
check(const char *bytes, size_t n, const char *dtype, const char *shape, const char *values)
{
    const char *path = temp_path("a.pnm");
    struct fp_frames *frames;
    struct fp_array *array;
    char text[400] = "";
    size_t at = 0;

    write_file(path, bytes, n);
    frames = open_frames(path);
    assert_string_equal(fp_frames_info(frames)->dtype, dtype);
    for (int i = 0; i < fp_frames_info(frames)->ndim; i++) {
        at +=
            (size_t)snprintf(text + at, sizeof text - at, "%zu ", fp_frames_info(frames)->shape[i]);
    }
    assert_string_equal(text, shape);
    array = read_whole(frames);
    at = 0;
    for (size_t i = 0; i < fp_array_count(array); i++) {
        at += (size_t)snprintf(text + at, sizeof text - at, "%g ", nth_value(array, i));
    }
    assert_string_equal(text, values);
    fp_unref(array);
    fp_unref(frames);
}

static const struct {
    const char *bytes;
    size_t n;
    const char *dtype;
    const char *shape;
    const char *values;
} rows[] = {
    {BYTES("P1\n3 2\n0 1 0\n1 1 0\n"), "|u1", "2 3 ", "0 1 0 1 1 0 "},
    {BYTES("P1 3 2 010110"), "|u1", "2 3 ", "0 1 0 1 1 0 "},
    {BYTES("P2\n# by hand\n3 # wide\n1\n255\n0 128\n255\n"), "|u1", "1 3 ", "0 128 255 "},
    {BYTES("P2 2 1 300 299 # the last\n300"), "<u2", "1 2 ", "299 300 "},
    {BYTES("P3\r\n1 2\r\n9\r\n1 2 3\r\n4 5 9\r\n"), "<f4", "2 1 3 ",
     "0.111111 0.222222 0.333333 0.444444 0.555556 1 "},
    {BYTES("P2 # c\r2 1 9\r# d\r1 2\r"), "|u1", "1 2 ", "1 2 "},
    {BYTES("P4\n10 2\n\x80\x40\x7f\x80"), "|u1", "2 10 ",
     "1 0 0 0 0 0 0 0 0 1 0 1 1 1 1 1 1 1 1 0 "},
    {BYTES("P4 1 3 \x80\0\x80"), "|u1", "3 1 ", "1 0 1 "},
    {BYTES("P5 2 2 255\n\0\n\x80\xff"), "|u1", "2 2 ", "0 10 128 255 "},
    {BYTES("P5#c\n1#c\n2 65535 \x01\x02\xff\xff"), ">u2", "2 1 ", "258 65535 "},
    {BYTES("P6 1 1 255\nabc and what follows is not looked at"), "|u1", "1 1 3 ", "97 98 99 "},
    {BYTES("P6\t1\v1\f65535\r\0\0\xff\xff\x33\x33"), "<f4", "1 1 3 ", "0 1 0.2 "},
    {BYTES("Pf 1 3 -1.0\n\0\0\x80\x3f\0\0\0\x40\0\0\xc0\x7f"), "<f4", "3 1 ", "nan 2 1 "},
    {BYTES("Pf 2 2 4\n\x3f\x80\0\0\x40\0\0\0\x40\x40\0\0\x40\x80\0\0"), ">f4", "2 2 ", "3 4 1 2 "},
    {BYTES("PF\n1 1\n-2e0\n\0\0\x80\x3f\0\0\0\x40\0\0\x80\xff"), "<f4", "1 1 3 ", "1 2 -inf "},
    {BYTES("P5 2 1 9 ab"
           "P5\n# two\n2 1\n9\ncd"
           "P5 2 1 9 ef\n"),
     "|u1", "3 1 2 ", "97 98 99 100 101 102 "},
    {BYTES("P4 2 1 \x80"
           "P4 2 1 \x40"),
     "|u1", "2 1 2 ", "1 0 0 1 "},
    {BYTES("P6 1 1 255 abcP6 1 1 255 def"), "|u1", "2 1 1 3 ", "97 98 99 100 101 102 "},
    {BYTES("P6 1 1 10 \0\5\nP6 1 1 10 \n\0\5"), "<f4", "2 1 1 3 ", "0 0.5 1 1 0 0.5 "},
    {BYTES("Pf 1 2 1 \x3f\x80\0\0\x40\0\0\0Pf 1 2 1 \x40\x40\0\0\x40\x80\0\0"), ">f4", "2 2 1 ",
     "2 1 4 3 "},
};

enum { ROWS = sizeof rows / sizeof rows[0] };

static void
every_kind_is_read_as_stored(void **state)
{
    (void)state;
    for (size_t i = 0; i < ROWS; i++) {
        check(rows[i].bytes, rows[i].n, rows[i].dtype, rows[i].shape, rows[i].values);
    }
}

/* Cut within, they are refused: when opened (binary ones) or when read. A bit that is cut off the
 * white space at the end, or a second picture as a whole, is not missed. */
static void
pictures_cut_anywhere_are_refused(void **state)
{
    const char *path = temp_path("cut.pnm");

    (void)state;
    for (size_t i = 0; i < ROWS; i++) {
        for (size_t cut = 1; cut < rows[i].n; cut++) {
            enum fp_status status;

            write_file(path, rows[i].bytes, cut);
            status = try_file(path);
            assert_true(status == FP_OK || status == FP_ERR_INPUT);
            assert_int_equal(fp__file_open_count(), 0);
        }
    }
    for (size_t cut = 3; cut < 14; cut++) {
        write_file(path, "P5 2 2 255\nabcd", cut);
        assert_refused(path, cut < 10 ? "truncated" : "is truncated: it holds");
    }
    for (size_t cut = 3; cut < 12; cut++) {
        write_file(path, "P2 2 1 9 1 2", cut);
        assert_refused(path, cut < 8 ? "truncated" : "ended early while reading its values");
    }
}

static const struct {
    const char *bytes;
    size_t n;
    const char *words;
} bad[] = {
    {BYTES("P5 0 1 255 "), "the width in the head of the picture is \"0\""},
    {BYTES("P5 1 0 255 "), "the height in the head of the picture is \"0\""},
    {BYTES("P5 1 1 0 a"), "the greatest value in the head of the picture is \"0\""},
    {BYTES("P5 1 1 65536 a"), "is \"65536\""},
    {BYTES("P5 99999999999999999999999999999999999999999999 1 1 a"), "the width"},
    {BYTES("P5 3x 1 1 a"), "is \"3x\""},
    {BYTES("P5 1 1\xff 1 a"), "is \"1?\""},
    {BYTES("P5 4294967295 4294967295 255\n"), "of 4294967295x4294967295 pixels; 1073741824 are"},
    {BYTES("P5 30000 30000 255\nabc"), "it holds 3 bytes of pixels, a P5 picture of 30000x30000"},
    {BYTES("Pf 1 1 0\nabcd"), "the scale in the head of the picture is \"0\""},
    {BYTES("Pf 1 1 inf\nabcd"), "is \"inf\""},
    {BYTES("Pf 1 1 1,5\nabcd"), "is \"1,5\""},
    {BYTES("P2 2 1 9\n\n1 10\n"), "line 3: \"10\" is no whole number from 0 to 9"},
    {BYTES("P2 2 1 9\n# c\n1\n-1\n"), "line 4: \"-1\""},
    {BYTES("P2 2 1 9\n1 0x2\n"), "\"0x2\""},
    {BYTES("P2 2 1 9\n1 99999999999999999999999999999999999999999999999\n"), "line 2: \"9999"},
    {BYTES("P1 3 1\n0 1 2\n"), "line 2: \"2\" is no whole number from 0 to 1"},
    {BYTES("P3 20000 20000 255\n1 2 3"), "ended early"},
    {BYTES("P5 1 1 9 aP5 2 1 9 ab"), "picture 2 of the file is P5 of 2x1, the first one P5 of 1x1"},
    {BYTES("P5 1 1 9 aP6 1 1 9 abc"), "picture 2 of the file is P6"},
    {BYTES("P5 1 1 9 aP5 1 1 8 a"), "up to the greatest value"},
    {BYTES("P5 2 1 9 abP5 2 1 9 a"), "it holds 1 bytes of pixels"},
    {BYTES("P5 1 1 9 aP5 1 "), "its height is missing"},
};

static void
broken_pictures_are_refused(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
        const char *path = temp_path("bad.pnm");

        write_file(path, bad[i].bytes, bad[i].n);
        assert_refused(path, bad[i].words);
    }
}

static void
limits_are_kept(void **state)
{
    struct fp_frames_options options = fp_frames_defaults();
    const char *path = temp_path("limit.pnm");

    (void)state;
    write_file(path, BYTES("P5 2 3 255 abcdef"));
    options.limits.pixels = 5;
    assert_refused_with(path, &options, "of 2x3 pixels; 5 are the most");
    write_file(path, BYTES("P5\n# 3456789 123456789\n2 1 255 ab"));
    options.limits.header = 20;
    assert_refused_with(path, &options, "the head of the picture is longer than 20 bytes");
    options.limits.header = 30;
    fp_unref(fp_frames_open_with(NULL, path, &options));
    assert_int_equal(fp_context_status(NULL), FP_ERR_INPUT); /* the failure before */
}

/* Pictures that are longer than what is read at a time, and do not end where a piece does. */
static void
large_pictures_are_counted_in_pieces(void **state)
{
    static const char *const heads[] = {"P4 1900 1000 ", "P5 1900 1000 255 ", "Pf 901 500 -1 "};
    static const size_t sizes[] = {238 * 1000, 1900 * 1000, 901 * 500 * 4};
    const char *path = temp_path("large.pnm");

    (void)state;
    for (size_t i = 0; i < 3; i++) {
        size_t n = strlen(heads[i]) + sizes[i];
        unsigned char *bytes = malloc(3 * n);
        struct fp_frames *frames;
        struct fp_array *array;
        struct fp_stats stats, whole;

        assert_non_null(bytes);
        for (size_t k = 0; k < 3 * n; k++) {
            bytes[k] = (unsigned char)(k * k / 7919 % 63);
        }
        for (size_t k = 0; k < 3; k++) {
            memcpy(bytes + k * n, heads[i], strlen(heads[i]));
        }
        write_file(path, bytes, 3 * n);
        frames = open_frames(path);
        assert_int_equal(fp_frames_info(frames)->count, 3);
        array = read_whole(frames);
        assert_int_equal(fp_array_stats(array, &whole), FP_OK);
        assert_int_equal(fp_frames_stats(frames, &stats), FP_OK);
        assert_memory_equal(&stats, &whole, sizeof stats);
        fp_unref(array);
        assert_int_equal(fp_frames_read(frames, 1, &array), FP_OK);
        fp_unref(array);
        fp_unref(frames);
        free(bytes);
    }
}

/* Some kinds are out of place until they are whole, and so are their parts. */
static void
a_part_of_a_picture_that_shrank_is_not_made_up(void **state)
{
    static const char *const heads[] = {"P4 80 10 ", "P5 10 10 255 ", "Pf 5 5 1 "};
    struct fp_frames_options options = fp_frames_defaults();
    const char *path = temp_path("shrank.pnm");
    char bytes[120] = "";

    (void)state;
    for (size_t i = 0; i < 3; i++) {
        struct fp__source source = {0};
        unsigned char out[8];

        memcpy(bytes, heads[i], strlen(heads[i]));
        write_file(path, bytes, strlen(heads[i]) + 100);
        assert_int_equal(fp__source_open(NULL, path, &options, &source), FP_OK);
        assert_int_equal(truncate(path, (off_t)strlen(heads[i]) + 50), 0);
        assert_int_equal(fp__source_read(&source, out, 8, 0, 0), i == 1 ? FP_OK : FP_ERR_INPUT);
        assert_int_equal(fp__source_read(&source, out, 8, 48, 0), FP_ERR_INPUT);
        assert_int_equal(source.frame_axes, 2);
        fp__source_end(&source); /* what is opened next knows nothing of it */
        assert_int_equal(source.frame_axes, 0);
        assert_int_equal(source.held, 0);
        fp__source_close(&source);
    }
}

static void
every_call_may_fail(void **state)
{
    (void)state;
    for (size_t i = 0; i < ROWS; i++) {
        const char *path = temp_path("torture.pnm");

        write_file(path, rows[i].bytes, rows[i].n);
        assert_memory_is_told(path);
        torture(try_file_scenario, (void *)path, 1);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(every_kind_is_read_as_stored),
        world_test(pictures_cut_anywhere_are_refused),
        world_test(broken_pictures_are_refused),
        world_test(limits_are_kept),
        world_test(large_pictures_are_counted_in_pieces),
        world_test(a_part_of_a_picture_that_shrank_is_not_made_up),
        world_test(every_call_may_fail),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
