/* SPDX-License-Identifier: MIT */
/* test_number.c: shortest decimals against a search, in a process whose locale writes commas. The
 * search itself uses that locale's printf and strtod, so that it shares nothing with number.c. */
#include <float.h>
#include <locale.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "flatplot/text.h"
#include "unit/support.h"

static char point = '.'; /* of the process's locale */

/* --- the locale ------------------------------------------------------------------------------- */

static bool
use_comma_locale(void)
{
    return setlocale(LC_ALL, "de_DE.UTF-8") && localeconv()->decimal_point[0] == ',';
}

/* No locale with a comma need be installed: its source is enough. */
static void
compile_comma_locale(const char *folder)
{
    char path[600];
    pid_t child;

    snprintf(path, sizeof path, "%s/de_DE.UTF-8", folder);
    child = fork();
    if (child == 0) {
        if (!freopen("/dev/null", "w", stderr))
            _exit(127);
        execlp("localedef", "localedef", "--no-archive", "-c", "-i", "de_DE", "-f", "UTF-8", path,
               (char *)NULL);
        _exit(127);
    }
    waitpid(child, NULL, 0);
    setenv("LOCPATH", folder, 1);
}

static int
enter_comma_locale(void **state)
{
    (void)state;
    if (!use_comma_locale()) {
        compile_comma_locale(temp_dir());
        if (!use_comma_locale())
            print_message("no locale with a comma can be had here: testing in \"C\" only\n");
    }
    point = localeconv()->decimal_point[0];
    return 0;
}

/* --- the search ------------------------------------------------------------------------------- */

/* A decimal as its digits, without zeros at either end, and the exponent of its first one. */
struct decimal {
    char digits[40];
    int n;
    int exponent;
};

static void
skip_zeros(struct decimal *d)
{
    int zeros = (int)strspn(d->digits, "0");

    memmove(d->digits, d->digits + zeros, (size_t)(d->n - zeros + 1));
    d->n -= zeros;
    d->exponent -= zeros;
    while (d->n > 0 && d->digits[d->n - 1] == '0')
        d->digits[--d->n] = '\0';
}

/* Takes apart what %e, %f and %g write, with either decimal point. */
static struct decimal
take_apart(const char *text)
{
    struct decimal d = {.exponent = -1};
    bool fraction = false;

    for (text += *text == '-'; *text && *text != 'e'; text++) {
        if (*text == '.' || *text == ',') {
            fraction = true;
            continue;
        }
        d.digits[d.n++] = *text;
        d.exponent += !fraction;
    }
    if (*text == 'e')
        d.exponent += atoi(text + 1);
    skip_zeros(&d);
    return d;
}

/* The decimal moved by `step` in its last digit, as text for this locale's strtod. */
static double
neighbour(const char *scientific, int step)
{
    char digits[40], text[64];
    const char *e = strchr(scientific, 'e');
    int n = 0;
    long long whole;

    for (const char *p = scientific; p < e; p++)
        if (*p != point)
            digits[n++] = *p;
    digits[n] = '\0';
    whole = atoll(digits) + step;
    snprintf(text, sizeof text, "%llde%d", whole, atoi(e + 1) - (n - 1));
    return strtod(text, NULL);
}

/* True when some decimal of n digits reads back as value (> 0). The only ones near enough are the
 * nearest and those beside it. */
static bool
any_reads_back(double value, int n)
{
    char nearest[40];

    snprintf(nearest, sizeof nearest, "%.*e", n - 1, value);
    for (int step = -1; step <= 1; step++)
        if (neighbour(nearest, step) == value)
            return true;
    return false;
}

/* A shorter decimal would also exist with zeros added, so one step less is all there is to ask. Of
 * equally short ones the nearest must be taken. */
