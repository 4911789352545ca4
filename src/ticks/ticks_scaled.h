/* SPDX-License-Identifier: MIT */
/* ticks_scaled.h: the ticks of axes that are not linear, one pair of functions for each kind. All
 * replace what `ticks` had; labels are false without memory. */
#ifndef TICKS_TICKS_SCALED_H
#define TICKS_TICKS_SCALED_H

#include <math.h>

#include "ticks/ticks.h"

/* LogLocator, its major or its minor ticks. */
void fp__ticks_place_log(struct fp__ticks *ticks, const struct fp__ruler *ruler, bool minor);

/* SymmetricalLogLocator, which has no minor ticks. */
void fp__ticks_place_symlog(struct fp__ticks *ticks, const struct fp__ruler *ruler);

/* AsinhLocator. */
void fp__ticks_place_asinh(struct fp__ticks *ticks, const struct fp__ruler *ruler, bool minor);

/* LogitLocator. */
void fp__ticks_place_logit(struct fp__ticks *ticks, const struct fp__ruler *ruler, bool minor);

/* FixedLocator with ten bins: at all of the rising values, or every second, third … */
void fp__ticks_place_some(struct fp__ticks *ticks, const double *values, size_t n);

/* The same at the curve's steps, minor ones at all. */
void fp__ticks_place_steps(struct fp__ticks *ticks, const struct fp__ruler *ruler, bool minor);

/* AutoMinorLocator: between the major ticks, some outside of the limits included. */
void fp__ticks_place_between(struct fp__ticks *minor, const struct fp__ticks *major,
                             const struct fp__ruler *ruler);

/* MaxNLocator with the steps 1, 2, 5, 10: what LogitLocator does where the scale is almost
 * linear. */
void fp__ticks_place_coarse(struct fp__ticks *ticks, double lo, double hi, int room);

/* MaxNLocator with the steps 1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10 and a tick at least: the levels of
 * contours. As many intervals as there is room for, FP__TICKS_AT_MOST / 2 at most. */
void fp__ticks_place_levels(struct fp__ticks *ticks, double lo, double hi, int room);

/* LogFormatterSciNotation: "10⁻²", "2 × 10⁻²", "" for ticks between decades when many decades are
 * shown. */
bool fp__ticks_label_log(struct fp__ticks *ticks, const struct fp__ruler *ruler);

/* LogitFormatter: "10⁻²", "½", "1 − 10⁻²"; of minor ticks it labels six at most. */
bool fp__ticks_label_logit(struct fp__ticks *ticks, bool minor);

/* Adds a tick; none that is not finite (a decade beyond the doubles), and no more than have
 * room. */
static inline void
fp__ticks_add(struct fp__ticks *ticks, double value)
{
    if (!isfinite(value) || ticks->n == FP__TICKS_AT_MOST)
        return;
    ticks->word[ticks->n] = NULL;
    ticks->value[ticks->n++] = value;
}

/* The logarithm as Python finds it, where a decade may come out one rounding error short: log10
 * would put ticks elsewhere. */
static inline double
fp__decades(double v)
{
    return log(v) / log(10);
}

#endif
