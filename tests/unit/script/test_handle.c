/* SPDX-License-Identifier: MIT */
/* test_handle.c: what scripts' variables keep alive, and what dead ones say. */
#include "flatplot/pyplot.h"
#include "unit/script/scripts.h"

static void
a_dead_handle_says_who_closed_it(void **state)
{
    (void)state;
    fails("local fig = plt.figure(3)\nplt.close(3)\nfig:suptitle('x')",
          "test.lua:3: figure 3 was closed (line 2)", "");
    fails("local ax = plt.gca()\n\nplt.close('all')\nax:set_title('x')",
          "test.lua:4: figure 1 was closed (line 3)", "");
    fails("local im\ndo local f <close> = plt.figure()\nim = "
          "f:subplot():imshow{{1}}\nend\nim:remove()",
          "test.lua:5: figure 1 was closed (line 3)", "");
    fails("local f = plt.figure()\nplt.close(f)\nplt.close('all')\nf:draw()",
          "test.lua:4: figure 1 was closed (line 2)", "");
    fails("local f = plt.Figure{}\nf:close()\nf:draw()",
          "test.lua:3: the figure was closed (line 2)", "");
}

static void
what_clf_took_away_says_so(void **state)
{
    (void)state;
    fails("local ax = plt.gca() plt.clf() ax:grid()",
          "test.lua:1: this axes was removed or cleared", "");
    fails("local im = plt.imshow{{1}} im:remove() im:set_clim(0, 1)",
          "test.lua:1: this image was removed or cleared", "");
}

/* Reading arguments runs the script's own code, which may end what they are for. */
static void
what_is_closed_while_arguments_are_read_says_so(void **state)
{
    (void)state;
    fails("local data = setmetatable({1, 2}, {__len = function() plt.close('all') return 2 end})\n"
          "plt.plot(data)",
          "test.lua:2: the axes was closed", "");
    fails("local data = setmetatable({1, 2}, {__len = function() plt.close('all') return 2 end})\n"
          "plt.plot(data, {'2024-01-01', '2024-01-02'})",
          "test.lua:2: the axes was closed", "");
    fails("local f = plt.Figure{}\n"
          "local data = setmetatable({{1}}, {__len = function() f:close() return 1 end})\n"
          "f:subplot():imshow(data)",
          "test.lua:3: the axes was closed", "");
    fails("local im = plt.imshow{{1}}\n"
          "local ticks = setmetatable({1}, {__len = function() plt.clf() return 1 end})\n"
          "plt.colorbar(im, {ticks = ticks})",
          "test.lua:3: this image was removed or cleared", "");
    runs("plt.close('all')");
}

/* Making a handle may run a finalizer, which may close what it is for. */
static void
finalizers_may_close(void **state)
{
    (void)state;
    runs("collectgarbage('incremental', 0, 1000)\n"
         "plt.rc('axes', {grid = true})\n"
         "local n, ends = 0, {plt.clf, plt.cla, function() plt.close('all') end}\n"
         "local function finalizer() n = n + 1 plt.plot{1} ends[n % 3 + 1]() end\n"
         "local labels = {} for i = 1, 40 do labels[i] = 'label ' .. i end\n"
         "for i = 1, 300 do\n"
         "  for k = 1, 20 do setmetatable({}, {__gc = finalizer}) end\n"
         "  pcall(plt.plot, {1, 2}, {3, 4}) pcall(plt.axhline, 1) pcall(plt.cla)\n"
         "  pcall(plt.subplots, 2, 2, {sharex = true})\n"
         "  pcall(plt.xticks, plt.arange(40), labels)\n"
         "end\n"
         "assert(n > 3000)\n"
         "ends = {plt.clf, plt.clf, plt.clf} collectgarbage() plt.close('all')");
}

static void
metamethods_take_anything(void **state)
{
    (void)state;
    runs("local fig, a = plt.figure(), plt.zeros(1)\n"
         "for _, value in ipairs{5, 'x', io.stdout, {}} do\n"
         "  getmetatable(fig).__gc(value)\n"
         "  assert(not pcall(getmetatable(fig).__tostring, value))\n"
         "  assert(not getmetatable(fig).__eq(fig, value))\n"
         "  assert(not pcall(getmetatable(a).__gc, value))\n"
         "end\n"
         "plt.close('all')");
}

