/* SPDX-License-Identifier: MIT */
/* test_set.c: numbers found again by hash. */
#include "cli/batch/set.h"

#include <stdio.h>
#include <string.h>

#include "unit/support.h"

static bool
same_number(void *data, size_t number)
{
    return *(size_t *)data == number;
}

static void
what_was_added_is_found(void **state)
{
    (void)state;
    struct fp__set set;
    size_t n = repeats(100000);
    char text[32];
    assert_true(fp__set_init(&set, n));
    for (size_t i = 0; i < n; i++) {
        uint64_t hash = fp__hash(text, (size_t)snprintf(text, sizeof text, "out/%zu.png", i));
        assert_int_equal(fp__set_find(&set, hash, same_number, &i), FP__SET_NONE);
        fp__set_add(&set, hash, i);
        assert_int_equal(fp__set_find(&set, hash, same_number, &i), i);
    }
    fp__set_finish(&set);
}

static void
equal_hashes_are_compared(void **state)
{
    (void)state;
    struct fp__set set;
    assert_true(fp__set_init(&set, 20));
    for (size_t i = 0; i < 20; i++)
        fp__set_add(&set, 5, i);
    for (size_t i = 0; i < 20; i++)
        assert_int_equal(fp__set_find(&set, 5, same_number, &i), i);
    size_t other = 20;
    assert_int_equal(fp__set_find(&set, 5, same_number, &other), FP__SET_NONE);
    fp__set_finish(&set);
}

static void
the_hash_is_fnv_1a(void **state)
{
    (void)state;
    /* Of "foobar", from the reference list of FNV-1a, with the high half folded in. */
    uint64_t reference = 0x85944171f73967e8;
    assert_true(fp__hash("foobar", 6) == (reference ^ reference >> 32));
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(what_was_added_is_found),
        world_test(equal_hashes_are_compared),
        world_test(the_hash_is_fnv_1a),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
