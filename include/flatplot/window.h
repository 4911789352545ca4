/* SPDX-License-Identifier: MIT */
/* window.h: figures in windows on a screen (X11).
 *
 * A figure has at most one window. It belongs to the figure: fp_figure_clear empties it (as is
 * seen from the next wait or show on, so that loops do not flicker) and keeps it, fp_close takes
 * it away, and its close button is an fp_close of the figure. The display is the one that the
 * variable DISPLAY names. Each context has a connection to it while it has windows.
 *
 * What a window shows is kept by the display: it stays, also when other windows went over it,
 * whether or not the program listens. Buttons, keys and new sizes are noticed in fp_windows_wait,
 * and nowhere else. A window that is given another size, by hand or by a window manager, gives it
 * to its figure, as in matplotlib, and a figure with another size to its window when it is shown
 * again. */
#ifndef FLATPLOT_WINDOW_H
#define FLATPLOT_WINDOW_H

#include "flatplot/figure.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Draws the figure into its window, which is opened first if there is none. `title`, UTF-8, becomes
 * the window's; NULL: it keeps the one it has ("flatplot"). FP_ERR_OUTPUT without a display. */
FP_API enum fp_status fp_figure_show(struct fp_figure *fig, const char *title);

/* Keys beyond those that have a character: above all of Unicode. */
enum fp_key { FP_KEY_LEFT = 0x110000, FP_KEY_RIGHT, FP_KEY_HOME, FP_KEY_END, FP_KEY_ESCAPE };

/* Who hears what happens during a wait. Each function may be NULL; both may clear, show and close
 * figures. */
struct fp_window_ears {
    /* A key was pressed in the figure's window: an enum fp_key, or a character of Latin-1. True
     * ends the wait. Where nobody hears keys, q and ctrl+w close the figure, as in matplotlib. */
    bool (*key)(void *data, struct fp_figure *fig, int key);

    /* Asked when a signal came, and ten times a second: true ends the wait. */
    bool (*stop)(void *data);
    void *data;
};

/* Looks after the context's windows for so many seconds; INFINITY: until the last one is closed. A
 * shorter wait ends with its last window too, but lasts all its time where there was none. 0 does
 * what is waiting to be done; less is FP_ERR_ARGUMENT. `ears` may be NULL. FP_ERR_OUTPUT when the
 * display goes away: its windows are gone, the figures stay. */
FP_API enum fp_status fp_windows_wait(struct fp_context *ctx, double seconds,
                                      const struct fp_window_ears *ears);

#ifdef __cplusplus
}
#endif
#endif
