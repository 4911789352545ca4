/* SPDX-License-Identifier: MIT */
/* tick_plan_find.c: the ticks of an axis that was told something of them. */
#include <math.h>
#include <string.h>

#include "ticks/label_math.h"
#include "ticks/tick_format.h"
#include "ticks/tick_plan.h"
#include "ticks/ticks_date.h"
#include "ticks/ticks_scaled.h"

/* --- places ----------------------------------------------------------------------------------- */

static void
place_fixed(struct fp__ticks *ticks, const struct fp__tick_plan *plan)
{
    for (size_t i = 0; i < plan->count; i++) {
        fp__ticks_add(ticks, plan->values[i]);
        if (plan->labels)
            ticks->word[i] = plan->labels[i] ? plan->labels[i] : "";
    }
}

static void
place_categories(struct fp__ticks *ticks, const struct fp__categories *categories)
{
    size_t every = (categories->count + FP__TICKS_AT_MOST - 1) / FP__TICKS_AT_MOST;

    for (size_t i = 0; i < categories->count; i += every) {
        fp__ticks_add(ticks, (double)i);
        ticks->word[ticks->n - 1] = categories->names[i];
    }
}

/* Returns what dates are written with. */
static enum fp__date_unit
place(struct fp__ticks *ticks, const struct fp__tick_plan *plan, const struct fp__ruler *ruler)
{
    enum fp__date_unit unit = FP__UNIT_DAY;

    if (plan->dates) /* wherever the ticks stand, their dates are written as at these */
        unit = fp__ticks_place_dates(ticks, ruler->lo, ruler->hi);
    if (plan->places == FP__PLACES_DATES)
        return unit;
    ticks->n = 0;
    if (plan->places == FP__PLACES_FIXED)
        place_fixed(ticks, plan);
    else if (plan->places == FP__PLACES_CATEGORIES)
        place_categories(ticks, &plan->categories);
    else
        fp__ticks_place_scaled(ticks, ruler, false);
    return unit;
}

/* --- labels ----------------------------------------------------------------------------------- */

static bool
label_formatted(struct fp__ticks *ticks, const char *format)
{
    struct fp_text text = {0};
    bool fine = true;

    for (size_t i = 0; i < ticks->n; i++) {
        fp_text_clear(&text);
        fp__tick_format_append(&text, format, ticks->value[i]);
        fine = fp__label_take(ticks->label[i], &text) && fine;
    }
    fp_text_finish(&text);
    return fine;
}

/* What stands between categories has no name. */
static void
label_categories(struct fp__ticks *ticks, const struct fp__categories *categories)
{
    for (size_t i = 0; i < ticks->n; i++) {
        double whole = nearbyint(ticks->value[i]);

        if (!ticks->word[i])
            ticks->word[i] = whole >= 0 && whole < (double)categories->count
                                 ? categories->names[(size_t)whole]
                                 : "";
    }
}

static bool
label(struct fp__ticks *ticks, const struct fp__tick_plan *plan, const struct fp__ruler *ruler,
      enum fp__date_unit unit)
{
    if (plan->places == FP__PLACES_FIXED && plan->labels)
        return true;
    if (plan->dates)
        return fp__ticks_label_dates(ticks,
                                     plan->format ? plan->format : fp__date_unit_format(unit));
    if (plan->format)
        return label_formatted(ticks, plan->format);
    if (plan->categories.count > 0 && plan->places != FP__PLACES_OF_SCALE) {
        label_categories(ticks, &plan->categories);
        return true;
    }
    if (ruler->curve.kind == FP__CURVE_LINEAR)
        return fp__ticks_label(ticks, ruler->lo, ruler->hi, &plan->numbers);
    return fp__ticks_label_scaled(ticks, ruler, false);
}

bool
fp__tick_plan_find(const struct fp__tick_plan *plan, const struct fp__ruler *ruler,
                   struct fp__ticks *major, struct fp__ticks *minor)
{
    enum fp__date_unit unit;

    if (!plan)
        return fp__ticks_find(ruler, major, minor);
    major->n = minor->n = 0;
    major->offset[0] = minor->offset[0] = '\0';
    unit = place(major, plan, ruler);
    if (plan->minor == FP__MINOR_BETWEEN && ruler->curve.kind == FP__CURVE_LINEAR)
        fp__ticks_place_between(minor, major, ruler);
    else if (plan->minor != FP__MINOR_NONE)
        fp__ticks_place_scaled(minor, ruler, true);
    fp__ticks_drop_taken(minor, major, ruler);
    return label(major, plan, ruler, unit) && fp__ticks_label_scaled(minor, ruler, true);
}
