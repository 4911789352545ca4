/* SPDX-License-Identifier: MIT */
/* rows.h: rows for the tables of options of all verbs that draw frames, with the settings that they
 * fill in. Such a verb's settings are a struct fp__settings, or begin with one. */
#ifndef CLI_BATCH_ROWS_H
#define CLI_BATCH_ROWS_H

#include "cli/batch/settings.h"
#include "cli/opt/option.h"
#include "cli/opt/progress.h"
#include "cli/opt/values.h"

int fp__read_compress(const struct fp__given *given, void *member);
int fp__read_cmap(const struct fp__given *given, void *member);
int fp__read_color(const struct fp__given *given, void *member);
int fp__read_limits(const struct fp__given *given, void *member);
int fp__read_interpolation(const struct fp__given *given, void *member);
int fp__read_alpha(const struct fp__given *given, void *member);
int fp__read_style(const struct fp__given *given, void *member);
int fp__read_glyphs(const struct fp__given *given, void *member);

/* --compress. */
#define FP__COMPRESS_ROW                                                                           \
    {                                                                                              \
        .name = "compress", .argument = "HOW", .read = fp__read_compress,                          \
        .member = offsetof(struct fp__settings, compress),                                         \
        .help = "fast, or small: the same pixels in 0.4 to 0.9 times the bytes, a tenth of a "     \
                "second for 640x480 of them"                                                       \
    }

/* --mkdir. */
#define FP__MKDIR_ROW                                                                              \
    {                                                                                              \
        .name = "mkdir", .read = fp__read_flag, .member = offsetof(struct fp__settings, mkdir),    \
        .help = "make folders that are missing"                                                    \
    }

/* --frames; the others that choose frames are FP__INPUT_ROWS. */
#define FP__FRAMES_ROW                                                                             \
    {                                                                                              \
        .name = "frames", .brief = true, .argument = "A:B:S", .read = fp__read_bytes,              \
        .member = offsetof(struct fp__settings, frames),                                           \
        .help = "which frames of each input, as Python slices: 10:20, ::5, -1, or a list 0,5,9"    \
    }

/* Which colours, for which values. */
#define FP__CMAP_ROWS                                                                              \
    {.name = "cmap",                                                                               \
     .brief = true,                                                                                \
     .argument = "NAME",                                                                           \
     .read = fp__read_cmap,                                                                        \
     .member = offsetof(struct fp__settings, cmap_name),                                           \
     .help = "colormap: viridis, gray, magma_r …"},                                                \
        {.name = "vmin",                                                                           \
         .brief = true,                                                                            \
         .argument = "NUMBER",                                                                     \
         .read = fp__read_number,                                                                  \
         .member = offsetof(struct fp__settings, vmin),                                            \
         .help = "value of the first colour"},                                                     \
    {                                                                                              \
        .name = "vmax", .brief = true, .argument = "NUMBER", .read = fp__read_number,              \
        .member = offsetof(struct fp__settings, vmax), .help = "value of the last colour"          \
    }

/* --norm. */
#define FP__NORM_ROW                                                                               \
    {                                                                                              \
        .name = "norm", .argument = "NAME", .read = fp__read_norm_name,                            \
        .member = offsetof(struct fp__settings, norm_name),                                        \
        .help = "how values become colours: linear, log, symlog[:LINTHRESH[,LINSCALE]], "          \
                "asinh[:WIDTH], power:GAMMA, twoslope:CENTRE, centered[:CENTRE[,HALF]], "          \
                "boundary:B0,B1,…, logit"                                                        \
    }

