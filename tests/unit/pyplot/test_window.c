/* SPDX-License-Identifier: MIT */
/* test_window.c: a numbered figure's window: emptied by clf, destroyed exactly once by whatever
 * closes the figure, also when the window itself asks for it or calls back. */
#include "unit/pyplot/things.h"

static void
close_by_number(struct fp_figure *fig)
{
    assert_int_equal(plt_close(plt_number(fig)), FP_OK);
}

static void
close_current(struct fp_figure *fig)
{
    assert_ptr_equal(plt_gcf(), fig);
    assert_int_equal(plt_close(0), FP_OK);
}

static void
close_by_name(struct fp_figure *fig)
{
    (void)fig;
    assert_int_equal(plt_close_named("window"), FP_OK);
}

static void
close_by_figure(struct fp_figure *fig)
{
    assert_int_equal(plt_close_figure(fig), FP_OK);
}

static void
close_all(struct fp_figure *fig)
{
    (void)fig;
    assert_int_equal(plt_close_all(), FP_OK);
}

static void
close_by_handle(struct fp_figure *fig)
{
    fp_close(fig);
}

static void
destroy_context(struct fp_figure *fig)
{
    (void)fig;
    fp_context_destroy(NULL);
}

static void (*const ways[])(struct fp_figure *) = {
    close_by_number, close_current,   close_by_name,   close_by_figure,
    close_all,       close_by_handle, destroy_context,
};

enum { WAYS = sizeof ways / sizeof ways[0] };

/* --- in every order --------------------------------------------------------------------------- */

static void
every_way_of_closing_destroys_the_window_once(void **state)
{
    (void)state;
    for (int i = 0; i < WAYS; i++) {
        struct recorder window = {0};

        open_window(&window, fp_ref(plt_figure_named("window")));
        draw_values();
        ways[i](window.fig);
        assert_int_equal(window.destroyed, 1);
        fp_close(window.fig);
        assert_int_equal(plt_close_figure(window.fig), FP_NOTHING_TO_CLOSE);
        assert_int_equal(window.destroyed, 1);
        assert_int_equal(window.cleared, 0);
        fp_unref(window.fig);
        fp_context_destroy(NULL);
        assert_int_equal(window.destroyed, 1);
    }
}

static void
a_window_that_dies_first_is_left_alone(void **state)
{
    (void)state;
    for (int i = 0; i < WAYS; i++) {
        struct recorder window = {0};

        open_window(&window, fp_ref(plt_figure_named("window")));
        assert_int_equal(fp__figure_set_window(window.fig, NULL), FP_OK);
        plt_clf();
        ways[i](window.fig);
        assert_int_equal(window.cleared, 0);
        assert_int_equal(window.destroyed, 0);
        assert_int_equal(fp__figure_set_window(window.fig, &window.base), FP_ERR_CLOSED);
        fp_unref(window.fig);
    }
}

static void
clf_empties_the_window_and_keeps_it(void **state)
{
    struct recorder window = {0};

    (void)state;
    open_window(&window, plt_figure(0));
    for (int i = 1; i <= 3; i++) {
        draw_values();
        assert_int_equal(plt_clf(), FP_OK);
        assert_int_equal(window.cleared, i);
        assert_ptr_equal(fp__figure_window(window.fig), &window.base);
    }
    assert_int_equal(window.destroyed, 0);
    assert_int_equal(plt_close_all(), FP_OK);
    assert_int_equal(window.destroyed, 1);
}

static void
closing_one_leaves_the_windows_of_others(void **state)
{
    struct recorder windows[3] = {0};

    (void)state;
    for (int i = 0; i < 3; i++)
        open_window(&windows[i], plt_figure(0));
    plt_close(2);
    assert_int_equal(windows[0].destroyed + windows[2].destroyed, 0);
    assert_int_equal(windows[1].destroyed, 1);
    plt_close_all();
    for (int i = 0; i < 3; i++)
        assert_int_equal(windows[i].destroyed, 1);
}

/* --- the close button ------------------------------------------------------------------------- */

/* What the window does when its manager's button is pressed while it handles its events. */
static void
press_button(struct recorder *r)
{
    fp_close(r->fig);
}

static void
present(struct recorder *r)
{
    r->base.ops->present(&r->base, r->fig);
}

static void
the_close_button_closes_the_figure(void **state)
{
    struct recorder window = {.on_present = press_button};
    struct fp_axes *ax;

    (void)state;
    plt_figure(1);
    open_window(&window, fp_ref(plt_figure(2)));
    ax = fp_ref(plt_gca());
    present(&window);
    assert_int_equal(window.destroyed, 1);
    assert_int_equal(fp_axes_set_title(ax, "late"), FP_ERR_CLOSED);
    assert_int_equal(plt_number(plt_gcf()), 1);
    assert_int_equal(plt_close(2), FP_NOTHING_TO_CLOSE);
    assert_int_equal(plt_number(plt_figure(0)), 2);
    fp_unref(ax);
    fp_unref(window.fig);
}

static void
the_button_may_be_pressed_while_the_figure_is_cleared(void **state)
{
    struct recorder window = {.on_clear = press_button};

    (void)state;
    open_window(&window, plt_figure(0));
    draw_values();
    assert_int_equal(plt_clf(), FP_OK);
    assert_int_equal(window.destroyed, 1);
    assert_int_equal(plt_fignums(NULL, 0), 0);
    assert_int_equal(plt_clf(), FP_NOTHING_TO_CLOSE);
}

