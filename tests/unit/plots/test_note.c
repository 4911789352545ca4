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
    } bad[] = {{NAN, 0, "t"},       {0, NAN, "t"}, {INFINITY, 0, "t"},
               {0, -INFINITY, "t"}, {0, 0, NULL},  {0, 0, "\xff\xfe"}};
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

/* --- options ---------------------------------------------------------------------------------- */

/* What is recorded of one text in axes that are off, in limits 0 … 1: x 80 … 576, y down 422.4 …
 * 52.8. */
static void
expect_note(double x, double y, const char *text, const struct fp_text_options *options,
            const char *expected)
{
    struct fp_figure *fig = fp_figure_create(NULL);
    struct fp_axes *ax = fp_figure_add_subplot(fig, 1, 1, 1);
    struct recorder recorder = recorder_for(fig);

    fp_axes_set_axis(ax, false);
    assert_non_null(fp_axes_text(ax, x, y, text, options));
    assert_int_equal(fp__figure_draw(fig, &recorder.base), FP_OK);
    assert_string_equal(strchr(fp_text_string(&recorder.lines), '\n') + 1, expected);
    fp_text_finish(&recorder.lines);
    fp_unref(fig);
}

static void
places_are_of_data_axes_or_figure(void **state)
{
    struct fp_text_options options = fp_text_defaults();

    (void)state;
    expect_note(.25, .75, "t", &options, "text 204 150 13.89 t\n");
    options.coords = FP_COORDS_AXES;
    expect_note(.25, -.1, "t", &options, "text 204 464 13.89 t\n");
    options.coords = FP_COORDS_FIGURE;
    expect_note(.25, .75, "t", &options, "text 160 120 13.89 t\n");
}

static void
sizes_angles_and_lines_are_drawn(void **state)
{
    struct fp_text_options options = fp_text_defaults();

    (void)state;
    options.coords = FP_COORDS_FIGURE;
    options.fontsize = 7.2;
    options.rotation = 450;
    expect_note(.5, .5, "tt", &options, "climb 328 243 10 tt\n");
    options.rotation = -30;
    expect_note(.5, .5, "tt", &options, "turned 321 235 10 -30 tt\n");
    options.rotation = 0;
    options.ha = FP_HALIGN_RIGHT;
    options.va = FP_VALIGN_TOP;
    expect_note(.5, .5, "a\nlong", &options, "text 315 248 10 a\ntext 300 259 10 long\n");
}

/* Its edge is 1 px wide: through whole pixels where it is upright. */
static void
frames_stand_around_texts(void **state)
{
    struct fp_text_options options = fp_text_defaults();

    (void)state;
    options.coords = FP_COORDS_FIGURE;
    options.fontsize = 7.2;
    options.has_box = true;
    options.box.linewidth = .72;
    expect_note(.5, .5, "tt", &options,
                "path 314.5,248.5 336.5,248.5 336.5,227.5 314.5,227.5\n"
                "area #1f77b4ff\n"
                "path 314.5,248.5 336.5,248.5 336.5,227.5 314.5,227.5 314.5,248.5 336.5,248.5\n"
                "stroke 1 #000000ff miter\n"
                "text 320 240 10 tt\n");
    options.box.pad = 1;
    options.box.linewidth = 0;
    options.box.alpha = .5;
    options.box.has_facecolor = true;
    options.box.facecolor = (struct fp_color){9, 8, 7, 200};
    expect_note(.5, .5, "tt", &options,
                "path 310,253 340,253 340,223 310,223\narea #09080764\ntext 320 240 10 tt\n");
    options.box.style = FP_BOX_ROUND;
    expect_note(.5, .5, "tt", &options, "path 36 points\narea #09080764\ntext 320 240 10 tt\n");
}

/* 0 lies nowhere along a logarithm. */
static void
what_has_no_place_is_left_out(void **state)
{
    static const struct fp_scale log = {.kind = FP_SCALE_LOG};
    struct fp_figure *fig = fp_figure_create(NULL);
    struct fp_axes *ax = fp_figure_add_subplot(fig, 1, 1, 1);
    struct recorder recorder = recorder_for(fig);

    (void)state;
    fp_axes_set_axis(ax, false);
    fp_axes_set_yscale(ax, &log);
    fp_axes_text(ax, .5, 0, "zero", NULL);
    fp_axes_annotate(ax, "below", .5, -1, NULL);
    fp_axes_text(ax, .5, 1e-3, "small", NULL);
    assert_int_equal(fp__figure_draw(fig, &recorder.base), FP_OK);
    recorded_at(&recorder, "small");
    assert_null(strstr(fp_text_string(&recorder.lines), "zero"));
    assert_null(strstr(fp_text_string(&recorder.lines), "below"));
    fp_text_finish(&recorder.lines);
    fp_unref(fig);
}

