/* SPDX-License-Identifier: MIT */
/* grid.h: cells of text, printed as a table with aligned columns. */
#ifndef CLI_CHECK_GRID_H
#define CLI_CHECK_GRID_H

#include "flatplot/text.h"

struct fp__grid {
    size_t rows;
    size_t columns;
    struct fp_text *cells; /* row by row; NULL: there was no memory */
};

/* Empty cells under a row of heads. fp__grid_print frees. */
void fp__grid_init(struct fp__grid *grid, size_t rows, const char *const *heads, size_t columns);

/* The cell to append to; row 0 has the heads. */
struct fp_text *fp__grid_cell(struct fp__grid *grid, size_t row, size_t column);

/* Appends the table, `indent` before each line, and frees the grid. */
void fp__grid_print(struct fp__grid *grid, const char *indent, struct fp_text *out);

#endif
