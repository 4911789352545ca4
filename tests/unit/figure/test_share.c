/* SPDX-License-Identifier: MIT */
/* test_share.c: axes with limits in common: who sets them, what clears them, and that sharing keeps
 * nobody alive, whoever is closed first. */
#include "unit/support.h"

#include "figure/axes.h"
#include "unit/figure/recorder.h"
#include "unit/figure/scene.h"

enum { MEMBERS = 4, ORDERS = 24 };

struct group {
    struct fp_figure *figure;
    struct fp_axes *ax[MEMBERS];
};

/* A column of axes of which all share x, and the last two y, with the first of each. */
static struct group
make_group(void)
{
    struct group g = {.figure = fp_figure_create(NULL)};

    for (int i = 0; i < MEMBERS; i++)
        g.ax[i] = fp_ref(fp_figure_add_subplot(g.figure, MEMBERS, 1, i + 1));
    for (int i = 1; i < MEMBERS; i++)
        assert_int_equal(fp_axes_share_x(g.ax[i], g.ax[0]), FP_OK);
    assert_int_equal(fp_axes_share_y(g.ax[3], g.ax[2]), FP_OK);
    return g;
}

static void
release(struct group *g)
{
    for (int i = 0; i < MEMBERS; i++)
        fp_unref(g->ax[i]);
    fp_unref(g->figure);
}

static void
expect_xlim(struct fp_axes *ax, double left, double right)
{
    double a, b;

    assert_int_equal(fp_axes_get_xlim(ax, &a, &b), FP_OK);
    assert_near(a, left, 1e-12);
    assert_near(b, right, 1e-12);
}

static void
expect_ylim(struct fp_axes *ax, double bottom, double top)
{
    double a, b;

    assert_int_equal(fp_axes_get_ylim(ax, &a, &b), FP_OK);
    assert_near(a, bottom, 1e-12);
    assert_near(b, top, 1e-12);
}

static void
whoever_sets_limits_sets_them_for_all(void **state)
{
    struct group g = make_group();

    (void)state;
    for (int i = 0; i < MEMBERS; i++) {
        assert_int_equal(fp_axes_set_xlim(g.ax[i], i, 10), FP_OK);
        for (int k = 0; k < MEMBERS; k++)
            expect_xlim(g.ax[k], i, 10);
    }
    fp_axes_set_ylim(g.ax[2], 7, 3);
    expect_ylim(g.ax[3], 7, 3);
    expect_ylim(g.ax[1], 0, 1);
    assert_int_equal(fp_axes_set_xlim(g.ax[1], 1, 1), FP_ERR_ARGUMENT);
    expect_xlim(g.ax[0], 3, 10);
    release(&g);
}

static void
an_image_sets_them_for_all_or_for_none(void **state)
{
    struct group g = make_group();
    struct fp_imshow_options bad = fp_imshow_defaults();

    (void)state;
    show_counting(g.ax[0], 4, 6, NULL);
    show_counting(g.ax[2], 3, 5, NULL);
    for (int k = 0; k < MEMBERS; k++)
        expect_xlim(g.ax[k], -.5, 4.5);
    expect_ylim(g.ax[0], 3.5, -.5);
    expect_ylim(g.ax[3], 2.5, -.5);
    bad.has_extent = true; /* left and right are fine, bottom and top are equal */
    memcpy(bad.extent, (double[]){0, 9, 1, 1}, sizeof bad.extent);
    assert_null(show_counting(g.ax[1], 3, 5, &bad));
    for (int k = 0; k < MEMBERS; k++)
        expect_xlim(g.ax[k], -.5, 4.5);
    release(&g);
}

/* 5 % beyond the range of both lines. */
static void
limits_fit_what_is_drawn_in_any(void **state)
{
    struct group g = make_group();

    (void)state;
    plot_points(g.ax[1], (double[]){0, 10}, (double[]){0, 1}, 2, NULL);
    plot_points(g.ax[3], (double[]){5, 20}, (double[]){0, 100}, 2, NULL);
    expect_xlim(g.ax[0], -1, 21);
    expect_xlim(g.ax[1], -1, 21);
    expect_ylim(g.ax[1], -.05, 1.05);
    expect_ylim(g.ax[2], -5, 105);
    fp_axes_set_xlim(g.ax[2], 0, 1);
    expect_xlim(g.ax[1], 0, 1);
    release(&g);
}

/* As matplotlib's cla: a follower takes the limits of the one it shares with. */
static void
clearing(void **state)
{
    struct group g = make_group();

    (void)state;
    fp_axes_set_xlim(g.ax[1], 2, 3);
    fp_axes_set_ylim(g.ax[1], 2, 3);
    fp_axes_clear(g.ax[1]);
    expect_xlim(g.ax[1], 2, 3);
    expect_ylim(g.ax[1], 0, 1);
    fp_axes_clear(g.ax[0]);
    for (int k = 0; k < MEMBERS; k++)
        expect_xlim(g.ax[k], 0, 1);
    plot_points(g.ax[3], (double[]){0, 10}, (double[]){0, 1}, 2, NULL); /* they fit again */
    expect_xlim(g.ax[0], -.5, 10.5);
    release(&g);
}

