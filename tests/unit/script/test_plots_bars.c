/* SPDX-License-Identifier: MIT */
/* test_plots_bars.c: bars and histograms in scripts. */
#include <stdio.h>

#include "unit/script/scripts.h"

static void
bars_take_widths_bottoms_and_colours_for_one_or_for_each(void **state)
{
    (void)state;
    runs("local fig <close> = plt.figure()\n"
         "local bars = plt.bar({0, 1, 2}, {3, 1, 2})\n"
         "local lo, hi = plt.ylim() assert(lo == 0 and math.abs(hi - 3.15) < 1e-12)\n"
         "plt.bar({0, 1, 2}, {1, 1, 1}, {bottom = {3, 1, 2}, width = {1, .5, .2}, label = 'b'})\n"
         "lo, hi = plt.ylim() assert(math.abs(hi - 4.2) < 1e-12)\n"
         "plt.bar({5, 6}, {1, 1}, .4, {color = {'r', {0, 0, 1}}, ec = 'k', lw = 2})\n"
         "plt.bar({5, 6}, plt.ones(2), {.2, .4}, {color = {0, .5, 1}, align = 'edge'})\n"
         "lo, hi = plt.xlim() assert(math.abs(hi - (6.4 + .05 * 6.9)) < 1e-12)\n"
         "plt.barh({0, 1}, {2, -3}, {left = 1, height = .5, alpha = .5, log = false})\n"
         "plt.barh({0, 1}, {2, 3}, .5)\n"
         "plt.bar({9}, {1}, {yerr = {3}, capsize = 3, ecolor = 'r'})\n"
         "lo, hi = plt.ylim() assert(lo < -2)\n"
         "plt.barh({0}, {1}, {xerr = 2})\n"
         "bars:remove()\n"
         "plt.legend()\n");
}

/* Pictures of bars of colours that mean the same are the same. */
static void
one_colour_is_for_all_bars_and_several_are_one_after_the_other(void **state)
{
    char script[1000];

    (void)state;
    snprintf(script, sizeof script,
             "local function drawn(color)\n"
             "  local fig <close> = plt.figure{figsize = {1, 1}}\n"
             "  plt.bar({1, 2, 3}, {1, 1, 1}, {color = color})\n"
             "  fig:savefig('%s')\n"
             "  local file <close> = io.open('%s', 'rb')\n"
             "  return file:read('a')\n"
             "end\n"
             "local red = drawn('r')\n"
             "assert(red == drawn{1, 0, 0} and red == drawn{'r'} and red == drawn{{1, 0, 0}})\n"
             "assert(red ~= drawn(nil) and red ~= drawn{'r', 'k'})\n"
             "assert(drawn{'r', 'k'} == drawn{'r', 'k', 'r'})\n",
             temp_path("bars.png"), temp_path("bars.png"));
    runs(script);
}

static void
names_and_dates_are_places_of_bars(void **state)
{
    (void)state;
    runs("local fig <close> = plt.figure()\n"
         "plt.bar({'pears', 'plums', 'figs'}, {3, 1, 2})\n"
         "local lo, hi = plt.xlim() assert(math.abs(lo + .54) < 1e-12 and "
         "math.abs(hi - 2.54) < 1e-12)\n"
         "plt.clf()\n"
         "plt.barh({'pears', 'plums', 'pears'}, {3, 1, 2})\n"
         "lo, hi = plt.ylim() assert(math.abs(hi - 1.49) < 1e-12)\n"
         "plt.clf()\n"
         "plt.bar({'2020-01-01', '2020-01-02'}, {3, 1})\n"
         "lo, hi = plt.xlim() assert(lo > 18261 and hi < 18264)\n");
}

static void
histograms_return_counts_edges_and_bars(void **state)
{
    (void)state;
    runs("local fig <close> = plt.figure()\n"
         "local n, edges, bars = plt.hist({1, 2, 2, 3, 3, 3, 9})\n"
         "assert(n:max() == 3 and #n == 10 and #edges == 11 and edges[1] == 1 and edges[11] == 9)\n"
         "bars:remove()\n"
         "n = plt.hist({1, 2, 2, 3}, 2) assert(#n == 2 and n[1] == 1 and n[2] == 3)\n"
         "n = plt.hist({1, 2, 2, 3}, {bins = 'sturges'}) assert(#n == 3)\n"
         "n = plt.hist({1, 2, 2, 3}, {bins = {0, 2, 4}}) assert(n[1] == 1 and n[2] == 3)\n"
         "n = plt.hist({1, 2, 2, 3}, plt.array{0, 2, 4}) assert(n[1] == 1 and n[2] == 3)\n"
         "n = plt.hist({1, 2, 2, 3}, 2, {range = {0, 2}, cumulative = true}) assert(n[2] == 3)\n"
         "n = plt.hist({1, 2, 2, 3}, 2, {cumulative = -1}) assert(n[1] == 4 and n[2] == 3)\n"
         "n = plt.hist({1, 2, 2, 3}, 2, {cumulative = false}) assert(n[1] == 1)\n"
         "n = plt.hist({1, 2, 2, 3}, 2, {density = true}) assert(n[2] == .75)\n"
         "n = plt.hist({1, 2}, 1, {weights = {2, .5}, histtype = 'step'}) assert(n[1] == 2.5)\n"
         "plt.hist({1, 2}, {histtype = 'stepfilled', orientation = 'horizontal', color = 'r',\n"
         "                  alpha = .5, label = 'h', log = true})\n"
         "plt.legend()\n");
}

