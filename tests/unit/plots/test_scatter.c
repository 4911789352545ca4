/* SPDX-License-Identifier: MIT */
/* test_scatter.c: markers and scatters on a canvas that only writes down; their colours, keys, life
 * and failures. */
#include "unit/support.h"

#include <math.h>
#include <unistd.h>

#include "figure/axes.h"
#include "plots/scatter.h"
#include "unit/figure/recorder.h"
#include "unit/figure/scene.h"

#define CLIP "clip 80 58 576 427\n"

/* Limits 0 … 10 on a box of 80, 57.6 … 576, 427.2. */
static struct fp_axes *
new_axes(struct fp_figure **fig)
{
    struct fp_axes *ax;

    *fig = fp_figure_create(NULL);
    ax = fp_figure_add_subplot(*fig, 1, 1, 1);
    fp_axes_set_xlim(ax, 0, 10);
    fp_axes_set_ylim(ax, 0, 10);
    return ax;
}

static struct fp_scatter *
scatter_points(struct fp_axes *ax, const double *x, const double *y, size_t n,
               const struct fp_scatter_options *options)
{
    struct fp_array *xs = column(x, n), *ys = column(y, n);
    struct fp_scatter *scatter = fp_axes_scatter(ax, xs, ys, options);

    fp_unref(xs);
    fp_unref(ys);
    return scatter;
}

static void
expect_drawn(struct fp_figure *fig, const char *lines)
{
    struct recorder recorder = recorder_for(fig);

    assert_int_equal(fp__figure_draw(fig, &recorder.base), FP_OK);
    recorded_at(&recorder, lines);
    fp_text_finish(&recorder.lines);
}

static const double in_middle[] = {5}, steps[] = {2, 4, 6};

/* --- markers of lines ------------------------------------------------------------------------- */

static void
a_marker_is_stamped_at_the_nearest_pixel(void **state)
{
    struct fp_plot_options o = fp_plot_defaults();
    struct fp_figure *fig;
    struct fp_axes *ax = new_axes(&fig);

    (void)state;
    fp_plot_format_parse(NULL, "rs", &o);
    plot_points(ax, in_middle, in_middle, 1, &o);
    expect_drawn(fig, CLIP "path -3.5,4.5 4.5,4.5 4.5,-3.5 -3.5,-3.5\n"
                           "stamp at 328,242\narea #ff0000ff\n"
                           "stroke 1.389 #ff0000ff miter\nunclip\n");
    fp_unref(fig);
}

static void
markers_come_after_their_line_and_leave_gaps(void **state)
{
    struct fp_plot_options o = fp_plot_defaults();
    struct fp_figure *fig;
    struct fp_axes *ax = new_axes(&fig);

    (void)state;
    fp_plot_format_parse(NULL, "k+-", &o);
    o.drawstyle = FP_STEPS_POST;
    plot_points(ax, steps, (double[]){2, NAN, 6}, 3, &o);
    expect_drawn(fig, "stroke 2.083 #000000ff\n"
                      "path -3.5,0.5 4.5,0.5 gap 0.5,4.5 0.5,-3.5\n"
                      "stamp at 179,353 378,205\n"
                      "stroke 1.389 #000000ff\nunclip\n");
    fp_unref(fig);
}

static void
steps_run_through_matplotlibs_points(void **state)
{
    struct fp_plot_options o = fp_plot_defaults();
    struct fp_figure *fig;
    struct fp_axes *ax = new_axes(&fig);

    (void)state;
    for (o.drawstyle = FP_STEPS_PRE; o.drawstyle <= FP_STEPS_POST; o.drawstyle++)
        plot_points(ax, steps, steps, 3, &o);
    expect_drawn(fig, CLIP "path gap 179,354.04 179,279 278,279 278,205 379.04,205\n"
                           "stroke 2.083 #1f77b4ff\nunclip\n" CLIP
                           "path gap 177.96,353 229,353 229,279 328,279 328,205 379.04,205\n"
                           "stroke 2.083 #ff7f0eff\nunclip\n" CLIP
                           "path gap 177.96,353 278,353 278,279 378,279 378,203.96\n"
                           "stroke 2.083 #2ca02cff\nunclip\n");
    fp_unref(fig);
}

