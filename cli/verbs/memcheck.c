/* SPDX-License-Identifier: MIT */
/* memcheck.c: the verb memcheck: its options, and what they mean together. */
#include <errno.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/check/run.h"
#include "cli/exit.h"
#include "cli/opt/message.h"
#include "cli/opt/values.h"
#include "cli/verbs/verb.h"
#include "flatplot/text.h"

#define MEMBER(member) offsetof(struct fp__check_settings, member)

enum {
    QUICK = 300,
    DEEP = 4000,
    MOST_ITERATIONS = 1000000,
    MOST_WARM_UP = 1000000000,
    MOST_PID = 1 << 30
};

static int
read_whole(const struct fp__given *given, double *value, double most, const char *hint)
{
    double number;
    if (!fp__numbers_parse(given->value, 0, &number, 1) || number < 1 || number > most ||
        number != floor(number))
        return fp__bad_value(given, "not a whole number in its range", hint);
    *value = number;
    return 0;
}

static int
read_iterations(const struct fp__given *given, void *member)
{
    return read_whole(given, member, MOST_ITERATIONS, "a whole number from 1 to 1000000");
}

static int
read_quick(const struct fp__given *given, void *member)
{
    (void)given;
    *(double *)member = QUICK;
    return 0;
}

static int
read_deep(const struct fp__given *given, void *member)
{
    (void)given;
    *(double *)member = DEEP;
    return 0;
}

static int
read_pid(const struct fp__given *given, void *member)
{
    return read_whole(given, member, MOST_PID, "the number of a process: pgrep NAME finds it");
}

static int
read_lifecycle(const struct fp__given *given, void *member)
{
    int choice = fp__choice(given, fp__form_names, FP__FORMS);
    if (choice < 0)
        return FP__EXIT_USAGE;
    *(int *)member = choice;
    return 0;
}

static int
read_warm_up(const struct fp__given *given, void *member)
{
    struct fp__warm_up *warm_up = member;
    const char *end;
    double value;
    if (!fp_number_parse(given->value, &end, &value) || !isfinite(value) || value < 0 ||
        (*end && strcmp(end, "s") != 0) || (!*end && value != floor(value)) || value > MOST_WARM_UP)
        return fp__bad_value(given, "neither a number of iterations nor one of seconds",
                             "such as 200, or 5s");
    *warm_up = (struct fp__warm_up){.given = true, .in_seconds = *end, .value = value};
    return 0;
}

/* METRIC=VALUE; the last one of each metric counts. */
static int
read_tolerance(const struct fp__given *given, void *member)
{
    double *tolerance = member;
    size_t length = strcspn(given->value, "=");
    for (enum fp_metric m = 0; m < FP_METRICS; m++) {
        const char *name = fp_metric_name(m);
        if (strlen(name) != length || memcmp(name, given->value, length) != 0)
            continue;
        if (given->value[length] && fp__size_parse(given->value + length + 1, &tolerance[m]))
            return 0;
    }
    return fp__bad_value(given, "not METRIC=VALUE",
                         "such as rss=2K; there are objects, files, threads, heap and rss");
}

static int
read_allocator(const struct fp__given *given, void *member)
{
    static const char *const names[] = {"strict", "native"};
    int choice = fp__choice(given, names, 2);
    *(bool *)member = choice == 1;
    return choice < 0 ? FP__EXIT_USAGE : 0;
}

static int
read_by(const struct fp__given *given, void *member)
{
    static const char *const names[] = {"ticks"};
    int choice = fp__choice(given, names, 1);
    *(bool *)member = choice == 0;
    return choice < 0 ? FP__EXIT_USAGE : 0;
}

static int
read_inconclusive(const struct fp__given *given, void *member)
{
    static const char *const names[] = {"pass", "fail", "skip"};
    int choice = fp__choice(given, names, 3);
    *(int *)member = FP__INCONCLUSIVE_PASS + choice;
    return choice < 0 ? FP__EXIT_USAGE : 0;
}

