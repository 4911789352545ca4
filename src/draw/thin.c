/* SPDX-License-Identifier: MIT */
/* thin.c: of the points in a row that share a slice of a pixel column only the first, lowest,
 * highest and last go on, which cover the same (M4: Jugel and others, Proceedings of the VLDB
 * Endowment 7, 2014, whose slices are whole pixels: too wide for edges that are blended). Where all
 * slices of a pixel cross one level, as noise does, only those go on that a round pen of the line's
 * width reaches the edge of what is covered with. */
#include "draw/thin.h"

#include <math.h>
#include <string.h>

#define SLICES 16.      /* to a pixel: half of one is the most by which an edge is moved */
#define FACE_SLICES 64. /* where a spike's whole width is: what a slice of it covers is seen */
#define LEVEL (1. / 64) /* of a pixel: nothing that sticks out less is seen */
#define FEWEST 4        /* runs that gain by it */
#define BESIDE 2        /* slices: so near are two runs that nothing fits between them */
#define WINDOW .9       /* line widths, for nothing to shine through between two runs */

/* --- what sticks out -------------------------------------------------------------------------- */

/* Whether a round pen at b leaves nothing beyond what it covers at a and c, with b between them;
 * `up` is the direction, 1 or −1, in which it would. That is so when the point where the circles
 * around a and c cross is not in the circle around b (all of one radius), but beyond it. */
static bool
is_hidden(const struct fp__thin *thin, const struct fp__thin_point *a,
          const struct fp__thin_point *b, const struct fp__thin_point *c, double up)
{
    double dx = c->x - a->x, dy = c->y - a->y, r = thin->radius, d = hypot(dx, dy);
    double height = sqrt(fmax(r * r - d * d / 4, 0)), side = dx > 0 ? up : -up;
    double x = (a->x + c->x) / 2 - side * dy / d * height;
    double y = (a->y + c->y) / 2 + side * dx / d * height;

    return d > 0 && d < 2 * r && up * (y - b->y) >= 0 && hypot(x - b->x, y - b->y) >= r - LEVEL;
}

static const struct fp__thin_point *
end_of(const struct fp__thin_run *run, double up)
{
    return up > 0 ? &run->highest : &run->lowest;
}

/* Marks the runs whose ends stick out. Of one between two others, those nearest among the marked
 * decide: the circles are an envelope of parts. */
static void
mark(const struct fp__thin *thin, double up, bool marked[FP__THIN_ROOM])
{
    size_t stack[FP__THIN_ROOM], n = 0;

    for (size_t i = 0; i < thin->n; i++) {
        while (n > 1 &&
               is_hidden(thin, end_of(&thin->runs[stack[n - 2]], up),
                         end_of(&thin->runs[stack[n - 1]], up), end_of(&thin->runs[i], up), up))
            n--;
        stack[n++] = i;
    }
    for (size_t i = 0; i < thin->n; i++)
        marked[i] = false;
    while (n > 0)
        marked[stack[--n]] = true;
}

/* --- sending on ------------------------------------------------------------------------------- */

static void
put_run(struct fp__thin *thin, const struct fp__thin_run *run)
{
    const struct fp__thin_point *second = &run->lowest, *third = &run->highest;

    if (second->at > third->at) {
        second = &run->highest;
        third = &run->lowest;
    }
    thin->put(thin, run->first.x, run->first.y);
    if (second->at > run->first.at)
        thin->put(thin, second->x, second->y);
    if (third->at > second->at)
        thin->put(thin, third->x, third->y);
    if (run->last.at > third->at)
        thin->put(thin, run->last.x, run->last.y);
}

/* Whether two ends are so near that between circles around them there is no dip to be seen. */
static bool
are_near(const struct fp__thin *thin, double x0, double x1)
{
    return (x1 - x0) * (x1 - x0) <= 8 * thin->radius * LEVEL;
}

/* From one end to the next: straight across at the lower one's height, or by the level. */
static void
put_way(struct fp__thin *thin, const struct fp__thin_point *from, const struct fp__thin_point *to,
        double level, double up)
{
    double lower = up > 0 ? fmin(from->y, to->y) : fmax(from->y, to->y);
    double height = are_near(thin, from->x, to->x) ? lower : level;

    thin->put(thin, from->x, height);
    thin->put(thin, to->x, height);
}

/* From the level along the ends that stick out on one side, and back to it. */
static void
put_ends(struct fp__thin *thin, double level, double up)
{
    const struct fp__thin_point *before = NULL, *end;
    bool marked[FP__THIN_ROOM];

    mark(thin, up, marked);
    for (size_t k = 0; k < thin->n; k++) {
        size_t i = up > 0 ? k : thin->n - 1 - k;

        if (!marked[i])
            continue;
        end = end_of(&thin->runs[i], up);
        if (before)
            put_way(thin, before, end, level, up);
        else
            thin->put(thin, end->x, level);
        thin->put(thin, end->x, end->y);
        before = end;
    }
    if (before)
        thin->put(thin, before->x, level);
}

