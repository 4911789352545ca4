/* SPDX-License-Identifier: MIT */
/* pyplot.h: numbered figures and a current one, as matplotlib.pyplot has them.
 *
 * The only state in the library that is "current", one per thread, kept in the thread's default
 * context. Figures made here are owned by the registry until plt_close, and every pointer is lent:
 * after plt_close it is void, unless it was kept with fp_ref; then it answers FP_ERR_CLOSED. A
 * figure closed by fp_close leaves the registry too. Figures of other contexts never enter it. */
#ifndef FLATPLOT_PYPLOT_H
#define FLATPLOT_PYPLOT_H

#include "flatplot/output.h"
#include "flatplot/plot.h"
#include "flatplot/window.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Makes figure `num` current, and makes it first if there is none. 0: a new one numbered one above
 * the highest open number, from 1. NULL with FP_ERR_ARGUMENT for a negative number, with
 * FP_ERR_LIMIT when the context's cap is reached or INT_MAX is open and num is 0. */
FP_API struct fp_figure *plt_figure(int num);

/* As plt_figure for a figure with a name, which is numbered like plt_figure(0). NULL with
 * FP_ERR_ARGUMENT for an empty name. */
FP_API struct fp_figure *plt_figure_named(const char *name);

/* The number of a figure of the registry; 0 for one that is closed or not of it. */
FP_API int plt_number(struct fp_figure *fig);

/* How many are open, and the `room` lowest of their numbers in ascending order. numbers may be NULL
 * with room 0. */
FP_API size_t plt_fignums(int *numbers, size_t room);

/* The current figure and its current axes; each is made if there is none. The current axes is the
 * one added last, by whatever function, unless plt_sca or plt_subplot went back to an older one.
 * Colorbars are never current by themselves. */
FP_API struct fp_figure *plt_gcf(void);
FP_API struct fp_axes *plt_gca(void);

/* Makes an axes current, and its figure with it. FP_ERR_ARGUMENT when the figure is not
 * numbered. */
FP_API enum fp_status plt_sca(struct fp_axes *ax);

/* Clears the current axes, the current figure. Neither makes one that is not there:
 * FP_NOTHING_TO_CLOSE. */
FP_API enum fp_status plt_cla(void);
FP_API enum fp_status plt_clf(void);

/* Closes the current figure (0) or figure `num`; one by name; one by handle; all. The next current
 * one is the most recently active of those left. FP_NOTHING_TO_CLOSE when there is no such.
 * plt_close_all also gives freed pages back to the system. */
FP_API enum fp_status plt_close(int num);
FP_API enum fp_status plt_close_named(const char *name);
FP_API enum fp_status plt_close_figure(struct fp_figure *fig);
FP_API enum fp_status plt_close_all(void);

/* The axes at that place of a grid, current from now on, and made if there is none. */
FP_API struct fp_axes *plt_subplot(int rows, int cols, int index);

/* A colorbar for the newest image or scatter of the current axes, or else of the newest axes that
 * have one. NULL with FP_ERR_ARGUMENT when the figure has none. */
FP_API struct fp_colorbar *plt_colorbar(void);

/* On the current figure and axes; see the functions that they are named after. */
FP_API struct fp_image *plt_imshow(struct fp_array *array, const struct fp_imshow_options *options);
FP_API enum fp_status plt_title(const char *text);
FP_API enum fp_status plt_xlabel(const char *text);
FP_API enum fp_status plt_ylabel(const char *text);
FP_API enum fp_status plt_xscale(const struct fp_scale *scale);
FP_API enum fp_status plt_yscale(const struct fp_scale *scale);
FP_API enum fp_status plt_suptitle(const char *text);
FP_API enum fp_status plt_tight_layout(void);
FP_API enum fp_status plt_savefig(const char *path);

/* Shows every open figure in a window (window.h) called "Figure 1" or by the figure's name, and
 * waits until all windows are closed, and their figures with them. FP_ERR_OUTPUT without a
 * display. */
FP_API enum fp_status plt_show(void);

/* Shows the current figure, if there is one, and looks after all windows for so many seconds: for
 * loops that draw again and again. */
FP_API enum fp_status plt_pause(double seconds);

/* Draws the current figure into its window again, if it has one. */
FP_API enum fp_status plt_draw(void);

#ifdef __cplusplus
}
#endif
#endif