/* How values become colours, and pixels between them. */
#define FP__COLOR_ROWS                                                                             \
    FP__CMAP_ROWS,                                                                                 \
        {.name = "clim",                                                                           \
         .argument = "CHOICE",                                                                     \
         .read = fp__read_clim,                                                                    \
         .member = offsetof(struct fp__settings, clim),                                            \
         .help =                                                                                   \
             "where the colour limits come from: all frames of the job (all), those of each "      \
             "input "                                                                              \
             "(input), each frame by itself (frame), two numbers (0,1), two percentiles (p2,p98; " \
             "also all:p2,p98 and so on), a file from flatplot info --clim (clim.json); auto is "  \
             "all when every input is one frame, else input"},                                     \
        FP__NORM_ROW,                                                                              \
        {.name = "bad",                                                                            \
         .argument = "COLOR",                                                                      \
         .read = fp__read_color,                                                                   \
         .member = offsetof(struct fp__settings, bad),                                             \
         .help = "colour of NaN and of what the norm has no place for: tomato, C1, #ff8000, 0.5, " \
                 "none"},                                                                          \
        {.name = "under",                                                                          \
         .argument = "COLOR",                                                                      \
         .read = fp__read_color,                                                                   \
         .member = offsetof(struct fp__settings, under),                                           \
         .help = "colour below vmin, else the first of the colormap"},                             \
        {.name = "over",                                                                           \
         .argument = "COLOR",                                                                      \
         .read = fp__read_color,                                                                   \
         .member = offsetof(struct fp__settings, over),                                            \
         .help = "colour above vmax, else the last of the colormap"},                              \
    {                                                                                              \
        .name = "interpolation", .argument = "KIND", .read = fp__read_interpolation,               \
        .member = offsetof(struct fp__settings, interpolation),                                    \
        .help =                                                                                    \
            "how pixels between the data's are made: auto, none, nearest, bilinear, bicubic, "     \
            "spline16, spline36, hanning, hamming, hermite, kaiser, quadric, catrom, gaussian, "   \
            "bessel, mitchell, sinc, lanczos or blackman; auto is nearest or hanning; "            \
            "without it, images whose values are whole pixels (--no-axes) are nearest, others "    \
            "auto"                                                                                 \
    }

/* What {time} is. */
#define FP__TIME_ROWS                                                                              \
    {.name = "dt",                                                                                 \
     .argument = "NUMBER",                                                                         \
     .read = fp__read_number,                                                                      \
     .member = offsetof(struct fp__settings, times.dt),                                            \
     .help = "time from one frame to the next: {time} in titles is frame × dt + t0"},              \
        {.name = "t0",                                                                             \
         .argument = "NUMBER",                                                                     \
         .read = fp__read_number,                                                                  \
         .member = offsetof(struct fp__settings, times.t0),                                        \
         .help = "time of frame 0, else 0"},                                                       \
    {                                                                                              \
        .name = "times", .argument = "FILE", .read = fp__read_bytes,                               \
        .member = offsetof(struct fp__settings, times.file),                                       \
        .help = "or the time of each frame: times.npy"                                             \
    }

/* --style. */
#define FP__STYLE_ROW                                                                              \
    {                                                                                              \
        .name = "style", .argument = "NAME", .read = fp__read_style,                               \
        .member = offsetof(struct fp__settings, style),                                            \
        .help =                                                                                    \
            "colours of everything but the image: default, dark (white on black) or colorblind"    \
    }

/* How large the picture is. */
#define FP__SIZE_ROWS                                                                              \
    {.name = "size",                                                                               \
     .argument = "WxH",                                                                            \
     .read = fp__read_pixels,                                                                      \
     .member = offsetof(struct fp__settings, pixels),                                              \
     .help = "size of the picture in pixels, exactly"},                                            \
        {.name = "figsize",                                                                        \
         .argument = "WxH",                                                                        \
         .read = fp__read_inches,                                                                  \
         .member = offsetof(struct fp__settings, inches),                                          \
         .help = "size in inches: 6.4x4.8"},                                                       \
    {                                                                                              \
        .name = "dpi", .argument = "NUMBER", .read = fp__read_positive,                            \
        .member = offsetof(struct fp__settings, dpi), .help = "pixels an inch: 100"                \
    }

/* --missing-glyphs. */
#define FP__GLYPHS_ROW                                                                             \
    {                                                                                              \
        .name = "missing-glyphs", .argument = "RULE", .read = fp__read_glyphs,                     \
        .member = offsetof(struct fp__settings, glyphs),                                           \
        .help = "characters that no font has: warn or error (warn for one frame, else error)"      \
    }

/* --missing-glyphs, --progress. */
#define FP__TOLD_ROWS                                                                              \
    FP__GLYPHS_ROW,                                                                                \
    {                                                                                              \
        .name = "progress", .argument = "WHEN", .read = fp__read_progress,                         \
        .member = offsetof(struct fp__settings, progress),                                         \
        .help = "auto (a bar on a terminal, else a line a minute), always, never, or json (an "    \
                "object a "                                                                        \
                "second)"                                                                          \
    }

#endif