static void
faces_and_edges_have_their_colours(void **state)
{
    struct fp_plot_options o = fp_plot_defaults();
    struct fp_figure *fig;
    struct fp_axes *ax = new_axes(&fig);

    (void)state;
    fp_plot_format_parse(NULL, "b^", &o);
    o.has_markerfacecolor = true;
    o.markerfacecolor = (struct fp_color){1, 2, 3, 128};
    plot_points(ax, in_middle, in_middle, 1, &o);
    expect_drawn(fig, "area #01020380\nstroke 1.389 #0000ff80 miter\n");
    fp_axes_clear(ax);
    o.markerfacecolor = FP_CLEAR;
    plot_points(ax, in_middle, in_middle, 1, &o);
    expect_drawn(fig, "stamp at 328,242\nstroke 1.389 #0000ffff miter\n");
    fp_axes_clear(ax);
    o.has_markeredgecolor = true;
    o.markeredgecolor = (struct fp_color){9, 8, 7, 255};
    o.markeredgewidth = 1.44;
    plot_points(ax, in_middle, in_middle, 1, &o);
    expect_drawn(fig, "stroke 2 #090807ff miter\n");
    fp_unref(fig);
}

static void
a_legend_shows_markers_in_the_middle_of_their_keys(void **state)
{
    struct fp_plot_options o = fp_plot_defaults();
    struct fp_scatter_options s = fp_scatter_defaults();
    struct fp_figure *fig;
    struct fp_axes *ax = new_axes(&fig);

    (void)state;
    fp_plot_format_parse(NULL, "rs", &o);
    o.label = "line";
    plot_points(ax, in_middle, in_middle, 1, &o);
    s.label = "points";
    s.marker = 'D';
    scatter_points(ax, in_middle, in_middle, 1, &s);
    legend_at(ax, FP_LEGEND_UPPER_LEFT);
    expect_drawn(fig, "stamp at 106,76\narea #ff0000ff\nstroke 1.389 #ff0000ff miter\n"
                      "text 131 81 13.89 line\n"
                      "path 0.5,6.3926 6.3926,0.5 0.5,-5.3926 -5.3926,0.5\n"
                      "stamp at 106,98\narea #1f77b4ff\nstroke 1.389 #1f77b4ff\n"
                      "text 131 101 13.89 points\n");
    fp_unref(fig);
}

/* --- scatters --------------------------------------------------------------------------------- */

static void
plain_points_are_one_stamp(void **state)
{
    struct fp_scatter_options o = fp_scatter_defaults();
    struct fp_figure *fig;
    struct fp_axes *ax = new_axes(&fig);

    (void)state;
    o.marker = 's';
    scatter_points(ax, steps, (double[]){2, INFINITY, 6}, 3, &o);
    expect_drawn(fig, CLIP "path -3.5,4.5 4.5,4.5 4.5,-3.5 -3.5,-3.5\n"
                           "stamp at 179,353 378,205\narea #1f77b4ff\n"
                           "stroke 1.389 #1f77b4ff\nunclip\n");
    fp_unref(fig);
}

static void
sizes_and_values_give_each_point_its_own(void **state)
{
    struct fp_array *sizes = column((double[]){36, -1, 144}, 3);
    struct fp_array *values = column((double[]){0, 5, 10}, 3);
    struct fp_scatter_options o = fp_scatter_defaults();
    struct fp_figure *fig;
    struct fp_axes *ax = new_axes(&fig);

    (void)state;
    o.marker = 's';
    o.sizes = sizes;
    o.values = values;
    o.alpha = .5;
    scatter_points(ax, steps, steps, 3, &o);
    fp_unref(sizes);
    fp_unref(values);
    expect_drawn(fig, "area #44015480\nstroke 1.389 #44015480\n");
    expect_drawn(fig, "area #fde72480\nstroke 1.389 #fde72480\nunclip\n");
    fp_unref(fig);
}

static void
colours_come_from_a_cycle_of_their_own(void **state)
{
    struct fp_figure *fig;
    struct fp_axes *ax = new_axes(&fig);

    (void)state;
    PLOT(ax, 1, 2);
    scatter_points(ax, steps, steps, 3, NULL);
    expect_drawn(fig, "area #1f77b4ff\n");
    scatter_points(ax, steps, steps, 3, NULL);
    expect_drawn(fig, "area #ff7f0eff\n");
    fp_unref(fig);
}

