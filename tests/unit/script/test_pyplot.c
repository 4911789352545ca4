/* SPDX-License-Identifier: MIT */
/* test_pyplot.c: matplotlib's names in scripts: calls, options, and what is not there. */
#include <stdio.h>

#include "figure/axes.h"
#include "figure/figure.h"
#include "flatplot/pyplot.h"
#include "unit/script/scripts.h"

static void
calls_act_on_what_is_current(void **state)
{
    double low;
    double high;

    (void)state;
    runs("local im = plt.imshow({{1, 2}, {3, 4}}, {cmap = 'gray', vmin = 0, vmax = 9, origin = "
         "'lower',\n"
         "  extent = {0, 1, 2, 3}, aspect = 'auto', interpolation = 'nearest', under = 'red'})\n"
         "local cb = plt.colorbar{label = 'K', extend = 'both', orientation = 'horizontal', shrink "
         "= .5}\n"
         "cb:set_label('m') local a, b = im:get_clim() assert(a == 0 and b == 9)\n"
         "plt.clim(1, 2) a, b = im:get_clim() assert(a == 1 and b == 2)\n"
         "im:set_clim(nil, 5) a, b = im:get_clim() assert(a == 1 and b == 5)\n"
         "plt.xlim(2, 5) plt.ylim{7, 8} plt.title('t') plt.xlabel('x') plt.ylabel('y') "
         "plt.suptitle('s')\n"
         "plt.grid() plt.legend{loc = 'upper left'} plt.text(2, 7, 'x', {color = {1, 0, 0}})\n"
         "plt.axvspan(2, 3, {c = 'C1'}) plt.axis('off') plt.tight_layout() plt.draw()\n"
         "plt.subplots_adjust{left = 0.2} local l, r = plt.xlim() assert(l == 2 and r == 5)");
    assert_int_equal(fp_axes_get_ylim(plt_gca(), &low, &high), FP_OK);
    assert_near(low, 7, 0);
    assert_near(high, 8, 0);
    runs("plt.title('t', {fontsize = 20}) plt.gca():set_xlabel('x', {size = 8})\n"
         "plt.ylabel('y', {fontsize = 9}) plt.suptitle('s', {fontsize = 30})");
    assert_near(plt_gca()->body->titles[FP_HALIGN_CENTER].size, 20, 0);
    assert_near(plt_gca()->body->x.label.size, 8, 0);
    assert_near(plt_gca()->body->y.label.size, 9, 0);
    assert_near(plt_gcf()->body->suptitle_size, 30, 0);
    fails("plt.title('t', {fontsiz = 20})", "test.lua:1: title has no option 'fontsiz'",
          "'fontsize'");
    runs("plt.cla() local l = plt.xlim() assert(l == 0) plt.clf() plt.close()");
}

static void
lines_take_options(void **state)
{
    (void)state;
    runs("local l = plt.plot({1, 2, 3}, {4, 5, 6}, {label = 'a', lw = 2, ls = '--', c = "
         "'#ff0000'})\n"
         "l:set_data({1, 2}, {0, 10}) plt.plot{1, 5} plt.xscale('log') plt.yscale('symlog', "
         "{linthresh = 1})\n"
         "plt.close()");
    runs("plt.plot({1, 2}, 'r--o')\n"
         "plt.plot({1, 2}, {3, 4}, 'g', {ms = 3, mec = 'k', marker = 's', ds = 'steps-mid'})\n"
         "plt.close()");
    fails("plt.plot({1}, {marker = 'oo'})", "test.lua:1: plot: marker is one character, not 'oo'",
          "");
    fails("plt.plot()", "test.lua:1: plot: takes y, or x and y", "names");
    fails("plt.plot({1}, {lw = 'x'})", "test.lua:1: plot: linewidth is a number, not string", "");
    fails("plt.plot({1}, {colour = 'red'})", "test.lua:1: plot has no option 'colour'", "'color'");
    fails("plt.plot({1}, {ls = '---'})", "test.lua:1: linestyle: there is no '---'", "");
    fails("plt.imshow({{1}}, {cmap = 'viridsi'})",
          "test.lua:1: colormap 'viridsi': no such colormap", "'viridis'");
    fails("plt.imshow({{1}}, {extent = {1, 2}})",
          "test.lua:1: imshow: extent is a table of 4 numbers", "");
}

