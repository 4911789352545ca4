/* SPDX-License-Identifier: MIT */
/* test_alloc.c: what the memory door counts, refuses and keeps apart. */
#include <pthread.h>
#include <string.h>

#include "core/alloc.h"
#include "flatplot/memory.h"
#include "unit/support.h"

static void
blocks_are_zeroed_and_counted(void **state)
{
    static const char zeros[5000];
    size_t calls = fp__alloc_calls();

    (void)state;
    for (size_t size = 1; size < sizeof zeros; size = size * 3 + 1) {
        char *block = fp_alloc(size);

        assert_memory_equal(block, zeros, size);
        assert_int_equal((uintptr_t)block % _Alignof(max_align_t), 0);
        assert_int_equal(fp__alloc_bytes(), size);
        assert_int_equal(fp__alloc_blocks(), 1);
        memset(block, 0xff, size); /* the next block may be this one again */
        fp_free(block);
        assert_int_equal(fp__alloc_bytes(), 0);
    }
    assert_int_equal(fp__alloc_calls() - calls, 8);
}

static void
a_size_of_zero_is_one(void **state)
{
    void *block = fp_alloc(0);

    (void)state;
    assert_non_null(block);
    assert_int_equal(fp__alloc_bytes(), 1);
    block = fp_realloc(block, 0);
    assert_non_null(block);
    assert_int_equal(fp__alloc_bytes(), 1);
    fp_free(block);
    fp_free(NULL);
}

static void
sizes_that_do_not_fit_are_refused(void **state)
{
    char *block = fp_alloc(8);

    (void)state;
    assert_null(fp_alloc(SIZE_MAX));
    assert_null(fp_alloc_array(SIZE_MAX / 2, 3));
    assert_null(fp_alloc_array(SIZE_MAX, SIZE_MAX));
    assert_null(fp__cache_alloc(SIZE_MAX - 8));
    assert_null(fp_realloc(block, SIZE_MAX - 8));
    assert_int_equal(fp__alloc_bytes(), 8);
    fp_free(block);
    block = fp_alloc_array(3, 5);
    assert_int_equal(fp__alloc_bytes(), 15);
    fp_free(block);
}

static void
resizing_keeps_contents_and_counts(void **state)
{
    char *block = fp_realloc(NULL, 4);

    (void)state;
    memcpy(block, "abc", 4);
    block = fp_realloc(block, 100000);
    assert_string_equal(block, "abc");
    assert_int_equal(fp__alloc_bytes(), 100000);
    block = fp_realloc(block, 2);
    assert_memory_equal(block, "ab", 2);
    assert_int_equal(fp__alloc_bytes(), 2);
    assert_int_equal(fp__alloc_blocks(), 1);
    fp_free(block);
}

static void
a_failing_resize_leaves_the_block(void **state)
{
    char *block = fp_alloc(4);

    (void)state;
    memcpy(block, "abc", 4);
    fp__alloc_fail_at(1, false);
    assert_null(fp_realloc(block, 1000));
    assert_string_equal(block, "abc");
    assert_int_equal(fp__alloc_bytes(), 4);
    assert_int_equal(fp__alloc_blocks(), 1);
    fp_free(block);
}

static void
caches_are_counted_apart(void **state)
{
    void *live = fp_alloc(10);
    void *cache = fp__cache_alloc(100);

    (void)state;
    assert_int_equal(fp__alloc_bytes(), 10);
    assert_int_equal(fp__alloc_cache_bytes(), 100);
    assert_int_equal(fp__alloc_blocks(), 2);
    cache = fp_realloc(cache, 200);
    assert_int_equal(fp__alloc_bytes(), 10);
    assert_int_equal(fp__alloc_cache_bytes(), 200);
    fp_free(live);
    assert_int_equal(fp__alloc_bytes(), 0);
    fp_free(cache);
    assert_int_equal(fp__alloc_cache_bytes(), 0);
}

static void
a_reserved_cache_grows_and_never_shrinks(void **state)
{
    void *block = NULL, *first;
    size_t room = 0;

    (void)state;
    assert_true(fp__cache_reserve(&block, &room, 50));
    assert_int_equal(room, 50);
    first = block;
    assert_true(fp__cache_reserve(&block, &room, 20));
    assert_ptr_equal(block, first);
    assert_int_equal(fp__alloc_cache_bytes(), 50);

    fp__alloc_fail_at(1, false);
    assert_false(fp__cache_reserve(&block, &room, 51));
    assert_ptr_equal(block, first);
    assert_int_equal(room, 50);

    assert_true(fp__cache_reserve(&block, &room, 51));
    assert_int_equal(fp__alloc_cache_bytes(), 51);
    assert_int_equal(fp__alloc_blocks(), 1);
    fp_free(block);
}

