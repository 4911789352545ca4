/* SPDX-License-Identifier: MIT */
/* test_twin.c: twins stand in the box of their base, share one axis with it and keep it no more
 * than it keeps them, whoever goes first. */
#include "unit/support.h"

#include "core/alloc.h"
#include "figure/axes.h"
#include "flatplot/plot.h"
#include "unit/figure/recorder.h"
#include "unit/figure/scene.h"

static struct fp_axes *
make_axes(void)
{
    return fp_figure_add_subplot(fp_figure_create(NULL), 1, 1, 1);
}

static void
expect_box(struct fp_axes *ax, const double wanted[4])
{
    double box[4];

    assert_int_equal(fp_axes_get_box(ax, box), FP_OK);
    for (int i = 0; i < 4; i++)
        assert_near(box[i], wanted[i], 1e-9);
}

static void
expect_limits(struct fp_axes *ax, const double x[2], const double y[2])
{
    double lim[4];

    fp_axes_get_xlim(ax, &lim[0], &lim[1]);
    fp_axes_get_ylim(ax, &lim[2], &lim[3]);
    assert_true(lim[0] == x[0] && lim[1] == x[1] && lim[2] == y[0] && lim[3] == y[1]);
}

static void
x_is_shared_and_y_is_its_own(void **state)
{
    struct fp_axes *ax = make_axes(), *twin;
    struct fp_figure *fig = fp__axes_figure(ax->body);
    double box[4];

    (void)state;
    plot_points(ax, (const double[]){0, 10}, (const double[]){0, 1}, 2, NULL);
    twin = fp_axes_twinx(ax);
    plot_points(twin, (const double[]){0, 20}, (const double[]){0, 100}, 2, NULL);
    expect_limits(ax, (const double[]){-1, 21}, (const double[]){-.05, 1.05});
    expect_limits(twin, (const double[]){-1, 21}, (const double[]){-5, 105});
    fp_axes_set_aspect(ax, 10);
    assert_int_equal(fp_axes_get_box(ax, box), FP_OK);
    expect_box(twin, box);
    expect_box(fp_axes_twiny(twin), box); /* a twin of a twin, too */
    assert_int_equal(twin->body->facecolor.a, 0);
    fp_figure_set_style(fig, FP_STYLE_DARK);
    assert_int_equal(twin->body->facecolor.a, 0);
    assert_int_equal(twin->body->cycled, 1);
    fp_unref(fig);
}

static void
a_twin_moves_with_the_colorbars_of_both(void **state)
{
    struct fp_axes *ax = make_axes(), *twin = fp_axes_twinx(ax);
    struct fp_figure *fig = fp__axes_figure(ax->body);
    double whole[4], less[4], bar[4];
    struct fp_image *image;

    (void)state;
    image = show_counting(twin, 2, 2, NULL);
    fp_axes_set_aspect(ax, FP_ASPECT_AUTO);
    fp_axes_set_aspect(twin, FP_ASPECT_AUTO);
    fp_axes_get_box(ax, whole);
    assert_non_null(fp_axes_colorbar(twin, image, NULL));
    fp_axes_get_box(ax, less);
    assert_true(less[2] < whole[2]);
    expect_box(twin, less);
    fp_axes_get_box(fp_figure_get_axes(fig, 2), bar);
    fp_axes_remove(ax); /* the bar stays beside the twin */
    expect_box(twin, less);
    expect_box(fp_figure_get_axes(fig, 1), bar);
    fp_artist_remove(image);
    expect_box(twin, whole);
    fp_unref(fig);
}

static void
either_goes_first(void **state)
{
    (void)state;
    for (int first = 0; first < 2; first++) {
        struct fp_axes *ax = make_axes(), *twin = fp_axes_twiny(ax);
        struct fp_figure *fig = fp__axes_figure(ax->body);
        double box[4];

        PLOT(twin, 1, 2);
        fp_axes_get_box(ax, box);
        assert_int_equal(fp_axes_remove(first ? twin : ax), FP_OK);
        expect_box(first ? ax : twin, box);
        assert_ptr_equal(fp__axes_base(first ? ax : twin), first ? ax : twin);
        assert_null(fp_figure_get_axes(fig, 1));
        fp_unref(fig);
    }
}

