/* SPDX-License-Identifier: MIT */
/* test_style.c: what a style colours, by the pixels of drawn figures. */
#include "unit/support.h"

#include "unit/figure/recorder.h"
#include "unit/figure/scene.h"

#define WIDTH 320
#define HEIGHT 240

static struct fp_figure *
figure_in(enum fp_style style)
{
    struct fp_figure *fig = fp_figure_create(NULL);

    assert_int_equal(fp_figure_set_size_pixels(fig, WIDTH, HEIGHT), FP_OK);
    assert_int_equal(fp_figure_set_style(fig, style), FP_OK);
    return fig;
}

/* How many pixels of the picture have that colour (0xRRGGBB), and all of them opaque. */
static size_t
count_pixels(struct fp_figure *fig, unsigned wanted)
{
    uint8_t *rgba = NULL;
    size_t n = 0;

    assert_int_equal(fp_figure_pixels(fig, &rgba), FP_OK);
    for (size_t i = 0; i < WIDTH * HEIGHT; i++) {
        const uint8_t *p = rgba + 4 * i;

        assert_int_equal(p[3], 255);
        n += (unsigned)(p[0] << 16 | p[1] << 8 | p[2]) == wanted;
    }
    fp_free(rgba);
    return n;
}

/* Black is the paper and white the ink of the dark style; nothing is left the other way round. */
static void
faces_and_ink(void **state)
{
    static const unsigned paper[FP_STYLES] = {0xffffff, 0x000000, 0xffffff};

    (void)state;
    for (int style = 0; style < FP_STYLES; style++) {
        struct fp_figure *fig = figure_in((enum fp_style)style);
        struct fp_axes *ax = fp_figure_add_subplot(fig, 1, 1, 1);
        size_t bare, ink = 0xffffff - paper[style];

        assert_int_equal(count_pixels(fig, 0x123456), 0);
        bare = count_pixels(fig, paper[style]);
        assert_true(bare > WIDTH * HEIGHT * 9 / 10);
        fp_axes_set_axis(ax, false);
        assert_int_equal(count_pixels(fig, paper[style]), WIDTH * HEIGHT);
        fp_axes_set_axis(ax, true);
        fp_axes_set_title(ax, "MMM");
        assert_true(count_pixels(fig, (unsigned)ink) > 0);
        fp_unref(fig);
    }
}

/* What was there when the style was set, what comes later, and what comes after a clear. */
static void
present_later_and_after_clear(void **state)
{
    struct fp_figure *fig = fp_figure_create(NULL);

    (void)state;
    fp_figure_set_size_pixels(fig, WIDTH, HEIGHT);
    fp_figure_add_subplot(fig, 1, 2, 1);
    fp_figure_set_style(fig, FP_STYLE_DARK);
    fp_figure_add_subplot(fig, 1, 2, 2);
    assert_true(count_pixels(fig, 0x000000) > WIDTH * HEIGHT * 9 / 10);
    assert_int_equal(fp_figure_clear(fig), FP_OK);
    assert_int_equal(count_pixels(fig, 0x000000), WIDTH * HEIGHT);
    fp_figure_add_subplot(fig, 1, 1, 1);
    assert_true(count_pixels(fig, 0x000000) > WIDTH * HEIGHT * 9 / 10);
    fp_figure_set_style(fig, FP_STYLE_DEFAULT);
    assert_true(count_pixels(fig, 0xffffff) > WIDTH * HEIGHT * 9 / 10);
    fp_unref(fig);
}

static void
own_faces_are_kept_until_the_next_style(void **state)
{
    struct fp_figure *fig = figure_in(FP_STYLE_DARK);
    struct fp_axes *ax = fp_figure_add_subplot(fig, 1, 1, 1);

    (void)state;
    fp_figure_set_facecolor(fig, (struct fp_color){1, 2, 3, 255});
    fp_axes_set_facecolor(ax, (struct fp_color){4, 5, 6, 255});
    assert_true(count_pixels(fig, 0x010203) > 1000);
    assert_true(count_pixels(fig, 0x040506) > 1000);
    fp_figure_set_style(fig, FP_STYLE_COLORBLIND);
    assert_int_equal(count_pixels(fig, 0x010203), 0);
    assert_int_equal(count_pixels(fig, 0x040506), 0);
    fp_unref(fig);
}

