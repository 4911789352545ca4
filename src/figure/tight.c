/* SPDX-License-Identifier: MIT */
/* tight.c: matplotlib 3.6's tight_layout (_tight_layout.py), once, for the grids of a figure. */
#include "figure/tight.h"

#include <math.h>
#include <stdint.h>

#include "core/alloc.h"
#include "core/status.h"
#include "draw/bounds.h"
#include "figure/layout.h"

#define PAD (1.08 * 10 / 72) /* of font.size, in inches */

/* How much room what stands around the axes takes in each gap of the finest grid, as a fraction of
 * the figure. Gap (row, k) is left of column k of that row, gap (k, column) above row k. */
struct rooms {
    int rows, cols;
    double *across; /* rows × (cols + 1) */
    double *up;     /* (rows + 1) × cols */
};

static bool
rooms_init(struct rooms *rooms)
{
    size_t rows = (size_t)rooms->rows, cols = (size_t)rooms->cols;

    if (rows > SIZE_MAX / 16 / (cols + 1) || cols > SIZE_MAX / 16 / (rows + 1))
        return false;
    rooms->across = fp_alloc_array(rows * (cols + 1), sizeof(double));
    rooms->up = rooms->across ? fp_alloc_array((rows + 1) * cols, sizeof(double)) : NULL;
    return rooms->up;
}

static void
rooms_finish(struct rooms *rooms)
{
    fp_free(rooms->across);
    fp_free(rooms->up);
}

/* --- what stands in the grids ----------------------------------------------------------------- */

static bool
is_same_place(const struct fp__place *a, const struct fp__place *b)
{
    return a->rows == b->rows && a->cols == b->cols && a->index == b->index;
}

/* The first axes of the figure in each cell speaks for all that are there: colorbars beside it,
 * axes over it. */
static bool
is_first_in_cell(const struct fp__figure_body *fig, size_t i)
{
    const struct fp__place *place = &fig->axes[i]->body->place;

    for (size_t k = 0; k < i; k++)
        if (is_same_place(place, &fig->axes[k]->body->place))
            return false;
    return place->rows > 0;
}

/* All that is drawn in the cell of axes i and around it, in fractions of the figure. */
static enum fp_status
measure_cell(const struct fp__figure_body *fig, size_t i, struct fp__canvas *canvas,
             struct fp__box *box)
{
    const struct fp__place *place = &fig->axes[i]->body->place;
    struct fp__bounds bounds = fp__bounds_begin(canvas);
    enum fp_status status = FP_OK;
    double size[2];

    for (size_t k = i; status == FP_OK && k < fig->axes_count; k++)
        if (is_same_place(place, &fig->axes[k]->body->place))
            status = fp__axes_measure(fig->axes[k], &bounds);
    fp__figure_extent(fig, size);
    *box = (struct fp__box){bounds.box.x0 / size[0], bounds.box.y0 / size[1],
                            bounds.box.x1 / size[0], bounds.box.y1 / size[1]};
    return status;
}

/* The grid's cell as cells first … last − 1 of the finest grid. */
static void
span(int cell, int cells, int finest, int *first, int *last)
{
    *first = cell * (finest / cells);
    *last = *first + finest / cells;
}

static void
claim(struct rooms *rooms, const struct fp__place *place, const struct fp__box *cell,
      const struct fp__box *box)
{
    int row[2], col[2];

    span((place->index - 1) / place->cols, place->rows, rooms->rows, &row[0], &row[1]);
    span((place->index - 1) % place->cols, place->cols, rooms->cols, &col[0], &col[1]);
    for (int r = row[0]; r < row[1]; r++) {
        double *gaps = rooms->across + (size_t)r * ((size_t)rooms->cols + 1);

        gaps[col[0]] += cell->x0 - box->x0;
        gaps[col[1]] += box->x1 - cell->x1;
    }
    for (int c = col[0]; c < col[1]; c++) {
        rooms->up[(size_t)row[0] * (size_t)rooms->cols + (size_t)c] += box->y1 - cell->y1;
        rooms->up[(size_t)row[1] * (size_t)rooms->cols + (size_t)c] += cell->y0 - box->y0;
    }
}

static enum fp_status
claim_all(struct rooms *rooms, const struct fp__figure_body *fig, struct fp__canvas *canvas)
{
    enum fp_status status = FP_OK;

    for (size_t i = 0; status == FP_OK && i < fig->axes_count; i++) {
        const struct fp__place *place = &fig->axes[i]->body->place;
        struct fp__box cell, box;

        if (!is_first_in_cell(fig, i))
            continue;
        status = measure_cell(fig, i, canvas, &box);
        cell = fp__layout_cell(&fig->margins, place);
        if (status == FP_OK)
            claim(rooms, place, &cell, &box);
    }
    return status;
}

/* --- margins ---------------------------------------------------------------------------------- */