static void
leave_registry(struct recorder *r)
{
    assert_int_equal(plt_close_figure(r->fig), FP_OK);
}

static void
the_figure_may_leave_the_registry_while_it_is_cleared(void **state)
{
    struct recorder window = {.on_clear = leave_registry};

    (void)state;
    open_window(&window, plt_figure(0));
    draw_values();
    assert_int_equal(plt_clf(), FP_OK);
    assert_int_equal(window.destroyed, 1);
    assert_int_equal(plt_fignums(NULL, 0), 0);
}

/* --- a destroyed window calls back ------------------------------------------------------------ */

static void
close_again(struct recorder *r)
{
    fp_close(r->fig);
    assert_int_equal(plt_close_figure(r->fig), FP_NOTHING_TO_CLOSE);
    assert_int_equal(plt_number(r->fig), 0);
    assert_int_equal(fp_figure_set_dpi(r->fig, 50), FP_ERR_CLOSED);
}

static void
closing_again_from_the_window_does_nothing(void **state)
{
    (void)state;
    for (int i = 0; i < WAYS; i++) {
        struct recorder window = {.on_destroy = close_again};

        open_window(&window, plt_figure_named("window"));
        draw_values();
        ways[i](window.fig);
        assert_int_equal(window.destroyed, 1);
        assert_int_equal(plt_fignums(NULL, 0), 0);
    }
}

static void
close_the_others(struct recorder *r)
{
    (void)r;
    plt_close_all();
}

static void
a_window_may_take_all_others_with_it(void **state)
{
    struct recorder windows[4] = {0};

    (void)state;
    for (int i = 0; i < 4; i++) {
        windows[i].on_destroy = close_the_others;
        open_window(&windows[i], plt_figure(0));
    }
    assert_int_equal(plt_close(2), FP_OK);
    for (int i = 0; i < 4; i++)
        assert_int_equal(windows[i].destroyed, 1);
    assert_int_equal(plt_fignums(NULL, 0), 0);
}

static void
make_another(struct recorder *r)
{
    struct fp_figure *fig = plt_figure(0);

    assert_ptr_not_equal(fig, r->fig);
    assert_ptr_equal(plt_gcf(), fig);
}

static void
a_closing_window_may_open_a_figure(void **state)
{
    struct recorder window = {.on_destroy = make_another};

    (void)state;
    open_window(&window, plt_figure(5));
    assert_int_equal(plt_close(0), FP_OK);
    assert_int_equal(plt_number(plt_gcf()), 1);
    assert_int_equal(plt_fignums(NULL, 0), 1);
}

static void
find_nothing(struct recorder *r)
{
    (void)r;
    assert_null(plt_gcf());
    assert_int_equal(plt_title("late"), FP_ERR_CLOSED);
    assert_int_equal(plt_savefig(temp_path("late.png")), FP_ERR_CLOSED);
    assert_int_equal(plt_close_all(), FP_NOTHING_TO_CLOSE);
}

static void
nothing_opens_while_the_context_ends(void **state)
{
    struct recorder windows[2] = {0};

    (void)state;
    for (int i = 1; i >= 0; i--)
        open_window(&windows[i], plt_figure(0));
    windows[0].on_destroy = find_nothing; /* of the newer one: the last to be closed */
    fp_context_destroy(NULL);
    assert_int_equal(windows[0].destroyed, 1);
    assert_int_equal(windows[1].destroyed, 1);
}

/* --- showing ---------------------------------------------------------------------------------- */

static void
windows_are_called_as_their_figures(void **state)
{
    struct recorder windows[2] = {0};

    (void)state;
    open_window(&windows[0], plt_figure(7));
    open_window(&windows[1], plt_figure_named("waves"));
    assert_int_equal(plt_pause(0), FP_OK);
    assert_int_equal(windows[0].presented, 0);
    assert_string_equal(windows[1].title, "waves");
    assert_int_equal(plt_show(), FP_OK); /* nobody waits for a recorder */
    assert_int_equal(windows[0].presented, 1);
    assert_int_equal(windows[1].presented, 2);
    assert_string_equal(windows[0].title, "Figure 7");
    plt_close_all();
}

static void
draw_is_for_a_window_that_is_there(void **state)
{
    struct recorder window = {0};

    (void)state;
    assert_int_equal(plt_draw(), FP_OK);
    assert_int_equal(plt_pause(0), FP_OK);
    assert_int_equal(plt_fignums(NULL, 0), 0);
    plt_figure(1);
    assert_int_equal(plt_draw(), FP_OK);
    open_window(&window, plt_gcf());
    assert_int_equal(plt_draw(), FP_OK);
    assert_int_equal(window.presented, 1);
    plt_close_all();
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(every_way_of_closing_destroys_the_window_once),
        world_test(a_window_that_dies_first_is_left_alone),
        world_test(clf_empties_the_window_and_keeps_it),
        world_test(closing_one_leaves_the_windows_of_others),
        world_test(the_close_button_closes_the_figure),
        world_test(the_button_may_be_pressed_while_the_figure_is_cleared),
        world_test(the_figure_may_leave_the_registry_while_it_is_cleared),
        world_test(closing_again_from_the_window_does_nothing),
        world_test(a_window_may_take_all_others_with_it),
        world_test(a_closing_window_may_open_a_figure),
        world_test(nothing_opens_while_the_context_ends),
        world_test(windows_are_called_as_their_figures),
        world_test(draw_is_for_a_window_that_is_there),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
