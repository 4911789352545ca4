/* SPDX-License-Identifier: MIT */
/* test_image_canvas.c: the pixels that cairo leaves: faces, lines, images, texts. */
#include "unit/support.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/alloc.h"
#include "render/image_canvas.h"
#include "unit/figure/scene.h"

static struct fp__raster
rendered(struct fp_figure *fig)
{
    struct fp__raster raster;

    assert_int_equal(fp__render_image(fig, &raster), FP_OK);
    return raster;
}

static uint32_t
at(const struct fp__raster *raster, int x, int y)
{
    return raster->pixels[(size_t)y * raster->stride + (size_t)x];
}

/* How many pixels of the rectangle are not `color`. */
static size_t
others(const struct fp__raster *raster, int x0, int y0, int x1, int y1, uint32_t color)
{
    size_t n = 0;

    for (int y = y0; y < y1; y++)
        for (int x = x0; x < x1; x++)
            n += at(raster, x, y) != color;
    return n;
}

static void
a_figure_alone_is_its_face(void **state)
{
    struct fp_figure *fig = fp_figure_create(NULL);
    struct fp__raster raster;

    (void)state;
    raster = rendered(fig);
    assert_int_equal(raster.width, 640);
    assert_int_equal(raster.height, 480);
    assert_true(raster.opaque);
    assert_int_equal(others(&raster, 0, 0, 640, 480, 0xffffffff), 0);
    fp_figure_set_facecolor(fig, (struct fp_color){255, 0, 0, 128});
    raster = rendered(fig); /* nothing of the last one shines through */
    assert_false(raster.opaque);
    assert_int_equal(others(&raster, 0, 0, 640, 480, 0x80800000), 0);
    fp_figure_set_facecolor(fig, FP_CLEAR);
    raster = rendered(fig);
    assert_int_equal(others(&raster, 0, 0, 640, 480, 0), 0);
    fp_unref(fig);
}

/* At 90 dpi lines are one pixel wide and exactly on pixels. */
static void
spines_and_ticks_are_sharp(void **state)
{
    struct fp_figure *fig = fp_figure_create(NULL);
    struct fp_axes *ax = fp_figure_add_axes(fig, (double[]){.25, .25, .5, .5});
    struct fp__raster raster;

    (void)state;
    fp_figure_set_size_inches(fig, 4, 4);
    fp_figure_set_dpi(fig, 90);
    fp_axes_set_facecolor(ax, (struct fp_color){0, 0, 255, 255});
    raster = rendered(fig);                                            /* 360 px, box 90 … 270 */
    assert_int_equal(others(&raster, 90, 90, 271, 91, 0xff000000), 0); /* top */
    assert_int_equal(others(&raster, 90, 270, 271, 271, 0xff000000), 0); /* bottom */
    assert_int_equal(others(&raster, 90, 90, 91, 271, 0xff000000), 0);   /* left */
    assert_int_equal(others(&raster, 270, 90, 271, 271, 0xff000000), 0); /* right */
    assert_int_equal(others(&raster, 91, 91, 270, 270, 0xff0000ff), 0);  /* inside */
    assert_int_equal(others(&raster, 90, 271, 91, 274, 0xff000000), 0);  /* tick 0 */
    assert_int_equal(others(&raster, 91, 271, 120, 274, 0xffffffff), 0);
    assert_int_equal(others(&raster, 87, 270, 90, 271, 0xff000000), 0);
    assert_int_equal(others(&raster, 0, 0, 360, 70, 0xffffffff), 0);
    fp_unref(fig);
}

static void
texts_stand_where_they_should(void **state)
{
    struct fp_figure *fig = fp_figure_create(NULL);
    struct fp_axes *ax = fp_figure_add_subplot(fig, 1, 1, 1);
    struct fp__raster raster;

    (void)state;
    fp_axes_set_axis(ax, false);
    fp_axes_set_title(ax, "HHHH");
    raster = rendered(fig); /* 57.6 − 8.3 px is the baseline; capitals are 12.2 px high */
    assert_int_equal(others(&raster, 0, 0, 640, 36, 0xffffffff), 0);
    assert_int_equal(others(&raster, 0, 50, 640, 480, 0xffffffff), 0);
    assert_true(others(&raster, 300, 36, 328, 50, 0xffffffff) > 100);
    assert_true(others(&raster, 328, 36, 356, 50, 0xffffffff) > 100);
    assert_int_equal(others(&raster, 0, 36, 295, 50, 0xffffffff), 0);
    assert_int_equal(others(&raster, 360, 36, 640, 50, 0xffffffff), 0);
    fp_unref(fig);
}

static void
the_same_figure_is_the_same_pixels_whatever_was_drawn_before(void **state)
{
    struct fp_figure *fig = fp_figure_create(NULL), *other = fp_figure_create(NULL);
    struct fp_axes *ax = fp_figure_add_subplot(fig, 1, 1, 1);
    struct fp__raster raster;
    uint32_t *first;

    (void)state;
    fp_axes_set_title(ax, "title");
    fp_axes_colorbar(ax, show_counting(ax, 9, 9, NULL), labelled("label"));
    ax = fp_figure_add_subplot(other, 1, 1, 1);
    fp_axes_set_title(ax, "\xed\x95\x9c");
    fp_axes_colorbar(ax, show_counting(ax, 300, 200, NULL), labelled("other"));
    fp_figure_set_dpi(other, 77);
    raster = rendered(fig);
    first = malloc(raster.stride * 480 * sizeof *first);
    assert_non_null(first);
    memcpy(first, raster.pixels, raster.stride * 480 * sizeof *first);
    for (int i = 0; i < 6; i++) {
        fp_figure_set_size_pixels(other, 100 + 300 * (i % 4), 700 - 50 * i);
        rendered(other);
        if (i % 2)
            fp_context_trim(NULL);
        raster = rendered(fig);
        assert_memory_equal(raster.pixels, first, raster.stride * 480 * sizeof *first);
    }
    free(first);
    fp_unref(other);
    fp_unref(fig);
}

