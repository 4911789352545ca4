/* SPDX-License-Identifier: MIT */
/* test_legend.c: what a legend names, where it stands, and how it lives. */
#include "unit/support.h"

#include <math.h>

#include "figure/axes.h"
#include "flatplot/areas.h"
#include "flatplot/bars.h"
#include "unit/figure/recorder.h"
#include "unit/figure/scene.h"

static struct fp_axes *
new_axes(struct fp_figure **fig)
{
    *fig = fp_figure_create(NULL);
    return fp_figure_add_subplot(*fig, 1, 1, 1);
}

static struct fp_line *
plot_named(struct fp_axes *ax, const char *label, const double *x, const double *y, size_t n)
{
    struct fp_plot_options options = fp_plot_defaults();

    options.label = label;
    return plot_points(ax, x, y, n, &options);
}

static struct recorder
draw(struct fp_figure *fig)
{
    struct recorder recorder = recorder_for(fig);

    assert_int_equal(fp__figure_draw(fig, &recorder.base), FP_OK);
    return recorder;
}

/* What is recorded from the legend's panel on. */
static void
expect_legend(struct fp_figure *fig, const char *expected)
{
    struct recorder recorder = draw(fig);
    const char *panel = strstr(fp_text_string(&recorder.lines), "panel");

    assert_string_equal(panel ? panel : "", expected);
    fp_text_finish(&recorder.lines);
}

/* --- what it names ---------------------------------------------------------------------------- */

/* 10 pt are 13.89 px: "wider" is 34.7 px wide, so the box is (2 + .8 + .8) × 13.89 + 34.7 = 84.7 px
 * wide, and (2 × 13.89 + .5 × 13.89 + .8 × 13.89) = 45.8 px high, .5 × 13.89 from the corner. */
static void
lines_are_named_in_the_order_in_which_they_were_added(void **state)
{
    struct fp_figure *fig;
    struct fp_axes *ax = new_axes(&fig);

    (void)state;
    plot_named(ax, "wider", NULL, (double[]){0, 1}, 2);
    plot_named(ax, NULL, NULL, (double[]){0, 1}, 2);
    plot_named(ax, "", NULL, (double[]){0, 1}, 2);
    plot_named(ax, "_hidden, whatever it is called", NULL, (double[]){0, 1}, 2);
    plot_named(ax, "two", NULL, (double[]){0, 1}, 2);
    legend_at(ax, FP_LEGEND_UPPER_RIGHT);
    expect_legend(fig, "panel 484.5 65.5 569.5 110.5 2.778 1.389\n"
                       "path gap 488.96,76 519.04,76\n"
                       "stroke 2.083 #1f77b4ff\n"
                       "text 529 81 13.89 wider\n"
                       "path gap 488.96,96 519.04,96\n"
                       "stroke 2.083 #9467bdff\n"
                       "text 529 101 13.89 two\n");
    fp_unref(fig);
}

static void
without_labels_there_is_nothing_to_draw(void **state)
{
    struct fp_figure *fig;
    struct fp_axes *ax = new_axes(&fig);

    (void)state;
    assert_non_null(legend_at(ax, FP_LEGEND_BEST));
    expect_legend(fig, "");
    PLOT(ax, 0, 1);
    show_counting(ax, 2, 2, NULL);
    expect_legend(fig, "");
    fp_unref(fig);
}

/* It looks when it is drawn, so lines that came later are named and those that went are not. */
static void
it_names_who_is_there_when_it_is_drawn(void **state)
{
    struct fp_figure *fig;
    struct fp_axes *ax = new_axes(&fig);
    struct fp_line *early;
    struct recorder recorder;

    (void)state;
    early = plot_named(ax, "early", NULL, (double[]){0, 1}, 2);
    legend_at(ax, FP_LEGEND_CENTER);
    plot_named(ax, "late", NULL, (double[]){0, 1}, 2);
    recorder = draw(fig);
    assert_true(recorded_at(&recorder, " early\n") < recorded_at(&recorder, " late\n"));
    fp_text_finish(&recorder.lines);
    fp_artist_remove(early);
    recorder = draw(fig);
    recorded_at(&recorder, " late\n");
    assert_null(strstr(recorder.lines.bytes, "early"));
    fp_text_finish(&recorder.lines);
    fp_unref(fig);
}