/* Texts are lent by tables: those that __index makes would be gone before they are drawn. */
static void
lists_and_options_are_what_tables_hold(void **state)
{
    (void)state;
    runs("local made = {__index = function(_, i) return ('q'):rep(200) .. i end,\n"
         "  __len = function() return -1 end}\n"
         "plt.plot({1, 2}, setmetatable({color = 'red'}, made))\n"
         "plt.legend{labels = setmetatable({'a'}, made)}\n"
         "plt.bar(setmetatable({'a'}, made), {1})\n"
         "plt.draw() plt.close('all')");
}

static void
numbered_figures_stay_when_handles_go(void **state)
{
    (void)state;
    runs("for i = 1, 5 do plt.figure() end collectgarbage() collectgarbage()\n"
         "assert(#plt.get_fignums() == 5)");
    assert_int_equal(plt_fignums(NULL, 0), 5); /* and when the script ends */
    runs("plt.close('all')");
    assert_int_equal(plt_fignums(NULL, 0), 0);
}

/* A thousand handles of figures that held 80 KB each; what is left of one, with its handle and the
 * note of its end. */
static void
closed_figures_hold_no_pixels(void **state)
{
    (void)state;
    runs("local keep, before = {}, nil\n"
         "for i = 1, 1000 do\n"
         "  keep[i] = plt.figure(i) plt.imshow(plt.zeros(100, 100)) plt.close()\n"
         "  if i == 10 then collectgarbage() before = plt.memory().door_bytes end\n"
         "end\n"
         "collectgarbage()\n"
         "local each = (plt.memory().door_bytes - before) / 990\n"
         "assert(each < 600, each)\n"
         "assert(#plt.get_fignums() == 0)\n"
         "for i = 1, 1000 do\n"
         "  local ok, why = pcall(keep[i].draw, keep[i])\n"
         "  assert(why:find('figure ' .. i .. ' was closed (line 3)', 1, true))\n"
         "end");
}

static void
a_scope_holds_one_figure(void **state)
{
    (void)state;
    runs("local most, objects = 0, 0\n"
         "for i = 1, 200 do\n"
         "  local fig <close> = plt.figure()\n"
         "  plt.imshow(plt.rand(20, 20)) plt.colorbar() plt.title('frame ' .. i)\n"
         "  most = math.max(most, #plt.get_fignums())\n"
         "  if i == 1 then objects = plt.memory().objects end\n"
         "  collectgarbage() assert(plt.memory().objects == objects)\n"
         "end\n"
         "assert(most == 1 and #plt.get_fignums() == 0)");
}

static void
figures_without_a_number_die_with_their_handle(void **state)
{
    (void)state;
    runs("local most = 0\n"
         "for i = 1, 500 do\n"
         "  local f = plt.Figure{} f:subplot():imshow(plt.zeros(50, 50))\n"
         "  most = math.max(most, plt.memory().objects)\n"
         "end\n"
         "assert(most < 60, most)\n"
         "assert(#plt.get_fignums() == 0)");
    runs("local ax = plt.Figure{}:subplot() collectgarbage() collectgarbage() ax:grid()");
}

static void
handles_of_one_thing_are_equal(void **state)
{
    (void)state;
    runs("local f = plt.figure() assert(f == plt.gcf()) assert(plt.gca() == plt.gca())\n"
         "assert(f ~= plt.figure()) assert(tostring(f) == 'figure of figure 1')\n"
         "plt.close('all') assert(f == f)");
}

static void
what_is_no_handle_is_refused(void **state)
{
    (void)state;
    fails("plt.gca():plto{1}", "test.lua:1: there is no axes:plto", "axes:plot");
    fails("plt.gca():hexbin{1}", "test.lua:1: axes:hexbin is not in flatplot", "axes:imshow");
    fails("plt.gcf():sevafig()", "test.lua:1: there is no figure:sevafig", "figure:savefig");
    fails("plt.imshow{{1}}:hexbin()", "test.lua:1: there is no image:hexbin", "");
    fails("plt.gca().grid(3)", "test.lua:1: axes is needed here, not number", "colon");
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(a_dead_handle_says_who_closed_it),
        world_test(what_clf_took_away_says_so),
        world_test(what_is_closed_while_arguments_are_read_says_so),
        world_test(finalizers_may_close),
        world_test(metamethods_take_anything),
        world_test(lists_and_options_are_what_tables_hold),
        world_test(numbered_figures_stay_when_handles_go),
        world_test(closed_figures_hold_no_pixels),
        world_test(a_scope_holds_one_figure),
        world_test(figures_without_a_number_die_with_their_handle),
        world_test(handles_of_one_thing_are_equal),
        world_test(what_is_no_handle_is_refused),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
