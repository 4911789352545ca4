/* SPDX-License-Identifier: MIT */
/* layout.h: where the cells of a contact sheet are: arithmetic of pixels. */
#ifndef CLI_MONTAGE_LAYOUT_H
#define CLI_MONTAGE_LAYOUT_H

#include "cli/batch/plan.h"
#include "cli/montage/settings.h"

/* A label's line under its cell: a font of 12 pixels, whose letters reach from 4 below the cell to
 * 3 above the line's end. */
enum { FP__LABEL_FONT = 12, FP__LABEL_HEIGHT = 17, FP__LABEL_DESCENT = 3 };

/* Without --cell no image is longer than this on any side: smaller ones are enlarged a whole number
 * of times, larger ones reduced. They are enlarged less, or not, when the sheet would be longer
 * than the second one. */
enum { FP__CELL_SIDE = 160, FP__SHEET_SIDE = 4096 };

struct fp__sheet {
    size_t frames;
    size_t columns;
    size_t rows;
    int gap;     /* between cells and around them all */
    int cell[2]; /* for the image, width and height */
    int label;   /* under it: 0 or FP__LABEL_HEIGHT */
    int width;   /* of all */
    int height;
};

/* Lays out the frames of the plan. Columns, if not given, make the sheet as nearly square as it can
 * be. Returns 0, or an exit code after saying that the sheet is too large. */
int fp__sheet_lay_out(struct fp__sheet *sheet, const struct fp__layout_choice *choice,
                      const struct fp__plan *plan, bool labels);

/* Pixels from the sheet's left or upper edge to the cells of a column, of a row. */
int fp__sheet_x(const struct fp__sheet *sheet, size_t column);
int fp__sheet_y(const struct fp__sheet *sheet, size_t row);

/* The size at which width × height values are shown in a cell: in proportion, and as large as it
 * gets; enlarged only by whole numbers, unless `fill`. */
void fp__sheet_fit(const int cell[2], size_t width, size_t height, bool fill, int size[2]);

#endif
