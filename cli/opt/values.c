/* SPDX-License-Identifier: MIT */
/* values.c: option values become numbers, sizes, choices and texts, or a clear message. */
#include "cli/opt/values.h"

#include <math.h>
#include <string.h>

#include "cli/exit.h"
#include "cli/opt/message.h"
#include "flatplot/figure.h"
#include "flatplot/text.h"

int
fp__bad_value(const struct fp__given *given, const char *why, const char *hint)
{
    return fp__message_error(FP__EXIT_USAGE, "%s %s: %s" FP__AND_HINT "%s", given->name,
                             given->value, why, hint);
}

int
fp__read_flag(const struct fp__given *given, void *member)
{
    (void)given;
    *(bool *)member = true;
    return 0;
}

int
fp__read_bytes(const struct fp__given *given, void *member)
{
    *(const char **)member = given->value;
    return 0;
}

int
fp__read_text(const struct fp__given *given, void *member)
{
    const char *text = given->value ? given->value : "";
    if (!fp_utf8_valid(text, strlen(text))) {
        return fp__message_error(FP__EXIT_USAGE,
                                 "%s: the text is not UTF-8" FP__AND_HINT
                                 "if it is Korean EUC: %s \"$(echo 'TEXT' | "
                                 "iconv -f cp949 -t utf-8)\"",
                                 given->name, given->name);
    }
    *(const char **)member = text;
    return 0;
}

bool
fp__numbers_parse(const char *text, char separator, double *numbers, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        const char *end;
        bool digits = *text && strchr("+-.0123456789", *text);
        if (!digits || !fp_number_parse(text, &end, &numbers[i]) || !isfinite(numbers[i]))
            return false;
        if (*end != (i + 1 < n ? separator : '\0'))
            return false;
        text = end + 1;
    }
    return true;
}

bool
fp__size_parse(const char *text, double *bytes)
{
    static const char letters[] = "KMGT";
    const char *end;
    double value;
    if (!fp_number_parse(text, &end, &value) || !isfinite(value) || value < 0)
        return false;
    const char *letter = *end ? strchr(letters, *end) : NULL;
    if (letter) {
        value *= ldexp(1, 10 * (int)(letter - letters + 1));
        end++;
        end += *end == 'i';
    }
    end += *end == 'B';
    if (*end)
        return false;
    *bytes = value;
    return true;
}

int
fp__read_size(const struct fp__given *given, void *member)
{
    return fp__size_parse(given->value, member)
               ? 0
               : fp__bad_value(given, "not a size in bytes", "such as 64, 4K or 1.5M");
}

int
fp__read_number(const struct fp__given *given, void *member)
{
    double value;
    if (!fp__numbers_parse(given->value, 0, &value, 1))
        return fp__bad_value(given, "not a number", "a number is written as in 12, -0.5 or 3e-7");
    *(double *)member = value;
    return 0;
}

int
fp__read_positive(const struct fp__given *given, void *member)
{
    double value;
    if (!fp__numbers_parse(given->value, 0, &value, 1) || value <= 0)
        return fp__bad_value(given, "not a number above 0", "as in 100 or 0.5");
    *(double *)member = value;
    return 0;
}

static bool
is_count(double value)
{
    return value >= 1 && value <= FP_MAX_SIDE && value == floor(value);
}

int
fp__read_count(const struct fp__given *given, void *member)
{
    double value;
    if (!fp__numbers_parse(given->value, 0, &value, 1) || !is_count(value))
        return fp__bad_value(given, "not a whole number from 1 to 32767", "as in 3");
    *(int *)member = (int)value;
    return 0;
}

int
fp__read_pixels(const struct fp__given *given, void *member)
{
    double size[2];
    int *pixels = member;
    if (!fp__numbers_parse(given->value, 'x', size, 2) || !is_count(size[0]) ||
        !is_count(size[1])) {
        return fp__bad_value(given, "not WIDTHxHEIGHT in pixels from 1 to 32767",
                             "as in 1920x1080");
    }
    pixels[0] = (int)size[0];
    pixels[1] = (int)size[1];
    return 0;
}

int
fp__read_inches(const struct fp__given *given, void *member)
{
    double size[2];
    if (!fp__numbers_parse(given->value, 'x', size, 2) || size[0] <= 0 || size[1] <= 0)
        return fp__bad_value(given, "not WIDTHxHEIGHT in inches", "as in 6.4x4.8");
    memcpy(member, size, sizeof size);
    return 0;
}

int
fp__choice(const struct fp__given *given, const char *const *names, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        if (strcmp(given->value, names[i]) == 0)
            return (int)i;
    }
    struct fp_text list = {0};
    for (size_t i = 0; i < n; i++) {
        fp_text_append(&list, i == 0 ? "" : i + 1 < n ? ", " : " or ");
        fp_text_append(&list, names[i]);
    }
    const char *near = fp_text_nearest(given->value, names, n);
    fp__message_error(FP__EXIT_USAGE, "%s %s: no such choice" FP__AND_HINT "%s%s%schoose %s",
                      given->name, given->value, near ? "did you mean " : "", near ? near : "",
                      near ? "? " : "", fp_text_string(&list));
    fp_text_finish(&list);
    return -1;
}

int
fp__read_choice(const struct fp__given *given, void *member, const char *const *names, size_t n)
{
    int choice = fp__choice(given, names, n);
    *(int *)member = choice;
    return choice >= 0 ? 0 : FP__EXIT_USAGE;
}
