/* SPDX-License-Identifier: MIT */
/* table.c: the verbs. */
#include <string.h>

#include "cli/exit.h"
#include "cli/opt/message.h"
#include "cli/plots/run.h"
#include "cli/verbs/verb.h"
#include "flatplot/text.h"

/* In the order in which the help lists them. */
static const struct fp__verb *const verbs[] = {
    &fp__verb_imshow,       &fp__verb_plot,     &fp__verb_scatter,   &fp__verb_bar,
    &fp__verb_barh,         &fp__verb_hist,     &fp__verb_step,      &fp__verb_stem,
    &fp__verb_fill_between, &fp__verb_errorbar, &fp__verb_contour,   &fp__verb_contourf,
    &fp__verb_pcolormesh,   &fp__verb_show,     &fp__verb_script,    &fp__verb_info,
    &fp__verb_memcheck,     &fp__verb_montage,  &fp__verb_colormaps, &fp__verb_verify,
    &fp__verb_completions,
};

enum { VERBS = sizeof verbs / sizeof *verbs };

const struct fp__verb *
fp__verb_at(size_t i)
{
    return i < VERBS ? verbs[i] : NULL;
}

static int
unknown_verb(const char *name)
{
    const char *names[VERBS + 1] = {[VERBS] = "help"};
    for (size_t i = 0; i < VERBS; i++)
        names[i] = verbs[i]->name;
    if (*name == '-') {
        return fp__message_error(FP__EXIT_USAGE,
                                 "%s: the verb comes first" FP__AND_HINT
                                 "as in flatplot imshow FILE.npy -o FILE.png",
                                 name);
    }
    const char *near = fp_text_nearest(name, names, VERBS + 1);
    return fp__message_error(FP__EXIT_USAGE, "unknown verb %s" FP__AND_HINT "%s%s%s", name,
                             near ? "did you mean flatplot " : "flatplot --help lists the verbs",
                             near ? near : "", near ? "?" : "");
}

static const struct fp__verb *
verb_of_name(const char *name)
{
    for (size_t i = 0; i < VERBS; i++) {
        if (strcmp(verbs[i]->name, name) == 0)
            return verbs[i];
    }
    return NULL;
}

static int
run(struct fp_context *ctx, const struct fp__verb *verb, const struct fp__common *common,
    void *settings)
{
    if (!verb->plot)
        return verb->run(ctx, common, settings);
    int code = fp__refuse_terminal(common, verb);
    return code ? code : fp__plots_run(ctx, settings, verb->plot, verb->name, common);
}

static int
run_with_settings(struct fp_context *ctx, const struct fp__verb *verb, int argc, char **argv,
                  void *settings)
{
    struct fp__common common = {0};
    if (verb->defaults)
        verb->defaults(settings);
    int code = fp__options_parse(ctx, &verb->options, argc, argv, settings, &common);
    if (code == 0 && common.version) {
        code = fp__print_version();
    } else if (code == 0 && common.help) {
        code = fp__print_verb_help(verb, common.help == FP__HELP_ALL);
    } else if (code == 0) {
        if (common.quiet)
            fp__message_quiet();
        code = run(ctx, verb, &common, settings);
    }
    fp__common_finish(&common);
    return code;
}

int
fp__verb_run(struct fp_context *ctx, int argc, char **argv)
{
    const struct fp__verb *verb = verb_of_name(argv[0]);
    if (!verb)
        return unknown_verb(argv[0]);
    void *settings = fp_alloc(verb->settings_size);
    if (!settings)
        return fp__message_no_memory();
    int code = run_with_settings(ctx, verb, argc, argv, settings);
    fp_free(settings);
    return code;
}
