/* SPDX-License-Identifier: MIT */
/* completions.c: the verb completions: verbs and options, from their tables, as a script for a
 * shell. Values are completed as names of files, which most of them are. */
#include <string.h>

#include "cli/exit.h"
#include "cli/opt/message.h"
#include "cli/opt/stdout.h"
#include "cli/verbs/verb.h"
#include "flatplot/text.h"

/* --- What all shells need --------------------------------------------------------------------- */

/* Within single quotes; what ends them is written as `quote`. */
static void
append_quoted(struct fp_text *out, const char *text, const char *quote)
{
    fp_text_append(out, "'");
    for (const char *c = text; *c; c++) {
        if (*c == '\'') {
            fp_text_append(out, quote);
        } else {
            fp_text_append_bytes(out, c, 1);
        }
    }
    fp_text_append(out, "'");
}

/* Tells of each option of the verb, the common ones last. */
static void
each_option(struct fp_text *out, const struct fp__verb *verb,
            void (*append)(struct fp_text *out, const struct fp__verb *verb,
                           const struct fp__option *option))
{
    for (size_t i = 0; i < verb->options.count; i++)
        append(out, verb, &verb->options.rows[i]);
    for (size_t i = 0; i < fp__common_options.count; i++)
        append(out, verb, &fp__common_options.rows[i]);
}

/* --- bash ------------------------------------------------------------------------------------- */

static void
append_bash_option(struct fp_text *out, const struct fp__verb *verb,
                   const struct fp__option *option)
{
    (void)verb;
    fp_text_append_format(out, " --%s", option->name);
}

static void
append_bash(struct fp_text *out)
{
    const struct fp__verb *verb;
    fp_text_append(out, "_flatplot()\n{\n"
                        "    local word=${COMP_WORDS[COMP_CWORD]} known=\n"
                        "    case $COMP_CWORD:${COMP_WORDS[1]} in\n"
                        "    1:*) known='help");
    for (size_t i = 0; (verb = fp__verb_at(i)); i++)
        fp_text_append_format(out, " %s", verb->name);
    fp_text_append(out, "' ;;\n");
    for (size_t i = 0; (verb = fp__verb_at(i)); i++) {
        fp_text_append_format(out, "    *:%s) known='", verb->name);
        each_option(out, verb, append_bash_option);
        fp_text_append(out, "' ;;\n");
    }
    fp_text_append(out, "    esac\n"
                        "    COMPREPLY=()\n"
                        "    if [[ $COMP_CWORD -eq 1 || $word == -* ]]; then\n"
                        "        COMPREPLY=($(compgen -W \"$known\" -- \"$word\"))\n"
                        "    fi\n"
                        "}\n"
                        "complete -o default -F _flatplot flatplot\n");
}

/* --- zsh -------------------------------------------------------------------------------------- */

static void
append_zsh_entry(struct fp_text *out, const char *dashes, const char *name, const char *help)
{
    struct fp_text entry = {0};
    fp_text_append_format(&entry, "%s%s:%s", dashes, name, help);
    fp_text_append(out, "        ");
    append_quoted(out, fp_text_string(&entry), "'\\''");
    fp_text_append(out, "\n");
    out->failed |= entry.failed;
    fp_text_finish(&entry);
}

static void
append_zsh_option(struct fp_text *out, const struct fp__verb *verb, const struct fp__option *option)
{
    (void)verb;
    append_zsh_entry(out, "--", option->name, option->help);
}

static void
append_zsh(struct fp_text *out)
{
    const struct fp__verb *verb;
    fp_text_append(out, "#compdef flatplot\n"
                        "_flatplot()\n{\n"
                        "    local -a known\n"
                        "    case $CURRENT:${words[2]} in\n"
                        "    2:*) known=(\n");
    for (size_t i = 0; (verb = fp__verb_at(i)); i++)
        append_zsh_entry(out, "", verb->name, verb->summary);
    append_zsh_entry(out, "", "help", "all about a verb");
    fp_text_append(out, "        ) ;;\n");
    for (size_t i = 0; (verb = fp__verb_at(i)); i++) {
        fp_text_append_format(out, "    *:%s) known=(\n", verb->name);
        each_option(out, verb, append_zsh_option);
        fp_text_append(out, "        ) ;;\n");
    }
    fp_text_append(out, "    esac\n"
                        "    if (( CURRENT == 2 )) || [[ ${words[CURRENT]} == -* ]]; then\n"
                        "        _describe flatplot known\n"
                        "    else\n"
                        "        _files\n"
                        "    fi\n"
                        "}\n"
                        "if [ \"$funcstack[1]\" = _flatplot ]; then\n"
                        "    _flatplot \"$@\"\n"
                        "else\n"
                        "    compdef _flatplot flatplot\n"
                        "fi\n");
}

/* --- fish ------------------------------------------------------------------------------------- */

static void
append_fish_option(struct fp_text *out, const struct fp__verb *verb,
                   const struct fp__option *option)
{
    fp_text_append_format(out, "complete -c flatplot -n '__fish_seen_subcommand_from %s' -l %s",
                          verb->name, option->name);
    if (option->letter)
        fp_text_append_format(out, " -s %c", option->letter);
    fp_text_append(out, option->argument && !option->optional ? " -r -d " : " -d ");
    append_quoted(out, option->help, "\\'");
    fp_text_append(out, "\n");
}

static void
append_fish(struct fp_text *out)
{
    const struct fp__verb *verb;
    for (size_t i = 0; (verb = fp__verb_at(i)); i++) {
        fp_text_append_format(out, "complete -c flatplot -n __fish_use_subcommand -f -a %s -d ",
                              verb->name);
        append_quoted(out, verb->summary, "\\'");
        fp_text_append(out, "\n");
        each_option(out, verb, append_fish_option);
    }
}

/* --- The verb --------------------------------------------------------------------------------- */

static int
print(void (*append)(struct fp_text *out))
{
    struct fp_text text = {0};
    append(&text);
    return fp__stdout_print(&text);
}

static int
run(struct fp_context *ctx, const struct fp__common *common, void *settings)
{
    static const struct {
        const char *name;
        void (*append)(struct fp_text *out);
    } shells[] = {{"bash", append_bash}, {"zsh", append_zsh}, {"fish", append_fish}};
    (void)ctx;
    (void)settings;
    for (size_t i = 0; common->input_count == 1 && i < sizeof shells / sizeof *shells; i++) {
        if (strcmp(common->inputs[0], shells[i].name) == 0)
            return print(shells[i].append);
    }
    return fp__message_error(FP__EXIT_USAGE, "completions: for which shell?" FP__AND_HINT
                                             "flatplot completions bash, zsh or fish");
}

const struct fp__verb fp__verb_completions = {
    .name = "completions",
    .usage = "bash|zsh|fish",
    .summary = "verbs and options for the shell to complete",
    .examples = {"eval \"$(flatplot completions bash)\"",
                 "flatplot completions fish > ~/.config/fish/completions/flatplot.fish"},
    .notes = "For zsh: source <(flatplot completions zsh), after compinit.\n",
    .options = {NULL, 0, false},
    .settings_size = 1, /* there are none, and no bytes at all would look like no memory */
    .run = run,
};
