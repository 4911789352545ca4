/* SPDX-License-Identifier: MIT */
/* test_color_find.c: what people write for colours, against matplotlib's to_rgba. */
#include <string.h>

#include "color/name_tables.h"
#include "flatplot/color.h"
#include "unit/support.h"

/* 0xRRGGBBAA; 1 when there is no such colour. */
static uint32_t
found(const char *text)
{
    struct fp_color c = {1, 2, 3, 4};

    if (fp_color_find(NULL, text, &c) == FP_OK)
        return (uint32_t)c.r << 24 | (uint32_t)c.g << 16 | (uint32_t)c.b << 8 | c.a;
    assert_int_equal(c.r + c.g + c.b + c.a, 10); /* as it was */
    return 1;
}

static void
names_are_css_4(void **state)
{
    (void)state;
    assert_int_equal(found("tomato"), 0xff6347ff);
    assert_int_equal(found("rebeccapurple"), 0x663399ff);
    assert_int_equal(found("RebeccaPurple"), 0x663399ff);
    assert_int_equal(found("WHITE"), 0xffffffff);
    assert_int_equal(found("grey"), found("gray"));
    assert_int_equal(found("green"), 0x008000ff);
    assert_int_equal(found("aliceblue"), 0xf0f8ffff);
    assert_int_equal(found("yellowgreen"), 0x9acd32ff);
}

static void
every_name_finds_its_colour(void **state)
{
    (void)state;
    assert_int_equal(FP__COLOR_NAMES, 148 + 11 + 8);
    for (size_t i = 0; i < FP__COLOR_NAMES; i++) {
        const uint8_t *c = fp__color_named[i];

        assert_true(i == 0 || strcmp(fp__color_names[i - 1], fp__color_names[i]) < 0);
        assert_int_equal(found(fp__color_names[i]),
                         (uint32_t)c[0] << 24 | (uint32_t)c[1] << 16 | (uint32_t)c[2] << 8 | 255);
    }
}

static void
letters_are_matplotlib_s_own(void **state)
{
    (void)state;
    assert_int_equal(found("b"), 0x0000ffff);
    assert_int_equal(found("g"), 0x007f00ff); /* (0, 0.5, 0), truncated */
    assert_int_equal(found("r"), 0xff0000ff);
    assert_int_equal(found("c"), 0x00bfbfff);
    assert_int_equal(found("m"), 0xbf00bfff);
    assert_int_equal(found("y"), 0xbfbf00ff);
    assert_int_equal(found("k"), 0x000000ff);
    assert_int_equal(found("w"), 0xffffffff);
    assert_int_equal(found("R"), 1);
    assert_int_equal(found("C"), 1);
}

static void
the_cycle_goes_round(void **state)
{
    (void)state;
    assert_int_equal(found("C0"), 0x1f77b4ff);
    assert_int_equal(found("tab:blue"), 0x1f77b4ff);
    assert_int_equal(found("C1"), found("TAB:orange"));
    assert_int_equal(found("tab:grey"), 0x7f7f7fff);
    assert_int_equal(found("tab:gray"), found("tab:grey"));
    assert_int_equal(found("xkcd:blue"), 1);
    assert_int_equal(found("C9"), found("tab:cyan"));
    assert_int_equal(found("C10"), found("C0"));
    assert_int_equal(found("C00000000000000000000000123"), found("C3"));
    assert_int_equal(found("c1"), 1);
    assert_int_equal(found("C-1"), 1);
    assert_int_equal(found("C1x"), 1);
}

static void
hexadecimal_has_four_lengths(void **state)
{
    (void)state;
    assert_int_equal(found("#abc"), 0xaabbccff);
    assert_int_equal(found("#aBc4"), 0xaabbcc44);
    assert_int_equal(found("#0180fe"), 0x0180feff);
    assert_int_equal(found("#0180FE7f"), 0x0180fe7f);
    assert_int_equal(found("#12345"), 1);
    assert_int_equal(found("#"), 1);
    assert_int_equal(found("#12"), 1);
    assert_int_equal(found("#ggg"), 1);
    assert_int_equal(found("#1234567890"), 1);
    assert_int_equal(found("#abc "), 1);
}

static void
fractions_are_grays(void **state)
{
    (void)state;
    assert_int_equal(found("0"), 0x000000ff);
    assert_int_equal(found("1.0"), 0xffffffff);
    assert_int_equal(found("0.5"), 0x7f7f7fff);
    assert_int_equal(found(".25"), 0x3f3f3fff);
    assert_int_equal(found("1.01"), 1);
    assert_int_equal(found("-0.1"), 1);
    assert_int_equal(found("nan"), 1);
    assert_int_equal(found("0.5x"), 1);
    assert_int_equal(found(""), 1);
    assert_int_equal(found(NULL), 1);
}

static void
none_is_clear(void **state)
{
    (void)state;
    assert_int_equal(found("none"), 0);
    assert_int_equal(found("None"), 0);
    assert_int_equal(found("transparent"), 0);
}

static void
mistakes_get_a_hint(void **state)
{
    (void)state;
    assert_int_equal(found("tomatoe"), 1);
    assert_string_equal(fp_context_message(NULL), "colour 'tomatoe': no such colour");
    assert_string_equal(fp_context_hint(NULL), "did you mean 'tomato'?");
    assert_int_equal(found("tab:bleu"), 1);
    assert_string_equal(fp_context_hint(NULL), "did you mean 'tab:blue'?");
    assert_int_equal(found("#12"), 1);
    assert_non_null(strstr(fp_context_hint(NULL), "#rrggbb"));
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(names_are_css_4),
        world_test(every_name_finds_its_colour),
        world_test(letters_are_matplotlib_s_own),
        world_test(the_cycle_goes_round),
        world_test(hexadecimal_has_four_lengths),
        world_test(fractions_are_grays),
        world_test(none_is_clear),
        world_test(mistakes_get_a_hint),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
