/* SPDX-License-Identifier: MIT */
/* words.c: texts of one or more lines, laid out as matplotlib 3.6's text.py does. */
#include "draw/words.h"

#include <math.h>
#include <string.h>

#include "core/alloc.h"
#include "core/status.h"
#include "flatplot/text.h"

#define LINE_SPACING 1.2

/* --- one line after the other ----------------------------------------------------------------- */

struct lines {
    struct fp__canvas *canvas;
    struct fp__words words; /* its text: the line */
    struct fp_text copy;    /* of the line, when others follow */
    const char *rest;       /* NULL: no line is left */
    bool first;
    struct fp__extents e; /* the line's */
    double lower;         /* how far its baseline is below the first one's */
};

static struct lines
begin(struct fp__canvas *canvas, const struct fp__words *words)
{
    return (struct lines){.canvas = canvas, .words = *words, .rest = words->text, .first = true};
}

static enum fp_status
cut(struct lines *lines)
{
    const char *end = strchr(lines->rest, '\n');

    lines->words.text = lines->rest;
    if (end) {
        fp_text_clear(&lines->copy);
        fp_text_append_bytes(&lines->copy, lines->rest, (size_t)(end - lines->rest));
        lines->words.text = fp_text_string(&lines->copy);
    }
    lines->rest = end ? end + 1 : NULL;
    return lines->copy.failed ? fp__fail_memory(lines->canvas->ctx, "a text") : FP_OK;
}

/* Goes to the next line, which there must be, and measures it. */
static enum fp_status
next(struct lines *lines)
{
    double descent = lines->e.descent;
    enum fp_status status = cut(lines);

    if (status == FP_OK)
        status = lines->canvas->ops->extents(lines->canvas, &lines->words, &lines->e);
    if (!lines->first)
        lines->lower += descent + LINE_SPACING * lines->e.ascent;
    lines->first = false;
    return status;
}

/* --- where they stand ------------------------------------------------------------------------- */

/* All lines while they lie, from the start of the first one's baseline. */
struct block {
    struct fp__box box;
    double
        baseline;   /* of the last line, below the upper edge, as Text._get_layout counts it: before
                        the line spacing above that line */
    double descent; /* of the last line */
};

static enum fp_status
measure(struct fp__canvas *canvas, const struct fp__words *words, struct block *block)
{
    struct lines lines = begin(canvas, words);
    enum fp_status status = next(&lines);
    double ascent = lines.e.ascent, width = lines.e.width;

    block->baseline = ascent;
    while (status == FP_OK && lines.rest) {
        block->baseline = ascent + lines.lower + lines.e.descent;
        status = next(&lines);
        block->baseline += lines.e.ascent;
        width = fmax(width, lines.e.width);
    }
    fp_text_finish(&lines.copy);
    block->box = (struct fp__box){0, -lines.lower - lines.e.descent, width, ascent};
    block->descent = lines.e.descent;
    return status;
}

static double
find_x(const struct fp__box *b, enum fp_halign ha)
{
    return ha == FP_HALIGN_LEFT ? b->x0 : ha == FP_HALIGN_RIGHT ? b->x1 : (b->x0 + b->x1) / 2;
}

/* The baseline is a descent above the lower edge, turned or not: matplotlib's rule. */
static double
find_y(const struct block *block, const struct fp__box *b, const struct fp__anchor *at)
{
    switch (at->va) {
    case FP_VALIGN_TOP:
        return b->y1;
    case FP_VALIGN_CENTER:
        return (b->y0 + b->y1) / 2;
    case FP_VALIGN_CENTER_BASELINE:
        return b->y1 - block->baseline / 2;
    case FP_VALIGN_BOTTOM:
        return b->y0;
    case FP_VALIGN_BASELINE:
        break;
    }
    return at->anchored ? b->y1 - block->baseline : b->y0 + block->descent;
}

/* Everything but the box and the turn. */
static void
find_start(const struct block *block, const struct fp__anchor *at, struct fp__stand *stand)
{
    const struct fp__turn *turn = &stand->turn;
    struct fp__box turned = fp__turn_box(turn, &block->box);
    const struct fp__box *box = at->anchored ? &block->box : &turned;
    double x = find_x(box, at->ha), y = find_y(block, box, at);

    stand->x = at->x - (at->anchored ? fp__turn_x(turn, x, y) : x);
    stand->y = at->y - (at->anchored ? fp__turn_y(turn, x, y) : y);
}

enum fp_status
fp__words_stand(struct fp__canvas *canvas, const struct fp__words *words, struct fp__anchor at,
                struct fp__stand *stand)
{
    struct block block;
    enum fp_status status = measure(canvas, words, &block);

    stand->box = block.box;
    stand->turn = fp__turn_by(words->angle);
    find_start(&block, &at, stand);
    return status;
}

struct fp__box
fp__stand_upright(const struct fp__stand *stand)
{
    struct fp__box box = fp__turn_box(&stand->turn, &stand->box);

    return (struct fp__box){box.x0 + stand->x, box.y0 + stand->y, box.x1 + stand->x,
                            box.y1 + stand->y};
}

enum fp_status
fp__words_box(struct fp__canvas *canvas, const struct fp__words *words, struct fp__anchor at,
              struct fp__box *box)
{
    struct fp__stand stand;
    enum fp_status status = fp__words_stand(canvas, words, at, &stand);

    *box = fp__stand_upright(&stand);
    return status;
}

/* --- drawing ---------------------------------------------------------------------------------- */

/* A line whose baseline begins that far right of and below the first one's while all lie. */
static enum fp_status
draw_line(struct fp__canvas *canvas, struct fp__words *words, const struct fp__stand *stand,
          double right, double lower)
{
    words->x = stand->x + fp__turn_x(&stand->turn, right, -lower);
    words->y = canvas->height - stand->y - fp__turn_y(&stand->turn, right, -lower);
    return canvas->ops->text(canvas, words);
}

static enum fp_status
draw_lines(struct fp__canvas *canvas, const struct fp__words *words, const struct fp__stand *stand,
           enum fp_halign ha)
{
    struct lines lines = begin(canvas, words);
    enum fp_status status = FP_OK;

    while (status == FP_OK && lines.rest) {
        struct fp__box line = {0};

        status = next(&lines);
        line.x1 = lines.e.width;
        if (status == FP_OK)
            status = draw_line(canvas, &lines.words, stand,
                               find_x(&stand->box, ha) - find_x(&line, ha), lines.lower);
    }
    fp_text_finish(&lines.copy);
    return status;
}

enum fp_status
fp__words_write(struct fp__canvas *canvas, const struct fp__words *words, enum fp_halign ha,
                const struct fp__stand *stand)
{
    struct fp__words copy = *words;

    return strchr(words->text, '\n') ? draw_lines(canvas, words, stand, ha)
                                     : draw_line(canvas, &copy, stand, 0, 0);
}

enum fp_status
fp__words_draw(struct fp__canvas *canvas, const struct fp__words *words, struct fp__anchor at)
{
    struct fp__stand stand;
    enum fp_status status = fp__words_stand(canvas, words, at, &stand);

    return status == FP_OK ? fp__words_write(canvas, words, at.ha, &stand) : status;
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
