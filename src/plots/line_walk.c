/* SPDX-License-Identifier: MIT */
/* line_walk.c: the points that a line runs through: those of its values, or of steps between them
 * (matplotlib 3.6's cbook.pts_to_prestep, pts_to_midstep and pts_to_poststep). */
#include "plots/line.h"

static void
queue(struct fp__line_walk *walk, double x, double y)
{
    walk->x[walk->queued] = x;
    walk->y[walk->queued++] = y;
}

static void
queue_step(struct fp__line_walk *walk, const double from[2], const double to[2])
{
    double middle = (from[0] + to[0]) / 2;

    switch (walk->line->drawstyle) {
    case FP_STEPS_PRE:
        queue(walk, from[0], to[1]);
        break;
    case FP_STEPS_POST:
        queue(walk, to[0], from[1]);
        break;
    case FP_STEPS_MID: /* its values' own points lie between two others */
        queue(walk, middle, from[1]);
        queue(walk, middle, to[1]);
        return;
    case FP_STRAIGHT:
        break;
    }
    queue(walk, to[0], to[1]);
}

static void
queue_end(struct fp__line_walk *walk)
{
    if (walk->begun && walk->line->drawstyle == FP_STEPS_MID)
        queue(walk, walk->last[0], walk->last[1]);
    walk->begun = false;
}

static void
queue_next(struct fp__line_walk *walk)
{
    double row[2];

    walk->at = walk->queued = 0;
    if (!fp__columns_next(&walk->columns, row)) {
        queue_end(walk);
        return;
    }
    if (walk->begun)
        queue_step(walk, walk->last, row);
    else
        queue(walk, row[0], row[1]);
    walk->begun = true;
    walk->last[0] = row[0];
    walk->last[1] = row[1];
}

struct fp__columns
fp__line_columns(const struct fp_line *line)
{
    return (struct fp__columns){.count = 2, .arrays = {line->x, line->y}};
}

struct fp__line_walk
fp__line_walk(const struct fp_line *line)
{
    return (struct fp__line_walk){.line = line, .columns = fp__line_columns(line)};
}

bool
fp__line_next(struct fp__line_walk *walk, double *x, double *y)
{
    if (walk->at == walk->queued)
        queue_next(walk);
    if (walk->at == walk->queued)
        return false;
    *x = walk->x[walk->at];
    *y = walk->y[walk->at++];
    return true;
}

size_t
fp__line_count(const struct fp_line *line)
{
    size_t n = fp_array_count(line->y);

    return line->drawstyle == FP_STRAIGHT ? n : 2 * n;
}
