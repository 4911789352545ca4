/* SPDX-License-Identifier: MIT */
/* test_late_fills.c: fills that wait leave the same pixels, where they can be seen. */
#include "unit/support.h"

#include <string.h>

#include "render/late_fills.h"

enum { WIDTH = 50, HEIGHT = 40 };

static uint32_t pixels[WIDTH * HEIGHT], expected[WIDTH * HEIGHT];
static const struct fp__sheet sheet = {pixels, WIDTH, WIDTH, HEIGHT};
static const struct fp__sheet at_once = {expected, WIDTH, WIDTH, HEIGHT};

static uint32_t seed = 1;

static int
any(int n)
{
    seed = seed * 1664525 + 1013904223;
    return (int)((seed >> 8) % (uint32_t)n);
}

static void
choose_box(int box[4])
{
    box[0] = any(WIDTH);
    box[1] = any(HEIGHT);
    box[2] = box[0] + any(WIDTH - box[0] + 1);
    box[3] = box[1] + any(HEIGHT - box[1] + 1);
}

/* One time in four an image, which is there at once; up to twice as many fills as can wait. */
static void
the_pixels_are_those_of_filling_at_once(void **state)
{
    struct fp__late_fills late = {0};
    int box[4];

    (void)state;
    for (size_t round = 0; round < repeats(300); round++) {
        int n = any(2 * FP__LATE_FILLS);

        for (int i = 1; i <= n; i++) {
            choose_box(box);
            fp__fill_box(&at_once, box, (uint32_t)i);
            if (any(4) > 0) {
                fp__late_fills_add(&late, &sheet, box, (uint32_t)i);
                continue;
            }
            fp__late_fills_hide(&late, box);
            fp__late_fills_settle(&late, &sheet);
            fp__fill_box(&sheet, box, (uint32_t)i);
        }
        fp__late_fills_settle(&late, &sheet);
        assert_int_equal(late.count, 0);
        assert_memory_equal(pixels, expected, sizeof pixels);
    }
}

static void
what_nobody_sees_is_not_filled(void **state)
{
    struct fp__late_fills late = {0};

    (void)state;
    memset(pixels, 0, sizeof pixels);
    fp__late_fills_add(&late, &sheet, (int[]){5, 5, 10, 10}, 1);
    fp__late_fills_add(&late, &sheet, (int[]){6, 6, 9, 11}, 2);
    fp__late_fills_hide(&late, (int[]){5, 4, 10, 10});
    fp__late_fills_settle(&late, &sheet);
    assert_int_equal(pixels[5 * WIDTH + 5], 0);
    assert_int_equal(pixels[6 * WIDTH + 6], 2);
    assert_int_equal(pixels[10 * WIDTH + 8], 2);
}

static void
many_of_one_place_are_one(void **state)
{
    struct fp__late_fills late = {0};

    (void)state;
    for (uint32_t i = 0; i < 10 * FP__LATE_FILLS; i++)
        fp__late_fills_add(&late, &sheet, (int[]){5, 5, 10, 10}, i);
    assert_int_equal(late.count, 1);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(the_pixels_are_those_of_filling_at_once),
        world_test(what_nobody_sees_is_not_filled),
        world_test(many_of_one_place_are_one),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
