/* SPDX-License-Identifier: MIT */
/* test_label.c: texts as long as their cells. */
#include "cli/montage/label.h"

#include "flatplot/output.h"
#include "unit/cli/capture.h"

static double
width_of(const char *text)
{
    double width = -1;
    assert_int_equal(fp_text_width(NULL, text, 12, &width), FP_OK);
    return width;
}

static void
check(const char *text, double room, const char *expected)
{
    struct fp_text out = {0};
    assert_int_equal(fp__label_fit(NULL, text, 12, room, &out), 0);
    assert_string_equal(fp_text_string(&out), expected);
    fp_text_finish(&out);
}

static void
what_has_room_stays(void **state)
{
    (void)state;
    check("frame 12", width_of("frame 12"), "frame 12");
    check("", 0, "");
    check("", 100, "");
    check("two\nlines\t\x1b[1m", 1000, "two lines  [1m");
    check("\xc7\xd1", 1000, "\xef\xbf\xbd\xef\xbf\xbd");
}

static void
the_middle_gives_way(void **state)
{
    (void)state;
    check("frame 12", width_of("frame 12") - .01, "fra… 12");
    check("abcdef", width_of("abc…ef"), "abcdef");
    check("mmmmmmmmmm", width_of("mm…m"), "mm…m");
    check("mmmmmmmmmm", width_of("mm…mm"), "mm…mm");
    check("mmmmmmmmmm", width_of("mm…mm") - .01, "mm…m");
    check("äöüäöüäöü", width_of("äö…ü"), "äö…ü"); /* whole characters */
    check("mmm", width_of("…"), "…");
    check("mmm", width_of("…") - .01, "");
}

static void
no_length_is_too_long(void **state)
{
    static char text[100001];
    struct fp_text out = {0};
    (void)state;
    memset(text, 'x', sizeof text - 1);
    assert_int_equal(fp__label_fit(NULL, text, 12, 100, &out), 0);
    assert_true(width_of(fp_text_string(&out)) <= 100);
    assert_true(width_of(fp_text_string(&out)) > 80);
    fp_text_finish(&out);
}

static int
fit_once(void *arg)
{
    struct fp_text out = {0};
    (void)arg;
    struct capture c = capture_begin();
    int code = fp__label_fit(NULL, "a text that is too long", 12, 50, &out);
    capture_end(&c);
    fp_text_finish(&out);
    fp_context_destroy(NULL);
    return code;
}

static void
fitting_survives_exhaustion(void **state)
{
    (void)state;
    torture(fit_once, NULL, 1);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(what_has_room_stays),
        world_test(the_middle_gives_way),
        world_test(no_length_is_too_long),
        world_test(fitting_survives_exhaustion),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
