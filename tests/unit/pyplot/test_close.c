/* SPDX-License-Identifier: MIT */
/* test_close.c: closing figures by number, name and handle: what goes, what is current next. */
#include "unit/pyplot/things.h"

static int
current_number(void)
{
    return plt_number(plt_gcf());
}

static void
there_may_be_nothing_to_close(void **state)
{
    struct fp_figure *own = fp_figure_create(NULL);

    (void)state;
    for (int i = 0; i < 2; i++) { /* before there is a registry, and with an empty one */
        assert_int_equal(plt_close(0), FP_NOTHING_TO_CLOSE);
        assert_int_equal(plt_close(1), FP_NOTHING_TO_CLOSE);
        assert_int_equal(plt_close(-1), FP_NOTHING_TO_CLOSE);
        assert_int_equal(plt_close_named("name"), FP_NOTHING_TO_CLOSE);
        assert_int_equal(plt_close_figure(NULL), FP_NOTHING_TO_CLOSE);
        assert_int_equal(plt_close_figure(own), FP_NOTHING_TO_CLOSE);
        assert_int_equal(plt_close_all(), FP_NOTHING_TO_CLOSE);
        assert_int_equal(fp_context_status(NULL), FP_OK);
        plt_figure(0);
        plt_close(0);
    }
    assert_false(fp_is_closed(own));
    fp_unref(own);
}

static void
an_unknown_one_leaves_the_others(void **state)
{
    (void)state;
    plt_figure(1);
    plt_figure_named("two");
    assert_int_equal(plt_close(3), FP_NOTHING_TO_CLOSE);
    assert_int_equal(plt_close_named("three"), FP_NOTHING_TO_CLOSE);
    assert_int_equal(plt_fignums(NULL, 0), 2);
    assert_int_equal(current_number(), 2);
}

static void
the_next_current_is_the_most_recently_active(void **state)
{
    (void)state;
    for (int i = 1; i <= 5; i++)
        plt_figure(i);
    plt_figure(2);
    plt_figure(4); /* least to most recently active: 1 3 5 2 4 */
    assert_int_equal(plt_close(0), FP_OK);
    assert_int_equal(current_number(), 2);
    assert_int_equal(plt_close(5), FP_OK);
    assert_int_equal(current_number(), 2);
    assert_int_equal(plt_close(2), FP_OK);
    assert_int_equal(current_number(), 3);
    assert_int_equal(plt_close(0), FP_OK);
    assert_int_equal(current_number(), 1);
}

static void
each_way_of_closing_closes_that_figure(void **state)
{
    struct fp_figure *figs[4];
    int numbers[4];

    (void)state;
    figs[0] = fp_ref(plt_figure(1));
    figs[1] = fp_ref(plt_figure_named("two"));
    figs[2] = fp_ref(plt_figure(3));
    figs[3] = fp_ref(plt_figure(4));
    assert_int_equal(plt_close(1), FP_OK);
    assert_int_equal(plt_close_named("two"), FP_OK);
    assert_int_equal(plt_close_figure(figs[2]), FP_OK);
    assert_int_equal(plt_fignums(numbers, 4), 1);
    assert_int_equal(numbers[0], 4);
    assert_int_equal(plt_close_all(), FP_OK);
    assert_int_equal(plt_fignums(numbers, 4), 0);
    for (int i = 0; i < 4; i++) {
        assert_true(fp_is_closed(figs[i]));
        assert_int_equal(plt_close_figure(figs[i]), FP_NOTHING_TO_CLOSE);
        fp_unref(figs[i]);
    }
}