static const struct fp__option rows[] = {
    {.name = "lifecycle",
     .brief = true,
     .argument = "FORM",
     .read = read_lifecycle,
     .member = MEMBER(lifecycle),
     .help = "one form of the loop only: none, clf, close, both or reuse; exit 1 when it grows"},
    {.name = "iterations",
     .letter = 'n',
     .brief = true,
     .argument = "N",
     .read = read_iterations,
     .member = MEMBER(iterations),
     .help = "how many (1000; without clearing at most 300); a command: ends it after so many"},
    {.name = "quick", .read = read_quick, .member = MEMBER(iterations), .help = "300 iterations"},
    {.name = "deep", .read = read_deep, .member = MEMBER(iterations), .help = "4000 iterations"},
    {.name = "inject-leak",
     .argument = "BYTES",
     .read = fp__read_size,
     .member = MEMBER(inject),
     .help = "leak so much in each iteration of our own loop"},
    {.name = "selftest",
     .brief = true,
     .read = fp__read_flag,
     .member = MEMBER(selftest),
     .help = "inject leaks of known size; each must be caught"},
    {.name = "attach",
     .argument = "PID",
     .read = read_pid,
     .member = MEMBER(attach),
     .help = "check a process that is running"},
    {.name = "from",
     .brief = true,
     .argument = "FILE",
     .read = fp__read_bytes,
     .member = MEMBER(from),
     .help = "judge recorded samples: a file of --csv or of mprof (.dat)"},
    {.name = "by",
     .argument = "WHAT",
     .read = read_by,
     .member = MEMBER(by_ticks),
     .help = "ticks: a command announces each iteration"},
    {.name = "tick-line",
     .argument = "REGEX",
     .read = fp__read_bytes,
     .member = MEMBER(tick_line),
     .help = "a line of the command's output that matches is a tick"},
    {.name = "no-children",
     .read = fp__read_flag,
     .member = MEMBER(no_children),
     .help = "measure the command alone, without the processes that it starts"},
    {.name = "interval",
     .argument = "SECONDS",
     .read = fp__read_positive,
     .member = MEMBER(interval),
     .help = "time between samples of a command; else it fits itself to the run"},
    {.name = "duration",
     .argument = "SECONDS",
     .read = fp__read_positive,
     .member = MEMBER(duration),
     .help = "end the loop or the command after that time"},
    {.name = "warmup",
     .argument = "N|Ts",
     .read = read_warm_up,
     .member = MEMBER(warm_up),
     .help = "iterations or seconds that do not count (a fifth, 50 samples at least)"},
    {.name = "tolerance",
     .argument = "METRIC=VALUE",
     .read = read_tolerance,
     .member = MEMBER(tolerance),
     .help = "growth that is still flat, per iteration or second: heap=64, rss=2K …"},
    {.name = "max-rss",
     .argument = "SIZE",
     .read = fp__read_size,
     .member = MEMBER(max_rss),
     .help = "stop when resident memory is above that; exit 1"},
    {.name = "strict",
     .read = fp__read_flag,
     .member = MEMBER(strict),
     .help = "free memory that the allocator keeps more and more of is growth, too"},
    {.name = "allocator",
     .argument = "PROFILE",
     .read = read_allocator,
     .member = MEMBER(native),
     .help = "strict (thresholds that stay, for a sharp verdict) or native"},
    {.name = "inconclusive",
     .argument = "WHAT",
     .read = read_inconclusive,
     .member = MEMBER(inconclusive),
     .help = "exit code without a verdict: pass 0, fail 1, skip 77; else 6"},
    {.name = "csv",
     .brief = true,
     .argument = "FILE",
     .read = fp__read_bytes,
     .member = MEMBER(csv),
     .help = "write every sample"},
    {.name = "plot",
     .brief = true,
     .argument = "FILE",
     .read = fp__read_bytes,
     .member = MEMBER(plot),
     .help = "draw memory against iterations: mem.png"},
    {.name = "json",
     .brief = true,
     .optional = true,
     .argument = "FILE",
     .read = fp__read_text,
     .member = MEMBER(json),
     .help = "the verdict for programs, to a file or in place of the text"},
};

static void
defaults(void *settings)
{
    fp__check_settings_init(settings);
}

static int
refuse(const char *what, const char *hint)
{
    return fp__message_error(FP__EXIT_USAGE, "%s" FP__AND_HINT "%s", what, hint);
}

/* Options that contradict each other. */
static int
check(const struct fp__check_settings *s, bool command)
{
    bool watched = command || s->attach > 0;
    int subjects =
        command + (s->attach > 0) + (s->from != NULL) + s->selftest + (s->lifecycle != FP__FORMS);
    if (subjects > 1)
        return refuse("one thing is checked at a time: a command, --attach, --from, --selftest or "
                      "--lifecycle",
                      "leave all but one away");
    if (s->max_rss > 0 && s->from)
        return refuse("--max-rss is for what runs", "--from only judges what was recorded");
    if (s->inject > 0 && (watched || s->from || s->selftest))
        return refuse("--inject-leak is for our own loop", "flatplot memcheck --inject-leak 64");
    if (!watched && (s->by_ticks || s->tick_line || s->no_children || s->interval > 0))
        return refuse("--by, --tick-line, --no-children and --interval are for a command",
                      "flatplot memcheck --by ticks -- python3 loop.py");
    if (s->attach > 0 && s->by_ticks)
        return refuse("--by ticks needs a command that memcheck started",
                      "flatplot memcheck --by ticks -- CMD …");
    if (s->attach > 0 && s->tick_line)
        return refuse("--tick-line needs the output of a command that memcheck started",
                      "flatplot memcheck --tick-line REGEX -- CMD …");
    return 0;
}

static bool
can_run(const char *folder, size_t length, const char *name)
{
    struct fp_text path = {0};
    fp_text_append_bytes(&path, folder, length);
    fp_text_append_format(&path, length > 0 ? "/%s" : "%s", name);
    bool can = !path.failed && access(fp_text_string(&path), X_OK) == 0;
    fp_text_finish(&path);
    return can;
}

