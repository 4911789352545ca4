/* SPDX-License-Identifier: MIT */
/* window.h: the slot for a window that shows a figure. Filled in by render/, and by recorders.
 *
 * The figure owns its window: clearing the figure empties it, closing the figure destroys it,
 * exactly once. A window that dies first takes itself out with fp__figure_set_window(fig, NULL). */
#ifndef FIGURE_WINDOW_H
#define FIGURE_WINDOW_H

#include "flatplot/figure.h"

struct fp__window;

struct fp__window_ops {
    enum fp_status (*present)(struct fp__window *window, struct fp_figure *fig);
    void (*title)(struct fp__window *window, const char *title); /* UTF-8 */
    void (*clear)(struct fp__window *window);
    void (*destroy)(struct fp__window *window);
};

/* The head of every window. */
struct fp__window {
    const struct fp__window_ops *ops;
};

/* Puts a window into the figure's slot without touching the one that may be there. */
enum fp_status fp__figure_set_window(struct fp_figure *fig, struct fp__window *window);

/* The figure's window, or NULL. */
struct fp__window *fp__figure_window(struct fp_figure *fig);

#endif
