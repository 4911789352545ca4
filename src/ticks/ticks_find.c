/* SPDX-License-Identifier: MIT */
/* ticks_find.c: the ticks of an axis along any curve: matplotlib 3.6's scale.py
 * (set_default_locators_and_formatters) and axis.py (get_minorticklocs, _update_ticks). */
#include <string.h>

#include "ticks/ticks_scaled.h"

void
fp__ticks_place_scaled(struct fp__ticks *ticks, const struct fp__ruler *ruler, bool minor)
{
    ticks->n = 0;
    ticks->offset[0] = '\0';
    switch (ruler->curve.kind) {
    case FP__CURVE_LOG:
        fp__ticks_place_log(ticks, ruler, minor);
        break;
    case FP__CURVE_SYMLOG:
        if (!minor) /* its minor ticks would be its major ones */
            fp__ticks_place_symlog(ticks, ruler);
        break;
    case FP__CURVE_ASINH:
        fp__ticks_place_asinh(ticks, ruler, minor);
        break;
    case FP__CURVE_LOGIT:
        fp__ticks_place_logit(ticks, ruler, minor);
        break;
    case FP__CURVE_STEPS:
        fp__ticks_place_steps(ticks, ruler, minor);
        break;
    default:
        if (!minor)
            fp__ticks_place(ticks, ruler->lo, ruler->hi, ruler->room);
    }
}

static bool
leave_unlabelled(struct fp__ticks *ticks)
{
    for (size_t i = 0; i < ticks->n; i++)
        ticks->label[i][0] = '\0';
    return true;
}

bool
fp__ticks_label_scaled(struct fp__ticks *ticks, const struct fp__ruler *ruler, bool minor)
{
    switch (ruler->curve.kind) {
    case FP__CURVE_LOG:
        return fp__ticks_label_log(ticks, ruler);
    case FP__CURVE_ASINH:
    case FP__CURVE_SYMLOG:
        return minor ? leave_unlabelled(ticks) : fp__ticks_label_log(ticks, ruler);
    case FP__CURVE_LOGIT:
        return fp__ticks_label_logit(ticks, minor);
    default:
        return minor ? leave_unlabelled(ticks) : fp__ticks_label(ticks, ruler->lo, ruler->hi, NULL);
    }
}

static void
copy_tick(struct fp__ticks *ticks, size_t to, size_t from)
{
    ticks->value[to] = ticks->value[from];
    ticks->word[to] = ticks->word[from];
    memmove(ticks->label[to], ticks->label[from], FP__TICK_LABEL_ROOM);
}

static bool
is_taken(const struct fp__ticks *major, const struct fp__curve *curve, double at, double near)
{
    for (size_t i = 0; i < major->n; i++)
        if (fabs(fp__curve_at(curve, major->value[i]) - at) <= near)
            return true;
    return false;
}

void
fp__ticks_drop_taken(struct fp__ticks *minor, const struct fp__ticks *major,
                     const struct fp__ruler *ruler)
{
    const struct fp__curve *curve = &ruler->curve;
    double near = (fp__curve_at(curve, ruler->hi) - fp__curve_at(curve, ruler->lo)) * 1e-5;
    size_t kept = 0;

    for (size_t i = 0; i < minor->n; i++)
        if (!is_taken(major, curve, fp__curve_at(curve, minor->value[i]), near))
            minor->value[kept++] = minor->value[i];
    minor->n = kept;
}

bool
fp__ticks_find(const struct fp__ruler *ruler, struct fp__ticks *major, struct fp__ticks *minor)
{
    fp__ticks_place_scaled(major, ruler, false);
    fp__ticks_place_scaled(minor, ruler, true);
    fp__ticks_drop_taken(minor, major, ruler);
    return fp__ticks_label_scaled(major, ruler, false) &&
           fp__ticks_label_scaled(minor, ruler, true);
}

/* matplotlib's _interval_contains_close. */
void
fp__ticks_keep_inside(struct fp__ticks *ticks, const struct fp__ruler *ruler)
{
    double lo = fp__curve_at(&ruler->curve, ruler->lo), hi = fp__curve_at(&ruler->curve, ruler->hi);
    double slack = 1e-10 * (hi - lo);
    size_t kept = 0;

    for (size_t i = 0; i < ticks->n; i++) {
        double at = fp__curve_at(&ruler->curve, ticks->value[i]);

        if (at >= lo - slack && at <= hi + slack)
            copy_tick(ticks, kept++, i);
    }
    ticks->n = kept;
}