static void
samples_have_the_dashes_of_their_lines(void **state)
{
    struct fp_figure *fig;
    struct fp_axes *ax = new_axes(&fig);
    struct fp_plot_options options = fp_plot_defaults();
    struct recorder recorder;
    const char *panel;

    (void)state;
    options.linewidth = .72; /* 1 px: its sample runs through pixel centres */
    options.linestyle = FP_DASHED;
    options.label = "dashed";
    plot_points(ax, NULL, (double[]){0, 1}, 2, &options);
    legend_at(ax, FP_LEGEND_LOWER_LEFT);
    recorder = draw(fig);
    panel = strstr(fp_text_string(&recorder.lines), "panel");
    assert_non_null(strstr(panel, "stroke 1 #1f77b4ff 3.7 1.6 from 0\n"));
    fp_text_finish(&recorder.lines);
    fp_unref(fig);
}

static void
a_text_that_fails_ends_the_drawing(void **state)
{
    struct fp_figure *fig;
    struct fp_axes *ax = new_axes(&fig);
    struct recorder recorder = recorder_for(fig);

    (void)state;
    plot_named(ax, "label", NULL, (double[]){0, 1}, 2);
    legend_at(ax, FP_LEGEND_BEST);
    fp_axes_set_axis(ax, false);
    recorder.text_status = FP_ERR_FONT;
    assert_int_equal(fp__figure_draw(fig, &recorder.base), FP_ERR_FONT);
    assert_null(strstr(fp_text_string(&recorder.lines), "panel"));
    fp_text_finish(&recorder.lines);
    fp_unref(fig);
}

/* The names that are drawn in the legend, each followed by a comma. */
static void
expect_names(struct fp_figure *fig, const char *expected)
{
    struct recorder recorder = draw(fig);
    char names[200] = "";
    double x, y, size;
    char name[40];

    for (const char *line = strstr(fp_text_string(&recorder.lines), "panel"); line && *line;
         line = strchr(line, '\n') + 1)
        if (sscanf(line, "text %lf %lf %lf %39[^\n]", &x, &y, &size, name) == 4)
            strcat(strcat(names, name), ",");
    assert_string_equal(names, expected);
    fp_text_finish(&recorder.lines);
}

/* matplotlib's bars, error bars and stems are containers, which its legends name last; histograms
 * are not. */
static void
containers_are_named_last(void **state)
{
    struct fp_figure *fig;
    struct fp_axes *ax = new_axes(&fig);
    struct fp_array *values = column((double[]){1, 2, 4}, 3);
    struct fp_errorbar_options errors = fp_errorbar_defaults();
    struct fp_bar_options bars = fp_bar_defaults();
    struct fp_hist_options hist = fp_hist_defaults();
    struct fp_stem_options stems = fp_stem_defaults();

    (void)state;
    errors.plot.label = "errors";
    bars.label = "bars";
    hist.bars.label = "hist";
    stems.label = "stems";
    assert_non_null(fp_axes_errorbar(ax, values, values, &errors));
    assert_non_null(fp_axes_bar(ax, values, values, &bars));
    assert_non_null(fp_axes_hist(ax, values, &hist, NULL, NULL));
    assert_non_null(fp_axes_stem(ax, values, values, &stems));
    plot_named(ax, "line", NULL, (double[]){0, 1}, 2);
    fp_axes_legend(ax, NULL);
    expect_names(fig, "hist,line,errors,bars,stems,");
    fp_unref(values);
    fp_unref(fig);
}

/* --- what it was asked to name ---------------------------------------------------------------- */

static void
ask(struct fp_axes *ax, void *const *handles, const char *const *labels, size_t count)
{
    struct fp_legend_options options = fp_legend_defaults();

    options.handles = handles;
    options.labels = labels;
    options.count = count;
    assert_non_null(fp_axes_legend(ax, &options));
}

