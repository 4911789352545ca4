/* SPDX-License-Identifier: MIT */
/* test_layout.c: cells of contact sheets: sizes, columns, places, and what is too large. */
#include "cli/montage/layout.h"

#include "unit/cli/capture.h"

static const struct fp__layout_choice nothing = {.gap = FP__GAP_AUTO};

/* Inputs of one frame each, but the last, which has the others; sizes end in a width of 0. */
static int
lay_out(struct fp__sheet *sheet, const struct fp__layout_choice *choice, size_t frames,
        const size_t sizes[][2], bool labels)
{
    struct fp__input inputs[8] = {{0}};
    struct fp__plan plan = {.inputs = inputs, .total = frames};
    for (; sizes[plan.input_count][0] > 0; plan.input_count++) {
        inputs[plan.input_count].width = sizes[plan.input_count][0];
        inputs[plan.input_count].height = sizes[plan.input_count][1];
    }
    struct capture c = capture_begin();
    int code = fp__sheet_lay_out(sheet, choice, &plan, labels);
    capture_end(&c);
    return code;
}

static void
check_cell(const size_t sizes[][2], size_t frames, int width, int height)
{
    struct fp__sheet sheet;
    assert_int_equal(lay_out(&sheet, &nothing, frames, sizes, false), 0);
    assert_int_equal(sheet.cell[0], width);
    assert_int_equal(sheet.cell[1], height);
    assert_int_equal(sheet.gap, 2);
}

#define SIZES(...) ((const size_t[][2]){__VA_ARGS__, {0, 0}})

static void
cells_are_whole_multiples_or_reduced(void **state)
{
    (void)state;
    check_cell(SIZES({1, 1}), 9, 160, 160);
    check_cell(SIZES({28, 28}), 9, 140, 140);
    check_cell(SIZES({81, 20}), 9, 81, 20);
    check_cell(SIZES({160, 3}), 9, 160, 3);
    check_cell(SIZES({161, 322}), 9, 80, 160);
    check_cell(SIZES({4000, 3000}), 9, 160, 120);
    check_cell(SIZES({100000, 1}), 9, 160, 1);
    check_cell(SIZES({500, 30}, {21, 25}, {90, 40}), 9, 160, 150); /* each by itself */
}

static void
large_sheets_are_enlarged_less(void **state)
{
    (void)state;
    check_cell(SIZES({28, 28}), 784, 140, 140); /* 28 × (140 + 2) + 2 = 3978 */
    check_cell(SIZES({28, 28}), 785, 112, 112);
    check_cell(SIZES({28, 28}), 100000, 28, 28);
    check_cell(SIZES({200, 100}), 10000, 160, 80); /* not reduced for that */
    check_cell(SIZES({40, 10}, {10, 40}), 10000, 40, 40);
}

static void
everything_has_its_place(void **state)
{
    struct fp__layout_choice choice = {.columns = 4, .cell = {30, 20}, .gap = 5};
    struct fp__sheet sheet;
    (void)state;
    assert_int_equal(lay_out(&sheet, &choice, 10, SIZES({7, 7}), true), 0);
    assert_int_equal(sheet.columns, 4);
    assert_int_equal(sheet.rows, 3);
    assert_int_equal(sheet.label, FP__LABEL_HEIGHT);
    assert_int_equal(sheet.width, 5 + 4 * 35);
    assert_int_equal(sheet.height, 5 + 3 * (20 + FP__LABEL_HEIGHT + 5));
    assert_int_equal(fp__sheet_x(&sheet, 0), 5);
    assert_int_equal(fp__sheet_x(&sheet, 3), 5 + 3 * 35);
    assert_int_equal(fp__sheet_y(&sheet, 2), 5 + 2 * (25 + FP__LABEL_HEIGHT));
    choice.gap = FP__GAP_AUTO;
    assert_int_equal(lay_out(&sheet, &choice, 3, SIZES({7, 7}), true), 0);
    assert_int_equal(sheet.gap, 8);
    assert_int_equal(sheet.columns, 3);
}

static void
sheets_are_nearly_square_in_pixels(void **state)
{
    static const struct {
        size_t frames;
        int cell[2];
        size_t columns;
    } cases[] = {{1, {9, 9}, 1},   {2, {9, 9}, 2},    {3, {9, 9}, 2},       {5, {9, 9}, 3},
                 {12, {9, 9}, 4},  {12, {20, 10}, 3}, {12, {10, 20}, 6},    {100, {9, 9}, 10},
                 {9, {1, 900}, 9}, {9, {900, 1}, 1},  {100000, {9, 9}, 317}};
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct fp__layout_choice choice = {.cell = {cases[i].cell[0], cases[i].cell[1]}};
        struct fp__sheet sheet;
        assert_int_equal(lay_out(&sheet, &choice, cases[i].frames, SIZES({7, 7}), false), 0);
        assert_int_equal(sheet.columns, cases[i].columns);
    }
}

static void
what_is_too_large_says_what_is_not(void **state)
{
    struct fp__layout_choice choice = {.columns = 10, .cell = {4000, 20}, .gap = 0};
    struct fp__sheet sheet;
    (void)state;
    assert_int_equal(lay_out(&sheet, &choice, 20, SIZES({7, 7}), false), 2);
    assert_err("20 frames make a sheet of 40000x40 pixels, and a side ends at 32767\n"
               "  hint: smaller cells fit: --cell 3240x16\n");
    choice.cell[0] = 3276;
    assert_int_equal(lay_out(&sheet, &choice, 20, SIZES({7, 7}), false), 0);
    assert_int_equal(sheet.width, 32760);
    choice.cell[0] = 3277;
    assert_int_equal(lay_out(&sheet, &choice, 20, SIZES({7, 7}), false), 2);
    assert_int_equal(lay_out(&sheet, &nothing, 100000, SIZES({200, 100}), false), 2);
    assert_err("--cell 1"); /* the columns may be others then */
    assert_int_equal(lay_out(&sheet, &nothing, SIZE_MAX, SIZES({1, 1}), true), 2);
    assert_err("18446744073709551615 frames make a sheet of 294911x");
    assert_err("take fewer frames");
}

static void
images_keep_their_proportions(void **state)
{
    static const struct {
        size_t values[2];
        int cell[2];
        bool fill;
        int size[2];
    } cases[] = {
        {{5, 4}, {5, 4}, false, {5, 4}},         {{5, 4}, {14, 9}, false, {10, 8}},
        {{5, 4}, {14, 99}, true, {14, 11}},      {{5, 4}, {99, 9}, true, {11, 9}},
        {{400, 300}, {40, 40}, false, {40, 30}}, {{300, 400}, {40, 40}, true, {30, 40}},
        {{1, 9999}, {50, 50}, false, {1, 50}},   {{9999, 1}, {50, 50}, true, {50, 1}},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        int size[2];
        fp__sheet_fit(cases[i].cell, cases[i].values[0], cases[i].values[1], cases[i].fill, size);
        assert_int_equal(size[0], cases[i].size[0]);
        assert_int_equal(size[1], cases[i].size[1]);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(cells_are_whole_multiples_or_reduced),
        world_test(large_sheets_are_enlarged_less),
        world_test(everything_has_its_place),
        world_test(sheets_are_nearly_square_in_pixels),
        world_test(what_is_too_large_says_what_is_not),
        world_test(images_keep_their_proportions),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