static void
shared_grids_are_by_row_and_column(void **state)
{
    (void)state;
    runs("local fig, axs = plt.subplots(2, 2, {sharex = 'col', sharey = 'row'})\n"
         "axs[1][1]:set_xlim(0, 5) axs[2][2]:set_ylim(0, 7)\n"
         "assert(select(2, axs[2][1]:get_xlim()) == 5 and select(2, axs[1][2]:get_xlim()) == 1)\n"
         "assert(select(2, axs[2][1]:get_ylim()) == 7 and select(2, axs[1][1]:get_ylim()) == 1)\n"
         "axs[1][2]:label_outer()\n"
         "axs[1][1]:set{title = 't', xlim = {1, 2}, xscale = 'log', ylabel = 'y'}\n"
         "assert(axs[1][1]:get_xlim() == 1) plt.sca(axs[1][1])");
    assert_string_equal(plt_gca()->body->y.label.text, "y");
    assert_false(plt_gca()->body->x.tick_labels_on);
    assert_int_equal(plt_gca()->body->x.curve.kind, FP__CURVE_LOG);
    fails("plt.subplots(1, 2, {sharex = 'rows'})", "test.lua:1: subplots: there is no 'rows'",
          "'row'");
    fails("plt.gca():set{titel = 't'}", "test.lua:1: there is no axes:set_titel", "set_title");
    runs("plt.close('all') plt.plot{1} plt.savefig('/dev/null', {format = 'png'})");
    fails("plt.savefig('/dev/null', {format = 'bmpp'})",
          "test.lua:1: \"bmpp\": no such picture format", "");
    runs("plt.close('all')");
}

static void
titles_and_labels_take_places_and_pads(void **state)
{
    const struct fp__axes_text *left;

    (void)state;
    runs("plt.title('mid') plt.title('a', {loc = 'left', pad = 11, size = 7, color = 'r'})\n"
         "plt.xlabel('x', {labelpad = 3}) plt.gca():set_ylabel('y', {labelpad = -4})");
    left = &plt_gca()->body->titles[FP_HALIGN_LEFT];
    assert_string_equal(left->text, "a");
    assert_near(left->pad, 11, 0);
    assert_near(left->size, 7, 0);
    assert_int_equal(left->color.r, 255);
    assert_string_equal(plt_gca()->body->titles[FP_HALIGN_CENTER].text, "mid");
    assert_near(plt_gca()->body->x.label.pad, 3, 0);
    assert_near(plt_gca()->body->y.label.pad, -4, 0);
    fails("plt.title('t', {loc = 'top'})", "test.lua:1: loc: there is no 'top'", "");
    fails("plt.xlabel('t', {pad = 3})", "test.lua:1: xlabel has no option 'pad'", "");
    runs("plt.close()");
}

static struct fp__artist *
artist_at(size_t i)
{
    struct fp_axes *ax = plt_gca();

    assert_true(i < ax->body->artist_count);
    return ax->body->artists[i];
}

static void
all_that_is_drawn_takes_a_zorder(void **state)
{
    (void)state;
    runs("local o = {zorder = 4, color = 'r'} plt.plot({1, 2}, {3, 4}, {1, 2}, {4, 3}, o)\n"
         "assert(o.zorder == 4) -- the script's own table stays as it is\n"
         "plt.gca():bar({1, 2}, {3, 4}, {yerr = 1, zorder = 0}) plt.hist({1, 2}, {zorder = 9})\n"
         "plt.text(0, 0, 'a'):set_zorder(-1) plt.legend{zorder = 2}\n"
         "plt.hist({{1, 2}, {3}}, {zorder = 5})");
    assert_near(artist_at(0)->zorder, 4, 0);
    assert_near(artist_at(1)->zorder, 4, 0);
    assert_near(artist_at(2)->zorder, 0, 0);
    assert_near(artist_at(3)->zorder, .01, 0); /* its error bars */
    assert_near(artist_at(4)->zorder, 9, 0);
    assert_near(artist_at(5)->zorder, -1, 0);
    assert_near(artist_at(6)->zorder, 2, 0);
    assert_near(artist_at(7)->zorder, 5, 0);
    assert_near(artist_at(8)->zorder, 5, 0);
    runs("plt.gca():set_axisbelow(true)");
    assert_near(plt_gca()->body->axis_zorder, .5, 0);
    runs("plt.gca():set_axisbelow('line')");
    assert_near(plt_gca()->body->axis_zorder, 1.5, 0);
    runs("plt.gca():set_axisbelow(false)");
    assert_near(plt_gca()->body->axis_zorder, 2.5, 0);
    fails("plt.plot({1}, {zorder = 'top'})",
          "test.lua:1: zorder: the option is a number, not string", "");
    fails("plt.plot({1}, {zorder = 0 / 0})", "test.lua:1: artist: a zorder is a finite number", "");
    fails("plt.title('t', {zorder = 1})", "test.lua:1: title has no option 'zorder'", "");
    runs("plt.close()");
}

