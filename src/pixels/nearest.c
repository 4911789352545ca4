/* SPDX-License-Identifier: MIT */
/* nearest.c: which source pixel each output pixel shows when none is blended. */
#include "pixels/nearest.h"

#include <assert.h>
#include <math.h>

enum { SUBPIXELS = 256 };

/* The source position `at` output pixels from the start, in 256ths: ⌊256·p + ½⌋. Arrays with
 * strides of 0 can be larger than any memory. */
static int64_t
position(struct fp__span span, double at, size_t out)
{
    double source = span.start + at * (span.stop - span.start) / (double)out;

    return (int64_t)floor(fmin(source * SUBPIXELS + 0.5, 0x1p61));
}

/* ⌈i·delta/out⌉ without the product i·delta, which may not fit: delta = whole·out + rest. */
static int64_t
stepped(const struct fp__places *places, size_t i)
{
    size_t rest = (i * places->rest + places->out - 1) / places->out;

    return (int64_t)i * places->whole + (int64_t)rest;
}

struct fp__places
fp__places_of_rows(size_t out, struct fp__span span)
{
    return (struct fp__places){.span = span, .out = out, .by_steps = false};
}

/* As Agg's span_interpolator_linear over its dda2_line_interpolator: column i shows
 * x₁ + ⌈(i+1)·Δ/D⌉ − ⌈Δ/D⌉ with x₁ and x₁+Δ the ends of the run, half a pixel in. */
struct fp__places
fp__places_of_cols(size_t out, struct fp__span span)
{
    int64_t begin = position(span, 0.5, out);
    int64_t delta = position(span, (double)out + 0.5, out) - begin;
    int64_t rest = delta % (int64_t)out;
    struct fp__places places = {.span = span, .out = out, .by_steps = true};

    rest += rest < 0 ? (int64_t)out : 0; /* a run from right to left */
    places.whole = (delta - rest) / (int64_t)out;
    places.rest = (size_t)rest;
    places.before = begin - stepped(&places, 1);
    return places;
}

struct fp__places
fp__places_bent(const double *positions, size_t out)
{
    return (struct fp__places){.bent = positions, .out = out};
}

int64_t
fp__place(const struct fp__places *places, size_t i)
{
    if (places->bent)
        return (int64_t)(places->bent[i] * SUBPIXELS);
    return places->by_steps ? places->before + stepped(places, i + 1)
                            : position(places->span, (double)i + 0.5, places->out);
}

static size_t
pixel(int64_t place, size_t n)
{
    if (place < 0)
        return 0;
    return (size_t)place / SUBPIXELS < n ? (size_t)place / SUBPIXELS : n - 1;
}

static void
fill(size_t *map, const struct fp__places *places, size_t n)
{
    assert(places->bent || places->span.start != places->span.stop);
    assert(fmin(places->span.start, places->span.stop) > -1);
    assert(fmax(places->span.start, places->span.stop) < (double)n + 1);
    for (size_t i = 0; i < places->out; i++)
        map[i] = pixel(fp__place(places, i), n);
}

void
fp__nearest_rows(size_t *map, size_t out, size_t n, struct fp__span span)
{
    struct fp__places places = fp__places_of_rows(out, span);

    fill(map, &places, n);
}

void
fp__nearest_cols(size_t *map, size_t out, size_t n, struct fp__span span)
{
    struct fp__places places = fp__places_of_cols(out, span);

    fill(map, &places, n);
}

void
fp__nearest_bent(size_t *map, size_t out, size_t n, const double *positions)
{
    struct fp__places places = fp__places_bent(positions, out);

    fill(map, &places, n);
}
