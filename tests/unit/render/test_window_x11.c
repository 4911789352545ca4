/* SPDX-License-Identifier: MIT */
/* test_window_x11.c: figures in windows of a real display: what is seen, and what happens when they
 * are cleared, closed, resized, pressed, and lost. */
#include "unit/render/xvfb.h"

#include <math.h>
#include <time.h>

#include "figure/window.h"
#include "flatplot/flatplot.h"
#include "unit/figure/scene.h"

static struct fp_figure *
picture(int width, int height)
{
    struct fp_figure *fig = fp_figure_create(NULL);
    struct fp_axes *ax = fp_figure_add_subplot(fig, 1, 1, 1);

    show_counting(ax, 5, 7, NULL);
    fp_axes_set_title(ax, "a title");
    fp_figure_set_size_pixels(fig, width, height);
    return fig;
}

static struct fp_figure *
shown(int width, int height)
{
    struct fp_figure *fig = picture(width, height);

    assert_int_equal(fp_figure_show(fig, NULL), FP_OK);
    return fig;
}

static void
assert_seen(struct fp_figure *fig, Window id)
{
    uint8_t *rgba = NULL;
    int size[2], window[2];

    assert_int_equal(fp_figure_get_size_pixels(fig, &size[0], &size[1]), FP_OK);
    size_of(id, window);
    assert_memory_equal(window, size, sizeof size);
    assert_int_equal(fp_figure_pixels(fig, &rgba), FP_OK);
    assert_int_equal(differing_pixels(id, rgba, size[0], size[1]), 0);
    fp_free(rgba);
}

/* What the server was told may reach us a little later. */
static void
handle_all(void)
{
    assert_int_equal(fp_windows_wait(NULL, .05, NULL), FP_OK);
}

/* --- what is seen ----------------------------------------------------------------------------- */

static void
a_window_shows_the_pixels_that_are_saved(void **state)
{
    struct fp_figure *fig = shown(400, 300);

    (void)state;
    assert_seen(fig, the_window());
    fp_axes_set_title(fp_figure_get_axes(fig, 0), "another");
    assert_int_equal(fp_figure_show(fig, NULL), FP_OK);
    assert_seen(fig, the_window());
    fp_unref(fig);
    await_windows(0);
}

/* A window of somebody else goes over it and away again, while nobody here listens. */
static void
what_it_shows_outlives_what_covers_it(void **state)
{
    struct fp_figure *fig = shown(200, 150);
    Window id = the_window(), root = DefaultRootWindow(looker);
    Window cover = XCreateSimpleWindow(looker, root, 0, 0, 600, 600, 0, 0, 0);

    (void)state;
    XMapRaised(looker, cover);
    XSync(looker, False);
    XDestroyWindow(looker, cover);
    XSync(looker, False);
    assert_seen(fig, id);
    fp_unref(fig);
}

static void
a_clear_face_is_seen_on_white(void **state)
{
    struct fp_figure *fig = fp_figure_create(NULL);
    uint8_t rgba[16 * 16 * 4];

    (void)state;
    fp_figure_set_size_pixels(fig, 16, 16);
    fp_figure_set_facecolor(fig, (struct fp_color){255, 0, 0, 0});
    assert_int_equal(fp_figure_show(fig, NULL), FP_OK);
    memset(rgba, 255, sizeof rgba);
    assert_int_equal(differing_pixels(the_window(), rgba, 16, 16), 0);
    fp_unref(fig);
}

static void
a_title_is_unicode(void **state)
{
    struct fp_figure *fig = picture(100, 100);
    Atom utf8 = XInternAtom(looker, "UTF8_STRING", False), type;
    unsigned char *text = NULL;
    unsigned long n, left;
    int format;

    (void)state;
    assert_int_equal(fp_figure_show(fig, "b\xc3\xa4r"), FP_OK);
    assert_int_equal(fp_figure_show(fig, NULL), FP_OK);
    XGetWindowProperty(looker, the_window(), XInternAtom(looker, "_NET_WM_NAME", False), 0, 99,
                       False, utf8, &type, &format, &n, &left, &text);
    assert_int_equal(type, utf8);
    assert_string_equal((char *)text, "b\xc3\xa4r");
    XFree(text);
    fp_unref(fig);
}

