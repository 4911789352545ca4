/* SPDX-License-Identifier: MIT */
/* test_text.c: the growing string. */
#include <string.h>

#include "core/alloc.h"
#include "flatplot/text.h"
#include "unit/support.h"

static void
an_empty_text_holds_nothing(void **state)
{
    struct fp_text t = {0};

    (void)state;
    assert_string_equal(fp_text_string(&t), "");
    assert_int_equal(fp__alloc_bytes(), 0);
    fp_text_finish(&t);
    fp_text_append(&t, "");
    assert_string_equal(fp_text_string(&t), "");
    assert_int_equal(t.length, 0);
    fp_text_finish(&t);
}

static void
pieces_are_joined(void **state)
{
    struct fp_text t = {0};

    (void)state;
    fp_text_append(&t, "frame ");
    fp_text_append_format(&t, "%03d of %zu, %s%c", 7, (size_t)100, "한글", '!');
    fp_text_append_bytes(&t, " tail?", 5);
    assert_string_equal(fp_text_string(&t), "frame 007 of 100, 한글! tail");
    assert_int_equal(t.length, strlen(t.bytes));
    assert_false(t.failed);
    fp_text_finish(&t);
    assert_string_equal(fp_text_string(&t), "");
    assert_int_equal(t.room, 0);
}

static void
bytes_may_be_zero(void **state)
{
    struct fp_text t = {0};

    (void)state;
    fp_text_append_bytes(&t, "a\0b", 3);
    fp_text_append_bytes(&t, NULL, 0);
    fp_text_append(&t, "c");
    assert_int_equal(t.length, 4);
    assert_memory_equal(t.bytes, "a\0bc", 5);
    fp_text_finish(&t);
}

static void
a_long_text_grows_in_few_steps(void **state)
{
    struct fp_text t = {0};
    size_t calls = fp__alloc_calls();

    (void)state;
    for (int i = 0; i < 100000; i++)
        fp_text_append_format(&t, "%d", i % 10);
    assert_int_equal(t.length, 100000);
    for (size_t i = 0; i < t.length; i++)
        assert_int_equal(t.bytes[i], '0' + i % 10);
    assert_true(fp__alloc_calls() - calls < 30);
    fp_text_append_format(&t, "%50000s", "wide");
    assert_int_equal(t.length, 150000);
    assert_string_equal(t.bytes + 149995, " wide");
    fp_text_finish(&t);
}

static void
cleared_text_keeps_its_memory(void **state)
{
    struct fp_text t = {0};
    size_t calls;

    (void)state;
    fp_text_append(&t, "something");
    calls = fp__alloc_calls();
    fp_text_clear(&t);
    assert_string_equal(fp_text_string(&t), "");
    fp_text_append(&t, "anything!");
    assert_string_equal(fp_text_string(&t), "anything!");
    assert_int_equal(fp__alloc_calls(), calls);
    fp_text_finish(&t);
    fp_text_clear(&t);
    assert_string_equal(fp_text_string(&t), "");
}

static void
the_first_failure_stays(void **state)
{
    struct fp_text t = {0};

    (void)state;
    fp_text_append(&t, "ab");
    fp__alloc_fail_at(1, false);
    fp_text_append(&t, "a text that needs more room than there is");
    assert_true(t.failed);
    fp_text_append(&t, "c");
    fp_text_append_format(&t, "%d", 1);
    fp_text_append_number(&t, 0.5);
    assert_string_equal(fp_text_string(&t), "ab");
    fp_text_clear(&t);
    assert_false(t.failed);
    fp_text_append(&t, "again");
    assert_string_equal(fp_text_string(&t), "again");
    fp_text_finish(&t);
}

static void
a_length_that_does_not_fit_fails(void **state)
{
    struct fp_text t = {0};

    (void)state;
    fp_text_append(&t, "ab");
    fp_text_append_bytes(&t, "", SIZE_MAX);
    assert_true(t.failed);
    fp_text_clear(&t);
    fp_text_append(&t, "a");
    fp_text_append_bytes(&t, "", SIZE_MAX - 1);
    assert_true(t.failed);
    assert_string_equal(fp_text_string(&t), "a");
    fp_text_finish(&t);
}

static int
write_a_line(void *arg)
{
    struct fp_text t = {0};
    bool failed;

    (void)arg;
    for (int i = 0; i < 40; i++) {
        fp_text_append(&t, "value ");
        fp_text_append_number(&t, i / 8.0);
        fp_text_append_format(&t, " of %d\n", 40);
    }
    failed = t.failed;
    fp_text_finish(&t);
    return failed;
}

static void
every_failing_allocation_is_survived(void **state)
{
    (void)state;
    torture(write_a_line, NULL, 1);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(an_empty_text_holds_nothing),
        world_test(pieces_are_joined),
        world_test(bytes_may_be_zero),
        world_test(a_long_text_grows_in_few_steps),
        world_test(cleared_text_keeps_its_memory),
        world_test(the_first_failure_stays),
        world_test(a_length_that_does_not_fit_fails),
        world_test(every_failing_allocation_is_survived),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
