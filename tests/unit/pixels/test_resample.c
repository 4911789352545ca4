/* SPDX-License-Identifier: MIT */
/* test_resample.c: the resampler against its definition, and what it owes its callers. */
#include <float.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "core/alloc.h"
#include "data/dtype.h"
#include "pixels/resample.h"
#include "unit/pixels/kernels.h"
#include "unit/support.h"

struct image {
    size_t w, h, channels;
    const double *values;
    size_t first, last; /* rows that were fetched */
    size_t fetched;     /* values */
};

struct shape {
    size_t out_w, out_h, w, h;
    struct fp__span x, y;
    size_t channels;
};

static const struct shape shapes[] = {
    {7, 5, 7, 5, {0, 7}, {0, 5}, 1},           {14, 11, 7, 5, {0, 7}, {0, 5}, 1},
    {5, 7, 31, 40, {0, 31}, {0, 40}, 1},       {20, 3, 9, 50, {0, 9}, {0, 50}, 3},
    {37, 37, 12, 13, {0, 12}, {0, 13}, 4},     {1, 1, 9, 8, {0, 9}, {0, 8}, 1},
    {9, 8, 1, 1, {0, 1}, {0, 1}, 1},           {13, 17, 2, 3, {0, 2}, {0, 3}, 2},
    {30, 40, 25, 60, {9.9, 2.3}, {7, 51}, 1},  {8, 8, 100, 90, {99.1, 100}, {0, 0.25}, 1},
    {10, 9, 64, 64, {3.5, 61.25}, {0, 64}, 3},
};

enum { SHAPES = sizeof shapes / sizeof *shapes };

/* How the source is handed over: rows on demand, or as they lie in memory. */
enum way { FETCHED, DOUBLES, FLOATS, WAYS };

static void
fetch(void *arg, size_t row, size_t col, size_t n, double *values)
{
    struct image *image = arg;
    size_t c = image->channels;

    assert_true(row < image->h && col + n <= image->w);
    image->first = row < image->first ? row : image->first;
    image->last = row > image->last ? row : image->last;
    image->fetched += n * c;
    memcpy(values, image->values + (row * image->w + col) * c, n * c * sizeof *values);
}

static struct image
image_of(const struct shape *shape, const double *values)
{
    return (struct image){shape->w, shape->h, shape->channels, values, SIZE_MAX, 0, 0};
}

static struct fp__resampling
plan_of(const struct shape *s, const struct reference *kernel)
{
    return (struct fp__resampling){
        .kernel = fp__kernel_find(kernel->name),
        .radius = kernel->radius,
        .x = {.src = s->w, .span = s->x, .out = s->out_w, .count = s->out_w},
        .y = {.src = s->h, .span = s->y, .out = s->out_h, .count = s->out_h},
        .rows = {.width = s->w, .channels = s->channels, .fetch = fetch},
    };
}

static const struct reference *const hanning = &references[4];

static enum fp_status
init(struct fp__resampler *resampler, const struct shape *s)
{
    struct fp__resampling plan = plan_of(s, hanning);

    return fp__resampler_init(NULL, resampler, &plan);
}

static double *
room_for(size_t n)
{
    double *values = calloc(n, sizeof *values);

    assert_non_null(values);
    return values;
}

/* Repeatable numbers in −1 … 1. */
static double *
noise(const struct shape *shape)
{
    size_t n = shape->w * shape->h * shape->channels;
    double *values = room_for(n);
    uint32_t state = 1;

    for (size_t i = 0; i < n; i++) {
        state = state * 1664525 + 1013904223;
        values[i] = (double)(state >> 8) / (1 << 23) - 1;
    }
    return values;
}

static double *
constant(const struct shape *shape, double value)
{
    size_t n = shape->w * shape->h * shape->channels;
    double *values = room_for(n);

    for (size_t i = 0; i < n; i++)
        values[i] = value;
    return values;
}

