/* SPDX-License-Identifier: MIT */
/* test_straight.c: pixels to bytes, for every alpha and colour. */
#include "output/straight.h"

#include <math.h>
#include <string.h>

#include "output/straight_ways.h"
#include "unit/cliff.h"
#include "unit/support.h"

static void
check_pixel(uint32_t a, uint32_t c)
{
    uint32_t d = a - c;
    uint32_t pixel = a << 24 | c << 16 | d << 8 | a;
    uint8_t out[4];

    fp__straight_rgba(out, &pixel, 1);
    assert_int_equal(out[0], a ? (int)floor(c * 255.0 / a + 0.5) : 0);
    assert_int_equal(out[1], a ? (int)floor(d * 255.0 / a + 0.5) : 0);
    assert_int_equal(out[2], a ? 255 : 0);
    assert_int_equal(out[3], (int)a);
}

static void
alpha_is_divided_out_and_rounded(void **state)
{
    (void)state;
    for (uint32_t a = 0; a < 256; a++)
        for (uint32_t c = 0; c <= a; c++)
            check_pixel(a, c);
}

static void
pixels_that_no_premultiplication_gives_stay_in_range(void **state)
{
    static const uint32_t pixels[] = {0x00ffffff, 0x01ff0203, 0x80ff0080};
    static const uint8_t expected[] = {0, 0, 0, 0, 255, 255, 255, 1, 255, 0, 255, 128};
    uint8_t out[12];

    (void)state;
    fp__straight_rgba(out, pixels, 3);
    assert_memory_equal(out, expected, 12);
}

/* The bytes after the row are watched: the writer of three bytes writes four at a time. */
static void
rgb_writes_three_bytes_a_pixel_and_not_one_more(void **state)
{
    uint32_t pixels[7];
    uint8_t out[22];

    (void)state;
    for (uint32_t i = 0; i < 7; i++)
        pixels[i] = 0xff000000 | (3 * i + 1) << 16 | (3 * i + 2) << 8 | (3 * i + 3);
    for (size_t n = 0; n <= 7; n++) {
        memset(out, 0xee, sizeof out);
        fp__straight_rgb(out, pixels, n);
        for (size_t i = 0; i < sizeof out; i++)
            assert_int_equal(out[i], i < 3 * n ? i + 1 : 0xee);
    }
}

static void
gray_is_one_byte_a_pixel(void **state)
{
    uint32_t pixels[40];
    uint8_t out[41];

    (void)state;
    for (uint32_t i = 0; i < 40; i++)
        pixels[i] = 0xff000000 | (6 * i) << 16 | (6 * i) << 8 | 6 * i;
    for (size_t n = 0; n <= 40; n++) {
        memset(out, 0xee, sizeof out);
        fp__straight_gray(out, pixels, n);
        for (size_t i = 0; i < sizeof out; i++)
            assert_int_equal(out[i], i < n ? 6 * i : 0xee);
    }
}

/* --- the fast way ----------------------------------------------------------------------------- */

#define LONGEST 70

static void
the_fast_way_gives_the_bytes_of_the_plain_one(void **state)
{
    uint32_t *all, seed = 1;
    uint8_t *plain, *fast;

    (void)state;
    if (!fp__cpu_has_avx2())
        skip();
    all = cliff_alloc(LONGEST * sizeof *all);
    plain = cliff_alloc(3 * LONGEST);
    fast = cliff_alloc(3 * LONGEST);
    for (size_t n = 0; n <= LONGEST; n++) {
        uint32_t *pixels = all + LONGEST - n;
        size_t before = 3 * (LONGEST - n);

        for (size_t i = 0; i < n; i++)
            pixels[i] = seed = seed * 1664525 + 1013904223;
        fp__straight_rgb_plain(plain + before, pixels, n);
        fp__straight_rgb_avx2(fast + before, pixels, n);
        assert_memory_equal(fast, plain, 3 * LONGEST);
    }
    cliff_free(all, LONGEST * sizeof *all);
    cliff_free(plain, 3 * LONGEST);
    cliff_free(fast, 3 * LONGEST);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(alpha_is_divided_out_and_rounded),
        world_test(pixels_that_no_premultiplication_gives_stay_in_range),
        world_test(rgb_writes_three_bytes_a_pixel_and_not_one_more),
        world_test(gray_is_one_byte_a_pixel),
        world_test(the_fast_way_gives_the_bytes_of_the_plain_one),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
