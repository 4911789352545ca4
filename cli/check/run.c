/* SPDX-License-Identifier: MIT */
/* run.c: what is checked, in which process, and what follows from it. */
#include "cli/check/run.h"

#include <math.h>
#include <signal.h>
#include <string.h>

#include "cli/check/csv.h"
#include "cli/check/forms.h"
#include "cli/check/report.h"
#include "cli/check/selftest.h"
#include "cli/check/watch.h"
#include "cli/exit.h"
#include "cli/opt/message.h"
#include "cli/opt/signals.h"
#include "flatplot/text.h"

static int
cannot_measure_itself(void)
{
    const char *sanitizer = fp__form_sanitizer();
    return sanitizer ? fp__message_error(FP__EXIT_UNMEASURABLE,
                                         "this flatplot was built with %s, whose quarantine grows "
                                         "by design" FP__AND_HINT "use a build without it",
                                         sanitizer)
                     : 0;
}

/* Resident memory is what everything is about. */
static int
cannot_measure(struct fp_context *ctx)
{
    struct fp_memory_sample sample;
    if (fp_memory_sample(ctx, &sample) != FP_OK)
        return fp__message_no_memory();
    if (sample.rss_anon != FP_UNKNOWN && sample.open_files != FP_UNKNOWN)
        return 0;
    return fp__message_error(FP__EXIT_UNMEASURABLE,
                             "/proc/self cannot be read: nothing can be measured" FP__AND_HINT
                             "mount it: mount -t proc proc /proc");
}

static void
finish_all(struct fp__finding *findings, size_t count)
{
    for (size_t i = 0; i < count; i++)
        fp__finding_finish(&findings[i]);
}

/* --- Our own loop ----------------------------------------------------------------------------- */

static int
check_form(enum fp__form form, const struct fp__check_settings *settings, struct fp__finding *f)
{
    struct fp__form_job job = {
        .form = form,
        .leak = {settings->inject > 0 ? FP__LEAK_BYTES : FP__LEAK_NOTHING,
                 (size_t)settings->inject},
        .iterations = fp__form_iterations(form, settings),
    };
    return fp__form_check(&job, settings, f);
}

static int
one_form(struct fp_context *ctx, const struct fp__check_settings *settings)
{
    struct fp__finding finding = {.expected = FP_UNMEASURED};
    int code = check_form((enum fp__form)settings->lifecycle, settings, &finding);
    finding.interrupted = fp__signals_came();
    code = fp__report(ctx, settings, FP__REPORT_ONE, &finding, 1, code);
    fp__finding_finish(&finding);
    return code;
}

static int
every_form(struct fp_context *ctx, const struct fp__check_settings *settings)
{
    struct fp__finding findings[FP__FORMS] = {0};
    size_t count = 0;
    int code = 0;
    do {
        struct fp__finding *f = &findings[count];
        f->expected = count == FP__FORM_NONE ? FP_GROWING : FP_FLAT;
        code = check_form((enum fp__form)count++, settings, f);
        f->interrupted = fp__signals_came(); /* also one that came after the last sample */
    } while (!code && count < FP__FORMS && !fp__signals_came());
    code = fp__report(ctx, settings, FP__REPORT_FORMS, findings, count, code);
    finish_all(findings, count);
    return code;
}

static int
selftest(struct fp_context *ctx, const struct fp__check_settings *settings)
{
    struct fp__finding findings[FP__SELFTESTS] = {0};
    size_t count;
    int code = fp__selftest(settings, findings, &count);
    code = fp__report(ctx, settings, FP__REPORT_LEAKS, findings, count, code);
    finish_all(findings, count);
    return code;
}

static int
own_loop(struct fp_context *ctx, const struct fp__check_settings *settings)
{
    struct fp__signals signals;
    int code = cannot_measure_itself();
    if (code)
        return code;
    fp__signals_catch(&signals);
    code = settings->selftest                 ? selftest(ctx, settings)
           : settings->lifecycle == FP__FORMS ? every_form(ctx, settings)
                                              : one_form(ctx, settings);
    fp__signals_restore(&signals);
    return code;
}

/* --- Recorded samples ------------------------------------------------------------------------- */

static int
check_seconds(const struct fp__recorded *r, const struct fp__check_settings *settings)
{
    for (size_t i = 0; settings->warm_up.in_seconds && i < r->count; i++)
        if (!isfinite(r->findings[i].samples.seconds[0]))
            return fp__message_error(FP__EXIT_USAGE,
                                     "--warmup: %s has no column \"seconds\"" FP__AND_HINT
                                     "say how many iterations: --warmup 100",
                                     settings->from);
    return 0;
}

