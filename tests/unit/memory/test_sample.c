/* SPDX-License-Identifier: MIT */
/* test_sample.c: a sample tells the truth, costs no memory, and fails cleanly. */
#include <fcntl.h>
#include <malloc.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <time.h>
#include <unistd.h>

#include "core/alloc.h"
#include "core/file.h"
#include "flatplot/memory.h"
#include "unit/support.h"

#define PAGE 4096
#define MIB (1024 * 1024)

/* The sanitizers' allocator tells mallinfo2 nothing and keeps what was freed. */
#if defined(__SANITIZE_ADDRESS__)
#define OWN_ALLOCATOR 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define OWN_ALLOCATOR 1
#endif
#endif
#ifndef OWN_ALLOCATOR
#define OWN_ALLOCATOR 0
#endif

/* So does valgrind's; it comes with TORTURE=light. */
static bool
heap_is_glibcs(void)
{
    return !OWN_ALLOCATOR && repeats(1000) == 1000;
}

static struct fp_memory_sample
sample_now(void)
{
    struct fp_memory_sample sample;

    assert_int_equal(fp_memory_sample(NULL, &sample), FP_OK);
    return sample;
}

/* --- resident memory -------------------------------------------------------------------------- */

/* How much `rise` differs from `bytes`; the kernel may count a few pages late. */
static void
assert_about(size_t rise, size_t bytes)
{
    assert_in_range(rise, bytes - MIB / 2, bytes + MIB / 2);
}

static void *
map(int fd, size_t size)
{
    int flags = fd < 0 ? MAP_PRIVATE | MAP_ANONYMOUS : MAP_PRIVATE;
    void *block = mmap(NULL, size, fd < 0 ? PROT_READ | PROT_WRITE : PROT_READ, flags, fd, 0);

    assert_ptr_not_equal(block, MAP_FAILED);
    return block;
}

static void
resident_memory_follows_what_is_touched(void **state)
{
    struct fp_memory_sample before = sample_now(), touched, freed;
    size_t size = 16 * MIB;
    void *block = map(-1, size);

    (void)state;
    assert_in_range(before.rss_anon, PAGE, before.rss);
    assert_in_range(sample_now().rss_anon, 0, before.rss_anon + MIB / 2);
    memset(block, 1, size);
    touched = sample_now();
    assert_about(touched.rss - before.rss, size);
    assert_about(touched.rss_anon - before.rss_anon, size);
    munmap(block, size);
    freed = sample_now();
    assert_about(touched.rss - freed.rss, size);
    assert_about(touched.rss_anon - freed.rss_anon, size);
}

static void
pages_of_files_are_not_anonymous(void **state)
{
    struct fp_memory_sample before, touched;
    size_t size = 16 * MIB, sum = 0;
    char *bytes = calloc(1, size);
    const volatile char *block;
    int fd;

    (void)state;
    write_file(temp_path("pages"), bytes, size);
    free(bytes);
    fd = open(temp_path("pages"), O_RDONLY);
    assert_true(fd >= 0);
    block = map(fd, size);
    before = sample_now();
    for (size_t i = 0; i < size; i += PAGE)
        sum += (size_t)block[i];
    touched = sample_now();
    assert_int_equal(sum, 0);
    assert_about(touched.rss - before.rss, size);
    assert_in_range(touched.rss_anon, 0, before.rss_anon + MIB / 2);
    munmap((void *)(uintptr_t)block, size);
    close(fd);
}

/* --- heap and door ---------------------------------------------------------------------------- */

static void
heap_follows_what_is_allocated(void **state)
{
    struct fp_memory_sample before, after;
    void *volatile small, *volatile mapped; /* or the compiler leaves the blocks out */

    (void)state;
    if (!heap_is_glibcs())
        skip();
    sample_now();
    before = sample_now();
    small = malloc(1000);
    mapped = malloc(64 * MIB); /* a block of its own, which mallinfo2 counts apart */
    after = sample_now();
    assert_in_range(after.heap_used - before.heap_used, 64 * MIB + 1000,
                    64 * MIB + 1000 + 2 * PAGE);
    free(mapped);
    free(small);
    assert_in_range(sample_now().heap_used, 0, before.heap_used + 1008);
}

