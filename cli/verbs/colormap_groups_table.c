/* SPDX-License-Identifier: MIT */
/* colormap_groups_table.c: the kinds of colormaps and their marks. Written by colormap_groups.py. */
#include "cli/verbs/colormaps.h"

/* clang-format off */
static const struct fp__colormap_entry group_0[] = {
    {"viridis",true,true}, {"plasma",true,true}, {"inferno",true,true}, {"magma",true,true},
    {"cividis",true,true},
};

static const struct fp__colormap_entry group_1[] = {
    {"Greys",false,true}, {"Purples",false,true}, {"Blues",false,true}, {"Greens",false,true},
    {"Oranges",false,true}, {"Reds",false,true}, {"YlOrBr",false,true}, {"YlOrRd",false,true},
    {"OrRd",false,true}, {"PuRd",false,true}, {"RdPu",false,true}, {"BuPu",false,true},
    {"GnBu",false,true}, {"PuBu",false,true}, {"YlGnBu",false,true}, {"PuBuGn",false,true},
    {"BuGn",false,true}, {"YlGn",false,true},
};

static const struct fp__colormap_entry group_2[] = {
    {"binary",false,true}, {"gist_yarg",false,true}, {"gist_gray",false,true},
    {"gray",false,true}, {"bone",false,true}, {"pink",false,true}, {"spring",false,true},
    {"summer",false,true}, {"autumn",false,false}, {"winter",false,true}, {"cool",false,false},
    {"Wistia",false,true}, {"hot",false,true}, {"afmhot",false,true}, {"gist_heat",false,true},
    {"copper",false,true},
};

static const struct fp__colormap_entry group_3[] = {
    {"PiYG",false,true}, {"PRGn",false,true}, {"BrBG",false,true}, {"PuOr",false,true},
    {"RdGy",false,false}, {"RdBu",false,true}, {"RdYlBu",false,true}, {"RdYlGn",false,false},
    {"Spectral",false,false}, {"coolwarm",false,true}, {"bwr",false,true}, {"seismic",false,true},
};

static const struct fp__colormap_entry group_4[] = {
    {"twilight",true,true}, {"twilight_shifted",true,true}, {"hsv",false,false},
};

static const struct fp__colormap_entry group_5[] = {
    {"Pastel1",false,false}, {"Pastel2",false,false}, {"Paired",false,false},
    {"Accent",false,false}, {"Dark2",false,false}, {"Set1",false,false}, {"Set2",false,false},
    {"Set3",false,false}, {"tab10",false,false}, {"tab20",false,false}, {"tab20b",false,false},
    {"tab20c",false,false},
};

static const struct fp__colormap_entry group_6[] = {
    {"flag",false,false}, {"prism",false,false}, {"ocean",false,false},
    {"gist_earth",false,false}, {"terrain",false,false}, {"gist_stern",false,false},
    {"gnuplot",false,false}, {"gnuplot2",false,true}, {"CMRmap",false,true},
    {"cubehelix",false,true}, {"brg",false,false}, {"gist_rainbow",false,false},
    {"rainbow",false,false}, {"jet",false,false}, {"turbo",false,false},
    {"nipy_spectral",false,false}, {"gist_ncar",false,false},
};

const struct fp__colormap_group fp__colormap_groups[FP__COLORMAP_GROUPS] = {
    {"Perceptually uniform sequential", group_0, 5},
    {"Sequential", group_1, 18},
    {"Sequential, older", group_2, 16},
    {"Diverging", group_3, 12},
    {"Cyclic", group_4, 3},
    {"Qualitative", group_5, 12},
    {"Miscellaneous", group_6, 17},
};
/* clang-format on */