/* --- clear and close -------------------------------------------------------------------------- */

static void
clear_leaves_the_same_window_empty(void **state)
{
    struct fp_figure *fig = fp_figure_create(NULL);
    static uint8_t rgba[120 * 90 * 4];
    Window id = None;

    (void)state;
    fp_figure_set_size_pixels(fig, 120, 90);
    fp_figure_set_style(fig, FP_STYLE_DARK);
    show_counting(fp_figure_add_subplot(fig, 1, 1, 1), 5, 7, NULL);
    assert_int_equal(fp_figure_show(fig, NULL), FP_OK);
    id = the_window();
    for (size_t i = 0; i < sizeof rgba; i++)
        rgba[i] = i % 4 == 3 ? 255 : 0; /* the dark style's face */
    assert_true(differing_pixels(id, rgba, 120, 90) > 1000);
    assert_int_equal(fp_figure_clear(fig), FP_OK);
    handle_all();
    assert_int_equal(the_window(), id);
    assert_int_equal(differing_pixels(id, rgba, 120, 90), 0);
    show_counting(fp_figure_add_subplot(fig, 1, 1, 1), 5, 7, NULL);
    assert_int_equal(fp_figure_show(fig, NULL), FP_OK);
    assert_int_equal(the_window(), id);
    assert_seen(fig, id);
    fp_unref(fig);
}

static void
close_takes_the_window_away(void **state)
{
    struct fp_figure *fig = shown(100, 80), *other = shown(60, 40);

    (void)state;
    await_windows(2);
    fp_close(fig);
    assert_seen(other, the_window());
    assert_int_equal(fp_figure_show(fig, NULL), FP_ERR_CLOSED);
    fp_unref(other);
    await_windows(0);
    fp_unref(fig);
}

static void
the_end_of_the_context_takes_it_away(void **state)
{
    struct fp_figure *fig = shown(100, 80);

    (void)state;
    fp_context_destroy(NULL);
    await_windows(0);
    fp_unref(fig);
}

static void
the_close_button_closes_the_figure(void **state)
{
    struct fp_figure *fig = shown(100, 80), *other = shown(60, 40);
    struct fp_axes *ax = fp_ref(fp_figure_get_axes(other, 0));
    Window id = await_windows(2);

    (void)state;
    press_button(id);
    handle_all();
    assert_true(fp_is_closed(other));
    assert_int_equal(fp_axes_set_title(ax, "late"), FP_ERR_CLOSED);
    assert_seen(fig, the_window());
    press_button(the_window());
    assert_int_equal(fp_windows_wait(NULL, INFINITY, NULL), FP_OK);
    assert_true(fp_is_closed(fig));
    fp_unref(ax);
    fp_unref(other);
    fp_unref(fig);
}

/* Nothing but its window's registry holds it: it dies while its event is handled. */
static void
the_button_may_be_the_end_of_a_numbered_figure(void **state)
{
    (void)state;
    assert_int_equal(fp_figure_show(plt_figure(3), "three"), FP_OK);
    press_button(the_window());
    handle_all();
    assert_int_equal(plt_fignums(NULL, 0), 0);
    await_windows(0);
}

/* --- sizes ------------------------------------------------------------------------------------ */

static void
a_figure_takes_the_size_that_its_window_gets(void **state)
{
    struct fp_figure *fig = shown(100, 80);
    Window id = the_window();

    (void)state;
    XResizeWindow(looker, id, 333, 222);
    XSync(looker, False);
    handle_all();
    assert_seen(fig, id);
    XMoveWindow(looker, id, 50, 60);
    XSync(looker, False);
    handle_all();
    assert_seen(fig, id);
    fp_unref(fig);
}