static void
freed_memory_that_is_kept_is_heap_free(void **state)
{
    enum { BLOCKS = 64, SIZE = 8192 };
    struct fp_memory_sample full, freed;
    void *volatile blocks[BLOCKS], *volatile last;

    (void)state;
    if (!heap_is_glibcs())
        skip();
    for (int i = 0; i < BLOCKS; i++)
        blocks[i] = malloc(SIZE);
    last = malloc(16); /* or the blocks would join the heap's end, which may be given back */
    full = sample_now();
    for (int i = 0; i < BLOCKS; i++)
        free(blocks[i]);
    freed = sample_now();
    assert_in_range(freed.heap_free - full.heap_free, BLOCKS / 2 * SIZE, 2 * BLOCKS * SIZE);
    assert_in_range(full.heap_used - freed.heap_used, BLOCKS / 2 * SIZE, 2 * BLOCKS * SIZE);
    free(last);
}

static void
door_and_objects_are_exact(void **state)
{
    static const struct fp_class cls = {.name = "thing", .size = sizeof(struct fp_object) + 40};
    struct fp_memory_sample before = sample_now(), after;
    void *live = fp_alloc(100), *cache = fp__cache_alloc(200), *things[3];

    (void)state;
    for (int i = 0; i < 3; i++)
        things[i] = fp_object_create(NULL, &cls);
    after = sample_now();
    assert_int_equal(after.objects - before.objects, 3);
    assert_int_equal(after.door_bytes - before.door_bytes, 100 + 3 * cls.size);
    assert_int_equal(after.cache_bytes - before.cache_bytes, 200);
    for (int i = 0; i < 3; i++)
        fp_unref(things[i]);
    fp_free(cache);
    fp_free(live);
    after = sample_now();
    assert_int_equal(after.objects, before.objects);
    assert_int_equal(after.door_bytes, before.door_bytes);
    assert_int_equal(after.cache_bytes, before.cache_bytes);
}

static void
the_first_sample_is_like_the_second(void **state)
{
    struct fp_memory_sample first = sample_now(), second = sample_now();

    (void)state;
    assert_true(first.door_bytes > 0); /* the default context is made before it is counted */
    assert_int_equal(first.door_bytes, second.door_bytes);
    if (heap_is_glibcs())
        assert_int_equal(first.heap_used, second.heap_used);
}

static void
objects_are_those_of_the_context_asked_for(void **state)
{
    static const struct fp_class cls = {.name = "thing", .size = sizeof(struct fp_object)};
    struct fp_context *ctx = fp_context_create();
    void *thing = fp_object_create(ctx, &cls);
    struct fp_memory_sample sample;

    (void)state;
    assert_int_equal(fp_memory_sample(ctx, &sample), FP_OK);
    assert_int_equal(sample.objects, 1);
    assert_int_equal(sample_now().objects, 0);
    fp_unref(thing);
    fp_context_destroy(ctx);
}

/* --- files, threads, time --------------------------------------------------------------------- */

static void
open_files_are_counted_exactly(void **state)
{
    enum { MANY = 500 }; /* more than one reading of the folder gives */
    struct fp_memory_sample before = sample_now();
    int fds[MANY];

    (void)state;
    for (int i = 0; i < MANY; i++) {
        fds[i] = open("/dev/null", O_RDONLY);
        assert_true(fds[i] >= 0);
        if (i < 3)
            assert_int_equal(sample_now().open_files, before.open_files + (size_t)i + 1);
    }
    assert_int_equal(sample_now().open_files, before.open_files + MANY);
    for (int i = 0; i < MANY; i++)
        close(fds[i]);
    assert_int_equal(sample_now().open_files, before.open_files);
}

static void *
wait_for_start(void *barrier)
{
    pthread_barrier_wait(barrier);
    pthread_barrier_wait(barrier);
    return NULL;
}

