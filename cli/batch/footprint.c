/* SPDX-License-Identifier: MIT */
/* footprint.c: a sample per frame, judged at the end like any loop. */
#include "cli/batch/footprint.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "cli/check/words.h"
#include "cli/exit.h"
#include "cli/opt/message.h"

/* With fewer frames nothing can be said: 50 are warm-up and 20 blocks are compared. */
enum { ENOUGH_FRAMES = 70 };

/* A sample is kept of every frame, of every second frame …, so that there are no more. */
enum { MOST_SAMPLES = 1024 };

bool
fp__footprint_init(struct fp__footprint *footprint, const char *unit, size_t frames)
{
    size_t every = (frames + MOST_SAMPLES - 1) / MOST_SAMPLES;
    *footprint = (struct fp__footprint){.unit = unit, .every = every ? every : 1};
    struct fp__finding *f = &footprint->finding;
    snprintf(f->name, sizeof f->name, "imshow");
    f->checked = FP_CHECKED_LOOP;
    f->expected = FP_UNMEASURED;
    return fp__samples_init(&f->samples, MOST_SAMPLES, false);
}

void
fp__footprint_finish(struct fp__footprint *footprint)
{
    fp__finding_finish(&footprint->finding);
}

void
fp__footprint_restart(struct fp__footprint *footprint)
{
    footprint->frames = 0;
    footprint->new_glyph = false;
    footprint->finding.samples.n = footprint->finding.samples.last_new_glyph = 0;
}

int
fp__footprint_check(double resident, double max_rss)
{
    struct fp_text is = {0};
    struct fp_text most = {0};
    if (isnan(resident))
        return fp__message_error(FP__EXIT_UNMEASURABLE,
                                 "--max-rss: resident memory cannot be measured" FP__AND_HINT
                                 "mount /proc, or leave it away");
    if (resident <= max_rss)
        return 0;
    fp__append_size(&is, resident);
    fp__append_size(&most, max_rss);
    int code = fp__message_error(FP__EXIT_VERDICT, "resident memory is %s, more than --max-rss %s",
                                 fp_text_string(&is), fp_text_string(&most));
    fp_text_finish(&is);
    fp_text_finish(&most);
    return code;
}

void
fp__footprint_frame(struct fp__footprint *footprint, const struct fp__record *record)
{
    struct fp__samples *samples = &footprint->finding.samples;
    footprint->frames++;
    if (!record->sampled)
        return;
    footprint->now = record->sample;
    footprint->finding.glyphs = record->glyphs;
    footprint->new_glyph |= record->new_glyph;
    if ((size_t)record->sample.t % footprint->every != 0)
        return;
    if (footprint->new_glyph)
        samples->last_new_glyph = samples->n;
    footprint->new_glyph = false;
    if (samples->n == samples->room) {
        fp__samples_thin(samples);
        footprint->every *= 2;
    }
    fp__samples_add(samples, &record->sample);
}

void
fp__footprint_exact(struct fp__footprint *footprint, const struct fp_memory_sample *memory)
{
    footprint->last = *memory;
    if (footprint->frames == 1)
        footprint->first = *memory;
}

bool
fp__footprint_is_enough(const struct fp__footprint *footprint)
{
    return footprint->frames >= ENOUGH_FRAMES;
}

void
fp__footprint_judge(struct fp__footprint *footprint, double tolerance)
{
    struct fp__check_settings settings;
    fp__check_settings_init(&settings);
    settings.tolerance[FP_METRIC_HEAP] = settings.tolerance[FP_METRIC_RSS] = tolerance;
    fp__finding_judge(&footprint->finding, &settings);
}

/* What the door holds for longer than a frame: exact from the second frame on, which the heap of
 * the font libraries is not. */
void
fp__footprint_tell_left(const struct fp__footprint *footprint, size_t processes,
                        struct fp_text *out)
{
    const struct fp_memory_sample *first = &footprint->first;
    const struct fp_memory_sample *last = &footprint->last;
    fp_text_append_format(out, "memory: too few %ss to judge (%d", footprint->unit, ENOUGH_FRAMES);
    if (processes > 1)
        fp_text_append_format(out, " in each of %zu workers", processes);
    fp_text_append(out, "); ");
    double steps = footprint->frames > 1 ? (double)(footprint->frames - 1) : 1;
    fp__append_amount(out, FP_METRIC_OBJECTS,
                      ((double)last->objects - (double)first->objects) / steps);
    fp_text_append(out, " objects, ");
    fp__append_size(out, ((double)last->door_bytes - (double)first->door_bytes) / steps);
    fp_text_append_format(out, " heap left per %s", footprint->unit);
}

