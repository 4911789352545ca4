/* SPDX-License-Identifier: MIT */
/* test_norm_cases.c: limits, places and colours of every norm against matplotlib's numbers. */
#include <math.h>
#include <stdlib.h>

#include "color/mapper.h"
#include "unit/color/norm_cases.h"
#include "unit/support.h"

enum { CASES = sizeof norm_cases / sizeof *norm_cases };

/* The norm with its limits found; the caller unrefs the boundaries. */
static struct fp_norm
resolved(const struct norm_case *c)
{
    struct fp_norm norm;

    assert_int_equal(fp_norm_parse(NULL, c->norm, &norm), FP_OK);
    norm.vmin = c->vmin;
    norm.vmax = c->vmax;
    assert_int_equal(fp_norm_resolve(NULL, &norm, c->low, c->high), FP_OK);
    return norm;
}

static void
limits_are_found_as_in_matplotlib(void **state)
{
    (void)state;
    for (size_t i = 0; i < CASES; i++) {
        const struct norm_case *c = &norm_cases[i];
        struct fp_norm norm = resolved(c), again = norm;

        assert_true(norm.vmin == c->found[0] && norm.vmax == c->found[1]);
        assert_int_equal(fp_norm_resolve(NULL, &again, -1e9, 1e9), FP_OK); /* nothing is open */
        assert_true(again.vmin == norm.vmin && again.vmax == norm.vmax);
        fp_unref(norm.boundaries);
    }
}

static void
places_are_matplotlib_s(void **state)
{
    (void)state;
    for (size_t i = 0; i < CASES; i++) {
        const struct norm_case *c = &norm_cases[i];
        struct fp_norm norm = resolved(c);
        struct fp__placer placer = fp__placer_of(&norm);

        for (size_t k = 0; k < c->count && norm.kind != FP_NORM_BOUNDARY; k++) {
            double value = inputs[c->first + k], wanted = outputs[c->out + k].place;
            double x = isfinite(value) ? fp__placer_at(&placer, value) : NAN;

            if (isinf(wanted)) /* twoslope's under and over */
                assert_true(wanted < 0 ? x < 0 : x > 1);
            else
                assert_near(isfinite(x) ? x : NAN, wanted, 4e-15 * fmax(1, fabs(wanted)));
        }
        fp_unref(norm.boundaries);
    }
}

/* A pixel whose bytes tell the index of its colour. */
static int
index_of(uint32_t argb, size_t n)
{
    if ((argb & 0xff) == 0)
        return (int)(argb >> 8 & 0xffff);
    return argb == 0xffffffff ? (int)n + 1 : argb == 0xff0000ff ? -1 : (int)n;
}

/* True when n·x lies so near to the edge of a colour that a rounding decides. */
static bool
is_edge(double x, size_t n)
{
    double place = x * (double)n;

    return fabs(place - floor(place + .5)) < 1e-11;
}

static void
colours_are_matplotlib_s(void **state)
{
    static uint8_t rgb[FP__COLORMAP_MAX][3];
    struct fp_color under = {0, 0, 255, 255}, over = {255, 0, 255, 255};
    size_t edges = 0;

    (void)state;
    for (size_t i = 0; i < FP__COLORMAP_MAX; i++) {
        rgb[i][0] = (uint8_t)(i >> 8);
        rgb[i][1] = (uint8_t)i;
    }
    for (size_t i = 0; i < CASES; i++) {
        const struct norm_case *c = &norm_cases[i];
        struct fp_norm norm = resolved(c);
        struct fp_colormap map = {.rgb = (const uint8_t(*)[3])rgb, .n = c->colors};
        struct fp__mapper mapper;
        uint32_t row[64];

        assert_int_equal(fp__norm_fits(NULL, &norm, &map), FP_OK);
        fp__mapper_init(&mapper, &map, &norm, &under, &over, &FP_WHITE);
        fp__mapper_row(&mapper, inputs + c->first, c->count, row);
        for (size_t k = 0; k < c->count; k++) {
            const struct output *wanted = &outputs[c->out + k];
            int off = abs(index_of(row[k], c->colors) - wanted->color);

            if (off == 1 && is_edge(wanted->place, c->colors))
                edges++;
            else
                assert_int_equal(off, 0);
        }
        fp_unref(norm.boundaries);
    }
    assert_true(edges <= 3);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(limits_are_found_as_in_matplotlib),
        world_test(places_are_matplotlib_s),
        world_test(colours_are_matplotlib_s),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
