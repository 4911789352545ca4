/* SPDX-License-Identifier: MIT */
/* test_mapper.c: which colour a value gets, at and around every boundary. */
#include <float.h>
#include <math.h>

#include "color/color.h"
#include "color/mapper.h"
#include "color/mapper_ways.h"
#include "unit/cliff.h"
#include "unit/pixels/awkward.h"
#include "unit/support.h"

static const struct fp_color UNDER = {255, 0, 0, 255};
static const struct fp_color OVER = {0, 0, 255, 255};
static const struct fp_color BAD = {0, 255, 0, 128};

static struct fp_colormap
map_of(const char *name)
{
    struct fp_colormap map;

    assert_int_equal(fp_colormap_find(NULL, name, &map), FP_OK);
    return map;
}

static struct fp__mapper
mapper_of(const char *name, double vmin, double vmax)
{
    struct fp_colormap map = map_of(name);
    struct fp__mapper mapper;

    fp__mapper_init(&mapper, &map,
                    &(struct fp_norm){.kind = FP_NORM_LINEAR, .vmin = vmin, .vmax = vmax}, &UNDER,
                    &OVER, &BAD);
    return mapper;
}

/* So many that every way of mapping them has some in its loop and some behind it. */
enum { TIMES = 17 };

static uint32_t
pixel(const struct fp__mapper *mapper, double value)
{
    uint32_t argb[TIMES + 2] = {[0] = 1, [TIMES + 1] = 3};
    double values[TIMES];

    for (size_t i = 0; i < TIMES; i++)
        values[i] = value;
    fp__mapper_row(mapper, values, TIMES, argb + 1);
    assert_int_equal(argb[0], 1);
    assert_int_equal(argb[TIMES + 1], 3);
    for (size_t i = 2; i <= TIMES; i++)
        assert_int_equal(argb[i], argb[1]);
    return argb[1];
}

static uint32_t
color(const char *name, size_t i)
{
    struct fp_colormap map = map_of(name);

    return fp__premultiply(fp_colormap_color(&map, i));
}

/* Limits 0 and n: colour i is from i to the last double below i + 1. */
static void
each_colour_begins_at_its_boundary(void **state)
{
    static const char *const names[] = {"viridis", "gray_r", "tab10",
                                        "tab20",   "Paired", "twilight"};

    (void)state;
    for (size_t k = 0; k < sizeof names / sizeof *names; k++) {
        size_t n = map_of(names[k]).n;
        struct fp__mapper mapper = mapper_of(names[k], 0, (double)n);

        for (size_t i = 0; i < n; i++) {
            /* The formula's own rounding: x = v/n, then n·x. */
            double below = nextafter((double)i + 1, 0);
            size_t wanted = (size_t)((double)n * (below / (double)n));

            assert_int_equal(pixel(&mapper, (double)i + 0.5), color(names[k], i));
            assert_int_equal(pixel(&mapper, below), color(names[k], wanted < n ? wanted : n - 1));
        }
    }
}

static void
powers_of_two_are_exact(void **state)
{
    struct fp__mapper mapper = mapper_of("viridis", 0, 256);

    (void)state;
    for (size_t i = 0; i < 256; i++) {
        assert_int_equal(pixel(&mapper, (double)i), color("viridis", i));
        assert_int_equal(pixel(&mapper, nextafter((double)i + 1, 0)), color("viridis", i));
    }
}

static void
the_ends_are_inside(void **state)
{
    struct fp__mapper mapper = mapper_of("magma", -2.5, 7.1);

    (void)state;
    assert_int_equal(pixel(&mapper, -2.5), color("magma", 0));
    assert_int_equal(pixel(&mapper, 7.1), color("magma", 255));
    assert_int_equal(pixel(&mapper, nextafter(-2.5, -9)), fp__premultiply(UNDER));
    assert_int_equal(pixel(&mapper, nextafter(7.1, 9)), fp__premultiply(OVER));
    assert_int_equal(pixel(&mapper, -DBL_MAX), fp__premultiply(UNDER));
    assert_int_equal(pixel(&mapper, DBL_MAX), fp__premultiply(OVER));
}

/* The next doubles around 1 for tables of any size: n·x must not reach n before x reaches 1. */
static void
one_is_the_only_one(void **state)
{
    static uint8_t rgb[FP__COLORMAP_MAX][3];

    (void)state;
    for (size_t n = 1; n <= FP__COLORMAP_MAX; n++) {
        struct fp_colormap map = {.rgb = (const uint8_t(*)[3])rgb, .n = n};
        struct fp__mapper mapper;

        rgb[n - 1][1] = 99;
        fp__mapper_init(&mapper, &map, &(struct fp_norm){.vmin = 0, .vmax = 1}, &UNDER, &OVER,
                        &BAD);
        assert_int_equal(pixel(&mapper, nextafter(1, 0)), 0xff006300);
        assert_int_equal(pixel(&mapper, 1), 0xff006300);
        assert_int_equal(pixel(&mapper, nextafter(1, 2)), fp__premultiply(OVER));
        assert_int_equal(pixel(&mapper, -4.9e-324), fp__premultiply(UNDER));
        assert_int_equal(pixel(&mapper, -0.0), n == 1 ? 0xff006300 : 0xff000000);
        rgb[n - 1][1] = 0;
    }
}

