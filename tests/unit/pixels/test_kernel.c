/* SPDX-License-Identifier: MIT */
/* test_kernel.c: the kernels by name, and their shapes. */
#include "pixels/kernel.h"
#include "unit/support.h"

static void
hanning_is_the_hann_window(void **state)
{
    const struct fp__kernel *kernel = fp__kernel_find("hanning");

    (void)state;
    assert_non_null(kernel);
    assert_string_equal(kernel->name, "hanning");
    assert_near(kernel->radius, 1, 0);
    assert_near(kernel->weight(0), 1, 0);
    assert_near(kernel->weight(0.5), 0.5, 1e-16);
    assert_near(kernel->weight(-0.25), 0.8535533905932737, 1e-15); /* cos²(π/8) */
    assert_near(kernel->weight(2.0 / 3), 0.25, 1e-15);
    assert_near(kernel->weight(1), 0, 0);
}

/* Shifted by one pixel, the Hann window and its neighbour always sum to 1. */
static void
hanning_parts_unity(void **state)
{
    const struct fp__kernel *kernel = fp__kernel_find("hanning");

    (void)state;
    for (int i = 0; i <= 1000; i++)
        assert_near(kernel->weight(i / 1000.0) + kernel->weight(i / 1000.0 - 1), 1, 4e-16);
}

static void
other_names_are_not_found(void **state)
{
    (void)state;
    assert_null(fp__kernel_find("nearest"));
    assert_null(fp__kernel_find("Hanning"));
    assert_null(fp__kernel_find(""));
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(hanning_is_the_hann_window),
        world_test(hanning_parts_unity),
        world_test(other_names_are_not_found),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
