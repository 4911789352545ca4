/* SPDX-License-Identifier: MIT */
/* test_note.c: texts at places of the data. */
#include "unit/support.h"

#include <math.h>

#include "figure/axes.h"
#include "unit/figure/recorder.h"
#include "unit/figure/scene.h"

static void
a_text_stands_on_its_point(void **state)
{
    struct fp_figure *fig = fp_figure_create(NULL);
    struct fp_axes *ax = fp_figure_add_subplot(fig, 1, 1, 1);
    struct recorder recorder = recorder_for(fig);

    (void)state;
    assert_non_null(fp_axes_text(ax, .5, .5, "here", NULL));
    assert_int_equal(fp__figure_draw(fig, &recorder.base), FP_OK);
    recorded_at(&recorder, "text 328 242 13.89 here\n");
    fp_text_finish(&recorder.lines);
    fp_unref(fig);
}

/* As in matplotlib: texts are not clipped. */
static void
a_text_outside_the_limits_is_drawn_there(void **state)
{
    struct fp_figure *fig = fp_figure_create(NULL);
    struct fp_axes *ax = fp_figure_add_subplot(fig, 1, 1, 1);
    struct recorder recorder = recorder_for(fig);

    (void)state;
    fp_axes_text(ax, 1.1, .5, "beside", NULL);
    assert_int_equal(fp__figure_draw(fig, &recorder.base), FP_OK);
    recorded_at(&recorder, "text 626 242 13.89 beside\n");
    fp_text_finish(&recorder.lines);
    fp_unref(fig);
}

static void
a_text_is_copied_and_counted(void **state)
{
    struct fp_figure *fig = fp_figure_create(NULL);
    struct fp_axes *ax = fp_figure_add_subplot(fig, 1, 1, 1);
    char text[] = "one";
    struct recorder recorder = recorder_for(fig);
    struct fp_live_row rows[8];
    size_t n;

    (void)state;
    fp_axes_text(ax, 0, 0, text, NULL);
    text[0] = 'O';
    fp__figure_draw(fig, &recorder.base);
    recorded_at(&recorder, " one\n");
    fp_text_finish(&recorder.lines);
    n = fp_live_table(NULL, rows, 8);
    assert_int_equal(n, 3);
    assert_string_equal(rows[2].name, "note");
    assert_int_equal(rows[2].bytes, ((struct fp_object *)ax->body->artists[0])->cls->size + 4);
    fp_unref(fig);
}

static void
places_and_texts_that_cannot_be_drawn_are_refused(void **state)
{
    static const struct {
        double x, y;
        const char *text;
    } bad[] = {{NAN, 0, "t"}, {0, NAN, "t"}, {INFINITY, 0, "t"}, {0, -INFINITY, "t"},
               {0, 0, NULL},  {0, 0, ""},    {0, 0, "\xff\xfe"}};
    struct fp_figure *fig = fp_figure_create(NULL);
    struct fp_axes *ax = fp_ref(fp_figure_add_subplot(fig, 1, 1, 1));

    (void)state;
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
        assert_null(fp_axes_text(ax, bad[i].x, bad[i].y, bad[i].text, NULL));
        assert_int_equal(fp_context_status(NULL), FP_ERR_ARGUMENT);
        assert_non_null(strstr(fp_context_message(NULL), "text: needs "));
    }
    assert_int_equal(ax->body->artist_count, 0);
    fp_unref(fig);
    assert_null(fp_axes_text(ax, 0, 0, "late", NULL));
    assert_int_equal(fp_context_status(NULL), FP_ERR_CLOSED);
    fp_context_clear_error(NULL);
    fp_unref(ax);
}

static void
a_font_that_fails_ends_the_drawing(void **state)
{
    struct fp_figure *fig = fp_figure_create(NULL);
    struct fp_axes *ax = fp_figure_add_subplot(fig, 1, 1, 1);
    struct recorder recorder = recorder_for(fig);

    (void)state;
    fp_axes_set_axis(ax, false);
    fp_axes_text(ax, 0, 0, "text", NULL);
    recorder.text_status = FP_ERR_FONT;
    assert_int_equal(fp__figure_draw(fig, &recorder.base), FP_ERR_FONT);
    fp_text_finish(&recorder.lines);
    fp_unref(fig);
}

static void
a_text_that_was_removed_is_gone(void **state)
{
    struct fp_figure *fig = fp_figure_create(NULL);
    struct fp_axes *ax = fp_figure_add_subplot(fig, 1, 1, 1);
    struct fp_note *note = fp_ref(fp_axes_text(ax, 0, 0, "text", NULL));

    (void)state;
    assert_int_equal(fp_artist_remove(note), FP_OK);
    assert_int_equal(ax->body->artist_count, 0);
    assert_int_equal(fp_artist_remove(note), FP_ERR_CLOSED);
    fp_context_clear_error(NULL);
    fp_unref(note);
    fp_unref(fig);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(a_text_stands_on_its_point),
        world_test(a_text_outside_the_limits_is_drawn_there),
        world_test(a_text_is_copied_and_counted),
        world_test(places_and_texts_that_cannot_be_drawn_are_refused),
        world_test(a_font_that_fails_ends_the_drawing),
        world_test(a_text_that_was_removed_is_gone),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