/* Busy with other things, the program does not hear of it. */
static void
what_a_larger_window_adds_is_white(void **state)
{
    enum { WIDTH = 100, HEIGHT = 80, WIDER = 250, HIGHER = 170 };
    struct fp_figure *fig = shown(WIDTH, HEIGHT);
    static uint8_t wanted[WIDER * HIGHER * 4];
    uint8_t *rgba = NULL;
    Window id = the_window();

    (void)state;
    assert_int_equal(fp_figure_pixels(fig, &rgba), FP_OK);
    memset(wanted, 255, sizeof wanted);
    for (size_t y = 0; y < HEIGHT; y++)
        memcpy(wanted + y * WIDER * 4, rgba + y * WIDTH * 4, WIDTH * 4);
    fp_free(rgba);
    XResizeWindow(looker, id, WIDER, HIGHER);
    XSync(looker, False);
    assert_int_equal(differing_pixels(id, wanted, WIDER, HIGHER), 0);
    handle_all();
    assert_seen(fig, id);
    fp_unref(fig);
}

static void
a_window_takes_the_size_that_its_figure_gets(void **state)
{
    struct fp_figure *fig = shown(100, 80);

    (void)state;
    fp_figure_set_size_pixels(fig, 250, 60);
    assert_int_equal(fp_figure_show(fig, NULL), FP_OK);
    assert_seen(fig, the_window());
    handle_all(); /* the display's word of it changes nothing */
    assert_seen(fig, the_window());
    fp_unref(fig);
}

/* --- keys and waiting ------------------------------------------------------------------------- */

struct pressed {
    int keys[8];
    size_t count;
    int last;
    size_t asked;
};

static bool
note_key(void *data, struct fp_figure *fig, int key)
{
    struct pressed *pressed = data;

    assert_false(fp_is_closed(fig));
    pressed->keys[pressed->count++] = key;
    return key == pressed->last;
}

static bool
count_asked(void *data)
{
    return ++((struct pressed *)data)->asked == 3;
}

static void
keys_are_heard_and_may_end_the_wait(void **state)
{
    struct fp_figure *fig = shown(100, 80);
    struct pressed pressed = {.last = 'x'};
    struct fp_window_ears ears = {.key = note_key, .data = &pressed};
    static const int wanted[] = {FP_KEY_LEFT, FP_KEY_RIGHT,  FP_KEY_HOME, FP_KEY_END,
                                 'q',         FP_KEY_ESCAPE, ' ',         'x'};
    static const KeySym keys[] = {XK_Left, XK_Right,  XK_Home,  XK_End,
                                  XK_q,    XK_Escape, XK_space, XK_x};
    Window id = the_window();

    (void)state;
    press_key(id, XK_F1, 0);
    press_key(id, XK_w, ControlMask);
    for (int i = 0; i < 8; i++)
        press_key(id, keys[i], 0);
    assert_int_equal(fp_windows_wait(NULL, INFINITY, &ears), FP_OK);
    assert_int_equal(pressed.count, 8);
    assert_memory_equal(pressed.keys, wanted, sizeof wanted);
    assert_false(fp_is_closed(fig));
    fp_unref(fig);
}

static void
q_and_control_w_close_where_nobody_hears(void **state)
{
    static const struct {
        KeySym key;
        unsigned modifiers;
        bool closes;
    } cases[] = {
        {XK_q, 0, true}, {XK_w, ControlMask, true}, {XK_w, 0, false}, {XK_q, ControlMask, false}};

    (void)state;
    for (int i = 0; i < 4; i++) {
        struct fp_figure *fig = shown(100, 80);

        press_key(the_window(), cases[i].key, cases[i].modifiers);
        handle_all();
        assert_int_equal(fp_is_closed(fig), cases[i].closes);
        fp_unref(fig);
    }
}