static double *
all_rows(struct fp__resampler *resampler, const struct shape *s, const struct fp__resampling *plan)
{
    size_t length = s->out_w * s->channels;
    double *out = room_for(s->out_h * length);

    assert_int_equal(fp__resampler_init(NULL, resampler, plan), FP_OK);
    for (size_t o = 0; o < s->out_h; o++)
        memcpy(out + o * length, fp__resampler_row(resampler, o), length * sizeof *out);
    return out;
}

static double *
resampled(struct fp__resampler *resampler, const struct shape *s, const double *values)
{
    struct fp__resampling plan = plan_of(s, hanning);
    struct image image = image_of(s, values);

    plan.rows.arg = &image;
    return all_rows(resampler, s, &plan);
}

static double *
resampled_by(const struct shape *s, const struct reference *kernel, const double *values,
             enum way way)
{
    struct fp__resampler resampler = {0};
    struct fp__resampling plan = plan_of(s, kernel);
    struct image image = image_of(s, values);
    size_t width = s->w * s->channels;
    float *floats = calloc(width * s->h, sizeof *floats);
    double *out;

    assert_non_null(floats);
    for (size_t i = 0; i < width * s->h; i++)
        floats[i] = (float)values[i];
    plan.rows.arg = &image;
    if (way != FETCHED)
        plan.rows.base = way == FLOATS ? (const void *)floats : values;
    plan.rows.dtype = way == FLOATS ? FP_FLOAT32 : FP_FLOAT64;
    plan.rows.row_bytes = (ptrdiff_t)(width * fp_dtype_size(plan.rows.dtype));
    out = all_rows(&resampler, s, &plan);
    fp__resampler_finish(&resampler);
    free(floats);
    return out;
}

static double *
resampled_once(const struct shape *shape, const double *values)
{
    return resampled_by(shape, hanning, values, FETCHED);
}

/* The weights of all source pixels for output pixel o, straight from the definition. */
static double *
weights_of(const struct reference *kernel, size_t out, size_t n, struct fp__span span, size_t o)
{
    double *weights = room_for(n);
    double step = (span.stop - span.start) / (double)out;
    double p = span.start + ((double)o + 0.5) * step - 0.5;
    double f = fabs(step) > 1 ? fabs(step) : 1;
    double reach = kernel->radius * f;
    double sum = 0;

    for (double k = floor(p - reach) - 1; k <= ceil(p + reach) + 1; k++)
        if (fabs(k - p) < reach - 1e-9) { /* where the distances are equal but for rounding */
            double weight = kernel->weight(fabs(k - p) / f, kernel->radius);

            weights[k < 0 ? 0 : k > (double)n - 1 ? n - 1 : (size_t)k] += weight;
            sum += weight;
        }
    for (size_t k = 0; k < n; k++)
        weights[k] /= sum;
    return weights;
}

static double
direct(const struct shape *s, const double *values, const double *wx, const double *wy, size_t c)
{
    double sum = 0;

    for (size_t y = 0; y < s->h; y++)
        for (size_t x = 0; x < s->w; x++)
            if (wx[x] != 0 && wy[y] != 0)
                sum += wx[x] * wy[y] * values[(y * s->w + x) * s->channels + c];
    return sum;
}

static double *
directly(const struct shape *s, const struct reference *kernel, const double *values)
{
    double *out = room_for(s->out_w * s->out_h * s->channels);
    double *next = out;

    for (size_t y = 0; y < s->out_h; y++) {
        double *wy = weights_of(kernel, s->out_h, s->h, s->y, y);

        for (size_t x = 0; x < s->out_w; x++) {
            double *wx = weights_of(kernel, s->out_w, s->w, s->x, x);

            for (size_t c = 0; c < s->channels; c++)
                *next++ = direct(s, values, wx, wy, c);
            free(wx);
        }
        free(wy);
    }
    return out;
}

static void
expect_definition(const struct shape *s, const struct reference *kernel)
{
    double *values = noise(s);
    double *wanted = directly(s, kernel, values);

    for (enum way way = 0; way < WAYS; way++) {
        double *got = resampled_by(s, kernel, values, way);

        for (size_t k = 0; k < s->out_w * s->out_h * s->channels; k++)
            if (!(fabs(got[k] - wanted[k]) < 1e-12))
                fail_msg("%s to %zu by %zu, way %d: value %zu is %.17g, not %.17g", kernel->name,
                         s->out_w, s->out_h, way, k, got[k], wanted[k]);
        free(got);
    }
    free(values);
    free(wanted);
}

