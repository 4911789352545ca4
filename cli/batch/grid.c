/* SPDX-License-Identifier: MIT */
/* grid.c: where the frames of a picture with several of them stand.
 *
 * No picture may depend on another one, and yet in all of a job the same cell should stand at the
 * same place: so empty cells count as if they held what the last one holds, and every picture's
 * layout is found from the default one. */
#include "cli/batch/grid.h"

#include "cli/opt/message.h"

static size_t
count_axes(struct fp_figure *figure)
{
    size_t n = 0;
    while (fp_figure_get_axes(figure, n))
        n++;
    return n;
}

/* The rest of the last frame's row, the row below it and the lowest one: with these all gaps that a
 * full grid has are there. */
static int
fill(struct fp__drawing *drawing, const struct fp__item *item, size_t last, size_t cells,
     struct fp_array *array)
{
    size_t cols = (size_t)drawing->settings->cells.cols;
    struct fp__ends unused;
    int code = 0;
    for (size_t cell = last + 1; cell < cells && !code; cell++) {
        if (cell / cols <= last / cols + 1 || cell / cols == (cells - 1) / cols)
            code = fp__drawing_add(drawing, item, cell, array, &unused);
    }
    return code;
}

static int
fit(struct fp__drawing *drawing)
{
    const struct fp_margins margins = fp_margins_defaults();
    enum fp_status status = fp_figure_set_margins(drawing->figure, &margins);
    if (status == FP_OK)
        status = fp_figure_tight_layout(drawing->figure);
    return status == FP_OK || status == FP_ERR_LIMIT ? 0 : fp__message_failure(drawing->ctx);
}

int
fp__grid_fit(struct fp__drawing *drawing, const struct fp__item *item, size_t cell, size_t cells,
             struct fp_array *array)
{
    if (cells < 2 || drawing->settings->no_axes)
        return 0;
    size_t kept = count_axes(drawing->figure);
    int code = fill(drawing, item, cell, cells, array);
    code = code ? code : fit(drawing);
    for (struct fp_axes *ax; (ax = fp_figure_get_axes(drawing->figure, kept));)
        fp_close(ax);
    return code;
}