static bool
close_it(void *data, struct fp_figure *fig, int key)
{
    (void)key;
    assert_ptr_equal(*(struct fp_figure **)data, fig);
    fp_close(fig);
    fp_unref(fig);
    *(struct fp_figure **)data = NULL;
    return false;
}

static void
who_hears_a_key_may_close_the_figure(void **state)
{
    struct fp_figure *fig = shown(100, 80);
    struct fp_window_ears ears = {.key = close_it, .data = &fig};

    (void)state;
    press_key(the_window(), XK_a, 0);
    press_key(the_window(), XK_b, 0);
    assert_int_equal(fp_windows_wait(NULL, INFINITY, &ears), FP_OK);
    assert_null(fig);
}

static double
seconds_of(double seconds, const struct fp_window_ears *ears)
{
    struct timespec a, b;

    clock_gettime(CLOCK_MONOTONIC, &a);
    assert_int_equal(fp_windows_wait(NULL, seconds, ears), FP_OK);
    clock_gettime(CLOCK_MONOTONIC, &b);
    return (double)(b.tv_sec - a.tv_sec) + 1e-9 * (double)(b.tv_nsec - a.tv_nsec);
}

static void
a_wait_has_an_end(void **state)
{
    struct pressed pressed = {0};
    struct fp_window_ears ears = {.stop = count_asked, .data = &pressed};
    struct fp_figure *fig;

    (void)state;
    assert_int_equal(fp_windows_wait(NULL, NAN, NULL), FP_ERR_ARGUMENT);
    assert_int_equal(fp_windows_wait(NULL, -1, NULL), FP_ERR_ARGUMENT);
    assert_true(seconds_of(INFINITY, NULL) < 5); /* no window at all */
    assert_true(seconds_of(.15, NULL) >= .15);
    fig = shown(100, 80);
    assert_true(seconds_of(.15, NULL) >= .15);
    assert_true(seconds_of(INFINITY, &ears) >= .2); /* asked three times, ten times a second */
    press_button(the_window());
    assert_true(seconds_of(1000, NULL) < 100);
    fp_unref(fig);
}

/* --- what may go wrong ------------------------------------------------------------------------ */

static void
without_a_display_it_is_an_error(void **state)
{
    struct fp_figure *fig = picture(100, 80);
    char name[32];

    (void)state;
    snprintf(name, sizeof name, "%s", getenv("DISPLAY"));
    unsetenv("DISPLAY");
    assert_int_equal(fp_figure_show(fig, NULL), FP_ERR_OUTPUT);
    assert_string_equal(fp_context_message(NULL),
                        "no window can be opened: there is no display, DISPLAY is not set");
    setenv("DISPLAY", ":987", 1);
    assert_int_equal(fp_figure_show(fig, NULL), FP_ERR_OUTPUT);
    assert_string_equal(fp_context_message(NULL),
                        "no window can be opened: there is no display :987");
    assert_null(fp__figure_window(fig));
    setenv("DISPLAY", name, 1);
    assert_int_equal(fp_figure_show(fig, NULL), FP_OK);
    fp_unref(fig);
}

/* As when the display's machine goes away: every connection but the one that looks is cut. */
static void
cut_off(void)
{
    Window id = None;

    count_windows(&id);
    XKillClient(looker, id);
    XSync(looker, False);
}

static void
a_display_that_goes_away_leaves_the_figures(void **state)
{
    struct fp_figure *a = shown(100, 80), *b = shown(60, 40);

    (void)state;
    cut_off();
    assert_int_equal(fp_windows_wait(NULL, INFINITY, NULL), FP_ERR_OUTPUT);
    assert_string_equal(fp_context_message(NULL), "the display went away, and the windows with it");
    assert_null(fp__figure_window(a));
    assert_int_equal(fp_figure_show(a, NULL), FP_OK); /* it is there again */
    assert_seen(a, the_window());
    cut_off();
    assert_int_equal(fp_figure_show(a, NULL), FP_ERR_OUTPUT); /* noticed while showing */
    assert_null(fp__figure_window(a));
    assert_int_equal(fp_figure_show(b, NULL), FP_OK);
    cut_off();
    fp_figure_clear(b); /* and by calls that cannot fail */
    fp_close(b);
    assert_int_equal(fp_windows_wait(NULL, 0, NULL), FP_OK);
    fp_unref(a);
    fp_unref(b);
}