static void
points_on_edges_get_it_unless_they_are_lines(void **state)
{
    struct fp_scatter_options o = fp_scatter_defaults();
    struct fp_figure *fig;
    struct fp_axes *ax = new_axes(&fig);

    (void)state;
    o.has_edgecolor = true;
    o.edgecolor = FP_BLACK;
    scatter_points(ax, steps, steps, 3, &o);
    expect_drawn(fig, "area #1f77b4ff\nstroke 1.389 #000000ff\n");
    o.marker = 'x';
    scatter_points(ax, steps, steps, 3, &o);
    expect_drawn(fig, "stroke 2.083 #ff7f0eff\n");
    fp_unref(fig);
}

static void
a_scatter_of_values_has_a_colorbar_that_goes_with_it(void **state)
{
    struct fp_array *values = column(steps, 3);
    struct fp_scatter_options o = fp_scatter_defaults();
    struct fp_figure *fig;
    struct fp_axes *ax = new_axes(&fig);
    struct fp_scatter *scatter;
    struct fp_colorbar *bar;

    (void)state;
    o.values = values;
    scatter = scatter_points(ax, steps, steps, 3, &o);
    bar = fp_ref(fp_axes_colorbar(ax, scatter, NULL));
    assert_non_null(bar);
    assert_int_equal(fig->body->axes_count, 2);
    expect_drawn(fig, "fill");
    fp_artist_remove(scatter);
    assert_true(fp_is_closed(bar));
    assert_int_equal(fig->body->axes_count, 1);
    assert_null(fp_axes_colorbar(ax, scatter_points(ax, steps, steps, 3, NULL), NULL));
    assert_int_equal(fp_context_status(NULL), FP_ERR_ARGUMENT);
    fp_context_clear_error(NULL);
    fp_unref(bar);
    fp_unref(values);
    fp_unref(fig);
}

/* --- refusals and failures -------------------------------------------------------------------- */

static void
expect_refused(struct fp_axes *ax, const struct fp_scatter_options *o)
{
    assert_null(scatter_points(ax, steps, steps, 3, o));
    assert_int_equal(fp_context_status(NULL), FP_ERR_ARGUMENT);
    fp_context_clear_error(NULL);
}

static void
options_out_of_their_range_are_refused(void **state)
{
    const struct fp_scatter_options good = fp_scatter_defaults();
    struct fp_array *two = column(steps, 2), *square = counting(3, 1);
    struct fp_scatter_options o;
    struct fp_figure *fig;
    struct fp_axes *ax = new_axes(&fig);

    (void)state;
    expect_refused(ax, (o = good, o.marker = '?', &o));
    expect_refused(ax, (o = good, o.marker = 0, &o));
    expect_refused(ax, (o = good, o.size = -1, &o));
    expect_refused(ax, (o = good, o.size = NAN, &o));
    expect_refused(ax, (o = good, o.alpha = 1.5, &o));
    expect_refused(ax, (o = good, o.linewidth = -1, &o));
    expect_refused(ax, (o = good, o.label = "two\nlines", &o));
    expect_refused(ax, (o = good, o.sizes = two, &o));
    expect_refused(ax, (o = good, o.values = two, &o));
    expect_refused(ax, (o = good, o.values = square, &o));
    assert_null(fp_axes_scatter(ax, two, NULL, NULL));
    assert_int_equal(fp_context_status(NULL), FP_ERR_CLOSED);
    fp_context_clear_error(NULL);
    assert_int_equal(ax->body->artist_count, 0);
    fp_unref(two);
    fp_unref(square);
    fp_unref(fig);
}

static void
a_closed_array_ends_the_drawing(void **state)
{
    struct fp_array *values = column(steps, 3);
    struct fp_scatter_options o = fp_scatter_defaults();
    struct fp_figure *fig;
    struct fp_axes *ax = new_axes(&fig);
    struct recorder recorder;

    (void)state;
    o.values = values;
    scatter_points(ax, steps, steps, 3, &o);
    fp_close(values);
    recorder = recorder_for(fig);
    assert_int_equal(fp__figure_draw(fig, &recorder.base), FP_ERR_CLOSED);
    assert_string_equal(fp_context_message(NULL), "the array of a scatter was closed");
    fp_context_clear_error(NULL);
    fp_text_finish(&recorder.lines);
    fp_unref(values);
    fp_unref(fig);
}