static void
several_lines_come_from_one_call(void **state)
{
    (void)state;
    runs("local a, b = plt.plot({1, 2}, {3, 4}, 'r--', {1, 2}, {4, 3}, {lw = 3})\n"
         "local c, d, e = plt.plot({1, 2}, {5, 6}, {7, 8}) assert(a ~= b and c and d and not e)\n"
         "local x = plt.arange(3) local y = plt.arange(6):reshape(3, 2)\n"
         "assert(select('#', plt.plot(y)) == 2 and select('#', plt.plot(x, y, 'g')) == 2)\n"
         "assert(select('#', plt.plot(y, y)) == 2)\n"
         "c, d = plt.plot(x, y) c:set_data({0, 1}, {0, 90}) assert(select(2, plt.ylim()) == 94.5)");
    fails("plt.plot('r')", "test.lua:1: plot: y belongs before the format 'r'", "");
    fails("plt.plot({1}, 'r', 'g')", "test.lua:1: plot: y belongs before the format 'g'", "");
    fails("plt.plot(plt.zeros(2, 3), plt.zeros(2, 2))", "test.lua:1: plot: x has 3 columns and y 2",
          "");
}

static void
plots_by_the_logarithm(void **state)
{
    double low;
    double high;

    (void)state;
    runs("plt.semilogx({1, 10, 100}, {1, 2, 3}) assert(plt.xlim() > 0) assert(plt.ylim() < 1)\n"
         "plt.clf() plt.semilogy{1, 10, 1000}");
    assert_int_equal(fp_axes_get_ylim(plt_gca(), &low, &high), FP_OK);
    assert_near(high, 1412.537544622754, 1e-9); /* matplotlib's */
    assert_near(low, 0.7079457843841379, 1e-12);
    runs("plt.clf() plt.loglog({1, 10}, {1, 10}) assert(plt.xlim() > 0.8 and plt.ylim() > 0.8)");
}

static void
scatters_take_one_or_many(void **state)
{
    (void)state;
    runs("plt.scatter({1, 2}, {3, 4}, {s = 9, c = 'red', marker = '^'}) plt.clf()\n"
         "plt.scatter({1, 2}, {3, 4}, {s = {1, 2}, c = {5, 6}, cmap = 'magma', vmin = 0, ec = "
         "'k'})\n"
         "plt.colorbar{label = 'v'} plt.draw() plt.close()");
    runs("plt.scatter({1, 2}, {3, 4}, 20, {5, 6}, {edgecolors = 'k', linewidths = 1}) "
         "plt.colorbar()\n"
         "plt.scatter({1, 2}, {3, 4}, {1, 2}, 'red') plt.scatter({1}, {2}, nil, {.5}) plt.close()");
    fails("plt.scatter({1}, {2}, 3, 'r', 4)", "test.lua:1: scatter: takes x, y, and maybe s and c",
          "{marker = 'x'}");
    assert_int_equal(run_text("plt.scatter({1, 2}, {3, 4}, {s = {1}})"), FP_ERR_SCRIPT);
    assert_int_equal(run_text("plt.scatter({1, 2}, {3, 4}, {c = {1}})"), FP_ERR_SCRIPT);
}

