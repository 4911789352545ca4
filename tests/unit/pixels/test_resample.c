/* SPDX-License-Identifier: MIT */
/* test_resample.c: the resampler against its definition, and what it owes its callers. */
#include <float.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "core/alloc.h"
#include "pixels/resample.h"
#include "unit/support.h"

struct image {
    size_t w, h, channels;
    const double *values;
    size_t fetched; /* rows; they must come in order, each once */
    size_t give_up; /* at this row */
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
    {30, 40, 25, 60, {2.3, 9.9}, {7, 51}, 1},  {8, 8, 100, 90, {99.1, 100}, {0, 0.25}, 1},
    {10, 9, 64, 64, {3.5, 61.25}, {0, 64}, 3},
};

enum { SHAPES = sizeof shapes / sizeof *shapes };

static const struct fp__kernel *
hanning(void)
{
    return fp__kernel_find("hanning");
}

static const double *
fetch(void *arg, size_t row)
{
    struct image *image = arg;

    if (row == image->give_up)
        return NULL;
    assert_true(row >= image->fetched && row < image->h);
    image->fetched = row + 1;
    return image->values + row * image->w * image->channels;
}

static struct image
image_of(const struct shape *shape, const double *values)
{
    return (struct image){shape->w, shape->h, shape->channels, values, 0, SIZE_MAX};
}

