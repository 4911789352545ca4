/* SPDX-License-Identifier: MIT */
/* test_axes_draw.c: what is drawn, where and in which order, on a canvas that only writes down. */
#include "unit/support.h"

#include "flatplot/axis.h"
#include "unit/figure/recorder.h"
#include "unit/figure/scene.h"

/* Draws the figure and keeps what was recorded until the next time. */
static struct recorder
draw(struct fp_figure *fig)
{
    struct recorder recorder = recorder_for(fig);

    assert_int_equal(fp__figure_draw(fig, &recorder.base), FP_OK);
    return recorder;
}

static void
expect_order(const struct recorder *recorder, const char *const *lines, size_t n)
{
    for (size_t i = 1; i < n; i++)
        if (recorded_at(recorder, lines[i - 1]) >= recorded_at(recorder, lines[i]))
            fail_msg("%s must be drawn before %s", lines[i - 1], lines[i]);
}

static void
expect_absent(const struct recorder *recorder, const char *what)
{
    if (strstr(fp_text_string(&recorder->lines), what))
        fail_msg("%s should not be drawn", what);
}

/* Places by hand: the box is x 143.2 … 512.8, y 52.8 … 422.4 from below in 480; a tick label stands
 * 7 pt below its axis, 72 pt are 100 px, letters are 6.94 px wide and 10.4 px high. */
static void
face_image_ticks_labels_spines_title_in_this_order(void **state)
{
    static const char *const lines[] = {
        "fill 0 0 640 480 #ffffffff\n",              /* figure */
        "fill 143 58 513 427 #ffffffff\n",           /* axes */
        "image 143 58 370 369 opaque\n",             /* without NaN: no pixel is transparent */
        "line 162.5 427.5 162.5 432.5 1.111 butt\n", /* tick 0 in x */
        "text 158 447 13.89 0\n",                    /* its label */
        "line 457.5 427.5 457.5 432.5 1.111 butt\n", /* tick 8 */
        "text 454 447 13.89 8\n",
        "text 314 467 13.89 wide\n",               /* x label */
        "line 143.5 76.5 138.5 76.5 1.111 butt\n", /* tick 0 in y */
        "text 127 81 13.89 0\n",
        "climb 118 256 13.89 high\n",                 /* y label */
        "line 143.5 427.5 143.5 58.5 1.111 square\n", /* spines: left, right, bottom, top */
        "line 513.5 427.5 513.5 58.5 1.111 square\n",
        "line 143.5 427.5 513.5 427.5 1.111 square\n",
        "line 143.5 58.5 513.5 58.5 1.111 square\n",
        "text 307 49 16.67 title\n",
    };
    struct fp_figure *fig = fp_figure_create(NULL);
    struct fp_axes *ax = fp_figure_add_subplot(fig, 1, 1, 1);
    struct recorder recorder;

    (void)state;
    show_counting(ax, 10, 10, NULL);
    fp_axes_set_title(ax, "title");
    fp_axes_set_xlabel(ax, "wide");
    fp_axes_set_ylabel(ax, "high");
    recorder = draw(fig);
    expect_order(&recorder, lines, sizeof lines / sizeof lines[0]);
    fp_text_finish(&recorder.lines);
    fp_unref(fig);
}

static void
a_colorbar_is_a_band_per_row_from_the_last_colour_down(void **state)
{
    static const char *const lines[] = {
        "fill 502 58 520 427 #ffffffff\n",
        "fill 502 58 520 59 #fde724ff\n",   /* viridis[255] */
        "fill 502 241 520 242 #20908cff\n", /* viridis[128] */
        "fill 502 426 520 427 #440154ff\n", /* viridis[0] */
        "line 520.5 427.5 525.5 427.5 1.111 butt\n",
        "text 530 432 13.89 0\n",
        "climb 560 253 13.89 bar\n",
        "line 502.5 427.5 502.5 58.5 1.111 square\n",
    };
    struct fp_figure *fig = fp_figure_create(NULL);
    struct fp_axes *ax = fp_figure_add_subplot(fig, 1, 1, 1);
    struct recorder recorder;

    (void)state;
    fp_axes_colorbar(ax, show_counting(ax, 10, 10, NULL), labelled("bar"));
    recorder = draw(fig);
    expect_order(&recorder, lines, sizeof lines / sizeof lines[0]);
    expect_absent(&recorder, "fill 502 427 520 428"); /* 369 bands and no more */
    fp_text_finish(&recorder.lines);
    fp_unref(fig);
}

static void
without_its_axis_only_image_and_title_are_left(void **state)
{
    struct fp_figure *fig = fp_figure_create(NULL);
    struct fp_axes *ax = fp_figure_add_subplot(fig, 1, 1, 1);
    struct recorder recorder;

    (void)state;
    show_counting(ax, 10, 10, NULL);
    fp_axes_set_title(ax, "title");
    fp_axes_set_xlabel(ax, "wide");
    fp_axes_set_axis(ax, false);
    recorder = draw(fig);
    assert_string_equal(recorder.lines.bytes, "fill 0 0 640 480 #ffffffff\n"
                                              "image 143 58 370 369 opaque\n"
                                              "text 307 49 16.67 title\n");
    fp_text_finish(&recorder.lines);
    fp_unref(fig);
}

