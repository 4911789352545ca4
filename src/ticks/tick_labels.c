/* SPDX-License-Identifier: MIT */
/* tick_labels.c: how ticks are written: matplotlib's ScalarFormatter (3.6 ticker.py, with
 * useOffset, a threshold of four digits, and U+2212 as the minus sign). */
#include <math.h>
#include <string.h>

#include "flatplot/text.h"
#include "ticks/interval.h"
#include "ticks/ticks.h"

#define OFFSET_DIGITS 4
#define LEAST_EXPONENT (-307) /* below it powers of ten are no normal numbers, and 0 in the end */
#define MINUS "\xe2\x88\x92"

/* The smallest and the largest of the ticks inside the limits; false when there are none. */
static bool
visible_range(const struct fp__ticks *ticks, double lo, double hi, double *first, double *last)
{
    bool any = false;

    *first = *last = 0;
    for (size_t i = 0; i < ticks->n; i++) {
        double v = ticks->value[i];

        if (v < lo || v > hi)
            continue;
        *first = any ? *first : v;
        *last = v;
        any = true;
    }
    return any;
}

static double
digits_above(double x, int exponent)
{
    double rest;

    return fp__floor_divide(x, pow(10, exponent), &rest);
}

/* One above the largest power of ten at which low and high differ by more than `most`. Where the
 * power is too small for a double the digits are NaN, which ends the search. */
static int
differing_digit(double low, double high, double most)
{
    int exponent = (int)ceil(log10(high));

    while (digits_above(high, exponent) - digits_above(low, exponent) <= most)
        exponent--;
    return exponent + 1;
}

/* What all visible ticks share in their leading digits, if that is at least four of them. */
static double
common_offset(const struct fp__ticks *ticks, double lo, double hi)
{
    double first, last, low, high, shared;
    int exponent;

    if (!visible_range(ticks, lo, hi, &first, &last) || first == last || (first <= 0 && last >= 0))
        return 0;
    low = fmin(fabs(first), fabs(last));
    high = fmax(fabs(first), fabs(last));
    exponent = differing_digit(low, high, 0);
    if ((high - low) / pow(10, exponent) <= 1e-2) /* they straddle a round number: 99999…100001 */
        exponent = differing_digit(low, high, 1);
    shared = digits_above(high, exponent);
    return shared < pow(10, OFFSET_DIGITS - 1) ? 0 : copysign(shared * pow(10, exponent), first);
}

/* The power of ten that is taken out of every label, 0 for none. */
static int
common_exponent(const struct fp__ticks *ticks, double lo, double hi, double offset,
                const struct fp_tick_numbers *numbers)
{
    double first, last, largest;
    int exponent;

    if (numbers->scientific && numbers->least == numbers->most && numbers->least != 0)
        return numbers->least;
    if (!numbers->scientific || !visible_range(ticks, lo, hi, &first, &last))
        return 0;
    largest = offset != 0 ? hi - lo : fmax(fabs(first), fabs(last));
    exponent = largest == 0 ? 0 : (int)fmax(floor(log10(largest)), LEAST_EXPONENT);
    return exponent <= numbers->least || exponent >= numbers->most ? exponent : 0;
}

static double
round_to(double x, int digits)
{
    double power = pow(10, digits);

    return nearbyint(x * power) / power;
}

/* The values as they are written, before their digits are chosen. */
struct scaled {
    double value[FP__TICKS_AT_MOST];
    size_t n;
};

static double
largest_rounding_error(const struct scaled *s, int digits)
{
    double worst = 0;

    for (size_t i = 0; i < s->n; i++)
        worst = fmax(worst, fabs(s->value[i] - round_to(s->value[i], digits)));
    return worst;
}

/* The fewest decimals that show every tick to a thousandth of their range. */
static int
decimals(const struct scaled *s, double limit_lo, double limit_hi)
{
    double lo = s->n == 1 ? fmin(limit_lo, s->value[0]) : s->value[0];
    double hi = s->n == 1 ? fmax(limit_hi, s->value[0]) : s->value[s->n - 1];
    double range = hi - lo;
    int exponent, digits;

    if (range == 0)
        range = fmax(fabs(lo), fabs(hi));
    if (range == 0)
        range = 1;
    exponent = (int)floor(log10(range));
    digits = exponent < 3 ? 3 - exponent : 0;
    while (digits >= 0 && largest_rounding_error(s, digits) < 1e-3 * pow(10, exponent))
        digits--;
    return digits + 1;
}

/* Copies a number's text with each '-' as a minus sign. */
static void
copy_with_minus(char out[FP__TICK_LABEL_ROOM], const char *text)
{
    size_t n = 0;

    for (; *text && n + sizeof MINUS < FP__TICK_LABEL_ROOM; text++) {
        if (*text == '-') {
            memcpy(out + n, MINUS, sizeof MINUS - 1);
            n += sizeof MINUS - 1;
        } else {
            out[n++] = *text;
        }
    }
    out[n] = '\0';
}

/* "2.5e3": one digit before the point, as few after it as give ten significant ones. */
static void
append_offset(struct fp_text *text, double offset)
{
    int exponent = (int)floor(log10(fabs(offset)));
    double digits = round_to(offset / pow(10, exponent), 9);

    if (offset > 0)
        fp_text_append(text, "+");
    fp_text_append_number(text, digits);
    if (exponent != 0)
        fp_text_append_format(text, "e%d", exponent);
}

static bool
write_offset(struct fp__ticks *ticks, double offset, int exponent)
{
    struct fp_text text = {0};
    bool fine;

    if (exponent != 0)
        fp_text_append_format(&text, "1e%d", exponent);
    if (offset != 0)
        append_offset(&text, offset);
    copy_with_minus(ticks->offset, fp_text_string(&text));
    fine = !text.failed;
    fp_text_finish(&text);
    return fine;
}

static bool
write_labels(struct fp__ticks *ticks, const struct scaled *scaled, int digits)
{
    struct fp_text text = {0};
    bool fine = true;

    for (size_t i = 0; i < ticks->n; i++) {
        fp_text_clear(&text);
        fp_text_append_fixed(&text, fabs(scaled->value[i]) < 1e-8 ? 0 : scaled->value[i], digits);
        copy_with_minus(ticks->label[i], fp_text_string(&text));
        fine = fine && !text.failed;
    }
    fp_text_finish(&text);
    return fine;
}

struct fp_tick_numbers
fp_tick_numbers_defaults(void)
{
    return (struct fp_tick_numbers){.offset = true, .scientific = true, .least = -5, .most = 6};
}

bool
fp__ticks_label(struct fp__ticks *ticks, double lo, double hi,
                const struct fp_tick_numbers *numbers)
{
    const struct fp_tick_numbers n = numbers ? *numbers : fp_tick_numbers_defaults();
    double offset = n.offset ? common_offset(ticks, lo, hi) : 0;
    int exponent = common_exponent(ticks, lo, hi, offset, &n);
    double unit = pow(10, exponent);
    struct scaled scaled = {.n = ticks->n};
    int digits;

    ticks->offset[0] = '\0';
    if (ticks->n == 0)
        return true;
    for (size_t i = 0; i < ticks->n; i++)
        scaled.value[i] = (ticks->value[i] - offset) / unit;
    digits = decimals(&scaled, (lo - offset) / unit, (hi - offset) / unit);
    return write_labels(ticks, &scaled, digits) && write_offset(ticks, offset, exponent);
}
