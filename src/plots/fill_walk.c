/* SPDX-License-Identifier: MIT */
/* fill_walk.c: the outlines of filled areas: along the first line and back along the second one
 * (matplotlib 3.6's Axes._fill_between_x_or_y), or around a polygon. */
#include "plots/fill.h"

#include <math.h>

#define AT_ONCE 256

struct fp__columns
fp__fill_columns(const struct fp_fill *fill)
{
    struct fp__columns columns = {.count = 2, .arrays = {fill->x, fill->y[0]}};

    if (fill->y[1])
        columns.arrays[columns.count++] = fill->y[1];
    if (fill->where)
        columns.arrays[columns.count++] = fill->where;
    return columns;
}

bool
fp__fill_next(const struct fp_fill *fill, struct fp__columns *columns, struct fp__fill_row *row)
{
    double values[FP__COLUMNS_MAX];

    if (!fp__columns_next(columns, values))
        return false;
    row->x = values[0];
    row->y[0] = values[1];
    row->y[1] = fill->y[1] ? values[2] : 0;
    row->on = isfinite(row->x) && isfinite(row->y[0]) && isfinite(row->y[1]) &&
              (!fill->where || values[columns->count - 1] != 0);
    return true;
}

bool
fp__fill_next_region(const struct fp_fill *fill, struct fp__fill_region *region)
{
    struct fp__columns columns = fp__fill_columns(fill);
    struct fp__fill_row row;

    region->from = region->to;
    fp__columns_seek(&columns, region->from);
    while (fp__fill_next(fill, &columns, &row) && (row.on || region->to == region->from)) {
        region->from += !row.on;
        region->to++;
    }
    return region->to > region->from;
}

/* --- where both lines cross ------------------------------------------------------------------- */

/* numpy.interp of two points, of which neither need be the first. */
static double
interpolate(double at, const double x[2], const double y[2])
{
    int lower = x[0] > x[1];

    if (at <= x[lower])
        return y[lower];
    if (at >= x[!lower])
        return y[!lower];
    return y[lower] + (at - x[lower]) * (y[!lower] - y[lower]) / (x[!lower] - x[lower]);
}

/* Where the lines cross between two rows, or where there is a gap beside one, that one. */
static void
find_crossing(const struct fp__fill_row rows[2], bool finite[2], double at[2])
{
    double apart[2], x[2], y[2];
    int only = finite[0] ? 0 : 1;

    for (int i = 0; i < 2; i++) {
        x[i] = rows[i].x;
        y[i] = rows[i].y[0];
        apart[i] = y[i] - rows[i].y[1];
    }
    at[0] = x[only];
    at[1] = y[only];
    if (!finite[0] || !finite[1])
        return;
    at[0] = interpolate(0, apart, x);
    at[1] = interpolate(at[0], x, y);
}

/* Where the region ends before row `at`, or begins at it. */
static void
find_end(const struct fp_fill *fill, size_t at, double end[2])
{
    struct fp__columns columns = fp__fill_columns(fill);
    struct fp__fill_row rows[2] = {{.x = NAN}, {.x = NAN}};
    bool finite[2];

    fp__columns_seek(&columns, at > 0 ? at - 1 : 0);
    if (at > 0)
        fp__fill_next(fill, &columns, &rows[0]);
    if (!fp__fill_next(fill, &columns, &rows[1]))
        rows[1].x = NAN;
    for (int i = 0; i < 2; i++)
        finite[i] = isfinite(rows[i].x) && isfinite(rows[i].y[0]) && isfinite(rows[i].y[1]);
    find_crossing(rows, finite, end);
}

/* --- both ways -------------------------------------------------------------------------------- */

/* One way along a line. */
struct way {
    struct fp__fill_sink *sink;
    enum fp_drawstyle step;
    double last[2];
    bool begun;
};

