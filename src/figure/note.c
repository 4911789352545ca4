/* SPDX-License-Identifier: MIT */
/* note.c: the note artist: text at a point of the data. */
#include <math.h>
#include <string.h>

#include "core/alloc.h"
#include "core/status.h"
#include "figure/axes.h"
#include "flatplot/plot.h"

#define FONT_SIZE 10.0

struct fp_note {
    struct fp__artist artist;
    double x, y;
    char *text;
    struct fp_color color;
};

static void
note_close(struct fp_object *obj)
{
    struct fp_note *note = (struct fp_note *)obj;

    fp__artist_close(&note->artist);
    fp_free(note->text);
    note->text = NULL;
}

static enum fp_status
note_draw(struct fp__artist *artist, const struct fp__view *view, struct fp__canvas *canvas)
{
    const struct fp_note *note = (const struct fp_note *)artist;
    struct fp__words words = {
        .text = note->text, .size = FONT_SIZE * canvas->dpi / 72, .color = note->color};
    struct fp__extents e;
    enum fp_status status = canvas->ops->extents(canvas, &words, &e);

    if (status != FP_OK)
        return status;
    words.x = fp__view_x(view, note->x);
    words.y = canvas->height - fp__view_y(view, note->y) + e.ascent / 3;
    return canvas->ops->text(canvas, &words);
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
    .draw = note_draw,
};

struct fp_note *
fp_axes_text(struct fp_axes *ax, double x, double y, const char *text, struct fp_color color)
{
    struct fp_note *note;

    if (!fp__axes_open(ax))
        return NULL;
    if (!isfinite(x) || !isfinite(y) || !text || !*text || !fp__artist_can_write(text)) {
        fp__fail(ax->base.ctx, FP_ERR_ARGUMENT,
                 "text: needs a finite place and some UTF-8 in one line" FP__HINT
                 "the place is in data coordinates; write a second line at its own");
        return NULL;
    }
    note = fp__artist_create(ax, &note_class);
    if (!note)
        return NULL;
    note->x = x;
    note->y = y;
    note->color = color;
    if (fp__copy_string(&note->text, text))
        return fp__axes_take_artist(ax, &note->artist) == FP_OK ? note : NULL;
    fp__fail_memory(ax->base.ctx, "a text");
    fp_unref(note);
    return NULL;
}