static void
several_sets_are_a_table_of_them(void **state)
{
    (void)state;
    runs("local fig <close> = plt.figure()\n"
         "local n, edges, bars = plt.hist({{1, 2, 2, 3}, plt.array{3, 3, 9}}, 4,\n"
         "    {label = {'a', 'b'}, color = {'red', 'k'}, weights = {{1, 1, 2, 1}, {1, 1, 5}}})\n"
         "local shape = n.shape assert(shape[1] == 2 and shape[2] == 4 and #bars == 2)\n"
         "assert(n[1][1] == 4 and n[1][2] == 1 and n[2][4] == 5 and edges[5] == 9)\n"
         "bars[2]:remove() plt.legend()\n"
         "n = plt.hist({{1, 2, 2, 3}, {3, 3, 9}}, {bins = 4, stacked = true, label = 'first'})\n"
         "assert(n[1][1] == 3 and n[2][2] == 3 and n[2][4] == 1)\n"
         "n = plt.hist(plt.array{{1, 5}, {2, 6}, {2, 9}}, 2, {histtype = 'step'})\n"
         "assert(n[1][1] == 3 and n[2][1] == 0 and n[2][2] == 3)\n"
         "n, edges, bars = plt.hist({{1, 2, 3}}, 2, {label = {'one'}, weights = {{1, 1, 1}}})\n"
         "assert(n[2] == 2) bars:remove()\n"
         "n, edges, bars = plt.hist({{}, {}}, 2) assert(n[2][2] == 0)\n");
}

/* What a finalizer does between one handle and the next. */
static void
bars_may_be_closed_while_they_are_handed_out(void **state)
{
    (void)state;
    runs("for i = 1, 50 do\n"
         "  local fig = plt.figure()\n"
         "  collectgarbage('generational')\n"
         "  for k = 1, 20 do\n"
         "    setmetatable({}, {__gc = function() fig:close() end})\n"
         "    pcall(plt.hist, {{1, 2}, {2, 3}, {4, 5}, {6}}, 3)\n"
         "  end\n"
         "end\n"
         "plt.close('all')\n");
}

static void
what_is_wrong_is_said(void **state)
{
    (void)state;
    fails("plt.bar({1, 2})",
          "test.lua:1: bar: takes places and lengths, and maybe a width, not 1 values",
          "color = 'red'");
    fails("plt.bar({1, 2}, {1})",
          "test.lua:1: bar: places, lengths, widths and bottoms must be columns of one length",
          "options.width");
    fails("plt.bar({1}, {1}, {widht = 1})", "test.lua:1: bar has no option 'widht'", "'width'");
    fails("plt.barh({1}, {1}, {align = 'left'})", "test.lua:1: align: there is no 'left'", "");
    fails("plt.hist()", "test.lua:1: hist: takes values, and maybe bins, not 0 values", "color");
    fails("plt.hist({1, 2}, 'scott')", "test.lua:1: hist: 'scott' tells no bins", "fd or sturges");
    fails("plt.hist({1, 2}, 2.5)", "test.lua:1: hist: '2.5' tells no bins", "a number");
    fails("plt.hist({1, 2}, {cumulative = 'yes'})",
          "test.lua:1: hist: cumulative is a number, not string", "");
    fails("plt.hist({{1, 2}, {1}}, {color = 'r'})",
          "test.lua:1: hist: 1 colours for 2 sets of values", "its own");
    fails("plt.hist({{1, 2}, {1}}, {weights = {1, 1}})",
          "test.lua:1: hist: weights of 0 sets for 2 sets of values", "shape");
    fails("plt.hist({{1, 2}, 3})", "test.lua:1: hist: values must be columns", "(N,)");
    fails("plt.hist({{1, 2}, {3}}, {label = {'a', {}}})",
          "test.lua:1: hist: a label is a text, not table", "");
    fails("plt.hist({1, 1/0})", "test.lua:1: hist: values are infinite, so bins need a range",
          "two finite numbers");
    fails("plt.bar({1}, {1}, {color = {'r', 5}})",
          "test.lua:1: colour: a colour is a text, not number", "");
    fp_context_clear_error(NULL);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(bars_take_widths_bottoms_and_colours_for_one_or_for_each),
        world_test(one_colour_is_for_all_bars_and_several_are_one_after_the_other),
        world_test(names_and_dates_are_places_of_bars),
        world_test(histograms_return_counts_edges_and_bars),
        world_test(several_sets_are_a_table_of_them),
        world_test(bars_may_be_closed_while_they_are_handed_out),
        world_test(what_is_wrong_is_said),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
