/* SPDX-License-Identifier: MIT */
/* test_utf8.c: well-formed and ill-formed sequences. */
#include <stdlib.h>
#include <string.h>

#include "flatplot/text.h"
#include "unit/support.h"

static const char *const good[] = {
    "",
    "plain",
    "\x7f",
    "\xc2\x80",         /* U+0080, the first of two bytes */
    "\xdf\xbf",         /* U+07FF, the last */
    "\xe0\xa0\x80",     /* U+0800, the first of three */
    "\xed\x9f\xbf",     /* U+D7FF, right before the surrogates */
    "\xee\x80\x80",     /* U+E000, right after them */
    "\xef\xbf\xbf",     /* U+FFFF */
    "\xf0\x90\x80\x80", /* U+10000, the first of four */
    "\xf4\x8f\xbf\xbf", /* U+10FFFF, the last of all */
    "µ 한글 😀",
};

static const char *const bad[] = {
    "\x80",             /* a continuation alone */
    "\xbf",             /* … */
    "a\x80",            /* … after a letter */
    "\xc0\x80",         /* overlong NUL */
    "\xc1\xbf",         /* overlong U+007F */
    "\xe0\x9f\xbf",     /* overlong U+07FF */
    "\xf0\x8f\xbf\xbf", /* overlong U+FFFF */
    "\xed\xa0\x80",     /* U+D800, the first surrogate */
    "\xed\xbf\xbf",     /* U+DFFF, the last */
    "\xf4\x90\x80\x80", /* U+110000, beyond the end */
    "\xf5\x80\x80\x80", /* … */
    "\xf8\x88\x80\x80\x80",
    "\xfe",
    "\xff",
    "\xc2 ",
    "\xe1\x80 ",
    "\xe1 \x80",
    "\xf1\x80\x80 ",
    "\xf1\x80 \x80",
    "\xf1 \x80\x80",
    "\xc2\xc2\x80",
    "\xe1\x80\xc0",
    "한글\xed",
    "\xb5m", /* Latin-1 */
};

static bool
valid(const char *string)
{
    return fp_utf8_valid(string, strlen(string));
}

static void
well_formed_sequences_are_valid(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof good / sizeof good[0]; i++)
        assert_true(valid(good[i]));
    assert_true(fp_utf8_valid("a\0b", 3));
}

static void
ill_formed_sequences_are_not(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++)
        if (valid(bad[i]))
            fail_msg("bad sequence %zu was taken", i);
}

/* Each copy ends where its block ends, so that a sanitizer sees a byte read too far. */
static void
truncated_sequences_are_not_valid(void **state)
{
    static const char *const whole[] = {"\xc3\xa9", "\xe2\x82\xac", "\xf0\x9f\x98\x80"};

    (void)state;
    for (size_t i = 0; i < 3; i++)
        for (size_t n = 1; n < strlen(whole[i]); n++) {
            char *part = malloc(n);

            memcpy(part, whole[i], n);
            assert_false(fp_utf8_valid(part, n));
            free(part);
        }
}

/* By arithmetic instead of by the table: decode, then encode again in the shortest form. */
static bool
valid_by_decoding(const unsigned char *p, size_t n)
{
    static const uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};

    for (size_t i = 0, k; i < n; i += k) {
        uint32_t c = p[i];

        k = c < 0x80 ? 1 : c >> 5 == 6 ? 2 : c >> 4 == 14 ? 3 : c >> 3 == 30 ? 4 : 0;
        if (k == 0 || i + k > n)
            return false;
        c = k == 1 ? c : c & (0x7fu >> k);
        for (size_t j = 1; j < k; j++) {
            if (p[i + j] >> 6 != 2)
                return false;
            c = c << 6 | (p[i + j] & 0x3f);
        }
        if (c < least[k] || c > 0x10ffff || (c >= 0xd800 && c < 0xe000))
            return false;
    }
    return true;
}

static void
every_three_bytes_agree_with_decoding(void **state)
{
    (void)state;
    for (uint32_t v = 0; v < 1u << 24; v += v < 0xc00000 ? 251 : 3) {
        unsigned char p[4] = {v >> 16 & 0xff, v >> 8 & 0xff, v & 0xff, 0x80 | (v & 0x3f)};

        for (size_t n = 1; n <= 4; n++)
            if (fp_utf8_valid((const char *)p, n) != valid_by_decoding(p, n))
                fail_msg("%02x %02x %02x %02x, first %zu bytes", p[0], p[1], p[2], p[3], n);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(well_formed_sequences_are_valid),
        world_test(ill_formed_sequences_are_not),
        world_test(truncated_sequences_are_not_valid),
        world_test(every_three_bytes_agree_with_decoding),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
