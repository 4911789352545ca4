/* SPDX-License-Identifier: MIT */
/* test_format.c: the table of formats. */
#include "output/format.h"
#include "unit/support.h"

static void
names_are_listed_in_order_and_end(void **state)
{
    (void)state;
    assert_string_equal(fp_format_name(0), "png");
    assert_string_equal(fp_format_name(1), "png-reference");
    assert_string_equal(fp_format_name(2), "png-small");
    assert_null(fp_format_name(3));
    assert_null(fp_format_name(SIZE_MAX));
}

static void
every_listed_name_is_found(void **state)
{
    (void)state;
    for (size_t i = 0; fp_format_name(i); i++) {
        const struct fp__format *format = NULL;

        assert_int_equal(fp__format_find(NULL, fp_format_name(i), &format), FP_OK);
        assert_string_equal(format->name, fp_format_name(i));
    }
}

static void
capitals_are_no_other_name(void **state)
{
    const struct fp__format *format = NULL;

    (void)state;
    assert_int_equal(fp__format_find(NULL, "PNG", &format), FP_OK);
    assert_string_equal(format->name, "png");
}

static void
another_name_fails_with_the_names_as_hint(void **state)
{
    static const char *const names[] = {"jpeg", "", "pn", "png-"};
    const struct fp__format *const before = &fp__format_png_reference;

    (void)state;
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        const struct fp__format *format = before;

        assert_int_equal(fp__format_find(NULL, names[i], &format), FP_ERR_ARGUMENT);
        assert_ptr_equal(format, before);
        assert_int_equal(fp_context_status(NULL), FP_ERR_ARGUMENT);
        assert_string_equal(fp_context_hint(NULL), "choose one of: png, png-reference, png-small");
    }
}

static int
look_for_another(void *arg)
{
    const struct fp__format *format = NULL;

    (void)arg;
    return fp__format_find(NULL, "jpeg", &format) == FP_ERR_ARGUMENT ? 0 : 1;
}

static void
failing_survives_failing_allocations(void **state)
{
    (void)state;
    torture(look_for_another, NULL, 1);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(names_are_listed_in_order_and_end),
        world_test(every_listed_name_is_found),
        world_test(capitals_are_no_other_name),
        world_test(another_name_fails_with_the_names_as_hint),
        world_test(failing_survives_failing_allocations),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
