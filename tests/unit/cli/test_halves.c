/* SPDX-License-Identifier: MIT */
/* test_halves.c: pictures as text for terminals, byte by byte. */
#include "cli/show/halves.h"

#include "unit/support.h"

static void
assert_text(const uint8_t *rgba, size_t width, size_t height, const char *wanted)
{
    struct fp_text out = {0};
    fp__halves_append(&out, rgba, width, height);
    assert_string_equal(fp_text_string(&out), wanted);
    fp_text_finish(&out);
}

static void
two_by_two_pixels_are_two_characters(void **state)
{
    static const uint8_t rgba[] = {255, 0, 0, 255, 0,   255, 0,   255,
                                   0,   0, 9, 255, 255, 255, 255, 255};
    (void)state;
    assert_text(rgba, 2, 2,
                "\x1b[38;2;255;0;0m\x1b[48;2;0;0;9m▀"
                "\x1b[38;2;0;255;0m\x1b[48;2;255;255;255m▀\x1b[0m\n");
}

static void
colours_are_told_where_they_change(void **state)
{
    static const uint8_t rgba[] = {7, 7, 7, 255, 7, 7, 7, 255, 8, 7, 7, 255,
                                   1, 1, 1, 255, 2, 1, 1, 255, 2, 1, 1, 255};
    (void)state;
    assert_text(rgba, 3, 2,
                "\x1b[38;2;7;7;7m\x1b[48;2;1;1;1m▀\x1b[48;2;2;1;1m▀\x1b[38;2;8;7;7m▀\x1b[0m\n");
}

static void
the_last_row_may_be_alone(void **state)
{
    static const uint8_t rgba[] = {1, 2, 3, 255, 4, 5, 6, 255, 7, 8, 9, 255};
    (void)state;
    assert_text(rgba, 1, 3, "\x1b[38;2;1;2;3m\x1b[48;2;4;5;6m▀\x1b[0m\n\x1b[38;2;7;8;9m▀\x1b[0m\n");
}

static void
what_is_clear_is_white(void **state)
{
    static const uint8_t rgba[] = {1, 2, 3, 0, 0, 100, 255, 128};
    (void)state;
    assert_text(rgba, 1, 2, "\x1b[38;2;255;255;255m\x1b[48;2;127;177;255m▀\x1b[0m\n");
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(two_by_two_pixels_are_two_characters),
        world_test(colours_are_told_where_they_change),
        world_test(the_last_row_may_be_alone),
        world_test(what_is_clear_is_white),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
