/* SPDX-License-Identifier: MIT */
/* note.c: the note artist: a text at a place. */
#include "figure/note.h"

#include <math.h>
#include <string.h>

#include "core/alloc.h"
#include "core/status.h"
#include "figure/axes.h"
#include "flatplot/text.h"

#define LARGEST_FONT 1e4 /* points; a letter fills the largest picture */

static void
note_close(struct fp_object *obj)
{
    struct fp_note *note = (struct fp_note *)obj;

    fp__artist_close(&note->artist);
    fp_free(note->text);
    note->text = NULL;
}

static size_t
note_bytes(const struct fp_object *obj)
{
    const char *text = ((const struct fp_note *)obj)->text;

    return text ? strlen(text) + 1 : 0;
}

static const struct fp__artist_class note_class = {
    .base = {.name = "note",
             .size = sizeof(struct fp_note),
             .close = note_close,
             .bytes = note_bytes},
    .layer = FP__LAYER_TEXTS,
    .draw = fp__note_draw,
};

/* --- options
 * -------------------------------------------------------------------------------------- */

struct fp_text_options
fp_text_defaults(void)
{
    return (struct fp_text_options){
        .fontsize = 10,
        .alpha = 1,
        .box = {.pad = NAN, .pad_points = 4, .linewidth = 1, .alpha = 1}};
}

static bool
is_share(double v)
{
    return v >= 0 && v <= 1;
}

/* A negative pad is fine, as long as it is a number. */
static bool
box_is_fine(const struct fp_text_box *box)
{
    return box->style < FP_BOX_STYLES && !isinf(box->pad) && isfinite(box->pad_points) &&
           isfinite(box->linewidth) && box->linewidth >= 0 && is_share(box->alpha);
}

static enum fp_status
check_options(struct fp_context *ctx, const struct fp_text_options *o)
{
    if (!(o->fontsize > 0 && o->fontsize <= LARGEST_FONT) || !isfinite(o->rotation))
        return fp__fail(ctx, FP_ERR_ARGUMENT,
                        "text: a font's size is above 0, and a rotation is an angle in degrees");
    if (o->coords >= FP_COORDS_KINDS || o->ha > FP_HALIGN_RIGHT ||
        o->rotation_mode > FP_ROTATION_ANCHOR || o->va > FP_VALIGN_BOTTOM)
        return fp__fail(ctx, FP_ERR_ARGUMENT, "text: no such coordinates or alignment");
    if (!is_share(o->alpha) || !box_is_fine(&o->box))
        return fp__fail(ctx, FP_ERR_ARGUMENT,
                        "text: alpha is from 0 to 1, and a box has a style and a width of 0 or "
                        "more");
    return FP_OK;
}

static enum fp_status
check_text(struct fp_context *ctx, const char *text)
{
    if (text && *text && fp_utf8_valid(text, strlen(text)))
        return FP_OK;
    return fp__fail(ctx, FP_ERR_ARGUMENT,
                    "text: needs some UTF-8" FP__HINT
                    "to take a text away, remove it with fp_artist_remove");
}

static enum fp_status
check_place(struct fp_context *ctx, double x, double y)
{
    if (isfinite(x) && isfinite(y))
        return FP_OK;
    return fp__fail(ctx, FP_ERR_ARGUMENT, "text: needs a place, two numbers that are finite");
}

/* --- text
 * ----------------------------------------------------------------------------------------- */

struct fp_note *
fp_axes_text(struct fp_axes *ax, double x, double y, const char *text,
             const struct fp_text_options *options)
{
    struct fp_text_options defaults = fp_text_defaults();
    struct fp_note *note;

    options = options ? options : &defaults;
    if (!fp__axes_open(ax) || check_place(ax->base.ctx, x, y) != FP_OK ||
        check_text(ax->base.ctx, text) != FP_OK || check_options(ax->base.ctx, options) != FP_OK)
        return NULL;
    note = fp__artist_create(ax, &note_class);
    if (!note)
        return NULL;
    note->x = x;
    note->y = y;
    note->options = *options;
    if (fp__copy_string(&note->text, text))
        return fp__axes_take_artist(ax, &note->artist) == FP_OK ? note : NULL;
    fp__fail_memory(ax->base.ctx, "a text");
    fp_unref(note);
    return NULL;
}

enum fp_status
fp_note_set_text(struct fp_note *note, const char *text)
{
    enum fp_status status;

    fp__object_check(note, &note_class.base);
    if (fp_is_closed(note))
        return fp__fail_closed(note ? note->artist.base.ctx : NULL, "note");
    status = check_text(note->artist.base.ctx, text);
    return status == FP_OK ? fp__words_replace(note->artist.base.ctx, "text", &note->text, text)
                           : status;
}
