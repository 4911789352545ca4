/* SPDX-License-Identifier: MIT */
/* tick_labels_logit.c: how ticks of logit axes are written: matplotlib 3.6's LogitFormatter
 * (ticker.py). */
#include "ticks/label_math.h"
#include "ticks/ticks_scaled.h"

#define MINOR_ALL_BELOW 6 /* so few minor ticks are all labelled */
#define MINOR_SOME_BELOW 25
#define MINOR_SOME 6
#define DIGITS_AT_MOST 17

/* --- which ------------------------------------------------------------------------------------ */

static bool
is_decade(double v)
{
    double decades = fp__decades(v);

    return fabs(decades - nearbyint(decades)) <= 1e-8 + 1e-7 * fabs(nearbyint(decades));
}

/* Python's math.isclose to ½. */
static bool
is_half(double v)
{
    return fabs(2 * v - 1) <= 1e-9 * fmax(2 * v, 1);
}

static bool
all_numbered(const struct fp__ticks *ticks)
{
    for (size_t i = 0; i < ticks->n; i++) {
        double v = ticks->value[i];

        if (!is_decade(v) && !is_decade(1 - v) && !is_half(v))
            return false;
    }
    return true;
}

static double
distance(const struct fp__ticks *ticks, size_t i)
{
    return log(1 / ticks->value[i] - 1) - log(1 / ticks->value[i + 1] - 1);
}

/* How much room a tick has: to its nearer neighbour. */
static double
find_room(const struct fp__ticks *ticks, size_t i)
{
    double before = i > 0 ? distance(ticks, i - 1) : INFINITY;
    double after = i + 1 < ticks->n ? distance(ticks, i) : INFINITY;

    return fmin(before, after);
}

/* Whether fewer than MINOR_SOME ticks have more room than tick i. (matplotlib also tells apart
 * those with equal room; they are never among the first.) */
static bool
has_most_room(const struct fp__ticks *ticks, size_t i)
{
    double own = find_room(ticks, i);
    int better = 0;

    for (size_t k = 0; k < ticks->n; k++)
        better += find_room(ticks, k) > own;
    return better < MINOR_SOME;
}

static bool
is_labelled(const struct fp__ticks *ticks, size_t i)
{
    return ticks->n < MINOR_ALL_BELOW || has_most_room(ticks, i);
}

/* --- how -------------------------------------------------------------------------------------- */

/* The distance from `at` to the value next to it, itself among them: the second smallest. */
static double
nearest(const struct fp__ticks *ticks, double at, bool from_one)
{
    double least = INFINITY, second = INFINITY;

    for (size_t i = 0; i < ticks->n; i++) {
        double v = from_one ? 1 - ticks->value[i] : ticks->value[i];
        double away = fabs(v - at);

        second = fmin(second, fmax(least, away));
        least = fmin(least, away);
    }
    return second;
}

/* Enough decimals, once `exponent` is taken out, to tell it from the next one. */
static int
decimals(const struct fp__ticks *ticks, double v, bool from_one, double exponent, int at_least)
{
    double precision = exponent - log10(nearest(ticks, v, from_one));
    double whole = nearbyint(precision);

    if (ticks->n < 2)
        return at_least;
    if (fabs(precision - whole) > 1e-9 * fmax(fabs(precision), fabs(whole)))
        whole = ceil(precision);
    return (int)fmin(fmax(whole, at_least), DIGITS_AT_MOST);
}

/* v, which is below 0.1, or 1 − v when from_one. */
static void
append_scientific(struct fp_text *text, const struct fp__ticks *ticks, double v, bool from_one)
{
    double exponent = floor(log10(v));

    fp_text_append_fixed(text, v * pow(10, -exponent), decimals(ticks, v, from_one, exponent, 0));
    fp_text_append(text, FP__LABEL_DOT);
    fp__label_power(text, (int)exponent);
}

/* v as a power of ten or a multiple of one. */
static void
append_small(struct fp_text *text, const struct fp__ticks *ticks, double v, bool from_one)
{
    if (is_decade(v))
        fp__label_power(text, (int)nearbyint(log10(v)));
    else
        append_scientific(text, ticks, v, from_one);
}

static void
append(struct fp_text *text, const struct fp__ticks *ticks, double v)
{
    if (is_half(v)) {
        fp_text_append(text, FP__LABEL_HALF);
    } else if (v < .1 || (v < .5 && is_decade(v))) {
        append_small(text, ticks, v, false);
    } else if (v > .9 || (v > .5 && is_decade(1 - v))) {
        fp_text_append(text, "1" FP__LABEL_SPACE FP__LABEL_MINUS FP__LABEL_SPACE);
        append_small(text, ticks, 1 - v, true);
    } else {
        fp_text_append_fixed(text, v, decimals(ticks, v, false, 0, 1));
    }
}

bool
fp__ticks_label_logit(struct fp__ticks *ticks, bool minor)
{
    bool none = minor && (ticks->n >= MINOR_SOME_BELOW || all_numbered(ticks));
    struct fp_text text = {0};
    bool fine = true;

    for (size_t i = 0; i < ticks->n; i++) {
        double v = ticks->value[i];

        fp_text_clear(&text);
        if (v > 0 && v < 1 && !none && (!minor || is_labelled(ticks, i)))
            append(&text, ticks, v);
        fine = fp__label_take(ticks->label[i], &text) && fine;
    }
    fp_text_finish(&text);
    return fine;
}
