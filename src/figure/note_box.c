/* SPDX-License-Identifier: MIT */
/* note_box.c: frames around texts, as matplotlib 3.6's BoxStyle.Square and BoxStyle.Round. */
#include <math.h>

#include "color/color.h"
#include "figure/note.h"
#include "figure/patch.h"

#define ROUND_PAD 0.3 /* of the font */
#define PIECES 8      /* of a round corner */

struct outline {
    double x[4 * (PIECES + 1)], y[4 * (PIECES + 1)];
    size_t n;
};

static void
add(struct outline *outline, double x, double y)
{
    outline->x[outline->n] = x;
    outline->y[outline->n++] = y;
}

/* From x0, y0 to x1, y1 by a quadratic Bézier curve that the corner pulls. */
static void
add_corner(struct outline *outline, double x0, double y0, double x, double y, double x1, double y1)
{
    for (int i = 0; i <= PIECES; i++) {
        double t = (double)i / PIECES, s = 1 - t;

        add(outline, s * s * x0 + 2 * s * t * x + t * t * x1,
            s * s * y0 + 2 * s * t * y + t * t * y1);
    }
}

static void
add_square(struct outline *outline, const struct fp__box *b)
{
    add(outline, b->x0, b->y0);
    add(outline, b->x1, b->y0);
    add(outline, b->x1, b->y1);
    add(outline, b->x0, b->y1);
}

static void
add_round(struct outline *outline, const struct fp__box *b, double r)
{
    add_corner(outline, b->x0, b->y0 + r, b->x0, b->y0, b->x0 + r, b->y0);
    add_corner(outline, b->x1 - r, b->y0, b->x1, b->y0, b->x1, b->y0 + r);
    add_corner(outline, b->x1, b->y1 - r, b->x1, b->y1, b->x1 - r, b->y1);
    add_corner(outline, b->x0 + r, b->y1, b->x0, b->y1, b->x0, b->y1 - r);
}

static double
pad_of(const struct fp_text_box *box, double font, double point)
{
    if (!isnan(box->pad))
        return box->pad * font;
    return box->style == FP_BOX_SQUARE ? box->pad_points * point : ROUND_PAD * font;
}

static void
find_outline(struct outline *outline, const struct fp_text_box *box, const struct fp__box *text,
             double pad)
{
    struct fp__box b = {text->x0 - pad, text->y0 - pad, text->x1 + pad, text->y1 + pad};

    if (box->style == FP_BOX_SQUARE)
        add_square(outline, &b);
    else
        add_round(outline, &b, pad);
}

/* Onto the canvas. */
static void
put(struct outline *outline, const struct fp__stand *stand, double height)
{
    for (size_t i = 0; i < outline->n; i++) {
        double x = outline->x[i], y = outline->y[i];

        outline->x[i] = stand->x + fp__turn_x(&stand->turn, x, y);
        outline->y[i] = height - stand->y - fp__turn_y(&stand->turn, x, y);
    }
}

void
fp__note_box_draw(const struct fp_text_box *box, const struct fp__stand *stand, double font,
                  const struct fp__style *style, struct fp__canvas *canvas)
{
    struct fp_color face = box->has_facecolor ? box->facecolor : style->cycle[0];
    struct fp_color edge = box->has_edgecolor ? box->edgecolor : style->ink;
    struct fp__patch patch = {.face = fp__color_fade(face, box->alpha),
                              .edge = fp__color_fade(edge, box->alpha),
                              .linewidth = box->linewidth};
    struct outline outline = {.n = 0};

    find_outline(&outline, box, &stand->box, pad_of(box, font, canvas->dpi / 72));
    put(&outline, stand, canvas->height);
    fp__patch_polygon(&patch, canvas, outline.x, outline.y, outline.n);
}