void
fp__footprint_tell(const struct fp__footprint *footprint, size_t processes, double rss,
                   struct fp_text *out)
{
    const struct fp_verdict *v = &footprint->finding.verdict;
    fp_text_append(out, v->outcome == FP_FLAT      ? "memory flat"
                        : v->outcome == FP_GROWING ? "memory growing"
                                                   : "memory inconclusive");
    if (v->cause == FP_CAUSE_GLYPHS)
        fp_text_append_format(out, " (%s, %zu characters, bounded)", fp_cause_name(v->cause),
                              footprint->finding.glyphs);
    else if (v->cause != FP_CAUSE_NONE)
        fp_text_append_format(out, " (%s)", fp_cause_name(v->cause));
    if (processes > 1)
        fp_text_append_format(out, " in %zu workers", processes);
    fp_text_append(out, ": ");
    fp__append_size(out, rss);
    fp_text_append_format(out, ", per %s ", footprint->unit);
    fp__append_amount(out, FP_METRIC_OBJECTS, v->judged[FP_METRIC_OBJECTS].slope);
    fp_text_append(out, " objects, ");
    fp__append_size(out, v->judged[FP_METRIC_HEAP].slope);
    fp_text_append(out, " heap, ");
    fp__append_size(out, v->judged[FP_METRIC_RSS].slope);
    fp_text_append(out, " RSS (resolves ");
    fp__append_size(out, v->judged[FP_METRIC_RSS].resolution);
    fp_text_append(out, ")");
}

/* The one of the two that is worse. */
static enum fp_metric
worse(const struct fp_judgement *judged)
{
    const struct fp_judgement *heap = &judged[FP_METRIC_HEAP];
    const struct fp_judgement *rss = &judged[FP_METRIC_RSS];
    if (heap->outcome == FP_GROWING || rss->outcome == FP_GROWING)
        return heap->outcome == FP_GROWING ? FP_METRIC_HEAP : FP_METRIC_RSS;
    return heap->outcome == FP_INCONCLUSIVE ? FP_METRIC_HEAP : FP_METRIC_RSS;
}

static int
tell_growth(const char *unit, enum fp_metric metric, const struct fp_judgement *j)
{
    struct fp_text growth = {0};
    struct fp_text most = {0};
    fp__append_size(&growth, j->slope);
    fp__append_size(&most, j->tolerance);
    int code = fp__message_error(
        FP__EXIT_VERDICT, "memory (%s) grows by %s per %s, more than --max-growth %s",
        fp_metric_name(metric), fp_text_string(&growth), unit, fp_text_string(&most));
    fp_text_finish(&growth);
    fp_text_finish(&most);
    return code;
}

static int
tell_doubt(const char *unit, enum fp_metric metric, size_t frames, size_t wanted)
{
    struct fp_text hint = {0};
    fp_text_append_format(&hint, wanted > 0 ? "%zu should do" : "take more", wanted);
    int code = fp__message_error(FP__EXIT_INCONCLUSIVE,
                                 "%zu %ss are too few to tell whether memory (%s) grows by more "
                                 "than --max-growth" FP__AND_HINT "%s",
                                 frames, unit, fp_metric_name(metric), fp_text_string(&hint));
    fp_text_finish(&hint);
    return code;
}

int
fp__footprint_limit(const struct fp__footprint *footprint)
{
    enum fp_metric metric = worse(footprint->finding.verdict.judged);
    const struct fp_judgement *j = &footprint->finding.verdict.judged[metric];
    if (j->outcome == FP_GROWING)
        return tell_growth(footprint->unit, metric, j);
    if (j->outcome == FP_FLAT)
        return FP__EXIT_FINE;
    return tell_doubt(footprint->unit, metric, footprint->frames, j->wanted * footprint->every);
}
