/* SPDX-License-Identifier: MIT */
/* test_row_filter.c: the choice between None and Sub, and the filters undone again. */
#include "pixels/row_filter.h"

#include <string.h>

#include "unit/support.h"

static uint8_t
noise(uint32_t i)
{
    return (uint8_t)((i * 2654435761u) >> 24);
}

static void
a_flat_row_and_a_gradient_are_sub(void **state)
{
    uint8_t row[900];

    (void)state;
    memset(row, 7, sizeof row);
    assert_int_equal(fp__row_filter_choose(row, sizeof row, 3), FP__FILTER_SUB);
    for (size_t i = 0; i < sizeof row; i++)
        row[i] = (uint8_t)(i / 3 * 2);
    assert_int_equal(fp__row_filter_choose(row, sizeof row, 3), FP__FILTER_SUB);
}

static void
noise_is_none(void **state)
{
    uint8_t row[900];

    (void)state;
    for (uint32_t i = 0; i < sizeof row; i++)
        row[i] = noise(i);
    for (size_t pixel = 1; pixel <= 4; pixel++)
        assert_int_equal(fp__row_filter_choose(row, sizeof row, pixel), FP__FILTER_NONE);
}

static void
steps_of_twelve_are_small_both_ways_and_thirteen_are_not(void **state)
{
    static const struct {
        uint8_t step;
        enum fp__row_filter filter;
    } cases[] = {{12, FP__FILTER_SUB},
                 {13, FP__FILTER_NONE},
                 {256 - 12, FP__FILTER_SUB},
                 {256 - 13, FP__FILTER_NONE}};
    uint8_t row[600];

    (void)state;
    for (size_t c = 0; c < 4; c++) {
        for (size_t i = 0; i < sizeof row; i++)
            row[i] = (uint8_t)(i * cases[c].step);
        assert_int_equal(fp__row_filter_choose(row, sizeof row, 1), cases[c].filter);
    }
}

/* `small` steps of 1 and `large` ones of 100, the rest 0, over more than one block of counting. */
static enum fp__row_filter
choose_mixed(size_t small, size_t large)
{
    uint8_t row[1 + 2000];
    uint8_t value = 0;

    for (size_t i = 0; i < sizeof row; i++) {
        if (i > 0 && i <= small)
            value = (uint8_t)(value + 1);
        else if (i > 0 && i <= small + large)
            value = (uint8_t)(value + 100);
        row[i] = value;
    }
    return fp__row_filter_choose(row, sizeof row, 1);
}

static void
half_of_the_steps_decide_and_still_ones_do_not_count(void **state)
{
    (void)state;
    assert_int_equal(choose_mixed(1, 1), FP__FILTER_SUB);
    assert_int_equal(choose_mixed(0, 1), FP__FILTER_NONE);
    assert_int_equal(choose_mixed(255, 255), FP__FILTER_SUB);
    assert_int_equal(choose_mixed(255, 256), FP__FILTER_NONE);
    assert_int_equal(choose_mixed(1000, 1000), FP__FILTER_SUB);
    assert_int_equal(choose_mixed(999, 1000), FP__FILTER_NONE);
}

static void
check_round_trip(enum fp__row_filter filter, size_t n, size_t pixel)
{
    uint8_t row[64];
    uint8_t out[66];

    for (uint32_t i = 0; i < n; i++)
        row[i] = noise(i + 99);
    memset(out, 0xee, sizeof out);
    fp__row_filter_apply(out, filter, row, n, pixel);
    assert_int_equal(out[0], filter);
    assert_int_equal(out[1 + n], 0xee);
    for (size_t i = 0; i < n; i++) {
        if (filter == FP__FILTER_SUB && i >= pixel)
            out[1 + i] = (uint8_t)(out[1 + i] + out[1 + i - pixel]);
        assert_int_equal(out[1 + i], row[i]);
    }
}

static void
filtered_rows_can_be_undone(void **state)
{
    (void)state;
    for (size_t pixel = 1; pixel <= 4; pixel++) {
        for (size_t n = pixel; n <= 64; n += pixel) {
            check_round_trip(FP__FILTER_NONE, n, pixel);
            check_round_trip(FP__FILTER_SUB, n, pixel);
        }
    }
}

static void
sub_changes_the_bytes(void **state)
{
    static const uint8_t row[] = {10, 20, 30, 13, 22, 31, 5, 0, 255};
    static const uint8_t expected[] = {1, 10, 20, 30, 3, 2, 1, 248, 234, 224};
    uint8_t out[10];

    (void)state;
    fp__row_filter_apply(out, FP__FILTER_SUB, row, 9, 3);
    assert_memory_equal(out, expected, 10);
}

static void
a_repeated_row_is_up_and_nothing_but_zeros(void **state)
{
    static const uint8_t expected[] = {2, 0, 0, 0, 0xee};
    uint8_t out[5];

    (void)state;
    memset(out, 0xee, sizeof out);
    fp__row_filter_repeat(out, 3);
    assert_memory_equal(out, expected, 5);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(a_flat_row_and_a_gradient_are_sub),
        world_test(noise_is_none),
        world_test(steps_of_twelve_are_small_both_ways_and_thirteen_are_not),
        world_test(half_of_the_steps_decide_and_still_ones_do_not_count),
        world_test(filtered_rows_can_be_undone),
        world_test(sub_changes_the_bytes),
        world_test(a_repeated_row_is_up_and_nothing_but_zeros),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
