/* SPDX-License-Identifier: MIT */
/* test_clear.c: what plt_cla and plt_clf take away, and what stays. */
#include "unit/pyplot/things.h"

static void
there_may_be_nothing_to_clear(void **state)
{
    (void)state;
    assert_int_equal(plt_cla(), FP_NOTHING_TO_CLOSE);
    assert_int_equal(plt_clf(), FP_NOTHING_TO_CLOSE);
    assert_int_equal(plt_fignums(NULL, 0), 0);
    plt_figure(0);
    assert_int_equal(plt_cla(), FP_NOTHING_TO_CLOSE);
    assert_null(fp_figure_get_axes(plt_gcf(), 0));
    assert_int_equal(plt_clf(), FP_OK);
}

/* --- cla -------------------------------------------------------------------------------------- */

static void
cla_empties_the_axes(void **state)
{
    struct fp_axes *ax = plt_gca();
    struct fp_image *image;
    struct fp_colorbar *bar;
    double lim[2];

    (void)state;
    draw_values();
    image = fp_ref((struct fp_image *)ax->body->artists[0]);
    bar = fp_ref(plt_colorbar());
    assert_int_equal(plt_cla(), FP_OK);
    assert_true(fp_is_closed(image));
    assert_true(fp_is_closed(bar));
    assert_int_equal(ax->body->artist_count, 0);
    assert_null(ax->body->titles[FP_HALIGN_CENTER].text);
    assert_null(ax->body->x.label.text);
    assert_null(ax->body->y.label.text);
    fp_axes_get_xlim(ax, lim, lim + 1);
    assert_near(lim[0], 0, 0);
    assert_near(lim[1], 1, 0);
    assert_null(fp_figure_get_axes(plt_gcf(), 1));
    fp_unref(bar);
    fp_unref(image);
}

static void
cla_keeps_the_axes_its_place_and_its_aspect(void **state)
{
    struct fp_axes *ax = plt_subplot(2, 3, 4);
    struct fp_weak *weak = fp_weak_create(ax);
    double before[4], after[4];

    (void)state;
    show_values();
    fp_axes_set_aspect(ax, 2.5);
    fp_axes_set_xlim(ax, 0, 1);
    fp_axes_set_ylim(ax, 0, 1);
    fp_axes_get_box(ax, before);
    assert_int_equal(plt_cla(), FP_OK);
    assert_ptr_equal(plt_gca(), ax);
    assert_ptr_equal(fp__weak_peek(weak), ax);
    assert_near(ax->body->aspect, 2.5, 0);
    fp_axes_get_box(ax, after);
    assert_memory_equal(before, after, sizeof before);
    fp_weak_destroy(weak);
}

static void
cla_leaves_the_other_axes(void **state)
{
    struct fp_axes *left = plt_subplot(1, 2, 1);
    struct fp_axes *right;

    (void)state;
    draw_values();
    right = plt_subplot(1, 2, 2);
    draw_values();
    assert_int_equal(plt_cla(), FP_OK);
    assert_int_equal(right->body->artist_count, 0);
    assert_int_equal(left->body->artist_count, 1);
    assert_string_equal(left->body->titles[FP_HALIGN_CENTER].text, "title");
}

static void
cla_gives_back_every_byte(void **state)
{
    struct held before;

    (void)state;
    plt_gca();
    show_values(); /* the list of the figure's axes grows once, for the first colorbar */
    plt_colorbar();
    plt_cla();
    before = held_now();
    for (int i = 0; i < 10; i++) {
        draw_values();
        assert_int_equal(plt_cla(), FP_OK);
        assert_held(before);
    }
}

/* --- clf -------------------------------------------------------------------------------------- */

