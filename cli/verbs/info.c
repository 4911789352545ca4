/* SPDX-License-Identifier: MIT */
/* info.c: the verb info: what files hold. */
#include <math.h>
#include <string.h>

#include "cli/exit.h"
#include "cli/opt/message.h"
#include "cli/opt/stdout.h"
#include "cli/opt/values.h"
#include "cli/verbs/describe.h"
#include "cli/verbs/info_clim.h"
#include "cli/verbs/verb.h"

struct settings {
    struct fp_frames_options open; /* how inputs are read */
    struct fp__list_choice list;   /* and which ones there are beside those named */
    struct fp__clim_choice clim;
    const char *norm_name; /* NULL: not given */
    int progress;          /* enum fp__progress_mode */
    bool json;
    bool stats;
};

static const struct fp__option rows[] = {
    {.name = "json",
     .brief = true,
     .read = fp__read_flag,
     .member = offsetof(struct settings, json),
     .help = "one JSON object for programs"},
    {.name = "stats",
     .brief = true,
     .read = fp__read_flag,
     .member = offsetof(struct settings, stats),
     .help = "count minimum, maximum, mean and NaN also in files of 1 GiB and more"},
    {.name = "clim",
     .argument = "CHOICE",
     .read = fp__read_clim,
     .member = offsetof(struct settings, clim),
     .help = "instead, the colour limits of all frames for imshow --clim FILE.json: auto, all, "
             "input, percentiles (p2,p98), or percentiles of all or of each input (all:p2,p98)"},
    {.name = "norm",
     .argument = "NAME",
     .read = fp__read_norm_name,
     .member = offsetof(struct settings, norm_name),
     .help = "with --clim: the norm they are for, which may have no place for some values"},
    {.name = "progress",
     .argument = "WHEN",
     .read = fp__read_progress,
     .member = offsetof(struct settings, progress),
     .help = "with --clim: auto, always or never"},
    FP__INPUT_ROWS(struct settings),
};

/* The values' bytes, from the number that ends numpy's name of the type ("<f8"). */
static double
data_bytes(const struct fp_frames_info *info)
{
    double bytes = 0;
    for (const char *c = info->dtype; *c; c++)
        bytes = *c >= '0' && *c <= '9' ? bytes * 10 + (*c - '0') : bytes;
    for (int i = 0; i < info->ndim; i++)
        bytes *= (double)info->shape[i];
    return bytes;
}

/* What was found so far, file after file, member after member. */
struct found {
    struct fp_context *ctx;
    const struct settings *settings;
    const char *path; /* of the file that is being looked at */
    struct fp__description *all;
    size_t count;
    size_t room;
    int code;
};

static struct fp__description *
add(struct found *found)
{
    if (found->count == found->room) {
        size_t room = found->room ? 2 * found->room : 16;
        struct fp__description *all =
            room <= SIZE_MAX / sizeof *all ? fp_realloc(found->all, room * sizeof *all) : NULL;
        if (!all)
            return NULL;
        found->all = all;
        found->room = room;
    }
    struct fp__description *d = &found->all[found->count];
    memset(d, 0, sizeof *d);
    return d;
}

static char *
copy(const char *text)
{
    char *own = fp_alloc(strlen(text) + 1);
    return own ? strcpy(own, text) : NULL;
}

/* Raw values in a pipe have no end that could be waited for. */
static int
describe(struct found *found, struct fp_frames *frames, struct fp__description *d)
{
    d->info = *fp_frames_info(frames);
    d->path = copy(d->info.file);
    d->member = d->info.member ? copy(d->info.member) : NULL;
    d->info.file = d->path;
    d->info.member = d->member;
    found->count++;
    if (!d->path || (d->info.member && !d->member))
        return fp__message_no_memory();
    if (d->info.count != FP_FRAMES_UNKNOWN &&
        (found->settings->stats || data_bytes(&d->info) < 1073741824)) {
        d->counted = fp_frames_stats(frames, &d->stats) == FP_OK;
        return d->counted ? 0 : fp__message_failure(found->ctx);
    }
    return 0;
}

