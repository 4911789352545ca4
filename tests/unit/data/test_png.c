/* SPDX-License-Identifier: MIT */
/* test_png.c: PNG pictures of every kind read as stored, and every way in which one is broken. */
#include "unit/data/files.h"
#include "unit/data/png_bytes.h"

/* The value that is expected in a channel of what is read. */
static unsigned
expected(const struct png_plan *plan, unsigned x, unsigned y, unsigned channel)
{
    unsigned full = (1u << plan->depth) - 1;

    if (plan->type == PNG_COLOR_TYPE_PALETTE) {
        return png_plan_entry(png_plan_value(plan, x, y, 0), channel);
    }
    if (plan->type == PNG_COLOR_TYPE_GRAY_ALPHA) {
        return png_plan_value(plan, x, y, channel == 3);
    }
    if (plan->type == PNG_COLOR_TYPE_RGB && channel == 3) {
        bool key = true;

        for (unsigned c = 0; c < 3; c++) {
            key = key && png_plan_value(plan, x, y, c) == 1;
        }
        return key ? 0 : full;
    }
    return png_plan_value(plan, x, y, channel);
}

/* Colours of 16 bits are parts of the greatest value. */
static bool
is_scaled(const struct png_plan *plan)
{
    return plan->depth == 16 && plan->type != PNG_COLOR_TYPE_GRAY;
}

static size_t
channels_read(const struct png_plan *plan)
{
    switch (plan->type) {
    case PNG_COLOR_TYPE_GRAY:
        return 1;
    case PNG_COLOR_TYPE_PALETTE:
    case PNG_COLOR_TYPE_RGB:
        return plan->transparent ? 4 : 3;
    default:
        return 4;
    }
}

static void
check_info(const struct png_plan *plan, const struct fp_frames_info *info)
{
    size_t channels = channels_read(plan);

    assert_string_equal(info->format, "png");
    assert_string_equal(info->dtype, is_scaled(plan) ? "<f4" : plan->depth == 16 ? ">u2" : "|u1");
    assert_false(info->fortran);
    assert_int_equal(info->ndim, channels > 1 ? 3 : 2);
    assert_int_equal(info->shape[0], plan->height);
    assert_int_equal(info->shape[1], plan->width);
    assert_int_equal(info->shape[2], channels > 1 ? channels : 0);
    assert_int_equal(info->count, 1);
}

static void
check_values(const struct png_plan *plan, const struct fp_array *array)
{
    size_t channels = channels_read(plan);
    size_t n = 0;

    for (unsigned y = 0; y < plan->height; y++) {
        for (unsigned x = 0; x < plan->width; x++) {
            for (unsigned c = 0; c < channels; c++) {
                unsigned stored = expected(plan, x, y, c);
                double want = is_scaled(plan) ? (float)stored / 65535.0f : stored;

                if (nth_value(array, n++) != want) {
                    fail_msg("type %d depth %d (%u, %u, %u)", plan->type, plan->depth, y, x, c);
                }
            }
        }
    }
}

/* Read whole, and then once more from the beginning. */
static void
check_picture(const struct png_plan *plan)
{
    const char *path = temp_path("a.png");
    struct fp_frames *frames;
    struct fp_array *array;

    png_make(path, plan);
    frames = open_frames(path);
    check_info(plan, fp_frames_info(frames));
    for (int i = 0; i < 2; i++) {
        array = read_whole(frames);
        check_values(plan, array);
        fp_unref(array);
    }
    fp_unref(frames);
}

static const struct {
    int type;
    const char *depths;
    bool keys; /* may have something transparent */
} kinds[] = {
    {PNG_COLOR_TYPE_GRAY, "\1\2\4\x8\x10", true}, {PNG_COLOR_TYPE_PALETTE, "\1\2\4\x8", true},
    {PNG_COLOR_TYPE_RGB, "\x8\x10", true},        {PNG_COLOR_TYPE_GRAY_ALPHA, "\x8\x10", false},
    {PNG_COLOR_TYPE_RGBA, "\x8\x10", false},
};

static void
every_kind_is_read_as_stored(void **state)
{
    static const unsigned sizes[][2] = {{1, 1}, {3, 2}, {13, 9}, {2, 17}};

    (void)state;
    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++) {
        for (const char *depth = kinds[i].depths; *depth; depth++) {
            for (int way = 0; way < 16; way++) {
                struct png_plan plan = {kinds[i].type,     *depth,           way & 1, way & 2,
                                        sizes[way / 4][0], sizes[way / 4][1]};

                if (kinds[i].keys || !plan.transparent) {
                    check_picture(&plan);
                }
            }
        }
    }
}

