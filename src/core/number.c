/* SPDX-License-Identifier: MIT */
/* number.c: numbers to text and back, the same in every locale. The only file that formats or
 * reads floating-point numbers. */
#include <float.h>
#include <locale.h>
#include <math.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "flatplot/text.h"

/* glibc's "C" locale object costs no memory and is shared by all threads. */
static locale_t c_locale;
static pthread_once_t c_locale_once = PTHREAD_ONCE_INIT;

static void
make_c_locale(void)
{
    c_locale = newlocale(LC_ALL_MASK, "C", (locale_t)0);
}

static locale_t
enter_c_locale(void)
{
    pthread_once(&c_locale_once, make_c_locale);
    return uselocale(c_locale);
}

/* A conversion (g, f, e) with `digits` after it, in the "C" locale. */
static int
print(char *out, size_t room, char conversion, int digits, double value)
{
    const char *format = conversion == 'g' ? "%.*g" : conversion == 'f' ? "%.*f" : "%.*e";
    locale_t before = enter_c_locale();
    int n = snprintf(out, room, format, digits, value);

    uselocale(before);
    return n;
}

/* strtod takes hexadecimal numbers, which nobody means. */
static bool
is_hexadecimal(const char *string)
{
    string += strspn(string, " \t\n\v\f\r");
    string += *string == '-' || *string == '+';
    return string[0] == '0' && (string[1] == 'x' || string[1] == 'X');
}

bool
fp_number_parse(const char *string, const char **end, double *value)
{
    locale_t before = enter_c_locale();
    char *stop;
    double v = strtod(string, &stop);

    uselocale(before);
    if (stop == string || is_hexadecimal(string))
        return false;
    *value = v;
    *end = stop;
    return true;
}

static bool
reads_back(const char *text, double value)
{
    const char *end;
    double again;

    return fp_number_parse(text, &end, &again) && again == value;
}

/* Doubles lie twice as far apart above a power of two as below it, so the nearest decimal of 16
 * digits may miss the power of two from below where the next one up still reads back as it: 2^-44
 * is 5.684341886080802e-14. (A last digit of 9 would carry, to a decimal of 15 digits: tried
 * before.) */
static bool
next_up_reads_back(double value, char out[FP_NUMBER_ROOM])
{
    locale_t before = enter_c_locale();
    char *last;

    snprintf(out, FP_NUMBER_ROOM, "%#.16g", value);
    uselocale(before);
    last = out + strcspn(out, "e") - 1;
    if (*last < '0' || *last > '8')
        return false;
    ++*last;
    return reads_back(out, value);
}

/* Any decimal of up to 15 digits survives the way through a normal double, and %g drops trailing
 * zeros, so 15 digits give the shortest form where one of at most 15 exists; 17 always do
 * (C17 5.2.4.2.2, DBL_DIG and DBL_DECIMAL_DIG). Subnormals hold fewer digits and start from 1. */
size_t
fp_number_format(double value, char out[FP_NUMBER_ROOM])
{
    int digits = fabs(value) < DBL_MIN ? 1 : DBL_DIG;

    if (!isfinite(value)) {
        strcpy(out, isnan(value) ? "nan" : value < 0 ? "-inf" : "inf");
        return strlen(out);
    }
    print(out, FP_NUMBER_ROOM, 'g', digits, value);
    while (digits < DBL_DECIMAL_DIG && !reads_back(out, value)) {
        if (digits == DBL_DIG + 1 && next_up_reads_back(value, out))
            break;
        print(out, FP_NUMBER_ROOM, 'g', ++digits, value);
    }
    return strlen(out);
}

void
fp_text_append_number(struct fp_text *text, double value)
{
    char out[FP_NUMBER_ROOM];

    fp_text_append_bytes(text, out, fp_number_format(value, out));
}

/* 309 digits before the point of DBL_MAX, 64 after it. */
#define FIXED_ROOM 400

static void
append_printed(struct fp_text *text, char conversion, double value, int digits)
{
    char out[FIXED_ROOM];

    digits = digits < 0 ? 0 : digits > 64 ? 64 : digits;
    value = isnan(value) ? (double)NAN : value; /* never "-nan" */
    fp_text_append_bytes(text, out, (size_t)print(out, sizeof out, conversion, digits, value));
}

void
fp_text_append_fixed(struct fp_text *text, double value, int digits)
{
    append_printed(text, 'f', value, digits);
}

void
fp_text_append_exponent(struct fp_text *text, double value, int digits)
{
    append_printed(text, 'e', value, digits);
}
