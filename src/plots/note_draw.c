/* SPDX-License-Identifier: MIT */
/* note_draw.c: texts, their frames and their arrows on a canvas. */
#include <math.h>

#include "color/color.h"
#include "draw/arrow.h"
#include "figure/axes.h"
#include "plots/note.h"

#define TEXT_PAD 2.0     /* points, around a text without a frame: no arrow comes so near */
#define EDGE_OF_AXES 0.5 /* pixels, by which a place may be outside of them */

/* What every step of one drawing needs. */
struct easel {
    struct fp__canvas *canvas;
    const struct fp__view *view;
    const struct fp_note *note;
    const struct fp__style *style;
    double point;    /* in pixels */
    double about[2]; /* the place that is annotated */
    struct fp__words words;
    struct fp__stand stand;
};

/* --- places ----------------------------------------------------------------------------------- */

/* v along one axis; NaN for what a logarithmic one cannot show. */
static double
along(const struct fp__stretch *stretch, double v, double pixels)
{
    return fp__view_along(&stretch->curve, v) == FP__VIEW_BOTTOMLESS ? NAN : pixels;
}

/* A place in pixels from the lower left corner; false where there is none. */
static bool
find_place(const struct easel *e, enum fp_coords coords, const double at[2], double place[2])
{
    const struct fp__box *b = &e->view->box;

    switch (coords) {
    case FP_COORDS_DATA:
    case FP_COORDS_KINDS:
        place[0] = along(&e->view->x, at[0], fp__view_x(e->view, at[0]));
        place[1] = along(&e->view->y, at[1], fp__view_y(e->view, at[1]));
        break;
    case FP_COORDS_AXES:
        place[0] = b->x0 + at[0] * (b->x1 - b->x0);
        place[1] = b->y0 + at[1] * (b->y1 - b->y0);
        break;
    case FP_COORDS_FIGURE:
        place[0] = at[0] * e->canvas->width;
        place[1] = at[1] * e->canvas->height;
        break;
    case FP_COORDS_OFFSET:
        place[0] = e->about[0] + at[0] * e->point;
        place[1] = e->about[1] + at[1] * e->point;
        break;
    }
    return isfinite(place[0]) && isfinite(place[1]);
}

static bool
is_within(const struct fp__box *b, const double place[2])
{
    return place[0] > b->x0 - EDGE_OF_AXES && place[0] < b->x1 + EDGE_OF_AXES &&
           place[1] > b->y0 - EDGE_OF_AXES && place[1] < b->y1 + EDGE_OF_AXES;
}

/* Where the text hangs; false when nothing is to be drawn. */
static bool
find_text_place(struct easel *e, double place[2])
{
    const struct fp_note *note = e->note;
    const struct fp_annotate_options *o = &note->options;
    const double at[2] = {note->x, note->y};

    if (!note->annotates)
        return find_place(e, o->text.coords, at, place);
    if (!find_place(e, o->xycoords, at, e->about) ||
        (o->xycoords == FP_COORDS_DATA && !is_within(&e->view->box, e->about)))
        return false;
    return find_place(e, o->has_textcoords ? o->text.coords : o->xycoords,
                      o->has_xytext ? o->xytext : at, place);
}

/* --- arrows ----------------------------------------------------------------------------------- */

/* The middle or end of lo … hi that is nearest to v. */
static double
nearest(double lo, double hi, double v)
{
    double middle = (lo + hi) / 2;
    double best = fabs(middle - v) < fabs(lo - v) ? middle : lo;

    return fabs(hi - v) < fabs(best - v) ? hi : best;
}

static struct fp__point
find_tail(const struct easel *e, const struct fp__box *text)
{
    const struct fp_arrow_options *o = &e->note->options.arrow;

    if (o->style == FP_ARROW_BLOCK)
        return (struct fp__point){nearest(text->x0, text->x1, e->about[0]),
                                  nearest(text->y0, text->y1, e->about[1])};
    return (struct fp__point){text->x0 + (text->x1 - text->x0) * o->relpos[0],
                              text->y0 + (text->y1 - text->y0) * o->relpos[1]};
}