static void
labels_go_to_the_first_artists_that_have_a_sample(void **state)
{
    struct fp_figure *fig;
    struct fp_axes *ax = new_axes(&fig);

    (void)state;
    show_counting(ax, 2, 2, NULL);
    plot_named(ax, "own", NULL, (double[]){0, 1}, 2);
    plot_named(ax, NULL, NULL, (double[]){0, 1}, 2);
    plot_named(ax, "third", NULL, (double[]){0, 1}, 2);
    ask(ax, NULL, (const char *[]){"a", "b"}, 2);
    expect_names(fig, "a,b,");
    ask(ax, NULL, (const char *[]){"a", "_b", "", "d", "e"}, 5); /* NULL or "": its own */
    expect_names(fig, "a,third,");
    ask(ax, NULL, NULL, 0);
    expect_names(fig, "own,third,");
    fp_unref(fig);
}

static void
handles_may_be_of_other_axes_and_may_go(void **state)
{
    struct fp_figure *fig;
    struct fp_axes *ax = new_axes(&fig), *other = fp_figure_add_subplot(fig, 2, 2, 1);
    struct fp_line *mine = plot_named(ax, "mine", NULL, (double[]){0, 1}, 2);
    struct fp_line *theirs = plot_named(other, "theirs", NULL, (double[]){0, 1}, 2);
    struct fp_line *nameless = plot_named(other, NULL, NULL, (double[]){0, 1}, 2);

    (void)state;
    fp_axes_set_axis(other, false); /* it comes after the legend, and would write numbers */
    ask(ax, (void *[]){theirs, nameless, mine}, NULL, 3);
    expect_names(fig, "theirs,mine,");
    ask(ax, (void *[]){theirs, nameless, mine}, (const char *[]){"a", "b", "c"}, 3);
    expect_names(fig, "a,b,c,");
    fp_artist_remove(theirs);
    expect_names(fig, "b,c,");
    fp_close(other);
    expect_names(fig, "c,");
    fp_unref(fig);
}

static void
what_cannot_be_named_is_refused_and_changes_nothing(void **state)
{
    struct fp_figure *fig;
    struct fp_axes *ax = new_axes(&fig);
    struct fp_line *line = fp_ref(plot_named(ax, "line", NULL, (double[]){0, 1}, 2));
    struct fp_image *image = show_counting(ax, 2, 2, NULL);
    struct fp_legend_options bad[10];

    (void)state;
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        bad[i] = fp_legend_defaults();
    bad[0].handles = (void *[]){image};
    bad[0].count = 1;
    bad[1].labels = (const char *[]){"fine", "\xff"};
    bad[1].count = 2;
    bad[2].title = "\xff";
    bad[3].ncol = 0;
    bad[4].fontsize = 0;
    bad[5].title_fontsize = NAN;
    bad[6].framealpha = 1.1;
    bad[7].has_bbox_to_anchor = true;
    bad[7].bbox_to_anchor[3] = INFINITY;
    bad[8].borderaxespad = NAN;
    bad[9].handles = (void *[]){fig}; /* no artist at all */
    bad[9].count = 1;
    ask(ax, NULL, (const char *[]){"name"}, 1);
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        assert_null(fp_axes_legend(ax, &bad[i]));
        assert_int_equal(fp_context_status(NULL), FP_ERR_ARGUMENT);
    }
    expect_names(fig, "name,");
    fp_artist_remove(line);
    bad[0].handles = (void *[]){line};
    assert_null(fp_axes_legend(ax, &bad[0]));
    fp_context_clear_error(NULL);
    fp_unref(line);
    fp_unref(fig);
}

static void
texts_are_copied_and_counted(void **state)
{
    struct fp_figure *fig;
    struct fp_axes *ax = new_axes(&fig);
    struct fp_legend_options options = fp_legend_defaults();
    char label[] = "label", title[] = "title";
    const char *labels[] = {label};
    struct fp_live_row rows[8];
    struct fp_object *legend;
    size_t n;

    (void)state;
    plot_named(ax, NULL, NULL, (double[]){0, 1}, 2);
    options.title = title;
    options.labels = labels;
    options.count = 1;
    legend = (struct fp_object *)fp_axes_legend(ax, &options);
    label[0] = title[0] = 'X';
    expect_names(fig, "title,label,");
    n = fp_live_table(NULL, rows, 8);
    assert_string_equal(rows[n - 1].name, "legend");
    assert_true(rows[n - 1].bytes >= legend->cls->size + sizeof "label" + sizeof "title");
    fp_unref(fig);
}

