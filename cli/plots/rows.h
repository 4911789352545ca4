/* SPDX-License-Identifier: MIT */
/* rows.h: rows for the tables of options of all verbs that plot columns. Such a verb's settings
 * begin with a struct fp__plots. */
#ifndef CLI_PLOTS_ROWS_H
#define CLI_PLOTS_ROWS_H

#include "cli/batch/rows.h"
#include "cli/plots/settings.h"

int fp__read_colors(const struct fp__given *given, void *member);
int fp__read_places(const struct fp__given *given, void *member);
int fp__read_scale(const struct fp__given *given, void *member);
int fp__read_legend(const struct fp__given *given, void *member);

/* Fills in what is not zero. */
void fp__plots_defaults(struct fp__plots *plots);

/* Where to: the first rows of every table. */
#define FP__PLOT_OUTPUT_ROWS                                                                       \
    {.name = "output",                                                                             \
     .letter = 'o',                                                                                \
     .brief = true,                                                                                \
     .argument = "NAME",                                                                           \
     .read = fp__read_bytes,                                                                       \
     .member = offsetof(struct fp__settings, output),                                              \
     .help = "where to: p.png, '{stem}.png' or out/ for a picture of each input; - is standard "   \
             "output"},                                                                            \
        {.name = "format",                                                                         \
         .argument = "NAME",                                                                       \
         .read = fp__read_bytes,                                                                   \
         .member = offsetof(struct fp__settings, format),                                          \
         .help = "png, whatever the name's ending"},                                               \
        FP__COMPRESS_ROW

/* -x. */
#define FP__PLOT_X_ROW                                                                             \
    {                                                                                              \
        .name = "x", .letter = 'x', .brief = true, .argument = "COLUMN", .read = fp__read_bytes,   \
        .member = offsetof(struct fp__plots, x),                                                   \
        .help = "the column along x, by its name or number (from 1): the first one when there "    \
                "are several; none counts lines from 0"                                            \
    }

/* -y. */
#define FP__PLOT_Y_ROW                                                                             \
    {                                                                                              \
        .name = "y", .letter = 'y', .brief = true, .argument = "COLUMNS", .read = fp__read_bytes,  \
        .member = offsetof(struct fp__plots, y),                                                   \
        .help = "columns to draw, by names or numbers with commas between them: all others of "    \
                "numbers; a name with a comma is put into quotes: '\"price, EUR\",volume'"         \
    }

/* --color. */
#define FP__PLOT_COLORS_ROW                                                                        \
    {                                                                                              \
        .name = "color", .argument = "COLORS", .read = fp__read_colors,                            \
        .member = offsetof(struct fp__plots, colors),                                              \
        .help = "a colour for each column drawn, with commas between them, which come again when " \
                "there are fewer: tomato, C1, #ff8000, 0.5"                                        \
    }

/* --alpha. */
#define FP__PLOT_ALPHA_ROW                                                                         \
    {                                                                                              \
        .name = "alpha", .argument = "A", .read = fp__read_alpha,                                  \
        .member = offsetof(struct fp__settings, alpha), .help = "from 0, nothing is seen, to 1"    \
    }

/* Values as colours; the colorbar is drawn by itself. */
#define FP__PLOT_VALUE_ROWS                                                                        \
    FP__CMAP_ROWS, FP__NORM_ROW,                                                                   \
    {                                                                                              \
        .name = "colorbar", .optional = true, .argument = "LABEL", .read = fp__read_text,          \
        .member = offsetof(struct fp__settings, colorbar), .help = "text along the colorbar"       \
    }

