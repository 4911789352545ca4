/* SPDX-License-Identifier: MIT */
/* note.c: the note artist: a text at a place. */
#include "plots/note.h"

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

/* --- defaults --------------------------------------------------------------------------------- */

struct fp_text_options
fp_text_defaults(void)
{
    return (struct fp_text_options){
        .fontsize = 10,
        .alpha = 1,
        .box = {.pad = NAN, .pad_points = 4, .linewidth = 1, .alpha = 1}};
}

struct fp_annotate_options
fp_annotate_defaults(void)
{
    return (struct fp_annotate_options){.text = fp_text_defaults(),
                                        .arrow = {.relpos = {.5, .5},
                                                  .shrink_a = 2,
                                                  .shrink_b = 2,
                                                  .mutation_scale = NAN,
                                                  .head_length = NAN,
                                                  .head_width = NAN,
                                                  .tail_width = NAN,
                                                  .width = 4,
                                                  .headwidth = 12,
                                                  .headlength = 12,
                                                  .linewidth = 1,
                                                  .alpha = 1}};
}

/* --- options ---------------------------------------------------------------------------------- */

static bool
is_share(double v)
{
    return v >= 0 && v <= 1;
}

static bool
is_length(double v)
{
    return v >= 0 && isfinite(v);
}

/* A negative pad is fine, as long as it is a number. */
static bool
box_is_fine(const struct fp_text_box *box)
{
    return box->style < FP_BOX_STYLES && !isinf(box->pad) && isfinite(box->pad_points) &&
           isfinite(box->linewidth) && box->linewidth >= 0 && is_share(box->alpha);
}

static enum fp_status
check_text_options(struct fp_context *ctx, const struct fp_text_options *o)
{
    if (!(o->fontsize > 0 && o->fontsize <= LARGEST_FONT) || !isfinite(o->rotation))
        return fp__fail(ctx, FP_ERR_ARGUMENT,
                        "text: a font's size is above 0, and a rotation is an angle in degrees");
    if (o->coords >= FP_COORDS_KINDS || o->ha > FP_HALIGN_RIGHT || o->va > FP_VALIGN_BOTTOM ||
        o->rotation_mode > FP_ROTATION_ANCHOR)
        return fp__fail(ctx, FP_ERR_ARGUMENT, "text: no such coordinates or alignment");
    if (!is_share(o->alpha) || !box_is_fine(&o->box))
        return fp__fail(ctx, FP_ERR_ARGUMENT,
                        "text: alpha is from 0 to 1, and a box has a style and a width of 0 or "
                        "more");
    return FP_OK;
}

static bool
arrow_is_fine(const struct fp_arrow_options *o)
{
    const double lengths[] = {o->shrink_a,  o->shrink_b,   o->shrink,   o->width,
                              o->headwidth, o->headlength, o->linewidth};
    const double others[] = {o->mutation_scale, o->head_length, o->head_width, o->tail_width};
    bool fine = o->style < FP_ARROW_STYLES && o->linestyle <= FP_NO_LINE && is_share(o->alpha);

    for (size_t i = 0; i < sizeof lengths / sizeof *lengths; i++)
        fine &= is_length(lengths[i]);
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        fine &= isnan(others[i]) || is_length(others[i]);
    return fine && isfinite(o->rad) && isfinite(o->relpos[0]) && isfinite(o->relpos[1]);
}

static enum fp_status
check_options(struct fp_context *ctx, const struct fp_annotate_options *o)
{
    if (o->has_arrow && !arrow_is_fine(&o->arrow))
        return fp__fail(ctx, FP_ERR_ARGUMENT,
                        "annotate: no such arrow style, or a length that is below 0");
    return check_text_options(ctx, &o->text);
}

static enum fp_status
check_text(struct fp_context *ctx, const char *text)
{
    if (text && fp_utf8_valid(text, strlen(text)))
        return FP_OK;
    return fp__fail(ctx, FP_ERR_ARGUMENT,
                    "text: needs UTF-8" FP__HINT
                    "\"\" writes nothing; fp_artist_remove takes a text away");
}

static enum fp_status
check_place(struct fp_context *ctx, double x, double y)
{
    if (isfinite(x) && isfinite(y))
        return FP_OK;
    return fp__fail(ctx, FP_ERR_ARGUMENT, "text: needs a place, two numbers that are finite");
}

/* Offsets are from what is annotated. */
static enum fp_status
check_offset(struct fp_context *ctx, bool offset)
{
    if (!offset)
        return FP_OK;
    return fp__fail(ctx, FP_ERR_ARGUMENT,
                    "text: an offset from no place" FP__HINT
                    "only annotate's text may have one, its textcoords");
}

/* --- text and annotate ------------------------------------------------------------------------ */

/* The checks are done. */
static struct fp_note *
add_note(struct fp_axes *ax, const char *text, const struct fp_note *filled)
{
    struct fp_note *note = fp__artist_create(ax, &note_class);

    if (!note)
        return NULL;
    note->x = filled->x;
    note->y = filled->y;
    note->annotates = filled->annotates;
    note->options = filled->options;
    if (fp__copy_string(&note->text, text))
        return fp__axes_take_artist(ax, &note->artist) == FP_OK ? note : NULL;
    fp__fail_memory(ax->base.ctx, "a text");
    fp_unref(note);
    return NULL;
}

struct fp_note *
fp_axes_text(struct fp_axes *ax, double x, double y, const char *text,
             const struct fp_text_options *options)
{
    struct fp_note note = {.x = x, .y = y, .options = fp_annotate_defaults()};
    struct fp_context *ctx;

    if (options)
        note.options.text = *options;
    if (!fp__axes_open(ax))
        return NULL;
    ctx = ax->base.ctx;
    if (check_place(ctx, x, y) != FP_OK || check_text(ctx, text) != FP_OK ||
        check_options(ctx, &note.options) != FP_OK ||
        check_offset(ctx, note.options.text.coords == FP_COORDS_OFFSET) != FP_OK)
        return NULL;
    return add_note(ax, text, &note);
}

struct fp_note *
fp_axes_annotate(struct fp_axes *ax, const char *text, double x, double y,
                 const struct fp_annotate_options *options)
{
    struct fp_note note = {.x = x, .y = y, .annotates = true};
    const struct fp_annotate_options *o = &note.options;
    struct fp_context *ctx;

    note.options = options ? *options : fp_annotate_defaults();
    if (!fp__axes_open(ax))
        return NULL;
    ctx = ax->base.ctx;
    if (check_place(ctx, x, y) != FP_OK || check_text(ctx, text) != FP_OK ||
        (o->has_xytext && check_place(ctx, o->xytext[0], o->xytext[1]) != FP_OK) ||
        check_options(ctx, o) != FP_OK ||
        check_offset(ctx, o->xycoords >= FP_COORDS_OFFSET) != FP_OK)
        return NULL;
    return add_note(ax, text, &note);
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
