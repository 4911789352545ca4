/* SPDX-License-Identifier: MIT */
/* test_plots_areas.c: scripts that draw steps, error bars, stems, rules, spans and areas. */
#include "flatplot/pyplot.h"
#include "unit/script/scripts.h"

static void
expect_ylim(double low, double high)
{
    double lim[2];

    assert_int_equal(fp_axes_get_ylim(plt_gca(), &lim[0], &lim[1]), FP_OK);
    assert_near(lim[0], low, 1e-12);
    assert_near(lim[1], high, 1e-12);
}

static void
steps_are_lines(void **state)
{
    (void)state;
    runs("local l = plt.step({1, 2, 3}, {4, 5, 6}, 'r--', {where = 'post', lw = 2})\n"
         "l:set_data({1, 2}, {0, 10}) plt.step{1, 5} l:remove() plt.close()");
    fails("plt.step({1}, {where = 'before'})", "test.lua:1: where: there is no 'before'", "");
    fails("plt.step()", "test.lua:1: step: takes y, or x and y, not 0 values", "names");
    fails("plt.step({1}, {colour = 'red'})", "test.lua:1: step has no option 'colour'", "'color'");
}

static void
errors_are_numbers_or_arrays(void **state)
{
    (void)state;
    runs("plt.errorbar({1, 2}, {0, 10}, {yerr = 5, label = 'a'}) plt.legend()");
    expect_ylim(-6, 16);
    runs("plt.cla() plt.errorbar({1, 2}, {0, 10}, {5, 10}, {fmt = 'o', capsize = 3})");
    expect_ylim(-6.25, 21.25);
    runs("plt.cla() plt.errorbar({1, 2}, {0, 10}, {yerr = {{0, 0}, {5, 10}}, xerr = 1, fmt = "
         "'none',\n"
         "  ecolor = 'k', elinewidth = 1, capthick = 2}):remove() plt.close()");
    fails("plt.errorbar({1, 2}, {0, 10}, {yerr = {1, 2, 3}})",
          "test.lua:1: errorbar: errors that do not fit the points", "(2, N)");
    fails("plt.errorbar({1, 2}, {0, 10}, {yerr = -1})", "test.lua:1: errorbar: an error is below 0",
          "");
    fails("plt.errorbar({1, 2}, {0, 10}, {fmt = 'q'})",
          "test.lua:1: plot format 'q': unknown from 'q' on", "");
    fails("plt.errorbar({1, 2}, {0, 10}, {capsiz = 1})",
          "test.lua:1: errorbar has no option 'capsiz'", "'capsize'");
}

static void
lines_between_values_take_numbers_dates_and_colours(void **state)
{
    (void)state;
    runs("plt.hlines(3, 0, 10) plt.hlines({1, 2}, 0, {3, 4}, 'r', 'dashed') plt.vlines({1, 2}, "
         "0, 5,\n {colors = {'r', 'b'}, linestyles = 'dotted', lw = 3, label = 'v'}):remove()");
    expect_ylim(.9, 3.1);
    runs(
        "plt.cla() plt.vlines({'2024-01-01', '2024-02-01'}, 0, {1, 2}, {ls = 'none', alpha = .5})\n"
        "plt.close()");
    fails("plt.hlines(3, 0)",
          "test.lua:1: hlines: takes where the lines are, begin and end, not 2 "
          "values",
          "names");
    fails("plt.vlines({1, 2}, {1, 2, 3}, 4)",
          "test.lua:1: where lines begin must be one number, or one for each point", "");
    fails("plt.vlines(1, 2, 3, {linestyles = 'dosh'})",
          "test.lua:1: linestyles: there is no 'dosh'", "");
    runs("plt.plot({1, 2}, {ls = 'dashed'}) plt.plot({1, 2}, {linestyle = ' '}) plt.close()");
}

