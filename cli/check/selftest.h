/* SPDX-License-Identifier: MIT */
/* selftest.h: leaks of known size that the check must catch and name. */
#ifndef CLI_CHECK_SELFTEST_H
#define CLI_CHECK_SELFTEST_H

#include "cli/check/finding.h"

enum { FP__SELFTESTS = 7 };

/* Checks the cleared loop without a leak and with each of them, in processes of their own, until
 * interrupted. *done tells how many findings there are. Returns 0, or an exit code after saying why
 * it could not go on. */
int fp__selftest(const struct fp__check_settings *settings,
                 struct fp__finding findings[FP__SELFTESTS], size_t *done);

#endif
