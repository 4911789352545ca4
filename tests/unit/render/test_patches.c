/* SPDX-License-Identifier: MIT */
/* test_patches.c: drawing that is copied instead of done again leaves the pixels of drawing. */
#include "unit/support.h"

#include <string.h>

#include "core/alloc.h"
#include "core/context.h"
#include "render/deeds.h"
#include "render/fonts.h"
#include "render/lengths.h"

enum { WIDTH = 40, HEIGHT = 30 };

struct canvas {
    uint32_t pixels[WIDTH * HEIGHT];
    struct fp__sheet sheet;
};

static struct fp__sheet
blank(struct canvas *canvas, uint32_t color)
{
    for (size_t i = 0; i < WIDTH * HEIGHT; i++)
        canvas->pixels[i] = color;
    return (struct fp__sheet){canvas->pixels, WIDTH, WIDTH, HEIGHT};
}

static const int middle[4] = {5, 6, 15, 12};
static int there[4]; /* where a patch was copied */

/* Something that depends on what was there. */
static void
draw(struct canvas *canvas)
{
    for (int y = middle[1]; y < middle[3]; y++)
        for (int x = middle[0]; x < middle[2]; x++)
            canvas->pixels[y * WIDTH + x] = canvas->pixels[y * WIDTH + x] * 3 + (uint32_t)x;
}

static void
learn(struct fp__patches *patches, const struct fp__deed *deed, struct canvas *canvas)
{
    struct fp__sheet sheet = blank(canvas, 7);
    struct fp__patch *patch = fp__patches_begin(patches, deed, middle, &sheet);

    assert_non_null(patch);
    draw(canvas);
    fp__patches_end(patches, patch, &sheet);
}

static void
the_same_deed_on_the_same_pixels_is_copied(void **state)
{
    struct fp__patches patches = {0};
    struct fp__deed deed = {.text = "a"}, other = {.text = "b"};
    struct canvas drawn, copied;
    struct fp__sheet sheet = blank(&copied, 7);

    (void)state;
    assert_false(fp__patches_redo(&patches, &deed, &sheet, there));
    learn(&patches, &deed, &drawn);
    assert_false(fp__patches_redo(&patches, &other, &sheet, there));
    copied.pixels[0] = drawn.pixels[0] = 9; /* beside it */
    assert_true(fp__patches_redo(&patches, &deed, &sheet, there));
    assert_memory_equal(copied.pixels, drawn.pixels, sizeof drawn.pixels);
    assert_memory_equal(there, middle, sizeof middle);
    fp__patches_finish(&patches);
}

static void
other_pixels_below_are_drawn_upon(void **state)
{
    struct fp__patches patches = {0};
    struct fp__deed deed = {.text = "a"};
    struct canvas canvas;

    (void)state;
    learn(&patches, &deed, &canvas);
    struct fp__sheet sheet = blank(&canvas, 7);
    canvas.pixels[11 * WIDTH + 14] = 8; /* the last of its pixels */
    assert_false(fp__patches_redo(&patches, &deed, &sheet, there));
    assert_int_equal(canvas.pixels[6 * WIDTH + 5], 7);
    sheet.width = 14; /* a canvas that ends before it does */
    assert_false(fp__patches_redo(&patches, &deed, &sheet, there));
    fp__patches_finish(&patches);
}

static void
what_failed_is_forgotten(void **state)
{
    struct fp__patches patches = {0};
    struct fp__deed deed = {.text = "a"};
    struct canvas canvas;
    struct fp__sheet sheet = blank(&canvas, 7);

    (void)state;
    fp__patches_forget(fp__patches_begin(&patches, &deed, middle, &sheet));
    assert_false(fp__patches_redo(&patches, &deed, &sheet, there));
    fp__patches_finish(&patches);
}

