/* SPDX-License-Identifier: MIT */
/* test_filter_four.c: the fast ways to filter and to add rows give what the plain ones give. */
#include "unit/support.h"

#include "pixels/add_rows.h"
#include "pixels/filter_four.h"
#include "unit/pixels/awkward.h"

enum { LONGEST = 70 };

#if FP__X86

static void
check_filter(const struct fp__filter *filter, size_t src, uint32_t rare)
{
    static double values[FP__FOUR][LONGEST], room[FP__FOUR * LONGEST];
    static double plain[FP__FOUR][LONGEST + 1], fast[FP__FOUR][LONGEST + 1];
    const double *sources[FP__FOUR];
    double *rows[2][FP__FOUR];

    for (size_t k = 0; k < FP__FOUR; k++) {
        for (size_t i = 0; i < src; i++)
            values[k][i] = awkward_value(rare);
        sources[k] = values[k];
        rows[0][k] = plain[k];
        rows[1][k] = fast[k];
        plain[k][filter->out] = fast[k][filter->out] = 7;
    }
    fp__filter_four_plain(filter, sources, 1, rows[0]);
    fp__filter_four_avx2(filter, sources, src, room, rows[1]);
    for (size_t k = 0; k < FP__FOUR; k++)
        assert_same_values(fast[k], plain[k], filter->out + 1);
}

static void
four_rows_are_filtered_as_one_by_one(void **state)
{
    struct fp__filter filter = {0};

    (void)state;
    if (!fp__cpu_has_avx2())
        skip();
    for (size_t src = 1; src <= LONGEST; src++)
        for (size_t out = 1; out <= LONGEST; out += 1 + out / 8) {
            const char *const kernels[] = {"hanning", "bilinear", "lanczos"};
            struct fp__filter_plan plan = {
                .kernel = fp__kernel_find(kernels[(src + out) % 3]),
                .side = {.src = src, .span = {0, (double)src}, .out = out, .count = out},
                .other_scale = 1,
                .columns = true};

            plan.radius = fp__kernel_radius(plan.kernel, 4);
            assert_true(fp__filter_init(&filter, &plan));
            check_filter(&filter, src, 1000000);
            check_filter(&filter, src, 9);
        }
    fp__filter_finish(&filter);
}

static void
rows_are_added_as_the_plain_way_does(void **state)
{
    static double values[6][LONGEST], plain[LONGEST + 1], fast[LONGEST + 1];
    const double *rows[6];
    double weights[6];

    (void)state;
    if (!fp__cpu_has_avx2())
        skip();
    for (size_t length = 1; length <= LONGEST; length++)
        for (size_t n = 0; n < 60; n++) {
            for (size_t k = 0; k < 6; k++) {
                for (size_t i = 0; i < length; i++)
                    values[k][i] = awkward_value(n < 30 ? 1000000 : 9);
                rows[k] = values[k];
                weights[k] = awkward_value(1000000) - .3;
            }
            plain[length] = fast[length] = 7;
            fp__add_rows_plain(rows + 1, weights, n % 6, rows[0], length, plain);
            fp__add_rows_avx2(rows + 1, weights, n % 6, rows[0], length, fast);
            assert_same_values(fast, plain, length + 1);
        }
}

#else

static void
four_rows_are_filtered_as_one_by_one(void **state)
{
    (void)state;
    skip();
}

static void
rows_are_added_as_the_plain_way_does(void **state)
{
    (void)state;
    skip();
}

#endif

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(four_rows_are_filtered_as_one_by_one),
        world_test(rows_are_added_as_the_plain_way_does),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