/* It still has its room in a layout. */
static void
a_legend_without_a_frame_has_clear_colours(void **state)
{
    struct fp_figure *fig;
    struct fp_axes *ax = new_axes(&fig);
    struct fp_legend_options options = fp_legend_defaults();
    struct recorder recorder;

    (void)state;
    plot_named(ax, "x", NULL, (double[]){0, 1}, 2);
    options.frameon = false;
    fp_axes_legend(ax, &options);
    recorder = draw(fig);
    assert_int_equal(recorder.panel_face.a, 0);
    assert_int_equal(recorder.panel_edge.a, 0);
    fp_text_finish(&recorder.lines);
    options.frameon = true;
    options.framealpha = .4;
    fp_axes_legend(ax, &options);
    recorder = draw(fig);
    assert_int_equal(recorder.panel_face.a, 102);
    assert_int_equal(recorder.panel_edge.a, 102);
    fp_text_finish(&recorder.lines);
    fp_unref(fig);
}

/* --- where it stands -------------------------------------------------------------------------- */

/* The corner of the panel that is drawn for a legend of one line "x": 56.9 × 25 px, on whole
 * ones. */
static void
expect_place(struct fp_figure *fig, int left, int top)
{
    struct recorder recorder = draw(fig);
    double box[4] = {0};
    const char *panel = strstr(fp_text_string(&recorder.lines), "panel ");

    assert_non_null(panel);
    assert_int_equal(sscanf(panel, "panel %lf %lf %lf %lf", &box[0], &box[1], &box[2], &box[3]), 4);
    fp_text_finish(&recorder.lines);
    assert_near(box[0], left + .5, 0);
    assert_near(box[1], top + .5, 0);
    assert_near(box[2] - box[0], 56.5, .5);
    assert_near(box[3] - box[1], 25, 0);
}

enum { LEFT = 87, MIDDLE = 300, RIGHT = 512, TOP = 65, HALFWAY = 230, BOTTOM = 395 };

static void
each_place_is_where_its_name_says(void **state)
{
    static const int at[FP_LEGEND_PLACES][2] = {
        [FP_LEGEND_UPPER_RIGHT] = {RIGHT, TOP},      [FP_LEGEND_UPPER_LEFT] = {LEFT, TOP},
        [FP_LEGEND_LOWER_LEFT] = {LEFT, BOTTOM},     [FP_LEGEND_LOWER_RIGHT] = {RIGHT, BOTTOM},
        [FP_LEGEND_CENTER_RIGHT] = {RIGHT, HALFWAY}, [FP_LEGEND_CENTER_LEFT] = {LEFT, HALFWAY},
        [FP_LEGEND_LOWER_CENTER] = {MIDDLE, BOTTOM}, [FP_LEGEND_UPPER_CENTER] = {MIDDLE, TOP},
        [FP_LEGEND_CENTER] = {MIDDLE, HALFWAY},
    };
    struct fp_figure *fig;
    struct fp_axes *ax = new_axes(&fig);

    (void)state;
    plot_named(ax, "x", NULL, (double[]){0, 1}, 2);
    for (int i = FP_LEGEND_UPPER_RIGHT; i < FP_LEGEND_PLACES; i++) {
        assert_non_null(legend_at(ax, (enum fp_legend_place)i));
        expect_place(fig, at[i][0], at[i][1]);
    }
    fp_unref(fig);
}

/* Where the best place is for a line within the limits 0 … 1. */
static void
expect_best(const double *x, const double *y, size_t n, int left, int top)
{
    struct fp_figure *fig;
    struct fp_axes *ax = new_axes(&fig);

    fp_axes_set_xlim(ax, 0, 1);
    fp_axes_set_ylim(ax, 0, 1);
    assert_non_null(plot_named(ax, "x", x, y, n));
    legend_at(ax, FP_LEGEND_BEST);
    expect_place(fig, left, top);
    fp_unref(fig);
}

