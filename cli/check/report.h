/* SPDX-License-Identifier: MIT */
/* report.h: what is said and written at the end of a check, and its exit code. */
#ifndef CLI_CHECK_REPORT_H
#define CLI_CHECK_REPORT_H

#include "cli/check/finding.h"

enum fp__report_kind {
    FP__REPORT_ONE,   /* one thing: its verdict decides */
    FP__REPORT_FORMS, /* several: each must be as expected */
    FP__REPORT_LEAKS  /* the same, with a table of leaks */
};

/* Refuses files that could not be written at the end, and those that are one file or that which is
 * read. Returns 0 or an exit code. */
int fp__report_check(const struct fp__check_settings *settings);

/* The first half of that. */
int fp__report_check_places(const struct fp__check_settings *settings);

/* Writes CSV, picture and JSON, prints the verdict, tells what failed. `code` is 0, or that of a
 * failure that is told already. Returns the exit code of the check: of an interruption, else of a
 * process that failed, else of a file that could not be written, else of the verdict. */
int fp__report(struct fp_context *ctx, const struct fp__check_settings *settings,
               enum fp__report_kind kind, const struct fp__finding *findings, size_t count,
               int code);

#endif
