/* SPDX-License-Identifier: MIT */
/* test_limits.c: where the ends of the colour scale come from. */
#include "cli/batch/limits.h"

#include <math.h>

#include "unit/cli/capture.h"

/* film: 10 frames of 2×5, values 0 … 99. low, high and below: one picture each, 0 … 3, 0 … 8 and
 * -3 … 0. */
static int
make_inputs(void **state)
{
    (void)state;
    write_ramp(temp_path("film.npy"), "10,2,5");
    write_ramp(temp_path("low.npy"), "2,2");
    write_ramp(temp_path("high.npy"), "3,3");
    write_steps(temp_path("below.npy"), "2,2", -1);
    write_ramp(temp_path("rgb.npy"), "2,2,3");
    return 0;
}

static const double none = NAN;

struct wish {
    const char *inputs; /* names with spaces */
    enum fp__clim clim;
    double low, high; /* of FP__CLIM_FIXED */
    double vmin, vmax;
    int code;
    enum fp__clim_scale scale;
    bool scan;
    double first[2]; /* what the first and the last input get */
    double last[2];
};

static size_t
split(char *words, const char **paths)
{
    size_t count = 0;
    for (char *word = strtok(words, " "); word; word = strtok(NULL, " "))
        paths[count++] = temp_path(word);
    return count;
}

static void
assert_limits(const struct fp__input *input, const double expected[2], int row)
{
    bool same = (isnan(expected[0]) ? isnan(input->norm.vmin) : input->norm.vmin == expected[0]) &&
                (isnan(expected[1]) ? isnan(input->norm.vmax) : input->norm.vmax == expected[1]);
    if (!same) {
        fail_msg("row %d: %g … %g instead of %g … %g", row, input->norm.vmin, input->norm.vmax,
                 expected[0], expected[1]);
    }
}

static void
check(const struct wish *w, int row)
{
    const char *paths[4];
    char words[64];
    struct fp__plan plan;
    struct fp__settings settings = {.clim = {.kind = w->clim, .low = w->low, .high = w->high},
                                    .vmin = w->vmin,
                                    .vmax = w->vmax};
    snprintf(words, sizeof words, "%s", w->inputs);
    size_t count = split(words, paths);
    assert_int_equal(fp__plan_make(&plan, NULL, NULL, paths, count, "0", NULL), 0);
    struct fp__limits limits = fp__limits_choose(&plan, &settings);
    struct capture c = capture_begin();
    int code = fp__limits_find(&limits, &plan, &settings);
    capture_end(&c);
    if (code != w->code || limits.scan != w->scan || (!code && limits.scale != w->scale))
        fail_msg("row %d: code %d, scale %d, scan %d", row, code, limits.scale, limits.scan);
    if (!code) {
        assert_limits(&plan.inputs[0], w->first, row);
        assert_limits(&plan.inputs[count - 1], w->last, row);
    }
    fp__plan_finish(&plan);
}

