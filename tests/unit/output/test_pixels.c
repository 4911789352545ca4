/* SPDX-License-Identifier: MIT */
/* test_pixels.c: a figure's pixels in memory, in the caller's buffer or a new one. */
#include "unit/output/pictures.h"

#include "core/alloc.h"
#include "unit/figure/scene.h"

static struct fp_figure *
small_figure(void)
{
    struct fp_figure *fig = fp_figure_create(NULL);
    struct fp_axes *ax = fp_figure_add_axes(fig, (double[]){.1, .1, .8, .8});

    fp_figure_set_size_pixels(fig, 61, 43);
    show_counting(ax, 3, 4, NULL);
    fp_axes_set_title(ax, "t");
    return fig;
}

static void
a_new_buffer_and_the_callers_get_the_same(void **state)
{
    struct fp_figure *fig = small_figure();
    uint8_t mine[61 * 43 * 4 + 1], *to = mine, *made = NULL;

    (void)state;
    mine[sizeof mine - 1] = 77;
    assert_int_equal(fp_figure_pixels(fig, &to), FP_OK);
    assert_ptr_equal(to, mine);
    assert_int_equal(mine[sizeof mine - 1], 77);
    assert_int_equal(fp_figure_pixels(fig, &made), FP_OK);
    assert_memory_equal(made, mine, sizeof mine - 1);
    fp_free(made);
    fp_unref(fig);
}

/* What a PNG of the figure decodes to, and what fp_figure_pixels gives, are the same. */
static void
expect_pixels_of_the_file(struct fp_figure *fig, int channels)
{
    for (size_t i = 0; fp_format_name(i); i++) {
        struct taken taken = {0};
        struct decoded got;
        uint8_t *pixels = NULL;

        assert_int_equal(fp_figure_write(fig, fp_format_name(i), take, &taken), FP_OK);
        got = decode(&taken);
        assert_int_equal(fp_figure_pixels(fig, &pixels), FP_OK);
        assert_int_equal(got.channels, channels);
        for (int p = 0; p < got.width * got.height; p++) {
            assert_memory_equal(pixels + 4 * p, got.bytes + channels * p, (size_t)channels);
            assert_true(channels == 4 || pixels[4 * p + 3] == 255);
        }
        fp_free(pixels);
        free(got.bytes);
        free(taken.bytes);
    }
}

static void
they_are_those_of_the_file(void **state)
{
    struct fp_figure *fig = small_figure();

    (void)state;
    expect_pixels_of_the_file(fig, 3);
    fp_figure_set_facecolor(fig, FP_CLEAR);
    expect_pixels_of_the_file(fig, 4);
    fp_unref(fig);
}

/* 100 of 255 parts red over nothing: straight, not premultiplied. */
static void
alpha_is_straight(void **state)
{
    struct fp_figure *fig = fp_figure_create(NULL);
    uint8_t *pixels = NULL;

    (void)state;
    fp_figure_set_facecolor(fig, (struct fp_color){255, 10, 0, 100});
    assert_int_equal(fp_figure_pixels(fig, &pixels), FP_OK);
    assert_int_equal(pixels[0], 255);
    assert_in_range(pixels[1], 8, 12); /* 10 in steps of 255/100 */
    assert_int_equal(pixels[2], 0);
    assert_int_equal(pixels[3], 100);
    fp_free(pixels);
    fp_unref(fig);
}

static int
pixels_once(void *arg)
{
    struct fp_figure *fig = fp_figure_create(NULL);
    uint8_t *pixels = NULL;
    enum fp_status status = fig ? fp_figure_pixels(fig, &pixels) : FP_ERR_MEMORY;

    (void)arg;
    assert_true(status == FP_OK || status == FP_ERR_MEMORY);
    assert_true((status == FP_OK) == (pixels != NULL));
    fp_free(pixels);
    fp_unref(fig);
    return status;
}

static void
without_memory_there_is_no_buffer(void **state)
{
    (void)state;
    torture(pixels_once, NULL, 1);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(a_new_buffer_and_the_callers_get_the_same),
        world_test(they_are_those_of_the_file),
        world_test(alpha_is_straight),
        world_test(without_memory_there_is_no_buffer),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
