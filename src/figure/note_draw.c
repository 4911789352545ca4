/* SPDX-License-Identifier: MIT */
/* note_draw.c: texts and their frames on a canvas. */
#include <math.h>

#include "color/color.h"
#include "figure/axes.h"
#include "figure/note.h"

/* v along one axis; NaN for what a logarithmic one cannot show. */
static double
along(const struct fp__stretch *stretch, double v, double pixels)
{
    return fp__view_along(&stretch->curve, v) == FP__VIEW_BOTTOMLESS ? NAN : pixels;
}

/* A place in pixels from the lower left corner; NaN where there is none. */
static void
find_place(enum fp_coords coords, const double at[2], const struct fp__view *view,
           const struct fp__canvas *canvas, double place[2])
{
    const struct fp__box *b = &view->box;

    switch (coords) {
    case FP_COORDS_AXES:
        place[0] = b->x0 + at[0] * (b->x1 - b->x0);
        place[1] = b->y0 + at[1] * (b->y1 - b->y0);
        return;
    case FP_COORDS_FIGURE:
        place[0] = at[0] * canvas->width;
        place[1] = at[1] * canvas->height;
        return;
    case FP_COORDS_DATA:
    case FP_COORDS_KINDS:
        break;
    }
    place[0] = along(&view->x, at[0], fp__view_x(view, at[0]));
    place[1] = along(&view->y, at[1], fp__view_y(view, at[1]));
}

static struct fp__words
words_of(const struct fp_note *note, const struct fp__style *style, const struct fp__canvas *canvas)
{
    const struct fp_text_options *o = &note->options;
    struct fp__words words = {.text = note->text,
                              .size = o->fontsize * canvas->dpi / 72,
                              .angle = fmod(o->rotation, 360),
                              .color = o->has_color ? o->color : style->ink};

    words.color = fp__color_fade(words.color, o->alpha);
    return words;
}

enum fp_status
fp__note_draw(struct fp__artist *artist, const struct fp__view *view, struct fp__canvas *canvas)
{
    const struct fp_note *note = (const struct fp_note *)artist;
    const struct fp__style *style = fp__style_of(fp__artist_axes(artist)->body);
    const struct fp_text_options *o = &note->options;
    struct fp__words words = words_of(note, style, canvas);
    struct fp__stand stand;
    double at[2];
    enum fp_status status;

    find_place(o->coords, (double[]){note->x, note->y}, view, canvas, at);
    if (!isfinite(at[0]) || !isfinite(at[1]))
        return FP_OK;
    status = fp__words_stand(
        canvas, &words,
        (struct fp__anchor){at[0], at[1], o->ha, o->va, o->rotation_mode == FP_ROTATION_ANCHOR},
        &stand);
    if (status != FP_OK)
        return status;
    if (o->has_box)
        fp__note_box_draw(&o->box, &stand, words.size, style, canvas);
    return fp__words_write(canvas, &words, o->ha, &stand);
}
