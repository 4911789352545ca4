/* SPDX-License-Identifier: MIT */
/* option.h: options as tables; the parser and the help text are made from them.
 *
 * A row names the member of the verb's settings that it fills in, and the reader that knows how.
 * A new option is one row. */
#ifndef CLI_OPT_OPTION_H
#define CLI_OPT_OPTION_H

#include <stdbool.h>
#include <stddef.h>

#include "flatplot/context.h"

/* An option as it was found on the command line. */
struct fp__given {
    struct fp_context *ctx;
    const char *name;  /* as it was typed: "--cmap", "-o" */
    const char *value; /* NULL when there is none */
};

/* Stores the value in the settings' member. Returns 0, or an exit code after saying why not. */
typedef int (*fp__read_fn)(const struct fp__given *given, void *member);

struct fp__option {
    const char *name;     /* without the dashes */
    char letter;          /* 0: has none */
    bool optional;        /* the value may be left out, and is given with = only */
    bool brief;           /* also in the short help */
    const char *argument; /* what its value is called in the help; NULL: takes none */
    fp__read_fn read;
    size_t member; /* offsetof the settings' member */
    const char *help;
};

struct fp__option_table {
    const struct fp__option *rows;
    size_t count;
    bool first_word_ends; /* all that follows the first input is input too: a command's options */
};

#define FP__OPTION_TABLE(rows)                                                                     \
    {                                                                                              \
        rows, sizeof(rows) / sizeof *(rows), false                                                 \
    }

enum fp__help { FP__HELP_NONE, FP__HELP_BRIEF, FP__HELP_ALL };

/* What every verb takes, and what is no option. */
struct fp__common {
    enum fp__help help;
    bool version;
    bool quiet;
    bool verbose;
    const char **inputs; /* fp__common_finish frees the list, not the strings */
    size_t input_count;
    bool dashes;          /* there was a "--" */
    size_t before_dashes; /* how many of the inputs stood before it; all when there was none */
};

extern const struct fp__option_table fp__common_options;

void fp__common_finish(struct fp__common *common);

/* Reads argv[1] … argv[argc - 1]: options anywhere, the last of a repeated one wins, names exact,
 * nothing but inputs after "--". Stops at -h, --help and -V. Returns 0, or an exit code after
 * saying what is wrong. */
int fp__options_parse(struct fp_context *ctx, const struct fp__option_table *table, int argc,
                      char **argv, void *settings, struct fp__common *common);

#endif