static enum fp_status
init(struct fp__resampler *resampler, const struct shape *s)
{
    return fp__resampler_init(NULL, resampler, hanning(), s->out_w, s->out_h, s->w, s->h, s->x,
                              s->y, s->channels);
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
resampled(struct fp__resampler *resampler, const struct shape *s, const double *values)
{
    struct image image = image_of(s, values);
    size_t length = s->out_w * s->channels;
    double *out = room_for(s->out_h * length);

    assert_int_equal(init(resampler, s), FP_OK);
    for (size_t o = 0; o < s->out_h; o++) {
        const double *row = fp__resampler_row(resampler, o, fetch, &image);

        assert_non_null(row);
        memcpy(out + o * length, row, length * sizeof *row);
    }
    return out;
}

static double *
resampled_once(const struct shape *shape, const double *values)
{
    struct fp__resampler resampler = {0};
    double *out = resampled(&resampler, shape, values);

    fp__resampler_finish(&resampler);
    return out;
}

/* The weights of all source pixels for output pixel o, straight from the definition. */
static double *
weights_of(size_t out, size_t n, struct fp__span span, size_t o)
{
    double *weights = room_for(n);
    double step = (span.stop - span.start) / (double)out;
    double p = span.start + ((double)o + 0.5) * step - 0.5;
    double f = step > 1 ? step : 1;
    double sum = 0;

    for (double k = floor(p - f) - 1; k <= ceil(p + f) + 1; k++)
        if (fabs(k - p) < f) {
            double weight = 0.5 + 0.5 * cos(acos(-1) * (k - p) / f);

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
directly(const struct shape *s, const double *values)
{
    double *out = room_for(s->out_w * s->out_h * s->channels);
    double *next = out;

    for (size_t y = 0; y < s->out_h; y++) {
        double *wy = weights_of(s->out_h, s->h, s->y, y);

        for (size_t x = 0; x < s->out_w; x++) {
            double *wx = weights_of(s->out_w, s->w, s->x, x);

            for (size_t c = 0; c < s->channels; c++)
                *next++ = direct(s, values, wx, wy, c);
            free(wx);
        }
        free(wy);
    }
    return out;
}

static void
pictures_are_as_defined(void **state)
{
    (void)state;
    for (size_t i = 0; i < SHAPES; i++) {
        double *values = noise(&shapes[i]);
        double *got = resampled_once(&shapes[i], values);
        double *wanted = directly(&shapes[i], values);

        for (size_t k = 0; k < shapes[i].out_w * shapes[i].out_h * shapes[i].channels; k++)
            assert_near(got[k], wanted[k], 1e-12);
        free(values);
        free(got);
        free(wanted);
    }
}

static void
weights_sum_to_one(void **state)
{
    (void)state;
    for (size_t i = 0; i < SHAPES; i++) {
        struct fp__resampler resampler = {0};

        assert_int_equal(init(&resampler, &shapes[i]), FP_OK);
        for (size_t o = 0; o < shapes[i].out_w; o++) {
            double *wanted = weights_of(shapes[i].out_w, shapes[i].w, shapes[i].x, o);
            double sum = 0;
            size_t n = 0;

            for (size_t k = 0; k < shapes[i].w; k++)
                n += wanted[k] > 1e-15;
            assert_true(n <= resampler.x.taps);
            for (size_t k = 0; k < n; k++)
                sum += resampler.x.weights[o * resampler.x.taps + k];
            assert_near(sum, 1, 1e-14);
            free(wanted);
        }
        fp__resampler_finish(&resampler);
    }
}

/* To the last bit, so that a saturated area never crosses its limit. */
static void
a_constant_stays_that_constant(void **state)
{
    static const double constants[] = {0, 1, 255, 0.1, -1.0 / 3, 1e-320, DBL_MAX, -DBL_MAX};

    (void)state;
    for (size_t i = 0; i < SHAPES; i++)
        for (size_t j = 0; j < sizeof constants / sizeof *constants; j++) {
            double *values = constant(&shapes[i], constants[j]);
            double *got = resampled_once(&shapes[i], values);

            for (size_t k = 0; k < shapes[i].out_w * shapes[i].out_h * shapes[i].channels; k++)
                assert_true(got[k] == constants[j]);
            free(values);
            free(got);
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

/* One bad value: exactly the pixels with a weight for it are not finite; all others are what they
 * were. */
static void
check_spread(const struct shape *s, double bad, size_t at)
{
    double *values = noise(s);
    double *clean = resampled_once(s, values);
    double *got;
    size_t x = at % s->w;
    size_t y = at / s->w;

    values[at] = bad;
    got = resampled_once(s, values);
    for (size_t j = 0; j < s->out_h; j++) {
        double *wy = weights_of(s->out_h, s->h, s->y, j);

        for (size_t i = 0; i < s->out_w; i++) {
            double *wx = weights_of(s->out_w, s->w, s->x, i);
            double pixel = got[j * s->out_w + i];

            if (wx[x] > 1e-12 && wy[y] > 1e-12)
                assert_false(isfinite(pixel));
            else if (wx[x] == 0 || wy[y] == 0)
                assert_true(pixel == clean[j * s->out_w + i]);
            free(wx);
        }
        free(wy);
    }
    free(values);
    free(clean);
    free(got);
}

static void
a_bad_value_spreads_under_its_kernel_only(void **state)
{
    static const double bad[] = {NAN, INFINITY, -INFINITY};

    (void)state;
    for (size_t i = 0; i < 3; i++)
        for (size_t s = 0; s < SHAPES; s++)
            if (shapes[s].channels == 1)
                for (size_t at = 0; at < shapes[s].w * shapes[s].h; at += 11)
                    check_spread(&shapes[s], bad[i], at);
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

static void
only_the_rows_shown_are_fetched(void **state)
{
    static const struct shape s = {10, 10, 5, 100, {0, 5}, {20, 40}, 1};
    struct fp__resampler resampler = {0};
    double *values = noise(&s);
    struct image image = image_of(&s, values);

    (void)state;
    image.fetched = 19; /* p = 20.5, f = 2: rows 19 … 22 */
    assert_int_equal(init(&resampler, &s), FP_OK);
    assert_non_null(fp__resampler_row(&resampler, 0, fetch, &image));
    assert_int_equal(image.fetched, 23);
    assert_non_null(fp__resampler_row(&resampler, 9, fetch, &image));
    assert_int_equal(image.fetched, 41);
    fp__resampler_finish(&resampler);
    free(values);
}

static void
a_fetch_that_gives_up_ends_the_pass(void **state)
{
    static const struct shape s = {4, 8, 4, 8, {0, 4}, {0, 8}, 1};
    struct fp__resampler resampler = {0};
    double *values = noise(&s);
    struct image image = image_of(&s, values);
    double *again;

    (void)state;
    image.give_up = 5;
    assert_int_equal(init(&resampler, &s), FP_OK);
    for (size_t o = 0; o < 5; o++)
        assert_non_null(fp__resampler_row(&resampler, o, fetch, &image));
    assert_null(fp__resampler_row(&resampler, 5, fetch, &image));
    again = resampled(&resampler, &s, values);
    assert_memory_equal(again, values, 32 * sizeof *values);
    fp__resampler_finish(&resampler);
    free(values);
    free(again);
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
                                        {5, 5, 5, 5, {0, 5}, {0, 5}, SIZE_MAX / 4}};
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

        if (init(&resampler, &shapes[i]) != FP_OK)
            failed = 1;
        else
            for (size_t o = 0; o < shapes[i].out_h; o++)
                assert_non_null(fp__resampler_row(&resampler, o, fetch, &image));
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
        world_test(weights_sum_to_one),
        world_test(a_constant_stays_that_constant),
        world_test(one_to_one_is_the_identity),
        world_test(a_bad_value_spreads_under_its_kernel_only),
        world_test(opposite_infinities_do_not_cancel),
        world_test(channels_are_apart),
        world_test(only_the_rows_shown_are_fetched),
        world_test(a_fetch_that_gives_up_ends_the_pass),
        world_test(the_same_geometry_allocates_nothing),
        world_test(kept_memory_never_shows),
        world_test(sizes_beyond_memory_are_refused),
        world_test(every_allocation_may_fail),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
