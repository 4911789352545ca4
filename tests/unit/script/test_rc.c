/* SPDX-License-Identifier: MIT */
/* test_rc.c: rcParams: what they change, what they say, what they refuse. */
#include "figure/axes.h"
#include "figure/figure.h"
#include "figure/legend.h"
#include "flatplot/pyplot.h"
#include "plots/note.h"
#include "unit/script/scripts.h"

static void
size_is(int width, int height)
{
    int size[2];

    assert_int_equal(fp_figure_get_size_pixels(plt_gcf(), &size[0], &size[1]), FP_OK);
    assert_int_equal(size[0], width);
    assert_int_equal(size[1], height);
}

static void
figures_take_them(void **state)
{
    (void)state;
    runs("plt.rcParams['figure.figsize'] = {3, 2} plt.rcParams['figure.dpi'] = 50 plt.gca()");
    size_is(150, 100);
    runs("plt.figure()");
    size_is(640, 480); /* another script */
    runs("plt.rcParams:update{['figure.figsize'] = {3, 2}} plt.rc('figure', {dpi = 10})\n"
         "plt.figure{dpi = 20}");
    size_is(60, 40);
    runs("plt.rcParams.update{['figure.figsize'] = {3, 2}} plt.subplots(1, 2)");
    size_is(300, 200);
    runs("plt.rcParams['figure.dpi'] = 10 plt.rcParams['figure.dpi'] = nil plt.figure()");
    size_is(640, 480);
    runs("plt.rc('figure', {dpi = 10}) plt.rcdefaults() plt.figure()");
    size_is(640, 480);
    runs("plt.close('all') plt.style.use('dark_background') plt.gca() plt.style.use('default')");
    assert_int_equal(plt_gcf()->body->style, FP_STYLE_DARK);
    runs("plt.figure()");
    assert_int_equal(plt_gcf()->body->style, FP_STYLE_DEFAULT);
}

/* Words for sizes are relative to font.size, as in matplotlib. */
static void
texts_take_sizes(void **state)
{
    const struct fp__axes_body *body;

    (void)state;
    runs(
        "plt.rcParams['font.size'] = 20 plt.rcParams['xtick.labelsize'] = 'small'\n"
        "plt.rcParams['ytick.direction'] = 'in' assert(plt.rcParams['axes.titlesize'] == 'large')\n"
        "plt.title('t') plt.ylabel('y') plt.text(0, 0, 'a') plt.suptitle('s') plt.plot({1}, {label "
        "= 'l'})\nplt.annotate('b', {0, 0}, {fontsize = 'x-small'}) plt.legend()");
    body = plt_gca()->body;
    assert_near(body->titles[FP_HALIGN_CENTER].size, 24, 1e-9);
    assert_near(body->y.label.size, 20, 1e-9);
    assert_near(body->x.tick_labels.size, 16.66, 1e-9);
    assert_near(body->y.tick_labels.size, 20, 1e-9);
    assert_int_equal(body->y.marks[1].direction, FP_TICKS_IN);
    assert_int_equal(body->x.marks[0].direction, FP_TICKS_OUT);
    assert_near(((struct fp_note *)body->artists[0])->options.text.fontsize, 20, 1e-9);
    assert_near(((struct fp_note *)body->artists[2])->options.text.fontsize, 13.88, 1e-9);
    assert_near(((struct fp_legend *)body->artists[3])->options.fontsize, 20, 1e-9);
    assert_near(((struct fp_legend *)body->artists[3])->options.title_fontsize, 20, 1e-9);
    runs("plt.rc('font', {size = 5}) plt.rcParams['axes.titlesize'] = 30\n"
         "plt.rcParams['axes.titlepad'] = 1 plt.clf() plt.title('t') plt.imshow({{1}}) "
         "plt.colorbar() plt.sca(plt.gca():twinx())");
    body = fp_figure_get_axes(plt_gcf(), 0)->body;
    assert_near(body->titles[FP_HALIGN_CENTER].size, 30, 1e-9);
    assert_near(body->titles[FP_HALIGN_CENTER].pad, 1, 1e-9);
    for (size_t i = 0; i < 3; i++)
        assert_near(fp_figure_get_axes(plt_gcf(), i)->body->y.tick_labels.size, 5, 1e-9);
    runs("plt.rc('font', {size = 5}) plt.rcdefaults() plt.cla() plt.text(0, 0, 'a')\n"
         "assert(plt.rcParams['font.size'] == 10)");
    body = plt_gca()->body;
    assert_near(body->x.tick_labels.size, 10, 1e-9);
    assert_near(((struct fp_note *)body->artists[0])->options.text.fontsize, 10, 1e-9);
    fails("plt.rcParams['font.size'] = 'tall'", "test.lua:1: fontsize: there is no 'tall'", "");
    runs("plt.close('all')");
}

