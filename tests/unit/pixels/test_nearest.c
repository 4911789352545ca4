/* SPDX-License-Identifier: MIT */
/* test_nearest.c: the nearest maps against matplotlib's own, and at their edges. */
#include <stdlib.h>

#include "pixels/nearest.h"
#include "unit/crc32.h"
#include "unit/pixels/nearest_cases.h"
#include "unit/support.h"

static uint32_t
crc_of(const size_t *map, size_t n)
{
    uint8_t *bytes = calloc(n, 4);
    uint32_t crc;

    assert_non_null(bytes);
    for (size_t i = 0; i < 4 * n; i++)
        bytes[i] = (uint8_t)(map[i / 4] >> 8 * (i % 4));
    crc = crc32_of(bytes, 4 * n);
    free(bytes);
    return crc;
}

static void
maps_are_matplotlibs(void **state)
{
    (void)state;
    assert_true(sizeof cases / sizeof *cases >= 60);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        size_t map[2048];

        assert_true(cases[i].out <= 2048);
        (cases[i].axis == ROWS ? fp__nearest_rows : fp__nearest_cols)(map, cases[i].out, cases[i].n,
                                                                      cases[i].span);
        if (crc_of(map, cases[i].out) != cases[i].crc)
            fail_msg("case %zu: %s, %zu pixels from %zu", i,
                     cases[i].axis == ROWS ? "rows" : "columns", cases[i].out, cases[i].n);
    }
}

/* Computed by hand from the rule: 5 pixels, 3 of the source. Rows: ⌊256·(o+½)·⅗ + ½⌋ = 77, 230,
 * 384, 538, 691. Columns: x₁ = 77, Δ = 845 − 77 = 768, ⌈768/5⌉ = 154: 77, 231, 384, 538, 691. */
static void
a_small_map_is_as_by_hand(void **state)
{
    static const size_t wanted[] = {0, 0, 1, 2, 2};
    size_t map[5];

    (void)state;
    fp__nearest_rows(map, 5, 3, (struct fp__span){0, 3});
    assert_memory_equal(map, wanted, sizeof wanted);
    fp__nearest_cols(map, 5, 3, (struct fp__span){0, 3});
    assert_memory_equal(map, wanted, sizeof wanted);
}

/* Columns are stepped between rounded ends, rows rounded one by one, so that they differ here and
 * there, and never by more than one source pixel. */
static void
rows_and_columns_round_apart(void **state)
{
    size_t rows[640];
    size_t cols[640];
    size_t apart = 0;

    (void)state;
    for (size_t n = 600; n < 700; n++) {
        fp__nearest_rows(rows, 640, n, (struct fp__span){0, (double)n});
        fp__nearest_cols(cols, 640, n, (struct fp__span){0, (double)n});
        for (size_t i = 0; i < 640; i++) {
            apart += rows[i] != cols[i];
            assert_true(rows[i] <= cols[i] + 1 && cols[i] <= rows[i] + 1);
        }
    }
    assert_true(apart > 0);
}

static void
one_to_one_is_the_identity(void **state)
{
    size_t map[1000];

    (void)state;
    fp__nearest_rows(map, 1000, 1000, (struct fp__span){0, 1000});
    for (size_t i = 0; i < 1000; i++)
        assert_int_equal(map[i], i);
    fp__nearest_cols(map, 1000, 1000, (struct fp__span){0, 1000});
    for (size_t i = 0; i < 1000; i++)
        assert_int_equal(map[i], i);
    fp__nearest_cols(map, 10, 1000, (struct fp__span){500, 510});
    for (size_t i = 0; i < 10; i++)
        assert_int_equal(map[i], 500 + i);
}

/* Positions rounded in 256ths may fall outside: they are clamped. */
static void
the_edges_are_clamped(void **state)
{
    size_t map[4096];

    (void)state;
    fp__nearest_rows(map, 4096, 2, (struct fp__span){0, 2});
    assert_int_equal(map[0], 0);
    assert_int_equal(map[4095], 1);
    fp__nearest_cols(map, 4096, 2, (struct fp__span){0, 2});
    assert_int_equal(map[0], 0);
    assert_int_equal(map[4095], 1);
    fp__nearest_cols(map, 4096, 2, (struct fp__span){-1e-9, 2 + 1e-9});
    assert_int_equal(map[0], 0);
    assert_int_equal(map[4095], 1);
    fp__nearest_rows(map, 4096, 1, (struct fp__span){0.25, 0.26});
    for (size_t i = 0; i < 4096; i++)
        assert_int_equal(map[i], 0);
}

/* 2⁴⁰ source pixels: the products of the plain formula would not fit in 64 bits. */
static void
huge_sources_do_not_overflow(void **state)
{
    size_t n = (size_t)1 << 40;
    size_t *map = calloc(32767, sizeof *map);

    (void)state;
    assert_non_null(map);
    fp__nearest_cols(map, 32767, n, (struct fp__span){0, (double)n});
    for (size_t i = 0; i < 32767; i++)
        assert_near((double)map[i], ((double)i + 0.5) * (double)n / 32767, 2);
    fp__nearest_rows(map, 32767, n, (struct fp__span){0, (double)n});
    for (size_t i = 0; i < 32767; i++)
        assert_near((double)map[i], ((double)i + 0.5) * (double)n / 32767, 2);
    free(map);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(maps_are_matplotlibs),         world_test(a_small_map_is_as_by_hand),
        world_test(rows_and_columns_round_apart), world_test(one_to_one_is_the_identity),
        world_test(the_edges_are_clamped),        world_test(huge_sources_do_not_overflow),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
