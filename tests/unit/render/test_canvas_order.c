/* SPDX-License-Identifier: MIT */
/* test_canvas_order.c: whatever is drawn lies on the fills that came before it and waited, and
 * under those that come after it. */
#include "unit/support.h"

#include <string.h>

#include "render/canvas_parts.h"
#include "render/dense.h"

enum { SIDE = 160 };

static const struct fp_color gray = {99, 99, 99, 255}, thin = {200, 0, 0, 100};
static const double corners[2][4] = {{40, 80, 80, 40}, {40, 40, 80, 80}};

struct drawing {
    struct fp__image_canvas canvas;
    struct fp__ground_boxes ground;
    struct fp__patches patches;
    uint32_t pixels[SIDE * SIDE];
};

static void
draw_line(struct fp__canvas *canvas)
{
    fp__canvas_line(canvas, 40, 50.5, 90, 50.5, 1.1, true, FP_BLACK);
}

static void
draw_slope(struct fp__canvas *canvas)
{
    fp__canvas_line(canvas, 40, 50, 90, 60, 1.1, true, FP_BLACK);
}

static void
draw_text(struct fp__canvas *canvas)
{
    struct fp__words words = {.text = "x", .size = 30, .x = 50, .y = 70, .color = FP_BLACK};

    assert_int_equal(fp__canvas_text(canvas, &words), FP_OK);
}

static void
draw_stroke(struct fp__canvas *canvas)
{
    fp__canvas_path(canvas, corners[0], corners[1], 4);
    fp__canvas_stroke(canvas, &(struct fp__stroke){.width = 3, .color = FP_BLACK});
}

static void
draw_group(struct fp__canvas *canvas)
{
    fp__canvas_group(canvas);
    draw_stroke(canvas);
    fp__canvas_ungroup(canvas, thin);
}

static void
draw_area(struct fp__canvas *canvas)
{
    fp__canvas_path(canvas, corners[0], corners[1], 4);
    fp__canvas_area(canvas, FP_BLACK);
}

static void
draw_mosaic(struct fp__canvas *canvas)
{
    fp__canvas_path(canvas, corners[0], corners[1], 4);
    fp__canvas_mosaic(canvas, thin);
}

static void
draw_dense(struct fp__canvas *canvas)
{
    for (size_t i = 0; i <= FP__DENSE_POINTS; i++) {
        double x = 40 + (double)i / FP__DENSE_POINTS * 50, y = i % 2 ? 40 : 90;

        fp__canvas_path(canvas, &x, &y, 1);
    }
    fp__canvas_area(canvas, FP_BLACK);
}

static void
draw_stamp(struct fp__canvas *canvas)
{
    struct fp__stamp stamp = {.x = (double[]){-5, 5, 0},
                              .y = (double[]){-5, -5, 5},
                              .n = 3,
                              .closed = true,
                              .face = thin};

    fp__canvas_stamp(canvas, &stamp, corners[0], corners[1], 1);
}

static void
draw_stamps(struct fp__canvas *canvas)
{
    struct fp__stamp stamp = {.x = (double[]){-5, 5, 0},
                              .y = (double[]){-5, -5, 5},
                              .n = 3,
                              .closed = true,
                              .face = thin};

    fp__canvas_stamp(canvas, &stamp, corners[0], corners[1], 4);
}

static void
draw_panel(struct fp__canvas *canvas)
{
    fp__canvas_panel(canvas, (double[]){40, 40, 90, 90}, 5, thin, 1, FP_BLACK);
}

/* Rows `from` up to `to` of a picture of 70. */
static void
draw_part(struct fp__canvas *canvas, int from, int to, uint32_t color)
{
    uint32_t pixels[110 * 70];
    struct fp__blit blit = {.x = 25,
                            .y = 40 + from,
                            .width = 110,
                            .height = to - from,
                            .pixels = pixels,
                            .stride = 110,
                            .opaque = color >> 24 == 255,
                            .top = 40,
                            .tall = 70};

    for (size_t i = 0; i < 110 * 70; i++)
        pixels[i] = color;
    fp__canvas_image(canvas, &blit);
}

static void
draw_image(struct fp__canvas *canvas)
{
    draw_part(canvas, 0, 70, 0xff00ff00);
}

static void
draw_clear_image(struct fp__canvas *canvas)
{
    draw_part(canvas, 0, 70, 0x80008000);
}

