/* SPDX-License-Identifier: MIT */
/* test_axis.c: ticks, dates, categories and twins in scripts. */
#include "figure/axes.h"
#include "flatplot/pyplot.h"
#include "unit/script/scripts.h"

static void
tick_params_say_how_marks_look(void **state)
{
    const struct fp__axis *x, *y;

    (void)state;
    runs("plt.tick_params{direction = 'in', top = true, right = true, which = 'both', pad = 7}\n"
         "plt.tick_params{axis = 'x', length = 9, width = 2, colors = 'r', labelcolor = 'b'}\n"
         "plt.tick_params{axis = 'y', which = 'minor', left = false, color = 'g', labelsize = 3}");
    x = &plt_gca()->body->x;
    y = &plt_gca()->body->y;
    for (int minor = 0; minor < 2; minor++) {
        assert_int_equal(x->marks[minor].direction, FP_TICKS_IN);
        assert_true(x->marks[minor].on && x->marks[minor].opposite && y->marks[minor].opposite);
        assert_near(y->marks[minor].pad, 7, 0);
    }
    assert_near(x->marks[0].length, 9, 0);
    assert_near(x->marks[0].width, 2, 0);
    assert_near(x->marks[1].length, 2, 0);
    assert_int_equal(x->marks[0].color.r, 255);
    assert_int_equal(x->tick_labels.color.b, 255);
    assert_true(y->marks[0].on && !y->marks[1].on && y->marks[1].has_color);
    assert_near(y->tick_labels.size, 10, 0); /* that was about minor ticks */
    runs("local t = plt.twinx() t:tick_params{right = false, left = true, labelright = false}");
    y = &plt_gca()->body->y;
    assert_true(!y->marks[0].on && y->marks[0].opposite && !y->tick_labels.on);
    fails("plt.tick_params{direction = 'up'}", "test.lua:1: direction: there is no 'up'", "");
    fails("plt.tick_params{length = -1}", "test.lua:1: axis: ticks that cannot be drawn", "");
    runs("plt.draw() plt.close()");
}

static void
grids_are_of_one_axis_or_both(void **state)
{
    const struct fp__axis *x, *y;

    (void)state;
    runs("plt.grid(true, 'both', 'y', {ls = '--', alpha = .5}) plt.grid{axis = 'x', color = 'r'}");
    x = &plt_gca()->body->x;
    y = &plt_gca()->body->y;
    assert_true(y->grid[0].on && y->grid[1].on && x->grid[0].on && !x->grid[1].on);
    assert_int_equal(y->grid[1].linestyle, FP_DASHED);
    assert_near(y->grid[0].alpha, .5, 0);
    assert_int_equal(x->grid[0].color.r, 255);
    runs("plt.grid(false)");
    assert_true(!y->grid[0].on && !x->grid[0].on && y->grid[1].on);
    runs("plt.grid{visible = false, which = 'minor'} plt.grid()");
    assert_true(y->grid[0].on && x->grid[0].on && !y->grid[1].on);
    fails("plt.grid(true, 'all')", "test.lua:1: grid: there is no 'all'", "");
    fails("plt.grid{colour = 'r'}", "test.lua:1: grid has no option 'colour'", "'color'");
    runs("plt.close()");
}

