/* SPDX-License-Identifier: MIT */
/* screen_x11.c: the connection to the X11 display, and what becomes of its errors. */
#include "render/screen_x11.h"

#include <pthread.h>
#include <stdint.h>

#include "core/context.h"
#include "core/status.h"

/* --- Xlib's errors: by default they print and end the process --------------------------------- */

static pthread_mutex_t screens_lock = PTHREAD_MUTEX_INITIALIZER;
static struct fp__screen *screens; /* connected ones, of all threads */
static XErrorHandler others_fault;
static XIOErrorHandler others_loss;

static struct fp__screen *
find_screen(Display *display)
{
    struct fp__screen *s;

    pthread_mutex_lock(&screens_lock);
    for (s = screens; s && s->display != display;)
        s = s->next;
    pthread_mutex_unlock(&screens_lock);
    return s;
}

static int
on_fault(Display *display, XErrorEvent *event)
{
    struct fp__screen *s = find_screen(display);

    if (!s)
        return others_fault ? others_fault(display, event) : 0;
    s->fault = event->error_code;
    return 0;
}

static int
on_loss(Display *display)
{
    return find_screen(display) || !others_loss ? 0 : others_loss(display);
}

/* In the place of exit(). Xlib's calls return from now on without doing anything. */
static void
after_loss(Display *display, void *data)
{
    (void)display;
    ((struct fp__screen *)data)->lost = true;
}

/* The handlers are the process's: displays of others keep theirs. */
static void
enlist(struct fp__screen *s)
{
    XErrorHandler fault = XSetErrorHandler(on_fault);
    XIOErrorHandler loss = XSetIOErrorHandler(on_loss);

    XSetIOErrorExitHandler(s->display, after_loss, s);
    pthread_mutex_lock(&screens_lock);
    others_fault = fault != on_fault ? fault : others_fault;
    others_loss = loss != on_loss ? loss : others_loss;
    s->next = screens;
    screens = s;
    pthread_mutex_unlock(&screens_lock);
}

static void
strike_off(const struct fp__screen *s)
{
    struct fp__screen **link = &screens;

    pthread_mutex_lock(&screens_lock);
    while (*link != s)
        link = &(*link)->next;
    *link = s->next;
    pthread_mutex_unlock(&screens_lock);
}

/* --- the connection --------------------------------------------------------------------------- */

static enum fp_status
fail_to_connect(struct fp_context *ctx)
{
    const char *name = XDisplayName(NULL);

    if (*name)
        return fp__fail(ctx, FP_ERR_OUTPUT,
                        "no window can be opened: there is no display %s" FP__HINT
                        "the variable DISPLAY names a display that runs and lets you in",
                        name);
    return fp__fail(ctx, FP_ERR_OUTPUT,
                    "no window can be opened: there is no display, DISPLAY is not set" FP__HINT
                    "save a picture instead, or run this on a desktop, or through ssh -X");
}

static enum fp_status
connect_to_display(struct fp__screen *s)
{
    static const char *const names[FP__ATOMS] = {[FP__ATOM_PROTOCOLS] = "WM_PROTOCOLS",
                                                 [FP__ATOM_DELETE] = "WM_DELETE_WINDOW",
                                                 [FP__ATOM_NAME] = "_NET_WM_NAME",
                                                 [FP__ATOM_UTF8] = "UTF8_STRING"};

    XInitThreads();
    s->display = XOpenDisplay(NULL);
    if (!s->display)
        return fail_to_connect(s->ctx);
    s->lost = false;
    enlist(s);
    XInternAtoms(s->display, (char **)(uintptr_t)names, FP__ATOMS, False, s->atoms);
    return FP_OK;
}

void
fp__screen_leave(struct fp__screen *s)
{
    if (!s->display || s->windows)
        return;
    XCloseDisplay(s->display);
    strike_off(s);
    s->display = NULL;
}

void
fp__screen_forget(struct fp__x11_window *w)
{
    struct fp__screen *s = w->screen;
    struct fp__x11_window **link = &s->windows;

    while (*link != w)
        link = &(*link)->next;
    *link = w->next;
    fp_free(w);
    fp__screen_leave(s);
}

void
fp__screen_bury(struct fp__x11_window *w)
{
    fp__figure_set_window(w->fig, NULL);
    fp__screen_forget(w);
}

enum fp_status
fp__screen_tell_loss(struct fp__screen *s)
{
    while (s->windows)
        fp__screen_bury(s->windows);
    return fp__fail(s->ctx, FP_ERR_OUTPUT,
                    "the display went away, and the windows with it" FP__HINT
                    "show them again when it is back, or save them as pictures");
}

/* The figures are closed before, and their windows with them. */
static void
screen_destroy(void *value)
{
    fp__screen_leave(value);
}

static const struct fp__slot_class screen_class = {.destroy = screen_destroy};

struct fp__screen *
fp__screen_of(struct fp_context *ctx)
{
    ctx = fp__context(ctx);
    return ctx ? ctx->slot[FP__SLOT_SCREEN] : NULL;
}

enum fp_status
fp__screen_connect(struct fp_context *ctx, struct fp__screen **screen)
{
    struct fp__screen *s;

    if (ctx->destroyed)
        return fp__fail_closed(ctx, "context");
    s = fp__context_slot(ctx, FP__SLOT_SCREEN, sizeof *s, &screen_class);
    if (!s)
        return FP_ERR_MEMORY;
    s->ctx = ctx;
    *screen = s;
    return s->display ? FP_OK : connect_to_display(s);
}
