/* SPDX-License-Identifier: MIT */
/* test_line.c: lines: their values, looks, and what they put on a canvas that only writes down. */
#include "unit/support.h"

#include <math.h>

#include "core/alloc.h"
#include "figure/axes.h"
#include "plots/line.h"
#include "unit/figure/recorder.h"
#include "unit/figure/scene.h"

/* An axes of its own figure, whose box is 80, 57.6 … 576, 427.2 on the canvas. */
static struct fp_axes *
new_axes(struct fp_figure **fig)
{
    *fig = fp_figure_create(NULL);
    return fp_figure_add_subplot(*fig, 1, 1, 1);
}

static struct recorder
draw(struct fp_figure *fig)
{
    struct recorder recorder = recorder_for(fig);

    assert_int_equal(fp__figure_draw(fig, &recorder.base), FP_OK);
    return recorder;
}

/* The lines from the first clip to the last unclip are those expected. */
static void
expect_lines(struct fp_figure *fig, const char *expected)
{
    struct recorder recorder = draw(fig);
    const char *all = fp_text_string(&recorder.lines), *end = all;
    const char *begin = strstr(all, "clip ");
    char *drawn;

    for (const char *p = all; (p = strstr(p, "unclip\n")); p++)
        end = p + strlen("unclip\n");
    drawn = begin && begin < end ? strndup(begin, (size_t)(end - begin)) : strdup("");
    assert_string_equal(drawn, expected);
    free(drawn);
    fp_text_finish(&recorder.lines);
}

/* --- on the canvas ---------------------------------------------------------------------------- */

/* Solid lines reach half their width beyond their ends, 1.042 px of 2.083. */
#define CLIP "clip 80 58 576 427\n"

static void
a_line_is_clipped_traced_and_stroked(void **state)
{
    struct fp_figure *fig;
    struct fp_axes *ax = new_axes(&fig);

    (void)state;
    fp_axes_set_xlim(ax, 0, 2);
    fp_axes_set_ylim(ax, 0, 1);
    PLOT(ax, 0, 1, .5);
    expect_lines(fig, CLIP "path gap 79.42,428.06 328,57.6 576.84,243.02\n"
                           "stroke 2.083 #1f77b4ff\nunclip\n");
    fp_axes_set_xlim(ax, 2, 0);
    expect_lines(fig, CLIP "path gap 576.58,428.06 328,57.6 79.165,243.02\n"
                           "stroke 2.083 #1f77b4ff\nunclip\n");
    fp_unref(fig);
}

static void
x_places_the_points_in_any_order(void **state)
{
    struct fp_figure *fig;
    struct fp_axes *ax = new_axes(&fig);

    (void)state;
    fp_axes_set_xlim(ax, 0, 2);
    fp_axes_set_ylim(ax, 0, 1);
    plot_points(ax, (double[]){2, 0, 1}, (double[]){.25, .5, .75}, 3, NULL);
    expect_lines(fig, CLIP "path gap 577.02,334.99 80,242.4 328.98,149.64\n"
                           "stroke 2.083 #1f77b4ff\nunclip\n");
    fp_unref(fig);
}

static void
values_that_are_not_finite_make_gaps(void **state)
{
    struct fp_figure *fig;
    struct fp_axes *ax = new_axes(&fig);

    (void)state;
    fp_axes_set_xlim(ax, 0, 4);
    fp_axes_set_ylim(ax, 0, 1);
    PLOT(ax, 0, .5, NAN, .5, 1);
    expect_lines(fig, CLIP "path gap 79.42,428.06 204.58,241.54 gap 451.42,243.26 576.58,56.735\n"
                           "stroke 2.083 #1f77b4ff\nunclip\n");
    fp_axes_clear(ax);
    fp_axes_set_xlim(ax, 0, 4);
    fp_axes_set_ylim(ax, 0, 1);
    plot_points(ax, (double[]){0, 1, -INFINITY, 3, 4}, (double[]){0, .5, 9, .5, 1}, 5, NULL);
    expect_lines(fig, CLIP "path gap 79.42,428.06 204.58,241.54 gap 451.42,243.26 576.58,56.735\n"
                           "stroke 2.083 #1f77b4ff\nunclip\n");
    fp_unref(fig);
}