static void
what_is_not_finite_is_bad(void **state)
{
    struct fp__mapper mappers[] = {mapper_of("viridis", 0, 1), mapper_of("viridis", 2, 2),
                                   mapper_of("viridis", -DBL_MAX, DBL_MAX)};

    (void)state;
    for (size_t i = 0; i < 3; i++) {
        assert_int_equal(pixel(&mappers[i], NAN), 0x80008000);
        assert_int_equal(pixel(&mappers[i], INFINITY), 0x80008000);
        assert_int_equal(pixel(&mappers[i], -INFINITY), 0x80008000);
    }
}

static void
equal_limits_give_the_first_colour(void **state)
{
    static const double values[] = {-DBL_MAX, 1, 2, 3, DBL_MAX};
    struct fp__mapper mapper = mapper_of("viridis", 2, 2);

    (void)state;
    for (size_t i = 0; i < sizeof values / sizeof *values; i++)
        assert_int_equal(pixel(&mapper, values[i]), color("viridis", 0));
}

static void
without_under_and_over_the_end_colours_go_on(void **state)
{
    struct fp_colormap map = map_of("plasma_r");
    struct fp__mapper mapper;

    (void)state;
    fp__mapper_init(&mapper, &map, &(struct fp_norm){.vmin = 0, .vmax = 1}, NULL, NULL, &FP_CLEAR);
    assert_int_equal(pixel(&mapper, -1), color("plasma", 255));
    assert_int_equal(pixel(&mapper, 2), color("plasma", 0));
    assert_int_equal(pixel(&mapper, NAN), 0);
}

static void
a_row_is_mapped_value_by_value(void **state)
{
    struct fp__mapper mapper = mapper_of("turbo", 0, 1);
    double values[101];
    uint32_t argb[101];

    (void)state;
    for (size_t i = 0; i < 101; i++)
        values[i] = i % 7 == 3 ? NAN : (double)i / 80 - 0.1;
    fp__mapper_row(&mapper, values, 101, argb);
    for (size_t i = 0; i < 101; i++)
        assert_int_equal(argb[i], pixel(&mapper, values[i]));
    fp__mapper_row(&mapper, NULL, 0, NULL);
}

static void
opaque_is_told_from_what_can_occur(void **state)
{
    struct fp_colormap map = map_of("viridis");
    struct fp_norm norm = {.vmin = 0, .vmax = 1};
    struct fp_norm flat = {.vmin = 1, .vmax = 1};
    struct fp_color thin = {9, 9, 9, 254};
    struct fp__mapper mapper;

    (void)state;
    fp__mapper_init(&mapper, &map, &norm, NULL, NULL, &FP_CLEAR);
    assert_true(fp__mapper_opaque(&mapper));
    assert_false(mapper.bad_opaque);
    fp__mapper_init(&mapper, &map, &norm, &thin, NULL, &FP_WHITE);
    assert_false(fp__mapper_opaque(&mapper));
    assert_true(mapper.bad_opaque);
    fp__mapper_init(&mapper, &map, &norm, NULL, &thin, &thin);
    assert_false(fp__mapper_opaque(&mapper));
    assert_false(mapper.bad_opaque);
    fp__mapper_init(&mapper, &map, &flat, &thin, &thin, &FP_WHITE);
    assert_true(fp__mapper_opaque(&mapper));
}

static void
numbers_stand_for_colours(void **state)
{
    static const double values[] = {-1, 0, .5, .999, 1, 2, NAN};
    static const uint32_t wanted[] = {0, 1, 129, 256, 256, 257, 258};
    struct fp_colormap map = map_of("viridis");
    struct fp_norm norm = {.vmin = 0, .vmax = 1};
    struct fp__mapper mapper;
    uint32_t got[7];

    (void)state;
    fp__mapper_init(&mapper, &map, &norm, NULL, NULL, &FP_CLEAR);
    fp__mapper_number(&mapper);
    fp__mapper_row(&mapper, values, 7, got);
    assert_memory_equal(got, wanted, sizeof wanted);
}

/* --- the fast way ----------------------------------------------------------------------------- */

#if FP__X86

/* Rows of every length up to SHORT, and some that are more than one portion of the plain way. */
enum { SHORT = 70, LONGEST = 600 };

static const double limits[][2] = {
    {0, 1},      {0, 255},        {-2.2, 2.2},  {5, 5},           {1e-320, 3e-320},  {0, 1e-308},
    {0, 1e-305}, {-1e308, 1e308}, {0, 1.7e308}, {1e6, 1e6 + .25}, {-1e-300, 1e-300}, {0, 10}};