/* Ten lines, thick enough to have whole pixels of their colour: tables of matplotlib 3.6.3. */
static void
lines_take_the_styles_colours(void **state)
{
    static const unsigned cycles[FP_STYLES][10] = {
        {0x1f77b4, 0xff7f0e, 0x2ca02c, 0xd62728, 0x9467bd, 0x8c564b, 0xe377c2, 0x7f7f7f, 0xbcbd22,
         0x17becf},
        {0x8dd3c7, 0xfeffb3, 0xbfbbd9, 0xfa8174, 0x81b1d2, 0xfdb462, 0xb3de69, 0xbc82bd, 0xccebc4,
         0xffed6f},
        {0x006ba4, 0xff800e, 0xababab, 0x595959, 0x5f9ed1, 0xc85200, 0x898989, 0xa2c8ec, 0xffbc79,
         0xcfcfcf}};
    struct fp_plot_options thick = fp_plot_defaults();

    (void)state;
    thick.linewidth = 5;
    for (int style = 0; style < FP_STYLES; style++) {
        struct fp_figure *fig = figure_in((enum fp_style)style);
        struct fp_axes *ax = fp_figure_add_subplot(fig, 1, 1, 1);

        for (int i = 0; i < 10; i++)
            plot_points(ax, NULL, (double[]){i, i}, 2, &thick);
        for (int i = 0; i < 10; i++)
            assert_true(count_pixels(fig, cycles[style][i]) > 100);
        fp_unref(fig);
    }
}

/* Lines that are there keep their colour; the grid and the legend change. */
static void
grid_legend_and_lines_that_are_there(void **state)
{
    struct fp_plot_options thick = fp_plot_defaults();
    struct fp_figure *fig = fp_figure_create(NULL);
    struct fp_axes *ax = fp_figure_add_subplot(fig, 1, 1, 1);

    (void)state;
    fp_figure_set_size_pixels(fig, WIDTH, HEIGHT);
    thick.linewidth = 5;
    thick.label = "line";
    plot_points(ax, NULL, (double[]){0, 1}, 2, &thick);
    fp_axes_set_grid(ax, true);
    legend_at(ax, FP_LEGEND_UPPER_LEFT);
    assert_true(count_pixels(fig, 0xb0b0b0) > 100);
    fp_figure_set_style(fig, FP_STYLE_DARK);
    assert_true(count_pixels(fig, 0x1f77b4) > 100);
    assert_true(count_pixels(fig, 0xb0b0b0) < 100); /* some at the rims of letters */
    assert_true(count_pixels(fig, 0xffffff) > 500); /* spines, ticks and grid */
    assert_true(count_pixels(fig, 0xa3a3a3) > 50);  /* the legend's edge, .8 of .8 white on black */
    fp_unref(fig);
}

static void
no_such_style(void **state)
{
    struct fp_figure *fig = figure_in(FP_STYLE_DARK);

    (void)state;
    assert_int_equal(fp_figure_set_style(fig, FP_STYLES), FP_ERR_ARGUMENT);
    assert_int_equal(count_pixels(fig, 0), WIDTH * HEIGHT);
    fp_close(fig);
    assert_int_equal(fp_figure_set_style(fig, FP_STYLE_DARK), FP_ERR_CLOSED);
    fp_unref(fig);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(faces_and_ink),
        world_test(present_later_and_after_clear),
        world_test(own_faces_are_kept_until_the_next_style),
        world_test(lines_take_the_styles_colours),
        world_test(grid_legend_and_lines_that_are_there),
        world_test(no_such_style),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