/* Texts, axes and size: the last rows of every table. */
#define FP__PLOT_ROWS                                                                              \
    {.name = "title",                                                                              \
     .brief = true,                                                                                \
     .argument = "TEXT",                                                                           \
     .read = fp__read_text,                                                                        \
     .member = offsetof(struct fp__settings, title),                                               \
     .help = "text above the plot; knows {stem}, {member} and {index} of the input"},              \
        {.name = "xlabel",                                                                         \
         .argument = "TEXT",                                                                       \
         .read = fp__read_text,                                                                    \
         .member = offsetof(struct fp__settings, xlabel),                                          \
         .help = "text below it, else the name of the column along x; '' for none"},               \
        {.name = "ylabel",                                                                         \
         .argument = "TEXT",                                                                       \
         .read = fp__read_text,                                                                    \
         .member = offsetof(struct fp__settings, ylabel),                                          \
         .help = "text at its left, else the name of the one column drawn"},                       \
        {.name = "legend",                                                                         \
         .argument = "PLACE",                                                                      \
         .read = fp__read_legend,                                                                  \
         .member = offsetof(struct fp__plots, legend),                                             \
         .help = "best, 'upper right' and so on, or off; without it, there is one for 2 to 16 "    \
                 "columns; off goes for colorbars, too"},                                          \
        {.name = "xlim",                                                                           \
         .argument = "LEFT,RIGHT",                                                                 \
         .read = fp__read_places,                                                                  \
         .member = offsetof(struct fp__settings, xlim),                                            \
         .help = "coordinates at the left and right edge, or dates: 2026-01-01,2026-03-01"},       \
        {.name = "ylim",                                                                           \
         .argument = "BOTTOM,TOP",                                                                 \
         .read = fp__read_places,                                                                  \
         .member = offsetof(struct fp__settings, ylim),                                            \
         .help = "and at the bottom and top"},                                                     \
        {.name = "xscale",                                                                         \
         .argument = "SCALE",                                                                      \
         .read = fp__read_scale,                                                                   \
         .member = offsetof(struct fp__plots, xscale),                                             \
         .help = "how x runs: linear, log or symlog[:LINTHRESH[,LINSCALE]]"},                      \
        {.name = "yscale",                                                                         \
         .brief = true,                                                                            \
         .argument = "SCALE",                                                                      \
         .read = fp__read_scale,                                                                   \
         .member = offsetof(struct fp__plots, yscale),                                             \
         .help = "how y runs: linear, log or symlog"},                                             \
        {.name = "xformat",                                                                        \
         .argument = "FORMAT",                                                                     \
         .read = fp__read_text,                                                                    \
         .member = offsetof(struct fp__plots, xformat),                                            \
         .help =                                                                                   \
             "how numbers are written along x, as in '{x:.2f}' or '{x:.0%}', and dates: '%b %d'"}, \
        {.name = "yformat",                                                                        \
         .argument = "FORMAT",                                                                     \
         .read = fp__read_text,                                                                    \
         .member = offsetof(struct fp__plots, yformat),                                            \
         .help = "the same along y"},                                                              \
        {.name = "grid",                                                                           \
         .brief = true,                                                                            \
         .read = fp__read_flag,                                                                    \
         .member = offsetof(struct fp__settings, grid),                                            \
         .help = "lines across the plot at every tick"},                                           \
        FP__STYLE_ROW, FP__SIZE_ROWS, FP__LIST_ROWS(struct fp__settings), FP__MKDIR_ROW,           \
        FP__GLYPHS_ROW

/* What --help tells of inputs. */
#define FP__PLOT_NOTES                                                                             \
    "Inputs are tables of text (csv, tsv, columns with spaces between, with a header\n"            \
    "or without) and arrays: .npy of shape (N,), or (N,C), which is C columns; .npz,\n"            \
    "whose arrays of shape (N,) are columns with names; file.npz:member. \"-\" is\n"               \
    "standard input. Columns of dates (ISO 8601) and, along x, of names are drawn as\n"            \
    "such. The columns' names become labels and legend. All inputs are drawn on one\n"             \
    "picture, unless its name has {stem}, {dir}, {member} or {index} or is a folder,\n"            \
    "which stands for {stem}.png.\n"

#endif
