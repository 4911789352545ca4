/* SPDX-License-Identifier: MIT */
/* window_x11.h: windows of X11, as window.c sees them. */
#ifndef RENDER_WINDOW_X11_H
#define RENDER_WINDOW_X11_H

#include "flatplot/window.h"

/* Opens a window of the figure's size, with nothing in it yet, in the figure's slot. */
enum fp_status fp__window_x11_open(struct fp_figure *fig);

/* Whether a figure of the context has one. */
bool fp__window_x11_any(struct fp_context *ctx);

/* Waits so many milliseconds for something to happen to the context's windows, and handles all that
 * has. *heard becomes true when a key should end the wait. A signal ends the call. */
enum fp_status fp__window_x11_turn(struct fp_context *ctx, int milliseconds,
                                   const struct fp_window_ears *ears, bool *heard);

#endif
