/* SPDX-License-Identifier: MIT */
/* words.c: texts of one or more lines, laid out as matplotlib 3.6's text.py does. */
#include "figure/words.h"

#include <string.h>

#include "core/alloc.h"
#include "core/status.h"
#include "flatplot/text.h"

#define LINE_SPACING 1.2

/* One line of text; `lower`: how far below its place it stands, for the lines of a longer text. */
static enum fp_status
draw_line(struct fp__canvas *c, struct fp__words *words, struct fp__anchor at, double lower)
{
    struct fp__extents e;
    enum fp_status status = c->ops->extents(c, words, &e);
    double back, down;

    if (status != FP_OK)
        return status;
    back = at.along == FP__ALIGN_FIRST ? 0 : at.along == FP__ALIGN_MIDDLE ? e.width / 2 : e.width;
    down = at.across * e.ascent - at.below * e.descent + lower;
    words->x = words->vertical ? at.x + down : at.x - back;
    words->y = c->height - at.y + (words->vertical ? back : down);
    return c->ops->text(c, words);
}

/* From one baseline to the next: matplotlib's, for lines no higher than "lp". */
static enum fp_status
line_step(struct fp__canvas *c, struct fp__words words, double *step)
{
    struct fp__extents e;
    enum fp_status status;

    words.text = "lp";
    status = c->ops->extents(c, &words, &e);
    *step = status == FP_OK ? LINE_SPACING * e.ascent + e.descent : 0;
    return status;
}

/* A text that hangs grows downwards from its first line, one that stands upwards from its last. */
static enum fp_status
draw_lines(struct fp__canvas *c, struct fp__words *words, struct fp__anchor at)
{
    const char *text = words->text;
    struct fp_text line = {0};
    double step, lower = 0;
    enum fp_status status = line_step(c, *words, &step);

    for (const char *p = text; at.across < 1 && (p = strchr(p, '\n')); p++)
        lower -= step;
    for (const char *end; status == FP_OK && text; text = *end ? end + 1 : NULL) {
        end = text + strcspn(text, "\n");
        fp_text_clear(&line);
        fp_text_append_bytes(&line, text, (size_t)(end - text));
        words->text = fp_text_string(&line);
        status = line.failed ? fp__fail_memory(c->ctx, "a text") : draw_line(c, words, at, lower);
        lower += step;
    }
    fp_text_finish(&line);
    return status;
}

enum fp_status
fp__words_draw(struct fp__canvas *canvas, const struct fp__words *words, struct fp__anchor at)
{
    struct fp__words copy = *words;

    return strchr(words->text, '\n') ? draw_lines(canvas, &copy, at)
                                     : draw_line(canvas, &copy, at, 0);
}

enum fp_status
fp__words_replace(struct fp_context *ctx, const char *what, char **place, const char *text)
{
    char *copy;

    if (text && !fp_utf8_valid(text, strlen(text)))
        return fp__fail(ctx, FP_ERR_ARGUMENT,
                        "%s: a text that is not UTF-8" FP__HINT
                        "convert it first, for instance with iconv -t utf-8",
                        what);
    if (!fp__copy_string(&copy, text))
        return fp__fail_memory(ctx, "a text");
    fp_free(*place);
    *place = copy;
    return FP_OK;
}
