/* SPDX-License-Identifier: MIT */
/* band.c: a row of cells drawn when the first of its pixels are asked for. */
#include "cli/montage/band.h"

#include <string.h>

#include "cli/exit.h"
#include "cli/opt/message.h"
#include "cli/opt/signals.h"

enum { PIXEL = 3 };

static size_t
row_bytes(const struct fp__sheet *sheet)
{
    return (size_t)sheet->width * PIXEL;
}

static int
lines_of(const struct fp__sheet *sheet)
{
    return sheet->cell[1] + sheet->label;
}

bool
fp__band_init(struct fp__band *band, const struct fp__sheet *sheet, struct fp__cell *cell,
              struct fp__plan *plan, struct fp__progress *progress)
{
    *band = (struct fp__band){.sheet = sheet, .cell = cell, .plan = plan, .progress = progress};
    band->pixels = fp_alloc_array((size_t)lines_of(sheet), row_bytes(sheet));
    return band->pixels;
}

void
fp__band_finish(struct fp__band *band)
{
    fp_free(band->pixels);
    band->pixels = NULL;
}

static void
lay_paper(const struct fp__band *band, uint8_t *to, size_t pixels)
{
    for (size_t i = 0; i < pixels; i++)
        memcpy(to + i * PIXEL, band->cell->paper, PIXEL);
}

/* The cell is opaque: its figure is. */
static void
put_cell(struct fp__band *band, size_t column)
{
    const struct fp__sheet *sheet = band->sheet;
    const uint8_t *from = band->cell->rgba;
    uint8_t *to = band->pixels + (size_t)fp__sheet_x(sheet, column) * PIXEL;
    for (int y = 0; y < lines_of(sheet); y++, to += row_bytes(sheet)) {
        for (int x = 0; x < sheet->cell[0]; x++, from += 4)
            memcpy(to + x * PIXEL, from, PIXEL);
    }
}

static int
draw_cell(struct fp__band *band, size_t index)
{
    struct fp__item item = fp__plan_item(band->plan, index);
    struct fp_array *array = NULL;
    int code = 0;
    struct fp_frames *frames = fp__plan_open(band->plan, item.input, &code);
    if (!frames)
        return code;
    code = fp_frames_read(frames, item.frame, &array) == FP_OK
               ? fp__cell_draw(band->cell, &item, array)
               : fp__message_failure(band->plan->ctx);
    fp_unref(array);
    return code;
}

static int
draw_row(struct fp__band *band, size_t row)
{
    const struct fp__sheet *sheet = band->sheet;
    size_t first = row * sheet->columns;
    lay_paper(band, band->pixels, (size_t)sheet->width * (size_t)lines_of(sheet));
    for (size_t column = 0; column < sheet->columns && first + column < sheet->frames; column++) {
        if (fp__signals_came())
            return FP__EXIT_SIGNAL + fp__signals_came();
        int code = draw_cell(band, first + column);
        if (code)
            return code;
        put_cell(band, column);
        fp__progress_step(band->progress, ++band->done);
    }
    return 0;
}

static enum fp_status
fill(void *data, int y, uint8_t *rgb)
{
    struct fp__band *band = data;
    int step = lines_of(band->sheet) + band->sheet->gap;
    int below = y - band->sheet->gap; /* the first gap */
    int line = below % step;
    if (below < 0 || line >= lines_of(band->sheet)) {
        lay_paper(band, rgb, (size_t)band->sheet->width);
        return FP_OK;
    }
    if (line == 0)
        band->code = draw_row(band, (size_t)(below / step));
    memcpy(rgb, band->pixels + (size_t)line * row_bytes(band->sheet), row_bytes(band->sheet));
    return band->code ? FP_ERR_INPUT : FP_OK;
}

struct fp_rows
fp__band_rows(struct fp__band *band)
{
    return (struct fp_rows){
        .width = band->sheet->width, .height = band->sheet->height, .fill = fill, .data = band};
}
