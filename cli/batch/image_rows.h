/* SPDX-License-Identifier: MIT */
/* image_rows.h: rows for the tables of options of verbs that draw each frame in axes, beside those
 * of rows.h. */
#ifndef CLI_BATCH_IMAGE_ROWS_H
#define CLI_BATCH_IMAGE_ROWS_H

#include "cli/batch/rows.h"

int fp__read_origin(const struct fp__given *given, void *member);
int fp__read_stage(const struct fp__given *given, void *member);
int fp__read_aspect(const struct fp__given *given, void *member);
int fp__read_extent(const struct fp__given *given, void *member);
int fp__read_switch(const struct fp__given *given, void *member);

/* How the image lies in its axes, and what is written around it. */
#define FP__IMAGE_ROWS                                                                             \
    {.name = "stage",                                                                              \
     .argument = "STAGE",                                                                          \
     .read = fp__read_stage,                                                                       \
     .member = offsetof(struct fp__settings, stage),                                               \
     .help = "what is interpolated: the data (data) or its colours (rgba)"},                       \
        {.name = "alpha",                                                                          \
         .argument = "A",                                                                          \
         .read = fp__read_alpha,                                                                   \
         .member = offsetof(struct fp__settings, alpha),                                           \
         .help = "how much of the image is seen, from 0 to 1"},                                    \
        {.name = "aspect",                                                                         \
         .argument = "RATIO",                                                                      \
         .read = fp__read_aspect,                                                                  \
         .member = offsetof(struct fp__settings, aspect),                                          \
         .help = "equal (square data pixels), auto (fill the place), or a number"},                \
        {.name = "origin",                                                                         \
         .argument = "EDGE",                                                                       \
         .read = fp__read_origin,                                                                  \
         .member = offsetof(struct fp__settings, origin),                                          \
         .help = "where row 0 lies: upper or lower"},                                              \
        {.name = "extent",                                                                         \
         .argument = "L,R,B,T",                                                                    \
         .read = fp__read_extent,                                                                  \
         .member = offsetof(struct fp__settings, extent),                                          \
         .help = "coordinates of the image's edges: left, right, bottom, top"},                    \
        {.name = "title",                                                                          \
         .brief = true,                                                                            \
         .argument = "TEXT",                                                                       \
         .read = fp__read_text,                                                                    \
         .member = offsetof(struct fp__settings, title),                                           \
         .help = "text above the image; knows {frame} and others"},                                \
        FP__TIME_ROWS,                                                                             \
        {.name = "xlabel",                                                                         \
         .argument = "TEXT",                                                                       \
         .read = fp__read_text,                                                                    \
         .member = offsetof(struct fp__settings, xlabel),                                          \
         .help = "text below the image"},                                                          \
        {.name = "ylabel",                                                                         \
         .argument = "TEXT",                                                                       \
         .read = fp__read_text,                                                                    \
         .member = offsetof(struct fp__settings, ylabel),                                          \
         .help = "text at its left"},                                                              \
        {.name = "colorbar",                                                                       \
         .brief = true,                                                                            \
         .optional = true,                                                                         \
         .argument = "LABEL",                                                                      \
         .read = fp__read_text,                                                                    \
         .member = offsetof(struct fp__settings, colorbar),                                        \
         .help = "a colorbar, with or without label"},                                             \
        {.name = "xlim",                                                                           \
         .argument = "LEFT,RIGHT",                                                                 \
         .read = fp__read_limits,                                                                  \
         .member = offsetof(struct fp__settings, xlim),                                            \
         .help = "coordinates at the left and right edge, when not all of the image is wanted"},   \
        {.name = "ylim",                                                                           \
         .argument = "BOTTOM,TOP",                                                                 \
         .read = fp__read_limits,                                                                  \
         .member = offsetof(struct fp__settings, ylim),                                            \
         .help = "and at the bottom and top: 9.5,-0.5 shows the first ten rows"},                  \
        {.name = "ticks",                                                                          \
         .argument = "WHETHER",                                                                    \
         .read = fp__read_switch,                                                                  \
         .member = offsetof(struct fp__settings, ticks),                                           \
         .help = "on, or off for a frame without ticks and their labels"},                         \
        {.name = "grid",                                                                           \
         .read = fp__read_flag,                                                                    \
         .member = offsetof(struct fp__settings, grid),                                            \
         .help = "lines across the image at every tick"},                                          \
        FP__STYLE_ROW

#endif