/* The way back is that of steps that change their level at the other point. */
static enum fp_drawstyle
step_back(enum fp_drawstyle step)
{
    return step == FP_STEPS_PRE ? FP_STEPS_POST : step == FP_STEPS_POST ? FP_STEPS_PRE : step;
}

static void
put_step(struct way *way, double x, double y)
{
    double middle = (way->last[0] + x) / 2;

    if (way->step == FP_STEPS_PRE)
        way->sink->put(way->sink, way->last[0], y);
    if (way->step == FP_STEPS_POST)
        way->sink->put(way->sink, x, way->last[1]);
    if (way->step == FP_STEPS_MID) {
        way->sink->put(way->sink, middle, way->last[1]);
        way->sink->put(way->sink, middle, y);
    }
}

/* Between others a middle step's own points say nothing. */
static void
put_point(struct way *way, double x, double y, bool is_last)
{
    if (way->begun)
        put_step(way, x, y);
    if (!way->begun || is_last || way->step != FP_STEPS_MID)
        way->sink->put(way->sink, x, y);
    way->begun = true;
    way->last[0] = x;
    way->last[1] = y;
}

/* The last of a polygon's parts goes on to the polygon's first corner, as matplotlib closes it. */
static void
close_polygon(const struct fp_fill *fill, struct fp__columns *columns, struct way *way)
{
    struct fp__fill_row row;

    if (fp__fill_next(fill, columns, &row))
        return;
    fp__columns_seek(columns, 0);
    if (fp__fill_next(fill, columns, &row) && row.on)
        put_point(way, row.x, row.y[0], true);
}

static void
go(const struct fp_fill *fill, const struct fp__fill_region *region, struct fp__fill_sink *sink)
{
    struct way way = {.sink = sink, .step = fill->step};
    struct fp__columns columns = fp__fill_columns(fill);
    struct fp__fill_row row;

    fp__columns_seek(&columns, region->from);
    for (size_t i = region->from; i < region->to && fp__fill_next(fill, &columns, &row); i++)
        put_point(&way, row.x, row.y[0], i + 1 == region->to);
    if (!fill->y[1] && region->from > 0)
        close_polygon(fill, &columns, &way);
}

/* Columns are read forwards, so some rows at a time. */
static void
go_back(const struct fp_fill *fill, const struct fp__fill_region *region,
        struct fp__fill_sink *sink)
{
    struct way way = {.sink = sink, .step = step_back(fill->step)};
    struct fp__columns columns = fp__fill_columns(fill);
    struct fp__fill_row rows[AT_ONCE];

    for (size_t to = region->to; to > region->from;) {
        size_t from = to - region->from > AT_ONCE ? to - AT_ONCE : region->from, n = 0;

        fp__columns_seek(&columns, from);
        while (n < to - from && fp__fill_next(fill, &columns, &rows[n]))
            n++;
        for (size_t i = n; i > 0; i--)
            put_point(&way, rows[i - 1].x, rows[i - 1].y[1], from + i - 1 == region->from);
        to = from;
    }
}

static void
put_end(const struct fp_fill *fill, size_t row, size_t inside, struct fp__fill_sink *sink)
{
    struct fp__columns columns = fp__fill_columns(fill);
    struct fp__fill_row own = {0};
    double end[2];

    fp__columns_seek(&columns, inside);
    fp__fill_next(fill, &columns, &own);
    end[0] = own.x;
    end[1] = own.y[1];
    if (fill->interpolate)
        find_end(fill, row, end);
    sink->put(sink, end[0], end[1]);
}

void
fp__fill_walk(const struct fp_fill *fill, const struct fp__fill_region *region,
              struct fp__fill_sink *sink)
{
    if (!fill->y[1]) {
        go(fill, region, sink);
        return;
    }
    put_end(fill, region->from, region->from, sink);
    go(fill, region, sink);
    put_end(fill, region->to, region->to - 1, sink);
    go_back(fill, region, sink);
}