/* Under valgrind, which slows sums down most of all, every tenth kernel. */
static size_t
step(void)
{
    return repeats(50) < 50 ? 10 : 1;
}

static void
pictures_are_as_defined(void **state)
{
    (void)state;
    for (size_t i = 0; i < SHAPES; i++)
        for (size_t k = i % step(); k < REFERENCES; k += step())
            expect_definition(&shapes[i], &references[k]);
}

/* The part of a picture that is made is what it is in the whole. */
static void
check_cut(const struct shape *s)
{
    struct fp__resampler resampler = {0};
    struct fp__resampling plan = plan_of(s, hanning);
    double *values = noise(s);
    double *whole = resampled_once(s, values);
    struct image image = image_of(s, values);

    plan.rows.arg = &image;
    plan.x.skip = 5;
    plan.x.count = 20;
    plan.y.skip = 11;
    plan.y.count = 7;
    assert_int_equal(fp__resampler_init(NULL, &resampler, &plan), FP_OK);
    for (size_t o = 0; o < 7; o++)
        assert_memory_equal(fp__resampler_row(&resampler, o),
                            whole + ((11 + o) * s->out_w + 5) * s->channels,
                            20 * s->channels * sizeof *values);
    fp__resampler_finish(&resampler);
    free(values);
    free(whole);
}

static void
what_is_cut_makes_no_difference(void **state)
{
    static const struct shape reduced = {30, 25, 101, 93, {0, 101}, {0, 93}, 2};

    (void)state;
    check_cut(&shapes[4]);
    check_cut(&reduced);
}

static void
weights_sum_to_one(void **state)
{
    (void)state;
    for (size_t i = 0; i < SHAPES; i++) {
        struct fp__resampler resampler = {0};

        assert_int_equal(init(&resampler, &shapes[i]), FP_OK);
        for (size_t o = 0; o < shapes[i].out_w; o++) {
            double sum = 0;

            for (size_t k = 0; k < resampler.x.taps; k++)
                sum += resampler.x.weights[o * resampler.x.taps + k];
            assert_near(sum, 1, 1e-14);
        }
        fp__resampler_finish(&resampler);
    }
}

static void
expect_constant(const struct shape *s, double value, const struct reference *kernel, enum way way)
{
    double *values = constant(s, value);
    double *got = resampled_by(s, kernel, values, way);

    for (size_t k = 0; k < s->out_w * s->out_h * s->channels; k++)
        if (got[k] != value)
            fail_msg("%s: %g became %g", kernel->name, value, got[k]);
    free(values);
    free(got);
}

/* To the last bit, so that a saturated area never crosses its limit. */
static void
a_constant_stays_that_constant(void **state)
{
    static const double constants[] = {0,      1,       255,      0.1f, -1.0f / 3,
                                       1e-320, DBL_MAX, -DBL_MAX, 1e38f};

    (void)state;
    for (size_t i = 0; i < SHAPES; i++)
        for (size_t j = 0; j < sizeof constants / sizeof *constants; j++)
            for (size_t k = (i + j) % step(); k < REFERENCES; k += step())
                for (enum way way = 0; way < WAYS; way++)
                    if (way != FLOATS || constants[j] == (double)(float)constants[j])
                        expect_constant(&shapes[i], constants[j], &references[k], way);
}

/* The first output pixel to which no source pixel before `limit` adds anything. */
static size_t
first_free_of(const struct reference *kernel, const struct shape *s, size_t limit)
{
    for (size_t o = 0;; o++) {
        double *weights = weights_of(kernel, s->out_h, s->h, s->y, o);
        bool free_of = true;

        for (size_t k = 0; k < limit; k++)
            free_of &= weights[k] == 0;
        free(weights);
        if (free_of)
            return o;
    }
}

