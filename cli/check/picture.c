/* SPDX-License-Identifier: MIT */
/* picture.c: memory against iterations. Curves differ by line style, not by colour alone, and have
 * their names at their ends. */
#include "cli/check/picture.h"

#include <math.h>
#include <string.h>

#include "cli/opt/message.h"
#include "cli/opt/unicode.h"
#include "flatplot/areas.h"
#include "flatplot/notes.h"
#include "flatplot/output.h"
#include "flatplot/plot.h"
#include "flatplot/text.h"

/* In inches. */
#define SINGLE_WIDTH 7.2
#define COLUMN_WIDTH 3.3
#define LEFT 0.8
#define RIGHT 0.8
#define BETWEEN 1.1
#define TOP 0.5
#define BOTTOM 0.6
#define UPPER_HEIGHT 2.9
#define LOWER_HEIGHT 1.3
#define ROW_GAP 0.35
#define NAME_GAP 0.19
#define NAME_OFFSET 0.07

static const struct fp_color shade = {0, 0, 0, 20};
static const struct fp_color shade_name = {90, 90, 90, 255};

struct curve {
    const char *name;
    const double *values; /* NULL: not drawn */
    struct fp_color color;
    enum fp_linestyle style;
    double end; /* where its name stands */
};

enum { MOST_CURVES = 3 };

/* One row of axes through all columns. */
struct row {
    const char *label;
    double unit; /* values are divided by it */
    double low;  /* the limits of all columns */
    double high;
    double name_gap;    /* between names, as a part of the height */
    double name_offset; /* between a curve's end and its name, as a part of the width */
    bool names_shade;   /* there is room for the word in the warm-up */
};

struct sheet {
    struct fp_figure *figure;
    const struct fp__finding *findings;
    size_t count;
    double width; /* of the picture, in inches */
    double height;
    bool lower; /* there are curves for the lower row */
};

static const double *
measured(const struct fp__samples *s, enum fp_metric metric)
{
    return fp__samples_view(s).x[metric];
}

/* Files and threads are shown when there is something to see. */
static const double *
unsteady(const struct fp__finding *f, enum fp_metric metric)
{
    enum fp_outcome outcome = f->verdict.judged[metric].outcome;
    return outcome == FP_FLAT || outcome == FP_UNMEASURED ? NULL : measured(&f->samples, metric);
}

static void
upper_curves(const struct fp__finding *f, struct curve curves[MOST_CURVES])
{
    curves[0] = (struct curve){
        "RSS", measured(&f->samples, FP_METRIC_RSS), {31, 119, 180, 255}, FP_SOLID, NAN};
    curves[1] = (struct curve){
        "heap", measured(&f->samples, FP_METRIC_HEAP), {214, 39, 40, 255}, FP_DASHED, NAN};
    curves[2] = (struct curve){.end = NAN};
}

static void
lower_curves(const struct fp__finding *f, struct curve curves[MOST_CURVES])
{
    curves[0] = (struct curve){
        "objects", measured(&f->samples, FP_METRIC_OBJECTS), {44, 120, 44, 255}, FP_SOLID, NAN};
    curves[1] = (struct curve){
        "files", unsteady(f, FP_METRIC_FILES), {148, 103, 189, 255}, FP_DASHDOT, NAN};
    curves[2] = (struct curve){
        "threads", unsteady(f, FP_METRIC_THREADS), {140, 86, 75, 255}, FP_DOTTED, NAN};
}

static void
row_curves(bool upper, const struct fp__finding *f, struct curve curves[MOST_CURVES])
{
    (upper ? upper_curves : lower_curves)(f, curves);
}

static double
axes_width(const struct sheet *sheet)
{
    return (sheet->width - LEFT - RIGHT - BETWEEN * (double)(sheet->count - 1)) /
           (double)sheet->count;
}

/* From 0 on, so that what is flat looks flat; a tenth of air above. */
static void
find_limits(const struct sheet *sheet, bool upper, struct row *row)
{
    double most = 0;
    for (size_t i = 0; i < sheet->count; i++) {
        struct curve curves[MOST_CURVES];
        row_curves(upper, &sheet->findings[i], curves);
        for (size_t c = 0; c < MOST_CURVES; c++) {
            for (size_t k = 0; curves[c].values && k < sheet->findings[i].samples.n; k++)
                most = curves[c].values[k] > most ? curves[c].values[k] : most;
        }
    }
    bool mebi = upper && most >= 1048576;
    row->unit = mebi ? 1048576 : upper ? 1024 : 1;
    row->label = mebi ? "memory (MiB)" : upper ? "memory (KiB)" : "number";
    row->low = 0;
    row->high = most > 0 ? 1.1 * most / row->unit : 1;
    row->name_gap = NAME_GAP / (upper ? UPPER_HEIGHT : LOWER_HEIGHT);
    row->name_offset = NAME_OFFSET / axes_width(sheet);
    row->names_shade = upper && sheet->count == 1;
}

