/* SPDX-License-Identifier: MIT */
/* test_date.c: the calendar of dates as numbers: both ways agree on every day of it; formats; what
 * is no date. */
#include "unit/support.h"

#include <math.h>
#include <time.h>

#include "data/date.h"
#include "flatplot/date.h"

static void
every_day_comes_back(void **state)
{
    int64_t first = fp__days_of(1, 1, 1), last = fp__days_of(9999, 12, 31);
    struct fp__date date, before = {0};

    (void)state;
    assert_true(first == -719162 && last == 2932896);
    for (int64_t day = first; day <= last; day += (int64_t)(1 + 9 * (repeats(50) < 50))) {
        assert_true(fp__date_of((double)day, &date));
        assert_true(fp__days_of(date.year, date.month, date.day) == day);
        assert_true(date.hour == 0 && date.microsecond == 0);
        assert_true(date.day <= fp__days_of_month(date.year, date.month));
        assert_true(date.year > before.year || date.month > before.month || date.day > before.day);
        before = date;
    }
    assert_false(fp__date_of((double)first - 1e-6, &date));
    assert_false(fp__date_of((double)last + 1, &date));
    assert_false(fp__date_of(NAN, &date));
}

/* glibc's calendar is another's work. */
static void
days_and_their_names_are_the_c_librarys(void **state)
{
    (void)state;
    for (int day = -30000; day < 60000; day += 7) {
        const char *format = "%Y %y %m %d %e %j %B %b %A %a %H %I %M %S %p %F %T %D %R %u %w %% "
                             "%-d %-m %-H";
        time_t seconds = (time_t)day * 86400 + (day % 24 + 24) % 24 * 3600 + 1234;
        struct fp_text text = {0};
        char wanted[200];
        struct tm tm;

        assert_non_null(gmtime_r(&seconds, &tm));
        assert_true(strftime(wanted, sizeof wanted, format, &tm) > 0);
        assert_int_equal(fp_date_format(NULL, (double)seconds / 86400, format, &text), FP_OK);
        assert_string_equal(fp_text_string(&text), wanted);
        fp_text_finish(&text);
    }
}

static void
expect_date(double days, const char *wanted)
{
    struct fp_text text = {0};

    assert_int_equal(fp_date_format(NULL, days, "%F %T.%f", &text), FP_OK);
    assert_string_equal(fp_text_string(&text), wanted);
    fp_text_finish(&text);
}

/* The same that matplotlib 3.6.3's num2date gives. */
static void
numbers_are_rounded_as_matplotlib_does(void **state)
{
    (void)state;
    expect_date(20412.123456789, "2025-11-20 02:57:46.666570");
    expect_date(25549.123456789, "2039-12-14 02:57:46.666570");
    expect_date(25550.123456790, "2039-12-15 02:57:46.666660");
    expect_date(25551.123456789, "2039-12-16 02:57:46.666560");
    expect_date(-25551.123456789, "1900-01-16 21:02:13.333440");
    expect_date(-1e-10, "1969-12-31 23:59:59.999991");
    expect_date(30000 - 1e-12, "2052-02-20 00:00:00.000000");
    expect_date(26000.000000000116, "2041-03-09 00:00:00.000000"); /* half way: to the even one */
    expect_date(26000.000000000346, "2041-03-09 00:00:00.000040");
    expect_date(-0.0, "1970-01-01 00:00:00.000000");
}

static void
texts_are_read_and_refused(void **state)
{
    double days = 5;

    (void)state;
    assert_int_equal(fp_date_parse(NULL, "2026-11-20T09:30:00.5+09:00", &days), FP_OK);
    assert_true(days == (20777 * 86400.0 + 1800.5) / 86400);
    assert_int_equal(fp_date_parse(NULL, "2026-02", &days), FP_OK);
    assert_true(days == 20485);
    assert_int_equal(fp_date_parse(NULL, "2026-02-30", &days), FP_ERR_ARGUMENT);
    assert_int_equal(fp_date_parse(NULL, "12", &days), FP_ERR_ARGUMENT);
    assert_int_equal(fp_date_parse(NULL, "", &days), FP_ERR_ARGUMENT);
    assert_true(days == 20485);
}

static void
formats_that_are_none_are_refused(void **state)
{
    static const char *const none[] = {"%", "%Q", "%-", "%-B", "%d %"};
    struct fp_text text = {0};

    (void)state;
    for (size_t i = 0; i < sizeof none / sizeof none[0]; i++)
        assert_int_equal(fp_date_format(NULL, 0, none[i], &text), FP_ERR_ARGUMENT);
    assert_int_equal(fp_date_format(NULL, 1e9, "%Y", &text), FP_ERR_ARGUMENT);
    fp_text_finish(&text);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(every_day_comes_back),
        world_test(days_and_their_names_are_the_c_librarys),
        world_test(numbers_are_rounded_as_matplotlib_does),
        world_test(texts_are_read_and_refused),
        world_test(formats_that_are_none_are_refused),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