static void
check_saturated(const struct reference *kernel, size_t limit, bool columns, enum way way)
{
    static const struct shape s = {20, 20, 200, 200, {0, 200}, {0, 200}, 1};
    size_t first = first_free_of(kernel, &s, limit);
    double *values = noise(&s);
    double *got;

    assert_true(first >= 10 && first < 18);
    for (size_t i = 0; i < 200 * 200; i++)
        values[i] = (columns ? i % 200 : i / 200) < limit ? values[i] : 0.1f;
    got = resampled_by(&s, kernel, values, way);
    for (size_t i = 0; i < 20 * 20; i++)
        if ((columns ? i % 20 : i / 20) >= first && got[i] != (double)0.1f)
            fail_msg("%s, way %d: value %zu is %.17g", kernel->name, way, i, got[i]);
    free(values);
    free(got);
}

/* Half of the picture is at its limit: there it stays exactly, right up to where the kernel begins
 * to see the other half. */
static void
a_saturated_area_stays_at_its_limit(void **state)
{
    (void)state;
    for (size_t k = 0; k < REFERENCES; k += step())
        for (size_t limit = 100; limit < 110; limit++) {
            check_saturated(&references[k], limit, true, limit % WAYS);
            check_saturated(&references[k], limit, false, limit % WAYS);
        }
}

/* `near` is one of the values, from which their differences are exact. */
static long double
direct_from(const struct shape *s, const double *values, const double *wx, const double *wy,
            double near)
{
    long double sum = 0;

    for (size_t y = 0; y < s->h; y++)
        for (size_t x = 0; x < s->w; x++)
            sum += (long double)wx[x] * wy[y] * (values[y * s->w + x] - near);
    return sum;
}

/* Noise a few hundred steps of a double high: two roundings, of means along one axis and of the
 * pixel, are all that may be seen of it; weights below 0 add to the first. */
static void
check_far(const struct shape *s, const struct reference *kernel, double offset)
{
    double step = nextafter(offset, INFINITY) - offset;
    double *values = noise(s), *got;

    for (size_t i = 0; i < s->w * s->h; i++)
        values[i] = offset + rint(values[i] * 200) * step;
    got = resampled_by(s, kernel, values, DOUBLES);
    for (size_t i = 0; i < s->out_w * s->out_h; i++) {
        double *wx = weights_of(kernel, s->out_w, s->w, s->x, i % s->out_w);
        double *wy = weights_of(kernel, s->out_h, s->h, s->y, i / s->out_w);
        long double wanted = direct_from(s, values, wx, wy, values[0]);

        if (!(fabsl(got[i] - values[0] - wanted) <= 1.5 * step))
            fail_msg("%s at %g: off by %Lg steps of a double", kernel->name, offset,
                     (got[i] - values[0] - wanted) / step);
        free(wx);
        free(wy);
    }
    free(values);
    free(got);
}

static void
small_differences_far_from_0_remain(void **state)
{
    static const struct shape some[] = {
        {8, 8, 200, 200, {0, 200}, {0, 200}, 1},
        {5, 9, 90, 500, {0, 90}, {3, 490.5}, 1},
        {30, 25, 12, 13, {0, 12}, {0, 13}, 1},
    };

    (void)state;
    for (size_t i = 0; i < sizeof some / sizeof *some; i++)
        for (size_t k = i; k < REFERENCES; k += step()) {
            check_far(&some[i], &references[k], 1e9);
            check_far(&some[i], &references[k], -1.7e18);
        }
}

static void
one_to_one_is_the_identity(void **state)
{
    double *values = noise(&shapes[0]);
    double *got = resampled_once(&shapes[0], values);

    (void)state;
    assert_memory_equal(got, values, 35 * sizeof *values);
    free(values);
    free(got);
}

static double
position(size_t out, struct fp__span span, size_t o)
{
    return span.start + ((double)o + 0.5) * (span.stop - span.start) / (double)out - 0.5;
}