/* A process that draws one picture has nothing from it. */
static void
nothing_is_remembered_asleep(void **state)
{
    struct fp__patches patches = {.asleep = true};
    struct fp__deed deed = {.text = "a"};
    struct canvas canvas;
    struct fp__sheet sheet = blank(&canvas, 7);

    (void)state;
    assert_null(fp__patches_begin(&patches, &deed, middle, &sheet));
    assert_null(patches.store);
    patches.asleep = false;
    learn(&patches, &deed, &canvas);
    fp__patches_finish(&patches);
}

/* A title that is another one in each frame, beside labels that stay. */
static void
a_deed_of_each_frame_takes_no_more_memory(void **state)
{
    struct fp__patches patches = {0};
    struct fp__deed label = {.text = "a"}, title = {.text = "b"};
    struct canvas canvas;
    struct fp__sheet sheet;
    size_t bytes, again = 0;

    (void)state;
    learn(&patches, &label, &canvas);
    bytes = fp__alloc_cache_bytes();
    for (int frame = 0; frame < 100000; frame++) {
        title.numbers[0] = frame;
        learn(&patches, &title, &canvas);
        sheet = blank(&canvas, 7);
        if (fp__patches_redo(&patches, &label, &sheet, there))
            continue;
        learn(&patches, &label, &canvas);
        again++;
    }
    assert_in_range(again, 1, 1000);
    assert_int_equal(fp__alloc_cache_bytes(), bytes);
    fp__patches_finish(&patches);
}

/* Patches of all sizes drive each other out; what is still known is right. */
static void
the_newest_are_known(void **state)
{
    static uint32_t pixels[256 * 256], one = 1;
    struct fp__sheet sheet = {pixels, 256, 256, 256};
    struct fp__patches patches = {0};
    struct fp__deed deed = {.text = "a"};
    bool kept[8] = {false};

    (void)state;
    for (int i = 0; i < 20000; i++) {
        int w = (int)((one = one * 1664525 + 1013904223) >> 25), h = (int)(one >> 9 & 63);
        int box[4] = {-1, -1, w, h};
        struct fp__patch *patch;

        deed.numbers[0] = i;
        pixels[0] = (uint32_t)i;
        patch = fp__patches_begin(&patches, &deed, box, &sheet);
        pixels[0] = (uint32_t)i + 1;
        fp__patches_end(&patches, patch, &sheet);
        kept[i % 8] = patch;
        for (int back = 0; back < 8; back++) {
            deed.numbers[0] = i - back;
            pixels[0] = (uint32_t)(i - back);
            if (fp__patches_redo(&patches, &deed, &sheet, there))
                assert_int_equal(pixels[0], i - back + 1);
            else
                assert_true(back > 4 || !kept[(i - back) & 7]);
        }
    }
    assert_in_range(fp__alloc_cache_bytes(), 1, 600 << 10);
    assert_null(fp__patches_begin(&patches, &deed, (int[]){0, 0, 256, 256}, &sheet));
    assert_null(fp__patches_begin(&patches, &deed, (int[]){600, 0, 700, 9}, &sheet));
    fp__patches_finish(&patches);
}

/* --- what the boxes hold ---------------------------------------------------------------------- */

enum { SIDE = 400 };

static const char *const texts[] = {
    "frame 12", "lp",  "Å\xcc\x8aj\xcc\xa3Ç", "f", "−0.75", "WAVE //", "\xed\x95\x9c", "(|)_^", ".",
    "jy",       "10⁻⁵"};

static void
check_reach(cairo_t *cr, const uint32_t *pixels, const struct fp__words *words)
{
    int box[4];

    if (!fp__fonts_reach(NULL, words, box))
        return;
    cairo_set_source_rgb(cr, 1, 1, 1);
    cairo_paint(cr);
    assert_int_equal(fp__fonts_draw(NULL, cr, words), FP_OK);
    cairo_surface_flush(cairo_get_target(cr));
    for (int y = 0; y < SIDE; y++)
        for (int x = 0; x < SIDE; x++)
            if (x < box[0] || y < box[1] || x >= box[2] || y >= box[3])
                assert_int_equal(pixels[y * SIDE + x], 0xffffffff);
}