static void
axes_take_them(void **state)
{
    (void)state;
    runs("plt.rc('axes', {grid = true, facecolor = 'red'}) plt.plot{1}");
    assert_true(plt_gca()->body->x.grid[0].on);
    assert_int_equal(plt_gca()->body->facecolor.r, 255);
    assert_int_equal(plt_gca()->body->facecolor.g, 0);
    runs("plt.rc('axes', {grid = true}) local ax = plt.gca() ax:clear()");
    assert_true(plt_gca()->body->x.grid[0].on);
    runs("plt.rc('axes', {grid = true}) plt.cla()");
    assert_true(plt_gca()->body->x.grid[0].on);
    runs("plt.rc('axes', {grid = true}) plt.clf() plt.subplot(121)");
    assert_true(plt_gca()->body->x.grid[0].on);
    runs("plt.rc('axes', {grid = true}) plt.figure():add_axes{0, 0, 1, 1}");
    assert_true(plt_gca()->body->x.grid[0].on);
    runs("plt.rc('axes', {grid = true}) plt.gca():grid(false) plt.gca()");
    assert_false(plt_gca()->body->x.grid[0].on); /* what is there keeps its looks */
}

static void
plots_take_them(void **state)
{
    (void)state;
    runs("plt.rcParams['image.origin'] = 'lower' plt.imshow(plt.zeros(4, 5))\n"
         "local low, high = plt.ylim() assert(low == -0.5 and high == 3.5) plt.clf()\n"
         "plt.imshow(plt.zeros(4, 5), {origin = 'upper'}) assert(plt.ylim() == 3.5)");
    runs("plt.rcParams['image.cmap'] = 'gray' plt.rc('legend', {loc = 'upper left'})\n"
         "local z = {{1, 2}, {3, 4}} plt.contour(z) plt.contourf(z) plt.pcolormesh(z)\n"
         "plt.contour(z, {colors = 'k'}) plt.legend() plt.draw()\n"
         "assert(plt.rcParams['legend.loc'] == 'upper left') plt.clf()");
    /* What a format says comes after them, and what options say after that. */
    runs("plt.rc('lines', {marker = 'q'}) assert(not pcall(plt.plot, {1}))\n"
         "plt.plot({1}, 'r--') plt.plot({1}, {marker = 'o'})");
}

static void
they_say_what_they_are(void **state)
{
    (void)state;
    runs("local rc = plt.rcParams\n"
         "assert(rc['figure.dpi'] == 100 and rc['savefig.dpi'] == 'figure')\n"
         "assert(rc['figure.figsize'][2] == 4.8 and rc['axes.grid'] == false)\n"
         "rc['lines.linewidth'] = 3 assert(rc['lines.linewidth'] == 3)\n"
         "rc['lines.linewidth'] = nil assert(rc['lines.linewidth'] == 1.5)\n"
         "rc['savefig.dpi'] = 20 rc['savefig.dpi'] = 'figure'\n"
         "assert(rc['savefig.dpi'] == 'figure')\n"
         "local n = 0 for name, value in pairs(rc) do n = n + 1 end assert(n > 10)");
}

static void
others_are_refused(void **state)
{
    (void)state;
    fails("plt.rcParams['figure.dip'] = 3", "test.lua:1: rcParams: 'figure.dip' is not in flatplot",
          "'figure.dpi'");
    fails("local x = plt.rcParams['font.family']",
          "test.lua:1: rcParams: 'font.family' is not in flatplot", "");
    fails("plt.rcParams['figure.dpi'] = 'x'", "test.lua:1: figure: dpi is a number, not string",
          "");
    fails("plt.rcParams['image.cmap'] = 'jett'", "test.lua:1: colormap 'jett': no such colormap",
          "'jet'");
    fails("plt.rc('lines', {width = 3})", "test.lua:1: rcParams: 'lines.width' is not in flatplot",
          "");
    fails("plt.style.use('ggplot')", "test.lua:1: style: there is no 'ggplot'",
          "one of: default, ");
}

static int
scenario(void *arg)
{
    return run_text(arg) == FP_OK ? 0 : 1;
}

static void
every_failure_is_survived(void **state)
{
    (void)state;
    torture(scenario,
            "plt.rc('axes', {grid = true}) plt.rcParams['image.cmap'] = 'gray'\n"
            "plt.style.use('dark') plt.imshow{{1}} plt.rcdefaults()\n"
            "plt.plot({1, 2}, 'r', {1, 2}, {3, 4}, plt.zeros(3, 2))",
            3);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(texts_take_sizes),
        world_test(figures_take_them),
        world_test(axes_take_them),
        world_test(plots_take_them),
        world_test(they_say_what_they_are),
        world_test(others_are_refused),
        world_test(every_failure_is_survived),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
