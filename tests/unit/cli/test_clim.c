/* SPDX-License-Identifier: MIT */
/* test_clim.c: what --clim says, limits by percentiles, and limits in files. */
#include <math.h>

#include "cli/batch/clim_file.h"
#include "cli/exit.h"
#include "flatplot/output.h"
#include "unit/cli/capture.h"

static void
choices_are_read(void **state)
{
    static const struct {
        const char *text;
        enum fp__clim kind;
        bool percents;
        double a, b; /* percentiles or numbers */
    } rows[] = {
        {"auto", FP__CLIM_AUTO, false, 0, 0},
        {"frame", FP__CLIM_FRAME, false, 0, 0},
        {"p2,p98", FP__CLIM_AUTO, true, 2, 98},
        {"all:p0,p99.9", FP__CLIM_ALL, true, 0, 99.9},
        {"input:p50,p50", FP__CLIM_INPUT, true, 50, 50},
        {"frame:p1e1,p100", FP__CLIM_FRAME, true, 10, 100},
        {"auto:p2,p98", FP__CLIM_AUTO, true, 2, 98},
        {"-1,2e3", FP__CLIM_FIXED, false, -1, 2000},
        {"x/p2,p98.json", FP__CLIM_FILE, false, 0, 0},
    };

    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct fp__clim_choice clim;
        struct fp__given given = {NULL, "--clim", rows[i].text};
        assert_int_equal(fp__read_clim(&given, &clim), 0);
        assert_int_equal(clim.kind, rows[i].kind);
        assert_int_equal(clim.percents, rows[i].percents);
        assert_true((clim.percents ? clim.percent[0] : clim.low) == rows[i].a);
        assert_true((clim.percents ? clim.percent[1] : clim.high) == rows[i].b);
        assert_string_equal(clim.text, rows[i].text);
        assert_true((clim.file != NULL) == (clim.kind == FP__CLIM_FILE));
    }
}

/* --- The way there and back ------------------------------------------------------------------- */

static int
make_inputs(void **state)
{
    (void)state;
    write_ramp(temp_path("a.npy"), "7,6,5");
    write_ramp(temp_path("b\"\\\n\xe2\x82\xac.npy"), "40,5");
    write_ramp(temp_path("c\xff.npy"), "2,4,6");
    return 0;
}

/* Finds the limits as `kind` says and leaves them in a file. */
static int
write_limits(struct fp__plan *plan, enum fp__clim kind, const char *file)
{
    struct fp__settings settings = {
        .clim = {.kind = kind, .percents = true, .percent = {2, 98}}, .vmin = NAN, .vmax = NAN};
    struct fp__limits limits = fp__limits_choose(plan, &settings);
    struct fp_text text = {0};
    int code = fp__limits_find(&limits, plan, &settings);
    if (!code) {
        fp__clim_file_append(&limits, plan, "x", &text);
        code = text.failed || fp_file_write(NULL, file, fp_text_string(&text), text.length) != FP_OK
                   ? FP__EXIT_OUTPUT
                   : 0;
    }
    fp_text_finish(&text);
    return code;
}

static int
read_limits(struct fp__plan *plan, const char *file, enum fp__clim_scale expected)
{
    struct fp__settings settings = {
        .clim = {.kind = FP__CLIM_FILE, .file = file}, .vmin = NAN, .vmax = NAN};
    struct fp__limits limits = fp__limits_choose(plan, &settings);
    int code = fp__limits_find(&limits, plan, &settings);
    assert_false(limits.scan);
    assert_true(code || limits.scale == expected);
    return code;
}

static int
there_and_back(void *arg)
{
    enum fp__clim kind = *(enum fp__clim *)arg;
    const char *paths[] = {temp_path("a.npy"), temp_path("b\"\\\n\xe2\x82\xac.npy"),
                           temp_path("c\xff.npy")};
    int count = kind == FP__CLIM_ALL ? 3 : 2; /* the last name cannot stand in the file */
    const char *file = temp_path("clim.json");
    double ends[3][2] = {{0}};
    struct fp__plan plan;
    struct capture c = capture_begin();
    int code = fp__plan_make(&plan, NULL, NULL, paths, (size_t)count, NULL, NULL);
    code = code ? code : write_limits(&plan, kind, file);
    for (int i = 0; i < count && !code; i++) {
        ends[i][0] = plan.inputs[i].norm.vmin;
        ends[i][1] = plan.inputs[i].norm.vmax;
        plan.inputs[i].norm = (struct fp_norm){.vmin = NAN, .vmax = NAN};
    }
    code = code ? code
                : read_limits(&plan, file, kind == FP__CLIM_ALL ? FP__SCALE_ONE : FP__SCALE_INPUT);
    capture_end(&c);
    for (int i = 0; i < count && !code; i++) {
        assert_true(plan.inputs[i].norm.vmin == ends[i][0]);
        assert_true(plan.inputs[i].norm.vmax == ends[i][1]);
    }
    fp__plan_finish(&plan);
    return code;
}

static void
limits_written_are_limits_read(void **state)
{
    (void)state;
    assert_int_equal(there_and_back(&(enum fp__clim){FP__CLIM_ALL}), 0);
    assert_int_equal(there_and_back(&(enum fp__clim){FP__CLIM_INPUT}), 0);
}

static void
every_call_may_fail(void **state)
{
    (void)state;
    torture(there_and_back, &(enum fp__clim){FP__CLIM_ALL}, 1);
    torture(there_and_back, &(enum fp__clim){FP__CLIM_INPUT}, 1);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(choices_are_read),
        world_test(limits_written_are_limits_read),
        world_test(every_call_may_fail),
    };

    return cmocka_run_group_tests(tests, make_inputs, NULL);
}
