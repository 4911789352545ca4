/* SPDX-License-Identifier: MIT */
/* cell.c: numbers and dates of tables. */
#include "data/cell.h"

#include <math.h>
#include <string.h>
#include <strings.h>

#include "data/date.h"
#include "flatplot/text.h"

static void
trim(const char **text, size_t *n)
{
    while (*n > 0 && strchr(" \t\r\n", **text)) {
        ++*text;
        --*n;
    }
    while (*n > 0 && strchr(" \t\r\n", (*text)[*n - 1])) {
        --*n;
    }
}

static bool
is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* --- Numbers ---------------------------------------------------------------------------------- */

static bool
is_word(const char *text, size_t n)
{
    static const char *const words[] = {"nan", "inf", "infinity"};

    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        if (n == strlen(words[i]) && strncasecmp(text, words[i], n) == 0) {
            return true;
        }
    }
    return false;
}

/* Only what the number door takes for the same: it knows hexadecimals and nan(…), too. */
static bool
read_number(const char *text, size_t n, double *value)
{
    bool sign = n > 0 && (*text == '-' || *text == '+');
    const char *end;
    double number;

    if (!is_word(text + sign, n - sign)) {
        for (size_t i = 0; i < n; i++) {
            if (!is_digit(text[i]) && !memchr("+-.eE", text[i], 5)) {
                return false;
            }
        }
    }
    if (!fp_number_parse(text, &end, &number) || end != text + n) {
        return false;
    }
    *value = number;
    return true;
}

bool
fp__cell_has_decimal_comma(const char *text, size_t n)
{
    const char *comma;
    size_t i;

    trim(&text, &n);
    comma = memchr(text, ',', n);
    if (!comma || comma == text || !is_digit(comma[-1])) {
        return false;
    }
    for (i = *text == '-' || *text == '+'; text + i < comma; i++) {
        if (!is_digit(text[i]) && text[i] != '.') {
            return false; /* a point may stand between thousands */
        }
    }
    for (i++; i < n && is_digit(text[i]); i++) {
    }
    return i > (size_t)(comma - text) + 1 && (i == n || text[i] == 'e' || text[i] == 'E');
}

/* --- Dates ------------------------------------------------------------------------------------ */

struct scan {
    const char *at;
    const char *end;
};

static bool
take(struct scan *scan, const char *any)
{
    if (scan->at < scan->end && *scan->at != '\0' && strchr(any, *scan->at)) {
        scan->at++;
        return true;
    }
    return false;
}

/* Exactly so many digits, of a number from least to most. */
static bool
take_digits(struct scan *scan, int digits, int least, int most, int *number)
{
    int n = 0;

    if (scan->end - scan->at < digits) {
        return false;
    }
    for (int i = 0; i < digits; i++) {
        if (!is_digit(scan->at[i])) {
            return false;
        }
        n = n * 10 + (scan->at[i] - '0');
    }
    scan->at += digits;
    *number = n;
    return n >= least && n <= most;
}

static bool
read_day(struct scan *scan, int64_t *days)
{
    int year, month;
    int day = 1;

    if (!take_digits(scan, 4, 1, 9999, &year) || !take(scan, "-") ||
        !take_digits(scan, 2, 1, 12, &month)) {
        return false;
    }
    if (take(scan, "-") && !take_digits(scan, 2, 1, fp__days_of_month(year, month), &day)) {
        return false;
    }
    *days = fp__days_of(year, month, day);
    return true;
}

static bool
read_fraction(struct scan *scan, double *seconds)
{
    double unit = 0.1;
    const char *begin = scan->at;

    for (; scan->at < scan->end && is_digit(*scan->at); scan->at++) {
        *seconds += (*scan->at - '0') * unit;
        unit /= 10;
    }
    return scan->at > begin;
}

static bool
read_offset(struct scan *scan, double *seconds)
{
    int hours, minutes = 0;
    int sign = *scan->at == '-' ? 1 : -1; /* east of Greenwich it is later */

    if (take(scan, "Zz")) {
        return true;
    }
    if (!take(scan, "+-") || !take_digits(scan, 2, 0, 23, &hours)) {
        return false;
    }
    if (scan->at < scan->end) {
        take(scan, ":");
        if (!take_digits(scan, 2, 0, 59, &minutes)) {
            return false;
        }
    }
    *seconds += sign * (hours * 3600 + minutes * 60);
    return true;
}

static bool
read_time(struct scan *scan, double *seconds)
{
    int hours, minutes, whole = 0;

    if (!take_digits(scan, 2, 0, 23, &hours) || !take(scan, ":") ||
        !take_digits(scan, 2, 0, 59, &minutes)) {
        return false;
    }
    if (take(scan, ":") && !take_digits(scan, 2, 0, 59, &whole)) {
        return false;
    }
    *seconds = hours * 3600 + minutes * 60 + whole;
    if (take(scan, ".,") && !read_fraction(scan, seconds)) {
        return false;
    }
    return scan->at == scan->end || read_offset(scan, seconds);
}

static bool
read_date(const char *text, size_t n, double *value)
{
    struct scan scan = {text, text + n};
    double seconds = 0;
    int64_t days;

    if (!read_day(&scan, &days)) {
        return false;
    }
    if (scan.at < scan.end && (!take(&scan, "Tt ") || !read_time(&scan, &seconds))) {
        return false;
    }
    *value = ((double)(days * FP__SECONDS_A_DAY) + seconds) / FP__SECONDS_A_DAY;
    return scan.at == scan.end;
}

enum fp__cell_kind
fp__cell_read(const char *text, size_t n, double *value)
{
    trim(&text, &n);
    if (n > 0 && read_number(text, n, value)) {
        return FP__CELL_NUMBER;
    }
    if (n > 0 && read_date(text, n, value)) {
        return FP__CELL_DATE;
    }
    *value = NAN;
    return n > 0 ? FP__CELL_TEXT : FP__CELL_EMPTY;
}
