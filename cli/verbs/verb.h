/* SPDX-License-Identifier: MIT */
/* verb.h: what a verb is. A new verb is one file and one row in table.c. */
#ifndef CLI_VERBS_VERB_H
#define CLI_VERBS_VERB_H

#include "cli/opt/option.h"

struct fp__plot_kind;

struct fp__verb {
    const char *name;
    const char *usage;       /* what follows the name: "[OPTIONS] INPUT… -o OUTPUT" */
    const char *summary;     /* one line */
    const char *examples[2]; /* whole command lines */
    bool front;              /* the first of them is also in the short help on all verbs */
    const char *notes;       /* paragraphs under the options of --help, or NULL */
    struct fp__option_table options;
    size_t settings_size;
    void (*defaults)(void *settings); /* fills in zeroed settings; NULL: zeros are the defaults */
    int (*run)(struct fp_context *ctx, const struct fp__common *common, void *settings);
    const struct fp__plot_kind *plot; /* of those that plot columns, which all run alike: no run */
};

extern const struct fp__verb fp__verb_imshow;
extern const struct fp__verb fp__verb_plot;
extern const struct fp__verb fp__verb_scatter;
extern const struct fp__verb fp__verb_bar;
extern const struct fp__verb fp__verb_barh;
extern const struct fp__verb fp__verb_fill_between;
extern const struct fp__verb fp__verb_contour;
extern const struct fp__verb fp__verb_contourf;
extern const struct fp__verb fp__verb_hist;
extern const struct fp__verb fp__verb_pcolormesh;
extern const struct fp__verb fp__verb_step;
extern const struct fp__verb fp__verb_stem;
extern const struct fp__verb fp__verb_errorbar;
extern const struct fp__verb fp__verb_info;
extern const struct fp__verb fp__verb_memcheck;
extern const struct fp__verb fp__verb_montage;
extern const struct fp__verb fp__verb_colormaps;
extern const struct fp__verb fp__verb_verify;
extern const struct fp__verb fp__verb_show;
extern const struct fp__verb fp__verb_script;
extern const struct fp__verb fp__verb_completions;

/* The verbs of this version, i from 0; NULL past the last. */
const struct fp__verb *fp__verb_at(size_t i);

/* Runs argv[0] as a verb with its options and inputs; an unknown one is said so. */
int fp__verb_run(struct fp_context *ctx, int argc, char **argv);

/* flatplot help [VERB]: the same as flatplot [VERB] --help. argv[0] is "help". */
int fp__verb_help(struct fp_context *ctx, int argc, char **argv);

/* What the exit codes mean, in a few lines. */
extern const char fp__exit_notes[];

/* Appends the manual page, in roff. */
struct fp_text;
void fp__man_append(struct fp_text *out);

int fp__print_version(void);
int fp__print_verb_help(const struct fp__verb *verb, bool all);

/* For an input "-" that is a terminal, into which nobody types numbers: the short help, and exit
 * code 2; else 0. */
int fp__refuse_terminal(const struct fp__common *common, const struct fp__verb *verb);

/* Help on all verbs, to standard output or, after a wrong command line, to standard error. */
int fp__verbs_help(bool all);
int fp__verbs_help_error(void);

#endif