static void
without_ticks_labels_move_up_and_spines_stay(void **state)
{
    struct fp_figure *fig = fp_figure_create(NULL);
    struct fp_axes *ax = fp_figure_add_subplot(fig, 1, 1, 1);
    struct recorder recorder;

    (void)state;
    fp_axes_set_xlabel(ax, "wide");
    fp_axes_set_ticks(ax, false);
    recorder = draw(fig);
    expect_absent(&recorder, "butt");
    recorded_at(&recorder, "text 314 443 13.89 wide\n"); /* 427.2 + 4 pt + the ascent */
    recorded_at(&recorder, "line 80.5 427.5 576.5 427.5 1.111 square\n");
    fp_text_finish(&recorder.lines);
    fp_unref(fig);
}

static void
offsets_stand_at_the_ends_of_their_axes(void **state)
{
    struct fp_figure *fig = fp_figure_create(NULL);
    struct fp_axes *ax = fp_figure_add_subplot(fig, 1, 1, 1);
    struct fp_image *image = show_counting(ax, 10, 10, NULL);
    struct recorder recorder;

    (void)state;
    fp_axes_set_aspect(ax, FP_ASPECT_AUTO);
    fp_axes_set_xlim(ax, 1e6, 1e6 + 10);
    fp_axes_set_ylim(ax, 0, -1e-7);
    fp_image_set_clim(image, 0, 3e7);
    fp_axes_colorbar(ax, image, NULL);
    recorder = draw(fig);
    recorded_at(&recorder, "text 449 465 13.89 +1e6\n"); /* ends where x ends */
    recorded_at(&recorder, "text 80 53 13.89 1e\xe2\x88\x92"
                           "7\n"); /* begins where y begins */
    recorded_at(&recorder, "13.89 \xe2\x88\x92"
                           "0.2\n");
    recorded_at(&recorder, "text 499 53 13.89 1e7\n"); /* ends at the bar's right edge */
    fp_text_finish(&recorder.lines);
    fp_unref(fig);
}

/* 0.8 pt at 200 dpi are 2.2 px: a line of even width has its middle between two pixels. */
static void
lines_snap_to_whole_pixels(void **state)
{
    struct fp_figure *fig = fp_figure_create(NULL);
    struct recorder recorder;

    (void)state;
    fp_figure_set_dpi(fig, 200);
    fp_figure_add_subplot(fig, 1, 1, 1);
    recorder = draw(fig);
    recorded_at(&recorder, "line 160 854 1152 854 2.222 square\n");
    recorded_at(&recorder, "line 160 854 160 864 2.222 butt\n");
    fp_text_finish(&recorder.lines);
    fp_unref(fig);
}

static void
axes_are_drawn_in_the_order_in_which_they_were_added(void **state)
{
    static const char *const lines[] = {"text 307 49 16.67 first\n", "text 303 49 16.67 second\n"};
    struct fp_figure *fig = fp_figure_create(NULL);
    struct recorder recorder;

    (void)state;
    fp_axes_set_title(fp_figure_add_subplot(fig, 1, 1, 1), "first");
    fp_axes_set_title(fp_figure_add_subplot(fig, 1, 1, 1), "second");
    fp_figure_set_facecolor(fig, FP_CLEAR);
    fp_axes_set_facecolor(fp_figure_get_axes(fig, 1), (struct fp_color){1, 2, 3, 4});
    recorder = draw(fig);
    expect_order(&recorder, lines, 2);
    assert_int_equal(recorded_at(&recorder, "fill 80 58 576 427 #ffffffff\n"), 0);
    recorded_at(&recorder, "fill 80 58 576 427 #01020304\n");
    fp_text_finish(&recorder.lines);
    fp_unref(fig);
}

static void
a_text_that_fails_ends_the_drawing(void **state)
{
    struct fp_figure *fig = fp_figure_create(NULL);
    struct recorder recorder = recorder_for(fig);

    (void)state;
    fp_figure_add_subplot(fig, 1, 1, 1);
    fp_figure_add_subplot(fig, 1, 1, 1);
    recorder.text_status = FP_ERR_FONT;
    assert_int_equal(fp__figure_draw(fig, &recorder.base), FP_ERR_FONT);
    expect_absent(&recorder, "square");
    fp_text_finish(&recorder.lines);
    fp_unref(fig);
}

static void
an_image_outside_the_limits_is_not_drawn(void **state)
{
    struct fp_figure *fig = fp_figure_create(NULL);
    struct fp_axes *ax = fp_figure_add_subplot(fig, 1, 1, 1);
    struct recorder recorder;

    (void)state;
    show_counting(ax, 10, 10, NULL);
    fp_axes_set_xlim(ax, 20, 30);
    recorder = draw(fig);
    expect_absent(&recorder, "image");
    fp_text_finish(&recorder.lines);
    fp_unref(fig);
}

