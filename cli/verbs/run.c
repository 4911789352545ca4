/* SPDX-License-Identifier: MIT */
/* run.c: flatplot run: a Lua script. */
#include "cli/exit.h"
#include "cli/opt/message.h"
#include "cli/opt/signals.h"
#include "cli/opt/values.h"
#include "cli/verbs/verb.h"
#include "flatplot/script.h"

struct settings {
    double memory; /* bytes; 0: any number */
};

static const struct fp__option rows[] = {
    {.name = "max-rss",
     .argument = "SIZE",
     .read = fp__read_size,
     .member = offsetof(struct settings, memory),
     .help = "the script's memory, its arrays and figures included, ends there"},
};

static void
tell_traceback(void *data, const char *text)
{
    (void)data;
    while (*text) {
        int length = 0;

        while (text[length] && text[length] != '\n')
            length++;
        fp__message_line("%.*s", length, text);
        text += length + (text[length] == '\n');
    }
}

/* What was kept of the script's failure; its place comes first. */
static int
tell_failure(void)
{
    const char *hint = fp_context_hint(NULL);

    if (fp_context_status(NULL) != FP_ERR_SCRIPT)
        return fp__message_failure(NULL);
    fp__message_line("%s", fp_context_message(NULL));
    if (*hint)
        fp__message_line("  hint: %s", hint);
    return FP__EXIT_CHILD;
}

static int
run_script(const struct fp__common *common, const struct fp_script_options *options)
{
    struct fp__signals signals;
    int code = FP__EXIT_FINE;

    fp__signals_catch(&signals);
    fp__signals_tell(fp_script_stop);
    if (fp_script_run(common->inputs[0], options) < 0)
        code = tell_failure();
    fp__signals_tell(NULL);
    if (fp__signals_came())
        code = FP__EXIT_SIGNAL + fp__signals_came();
    fp__signals_restore(&signals);
    return code;
}

static int
run(struct fp_context *ctx, const struct fp__common *common, void *data)
{
    const struct settings *settings = data;

    (void)ctx; /* scripts draw in the default one, where numbered figures are */
    if (common->input_count == 0)
        return fp__message_error(FP__EXIT_USAGE,
                                 "run: no script" FP__AND_HINT "flatplot run script.lua");
    struct fp_script_options options = {.args = common->inputs + 1,
                                        .arg_count = common->input_count - 1,
                                        .memory = (size_t)settings->memory};
    if (common->verbose)
        options.traceback = tell_traceback;
    fp_context_set_warning(NULL, fp__message_library_warning, NULL);
    int code = run_script(common, &options);
    fp_context_destroy(NULL);
    return code;
}

const struct fp__verb fp__verb_script = {
    .name = "run",
    .usage = "[OPTIONS] SCRIPT.lua [ARGUMENT…]",
    .summary = "a Lua script that plots",
    .examples = {"flatplot run loop.lua frames.npy out", "generate | flatplot run -"},
    .notes =
        "The script finds matplotlib's names in the table plt, and its arguments in arg. \"-\" is\n"
        "a script from standard input. Options come before the script; what follows is the\n"
        "script's. Exit 5: the script failed; -v also tells which calls it was in.\n",
    .options = {rows, sizeof rows / sizeof *rows, true},
    .settings_size = sizeof(struct settings),
    .run = run,
};
