/* SPDX-License-Identifier: MIT */
/* samples.c: the columns of a run. */
#include "cli/check/samples.h"

#include <math.h>

#include "flatplot/context.h"

#define COLUMNS (6 + FP_METRICS)

/* The columns in a fixed order, so that one loop serves all. */
static void
columns(struct fp__samples *s, double **column[COLUMNS])
{
    column[0] = &s->t;
    column[1] = &s->seconds;
    column[2] = &s->heap_free;
    column[3] = &s->rss_total;
    column[4] = &s->young;
    column[5] = &s->cpu;
    for (int m = 0; m < FP_METRICS; m++)
        column[6 + m] = &s->x[m];
}

bool
fp__samples_init(struct fp__samples *samples, size_t room, bool by_time)
{
    double **column[COLUMNS];

    *samples = (struct fp__samples){.room = room, .by_time = by_time};
    samples->block = fp_alloc_array(room, COLUMNS * sizeof(double));
    if (!samples->block)
        return false;
    for (size_t i = 0; i < room * COLUMNS; i++)
        ((volatile double *)samples->block)[i] = NAN; /* zeroed pages need not exist yet */
    columns(samples, column);
    for (int i = 0; i < COLUMNS; i++)
        *column[i] = samples->block + (size_t)i * room;
    return true;
}

void
fp__samples_finish(struct fp__samples *samples)
{
    fp_free(samples->block);
    *samples = (struct fp__samples){0};
}

void
fp__samples_add(struct fp__samples *s, const struct fp__sample *sample)
{
    size_t i = s->n++;

    s->t[i] = sample->t;
    s->seconds[i] = sample->seconds;
    s->heap_free[i] = sample->heap_free;
    s->rss_total[i] = sample->rss_total;
    s->young[i] = sample->young;
    s->cpu[i] = sample->cpu;
    for (int m = 0; m < FP_METRICS; m++)
        s->x[m][i] = sample->x[m];
}

struct fp__sample
fp__samples_at(const struct fp__samples *s, size_t i)
{
    struct fp__sample sample = {.t = s->t[i],
                                .seconds = s->seconds[i],
                                .heap_free = s->heap_free[i],
                                .rss_total = s->rss_total[i],
                                .young = s->young[i],
                                .cpu = s->cpu[i]};

    for (int m = 0; m < FP_METRICS; m++)
        sample.x[m] = s->x[m][i];
    return sample;
}

void
fp__samples_thin(struct fp__samples *samples)
{
    double **column[COLUMNS];
    size_t kept = (samples->n + 1) / 2;

    columns(samples, column);
    for (int c = 0; c < COLUMNS; c++)
        for (size_t i = 0; i < kept; i++)
            (*column[c])[i] = (*column[c])[2 * i];
    samples->n = kept;
    samples->last_new_glyph = (samples->last_new_glyph + 1) / 2;
}

static const double *
measured(const double *column, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (isfinite(column[i]))
            return column;
    return NULL;
}

struct fp_samples
fp__samples_view(const struct fp__samples *s)
{
    struct fp_samples view = {.n = s->n,
                              .t = s->t,
                              .heap_free = measured(s->heap_free, s->n),
                              .last_new_glyph = s->last_new_glyph};

    for (int m = 0; m < FP_METRICS; m++)
        view.x[m] = measured(s->x[m], s->n);
    return view;
}