/* What the arrow comes out of: the text's frame with half its edge, or else the room around its
 * text. */
static struct fp__region
find_out(const struct easel *e, const struct fp__box *text, double x[FP__NOTE_BOX_ROOM],
         double y[FP__NOTE_BOX_ROOM])
{
    const struct fp_text_options *o = &e->note->options.text;
    struct fp__region out = {.x = x, .y = y};
    struct fp__stand upright = {.box = *text, .turn = fp__turn_by(0)};
    struct fp_text_box room = {.pad = NAN, .pad_points = TEXT_PAD};
    double more = o->box.has_edgecolor && o->box.edgecolor.a == 0 ? 0 : o->box.linewidth / 2;

    out.n = o->has_box
                ? fp__note_box_outline(&o->box, &e->stand, e->words.size, e->point, more, x, y)
                : fp__note_box_outline(&room, &upright, e->words.size, e->point, 0, x, y);
    return out;
}

static void
draw_arrow(const struct easel *e)
{
    const struct fp_arrow_options *o = &e->note->options.arrow;
    struct fp_color face = o->has_color ? o->color : e->style->cycle[0];
    struct fp_color edge = o->has_color ? o->color : e->style->ink;
    struct fp__box text = fp__stand_upright(&e->stand);
    double x[FP__NOTE_BOX_ROOM], y[FP__NOTE_BOX_ROOM];
    struct fp__region out = find_out(e, &text, x, y);
    struct fp__arrow arrow = {.options = o, .point = e->point};

    arrow.scale = isnan(o->mutation_scale) ? e->words.size : o->mutation_scale * e->point;
    arrow.tail = find_tail(e, &text);
    arrow.head = (struct fp__point){e->about[0], e->about[1]};
    arrow.out = *e->words.text ? &out : NULL;
    arrow.face = fp__color_fade(o->has_facecolor ? o->facecolor : face, o->alpha);
    arrow.edge = fp__color_fade(o->has_edgecolor ? o->edgecolor : edge, o->alpha);
    fp__arrow_draw(&arrow, e->canvas);
}

/* --- texts ------------------------------------------------------------------------------------ */

static struct fp__words
words_of(const struct easel *e)
{
    const struct fp_text_options *o = &e->note->options.text;
    struct fp__words words = {.text = e->note->text ? e->note->text : "",
                              .size = o->fontsize * e->point,
                              .angle = fmod(o->rotation, 360),
                              .color = o->has_color ? o->color : e->style->ink};

    words.color = fp__color_fade(words.color, o->alpha);
    return words;
}

static enum fp_status
find_stand(struct easel *e, const double place[2])
{
    const struct fp_text_options *o = &e->note->options.text;
    struct fp__anchor at = {place[0], place[1], o->ha, o->va,
                            o->rotation_mode == FP_ROTATION_ANCHOR};

    e->stand = (struct fp__stand){.turn = fp__turn_by(0), .x = place[0], .y = place[1]};
    return *e->words.text ? fp__words_stand(e->canvas, &e->words, at, &e->stand) : FP_OK;
}

enum fp_status
fp__note_draw(struct fp__artist *artist, const struct fp__view *view, struct fp__canvas *canvas)
{
    struct easel e = {.canvas = canvas,
                      .view = view,
                      .note = (const struct fp_note *)artist,
                      .style = fp__style_of(fp__artist_axes(artist)->body),
                      .point = canvas->dpi / 72};
    const struct fp_annotate_options *o = &e.note->options;
    double place[2];
    enum fp_status status;

    if (!find_text_place(&e, place))
        return FP_OK;
    e.words = words_of(&e);
    status = find_stand(&e, place);
    if (status == FP_OK && o->has_arrow)
        draw_arrow(&e);
    if (status != FP_OK || !*e.words.text)
        return status;
    if (o->text.has_box)
        fp__note_box_draw(&o->text.box, &e.stand, e.words.size, e.style, canvas);
    return fp__words_write(canvas, &e.words, o->text.ha, &e.stand);
}
