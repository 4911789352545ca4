/* SPDX-License-Identifier: MIT */
/* bars.c: bars of several columns, beside each other or one on the other. */
#include "cli/plots/bars.h"

#include <math.h>

#include "cli/opt/message.h"
#include "cli/plots/places.h"
#include "flatplot/bars.h"

/* How the bars of an input stand. */
struct group {
    struct fp__panel *panel;
    struct fp_array *x;
    double width; /* of a bar */
    double *up;   /* stacked: the tops so far of those that rise, and of those that hang; matplotlib
                     leaves it to its caller what stands on what */
    double *down;
    size_t n; /* places */
};

void
fp__bars_defaults(void *settings)
{
    struct fp__bar_settings *s = settings;
    fp__plots_defaults(&s->plots);
    s->width = fp_bar_defaults().width;
}

/* --- Places ----------------------------------------------------------------------------------- */

static int
find_width(struct group *g)
{
    const struct fp__bar_settings *s = (const struct fp__bar_settings *)g->panel->settings;
    struct fp__places places = {.numbers = NULL};
    int code = fp__places_init(&places, g->x) ? 0 : fp__message_no_memory();
    g->width = s->width * fp__places_step(&places);
    g->width /= s->stacked ? 1 : (double)g->panel->columns.count;
    fp__places_finish(&places);
    return code;
}

/* The array takes the numbers over. */
static int
wrap(const struct group *g, double *numbers, struct fp_array **array)
{
    struct fp_layout layout = fp_layout_c(FP_FLOAT64, 1, &g->n);
    *array = fp_array_wrap(g->panel->ctx, numbers, &layout, fp_free, numbers);
    return *array ? 0 : fp__message_failure(g->panel->ctx);
}

/* The i-th bars beside the others, all of them around x. */
static int
find_places(const struct group *g, size_t i, struct fp_array **places)
{
    double by = ((double)i - (double)(g->panel->columns.count - 1) / 2) * g->width;
    double *numbers = fp_alloc_array(g->n + 1, sizeof *numbers);
    if (!numbers)
        return fp__message_no_memory();
    for (size_t k = 0; k < g->n; k++) {
        fp_array_value(g->x, &k, &numbers[k]);
        numbers[k] += by;
    }
    return wrap(g, numbers, places);
}

/* --- Stacks ----------------------------------------------------------------------------------- */

static int
find_bottoms(struct group *g, struct fp_array *heights, struct fp_array **bottoms)
{
    double *numbers = fp_alloc_array(g->n + 1, sizeof *numbers);
    if (!numbers)
        return fp__message_no_memory();
    for (size_t k = 0; k < g->n; k++) {
        double height = NAN;
        fp_array_value(heights, &k, &height);
        double *top = height < 0 ? &g->down[k] : &g->up[k];
        numbers[k] = *top;
        *top += isfinite(height) ? height : 0;
    }
    return wrap(g, numbers, bottoms);
}

static int
begin_stack(struct group *g)
{
    if (!((const struct fp__bar_settings *)g->panel->settings)->stacked)
        return 0;
    g->up = fp_alloc_array(g->n + 1, sizeof *g->up);
    g->down = fp_alloc_array(g->n + 1, sizeof *g->down);
    return g->up && g->down ? 0 : fp__message_no_memory();
}

/* --- Bars ------------------------------------------------------------------------------------- */

static int
draw_column(struct group *g, const struct fp__series *series)
{
    struct fp__panel *panel = g->panel;
    struct fp_bar_options options = fp_bar_defaults();
    struct fp_array *places = NULL;
    void *bars = NULL;
    options.width = g->width;
    options.alpha = panel->settings->batch.alpha;
    options.label = series->label;
    options.has_color = fp__panel_color(panel, series->i, &options.color);
    int code =
        g->up ? find_bottoms(g, series->y, &options.bottoms) : find_places(g, series->i, &places);
    if (!code) {
        struct fp_array *x = places ? places : g->x;
        bars = panel->kind->lying ? fp_axes_barh(panel->ax, x, series->y, &options)
                                  : fp_axes_bar(panel->ax, x, series->y, &options);
        code = fp__panel_drawn(panel, bars);
    }
    fp_unref(places);
    fp_unref(options.bottoms);
    return code;
}

static int
draw_next(struct fp__panel *panel, const struct fp__series *series)
{
    struct group *g = panel->own;
    int code = 0;
    g->x = series->x;
    if (series->i == 0) {
        g->n = fp_array_count(series->x);
        code = find_width(g);
        code = code ? code : begin_stack(g);
    }
    return code ? code : draw_column(g, series);
}

int
fp__bars_of_columns(struct fp__panel *panel)
{
    struct group group = {.panel = panel};
    panel->own = &group;
    int code = fp__panel_each(panel, draw_next);
    fp_free(group.up);
    fp_free(group.down);
    return code;
}