/* Whether Agg surely (1) or surely not (−1) reads source pixel k for output pixel o; it rounds. */
static int
reads(const struct reference *kernel, size_t out, struct fp__span span, size_t o, size_t k)
{
    double f = fmax(1, fabs(span.stop - span.start) / (double)out);
    double away = fabs((double)k - position(out, span, o));

    return away < ceil(kernel->radius) * f - 0.3 ? 1 : away > ceil(kernel->radius) * f + 1 ? -1 : 0;
}

/* One bad value: the pixels that it is read for are bad; the others are what they were, or nearly
 * where the definition reaches a little farther than Agg. */
static void
check_spread(const struct shape *s, const struct reference *kernel, double bad, size_t at,
             enum way way)
{
    double *values = noise(s);
    double *clean = resampled_by(s, kernel, values, way);
    double *got;

    values[at] = bad;
    got = resampled_by(s, kernel, values, way);
    for (size_t i = 0; i < s->out_w * s->out_h; i++) {
        int x = reads(kernel, s->out_w, s->x, i % s->out_w, at % s->w);
        int y = reads(kernel, s->out_h, s->y, i / s->out_w, at / s->w);

        if (x > 0 && y > 0)
            assert_true(isnan(got[i]));
        else if (x < 0 || y < 0)
            assert_near(got[i], clean[i], 1e-15);
        else
            assert_true(isnan(got[i]) || fabs(got[i] - clean[i]) < 0.25);
    }
    free(values);
    free(clean);
    free(got);
}

static void
a_bad_value_spreads_under_its_kernel_only(void **state)
{
    static const double bad[] = {NAN, INFINITY, -INFINITY};
    static const size_t kernels[] = {0, 4, 8, 1, 14};

    (void)state;
    for (size_t i = 0; i < 3; i++)
        for (size_t s = 0; s < SHAPES; s++)
            for (size_t k = 0; k < 5; k++)
                if (shapes[s].channels == 1)
                    for (size_t at = 0; at < shapes[s].w * shapes[s].h; at += 29 * step())
                        check_spread(&shapes[s], &references[kernels[k]], bad[i], at,
                                     (enum way)(at % WAYS));
}

/* The mean of the finite of n values `step` apart. */
static double
mean_of_finite(const double *values, size_t step, const double *weights, size_t n)
{
    double sum = 0, total = 0;

    for (size_t k = 0; k < n; k++)
        if (weights[k] != 0 && isfinite(values[k * step])) {
            sum += weights[k] * values[k * step];
            total += weights[k];
        }
    return sum / total;
}

static bool
reads_bad(const struct shape *s, const struct fp__resampler *resampler, const double *values,
          size_t i)
{
    const struct fp__range *x = &resampler->x.windows[i % s->out_w].read;
    const struct fp__range *y = &resampler->y.windows[i / s->out_w].read;

    for (size_t row = y->first; row <= y->last; row++)
        for (size_t col = x->first; col <= x->last; col++)
            if (!isfinite(values[row * s->w + col]))
                return true;
    return false;
}

/* Value i where columns are blended first, NaN where Agg reads something bad. */
static double
with_holes(const struct shape *s, const struct reference *kernel,
           const struct fp__resampler *resampler, const double *values, size_t i)
{
    double *wx = weights_of(kernel, s->out_w, s->w, s->x, i % s->out_w);
    double *wy = weights_of(kernel, s->out_h, s->h, s->y, i / s->out_w);
    double *columns = room_for(s->w);
    double mean;

    for (size_t x = 0; x < s->w; x++)
        columns[x] = wx[x] != 0 ? mean_of_finite(values + x, s->w, wy, s->h) : 0;
    mean = mean_of_finite(columns, 1, wx, s->w);
    free(wx);
    free(wy);
    free(columns);
    return reads_bad(s, resampler, values, i) ? NAN : mean;
}

/* One value in `rarity` is bad; some rows are without. */
static void
make_holes(const struct shape *s, size_t rarity, double *values)
{
    static const double bad[] = {NAN, INFINITY, -INFINITY};
    uint32_t state = 7;

    for (size_t i = 0; i < s->w * s->h; i++) {
        state = state * 1664525 + 1013904223;
        if (i / s->w % 7 != 3 && (state >> 8) % rarity == 0)
            values[i] = bad[(state >> 4) % 3];
    }
}