static void
handles_of_a_closed_figure_say_so(void **state)
{
    struct fp_figure *fig = fp_ref(plt_figure(0));
    struct fp_axes *ax = fp_ref(plt_gca());
    struct fp_image *image = fp_ref(show_values());
    struct fp_colorbar *bar = fp_ref(plt_colorbar());
    struct fp_weak *weak = fp_weak_create(image);
    double lim[2];

    (void)state;
    assert_int_equal(plt_close(0), FP_OK);
    assert_null(fp_weak_get(weak));
    assert_int_equal(fp_figure_set_dpi(fig, 50), FP_ERR_CLOSED);
    assert_int_equal(fp_figure_save(fig, temp_path("closed.png")), FP_ERR_CLOSED);
    assert_int_equal(fp_figure_clear(fig), FP_ERR_CLOSED);
    assert_int_equal(fp_axes_set_title(ax, "late"), FP_ERR_CLOSED);
    assert_int_equal(fp_axes_get_xlim(ax, lim, lim + 1), FP_ERR_CLOSED);
    assert_int_equal(fp_image_set_clim(image, 0, 1), FP_ERR_CLOSED);
    assert_int_equal(fp_colorbar_set_label(bar, "late"), FP_ERR_CLOSED);
    assert_int_equal(plt_sca(ax), FP_ERR_CLOSED);
    fp_weak_destroy(weak);
    fp_unref(bar);
    fp_unref(image);
    fp_unref(ax);
    fp_unref(fig);
}

static void
a_figure_closed_by_handle_leaves_the_registry(void **state)
{
    struct fp_figure *two;
    int numbers[3];

    (void)state;
    plt_figure(1);
    two = fp_ref(plt_figure(2));
    plt_figure(3);
    plt_figure(2);
    fp_close(two);
    assert_int_equal(current_number(), 3);
    assert_int_equal(plt_fignums(numbers, 3), 2);
    assert_int_equal(numbers[0], 1);
    assert_int_equal(numbers[1], 3);
    assert_int_equal(plt_close(2), FP_NOTHING_TO_CLOSE);
    assert_ptr_not_equal(plt_figure(2), two);
    fp_unref(two);
}

static void
every_figure_may_be_closed_by_handle(void **state)
{
    struct held before = held_now();

    (void)state;
    for (int i = 0; i < 5; i++)
        plt_figure(0);
    for (int i = 5; i >= 1; i -= 2)
        fp_close(plt_figure(i));
    fp_close(plt_figure(2));
    fp_close(plt_figure(4));
    assert_int_equal(plt_close_all(), FP_NOTHING_TO_CLOSE);
    assert_held(before);
    assert_int_equal(current_number(), 1);
}

static void
the_registry_holds_its_figures(void **state)
{
    struct fp_figure *fig = fp_ref(plt_figure(0));

    (void)state;
    fp_unref(fig);
    assert_ptr_equal(plt_gcf(), fig);
    assert_false(fp_is_closed(fig));
}

static void
closing_gives_back_every_byte(void **state)
{
    struct held empty, one;

    (void)state;
    plt_close(0);
    empty = held_now();
    draw_values();
    one = held_now();
    for (int i = 2; i <= 12; i++) {
        plt_figure_named(i % 2 ? "odd" : "even");
        plt_figure(i);
        draw_values();
        plt_subplot(1, 2, 1);
        plt_subplot(1, 2, 2);
        plt_subplot(1, 2, 1);
    }
    for (int i = 14; i >= 2; i--)
        assert_in_range(plt_close(i), FP_OK, FP_NOTHING_TO_CLOSE);
    assert_held(one);
    assert_int_equal(plt_close(0), FP_OK);
    assert_held(empty);
}

static void
closing_all_of_many_gives_back_every_byte(void **state)
{
    struct held before;
    size_t n = repeats(1000);

    (void)state;
    plt_close(0);
    before = held_now();
    for (size_t i = 0; i < n; i++)
        assert_non_null(plt_figure(0));
    assert_int_equal(plt_fignums(NULL, 0), n);
    assert_int_equal(plt_close_all(), FP_OK);
    assert_held(before);
    assert_int_equal(plt_close_all(), FP_NOTHING_TO_CLOSE);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(there_may_be_nothing_to_close),
        world_test(an_unknown_one_leaves_the_others),
        world_test(the_next_current_is_the_most_recently_active),
        world_test(each_way_of_closing_closes_that_figure),
        world_test(handles_of_a_closed_figure_say_so),
        world_test(a_figure_closed_by_handle_leaves_the_registry),
        world_test(every_figure_may_be_closed_by_handle),
        world_test(the_registry_holds_its_figures),
        world_test(closing_gives_back_every_byte),
        world_test(closing_all_of_many_gives_back_every_byte),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