static void
an_array_grows_by_half(void **state)
{
    void *block = NULL;
    size_t room = 0, resizes = 0;

    (void)state;
    for (size_t n = 1; n <= 10000; n++) {
        size_t before = room;

        assert_true(fp__grow(&block, &room, n, sizeof(int)));
        assert_true(room >= n);
        resizes += room != before;
        ((int *)block)[n - 1] = (int)n;
    }
    assert_true(resizes < 25);
    for (int i = 0; i < 10000; i++)
        assert_int_equal(((int *)block)[i], i + 1);
    assert_int_equal(fp__alloc_bytes(), room * sizeof(int));
    fp_free(block);
}

static void
an_array_that_cannot_grow_stays(void **state)
{
    void *block = NULL, *before;
    size_t room = 0;

    (void)state;
    assert_true(fp__grow(&block, &room, 3, 8));
    before = block;
    assert_false(fp__grow(&block, &room, SIZE_MAX / 4, 8));
    fp__alloc_fail_at(1, false);
    assert_false(fp__grow(&block, &room, 1000, 8));
    assert_ptr_equal(block, before);
    assert_int_equal(fp__alloc_bytes(), room * 8);
    fp_free(block);
}

static void
strings_are_copied(void **state)
{
    char *copy = NULL;

    (void)state;
    assert_true(fp__copy_string(&copy, "face"));
    assert_string_equal(copy, "face");
    fp_free(copy);
    assert_true(fp__copy_string(&copy, ""));
    assert_null(copy);
    assert_true(fp__copy_string(&copy, NULL));
    assert_null(copy);
    fp__alloc_fail_at(1, false);
    assert_true(fp__copy_string(&copy, ""));
    assert_false(fp__copy_string(&copy, "face"));
    assert_null(copy);
}

/* Which of five requests fail, as letters. */
static const char *
five(size_t nth, bool onwards)
{
    static char result[6];

    fp__alloc_fail_at(nth, onwards);
    for (int i = 0; i < 5; i++) {
        void *block = fp_alloc(1);

        result[i] = block ? '.' : 'x';
        fp_free(block);
    }
    return result;
}

static void
the_nth_request_fails(void **state)
{
    size_t calls = fp__alloc_calls();

    (void)state;
    assert_string_equal(five(1, false), "x....");
    assert_string_equal(five(3, false), "..x..");
    assert_string_equal(five(6, false), ".....");
    assert_string_equal(five(3, true), "..xxx");
    assert_string_equal(five(0, true), ".....");
    assert_int_equal(fp__alloc_calls() - calls, 25);
}

static void *
allocate_and_free(void *arg)
{
    for (int i = 0; i < 20000; i++) {
        void *live = fp_alloc(24);
        void *cache = fp__cache_alloc(8);

        live = fp_realloc(live, 48);
        fp_free(cache);
        fp_free(live);
    }
    return arg;
}

static void
threads_share_the_counts(void **state)
{
    pthread_t threads[4];
    size_t calls = fp__alloc_calls();

    (void)state;
    for (int i = 0; i < 4; i++)
        assert_int_equal(pthread_create(&threads[i], NULL, allocate_and_free, NULL), 0);
    for (int i = 0; i < 4; i++)
        pthread_join(threads[i], NULL);
    assert_int_equal(fp__alloc_calls() - calls, 4 * 20000 * 3);
    assert_int_equal(fp__alloc_bytes(), 0);
    assert_int_equal(fp__alloc_cache_bytes(), 0);
}

static size_t
heap(void)
{
    struct fp_memory_sample sample;

    assert_int_equal(fp_memory_sample(NULL, &sample), FP_OK);
    return sample.heap_used;
}

/* As in a frame: blocks of their own sizes, and a text that grows. */
static void
come_and_go(size_t unit)
{
    void *one = fp_alloc(unit), *other = fp_alloc_array(3, unit);
    char *text = fp_realloc(NULL, unit);

    text = fp_realloc(text, 2 * unit);
    text = fp_realloc(text, 5 * unit);
    text = fp_realloc(text, 4 * unit);
    fp_free(one);
    fp_free(text);
    fp_free(other);
}

/* The C library keeps small blocks that were freed, and counts them as used. */
static void
small_blocks_that_come_and_go_leave_nothing(void **state)
{
    size_t before;

    (void)state;
    for (size_t unit = 8; unit < 200; unit += 24)
        come_and_go(unit);
    before = heap();
    for (size_t turn = 0; turn < 20; turn++)
        for (size_t unit = 8; unit < 200; unit += 24)
            come_and_go(unit);
    assert_int_equal(heap(), before);
    fp_context_destroy(NULL);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(blocks_are_zeroed_and_counted),
        world_test(a_size_of_zero_is_one),
        world_test(sizes_that_do_not_fit_are_refused),
        world_test(resizing_keeps_contents_and_counts),
        world_test(a_failing_resize_leaves_the_block),
        world_test(caches_are_counted_apart),
        world_test(a_reserved_cache_grows_and_never_shrinks),
        world_test(an_array_grows_by_half),
        world_test(an_array_that_cannot_grow_stays),
        world_test(strings_are_copied),
        world_test(the_nth_request_fails),
        world_test(small_blocks_that_come_and_go_leave_nothing),
        world_test(threads_share_the_counts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