/* --- annotations ------------------------------------------------------------------------------ */

/* Only data: places in fractions may be anywhere. */
static void
annotations_of_what_is_outside_are_left_out(void **state)
{
    struct fp_annotate_options options = fp_annotate_defaults();
    struct fp_figure *fig = fp_figure_create(NULL);
    struct fp_axes *ax = fp_figure_add_subplot(fig, 1, 1, 1);
    struct recorder recorder = recorder_for(fig);

    (void)state;
    options.has_xytext = options.has_arrow = true;
    options.xytext[0] = options.xytext[1] = .5;
    fp_axes_annotate(ax, "outside", 1.1, .5, &options);
    fp_axes_annotate(ax, "edge", 1, .5, &options);
    options.xycoords = FP_COORDS_AXES;
    fp_axes_annotate(ax, "fraction", 1.1, .5, &options);
    assert_int_equal(fp__figure_draw(fig, &recorder.base), FP_OK);
    recorded_at(&recorder, "edge");
    recorded_at(&recorder, "fraction");
    assert_null(strstr(fp_text_string(&recorder.lines), "outside"));
    fp_text_finish(&recorder.lines);
    fp_unref(fig);
}

/* The arrow first, then the frame, then the text. */
static void
an_arrow_has_its_own_colours_and_round_ends(void **state)
{
    struct fp_annotate_options options = fp_annotate_defaults();
    struct fp_figure *fig = fp_figure_create(NULL);
    struct fp_axes *ax = fp_figure_add_subplot(fig, 1, 1, 1);
    struct recorder recorder = recorder_for(fig);

    (void)state;
    fp_axes_set_axis(ax, false);
    options.has_arrow = true;
    options.arrow.style = FP_ARROW_FILLED_HEAD;
    options.arrow.linestyle = FP_DASHED;
    options.arrow.has_color = options.arrow.has_facecolor = true;
    options.arrow.color = (struct fp_color){255, 0, 0, 255};
    options.arrow.facecolor = FP_BLACK;
    options.arrow.alpha = .4;
    options.has_xytext = true;
    fp_axes_annotate(ax, "text", .5, .5, &options);
    assert_int_equal(fp__figure_draw(fig, &recorder.base), FP_OK);
    recorded_at(&recorder, "path 17 points\nstroke 1.389 #ff000066 5.139 2.222 from 0 round\npath");
    assert_true(recorded_at(&recorder, "area #00000066\n") < recorded_at(&recorder, " text\n"));
    fp_text_finish(&recorder.lines);
    fp_unref(fig);
}

static void
an_empty_text_draws_its_arrow_alone(void **state)
{
    struct fp_annotate_options options = fp_annotate_defaults();
    struct fp_figure *fig = fp_figure_create(NULL);
    struct fp_axes *ax = fp_figure_add_subplot(fig, 1, 1, 1);
    struct recorder recorder = recorder_for(fig);
    struct fp_note *note;

    (void)state;
    fp_axes_set_axis(ax, false);
    options.text.has_box = true;
    assert_non_null(fp_axes_annotate(ax, "", 0, 0, NULL));
    assert_non_null(fp_axes_text(ax, 0, 0, "", &options.text));
    assert_int_equal(fp__figure_draw(fig, &recorder.base), FP_OK);
    assert_null(strstr(fp_text_string(&recorder.lines), "area"));
    options.has_arrow = options.has_xytext = options.text.has_box = true;
    options.xytext[0] = 1;
    note = fp_axes_annotate(ax, "", 0, 0, &options);
    assert_non_null(note);
    assert_int_equal(fp__figure_draw(fig, &recorder.base), FP_OK);
    recorded_at(&recorder, "area #1f77b4ff\n");
    assert_null(strstr(fp_text_string(&recorder.lines), "text"));
    fp_text_finish(&recorder.lines);
    assert_int_equal(fp_note_set_text(note, "some"), FP_OK);
    assert_int_equal(fp_note_set_text(note, ""), FP_OK);
    fp_context_clear_error(NULL);
    fp_unref(fig);
}

