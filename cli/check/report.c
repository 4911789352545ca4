/* SPDX-License-Identifier: MIT */
/* report.c: files first, since the exit code depends on them, then words. */
#include "cli/check/report.h"

#include <string.h>

#include "cli/check/csv.h"
#include "cli/check/picture.h"
#include "cli/check/report_json.h"
#include "cli/check/table.h"
#include "cli/check/words.h"
#include "cli/exit.h"
#include "cli/opt/format.h"
#include "cli/opt/message.h"
#include "cli/opt/named_files.h"
#include "cli/opt/place.h"
#include "cli/opt/stdout.h"
#include "flatplot/output.h"

static int
check_place(const char *path)
{
    struct fp_text folder = {0};
    if (!path || !*path)
        return 0;
    fp_text_append_bytes(&folder, path, fp__folder_length(path));
    int code = 0;
    if (folder.failed) {
        code = fp__message_no_memory();
    } else if (fp__is_folder(path)) {
        code = fp__message_error(FP__EXIT_OUTPUT, "%s: is a folder", path);
    } else if (fp__folder_state(fp_text_string(&folder)) != FP__FOLDER_THERE) {
        code = fp__message_error(FP__EXIT_OUTPUT, "%s: no such folder" FP__AND_HINT "make it first",
                                 fp_text_string(&folder));
    }
    fp_text_finish(&folder);
    return code;
}

int
fp__report_check_places(const struct fp__check_settings *settings)
{
    const char *format;
    int failed = settings->plot ? fp__format_by_ending(settings->plot, &format) : 0;
    failed = failed ? failed : check_place(settings->plot);
    failed = failed ? failed : check_place(settings->csv);
    return failed ? failed : check_place(settings->json);
}

int
fp__report_check(const struct fp__check_settings *settings)
{
    struct fp__named_files named = {0};
    int failed = fp__report_check_places(settings);
    if (failed)
        return failed;
    fp__named_files_add(&named, "--csv", settings->csv, true);
    fp__named_files_add(&named, "--plot", settings->plot, true);
    fp__named_files_add(&named, "--json", settings->json, true);
    fp__named_files_add(&named, "--from", settings->from, false);
    failed = fp__named_files_check(&named);
    fp__named_files_finish(&named);
    return failed;
}

/* --- Why it ended ----------------------------------------------------------------------------- */

static void
tell_interruption(const struct fp__finding *f)
{
    fp__message_error(0, "%s: stopped after %zu %s", f->name, fp__finding_done(f),
                      f->samples.by_time ? "samples" : "iterations");
}

static void
tell_failure(const struct fp__finding *f)
{
    const char *name = f->signal ? sigabbrev_np(f->signal) : NULL;
    if (f->signal) {
        fp__message_error(0, "%s: was ended by signal %d (SIG%s)", f->name, f->signal,
                          name ? name : "?");
    } else {
        fp__message_error(0, "%s: failed with exit code %d", f->name, f->exit_code);
    }
}

static void
tell_excess(const struct fp__finding *f, double most)
{
    struct fp_text text = {0};
    fp__append_size(&text, most);
    fp__message_error(0, "%s: resident memory is above --max-rss (%s) after %zu %s", f->name,
                      fp_text_string(&text), fp__finding_done(f),
                      f->samples.by_time ? "samples" : "iterations");
    fp_text_finish(&text);
}

/* Tells what ended a run early; returns the exit code that comes of it, or 0. */
static int
tell_ends(const struct fp__finding *findings, size_t count,
          const struct fp__check_settings *settings)
{
    int interrupted = 0;
    int failed = 0;
    for (size_t i = 0; i < count; i++) {
        const struct fp__finding *f = &findings[i];
        if (f->interrupted)
            tell_interruption(f);
        if (f->failed)
            tell_failure(f);
        if (f->over_max_rss)
            tell_excess(f, settings->max_rss);
        interrupted = f->interrupted ? FP__EXIT_SIGNAL + f->interrupted : interrupted;
        failed = f->failed ? FP__EXIT_CHILD : failed;
    }
    return interrupted ? interrupted : failed;
}

/* --- The verdict ------------------------------------------------------------------------------ */