/* 36 pt are 50 pixels, 18 pt are 25, 9 pt 12.5 at 100 dpi. */
static void
texts_have_the_size_that_they_are_given(void **state)
{
    struct fp_figure *fig = fp_figure_create(NULL);
    struct fp_axes *ax = fp_figure_add_subplot(fig, 1, 1, 1);
    struct recorder recorder;

    (void)state;
    fp_axes_set_title(ax, "up");
    fp_axes_set_xlabel(ax, "along");
    fp_axes_set_ylabel(ax, "beside");
    fp_figure_set_suptitle(fig, "over all");
    assert_int_equal(fp_axes_set_text_size(ax, FP_TITLE, 36), FP_OK);
    assert_int_equal(fp_axes_set_text_size(ax, FP_XLABEL, 18), FP_OK);
    assert_int_equal(fp_axes_set_text_size(ax, FP_YLABEL, 9), FP_OK);
    assert_int_equal(fp_figure_set_suptitle_size(fig, 72), FP_OK);
    assert_int_equal(fp_axes_set_text_size(ax, FP_TITLE, 0), FP_ERR_ARGUMENT);
    assert_int_equal(fp_axes_set_text_size(ax, (enum fp_axes_text)9, 3), FP_ERR_ARGUMENT);
    assert_int_equal(fp_figure_set_suptitle_size(fig, -1), FP_ERR_ARGUMENT);
    recorder = draw(fig);
    assert_non_null(strstr(fp_text_string(&recorder.lines), " 50 up\n"));
    assert_non_null(strstr(fp_text_string(&recorder.lines), " 25 along\n"));
    assert_non_null(strstr(fp_text_string(&recorder.lines), " 12.5 beside"));
    assert_non_null(strstr(fp_text_string(&recorder.lines), " 100 over all\n"));
    fp_text_finish(&recorder.lines);
    fp_axes_clear(ax);
    fp_axes_set_title(ax, "up");
    recorder = draw(fig);
    assert_non_null(strstr(fp_text_string(&recorder.lines), " 16.67 up\n"));
    fp_text_finish(&recorder.lines);
    fp_unref(fig);
}

static void
texts_have_the_colour_that_they_are_given(void **state)
{
    struct fp_tick_labels labels = fp_tick_labels_defaults();
    struct fp_figure *fig = fp_figure_create(NULL);
    struct fp_axes *ax = fp_figure_add_subplot(fig, 1, 1, 1);
    struct recorder recorder;

    (void)state;
    labels.has_color = true;
    labels.color = (struct fp_color){4, 5, 6, 255};
    fp_axes_set_title(ax, "up");
    fp_axes_set_xlabel(ax, "along");
    fp_axes_set_ylabel(ax, "beside");
    assert_int_equal(fp_axes_set_text_color(ax, FP_TITLE, (struct fp_color){1, 0, 0, 255}), FP_OK);
    assert_int_equal(fp_axes_set_text_color(ax, FP_XLABEL, (struct fp_color){2, 0, 0, 255}), FP_OK);
    assert_int_equal(fp_axes_set_text_color(ax, FP_YLABEL, (struct fp_color){3, 0, 0, 255}), FP_OK);
    assert_int_equal(fp_axes_set_text_color(ax, (enum fp_axes_text)9, FP_BLACK), FP_ERR_ARGUMENT);
    assert_int_equal(fp_axes_set_ytick_labels(ax, &labels), FP_OK);
    recorder = draw(fig);
    assert_non_null(strstr(fp_text_string(&recorder.lines), " #010000ff up\n"));
    assert_non_null(strstr(fp_text_string(&recorder.lines), " #020000ff along\n"));
    assert_non_null(strstr(fp_text_string(&recorder.lines), " #030000ff beside\n"));
    assert_non_null(strstr(fp_text_string(&recorder.lines), " #040506ff 0.2\n"));
    assert_non_null(strstr(fp_text_string(&recorder.lines), " 13.89 0.2\n")); /* along x */
    fp_text_finish(&recorder.lines);
    fp_axes_clear(ax);
    fp_axes_set_title(ax, "up");
    recorder = draw(fig);
    expect_absent(&recorder, "#010000ff");
    expect_absent(&recorder, "#040506ff");
    fp_text_finish(&recorder.lines);
    fp_unref(fig);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(face_image_ticks_labels_spines_title_in_this_order),
        world_test(a_colorbar_is_a_band_per_row_from_the_last_colour_down),
        world_test(without_its_axis_only_image_and_title_are_left),
        world_test(without_ticks_labels_move_up_and_spines_stay),
        world_test(offsets_stand_at_the_ends_of_their_axes),
        world_test(lines_snap_to_whole_pixels),
        world_test(axes_are_drawn_in_the_order_in_which_they_were_added),
        world_test(a_text_that_fails_ends_the_drawing),
        world_test(an_image_outside_the_limits_is_not_drawn),
        world_test(texts_have_the_size_that_they_are_given),
        world_test(texts_have_the_colour_that_they_are_given),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