static void
check_shortest(double value)
{
    char text[FP_NUMBER_ROOM], nearest[40];
    const char *end;
    double again = NAN;
    struct decimal d;

    if (fp_number_format(value, text) != strlen(text) || strchr(text, ',') ||
        !fp_number_parse(text, &end, &again) || *end || memcmp(&again, &value, sizeof value) != 0)
        fail_msg("%a is written as %s, which reads as %a", value, text, again);
    if (value == 0)
        return;
    d = take_apart(text);
    value = fabs(value);
    if (d.n > 1 && any_reads_back(value, d.n - 1))
        fail_msg("%a is written as %s: too long", value, text);
    snprintf(nearest, sizeof nearest, "%.*e", d.n - 1, value);
    if (strtod(nearest, NULL) == value && strcmp(take_apart(nearest).digits, d.digits) != 0)
        fail_msg("%a is written as %s: %s is nearer", value, text, nearest);
}

/* --- tests ------------------------------------------------------------------------------------ */

static uint64_t seed = 20240229;

/* xorshift64* (Vigna 2016). */
static uint64_t
random_bits(void)
{
    seed ^= seed >> 12;
    seed ^= seed << 25;
    seed ^= seed >> 27;
    return seed * 0x2545f4914f6cdd1du;
}

static double
from_bits(uint64_t bits)
{
    double value;

    memcpy(&value, &bits, sizeof value);
    return value;
}

static void
a_million_bit_patterns_are_shortest(void **state)
{
    (void)state;
    for (size_t i = repeats(1000000); i > 0; i--) {
        double value = from_bits(random_bits());

        if (isfinite(value))
            check_shortest(value);
    }
}

static void
subnormals_are_shortest(void **state)
{
    (void)state;
    for (uint64_t bits = 0; bits < 2000; bits++)
        check_shortest(from_bits(bits));
    for (size_t i = repeats(20000); i > 0; i--)
        check_shortest(from_bits(random_bits() >> (12 + i % 52)));
    check_shortest(from_bits(0x000fffffffffffff));
    check_shortest(DBL_MIN);
    check_shortest(-DBL_MIN);
}

/* Doubles lie closer below a power of two than above. */
static void
powers_of_two_and_their_neighbours_are_shortest(void **state)
{
    (void)state;
    for (int e = -1074; e < 1024; e++) {
        double value = ldexp(1, e);

        check_shortest(value);
        check_shortest(nextafter(value, 0));
        if (e < 1023)
            check_shortest(nextafter(value, INFINITY));
    }
    check_shortest(DBL_MAX);
}

static void
powers_of_ten_have_one_digit(void **state)
{
    char source[16], text[FP_NUMBER_ROOM];

    (void)state;
    for (int e = -323; e <= 308; e++) {
        const char *end;
        double value;

        snprintf(source, sizeof source, "1e%d", e);
        assert_true(fp_number_parse(source, &end, &value));
        check_shortest(value);
        fp_number_format(value, text);
        assert_string_equal(take_apart(text).digits, "1");
        assert_int_equal(take_apart(text).exponent, e);
    }
}

static void
decimal_fractions_stay_as_typed(void **state)
{
    char typed[FP_NUMBER_ROOM], text[FP_NUMBER_ROOM];

    (void)state;
    for (size_t i = 1; i < repeats(100000); i++) {
        fp_number_format((double)i / 1000, text);
        snprintf(typed, sizeof typed, "%zu.%03zu", i / 1000, i % 1000);
        for (size_t n = strlen(typed); typed[n - 1] == '0' || typed[n - 1] == '.'; n--) {
            bool whole = typed[n - 1] == '.';

            typed[n - 1] = '\0';
            if (whole)
                break;
        }
        assert_string_equal(text, typed);
    }
}

