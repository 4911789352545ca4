/* SPDX-License-Identifier: MIT */
/* number_spec.h: a number written as a format asks: what stands behind the % of printf and behind
 * the colon of Python's "{x:…}". */
#ifndef TICKS_NUMBER_SPEC_H
#define TICKS_NUMBER_SPEC_H

#include "flatplot/text.h"

struct fp__number_spec {
    char type;     /* f e g, their capitals, % (times a hundred), d (whole), or r: as short as
                      reads back, as Python's repr */
    int precision; /* of the digits; below 0: 6 */
    int width;     /* at least so many letters, */
    char align; /* of which the number takes the last ones (>), first ones (<), the middle (^), or
                      the fill stands between sign and digits (=) */
    char fill;
    char sign;         /* + or a space before numbers that are not negative; - for none */
    char group;        /* between thousands, or 0 */
    const char *minus; /* before negative numbers */
};

/* What "%f" and "{x}" begin with. */
struct fp__number_spec fp__number_spec_defaults(void);

/* Whether it can be written: a known type, digits and width of 64 at most, and no fill behind the
 * sign of grouped digits, which Python would group, too. */
bool fp__number_spec_is_fine(const struct fp__number_spec *spec);

/* Appends the number. */
void fp__number_spec_append(struct fp_text *text, const struct fp__number_spec *spec, double value);

#endif
