/* SPDX-License-Identifier: MIT */
/* test_png_rows.c: filtered rows, some at a time. */
#include "output/png_rows.h"

#include <string.h>

#include "unit/support.h"

static const uint32_t pixels[] = {
    0xff010203, 0xff020406, 0xdeadbeef, /* 1,2,3 then 1,2,3 more */
    0xff010203, 0xff020406, 0xdeadbeef, /* the same */
    0xff000000, 0xffc8c8c8, 0xdeadbeef, /* a jump of 200, seen as one of 56 */
};

static const uint8_t expected[] = {
    1, 1, 2, 3, 1,   2,   3,   /* Sub */
    2, 0, 0, 0, 0,   0,   0,   /* Up */
    0, 0, 0, 0, 200, 200, 200, /* None */
};

static void
a_row_is_its_filter_and_its_bytes(void **state)
{
    struct fp__raster raster = {2, 3, pixels, 3, true, false, false};

    (void)state;
    assert_int_equal(fp__png_rows_size(&raster), 7);
    raster.gray = true;
    assert_int_equal(fp__png_rows_size(&raster), 3);
    raster.opaque = raster.gray = false;
    assert_int_equal(fp__png_rows_size(&raster), 9);
}

static void
check_bands(size_t room, size_t rows_a_band)
{
    const struct fp__raster raster = {2, 3, pixels, 3, true, false, false};
    uint8_t straight[6];
    uint8_t out[32];
    struct fp__png_rows rows = {.raster = &raster, .straight = straight};
    size_t at = 0;

    while (rows.y < 3) {
        size_t n = fp__png_rows_fill(&rows, out, room);
        size_t left = sizeof expected - at;

        assert_int_equal(n, 7 * rows_a_band < left ? 7 * rows_a_band : left);
        assert_memory_equal(out, expected + at, n);
        at += n;
    }
    assert_int_equal(fp__png_rows_fill(&rows, out, room), 0);
}

static void
a_band_takes_only_whole_rows_and_goes_on_where_the_last_ended(void **state)
{
    (void)state;
    check_bands(7, 1);
    check_bands(13, 1);
    check_bands(14, 2);
    check_bands(21, 3);
    check_bands(32, 3);
}

static void
translucent_rows_have_four_bytes_a_pixel(void **state)
{
    static const uint32_t row[] = {0x80800040, 0x00000000};
    static const uint8_t bytes[] = {0, 255, 0, 128, 128, 0, 0, 0, 0};
    const struct fp__raster raster = {2, 1, row, 2, false, false, false};
    uint8_t straight[8];
    uint8_t out[9];
    struct fp__png_rows rows = {.raster = &raster, .straight = straight};

    (void)state;
    assert_int_equal(fp__png_rows_fill(&rows, out, sizeof out), 9);
    assert_memory_equal(out, bytes, 9);
}

static void
colours_of_tables_are_not_filtered_but_where_a_row_repeats(void **state)
{
    static const uint8_t bytes[] = {
        0, 1, 2, 3, 2,   4,   6,   /* None */
        2, 0, 0, 0, 0,   0,   0,   /* Up */
        0, 0, 0, 0, 200, 200, 200, /* None */
    };
    const struct fp__raster raster = {2, 3, pixels, 3, true, false, true};
    uint8_t straight[6];
    uint8_t out[21];
    struct fp__png_rows rows = {.raster = &raster, .straight = straight};

    (void)state;
    assert_int_equal(fp__png_rows_fill(&rows, out, sizeof out), sizeof out);
    assert_memory_equal(out, bytes, sizeof out);
}

static void
gray_rows_have_a_byte_a_pixel_and_a_filter_of_their_own(void **state)
{
    static const uint32_t grays[] = {0xff010101, 0xff020202, 0xff010101, 0xff020202};
    static const uint8_t bytes[] = {1, 1, 1, 2, 0, 0};
    const struct fp__raster raster = {2, 2, grays, 2, true, true, true};
    uint8_t straight[2];
    uint8_t out[6];
    struct fp__png_rows rows = {.raster = &raster, .straight = straight};

    (void)state;
    assert_int_equal(fp__png_rows_fill(&rows, out, sizeof out), sizeof out);
    assert_memory_equal(out, bytes, sizeof out);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(a_row_is_its_filter_and_its_bytes),
        world_test(a_band_takes_only_whole_rows_and_goes_on_where_the_last_ended),
        world_test(translucent_rows_have_four_bytes_a_pixel),
        world_test(colours_of_tables_are_not_filtered_but_where_a_row_repeats),
        world_test(gray_rows_have_a_byte_a_pixel_and_a_filter_of_their_own),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
