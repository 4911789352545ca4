/* SPDX-License-Identifier: MIT */
/* test_window.c: a figure's window is emptied by clear and destroyed by close, once, in every
 * order. */
#include "unit/support.h"

#include "figure/window.h"
#include "unit/figure/scene.h"

struct recorded {
    struct fp__window base;
    struct fp_figure *fig; /* asked whether it still answers, while the window is destroyed */
    int presents, clears, destroys;
    enum fp_status answer;
};

static enum fp_status
present(struct fp__window *window, struct fp_figure *fig)
{
    (void)fig;
    ((struct recorded *)window)->presents++;
    return FP_OK;
}

static void
clear(struct fp__window *window)
{
    ((struct recorded *)window)->clears++;
}

static void
destroy(struct fp__window *window)
{
    struct recorded *r = (struct recorded *)window;

    r->destroys++;
    r->answer = fp__figure_set_window(r->fig, NULL);
}

static const struct fp__window_ops ops = {.present = present, .clear = clear, .destroy = destroy};

static struct fp_figure *
figure_with(struct recorded *window)
{
    struct fp_figure *fig = fp_figure_create(NULL);

    *window = (struct recorded){.base = {.ops = &ops}, .fig = fig};
    assert_int_equal(fp__figure_set_window(fig, &window->base), FP_OK);
    show_counting(fp_figure_add_subplot(fig, 1, 1, 1), 2, 2, NULL);
    return fig;
}

static void
clear_empties_and_keeps_it(void **state)
{
    struct recorded window;
    struct fp_figure *fig = figure_with(&window);

    (void)state;
    fp_figure_clear(fig);
    fp_figure_clear(fig);
    assert_int_equal(window.clears, 2);
    assert_int_equal(window.destroys, 0);
    assert_ptr_equal(fp__figure_window(fig), &window.base);
    fp_unref(fig);
}

static void
close_destroys_it_once(void **state)
{
    struct recorded window;
    struct fp_figure *fig = figure_with(&window);

    (void)state;
    fp_close(fig);
    fp_close(fig);
    assert_int_equal(window.destroys, 1);
    assert_int_equal(window.clears, 0);
    assert_int_equal(window.answer, FP_ERR_CLOSED);
    assert_null(fp__figure_window(fig));
    assert_int_equal(fp__figure_set_window(fig, &window.base), FP_ERR_CLOSED);
    fp_unref(fig);
    assert_int_equal(window.destroys, 1);
}

static void
letting_go_of_the_figure_destroys_it(void **state)
{
    struct recorded window;
    struct fp_figure *fig = figure_with(&window);
    struct fp_axes *ax = fp_ref(fp_figure_get_axes(fig, 0));

    (void)state;
    fp_unref(fig);
    assert_int_equal(window.destroys, 1);
    fp_unref(ax);
}

static void
the_end_of_the_context_destroys_it(void **state)
{
    struct recorded window;
    struct fp_figure *fig = figure_with(&window);

    (void)state;
    fp_context_destroy(NULL);
    assert_int_equal(window.destroys, 1);
    fp_unref(fig);
    assert_int_equal(window.destroys, 1);
}

static void
a_window_that_dies_first_is_not_touched_again(void **state)
{
    struct recorded window;
    struct fp_figure *fig = figure_with(&window);

    (void)state;
    fp__figure_set_window(fig, NULL);
    fp_figure_clear(fig);
    fp_close(fig);
    fp_unref(fig);
    assert_int_equal(window.clears, 0);
    assert_int_equal(window.destroys, 0);
}

/* Every order of: clear, close, window dies, close of the context; the window goes at most once. */
static void
in_every_order_it_goes_once(void **state)
{
    (void)state;
    for (int order = 0; order < 256; order++) {
        struct recorded window;
        struct fp_figure *fig = figure_with(&window);
        bool died = false, closed = false;

        for (int i = 0; i < 4; i++) {
            switch (order >> 2 * i & 3) {
            case 0:
                fp_figure_clear(fig);
                break;
            case 1:
                fp_close(fig);
                closed = true;
                break;
            case 2:
                died = fp__figure_set_window(fig, NULL) == FP_OK || died;
                break;
            default:
                fp_close(fp_figure_get_axes(fig, 0));
            }
            assert_int_equal(window.destroys, closed && !died);
        }
        fp_unref(fig);
        assert_int_equal(window.destroys, !died);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(clear_empties_and_keeps_it),
        world_test(close_destroys_it_once),
        world_test(letting_go_of_the_figure_destroys_it),
        world_test(the_end_of_the_context_destroys_it),
        world_test(a_window_that_dies_first_is_not_touched_again),
        world_test(in_every_order_it_goes_once),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
