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

/* One time in four an image, which is there at once; up to twice as many fills as can wait, of few
 * colours or of many. */
static void
the_pixels_are_those_of_filling_at_once(void **state)
{
    struct fp__late_fills late = {0};
    int box[4];

    (void)state;
    for (size_t round = 0; round < repeats(300); round++) {
        int n = any(2 * FP__LATE_FILLS), colors = round % 2 ? 2 : n;

        for (int i = 1; i <= n; i++) {
            uint32_t color = (uint32_t)(i % colors + 1);

            choose_box(box);
            fp__fill_box(&at_once, box, color);
            if (any(4) > 0) {
                fp__late_fills_add(&late, &sheet, box, color);
                continue;
            }
            fp__late_fills_hide(&late, &sheet, box);
            fp__fill_box(&sheet, box, color);
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
    fp__late_fills_add(&late, &sheet, (int[]){8, 6, 12, 9}, 3);
    fp__late_fills_hide(&late, &sheet, (int[]){5, 4, 10, 10});
    fp__late_fills_settle(&late, &sheet);
    assert_int_equal(pixels[5 * WIDTH + 5], 0);
    assert_int_equal(pixels[6 * WIDTH + 6], 0);
    assert_int_equal(pixels[10 * WIDTH + 8], 2);
    assert_int_equal(pixels[6 * WIDTH + 11], 3);
}

/* From above, and from below. */
static void
an_image_in_parts_hides_what_all_of_it_hides(void **state)
{
    struct fp__late_fills late = {0};

    (void)state;
    memset(pixels, 0, sizeof pixels);
    for (int way = 0; way < 2; way++) {
        fp__late_fills_add(&late, &sheet, (int[]){0, 0, WIDTH, 5}, 1);
        fp__late_fills_add(&late, &sheet, (int[]){5, 10, 20, 30}, 2);
        for (int part = 0; part < 5; part++) {
            int y = 10 + 4 * (way ? part : 4 - part);

            fp__late_fills_hide(&late, &sheet, (int[]){5, y, 20, y + 4});
            assert_int_equal(late.count, part < 4 ? 2 : 1);
        }
    }
    for (int y = 0; y < HEIGHT; y++)
        assert_int_equal(pixels[y * WIDTH + 7], 0);
    fp__late_fills_settle(&late, &sheet);
    assert_int_equal(pixels[0], 1);
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
        world_test(an_image_in_parts_hides_what_all_of_it_hides),
        world_test(many_of_one_place_are_one),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
