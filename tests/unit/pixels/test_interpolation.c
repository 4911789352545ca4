/* SPDX-License-Identifier: MIT */
/* test_interpolation.c: when `auto` means nearest. */
#include <math.h>

#include "pixels/interpolation.h"
#include "unit/support.h"

static bool
square(double displayed, size_t data)
{
    return fp__interpolation_auto_is_nearest(displayed, displayed, data, data);
}

/* The default square box: 370 pixels. */
static void
the_default_box_turns_at_124(void **state)
{
    (void)state;
    for (size_t n = 1; n <= 1000; n++)
        assert_int_equal(square(370, n), n <= 123 || n == 185 || n == 370);
}

static void
one_two_and_above_three_are_crisp(void **state)
{
    (void)state;
    assert_true(square(100, 100));
    assert_true(square(200, 100));
    assert_true(square(300.5, 100));
    assert_false(square(300, 100));
    assert_false(square(150, 100));
    assert_false(square(250, 100));
    assert_false(square(50, 100));
    assert_false(square(nextafter(200, 300), 100));
    assert_false(square(nextafter(100, 0), 100));
}

static void
both_axes_must_be_crisp(void **state)
{
    (void)state;
    assert_true(fp__interpolation_auto_is_nearest(100, 200, 100, 100));
    assert_true(fp__interpolation_auto_is_nearest(400, 100, 100, 100));
    assert_false(fp__interpolation_auto_is_nearest(400, 150, 100, 100));
    assert_false(fp__interpolation_auto_is_nearest(150, 400, 100, 100));
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(the_default_box_turns_at_124),
        world_test(one_two_and_above_three_are_crisp),
        world_test(both_axes_must_be_crisp),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
