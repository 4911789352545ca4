/* SPDX-License-Identifier: MIT */
/* tick_plan.h: which values of an axis get a tick, and how they are written, where it is not for
 * its scale alone to say: matplotlib's major locator and formatter. */
#ifndef TICKS_TICK_PLAN_H
#define TICKS_TICK_PLAN_H

#include "flatplot/axis.h"
#include "ticks/categories.h"
#include "ticks/ticks.h"

/* Where ticks stand: where the scale has them, at values that were given, at dates that people know
 * how to read, or at each of the categories. */
enum fp__tick_places {
    FP__PLACES_OF_SCALE,
    FP__PLACES_FIXED,
    FP__PLACES_DATES,
    FP__PLACES_CATEGORIES
};

/* Between them: those that the scale has, none on an even one; some in any case; none. */
enum fp__minor_ticks { FP__MINOR_OF_SCALE, FP__MINOR_BETWEEN, FP__MINOR_NONE };

/* Zeroed but for the numbers: that of an axis that nobody told anything. */
struct fp__tick_plan {
    enum fp__tick_places places;
    bool dates;     /* the axis runs over dates, wherever its ticks stand */
    double *values; /* of fixed places, ascending */
    char **labels;  /* theirs; NULL: they are written like any other */
    size_t count;   /* of both */
    enum fp__minor_ticks minor;
    char *format; /* for numbers, or with `dates` for dates; NULL: as the places have it */
    struct fp_tick_numbers numbers;
    struct fp__categories categories;
};

/* A plan of that kind; NULL without memory. */
struct fp__tick_plan *fp__tick_plan_create(void);

/* Frees it; NULL is fine. */
void fp__tick_plan_destroy(struct fp__tick_plan *plan);

/* Bytes that it holds, its own included; 0 for NULL. */
size_t fp__tick_plan_bytes(const struct fp__tick_plan *plan);

/* Takes copies of values, which it sorts, and of their labels (NULL: none). False without memory,
 * and then nothing has changed. */
bool fp__tick_plan_fix(struct fp__tick_plan *plan, const double *values, size_t n,
                       const char *const *labels);

/* Forgets all but the categories' numbers, which lines that are drawn already stand at. */
void fp__tick_plan_reset(struct fp__tick_plan *plan);

/* Ticks and labels of an axis with that plan (NULL: none), as fp__ticks_find for one without. The
 * labels may be the plan's. False without memory. */
bool fp__tick_plan_find(const struct fp__tick_plan *plan, const struct fp__ruler *ruler,
                        struct fp__ticks *major, struct fp__ticks *minor);

#endif
