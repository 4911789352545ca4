/* SPDX-License-Identifier: MIT */
/* legend.c: the legend artist. It holds nothing: what it names, it finds in its axes when drawn. */
#include <math.h>
#include <stdint.h>

#include "core/status.h"
#include "figure/axes.h"
#include "figure/style.h"

#define FONT_SIZE 10.0

/* matplotlib's legend.* defaults, in font sizes. */
#define BORDER_PAD 0.4
#define LABEL_SPACING 0.5
#define HANDLE_LENGTH 2.0
#define HANDLE_PAD 0.8
#define BORDER_AXES_PAD 0.5
#define ROUNDING 0.2
#define HANDLE_HEIGHT 0.7

struct fp_legend {
    struct fp__artist artist;
    enum fp_legend_place place;
};

static void
legend_close(struct fp_object *obj)
{
    fp__artist_close((struct fp__artist *)obj);
}

/* --- size ------------------------------------------------------------------------------------- */

static const struct fp__artist_class *
class_of(const struct fp__artist *artist)
{
    return (const struct fp__artist_class *)artist->base.cls;
}

/* As in matplotlib, what begins with "_" is no label. */
static const char *
label_of(const struct fp__artist *artist)
{
    const char *label = class_of(artist)->label ? class_of(artist)->label(artist) : NULL;

    return label && *label != '_' ? label : NULL;
}

struct size {
    double width, height; /* of the box, in pixels */
    double row;           /* of one line of it */
    double ascent;
    size_t rows;
};

static enum fp_status
measure(const struct fp__axes_body *body, struct fp__canvas *canvas, double font, struct size *size)
{
    for (size_t i = 0; i < body->artist_count; i++) {
        struct fp__words words = {.text = label_of(body->artists[i]), .size = font};
        struct fp__extents e;
        enum fp_status status;

        if (!words.text)
            continue;
        status = canvas->ops->extents(canvas, &words, &e);
        if (status != FP_OK)
            return status;
        size->width = fmax(size->width, e.width);
        size->ascent = fmax(size->ascent, e.ascent);
        size->row = fmax(size->row, e.ascent + e.descent);
        size->rows++;
    }
    size->width += (HANDLE_LENGTH + HANDLE_PAD + 2 * BORDER_PAD) * font;
    size->height = (double)size->rows * (size->row + LABEL_SPACING * font) - LABEL_SPACING * font +
                   2 * BORDER_PAD * font;
    return FP_OK;
}

/* --- place ------------------------------------------------------------------------------------ */

/* For each place, where the box stands in what room there is: 0 left or bottom … 1 right or top. */
static const double shares[FP_LEGEND_PLACES][2] = {
    [FP_LEGEND_UPPER_RIGHT] = {1, 1},   [FP_LEGEND_UPPER_LEFT] = {0, 1},
    [FP_LEGEND_LOWER_LEFT] = {0, 0},    [FP_LEGEND_LOWER_RIGHT] = {1, 0},
    [FP_LEGEND_CENTER_RIGHT] = {1, .5}, [FP_LEGEND_CENTER_LEFT] = {0, .5},
    [FP_LEGEND_LOWER_CENTER] = {.5, 0}, [FP_LEGEND_UPPER_CENTER] = {.5, 1},
    [FP_LEGEND_CENTER] = {.5, .5},
};

static struct fp__box
stand(const struct fp__box *axes, const struct size *size, double pad, enum fp_legend_place place)
{
    double x = axes->x0 + pad + shares[place][0] * (axes->x1 - axes->x0 - 2 * pad - size->width);
    double y = axes->y0 + pad + shares[place][1] * (axes->y1 - axes->y0 - 2 * pad - size->height);

    return (struct fp__box){x, y, x + size->width, y + size->height};
}

