/* SPDX-License-Identifier: MIT */
/* date_format.c: dates as strftime writes them, in English whatever the locale. */
#include <string.h>

#include "core/status.h"
#include "data/date.h"
#include "flatplot/date.h"

static const char *const months[] = {"January",   "February", "March",    "April",
                                     "May",       "June",     "July",     "August",
                                     "September", "October",  "November", "December"};
static const char *const days[] = {"Sunday",   "Monday", "Tuesday", "Wednesday",
                                   "Thursday", "Friday", "Saturday"};

/* A number with so many digits, or with as few as it has. */
static void
append_digits(struct fp_text *text, int number, int digits, bool bare)
{
    fp_text_append_format(text, "%0*d", bare ? 1 : digits, number);
}

static int
day_of_year(const struct fp__date *d)
{
    return (int)(fp__days_of(d->year, d->month, d->day) - fp__days_of(d->year, 1, 1)) + 1;
}

/* The number that a letter stands for and its digits; 0: it stands for none. */
static int
find_number(const struct fp__date *d, char letter, int *number)
{
    const struct {
        char letter;
        int number, digits;
    } all[] = {
        {'Y', d->year, 1},
        {'y', d->year % 100, 2},
        {'m', d->month, 2},
        {'d', d->day, 2},
        {'j', day_of_year(d), 3},
        {'H', d->hour, 2},
        {'M', d->minute, 2},
        {'I', (d->hour + 11) % 12 + 1, 2},
        {'S', d->second, 2},
        {'f', d->microsecond, 6},
        {'u', (fp__weekday(d) + 6) % 7 + 1, 1},
        {'w', fp__weekday(d), 1},
    };

    for (size_t i = 0; i < sizeof all / sizeof all[0]; i++)
        if (all[i].letter == letter) {
            *number = all[i].number;
            return all[i].digits;
        }
    return 0;
}

/* What a letter stands for that is made of others, or NULL. */
static const char *
find_compound(char letter)
{
    switch (letter) {
    case 'F':
        return "%Y-%m-%d";
    case 'T':
        return "%H:%M:%S";
    case 'D':
        return "%m/%d/%y";
    case 'R':
        return "%H:%M";
    default:
        return NULL;
    }
}

static bool
append_word(struct fp_text *text, const struct fp__date *d, char letter)
{
    const char *month = months[d->month - 1], *day = days[fp__weekday(d)];

    switch (letter) {
    case 'B':
        fp_text_append(text, month);
        return true;
    case 'b':
    case 'h':
        fp_text_append_bytes(text, month, 3);
        return true;
    case 'A':
        fp_text_append(text, day);
        return true;
    case 'a':
        fp_text_append_bytes(text, day, 3);
        return true;
    case 'p':
        fp_text_append(text, d->hour < 12 ? "AM" : "PM");
        return true;
    case 'e':
        fp_text_append_format(text, "%2d", d->day);
        return true;
    case '%':
        fp_text_append(text, "%");
        return true;
    default:
        return false;
    }
}

bool
fp__date_append(struct fp_text *text, const struct fp__date *d, const char *format)
{
    for (const char *p = format; *p; p++) {
        bool bare = p[0] == '%' && p[1] == '-';
        const char *compound;
        int number, digits;

        if (*p != '%') {
            fp_text_append_bytes(text, p, 1);
            continue;
        }
        p += bare ? 2 : 1;
        digits = find_number(d, *p, &number);
        compound = find_compound(*p);
        if (digits > 0)
            append_digits(text, number, digits, bare);
        else if (bare || *p == '\0' || (!compound && !append_word(text, d, *p)))
            return false;
        if (compound && !fp__date_append(text, d, compound))
            return false;
    }
    return true;
}

bool
fp__date_format_is_known(const char *format)
{
    const struct fp__date any = {.year = 2000, .month = 1, .day = 1};
    struct fp_text text = {0};
    bool known = fp__date_append(&text, &any, format);

    fp_text_finish(&text);
    return known;
}

enum fp_status
fp_date_format(struct fp_context *ctx, double number, const char *format, struct fp_text *text)
{
    struct fp__date date;

    if (!fp__date_of(number, &date))
        return fp__fail(ctx, FP_ERR_ARGUMENT,
                        "a date outside of the years 1 to 9999" FP__HINT
                        "dates are days since 1970-01-01");
    if (!fp__date_append(text, &date, format))
        return fp__fail(ctx, FP_ERR_ARGUMENT,
                        "a date format with a word that is not known: \"%.60s\"" FP__HINT
                        "words are %%Y %%m %%d %%H %%M %%S %%b and their kin, %%-d without "
                        "a zero before it",
                        format);
    return text->failed ? fp__fail_memory(ctx, "a date") : FP_OK;
}
