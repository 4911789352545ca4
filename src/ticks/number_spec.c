/* SPDX-License-Identifier: MIT */
/* number_spec.c: numbers as printf and Python's format write them (C17 7.21.6.1; Python's "Format
 * Specification Mini-Language"), in any locale alike. */
#include "ticks/number_spec.h"

#include <ctype.h>
#include <math.h>
#include <string.h>

#define MOST 64

struct fp__number_spec
fp__number_spec_defaults(void)
{
    return (struct fp__number_spec){
        .type = 'r', .precision = -1, .align = '>', .fill = ' ', .sign = '-', .minus = "-"};
}

bool
fp__number_spec_is_fine(const struct fp__number_spec *spec)
{
    return spec->type && strchr("fFeEgG%dr", spec->type) && spec->precision <= MOST &&
           spec->width <= MOST && (spec->type != 'r' || spec->precision < 0) &&
           !(spec->group && spec->align == '=');
}

/* --- digits, without a sign ------------------------------------------------------------------- */

/* Takes the zeros that end a fraction away, and the point behind which none is left; `from` is
 * where the number begins, and an exponent stays. */
static void
strip_zeros(struct fp_text *text, size_t from)
{
    char *number = text->bytes + from, *end = number + strcspn(number, "e"), *last = end;
    size_t rest = strlen(end);

    if (!memchr(number, '.', (size_t)(end - number)))
        return;
    while (last[-1] == '0')
        last--;
    last -= last[-1] == '.';
    memmove(last, end, rest + 1);
    text->length = (size_t)(last - text->bytes) + rest;
}

/* printf's %g: which of the two forms it is depends on the exponent after rounding. */
static void
append_general(struct fp_text *text, double value, int precision)
{
    int digits = precision == 0 ? 1 : precision;
    size_t from = text->length;
    const char *exponent;
    double power;

    fp_text_append_exponent(text, value, digits - 1);
    if (text->failed || !isfinite(value))
        return;
    exponent = strchr(text->bytes + from, 'e');
    if (exponent && fp_number_parse(exponent + 1, &exponent, &power) && power >= -4 &&
        power < digits) {
        text->length = from;
        fp_text_append_fixed(text, value, digits - 1 - (int)power);
    }
    strip_zeros(text, from);
}

/* Python's repr has a point or an exponent in every number. */
static void
append_shortest(struct fp_text *text, double value)
{
    size_t from = text->length;

    fp_text_append_number(text, value);
    if (!text->failed && strspn(text->bytes + from, "0123456789") == text->length - from)
        fp_text_append(text, ".0");
}

static void
append_digits(struct fp_text *text, const struct fp__number_spec *spec, double value)
{
    int precision = spec->precision < 0 ? 6 : spec->precision;

    switch (tolower((unsigned char)spec->type)) {
    case 'f':
        fp_text_append_fixed(text, value, precision);
        break;
    case 'e':
        fp_text_append_exponent(text, value, precision);
        break;
    case 'g':
        append_general(text, value, precision);
        break;
    case '%':
        fp_text_append_fixed(text, value * 100, precision);
        fp_text_append(text, "%");
        break;
    case 'd':
        fp_text_append_fixed(text, value, 0);
        break;
    default:
        append_shortest(text, value);
    }
    for (size_t i = 0; isupper((unsigned char)spec->type) && i < text->length; i++)
        text->bytes[i] = (char)toupper((unsigned char)text->bytes[i]);
}

/* --- around them ------------------------------------------------------------------------------ */

static void
append_grouped(struct fp_text *text, const char *digits, char group)
{
    size_t whole = strspn(digits, "0123456789");

    for (size_t i = 0; i < whole; i++) {
        if (group && i > 0 && (whole - i) % 3 == 0)
            fp_text_append_bytes(text, &group, 1);
        fp_text_append_bytes(text, digits + i, 1);
    }
    fp_text_append(text, digits + whole);
}

static void
append_fill(struct fp_text *text, char fill, int n)
{
    while (n-- > 0)
        fp_text_append_bytes(text, &fill, 1);
}

static const char *
choose_sign(const struct fp__number_spec *spec, bool negative)
{
    if (negative)
        return spec->minus;
    return spec->sign == '+' ? "+" : spec->sign == ' ' ? " " : "";
}

void
fp__number_spec_append(struct fp_text *text, const struct fp__number_spec *spec, double value)
{
    struct fp_text digits = {0}, number = {0};
    double written = spec->type == 'd' ? trunc(value) + 0.0 : value; /* a whole 0 has no sign */
    const char *sign = choose_sign(spec, signbit(written) && !isnan(value));
    int lacking, before;

    append_digits(&digits, spec, fabs(written));
    append_grouped(&number, fp_text_string(&digits), spec->group);
    lacking = spec->width - (int)number.length - (*sign ? 1 : 0);
    lacking = lacking > 0 ? lacking : 0;
    before = spec->align == '>' ? lacking : spec->align == '^' ? lacking / 2 : 0;
    append_fill(text, spec->fill, before);
    fp_text_append(text, sign);
    append_fill(text, spec->fill, spec->align == '=' ? lacking : 0);
    fp_text_append(text, fp_text_string(&number));
    append_fill(text, spec->fill, spec->align == '=' ? 0 : lacking - before);
    text->failed |= digits.failed || number.failed;
    fp_text_finish(&digits);
    fp_text_finish(&number);
}