static void
the_first_one_passes_its_lead_on(void **state)
{
    struct group g = make_group();

    (void)state;
    fp_axes_set_xlim(g.ax[1], 2, 3);
    fp_close(g.ax[0]);
    for (int k = 1; k < MEMBERS; k++)
        expect_xlim(g.ax[k], 2, 3);
    fp_axes_clear(g.ax[1]); /* the next one of the ring or not: one of them sets all back */
    fp_axes_clear(g.ax[2]);
    fp_axes_clear(g.ax[3]);
    for (int k = 1; k < MEMBERS; k++)
        expect_xlim(g.ax[k], 0, 1);
    fp_close(g.ax[2]);
    fp_close(g.ax[1]);
    fp_axes_set_xlim(g.ax[3], 8, 9); /* alone again: clearing it is its own affair */
    fp_axes_clear(g.ax[3]);
    expect_xlim(g.ax[3], 0, 1);
    release(&g);
}

/* Two groups become one; what is together already stays as it is. */
static void
groups_join(void **state)
{
    struct fp_figure *fig = fp_figure_create(NULL), *other = fp_figure_create(NULL);
    struct fp_axes *ax[6];

    (void)state;
    for (int i = 0; i < 6; i++)
        ax[i] = fp_figure_add_subplot(i < 3 ? fig : other, 3, 1, i % 3 + 1);
    for (int i = 0; i < 6; i++)
        if (i % 3)
            fp_axes_share_y(ax[i], ax[i - 1]);
    fp_axes_set_ylim(ax[0], 5, 6);
    fp_axes_set_ylim(ax[5], 8, 9);
    assert_int_equal(fp_axes_share_y(ax[1], ax[4]), FP_OK);
    assert_int_equal(fp_axes_share_y(ax[0], ax[5]), FP_OK);
    assert_int_equal(fp_axes_share_y(ax[0], ax[0]), FP_OK);
    for (int i = 0; i < 6; i++)
        expect_ylim(ax[i], 8, 9);
    fp_axes_clear(ax[0]); /* led its old group, follows now */
    expect_ylim(ax[0], 8, 9);
    fp_figure_clear(other);
    fp_axes_set_ylim(ax[2], 1, 2);
    expect_ylim(ax[0], 1, 2);
    fp_unref(other);
    fp_unref(fig);
}

static void
what_cannot_be_shared(void **state)
{
    struct group g = make_group();
    struct fp_image *image = show_counting(g.ax[0], 3, 3, NULL);
    struct fp_context *away = fp_context_create();
    struct fp_figure *foreign = fp_figure_create(away);
    struct fp_axes *bar;

    (void)state;
    assert_non_null(fp_axes_colorbar(g.ax[0], image, NULL));
    bar = fp_figure_get_axes(g.figure, MEMBERS);
    assert_int_equal(fp_axes_share_y(bar, g.ax[1]), FP_ERR_ARGUMENT);
    assert_int_equal(fp_axes_share_x(g.ax[1], bar), FP_ERR_ARGUMENT);
    assert_int_equal(fp_axes_share_x(g.ax[1], fp_figure_add_subplot(foreign, 1, 1, 1)),
                     FP_ERR_ARGUMENT);
    fp_close(g.ax[2]);
    assert_int_equal(fp_axes_share_x(g.ax[2], g.ax[1]), FP_ERR_CLOSED);
    assert_int_equal(fp_axes_share_y(g.ax[1], g.ax[2]), FP_ERR_CLOSED);
    assert_int_equal(fp_axes_label_outer_x(g.ax[2]), FP_ERR_CLOSED);
    assert_int_equal(fp_axes_label_outer_y(g.ax[2]), FP_ERR_CLOSED);
    fp_unref(foreign);
    fp_context_destroy(away);
    release(&g);
}

/* order'th permutation of 0 … MEMBERS−1 */
static void
permute(int order, int out[MEMBERS])
{
    int left[MEMBERS] = {0, 1, 2, 3};

    for (int i = 0, n = MEMBERS; n > 0; i++, n--) {
        int pick = order % n;

        order /= n;
        out[i] = left[pick];
        memmove(left + pick, left + pick + 1, (size_t)(n - 1 - pick) * sizeof left[0]);
    }
}