/* A job's pictures: the values and the title are others in each, all else stays. They are what a
 * canvas draws that remembers nothing. */
static void
pictures_of_a_job_are_those_of_fresh_canvases(void **state)
{
    uint32_t *kept = malloc(640 * 480 * sizeof *kept);

    (void)state;
    assert_non_null(kept);
    for (size_t i = 0; i < 40; i++) {
        struct fp_figure *fig = fp_figure_create(NULL);
        struct fp_axes *ax = fp_figure_add_subplot(fig, 1, 1 + (int)(i / 10 % 2), 1);
        struct fp__raster raster;
        char title[32];

        snprintf(title, sizeof title, "frame %zu", i * i);
        fp_axes_set_title(ax, title);
        fp_axes_set_grid(ax, i % 7 == 3);
        fp_axes_colorbar(ax, show_counting(ax, 9 + i % 5, 9, NULL), labelled("label"));
        raster = rendered(fig);
        memcpy(kept, raster.pixels, 640 * 480 * sizeof *kept);
        for (int again = 0; again < 2; again++) {
            raster = rendered(fig);
            assert_memory_equal(raster.pixels, kept, 640 * 480 * sizeof *kept);
        }
        if (i % 4 == 3) {
            fp_context_trim(NULL);
            raster = rendered(fig);
            assert_memory_equal(raster.pixels, kept, 640 * 480 * sizeof *kept);
        }
        fp_unref(fig);
    }
    free(kept);
}

/* Cairo's coordinates are 24 bits wide; beyond them nothing may come round to the other side. */
static void
what_lies_far_outside_leaves_no_trace(void **state)
{
    static const double places[][4] = {{1e5, .1, 1, .5},   {-1e5, .1, 1, .5}, {.1, 13107.2, .5, .5},
                                       {26214.4, 0, 1, 1}, {-1e300, 0, 1, 1}, {1e300, 1e300, 1, 1}};

    (void)state;
    for (size_t i = 0; i < sizeof places / sizeof places[0]; i++) {
        struct fp_figure *fig = fp_figure_create(NULL);
        struct fp_axes *ax = fp_figure_add_axes(fig, places[i]);
        struct fp__raster raster;

        fp_axes_set_title(ax, "title");
        fp_axes_set_ylabel(ax, "label");
        fp_axes_colorbar(ax, show_counting(ax, 3, 3, NULL), labelled("bar"));
        raster = rendered(fig);
        assert_int_equal(others(&raster, 0, 0, 640, 480, 0xffffffff), 0);
        fp_unref(fig);
    }
}

static void
the_largest_side_can_be_drawn(void **state)
{
    struct fp_figure *fig = fp_figure_create(NULL);
    struct fp__raster raster;

    (void)state;
    show_counting(fp_figure_add_subplot(fig, 1, 1, 1), 2, 2, NULL);
    assert_int_equal(fp_figure_set_size_pixels(fig, FP_MAX_SIDE, 3), FP_OK);
    raster = rendered(fig);
    assert_int_equal(raster.width, FP_MAX_SIDE);
    assert_int_equal(fp_figure_set_size_pixels(fig, 3, FP_MAX_SIDE), FP_OK);
    raster = rendered(fig);
    assert_int_equal(raster.height, FP_MAX_SIDE);
    fp_unref(fig);
}

/* Frames of one size need memory at the first one only. */
/* Texts are remembered from the second one on. */
static void
frames_of_one_size_allocate_twice(void **state)
{
    struct fp_figure *fig = fp_figure_create(NULL);
    size_t cache = 0;

    (void)state;
    for (int i = 0; i < 20; i++) {
        struct fp_axes *ax = fp_figure_add_subplot(fig, 1, 1, 1);

        fp_axes_colorbar(ax, show_counting(ax, 200, 200, NULL), labelled("label"));
        rendered(fig);
        cache = i <= 1 ? fp__alloc_cache_bytes() : cache;
        assert_int_equal(fp__alloc_cache_bytes(), cache);
        fp_figure_clear(fig);
    }
    assert_true(cache > 640 * 480 * 4);
    fp_context_trim(NULL);
    assert_true(fp__alloc_cache_bytes() < 10000);
    fp_unref(fig);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(a_figure_alone_is_its_face),
        world_test(spines_and_ticks_are_sharp),
        world_test(texts_stand_where_they_should),
        world_test(the_same_figure_is_the_same_pixels_whatever_was_drawn_before),
        world_test(pictures_of_a_job_are_those_of_fresh_canvases),
        world_test(what_lies_far_outside_leaves_no_trace),
        world_test(the_largest_side_can_be_drawn),
        world_test(frames_of_one_size_allocate_twice),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
