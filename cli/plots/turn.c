/* SPDX-License-Identifier: MIT */
/* turn.c: how close labels come to each other. Dates and names know nothing of their width when
 * their ticks are chosen; the library leaves out what would overlap, unless labels are turned. */
#include "cli/plots/turn.h"

#include <math.h>

#include "flatplot/axis.h"
#include "flatplot/output.h"

/* Between two labels, in widths of a letter; the height of a line, in font sizes. */
#define GAP 0.6
#define LINE 1.2

struct measure {
    struct fp_context *ctx;
    double size;  /* of the font, in pixels */
    double scale; /* pixels of a unit */
    double at;    /* the last label's middle and half its width, in pixels */
    double half;
    bool any;
    double closest; /* two middles, in pixels */
    bool overlap;
    enum fp_status status;
};

static void
take_tick(void *data, double value, const char *label)
{
    struct measure *m = data;
    double width = 0;
    if (*label && m->status == FP_OK)
        m->status = fp_text_width(m->ctx, label, m->size, &width);
    if (!*label || m->status != FP_OK)
        return;
    double at = value * m->scale;
    double distance = fabs(at - m->at);
    if (m->any) {
        m->closest = fmin(m->closest, distance);
        m->overlap |= distance < m->half + width / 2 + GAP * m->size;
    }
    m->at = at;
    m->half = width / 2;
    m->any = true;
}

static enum fp_status
measure_labels(struct measure *m, struct fp_figure *figure, struct fp_axes *ax,
               const struct fp_tick_labels *labels)
{
    double box[4], left, right, dpi;
    enum fp_status status = fp_axes_get_box(ax, box);
    status = status == FP_OK ? fp_axes_get_xlim(ax, &left, &right) : status;
    status = status == FP_OK ? fp_figure_get_dpi(figure, &dpi) : status;
    if (status != FP_OK)
        return status;
    m->size = labels->size * dpi / 72;
    m->scale = (box[2] - box[0]) / (right - left);
    m->closest = INFINITY;
    status = fp_axes_each_xtick(ax, take_tick, m);
    return status == FP_OK ? m->status : status;
}

enum fp_status
fp__turn_labels(struct fp_context *ctx, struct fp_figure *figure, struct fp_axes *ax, bool *turned)
{
    struct measure m = {.ctx = ctx};
    struct fp_tick_labels labels;
    enum fp_status status = fp_axes_get_xtick_labels(ax, &labels);
    status = status == FP_OK ? measure_labels(&m, figure, ax, &labels) : status;
    *turned = status == FP_OK && m.overlap && m.closest >= LINE * m.size;
    if (!*turned)
        return status;
    /* Lines of text turned by 30 degrees are half as far from each other as their ticks. */
    labels.rotation = m.closest / 2 >= LINE * m.size ? 30 : 90;
    labels.has_align = labels.rotation < 90;
    labels.align = FP_HALIGN_RIGHT;
    return fp_axes_set_xtick_labels(ax, &labels);
}