/* At 2 × 2.083 + 2 px around it, and as far as the end of a stroke reaches: it cannot be seen. */
static void
what_leaves_the_canvas_is_cut_off_beyond_it(void **state)
{
    struct fp_figure *fig;
    struct fp_axes *ax = new_axes(&fig);

    (void)state;
    fp_axes_set_xlim(ax, 0, 1);
    fp_axes_set_ylim(ax, 0, 1);
    plot_points(ax, (double[]){-1, .5, .5, 1e300}, (double[]){.5, .5, 1e300, .5}, 4, NULL);
    expect_lines(fig, CLIP "path gap -7.2083,242.4 328,242.4 328,-7.2083\n"
                           "stroke 2.083 #1f77b4ff\nunclip\n");
    fp_unref(fig);
}

/* As Agg's, so that the pattern stands where matplotlib's does; snapped where the line is. */
static void
dashes_begin_one_pixel_outside_the_canvas(void **state)
{
    struct fp_plot_options dashed = fp_plot_defaults();
    struct fp_figure *fig;
    struct fp_axes *ax = new_axes(&fig);

    (void)state;
    dashed.linestyle = FP_DASHED;
    dashed.linewidth = .72;
    fp_axes_set_xlim(ax, 0, 1);
    fp_axes_set_ylim(ax, 0, 1);
    plot_points(ax, (double[]){-1, 2}, (double[]){-1, 2}, 2, &dashed);
    expect_lines(fig, CLIP "path gap 7.8009,481 641,9.1645\n"
                           "stroke 1 #1f77b4ff 3.7 1.6 from 0\nunclip\n");
    fp_artist_remove(ax->body->artists[0]);
    plot_points(ax, (double[]){-1, 2}, (double[]){.5, .5}, 2, &dashed);
    expect_lines(fig, CLIP "path gap -0.5,242.5 641.5,242.5\n"
                           "stroke 1 #ff7f0eff 3.7 1.6 from 0\nunclip\n");
    fp_unref(fig);
}

/* Those that are allowed place points. */
static void
limits_as_close_as_can_be_show_what_is_between(void **state)
{
    struct fp_figure *fig;
    struct fp_axes *ax = new_axes(&fig);
    struct recorder recorder;

    (void)state;
    assert_int_equal(fp_axes_set_xlim(ax, 0, 1e-300), FP_OK);
    assert_int_equal(fp_axes_set_ylim(ax, 0, -1e-300), FP_OK);
    fp_axes_set_ticks(ax, false);
    plot_points(ax, (double[]){0, .5e-300, 1e-300}, (double[]){0, -1e-300, 0}, 3, NULL);
    recorder = draw(fig);
    recorded_at(&recorder, "path gap 79.42,428.06 328,57.6 576.58,428.06\n");
    fp_text_finish(&recorder.lines);
    fp_unref(fig);
}

/* Lines of horizontal and vertical pieces only: 2 px wide between pixels, 1 px wide on them. */
static void
rectilinear_lines_snap_to_pixels(void **state)
{
    struct fp_plot_options thin = fp_plot_defaults();
    struct fp_figure *fig;
    struct fp_axes *ax = new_axes(&fig);

    (void)state;
    thin.linewidth = .72;
    fp_axes_set_xlim(ax, 0, 3);
    fp_axes_set_ylim(ax, 0, 1);
    plot_points(ax, (double[]){.1, .7, .7, 2}, (double[]){.3, .3, .9, .9}, 4, NULL);
    expect_lines(fig, CLIP "path gap 95.958,316 196,316 196,95 412.04,95\n"
                           "stroke 2.083 #1f77b4ff\nunclip\n");
    fp_artist_remove(ax->body->artists[0]);
    plot_points(ax, (double[]){.1, .7, .7, 2}, (double[]){.3, .3, .9, .9}, 4, &thin);
    expect_lines(fig, CLIP "path gap 97,316.5 196.5,316.5 196.5,95.5 412,95.5\n"
                           "stroke 1 #ff7f0eff\nunclip\n");
    fp_unref(fig);
}

