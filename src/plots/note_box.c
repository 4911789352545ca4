/* SPDX-License-Identifier: MIT */
/* note_box.c: frames around texts, as matplotlib 3.6's BoxStyle.Square and BoxStyle.Round. */
#include <math.h>

#include "color/color.h"
#include "draw/patch.h"
#include "plots/note.h"

#define ROUND_PAD 0.3 /* of the font */
#define PIECES 8      /* of a round corner */

struct outline {
    double *x, *y;
    size_t n;
    double more; /* how far outside of what is told its points lie */
};

static void
add(struct outline *outline, double x, double y)
{
    outline->x[outline->n] = x;
    outline->y[outline->n++] = y;
}

/* From x0, y0 to x1, y1 by a quadratic Bézier curve that the corner pulls, the outside at its
 * right. */
static void
add_corner(struct outline *outline, double x0, double y0, double x, double y, double x1, double y1)
{
    for (int i = 0; i <= PIECES; i++) {
        double t = (double)i / PIECES, s = 1 - t;
        double along[2] = {s * (x - x0) + t * (x1 - x), s * (y - y0) + t * (y1 - y)};
        double length = hypot(along[0], along[1]);
        double more = length > 0 ? outline->more / length : 0;

        add(outline, s * s * x0 + 2 * s * t * x + t * t * x1 + more * along[1],
            s * s * y0 + 2 * s * t * y + t * t * y1 - more * along[0]);
    }
}

static void
add_square(struct outline *outline, const struct fp__box *b)
{
    double more = outline->more;

    add(outline, b->x0 - more, b->y0 - more);
    add(outline, b->x1 + more, b->y0 - more);
    add(outline, b->x1 + more, b->y1 + more);
    add(outline, b->x0 - more, b->y1 + more);
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

size_t
fp__note_box_outline(const struct fp_text_box *box, const struct fp__stand *stand, double font,
                     double point, double more, double x[FP__NOTE_BOX_ROOM],
                     double y[FP__NOTE_BOX_ROOM])
{
    double pad = pad_of(box, font, point);
    const struct fp__box *text = &stand->box;
    struct fp__box b = {text->x0 - pad, text->y0 - pad, text->x1 + pad, text->y1 + pad};
    struct outline outline = {.x = x, .y = y, .more = more};

    if (box->style == FP_BOX_SQUARE)
        add_square(&outline, &b);
    else
        add_round(&outline, &b, pad);
    for (size_t i = 0; i < outline.n; i++) {
        double lying[2] = {x[i], y[i]};

        x[i] = stand->x + fp__turn_x(&stand->turn, lying[0], lying[1]);
        y[i] = stand->y + fp__turn_y(&stand->turn, lying[0], lying[1]);
    }
    return outline.n;
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
    double x[FP__NOTE_BOX_ROOM], y[FP__NOTE_BOX_ROOM];
    size_t n = fp__note_box_outline(box, stand, font, canvas->dpi / 72, 0, x, y);

    for (size_t i = 0; i < n; i++)
        y[i] = canvas->height - y[i];
    fp__patch_polygon(&patch, canvas, x, y, n);
}