static void
clf_closes_every_axes(void **state)
{
    struct fp_axes *left = fp_ref(plt_subplot(1, 2, 1));
    struct fp_axes *right = fp_ref(plt_subplot(1, 2, 2));
    struct fp_image *image;

    (void)state;
    image = fp_ref(show_values());
    assert_int_equal(plt_clf(), FP_OK);
    assert_null(fp_figure_get_axes(plt_gcf(), 0));
    assert_int_equal(fp_axes_set_title(left, "late"), FP_ERR_CLOSED);
    assert_int_equal(fp_axes_set_title(right, "late"), FP_ERR_CLOSED);
    assert_int_equal(fp_image_set_clim(image, 0, 1), FP_ERR_CLOSED);
    assert_ptr_not_equal(plt_gca(), right);
    fp_unref(image);
    fp_unref(right);
    fp_unref(left);
}

static void
clf_keeps_what_is_the_figures_own(void **state)
{
    static const struct fp_margins margins = {.1, .8, .2, .7, .3, .4};
    static const struct fp_color color = {1, 2, 3, 4};
    struct recorder window = {0};
    struct fp_figure *fig;
    int width, height;
    double dpi;

    (void)state;
    plt_figure(1);
    plt_figure(9);
    fig = plt_figure_named("name");
    fp_figure_set_dpi(fig, 50);
    fp_figure_set_size_pixels(fig, 320, 240);
    fp_figure_set_margins(fig, &margins);
    fp_figure_set_facecolor(fig, color);
    open_window(&window, fig);
    draw_values();
    assert_int_equal(plt_clf(), FP_OK);

    assert_ptr_equal(plt_gcf(), fig);
    assert_ptr_equal(plt_figure_named("name"), fig);
    assert_int_equal(plt_number(fig), 10);
    assert_int_equal(fp_figure_get_size_pixels(fig, &width, &height), FP_OK);
    assert_int_equal(width, 320);
    assert_int_equal(height, 240);
    assert_int_equal(fp_figure_get_dpi(fig, &dpi), FP_OK);
    assert_near(dpi, 50, 0);
    assert_memory_equal(&fig->body->margins, &margins, sizeof margins);
    assert_memory_equal(&fig->body->facecolor, &color, sizeof color);
    assert_ptr_equal(fp__figure_window(fig), &window.base);
    assert_int_equal(window.cleared, 1);
    assert_int_equal(window.destroyed, 0);
    plt_close_all();
}

static void
clf_leaves_the_other_figures(void **state)
{
    struct fp_axes *ax;

    (void)state;
    plt_figure(1);
    ax = plt_gca();
    plt_title("kept");
    plt_figure(2);
    plt_gca();
    assert_int_equal(plt_clf(), FP_OK);
    assert_string_equal(ax->body->titles[FP_HALIGN_CENTER].text, "kept");
    assert_int_equal(plt_number(plt_gcf()), 2);
}

static void
clf_gives_back_every_byte(void **state)
{
    struct held before;

    (void)state;
    plt_figure(0);
    before = held_now();
    for (int i = 0; i < 10; i++) {
        plt_subplot(1, 2, 1);
        draw_values();
        plt_subplot(1, 2, 2);
        draw_values();
        plt_subplot(1, 2, 1);
        assert_int_equal(plt_clf(), FP_OK);
        assert_held(before);
    }
}

static void
clf_while_the_axes_is_held_leaves_a_small_shell(void **state)
{
    struct held before;
    struct fp_axes *ax;

    (void)state;
    plt_figure(0);
    before = held_now();
    draw_values();
    ax = fp_ref(plt_gca());
    assert_int_equal(plt_clf(), FP_OK);
    assert_int_equal(fp_live_count(NULL, NULL), before.objects + 1);
    assert_int_equal(fp__alloc_bytes(), before.bytes + sizeof *ax);
    assert_int_equal(plt_sca(ax), FP_ERR_CLOSED);
    fp_unref(ax);
    assert_held(before);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(there_may_be_nothing_to_clear),
        world_test(cla_empties_the_axes),
        world_test(cla_keeps_the_axes_its_place_and_its_aspect),
        world_test(cla_leaves_the_other_axes),
        world_test(cla_gives_back_every_byte),
        world_test(clf_closes_every_axes),
        world_test(clf_keeps_what_is_the_figures_own),
        world_test(clf_leaves_the_other_figures),
        world_test(clf_gives_back_every_byte),
        world_test(clf_while_the_axes_is_held_leaves_a_small_shell),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