/* What a gap lies between is not compared. */
static void
rectilinear_pieces_of_a_line_snap(void **state)
{
    struct fp_figure *fig;
    struct fp_axes *ax = new_axes(&fig);

    (void)state;
    fp_axes_set_xlim(ax, 0, 4);
    fp_axes_set_ylim(ax, 0, 3);
    PLOT(ax, 1, 1, NAN, 2, 2);
    expect_lines(fig, CLIP "path gap 78.958,304 205.04,304 gap 450.96,181 577.04,181\n"
                           "stroke 2.083 #1f77b4ff\nunclip\n");
    fp_artist_remove(ax->body->artists[0]);
    PLOT(ax, 2, 2, 1.5, NAN, 2);
    expect_lines(fig, CLIP "path gap 78.958,180.8 204,180.8 328.93,242.86\n"
                           "stroke 2.083 #ff7f0eff\nunclip\n");
    fp_unref(fig);
}

static void
slanted_lines_do_not_snap(void **state)
{
    struct fp_figure *fig;
    struct fp_axes *ax = new_axes(&fig);

    (void)state;
    fp_axes_set_xlim(ax, 0, 3);
    fp_axes_set_ylim(ax, 0, 1);
    plot_points(ax, (double[]){.1, .7, .8}, (double[]){.3, .3, .9}, 3, NULL);
    expect_lines(fig, CLIP "path gap 95.492,316.32 195.73,316.32 212.34,93.521\n"
                           "stroke 2.083 #1f77b4ff\nunclip\n");
    fp_unref(fig);
}

/* Agg looks at 1,024 points at most: the same line with one more is where its values are. */
static void
long_lines_do_not_snap(void **state)
{
    static double level[1025];
    struct fp_figure *fig;
    struct fp_axes *ax = new_axes(&fig);

    (void)state;
    for (int i = 0; i < 1025; i++)
        level[i] = i < 2 ? .3 : NAN;
    fp_axes_set_xlim(ax, 0, 4);
    fp_axes_set_ylim(ax, 0, 1);
    plot_points(ax, NULL, level, 1024, NULL);
    expect_lines(fig, CLIP "path gap 78.958,316 205.04,316\nstroke 2.083 #1f77b4ff\nunclip\n");
    fp_artist_remove(ax->body->artists[0]);
    plot_points(ax, NULL, level, 1025, NULL);
    expect_lines(fig,
                 CLIP "path gap 78.958,316.32 205.04,316.32\nstroke 2.083 #ff7f0eff\nunclip\n");
    fp_unref(fig);
}

static void
styles_are_dashes_in_line_widths(void **state)
{
    static const char *const strokes[] = {
        [FP_SOLID] = "stroke 2 #1f77b4ff\n",
        [FP_DASHED] = "stroke 2 #ff7f0eff 7.4 3.2 from 0\n",
        [FP_DASHDOT] = "stroke 2 #2ca02cff 12.8 3.2 2 3.2 from 0\n",
        [FP_DOTTED] = "stroke 2 #d62728ff 2 3.3 from 0\n",
    };
    struct fp_figure *fig;
    struct fp_axes *ax = new_axes(&fig);
    struct fp_plot_options options = fp_plot_defaults();
    struct recorder recorder;

    (void)state;
    options.linewidth = 1.44;
    for (int i = 0; i <= FP_DOTTED; i++) {
        options.linestyle = (enum fp_linestyle)i;
        plot_points(ax, NULL, (double[]){0, 1}, 2, &options);
    }
    recorder = draw(fig);
    for (int i = 0; i <= FP_DOTTED; i++)
        recorded_at(&recorder, strokes[i]);
    fp_text_finish(&recorder.lines);
    fp_unref(fig);
}

