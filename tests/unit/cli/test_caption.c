/* SPDX-License-Identifier: MIT */
/* test_caption.c: what the words of titles and labels stand for. */
#include "cli/batch/caption.h"

#include <math.h>

#include "unit/cli/capture.h"

static struct fp_array *
make_array(void)
{
    static const float values[] = {3, NAN, -1, 2};
    struct fp_layout layout = fp_layout_c(FP_FLOAT32, 2, (const size_t[]){2, 2});
    return fp_array_copy(NULL, values, &layout);
}

static void
values_are_those_of_the_frame(void **state)
{
    struct fp__input input = {.path = "in/\xc7\xd1.x.npy"};
    struct fp__item item = {&input, 4, 9};
    struct fp__ends ends = {-2, 7};
    struct fp__times times = {.choice = {.dt = .5, .t0 = 1}};
    struct fp_array *array = make_array();
    struct fp__caption caption;
    (void)state;
    assert_int_equal(fp__caption_init(&caption, &times, &item, &ends, array), 0);
    assert_string_equal(caption.values.stem, "\xef\xbf\xbd\xef\xbf\xbd.x");
    assert_int_equal(caption.values.stem_length, 8);
    assert_int_equal(caption.values.frame, 4);
    assert_int_equal(caption.values.index, 9);
    assert_true(caption.values.vmin == -2 && caption.values.vmax == 7);
    assert_true(caption.values.min == -1 && caption.values.max == 3);
    assert_true(caption.values.time == 3);
    fp__caption_finish(&caption);
    assert_int_equal(fp__caption_init(&caption, &times, &item, &ends, NULL), 0);
    assert_true(isnan(caption.values.min) && isnan(caption.values.max)); /* nobody looked */
    fp__caption_finish(&caption);
    fp_unref(array);
}

static int
check(const char *text, double dt)
{
    struct fp__times times = {.choice = {.dt = dt, .t0 = NAN}};
    struct fp__template labels[2] = {{0}};
    struct capture c = capture_begin();
    assert_int_equal(fp__template_parse(&labels[1], text, FP__TEMPLATE_TITLE, "--title"), 0);
    int code = fp__caption_check(&times, labels, 2);
    capture_end(&c);
    fp__template_finish(&labels[1]);
    return code;
}

static void
times_must_be_given(void **state)
{
    (void)state;
    assert_int_equal(check("{frame}", NAN), 0);
    assert_int_equal(check("{time}", 1), 0);
    assert_int_equal(check("{time}", NAN), 2);
    assert_err("add --dt");
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(values_are_those_of_the_frame),
        world_test(times_must_be_given),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