static void
draw_image_with_a_clear_part(struct fp__canvas *canvas)
{
    draw_part(canvas, 0, 20, 0xff00ff00);
    draw_part(canvas, 20, 40, 0xff0000ff);
    draw_part(canvas, 40, 60, 0x80008000);
    draw_part(canvas, 60, 70, 0xffff0000);
}

static void
draw_small_fill(struct fp__canvas *canvas)
{
    fp__canvas_fill(canvas, 40, 40, 50, 50, FP_BLACK);
}

static void
draw_large_fill(struct fp__canvas *canvas)
{
    fp__canvas_fill(canvas, 40, 40, 150, 150, FP_BLACK);
}

static void
draw_fill_from_its_end(struct fp__canvas *canvas)
{
    fp__canvas_fill(canvas, 150, 150, 40, 40, FP_BLACK);
}

static void
draw_thin_fill(struct fp__canvas *canvas)
{
    fp__canvas_fill(canvas, 40, 40, 150, 150, thin);
}

static void
draw_clipped_fill(struct fp__canvas *canvas)
{
    fp__canvas_clip(canvas, (double[]){45, 45, 85, 85});
    fp__canvas_fill(canvas, 40, 40, 150, 150, FP_BLACK);
    fp__canvas_clip(canvas, NULL);
}

static const struct operation {
    const char *name;
    void (*draw)(struct fp__canvas *canvas);
} all[] = {
    {"line", draw_line},
    {"slope", draw_slope},
    {"text", draw_text},
    {"stroke", draw_stroke},
    {"group", draw_group},
    {"area", draw_area},
    {"mosaic", draw_mosaic},
    {"dense", draw_dense},
    {"stamp", draw_stamp},
    {"stamps", draw_stamps},
    {"panel", draw_panel},
    {"image", draw_image},
    {"clear image", draw_clear_image},
    {"image with a clear part", draw_image_with_a_clear_part},
    {"small fill", draw_small_fill},
    {"large fill", draw_large_fill},
    {"fill from its end", draw_fill_from_its_end},
    {"thin fill", draw_thin_fill},
    {"clipped fill", draw_clipped_fill},
};

/* Ground, face, the operation, another large fill. */
static void
draw_frame(struct fp__image_canvas *canvas, const struct operation *operation, bool at_once)
{
    fp__canvas_fill(&canvas->base, 0, 0, SIDE, SIDE, FP_WHITE);
    fp__canvas_fill(&canvas->base, 30, 30, 130, 130, gray);
    if (at_once)
        fp__canvas_settle(canvas);
    if (operation)
        operation->draw(&canvas->base);
    if (at_once)
        fp__canvas_settle(canvas);
    fp__canvas_fill(&canvas->base, 60, 45, 160, 135, gray);
    fp__canvas_settle(canvas);
}

/* Thrice: a frame finds what the last one has left, and remembers it for the next one. */
static void
draw(struct drawing *d, const struct operation *operation, bool at_once)
{
    struct fp__image_canvas *canvas = &d->canvas;

    *d = (struct drawing){.canvas = {.base = {.width = SIDE, .height = SIDE, .dpi = 100}}};
    canvas->pixels = d->pixels;
    canvas->stride = SIDE;
    canvas->ground = &d->ground;
    canvas->patches = &d->patches;
    canvas->surface = cairo_image_surface_create_for_data(
        (unsigned char *)d->pixels, CAIRO_FORMAT_ARGB32, SIDE, SIDE, SIDE * 4);
    canvas->cr = cairo_create(canvas->surface);
    for (int frame = 0; frame < 3; frame++)
        draw_frame(canvas, operation, at_once);
    cairo_surface_flush(canvas->surface);
    assert_int_equal(cairo_status(canvas->cr), CAIRO_STATUS_SUCCESS);
    cairo_destroy(canvas->cr);
    cairo_surface_destroy(canvas->surface);
    fp__patches_finish(&d->patches);
}

static void
operations_lie_on_earlier_fills_and_under_later_ones(void **state)
{
    static struct drawing late, at_once, nothing;

    (void)state;
    draw(&nothing, NULL, true);
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        draw(&late, &all[i], false);
        draw(&at_once, &all[i], true);
        if (memcmp(late.pixels, at_once.pixels, sizeof late.pixels) != 0 ||
            memcmp(late.pixels, nothing.pixels, sizeof late.pixels) == 0)
            fail_msg("%s", all[i].name);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(operations_lie_on_earlier_fills_and_under_later_ones),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