static struct fp__box
find_best(const struct fp__axes_body *body, const struct fp__view *view, const struct size *size,
          double pad)
{
    struct fp__box best = {0};
    size_t least = SIZE_MAX;

    for (int place = FP_LEGEND_UPPER_RIGHT; place < FP_LEGEND_PLACES; place++) {
        struct fp__box box = stand(&view->box, size, pad, (enum fp_legend_place)place);
        size_t covered = 0;

        for (size_t i = 0; i < body->artist_count; i++)
            if (class_of(body->artists[i])->covered)
                covered += class_of(body->artists[i])->covered(body->artists[i], view, &box);
        if (covered >= least)
            continue;
        least = covered;
        best = box;
    }
    return best;
}

/* --- drawing ---------------------------------------------------------------------------------- */

static enum fp_status
draw_rows(const struct fp__axes_body *body, struct fp__canvas *canvas, const struct fp__box *box,
          const struct size *size, double font)
{
    double x = box->x0 + BORDER_PAD * font;
    double y = canvas->height - box->y1 + BORDER_PAD * font + size->ascent;
    enum fp_status status = FP_OK;

    for (size_t i = 0; status == FP_OK && i < body->artist_count; i++) {
        struct fp__artist *artist = body->artists[i];
        struct fp__words words = {
            .text = label_of(artist), .size = font, .color = fp__style_of(body)->ink};
        double key[4] = {x, y - HANDLE_HEIGHT * font, x + HANDLE_LENGTH * font, y};

        if (!words.text)
            continue;
        class_of(artist)->key(artist, canvas, key);
        words.x = key[2] + HANDLE_PAD * font;
        words.y = y;
        status = canvas->ops->text(canvas, &words);
        y += size->row + LABEL_SPACING * font;
    }
    return status;
}

/* Its edge is one point wide and sharp. */
static void
draw_panel(struct fp__canvas *canvas, const struct fp__style *style, const struct fp__box *b,
           double font)
{
    double width = canvas->dpi / 72;
    double box[4] = {b->x0, canvas->height - b->y1, b->x1, canvas->height - b->y0};

    for (int i = 0; i < 4; i++)
        box[i] = fp__snap(box[i], width);
    canvas->ops->panel(canvas, box, ROUNDING * font, style->legend_face, width, style->legend_edge);
}

static enum fp_status
legend_draw(struct fp__artist *artist, const struct fp__view *view, struct fp__canvas *canvas)
{
    const struct fp_legend *legend = (const struct fp_legend *)artist;
    const struct fp__axes_body *body = fp__artist_axes(artist)->body;
    double font = FONT_SIZE * canvas->dpi / 72;
    struct size size = {0};
    struct fp__box box;
    enum fp_status status = measure(body, canvas, font, &size);

    if (status != FP_OK || size.rows == 0)
        return status;
    box = legend->place == FP_LEGEND_BEST
              ? find_best(body, view, &size, BORDER_AXES_PAD * font)
              : stand(&view->box, &size, BORDER_AXES_PAD * font, legend->place);
    draw_panel(canvas, fp__style_of(body), &box, font);
    return draw_rows(body, canvas, &box, &size, font);
}

static const struct fp__artist_class legend_class = {
    .base = {.name = "legend", .size = sizeof(struct fp_legend), .close = legend_close},
    .layer = FP__LAYER_LEGEND,
    .draw = legend_draw,
};

/* The axes' legend, or NULL. */
static struct fp_legend *
find(const struct fp_axes *ax)
{
    for (size_t i = 0; i < ax->body->artist_count; i++)
        if (ax->body->artists[i]->base.cls == &legend_class.base)
            return (struct fp_legend *)ax->body->artists[i];
    return NULL;
}

struct fp_legend *
fp_axes_legend(struct fp_axes *ax, enum fp_legend_place place)
{
    struct fp_legend *legend;

    if (!fp__axes_open(ax))
        return NULL;
    if (place >= FP_LEGEND_PLACES) {
        fp__fail(ax->base.ctx, FP_ERR_ARGUMENT,
                 "legend: no such place" FP__HINT "FP_LEGEND_BEST finds one");
        return NULL;
    }
    legend = find(ax);
    if (!legend) {
        legend = fp__artist_create(ax, &legend_class);
        if (!legend || fp__axes_take_artist(ax, &legend->artist) != FP_OK)
            return NULL;
    }
    legend->place = place;
    return legend;
}