static void
check_holes(const struct shape *s, const struct reference *kernel, const double *values)
{
    double *got;
    struct image image = image_of(s, values);
    struct fp__resampler resampler = {0};
    struct fp__resampling plan = plan_of(s, kernel);

    plan.rows.arg = &image;
    got = all_rows(&resampler, s, &plan);
    for (size_t i = 0; i < s->out_w * s->out_h; i++) {
        double wanted = with_holes(s, kernel, &resampler, values, i);

        if (isnan(wanted) ? !isnan(got[i]) : !(fabs(got[i] - wanted) < 1e-12))
            fail_msg("%s: value %zu is %g, not %g", kernel->name, i, got[i], wanted);
    }
    fp__resampler_finish(&resampler);
    free(got);
}

static void
holes_are_where_something_bad_is_read(void **state)
{
    static const struct shape reduced[] = {{9, 7, 40, 61, {0, 40}, {0, 61}, 1},
                                           {20, 9, 15, 30, {2.5, 13}, {3, 27.5}, 1},
                                           {3, 4, 520, 61, {520, 0}, {0, 61}, 1}};
    static const size_t rarities[] = {1, 3, 40, 1000}, kernels[] = {0, 4, 8, 14};

    (void)state;
    for (size_t i = 0; i < 3; i++)
        for (size_t j = 0; j < 4; j++) {
            double *values = noise(&reduced[i]);

            make_holes(&reduced[i], rarities[j], values);
            for (size_t k = 0; k < 4; k++)
                check_holes(&reduced[i], &references[kernels[k]], values);
            free(values);
        }
}

/* Agg reads at most 200 pixels either way, the definition takes in more: a hole among those does
 * not show. */
static void
holes_beyond_what_is_read_are_left_out(void **state)
{
    static const struct shape s = {1, 2, 2, 900, {0, 2}, {0, 900}, 1};

    (void)state;
    for (size_t at = 0; at < 2 * 900; at += 67) {
        double *values = noise(&s);

        values[at] = NAN;
        check_holes(&s, hanning, values);
        free(values);
    }
}

/* --- types ------------------------------------------------------------------------------------ */

/* Any bytes, of which bools take every one but 0 as 1; floats are also not finite. */
static void *
any_bytes(size_t n)
{
    unsigned char *bytes = calloc(n, 1);
    uint32_t state = 3;

    assert_non_null(bytes);
    for (size_t i = 0; i < n; i++) {
        state = state * 1664525 + 1013904223;
        bytes[i] = (unsigned char)(state >> 24);
    }
    return bytes;
}

/* What the rows in memory hold, first as doubles that are fetched, then as they lie there. */
static void
check_rows(const struct shape *s, struct fp__rows rows)
{
    size_t width = s->w * s->channels, size = fp_dtype_size(rows.dtype);
    double *values = room_for(width * s->h), *wanted, *got;
    struct image image = image_of(s, values);
    struct fp__resampler resampler = {0};
    struct fp__resampling plan = plan_of(s, hanning);

    for (size_t row = 0; row < s->h; row++) {
        struct fp__run run = {(const char *)rows.base + (ptrdiff_t)row * rows.row_bytes,
                              (ptrdiff_t)size, rows.dtype, false};

        fp__values_to_double(&run, width, values + row * width);
    }
    plan.rows.arg = &image;
    wanted = all_rows(&resampler, s, &plan);
    plan.rows = rows;
    got = all_rows(&resampler, s, &plan);
    for (size_t i = 0; i < s->out_w * s->out_h * s->channels; i++)
        if (isnan(wanted[i]) ? !isnan(got[i]) : got[i] != wanted[i])
            fail_msg("%s: value %zu is %.17g, not %.17g", fp_dtype_name(rows.dtype), i, got[i],
                     wanted[i]);
    fp__resampler_finish(&resampler);
    free(values);
    free(wanted);
    free(got);
}