static void
threads_are_counted_exactly(void **state)
{
    enum { THREADS = 3 };
    size_t before = sample_now().threads;
    pthread_t threads[THREADS];
    pthread_barrier_t barrier;

    (void)state;
    assert_int_equal(before, 1);
    pthread_barrier_init(&barrier, NULL, THREADS + 1);
    for (int i = 0; i < THREADS; i++)
        assert_int_equal(pthread_create(&threads[i], NULL, wait_for_start, &barrier), 0);
    pthread_barrier_wait(&barrier);
    assert_int_equal(sample_now().threads, before + THREADS);
    pthread_barrier_wait(&barrier);
    for (int i = 0; i < THREADS; i++)
        pthread_join(threads[i], NULL);
    pthread_barrier_destroy(&barrier);
    for (int i = 0; i < 1000 && sample_now().threads != before; i++)
        usleep(1000); /* a joined thread leaves the kernel's list a moment later */
    assert_int_equal(sample_now().threads, before);
}

static void
seconds_pass(void **state)
{
    double before = sample_now().seconds;

    (void)state;
    usleep(20000);
    assert_in_range((size_t)((sample_now().seconds - before) * 1e6), 20000, 10000000);
}

/* --- cost ------------------------------------------------------------------------------------- */

static void
samples_allocate_nothing(void **state)
{
    struct fp_memory_sample first, last;
    struct mallinfo2 before, after;
    size_t n = repeats(100000), calls;

    (void)state;
    sample_now();
    calls = fp__alloc_calls();
    first = last = sample_now();
    before = mallinfo2();
    for (size_t i = 0; i < n; i++)
        last = sample_now();
    after = mallinfo2();
    assert_int_equal(fp__alloc_calls(), calls);
    assert_memory_equal(&before, &after, sizeof before);
    assert_int_equal(first.heap_used, last.heap_used);
    assert_int_equal(first.heap_free, last.heap_free);
    assert_int_equal(first.door_bytes, last.door_bytes);
    assert_int_equal(first.open_files, last.open_files);
    if (heap_is_glibcs())
        assert_in_range(last.rss_anon, 0, first.rss_anon + PAGE);
}

/* --- failures --------------------------------------------------------------------------------- */

static int
take_one(void *arg)
{
    struct fp_memory_sample sample, untouched;
    enum fp_status status;

    (void)arg;
    memset(&sample, 0x5a, sizeof sample);
    untouched = sample;
    status = fp_memory_sample(NULL, &sample);
    if (status == FP_OK)
        return 0;
    assert_int_equal(status, FP_ERR_MEMORY);
    assert_memory_equal(&sample, &untouched, sizeof sample);
    return status;
}

static void
every_failure_leaves_the_sample_alone(void **state)
{
    (void)state;
    torture(take_one, NULL, 1);
}

static void
what_cannot_be_read_is_unknown(void **state)
{
    struct fp_memory_sample sample;

    (void)state;
    fp__file_fail_at(1, true);
    assert_int_equal(fp_memory_sample(NULL, &sample), FP_OK);
    assert_true(sample.rss == FP_UNKNOWN && sample.rss_anon == FP_UNKNOWN);
    assert_true(sample.open_files == FP_UNKNOWN && sample.threads == FP_UNKNOWN);
    assert_int_equal(sample.objects, 0);
    fp__file_fail_at(0, false);
}

static void
cpu_time_runs_while_we_compute_only(void **state)
{
    struct fp_memory_sample before = sample_now(), burnt, slept;
    clock_t start = clock();

    (void)state;
    while (clock() - start < CLOCKS_PER_SEC / 20)
        continue;
    burnt = sample_now();
    usleep(200000);
    slept = sample_now();
    assert_true(burnt.cpu - before.cpu >= .049 && burnt.cpu - before.cpu < .3);
    assert_true(slept.cpu - burnt.cpu < .15);
    assert_true(slept.seconds - burnt.seconds >= .2);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(resident_memory_follows_what_is_touched),
        world_test(pages_of_files_are_not_anonymous),
        world_test(heap_follows_what_is_allocated),
        world_test(freed_memory_that_is_kept_is_heap_free),
        world_test(door_and_objects_are_exact),
        world_test(the_first_sample_is_like_the_second),
        world_test(objects_are_those_of_the_context_asked_for),
        world_test(open_files_are_counted_exactly),
        world_test(threads_are_counted_exactly),
        world_test(seconds_pass),
        world_test(samples_allocate_nothing),
        world_test(every_failure_leaves_the_sample_alone),
        world_test(what_cannot_be_read_is_unknown),
        world_test(cpu_time_runs_while_we_compute_only),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