static bool
is_command(const char *word)
{
    const char *path = getenv("PATH");
    if (strchr(word, '/'))
        return can_run("", 0, word);
    for (const char *at = path; at && *at; at += strspn(at, ":")) {
        size_t length = strcspn(at, ":");
        if (can_run(at, length, word))
            return true;
        at += length;
    }
    return false;
}

/* As a shell reads it. */
static void
append_word(struct fp_text *line, const char *word)
{
    static const char plain[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
                                "%+,-./:=@_";
    if (*word && !word[strspn(word, plain)]) {
        fp_text_append_format(line, " %s", word);
        return;
    }
    fp_text_append(line, " '");
    for (; *word; word++)
        fp_text_append_bytes(line, *word == '\'' ? "'\\''" : word, *word == '\'' ? 4 : 1);
    fp_text_append(line, "'");
}

static int
refuse_words(const struct fp__common *common)
{
    struct fp_text line = {0};
    const char *first = common->inputs[0];
    for (size_t i = 0; i < common->input_count; i++)
        append_word(&line, common->inputs[i]);
    int code = is_command(first)
                   ? fp__message_error(FP__EXIT_USAGE,
                                       "%s: a command stands after --" FP__AND_HINT
                                       "flatplot memcheck --%s",
                                       first, fp_text_string(&line))
                   : fp__message_error(FP__EXIT_USAGE,
                                       "%s: neither a script nor a command" FP__AND_HINT
                                       "flatplot memcheck -- CMD … checks a program, "
                                       "--from FILE recorded samples",
                                       first);
    fp_text_finish(&line);
    return code;
}

static bool
is_script(const char *word)
{
    size_t length = strlen(word);
    return length > 4 && strcmp(word + length - 4, ".lua") == 0;
}

static int
check_readable(const char *path)
{
    if (access(path, R_OK) == 0)
        return 0;
    return fp__message_error(FP__EXIT_INPUT,
                             "%s: cannot be read: %s" FP__AND_HINT
                             "check the name and the folder you are in",
                             path, strerror(errno));
}

/* The file of this program, by a name that says something unless it was replaced meanwhile. */
static const char *
find_own_file(char *path, size_t room)
{
    static const char running[] = "/proc/self/exe";
    ssize_t n = readlink(running, path, room - 1);
    path[n > 0 ? n : 0] = 0;
    return access(path, X_OK) == 0 ? path : running;
}

/* A script is run by this program, each plt.tick() an iteration. */
static int
run_script(struct fp_context *ctx, const struct fp__common *common, struct fp__check_settings *s)
{
    const char **command =
        fp_alloc_array(common->input_count + FP__SCRIPT_WORDS + 1, sizeof *command);
    if (!command)
        return fp__message_no_memory();
    char path[4096];
    command[0] = find_own_file(path, sizeof path);
    command[1] = "run";
    for (size_t i = 0; i <= common->input_count; i++)
        command[FP__SCRIPT_WORDS + i] = i < common->input_count ? common->inputs[i] : NULL;
    s->script = s->by_ticks = true;
    int failed = check(s, true);
    failed = failed ? failed : check_readable(common->inputs[0]);
    failed = failed ? failed : fp__check_run(ctx, s, command);
    fp_free(command);
    return failed;
}

static int
run(struct fp_context *ctx, const struct fp__common *common, void *settings)
{
    struct fp__check_settings *s = settings;
    bool command = common->dashes;
    s->quiet = common->quiet;
    s->verbose = common->verbose;
    if (common->before_dashes > 0 && is_script(common->inputs[0]))
        return run_script(ctx, common, s);
    if (common->before_dashes > 0)
        return refuse_words(common);
    if (command && common->input_count == 0)
        return refuse("nothing stands after --", "flatplot memcheck -- python3 loop.py");
    int failed = check(s, command);
    return failed ? failed : fp__check_run(ctx, s, command ? common->inputs : NULL);
}

const struct fp__verb fp__verb_memcheck = {
    .name = "memcheck",
    .usage = "[OPTIONS] [SCRIPT.lua [ARGUMENT…] | -- CMD…]",
    .summary = "whether a loop holds more and more memory, with an exit code for CI",
    .examples = {"flatplot memcheck loop.lua frames.npy out",
                 "flatplot memcheck --by ticks --csv loop.csv -- python3 loop.py"},
    .front = true,
    .notes = "Without a command: our own loop, which draws an image and clears it in five\n"
             "ways, each in a process of its own. A script's iterations are its calls of\n"
             "plt.tick(). A command is measured from outside, with\n"
             "all the processes that it starts. It may mark its iterations by writing a\n"
             "newline to the descriptor $FLATPLOT_TICK_FD or the FIFO $FLATPLOT_TICK_FILE\n"
             "(--by ticks); $FLATPLOT_ACK_FD answers one byte after the sample. Exit codes: 0\n"
             "FLAT, 1 GROWING, 6 INCONCLUSIVE, 5 the checked program failed, 77 it cannot be\n"
             "measured. Without a command and with --selftest: 0 when everything came out as\n"
             "it must, else 1.\n",
    .options = {rows, sizeof rows / sizeof *rows, true},
    .settings_size = sizeof(struct fp__check_settings),
    .defaults = defaults,
    .run = run,
};
