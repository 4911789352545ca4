/* SPDX-License-Identifier: MIT */
/* test_layers.c: what is drawn before what, and the grid. */
#include "unit/support.h"

#include "flatplot/axis.h"
#include "flatplot/tick_marks.h"
#include "unit/figure/recorder.h"
#include "unit/figure/scene.h"

static const struct fp_color shade = {1, 2, 3, 255};

static void
add(struct fp_axes *ax, char what)
{
    struct fp_plot_options options = fp_plot_defaults();

    options.label = "named";
    switch (what) {
    case 'i':
        show_counting(ax, 2, 2, NULL);
        break;
    case 's':
        shade_span(ax, 0, 1, shade);
        break;
    case 'p':
        plot_points(ax, NULL, (double[]){0, 1}, 2, &options);
        break;
    case 't':
        fp_axes_text(ax, 0, 0, "note", NULL);
        break;
    default:
        legend_at(ax, FP_LEGEND_CENTER);
    }
}

static void
expect_layers(const struct recorder *recorder)
{
    static const char *const lines[] = {
        "fill 143 58 513 427 #ffffffff\n", /* the face */
        "image ",
        "#010203ff\n", /* the span */
        "butt\n",      /* grid and ticks */
        "path ",       /* the line */
        "square\n",    /* spines */
        " note\n",
        "panel ", /* the legend */
        " named\n",
        " title\n",
    };

    for (size_t i = 1; i < sizeof lines / sizeof lines[0]; i++)
        if (recorded_at(recorder, lines[i - 1]) >= recorded_at(recorder, lines[i]))
            fail_msg("%s must be drawn before %s", lines[i - 1], lines[i]);
}

/* In whatever order they are added: all 120. */
static void
layers_come_in_matplotlibs_order(void **state)
{
    (void)state;
    for (int order = 0; order < 120; order++) {
        struct fp_figure *fig = fp_figure_create(NULL);
        struct fp_axes *ax = fp_figure_add_subplot(fig, 1, 1, 1);
        struct recorder recorder;
        char left[] = "isptl";

        for (int rest = order, n = 5; n > 0; rest /= n--) {
            int pick = rest % n;

            add(ax, left[pick]);
            memmove(left + pick, left + pick + 1, strlen(left + pick));
        }
        fp_axes_set_title(ax, "title");
        recorder = recorder_for(fig);
        assert_int_equal(fp__figure_draw(fig, &recorder.base), FP_OK);
        expect_layers(&recorder);
        fp_text_finish(&recorder.lines);
        fp_unref(fig);
    }
}

static void
in_a_layer_the_first_added_is_drawn_first(void **state)
{
    struct fp_figure *fig = fp_figure_create(NULL);
    struct fp_axes *ax = fp_figure_add_subplot(fig, 1, 1, 1);
    struct recorder recorder = recorder_for(fig);

    (void)state;
    PLOT(ax, 0, 1);
    fp_axes_text(ax, 0, 0, "first", NULL);
    PLOT(ax, 1, 0);
    fp_axes_text(ax, 0, 0, "second", NULL);
    assert_int_equal(fp__figure_draw(fig, &recorder.base), FP_OK);
    assert_true(recorded_at(&recorder, "#1f77b4ff\n") < recorded_at(&recorder, "#ff7f0eff\n"));
    assert_true(recorded_at(&recorder, " first\n") < recorded_at(&recorder, " second\n"));
    fp_text_finish(&recorder.lines);
    fp_unref(fig);
}

/* Draws the figure and asks that what the lines name comes in their order. */
static void
expect_order(struct fp_figure *fig, const char *const *lines, size_t n)
{
    struct recorder recorder = recorder_for(fig);

    assert_int_equal(fp__figure_draw(fig, &recorder.base), FP_OK);
    for (size_t i = 1; i < n; i++)
        if (recorded_at(&recorder, lines[i - 1]) >= recorded_at(&recorder, lines[i]))
            fail_msg("%s must be drawn before %s", lines[i - 1], lines[i]);
    fp_text_finish(&recorder.lines);
}

#define EXPECT_ORDER(fig, ...)                                                                     \
    expect_order(fig, (const char *const[]){__VA_ARGS__},                                          \
                 sizeof((const char *const[]){__VA_ARGS__}) / sizeof(char *))

