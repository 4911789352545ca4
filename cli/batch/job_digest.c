/* SPDX-License-Identifier: MIT */
/* job_digest.c: FNV-1a over everything, one piece after the other. An option that changes pixels is
 * added here; how the work is done has no place in it. */
#include "cli/batch/job_digest.h"

#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "cli/batch/set.h"

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

static void
mix_color(uint64_t *hash, const struct fp__color_choice *choice)
{
    const struct fp_color *c = &choice->color;
    MIX_NUMBERS(hash, choice->given, c->r, c->g, c->b, c->a);
}

static void
mix_image(uint64_t *hash, const struct fp__settings *s)
{
    mix_text(hash, s->cmap.name);
    mix_text(hash, s->norm_name);
    mix_color(hash, &s->bad);
    mix_color(hash, &s->under);
    mix_color(hash, &s->over);
    MIX_NUMBERS(hash, s->cmap.reversed, s->interpolation.given, s->interpolation.kind, s->stage,
                s->alpha, s->origin, s->aspect, s->extent.given);
    mix_numbers(hash, s->extent.edges, s->extent.given ? 4 : 0);
}

/* What of it is not told by the shape of frames. */
static void
mix_reading(uint64_t *hash, const struct fp_frames_options *o)
{
    mix_text(hash, o->raw);
    MIX_NUMBERS(hash, o->frame_axis, o->channel_axis, (double)o->reshape[0], (double)o->reshape[1]);
}

static void
mix_surroundings(uint64_t *hash, const struct fp__settings *s)
{
    const char *texts[] = {s->title, s->xlabel, s->ylabel, s->colorbar, s->times.file};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        mix_text(hash, texts[i]);
    MIX_NUMBERS(hash, s->times.dt, s->times.t0, s->no_axes, s->ticks, s->grid, s->style,
                s->cells.rows, s->cells.cols, s->scale, s->pixels[0], s->pixels[1], s->inches[0],
                s->inches[1], s->dpi, s->xlim.given, s->ylim.given);
    mix_numbers(hash, s->xlim.ends, s->xlim.given ? 2 : 0);
    mix_numbers(hash, s->ylim.ends, s->ylim.given ? 2 : 0);
}

/* Limits that each frame has for itself are told by the way in which they are found. */
static void
mix_limits(uint64_t *hash, const struct fp__input *input, const struct fp__clim_choice *clim)
{
    bool open = isnan(input->norm.vmin) || isnan(input->norm.vmax);
    MIX_NUMBERS(hash, input->norm.vmin, input->norm.vmax, open && clim->percents);
    mix_numbers(hash, clim->percent, open && clim->percents ? 2 : 0);
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

void
fp__job_digest(const struct fp__plan *plan, const struct fp__names *names,
               const struct fp__settings *settings, char digest[FP__JOB_DIGITS + 1])
{
    uint64_t hash = fp__hash(FP_VERSION, sizeof FP_VERSION);
    mix_reading(&hash, &settings->open);
    mix_image(&hash, settings);
    mix_surroundings(&hash, settings);
    mix_text(&hash, names->format);
    for (size_t i = 0; i < 2; i++)
        mix_text(&hash, fp_text_string(&names->pattern[i]));
    for (size_t i = 0; i < plan->input_count; i++) {
        mix_input(&hash, plan, &plan->inputs[i]);
        mix_limits(&hash, &plan->inputs[i], &settings->clim);
    }
    snprintf(digest, FP__JOB_DIGITS + 1, "%016" PRIx64, hash);
}
