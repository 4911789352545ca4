/* SPDX-License-Identifier: MIT */
/* progress.c: frames, speed, time left and resident memory. */
#include "cli/opt/progress.h"

#include <math.h>
#include <string.h>

#include "cli/exit.h"
#include "cli/opt/clock.h"
#include "cli/opt/json.h"
#include "cli/opt/message.h"
#include "cli/opt/values.h"
#include "flatplot/memory.h"
#include "flatplot/text.h"

enum { BAR_CELLS = 12 };

static const double bar_period = 0.1;
static const double line_period = 60;
static const double json_period = 1;

int
fp__read_progress(const struct fp__given *given, void *member)
{
    static const char *const names[] = {[FP__PROGRESS_AUTO] = "auto",
                                        [FP__PROGRESS_ALWAYS] = "always",
                                        [FP__PROGRESS_NEVER] = "never",
                                        [FP__PROGRESS_JSON] = "json"};
    int choice = fp__choice(given, names, FP__PROGRESS_MODES);
    *(int *)member = choice;
    return choice >= 0 ? 0 : FP__EXIT_USAGE;
}

static bool
wants_bar(enum fp__progress_mode mode)
{
    return mode == FP__PROGRESS_ALWAYS || (mode == FP__PROGRESS_AUTO && fp__message_on_terminal());
}

void
fp__progress_begin(struct fp__progress *progress, struct fp_context *ctx,
                   enum fp__progress_mode mode, const char *label, size_t total)
{
    memset(progress, 0, sizeof *progress);
    progress->ctx = ctx;
    progress->label = label;
    progress->total = total;
    progress->began = progress->shown = fp__seconds();
    progress->json = mode == FP__PROGRESS_JSON;
    if (progress->json) {
        progress->period = json_period;
    } else if (mode != FP__PROGRESS_NEVER && total > 1) {
        progress->bar = wants_bar(mode);
        progress->period = progress->bar ? bar_period : line_period;
    }
}

static void
append_cells(struct fp_text *text, size_t done, size_t total)
{
    int full = (int)((double)done / (double)total * BAR_CELLS);
    fp_text_append(text, " [");
    for (int i = 0; i < BAR_CELLS; i++)
        fp_text_append(text, i < full ? "#" : " ");
    fp_text_append(text, "]");
}

static void
append_time_left(struct fp_text *text, double seconds)
{
    unsigned long long s = (unsigned long long)(seconds + 0.5);
    if (s >= 3600) {
        fp_text_append_format(text, " · %llu:%02llu:%02llu left", s / 3600, s / 60 % 60, s % 60);
    } else {
        fp_text_append_format(text, " · %llu:%02llu left", s / 60, s % 60);
    }
}

static double
resident(const struct fp__progress *progress)
{
    struct fp_memory_sample sample;
    if (progress->resident)
        return progress->resident(progress->resident_data);
    if (fp_memory_sample(progress->ctx, &sample) != FP_OK || sample.rss == FP_UNKNOWN)
        return NAN;
    return (double)sample.rss;
}

static void
append_memory(struct fp_text *text, double bytes)
{
    if (isnan(bytes))
        return;
    fp_text_append(text, " · ");
    fp_text_append_fixed(text, bytes / 1048576, 1);
    fp_text_append(text, " MiB");
}

static void
compose(const struct fp__progress *progress, size_t done, double now, struct fp_text *text)
{
    double took = now - progress->began;
    fp_text_append(text, progress->label);
    if (progress->bar)
        append_cells(text, done, progress->total);
    fp_text_append_format(text, " %zu/%zu", done, progress->total);
    if (done > 0 && took > 0) {
        double speed = (double)done / took;
        fp_text_append(text, " · ");
        fp_text_append_fixed(text, speed, speed < 10 ? 1 : 0);
        fp_text_append(text, " frames/s");
        append_time_left(text, (double)(progress->total - done) / speed);
    }
    append_memory(text, resident(progress));
}

static void
append_pair(struct fp_text *text, const char *key, double value, int digits)
{
    fp_text_append_format(text, ",\"%s\":", key);
    if (isfinite(value)) {
        fp_text_append_fixed(text, value, digits);
    } else {
        fp_text_append(text, "null");
    }
}

static void
compose_json(const struct fp__progress *progress, size_t done, double now, struct fp_text *text)
{
    double took = now - progress->began;
    double rate = done > 0 && took > 0 ? (double)done / took : NAN;
    fp_text_append(text, "{\"schema\":1,\"what\":");
    fp__json_string(text, progress->label);
    fp_text_append_format(text, ",\"done\":%zu,\"total\":%zu", done, progress->total);
    append_pair(text, "seconds", took, 3);
    append_pair(text, "rate", rate, 3);
    append_pair(text, "left", (double)(progress->total - done) / rate, 3);
    append_pair(text, "rss", resident(progress), 0);
    fp_text_append(text, "}");
}

static void
show(struct fp__progress *progress, double now)
{
    struct fp_text text = {0};
    progress->shown = now;
    (progress->json ? compose_json : compose)(progress, progress->done, now, &text);
    if (progress->bar) {
        fp__message_bar(fp_text_string(&text));
    } else {
        fp__message_note("%s%s", progress->json ? "" : "flatplot: ", fp_text_string(&text));
    }
    fp_text_finish(&text);
}

void
fp__progress_step(struct fp__progress *progress, size_t done)
{
    double now = fp__seconds();
    progress->done = done;
    if (progress->period > 0 && now - progress->shown >= progress->period)
        show(progress, now);
}

void
fp__progress_end(struct fp__progress *progress)
{
    if (progress->json)
        show(progress, fp__seconds());
    if (progress->bar)
        fp__message_bar(NULL);
}
