/* SPDX-License-Identifier: MIT */
/* isolines_cell.c: one cell of a grid, as marching squares sees it. */
#include "fields/isolines_cell.h"

#include <math.h>

double
fp__cell_value(const struct fp__isolines *lines, const struct fp__place *p, int corner)
{
    return lines->z[fp__cell_row(p->j, corner) * lines->points->nx + fp__cell_column(p->i, corner)];
}

bool
fp__cell_above(const struct fp__isolines *lines, const struct fp__place *p, int corner)
{
    return fp__cell_value(lines, p, corner) > lines->level;
}

int
fp__cell_missing(const struct fp__isolines *lines, const struct fp__place *p)
{
    int missing = FP__CELL_WHOLE;

    for (int corner = 0; corner < 4; corner++) {
        if (!isnan(fp__cell_value(lines, p, corner)))
            continue;
        if (missing != FP__CELL_WHOLE)
            return FP__CELL_NONE;
        missing = corner;
    }
    return missing;
}

bool
fp__cell_cross(const struct fp__isolines *lines, struct fp__place *p)
{
    static const int right[] = {0, 1, 0, -1}, up[] = {-1, 0, 1, 0};
    struct fp__place to = {p->i + (size_t)right[p->edge], p->j + (size_t)up[p->edge],
                           (p->edge + 2) % 4};

    if (fp__cell_missing(lines, p) == (p->edge + 1) % 4 || to.i >= lines->points->nx - 1 ||
        to.j >= lines->points->ny - 1 || fp__cell_missing(lines, &to) == FP__CELL_NONE)
        return false;
    *p = to;
    return true;
}

bool
fp__cell_is_entry(const struct fp__isolines *lines, const struct fp__place *p, int missing)
{
    return p->edge != missing && fp__cell_above(lines, p, p->edge) &&
           !fp__cell_above(lines, p, fp__cell_next(missing, p->edge));
}

static bool
is_middle_above(const struct fp__isolines *lines, const struct fp__place *p)
{
    double sum = fp__cell_value(lines, p, 0) + fp__cell_value(lines, p, 1) +
                 fp__cell_value(lines, p, 3) + fp__cell_value(lines, p, 2);

    return .25 * sum > lines->level;
}

void
fp__cell_leave(const struct fp__isolines *lines, struct fp__place *p)
{
    int missing = fp__cell_missing(lines, p), entry = p->edge, first = -1, last = -1;

    for (int e = fp__cell_next(missing, entry); e != entry; e = fp__cell_next(missing, e)) {
        if (fp__cell_above(lines, p, e) || !fp__cell_above(lines, p, fp__cell_next(missing, e)))
            continue;
        first = first < 0 ? e : first;
        last = e;
    }
    p->edge = first != last && !is_middle_above(lines, p) ? last : first;
}

/* --- points ----------------------------------------------------------------------------------- */

void
fp__isolines_append(struct fp__isolines *lines, double x, double y)
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

void
fp__cell_append_corner(struct fp__isolines *lines, const struct fp__place *p, int corner)
{
    size_t i = fp__cell_column(p->i, corner), j = fp__cell_row(p->j, corner);

    fp__isolines_append(lines, fp__points_x(lines->points, i, j),
                        fp__points_y(lines->points, i, j));
}

void
fp__cell_append_crossing(struct fp__isolines *lines, const struct fp__place *p)
{
    int to = fp__cell_next(fp__cell_missing(lines, p), p->edge);
    size_t i0 = fp__cell_column(p->i, p->edge), j0 = fp__cell_row(p->j, p->edge);
    size_t i1 = fp__cell_column(p->i, to), j1 = fp__cell_row(p->j, to);
    double z0 = fp__cell_value(lines, p, p->edge), z1 = fp__cell_value(lines, p, to);
    double share = (z1 - lines->level) / (z1 - z0);

    fp__isolines_append(lines,
                        fp__points_x(lines->points, i0, j0) * share +
                            fp__points_x(lines->points, i1, j1) * (1 - share),
                        fp__points_y(lines->points, i0, j0) * share +
                            fp__points_y(lines->points, i1, j1) * (1 - share));
}
