/* SPDX-License-Identifier: MIT */
/* job_digest.c: FNV-1a over everything, one piece after the other. Options that change pixels come
 * as one number (traits.h); how the work is done has no place in it. */
#include "cli/batch/job_digest.h"

#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "cli/batch/set.h"
#include "cli/batch/traits.h"

static void
mix(uint64_t *hash, const void *bytes, size_t n)
{
    const uint64_t pair[2] = {*hash, fp__hash(bytes, n)};
    *hash = fp__hash(pair, sizeof pair);
}

/* Whole numbers up to 2^53, too. Equal ones have equal bytes, also the two zeros and NaNs. */
static void
mix_numbers(uint64_t *hash, const double *values, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        double value = isnan(values[i]) ? (double)NAN : values[i] + 0.0;
        mix(hash, &value, sizeof value);
    }
}

#define MIX_NUMBERS(hash, ...)                                                                     \
    mix_numbers(hash, (const double[]){__VA_ARGS__},                                               \
                sizeof((const double[]){__VA_ARGS__}) / sizeof(double))

/* No text is not the empty one. */
static void
mix_text(uint64_t *hash, const char *text)
{
    MIX_NUMBERS(hash, text != NULL);
    mix(hash, text ? text : "", text ? strlen(text) : 0);
}

/* What of it is not told by the shape of frames. */
static void
mix_reading(uint64_t *hash, const struct fp_frames_options *o)
{
    mix_text(hash, o->raw);
    MIX_NUMBERS(hash, o->frame_axis, o->channel_axis, (double)o->reshape[0], (double)o->reshape[1]);
}

/* {time} in a text, for all frames. */
static void
mix_times(uint64_t *hash, const struct fp__times_choice *times)
{
    mix_text(hash, times->file);
    MIX_NUMBERS(hash, times->dt, times->t0);
}

static void
mix_input(uint64_t *hash, const struct fp__plan *plan, const struct fp__input *input)
{
    bool last = input + 1 == plan->inputs + plan->input_count;
    size_t end = last ? plan->run_count : input[1].run;
    mix_text(hash, input->path);
    MIX_NUMBERS(hash, (double)input->frames, (double)input->height, (double)input->width,
                input->dtype, input->colored, input->has_alpha);
    for (size_t i = input->run; i < end; i++) {
        const struct fp__frame_run *run = &plan->runs[i];
        MIX_NUMBERS(hash, (double)run->start, (double)run->step, (double)run->count);
    }
}

/* Without them it is another job. */
static void
mix_unread(uint64_t *hash, const struct fp__plan *plan)
{
    MIX_NUMBERS(hash, (double)(plan->given - plan->input_count));
    for (size_t i = plan->input_count; i < plan->given; i++)
        mix_text(hash, plan->inputs[i].path);
}

void
fp__job_digest(const struct fp__plan *plan, const struct fp__names *names,
               const struct fp__drawing *drawing, char digest[FP__JOB_DIGITS + 1])
{
    uint64_t hash = fp__hash(FP_VERSION, sizeof FP_VERSION);
    mix_reading(&hash, &drawing->settings->open);
    mix_times(&hash, &drawing->settings->times);
    mix_text(&hash, names->format);
    for (size_t i = 0; i < 2; i++)
        mix_text(&hash, fp_text_string(&names->pattern[i]));
    for (size_t i = 0; i < plan->input_count; i++) {
        mix_input(&hash, plan, &plan->inputs[i]);
        MIX_NUMBERS(&hash, fp__traits_of_input(drawing, &plan->inputs[i]));
    }
    mix_unread(&hash, plan);
    snprintf(digest, FP__JOB_DIGITS + 1, "%016" PRIx64, hash);
}
