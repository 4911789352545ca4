/* SPDX-License-Identifier: MIT */
/* samples.h: made-up runs for the tests of the memory check. */
#ifndef TESTS_UNIT_CLI_SAMPLES_H
#define TESTS_UNIT_CLI_SAMPLES_H

#include <math.h>
#include <stdio.h>

#include "cli/check/finding.h"
#include "unit/support.h"

/* A loop of n iterations, each a millisecond at first and two in the second half, that keeps so
 * many bytes of heap and resident memory and so many objects each time. */
static inline struct fp__finding
made_up(const char *name, size_t n, double bytes, double objects)
{
    struct fp__finding f = {.expected = FP_UNMEASURED, .checked = FP_CHECKED_LOOP};
    double seconds = 0;
    snprintf(f.name, sizeof f.name, "%s", name);
    assert_true(fp__samples_init(&f.samples, n, false));
    for (size_t i = 0; i < n; i++) {
        double k = (double)i;
        seconds += i < n / 2 ? 0.001 : 0.002;
        struct fp__sample sample = {
            .t = k + 1,
            .seconds = seconds,
            .x = {[FP_METRIC_OBJECTS] = 1 + objects * k,
                  [FP_METRIC_FILES] = 6,
                  [FP_METRIC_THREADS] = 1,
                  [FP_METRIC_HEAP] = 3e6 + bytes * k,
                  [FP_METRIC_RSS] = 4096 * floor((4e6 + bytes * k) / 4096)},
            .heap_free = 9000,
            .rss_total = 1e7 + bytes * k,
            .cpu = 99.5,
        };
        fp__samples_add(&f.samples, &sample);
    }
    return f;
}

/* The settings that nothing was asked for in. */
static inline struct fp__check_settings
usual(void)
{
    struct fp__check_settings settings;
    fp__check_settings_init(&settings);
    return settings;
}

#endif
