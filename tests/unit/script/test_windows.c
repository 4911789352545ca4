/* SPDX-License-Identifier: MIT */
/* test_windows.c: show, pause and draw of scripts in windows of a real display. */
#include "flatplot/pyplot.h"
#include "unit/render/xvfb.h"
#include "unit/script/scripts.h"

static void
show_waits_until_the_button_is_pressed(void **state)
{
    pthread_t thread = press_button_later();

    (void)state;
    runs("local fig = plt.figure(3)\n"
         "plt.plot{1, 2}\n"
         "plt.show()\n"
         "local fine, why = pcall(fig.savefig, fig, 'late.png')\n"
         "assert(not fine and why:find('figure 3 was closed %(line 3%)'), why)\n"
         "assert(#plt.get_fignums() == 0)");
    pthread_join(thread, NULL);
}

static void
pause_shows_and_goes_on(void **state)
{
    (void)state;
    runs("plt.pause(0.01)\n"
         "assert(#plt.get_fignums() == 0)\n"
         "for i = 1, 3 do plt.plot{i, i} plt.pause(0.01) plt.clf() end");
    assert_true(is_on_screen(the_window()));
    runs("plt.show{block = false} plt.draw() plt.gcf():draw() plt.close()");
    await_windows(0);
    runs("local fig <close> = plt.Figure() fig:show() fig:draw()");
    await_windows(0);
}

static void *
stop_soon(void *arg)
{
    usleep(100000);
    fp_script_stop();
    return arg;
}

static void
a_script_that_waits_can_be_stopped(void **state)
{
    pthread_t thread;

    (void)state;
    assert_int_equal(pthread_create(&thread, NULL, stop_soon, NULL), 0);
    fails("plt.figure()\nplt.show()\nplt.pause(1000)", "test.lua:3: stopped", "");
    pthread_join(thread, NULL);
}

static void
what_cannot_be_shown_is_said(void **state)
{
    char name[32];

    (void)state;
    fails("plt.pause(-1)", "test.lua:1: pause: a number of seconds, 0 or more", "");
    fails("plt.pause()", "test.lua:1: pause: the number of seconds is a number, not no value", "");
    fails("plt.show{blok = true}", "test.lua:1: show has no option 'blok'", "'block'");
    snprintf(name, sizeof name, "%s", getenv("DISPLAY"));
    unsetenv("DISPLAY");
    runs("plt.show() plt.pause(0) plt.figure() plt.draw()");
    fails("plt.show()",
          "test.lua:1: no window can be opened: there is no display, DISPLAY is not set", "save");
    setenv("DISPLAY", name, 1);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        seen_test(show_waits_until_the_button_is_pressed),
        seen_test(pause_shows_and_goes_on),
        seen_test(a_script_that_waits_can_be_stopped),
        seen_test(what_cannot_be_shown_is_said),
    };

    if (!start_xvfb()) {
        print_message("skipped: Xvfb is not installed\n");
        return 0;
    }
    return cmocka_run_group_tests(tests, NULL, end_xvfb);
}
