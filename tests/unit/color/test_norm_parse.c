/* SPDX-License-Identifier: MIT */
/* test_norm_parse.c: norms by name, and what is said about wrong ones. */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "color/norm.h"
#include "unit/support.h"

static struct fp_norm
parsed(const char *text)
{
    struct fp_norm norm;

    assert_int_equal(fp_norm_parse(NULL, text, &norm), FP_OK);
    assert_true(isnan(norm.vmin) && isnan(norm.vmax));
    assert_true(norm.kind == FP_NORM_BOUNDARY || !norm.boundaries);
    return norm;
}

static void
names_have_matplotlib_s_defaults(void **state)
{
    struct fp_norm norm = parsed("symlog");

    (void)state;
    assert_int_equal(parsed("linear").kind, FP_NORM_LINEAR);
    assert_int_equal(parsed("log").kind, FP_NORM_LOG);
    assert_int_equal(parsed("logit").kind, FP_NORM_LOGIT);
    assert_int_equal(norm.kind, FP_NORM_SYMLOG);
    assert_true(norm.linthresh == 2 && norm.linscale == 1);
    norm = parsed("asinh");
    assert_int_equal(norm.kind, FP_NORM_ASINH);
    assert_true(norm.width == 1);
    norm = parsed("centered");
    assert_int_equal(norm.kind, FP_NORM_CENTERED);
    assert_true(norm.center == 0 && isnan(norm.half_range));
}

static void
parameters_follow_a_colon(void **state)
{
    struct fp_norm norm = parsed("symlog:0.1,2.5");

    (void)state;
    assert_true(norm.linthresh == .1 && norm.linscale == 2.5);
    assert_true(parsed("symlog:0.1").linscale == 1);
    assert_true(parsed("asinh:3e-7").width == 3e-7);
    assert_true(parsed("power:.5").gamma == .5);
    assert_true(parsed("twoslope:-4").center == -4);
    norm = parsed("centered:1,8");
    assert_true(norm.center == 1 && norm.half_range == 8);
    assert_true(isnan(parsed("centered:1").half_range));
}

static void
boundaries_become_an_array(void **state)
{
    struct fp_norm norm = parsed("boundary:-1,0,0.5,9");
    double values[FP__BOUNDARIES_MAX];

    (void)state;
    assert_int_equal(norm.kind, FP_NORM_BOUNDARY);
    assert_int_equal(fp__norm_boundaries(&norm, values), 4);
    assert_true(values[0] == -1 && values[1] == 0 && values[2] == .5 && values[3] == 9);
    fp_unref(norm.boundaries);
}

static void
wrong_ones_are_refused(void **state)
{
    static const char *const wrong[] = {"",
                                        "lin",
                                        "Log",
                                        "log:",
                                        "log:1",
                                        "linear:0",
                                        "symlog:",
                                        "symlog:0",
                                        "symlog:-1",
                                        "symlog:1,0",
                                        "symlog:1,1,1",
                                        "symlog:1,",
                                        "symlog:x",
                                        "symlog:inf",
                                        "symlog:1e999",
                                        "asinh:0",
                                        "asinh:1,2",
                                        "power",
                                        "power:0",
                                        "power:-1",
                                        "power:nan",
                                        "twoslope",
                                        "twoslope:1,2",
                                        "centered:",
                                        "centered:a",
                                        "centered: 1",
                                        "boundary",
                                        "boundary:1",
                                        "boundary:1,1",
                                        "boundary:2,1",
                                        "boundary:,",
                                        "boundary:1,2,",
                                        "logit:1",
                                        "centered:1e308,1e308"};

    (void)state;
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        struct fp_norm norm = {.vmin = 42};

        if (fp_norm_parse(NULL, wrong[i], &norm) != FP_ERR_ARGUMENT)
            fail_msg("taken: '%s'", wrong[i]);
        assert_string_not_equal(fp_context_hint(NULL), "");
        assert_true(norm.vmin == 42);
    }
    assert_int_equal(fp_norm_parse(NULL, NULL, &(struct fp_norm){0}), FP_ERR_ARGUMENT);
}

static void
hints_name_what_was_meant(void **state)
{
    struct fp_norm norm;

    (void)state;
    fp_norm_parse(NULL, "symlg:1", &norm);
    assert_string_equal(fp_context_message(NULL), "norm 'symlg': no such norm");
    assert_string_equal(fp_context_hint(NULL), "did you mean 'symlog'?");
    fp_norm_parse(NULL, "wonderful", &norm);
    assert_non_null(strstr(fp_context_hint(NULL), "twoslope, centered, boundary and logit"));
    fp_norm_parse(NULL, "power", &norm);
    assert_non_null(strstr(fp_context_hint(NULL), "power:0.5"));
    fp_norm_parse(NULL, "symlog:0", &norm);
    assert_non_null(strstr(fp_context_message(NULL), "linthresh is 0"));
}

static void
as_many_boundaries_as_colours_allow(void **state)
{
    char text[8192] = "boundary:0";
    struct fp_norm norm = {0};

    (void)state;
    for (int i = 1; i <= FP__COLORMAP_MAX; i++)
        snprintf(text + strlen(text), 13, ",%d", i);
    assert_int_equal(fp_norm_parse(NULL, text, &norm), FP_OK);
    assert_int_equal(fp_array_count(norm.boundaries), FP__BOUNDARIES_MAX);
    fp_unref(norm.boundaries);
    strcat(text, ",9999");
    assert_int_equal(fp_norm_parse(NULL, text, &norm), FP_ERR_ARGUMENT);
}

static int
parse_boundaries(void *arg)
{
    struct fp_norm norm;

    if (fp_norm_parse(NULL, arg, &norm) != FP_OK)
        return 1;
    fp_unref(norm.boundaries);
    return 0;
}

static void
parsing_survives_exhaustion(void **state)
{
    (void)state;
    torture(parse_boundaries, "boundary:1,2,3", 1);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(names_have_matplotlib_s_defaults),
        world_test(parameters_follow_a_colon),
        world_test(boundaries_become_an_array),
        world_test(wrong_ones_are_refused),
        world_test(hints_name_what_was_meant),
        world_test(as_many_boundaries_as_colours_allow),
        world_test(parsing_survives_exhaustion),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
