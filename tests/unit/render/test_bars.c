/* SPDX-License-Identifier: MIT */
/* test_bars.c: lines along rows and columns are cairo's, to the bit. */
#include "unit/support.h"

#include <string.h>

#include <cairo.h>

#include "render/bars.h"

enum { SIDE = 40 };

struct line {
    double ends[4], width;
    bool butt;
    struct fp_color color;
};

static uint32_t seed = 1;

static uint32_t
any(uint32_t n)
{
    seed = seed * 1664525 + 1013904223;
    return (seed >> 8) % n;
}

/* Coordinates of many bits, of few, and whole; some beyond the sheet. */
static double
any_coordinate(void)
{
    static const double steps[] = {1, 2, 256, 512, 65536};

    return (double)any(60 << 16) / 65536 - 10 + (double)any(256) / steps[any(5)] / 256;
}

static struct line
any_line(void)
{
    static const double widths[] = {.003, .3, 1 / .9, 1, 2, 2.5, 0.8 * 200 / 72};
    struct line line = {.butt = any(2) == 0, .width = widths[any(7)]};
    uint8_t alpha = any(3) ? 255 : (uint8_t)any(256);
    int level = (int)any(2);

    for (int i = 0; i < 4; i++)
        line.ends[i] = any(3) ? any_coordinate() : (double)any(2 * SIDE) / 2;
    line.ends[2 + level] = line.ends[level];
    line.color = (struct fp_color){(uint8_t)any(256), (uint8_t)any(256), (uint8_t)any(256), alpha};
    return line;
}

/* Opaque ones, and with `clear` some that are not. */
static void
fill_below(uint32_t *pixels, bool clear)
{
    for (size_t i = 0; i < SIDE * SIDE; i++) {
        uint32_t alpha = clear ? any(256) : 255, gray = any(alpha + 1);

        pixels[i] = alpha << 24 | gray << 16 | any(alpha + 1) << 8 | any(alpha + 1);
    }
}

static void
draw_by_cairo(uint32_t *pixels, const struct line *line)
{
    cairo_surface_t *surface = cairo_image_surface_create_for_data(
        (unsigned char *)pixels, CAIRO_FORMAT_ARGB32, SIDE, SIDE, SIDE * 4);
    cairo_t *cr = cairo_create(surface);

    cairo_set_source_rgba(cr, line->color.r / 255., line->color.g / 255., line->color.b / 255.,
                          line->color.a / 255.);
    cairo_set_line_width(cr, line->width);
    cairo_set_line_cap(cr, line->butt ? CAIRO_LINE_CAP_BUTT : CAIRO_LINE_CAP_SQUARE);
    cairo_move_to(cr, line->ends[0], line->ends[1]);
    cairo_line_to(cr, line->ends[2], line->ends[3]);
    cairo_stroke(cr);
    cairo_destroy(cr);
    cairo_surface_destroy(surface);
}

static void
lines_are_cairos(void **state)
{
    uint32_t below[SIDE * SIDE], expected[SIDE * SIDE], pixels[SIDE * SIDE];
    struct fp__sheet sheet = {pixels, SIDE, SIDE, SIDE};
    size_t drawn = 0;

    (void)state;
    for (size_t i = 0; i < repeats(20000); i++) {
        struct line line = any_line();
        struct fp__bar bar;

        if (!fp__bar_of_line(&bar, line.ends, line.width, line.butt))
            continue;
        fill_below(below, i % 4 == 0);
        memcpy(expected, below, sizeof below);
        memcpy(pixels, below, sizeof below);
        draw_by_cairo(expected, &line);
        fp__bar_draw(&bar, &sheet, line.color);
        for (size_t k = 0; k < SIDE * SIDE; k++)
            if (pixels[k] != expected[k]) {
                print_message("%g %g %g %g width %g butt %d #%02x%02x%02x%02x, pixel %zu %zu\n",
                              line.ends[0], line.ends[1], line.ends[2], line.ends[3], line.width,
                              line.butt, line.color.r, line.color.g, line.color.b, line.color.a,
                              k % SIDE, k / SIDE);
                print_message("%08x over %08x, not %08x\n", pixels[k], below[k], expected[k]);
                fail();
            }
        drawn += memcmp(below, pixels, sizeof below) != 0;
    }
    assert_true(drawn > repeats(20000) / 2);
}

static void
nothing_is_touched_beyond_the_reach(void **state)
{
    uint32_t below[SIDE * SIDE], pixels[SIDE * SIDE];
    struct fp__sheet sheet = {pixels, SIDE, SIDE, SIDE};

    (void)state;
    fill_below(below, false);
    for (size_t i = 0; i < repeats(2000); i++) {
        struct line line = any_line();
        struct fp__bar bar;
        int box[4];

        if (!fp__bar_of_line(&bar, line.ends, line.width, line.butt))
            continue;
        memcpy(pixels, below, sizeof below);
        fp__bar_draw(&bar, &sheet, line.color);
        fp__bar_reach(&bar, box);
        for (int y = 0; y < SIDE; y++)
            for (int x = 0; x < SIDE; x++)
                if (x < box[0] || y < box[1] || x >= box[2] || y >= box[3])
                    assert_int_equal(pixels[y * SIDE + x], below[y * SIDE + x]);
    }
}

static void
the_reach_of_a_spine_is_tight(void **state)
{
    struct fp__bar bar;
    int box[4];

    (void)state;
    assert_true(fp__bar_of_line(&bar, (double[]){9.5, 20, 9.5, 3}, 1.1, false));
    fp__bar_reach(&bar, box);
    assert_memory_equal(box, ((int[]){8, 2, 11, 21}), sizeof box);
}

static void
other_lines_are_no_bars(void **state)
{
    struct fp__bar bar;

    (void)state;
    assert_false(fp__bar_of_line(&bar, (double[]){1, 2, 3, 4}, 1, true));
    assert_false(fp__bar_of_line(&bar, (double[]){1, 2, 1, 2}, 1, false));
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(lines_are_cairos),
        world_test(nothing_is_touched_beyond_the_reach),
        world_test(the_reach_of_a_spine_is_tight),
        world_test(other_lines_are_no_bars),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
