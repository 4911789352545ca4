/* SPDX-License-Identifier: MIT */
/* common.c: the options that every verb takes. */
#include "cli/opt/option.h"
#include "cli/opt/values.h"

static int
read_help(const struct fp__given *given, void *member)
{
    /* -h is short for a short help, --help for all of it. */
    *(enum fp__help *)member = given->name[1] == '-' ? FP__HELP_ALL : FP__HELP_BRIEF;
    return 0;
}

static const struct fp__option rows[] = {
    {.name = "quiet",
     .letter = 'q',
     .read = fp__read_flag,
     .member = offsetof(struct fp__common, quiet),
     .help = "say nothing but errors"},
    {.name = "verbose",
     .letter = 'v',
     .read = fp__read_flag,
     .member = offsetof(struct fp__common, verbose),
     .help = "name every file written, and the memory of the caches"},
    {.name = "help",
     .letter = 'h',
     .read = read_help,
     .member = offsetof(struct fp__common, help),
     .brief = true,
     .help = "-h: short help; --help: every option"},
    {.name = "version",
     .letter = 'V',
     .read = fp__read_flag,
     .member = offsetof(struct fp__common, version),
     .help = "print the version"},
};

const struct fp__option_table fp__common_options = FP__OPTION_TABLE(rows);

void
fp__common_finish(struct fp__common *common)
{
    fp_free(common->inputs);
    common->inputs = NULL;
    common->input_count = 0;
}