static void
ticks_and_labels_are_set_and_listed(void **state)
{
    (void)state;
    runs("plt.plot({0, 3}, {0, 1})\n"
         "plt.xticks({0, 2, 3}, {'zero', 'two', 3}, {rotation = 30, ha = 'right', fontsize = 8})\n"
         "local at, words = plt.xticks() assert(#at == 3 and at[2] == 2 and words[2] == 'two')\n"
         "assert(words[3] == '3') plt.yticks(plt.arange(0, 1.1, 0.5))\n"
         "at, words = plt.yticks() assert(#at == 3 and words[2] == '0.5')\n"
         "local ax = plt.gca() ax:set_yticklabels({'a', 'b', 'c'})\n"
         "at, words = ax:get_yticks() assert(words[3] == 'c')\n"
         "plt.xticks({}) assert(#plt.xticks() == 0) ax:set_xticks{} plt.xticks{rotation = 90}\n"
         "plt.tick_params{axis = 'x', labelrotation = 45, labelsize = 7, labelbottom = false}\n"
         "plt.tick_params('y', {labelcolor = 'tab:red'}) plt.xticks{color = 'C1'}\n"
         "ax:set_title('t', {color = 'C2'}) plt.xlabel('x', {color = 'red', fontsize = 12})\n"
         "plt.minorticks_on() plt.draw() plt.minorticks_off()\n"
         "plt.tick_params{labelleft = false} plt.draw() plt.close()");
    fails("plt.xticks({1, 2}, {'a'})",
          "test.lua:1: xticks: labels are a table of 2 texts, one for each tick", "");
    fails("plt.xticks({1}, {{}})", "test.lua:1: xticks: label 1 is a text, not table", "");
    fails("plt.gca():set_xticklabels{'a'}", "test.lua:1: axis: 1 tick labels for 6 ticks",
          "together");
    runs("plt.close() plt.bar({'a', 'b'}, {1, 2}) local ax = plt.gca()\n"
         "ax:set_xticklabels({'one', 'two'}, {rotation = 45})\n"
         "local at, words = plt.xticks() assert(at[2] == 1 and words[2] == 'two')\n"
         "ax:set_xticklabels(ax:get_xticklabels()) assert(ax:get_xticklabels()[1] == 'one')\n"
         "assert(#ax:get_yticklabels() > 4) plt.close()");
    fails("plt.tick_params('z', {labelsize = 3})", "test.lua:1: tick_params: no axis is called 'z'",
          "x, y or both");
    fails("plt.title('t', {color = 'rde'})", "test.lua:1: colour 'rde': no such colour", "red");
    fails("plt.xticks({0/0})", "test.lua:1: axis: a tick that is not finite", "NaN");
    fails("plt.xticks({{1, 2}})", "test.lua:1: xticks: ticks are a column of numbers", "");
    fails("plt.xticks{rotatoin = 3}", "test.lua:1: xticks has no option 'rotatoin'", "rotation");
}

static void
numbers_are_written_as_asked(void **state)
{
    (void)state;
    runs("local ax = plt.gca() plt.plot({0, 1}, {0, 2e6}) ax:set_xformat('{x:.0%}')\n"
         "local _, words = plt.xticks() assert(words[2] == '20%')\n"
         "ax:set_yformat('%.1e m') _, words = plt.yticks() assert(words[1] == '0.0e+00 m')\n"
         "ax:set_yformat() plt.ticklabel_format{style = 'plain', axis = 'y'}\n"
         "_, words = plt.yticks() assert(words[2] == '250000')\n"
         "plt.ticklabel_format{style = 'sci', axis = 'y', scilimits = {3, 3}, useOffset = false}\n"
         "_, words = plt.yticks() assert(words[2] == '250') plt.close()");
    fails("plt.gca():set_xformat('%d and %d')", "test.lua:1: axis: not a format: \"%d and %d\"",
          "one number");
}

static void
colorbars_have_ticks_and_formats(void **state)
{
    (void)state;
    runs(
        "plt.imshow{{0, 4}, {8, 12}} local bar = plt.colorbar{ticks = {0, 6, 12}, format = "
        "'%.1f'}\n"
        "local at, words = bar:set_ticks({0, 12, 99}, {'cold', 'hot', 'never'})\n"
        "assert(#at == 2 and words[2] == 'hot') bar:set_ticks({4, 8}) bar:set_format('{x:.0f} K')\n"
        "at, words = bar:set_ticks({4, 8}) assert(words[1] == '4 K') bar:set_format()\n"
        "plt.colorbar{orientation = 'horizontal'}:set_ticks({1}, {'one'}) plt.draw() plt.close()");
    fails("plt.imshow{{0, 4}} plt.colorbar{format = 'x'}", "test.lua:1: axis: not a format: \"x\"",
          "one number");
}

