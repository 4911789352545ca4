/* SPDX-License-Identifier: MIT */
/* cell.c: the image in the middle of its cell, the label under it. */
#include "cli/montage/cell.h"

#include <string.h>

#include "cli/batch/limits.h"
#include "cli/batch/look.h"
#include "cli/montage/label.h"
#include "cli/opt/message.h"
#include "flatplot/axes.h"
#include "flatplot/output.h"

/* Titles have 12 points and stand 6 above their axes, which are pixels at 72 dpi. */
enum { DPI = 72, TITLE_PAD = 6 };

_Static_assert(FP__LABEL_FONT == 12, "labels are titles");

int
fp__cell_init(struct fp__cell *cell, struct fp_context *ctx, const struct fp__montage *montage)
{
    memset(cell, 0, sizeof *cell);
    cell->ctx = ctx;
    cell->montage = montage;
    int code = montage->label
                   ? fp__template_parse(&cell->label, montage->label, FP__TEMPLATE_TITLE, "--label")
                   : 0;
    code = code ? code : fp__times_init(&cell->times, ctx, &montage->batch.times);
    return code ? code : fp__caption_check(&cell->times, &cell->label, 1);
}

void
fp__cell_finish(struct fp__cell *cell)
{
    fp__template_finish(&cell->label);
    fp__times_finish(&cell->times);
    fp_unref(cell->figure);
    fp_free(cell->rgba);
    memset(cell, 0, sizeof *cell);
}

static int
figure_height(const struct fp__sheet *sheet)
{
    return sheet->cell[1] + sheet->label;
}

static enum fp_status
set_up(struct fp__cell *cell)
{
    enum fp_style style = (enum fp_style)cell->montage->batch.style;
    enum fp_status status = fp_figure_set_style(cell->figure, style);
    if (status == FP_OK)
        status = fp_figure_set_dpi(cell->figure, DPI);
    if (status == FP_OK)
        status = fp_figure_set_size_pixels(cell->figure, cell->sheet->cell[0],
                                           figure_height(cell->sheet));
    return status == FP_OK ? fp_figure_pixels(cell->figure, &cell->rgba) : status;
}

int
fp__cell_begin(struct fp__cell *cell, const struct fp__sheet *sheet)
{
    cell->sheet = sheet;
    cell->figure = fp_figure_create(cell->ctx);
    if (!cell->figure || set_up(cell) != FP_OK)
        return fp__message_failure(cell->ctx);
    memcpy(cell->paper, cell->rgba, sizeof cell->paper); /* nothing is drawn yet */
    return 0;
}

/* Whole pixels, but for as much as keeps a rounded quotient from making it one more. */
static struct fp_axes *
add_axes(struct fp__cell *cell, const int size[2])
{
    const struct fp__sheet *sheet = cell->sheet;
    const double less = 1e-6;
    double width = sheet->cell[0];
    double height = figure_height(sheet);
    int left = (sheet->cell[0] - size[0]) / 2;
    int below = sheet->label + (sheet->cell[1] - size[1] + 1) / 2;
    struct fp_axes *ax = fp_figure_add_axes(
        cell->figure,
        (const double[4]){(left + less) / width, (below + less) / height,
                          (size[0] - 2 * less) / width, (size[1] - 2 * less) / height});
    return ax && fp_axes_set_axis(ax, false) == FP_OK ? ax : NULL;
}

static int
draw_image(struct fp__cell *cell, const struct fp__item *item, struct fp_array *array,
           struct fp__ends *ends)
{
    const struct fp__settings *s = &cell->montage->batch;
    const struct fp__input *input = item->input;
    struct fp_imshow_options options = fp__look_options(s, input);
    int size[2];
    fp__sheet_fit(cell->sheet->cell, input->width, input->height, s->interpolation.given, size);
    options.aspect = FP_ASPECT_AUTO;
    if (!s->interpolation.given && (size_t)size[0] >= input->width)
        options.interpolation = FP_NEAREST; /* a value is a whole number of pixels */
    int failed = fp__limits_of_frame(s, item, array, &options.norm);
    if (failed)
        return failed;
    struct fp_axes *ax = add_axes(cell, size);
    struct fp_image *image = ax ? fp_axes_imshow(ax, array, &options) : NULL;
    if (!image || fp_image_get_clim(image, &ends->vmin, &ends->vmax) != FP_OK)
        return fp__message_failure(cell->ctx);
    return 0;
}

/* The title of axes that nobody sees, which lie just so far below that it is where it should be. */
static int
write_label(struct fp__cell *cell, const char *text)
{
    double height = figure_height(cell->sheet);
    double top = FP__LABEL_DESCENT - TITLE_PAD;
    struct fp_axes *ax =
        fp_figure_add_axes(cell->figure, (const double[4]){0, (top - 1) / height, 1, 1 / height});
    if (!ax || fp_axes_set_axis(ax, false) != FP_OK || fp_axes_set_title(ax, text) != FP_OK)
        return fp__message_failure(cell->ctx);
    return 0;
}

static int
draw_label(struct fp__cell *cell, const struct fp__values *values)
{
    struct fp_text text = {0};
    struct fp_text fit = {0};
    fp__template_render(&cell->label, values, &text);
    int code = text.failed ? fp__message_no_memory()
                           : fp__label_fit(cell->ctx, fp_text_string(&text), FP__LABEL_FONT,
                                           cell->sheet->cell[0], &fit);
    if (!code && fit.length > 0)
        code = write_label(cell, fp_text_string(&fit));
    fp_text_finish(&text);
    fp_text_finish(&fit);
    return code;
}

static int
add_label(struct fp__cell *cell, const struct fp__item *item, struct fp_array *array,
          const struct fp__ends *ends)
{
    struct fp__caption caption;
    bool counts = fp__template_has(&cell->label, FP__WORD_MIN) ||
                  fp__template_has(&cell->label, FP__WORD_MAX);
    if (cell->label.count == 0)
        return 0;
    int code = fp__caption_init(&caption, &cell->times, item, ends, counts ? array : NULL);
    code = code ? code : draw_label(cell, &caption.values);
    fp__caption_finish(&caption);
    return code;
}

int
fp__cell_draw(struct fp__cell *cell, const struct fp__item *item, struct fp_array *array)
{
    struct fp__ends ends;
    int code = draw_image(cell, item, array, &ends);
    code = code ? code : add_label(cell, item, array, &ends);
    if (!code && fp_figure_pixels(cell->figure, &cell->rgba) != FP_OK)
        code = fp__message_failure(cell->ctx);
    bool cleared = fp_figure_clear(cell->figure) == FP_OK;
    return code || cleared ? code : fp__message_failure(cell->ctx);
}
