/* SPDX-License-Identifier: MIT */
/* test_words.c: amounts of memory as people read them. */
#include "cli/check/words.h"

#include <math.h>

#include "unit/support.h"

static void
check(void (*append)(struct fp_text *, double), double value, const char *expected)
{
    struct fp_text text = {0};
    append(&text, value);
    assert_string_equal(fp_text_string(&text), expected);
    fp_text_finish(&text);
}

static void
append_objects(struct fp_text *text, double amount)
{
    fp__append_amount(text, FP_METRIC_OBJECTS, amount);
}

static void
append_heap(struct fp_text *text, double amount)
{
    fp__append_amount(text, FP_METRIC_HEAP, amount);
}

static void
sizes_have_units(void **state)
{
    (void)state;
    check(fp__append_size, 0, "0 B");
    check(fp__append_size, -0.0, "0 B");
    check(fp__append_size, -0.01, "0 B");
    check(fp__append_size, 0.37, "0.4 B");
    check(fp__append_size, 5.44, "5.4 B");
    check(fp__append_size, 41, "41 B");
    check(fp__append_size, 41.3, "41 B");
    check(fp__append_size, -96, "-96 B");
    check(fp__append_size, 1023.4, "1023 B");
    check(fp__append_size, 1023.6, "1.0 KiB");
    check(fp__append_size, 1536, "1.5 KiB");
    check(fp__append_size, -2097152, "-2.0 MiB");
    check(fp__append_size, 1048575, "1.0 MiB");
    check(fp__append_size, 3.5 * 1073741824, "3.5 GiB");
    check(fp__append_size, ldexp(1, 60), "1048576.0 TiB");
    check(fp__append_size, NAN, "-");
    check(fp__append_size, INFINITY, "-");
}

static void
things_are_counted(void **state)
{
    (void)state;
    check(append_objects, 0, "0");
    check(append_objects, 2, "2");
    check(append_objects, 0.25, "0.250");
    check(append_objects, NAN, "-");
    check(append_heap, 2, "2 B");
}

static void
milliseconds_have_three_digits(void **state)
{
    (void)state;
    check(fp__append_milliseconds, 0.001912, "1.91");
    check(fp__append_milliseconds, 0.0127, "12.7");
    check(fp__append_milliseconds, 0.13, "130");
    check(fp__append_milliseconds, NAN, "-");
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(sizes_have_units),
        world_test(things_are_counted),
        world_test(milliseconds_have_three_digits),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
