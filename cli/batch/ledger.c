/* SPDX-License-Identifier: MIT */
/* ledger.c: one footprint a process, and which of them has to be talked about. */
#include "cli/batch/ledger.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "cli/check/csv.h"
#include "cli/check/picture.h"
#include "cli/check/words.h"

bool
fp__ledger_init(struct fp__ledger *ledger, const char *unit, size_t pictures, size_t processes,
                double max_rss)
{
    *ledger = (struct fp__ledger){.unit = unit, .pictures = pictures, .max_rss = max_rss};
    ledger->each = fp_alloc_array(processes, sizeof *ledger->each);
    for (; ledger->each && ledger->count < processes; ledger->count++) {
        struct fp__footprint *f = &ledger->each[ledger->count];
        if (!fp__footprint_init(f, unit, pictures)) {
            fp__footprint_finish(f);
            return false;
        }
        if (processes > 1)
            snprintf(f->finding.name, sizeof f->finding.name, "worker %zu", ledger->count + 1);
    }
    ledger->workers = processes > 1;
    return ledger->each;
}

void
fp__ledger_finish(struct fp__ledger *ledger)
{
    for (size_t i = 0; i < ledger->count; i++)
        fp__footprint_finish(&ledger->each[i]);
    fp_free(ledger->each);
    memset(ledger, 0, sizeof *ledger);
}

size_t
fp__ledger_every(const struct fp__ledger *ledger)
{
    return ledger->max_rss > 0 ? 1 : ledger->each[0].every;
}

/* Pages of files, which all have in common, are counted once, for this process. */
double
fp__ledger_resident(const struct fp__ledger *ledger, struct fp_context *ctx)
{
    struct fp_memory_sample own;
    if (!ledger->workers)
        return ledger->each[0].now.rss_total;
    if (fp_memory_sample(ctx, &own) != FP_OK || own.rss == FP_UNKNOWN)
        return NAN;
    double sum = (double)own.rss;
    for (size_t i = 0; i < ledger->count; i++)
        sum += ledger->each[i].now.x[FP_METRIC_RSS];
    return sum;
}

int
fp__ledger_picture(struct fp__ledger *ledger, struct fp_context *ctx, size_t process,
                   const struct fp__record *record)
{
    struct fp__footprint *f = &ledger->each[process];
    fp__footprint_frame(f, record);
    if (record->settled)
        fp__footprint_exact(f, &record->memory);
    return ledger->max_rss > 0
               ? fp__footprint_check(fp__ledger_resident(ledger, ctx), ledger->max_rss)
               : 0;
}

void
fp__ledger_end(struct fp__ledger *ledger, size_t process, const struct fp_memory_sample *memory)
{
    fp__footprint_exact(&ledger->each[process], memory);
}

void
fp__ledger_replace(struct fp__ledger *ledger, size_t process)
{
    fp__footprint_restart(&ledger->each[process]);
}

static int
rank(const struct fp__footprint *f)
{
    if (!fp__footprint_is_enough(f))
        return 0;
    switch (f->finding.verdict.outcome) {
    case FP_GROWING:
        return 3;
    case FP_FLAT:
        return 1;
    default:
        return 2;
    }
}

/* A worker that began late, as the successor of one that crashed, may have too few pictures. */
static struct fp__footprint *
worst(struct fp__ledger *ledger, double tolerance)
{
    struct fp__footprint *found = &ledger->each[0];
    for (size_t i = 0; i < ledger->count; i++) {
        struct fp__footprint *f = &ledger->each[i];
        fp__footprint_judge(f, tolerance);
        bool more = f->finding.verdict.judged[FP_METRIC_RSS].slope >
                    found->finding.verdict.judged[FP_METRIC_RSS].slope;
        if (rank(f) > rank(found) || (rank(f) == rank(found) && more))
            found = f;
    }
    return found;
}

static double
sum_of_rss(const struct fp__ledger *ledger)
{
    double sum = 0;
    for (size_t i = 0; i < ledger->count; i++)
        sum += (double)ledger->each[i].last.rss;
    return sum;
}

void
fp__ledger_tell(struct fp__ledger *ledger, struct fp_text *out)
{
    struct fp__footprint *f = worst(ledger, NAN);
    if (!fp__footprint_is_enough(f)) {
        fp__footprint_tell_left(f, ledger->count, out);
    } else {
        fp__footprint_tell(f, ledger->count, sum_of_rss(ledger), out);
    }
}

static size_t
sum_of_cache(const struct fp__ledger *ledger, enum fp_cache cache)
{
    size_t sum = 0;
    for (size_t i = 0; i < ledger->count; i++)
        sum += ledger->each[i].last.caches[cache];
    return sum;
}

void
fp__ledger_tell_caches(const struct fp__ledger *ledger)
{
    struct fp_text kinds = {0}, sum_of_all = {0};
    size_t all = 0;
    for (enum fp_cache cache = 0; cache < FP_CACHES; cache++) {
        size_t sum = sum_of_cache(ledger, cache);
        all += sum;
        if (sum == 0)
            continue;
        fp_text_append_format(&kinds, "%s%s ", kinds.length > 0 ? ", " : " (",
                              fp_cache_name(cache));
        fp__append_size(&kinds, (double)sum);
    }
    fp__append_size(&sum_of_all, (double)all);
    fp__message_note("caches: %s%s%s", fp_text_string(&sum_of_all), fp_text_string(&kinds),
                     kinds.length > 0 ? ")" : "");
    fp_text_finish(&kinds);
    fp_text_finish(&sum_of_all);
}

int
fp__ledger_limit(struct fp__ledger *ledger, double max_growth)
{
    return fp__footprint_limit(worst(ledger, max_growth));
}

/* The findings one behind the other, as tables want them; they stay the footprints' own. */
static int
write_table(const struct fp__ledger *ledger, struct fp_context *ctx, const char *path)
{
    struct fp__finding *rows = fp_alloc_array(ledger->count, sizeof *rows);
    if (!rows)
        return fp__message_no_memory();
    for (size_t i = 0; i < ledger->count; i++)
        rows[i] = ledger->each[i].finding;
    int code = fp__csv_write(ctx, path, rows, ledger->count);
    fp_free(rows);
    return code;
}

static int
write_samples(struct fp__ledger *ledger, struct fp_context *ctx,
              const struct fp__settings *settings)
{
    const struct fp__footprint *f = worst(ledger, settings->max_growth);
    if (f->finding.samples.n == 0)
        return 0;
    int csv = settings->rss ? write_table(ledger, ctx, settings->rss) : 0;
    int plot = settings->rss_plot ? fp__picture_save(ctx, settings->rss_plot, &f->finding, 1) : 0;
    return csv ? csv : plot;
}

int
fp__ledger_account(struct fp__ledger *ledger, struct fp_context *ctx,
                   const struct fp__settings *settings, int code)
{
    int failed = write_samples(ledger, ctx, settings);
    if (code || failed || isnan(settings->max_growth))
        return code ? code : failed;
    return fp__ledger_limit(ledger, settings->max_growth);
}
