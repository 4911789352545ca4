/* SPDX-License-Identifier: MIT */
/* record.c: what outcomes are called. */
#include "cli/batch/record.h"

const char *
fp__outcome_name(enum fp__outcome outcome)
{
    static const char *const names[FP__OUTCOMES] = {"drawn", "kept", "failed"};
    return names[outcome];
}
