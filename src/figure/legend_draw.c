/* SPDX-License-Identifier: MIT */
/* legend_draw.c: a legend on a canvas: its size, its frame, its rows of samples and labels.
 *
 * Packed as matplotlib 3.6's legend.py and offsetbox.py do: rows stand below each other in columns,
 * columns beside each other with their first baselines level, all of them below the title. */
#include <math.h>

#include "draw/words.h"
#include "figure/axes.h"
#include "figure/legend.h"
#include "figure/style.h"

/* matplotlib's legend.* defaults, in font sizes. */
#define BORDER_PAD 0.4
#define LABEL_SPACING 0.5
#define COLUMN_SPACING 2.0
#define HANDLE_LENGTH 2.0
#define HANDLE_HEIGHT 0.7
#define HANDLE_PAD 0.8
#define ROUNDING 0.2

struct pen {
    struct fp__canvas *canvas;
    const struct fp_legend *legend;
    const struct fp__style *style;
    double font; /* in pixels */
    size_t rows; /* of all columns */
};

/* --- size ------------------------------------------------------------------------------------- */

/* How far something reaches from the start of its baseline. */
struct reach {
    double width, ascent, descent;
    double drop; /* from there to the last line's baseline */
};

/* A text as one that stands on a baseline: several lines have their middle where that of one line
 * is (offsetbox.py, TextArea's multilinebaseline). */
static enum fp_status
measure_text(const struct pen *pen, const struct fp__words *words, struct reach *reach)
{
    struct fp__stand stand;
    struct fp__words lp = *words;
    struct fp__extents e;
    enum fp_status status =
        fp__words_stand(pen->canvas, words, (struct fp__anchor){.x = 0}, &stand);

    if (status != FP_OK)
        return status;
    *reach = (struct reach){stand.box.x1, stand.box.y1, -stand.box.y0, 0};
    if (stand.y == 0)
        return FP_OK;
    lp.text = "lp";
    status = pen->canvas->ops->extents(pen->canvas, &lp, &e);
    reach->descent = (stand.box.y1 - stand.box.y0 - e.ascent) / 2;
    reach->ascent = reach->descent + e.ascent;
    reach->drop = reach->descent + stand.y + stand.box.y0;
    return status;
}

static struct fp__words
words_of(const struct pen *pen, const char *text)
{
    return (struct fp__words){.text = text, .size = pen->font, .color = pen->style->ink};
}

/* The sample and its label. */
static enum fp_status
measure_row(const struct pen *pen, const char *label, struct reach *row)
{
    struct fp__words words = words_of(pen, label);
    enum fp_status status = measure_text(pen, &words, row);

    row->width += (HANDLE_LENGTH + HANDLE_PAD) * pen->font;
    row->ascent = fmax(row->ascent, HANDLE_HEIGHT * pen->font);
    return status;
}

/* The rows that column i has: those before it have one more where they do not come out even. */
static size_t
rows_of(const struct pen *pen, size_t i)
{
    size_t columns = (size_t)pen->legend->options.ncol;

    return i < columns ? pen->rows / columns + (i < pen->rows % columns) : 0;
}

/* A column that hangs from its first row's baseline. */
static enum fp_status
measure_column(const struct pen *pen, struct fp__legend_walk *walk, size_t rows,
               struct reach *column)
{
    struct fp__legend_item item;
    enum fp_status status = FP_OK;

    *column = (struct reach){0};
    for (size_t i = 0; status == FP_OK && i < rows && fp__legend_next(walk, &item); i++) {
        struct reach row = {0};

        status = measure_row(pen, item.label, &row);
        column->width = fmax(column->width, row.width);
        if (i == 0)
            column->ascent = row.ascent;
        else
            column->descent += LABEL_SPACING * pen->font + row.ascent;
        column->descent += row.descent;
    }
    return status;
}

static enum fp_status
measure_columns(const struct pen *pen, struct reach *all)
{
    struct fp__legend_walk walk = fp__legend_walk(pen->legend);
    enum fp_status status = FP_OK;
    size_t rows;

    *all = (struct reach){0};
    for (size_t i = 0; status == FP_OK && (rows = rows_of(pen, i)) > 0; i++) {
        struct reach column;

        status = measure_column(pen, &walk, rows, &column);
        all->width += column.width + (i > 0 ? COLUMN_SPACING * pen->font : 0);
        all->ascent = fmax(all->ascent, column.ascent);
        all->descent = fmax(all->descent, column.descent);
    }
    return status;
}

/* Of nothing when there is none. */
static enum fp_status
measure_title(const struct pen *pen, struct fp__words *words, struct reach *reach)
{
    *words = words_of(pen, pen->legend->title);
    words->size = pen->legend->options.title_fontsize * pen->canvas->dpi / 72;
    *reach = (struct reach){0};
    return words->text ? measure_text(pen, words, reach) : FP_OK;
}