static struct fp_array *
array_of(struct fp_context *ctx, const double *values, size_t n, double unit)
{
    struct fp_layout layout = fp_layout_c(FP_FLOAT64, 1, &n);
    double *scaled = fp_alloc_array(n, sizeof *scaled);
    for (size_t i = 0; scaled && i < n; i++)
        scaled[i] = values[i] / unit;
    return scaled ? fp_array_wrap(ctx, scaled, &layout, fp_free, scaled) : NULL;
}

static bool
draw_curve(struct fp_context *ctx, struct fp_axes *ax, const struct fp__samples *s,
           struct curve *curve, double unit)
{
    struct fp_plot_options options = fp_plot_defaults();
    options.has_color = true;
    options.color = curve->color;
    options.linestyle = curve->style;
    struct fp_array *x = array_of(ctx, s->t, s->n, 1);
    struct fp_array *y = array_of(ctx, curve->values, s->n, unit);
    bool drawn = x && y && fp_axes_plot(ax, x, y, &options);
    fp_unref(x);
    fp_unref(y);
    for (size_t i = s->n; i > 0 && isnan(curve->end); i--)
        curve->end = curve->values[i - 1] / unit;
    return drawn;
}

/* Puts the curves in the order of their names' places; returns how many there are. */
static size_t
sort_names(struct curve curves[MOST_CURVES], struct curve *order[MOST_CURVES])
{
    size_t count = 0;
    for (size_t i = 0; i < MOST_CURVES; i++) {
        if (isnan(curves[i].end))
            continue;
        size_t at = count++;
        for (; at > 0 && order[at - 1]->end > curves[i].end; at--)
            order[at] = order[at - 1];
        order[at] = &curves[i];
    }
    return count;
}

/* Moves names apart that would cover each other: up from the lowest, then all of them down by half
 * of what the highest was moved, and back into the axes. */
static void
spread(struct curve curves[MOST_CURVES], const struct row *row)
{
    struct curve *order[MOST_CURVES];
    size_t n = sort_names(curves, order);
    double gap = row->name_gap * (row->high - row->low);
    double moved = n > 0 ? order[n - 1]->end : 0;
    for (size_t i = 1; i < n; i++)
        order[i]->end = fmax(order[i]->end, order[i - 1]->end + gap);
    moved = n > 0 ? (order[n - 1]->end - moved) / 2 : 0;
    for (size_t i = 0; i < n; i++)
        order[i]->end = fmax(order[i]->end - moved, row->low + gap * (double)i);
    double top = row->high;
    for (size_t i = n; i > 0; i--) {
        order[i - 1]->end = fmin(order[i - 1]->end, top);
        top = order[i - 1]->end - gap;
    }
}

/* At the right of a place, its middle as high as that is. */
static bool
write_name(struct fp_axes *ax, double x, double y, const char *text, struct fp_color color)
{
    struct fp_text_options options = fp_text_defaults();
    options.va = FP_VALIGN_CENTER;
    options.has_color = true;
    options.color = color;
    return fp_axes_text(ax, x, y, text, &options) != NULL;
}

static bool
draw_curves(struct fp_context *ctx, struct fp_axes *ax, const struct fp__finding *f, bool upper,
            const struct row *row, double names_at)
{
    struct curve curves[MOST_CURVES];
    row_curves(upper, f, curves);
    for (size_t c = 0; c < MOST_CURVES; c++) {
        if (curves[c].values && !draw_curve(ctx, ax, &f->samples, &curves[c], row->unit))
            return false;
    }
    spread(curves, row);
    for (size_t c = 0; c < MOST_CURVES; c++) {
        if (!isnan(curves[c].end) &&
            !write_name(ax, names_at, curves[c].end, curves[c].name, curves[c].color))
            return false;
    }
    return true;
}

/* The samples that none of the metrics counts; NaN when nothing was judged. */
static double
warm_up_end(const struct fp__finding *f)
{
    size_t least = f->samples.n;
    for (int m = 0; m < FP_METRICS; m++) {
        const struct fp_judgement *j = &f->verdict.judged[m];
        if (isfinite(j->slope) && j->first < least)
            least = j->first;
    }
    return least < f->samples.n ? f->samples.t[least] : NAN;
}

static bool
shade_warm_up(struct fp_axes *ax, const struct row *row, double left, double right, double end)
{
    struct fp_span_options options = fp_span_defaults();
    options.area.has_color = true;
    options.area.color = shade;
    return fp_axes_axvspan(ax, left, end, &options) &&
           (!row->names_shade ||
            write_name(ax, left + 0.02 * (right - left), row->high - 0.05 * (row->high - row->low),
                       "warm-up", shade_name));
}

