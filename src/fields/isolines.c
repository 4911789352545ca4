/* SPDX-License-Identifier: MIT */
/* isolines.c: lines and rings from cell to cell. */
#include "fields/isolines_cell.h"

#include <math.h>
#include <string.h>

/* --- edges ------------------------------------------------------------------------------------ */

static bool
is_border(const struct fp__isolines *lines, struct fp__place p)
{
    return !fp__cell_cross(lines, &p);
}

static uint8_t *
marks_of(const struct fp__isolines *lines, const struct fp__place *p)
{
    return &lines->marks[p->j * lines->points->nx + p->i];
}

static uint8_t
entry_mark(const struct fp__place *p)
{
    return (uint8_t)(1 << p->edge);
}

static uint8_t
border_mark(const struct fp__place *p)
{
    return (uint8_t)(16 << p->edge);
}

/* --- along lines and borders ------------------------------------------------------------------ */

static bool
is_same(const struct fp__place *a, const struct fp__place *b)
{
    return a->i == b->i && a->j == b->j && a->edge == b->edge;
}

/* Follows a line from an edge where it comes in, until it leaves the grid through the edge that *p
 * is then, or comes back to its start. */
static void
follow(struct fp__isolines *lines, struct fp__place *p, const struct fp__place *start)
{
    do {
        *marks_of(lines, p) |= entry_mark(p);
        fp__cell_leave(lines, p);
        fp__cell_append_crossing(lines, p);
    } while (fp__cell_cross(lines, p) && !lines->failed && !is_same(p, start));
}

/* From an edge of the border to the next, counter-clockwise around the grid's cells. */
static void
next_border(const struct fp__isolines *lines, struct fp__place *p)
{
    do
        p->edge = fp__cell_next(fp__cell_missing(lines, p), p->edge);
    while (fp__cell_cross(lines, p));
}

/* Follows the border from an edge that ends above to the edge where a line comes in, or back to
 * `start`. */
static void
follow_border(struct fp__isolines *lines, struct fp__place *p, const struct fp__place *start)
{
    do {
        *marks_of(lines, p) |= border_mark(p);
        fp__cell_append_corner(lines, p, fp__cell_next(fp__cell_missing(lines, p), p->edge));
        next_border(lines, p);
    } while (!lines->failed && !fp__cell_is_entry(lines, p, fp__cell_missing(lines, p)) &&
             !is_same(p, start));
}

/* --- whole lines ------------------------------------------------------------------------------ */

static void
trace_line(struct fp__isolines *lines, struct fp__place p)
{
    struct fp__place start = p;

    fp__cell_append_crossing(lines, &p);
    follow(lines, &p, &start);
}

/* A ring begins with its first crossing, or from an upper edge with the second. */
static void
trace_ring(struct fp__isolines *lines, struct fp__place p)
{
    struct fp__place start = p;

    if (p.edge != 2)
        fp__cell_append_crossing(lines, &p);
    follow(lines, &p, &start);
    if (start.edge == 2 && !lines->failed)
        fp__isolines_append(lines, lines->x[0], lines->y[0]);
}

/* A ring that begins where a line comes in from the border. */
static void
trace_around(struct fp__isolines *lines, struct fp__place p)
{
    struct fp__place start = p;

    do {
        fp__cell_append_crossing(lines, &p);
        follow(lines, &p, &start);
        follow_border(lines, &p, &start);
    } while (!lines->failed && !is_same(&p, &start));
    if (!lines->failed)
        fp__isolines_append(lines, lines->x[0], lines->y[0]);
}

static void
trace_border(struct fp__isolines *lines, struct fp__place p)
{
    struct fp__place start = p;

    fp__cell_append_corner(lines, &p, p.edge);
    follow_border(lines, &p, &start);
}

/* --- looking for them ------------------------------------------------------------------------- */

static bool
is_new_entry(const struct fp__isolines *lines, const struct fp__place *p, int missing)
{
    return !(*marks_of(lines, p) & entry_mark(p)) && fp__cell_is_entry(lines, p, missing);
}