static void
forget_last(struct found *found)
{
    struct fp__description *d = &found->all[--found->count];
    fp_free(d->path);
    fp_free(d->member);
}

static bool
look_at(void *data, const char *member)
{
    struct found *found = data;
    struct fp_frames_options options = found->settings->open;
    struct fp__description *d = add(found);
    if (!d) {
        found->code = fp__message_no_memory();
        return false;
    }
    options.member = member;
    struct fp_frames *frames = fp_frames_open_with(found->ctx, found->path, &options);
    size_t before = found->count;
    int failed = frames ? describe(found, frames, d) : fp__message_failure(found->ctx);
    if (failed && found->count > before)
        forget_last(found);
    found->code = failed ? failed : found->code;
    fp_unref(frames);
    return true;
}

static void
look_at_file(struct found *found, const char *path)
{
    found->path = path;
    if (fp_frames_members(found->ctx, path, &found->settings->open, look_at, found) != FP_OK)
        found->code = fp__message_failure(found->ctx);
}

static int
print(const struct settings *settings, const struct fp__description *all, size_t count)
{
    struct fp_text text = {0};
    if (settings->json) {
        fp_text_append(&text, "{\"schema\":1,\"arrays\":[");
        for (size_t i = 0; i < count; i++) {
            fp_text_append(&text, i > 0 ? "," : "");
            fp__describe_json(&text, &all[i]);
        }
        fp_text_append(&text, "]}\n");
    } else if (count > 0) {
        fp__describe_table(&text, all, count);
    }
    return fp__stdout_print(&text);
}

static int
describe_all(struct fp_context *ctx, const struct settings *settings,
             const struct fp__inputs *inputs)
{
    struct found found = {.ctx = ctx, .settings = settings};
    for (size_t i = 0; i < inputs->count; i++)
        look_at_file(&found, inputs->paths[i]);
    int printed = print(settings, found.all, found.count);
    while (found.count > 0)
        forget_last(&found);
    fp_free(found.all);
    return printed ? printed : found.code;
}

static int
find_limits(struct fp_context *ctx, const struct settings *settings,
            const struct fp__inputs *inputs)
{
    struct fp__settings job = {.open = settings->open,
                               .clim = settings->clim,
                               .vmin = NAN,
                               .vmax = NAN,
                               .progress = settings->progress};
    if (settings->norm_name && fp_norm_parse(ctx, settings->norm_name, &job.norm) != FP_OK)
        return fp__message_failure(ctx);
    int code = fp__info_clim(ctx, &job, inputs);
    fp_unref(job.norm.boundaries);
    return code;
}

static int
run(struct fp_context *ctx, const struct fp__common *common, void *settings)
{
    const struct settings *s = settings;
    struct fp__inputs inputs = {0};
    if (s->norm_name && !s->clim.text) {
        return fp__message_error(
            FP__EXIT_USAGE, "--norm is for colour limits, which were not asked for" FP__AND_HINT
                            "add --clim auto or leave --norm away");
    }
    int code = fp__refuse_terminal(common, &fp__verb_info);
    code = code ? code : fp__inputs_collect(&inputs, ctx, &s->list, common, "info");
    if (!code)
        code = s->clim.text ? find_limits(ctx, s, &inputs) : describe_all(ctx, s, &inputs);
    fp__inputs_finish(&inputs);
    return code;
}

static void
defaults(void *settings)
{
    ((struct settings *)settings)->open = fp_frames_defaults();
}

const struct fp__verb fp__verb_info = {
    .name = "info",
    .usage = "[--json] [--stats] [--clim CHOICE] FILE…",
    .summary = "what files hold: type, shape, frames, range",
    .examples = {"flatplot info frames.npy", "flatplot info --json *.npy | jq '.arrays[].shape'"},
    .front = true,
    .options = FP__OPTION_TABLE(rows),
    .settings_size = sizeof(struct settings),
    .defaults = defaults,
    .run = run,
};
