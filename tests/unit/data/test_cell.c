/* SPDX-License-Identifier: MIT */
/* test_cell.c: what cells are: numbers of every way to write them, dates, and what only looks
 * so. */
#include <locale.h>
#include <math.h>
#include <string.h>

#include "data/cell.h"
#include "unit/support.h"

static enum fp__cell_kind
read_cell(const char *text, double *value)
{
    return fp__cell_read(text, strlen(text), value);
}

static void
numbers_are_those_of_python(void **state)
{
    static const struct {
        const char *text;
        double value;
    } rows[] = {
        {"0", 0},
        {"-0", -0.0},
        {"+7", 7},
        {"1.5", 1.5},
        {".5", 0.5},
        {"5.", 5},
        {"1e3", 1e3},
        {"1E-3", 1e-3},
        {" 12\t", 12},
        {"1e308", 1e308},
        {"1e309", INFINITY},
        {"-1e999", -INFINITY},
        {"5e-324", 5e-324},
        {"1e-999", 0},
        {"nan", NAN},
        {"NaN", NAN},
        {"-nan", NAN},
        {"inf", INFINITY},
        {"-Inf", -INFINITY},
        {"+INFINITY", INFINITY},
        {"0.1", 0.1},
        {"007", 7},
        {"179769313486231570000000000000000000000000000000000000000000", 1.7976931348623157e59},
    };
    double value;

    (void)state;
    setlocale(LC_ALL, "de_DE.UTF-8"); /* may be missing; then it is no test */
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        if (read_cell(rows[i].text, &value) != FP__CELL_NUMBER) {
            fail_msg("%s", rows[i].text);
        }
        assert_near(value, rows[i].value, 0);
    }
    setlocale(LC_ALL, "C");
}

static void
what_is_no_number_is_text(void **state)
{
    static const char *const rows[] = {
        "0x10",  "0x1p3", "1,5",   "1 2",    "1e",    "e5", ".",       "-",
        "+-1",   "1-2",   "--1",   "nan(1)", "nano",  "in", "infinit", "1f",
        "1_000", "١",     "1.2.3", "0b1",    "1e5.0", "i",  "x",
    };
    double value;

    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        if (read_cell(rows[i], &value) != FP__CELL_TEXT) {
            fail_msg("%s", rows[i]);
        }
        assert_true(isnan(value));
    }
    assert_int_equal(read_cell("", &value), FP__CELL_EMPTY);
    assert_int_equal(read_cell(" \t ", &value), FP__CELL_EMPTY);
    assert_true(isnan(value));
}

/* A cell ends where it is said to end. */
static void
what_follows_a_cell_is_not_read(void **state)
{
    double value;

    (void)state;
    assert_int_equal(fp__cell_read("1,5", 1, &value), FP__CELL_NUMBER);
    assert_near(value, 1, 0);
    assert_int_equal(fp__cell_read("2026-11-20,", 10, &value), FP__CELL_DATE);
    assert_int_equal(fp__cell_read("2026-11-20T", 11, &value), FP__CELL_TEXT);
    assert_int_equal(fp__cell_read("7", 0, &value), FP__CELL_EMPTY);
}

/* matplotlib.dates.date2num and datetime.date.toordinal gave the days. */
static void
dates_are_days(void **state)
{
    static const struct {
        const char *text;
        double days;
    } rows[] = {
        {"1970-01-01", 0},
        {"1970-01-02", 1},
        {"1969-12-31", -1},
        {"2026-11-20", 20777},
        {"2026-11", 20758},
        {"2000-02-29", 11016},
        {"1900-03-01", -25508},
        {"0001-01-01", -719162},
        {"9999-12-31", 2932896},
        {"1970-01-01T12:00", 0.5},
        {"1970-01-01 06:00:00", 0.25},
        {"1970-01-01t00:00:43.2", 43.2 / 86400},
        {"1970-01-01T00:00:00,5Z", 0.5 / 86400},
        {"1970-01-01T09:00+09:00", 0},
        {"1970-01-01T00:00-0630", 6.5 / 24},
        {"1970-01-02T00:30+01", 23.5 / 24},
        {" 1970-01-02 ", 1},
    };
    static const char *const texts[] = {
        "1970",
        "1970-1-1",
        "1970-13-01",
        "1970-00-01",
        "1970-01-32",
        "1970-02-29",
        "1900-02-29",
        "0000-01-01",
        "19700101",
        "1970-01-",
        "1970-01-01T",
        "1970-01-01T24:00",
        "1970-01-01T12",
        "1970-01-01T12:60",
        "1970/01/01",
        "1970-01-01Z",
        "1970-01-01T12:00:60",
        "1970-01-01T12:00:00.",
        "01.02.1970",
        "-1970-01-01",
        "1970-01-01T12:00+9",
        "1970-01-01T12:00+09:",
        "1970-01-01T12:00Zx",
        "1970-01-01T12:00 Z",
    };
    double value;

    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        if (read_cell(rows[i].text, &value) != FP__CELL_DATE) {
            fail_msg("%s", rows[i].text);
        }
        assert_near(value, rows[i].days, 1e-12);
    }
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        if (read_cell(texts[i], &value) == FP__CELL_DATE) {
            fail_msg("%s", texts[i]);
        }
    }
}

static void
decimal_commas_are_recognised(void **state)
{
    static const char *const yes[] = {"1,5", "-0,25", "+1234,5", "1.234,56", " 3,0 ", "1,5e-3"};
    static const char *const no[] = {"1.5",   ",5", "1,", "a,b", "1,x",
                                     "1,5,6", "5",  "",   "-,5", "x1,5"};

    (void)state;
    for (size_t i = 0; i < sizeof yes / sizeof yes[0]; i++) {
        assert_true(fp__cell_has_decimal_comma(yes[i], strlen(yes[i])));
    }
    for (size_t i = 0; i < sizeof no / sizeof no[0]; i++) {
        assert_false(fp__cell_has_decimal_comma(no[i], strlen(no[i])));
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(numbers_are_those_of_python),     world_test(what_is_no_number_is_text),
        world_test(what_follows_a_cell_is_not_read), world_test(dates_are_days),
        world_test(decimal_commas_are_recognised),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