static bool
draw_axes(struct fp_context *ctx, struct fp_axes *ax, const struct fp__finding *f, bool upper,
          const struct row *row)
{
    const struct fp__samples *s = &f->samples;
    double left = fmin(s->t[0], 0);
    double right = fmax(s->t[s->n - 1], left + 1e-3);
    double warm = warm_up_end(f);
    bool fine = fp_axes_set_grid(ax, true) == FP_OK && fp_axes_set_xlim(ax, left, right) == FP_OK &&
                fp_axes_set_ylim(ax, row->low, row->high) == FP_OK &&
                (!(warm > left) || shade_warm_up(ax, row, left, right, warm));
    return fine && draw_curves(ctx, ax, f, upper, row, right + row->name_offset * (right - left));
}

static bool
set_title(struct fp_axes *ax, const struct fp__finding *f, bool single)
{
    struct fp_text title = {0};
    fp__append_line(&title, f->name, single ? 36 : 14); /* what fits above a column */
    fp_text_append_format(&title, ": %s", fp_outcome_name(f->verdict.outcome));
    if (single && f->verdict.cause != FP_CAUSE_NONE)
        fp_text_append_format(&title, " (%s)", fp_cause_name(f->verdict.cause));
    bool set = !title.failed && fp_axes_set_title(ax, fp_text_string(&title)) == FP_OK;
    fp_text_finish(&title);
    return set;
}

static struct fp_axes *
add_axes(const struct sheet *sheet, size_t column, bool upper)
{
    double width = axes_width(sheet);
    double left = LEFT + (width + BETWEEN) * (double)column;
    double bottom = upper && sheet->lower ? BOTTOM + LOWER_HEIGHT + ROW_GAP : BOTTOM;
    double height = upper ? UPPER_HEIGHT : LOWER_HEIGHT;
    return fp_figure_add_axes(sheet->figure,
                              (const double[]){left / sheet->width, bottom / sheet->height,
                                               width / sheet->width, height / sheet->height});
}

static bool
draw_cell(struct fp_context *ctx, const struct sheet *sheet, size_t column, bool upper,
          const struct row *row)
{
    const struct fp__finding *f = &sheet->findings[column];
    struct fp_axes *ax = add_axes(sheet, column, upper);
    if (!ax || !draw_axes(ctx, ax, f, upper, row))
        return false;
    if (upper && !set_title(ax, f, sheet->count == 1))
        return false;
    if (column == 0 && fp_axes_set_ylabel(ax, row->label) != FP_OK)
        return false;
    return (upper && sheet->lower) ||
           fp_axes_set_xlabel(ax, f->samples.by_time ? "seconds" : "iteration") == FP_OK;
}

static bool
draw_sheet(struct fp_context *ctx, const struct sheet *sheet)
{
    struct row upper, lower;
    find_limits(sheet, true, &upper);
    find_limits(sheet, false, &lower);
    for (size_t i = 0; i < sheet->count; i++) {
        if (sheet->findings[i].samples.n == 0)
            continue;
        if (!draw_cell(ctx, sheet, i, true, &upper) ||
            (sheet->lower && !draw_cell(ctx, sheet, i, false, &lower)))
            return false;
    }
    return true;
}

static bool
has_lower(const struct fp__finding *findings, size_t count)
{
    bool has = false;
    for (size_t i = 0; i < count; i++) {
        struct curve curves[MOST_CURVES];
        lower_curves(&findings[i], curves);
        has |= curves[0].values || curves[1].values || curves[2].values;
    }
    return has;
}

int
fp__picture_save(struct fp_context *ctx, const char *path, const struct fp__finding *findings,
                 size_t count)
{
    struct sheet sheet = {.findings = findings, .count = count};
    fp_context_clear_error(ctx); /* what failed before is not why this does */
    sheet.figure = fp_figure_create(ctx);
    sheet.lower = has_lower(findings, count);
    sheet.width = count == 1 ? SINGLE_WIDTH : COLUMN_WIDTH * (double)count;
    sheet.height = BOTTOM + UPPER_HEIGHT + TOP + (sheet.lower ? LOWER_HEIGHT + ROW_GAP : 0);
    bool saved = sheet.figure &&
                 fp_figure_set_size_inches(sheet.figure, sheet.width, sheet.height) == FP_OK &&
                 draw_sheet(ctx, &sheet) && fp_figure_save(sheet.figure, path) == FP_OK;
    int code = saved                             ? 0
               : fp_context_status(ctx) == FP_OK ? fp__message_no_memory()
                                                 : fp__message_failure(ctx);
    fp_unref(sheet.figure);
    return code;
}