static void
known_numbers_look_as_expected(void **state)
{
    static const struct {
        double value;
        const char *text;
    } known[] = {
        {0.0, "0"},
        {-0.0, "-0"},
        {1.0, "1"},
        {-2.5, "-2.5"},
        {0.1, "0.1"},
        {0.1 + 0.2, "0.30000000000000004"},
        {1.0 / 3, "0.3333333333333333"},
        {100000, "100000"},
        {0.0001, "0.0001"},
        {0.00001, "1e-05"},
        {1e20, "1e+20"},
        {123456789012, "123456789012"},
        {0x1p-44, "5.684341886080802e-14"},
        {DBL_MAX, "1.7976931348623157e+308"},
        {DBL_MIN, "2.2250738585072014e-308"},
        {0x1p-1074, "5e-324"},
        {INFINITY, "inf"},
        {-INFINITY, "-inf"},
        {NAN, "nan"},
        {-NAN, "nan"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof known / sizeof known[0]; i++) {
        char text[FP_NUMBER_ROOM];

        assert_int_equal(fp_number_format(known[i].value, text), strlen(known[i].text));
        assert_string_equal(text, known[i].text);
    }
}

static void
fixed_and_exponent_know_no_locale(void **state)
{
    struct fp_text t = {0};

    (void)state;
    fp_text_append_fixed(&t, 0.5, 2);
    fp_text_append(&t, " ");
    fp_text_append_fixed(&t, -1234567.891, 1);
    fp_text_append(&t, " ");
    fp_text_append_fixed(&t, 2.5, 0);
    fp_text_append(&t, " ");
    fp_text_append_exponent(&t, 12345.0, 3);
    fp_text_append(&t, " ");
    fp_text_append_fixed(&t, -NAN, 1);
    fp_text_append(&t, " ");
    fp_text_append_number(&t, 1.5);
    assert_string_equal(t.bytes, "0.50 -1234567.9 2 1.234e+04 nan 1.5");
    fp_text_clear(&t);
    fp_text_append_fixed(&t, -DBL_MAX, 64);
    assert_int_equal(t.length, 1 + 309 + 1 + 64);
    fp_text_append_fixed(&t, 1, 1000);
    assert_int_equal(t.length, 375 + 2 + 64);
    fp_text_clear(&t);
    fp_text_append_fixed(&t, 1.5, -3);
    assert_string_equal(t.bytes, "2");
    fp_text_finish(&t);
}

static void
numbers_are_read_as_in_c(void **state)
{
    const char *end;
    double value;

    (void)state;
    assert_false(fp_number_parse("0x10", &end, &value));
    assert_false(fp_number_parse(" -0X1p3", &end, &value));
    assert_true(fp_number_parse(" -1.5e3,7", &end, &value));
    assert_near(value, -1500, 0);
    assert_string_equal(end, ",7");
    assert_true(fp_number_parse("1,5", &end, &value)); /* a comma ends a number */
    assert_near(value, 1, 0);
    assert_string_equal(end, ",5");
    assert_true(fp_number_parse("inf", &end, &value));
    assert_near(value, INFINITY, 0);
    assert_true(fp_number_parse("nan", &end, &value));
    assert_true(isnan(value));
}

static void
what_is_no_number_stores_nothing(void **state)
{
    static const char *const words[] = {"", " ", "-", ".", ",5", "e5", "auto"};
    const char *end = "before";
    double value = 7;

    (void)state;
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        assert_false(fp_number_parse(words[i], &end, &value));
    assert_string_equal(end, "before");
    assert_near(value, 7, 0);
}

static void
the_locale_is_left_as_it_was(void **state)
{
    locale_t own = newlocale(LC_ALL_MASK, "C", (locale_t)0);
    char text[FP_NUMBER_ROOM], half[8];

    (void)state;
    fp_number_format(0.5, text);
    snprintf(half, sizeof half, "%.1f", 0.5);
    assert_int_equal(half[1], point);
    uselocale(own);
    fp_number_format(0.5, text);
    assert_ptr_equal(uselocale((locale_t)0), own);
    uselocale(LC_GLOBAL_LOCALE);
    freelocale(own);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(a_million_bit_patterns_are_shortest),
        world_test(subnormals_are_shortest),
        world_test(powers_of_two_and_their_neighbours_are_shortest),
        world_test(powers_of_ten_have_one_digit),
        world_test(decimal_fractions_stay_as_typed),
        world_test(known_numbers_look_as_expected),
        world_test(fixed_and_exponent_know_no_locale),
        world_test(numbers_are_read_as_in_c),
        world_test(what_is_no_number_stores_nothing),
        world_test(the_locale_is_left_as_it_was),
    };
    return cmocka_run_group_tests(tests, enter_comma_locale, NULL);
}
