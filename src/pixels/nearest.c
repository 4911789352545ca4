/* SPDX-License-Identifier: MIT */
/* nearest.c: which source pixel each output pixel shows when none is blended. */
#include "pixels/nearest.h"

#include <assert.h>
#include <math.h>
#include <stdint.h>

enum { SUBPIXELS = 256 };

/* The source position `at` output pixels from the start, in 256ths: ⌊256·p + ½⌋. */
static int64_t
position(struct fp__span span, double at, size_t out)
{
    double source = span.start + at * (span.stop - span.start) / (double)out;

    return (int64_t)floor(source * SUBPIXELS + 0.5);
}

static size_t
pixel(int64_t subpixel, size_t n)
{
    if (subpixel < 0)
        return 0;
    return (size_t)subpixel / SUBPIXELS < n ? (size_t)subpixel / SUBPIXELS : n - 1;
}

void
fp__nearest_rows(size_t *map, size_t out, size_t n, struct fp__span span)
{
    assert(span.start < span.stop && span.start > -1 && span.stop < (double)n + 1);
    for (size_t o = 0; o < out; o++)
        map[o] = pixel(position(span, (double)o + 0.5, out), n);
}

/* ⌈i·delta/out⌉ without the product i·delta, which may not fit: delta = whole·out + rest. */
static int64_t
stepped(size_t i, int64_t whole, size_t rest, size_t out)
{
    return (int64_t)i * whole + (int64_t)((i * rest + out - 1) / out);
}

/* As Agg's span_interpolator_linear over its dda2_line_interpolator: column i shows
 * (x₁ + ⌈(i+1)·Δ/D⌉ − ⌈Δ/D⌉) >> 8 with x₁ and x₁+Δ the ends of the run, half a pixel in. */
void
fp__nearest_cols(size_t *map, size_t out, size_t n, struct fp__span span)
{
    int64_t begin = position(span, 0.5, out);
    int64_t delta = position(span, (double)out + 0.5, out) - begin;
    int64_t whole = delta / (int64_t)out;
    size_t rest = (size_t)(delta % (int64_t)out);
    int64_t first = begin - stepped(1, whole, rest, out);

    assert(span.start < span.stop && span.start > -1 && span.stop < (double)n + 1);
    for (size_t i = 0; i < out; i++)
        map[i] = pixel(first + stepped(i + 1, whole, rest, out), n);
}