static int
recorded(struct fp_context *ctx, const struct fp__check_settings *settings)
{
    struct fp__recorded r;
    int code = fp__recorded_read(ctx, settings->from, &r);
    code = code ? code : check_seconds(&r, settings);
    for (size_t i = 0; !code && i < r.count; i++)
        fp__finding_judge(&r.findings[i], settings);
    if (!code) {
        code = fp__report(ctx, settings, r.count > 1 ? FP__REPORT_FORMS : FP__REPORT_ONE,
                          r.findings, r.count, 0);
    }
    fp__recorded_finish(&r);
    return code;
}

/* --- Other programs --------------------------------------------------------------------------- */

/* The beginning of the words. */
static int
name_command(struct fp__finding *f, const struct fp__check_settings *settings,
             const char *const *command)
{
    enum { SHOWN = 63 };
    struct fp_text line = {0};
    if (!command)
        fp_text_append_format(&line, "process %d", (int)settings->attach);
    size_t first = settings->script ? FP__SCRIPT_WORDS : 0;
    for (size_t i = first; command && command[i]; i++) {
        fp_text_append(&line, i > first ? " " : "");
        fp_text_append(&line, command[i]);
    }
    bool named = fp__finding_name(f, fp_text_string(&line), SHOWN) && !line.failed;
    fp_text_finish(&line);
    return named ? 0 : fp__message_no_memory();
}

static struct fp__watch_options
watch_options(const struct fp__check_settings *s, const char *const *command)
{
    return (struct fp__watch_options){
        .command = (char *const *)command,
        .pid = (int)s->attach,
        .interval = s->interval,
        .duration = s->duration,
        .iterations = (size_t)s->iterations,
        .by_ticks = s->by_ticks || s->tick_line,
        .tick_line = s->tick_line,
        .no_children = s->no_children,
        .native_allocator = s->native,
        .output_to_stderr = s->json && !*s->json,
        .max_rss = s->max_rss,
    };
}

static const char *
why_no_ticks(const struct fp__watch_result *result, const struct fp__check_settings *settings)
{
    bool early = result->interrupted || result->over_max_rss ||
                 (settings->duration > 0 && settings->duration < FP__TICKS_WAIT);
    if (result->ended_by_itself)
        return "it ended without a tick";
    return early ? "no tick came" : "no tick came within 10 s";
}

static const char *
doubt_of(const struct fp__watch_result *result, const struct fp__check_settings *settings)
{
    if (result->ticks_missing)
        return why_no_ticks(result, settings);
    return result->descendants_larger
               ? "its descendants are larger than itself, and --no-children leaves them out"
               : NULL;
}

/* The samples go over to the finding. */
static void
take_result(struct fp__finding *f, struct fp__watch_result *result,
            const struct fp__check_settings *settings)
{
    f->samples = result->samples;
    result->samples = (struct fp__samples){0};
    f->checked = FP_CHECKED_COMMAND;
    f->drop_last = result->ended_by_itself;
    f->expected = FP_UNMEASURED;
    memcpy(f->measured, result->measured, sizeof f->measured);
    f->doubt = doubt_of(result, settings);
    f->allocator = result->allocator;
    f->failed = result->failed;
    f->exit_code = result->exit_code;
    f->signal = result->signal;
    f->over_max_rss = result->over_max_rss;
    if (result->interrupted)
        f->interrupted = fp__signals_came() ? fp__signals_came() : SIGINT;
}

static int
other_program(struct fp_context *ctx, const struct fp__check_settings *settings,
              const char *const *command)
{
    struct fp__watch_options options = watch_options(settings, command);
    struct fp__watch_result result = {0};
    struct fp__finding finding = {0};
    int code = fp__watch_run(ctx, &options, &result);
    if (!code && result.sanitizer) {
        code = fp__message_error(FP__EXIT_UNMEASURABLE,
                                 "it runs with %s, whose quarantine grows by design" FP__AND_HINT
                                 "check a build without it",
                                 result.sanitizer);
    }
    code = code ? code : name_command(&finding, settings, command);
    if (!code) {
        take_result(&finding, &result, settings);
        fp__finding_judge(&finding, settings);
        code = fp__report(ctx, settings, FP__REPORT_ONE, &finding, 1, 0);
    }
    fp__finding_finish(&finding);
    fp__watch_result_finish(&result);
    return code;
}

int
fp__check_run(struct fp_context *ctx, const struct fp__check_settings *settings,
              const char *const *command)
{
    int failed = fp__report_check(settings);
    if (failed)
        return failed;
    if (settings->from)
        return recorded(ctx, settings);
    failed = cannot_measure(ctx);
    if (failed)
        return failed;
    if (command || settings->attach > 0)
        return other_program(ctx, settings, command);
    return own_loop(ctx, settings);
}