/* The text "note" is written at zorder z; ticks are "butt", spines "square". */
static void
a_zorder_of_its_own_moves_an_artist(void **state)
{
    struct fp_figure *fig = fp_figure_create(NULL);
    struct fp_axes *ax = fp_figure_add_subplot(fig, 1, 1, 1);
    struct fp_note *note = fp_axes_text(ax, 0, 0, "note", NULL);

    (void)state;
    PLOT(ax, 0, 1);
    shade_span(ax, 0, 1, shade);
    EXPECT_ORDER(fig, "#010203ff\n", "butt\n", "path ", "square\n", " note\n");
    assert_int_equal(fp_artist_set_zorder(note, 2.5), FP_OK);
    EXPECT_ORDER(fig, "path ", " note\n", "square\n");
    fp_artist_set_zorder(note, 2); /* added before the line */
    EXPECT_ORDER(fig, "butt\n", " note\n", "path ");
    fp_artist_set_zorder(note, 1.5);
    EXPECT_ORDER(fig, "#010203ff\n", " note\n", "butt\n");
    fp_artist_set_zorder(note, -7);
    EXPECT_ORDER(fig, "#ffffffff\n", " note\n", "#010203ff\n");
    fp_artist_set_zorder(note, 99);
    EXPECT_ORDER(fig, "square\n", " note\n");
    assert_int_equal(fp_artist_set_zorder(note, NAN), FP_ERR_ARGUMENT);
    assert_int_equal(fp_artist_set_zorder(fig, 1), FP_ERR_ARGUMENT);
    assert_int_equal(fp_artist_set_zorder(NULL, 1), FP_ERR_CLOSED);
    fp_context_clear_error(NULL);
    fp_unref(fig);
}

static void
the_axis_may_be_below_or_above_what_is_drawn(void **state)
{
    struct fp_figure *fig = fp_figure_create(NULL);
    struct fp_axes *ax = fp_figure_add_subplot(fig, 1, 1, 1);

    (void)state;
    PLOT(ax, 0, 1);
    shade_span(ax, 0, 1, shade);
    assert_int_equal(fp_axes_set_axisbelow(ax, FP_AXIS_BELOW), FP_OK);
    EXPECT_ORDER(fig, "butt\n", "#010203ff\n", "path ", "square\n");
    assert_int_equal(fp_axes_set_axisbelow(ax, FP_AXIS_ABOVE), FP_OK);
    EXPECT_ORDER(fig, "#010203ff\n", "path ", "square\n", "butt\n");
    fp_axes_clear(ax);
    PLOT(ax, 0, 1);
    EXPECT_ORDER(fig, "butt\n", "path ", "square\n");
    assert_int_equal(fp_axes_set_axisbelow(ax, (enum fp_axisbelow)3), FP_ERR_ARGUMENT);
    fp_context_clear_error(NULL);
    fp_unref(fig);
}

/* Limits 0 … 1: ticks at fifths, the box at 80 … 576 and 57.6 … 427.2. */
static void
the_grid_crosses_the_box_at_every_tick(void **state)
{
    static const char *const lines[] = {
        "line 80.5 427 80.5 58 1.111 butt\n",   "line 179.5 427 179.5 58 1.111 butt\n",
        "line 278.5 427 278.5 58 1.111 butt\n", "line 576.5 427 576.5 58 1.111 butt\n",
        "line 80 427.5 576 427.5 1.111 butt\n", "line 80 353.5 576 353.5 1.111 butt\n",
        "line 80 58.5 576 58.5 1.111 butt\n",
    };
    struct fp_figure *fig = fp_figure_create(NULL);
    struct fp_axes *ax = fp_figure_add_subplot(fig, 1, 1, 1);
    struct recorder recorder = recorder_for(fig);

    (void)state;
    assert_int_equal(fp_axes_set_grid(ax, true), FP_OK);
    assert_int_equal(fp__figure_draw(fig, &recorder.base), FP_OK);
    for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++)
        recorded_at(&recorder, lines[i]);
    fp_text_clear(&recorder.lines);
    fp_axes_set_grid(ax, false);
    assert_int_equal(fp__figure_draw(fig, &recorder.base), FP_OK);
    for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++)
        assert_null(strstr(fp_text_string(&recorder.lines), lines[i]));
    fp_text_finish(&recorder.lines);
    fp_unref(fig);
}

