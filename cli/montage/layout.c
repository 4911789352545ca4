/* SPDX-License-Identifier: MIT */
/* layout.c: columns, cells, and what is too large. */
#include "cli/montage/layout.h"

#include <math.h>

#include "cli/exit.h"
#include "cli/opt/message.h"
#include "flatplot/figure.h"
#include "flatplot/text.h"

/* Room for labels needs room between them. */
enum { GAP = 2, GAP_OF_LABELS = 8 };

static double
side(size_t cells, int cell, int gap)
{
    return (double)cells * ((double)cell + gap) + gap;
}

static double
longer_side(const struct fp__sheet *sheet, size_t columns)
{
    size_t rows = (sheet->frames - 1) / columns + 1;
    return fmax(side(columns, sheet->cell[0], sheet->gap),
                side(rows, sheet->cell[1] + sheet->label, sheet->gap));
}

/* The number with the shortest longer side; of two that are alike the larger one. More columns than
 * fit on the widest picture are never better. */
static size_t
nearly_square(const struct fp__sheet *sheet)
{
    size_t most = sheet->frames < FP_MAX_SIDE ? sheet->frames : FP_MAX_SIDE;
    size_t best = 1;
    for (size_t columns = 2; columns <= most; columns++) {
        if (longer_side(sheet, columns) <= longer_side(sheet, best))
            best = columns;
    }
    return best;
}

/* The longer side of the sheet with cells of that size; all but width and height are set. */
static double
arrange(struct fp__sheet *sheet, const struct fp__layout_choice *choice, int width, int height)
{
    sheet->cell[0] = width;
    sheet->cell[1] = height;
    sheet->columns = choice->columns ? (size_t)choice->columns : nearly_square(sheet);
    sheet->columns = sheet->columns < sheet->frames ? sheet->columns : sheet->frames;
    sheet->rows = (sheet->frames - 1) / sheet->columns + 1;
    return longer_side(sheet, sheet->columns);
}

/* The smallest cell for all images when none is longer than `side_max`. */
static void
enclose(const struct fp__plan *plan, int side_max, int cell[2])
{
    const int cap[2] = {side_max, side_max};
    cell[0] = cell[1] = 1;
    for (size_t i = 0; i < plan->input_count; i++) {
        int size[2];
        fp__sheet_fit(cap, plan->inputs[i].width, plan->inputs[i].height, false, size);
        cell[0] = size[0] > cell[0] ? size[0] : cell[0];
        cell[1] = size[1] > cell[1] ? size[1] : cell[1];
    }
}

static size_t
longest_side(const struct fp__plan *plan)
{
    size_t longest = 0;
    for (size_t i = 0; i < plan->input_count; i++) {
        const struct fp__input *input = &plan->inputs[i];
        size_t longer = input->width > input->height ? input->width : input->height;
        longest = longer > longest ? longer : longest;
    }
    return longest;
}

static double
arrange_by_frames(struct fp__sheet *sheet, const struct fp__layout_choice *choice,
                  const struct fp__plan *plan)
{
    size_t shortest = longest_side(plan); /* pixel by pixel */
    double longer;
    int cell[2];
    int most = FP__CELL_SIDE;
    do {
        enclose(plan, most, cell);
        longer = arrange(sheet, choice, cell[0], cell[1]);
        most = (cell[0] > cell[1] ? cell[0] : cell[1]) - 1;
    } while (longer > FP__SHEET_SIDE && (size_t)most >= shortest);
    return longer;
}

/* The largest cell of the same shape with which the sheet is not too large, by trying from 99 % of
 * what it is now. False when there is none. */
static bool
find_smaller(const struct fp__sheet *sheet, const struct fp__layout_choice *choice, int cell[2])
{
    struct fp__sheet smaller = *sheet;
    for (int percent = 99; percent > 0; percent--) {
        cell[0] = sheet->cell[0] * percent / 100;
        cell[1] = sheet->cell[1] * percent / 100;
        if (cell[0] > 0 && cell[1] > 0 &&
            arrange(&smaller, choice, cell[0], cell[1]) <= FP_MAX_SIDE)
            return true;
    }
    return false;
}

static int
too_large(const struct fp__sheet *sheet, const struct fp__layout_choice *choice)
{
    struct fp_text what = {0};
    int cell[2];
    int code;
    fp_text_append_format(&what, "%zu frames make a sheet of ", sheet->frames);
    fp_text_append_fixed(&what, side(sheet->columns, sheet->cell[0], sheet->gap), 0);
    fp_text_append(&what, "x");
    fp_text_append_fixed(&what, side(sheet->rows, sheet->cell[1] + sheet->label, sheet->gap), 0);
    fp_text_append_format(&what, " pixels, and a side ends at %d", FP_MAX_SIDE);
    if (find_smaller(sheet, choice, cell)) {
        code =
            fp__message_error(FP__EXIT_USAGE, "%s" FP__AND_HINT "smaller cells fit: --cell %dx%d",
                              fp_text_string(&what), cell[0], cell[1]);
    } else {
        code = fp__message_error(FP__EXIT_USAGE,
                                 "%s" FP__AND_HINT "take fewer frames (--frames ::10), or another "
                                 "number of columns",
                                 fp_text_string(&what));
    }
    fp_text_finish(&what);
    return code;
}

int
fp__sheet_lay_out(struct fp__sheet *sheet, const struct fp__layout_choice *choice,
                  const struct fp__plan *plan, bool labels)
{
    *sheet = (struct fp__sheet){
        .frames = plan->total,
        .gap = choice->gap != FP__GAP_AUTO ? choice->gap
               : labels                    ? GAP_OF_LABELS
                                           : GAP,
        .label = labels ? FP__LABEL_HEIGHT : 0,
    };
    double longer = choice->cell[0] ? arrange(sheet, choice, choice->cell[0], choice->cell[1])
                                    : arrange_by_frames(sheet, choice, plan);
    if (longer > FP_MAX_SIDE)
        return too_large(sheet, choice);
    sheet->width = fp__sheet_x(sheet, sheet->columns);
    sheet->height = fp__sheet_y(sheet, sheet->rows);
    return 0;
}

int
fp__sheet_x(const struct fp__sheet *sheet, size_t column)
{
    return (int)side(column, sheet->cell[0], sheet->gap);
}

int
fp__sheet_y(const struct fp__sheet *sheet, size_t row)
{
    return (int)side(row, sheet->cell[1] + sheet->label, sheet->gap);
}

void
fp__sheet_fit(const int cell[2], size_t width, size_t height, bool fill, int size[2])
{
    double scale = fmin(cell[0] / (double)width, cell[1] / (double)height);
    if (scale > 1 && !fill)
        scale = floor(scale);
    size[0] = (int)fmax(1, floor((double)width * scale + .5));
    size[1] = (int)fmax(1, floor((double)height * scale + .5));
}