static void
check_type(const struct shape *s, enum fp_dtype dtype)
{
    size_t size = fp_dtype_size(dtype), row = s->w * s->channels * size + 3;
    char *bytes = any_bytes(s->h * row + 1);
    struct fp__rows rows = {.width = s->w,
                            .channels = s->channels,
                            .finite = fp__dtype_kind(dtype) != 'f',
                            .base = bytes + 1,
                            .row_bytes = (ptrdiff_t)row,
                            .dtype = dtype};

    check_rows(s, rows);
    rows.base = bytes + 1 + (s->h - 1) * row;
    rows.row_bytes = -rows.row_bytes;
    check_rows(s, rows);
    free(bytes);
}

/* Of every type, from first to last and from last to first, with a gap between rows, off the type's
 * alignment; rows of one piece and of several. */
static void
rows_in_memory_are_what_is_fetched(void **state)
{
    static const struct shape wide = {4, 3, 700, 10, {0, 700}, {0, 10}, 3};

    (void)state;
    for (enum fp_dtype dtype = 0; dtype < FP_DTYPES; dtype++) {
        check_type(&wide, dtype);
        for (size_t i = 0; i < SHAPES; i++)
            check_type(&shapes[i], dtype);
    }
}

static void
opposite_infinities_do_not_cancel(void **state)
{
    static const struct shape s = {2, 2, 40, 40, {0, 40}, {0, 40}, 1};
    double *values = constant(&s, 1);
    double *got;

    (void)state;
    values[10 * 40 + 10] = INFINITY;
    values[11 * 40 + 10] = -INFINITY;
    values[10 * 40 + 11] = -INFINITY;
    got = resampled_once(&s, values);
    assert_false(isfinite(got[0]));
    free(values);
    free(got);
}

/* Channels do not mix: three gray images woven together come out as each of them alone. */
static void
channels_are_apart(void **state)
{
    static const struct shape three = {20, 30, 33, 7, {1, 32}, {0, 7}, 3};
    struct shape one = three;
    double *values = noise(&three);
    double *got = resampled_once(&three, values);

    (void)state;
    one.channels = 1;
    for (size_t c = 0; c < 3; c++) {
        double *alone = room_for(33 * 7);
        double *wanted;

        for (size_t i = 0; i < (size_t)33 * 7; i++)
            alone[i] = values[3 * i + c];
        wanted = resampled_once(&one, alone);
        for (size_t i = 0; i < (size_t)20 * 30; i++)
            assert_true(got[3 * i + c] == wanted[i]);
        free(alone);
        free(wanted);
    }
    free(values);
    free(got);
}

/* Give or take the three that are read together with one. */
static void
only_the_rows_shown_are_fetched(void **state)
{
    static const struct shape s = {10, 10, 5, 100, {0, 5}, {20, 40}, 1}; /* p = 20.5, f = 2 */
    double *values = noise(&s);
    struct image image = image_of(&s, values);
    struct fp__resampler resampler = {0};
    struct fp__resampling plan = plan_of(&s, hanning);

    (void)state;
    plan.rows.arg = &image;
    free(all_rows(&resampler, &s, &plan));
    assert_in_range(image.first, 16, 19);
    assert_in_range(image.last, 40, 43);
    fp__resampler_finish(&resampler);
    free(values);
}

/* The cost of reducing: all source rows once, and once more one of them for each row that is made,
 * however far the kernel reaches. */
static void
rows_are_read_once(void **state)
{
    static const struct shape s = {7, 11, 70, 400, {0, 70}, {0, 400}, 3};
    double *values = noise(&s);

    (void)state;
    for (size_t k = 0; k < REFERENCES; k++) {
        struct image image = image_of(&s, values);
        struct fp__resampler resampler = {0};
        struct fp__resampling plan = plan_of(&s, &references[k]);

        plan.rows.arg = &image;
        free(all_rows(&resampler, &s, &plan));
        assert_true(image.fetched <= 70 * (400 + 11) * 3);
        fp__resampler_finish(&resampler);
    }
    free(values);
}

