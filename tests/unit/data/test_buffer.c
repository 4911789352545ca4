/* SPDX-License-Identifier: MIT */
/* test_buffer.c: counted bytes, ours and foreign, from several threads. */
#include <pthread.h>

#include "core/alloc.h"
#include "data/buffer.h"
#include "unit/data/npy_bytes.h"

static void
own_bytes_begin_zeroed_and_aligned(void **state)
{
    struct fp__buffer *buffer = fp__buffer_create(1000);
    unsigned char *bytes = fp__buffer_fill(buffer);

    (void)state;
    assert_int_equal((uintptr_t)bytes % _Alignof(max_align_t), 0);
    for (int i = 0; i < 1000; i++) {
        assert_int_equal(bytes[i], 0);
    }
    assert_int_equal(fp__buffer_size(buffer), 1000);
    assert_ptr_equal(fp__buffer_bytes(buffer), bytes);
    fp__buffer_unref(buffer);
}

static void
a_second_holder_makes_it_shared(void **state)
{
    struct fp__buffer *buffer = fp__buffer_create(1);

    (void)state;
    assert_false(fp__buffer_shared(buffer));
    assert_ptr_equal(fp__buffer_ref(buffer), buffer);
    assert_true(fp__buffer_shared(buffer));
    fp__buffer_unref(buffer);
    assert_false(fp__buffer_shared(buffer));
    fp__buffer_unref(buffer);
    fp__buffer_unref(NULL);
}

static void
count_call(void *calls)
{
    ++*(int *)calls;
}

static void
foreign_memory_goes_back_once(void **state)
{
    int calls = 0;
    struct fp__buffer *buffer = fp__buffer_wrap("abc", 3, count_call, &calls);

    (void)state;
    assert_memory_equal(fp__buffer_bytes(buffer), "abc", 3);
    fp__buffer_ref(buffer);
    fp__buffer_unref(buffer);
    assert_int_equal(calls, 0);
    fp__buffer_unref(buffer);
    assert_int_equal(calls, 1);
    fp__buffer_unref(fp__buffer_wrap("abc", 3, NULL, NULL));
}

static void
what_cannot_be_had_is_null(void **state)
{
    int calls = 0;

    (void)state;
    assert_null(fp__buffer_create(SIZE_MAX));
    assert_null(fp__buffer_create(PTRDIFF_MAX));
    fp__alloc_fail_at(1, true);
    assert_null(fp__buffer_create(1));
    assert_null(fp__buffer_wrap("abc", 3, count_call, &calls));
    assert_int_equal(calls, 0);
}

static void *
hold_and_drop(void *buffer)
{
    for (int i = 0; i < 50000; i++) {
        fp__buffer_ref(buffer);
        fp__buffer_unref(buffer);
    }
    fp__buffer_unref(buffer);
    return NULL;
}

static void
threads_share_the_count(void **state)
{
    int calls = 0;
    pthread_t threads[4];
    struct fp__buffer *buffer = fp__buffer_wrap("abc", 3, count_call, &calls);

    (void)state;
    for (int i = 0; i < 4; i++) {
        fp__buffer_ref(buffer);
        assert_int_equal(pthread_create(&threads[i], NULL, hold_and_drop, buffer), 0);
    }
    for (int i = 0; i < 4; i++) {
        pthread_join(threads[i], NULL);
    }
    assert_false(fp__buffer_shared(buffer));
    assert_int_equal(calls, 0);
    fp__buffer_unref(buffer);
    assert_int_equal(calls, 1);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(own_bytes_begin_zeroed_and_aligned),
        world_test(a_second_holder_makes_it_shared),
        world_test(foreign_memory_goes_back_once),
        world_test(what_cannot_be_had_is_null),
        world_test(threads_share_the_count),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
