/* SPDX-License-Identifier: MIT */
/* test_trio.c: windows of three pixels give what windows of any size give, to the last bit. */
#include "unit/support.h"

#include <stdlib.h>

#include "data/dtype.h"
#include "pixels/resample.h"
#include "pixels/trio_columns.h"
#include "pixels/trio_rows.h"
#include "unit/pixels/awkward.h"

enum { LONGEST = 70 };

static double
tame_value(void)
{
    double value = awkward_value(2);

    return fabs(value) <= 0x1p1000 ? value : -0.;
}

/* --- rows ------------------------------------------------------------------------------------- */

static void
check_rows(const struct fp__trio_rows *rows, size_t n)
{
    double plain[LONGEST + 1], fast[LONGEST + 1];

    plain[n] = fast[n] = 7;
    fp__trio_rows_plain(rows, n, plain);
    for (size_t i = 0; i < n && !rows->floats; i++) {
        const double *base = rows->base, *first = rows->others[0], *second = rows->others[1];
        double sum = 0;

        sum += rows->weights[0] * (first[i] - base[i]);
        sum += rows->weights[1] * (second[i] - base[i]);
        sum += base[i];
        assert_memory_equal(&sum, &plain[i], sizeof sum);
    }
#if FP__X86
    if (fp__cpu_has_avx512()) {
        fp__trio_rows_avx512(rows, n, fast);
        assert_same_values(fast, plain, n + 1);
    }
#endif
    fp__trio_rows(rows, n, fast);
    assert_same_values(fast, plain, n + 1);
}

static void
three_rows_are_one(void **state)
{
    static double values[3][LONGEST];
    static float floats[3][LONGEST];
    static char bytes[3][sizeof floats[0] + 1]; /* floats wherever they lie */

    (void)state;
    for (size_t n = 1; n <= LONGEST; n++)
        for (size_t round = 0; round < 12; round++) {
            struct fp__trio_rows rows = {values[0], {values[1], values[2]}, {0, 0}, false};

            for (size_t k = 0; k < 3; k++) {
                for (size_t i = 0; i < n; i++) {
                    values[k][i] = tame_value();
                    floats[k][i] = (float)fmin(fmax(values[k][i], -1e38), 1e38);
                }
                memcpy(bytes[k] + 1, floats[k], sizeof floats[k]);
            }
            rows.weights[0] = awkward_value(1000000) - .3;
            rows.weights[1] = round % 3 ? awkward_value(1000000) - .3 : 0;
            check_rows(&rows, n);
            rows.floats = true;
            rows.base = bytes[0] + 1;
            rows.others[0] = bytes[1] + 1;
            rows.others[1] = bytes[2] + 1;
            check_rows(&rows, n);
        }
}

/* --- columns ---------------------------------------------------------------------------------- */

static size_t with_trios, with_blocks;

static void
check_columns(const struct fp__filter *filter, size_t src)
{
    static double values[FP__FOUR][LONGEST], room[FP__FOUR * LONGEST];
    static double out[5][FP__FOUR][LONGEST + 1];
    const double *sources[FP__FOUR];
    double *rows[5][FP__FOUR];

    for (size_t k = 0; k < FP__FOUR; k++) {
        for (size_t i = 0; i < src; i++)
            values[k][i] = tame_value();
        sources[k] = values[k];
        for (size_t way = 0; way < 5; way++) {
            rows[way][k] = out[way][k];
            out[way][k][filter->out] = 7;
        }
    }
    fp__filter_four_plain(filter, sources, 1, rows[0]);
    fp__trio_columns_plain(filter, sources, rows[1]);
    fp__trio_columns(filter, sources, src, room, rows[2]);
    memcpy(out[3], out[0], sizeof out[0]);
    memcpy(out[4], out[0], sizeof out[0]);
#if FP__X86
    if (fp__cpu_has_avx2())
        fp__trio_columns_avx2(filter, sources, src, room, rows[3]);
    if (fp__cpu_has_avx512() && filter->trios.blocks)
        fp__trio_columns_avx512(filter, sources, rows[4]);
#endif
    for (size_t way = 1; way < 5; way++)
        for (size_t k = 0; k < FP__FOUR; k++)
            assert_memory_equal(out[way][k], out[0][k], (filter->out + 1) * sizeof **out[0]);
}

static void
rows_are_filtered_by_three_as_by_all(void **state)
{
    static const char *const kernels[] = {"hanning", "bilinear", "hermite", "kaiser"};
    struct fp__filter filter = {0};

    (void)state;
    with_trios = with_blocks = 0;
    for (size_t src = 1; src <= LONGEST; src++)
        for (size_t out = 1; out <= LONGEST; out += 1 + out / 8) {
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
    assert_in_range(with_trios, 500, 900);
    assert_in_range(with_blocks, 300, with_trios);
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

enum { SIDE = 61 };

static double values[SIDE * SIDE];
static float floats[SIDE * SIDE];
static int16_t shorts[SIDE * SIDE];

static void
resample(const struct fp__resampling *plan, bool trios, double *to)
{
    struct fp__resampler resampler = {0};
    size_t length = plan->x.count;

    assert_int_equal(fp__resampler_init(NULL, &resampler, plan), FP_OK);
    if (!trios)
        resampler.x.trios.each = resampler.y.trios.each = NULL;
    for (size_t o = 0; o < plan->y.count; o++)
        memcpy(to + o * length, fp__resampler_row(&resampler, o), length * sizeof *to);
    fp__resampler_finish(&resampler);
}

static void
check_picture(const void *base, enum fp_dtype dtype, size_t width, size_t height)
{
    static double pictures[2][2 * SIDE * 2 * SIDE];
    struct fp__resampling plan = {
        .kernel = fp__kernel_find("hanning"),
        .radius = 1,
        .x = {.src = SIDE, .span = {0, SIDE}, .out = width, .count = width},
        .y = {.src = SIDE, .span = {0, SIDE}, .out = height, .skip = 3, .count = height - 3},
        .rows = {.width = SIDE,
                 .channels = 1,
                 .finite = dtype == FP_INT16,
                 .base = base,
                 .row_bytes = (ptrdiff_t)(SIDE * fp_dtype_size(dtype)),
                 .dtype = dtype}};

    resample(&plan, true, pictures[0]);
    resample(&plan, false, pictures[1]);
    assert_same_values(pictures[0], pictures[1], width * (height - 3));
}

static void
check_pictures(void)
{
    static const size_t sizes[] = {41, 44, 50, 60, 61, 77, 120};

    for (size_t i = 0; i < 49; i++) {
        check_picture(values, FP_FLOAT64, sizes[i / 7], sizes[i % 7]);
        check_picture(floats, FP_FLOAT32, sizes[i / 7], sizes[i % 7]);
        check_picture(shorts, FP_INT16, sizes[i / 7], sizes[i % 7]);
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
        check_pictures();
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