static void
stems_take_three_formats(void **state)
{
    (void)state;
    runs("plt.stem({0, 10}, {bottom = -10, label = 's'})");
    expect_ylim(-11, 11);
    runs("plt.cla() plt.stem({1, 2}, {0, 10}, 'r--') plt.stem({1, 2}, {3, 4}, {linefmt = 'g:',\n"
         "  markerfmt = ' ', basefmt = 'k-'}) plt.stem({1}, {markerfmt = 'D'}):remove() "
         "plt.close()");
    fails("plt.stem({1}, {linefmt = 'q'})", "test.lua:1: plot format 'q': unknown from 'q' on", "");
}

static void
rules_and_spans_go_across(void **state)
{
    (void)state;
    runs("plt.axhline(10, 0.1, 0.9, {c = 'k', ls = ':', label = 'r'}) plt.axvline(0, {ymax = .5}) "
         "plt.legend()");
    expect_ylim(9.45, 10.55);
    runs("plt.cla() plt.axhspan(0, 10, .2, {xmax = .7, alpha = .5, color = 'C1'})\n"
         "plt.axvspan(0, 10, {fc = 'g', ec = 'k', lw = 2, ls = '--', label = 's'}):remove() "
         "plt.axhline():remove()");
    expect_ylim(-.5, 10.5);
    runs("plt.close()");
    fails("plt.axvspan(1)", "test.lua:1: axvspan: each end is a number, not no value", "");
    fails("plt.axhspan(0, 1, {alpha = 7})",
          "test.lua:1: axhspan: an alpha, edge or label that cannot be drawn", "0 to 1");
    fails("plt.axhline(1, {ymin = 2})", "test.lua:1: axhline has no option 'ymin'", "'xmin'");
}

static void
areas_are_filled(void **state)
{
    (void)state;
    runs(
        "local x = plt.arange(4) plt.fill_between(x, {0, 1, 2, 5}, -5, {alpha = .5, label = 'b'})\n"
        "plt.legend()");
    expect_ylim(-5.5, 5.5);
    runs(
        "local x = plt.arange(4) plt.cla() plt.fill_between(x, x, {where = plt.greater(x, 1), step "
        "=\n"
        "  'mid', interpolate = true, color = 'r'}) plt.fill_between(x, x, 0, x):remove()");
    expect_ylim(-.15, 3.15);
    runs("plt.cla() plt.fill_between({1, 2, 3}, {0, 0, 10}, {where = {true, true, false}})");
    expect_ylim(-.055, .055);
    runs("plt.cla() plt.fill({0, 1, 1}, {0, 0, 10}, 'C3', {ec = 'k', lw = 2})");
    expect_ylim(-.5, 10.5);
    runs("plt.close()");
    fails("plt.fill_between({1, 2}, {1, 2, 3})",
          "test.lua:1: fill_between: y1 must be one number, or one for each point", "");
    fails("plt.fill({1, 2}, {1, 2, 3})",
          "test.lua:1: fill: x and y must be two columns of one length", "");
    fails("plt.fill_between({1}, {1}, {step = 'steps'})", "test.lua:1: step: there is no 'steps'",
          "");
    fails("plt.fill_between({1}, {1}, {facecolour = 'r'})",
          "test.lua:1: fill_between has no option 'facecolour'", "'facecolor'");
}

static void
data_may_be_empty(void **state)
{
    (void)state;
    runs("plt.step({}) plt.step({}, {}) plt.step({}, {}, {where = 'mid'}) plt.errorbar({}, {})\n"
         "plt.errorbar({}, {}, {fmt = 'o'}) plt.fill_between({}, {}) plt.fill({}, {})\n"
         "plt.plot({}) plt.plot({}, {}) plt.plot({}, {}, 'r--') plt.plot({}, {}, {label = 'a'})\n"
         "plt.hist({}) plt.hist({}, 3) plt.bar({}, {}) plt.barh({}, {}, {}) plt.scatter({}, {})\n"
         "plt.plot({1}, {}) plt.bar({1}, {2}, {}) plt.savefig('empty.png') os.remove('empty.png')\n"
         "plt.close()");
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(steps_are_lines),
        world_test(errors_are_numbers_or_arrays),
        world_test(lines_between_values_take_numbers_dates_and_colours),
        world_test(stems_take_three_formats),
        world_test(rules_and_spans_go_across),
        world_test(areas_are_filled),
        world_test(data_may_be_empty),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
