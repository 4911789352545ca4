/* SPDX-License-Identifier: MIT */
/* test_trio.c: windows of three pixels give what windows of any size give, to the last bit. */
#include "unit/support.h"

#include <stdlib.h>

#include "data/dtype.h"
#include "pixels/resample.h"
#include "pixels/trio_columns.h"
#include "pixels/trio_rows.h"
#include "unit/cliff.h"
#include "unit/pixels/awkward.h"

enum { LONGEST = 70 };

static double
tame_value(void)
{
    double value = awkward_value(2);

    return fabs(value) <= 0x1p1000 ? value : -0.;
}

/* --- rows ------------------------------------------------------------------------------------- */

enum { BYTES = LONGEST * sizeof(double) };

/* Three rows and two results, all of which end at a cliff. */
static char *cliffs[5];

static void
check_rows(const struct fp__trio_rows *rows, double values[3][LONGEST], size_t n)
{
    double *plain = (double *)cliffs[3] + LONGEST - n, *fast = (double *)cliffs[4] + LONGEST - n;

    fp__trio_rows_plain(rows, n, plain);
    for (size_t i = 0; i < n; i++) {
        double sum = 0;

        sum += rows->weights[0] * (values[1][i] - values[0][i]);
        sum += rows->weights[1] * (values[2][i] - values[0][i]);
        sum += values[0][i];
        assert_memory_equal(&sum, &plain[i], sizeof sum);
    }
#if FP__X86
    if (fp__cpu_has_avx512()) {
        fp__trio_rows_avx512(rows, n, fast);
        assert_same_values(fast, plain, n);
    }
#endif
    fp__trio_rows(rows, n, fast);
    assert_same_values(fast, plain, n);
}

/* The rows right at their cliffs, or else one byte behind where such numbers usually lie, which
 * takes some room in front. */
static void
lay_rows(struct fp__trio_rows *rows, double values[3][LONGEST], size_t n, bool aligned)
{
    size_t size = rows->floats ? sizeof(float) : sizeof(double);

    for (size_t k = 0; k < 3; k++) {
        char *at = cliffs[k] + BYTES - n * size - (aligned ? 0 : size - 1);

        *(k ? &rows->others[k - 1] : &rows->base) = at;
        for (size_t i = 0; i < n; i++) {
            float narrow = (float)fmin(fmax(values[k][i], -1e38), 1e38);

            memcpy(at + i * size, rows->floats ? (void *)&narrow : &values[k][i], size);
            if (rows->floats)
                values[k][i] = narrow;
        }
    }
}

static void
check_places(struct fp__trio_rows *rows, size_t n)
{
    static double values[3][LONGEST];

    for (size_t i = 0; i < 3 * n; i++)
        values[i % 3][i / 3] = tame_value();
    for (int place = 0; place < 4; place++) {
        rows->floats = place >= 2;
        lay_rows(rows, values, n, place % 2);
        check_rows(rows, values, n);
    }
}

static void
three_rows_are_one(void **state)
{
    (void)state;
    for (size_t k = 0; k < 5; k++)
        cliffs[k] = cliff_alloc(BYTES);
    for (size_t n = 1; n < LONGEST; n++)
        for (size_t round = 0; round < 12; round++) {
            struct fp__trio_rows rows = {0};

            rows.weights[0] = awkward_value(1000000) - .3;
            rows.weights[1] = round % 3 ? awkward_value(1000000) - .3 : 0;
            check_places(&rows, n);
        }
    for (size_t k = 0; k < 5; k++)
        cliff_free(cliffs[k], BYTES);
}

/* --- columns ---------------------------------------------------------------------------------- */

static size_t with_trios, with_blocks;

/* Cliffs, which all rows end at. */
static double *sources_at[FP__FOUR], *room_at, *rows_at[5][FP__FOUR];

static void
each_cliff(void (*act)(double **cliff, size_t n))
{
    for (size_t k = 0; k < FP__FOUR; k++) {
        act(&sources_at[k], LONGEST);
        for (size_t way = 0; way < 5; way++)
            act(&rows_at[way][k], LONGEST);
    }
    act(&room_at, FP__FOUR * LONGEST);
}

