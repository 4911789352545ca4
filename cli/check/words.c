/* SPDX-License-Identifier: MIT */
/* words.c: amounts in words. */
#include "cli/check/words.h"

#include <math.h>

/* `value` with one decimal if it is small and not whole. */
static void
append_short(struct fp_text *out, double value)
{
    bool whole = fabs(value) >= 9.95 || fabs(value - round(value)) < 0.05;
    double shown = whole ? round(value) : value;
    fp_text_append_fixed(out, shown == 0 ? 0 : shown, whole ? 0 : 1); /* never "-0" */
}

void
fp__append_size(struct fp_text *out, double bytes)
{
    static const char *const units[] = {" KiB", " MiB", " GiB", " TiB"};
    size_t unit = 0;
    if (!isfinite(bytes)) {
        fp_text_append(out, "-");
    } else if (fabs(bytes) < 1023.5) {
        append_short(out, bytes);
        fp_text_append(out, " B");
    } else {
        for (bytes /= 1024; fabs(bytes) >= 1023.95 && unit < 3; unit++)
            bytes /= 1024;
        fp_text_append_fixed(out, bytes, 1);
        fp_text_append(out, units[unit]);
    }
}

void
fp__append_amount(struct fp_text *out, enum fp_metric metric, double amount)
{
    if (metric == FP_METRIC_HEAP || metric == FP_METRIC_RSS) {
        fp__append_size(out, amount);
    } else if (isfinite(amount)) {
        fp_text_append_fixed(out, amount, amount == round(amount) ? 0 : 3);
    } else {
        fp_text_append(out, "-");
    }
}

void
fp__append_milliseconds(struct fp_text *out, double seconds)
{
    double ms = 1000 * seconds;
    if (isfinite(ms)) {
        fp_text_append_fixed(out, ms, ms < 9.995 ? 2 : ms < 99.95 ? 1 : 0);
    } else {
        fp_text_append(out, "-");
    }
}
