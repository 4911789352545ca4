/* SPDX-License-Identifier: MIT */
/* xvfb.h: a display without a screen for tests, and a second client of it that looks at what the
 * library shows, and that does what a window manager and a hand would do. */
#ifndef TESTS_UNIT_RENDER_XVFB_H
#define TESTS_UNIT_RENDER_XVFB_H

#include "unit/support.h"

#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <X11/keysym.h>

static pid_t xvfb;
static Display *looker;

/* A server of that screen picks a free number and writes it to us. False where it is not
 * installed. */
static inline bool
start_xvfb_of(const char *screen)
{
    char number[16] = "", name[32], fd[16];
    size_t found;
    int ends[2];

    if (pipe(ends) != 0)
        return false;
    snprintf(fd, sizeof fd, "%d", ends[1]);
    xvfb = fork();
    if (xvfb == 0) {
        prctl(PR_SET_PDEATHSIG, SIGTERM); /* a test that is killed leaves no server behind */
        close(ends[0]);
        dup2(open("/dev/null", O_WRONLY | O_CLOEXEC), STDOUT_FILENO);
        dup2(STDOUT_FILENO, STDERR_FILENO);
        execlp("Xvfb", "Xvfb", "-displayfd", fd, "-screen", "0", screen, "-nolisten", "tcp",
               "-noreset", (char *)NULL);
        _exit(127);
    }
    close(ends[1]);
    for (size_t n = 0; n < sizeof number - 1 && read(ends[0], number + n, 1) == 1; n++)
        if (number[n] == '\n')
            break;
    close(ends[0]);
    found = strcspn(number, "\n");
    number[found] = '\0';
    snprintf(name, sizeof name, ":%s", number);
    setenv("DISPLAY", name, 1);
    return found > 0;
}

static inline bool
start_xvfb(void)
{
    return start_xvfb_of("1280x1024x24");
}

static inline int
end_xvfb(void **state)
{
    (void)state;
    kill(xvfb, SIGTERM);
    waitpid(xvfb, NULL, 0);
    return 0;
}

/* All that is not ours to expect from the display: other programs' windows are none of it. */
static inline int
open_eyes(void **state)
{
    (void)state;
    XInitThreads();
    looker = XOpenDisplay(NULL);
    return looker ? 0 : -1;
}

static inline int
close_eyes(void **state)
{
    XCloseDisplay(looker);
    return world_teardown(state);
}

#define seen_test(function) cmocka_unit_test_setup_teardown(function, open_eyes, close_eyes)

static inline bool
is_on_screen(Window id)
{
    XWindowAttributes a;

    return XGetWindowAttributes(looker, id, &a) && a.map_state == IsViewable;
}

/* How many windows can be seen (servers have others of their own); the newest of them in *id.
 * Meanwhile the server listens to nobody else, or one of them could go away. */
static inline unsigned
count_windows(Window *id)
{
    Window root, parent, *all = NULL;
    unsigned n = 0, shown = 0;

    XGrabServer(looker);
    assert_true(XQueryTree(looker, DefaultRootWindow(looker), &root, &parent, &all, &n));
    for (unsigned i = 0; i < n; i++) {
        if (!is_on_screen(all[i]))
            continue;
        shown++;
        if (id)
            *id = all[i];
    }
    if (all)
        XFree(all);
    XUngrabServer(looker);
    XSync(looker, False);
    return shown;
}

/* So many windows can be seen, now or soon: the server may listen to us before it listens to the
 * connection that takes one away. Returns the newest. */
static inline Window
await_windows(unsigned wanted)
{
    Window id = None;
    unsigned seen = count_windows(&id);

    for (int i = 0; i < 1000 && seen != wanted; i++) {
        usleep(5000);
        id = None;
        seen = count_windows(&id);
    }
    assert_int_equal(seen, wanted);
    return id;
}

/* The only one. */
static inline Window
the_window(void)
{
    return await_windows(1);
}

static inline void
size_of(Window id, int size[2])
{
    XWindowAttributes a;

    assert_true(XGetWindowAttributes(looker, id, &a));
    size[0] = a.width;
    size[1] = a.height;
}

/* How many pixels of the window are other than those of the picture, 4 bytes each. */
static inline size_t
differing_pixels(Window id, const uint8_t *rgba, int width, int height)
{
    XImage *image =
        XGetImage(looker, id, 0, 0, (unsigned)width, (unsigned)height, AllPlanes, ZPixmap);
    size_t n = 0;

    assert_non_null(image);
    for (int y = 0; y < height; y++)
        for (int x = 0; x < width; x++, rgba += 4)
            n += (XGetPixel(image, x, y) & 0xffffff) !=
                 ((unsigned long)rgba[0] << 16 | (unsigned long)rgba[1] << 8 | rgba[2]);
    XDestroyImage(image);
    return n;
}

/* As a window manager does when its close button is pressed. */
static inline void
press_button(Window id)
{
    XEvent event = {.xclient = {.type = ClientMessage, .window = id, .format = 32}};

    event.xclient.message_type = XInternAtom(looker, "WM_PROTOCOLS", False);
    event.xclient.data.l[0] = (long)XInternAtom(looker, "WM_DELETE_WINDOW", False);
    XSendEvent(looker, id, False, NoEventMask, &event);
    XSync(looker, False);
}

static inline void
press_key(Window id, KeySym symbol, unsigned modifiers)
{
    XEvent event = {.xkey = {.type = KeyPress,
                             .window = id,
                             .root = DefaultRootWindow(looker),
                             .keycode = XKeysymToKeycode(looker, symbol),
                             .state = modifiers}};

    XSendEvent(looker, id, False, KeyPressMask, &event);
    XSync(looker, False);
}

static inline void *
press_when_there(void *arg)
{
    Window id = None;

    for (int i = 0; i < 4000 && count_windows(&id) == 0; i++)
        usleep(5000);
    if (id)
        press_button(id);
    return arg;
}

/* Another thread does it as soon as there is a window; nobody else looks until it was joined. */
static inline pthread_t
press_button_later(void)
{
    pthread_t thread;

    assert_int_equal(pthread_create(&thread, NULL, press_when_there, NULL), 0);
    return thread;
}

#endif
