/* SPDX-License-Identifier: MIT */
/* settings.c: what holds when nothing is asked for. */
#include "cli/check/settings.h"

#include <math.h>

void
fp__check_settings_init(struct fp__check_settings *settings)
{
    *settings = (struct fp__check_settings){.lifecycle = FP__FORMS};
    for (int m = 0; m < FP_METRICS; m++)
        settings->tolerance[m] = NAN;
}