static void
the_same_geometry_allocates_nothing(void **state)
{
    struct fp__resampler resampler = {0};
    size_t calls;

    (void)state;
    assert_int_equal(init(&resampler, &shapes[2]), FP_OK);
    calls = fp__alloc_calls();
    resampler.x.weights[0] += 1; /* would be put right if it were computed again */
    for (size_t i = 0; i < 1000; i++)
        assert_int_equal(init(&resampler, &shapes[2]), FP_OK);
    assert_int_equal(fp__alloc_calls(), calls);
    assert_true(resampler.x.weights[0] > 1);
    assert_int_equal(fp__alloc_bytes(), 0);
    assert_true(fp__alloc_cache_bytes() > 0);
    fp__resampler_finish(&resampler);
    assert_int_equal(fp__alloc_cache_bytes(), 0);
    fp__resampler_finish(&resampler);
}

static void
kept_memory_never_shows(void **state)
{
    struct fp__resampler kept = {0};

    (void)state;
    for (size_t round = 0; round < 3; round++)
        for (size_t i = 0; i < SHAPES; i++) {
            const struct shape *s = &shapes[(i * 7 + round) % SHAPES];
            double *values = noise(s);
            double *got = resampled(&kept, s, values);
            double *wanted = resampled_once(s, values);

            assert_memory_equal(got, wanted, s->out_w * s->out_h * s->channels * sizeof *wanted);
            free(values);
            free(got);
            free(wanted);
        }
    fp__resampler_finish(&kept);
}

static void
sizes_beyond_memory_are_refused(void **state)
{
    static const struct shape vast[] = {{SIZE_MAX / 16, 1, 5, 5, {0, 5}, {0, 5}, 1},
                                        {SIZE_MAX, 1, 5, 5, {0, 5}, {0, 5}, 1},
                                        {1, 1, SIZE_MAX / 8, 5, {0, 1e18}, {0, 5}, 1},
                                        {1, SIZE_MAX / 8, 5, 5, {0, 5}, {0, 5}, 1}};
    struct fp__resampler resampler = {0};

    (void)state;
    for (size_t i = 0; i < sizeof vast / sizeof *vast; i++)
        assert_int_equal(init(&resampler, &vast[i]), FP_ERR_MEMORY);
    assert_non_null(strstr(fp_context_message(NULL), "resampling"));
    fp__resampler_finish(&resampler);
}

/* One resampler through three geometries; each init may fail, and the next must not mind. */
static int
three_geometries(void *arg)
{
    struct fp__resampler resampler = {0};
    int failed = 0;

    (void)arg;
    for (size_t i = 3; i < 6; i++) {
        double *values = noise(&shapes[i]);
        struct image image = image_of(&shapes[i], values);
        struct fp__resampling plan = plan_of(&shapes[i], hanning);

        plan.rows.arg = &image;
        if (fp__resampler_init(NULL, &resampler, &plan) != FP_OK)
            failed = 1;
        else
            for (size_t o = 0; o < shapes[i].out_h; o++)
                assert_non_null(fp__resampler_row(&resampler, o));
        free(values);
    }
    fp__resampler_finish(&resampler);
    return failed;
}

static void
every_allocation_may_fail(void **state)
{
    (void)state;
    torture(three_geometries, NULL, 1);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(pictures_are_as_defined),
        world_test(what_is_cut_makes_no_difference),
        world_test(weights_sum_to_one),
        world_test(a_constant_stays_that_constant),
        world_test(a_saturated_area_stays_at_its_limit),
        world_test(small_differences_far_from_0_remain),
        world_test(one_to_one_is_the_identity),
        world_test(a_bad_value_spreads_under_its_kernel_only),
        world_test(holes_are_where_something_bad_is_read),
        world_test(holes_beyond_what_is_read_are_left_out),
        world_test(rows_in_memory_are_what_is_fetched),
        world_test(opposite_infinities_do_not_cancel),
        world_test(channels_are_apart),
        world_test(only_the_rows_shown_are_fetched),
        world_test(rows_are_read_once),
        world_test(the_same_geometry_allocates_nothing),
        world_test(kept_memory_never_shows),
        world_test(sizes_beyond_memory_are_refused),
        world_test(every_allocation_may_fail),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