static void
the_best_place_avoids_points(void **state)
{
    (void)state;
    expect_best((double[]){.5, .5}, (double[]){0, 1}, 2, RIGHT, TOP);
    expect_best((double[]){.5, .9}, (double[]){0, .95}, 2, LEFT, TOP);
    expect_best((double[]){.5, .9, .5, .05}, (double[]){0, .95, 0, .95}, 4, LEFT, BOTTOM);
    expect_best((double[]){.05, .9, .9, .05}, (double[]){.05, .95, .05, .95}, 4, LEFT, HALFWAY);
}

static void
the_best_place_avoids_what_runs_between_points(void **state)
{
    (void)state;
    expect_best((double[]){0, 1}, (double[]){.95, .95}, 2, LEFT, BOTTOM);
    expect_best((double[]){-3, 1.4, 9}, (double[]){1.5, .5, 9}, 3, RIGHT, TOP);
    expect_best((double[]){.93, .93, .04, .04}, (double[]){-1, 5, 5, -1}, 4, MIDDLE, BOTTOM);
    expect_best((double[]){0, NAN, 1}, (double[]){.95, .95, .95}, 3, RIGHT,
                TOP); /* but a gap not */
}

static void
where_all_is_covered_the_least_is_best(void **state)
{
    double x[1000], y[1000];
    size_t n = 0;

    (void)state;
    for (int i = 0; i < 30; i++)
        for (int k = 0; k < 30; k++)
            if (i != 22 || k < 28) {
                x[n] = i / 29.;
                y[n++] = k / 29.;
            }
    expect_best(x, y, n, RIGHT, TOP); /* all alike: the first */
    x[n] = .95;
    y[n++] = .95;
    expect_best(x, y, n, LEFT, TOP);
}

static void
the_best_place_looks_at_all_lines(void **state)
{
    struct fp_figure *fig;
    struct fp_axes *ax = new_axes(&fig);

    (void)state;
    fp_axes_set_xlim(ax, 0, 1);
    fp_axes_set_ylim(ax, 0, 1);
    plot_named(ax, "x", (double[]){.5, .95}, (double[]){.5, .95}, 2);
    plot_named(ax, NULL, (double[]){.5, .05}, (double[]){.5, .95}, 2); /* also without a name */
    legend_at(ax, FP_LEGEND_BEST);
    expect_place(fig, LEFT, BOTTOM);
    fp_unref(fig);
}

/* Each span once, wherever it is covered. */
static void
the_best_place_looks_at_spans(void **state)
{
    struct fp_figure *fig;
    struct fp_axes *ax = new_axes(&fig);

    (void)state;
    fp_axes_set_xlim(ax, 0, 1);
    fp_axes_set_ylim(ax, 0, 1);
    plot_named(ax, "x", (double[]){.5, .5}, (double[]){0, 1}, 2);
    legend_at(ax, FP_LEGEND_BEST);
    shade_span(ax, .8, .9, FP_BLACK); /* within its width */
    expect_place(fig, LEFT, TOP);
    shade_span(ax, -3, .1, FP_BLACK);
    expect_place(fig, RIGHT, TOP); /* one each */
    shade_span(ax, 1, .95, FP_BLACK);
    expect_place(fig, LEFT, TOP);
    shade_span(ax, -.2, .01, FP_BLACK); /* ends left of it */
    expect_place(fig, LEFT, TOP);
    shade_span(ax, .02, .01, FP_BLACK);
    expect_place(fig, MIDDLE, BOTTOM); /* across the line */
    fp_unref(fig);
}

/* --- life ------------------------------------------------------------------------------------- */

static void
a_second_legend_takes_the_place_of_the_first(void **state)
{
    struct fp_figure *fig;
    struct fp_axes *ax = new_axes(&fig);
    struct fp_legend *legend = legend_at(ax, FP_LEGEND_UPPER_LEFT);

    (void)state;
    plot_named(ax, "x", NULL, (double[]){0, 1}, 2);
    assert_ptr_equal(legend_at(ax, FP_LEGEND_LOWER_RIGHT), legend);
    assert_int_equal(ax->body->artist_count, 2);
    expect_place(fig, RIGHT, BOTTOM);
    fp_unref(fig);
}