/* A contradiction is worse than a doubt, which is one where an outcome was expected. */
static int
verdict_of_all(const struct fp__finding *findings, size_t count,
               const struct fp__check_settings *settings)
{
    const struct fp__finding *doubt = NULL;
    for (size_t i = 0; i < count; i++) {
        const struct fp__finding *f = &findings[i];
        bool open = f->verdict.outcome == FP_INCONCLUSIVE;
        bool right = f->expected == FP_UNMEASURED ? f->verdict.outcome != FP_GROWING
                                                  : fp__finding_as_expected(f);
        if (f->over_max_rss || (!open && !right))
            return FP__EXIT_VERDICT;
        doubt = open ? f : doubt;
    }
    if (!doubt)
        return FP__EXIT_FINE;
    if (doubt->expected == FP_UNMEASURED)
        return fp__finding_code(doubt, settings);
    return settings->inconclusive == FP__INCONCLUSIVE_PASS   ? FP__EXIT_FINE
           : settings->inconclusive == FP__INCONCLUSIVE_SKIP ? FP__EXIT_UNMEASURABLE
                                                             : FP__EXIT_VERDICT;
}

static int
verdict_code(enum fp__report_kind kind, const struct fp__finding *findings, size_t count,
             const struct fp__check_settings *settings)
{
    return kind == FP__REPORT_ONE ? fp__finding_code(findings, settings)
                                  : verdict_of_all(findings, count, settings);
}

/* --- What is written -------------------------------------------------------------------------- */

static int
write_files(struct fp_context *ctx, const struct fp__check_settings *s,
            const struct fp__finding *findings, size_t count)
{
    int csv = s->csv ? fp__csv_write(ctx, s->csv, findings, count) : 0;
    int plot = s->plot ? fp__picture_save(ctx, s->plot, findings, count) : 0;
    return csv ? csv : plot;
}

static int
write_json(struct fp_context *ctx, const char *path, const struct fp__finding *findings,
           size_t count, int code)
{
    struct fp_text text = {0};
    int failed = 0;
    fp__report_json(&text, findings, count, code);
    if (text.failed) {
        failed = fp__message_no_memory();
    } else if (!*path) {
        fp__stdout_write(text.bytes, text.length);
    } else if (fp_file_write(ctx, path, text.bytes, text.length) != FP_OK) {
        failed = fp__message_failure(ctx);
    }
    fp_text_finish(&text);
    return failed;
}

static int
print(enum fp__report_kind kind, const struct fp__finding *findings, size_t count, bool details)
{
    struct fp_text text = {0};
    if (kind == FP__REPORT_FORMS)
        fp__table_all(&text, findings, count);
    if (kind == FP__REPORT_LEAKS)
        fp__table_leaks(&text, findings, count);
    for (size_t i = 0; (details || kind == FP__REPORT_ONE) && i < count; i++)
        fp__table_one(&text, &findings[i]);
    int code = text.failed ? fp__message_no_memory() : 0;
    if (!code)
        fp__stdout_write(fp_text_string(&text), text.length);
    fp_text_finish(&text);
    return code;
}

static void
warn_of_retention(const struct fp__finding *findings, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (findings[i].verdict.outcome == FP_FLAT &&
            findings[i].verdict.cause == FP_CAUSE_RETENTION) {
            fp__message_warning("%s: the allocator keeps more and more free memory; --strict calls "
                                "that GROWING",
                                findings[i].name);
        }
    }
}

int
fp__report(struct fp_context *ctx, const struct fp__check_settings *settings,
           enum fp__report_kind kind, const struct fp__finding *findings, size_t count, int code)
{
    bool text = !settings->quiet && !(settings->json && !*settings->json);
    int ended = tell_ends(findings, count, settings);
    int failed = write_files(ctx, settings, findings, count);
    code = ended    ? ended
           : code   ? code
           : failed ? failed
                    : verdict_code(kind, findings, count, settings);
    int json = settings->json ? write_json(ctx, settings->json, findings, count, code) : 0;
    int said = text ? print(kind, findings, count, settings->verbose) : 0;
    warn_of_retention(findings, count);
    if (!ended && (json || said))
        return json ? json : said;
    return code;
}