static void
another_text_stands_at_the_same_place(void **state)
{
    struct fp_figure *fig = fp_figure_create(NULL);
    struct fp_axes *ax = fp_figure_add_subplot(fig, 1, 1, 1);
    struct fp_note *note = fp_ref(fp_axes_text(ax, .5, .5, "one", NULL));
    struct recorder recorder = recorder_for(fig);

    (void)state;
    assert_int_equal(fp_note_set_text(note, "frame 2"), FP_OK);
    assert_int_equal(fp_note_set_text(note, NULL), FP_ERR_ARGUMENT);
    assert_int_equal(fp_note_set_text(note, "\xff"), FP_ERR_ARGUMENT);
    assert_int_equal(fp__figure_draw(fig, &recorder.base), FP_OK);
    recorded_at(&recorder, "text 328 242 13.89 frame 2\n");
    fp_text_finish(&recorder.lines);
    fp_unref(fig);
    assert_int_equal(fp_note_set_text(note, "late"), FP_ERR_CLOSED);
    assert_int_equal(fp_note_set_text(NULL, "none"), FP_ERR_CLOSED);
    fp_context_clear_error(NULL);
    fp_unref(note);
}

static void
options_out_of_their_range_are_refused(void **state)
{
    struct fp_figure *fig = fp_figure_create(NULL);
    struct fp_axes *ax = fp_figure_add_subplot(fig, 1, 1, 1);
    struct fp_annotate_options bad[16];

    (void)state;
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        bad[i] = fp_annotate_defaults();
        bad[i].has_arrow = true;
    }
    bad[0].text.fontsize = 0;
    bad[1].text.rotation = INFINITY;
    bad[2].text.ha = (enum fp_halign)3;
    bad[3].text.va = (enum fp_valign)5;
    bad[4].text.alpha = 1.5;
    bad[5].text.box.style = FP_BOX_STYLES;
    bad[6].text.box.linewidth = -1;
    bad[7].text.coords = FP_COORDS_KINDS;
    bad[8].xycoords = FP_COORDS_OFFSET;
    bad[9].has_xytext = true;
    bad[9].xytext[1] = NAN;
    bad[10].arrow.style = FP_ARROW_STYLES;
    bad[11].arrow.rad = NAN;
    bad[12].arrow.headwidth = NAN;
    bad[13].arrow.head_width = -1;
    bad[14].arrow.alpha = -.1;
    bad[15].text.rotation_mode = (enum fp_rotation_mode)2;
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        assert_null(fp_axes_annotate(ax, "t", .5, .5, &bad[i]));
        assert_int_equal(fp_context_status(NULL), FP_ERR_ARGUMENT);
    }
    bad[0] = fp_annotate_defaults();
    bad[0].text.coords = FP_COORDS_OFFSET;
    assert_null(fp_axes_text(ax, 0, 0, "t", &bad[0].text));
    assert_non_null(fp_axes_annotate(ax, "t", 0, 0, &bad[0]));
    fp_context_clear_error(NULL);
    fp_unref(fig);
}

static int
draw_two(void *arg)
{
    struct fp_annotate_options options = fp_annotate_defaults();
    struct fp_figure *fig = fp_figure_create(NULL);
    struct fp_axes *ax = fig ? fp_figure_add_subplot(fig, 1, 1, 1) : NULL;
    struct fp_note *note;
    bool fine;

    (void)arg;
    options.has_arrow = options.text.has_box = options.has_xytext = true;
    note = ax ? fp_axes_annotate(ax, "two\nlines", .5, .5, &options) : NULL;
    fine = note && fp_axes_text(ax, 0, 0, "text", NULL) && fp_note_set_text(note, "t\nu") == FP_OK;
    if (fine) {
        struct recorder recorder = recorder_for(fig);

        fine = fp__figure_draw(fig, &recorder.base) == FP_OK;
        fp_text_finish(&recorder.lines);
    }
    fp_context_clear_error(NULL);
    fp_unref(fig);
    return fine ? 0 : -1;
}

static void
every_failure_leaves_an_empty_world(void **state)
{
    (void)state;
    torture(draw_two, NULL, 1);
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
        world_test(places_are_of_data_axes_or_figure),
        world_test(sizes_angles_and_lines_are_drawn),
        world_test(frames_stand_around_texts),
        world_test(what_has_no_place_is_left_out),
        world_test(annotations_of_what_is_outside_are_left_out),
        world_test(an_arrow_has_its_own_colours_and_round_ends),
        world_test(an_empty_text_draws_its_arrow_alone),
        world_test(another_text_stands_at_the_same_place),
        world_test(options_out_of_their_range_are_refused),
        world_test(every_failure_leaves_an_empty_world),
        world_test(a_font_that_fails_ends_the_drawing),
        world_test(a_text_that_was_removed_is_gone),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