/* More than is read at a time. */
static void
a_large_picture_is_counted_in_pieces(void **state)
{
    struct png_plan plan = {PNG_COLOR_TYPE_RGBA, 16, false, false, 700, 400};
    const char *path = temp_path("large.png");
    struct fp_stats stats, whole;
    struct fp_frames *frames;
    struct fp_array *array;

    (void)state;
    for (int interlaced = 0; interlaced < 2; interlaced++) {
        plan.interlaced = interlaced;
        png_make(path, &plan);
        frames = open_frames(path);
        array = read_whole(frames);
        assert_int_equal(fp_array_stats(array, &whole), FP_OK);
        for (int i = 0; i < 2; i++) {
            assert_int_equal(fp_frames_stats(frames, &stats), FP_OK);
            assert_int_equal(stats.count, (size_t)700 * 400 * 4);
            assert_near(stats.mean, whole.mean, 0);
            assert_near(stats.max, whole.max, 0);
        }
        fp_unref(array);
        fp_unref(frames);
    }
}

static const struct png_plan small_ones[] = {
    {PNG_COLOR_TYPE_RGB, 8, false, false, 3, 4},
    {PNG_COLOR_TYPE_GRAY, 16, true, false, 5, 5},
    {PNG_COLOR_TYPE_PALETTE, 2, false, true, 7, 3},
};

enum { SMALL_ONES = sizeof small_ones / sizeof small_ones[0] };

static void
a_picture_cut_anywhere_is_refused(void **state)
{
    (void)state;
    for (size_t i = 0; i < SMALL_ONES; i++) {
        const char *path = temp_path("cut.png");
        size_t n;
        unsigned char *bytes;

        png_make(path, &small_ones[i]);
        bytes = read_file(path, &n);
        for (size_t cut = 1; cut < n; cut++) {
            write_file(path, bytes, cut);
            assert_refused(path, "truncated PNG picture");
        }
        free(bytes);
    }
}

/* A byte that is not what it was is found by the sums of the parts that are needed; the others are
 * not looked at. */
static void
a_picture_with_any_byte_changed_is_refused_or_the_same(void **state)
{
    size_t refused = 0;

    (void)state;
    for (size_t i = 0; i < SMALL_ONES; i++) {
        const char *path = temp_path("changed.png");
        size_t n;
        unsigned char *bytes;

        png_make(path, &small_ones[i]);
        bytes = read_file(path, &n);
        for (size_t at = 8; at < n; at++) {
            enum fp_status status;

            bytes[at] ^= 0x55;
            write_file(path, bytes, n);
            status = try_file(path);
            assert_true(status == FP_OK || status == FP_ERR_INPUT);
            assert_int_equal(fp__file_open_count(), 0);
            refused += status < 0;
            bytes[at] ^= 0x55;
        }
        free(bytes);
    }
    assert_true(refused > 100);
}

static void
a_damaged_picture_is_named(void **state)
{
    const char *path = temp_path("damaged.png");
    unsigned char *bytes;
    size_t n;

    (void)state;
    png_make(path, &small_ones[0]);
    bytes = read_file(path, &n);
    bytes[n - 20] ^= 1; /* in the sum of IDAT, or before */
    write_file(path, bytes, n);
    assert_refused(path, "is a damaged PNG picture: libpng says: ");
    bytes[19] = 0; /* the width */
    write_file(path, bytes, n);
    assert_refused(path, "is a damaged PNG picture: libpng says: ");
    free(bytes);
}

static void
a_picture_above_the_limit_is_refused_by_its_head(void **state)
{
    struct fp_frames_options options = fp_frames_defaults();
    const char *path = temp_path("limit.png");

    (void)state;
    png_make(path, &small_ones[0]);
    options.limits.pixels = 11;
    assert_refused_with(path, &options, "of 3x4 pixels; 11 are the most");
    options.limits.pixels = 12;
    fp_unref(fp_frames_open_with(NULL, path, &options));
    assert_int_equal(fp__file_open_count(), 0);
}

/* A head of 33 bytes does not make room for rows of 16 GiB. */
static void
a_row_of_gigabytes_is_refused_by_its_head(void **state)
{
    static const unsigned char head[] =
        "\x89PNG\r\n\x1a\n\0\0\0\rIHDR\x7f\xff\xff\xff\0\0\0\x01\x10\6\0\0\0\xf0\xa6\xef\x9e"
        "\0\0\0\0IDAT\x35\xaf\x06\x1e";

    (void)state;
    write_file(temp_path("wide.png"), head, sizeof head - 1);
    assert_refused(temp_path("wide.png"), "of 2147483647x1 pixels; 1000000 a side are the most");
}

static void
every_call_may_fail(void **state)
{
    (void)state;
    for (size_t i = 0; i < SMALL_ONES; i++) {
        const char *path = temp_path("torture.png");

        png_make(path, &small_ones[i]);
        assert_memory_is_told(path);
        torture(try_file_scenario, (void *)path, 1);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(every_kind_is_read_as_stored),
        world_test(a_large_picture_is_counted_in_pieces),
        world_test(a_picture_cut_anywhere_is_refused),
        world_test(a_picture_with_any_byte_changed_is_refused_or_the_same),
        world_test(a_damaged_picture_is_named),
        world_test(a_picture_above_the_limit_is_refused_by_its_head),
        world_test(a_row_of_gigabytes_is_refused_by_its_head),
        world_test(every_call_may_fail),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
