/* SPDX-License-Identifier: MIT */
/* test_rows_x11.c: windows on displays of 15, 16 and 30 bits a pixel. What cairo would lose there
 * is seen by valgrind. */
#include "render/rows_x11.h"

#include "unit/render/xvfb.h"

#include "flatplot/flatplot.h"
#include "unit/figure/scene.h"

enum { WIDTH = 120, HEIGHT = 90 };

static struct fp_figure *
shown(void)
{
    struct fp_figure *fig = fp_figure_create(NULL);

    show_counting(fp_figure_add_subplot(fig, 1, 1, 1), 5, 7, NULL);
    fp_figure_set_facecolor(fig, (struct fp_color){200, 100, 50, 128}); /* white shines through */
    fp_figure_set_size_pixels(fig, WIDTH, HEIGHT);
    assert_int_equal(fp_figure_show(fig, NULL), FP_OK);
    return fig;
}

/* On white: the library's pixels are not premultiplied, and nearly so rounded. */
static double
on_white(const uint8_t *rgba, int channel)
{
    return 255 - (255 - rgba[channel]) * (rgba[3] / 255.);
}

static void
assert_channel(unsigned long pixel, int shift, int bits, double wanted)
{
    unsigned long mask = (1ul << bits) - 1;
    double seen = (double)(pixel >> shift & mask) * 255 / (double)mask;

    assert_true(seen - wanted < 255. / (double)mask / 2 + 1.01);
    assert_true(wanted - seen < 255. / (double)mask / 2 + 1.01);
}

static void
assert_pixels(const uint8_t *rgba, int red, int green, int blue)
{
    XImage *image = XGetImage(looker, the_window(), 0, 0, WIDTH, HEIGHT, AllPlanes, ZPixmap);

    assert_non_null(image);
    for (int i = 0; i < WIDTH * HEIGHT; i++, rgba += 4) {
        unsigned long pixel = XGetPixel(image, i % WIDTH, i / WIDTH);

        assert_channel(pixel, green + blue, red, on_white(rgba, 0));
        assert_channel(pixel, blue, green, on_white(rgba, 1));
        assert_channel(pixel, 0, blue, on_white(rgba, 2));
    }
    XDestroyImage(image);
}

static void
see(const char *screen, int red, int green, int blue)
{
    struct fp_figure *fig;
    uint8_t *rgba = NULL;

    assert_true(start_xvfb_of(screen));
    assert_int_equal(open_eyes(NULL), 0);
    assert_true(fp__rows_x11_wanted(looker));
    fig = shown();
    assert_int_equal(fp_figure_pixels(fig, &rgba), FP_OK);
    assert_pixels(rgba, red, green, blue);
    fp_free(rgba);
    fp_unref(fig);
    await_windows(0);
    XCloseDisplay(looker);
    end_xvfb(NULL);
}

static void
pixels_have_the_bits_of_the_display(void **state)
{
    (void)state;
    see("640x480x16", 5, 6, 5);
    see("640x480x15", 5, 5, 5);
    see("640x480x30", 10, 10, 10);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {world_test(pixels_have_the_bits_of_the_display)};

    if (!start_xvfb()) {
        print_message("skipped: Xvfb is not installed\n");
        return 0;
    }
    end_xvfb(NULL);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
