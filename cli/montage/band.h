/* SPDX-License-Identifier: MIT */
/* band.h: the rows of a sheet's pixels, of which one row of cells is in memory at a time. */
#ifndef CLI_MONTAGE_BAND_H
#define CLI_MONTAGE_BAND_H

#include "cli/montage/cell.h"
#include "cli/opt/progress.h"
#include "flatplot/output.h"

struct fp__band {
    const struct fp__sheet *sheet;
    struct fp__cell *cell;
    struct fp__plan *plan;
    struct fp__progress *progress;
    uint8_t *pixels; /* R, G, B: the row of cells that is being handed out */
    size_t done;     /* frames drawn */
    int code;        /* why it ended before its time, which was said: an exit code, else 0 */
};

/* False when there is no memory. fp__band_finish frees in both cases. */
bool fp__band_init(struct fp__band *band, const struct fp__sheet *sheet, struct fp__cell *cell,
                   struct fp__plan *plan, struct fp__progress *progress);
void fp__band_finish(struct fp__band *band);

/* The sheet as rows; they lead to the band. When `code` is set, a row was refused. */
struct fp_rows fp__band_rows(struct fp__band *band);

#endif