static void
limits_come_from_where_they_are_asked(void **state)
{
    (void)state;
    const struct wish rows[] = {
        /* One picture finds its own; several pictures share; films keep their own. */
        {"low.npy",
         FP__CLIM_AUTO,
         0,
         0,
         none,
         none,
         0,
         FP__SCALE_FRAME,
         false,
         {none, none},
         {none, none}},
        {"low.npy high.npy",
         FP__CLIM_AUTO,
         0,
         0,
         none,
         none,
         0,
         FP__SCALE_ONE,
         true,
         {0, 8},
         {0, 8}},
        {"film.npy", FP__CLIM_AUTO, 0, 0, none, none, 0, FP__SCALE_ONE, true, {0, 99}, {0, 99}},
        {"film.npy high.npy",
         FP__CLIM_AUTO,
         0,
         0,
         none,
         none,
         0,
         FP__SCALE_INPUT,
         true,
         {0, 99},
         {0, 8}},
        {"film.npy high.npy",
         FP__CLIM_ALL,
         0,
         0,
         none,
         none,
         0,
         FP__SCALE_ONE,
         true,
         {0, 99},
         {0, 99}},
        {"low.npy high.npy",
         FP__CLIM_INPUT,
         0,
         0,
         none,
         none,
         0,
         FP__SCALE_INPUT,
         true,
         {0, 3},
         {0, 8}},
        {"film.npy high.npy",
         FP__CLIM_FRAME,
         0,
         0,
         none,
         none,
         0,
         FP__SCALE_FRAME,
         false,
         {none, none},
         {none, none}},
        {"film.npy high.npy",
         FP__CLIM_FIXED,
         -1,
         2,
         none,
         none,
         0,
         FP__SCALE_ONE,
         false,
         {-1, 2},
         {-1, 2}},
        /* --vmin and --vmax go before. */
        {"film.npy", FP__CLIM_FIXED, -1, 2, -3, none, 0, FP__SCALE_ONE, false, {-3, 2}, {-3, 2}},
        {"film.npy", FP__CLIM_AUTO, 0, 0, 5, none, 0, FP__SCALE_ONE, true, {5, 99}, {5, 99}},
        {"film.npy high.npy",
         FP__CLIM_AUTO,
         0,
         0,
         none,
         6,
         0,
         FP__SCALE_INPUT,
         true,
         {0, 6},
         {0, 6}},
        {"film.npy high.npy", FP__CLIM_AUTO, 0, 0, 1, 2, 0, FP__SCALE_ONE, false, {1, 2}, {1, 2}},
        {"film.npy high.npy",
         FP__CLIM_FRAME,
         0,
         0,
         1,
         none,
         0,
         FP__SCALE_FRAME,
         false,
         {1, none},
         {1, none}},
        {"film.npy", FP__CLIM_AUTO, 0, 0, 99, none, 0, FP__SCALE_ONE, true, {99, 99}, {99, 99}},
        {"film.npy", FP__CLIM_AUTO, 0, 0, 100, none, 2, FP__SCALE_ONE, true, {0, 0}, {0, 0}},
        /* One end given: the other one is that of all data which share the scale. */
        {"low.npy high.npy", FP__CLIM_ALL, 0, 0, 5, none, 0, FP__SCALE_ONE, true, {5, 8}, {5, 8}},
        {"low.npy high.npy", FP__CLIM_AUTO, 0, 0, 5, none, 0, FP__SCALE_ONE, true, {5, 8}, {5, 8}},
        {"low.npy below.npy",
         FP__CLIM_ALL,
         0,
         0,
         none,
         -1,
         0,
         FP__SCALE_ONE,
         true,
         {-3, -1},
         {-3, -1}},
        {"low.npy high.npy", FP__CLIM_ALL, 0, 0, 9, none, 2, FP__SCALE_ONE, true, {0, 0}, {0, 0}},
        {"low.npy high.npy",
         FP__CLIM_INPUT,
         0,
         0,
         5,
         none,
         2,
         FP__SCALE_INPUT,
         true,
         {0, 0},
         {0, 0}},
        /* Own colours need no scale, and do not count for that of others. */
        {"rgb.npy",
         FP__CLIM_ALL,
         0,
         0,
         none,
         none,
         0,
         FP__SCALE_NONE,
         false,
         {none, none},
         {none, none}},
        {"low.npy rgb.npy",
         FP__CLIM_AUTO,
         0,
         0,
         none,
         none,
         0,
         FP__SCALE_ONE,
         true,
         {0, 3},
         {none, none}},
        {"rgb.npy",
         FP__CLIM_FIXED,
         0,
         1,
         5,
         none,
         0,
         FP__SCALE_NONE,
         false,
         {none, none},
         {none, none}},
        {"rgb.npy low.npy",
         FP__CLIM_ALL,
         0,
         0,
         2,
         none,
         0,
         FP__SCALE_ONE,
         true,
         {none, none},
         {2, 3}},
        {"rgb.npy low.npy",
         FP__CLIM_INPUT,
         0,
         0,
         2,
         none,
         0,
         FP__SCALE_INPUT,
         true,
         {none, none},
         {2, 3}},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        check(&rows[i], (int)i);
}

static void
crossed_limits_are_told(void **state)
{
    (void)state;
    const char *paths[] = {temp_path("film.npy")};
    struct fp__settings settings = {.vmin = 500, .vmax = NAN};
    struct fp__plan plan;
    assert_int_equal(fp__plan_make(&plan, NULL, NULL, paths, 1, NULL, NULL), 0);
    struct fp__limits limits = fp__limits_choose(&plan, &settings);
    struct capture c = capture_begin();
    int code = fp__limits_find(&limits, &plan, &settings);
    capture_end(&c);
    assert_int_equal(code, 2);
    assert_err("vmin 500 is above vmax 99");
    fp__plan_finish(&plan);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(limits_come_from_where_they_are_asked),
        world_test(crossed_limits_are_told),
    };
    return cmocka_run_group_tests(tests, make_inputs, NULL);
}
