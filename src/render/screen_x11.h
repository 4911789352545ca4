/* SPDX-License-Identifier: MIT */
/* screen_x11.h: a context's connection to its X11 display, and the windows on it.
 *
 * It is made for the first window and closed with the last. */
#ifndef RENDER_SCREEN_X11_H
#define RENDER_SCREEN_X11_H

#include <stdbool.h>

#include <X11/Xlib.h>

#include "figure/window.h"

enum fp__atom { FP__ATOM_PROTOCOLS, FP__ATOM_DELETE, FP__ATOM_NAME, FP__ATOM_UTF8, FP__ATOMS };

struct fp__x11_window;

struct fp__screen {
    struct fp_context *ctx;
    struct fp__x11_window *windows;
    Display *display; /* NULL: not connected */
    Atom atoms[FP__ATOMS];
    bool lost;               /* the display went away: Xlib's calls do nothing */
    unsigned char fault;     /* the last error that the display answered with; 0: none */
    struct fp__screen *next; /* of those that are connected, of all contexts */
};

/* One window. It is in the slot of its figure, which it does not outlive. */
struct fp__x11_window {
    struct fp__window base;
    struct fp__screen *screen;
    struct fp__x11_window *next;
    struct fp_figure *fig;
    Window id;
    Window picture;    /* in it, as large as what it shows */
    int width, height; /* pixels, on which figure and window agree */
    bool stale;        /* it has another size by now, or its figure was cleared */
};

/* The context's; NULL when it never had a window. */
struct fp__screen *fp__screen_of(struct fp_context *ctx);

/* The same, connected. FP_ERR_OUTPUT without a display. */
enum fp_status fp__screen_connect(struct fp_context *ctx, struct fp__screen **screen);

/* Closes the connection, if there is one and it has no windows. */
void fp__screen_leave(struct fp__screen *screen);

/* Frees a window, and leaves after the last one. */
void fp__screen_forget(struct fp__x11_window *window);

/* The same for one that died before its figure, whose slot becomes empty. */
void fp__screen_bury(struct fp__x11_window *window);

/* After the display went away: the same for all its windows, and the failure. */
enum fp_status fp__screen_tell_loss(struct fp__screen *screen);

#endif