static void
a_place_that_is_none_is_refused_and_changes_nothing(void **state)
{
    struct fp_figure *fig;
    struct fp_axes *ax = new_axes(&fig);

    (void)state;
    plot_named(ax, "x", NULL, (double[]){0, 1}, 2);
    assert_null(legend_at(ax, FP_LEGEND_PLACES));
    assert_int_equal(fp_context_status(NULL), FP_ERR_ARGUMENT);
    expect_legend(fig, "");
    legend_at(ax, FP_LEGEND_CENTER);
    assert_null(legend_at(ax, FP_LEGEND_PLACES + 7));
    expect_place(fig, MIDDLE, HALFWAY);
    fp_context_clear_error(NULL);
    fp_unref(fig);
}

static void
it_goes_when_removed_cleared_or_with_its_axes(void **state)
{
    struct fp_figure *fig;
    struct fp_axes *ax = fp_ref(new_axes(&fig));
    struct fp_legend *legend;

    (void)state;
    plot_named(ax, "x", NULL, (double[]){0, 1}, 2);
    legend = fp_ref(legend_at(ax, FP_LEGEND_BEST));
    assert_int_equal(fp_artist_remove(legend), FP_OK);
    assert_int_equal(fp_artist_remove(legend), FP_ERR_CLOSED);
    assert_string_equal(fp_context_message(NULL), "the legend was closed");
    expect_legend(fig, "");
    fp_unref(legend);

    legend = fp_ref(legend_at(ax, FP_LEGEND_BEST));
    fp_axes_clear(ax);
    assert_true(fp_is_closed(legend));
    fp_unref(legend);

    legend = fp_ref(legend_at(ax, FP_LEGEND_BEST));
    fp_unref(fig);
    assert_true(fp_is_closed(legend));
    assert_null(legend_at(ax, FP_LEGEND_BEST));
    assert_int_equal(fp_context_status(NULL), FP_ERR_CLOSED);
    fp_context_clear_error(NULL);
    fp_unref(legend);
    fp_unref(ax);
}

static int
name_two(void *arg)
{
    struct fp_legend_options options = fp_legend_defaults();
    struct fp_figure *fig = fp_figure_create(NULL);
    struct fp_axes *ax = fig ? fp_figure_add_subplot(fig, 1, 1, 1) : NULL;
    struct fp_line *line = ax ? plot_named(ax, "line", NULL, (double[]){0, 1}, 2) : NULL;
    bool fine;

    (void)arg;
    options.title = "title";
    options.handles = (void *[]){line, line};
    options.labels = (const char *[]){"two\nlines", NULL};
    options.count = 2;
    fine = line && fp_axes_legend(ax, &options) && fp_axes_legend(ax, NULL) &&
           fp_axes_legend(ax, &options);
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
    torture(name_two, NULL, 1);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(lines_are_named_in_the_order_in_which_they_were_added),
        world_test(without_labels_there_is_nothing_to_draw),
        world_test(it_names_who_is_there_when_it_is_drawn),
        world_test(samples_have_the_dashes_of_their_lines),
        world_test(a_text_that_fails_ends_the_drawing),
        world_test(each_place_is_where_its_name_says),
        world_test(the_best_place_avoids_points),
        world_test(the_best_place_avoids_what_runs_between_points),
        world_test(where_all_is_covered_the_least_is_best),
        world_test(the_best_place_looks_at_all_lines),
        world_test(the_best_place_looks_at_spans),
        world_test(containers_are_named_last),
        world_test(labels_go_to_the_first_artists_that_have_a_sample),
        world_test(handles_may_be_of_other_axes_and_may_go),
        world_test(what_cannot_be_named_is_refused_and_changes_nothing),
        world_test(texts_are_copied_and_counted),
        world_test(a_legend_without_a_frame_has_clear_colours),
        world_test(every_failure_leaves_an_empty_world),
        world_test(a_second_legend_takes_the_place_of_the_first),
        world_test(a_place_that_is_none_is_refused_and_changes_nothing),
        world_test(it_goes_when_removed_cleared_or_with_its_axes),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
