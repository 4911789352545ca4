/* SPDX-License-Identifier: MIT */
/* run.c: flatplot run: a Lua script. */
#include <signal.h>
#include <unistd.h>

#include "cli/exit.h"
#include "cli/opt/message.h"
#include "cli/opt/signals.h"
#include "cli/opt/stdout.h"
#include "cli/opt/values.h"
#include "cli/verbs/verb.h"
#include "flatplot/script.h"

struct settings {
    double memory; /* bytes; 0: any number */
    bool prompt;
};

static const struct fp__option rows[] = {
    {.name = "interactive",
     .letter = 'i',
     .brief = true,
     .read = fp__read_flag,
     .member = offsetof(struct settings, prompt),
     .help = "a prompt, after the script if there is one; statements from standard input "
             "run as they come, from a pipe that stays open too"},
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

    if (fp__stdout_failed()) /* a script that was stopped for it; fp__stdout_finish tells */
        return FP__EXIT_CHILD;
    if (fp_context_status(NULL) != FP_ERR_SCRIPT)
        return fp__message_failure(NULL);
    fp__message_line("%s", fp_context_message(NULL));
    if (*hint)
        fp__message_line("  hint: %s", hint);
    return FP__EXIT_CHILD;
}

/* --- the prompt ------------------------------------------------------------------------------- */

struct talk {
    bool terminal;
    bool failed;
};

static void
ask(void *data, bool more)
{
    const struct talk *talk = data;

    if (talk->terminal)
        fp__stdout_write(more ? ">> " : "> ", more ? 3 : 2);
}

/* At a terminal ^C ends a statement; from a pipe, everything. */
static bool
on_failed_statement(void *data)
{
    struct talk *talk = data;
    int signal = fp__signals_came();

    tell_failure();
    if (talk->terminal && signal == SIGINT)
        fp__signals_forget();
    talk->failed |= !talk->terminal;
    return !fp__signals_came();
}

static int
run_prompt(const char *path, const struct fp_script_options *options)
{
    struct talk talk = {.terminal = isatty(STDIN_FILENO) && fp__stdout_is_terminal()};
    struct fp_prompt prompt = {
        .ask = ask, .failed = on_failed_statement, .data = &talk, .shows = talk.terminal};

    enum fp_status status = fp_script_prompt(path, options, &prompt);

    if (talk.terminal)
        fp__stdout_write("\n", 1);
    if (status < 0 && !fp__signals_came())
        return tell_failure();
    return talk.failed ? FP__EXIT_CHILD : FP__EXIT_FINE;
}

/* --- running ---------------------------------------------------------------------------------- */

static int
run_script(const struct fp__common *common, const struct settings *settings,
           const struct fp_script_options *options)
{
    const char *path = common->input_count ? common->inputs[0] : NULL;
    struct fp__signals signals;
    int code = FP__EXIT_FINE;

    fp__signals_catch(&signals);
    fp__signals_tell(fp_script_stop);
    fp__stdout_watch(fp_script_stop);
    if (settings->prompt)
        code = run_prompt(path, options);
    else if (fp_script_run(path, options) < 0)
        code = tell_failure();
    fp__signals_tell(NULL);
    fp__stdout_watch(NULL);
    if (fp__signals_came())
        code = FP__EXIT_SIGNAL + fp__signals_came();
    fp__signals_restore(&signals);
    return code;
}

/* All of them: nobody looked at a script's texts before they are drawn. */
static void
tell_warning(void *data, enum fp_warning kind, const char *message)
{
    (void)data;
    (void)kind;
    fp__message_warning("%s", message);
}

/* For os.exit: what the script printed has arrived, or that is said. */
static int
on_leaving(void *data, int code)
{
    (void)data;
    fp__stdout_watch(NULL);
    return fp__stdout_finish(code);
}

static int
run(struct fp_context *ctx, const struct fp__common *common, void *data)
{
    const struct settings *settings = data;
    size_t named = common->input_count > 0;

    (void)ctx; /* scripts draw in the default one, where numbered figures are */
    if (!named && !settings->prompt)
        return fp__message_error(FP__EXIT_USAGE, "run: no script" FP__AND_HINT
                                                 "flatplot run script.lua, or -i for a prompt");
    struct fp_script_options options = {.args = common->inputs + named,
                                        .arg_count = common->input_count - named,
                                        .memory = (size_t)settings->memory,
                                        .leaving = on_leaving};
    if (common->verbose)
        options.traceback = tell_traceback;
    fp_context_set_warning(NULL, tell_warning, NULL);
    int code = run_script(common, settings, &options);
    fp_context_destroy(NULL);
    return code;
}

const struct fp__verb fp__verb_script = {
    .name = "run",
    .usage = "[OPTIONS] [-i] [SCRIPT.lua] [ARGUMENT…]",
    .summary = "a Lua script that plots",
    .examples = {"flatplot run loop.lua frames.npy out", "generate | flatplot run -i"},
    .front = true,
    .notes = "The script finds matplotlib's names in the table plt, and its arguments in arg.\n"
             "\"-\" is a script from standard input. Options come before the script; what\n"
             "follows is the script's. Exit 5: the script failed; -v also tells which calls\n"
             "it was in. At a prompt, values are shown, ^C ends a statement and ^D the\n"
             "session.\n",
    .options = {rows, sizeof rows / sizeof *rows, true},
    .settings_size = sizeof(struct settings),
    .run = run,
};