static void
build(double **cliff, size_t n)
{
    *cliff = cliff_alloc(n * sizeof **cliff);
}

static void
remove_again(double **cliff, size_t n)
{
    cliff_free(*cliff, n * sizeof **cliff);
}

static void
filter_every_way(const struct fp__filter *filter, const double *const sources[FP__FOUR], size_t src,
                 double *rows[5][FP__FOUR])
{
    double *room = room_at + FP__FOUR * (LONGEST - src);

    fp__filter_four_plain(filter, sources, 1, rows[0]);
    fp__trio_columns_plain(filter, sources, rows[1]);
    fp__trio_columns(filter, sources, src, room, rows[2]);
    for (size_t way = 3; way < 5; way++)
        for (size_t k = 0; k < FP__FOUR; k++)
            memcpy(rows[way][k], rows[0][k], filter->out * sizeof *rows[0][k]);
#if FP__X86
    if (fp__cpu_has_avx2())
        fp__trio_columns_avx2(filter, sources, src, room, rows[3]);
    if (fp__cpu_has_avx512() && filter->trios.blocks)
        fp__trio_columns_avx512(filter, sources, rows[4]);
#endif
}

static void
check_columns(const struct fp__filter *filter, size_t src)
{
    const double *sources[FP__FOUR];
    double *rows[5][FP__FOUR];

    for (size_t k = 0; k < FP__FOUR; k++) {
        sources[k] = sources_at[k] + LONGEST - src;
        for (size_t i = LONGEST - src; i < LONGEST; i++)
            sources_at[k][i] = tame_value();
        for (size_t way = 0; way < 5; way++)
            rows[way][k] = rows_at[way][k] + LONGEST - filter->out;
    }
    filter_every_way(filter, sources, src, rows);
    for (size_t way = 1; way < 5; way++)
        for (size_t k = 0; k < FP__FOUR; k++)
            assert_memory_equal(rows[way][k], rows[0][k], filter->out * sizeof *rows[0][k]);
}

static void
rows_are_filtered_by_three_as_by_all(void **state)
{
    static const char *const kernels[] = {"hanning", "bilinear", "hermite", "kaiser"};
    struct fp__filter filter = {0};

    (void)state;
    with_trios = with_blocks = 0;
    each_cliff(build);
    for (size_t src = 1; src <= LONGEST; src++)
        for (size_t out = 1; out <= LONGEST; out += 1 + src % 7) {
            double n = (double)src;
            struct fp__filter_plan plan = {
                .kernel = fp__kernel_find(kernels[(src + out) % 4]),
                .side = {.src = src, .span = {0, n}, .out = out, .count = out},
                .other_scale = 1,
                .columns = true};

            if (out % 3 == 0)
                plan.side.span = (struct fp__span){n, n / 3};
            plan.radius = fp__kernel_radius(plan.kernel, 4);
            assert_true(fp__filter_init(&filter, &plan));
            with_trios += filter.trios.each != NULL;
            with_blocks += filter.trios.blocks != NULL;
            if (filter.trios.each)
                check_columns(&filter, src);
        }
    fp__filter_finish(&filter);
    each_cliff(remove_again);
    assert_in_range(with_trios, 1000, 1500);
    assert_in_range(with_blocks, 600, with_trios);
}

/* --- values ----------------------------------------------------------------------------------- */

static void
wild_values_are_found_wherever_they_are(void **state)
{
    static const double wild[] = {NAN, INFINITY, -INFINITY, DBL_MAX, -0x1.0001p1000};
    double values[LONGEST] = {0x1p1000, -1, -0., -0x1p1000};
    float floats[LONGEST] = {FLT_MAX, -FLT_MAX, -0.f};

    (void)state;
    for (size_t n = 0; n <= LONGEST; n++) {
        assert_true(fp__are_tame(values, n));
        assert_true(fp__are_tame_floats(floats, n));
        for (size_t i = 0; i < 5 * n; i++) {
            double value = values[i / 5];
            float narrow = floats[i / 5];

            values[i / 5] = wild[i % 5];
            assert_false(fp__are_tame(values, n));
            values[i / 5] = value;
            floats[i / 5] = i % 5 < 3 ? (float)wild[i % 5] : -INFINITY;
            assert_false(fp__are_tame_floats(floats, n));
            floats[i / 5] = narrow;
        }
    }
}

