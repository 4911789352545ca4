/* SPDX-License-Identifier: MIT */
/* tick_labels_date.c: how ticks of an axis that runs over dates are written: matplotlib 3.6's
 * AutoDateFormatter (rcsetup.py, date.autoformatter.*) and DateFormatter. */
#include "data/date.h"
#include "ticks/label_math.h"
#include "ticks/ticks_date.h"

#define MICROSECONDS "f" /* apart: with the sign it looks like a number in a printf */

const char *
fp__date_unit_format(enum fp__date_unit unit)
{
    static const char *const formats[] = {
        [FP__UNIT_YEAR] = "%Y",
        [FP__UNIT_MONTH] = "%Y-%m",
        [FP__UNIT_DAY] = "%Y-%m-%d",
        [FP__UNIT_HOUR] = "%m-%d %H",
        [FP__UNIT_MINUTE] = "%d %H:%M",
        [FP__UNIT_SECOND] = "%H:%M:%S",
        [FP__UNIT_MICROSECOND] = ("%M:%S.%" MICROSECONDS),
    };

    return formats[unit];
}

/* A date that there is not has no label. */
bool
fp__ticks_label_dates(struct fp__ticks *ticks, const char *format)
{
    struct fp_text text = {0};
    bool fine = true;

    for (size_t i = 0; i < ticks->n; i++) {
        struct fp__date date;

        fp_text_clear(&text);
        if (fp__date_of(ticks->value[i], &date))
            fp__date_append(&text, &date, format);
        fine = fp__label_take(ticks->label[i], &text) && fine;
    }
    fp_text_finish(&text);
    return fine;
}
