/* SPDX-License-Identifier: MIT */
/* test_inputs.c: names from the command line and from lists, and their order. */
#include "cli/batch/inputs.h"
#include "unit/cli/capture.h"

static void
digits_are_numbers(void **state)
{
    /* Each comes before the next. */
    static const char *const names[] = {
        "",
        "0",
        "00",
        "01",
        "1",
        "1a",
        "2",
        "10",
        "a",
        "a-1",
        "a01",
        "a1",
        "a1b2",
        "a1b10",
        "a2",
        "a10",
        "a010x",
        "a11",
        "a99999999999999999999999999999999999998",
        "a99999999999999999999999999999999999999",
        "a:",
        "b/2.npy",
        "b/10.npy",
        "\xff",
    };
    enum { N = sizeof names / sizeof *names };

    (void)state;
    for (size_t i = 0; i < N; i++) {
        for (size_t k = 0; k < N; k++) {
            int order = fp__natural_order(names[i], names[k]);
            if ((order > 0) - (order < 0) != (i > k) - (i < k))
                fail_msg("'%s' and '%s': %d", names[i], names[k], order);
        }
    }
}

static void
assert_paths(const struct fp__inputs *inputs, const char *const *expected)
{
    for (size_t i = 0; expected[i] || i < inputs->count; i++) {
        assert_true(expected[i] && i < inputs->count);
        assert_string_equal(inputs->paths[i], expected[i]);
    }
}

static int
collect(struct fp__inputs *inputs, const char *list, size_t n, bool null, int sort)
{
    const char *given[] = {"b10", "b9"};
    struct fp__common common = {.inputs = given, .input_count = 2};
    struct fp__list_choice choice = {.file = temp_path("list"), .null = null, .sort = sort};
    write_file(temp_path("list"), list, n);
    struct capture c = capture_begin();
    int code = fp__inputs_collect(inputs, NULL, &choice, &common, "test");
    capture_end(&c);
    return code;
}

static void
lists_follow_the_command_line(void **state)
{
    static const struct {
        const char *list;
        size_t n;
        bool null;
        int sort;
        const char *expected[6];
    } rows[] = {
        {"a\nc", 3, false, FP__SORT_GIVEN, {"b10", "b9", "a", "c"}},
        {"\n\na\n\nc\n\n", 8, false, FP__SORT_GIVEN, {"b10", "b9", "a", "c"}},
        {"a\nc", 3, false, FP__SORT_NATURAL, {"a", "b9", "b10", "c"}},
        {"a\nc", 3, true, FP__SORT_GIVEN, {"b10", "b9", "a\nc"}},
        {"a b\0\0c\0", 7, true, FP__SORT_GIVEN, {"b10", "b9", "a b", "c"}},
        {" a\r\n", 4, false, FP__SORT_GIVEN, {"b10", "b9", " a\r"}},
    };

    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct fp__inputs inputs;
        assert_int_equal(collect(&inputs, rows[i].list, rows[i].n, rows[i].null, rows[i].sort), 0);
        assert_paths(&inputs, rows[i].expected);
        fp__inputs_finish(&inputs);
    }
}

static int
collect_once(void *arg)
{
    struct fp__inputs inputs;
    (void)arg;
    int code = collect(&inputs, "a\nc\n", 4, false, FP__SORT_NATURAL);
    fp__inputs_finish(&inputs);
    return code;
}

static void
every_call_may_fail(void **state)
{
    (void)state;
    torture(collect_once, NULL, 1);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(digits_are_numbers),
        world_test(lists_follow_the_command_line),
        world_test(every_call_may_fail),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
