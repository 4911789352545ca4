/* SPDX-License-Identifier: MIT */
/* test_windows.c: a thousand windows, opened and closed in whatever way, leave memory and
 * descriptors as they were. */
#include "unit/flat/loops.h"
#include "unit/render/xvfb.h"

static void
draw(void)
{
    struct fp_array *array = fresh_array(50);

    assert_non_null(plt_imshow(array, NULL));
    fp_unref(array);
    assert_int_equal(plt_title("a window"), FP_OK);
    assert_int_equal(plt_pause(0), FP_OK);
}

static void
close_figure(void)
{
    assert_int_equal(plt_close(0), FP_OK);
}

static void
press_its_button(void)
{
    press_button(the_window());
    assert_int_equal(plt_show(), FP_OK);
}

static void
clear_and_close(void)
{
    assert_int_equal(plt_clf(), FP_OK);
    assert_int_equal(plt_pause(0), FP_OK);
    assert_int_equal(plt_close_all(), FP_OK);
}

static void (*const ways[])(void) = {close_figure, press_its_button, clear_and_close};

/* Each way in turn, and always the same one last: it gives pages back. */
static void
open_and_close(size_t n)
{
    for (size_t i = 0; i < n; i += 3)
        for (size_t way = 0; way < 3; way++) {
            draw();
            ways[way]();
            assert_int_equal(plt_fignums(NULL, 0), 0);
        }
}

static void
a_thousand_windows_leave_nothing(void **state)
{
    struct fp_memory_sample before, after;

    (void)state;
    open_and_close(
        turns(300)); /* Xlib's and fontconfig's tables grow once, after a hundred or so */
    before = held_now();
    open_and_close(turns(1000));
    after = held_now();
    assert_flat(&before, &after);
    await_windows(0);
}

/* One window, and a thousand pictures in it. */
static void
a_thousand_pictures_leave_nothing(void **state)
{
    struct fp_memory_sample before, after;

    (void)state;
    plt_figure(1);
    for (size_t i = 0; i < turns(60); i++, plt_clf())
        draw();
    before = held_now();
    for (size_t i = 0; i < turns(1000); i++, plt_clf())
        draw();
    after = held_now();
    assert_flat(&before, &after);
    plt_close_all();
}

int
main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {
        seen_test(a_thousand_windows_leave_nothing),
        seen_test(a_thousand_pictures_leave_nothing),
    };

    fp_memory_strict_profile();
    if (!start_xvfb()) {
        print_message("skipped: Xvfb is not installed\n");
        return 0;
    }
    (void)argc;
    begin_exact(argv);
    return cmocka_run_group_tests(tests, NULL, end_xvfb);
}
