/* SPDX-License-Identifier: MIT */
/* label_math.c: the pieces of tick labels that matplotlib writes as formulas. */
#include "ticks/label_math.h"

#include <string.h>

#define RAISED_MINUS "\xe2\x81\xbb"

static const char *const raised[] = {
    "\xe2\x81\xb0", "\xc2\xb9",     "\xc2\xb2",     "\xc2\xb3",     "\xe2\x81\xb4",
    "\xe2\x81\xb5", "\xe2\x81\xb6", "\xe2\x81\xb7", "\xe2\x81\xb8", "\xe2\x81\xb9",
};

void
fp__label_power(struct fp_text *text, int exponent)
{
    unsigned rest = exponent < 0 ? 0u - (unsigned)exponent : (unsigned)exponent;
    unsigned unit = 1;

    while (rest / unit > 9)
        unit *= 10;
    fp_text_append(text, exponent < 0 ? "10" RAISED_MINUS : "10");
    for (; unit > 0; unit /= 10)
        fp_text_append(text, raised[rest / unit % 10]);
}

/* Between 1 and 10, five decimals are the six digits. */
void
fp__label_coefficient(struct fp_text *text, double value)
{
    fp_text_append_fixed(text, value, 5);
    while (text->length > 0 && text->bytes[text->length - 1] == '0')
        text->bytes[--text->length] = '\0';
    if (text->length > 0 && text->bytes[text->length - 1] == '.')
        text->bytes[--text->length] = '\0';
}

bool
fp__label_take(char label[FP__TICK_LABEL_ROOM], const struct fp_text *text)
{
    size_t n = text->length < FP__TICK_LABEL_ROOM ? text->length : FP__TICK_LABEL_ROOM - 1;

    memcpy(label, fp_text_string(text), n);
    label[n] = '\0';
    return !text->failed;
}
