/* SPDX-License-Identifier: MIT */
/* test_colors.c: numbers to opaque pixels, also the fast way. */
#include "unit/support.h"

#include "pixels/colors.h"
#include "unit/cliff.h"
#include "unit/pixels/awkward.h"

enum { LONGEST = 70 };

static void
numbers_are_scaled_truncated_and_clipped(void **state)
{
    static const double values[] = {0,        1,   .5,       .999,   2,   -1,
                                    1. / 255, NAN, INFINITY, 1e-300, -0., 254.5 / 255};
    uint32_t argb[5] = {7, 7, 7, 7, 7};

    (void)state;
    fp__colors_opaque(values, 4, 1, argb);
    assert_int_equal(argb[0], 0xff00ff7f);
    assert_int_equal(argb[1], 0xfffeff00);
    assert_int_equal(argb[2], 0xff010000);
    assert_int_equal(argb[3], 0xff0000fe);
    assert_int_equal(argb[4], 7);
    for (int byte = 0; byte < 256; byte++) {
        fp__colors_opaque((double[]){byte, byte + .9, 255 - byte}, 1, 255, argb);
        assert_int_equal(argb[0], 0xff000000u | (uint32_t)byte << 16 | (uint32_t)byte << 8 |
                                      (uint32_t)(255 - byte));
    }
}

#if FP__X86

/* Cliffs, which all rows end at. */
struct rows {
    double *values;
    uint32_t *plain, *fast;
};

static void
check_ways(const struct rows *rows, size_t n, double full)
{
    double *values = rows->values + 3 * (LONGEST - n);
    uint32_t *plain = rows->plain + LONGEST - n, *fast = rows->fast + LONGEST - n;

    for (size_t i = 0; i < 3 * n; i++)
        values[i] = random_bits() % 3 ? awkward_value(5) * full : random_bits() % 256 * full / 255;
    fp__colors_opaque_plain(values, n, full, plain);
    fp__colors_opaque_avx2(values, n, full, fast);
    assert_memory_equal(fast, plain, n * sizeof *fast);
}

static void
the_fast_way_gives_the_pixels_of_the_plain_one(void **state)
{
    struct rows rows;

    (void)state;
    if (!fp__cpu_has_avx2())
        skip();
    rows.values = cliff_alloc(3 * LONGEST * sizeof *rows.values);
    rows.plain = cliff_alloc(LONGEST * sizeof *rows.plain);
    rows.fast = cliff_alloc(LONGEST * sizeof *rows.fast);
    for (size_t turn = 0; turn < repeats(500); turn++)
        for (size_t n = 1; n <= LONGEST; n++)
            check_ways(&rows, n, turn % 2 ? 1 : 255);
    cliff_free(rows.values, 3 * LONGEST * sizeof *rows.values);
    cliff_free(rows.plain, LONGEST * sizeof *rows.plain);
    cliff_free(rows.fast, LONGEST * sizeof *rows.fast);
}

#else

static void
the_fast_way_gives_the_pixels_of_the_plain_one(void **state)
{
    (void)state;
    skip();
}

#endif

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(numbers_are_scaled_truncated_and_clipped),
        world_test(the_fast_way_gives_the_pixels_of_the_plain_one),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