static void
a_window_that_another_program_destroys_leaves_its_figure(void **state)
{
    struct fp_figure *fig = shown(100, 80);

    (void)state;
    XDestroyWindow(looker, the_window());
    XSync(looker, False);
    assert_int_equal(fp_windows_wait(NULL, INFINITY, NULL), FP_OK);
    assert_false(fp_is_closed(fig));
    assert_null(fp__figure_window(fig));
    assert_int_equal(fp_figure_show(fig, NULL), FP_OK);
    XDestroyWindow(looker, the_window());
    XSync(looker, False);
    assert_int_equal(fp_figure_show(fig, NULL), FP_OK); /* not noticed yet, and no crash */
    fp_figure_clear(fig);
    fp_unref(fig);
}

static int faults;

static int
count_fault(Display *display, XErrorEvent *event)
{
    assert_ptr_equal(display, looker);
    (void)event;
    faults++;
    return 0;
}

static void
errors_of_other_displays_are_their_own(void **state)
{
    XErrorHandler before = XSetErrorHandler(count_fault);
    struct fp_figure *fig = shown(100, 80);

    (void)state;
    faults = 0;
    XKillClient(looker, 1); /* nobody's */
    XSync(looker, False);
    assert_int_equal(faults, 1);
    fp_unref(fig);
    XSetErrorHandler(before);
}

static int
show_and_close(void *arg)
{
    struct fp_figure *fig = fp_figure_create(NULL);
    enum fp_status status = FP_ERR_MEMORY;

    (void)arg;
    if (fig) {
        status = fp_figure_show(fig, "title");
        if (status == FP_OK)
            status = fp_windows_wait(NULL, 0, NULL);
        fp_figure_clear(fig);
    }
    fp_unref(fig);
    return status == FP_OK ? 0 : -1;
}

static void
every_failing_call_leaves_nothing(void **state)
{
    (void)state;
    torture(show_and_close, NULL, 1);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        seen_test(a_window_shows_the_pixels_that_are_saved),
        seen_test(what_it_shows_outlives_what_covers_it),
        seen_test(a_clear_face_is_seen_on_white),
        seen_test(a_title_is_unicode),
        seen_test(clear_leaves_the_same_window_empty),
        seen_test(close_takes_the_window_away),
        seen_test(the_end_of_the_context_takes_it_away),
        seen_test(the_close_button_closes_the_figure),
        seen_test(the_button_may_be_the_end_of_a_numbered_figure),
        seen_test(a_figure_takes_the_size_that_its_window_gets),
        seen_test(what_a_larger_window_adds_is_white),
        seen_test(a_window_takes_the_size_that_its_figure_gets),
        seen_test(keys_are_heard_and_may_end_the_wait),
        seen_test(q_and_control_w_close_where_nobody_hears),
        seen_test(who_hears_a_key_may_close_the_figure),
        seen_test(a_wait_has_an_end),
        seen_test(without_a_display_it_is_an_error),
        seen_test(a_display_that_goes_away_leaves_the_figures),
        seen_test(a_window_that_another_program_destroys_leaves_its_figure),
        seen_test(errors_of_other_displays_are_their_own),
        world_test(every_failing_call_leaves_nothing),
    };

    if (!start_xvfb()) {
        print_message("skipped: Xvfb is not installed\n");
        return 0;
    }
    return cmocka_run_group_tests(tests, NULL, end_xvfb);
}
