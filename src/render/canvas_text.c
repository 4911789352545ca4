/* SPDX-License-Identifier: MIT */
/* canvas_text.c: lines of text. */
#include "render/canvas_parts.h"

#include <math.h>

#include "render/deeds.h"
#include "render/fonts.h"

static struct fp__words
place_words(const struct fp__words *words)
{
    struct fp__words near = *words;
    bool whole = fmod(words->angle, 90) == 0;

    near.x = whole ? floor(fp__bounded(words->x) + .5) : fp__bounded(words->x);
    near.y = whole ? floor(fp__bounded(words->y) + .5) : fp__bounded(words->y);
    return near;
}

enum fp_status
fp__canvas_text(struct fp__canvas *canvas, const struct fp__words *words)
{
    struct fp__image_canvas *c = (struct fp__image_canvas *)canvas;
    struct fp__words near = place_words(words);
    struct fp__patch *patch = NULL;
    struct fp__sheet sheet;
    struct fp__deed deed;
    enum fp_status status;
    int box[4];

    fp__canvas_meet(canvas, words->color);
    c->colored = c->colored || !fp__fonts_keep_color(canvas->ctx, words->text);
    fp__canvas_settle(c);
    if (fp__canvas_sheet(c, &sheet) && fp__deed_of_words(&deed, &near)) {
        bool known = fp__patches_redo(c->patches, &deed, &sheet, box);

        if (known || fp__fonts_reach(canvas->ctx, &near, box)) {
            fp__ground_touch(c->ground, box);
            patch = known ? NULL : fp__patches_begin(c->patches, &deed, box, &sheet);
        } else {
            fp__ground_forget(c->ground);
        }
        if (known)
            return FP_OK;
    } else {
        fp__ground_forget(c->ground);
    }
    status = fp__fonts_draw(canvas->ctx, fp__canvas_cairo(c), &near);
    fp__canvas_settle(c);
    if (status == FP_OK)
        fp__patches_end(c->patches, patch, &sheet);
    else
        fp__patches_forget(patch);
    return status;
}

enum fp_status
fp__canvas_extents(struct fp__canvas *canvas, const struct fp__words *words, struct fp__extents *e)
{
    return fp__fonts_extents(canvas->ctx, words, e);
}