static void
widths_and_dashes_grow_with_the_resolution(void **state)
{
    struct fp_figure *fig;
    struct fp_axes *ax = new_axes(&fig);
    struct recorder recorder;

    (void)state;
    fp_figure_set_dpi(fig, 144);
    PLOT(ax, 0, 1);
    recorder = draw(fig);
    recorded_at(&recorder, "stroke 3 #1f77b4ff\n");
    fp_text_finish(&recorder.lines);
    fp_unref(fig);
}

static void
a_line_of_no_or_one_point_draws_nothing(void **state)
{
    struct fp_figure *fig;
    struct fp_axes *ax = new_axes(&fig);

    (void)state;
    assert_non_null(plot_points(ax, NULL, NULL, 0, NULL));
    expect_lines(fig, CLIP "path\nstroke 2.083 #1f77b4ff\nunclip\n");
    fp_axes_clear(ax);
    assert_non_null(PLOT(ax, 5));
    expect_lines(fig, CLIP "path\nstroke 2.083 #1f77b4ff\nunclip\n");
    fp_unref(fig);
}

static void
lines_are_drawn_without_the_axis_too(void **state)
{
    struct fp_figure *fig;
    struct fp_axes *ax = new_axes(&fig);
    struct recorder recorder;

    (void)state;
    PLOT(ax, 0, 1);
    fp_axes_set_axis(ax, false);
    fp_axes_set_grid(ax, true);
    recorder = draw(fig);
    recorded_at(&recorder, "stroke 2.083 #1f77b4ff\n");
    assert_null(strstr(fp_text_string(&recorder.lines), "line "));
    fp_text_finish(&recorder.lines);
    fp_unref(fig);
}

/* --- colours ---------------------------------------------------------------------------------- */

static void
expect_color(const struct fp_line *line, unsigned rgb)
{
    assert_non_null(line);
    assert_int_equal(line->color.r << 16 | line->color.g << 8 | line->color.b, rgb);
    assert_int_equal(line->color.a, 255);
}

/* matplotlib's axes.prop_cycle. */
static const unsigned cycle[] = {0x1f77b4, 0xff7f0e, 0x2ca02c, 0xd62728, 0x9467bd,
                                 0x8c564b, 0xe377c2, 0x7f7f7f, 0xbcbd22, 0x17becf};

static void
colours_come_in_matplotlibs_order(void **state)
{
    struct fp_figure *fig;
    struct fp_axes *ax = new_axes(&fig);

    (void)state;
    for (int i = 0; i < 23; i++)
        expect_color(PLOT(ax, 0, 1), cycle[i % 10]);
    expect_color(PLOT(fp_figure_add_subplot(fig, 1, 2, 1), 0, 1), cycle[0]);
    fp_unref(fig);
}

/* As in matplotlib: only clear begins anew. */
static void
own_colours_failures_and_removals_leave_the_order(void **state)
{
    struct fp_figure *fig;
    struct fp_axes *ax = new_axes(&fig);
    struct fp_plot_options options = fp_plot_defaults();

    (void)state;
    options.has_color = true;
    options.color = (struct fp_color){1, 2, 3, 255};
    expect_color(PLOT(ax, 0, 1), cycle[0]);
    expect_color(plot_points(ax, NULL, (double[]){1}, 1, &options), 0x010203);
    fp_artist_remove(PLOT(ax, 0, 1));
    options.linewidth = -1;
    options.has_color = false;
    assert_null(plot_points(ax, NULL, (double[]){1}, 1, &options));
    expect_color(PLOT(ax, 0, 1), cycle[2]);
    fp_axes_clear(ax);
    expect_color(PLOT(ax, 0, 1), cycle[0]);
    fp_context_clear_error(NULL);
    fp_unref(fig);
}