/* All of it above, and followed by no ring. */
static bool
is_new_border(const struct fp__isolines *lines, const struct fp__place *p, int missing)
{
    return p->edge != missing && !(*marks_of(lines, p) & border_mark(p)) &&
           fp__cell_above(lines, p, p->edge) &&
           fp__cell_above(lines, p, fp__cell_next(missing, p->edge)) && is_border(lines, *p);
}

/* Whether something begins at the edge; then it is traced. */
static bool
trace_from(struct fp__isolines *lines, const struct fp__place *p, int missing)
{
    if (lines->pass == 2) {
        if (!is_new_border(lines, p, missing))
            return false;
        trace_border(lines, *p);
        return true;
    }
    if (!is_new_entry(lines, p, missing) || (lines->pass == 0 && !is_border(lines, *p)))
        return false;
    if (lines->pass == 1)
        trace_ring(lines, *p);
    else if (lines->around)
        trace_around(lines, *p);
    else
        trace_line(lines, *p);
    return true;
}

/* The diagonal comes last. */
static bool
trace_from_cell(struct fp__isolines *lines)
{
    static const int order[] = {0, 3, 2, 1};
    struct fp__place p = {lines->i, lines->j, 0};
    int missing = fp__cell_missing(lines, &p), diagonal = (missing + 3) % 4;

    if (missing == FP__CELL_NONE)
        return false;
    for (int k = 0; k < 4; k++) {
        p.edge = order[k];
        if (p.edge != missing && (missing == FP__CELL_WHOLE || p.edge != diagonal) &&
            trace_from(lines, &p, missing))
            return true;
    }
    p.edge = diagonal;
    return missing != FP__CELL_WHOLE && trace_from(lines, &p, missing);
}

/* How many of the cell's corners are above: quickly, for most cells have nothing to look for. */
static int
count_above(const struct fp__isolines *lines)
{
    const double *low = lines->z + lines->j * lines->points->nx + lines->i;
    const double *high = low + lines->points->nx;
    double level = lines->level;

    return (low[0] > level) + (low[1] > level) + (high[0] > level) + (high[1] > level);
}

static bool
may_begin_here(const struct fp__isolines *lines)
{
    int above = count_above(lines);

    return above > 0 && (above < 4 || lines->pass == 2);
}

enum fp_status
fp__isolines_begin(struct fp__isolines *lines, struct fp_context *ctx,
                   const struct fp__points *points, const double *z, double level, bool around)
{
    size_t n = points->nx * points->ny;

    *lines = (struct fp__isolines){
        .ctx = ctx, .points = points, .z = z, .level = level, .around = around};
    lines->marks = fp__scratch(ctx, FP__SCRATCH_MARKS, n, 1);
    if (!lines->marks)
        return FP_ERR_MEMORY;
    memset(lines->marks, 0, n);
    for (size_t i = 0; i < n; i++)
        lines->gaps |= isnan(z[i]) != 0;
    return FP_OK;
}

/* Without gaps only the outermost cells lie on the border, where the first pass and the last one
 * look. */
static void
skip_inner_cells(struct fp__isolines *lines)
{
    size_t last = lines->points->nx - 2;
    bool inner = lines->j > 0 && lines->j < lines->points->ny - 2;

    if (!lines->gaps && lines->pass != 1 && inner && lines->i == 1)
        lines->i = lines->i < last ? last : lines->i;
}

static int
count_passes(const struct fp__isolines *lines)
{
    return lines->around ? 3 : 2;
}

static bool
move_on(struct fp__isolines *lines)
{
    lines->i++;
    skip_inner_cells(lines);
    if (lines->i < lines->points->nx - 1)
        return true;
    lines->i = 0;
    if (++lines->j < lines->points->ny - 1)
        return true;
    lines->j = 0;
    return ++lines->pass < count_passes(lines);
}

bool
fp__isolines_next(struct fp__isolines *lines)
{
    lines->n = 0;
    while (lines->pass < count_passes(lines) && !lines->failed) {
        if (may_begin_here(lines) && trace_from_cell(lines))
            return !lines->failed;
        if (!move_on(lines))
            break;
    }
    return false;
}
