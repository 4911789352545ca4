/* SPDX-License-Identifier: MIT */
/* test_span.c: shaded spans. */
#include "unit/support.h"

#include <math.h>

#include "figure/axes.h"
#include "unit/figure/recorder.h"
#include "unit/figure/scene.h"

static const struct fp_color shade = {1, 2, 3, 200};

/* What an axes of the limits draws for axvspan(from, to); the box is 80 … 576, 57.6 … 427.2. */
static void
expect_span(double left, double right, double from, double to, const char *expected)
{
    struct fp_figure *fig = fp_figure_create(NULL);
    struct fp_axes *ax = fp_figure_add_subplot(fig, 1, 1, 1);
    struct recorder recorder = recorder_for(fig);
    const char *fill;

    fp_axes_set_axis(ax, false);
    fp_axes_set_xlim(ax, left, right);
    assert_non_null(shade_span(ax, from, to, shade));
    assert_int_equal(fp__figure_draw(fig, &recorder.base), FP_OK);
    fill = strstr(fp_text_string(&recorder.lines), "clip 80 58 576 427\nfill") + 19;
    assert_int_equal(strncmp(fill, expected, strlen(expected)), 0);
    assert_string_equal(fill + strlen(expected), "unclip\n");
    fp_text_finish(&recorder.lines);
    fp_unref(fig);
}

static void
all_between_the_ends_is_filled_whatever_their_order(void **state)
{
    (void)state;
    expect_span(0, 1, .25, .5, "fill 204 58 328 427 #010203c8\n");
    expect_span(0, 1, .5, .25, "fill 204 58 328 427 #010203c8\n");
    expect_span(1, 0, .5, .25, "fill 328 58 452 427 #010203c8\n");
}

static void
what_lies_far_outside_the_picture_is_cut_off(void **state)
{
    (void)state;
    expect_span(0, 1, -7, .5, "fill -2 58 328 427 #010203c8\n");
    expect_span(0, 1, .5, 1e300, "fill 328 58 642 427 #010203c8\n");
    expect_span(0, 1, -1e300, 1e300, "fill -2 58 642 427 #010203c8\n");
    expect_span(0, 1, 2, 3, "fill 642 58 642 427 #010203c8\n"); /* nothing wide */
    expect_span(0, 1, -3, -2, "fill -2 58 -2 427 #010203c8\n");
    expect_span(0, 1, .5, .5, "fill 328 58 328 427 #010203c8\n");
}

static void
ends_that_are_not_finite_are_refused(void **state)
{
    static const double ends[][2] = {{NAN, 1}, {0, NAN}, {INFINITY, 0}, {0, -INFINITY}};
    struct fp_figure *fig = fp_figure_create(NULL);
    struct fp_axes *ax = fp_ref(fp_figure_add_subplot(fig, 1, 1, 1));

    (void)state;
    for (size_t i = 0; i < sizeof ends / sizeof ends[0]; i++) {
        assert_null(shade_span(ax, ends[i][0], ends[i][1], shade));
        assert_int_equal(fp_context_status(NULL), FP_ERR_ARGUMENT);
    }
    assert_int_equal(ax->body->artist_count, 0);
    fp_unref(fig);
    assert_null(shade_span(ax, 0, 1, shade));
    assert_int_equal(fp_context_status(NULL), FP_ERR_CLOSED);
    fp_context_clear_error(NULL);
    fp_unref(ax);
}

static void
a_span_that_was_removed_is_gone(void **state)
{
    struct fp_figure *fig = fp_figure_create(NULL);
    struct fp_axes *ax = fp_figure_add_subplot(fig, 1, 1, 1);
    struct fp_span *span = fp_ref(shade_span(ax, 0, 1, shade));

    (void)state;
    assert_int_equal(fp_artist_remove(span), FP_OK);
    assert_int_equal(ax->body->artist_count, 0);
    assert_int_equal(fp_artist_remove(span), FP_ERR_CLOSED);
    fp_context_clear_error(NULL);
    fp_unref(span);
    fp_unref(fig);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(all_between_the_ends_is_filled_whatever_their_order),
        world_test(what_lies_far_outside_the_picture_is_cut_off),
        world_test(ends_that_are_not_finite_are_refused),
        world_test(a_span_that_was_removed_is_gone),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