/* Of the line and of its markers, those with a colour of their own too. */
static void
alpha_is_that_of_all_colours(void **state)
{
    struct fp_figure *fig;
    struct fp_axes *ax = new_axes(&fig);
    struct fp_plot_options options = fp_plot_defaults();
    struct fp_line *line;

    (void)state;
    options.alpha = .5;
    options.marker = 'o';
    options.has_markerfacecolor = true;
    options.markerfacecolor = (struct fp_color){1, 2, 3, 100};
    line = plot_points(ax, NULL, (double[]){1}, 1, &options);
    assert_int_equal(line->color.a, 128);
    assert_int_equal(line->markerface.a, 50);
    assert_int_equal(line->markeredge.a, 50);
    options.has_markeredgecolor = true;
    options.markeredgecolor = FP_BLACK;
    line = plot_points(ax, NULL, (double[]){1}, 1, &options);
    assert_int_equal(line->markeredge.a, 128);
    fp_unref(fig);
}

/* --- values ----------------------------------------------------------------------------------- */

static void
values_are_kept_by_reference(void **state)
{
    enum { MANY = 100000 };
    double *values = calloc(MANY, sizeof *values);
    struct fp_array *y = column(values, MANY), *x = column(values, MANY);
    struct fp_figure *fig;
    struct fp_axes *ax = new_axes(&fig);
    size_t bytes = fp__alloc_bytes();
    struct fp_line *line = fp_axes_plot(ax, x, y, NULL);

    (void)state;
    assert_non_null(line);
    assert_true(fp__alloc_bytes() - bytes < 1000);
    assert_int_equal(((struct fp_object *)y)->refs, 2);
    assert_int_equal(((struct fp_object *)x)->refs, 2);
    fp_artist_remove(line);
    assert_int_equal(((struct fp_object *)y)->refs, 1);
    assert_int_equal(((struct fp_object *)x)->refs, 1);
    fp_unref(y);
    fp_unref(x);
    fp_unref(fig);
    free(values);
}

static void
one_array_can_be_both(void **state)
{
    struct fp_array *array = column((double[]){0, 1}, 2);
    struct fp_figure *fig;
    struct fp_axes *ax = new_axes(&fig);
    struct fp_line *line = fp_axes_plot(ax, array, array, NULL);

    (void)state;
    assert_int_equal(((struct fp_object *)array)->refs, 3);
    assert_int_equal(fp_line_set_data(line, array, array), FP_OK);
    assert_int_equal(((struct fp_object *)array)->refs, 3);
    fp_unref(array);
    expect_lines(fig, CLIP "path gap 101.71,411.02 554.29,73.778\n"
                           "stroke 2.083 #1f77b4ff\nunclip\n");
    fp_unref(fig);
}

static void
any_type_and_stride_will_do(void **state)
{
    static const int16_t shorts[] = {0, 9, 1, 9, 2, 9};
    size_t n = 3;
    struct fp_layout layout = fp_layout_c(FP_INT16, 1, &n);
    struct fp_array *all, *backwards;
    struct fp_figure *fig;
    struct fp_axes *ax = new_axes(&fig);

    (void)state;
    layout.strides[0] = 4;
    all = fp_array_wrap(NULL, shorts, &layout, NULL, NULL);
    layout.strides[0] = -4;
    backwards = fp_array_view(all, 8, &layout);
    assert_non_null(fp_axes_plot(ax, all, backwards, NULL));
    fp_unref(all);
    fp_unref(backwards);
    expect_lines(fig, CLIP "path gap 101.71,73.778 328,242.4 554.29,411.02\n"
                           "stroke 2.083 #1f77b4ff\nunclip\n");
    fp_unref(fig);
}

/* As for images: the picture cannot be drawn, and says why. */
static void
a_closed_array_ends_the_drawing(void **state)
{
    (void)state;
    for (int i = 0; i < 2; i++) {
        struct fp_array *array[2] = {column((double[]){5, 9}, 2), column((double[]){5, 9}, 2)};
        struct fp_figure *fig;
        struct fp_axes *ax = new_axes(&fig);
        struct recorder recorder = recorder_for(fig);
        double lim[2];

        assert_non_null(fp_axes_plot(ax, array[0], array[1], NULL));
        fp_axes_legend(ax, NULL);
        fp_close(array[i]);
        assert_int_equal(fp_axes_get_xlim(ax, &lim[0], &lim[1]), FP_OK);
        assert_near(lim[1], .055, 1e-15);
        assert_int_equal(fp__figure_draw(fig, &recorder.base), FP_ERR_CLOSED);
        assert_string_equal(fp_context_message(NULL), "the array of a line was closed");
        fp_text_finish(&recorder.lines);
        fp_unref(array[0]);
        fp_unref(array[1]);
        fp_unref(fig);
    }
    fp_context_clear_error(NULL);
}

