/* SPDX-License-Identifier: MIT */
/* test_ground.c: what is filled again is what was drawn on, and never less. */
#include "unit/support.h"

#include "render/ground.h"

enum { WIDTH = 50, HEIGHT = 40 };

static uint32_t pixels[WIDTH * HEIGHT];
static const struct fp__sheet sheet = {pixels, WIDTH, WIDTH, HEIGHT};

static void
fill(struct fp__ground_boxes *ground, uint32_t color)
{
    struct fp__late_fills late = {0};

    fp__ground_fill(ground, &sheet, color, &late);
    fp__late_fills_settle(&late, &sheet);
}

static size_t
count_others(uint32_t color)
{
    size_t n = 0;

    for (size_t i = 0; i < WIDTH * HEIGHT; i++)
        n += pixels[i] != color;
    return n;
}

static void
draw(struct fp__ground_boxes *ground, const int box[4])
{
    int inside[4];

    for (int i = 0; i < 4; i++) {
        int most = i % 2 ? HEIGHT : WIDTH;

        inside[i] = box[i] < 0 ? 0 : box[i] > most ? most : box[i];
    }
    fp__ground_touch(ground, box);
    fp__fill_box(&sheet, inside, 99);
}

/* Few boxes, as of a picture, or more than can be remembered; some reach beyond the sheet. */
static void
whatever_was_drawn_all_of_it_is_filled(void **state)
{
    struct fp__ground_boxes ground = {0};
    uint32_t seed = 1;

    (void)state;
    for (size_t frame = 0; frame < repeats(3000); frame++) {
        uint32_t color = 1 + (uint32_t)(frame / 100 % 2);

        fill(&ground, color);
        assert_int_equal(count_others(color), 0);
        for (size_t i = 0; i < frame % 130; i++) {
            int x = (int)((seed = seed * 1664525 + 1013904223) >> 26) - 7,
                y = (int)(seed >> 8 & 63) - 9;
            int box[4] = {x, y, x + (int)(seed >> 14 & 15) - 1, y + (int)(seed >> 18 & 15) - 1};

            draw(&ground, box);
        }
    }
}

static void
pixels_that_nobody_touched_are_left(void **state)
{
    struct fp__ground_boxes ground = {0};

    (void)state;
    fill(&ground, 1);
    draw(&ground, (int[]){5, 5, 9, 9});
    pixels[0] = 7; /* past the rule, to see it */
    fill(&ground, 1);
    assert_int_equal(count_others(1), 1);
    fill(&ground, 2);
    assert_int_equal(count_others(2), 0);
    pixels[0] = 7;
    fp__ground_forget(&ground);
    fill(&ground, 2);
    assert_int_equal(count_others(2), 0);
}

/* The bands of a colorbar, and an image a pixel larger than its axes. */
static void
boxes_that_join_are_one(void **state)
{
    struct fp__ground_boxes ground = {0};

    (void)state;
    fill(&ground, 1);
    for (int y = 3; y < 30; y++)
        draw(&ground, (int[]){4, y, 9, y + 1});
    assert_int_equal(ground.count, 1);
    draw(&ground, (int[]){20, 3, 30, 13});
    draw(&ground, (int[]){20, 3, 31, 14});
    assert_int_equal(ground.count, 2);
    fill(&ground, 1);
    assert_int_equal(count_others(1), 0);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(whatever_was_drawn_all_of_it_is_filled),
        world_test(pixels_that_nobody_touched_are_left),
        world_test(boxes_that_join_are_one),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
