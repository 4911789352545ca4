/* SPDX-License-Identifier: MIT */
/* figures.h: how figures and axes look when scripts make them. */
#ifndef SCRIPT_FIGURES_H
#define SCRIPT_FIGURES_H

#include "flatplot/figure.h"
#include "script/options.h"

/* What figure and subplots take. */
struct fp__looks {
    double size[2];
    double dpi;
    struct fp_color face;
    int style;
    bool has_size, has_dpi, has_face, has_style;
};

/* Those of fp_style, and matplotlib's for them. */
extern const char *const fp__style_names[];

/* Rows for options of a type that holds them as `member`. */
#define FP__LOOKS_ROWS(type, member)                                                               \
    {.name = "figsize",                                                                            \
     .kind = FP__FIELD_NUMBERS,                                                                    \
     .offset = offsetof(type, member.size),                                                        \
     .given = FP__GIVEN(type, member.has_size),                                                    \
     .count = 2},                                                                                  \
        {.name = "dpi",                                                                            \
         .kind = FP__FIELD_NUMBER,                                                                 \
         .offset = offsetof(type, member.dpi),                                                     \
         .given = FP__GIVEN(type, member.has_dpi)},                                                \
        {.name = "style",                                                                          \
         .kind = FP__FIELD_CHOICE,                                                                 \
         .offset = offsetof(type, member.style),                                                   \
         .given = FP__GIVEN(type, member.has_style),                                               \
         .names = fp__style_names},                                                                \
    {                                                                                              \
        .name = "facecolor", .alias = "fc", .kind = FP__FIELD_COLOR,                               \
        .offset = offsetof(type, member.face), .given = FP__GIVEN(type, member.has_face)           \
    }

/* Gives them to a figure. */
void fp__set_looks(lua_State *L, struct fp_figure *fig, const struct fp__looks *looks);

/* The current figure, lent; one that has to be made for it looks as rcParams say. */
struct fp_figure *fp__current_figure(lua_State *L);

/* Pushes the axes. When the figure had `before` axes and this one is new, it looks as rcParams
 * say. */
int fp__push_dressed_axes(lua_State *L, struct fp_figure *fig, size_t before, struct fp_axes *ax);

/* Gives the axes at the index the looks that rcParams say. */
void fp__dress_axes(lua_State *L, int index);

/* Gives it those of them that ticks and labels have: for twins and colorbars. */
void fp__dress_axis(lua_State *L, int index);

size_t fp__count_axes(struct fp_figure *fig);

/* subplot(rows, columns, place), three digits as one number (231), or nothing: reads them from the
 * arguments at the index on. */
void fp__to_grid(lua_State *L, int index, int grid[3]);

#endif