static void
texts_are_dates_or_categories(void **state)
{
    (void)state;
    runs("local ax = plt.gca() plt.plot({'2026-01-01', '2026-06-30'}, {1, 2})\n"
         "local at, words = plt.xticks() assert(words[1] == '2026-01' and at[1] == 20454)\n"
         "ax:set_xformat('%b') at, words = plt.xticks() assert(words[2] == 'Feb')\n"
         "plt.xlim('2026-01-01', '2026-01-03') assert(plt.xlim() == 20454)\n"
         "plt.xticks({'2026-01-02'}) assert(plt.xticks()[1] == 20455) plt.close()");
    runs("plt.scatter({'b', 'a', 'b'}, {1, 2, 3}) plt.plot({'c', '2026-01-01'}, {'u', 'v'})\n"
         "local at, words = plt.xticks() assert(#at == 4 and words[1] == 'b' and words[2] == 'a')\n"
         "assert(words[4] == '2026-01-01') at, words = plt.yticks() plt.close()");
    runs("local day = {'2026-01-01', '2026-01-03'} plt.step(day, {1, 2}) plt.stem(day, {1, 2})\n"
         "plt.errorbar(day, {1, 2}, {.1, .2}) plt.fill_between(day, {1, 2}) plt.fill(day, {1, 2})\n"
         "plt.axvline('2026-01-02') plt.axvspan('2026-01-01', '2026-01-02') plt.axhline(1)\n"
         "plt.pcolormesh(day, {'low', 'high'}, {{1, 2}, {3, 4}})\n"
         "plt.text('2026-01-02', 1, 'here') local _, words = plt.xticks() plt.close()\n"
         "assert(words[1]:find('^%d%d%-%d%d %d%d$'))");
    runs("assert(plt.date2num('1970-01-02') == 1) assert(plt.num2date(1.5) == "
         "'1970-01-02T12:00:00')\n"
         "local a = plt.date2num{'1970-01-03', '1970-01-04T06:00'} assert(a[2] == 3.25)\n"
         "assert(plt.num2date(0, '%-d %B %Y') == '1 January 1970')\n"
         "local ax = plt.gca() ax:xaxis_date() ax:yaxis_date() ax:plot(a) plt.draw() plt.close()");
    fails("plt.plot({'a', 2}, {1, 2})", "test.lua:1: plot: x has texts and then number: number 2",
          "");
    fails("plt.date2num('yesterday')", "test.lua:1: not a date: \"yesterday\"", "ISO 8601");
    fails("plt.num2date(1e9)", "test.lua:1: a date outside of the years 1 to 9999", "");
}

static void
twins_margins_and_turned_axes(void **state)
{
    (void)state;
    runs(
        "plt.plot({0, 10}, {1, 2}) local ax = plt.gca() local twin = plt.twinx()\n"
        "plt.plot({0, 20}, {100, 200})\n"
        "local l, r = ax:get_xlim() assert(l == -1 and r == 21) twin:twiny():plot({1, 2}, {3, 4})\n"
        "ax:margins(0) l, r = ax:get_xlim() assert(l == 0 and r == 20)\n"
        "ax:margins{y = 1} l, r = ax:get_ylim() assert(l == 0 and r == 3)\n"
        "ax:invert_xaxis() l, r = twin:get_xlim() assert(l == 20 and r == 0)\n"
        "ax:invert_yaxis() l, r = ax:get_ylim() assert(l == 3 and r == 0)\n"
        "plt.draw() ax:remove() twin:plot({1, 2}) plt.draw() plt.close()");
    runs("plt.subplot(1, 2, 1) local left = plt.gca() plt.xlim(0, 5) plt.subplot(1, 2, 2)\n"
         "local twin = plt.twinx(left) local l, r = twin:get_xlim() assert(r == 5)\n"
         "plt.twiny(left) plt.close()");
    fails("plt.margins(-1)", "test.lua:1: axes: margins must be finite numbers above -0.5", "0.05");
}

static int
whole_script(void *arg)
{
    (void)arg;
    return run_text("local ax = plt.gca() plt.plot({'a', 'b'}, {1, 2}, 'o')\n"
                    "plt.xticks({0}, {'zero'}, {rotation = 3}) ax:set_yformat('{x:.1f}')\n"
                    "plt.twinx():plot({'2026-01-01', '2026-01-09'}) plt.num2date(3)\n"
                    "plt.yticks() plt.close()") == FP_OK
               ? 0
               : -1;
}

static void
every_allocation_may_fail(void **state)
{
    (void)state;
    torture(whole_script, NULL, 1);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(tick_params_say_how_marks_look),
        world_test(ticks_and_labels_are_set_and_listed),
        world_test(grids_are_of_one_axis_or_both),
        world_test(numbers_are_written_as_asked),
        world_test(colorbars_have_ticks_and_formats),
        world_test(texts_are_dates_or_categories),
        world_test(twins_margins_and_turned_axes),
        world_test(every_allocation_may_fail),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