static void
set_data_replaces_the_values_and_nothing_else(void **state)
{
    struct fp_figure *fig;
    struct fp_axes *ax = new_axes(&fig);
    struct fp_plot_options options = fp_plot_defaults();
    struct fp_array *x = column((double[]){0, 1, 2}, 3), *y = column((double[]){0, 1, .5}, 3);
    struct fp_line *line;

    (void)state;
    options.linestyle = FP_DASHED;
    options.linewidth = 1.44;
    line = plot_points(ax, NULL, (double[]){1, 2}, 2, &options);
    fp_axes_set_xlim(ax, 0, 2);
    fp_axes_set_ylim(ax, 0, 1);
    assert_int_equal(fp_line_set_data(line, x, y), FP_OK);
    expect_lines(fig, CLIP "path gap 80,427.2 328,57.6 576,242.4\n"
                           "stroke 2 #1f77b4ff 7.4 3.2 from 0\nunclip\n");
    assert_int_equal(fp_line_set_data(line, NULL, y), FP_OK);
    assert_int_equal(((struct fp_object *)x)->refs, 1);
    expect_lines(fig, CLIP "path gap 80,427.2 328,57.6 576,242.4\n"
                           "stroke 2 #1f77b4ff 7.4 3.2 from 0\nunclip\n");
    fp_unref(x);
    fp_unref(y);
    fp_unref(fig);
}

static void
set_data_that_fails_leaves_the_line_as_it_was(void **state)
{
    struct fp_figure *fig;
    struct fp_axes *ax = new_axes(&fig);
    struct fp_line *line = fp_ref(PLOT(ax, 0, 1));
    struct fp_array *y = line->y, *three = column((double[]){1, 2, 3}, 3), *two;
    struct fp_array *square = counting(2, 2), *closed = counting(1, 1);

    (void)state;
    two = column((double[]){1, 2}, 2);
    fp_close(closed);
    assert_int_equal(fp_line_set_data(line, three, two), FP_ERR_ARGUMENT);
    assert_int_equal(fp_line_set_data(line, NULL, square), FP_ERR_ARGUMENT);
    assert_int_equal(fp_line_set_data(line, square, square), FP_ERR_ARGUMENT);
    assert_int_equal(fp_line_set_data(line, NULL, closed), FP_ERR_CLOSED);
    assert_int_equal(fp_line_set_data(line, closed, two), FP_ERR_CLOSED);
    assert_int_equal(fp_line_set_data(line, NULL, NULL), FP_ERR_CLOSED);
    assert_ptr_equal(line->y, y);
    assert_null(line->x);
    fp_close(line);
    assert_int_equal(fp_line_set_data(line, NULL, two), FP_ERR_CLOSED);
    assert_string_equal(fp_context_message(NULL), "the line was closed");
    assert_int_equal(fp_line_set_data(NULL, NULL, two), FP_ERR_CLOSED);
    fp_context_clear_error(NULL);
    fp_unref(line);
    fp_unref(three);
    fp_unref(two);
    fp_unref(square);
    fp_unref(closed);
    fp_unref(fig);
}

/* --- arguments -------------------------------------------------------------------------------- */

static void
expect_refused(struct fp_axes *ax, const struct fp_plot_options *options)
{
    size_t bytes = fp__alloc_bytes();

    assert_null(plot_points(ax, NULL, (double[]){0, 1}, 2, options));
    assert_int_equal(fp_context_status(NULL), FP_ERR_ARGUMENT);
    assert_int_equal(fp__alloc_bytes(), bytes);
    fp_context_clear_error(NULL);
}

