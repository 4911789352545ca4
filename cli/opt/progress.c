/* SPDX-License-Identifier: MIT */
/* progress.c: the bar with frames, speed, time left and resident memory. */
#include "cli/opt/progress.h"

#include <string.h>

#include "cli/exit.h"
#include "cli/opt/clock.h"
#include "cli/opt/message.h"
#include "cli/opt/values.h"
#include "flatplot/memory.h"
#include "flatplot/text.h"

enum { BAR_CELLS = 12 };

static const double bar_period = 0.1;
static const double line_period = 60;

int
fp__read_progress(const struct fp__given *given, void *member)
{
    static const char *const names[] = {[FP__PROGRESS_AUTO] = "auto",
                                        [FP__PROGRESS_ALWAYS] = "always",
                                        [FP__PROGRESS_NEVER] = "never"};
    int choice = fp__choice(given, names, 3);
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
    if (mode != FP__PROGRESS_NEVER && total > 1) {
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

static void
append_memory(struct fp_text *text, struct fp_context *ctx)
{
    struct fp_memory_sample sample;
    if (fp_memory_sample(ctx, &sample) == FP_OK && sample.rss != FP_UNKNOWN) {
        fp_text_append(text, " · ");
        fp_text_append_fixed(text, (double)sample.rss / 1048576, 1);
        fp_text_append(text, " MiB");
    }
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
    append_memory(text, progress->ctx);
}

void
fp__progress_step(struct fp__progress *progress, size_t done)
{
    double now = fp__seconds();
    if (progress->period == 0 || now - progress->shown < progress->period)
        return;
    progress->shown = now;
    struct fp_text text = {0};
    compose(progress, done, now, &text);
    if (progress->bar) {
        fp__message_bar(fp_text_string(&text));
    } else {
        fp__message_note("flatplot: %s", fp_text_string(&text));
    }
    fp_text_finish(&text);
}

void
fp__progress_end(struct fp__progress *progress)
{
    if (progress->bar)
        fp__message_bar(NULL);
}
