/* SPDX-License-Identifier: MIT */
/* isolines.c: marching squares.
 *
 * A cell's corners are numbered counter-clockwise from its lower left one, and each of its edges by
 * the corner where it begins. Where a corner has no value the edge before it leads on to the next:
 * a diagonal, which always lies on the border. */
#include "figure/isolines.h"

#include <math.h>
#include <string.h>

enum { WHOLE = -1, NO_CELL = 4 }; /* instead of the number of the corner that is missing */

struct place {
    size_t i, j; /* the cell */
    int edge;
};

/* --- cells ------------------------------------------------------------------------------------ */

static size_t
column_of(size_t i, int corner)
{
    return i + (corner == 1 || corner == 2);
}

static size_t
row_of(size_t j, int corner)
{
    return j + (corner >= 2);
}

static double
value_at(const struct fp__isolines *lines, const struct place *p, int corner)
{
    return lines->z[row_of(p->j, corner) * lines->points->nx + column_of(p->i, corner)];
}

static bool
is_above(const struct fp__isolines *lines, const struct place *p, int corner)
{
    return value_at(lines, p, corner) > lines->level;
}

static int
find_missing(const struct fp__isolines *lines, const struct place *p)
{
    int missing = WHOLE;

    for (int corner = 0; corner < 4; corner++) {
        if (!isnan(value_at(lines, p, corner)))
            continue;
        if (missing != WHOLE)
            return NO_CELL;
        missing = corner;
    }
    return missing;
}

static int
next_corner(int missing, int corner)
{
    int next = (corner + 1) % 4;

    return next == missing ? (next + 1) % 4 : next;
}

/* Goes through an edge to the cell on its other side; false, staying, on the border. */
static bool
cross(const struct fp__isolines *lines, struct place *p)
{
    static const int right[] = {0, 1, 0, -1}, up[] = {-1, 0, 1, 0};
    struct place to = {p->i + (size_t)right[p->edge], p->j + (size_t)up[p->edge],
                       (p->edge + 2) % 4};

    if (find_missing(lines, p) == (p->edge + 1) % 4 || to.i >= lines->points->nx - 1 ||
        to.j >= lines->points->ny - 1 || find_missing(lines, &to) == NO_CELL)
        return false;
    *p = to;
    return true;
}

static bool
is_border(const struct fp__isolines *lines, struct place p)
{
    return !cross(lines, &p);
}

static uint8_t *
marks_of(const struct fp__isolines *lines, const struct place *p)
{
    return &lines->marks[p->j * lines->points->nx + p->i];
}

static uint8_t
entry_mark(const struct place *p)
{
    return (uint8_t)(1 << p->edge);
}

static uint8_t
border_mark(const struct place *p)
{
    return (uint8_t)(16 << p->edge);
}

/* --- points ----------------------------------------------------------------------------------- */

static void
append(struct fp__isolines *lines, double x, double y)
{
    if (lines->n == lines->room) {
        size_t room = lines->room + lines->room / 2 + 256;
        double *xs = fp__scratch(lines->ctx, FP__SCRATCH_LINE_X, room, sizeof *xs);
        double *ys = xs ? fp__scratch(lines->ctx, FP__SCRATCH_LINE_Y, room, sizeof *ys) : NULL;

        lines->failed = lines->failed || !ys;
        if (!ys)
            return;
        lines->x = xs;
        lines->y = ys;
        lines->room = room;
    }
    lines->x[lines->n] = x;
    lines->y[lines->n++] = y;
}

static void
append_corner(struct fp__isolines *lines, const struct place *p, int corner)
{
    size_t i = column_of(p->i, corner), j = row_of(p->j, corner);

    append(lines, fp__points_x(lines->points, i, j), fp__points_y(lines->points, i, j));
}

/* Where the level crosses the edge. */
static void
append_crossing(struct fp__isolines *lines, const struct place *p)
{
    int to = next_corner(find_missing(lines, p), p->edge);
    size_t i0 = column_of(p->i, p->edge), j0 = row_of(p->j, p->edge);
    size_t i1 = column_of(p->i, to), j1 = row_of(p->j, to);
    double z0 = value_at(lines, p, p->edge), z1 = value_at(lines, p, to);
    double share = (z1 - lines->level) / (z1 - z0);

    append(lines,
           fp__points_x(lines->points, i0, j0) * share +
               fp__points_x(lines->points, i1, j1) * (1 - share),
           fp__points_y(lines->points, i0, j0) * share +
               fp__points_y(lines->points, i1, j1) * (1 - share));
}

/* --- through cells ---------------------------------------------------------------------------- */

/* A line comes in through an edge whose beginning is above and whose end is not. */
static bool
is_entry(const struct fp__isolines *lines, const struct place *p, int missing)
{
    return p->edge != missing && is_above(lines, p, p->edge) &&
           !is_above(lines, p, next_corner(missing, p->edge));
}

