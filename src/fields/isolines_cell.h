/* SPDX-License-Identifier: MIT */
/* isolines_cell.h: one cell of a grid, as marching squares sees it.
 *
 * A cell's corners are numbered counter-clockwise from its lower left one, and each of its edges by
 * the corner where it begins. Where a corner has no value the edge before it leads on to the next:
 * a diagonal, which always lies on the border. */
#ifndef FIELDS_ISOLINES_CELL_H
#define FIELDS_ISOLINES_CELL_H

#include "fields/isolines.h"

/* Instead of the number of the corner that is missing. */
enum { FP__CELL_WHOLE = -1, FP__CELL_NONE = 4 };

struct fp__place {
    size_t i, j; /* the cell */
    int edge;
};

/* The column and the row of a corner's point. */
static inline size_t
fp__cell_column(size_t i, int corner)
{
    return i + (corner == 1 || corner == 2);
}

static inline size_t
fp__cell_row(size_t j, int corner)
{
    return j + (corner >= 2);
}

/* The corner after another one, counter-clockwise. */
static inline int
fp__cell_next(int missing, int corner)
{
    int next = (corner + 1) % 4;

    return next == missing ? (next + 1) % 4 : next;
}

/* The corner without a value; FP__CELL_WHOLE, or FP__CELL_NONE when there is more than one. */
int fp__cell_missing(const struct fp__isolines *lines, const struct fp__place *p);

/* A corner's value, and whether it is above the level. */
double fp__cell_value(const struct fp__isolines *lines, const struct fp__place *p, int corner);
bool fp__cell_above(const struct fp__isolines *lines, const struct fp__place *p, int corner);

/* Goes through an edge to the cell on its other side; false, staying, on the border. */
bool fp__cell_cross(const struct fp__isolines *lines, struct fp__place *p);

/* A line comes in through an edge whose beginning is above and whose end is not. */
bool fp__cell_is_entry(const struct fp__isolines *lines, const struct fp__place *p, int missing);

/* Leads the line that came in through an edge to the one through which it leaves: of a saddle's two
 * the first around what is below, or the last around what is above. */
void fp__cell_leave(const struct fp__isolines *lines, struct fp__place *p);

/* Add a point to the line that is found: any, a corner, and where the level crosses an edge. */
void fp__isolines_append(struct fp__isolines *lines, double x, double y);
void fp__cell_append_corner(struct fp__isolines *lines, const struct fp__place *p, int corner);
void fp__cell_append_crossing(struct fp__isolines *lines, const struct fp__place *p);

#endif
