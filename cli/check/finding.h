/* SPDX-License-Identifier: MIT */
/* finding.h: one thing that was checked: its samples, its verdict, and what else is to be said. */
#ifndef CLI_CHECK_FINDING_H
#define CLI_CHECK_FINDING_H

#include "cli/check/samples.h"
#include "cli/check/settings.h"

struct fp__finding {
    char name[128]; /* "clf", the command, the file */
    struct fp__samples samples;
    enum fp_checked checked;
    bool drop_last; /* as in struct fp_window */
    struct fp_verdict verdict;
    enum fp_outcome expected; /* FP_UNMEASURED: nothing in particular */
    unsigned causes;          /* expected ones, 1 << enum fp_cause each; 0: any */
    char kept[160];           /* what became more: "300 image, 300 array"; "" */
    size_t glyphs;            /* pairs of character and size drawn so far; 0: unknown */
    char measured[256];       /* what of a command was measured; "" */
    const char *doubt;        /* why it must not be called flat, or NULL */
    const char *allocator;    /* of a command, when it is not glibc's, or NULL */
    bool failed;              /* the process that was checked */
    int exit_code;
    int signal;
    int interrupted; /* the signal that came to us; 0: none */
    bool over_max_rss;
};

void fp__finding_finish(struct fp__finding *finding);

/* Calls it so: one line of plain text, at most so many bytes. False when there is no memory. */
bool fp__finding_name(struct fp__finding *finding, const char *text, size_t most);

/* Judges the samples that are there, as the settings say. */
void fp__finding_judge(struct fp__finding *finding, const struct fp__check_settings *settings);

/* How far it came, and how far would decide: in iterations, or by time in samples. 0: unknown. */
size_t fp__finding_done(const struct fp__finding *finding);
size_t fp__finding_wanted(const struct fp__finding *finding);

/* The exit code that the verdict has by itself. */
int fp__finding_code(const struct fp__finding *finding, const struct fp__check_settings *settings);

/* True unless something else was expected; inconclusive is something else. */
bool fp__finding_as_expected(const struct fp__finding *finding);

/* Seconds that an iteration took, the median over the first and over the last tenth of the samples.
 * NaN when there are fewer than 20. */
void fp__finding_pace(const struct fp__finding *finding, double *first, double *last);

#endif
