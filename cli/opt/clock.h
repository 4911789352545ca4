/* SPDX-License-Identifier: MIT */
/* clock.h: the system's clocks in seconds. */
#ifndef CLI_OPT_CLOCK_H
#define CLI_OPT_CLOCK_H

#include <time.h>

double fp__clock_seconds(clockid_t clock);

/* Of a clock that only goes forward. May be called by who handles a signal. */
double fp__seconds(void);

#endif