static void
every_order_of_closing_leaves_nothing(void **state)
{
    (void)state;
    for (int order = 0; order < 2 * ORDERS; order++) {
        struct group g = make_group();
        int turn[MEMBERS];
        size_t rings = 99;

        assert_int_equal(fp_gc_find_cycles(NULL, NULL, NULL, &rings), FP_OK);
        assert_int_equal(rings, 0);
        permute(order / 2, turn);
        if (order % 2) { /* only the figure keeps them */
            for (int i = 0; i < MEMBERS; i++)
                fp_unref(g.ax[i]);
            for (int i = 0; i < MEMBERS; i++)
                fp_axes_remove(g.ax[turn[i]]);
            fp_unref(g.figure);
            continue;
        }
        for (int i = 0; i < MEMBERS; i++) {
            fp_close(g.ax[turn[i]]);
            for (int k = i + 1; k < MEMBERS; k++) {
                assert_int_equal(fp_axes_set_xlim(g.ax[turn[k]], order, order + i + 1), FP_OK);
                expect_xlim(g.ax[turn[MEMBERS - 1]], order, order + i + 1);
            }
        }
        release(&g);
    }
}

/* In a wide axes 0 … 100 would have eleven ticks; the one that it shares with has room for two. */
static void
ticks_are_those_of_the_leader(void **state)
{
    struct fp_figure *fig = fp_figure_create(NULL);
    struct fp_axes *small = fp_figure_add_axes(fig, (double[]){.1, .1, .1, .1});
    struct fp_axes *large = fp_figure_add_axes(fig, (double[]){.4, .1, .5, .8});
    struct recorder recorder = recorder_for(fig);

    (void)state;
    fp_axes_share_x(large, small);
    fp_axes_share_y(large, small);
    fp_axes_set_xlim(small, 0, 100);
    fp_axes_set_ylim(small, 0, 100);
    fp__figure_draw(fig, &recorder.base);
    assert_null(strstr(fp_text_string(&recorder.lines), " 20\n"));
    assert_null(strstr(fp_text_string(&recorder.lines), " 50\n"));
    fp_text_clear(&recorder.lines);
    fp_close(small);
    fp__figure_draw(fig, &recorder.base);
    recorded_at(&recorder, " 20\n");
    fp_text_finish(&recorder.lines);
    fp_unref(fig);
}

/* Inner tick labels go, the outer ones stay; a label set later is drawn. */
static void
labels_outside_only(void **state)
{
    struct fp_figure *fig = fp_figure_create(NULL);
    struct recorder recorder;
    size_t texts = 0;

    (void)state;
    for (int i = 0; i < 4; i++) {
        struct fp_axes *ax = fp_figure_add_subplot(fig, 2, 2, i + 1);

        fp_axes_set_xlim(ax, 100, 101.25);
        fp_axes_set_xlabel(ax, "gone or kept");
        assert_int_equal(fp_axes_label_outer_x(ax), FP_OK);
        assert_int_equal(fp_axes_label_outer_y(ax), FP_OK);
        fp_axes_set_ylabel(ax, "later");
    }
    fp_axes_clear(fp_figure_get_axes(fig, 1)); /* which does not bring them back */
    recorder = recorder_for(fig);
    assert_int_equal(fp__figure_draw(fig, &recorder.base), FP_OK);
    for (const char *p = fp_text_string(&recorder.lines); (p = strstr(p, " 100.50\n")); p++)
        texts++;
    assert_int_equal(texts, 2);
    texts = 0;
    for (const char *p = fp_text_string(&recorder.lines); (p = strstr(p, " 0.4\n")); p++)
        texts++;
    assert_int_equal(texts, 2);
    texts = 0;
    for (const char *p = fp_text_string(&recorder.lines); (p = strstr(p, " gone or kept\n")); p++)
        texts++;
    assert_int_equal(texts, 2);
    texts = 0;
    for (const char *p = fp_text_string(&recorder.lines); (p = strstr(p, " later\n")); p++)
        texts++;
    assert_int_equal(texts, 3);
    fp_text_finish(&recorder.lines);
    fp_unref(fig);
}

/* Axes outside of any grid have no inner side. */
static void
axes_without_a_grid_are_outside(void **state)
{
    struct fp_figure *fig = fp_figure_create(NULL);
    struct fp_axes *ax = fp_figure_add_axes(fig, (double[]){.1, .5, .4, .4});

    (void)state;
    fp_axes_label_outer_x(ax);
    fp_axes_label_outer_y(ax);
    assert_true(ax->body->x.tick_labels_on);
    assert_true(ax->body->y.tick_labels_on);
    fp_unref(fig);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(whoever_sets_limits_sets_them_for_all),
        world_test(an_image_sets_them_for_all_or_for_none),
        world_test(limits_fit_what_is_drawn_in_any),
        world_test(clearing),
        world_test(the_first_one_passes_its_lead_on),
        world_test(groups_join),
        world_test(what_cannot_be_shared),
        world_test(every_order_of_closing_leaves_nothing),
        world_test(ticks_are_those_of_the_leader),
        world_test(labels_outside_only),
        world_test(axes_without_a_grid_are_outside),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