/* --- pictures --------------------------------------------------------------------------------- */

enum { SIDE = 61, CHANNELS = 3 };

static double values[SIDE * SIDE];
static float floats[SIDE * SIDE];
static int16_t shorts[SIDE * SIDE];

static void
resample(const struct fp__resampling *plan, bool trios, double *to)
{
    struct fp__resampler resampler = {0};
    size_t length = plan->x.count * plan->rows.channels;

    assert_int_equal(fp__resampler_init(NULL, &resampler, plan), FP_OK);
    if (!trios)
        resampler.x.trios.each = resampler.y.trios.each = NULL;
    for (size_t o = 0; o < plan->y.count; o++)
        memcpy(to + o * length, fp__resampler_row(&resampler, o), length * sizeof *to);
    fp__resampler_finish(&resampler);
}

static void
check_picture(const struct fp__rows *rows, size_t width, size_t height)
{
    static double pictures[2][CHANNELS * 2 * SIDE * 2 * SIDE];
    double n = (double)rows->width;
    struct fp__resampling plan = {
        .kernel = fp__kernel_find("hanning"),
        .radius = 1,
        .x = {.src = rows->width, .span = {0, n}, .out = width, .count = width},
        .y = {.src = SIDE, .span = {0, SIDE}, .out = height, .skip = 3, .count = height - 3},
        .rows = *rows};

    resample(&plan, true, pictures[0]);
    resample(&plan, false, pictures[1]);
    assert_same_values(pictures[0], pictures[1], width * rows->channels * (height - 3));
}

static void
fetch(void *rows, size_t row, size_t col, size_t n, double *to)
{
    fp__rows_read(rows, row, col, n, to);
}

/* As they lie, as pixels of three channels, on demand, or the last row first. */
static void
check_form(const void *base, enum fp_dtype dtype, size_t form, const size_t sides[2])
{
    ptrdiff_t bytes = (ptrdiff_t)(SIDE * fp_dtype_size(dtype));
    struct fp__rows lying = {.width = SIDE,
                             .channels = 1,
                             .finite = dtype == FP_INT16,
                             .base = base,
                             .row_bytes = bytes,
                             .dtype = dtype};
    struct fp__rows rows = lying;

    if (form == 1) {
        rows.channels = CHANNELS;
        rows.width = SIDE / CHANNELS;
    } else if (form == 2) {
        rows.base = NULL;
        rows.fetch = fetch;
        rows.arg = &lying;
    } else if (form == 3) {
        rows.base = (const char *)base + (SIDE - 1) * bytes;
        rows.row_bytes = -bytes;
    }
    check_picture(&rows, sides[0], sides[1]);
}

/* Over four rounds every size has every form. */
static void
check_pictures(size_t round)
{
    static const size_t sizes[] = {41, 44, 50, 60, 61, 77, 120};

    for (size_t i = 0; i < 49; i++) {
        size_t sides[2] = {sizes[i / 7], sizes[i % 7]}, form = (i + round) % 4;

        check_form(values, FP_FLOAT64, form, sides);
        check_form(floats, FP_FLOAT32, form, sides);
        check_form(shorts, FP_INT16, form, sides);
    }
}

/* Wild rows are few, so that both ways take turns. */
static void
pictures_are_the_same_with_wild_rows_and_without(void **state)
{
    (void)state;
    for (size_t round = 0; round < 8; round++) {
        for (size_t i = 0; i < SIDE * SIDE; i++) {
            values[i] = round < 2 || i / SIDE % 11 != round ? tame_value() : awkward_value(300);
            floats[i] = (float)values[i];
            shorts[i] = (int16_t)random_bits();
        }
        check_pictures(round);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(three_rows_are_one),
        world_test(rows_are_filtered_by_three_as_by_all),
        world_test(wild_values_are_found_wherever_they_are),
        world_test(pictures_are_the_same_with_wild_rows_and_without),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