/* The largest of the gaps from row to row and from column to column of a table. */
static double
largest(const double *gaps, int columns, int row0, int row1, int col0, int col1)
{
    double most = -INFINITY;

    for (int r = row0; r < row1; r++)
        for (int c = col0; c < col1; c++)
            most = fmax(most, gaps[(size_t)r * (size_t)columns + (size_t)c]);
    return most;
}

/* The gap between n cells in mean cells, when the cells and n − 1 gaps of that size fill `total`;
 * negative when there is no room for cells. Axes that their aspect shrinks may overlap: then the
 * gap is below 0, and so is the answer, but the cells are not. */
static bool
find_space(double total, int n, double gap, double *space)
{
    double cell = (total - gap * (n - 1)) / n;

    if (n > 1 && cell >= 0)
        *space = gap / cell;
    return n == 1 || cell >= 0;
}

/* False when no room would be left for the axes. */
static bool
settle(const struct rooms *rooms, const double pad[2], double above, struct fp_margins *m)
{
    int rows = rooms->rows, cols = rooms->cols;

    m->left = fmax(largest(rooms->across, cols + 1, 0, rows, 0, 1), 0) + pad[0];
    m->right = 1 - (fmax(largest(rooms->across, cols + 1, 0, rows, cols, cols + 1), 0) + pad[0]);
    m->top = 1 - (fmax(largest(rooms->up, cols, 0, 1, 0, cols), 0) + pad[1] + above);
    m->bottom = fmax(largest(rooms->up, cols, rows, rows + 1, 0, cols), 0) + pad[1];
    return m->left < m->right && m->bottom < m->top &&
           find_space(m->right - m->left, cols,
                      largest(rooms->across, cols + 1, 0, rows, 1, cols) + pad[0], &m->wspace) &&
           find_space(m->top - m->bottom, rows, largest(rooms->up, cols, 1, rows, 0, cols) + pad[1],
                      &m->hspace);
}

/* What the title of the whole figure takes at the top, as a fraction of its height. */
static enum fp_status
measure_suptitle(struct fp_figure *fig, struct fp__canvas *canvas, double pad, double *above)
{
    struct fp__bounds bounds = fp__bounds_begin(canvas);
    enum fp_status status = fp__figure_draw_suptitle(fig, &bounds.base);
    double size[2];

    fp__figure_extent(fig->body, size);
    *above = bounds.box.y1 > bounds.box.y0 ? (bounds.box.y1 - bounds.box.y0) / size[1] + pad : 0;
    return status;
}

static enum fp_status
fit(struct fp_figure *fig, struct rooms *rooms, struct fp__canvas *canvas)
{
    struct fp__figure_body *body = fig->body;
    struct fp_margins margins = body->margins;
    double size[2], pad[2], above;
    enum fp_status status = claim_all(rooms, body, canvas);

    fp__figure_extent(body, size);
    for (int i = 0; i < 2; i++)
        pad[i] = PAD * body->dpi / size[i];
    if (status == FP_OK)
        status = measure_suptitle(fig, canvas, pad[1], &above);
    if (status != FP_OK)
        return status;
    if (!settle(rooms, pad, above, &margins))
        return fp__fail(fig->base.ctx, FP_ERR_LIMIT,
                        "tight layout: labels and titles leave no room for the axes" FP__HINT
                        "use a larger figure, or fewer subplots; the margins were left alone");
    body->margins = margins;
    return FP_OK;
}

/* Rows and columns of the finest grid; false when another grid does not divide it. */
static bool
find_grid(const struct fp__figure_body *fig, struct rooms *rooms)
{
    for (size_t i = 0; i < fig->axes_count; i++) {
        const struct fp__place *place = &fig->axes[i]->body->place;

        rooms->rows = place->rows > rooms->rows ? place->rows : rooms->rows;
        rooms->cols = place->rows > 0 && place->cols > rooms->cols ? place->cols : rooms->cols;
    }
    for (size_t i = 0; i < fig->axes_count; i++) {
        const struct fp__place *place = &fig->axes[i]->body->place;

        if (place->rows > 0 && (rooms->rows % place->rows || rooms->cols % place->cols))
            return false;
    }
    return true;
}

enum fp_status
fp__tight_layout(struct fp_figure *fig, struct fp__canvas *canvas)
{
    struct rooms rooms = {0};
    enum fp_status status;

    if (!fp__figure_open(fig))
        return FP_ERR_CLOSED;
    if (!find_grid(fig->body, &rooms))
        return fp__fail(fig->base.ctx, FP_ERR_ARGUMENT,
                        "tight layout: the grids of the subplots do not divide each other" FP__HINT
                        "rows and columns of one must be multiples of the other's");
    if (rooms.rows == 0)
        return FP_OK;
    status = rooms_init(&rooms) ? fit(fig, &rooms, canvas)
                                : fp__fail_memory(fig->base.ctx, "the layout");
    rooms_finish(&rooms);
    return status;
}
