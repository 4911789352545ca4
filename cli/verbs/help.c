/* SPDX-License-Identifier: MIT */
/* help.c: the pages of flatplot -h and flatplot VERB -h. */
#include "cli/opt/help.h"

#include <string.h>
#include <unistd.h>

#include "cli/exit.h"
#include "cli/opt/message.h"
#include "cli/opt/stdout.h"
#include "cli/opt/values.h"
#include "cli/verbs/verb.h"

const char fp__exit_notes[] = "0 fine, 1 memory grows, 2 wrong command line, 3 input, 4 output,\n"
                              "5 the checked program failed, 6 inconclusive, 77 cannot be "
                              "measured,\n128 + signal when interrupted\n";

/* Standard output is checked at the end of the run, so that its failure is said once. */
int
fp__print_version(void)
{
    static const char version[] = "flatplot " FP_VERSION "\n";
    fp__stdout_write(version, sizeof version - 1);
    return FP__EXIT_FINE;
}

static void
append_verbs(struct fp_text *out, bool all)
{
    const struct fp__verb *verb;
    fp_text_append(out, "usage: flatplot VERB [OPTIONS] INPUT… -o OUTPUT\n\nverbs:\n");
    for (size_t i = 0; (verb = fp__verb_at(i)); i++)
        fp__help_entry(out, verb->name, verb->summary);
    fp_text_append(out, "\nexamples:\n");
    for (size_t i = 0; (verb = fp__verb_at(i)); i++) {
        if (all || verb->front)
            fp_text_append_format(out, "  %s\n", verb->examples[0]);
    }
    if (all) {
        fp_text_append(out, "\noptions of every verb:\n");
        fp__help_options(out, &fp__common_options, true);
        fp_text_append_format(out, "\nexit codes: %s", fp__exit_notes);
    }
    fp_text_append(out, "\nflatplot VERB --help, or flatplot help VERB, tells all about a "
                        "verb;\nflatplot help --man "
                        "is the manual page: flatplot help --man | man -l -\n");
}

int
fp__verbs_help(bool all)
{
    struct fp_text text = {0};
    append_verbs(&text, all);
    return fp__stdout_print(&text);
}

int
fp__verbs_help_error(void)
{
    struct fp_text text = {0};
    append_verbs(&text, false);
    fp__message_text(fp_text_string(&text));
    fp_text_finish(&text);
    return FP__EXIT_USAGE;
}

static int
help_on_inputs(struct fp_context *ctx, const struct fp__common *common)
{
    char all[] = "--help";
    if (common->help || common->input_count == 0 || strcmp(common->inputs[0], "help") == 0)
        return fp__verbs_help(common->help != FP__HELP_BRIEF);
    if (common->input_count > 1)
        return fp__message_error(FP__EXIT_USAGE,
                                 "help: one verb at a time, and %s was given too" FP__AND_HINT
                                 "flatplot help %s",
                                 common->inputs[1], common->inputs[0]);
    return fp__verb_run(ctx, 2, (char *[]){(char *)common->inputs[0], all, NULL});
}

static int
print_man(void)
{
    struct fp_text text = {0};
    fp__man_append(&text);
    return fp__stdout_print(&text);
}

int
fp__verb_help(struct fp_context *ctx, int argc, char **argv)
{
    static const struct fp__option rows[] = {{.name = "man", .read = fp__read_flag}};
    static const struct fp__option_table table = FP__OPTION_TABLE(rows);
    struct fp__common common = {0};
    bool man = false;
    int code = fp__options_parse(ctx, &table, argc, argv, &man, &common);
    if (code == 0 && man) {
        code = print_man();
    } else if (code == 0) {
        code = common.version ? fp__print_version() : help_on_inputs(ctx, &common);
    }
    fp__common_finish(&common);
    return code;
}

int
fp__print_verb_help(const struct fp__verb *verb, bool all)
{
    struct fp_text text = {0};
    fp_text_append_format(&text, "usage: flatplot %s %s\n%s\n\noptions:\n", verb->name, verb->usage,
                          verb->summary);
    fp__help_options(&text, &verb->options, all);
    fp__help_options(&text, &fp__common_options, all);
    if (all && verb->notes)
        fp_text_append_format(&text, "\n%s", verb->notes);
    fp_text_append_format(&text, "\nexamples:\n  %s\n  %s\n", verb->examples[0], verb->examples[1]);
    return fp__stdout_print(&text);
}

int
fp__refuse_terminal(const struct fp__common *common, const struct fp__verb *verb)
{
    for (size_t i = 0; i < common->input_count; i++) {
        if (strcmp(common->inputs[i], "-") == 0 && isatty(STDIN_FILENO)) {
            int failed = fp__print_verb_help(verb, false);
            return failed ? failed : FP__EXIT_USAGE;
        }
    }
    return 0;
}