/* Runs of which the first and the last cross the level. What is between has nothing under it that
 * these two do not cover, so its ends may be reached from the level: there on one side and back on
 * the other. */
static void
put_block(struct fp__thin *thin, double level)
{
    const struct fp__thin_run *last = &thin->runs[thin->n - 1];

    thin->put(thin, thin->runs[0].first.x, thin->runs[0].first.y);
    put_ends(thin, level, 1);
    put_ends(thin, level, -1);
    thin->put(thin, last->last.x, level);
    thin->put(thin, last->last.x, last->last.y);
}

/* How many runs from the first one on are a block; 1 when they are too few to gain by it. */
static size_t
find_block(const struct fp__thin *thin, double *level)
{
    const struct fp__thin_run *first = &thin->runs[0];

    for (size_t n = thin->n; n >= FEWEST; n--) {
        const struct fp__thin_run *last = &thin->runs[n - 1];
        double low = fmax(first->low, last->low), high = fmin(first->high, last->high);

        *level = low / 2 + high / 2;
        if (low <= high)
            return n;
    }
    return 1;
}

static void
put_runs(struct fp__thin *thin)
{
    while (thin->n > 0) {
        size_t all = thin->n;
        double level;

        thin->n = find_block(thin, &level);
        if (thin->n > 1)
            put_block(thin, level);
        else
            put_run(thin, &thin->runs[0]);
        all -= thin->n;
        memmove(thin->runs, thin->runs + thin->n, all * sizeof thin->runs[0]);
        thin->n = all;
    }
}

/* --- runs ------------------------------------------------------------------------------------- */

/* Whether the run goes on where the others lead, within reach of the pen. */
static bool
goes_on(const struct fp__thin *thin, const struct fp__thin_run *run)
{
    double step = run->slice - thin->runs[thin->n - 1].slice;
    double way = run->slice - thin->runs[0].slice;

    return thin->n < FP__THIN_ROOM && fabs(step) <= BESIDE && step * way > 0 &&
           fabs(way) <= fmin(FP__THIN_ROOM - 1, WINDOW * 2 * thin->radius * thin->slices);
}

static void
end_run(struct fp__thin *thin)
{
    const struct fp__thin_run *run = &thin->run;

    if (thin->points == 0)
        return;
    if (thin->n > 0 && !goes_on(thin, run))
        put_runs(thin);
    thin->runs[thin->n++] = *run;
}

static void
begin_run(struct fp__thin *thin, const struct fp__thin_point *point, double slice)
{
    const struct fp__thin_run *before = &thin->run;
    bool beside = thin->points > 0 && fabs(slice - before->slice) <= BESIDE;
    double from = beside ? before->last.y : point->y;

    thin->run = (struct fp__thin_run){
        slice, fmin(from, point->y), fmax(from, point->y), *point, *point, *point, *point};
}

/* --- the whole -------------------------------------------------------------------------------- */

void
fp__thin_begin(struct fp__thin *thin, double radius,
               void (*put)(struct fp__thin *thin, double x, double y))
{
    thin->put = put;
    thin->radius = radius;
    thin->slices = radius > 0 ? SLICES : FACE_SLICES;
    thin->points = thin->n = 0;
}

/* The first two points and the last two all go on: in their direction a line's ends are square. */
void
fp__thin_add(struct fp__thin *thin, double x, double y)
{
    struct fp__thin_point point = {x, y, thin->points};
    struct fp__thin_run *run = &thin->run;
    double slice = floor(x * thin->slices);

    if (thin->points < 2)
        thin->put(thin, x, y);
    thin->before[0] = thin->points > 0 ? run->last.x : x;
    thin->before[1] = thin->points > 0 ? run->last.y : y;
    if (thin->points == 0 || slice != run->slice) {
        end_run(thin);
        begin_run(thin, &point, slice);
    }
    thin->points++;
    run->lowest = y < run->lowest.y ? point : run->lowest;
    run->highest = y > run->highest.y ? point : run->highest;
    run->low = fmin(run->low, y);
    run->high = fmax(run->high, y);
    run->last = point;
}

void
fp__thin_end(struct fp__thin *thin)
{
    end_run(thin);
    put_runs(thin);
    if (thin->points > 2) {
        thin->put(thin, thin->before[0], thin->before[1]);
        thin->put(thin, thin->run.last.x, thin->run.last.y);
    }
    thin->points = 0;
}
