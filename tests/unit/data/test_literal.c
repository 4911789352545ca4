/* SPDX-License-Identifier: MIT */
/* test_literal.c: tokens of a Python literal. */
#include <string.h>

#include "data/literal.h"
#include "unit/data/npy_bytes.h"

static struct fp__token
first_token(const char *text)
{
    struct fp__literal literal = {(const unsigned char *)text, strlen(text), 0};
    struct fp__token token;

    fp__literal_next(&literal, &token);
    return token;
}

static void
strings_are_decoded(void **state)
{
    static const struct {
        const char *source;
        const char *text;
    } rows[] = {
        {"''", ""},
        {"'descr'", "descr"},
        {"\"descr\"", "descr"},
        {"u'descr'", "descr"},
        {"U\"a\"", "a"},
        {"'it\"s'", "it\"s"},
        {"\"it's\"", "it's"},
        {"'it\\'s'", "it's"},
        {"\"\\\"\"", "\""},
        {"'a\\\\b'", "a\\b"},
        {"'\\x64\\u0065\\U00000073'", "des"},
        {"'\\144\\145'", "de"},
        {"'\\1234'", "S4"},
        {"'a\\\nb'", "ab"},
        {"'\\q'", "\\q"},
        {"'\\t\\n\\x00\\xe9'", "????"},
        {"'\xea\xb0\x80'", "???"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct fp__token token = first_token(rows[i].source);

        assert_true(fp__token_is(&token, FP__TOKEN_STRING, rows[i].text));
        assert_int_equal(token.end, strlen(rows[i].source));
    }
}

static void
integers_have_signs_and_limits(void **state)
{
    struct fp__token token = first_token("18446744073709551615");

    (void)state;
    assert_true(token.kind == FP__TOKEN_INTEGER && token.value == UINT64_MAX && !token.huge);
    assert_true(first_token("18446744073709551616").huge);
    assert_true(first_token("99999999999999999999999999999999999999999").huge);
    token = first_token("-12L,");
    assert_true(token.kind == FP__TOKEN_INTEGER && token.negative && token.value == 12);
    assert_int_equal(token.end, 4);
    token = first_token("0");
    assert_true(token.kind == FP__TOKEN_INTEGER && token.value == 0 && !token.negative);
}

static void
what_is_no_token_is_bad(void **state)
{
    static const char *const rows[] = {
        "'abc",    "\"abc", "'abc\"", "'a\nb'", "'\\",   "'\\'", "'\\x4'", "'\\u00'", "'\\U0000'",
        "'\\xg0'", "1.5",   "1e5",    "0x10",   "1_000", "007",  "12Lx",   "-",       "--1",
        "+1",      "#",     "\x01",   "\xff",   ";",     "$",    "*",
    };

    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct fp__token token = first_token(rows[i]);

        assert_int_equal(token.kind, FP__TOKEN_BAD);
        assert_true(strlen(token.text) > 5);
    }
}

static void
a_long_string_is_measured_and_cut(void **state)
{
    char text[1003];
    struct fp__token token;

    (void)state;
    memset(text, 'x', sizeof text);
    text[0] = text[1001] = '\'';
    text[1002] = '\0';
    token = first_token(text);
    assert_int_equal(token.kind, FP__TOKEN_STRING);
    assert_int_equal(token.length, 1000);
    assert_int_equal(strlen(token.text), sizeof token.text - 1);
    assert_false(fp__token_is(&token, FP__TOKEN_STRING, token.text));
}

static void
tokens_follow_each_other_to_the_end(void **state)
{
    static const char text[] = " {'a' :\tTrue,\r\n(1 ,)}\f ";
    static const char marks[] = "{ : ,( ,)}";
    struct fp__literal literal = {(const unsigned char *)text, sizeof text - 1, 0};
    struct fp__token token;

    (void)state;
    for (size_t i = 0; i + 1 < sizeof marks; i++) {
        fp__literal_next(&literal, &token);
        assert_int_equal(token.kind == FP__TOKEN_MARK ? token.mark : ' ', marks[i]);
    }
    for (int i = 0; i < 2; i++) {
        fp__literal_next(&literal, &token);
        assert_int_equal(token.kind, FP__TOKEN_END);
    }
}

static void
a_bad_token_stays(void **state)
{
    struct fp__literal literal = {(const unsigned char *)"  #1", 4, 0};
    struct fp__token token;

    (void)state;
    for (int i = 0; i < 3; i++) {
        fp__literal_next(&literal, &token);
        assert_int_equal(token.kind, FP__TOKEN_BAD);
        assert_int_equal(token.begin, 2);
    }
}

static void
a_zero_byte_is_not_the_end(void **state)
{
    struct fp__literal literal = {(const unsigned char *)"\0", 1, 0};
    struct fp__token token;

    (void)state;
    fp__literal_next(&literal, &token);
    assert_int_equal(token.kind, FP__TOKEN_BAD);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(strings_are_decoded),
        world_test(integers_have_signs_and_limits),
        world_test(what_is_no_token_is_bad),
        world_test(a_long_string_is_measured_and_cut),
        world_test(tokens_follow_each_other_to_the_end),
        world_test(a_bad_token_stays),
        world_test(a_zero_byte_is_not_the_end),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
