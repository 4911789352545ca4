/* SPDX-License-Identifier: MIT */
/* test_png_chunk.c: chunks as bytes. */
#include "output/png_chunk.h"
#include "unit/support.h"

static void
an_empty_chunk_has_twelve_bytes(void **state)
{
    /* As every PNG file ends. */
    static const uint8_t end[] = {0, 0, 0, 0, 'I', 'E', 'N', 'D', 0xae, 0x42, 0x60, 0x82};
    uint8_t bytes[12];
    struct fp__png_bytes out = {.bytes = bytes, .room = sizeof bytes};

    (void)state;
    fp__png_chunk_begin(&out, "IEND");
    assert_int_equal(fp__png_chunk_length(&out), 0);
    fp__png_chunk_end(&out);
    assert_int_equal(out.length, sizeof end);
    assert_memory_equal(bytes, end, sizeof end);
}

static void
a_second_chunk_begins_where_the_first_ended(void **state)
{
    uint8_t bytes[64];
    struct fp__png_bytes out = {.bytes = bytes, .room = sizeof bytes};

    (void)state;
    fp__png_append(&out, "front", 5);
    fp__png_chunk_begin(&out, "aaAa");
    fp__png_append_be32(&out, 0x01020304);
    fp__png_append(&out, "xyz", 3);
    assert_int_equal(fp__png_chunk_length(&out), 7);
    fp__png_chunk_end(&out);
    assert_int_equal(out.length, 5 + 12 + 7);
    fp__png_chunk_begin(&out, "bbBb");
    fp__png_chunk_end(&out);
    assert_memory_equal(bytes, "front\0\0\0\7aaAa\1\2\3\4xyz", 20);
    assert_memory_equal(bytes + 24, "\0\0\0\0bbBb", 8);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(an_empty_chunk_has_twelve_bytes),
        world_test(a_second_chunk_begins_where_the_first_ended),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
