/* SPDX-License-Identifier: MIT */
/* grid.h: values over a plane: an input that is a matrix, or three columns x, y, z that tell the
 * points of a grid in any order. */
#ifndef CLI_PLOTS_GRID_H
#define CLI_PLOTS_GRID_H

#include "cli/plots/panel.h"
#include "cli/plots/rows.h"

/* The place of -z in fp__plots.others, for all verbs that draw grids. */
enum { FP__GRID_Z };

struct fp__grid {
    struct fp_array *x; /* (N,); NULL for a matrix */
    struct fp_array *y; /* (M,) */
    struct fp_array *z; /* (M, N) */
};

/* Reads the panel's input: with -z its columns, points that are missing being NaN; else all of it.
 * Returns 0 or an exit code after saying what is wrong. fp__grid_finish frees in both cases. */
int fp__grid_read(struct fp__grid *grid, struct fp__panel *panel);
void fp__grid_finish(struct fp__grid *grid);

/* Adds the colorbar, named as the column of -z. */
int fp__grid_colorbar(struct fp__panel *panel, void *artist);

/* -x, -y, -z. */
#define FP__GRID_ROWS                                                                              \
    {.name = "x",                                                                                  \
     .letter = 'x',                                                                                \
     .argument = "COLUMN",                                                                         \
     .read = fp__read_bytes,                                                                       \
     .member = offsetof(struct fp__plots, x),                                                      \
     .help = "with -z: the column along x, by its name or number (from 1); else the first one"},   \
        {.name = "y",                                                                              \
         .letter = 'y',                                                                            \
         .argument = "COLUMN",                                                                     \
         .read = fp__read_bytes,                                                                   \
         .member = offsetof(struct fp__plots, y),                                                  \
         .help = "with -z: the column along y; else the next one"},                                \
    {                                                                                              \
        .name = "z", .letter = 'z', .brief = true, .argument = "COLUMN", .read = fp__read_bytes,   \
        .member = offsetof(struct fp__plots, others[FP__GRID_Z]),                                  \
        .help = "the column of values, where lines of the input are points of a grid in any "      \
                "order; without it, the input is a matrix of values, row by row"                   \
    }

/* What --help tells of inputs. */
#define FP__GRID_NOTES                                                                             \
    "Inputs are matrices: .npy of shape (M,N), file.npz:member, or tables of numbers\n"            \
    "(csv, tsv, columns with spaces between), row by row from the bottom; or, with\n"              \
    "-z, tables whose lines are points. \"-\" is standard input. A picture shows one\n"            \
    "input: for several, the output's name has {stem}, {member} or {index}, or is\n"               \
    "a folder, which stands for {stem}.png.\n"

#endif