static void
what_was_drawn_takes_new_values(void **state)
{
    (void)state;
    runs("local s = plt.scatter({1, 2}, {3, 4}, {c = {5, 6}})\n"
         "local a, b = plt.array{10, 20}, plt.array{30, 50}\n"
         "s:set_offsets(plt.array{a, b}.T) s:set_array{0, 9}\n"
         "local low, high = plt.xlim() assert(low == 9.5 and high == 20.5) plt.draw() s:remove()\n"
         "assert(not pcall(s.set_array, s, {1, 2})) plt.clf()");
    runs("local l = plt.plot({1, 2}, {3, 4}) l:set_ydata{0, 10} l:set_xdata{0, 20}\n"
         "local a, b = plt.xlim() local c, d = plt.ylim()\n"
         "assert(a == -1 and b == 21 and c == -.5 and d == 10.5)\n"
         "l = plt.plot{5, 6} l:set_ydata{7, 8, 9} plt.close()");
    fails("plt.plot({1, 2}, {3, 4}):set_ydata{1, 2, 3}",
          "test.lua:1: plot: x and y must be two columns of one length", "");
    fails("plt.scatter({1, 2}, {3, 4}):set_offsets{1, 2}",
          "test.lua:1: set_offsets: the points are an array of shape (N, 2)", "plt.array{x, y}.T");
    assert_int_equal(run_text("plt.scatter({1, 2}, {3, 4}):set_array{1, 2}"), FP_ERR_SCRIPT);
    assert_int_equal(run_text("plt.scatter({1, 2}, {3, 4}, {s = {1, 2}}):set_offsets{{1, 2}}"),
                     FP_ERR_SCRIPT);
}

/* Colours are matplotlib's: imsave there, imread here. */
static void
arrays_are_saved_as_pictures(void **state)
{
    char text[2048];

    (void)state;
    snprintf(text, sizeof text,
             "local name = '%s'\n"
             "local function has(row, col, ...)\n"
             "  local pixel = plt.imread(name)[row][col]\n"
             "  for i, wanted in ipairs{...} do assert(pixel[i] == wanted, pixel[i]) end\n"
             "end\n"
             "plt.imsave(name, {{0, 1, 2}, {3, 4, 0/0}})\n"
             "local shape = plt.imread(name).shape assert(shape[1] == 2 and shape[2] == 3)\n"
             "has(1, 1, 68, 1, 84, 255) has(2, 2, 253, 231, 36, 255) has(2, 3, 0, 0, 0, 0)\n"
             "plt.imsave(name, {{0, 9}}, {cmap = 'gray', vmax = 3}) has(1, 2, 255, 255, 255)\n"
             "plt.imsave(name, {{0}, {9}}, {cmap = 'gray', origin = 'lower'}) has(1, 1, 255, 255)\n"
             "plt.rcParams['image.cmap'] = 'gray' plt.imsave(name, {{0, 9}}) has(1, 2, 255, 255)\n"
             "plt.imsave(name, {{{1, .2, 0}, {.4, 1, .6}}}) has(1, 1, 255, 51, 0)\n"
             "plt.imsave(name, {{{1, .2, 0, .5}, {.4, 1, .6, 1}}}) "
             "has(1, 1, 255, 50, 0, 127)\n"
             "assert(#plt.get_fignums() == 0)",
             temp_path("a.png"));
    runs(text);
    fails("plt.imsave('a.png', {1, 2})",
          "test.lua:1: imsave: an image has rows and columns, at most 32767 of each", "");
}

static void
grids_are_tables_of_axes(void **state)
{
    (void)state;
    runs("local fig, axs = plt.subplots(2, 3, {sharex = true, figsize = {6, 4}})\n"
         "axs[1][2]:set_xlim(3, 4) local l, r = axs[2][3]:get_xlim() assert(l == 3 and r == 4)\n"
         "assert(#axs == 2 and #axs[1] == 3 and plt.gca() == axs[2][3])\n"
         "local fig2, ax = plt.subplots() ax:grid() local _, row = plt.subplots(1, 2) "
         "row[2]:grid()\n"
         "local _, col = plt.subplots(2, 1) col[2]:grid() plt.sca(ax) assert(plt.gcf() == fig2)\n"
         "assert(plt.subplot(111) == ax) fig:close() assert(fig2:number() == 2) plt.close('all')");
}

static void
figures_take_looks(void **state)
{
    int width;
    int height;

    (void)state;
    runs("plt.figure{figsize = {3, 2}, dpi = 50, facecolor = 'none'}");
    assert_int_equal(fp_figure_get_size_pixels(plt_gcf(), &width, &height), FP_OK);
    assert_int_equal(width, 150);
    assert_int_equal(height, 100);
    runs("local a = plt.figure(1) plt.figure('b') assert(plt.figure(1) == a) plt.close('b') "
         "plt.close(1)\n"
         "assert(#plt.get_fignums() == 0)");
}