static void
options_that_cannot_be_drawn_are_refused(void **state)
{
    static const double widths[] = {0, -1, NAN, INFINITY};
    struct fp_figure *fig;
    struct fp_axes *ax = new_axes(&fig);
    struct fp_plot_options options = fp_plot_defaults();

    (void)state;
    assert_near(options.linewidth, 1.5, 0);
    assert_int_equal(options.linestyle, FP_SOLID);
    assert_false(options.has_color);
    assert_null(options.label);
    for (size_t i = 0; i < sizeof widths / sizeof widths[0]; i++) {
        options.linewidth = widths[i];
        expect_refused(ax, &options);
    }
    options = fp_plot_defaults();
    options.linestyle = FP_NO_LINE + 1;
    expect_refused(ax, &options);
    options = fp_plot_defaults();
    for (size_t i = 0; i < 3; i++) {
        options.alpha = (const double[]){-.1, 1.1, NAN}[i];
        expect_refused(ax, &options);
    }
    options = fp_plot_defaults();
    options.label = "\xff";
    expect_refused(ax, &options);
    options.label = "two\nlines";
    expect_refused(ax, &options);
    assert_int_equal(ax->body->artist_count, 0);
    fp_unref(fig);
}

static void
arrays_that_are_no_columns_are_refused(void **state)
{
    struct fp_figure *fig;
    struct fp_axes *ax = fp_ref(new_axes(&fig));
    struct fp_array *square = counting(2, 2), *two = column((double[]){1, 2}, 2);
    struct fp_array *three = column((double[]){1, 2, 3}, 3);

    (void)state;
    assert_null(fp_axes_plot(ax, NULL, square, NULL));
    assert_null(fp_axes_plot(ax, square, two, NULL));
    assert_null(fp_axes_plot(ax, three, two, NULL));
    assert_int_equal(fp_context_status(NULL), FP_ERR_ARGUMENT);
    assert_null(fp_axes_plot(ax, two, NULL, NULL));
    assert_int_equal(fp_context_status(NULL), FP_ERR_CLOSED);
    fp_close(three);
    assert_null(fp_axes_plot(ax, NULL, three, NULL));
    assert_null(fp_axes_plot(ax, three, two, NULL));
    fp_unref(fig);
    assert_null(fp_axes_plot(ax, NULL, two, NULL));
    assert_string_equal(fp_context_message(NULL), "the axes was closed");
    fp_context_clear_error(NULL);
    fp_unref(ax);
    fp_unref(square);
    fp_unref(two);
    fp_unref(three);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(a_line_is_clipped_traced_and_stroked),
        world_test(x_places_the_points_in_any_order),
        world_test(values_that_are_not_finite_make_gaps),
        world_test(what_leaves_the_canvas_is_cut_off_beyond_it),
        world_test(dashes_begin_one_pixel_outside_the_canvas),
        world_test(limits_as_close_as_can_be_show_what_is_between),
        world_test(rectilinear_lines_snap_to_pixels),
        world_test(rectilinear_pieces_of_a_line_snap),
        world_test(slanted_lines_do_not_snap),
        world_test(long_lines_do_not_snap),
        world_test(styles_are_dashes_in_line_widths),
        world_test(widths_and_dashes_grow_with_the_resolution),
        world_test(a_line_of_no_or_one_point_draws_nothing),
        world_test(lines_are_drawn_without_the_axis_too),
        world_test(colours_come_in_matplotlibs_order),
        world_test(own_colours_failures_and_removals_leave_the_order),
        world_test(alpha_is_that_of_all_colours),
        world_test(values_are_kept_by_reference),
        world_test(one_array_can_be_both),
        world_test(any_type_and_stride_will_do),
        world_test(a_closed_array_ends_the_drawing),
        world_test(set_data_replaces_the_values_and_nothing_else),
        world_test(set_data_that_fails_leaves_the_line_as_it_was),
        world_test(options_that_cannot_be_drawn_are_refused),
        world_test(arrays_that_are_no_columns_are_refused),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
