/* SPDX-License-Identifier: MIT */
/* test_glyphs_seen.c: which characters in which sizes were new. */
#include "unit/support.h"

#include <string.h>

#include "core/alloc.h"
#include "render/glyphs_seen.h"

#define HANGUL "\xed\x95\x9c"
#define PLANE_1 "\xf0\x9f\x98\x80"

static void
each_character_is_new_once(void **state)
{
    struct fp__glyphs_seen seen = {0};

    (void)state;
    assert_int_equal(fp__glyphs_seen_add(&seen, "", 10), 0);
    assert_int_equal(fp__alloc_cache_bytes(), 0);
    assert_int_equal(fp__glyphs_seen_add(&seen, "hello", 10), 4);
    assert_int_equal(fp__glyphs_seen_add(&seen, "hole", 10), 0);
    assert_int_equal(fp__glyphs_seen_add(&seen, "help" HANGUL HANGUL PLANE_1, 10), 3);
    assert_int_equal(fp__glyphs_seen_add(&seen, PLANE_1 HANGUL, 10), 0);
    assert_int_equal(seen.count, 7);
    fp__glyphs_seen_finish(&seen);
}

static void
each_size_is_its_own(void **state)
{
    struct fp__glyphs_seen seen = {0};

    (void)state;
    assert_int_equal(fp__glyphs_seen_add(&seen, "ab", 10), 2);
    assert_int_equal(fp__glyphs_seen_add(&seen, "ab", 12), 2);
    assert_int_equal(fp__glyphs_seen_add(&seen, "ab", 13.89), 2);
    assert_int_equal(fp__glyphs_seen_add(&seen, "ab", .001), 2);
    assert_int_equal(fp__glyphs_seen_add(&seen, "ab", 10), 0);
    assert_int_equal(fp__glyphs_seen_add(&seen, "ab", 13.89), 0);
    fp__glyphs_seen_finish(&seen);
}

/* The n'th of 60,000 characters of three bytes each (U+0800 on, without the surrogates). */
static const char *
character(unsigned n)
{
    static char text[4];
    unsigned code = n + 0x800 < 0xd800 ? n + 0x800 : n + 0x1000;

    text[0] = (char)(0xe0 | code >> 12);
    text[1] = (char)(0x80 | (code >> 6 & 0x3f));
    text[2] = (char)(0x80 | (code & 0x3f));
    return text;
}

static void
none_is_lost_when_the_set_grows(void **state)
{
    struct fp__glyphs_seen seen = {0};

    (void)state;
    for (unsigned i = 0; i < FP__GLYPHS_SEEN; i++) {
        assert_int_equal(fp__glyphs_seen_add(&seen, character(i), 10), 1);
        assert_true(seen.room >= 2 * seen.count);
    }
    for (unsigned i = 0; i < FP__GLYPHS_SEEN; i++)
        assert_int_equal(fp__glyphs_seen_add(&seen, character(i), 10), 0);
    assert_int_equal(seen.count, FP__GLYPHS_SEEN);
    fp__glyphs_seen_finish(&seen);
}

static void
the_set_has_a_bound(void **state)
{
    struct fp__glyphs_seen seen = {0};

    (void)state;
    for (unsigned i = 0; i < 60000; i++)
        fp__glyphs_seen_add(&seen, character(i), 10);
    assert_int_equal(seen.count, FP__GLYPHS_SEEN);
    assert_int_equal(fp__alloc_cache_bytes(), 256 << 10);
    assert_int_equal(fp__glyphs_seen_add(&seen, "new", 10), 0);
    fp__glyphs_seen_finish(&seen);
}

static void
its_memory_is_cache_and_given_back(void **state)
{
    struct fp__glyphs_seen seen = {0};
    size_t bytes = fp__alloc_bytes();

    (void)state;
    for (unsigned i = 0; i < 1000; i++)
        fp__glyphs_seen_add(&seen, character(i), 10);
    assert_int_equal(fp__alloc_bytes(), bytes);
    assert_int_equal(fp__alloc_blocks(), 1);
    fp__glyphs_seen_finish(&seen);
    assert_int_equal(fp__alloc_blocks(), 0);
    assert_int_equal(fp__glyphs_seen_add(&seen, "ab", 10), 2); /* and begins anew */
    fp__glyphs_seen_finish(&seen);
}

static void
without_memory_none_is_new_and_none_is_lost(void **state)
{
    struct fp__glyphs_seen seen = {0};

    (void)state;
    fp__alloc_fail_at(1, true);
    assert_int_equal(fp__glyphs_seen_add(&seen, "abc", 10), 0);
    fp__alloc_fail_at(0, false);
    for (unsigned i = 0; i < 128; i++)
        fp__glyphs_seen_add(&seen, character(i), 10);
    fp__alloc_fail_at(1, true);
    assert_int_equal(fp__glyphs_seen_add(&seen, character(500), 10), 0);
    fp__alloc_fail_at(0, false);
    assert_int_equal(seen.count, 128);
    assert_int_equal(fp__glyphs_seen_add(&seen, character(127), 10), 0);
    assert_int_equal(fp__glyphs_seen_add(&seen, character(500), 10), 1);
    fp__glyphs_seen_finish(&seen);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(each_character_is_new_once),
        world_test(each_size_is_its_own),
        world_test(none_is_lost_when_the_set_grows),
        world_test(the_set_has_a_bound),
        world_test(its_memory_is_cache_and_given_back),
        world_test(without_memory_none_is_new_and_none_is_lost),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
