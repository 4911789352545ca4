/* SPDX-License-Identifier: MIT */
/* test_reach.c: the source pixels that are read, against matplotlib's own. */
#include "pixels/reach.h"

#include <math.h>

#include "unit/pixels/reach_cases.h"
#include "unit/support.h"

enum { CASES = sizeof cases / sizeof *cases };

static void
expect_case(size_t c)
{
    size_t out = cases[c].out;
    double scale = fabs(cases[c].span.stop - cases[c].span.start) / (double)out;
    struct fp__reach reach =
        fp__reach_of(cases[c].radius, scale, cases[c].other_scale, cases[c].columns);
    struct fp__places places = cases[c].columns ? fp__places_of_cols(out, cases[c].span)
                                                : fp__places_of_rows(out, cases[c].span);

    for (size_t o = 0; o < out; o++) {
        struct fp__range range = fp__reach_range(&reach, fp__place(&places, o), cases[c].n);

        if (range.first != cases[c].ranges[o][0] || range.last != cases[c].ranges[o][1])
            fail_msg("case %zu, pixel %zu: %zu to %zu", c, o, range.first, range.last);
    }
}

static void
what_is_read_is_what_matplotlib_reads(void **state)
{
    (void)state;
    assert_true(CASES >= 40);
    for (size_t c = 0; c < CASES; c++)
        expect_case(c);
}

/* By hand: bilinear, one to one, reads the pixel and the next, the first one also for beyond it. */
static void
one_to_one_reads_two(void **state)
{
    struct fp__reach reach = fp__reach_of(1, 1, 1, false);
    struct fp__range range = fp__reach_range(&reach, 2 * 256 + 128, 5);

    (void)state;
    assert_int_equal(range.first, 2);
    assert_int_equal(range.last, 3);
    range = fp__reach_range(&reach, 4 * 256 + 128, 5);
    assert_int_equal(range.first, 4);
    assert_int_equal(range.last, 4);
}

/* However far a place is rounded, and however large a kernel, no pixel outside is named. */
static void
ranges_stay_inside(void **state)
{
    (void)state;
    for (size_t n = 1; n < 40; n++)
        for (double scale = .01; scale < 300; scale *= 1.7)
            for (int64_t place = -300; place < ((int64_t)n + 1) * 256; place += 37) {
                struct fp__reach reach = fp__reach_of(4, scale, scale / 3, true);
                struct fp__range range = fp__reach_range(&reach, place, n);

                assert_true(range.first <= range.last && range.last < n);
            }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(what_is_read_is_what_matplotlib_reads),
        world_test(one_to_one_reads_two),
        world_test(ranges_stay_inside),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
