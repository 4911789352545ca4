/* SPDX-License-Identifier: MIT */
/* forms.h: our own loop checked in a process of its own, which begins before anything was drawn. */
#ifndef CLI_CHECK_FORMS_H
#define CLI_CHECK_FORMS_H

#include "cli/check/finding.h"
#include "cli/check/leak.h"

struct fp__form_job {
    enum fp__form form;
    struct fp__leak leak;
    size_t iterations; /* for the first look; twice and four times as many when inconclusive */
};

/* As many as the settings say or, without a word there, 1000; at most 300 without clearing. */
size_t fp__form_iterations(enum fp__form form, const struct fp__check_settings *settings);

/* Runs the loop and judges it. Returns 0 with whatever came of it in the finding, or an exit code
 * after saying that it could not begin. fp__finding_finish frees in both cases. */
int fp__form_check(const struct fp__form_job *job, const struct fp__check_settings *settings,
                   struct fp__finding *finding);

/* Why nothing can be measured in this program itself ("AddressSanitizer"), or NULL. */
const char *fp__form_sanitizer(void);

#endif
