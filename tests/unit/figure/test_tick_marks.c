/* SPDX-License-Identifier: MIT */
/* test_tick_marks.c: marks at ticks, titles and the pads of labels against matplotlib's numbers. */
#include "unit/support.h"

#include "figure/axes_pen.h"
#include "unit/figure/recorder.h"
#include "unit/figure/scene.h"
#include "unit/figure/tick_marks_cases.h"

#define COUNT(cases) (sizeof cases / sizeof cases[0])

/* --- marks ------------------------------------------------------------------------------------ */

static struct fp_axes *
mark_case(size_t i, struct fp_figure **fig)
{
    struct fp_tick_marks marks = fp_tick_marks_defaults(false);
    struct fp_tick_labels labels = fp_tick_labels_defaults();
    double at = .5;
    struct fp_axes *ax;

    *fig = fp_figure_create(NULL);
    fp_figure_set_size_inches(*fig, 640. / mark_cases[i].dpi, 480. / mark_cases[i].dpi);
    fp_figure_set_dpi(*fig, mark_cases[i].dpi);
    ax = fp_figure_add_subplot(*fig, 1, 1, 1);
    ax->body->frame_on = false;
    labels.on = false;
    marks.on = mark_cases[i].sides & 1;
    marks.opposite = mark_cases[i].sides & 2;
    marks.direction = (enum fp_tick_direction)mark_cases[i].direction;
    marks.length = mark_cases[i].length;
    marks.width = mark_cases[i].width;
    fp_axes_set_xtick_labels(ax, &labels);
    fp_axes_set_ytick_labels(ax, &labels);
    fp_axes_set_xticks(ax, &at, !mark_cases[i].y, NULL);
    fp_axes_set_yticks(ax, &at, mark_cases[i].y, NULL);
    assert_int_equal(
        (mark_cases[i].y ? fp_axes_set_ytick_marks : fp_axes_set_xtick_marks)(ax, false, &marks),
        FP_OK);
    return ax;
}

/* As far as a coverage of 8 bits tells. */
static bool
is_from_to(double from, double to, const double ends[2])
{
    return fabs(fmin(from, to) - ends[0]) < .02 && fabs(fmax(from, to) - ends[1]) < .02;
}

/* Whether a line from one to the other was drawn, along y (x). */
static bool
was_drawn(const struct recorder *recorder, bool along_x, const double ends[2])
{
    for (const char *at = fp_text_string(&recorder->lines); (at = strstr(at, "line ")); at++) {
        double x0, y0, x1, y1;

        assert_int_equal(sscanf(at, "line %lf %lf %lf %lf", &x0, &y0, &x1, &y1), 4);
        if (along_x ? is_from_to(x0, x1, ends) : is_from_to(y0, y1, ends))
            return true;
    }
    return false;
}

static size_t
count_lines(const struct recorder *recorder)
{
    const char *at = fp_text_string(&recorder->lines);
    size_t n = 0;

    for (; (at = strstr(at, "line ")); at++)
        n++;
    return n;
}

static void
marks_are_matplotlibs(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(mark_cases); i++) {
        struct fp_figure *fig;
        struct fp_axes *ax = mark_case(i, &fig);
        struct recorder recorder = recorder_for(fig);
        struct fp__pen pen;

        assert_int_equal(fp__figure_draw(fig, &recorder.base), FP_OK);
        if (count_lines(&recorder) != (mark_cases[i].sides == 3 ? 2 : 1))
            fail_msg("case %zu: %s", i, fp_text_string(&recorder.lines));
        for (int side = 0; side < 2; side++)
            if (mark_cases[i].sides & (1 << side) &&
                !was_drawn(&recorder, mark_cases[i].y,
                           side ? mark_cases[i].other : mark_cases[i].own))
                fail_msg("case %zu: %s", i, fp_text_string(&recorder.lines));
        assert_int_equal(fp__pen_init(&pen, ax, &recorder.base), FP_OK);
        assert_int_equal(fp__pen_axes(&pen), FP_OK);
        for (int side = 0; side < 2; side++)
            assert_near(pen.marks[mark_cases[i].y][side], mark_cases[i].spines[side], 1e-9);
        fp_text_finish(&recorder.lines);
        fp_unref(fig);
    }
}

static void
minor_marks_are_told_apart_and_forgotten(void **state)
{
    struct fp_figure *fig = fp_figure_create(NULL);
    struct fp_axes *ax = fp_ref(fp_figure_add_subplot(fig, 1, 1, 1));
    struct fp_tick_marks marks;

    (void)state;
    assert_int_equal(fp_axes_get_xtick_marks(ax, true, &marks), FP_OK);
    assert_near(marks.length, 2, 0);
    marks.length = 9;
    marks.pad = -2;
    assert_int_equal(fp_axes_set_xtick_marks(ax, true, &marks), FP_OK);
    assert_near(ax->body->x.marks[1].length, 9, 0);
    assert_near(ax->body->x.marks[0].length, 3.5, 0);
    assert_near(ax->body->y.marks[1].length, 2, 0);
    fp_axes_clear(ax);
    assert_int_equal(fp_axes_get_ytick_marks(ax, true, &marks), FP_OK);
    assert_near(ax->body->x.marks[1].length, 2, 0);
    marks.length = -1;
    assert_int_equal(fp_axes_set_ytick_marks(ax, false, &marks), FP_ERR_ARGUMENT);
    marks.length = 1;
    marks.pad = NAN;
    assert_int_equal(fp_axes_set_ytick_marks(ax, false, &marks), FP_ERR_ARGUMENT);
    fp_unref(fig);
    assert_int_equal(fp_axes_set_ytick_marks(ax, false, &marks), FP_ERR_CLOSED);
    assert_int_equal(fp_axes_get_xtick_marks(ax, false, &marks), FP_ERR_CLOSED);
    fp_context_clear_error(NULL);
    fp_unref(ax);
}

