/* SPDX-License-Identifier: MIT */
/* test_footprint.c: what a summary may say about memory. */
#include "cli/batch/footprint.h"

#include "unit/cli/capture.h"

enum { MIB = 1 << 20 };

/* A job of so many frames that ends with these differences to its first and its warm frame. */
static const char *
tell(size_t frames, long objects, long bytes, size_t growth)
{
    static char said[256];
    struct fp__footprint f;
    struct fp_text text = {0};
    fp__footprint_init(&f, frames);
    f.first = (struct fp_memory_sample){
        .rss = 20 * MIB, .rss_anon = 9 * MIB, .objects = 10, .door_bytes = 10000};
    f.warm = f.last = f.first;
    f.last.objects += (size_t)objects;
    f.last.door_bytes += (size_t)bytes;
    f.last.rss_anon += growth;
    fp__footprint_tell(&f, &text);
    snprintf(said, sizeof said, "%s", fp_text_string(&text));
    fp_text_finish(&text);
    return said;
}

static void
flat_is_said_of_what_was_measured(void **state)
{
    (void)state;
    assert_string_equal(tell(1000, 0, 0, 0),
                        "memory flat: 20.0 MiB, 0 objects, 0 B left per frame");
    assert_string_equal(tell(70, 0, 0, MIB),
                        "memory flat: 20.0 MiB, 0 objects, 0 B left per frame");
    assert_string_equal(tell(69, 0, 0, 0), "memory: 20.0 MiB, 0 objects, 0 B left per frame");
    assert_string_equal(tell(2, 0, 0, 50 * MIB), "memory: 20.0 MiB, 0 objects, 0 B left per frame");
}

static void
growth_is_said(void **state)
{
    (void)state;
    assert_string_equal(tell(1000, 0, 0, MIB + MIB / 2),
                        "memory: 20.0 MiB (1.5 MiB more than after frame 200), 0 objects, 0 B left "
                        "per frame");
    assert_string_equal(tell(1000, 3, 480, 0),
                        "memory not flat: 20.0 MiB, +3 objects, +480 B since the first frame");
    assert_string_equal(tell(2, 0, -8, 0),
                        "memory not flat: 20.0 MiB, +0 objects, -8 B since the first frame");
}

static void
the_warm_up_is_a_fifth_and_ten_frames_at_least(void **state)
{
    (void)state;
    struct fp__footprint f;
    fp__footprint_init(&f, 20);
    assert_int_equal(f.warm_at, 10);
    fp__footprint_init(&f, 100);
    assert_int_equal(f.warm_at, 20);
    assert_true(fp__footprint_due(&f, 1) && fp__footprint_due(&f, 20) &&
                fp__footprint_due(&f, 100));
    assert_false(fp__footprint_due(&f, 2) || fp__footprint_due(&f, 99));
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(flat_is_said_of_what_was_measured),
        world_test(growth_is_said),
        world_test(the_warm_up_is_a_fifth_and_ten_frames_at_least),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