/* At, below or above the place where a colour begins, or anywhere. */
static double
tempting_value(const struct fp__mapper *mapper, const double *ends)
{
    double n = (double)mapper->n, k = random_bits() % (mapper->n + 1);
    double v = ends[0] * (1 - k / n) + ends[1] * (k / n);

    switch (random_bits() % 5) {
    case 0:
        return nextafter(v, INFINITY);
    case 1:
        return nextafter(v, -INFINITY);
    case 2:
        return v;
    case 3:
        return rint(v);
    default:
        return ends[0] + (ends[1] - ends[0]) * (awkward_value(1000000) * 1.2 - .1);
    }
}

/* Cliffs, which all rows end at. */
struct rows {
    double *values;
    uint32_t *plain, *fast;
};

static void
compare_ways(const struct fp__mapper *mapper, const double *ends, const struct rows *rows, size_t n)
{
    double *values = rows->values + LONGEST - n;
    uint32_t *plain = rows->plain + LONGEST - n, *fast = rows->fast + LONGEST - n;

    for (size_t i = 0; i < n; i++)
        values[i] = random_bits() % 3 ? tempting_value(mapper, ends) : awkward_value(1);
    fp__mapper_linear_plain(mapper, values, n, plain);
    fp__mapper_linear_avx2(mapper, values, n, fast);
    assert_memory_equal(fast, plain, n * sizeof *fast);
    if (!fp__cpu_has_avx512() || !fp__mapper_fits_avx512(mapper))
        return;
    memset(fast, 0, n * sizeof *fast);
    fp__mapper_linear_avx512(mapper, values, n, fast);
    assert_memory_equal(fast, plain, n * sizeof *fast);
}

/* Spans that are no numbers, or too near to none, are left to the other ways. */
static void
most_limits_fit_sixteen_at_a_time(void **state)
{
    size_t fit = 0;

    (void)state;
    for (size_t i = 0; i < sizeof limits / sizeof *limits; i++) {
        struct fp__mapper mapper = mapper_of("viridis", limits[i][0], limits[i][1]);

        fit += fp__mapper_fits_avx512(&mapper);
        if (limits[i][0] == limits[i][1] || limits[i][1] - limits[i][0] > DBL_MAX)
            assert_false(fp__mapper_fits_avx512(&mapper));
    }
    assert_int_equal(fit, 7);
}

/* No two of its pixels are the same. */
static struct fp__mapper
numbers_of(size_t colors, const double *ends)
{
    static const uint8_t rgb[FP__COLORMAP_MAX][3];
    struct fp_colormap map = {.rgb = rgb, .n = colors};
    struct fp__mapper mapper;

    fp__mapper_init(&mapper, &map, &(struct fp_norm){.vmin = ends[0], .vmax = ends[1]}, NULL, NULL,
                    &FP_CLEAR);
    fp__mapper_number(&mapper);
    return mapper;
}

static void
compare_lengths(const struct fp__mapper *mapper, const double *ends, const struct rows *rows)
{
    for (size_t turn = 0; turn < repeats(50); turn++) {
        for (size_t n = 1; n <= SHORT; n++)
            compare_ways(mapper, ends, rows, n);
        compare_ways(mapper, ends, rows, SHORT + 1 + random_bits() % (LONGEST - SHORT));
    }
}

static void
the_fast_way_gives_the_pixels_of_the_plain_one(void **state)
{
    static const size_t colors[] = {256, 10, FP__COLORMAP_MAX, 3, 1};
    struct rows rows;

    (void)state;
    if (!fp__cpu_has_avx2())
        skip();
    rows.values = cliff_alloc(LONGEST * sizeof *rows.values);
    rows.plain = cliff_alloc(LONGEST * sizeof *rows.plain);
    rows.fast = cliff_alloc(LONGEST * sizeof *rows.fast);
    for (size_t i = 0; i < 5 * sizeof limits / sizeof *limits; i++) {
        struct fp__mapper mapper = numbers_of(colors[i % 5], limits[i / 5]);

        compare_lengths(&mapper, limits[i / 5], &rows);
    }
    cliff_free(rows.values, LONGEST * sizeof *rows.values);
    cliff_free(rows.plain, LONGEST * sizeof *rows.plain);
    cliff_free(rows.fast, LONGEST * sizeof *rows.fast);
}

#else

static void
most_limits_fit_sixteen_at_a_time(void **state)
{
    (void)state;
    skip();
}

static void
the_fast_way_gives_the_pixels_of_the_plain_one(void **state)
{
    (void)state;
    skip();
}

#endif

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(each_colour_begins_at_its_boundary),
        world_test(powers_of_two_are_exact),
        world_test(the_ends_are_inside),
        world_test(one_is_the_only_one),
        world_test(what_is_not_finite_is_bad),
        world_test(equal_limits_give_the_first_colour),
        world_test(without_under_and_over_the_end_colours_go_on),
        world_test(a_row_is_mapped_value_by_value),
        world_test(opaque_is_told_from_what_can_occur),
        world_test(numbers_stand_for_colours),
        world_test(the_fast_way_gives_the_pixels_of_the_plain_one),
        world_test(most_limits_fit_sixteen_at_a_time),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