static size_t
count_rows(const struct fp_legend *legend)
{
    struct fp__legend_walk walk = fp__legend_walk(legend);
    struct fp__legend_item item;
    size_t rows = 0;

    while (fp__legend_next(&walk, &item))
        rows++;
    return rows;
}

/* --- drawing ---------------------------------------------------------------------------------- */

/* At the start of its baseline, the canvas's y down. */
static enum fp_status
write_text(const struct pen *pen, const struct fp__words *words, const struct reach *reach,
           double x, double y)
{
    struct fp__anchor at = {.x = x, .y = pen->canvas->height - y - reach->drop};

    return fp__words_draw(pen->canvas, words, at);
}

static enum fp_status
draw_row(const struct pen *pen, const struct fp__legend_item *item, double x, double y)
{
    struct fp__words words = words_of(pen, item->label);
    double key[4] = {x, y - HANDLE_HEIGHT * pen->font, x + HANDLE_LENGTH * pen->font, y};
    struct reach reach;
    enum fp_status status = measure_text(pen, &words, &reach);

    ((const struct fp__artist_class *)item->artist->base.cls)->key(item->artist, pen->canvas, key);
    return status == FP_OK ? write_text(pen, &words, &reach, key[2] + HANDLE_PAD * pen->font, y)
                           : status;
}

/* The first row's baseline begins at x, y. */
static enum fp_status
draw_column(const struct pen *pen, struct fp__legend_walk *walk, size_t rows, double x, double y)
{
    struct fp__legend_item item;
    enum fp_status status = FP_OK;

    for (size_t i = 0; status == FP_OK && i < rows && fp__legend_next(walk, &item); i++) {
        struct reach row = {0};

        status = measure_row(pen, item.label, &row);
        y += i > 0 ? row.ascent : 0;
        if (status == FP_OK)
            status = draw_row(pen, &item, x, y);
        y += row.descent + LABEL_SPACING * pen->font;
    }
    return status;
}

static enum fp_status
draw_columns(const struct pen *pen, double x, double y)
{
    struct fp__legend_walk measured = fp__legend_walk(pen->legend), drawn = measured;
    enum fp_status status = FP_OK;
    size_t rows;

    for (size_t i = 0; status == FP_OK && (rows = rows_of(pen, i)) > 0; i++) {
        struct reach column;

        status = measure_column(pen, &measured, rows, &column);
        if (status == FP_OK)
            status = draw_column(pen, &drawn, rows, x, y);
        x += column.width + COLUMN_SPACING * pen->font;
    }
    return status;
}

/* Its edge is one point wide and sharp. A legend without a frame has its room all the same. */
static void
draw_panel(const struct pen *pen, const struct fp__box *b)
{
    const struct fp_legend_options *o = &pen->legend->options;
    struct fp_color face = pen->style->legend_face, edge = pen->style->legend_edge;
    double width = pen->canvas->dpi / 72, height = pen->canvas->height;
    double box[4] = {b->x0, height - b->y1, b->x1, height - b->y0};

    face.a = edge.a = (uint8_t)(o->frameon ? 255 * o->framealpha + .5 : 0);
    for (int i = 0; i < 4; i++)
        box[i] = fp__snap(box[i], width);
    pen->canvas->ops->panel(pen->canvas, box, ROUNDING * pen->font, face, width, edge);
}

static enum fp_status
draw_packed(const struct pen *pen, const struct fp__view *view, const struct fp__words *title,
            const struct reach *head, const struct reach *rows)
{
    double pad = BORDER_PAD * pen->font, gap = title->text ? LABEL_SPACING * pen->font : 0;
    double width = fmax(head->width, rows->width);
    double height = head->ascent + head->descent + gap + rows->ascent + rows->descent;
    struct fp__box box = fp__legend_place(pen->legend, view,
                                          (double[]){width + 2 * pad, height + 2 * pad}, pen->font);
    double x = box.x0 + pad, y = pen->canvas->height - box.y1 + pad;
    enum fp_status status = FP_OK;

    draw_panel(pen, &box);
    if (title->text)
        status = write_text(pen, title, head, x + (width - head->width) / 2, y + head->ascent);
    y += head->ascent + head->descent + gap;
    return status == FP_OK ? draw_columns(pen, x + (width - rows->width) / 2, y + rows->ascent)
                           : status;
}

enum fp_status
fp__legend_draw(struct fp__artist *artist, const struct fp__view *view, struct fp__canvas *canvas)
{
    const struct fp_legend *legend = (const struct fp_legend *)artist;
    struct pen pen = {.canvas = canvas,
                      .legend = legend,
                      .style = fp__style_of(fp__artist_axes(artist)->body),
                      .font = legend->options.fontsize * canvas->dpi / 72,
                      .rows = count_rows(legend)};
    struct fp__words title;
    struct reach head, rows;
    enum fp_status status;

    if (pen.rows == 0)
        return FP_OK;
    status = measure_title(&pen, &title, &head);
    if (status == FP_OK)
        status = measure_columns(&pen, &rows);
    return status == FP_OK ? draw_packed(&pen, view, &title, &head, &rows) : status;
}
