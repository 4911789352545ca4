/* SPDX-License-Identifier: MIT */
/* test_fonts_used.c: the number of a text's fonts is another one when they are. */
#include "flatplot/output.h"

#include "unit/render/apart.h"

#define HANGUL "\xed\x95\x9c"
#define NANUM "/usr/share/fonts/truetype/nanum"

/* What the processes found, one after the other: they share it. */
static const char *
number_file(const char *text)
{
    return temp_path(strcmp(text, HANGUL) == 0 ? "hangul" : "latin");
}

static void
keep_number(const char *text)
{
    uint32_t crc = 0;
    uint32_t again = 1;
    must(fp_fonts_crc32(NULL, text, &crc) == FP_OK && crc != 0);
    must(fp_fonts_crc32(NULL, text, &again) == FP_OK && again == crc);
    int fd = open(number_file(text), O_CREAT | O_TRUNC | O_WRONLY, 0666);
    must(write(fd, &crc, sizeof crc) == sizeof crc && close(fd) == 0);
}

static void
keep_numbers(void)
{
    keep_number("0123 abc");
    keep_number(HANGUL);
}

static uint32_t
number_of(const char *text)
{
    uint32_t *found = read_file(number_file(text), NULL);
    uint32_t number = *found;
    free(found);
    return number;
}

static void
other_fonts_are_another_number(void **state)
{
    (void)state;
    uint32_t latin, hangul;
    if (access(NANUM, R_OK) != 0)
        skip();
    run_with(font_config("one.conf", DEJAVU), keep_numbers, true);
    latin = number_of("0123 abc");
    hangul = number_of(HANGUL);
    assert_int_equal(latin, hangul); /* boxes */
    run_with(font_config("all.conf", DEJAVU "</dir><dir>" NANUM), keep_numbers, true);
    assert_int_equal(number_of("0123 abc"), latin);
    assert_true(number_of(HANGUL) != hangul);
}

static void
number_without_fonts(void)
{
    uint32_t crc;
    must(fp_fonts_crc32(NULL, "x", &crc) == FP_ERR_FONT);
}

static void
no_font_is_an_error(void **state)
{
    (void)state;
    run_with(font_config("none.conf", temp_path("nothing")), number_without_fonts, true);
}

static void
not_utf8_is_an_error(void **state)
{
    (void)state;
    uint32_t crc = 7;
    assert_int_equal(fp_fonts_crc32(NULL, "\xff", &crc), FP_ERR_ARGUMENT);
    assert_int_equal(crc, 7);
}

static int
find_number(void *arg)
{
    uint32_t crc;
    enum fp_status status = fp_fonts_crc32(NULL, arg, &crc);
    fp_context_destroy(NULL);
    assert_true(status == FP_OK || status == FP_ERR_MEMORY || status == FP_ERR_FONT);
    return status;
}

static void
exhaustion_is_survived(void **state)
{
    (void)state;
    torture(find_number, (void *)"text " HANGUL, 1);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(other_fonts_are_another_number),
        world_test(no_font_is_an_error),
        world_test(not_utf8_is_an_error),
        world_test(exhaustion_is_survived),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