/* The y grid alone, dashed: matplotlib's pattern of 3.7 and 1.6 line widths. */
static void
the_grid_has_looks_of_its_own(void **state)
{
    struct fp_figure *fig = fp_figure_create(NULL);
    struct fp_axes *ax = fp_figure_add_subplot(fig, 1, 1, 1);
    struct recorder recorder = recorder_for(fig);
    struct fp_grid grid = fp_grid_defaults();

    (void)state;
    grid.linestyle = FP_DASHED;
    grid.linewidth = 2;
    grid.has_color = true;
    grid.color = shade;
    grid.alpha = .5;
    assert_int_equal(fp_axes_set_ygrid(ax, false, &grid), FP_OK);
    assert_int_equal(fp_axes_set_xgrid(ax, true, &grid), FP_OK); /* there are no minor ticks */
    assert_int_equal(fp__figure_draw(fig, &recorder.base), FP_OK);
    recorded_at(&recorder, "path 80,353.5 576,353.5\nstroke 2.778 #01020380 10.28 4.444");
    assert_null(strstr(fp_text_string(&recorder.lines), "path 179"));
    fp_text_clear(&recorder.lines);
    fp_axes_set_minor_ticks(ax, true);
    assert_int_equal(fp__figure_draw(fig, &recorder.base), FP_OK);
    recorded_at(&recorder, "path 130.5,427 130.5,58\n");
    assert_null(strstr(fp_text_string(&recorder.lines), "path 179"));
    fp_text_finish(&recorder.lines);
    grid.alpha = 2;
    assert_int_equal(fp_axes_set_xgrid(ax, false, &grid), FP_ERR_ARGUMENT);
    fp_context_clear_error(NULL);
    fp_unref(fig);
}

/* As matplotlib's cla: the frame, the ticks and no grid, but the face keeps its colour. */
static void
clearing_brings_back_the_frame_and_ticks_and_drops_the_grid(void **state)
{
    struct fp_figure *fig = fp_figure_create(NULL);
    struct fp_axes *ax = fp_figure_add_subplot(fig, 1, 1, 1);
    struct recorder fresh = recorder_for(fig), cleared = recorder_for(fig);

    (void)state;
    fp_axes_set_facecolor(ax, shade);
    assert_int_equal(fp__figure_draw(fig, &fresh.base), FP_OK);
    fp_axes_set_axis(ax, false);
    fp_axes_set_ticks(ax, false);
    fp_axes_set_grid(ax, true);
    fp_axes_clear(ax);
    assert_int_equal(fp__figure_draw(fig, &cleared.base), FP_OK);
    assert_string_equal(fp_text_string(&cleared.lines), fp_text_string(&fresh.lines));
    recorded_at(&cleared, "#010203ff\n");
    recorded_at(&cleared, " 0.8\n");
    fp_text_finish(&fresh.lines);
    fp_text_finish(&cleared.lines);
    fp_unref(fig);
}

static void
a_closed_axes_has_no_grid(void **state)
{
    struct fp_figure *fig = fp_figure_create(NULL);
    struct fp_axes *ax = fp_ref(fp_figure_add_subplot(fig, 1, 1, 1));

    (void)state;
    fp_unref(fig);
    assert_int_equal(fp_axes_set_grid(ax, true), FP_ERR_CLOSED);
    assert_int_equal(fp_axes_set_axisbelow(ax, FP_AXIS_BELOW), FP_ERR_CLOSED);
    fp_context_clear_error(NULL);
    fp_unref(ax);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(layers_come_in_matplotlibs_order),
        world_test(in_a_layer_the_first_added_is_drawn_first),
        world_test(a_zorder_of_its_own_moves_an_artist),
        world_test(the_axis_may_be_below_or_above_what_is_drawn),
        world_test(the_grid_crosses_the_box_at_every_tick),
        world_test(the_grid_has_looks_of_its_own),
        world_test(clearing_brings_back_the_frame_and_ticks_and_drops_the_grid),
        world_test(a_closed_axes_has_no_grid),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
