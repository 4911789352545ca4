/* SPDX-License-Identifier: MIT */
/* grid.c: the widths of columns, and the spaces that fill them up. */
#include "cli/check/grid.h"

#include "cli/opt/unicode.h"

#include <string.h>

void
fp__grid_init(struct fp__grid *grid, size_t rows, const char *const *heads, size_t columns)
{
    *grid = (struct fp__grid){.rows = rows + 1, .columns = columns};
    grid->cells = fp_alloc_array(grid->rows * columns, sizeof *grid->cells);
    for (size_t c = 0; grid->cells && c < columns; c++)
        fp_text_append(&grid->cells[c], heads[c]);
}

struct fp_text *
fp__grid_cell(struct fp__grid *grid, size_t row, size_t column)
{
    static struct fp_text nowhere = {.failed = true};
    return grid->cells ? &grid->cells[row * grid->columns + column] : &nowhere;
}

static size_t
width_of(const struct fp_text *cell)
{
    return fp__text_columns(fp_text_string(cell), cell->length);
}

static size_t
widest(const struct fp__grid *grid, size_t column)
{
    size_t most = 0;
    for (size_t r = 0; r < grid->rows; r++) {
        size_t width = width_of(&grid->cells[r * grid->columns + column]);
        most = width > most ? width : most;
    }
    return most;
}

/* Nothing is filled up behind the last cell of a line that has text. */
static size_t
last_used(const struct fp__grid *grid, size_t row)
{
    size_t last = grid->columns;
    while (last > 0 && grid->cells[row * grid->columns + last - 1].length == 0)
        last--;
    return last;
}

static void
print_row(const struct fp__grid *grid, size_t row, const char *indent, struct fp_text *out)
{
    size_t used = last_used(grid, row);
    fp_text_append(out, indent);
    for (size_t c = 0; c < used; c++) {
        const struct fp_text *cell = &grid->cells[row * grid->columns + c];
        fp_text_append(out, fp_text_string(cell));
        size_t spaces = c + 1 < used ? widest(grid, c) + 2 - width_of(cell) : 0;
        while (spaces-- > 0)
            fp_text_append(out, " ");
        out->failed |= cell->failed;
    }
    fp_text_append(out, "\n");
}

void
fp__grid_print(struct fp__grid *grid, const char *indent, struct fp_text *out)
{
    out->failed |= !grid->cells;
    for (size_t r = 0; grid->cells && r < grid->rows; r++)
        print_row(grid, r, indent, out);
    for (size_t i = 0; grid->cells && i < grid->rows * grid->columns; i++)
        fp_text_finish(&grid->cells[i]);
    fp_free(grid->cells);
    grid->cells = NULL;
}