static void
texts_stay_in_their_boxes(void **state)
{
    static uint32_t pixels[SIDE * SIDE];
    cairo_surface_t *surface = cairo_image_surface_create_for_data(
        (unsigned char *)pixels, CAIRO_FORMAT_ARGB32, SIDE, SIDE, SIDE * 4);
    cairo_t *cr = cairo_create(surface);

    (void)state;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        for (double size = 3; size < 60; size *= 1.3)
            for (double angle = 0; angle <= 90; angle += 90)
                check_reach(cr, pixels,
                            &(struct fp__words){.text = texts[i],
                                                .size = size,
                                                .angle = angle,
                                                .x = 150,
                                                .y = 250,
                                                .color = FP_BLACK});
    cairo_destroy(cr);
    cairo_surface_destroy(surface);
}

/* What a text is drawn with, all of it, makes the deed. */
static void
other_words_are_other_deeds(void **state)
{
    struct fp__words words = {.text = "a", .size = 10, .x = 1, .y = 2, .color = FP_BLACK};
    struct fp__words others[6] = {words, words, words, words, words, words};
    struct fp__deed deed, other;

    (void)state;
    others[0].text = "b";
    others[1].size = 11;
    others[2].angle = 90;
    others[3].x = 2;
    others[4].y = 1;
    others[5].color = FP_WHITE;
    assert_true(fp__deed_of_words(&deed, &words));
    for (size_t i = 0; i < 6; i++) {
        assert_true(fp__deed_of_words(&other, &others[i]));
        assert_memory_not_equal(&deed, &other, sizeof deed);
    }
    words.text = "a text of more than seventy letters is drawn as it is, each time it comes along";
    assert_false(fp__deed_of_words(&deed, &words));
}

static void
texts_are_measured_once(void **state)
{
    struct fp__lengths lengths = {0};
    struct fp__words words = {.text = "12", .size = 10};
    struct fp__extents extents = {1, 2, 3}, found = {0};

    (void)state;
    assert_false(fp__lengths_find(&lengths, &words, &found));
    fp__lengths_keep(&lengths, &words, &extents);
    assert_true(fp__lengths_find(&lengths, &words, &found));
    assert_memory_equal(&found, &extents, sizeof found);
    words.size = 11;
    assert_false(fp__lengths_find(&lengths, &words, &found));
    words = (struct fp__words){.text = "13", .size = 10};
    assert_false(fp__lengths_find(&lengths, &words, &found));
    words.text = "a text of more than thirty letters";
    fp__lengths_keep(&lengths, &words, &extents);
    assert_false(fp__lengths_find(&lengths, &words, &found));
}

/* Canvases write opaque colours themselves where cairo would have. */
static void
opaque_colours_are_cairos(void **state)
{
    uint32_t pixel = 0;
    cairo_surface_t *surface =
        cairo_image_surface_create_for_data((unsigned char *)&pixel, CAIRO_FORMAT_ARGB32, 1, 1, 4);
    cairo_t *cr = cairo_create(surface);

    (void)state;
    for (uint32_t c = 0; c < 256; c++) {
        cairo_set_source_rgba(cr, c / 255., (255 - c) / 255., c / 255., 1);
        cairo_rectangle(cr, 0, 0, 1, 1);
        cairo_fill(cr);
        cairo_surface_flush(surface);
        assert_int_equal(pixel, 0xff000000 | c << 16 | (255 - c) << 8 | c);
    }
    cairo_destroy(cr);
    cairo_surface_destroy(surface);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(the_same_deed_on_the_same_pixels_is_copied),
        world_test(other_pixels_below_are_drawn_upon),
        world_test(what_failed_is_forgotten),
        world_test(nothing_is_remembered_asleep),
        world_test(a_deed_of_each_frame_takes_no_more_memory),
        world_test(the_newest_are_known),
        world_test(texts_stay_in_their_boxes),
        world_test(other_words_are_other_deeds),
        world_test(texts_are_measured_once),
        world_test(opaque_colours_are_cairos),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