/* title(3): a loop's number is a text. */
static void
texts_may_be_numbers(void **state)
{
    (void)state;
    runs(
        "plt.title(3) plt.xlabel(1.5) plt.ylabel(2) plt.suptitle(4) plt.text(0, 0, 5):set_text(6)\n"
        "plt.annotate(7, {0, 0}) plt.imshow{{1, 2}} plt.colorbar():set_label(8)\n"
        "for i = 1, 3 do plt.plot({1, i}, {label = i}) end plt.legend() plt.gcf():draw()\n"
        "plt.close()");
    fails("plt.title(true)", "test.lua:1: title: the text is a text, not boolean", "");
    fails("plt.plot({1}, {label = {}})", "test.lua:1: plot: label is a text, not table", "");
}

static void
limits_have_names(void **state)
{
    (void)state;
    runs("local function are(l, r, low, high) assert(l == low and r == high, l .. ' ' .. r) end\n"
         "plt.xlim(1, 2) plt.ylim(3, 4) plt.xlim{left = 0} are(0, 2, plt.xlim())\n"
         "plt.xlim{right = 7} are(0, 7, plt.xlim()) are(-1, 3, plt.xlim{xmax = 3, xmin = -1})\n"
         "plt.ylim{bottom = 0} plt.ylim{top = 9} are(0, 9, plt.ylim()) are(0, 9, plt.ylim{})\n"
         "plt.gca():set_ylim{ymin = 1, ymax = 2} are(1, 2, plt.ylim{nil, 2}) plt.close()");
    fails("plt.xlim{lef = 0}", "test.lua:1: xlim has no option 'lef'", "'left'");
    fails("plt.ylim{left = 0}", "test.lua:1: ylim has no option 'left'", "");
}

static void
what_is_not_there_is_said_so(void **state)
{
    (void)state;
    fails("plt.hexbin({1}, {1})", "test.lua:1: plt.hexbin is not in flatplot", "plt.imshow");
    fails("plt.set_title('t')", "test.lua:1: there is no plt.set_title", "did you mean plt.title?");
    fails("plt.gca():xlim(0, 1)", "test.lua:1: there is no axes:xlim", "axes:set_xlim");
    fails("plt.imshwo({1})", "test.lua:1: there is no plt.imshwo", "plt.imshow");
    runs("local fig, ax = plt.subplots{nrows = 1, ncols = 1} local m = ax:imshow{{1, 2}}\n"
         "fig:colorbar(m, {ax = ax}) plt.close()");
    fails("local fig, axs = plt.subplots(1, 2) fig:colorbar(axs[1]:imshow{{1}}, {ax = axs[2]})",
          "test.lua:1: colorbar: ax is not the axes that the image is in", "leave ax away");
    runs("local fig = plt.figure() fig:add_subplot(211):plot{1} fig:add_subplot(2, 1, 2)\n"
         "plt.axis{0, 4, 5, -1} local l, r = plt.xlim() local b, t = plt.ylim()\n"
         "assert(l == 0 and r == 4 and b == 5 and t == -1) plt.axis{nil, 6}\n"
         "l, r = plt.xlim() assert(l == 0 and r == 6) plt.close()\n"
         "local _, axs = plt.subplots{nrows = 2, ncols = 2} axs[2][2]:plot{1} plt.close()");
    fails("plt.figure():add_subplot(11)",
          "test.lua:1: subplot: rows, columns and place, or three digits, as in 231", "");
    fails("plt.colorbar()", "test.lua:1: colorbar: the current figure has no image", "imshow");
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(calls_act_on_what_is_current),
        world_test(lines_take_options),
        world_test(shared_grids_are_by_row_and_column),
        world_test(titles_and_labels_take_places_and_pads),
        world_test(all_that_is_drawn_takes_a_zorder),
        world_test(several_lines_come_from_one_call),
        world_test(plots_by_the_logarithm),
        world_test(scatters_take_one_or_many),
        world_test(what_was_drawn_takes_new_values),
        world_test(arrays_are_saved_as_pictures),
        world_test(grids_are_tables_of_axes),
        world_test(figures_take_looks),
        world_test(texts_may_be_numbers),
        world_test(limits_have_names),
        world_test(what_is_not_there_is_said_so),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