/* --- titles and labels ------------------------------------------------------------------------ */

/* The box is 80 … 576 and, down, 57.6 … 427.2; letters are half as wide as their font is high, and
 * the title stands 6 points above. */
static void
titles_stand_at_three_places_on_one_line(void **state)
{
    struct fp_figure *fig = fp_figure_create(NULL);
    struct fp_axes *ax = fp_figure_add_subplot(fig, 1, 1, 1);
    struct recorder recorder = recorder_for(fig);

    (void)state;
    assert_int_equal(fp_axes_set_text(ax, FP_TITLE_LEFT, "left"), FP_OK);
    assert_int_equal(fp_axes_set_text(ax, FP_TITLE_RIGHT, "right"), FP_OK);
    fp_axes_set_title(ax, "mid");
    assert_int_equal(fp__figure_draw(fig, &recorder.base), FP_OK);
    recorded_at(&recorder, "text 80 49 16.67 left\n");
    recorded_at(&recorder, "text 316 49 16.67 mid\n");
    recorded_at(&recorder, "text 534 49 16.67 right\n");
    fp_text_clear(&recorder.lines);
    assert_int_equal(fp_axes_set_text_pad(ax, FP_TITLE_LEFT, 14.4), FP_OK); /* 20 pixels, for all */
    assert_int_equal(fp__figure_draw(fig, &recorder.base), FP_OK);
    recorded_at(&recorder, "text 80 38 16.67 left\n");
    recorded_at(&recorder, "text 534 38 16.67 right\n");
    fp_text_clear(&recorder.lines);
    fp_axes_clear(ax);
    fp_axes_set_text(ax, FP_TITLE_RIGHT, "right");
    assert_int_equal(fp__figure_draw(fig, &recorder.base), FP_OK);
    recorded_at(&recorder, "text 534 49 16.67 right\n");
    assert_null(strstr(fp_text_string(&recorder.lines), "left"));
    fp_text_finish(&recorder.lines);
    fp_unref(fig);
}

/* How far the label below ax, in a font of 13.89 pixels, is from the box's edge at 427.2. */
static double
find_label(struct fp_figure *fig)
{
    struct recorder recorder = recorder_for(fig);
    const char *at;
    double x, y = NAN;

    assert_int_equal(fp__figure_draw(fig, &recorder.base), FP_OK);
    at = strstr(fp_text_string(&recorder.lines), " 13.89 below");
    for (const char *text = fp_text_string(&recorder.lines); at && text < at; text++)
        if (strncmp(text, "text ", 5) == 0)
            assert_int_equal(sscanf(text, "text %lf %lf", &x, &y), 2);
    fp_text_finish(&recorder.lines);
    return y - 13.888888888888889 * .75 - 427.2;
}

/* Nothing above a label but marks: matplotlib's spine, and then the pad. Words stand on whole
 * pixels. */
static void
labels_keep_their_pad_from_marks(void **state)
{
    struct fp_figure *fig = fp_figure_create(NULL);
    struct fp_axes *ax = fp_figure_add_subplot(fig, 1, 1, 1);
    struct fp_tick_labels none = fp_tick_labels_defaults();
    struct fp_tick_marks marks = fp_tick_marks_defaults(false);
    const double point = 100. / 72;

    (void)state;
    none.on = false;
    fp_axes_set_xtick_labels(ax, &none);
    fp_axes_set_xlabel(ax, "below");
    assert_near(find_label(fig), 7.5 * point, .5);
    fp_axes_set_text_pad(ax, FP_XLABEL, 20);
    assert_near(find_label(fig), 23.5 * point, .5);
    marks.direction = FP_TICKS_IN;
    fp_axes_set_xtick_marks(ax, false, &marks);
    assert_near(find_label(fig), 20 * point, .5);
    marks.direction = FP_TICKS_INOUT;
    marks.length = 10;
    fp_axes_set_xtick_marks(ax, false, &marks);
    assert_near(find_label(fig), 25 * point, .5);
    assert_int_equal(fp_axes_set_text_pad(ax, FP_YLABEL, NAN), FP_ERR_ARGUMENT);
    assert_int_equal(fp_axes_set_text_pad(ax, (enum fp_axes_text)5, 1), FP_ERR_ARGUMENT);
    fp_context_clear_error(NULL);
    fp_unref(fig);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(marks_are_matplotlibs),
        world_test(minor_marks_are_told_apart_and_forgotten),
        world_test(titles_stand_at_three_places_on_one_line),
        world_test(labels_keep_their_pad_from_marks),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
