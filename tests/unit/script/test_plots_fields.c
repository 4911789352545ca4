/* SPDX-License-Identifier: MIT */
/* test_plots_fields.c: contours and meshes in scripts. */
#include "unit/script/scripts.h"

#define GRID "local z = {{0, 1, 2}, {1, 3, 4}, {2, 4, 9}} "

static void
contours_take_a_grid_levels_and_options(void **state)
{
    (void)state;
    runs(GRID
         "local a = plt.contour(z) local b = plt.contourf({1, 2, 3}, {4, 5, 6}, z, 3)\n"
         "local c = plt.contour(z, {1, 2, 3}) assert(#c:levels() == 3 and c:levels()[3] == 3)\n"
         "local d = plt.contour({1, 2, 3}, {4, 5, 6}, z, {levels = plt.arange(1, 3, 0.5)})\n"
         "assert(#d:levels() == 4 and d:levels()[2] == 1.5)\n"
         "assert(#plt.gca():contourf(z, {levels = 5}):levels() > 4)\n"
         "d:remove() a:remove() plt.close('all')");
}

static void
contours_take_one_or_many(void **state)
{
    (void)state;
    runs(GRID "plt.contour(z, {colors = 'k'}) plt.contour(z, {colors = {1, 0, 0}})\n"
              "plt.contour(z, {colors = {'r', {0, 0, 1, 0.5}, '0.5'}, linewidths = {1, 2}})\n"
              "plt.contour(z, {linewidths = 3, linestyles = 'dashed', alpha = 0.5})\n"
              "plt.contour(z, {linestyles = {'-', ':', 'none'}, vmin = 0, vmax = 4})\n"
              "plt.contourf(z, {extend = 'both', origin = 'lower', extent = {0, 1, 0, 1}})\n"
              "plt.contourf(z, {cmap = 'magma', norm = 'log'}) plt.colorbar() plt.close('all')");
    fails(GRID "plt.contour(z, {colors = {'r', 'nocolour'}})",
          "test.lua:1: colour 'nocolour': no such colour", "");
    fails(GRID "plt.contour(z, {linestyles = 'dash'})", "test.lua:1: contour: there is no 'dash'",
          "'dashed'");
    fails(GRID "plt.contourf(z, {levels = 0})", "test.lua:1: contourf: 0 levels are none",
          "1 or more");
    fails(GRID "plt.contourf(z, z, {levels = 0})",
          "test.lua:1: contourf: levels are numbers in one row", "");
    fails("plt.contour()", "test.lua:1: contour: takes z, or x, y and z, not 0 values", "options");
}

static void
labels_belong_to_lines(void **state)
{
    (void)state;
    runs(GRID "local c = plt.contour(z, {1, 2, 3}) plt.clabel(c) c:clabel{fmt = '%.1f'}\n"
              "plt.gca():clabel(c, {1, 3}, {fontsize = 'small', colors = 'k', inline = false})\n"
              "c:clabel({2}, {inline_spacing = 3}) plt.draw()\n"
              "plt.close('all')");
    fails(GRID "plt.clabel(plt.contour(z, {1, 2}), {3})",
          "test.lua:1: clabel: one of the levels is none of the contour's", "leave levels out");
    fails(GRID "plt.contourf(z):clabel()",
          "test.lua:1: clabel: filled contours have no lines to label", "draw lines over them");
}

static void
meshes_take_a_grid_and_options(void **state)
{
    (void)state;
    runs(GRID
         "plt.pcolormesh(z) plt.pcolormesh({1, 2, 3}, {1, 2, 4}, z, {shading = 'nearest'})\n"
         "plt.pcolormesh({0, 1, 2, 3}, {0, 1, 2, 4}, z, {cmap = 'magma', vmin = 1, vmax = 5})\n"
         "local X, Y = plt.meshgrid({0, 1, 2, 3}, {0, 1, 2, 3})\n"
         "local m = plt.gca():pcolormesh(X + Y, Y, z, {edgecolors = 'k', lw = 2, alpha = 0.5})\n"
         "plt.colorbar() plt.draw() m:set_array(z) m:set_clim(0, nil)\n"
         "m:set_clim(nil, 8) local a, b = m:get_clim() assert(a == 0 and b == 8)\n"
         "plt.clim(1, 7) a, b = m:get_clim() assert(a == 1 and b == 7) m:remove() "
         "plt.close('all')");
    fails(GRID "plt.pcolormesh(z):set_array{1, 2}",
          "test.lua:1: set_array: a mesh takes as many rows and columns of values as it has",
          "new mesh");
    fails(GRID "plt.pcolormesh({1, 2}, {1, 2}, z)",
          "test.lua:1: pcolormesh: x and y do not fit to 3 rows of 3 values", "4");
    fails(GRID "plt.pcolormesh(z, z)",
          "test.lua:1: pcolormesh: takes z, or x, y and z, not 2 values", "options");
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(contours_take_a_grid_levels_and_options),
        world_test(contours_take_one_or_many),
        world_test(labels_belong_to_lines),
        world_test(meshes_take_a_grid_and_options),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
