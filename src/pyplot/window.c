/* SPDX-License-Identifier: MIT */
/* window.c: numbered figures in their windows, and waiting while these are open. */
#include <math.h>
#include <stdio.h>

#include "figure/window.h"
#include "pyplot/registry.h"

/* The window is called as the figure is, or "Figure 1", as in matplotlib. */
static enum fp_status
show(const struct fp__entry *entry)
{
    char title[32];

    snprintf(title, sizeof title, "Figure %d", entry->number);
    return fp_figure_show(entry->figure, entry->name ? entry->name : title);
}

enum fp_status
fp__show_all(void)
{
    enum fp_status status = FP_OK;

    for (const struct fp__entry *e = fp__entry_current(); e && status == FP_OK; e = e->older)
        status = show(e);
    return status;
}

enum fp_status
fp__show_current(void)
{
    const struct fp__entry *entry = fp__entry_current();

    return entry ? show(entry) : FP_OK;
}

enum fp_status
fp__show_figure(struct fp_figure *fig)
{
    const struct fp__entry *entry = fp__entry_find(0, NULL, fig);

    return entry ? show(entry) : fp_figure_show(fig, NULL);
}

enum fp_status
plt_show(void)
{
    enum fp_status status = fp__show_all();

    return status == FP_OK ? fp_windows_wait(NULL, INFINITY, NULL) : status;
}

enum fp_status
plt_pause(double seconds)
{
    enum fp_status status = fp__show_current();

    return status == FP_OK ? fp_windows_wait(NULL, seconds, NULL) : status;
}

enum fp_status
plt_draw(void)
{
    const struct fp__entry *entry = fp__entry_current();

    return entry && fp__figure_window(entry->figure) ? show(entry) : FP_OK;
}
