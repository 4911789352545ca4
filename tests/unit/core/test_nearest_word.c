/* SPDX-License-Identifier: MIT */
/* test_nearest_word.c: who is meant, and when nobody is. */
#include <string.h>

#include "flatplot/text.h"
#include "unit/support.h"

static const char *const maps[] = {"viridis", "magma", "gray", "gist_gray", "turbo", "Blues"};

static const char *
nearest(const char *word)
{
    return fp_text_nearest(word, maps, sizeof maps / sizeof maps[0]);
}

static void
one_mistake_is_forgiven(void **state)
{
    (void)state;
    assert_string_equal(nearest("viridis"), "viridis");
    assert_string_equal(nearest("virids"), "viridis");   /* one left out */
    assert_string_equal(nearest("viiridis"), "viridis"); /* one too many */
    assert_string_equal(nearest("veridis"), "viridis");  /* one wrong */
    assert_string_equal(nearest("virdiis"), "viridis");  /* two swapped */
    assert_string_equal(nearest("grey"), "gray");
    assert_string_equal(nearest("trubo"), "turbo"); /* a swap is one mistake, not two */
}

static void
case_is_no_mistake(void **state)
{
    (void)state;
    assert_string_equal(nearest("BLUES"), "Blues");
    assert_string_equal(nearest("Virids"), "viridis");
}

static void
a_third_of_the_letters_may_differ(void **state)
{
    static const char *const words[] = {"abcdef"};

    (void)state;
    assert_string_equal(fp_text_nearest("xbcdex", words, 1), "abcdef");
    assert_null(fp_text_nearest("xbcxex", words, 1));
}

static void
nobody_is_meant(void **state)
{
    (void)state;
    assert_null(nearest("jet"));
    assert_null(nearest(""));
    assert_null(nearest("a word that is far longer than any of the candidates there are"));
    assert_null(fp_text_nearest("gray", maps, 0));
}

static void
the_nearest_wins_and_the_first_of_equals(void **state)
{
    static const char *const words[] = {"scales", "scale", "scala"};

    (void)state;
    assert_string_equal(fp_text_nearest("scale", words, 3), "scale");
    assert_string_equal(fp_text_nearest("scalx", words, 3), "scale");
    assert_string_equal(fp_text_nearest("scals", words, 3), "scales");
}

static void
words_of_any_length_are_safe(void **state)
{
    char longest[64], longer[65];
    const char *words[] = {longest, longer};

    (void)state;
    memset(longest, 'x', 63);
    memset(longer, 'x', 64);
    longest[63] = longer[64] = '\0';
    assert_ptr_equal(fp_text_nearest(longest, words, 2), longest);
    assert_null(fp_text_nearest(longer, words, 2));
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(one_mistake_is_forgiven),
        world_test(case_is_no_mistake),
        world_test(a_third_of_the_letters_may_differ),
        world_test(nobody_is_meant),
        world_test(the_nearest_wins_and_the_first_of_equals),
        world_test(words_of_any_length_are_safe),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
