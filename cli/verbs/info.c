/* SPDX-License-Identifier: MIT */
/* info.c: the verb info: what files hold. */
#include <string.h>

#include "cli/exit.h"
#include "cli/opt/message.h"
#include "cli/opt/stdout.h"
#include "cli/opt/values.h"
#include "cli/verbs/describe.h"
#include "cli/verbs/verb.h"

struct settings {
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

static int
describe(struct fp_context *ctx, const struct settings *settings, const char *path,
         struct fp__description *d)
{
    struct fp_frames *frames = fp_frames_open(ctx, path);
    if (!frames)
        return fp__message_failure(ctx);
    int code = 0;
    *d = (struct fp__description){.path = path, .info = *fp_frames_info(frames)};
    if (settings->stats || data_bytes(&d->info) < 1073741824) {
        d->counted = fp_frames_stats(frames, &d->stats) == FP_OK;
        code = d->counted ? 0 : fp__message_failure(ctx);
    }
    fp_unref(frames);
    return code;
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
    int code = text.failed ? fp__message_no_memory() : 0;
    if (!code)
        fp__stdout_write(fp_text_string(&text), text.length);
    fp_text_finish(&text);
    return code;
}

static int
run(struct fp_context *ctx, const struct fp__common *common, void *settings)
{
    if (common->input_count == 0) {
        return fp__message_error(FP__EXIT_USAGE,
                                 "info: no input" FP__AND_HINT "flatplot info FILE.npy");
    }
    struct fp__description *all = fp_alloc_array(common->input_count, sizeof *all);
    if (!all)
        return fp__message_no_memory();
    int code = 0;
    size_t count = 0;
    for (size_t i = 0; i < common->input_count; i++) {
        int failed = describe(ctx, settings, common->inputs[i], &all[count]);
        count += !failed;
        code = failed ? failed : code;
    }
    int printed = print(settings, all, count);
    fp_free(all);
    return printed ? printed : code;
}

const struct fp__verb fp__verb_info = {
    .name = "info",
    .usage = "[--json] [--stats] FILE…",
    .summary = "what files hold: type, shape, frames, range",
    .examples = {"flatplot info frames.npy", "flatplot info --json *.npy | jq '.arrays[].shape'"},
    .options = FP__OPTION_TABLE(rows),
    .settings_size = sizeof(struct settings),
    .run = run,
};