static void
a_colorbar_has_no_twin(void **state)
{
    struct fp_axes *ax = make_axes();
    struct fp_figure *fig = fp__axes_figure(ax->body);

    (void)state;
    assert_non_null(fp_axes_colorbar(ax, show_counting(ax, 2, 2, NULL), NULL));
    assert_null(fp_axes_twinx(fp_figure_get_axes(fig, 1)));
    assert_int_equal(fp_context_status(NULL), FP_ERR_ARGUMENT);
    assert_null(fp_figure_get_axes(fig, 2));
    fp_unref(fig);
}

/* 72 dpi, so that a pixel is a point: the axes from 58, 307 to 415, 41. */
static void
ticks_stand_at_the_right_and_at_the_top(void **state)
{
    struct fp_axes *ax = make_axes(), *right = fp_axes_twinx(ax), *top = fp_axes_twiny(ax);
    struct fp_figure *fig = fp__axes_figure(ax->body);
    struct recorder recorder;

    (void)state;
    fp_figure_set_dpi(fig, 72);
    fp_axes_set_yticks(right, (const double[]){0}, 1, (const char *const[]){"right"});
    fp_axes_set_xticks(top, (const double[]){0}, 1, (const char *const[]){"top"});
    fp_axes_set_ylabel(right, "at right");
    fp_axes_set_xlabel(top, "at top");
    fp_axes_set_title(ax, "title");
    recorder = recorder_for(fig);
    assert_int_equal(fp__figure_draw(fig, &recorder.base), FP_OK);
    recorded_at(&recorder, "line 415.5 307.5 419.5 307.5 0.8 butt\ntext 422 311 10 right");
    recorded_at(&recorder, "line 58.5 41.5 58.5 38.5 0.8 butt\ntext 50 31 10 top");
    recorded_at(&recorder, "climb 458 194 10 at right"); /* 7 + 25 + 4 + the ascent of 7.5 */
    recorded_at(&recorder, "text 221 20 10 at top");     /* 7 + 10 + 4 */
    recorded_at(&recorder, "text 221 6 12 title");       /* 6 above the label's ascent */
    fp_text_finish(&recorder.lines);
    fp_unref(fig);
}

static void
a_thousand_twins_leave_what_was_there(void **state)
{
    static const char *const names[] = {"one", "two"};
    struct fp_axes *ax = make_axes();
    struct fp_figure *fig = fp__axes_figure(ax->body);
    size_t bytes = 0;

    (void)state;
    for (size_t turn = 0; turn < repeats(1000); turn++) {
        struct fp_axes *twin = turn % 2 ? fp_axes_twinx(ax) : fp_axes_twiny(ax);
        struct fp_array *x = fp_axes_xcategories(twin, names, 2);

        fp_axes_plot(twin, x, x, NULL);
        fp_axes_set_yticks(twin, (const double[]){1, 2}, 2, names);
        fp_axes_set_xformat(ax, "%.1f");
        fp_unref(x);
        assert_int_equal(fp_axes_clear(ax), FP_OK);
        assert_int_equal(fp_axes_remove(twin), FP_OK);
        fp_axes_clear(ax);
        if (turn == 4)
            bytes = fp__alloc_bytes();
        assert_true(turn < 4 || fp__alloc_bytes() == bytes);
    }
    fp_unref(fig);
}

static int
make_twins(void *arg)
{
    struct fp_figure *fig = fp_figure_create(NULL);
    struct fp_axes *ax = fig ? fp_figure_add_subplot(fig, 1, 1, 1) : NULL;
    struct fp_axes *twin = ax ? fp_axes_twinx(ax) : NULL;
    struct fp_axes *other = twin ? fp_axes_twiny(twin) : NULL;
    size_t n = 0;

    (void)arg;
    while (fig && fp_figure_get_axes(fig, n))
        n++;
    if (fig && n != (size_t)((ax != NULL) + (twin != NULL) + (other != NULL)))
        fail_msg("%zu axes were left", n);
    fp_unref(fig);
    return other ? 0 : -1;
}

static void
every_allocation_may_fail(void **state)
{
    (void)state;
    torture(make_twins, NULL, 1);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(x_is_shared_and_y_is_its_own),
        world_test(a_twin_moves_with_the_colorbars_of_both),
        world_test(either_goes_first),
        world_test(a_colorbar_has_no_twin),
        world_test(ticks_stand_at_the_right_and_at_the_top),
        world_test(a_thousand_twins_leave_what_was_there),
        world_test(every_allocation_may_fail),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
