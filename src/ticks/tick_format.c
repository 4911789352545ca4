/* SPDX-License-Identifier: MIT */
/* tick_format.c: formats for the numbers at ticks: what matplotlib's FormatStrFormatter and
 * StrMethodFormatter take. */
#include "ticks/tick_format.h"

#include <string.h>

#include "ticks/number_spec.h"

/* From 3.8 on matplotlib writes "{x}" with this, as all other tick labels; 3.6 has a hyphen
 * there. */
#define MINUS "\xe2\x88\x92"

static bool
take(const char **p, char c)
{
    if (**p != c)
        return false;
    ++*p;
    return true;
}

/* Digits as a number; more than three are too many for anyone. */
static bool
take_number(const char **p, int *number)
{
    size_t n = strspn(*p, "0123456789");

    if (n == 0 || n > 3)
        return n == 0;
    for (*number = 0; n > 0; n--)
        *number = *number * 10 + *(*p)++ - '0';
    return true;
}

/* Width, and a point with the precision behind it. */
static bool
take_precision(const char **p, struct fp__number_spec *spec)
{
    if (!take(p, '.'))
        return true;
    spec->precision = 0;
    return take_number(p, &spec->precision);
}

/* --- printf's --------------------------------------------------------------------------------- */

static void
take_flags(const char **p, struct fp__number_spec *spec)
{
    for (; **p && strchr("-+ 0", **p); ++*p) {
        if (**p == '-')
            spec->align = '<';
        else if (**p == '0')
            spec->align = spec->align == '<' ? '<' : '=';
        else if (spec->sign != '+')
            spec->sign = **p;
    }
    spec->fill = spec->align == '=' ? '0' : ' ';
}

/* What stands behind a per cent sign. */
static bool
append_printed(struct fp_text *text, const char **p, double value)
{
    struct fp__number_spec spec = fp__number_spec_defaults();

    take_flags(p, &spec);
    if (!take_number(p, &spec.width) || !take_precision(p, &spec) || !**p)
        return false;
    spec.type = **p == 'i' ? 'd' : *(*p);
    ++*p;
    if (spec.type == 'r' || spec.type == '%' || !fp__number_spec_is_fine(&spec))
        return false;
    fp__number_spec_append(text, &spec, value);
    return true;
}

static bool
append_percent(struct fp_text *text, const char *format, double value)
{
    int numbers = 0;

    for (const char *p = format; *p;) {
        if (*p != '%' || p[1] == '%') {
            fp_text_append_bytes(text, p, 1);
            p += *p == '%' ? 2 : 1;
            continue;
        }
        p++;
        if (!append_printed(text, &p, value))
            return false;
        numbers++;
    }
    return numbers == 1;
}

/* --- Python's --------------------------------------------------------------------------------- */

static bool
is_align(char c)
{
    return c == '<' || c == '>' || c == '^' || c == '=';
}

static void
take_align(const char **p, struct fp__number_spec *spec)
{
    if (**p && is_align((*p)[1])) {
        spec->fill = (*p)[0];
        spec->align = (*p)[1];
        *p += 2;
    } else if (is_align(**p)) {
        spec->align = *(*p)++;
    }
    if (**p == '+' || **p == '-' || **p == ' ')
        spec->sign = *(*p)++;
    if (**p == '0' && spec->align == '>' && spec->fill == ' ') {
        spec->fill = '0';
        spec->align = '=';
    }
}

/* What stands between "{x" and "}". */
static bool
append_braced(struct fp_text *text, const char **p, double value)
{
    struct fp__number_spec spec = fp__number_spec_defaults();

    spec.minus = MINUS;
    if (take(p, ':')) {
        take_align(p, &spec);
        if (!take_number(p, &spec.width))
            return false;
        if (**p == ',' || **p == '_')
            spec.group = *(*p)++;
        if (!take_precision(p, &spec))
            return false;
        if (**p && **p != '}')
            spec.type = *(*p)++;
    }
    if (!take(p, '}') || !fp__number_spec_is_fine(&spec))
        return false;
    fp__number_spec_append(text, &spec, value);
    return true;
}

static bool
append_braces(struct fp_text *text, const char *format, double value)
{
    for (const char *p = format; *p;) {
        bool doubled = (*p == '{' || *p == '}') && p[1] == p[0];

        if (doubled || (*p != '{' && *p != '}')) {
            fp_text_append_bytes(text, p, 1);
            p += doubled ? 2 : 1;
            continue;
        }
        if (strncmp(p, "{x", 2) != 0)
            return false;
        p += 2;
        if (!append_braced(text, &p, value))
            return false;
    }
    return true;
}

bool
fp__tick_format_append(struct fp_text *text, const char *format, double value)
{
    return strstr(format, "{x") ? append_braces(text, format, value)
                                : append_percent(text, format, value);
}

bool
fp__tick_format_is_known(const char *format)
{
    struct fp_text text = {0};
    bool known = fp__tick_format_append(&text, format, 0);

    fp_text_finish(&text);
    return known;
}