/* A picture of all that is here; it fails at each allocation in turn. */
static int
draw_all(void *arg)
{
    struct fp_figure *fig = fp_figure_create(NULL);
    struct fp_axes *ax = fig ? fp_figure_add_subplot(fig, 1, 1, 1) : NULL;
    struct fp_array *values = ax ? column(steps, 3) : NULL;
    struct fp_scatter_options o = fp_scatter_defaults();
    struct fp_plot_options p = fp_plot_defaults();
    struct fp_scatter *scatter;
    bool drawn = ax && fp_figure_set_size_pixels(fig, 64, 48) == FP_OK;

    unlink(arg);
    o.sizes = o.values = values;
    o.label = p.label = "label";
    p.marker = 'o';
    scatter = values ? fp_axes_scatter(ax, values, values, &o) : NULL;
    drawn = drawn && scatter && fp_axes_colorbar(ax, scatter, NULL) &&
            fp_axes_plot(ax, values, values, &p) && fp_axes_legend(ax, NULL) &&
            fp_figure_save(fig, arg) == FP_OK;
    fp_unref(values);
    fp_unref(fig);
    fp_context_clear_error(NULL);
    return drawn ? 0 : 1;
}

static void
every_failure_is_survived(void **state)
{
    (void)state;
    torture(draw_all, (void *)temp_path("scatter.png"), 1);
}

/* --- new values ------------------------------------------------------------------------------- */

static void
points_move_and_their_colors_change(void **state)
{
    struct fp_array *three = column(steps, 3), *two = column(steps, 2);
    struct fp_scatter_options o = fp_scatter_defaults();
    struct fp_figure *fig;
    struct fp_axes *ax = new_axes(&fig);
    struct fp_scatter *plain = scatter_points(ax, in_middle, in_middle, 1, NULL);
    struct fp_scatter *valued;
    double low, high;

    (void)state;
    assert_int_equal(fp_scatter_set_offsets(plain, three, three), FP_OK);
    assert_ptr_equal(plain->x, three);
    assert_int_equal(fp_scatter_set_offsets(plain, three, two), FP_ERR_ARGUMENT);
    assert_int_equal(fp_scatter_set_array(plain, three), FP_ERR_ARGUMENT);
    o.values = three;
    valued = fp_axes_scatter(ax, three, three, &o);
    assert_int_equal(fp_scatter_set_offsets(valued, two, two), FP_ERR_ARGUMENT);
    assert_int_equal(fp_scatter_set_array(valued, two), FP_ERR_ARGUMENT);
    assert_int_equal(fp_scatter_set_array(valued, three), FP_OK);
    low = valued->options.norm.vmin;
    high = valued->options.norm.vmax;
    assert_near(low, 2, 0);
    assert_near(high, 6, 0);
    fp_ref(plain);
    fp_artist_remove(plain);
    assert_int_equal(fp_scatter_set_offsets(plain, three, three), FP_ERR_CLOSED);
    fp_unref(plain);
    fp_close(two);
    assert_int_equal(fp_scatter_set_array(valued, two), FP_ERR_CLOSED);
    fp_unref(two);
    fp_unref(three);
    fp_unref(fig);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(a_marker_is_stamped_at_the_nearest_pixel),
        world_test(markers_come_after_their_line_and_leave_gaps),
        world_test(steps_run_through_matplotlibs_points),
        world_test(faces_and_edges_have_their_colours),
        world_test(a_legend_shows_markers_in_the_middle_of_their_keys),
        world_test(plain_points_are_one_stamp),
        world_test(sizes_and_values_give_each_point_its_own),
        world_test(colours_come_from_a_cycle_of_their_own),
        world_test(points_on_edges_get_it_unless_they_are_lines),
        world_test(a_scatter_of_values_has_a_colorbar_that_goes_with_it),
        world_test(options_out_of_their_range_are_refused),
        world_test(a_closed_array_ends_the_drawing),
        world_test(every_failure_is_survived),
        world_test(points_move_and_their_colors_change),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
