/* SPDX-License-Identifier: MIT */
/* colorbar_levels.c: the colorbar of contours: areas as long as each other, or lines, and ticks at
 * levels: matplotlib 3.6's colorbar.py (add_lines, _get_ticker_locator_formatter). */
#include <math.h>

#include "core/status.h"
#include "fields/colorbar.h"
#include "fields/contour.h"
#include "figure/axes.h"
#include "ticks/ticks_scaled.h"

enum fp_status
fp__colorbar_take_ticks(struct fp_colorbar *bar)
{
    struct fp_axes *ax = fp__artist_axes(&bar->artist);
    struct fp__tick_plan *plan = fp__axis_make_plan(ax, !bar->options.horizontal);
    struct fp__ticks ticks;

    if (!plan)
        return FP_ERR_MEMORY;
    fp__ticks_place_some(&ticks, bar->boundaries, bar->boundary_count);
    plan->minor = FP__MINOR_NONE;
    return fp__tick_plan_fix(plan, ticks.value, ticks.n, NULL)
               ? FP_OK
               : fp__fail_memory(ax->base.ctx, "a colorbar's ticks");
}

/* Where a level lies along the bar: a place between two pixels of the canvas. */
static double
place_of(double level, bool horizontal, const struct fp__view *view,
         const struct fp__canvas *canvas)
{
    return horizontal ? fp__view_x(view, level) : canvas->height - fp__view_y(view, level);
}

static void
fill_area(const struct fp__view *view, struct fp__canvas *canvas, bool horizontal, double from,
          double to, struct fp_color color)
{
    const struct fp__box *b = &view->box;
    double first = floor(place_of(from, horizontal, view, canvas) + .5);
    double last = floor(place_of(to, horizontal, view, canvas) + .5);

    if (horizontal)
        canvas->ops->fill(canvas, first, floor(canvas->height - b->y1 + .5), last,
                          floor(canvas->height - b->y0 + .5), color);
    else
        canvas->ops->fill(canvas, floor(b->x0 + .5), last, floor(b->x1 + .5), first, color);
}

static void
draw_line(const struct fp__view *view, struct fp__canvas *canvas, bool horizontal, double level,
          const struct fp__contour_look *look)
{
    const struct fp__box *b = &view->box;
    double width = look->linewidth * canvas->dpi / 72;
    double at = fp__snap(place_of(level, horizontal, view, canvas), width);

    if (horizontal)
        canvas->ops->line(canvas, at, fp__snap(canvas->height - b->y0, width), at,
                          fp__snap(canvas->height - b->y1, width), width, true, look->color);
    else
        canvas->ops->line(canvas, fp__snap(b->x0, width), at, fp__snap(b->x1, width), at, width,
                          true, look->color);
}

void
fp__colorbar_draw_levels(const struct fp_colorbar *bar, const struct fp_contour *contour,
                         const struct fp__view *view, struct fp__canvas *canvas)
{
    bool horizontal = bar->options.horizontal;

    for (size_t i = 0; contour->filled && i + 1 < contour->level_count; i++)
        fill_area(view, canvas, horizontal, contour->levels[i], contour->levels[i + 1],
                  contour->looks[i].color);
    for (size_t i = 0; !contour->filled && i < contour->level_count; i++)
        if (contour->looks[i].linewidth > 0)
            draw_line(view, canvas, horizontal, contour->levels[i], &contour->looks[i]);
}
