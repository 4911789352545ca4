/* SPDX-License-Identifier: MIT */
/* test_footprint.c: what a summary may say about memory. */
#include "cli/batch/footprint.h"

#include "cli/check/probe.h"
#include "core/alloc.h"
#include "core/file.h"
#include "unit/cli/capture.h"
#include "unit/cli/samples.h"

/* The line for a made-up job. */
static const char *
tell(size_t frames, double bytes, double objects)
{
    static char said[256];
    struct fp_text text = {0};
    struct fp__footprint f = {.unit = "frame", .frames = frames, .every = 1};
    f.finding = made_up("imshow", frames, bytes, objects);
    f.first = (struct fp_memory_sample){.objects = 10, .door_bytes = 10000};
    f.last =
        (struct fp_memory_sample){.rss = 20 << 20,
                                  .objects = 10 + (size_t)(objects * (double)(frames - 1)),
                                  .door_bytes = 10000 + (size_t)(bytes * (double)(frames - 1))};
    fp__footprint_judge(&f, NAN);
    if (fp__footprint_is_enough(&f)) {
        fp__footprint_tell(&f, 1, (double)f.last.rss, &text);
    } else {
        fp__footprint_tell_left(&f, 1, &text);
    }
    snprintf(said, sizeof said, "%s", fp_text_string(&text));
    fp_text_finish(&text);
    fp__footprint_finish(&f);
    return said;
}

static void
the_line_is_the_verdict(void **state)
{
    (void)state;
    assert_string_equal(tell(1000, 0, 0), "memory flat: 20.0 MiB, per frame 0 objects, 0 B heap, "
                                          "0 B RSS (resolves 5.4 B)");
    assert_has(tell(1000, 4096, 2), "memory growing (object leak): 20.0 MiB, per frame 2 objects, "
                                    "4.0 KiB heap, 4.0 KiB RSS (resolves ");
    assert_has(tell(1000, 64, 0), "memory growing (hidden leak): 20.0 MiB, per frame 0 objects, "
                                  "64 B heap, ");
}

static void
few_frames_are_not_judged(void **state)
{
    (void)state;
    assert_string_equal(tell(69, 0, 0),
                        "memory: too few frames to judge (70); 0 objects, 0 B heap left per frame");
    assert_string_equal(
        tell(2, 480, 3),
        "memory: too few frames to judge (70); 3 objects, 480 B heap left per frame");
    assert_has(tell(70, 0, 0), "memory flat: ");
}

static void
growth_has_a_limit_when_asked(void **state)
{
    (void)state;
    static const struct {
        size_t frames;
        double bytes;
        double limit;
        int code;
        const char *says;
    } cases[] = {
        {1000, 0, 100, 0, ""},
        {1000, 50, 200, 0, ""},
        {1000, 200, 100, 1, "memory (heap) grows by 200 B per frame, more than --max-growth 100 B"},
        {1000, 5000, 4096, 1, "more than --max-growth 4.0 KiB"},
        {60, 0, 100, 6, "60 frames are too few to tell whether memory (heap) grows"},
        {60, 0, 100, 6, "  hint: 70 should do"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct fp__footprint f = {.unit = "frame", .frames = cases[i].frames, .every = 1};
        f.finding = made_up("imshow", cases[i].frames, cases[i].bytes, 0);
        struct capture c = capture_begin();
        fp__footprint_judge(&f, cases[i].limit);
        int code = fp__footprint_limit(&f);
        capture_end(&c);
        assert_int_equal(code, cases[i].code);
        assert_err(cases[i].says);
        fp__footprint_finish(&f);
    }
}

/* The record of frame t. */
static const struct fp__record *
sampled(double t, double rss)
{
    static struct fp__record record;
    record = (struct fp__record){.sampled = true, .sample = {.t = t, .rss_total = rss}};
    return &record;
}

static void
long_jobs_take_fewer_samples(void **state)
{
    (void)state;
    struct fp__footprint f;
    assert_true(fp__footprint_init(&f, "frame", 1024));
    assert_int_equal(f.every, 1);
    fp__footprint_finish(&f);
    assert_true(fp__footprint_init(&f, "frame", 100000));
    assert_int_equal(f.every, 98);
    for (size_t i = 1; i <= 400; i++)
        fp__footprint_frame(&f, sampled((double)i, 0));
    assert_int_equal(f.finding.samples.n, 4);
    assert_near(f.finding.samples.t[3], 392, 0);
    assert_true(f.finding.samples.room >= 1020);
    fp__footprint_finish(&f);
}

static void
room_for_samples_is_that_of_any_job(void **state)
{
    (void)state;
    static const size_t frames[] = {0, 1, 10, 1000, 1000000};
    size_t before = fp__alloc_bytes();
    for (size_t i = 0; i < sizeof frames / sizeof *frames; i++) {
        struct fp__footprint f;
        assert_true(fp__footprint_init(&f, "frame", frames[i]));
        assert_int_equal(fp__alloc_bytes() - before, 1024 * 11 * sizeof(double));
        fp__footprint_finish(&f);
    }
}

static void
what_is_left_is_from_the_first_frame_to_the_last(void **state)
{
    (void)state;
    struct fp__footprint f;
    struct fp_text text = {0};
    assert_true(fp__footprint_init(&f, "frame", 3));
    fp__footprint_frame(&f, sampled(1, 0));
    fp__footprint_exact(&f, &(struct fp_memory_sample){.objects = 5, .door_bytes = 100});
    fp__footprint_frame(&f, sampled(2, 0));
    fp__footprint_frame(&f, sampled(3, 0));
    fp__footprint_exact(&f, &(struct fp_memory_sample){.objects = 9, .door_bytes = 300});
    fp__footprint_tell_left(&f, 1, &text);
    assert_has(fp_text_string(&text), "; 2 objects, 100 B heap left per frame");
    fp_text_finish(&text);
    fp__footprint_finish(&f);
}

static void
resident_memory_has_a_limit(void **state)
{
    (void)state;
    struct fp__probe probe;
    struct fp__sample sample = {0};
    fp__probe_begin(&probe);
    fp__file_fail_at(1, true);
    enum fp_status status = fp__probe_take(&probe, NULL, 1, &sample);
    fp__file_fail_at(0, false);
    assert_int_equal(status, FP_OK);
    assert_true(isnan(sample.x[FP_METRIC_FILES]) && isnan(sample.x[FP_METRIC_THREADS]));
    assert_true(isnan(sample.x[FP_METRIC_RSS]) && isnan(sample.rss_total));
    struct capture c = capture_begin();
    int unknown = fp__footprint_check(sample.rss_total, 1e12);
    capture_end(&c);
    assert_int_equal(unknown, 77);
    assert_err("--max-rss: resident memory cannot be measured\n  hint: ");
    c = capture_begin();
    int more = fp__footprint_check(2, 1);
    int less = fp__footprint_check(1, 1);
    capture_end(&c);
    assert_int_equal(more, 1);
    assert_int_equal(less, 0);
    assert_err("resident memory is 2 B, more than --max-rss 1 B");
    fp_context_destroy(NULL);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(the_line_is_the_verdict),
        world_test(few_frames_are_not_judged),
        world_test(growth_has_a_limit_when_asked),
        world_test(long_jobs_take_fewer_samples),
        world_test(room_for_samples_is_that_of_any_job),
        world_test(what_is_left_is_from_the_first_frame_to_the_last),
        world_test(resident_memory_has_a_limit),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
