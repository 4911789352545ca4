/* SPDX-License-Identifier: MIT */
/* clock.c: clock_gettime. */
#include "cli/opt/clock.h"

double
fp__clock_seconds(clockid_t clock)
{
    struct timespec now;
    clock_gettime(clock, &now);
    return (double)now.tv_sec + 1e-9 * (double)now.tv_nsec;
}

double
fp__seconds(void)
{
    return fp__clock_seconds(CLOCK_MONOTONIC);
}