static bool
is_middle_above(const struct fp__isolines *lines, const struct place *p)
{
    double sum = value_at(lines, p, 0) + value_at(lines, p, 1) + value_at(lines, p, 3) +
                 value_at(lines, p, 2);

    return .25 * sum > lines->level;
}

/* Leads the line that came in through an edge to the one through which it leaves: of a saddle's two
 * the first around what is below, or the last around what is above. */
static void
leave(const struct fp__isolines *lines, struct place *p)
{
    int missing = find_missing(lines, p), entry = p->edge, first = -1, last = -1;

    for (int e = next_corner(missing, entry); e != entry; e = next_corner(missing, e)) {
        if (is_above(lines, p, e) || !is_above(lines, p, next_corner(missing, e)))
            continue;
        first = first < 0 ? e : first;
        last = e;
    }
    p->edge = first != last && !is_middle_above(lines, p) ? last : first;
}

static bool
is_same(const struct place *a, const struct place *b)
{
    return a->i == b->i && a->j == b->j && a->edge == b->edge;
}

/* Follows a line from an edge where it comes in, until it leaves the grid through the edge that *p
 * is then, or comes back to its start. */
static void
follow(struct fp__isolines *lines, struct place *p, const struct place *start)
{
    do {
        *marks_of(lines, p) |= entry_mark(p);
        leave(lines, p);
        append_crossing(lines, p);
    } while (cross(lines, p) && !lines->failed && !is_same(p, start));
}

/* From an edge of the border to the next, counter-clockwise around the grid's cells. */
static void
next_border(const struct fp__isolines *lines, struct place *p)
{
    do
        p->edge = next_corner(find_missing(lines, p), p->edge);
    while (cross(lines, p));
}

/* Follows the border from an edge that ends above to the edge where a line comes in, or back to
 * `start`. */
static void
follow_border(struct fp__isolines *lines, struct place *p, const struct place *start)
{
    do {
        *marks_of(lines, p) |= border_mark(p);
        append_corner(lines, p, next_corner(find_missing(lines, p), p->edge));
        next_border(lines, p);
    } while (!lines->failed && !is_entry(lines, p, find_missing(lines, p)) && !is_same(p, start));
}

/* --- whole lines ------------------------------------------------------------------------------ */

static void
trace_line(struct fp__isolines *lines, struct place p)
{
    struct place start = p;

    append_crossing(lines, &p);
    follow(lines, &p, &start);
}

/* A ring begins with its first crossing, or from an upper edge with the second. */
static void
trace_ring(struct fp__isolines *lines, struct place p)
{
    struct place start = p;

    if (p.edge != 2)
        append_crossing(lines, &p);
    follow(lines, &p, &start);
    if (start.edge == 2 && !lines->failed)
        append(lines, lines->x[0], lines->y[0]);
}

/* A ring that begins where a line comes in from the border. */
static void
trace_around(struct fp__isolines *lines, struct place p)
{
    struct place start = p;

    do {
        append_crossing(lines, &p);
        follow(lines, &p, &start);
        follow_border(lines, &p, &start);
    } while (!lines->failed && !is_same(&p, &start));
    if (!lines->failed)
        append(lines, lines->x[0], lines->y[0]);
}

static void
trace_border(struct fp__isolines *lines, struct place p)
{
    struct place start = p;

    append_corner(lines, &p, p.edge);
    follow_border(lines, &p, &start);
}

/* --- looking for them ------------------------------------------------------------------------- */

static bool
is_new_entry(const struct fp__isolines *lines, const struct place *p, int missing)
{
    return !(*marks_of(lines, p) & entry_mark(p)) && is_entry(lines, p, missing);
}

/* All of it above, and followed by no ring. */
static bool
is_new_border(const struct fp__isolines *lines, const struct place *p, int missing)
{
    return p->edge != missing && !(*marks_of(lines, p) & border_mark(p)) &&
           is_above(lines, p, p->edge) && is_above(lines, p, next_corner(missing, p->edge)) &&
           is_border(lines, *p);
}

/* Whether something begins at the edge; then it is traced. */
static bool
trace_from(struct fp__isolines *lines, const struct place *p, int missing)
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
    struct place p = {lines->i, lines->j, 0};
    int missing = find_missing(lines, &p), diagonal = (missing + 3) % 4;

    if (missing == NO_CELL)
        return false;
    for (int k = 0; k < 4; k++) {
        p.edge = order[k];
        if (p.edge != missing && (missing == WHOLE || p.edge != diagonal) &&
            trace_from(lines, &p, missing))
            return true;
    }
    p.edge = diagonal;
    return missing != WHOLE && trace_from(lines, &p, missing);
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
