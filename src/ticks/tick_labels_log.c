/* SPDX-License-Identifier: MIT */
/* tick_labels_log.c: how ticks of log, symlog and asinh axes are written: matplotlib 3.6's
 * LogFormatterSciNotation (ticker.py) with minor thresholds of 1 and 0.4 decades. */
#include "ticks/label_math.h"
#include "ticks/ticks_scaled.h"

/* Which multiples of a decade are labelled. */
enum labelled { DECADES, SOME, ALL };

/* A symlog axis has ticks at decades alone, unless it has none: then at its ends. */
static enum labelled
choose(const struct fp__ruler *ruler)
{
    double decades;

    if (ruler->curve.kind == FP__CURVE_SYMLOG)
        return ALL;
    if (ruler->lo <= 0)
        return DECADES;
    decades = fp__decades(ruler->hi) - fp__decades(ruler->lo);
    return decades > 1 ? DECADES : decades > .4 ? SOME : ALL;
}

static bool
is_labelled(enum labelled labelled, double multiple)
{
    return labelled == ALL || multiple == 1 ||
           (labelled == SOME &&
            (multiple == 2 || multiple == 3 || multiple == 4 || multiple == 6 || multiple == 10));
}

/* Python's math.isclose with a relative tolerance of 1e-9. */
static bool
is_whole(double v)
{
    double whole = nearbyint(v);

    return fabs(v - whole) <= 1e-9 * fmax(fabs(v), fabs(whole));
}

static void
append(struct fp_text *text, double value, enum labelled labelled)
{
    double decades = fp__decades(fabs(value));
    bool decade = is_whole(decades);
    double exponent = decade ? nearbyint(decades) : floor(decades);
    double multiple = pow(10, decades - exponent);

    if (!is_labelled(labelled, nearbyint(multiple)))
        return;
    if (value < 0)
        fp_text_append(text, FP__LABEL_MINUS);
    if (!decade) {
        fp__label_coefficient(text, is_whole(multiple) ? nearbyint(multiple) : multiple);
        fp_text_append(text, FP__LABEL_TIMES);
    }
    fp__label_power(text, (int)exponent);
}

bool
fp__ticks_label_log(struct fp__ticks *ticks, const struct fp__ruler *ruler)
{
    enum labelled labelled = choose(ruler);
    struct fp_text text = {0};
    bool fine = true;

    for (size_t i = 0; i < ticks->n; i++) {
        fp_text_clear(&text);
        if (ticks->value[i] == 0)
            fp_text_append(&text, "0");
        else
            append(&text, ticks->value[i], labelled);
        fine = fp__label_take(ticks->label[i], &text) && fine;
    }
    fp_text_finish(&text);
    return fine;
}
