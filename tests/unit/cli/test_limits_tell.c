/* SPDX-License-Identifier: MIT */
/* test_limits_tell.c: what is said about the colour limits that were used. */
#include <math.h>

#include "cli/batch/limits.h"
#include "cli/opt/message.h"
#include "unit/cli/capture.h"

static const char *
summary(enum fp__clim_scale scale, double vmin, double vmax)
{
    static char said[128];
    struct fp_text line = {0};
    struct fp__limits limits = {.scale = scale, .norm = {.vmin = vmin, .vmax = vmax}};
    fp__limits_append(&limits, &line);
    snprintf(said, sizeof said, "%s", fp_text_string(&line));
    fp_text_finish(&line);
    return said;
}

static void
the_summary_says_the_scale(void **state)
{
    (void)state;
    assert_string_equal(summary(FP__SCALE_ONE, -0.1, 1e20), " · colour limits -0.1 … 1e+20");
    assert_string_equal(summary(FP__SCALE_ONE, NAN, NAN), " · colour limits: no finite value");
    assert_string_equal(summary(FP__SCALE_ONE, 5, NAN), " · colour limits: no finite value");
    assert_string_equal(summary(FP__SCALE_INPUT, NAN, NAN), " · colour limits of each input");
    assert_string_equal(summary(FP__SCALE_FRAME, NAN, NAN), " · colour limits of each frame");
    assert_string_equal(summary(FP__SCALE_NONE, NAN, NAN), "");
}

enum { MANY = 11 };

/* Inputs in a folder: 0 … 0.1, 1 … 1.1, …; the second has own colours, the third no value. */
static void
tell(enum fp__clim_scale scale, size_t count, bool all)
{
    static const char *const paths[MANY] = {"in/a.npy", "in/b.npy", "in/c.npy", "in/d.npy",
                                            "in/e.npy", "in/f.npy", "in/g.npy", "in/h.npy",
                                            "in/i.npy", "in/j.npy", "in/k.npy"};
    struct fp__input inputs[MANY] = {0};
    struct fp__plan plan = {.inputs = inputs, .input_count = count};
    struct fp__limits limits = {.scale = scale};
    for (size_t i = 0; i < count; i++) {
        inputs[i] = (struct fp__input){.path = paths[i],
                                       .norm = {.vmin = (double)i, .vmax = (double)i + 0.5},
                                       .colored = i == 1};
    }
    inputs[2].norm.vmin = inputs[2].norm.vmax = NAN;
    struct capture c = capture_begin();
    fp__limits_tell(&limits, &plan, all);
    capture_end(&c);
}

static void
each_input_says_its_own(void **state)
{
    (void)state;
    tell(FP__SCALE_INPUT, 4, false);
    assert_string_equal(captured(2), "colour limits of a: 0 … 0.5\n"
                                     "colour limits of c: no finite value\n"
                                     "colour limits of d: 3 … 3.5\n");
    tell(FP__SCALE_ONE, 4, false);
    assert_string_equal(captured(2), "");
    tell(FP__SCALE_FRAME, 4, true);
    assert_string_equal(captured(2), "");
}

static size_t
count_lines(const char *text)
{
    size_t n = 0;
    for (; *text; text++)
        n += *text == '\n';
    return n;
}

static void
many_inputs_are_told_when_asked(void **state)
{
    (void)state;
    tell(FP__SCALE_INPUT, 9, false); /* eight have a scale */
    assert_int_equal(count_lines(captured(2)), 8);
    assert_err("of i: 8 … 8.5\n");
    tell(FP__SCALE_INPUT, 11, false);
    assert_int_equal(count_lines(captured(2)), 9);
    assert_err("of i: 8 … 8.5\ncolour limits of 2 more inputs: -v tells them\n");
    tell(FP__SCALE_INPUT, 11, true);
    assert_int_equal(count_lines(captured(2)), 10);
    assert_err("of k: 10 … 10.5\n");
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(the_summary_says_the_scale),
        world_test(each_input_says_its_own),
        world_test(many_inputs_are_told_when_asked),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
