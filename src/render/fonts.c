/* SPDX-License-Identifier: MIT */
/* fonts.c: one set of fonts per context, made at the first text and used for all. */
#include "render/fonts.h"

#include <math.h>
#include <string.h>

#include "core/alloc.h"
#include "core/context.h"
#include "core/status.h"
#include "flatplot/output.h"
#include "flatplot/text.h"
#include "render/glyphs_seen.h"
#include "render/lengths.h"

/* How far the letters "lp" reach in a size. */
struct lp {
    double size;
    struct fp__measure plain, hinted;
};

/* A figure has a few sizes, which take turns: titles, labels, ticks. */
#define SIZES_KNOWN 4

struct fonts {
    struct fp__fonts base;
    struct fp__glyphs_seen seen;
    struct lp known[SIZES_KNOWN];
    size_t oldest;
    struct fp__lengths lengths;
};

static void
fonts_finish(void *value)
{
    struct fonts *fonts = value;

    fp__latin_finish(&fonts->base.latin);
    fp__pango_finish(&fonts->base.pango);
    fp__glyphs_seen_finish(&fonts->seen);
    *fonts = (struct fonts){0};
}

static size_t
fonts_size(const void *value)
{
    const struct fonts *fonts = value;

    return fp__alloc_size(fonts->seen.slots);
}

static const struct fp__slot_class fonts_class = {
    .trim = fonts_finish, .destroy = fonts_finish, .size = fonts_size, .cache = FP_CACHE_TEXT};

static struct fonts *
fonts_of(struct fp_context *ctx)
{
    return fp__context_slot(ctx, FP__SLOT_FONTS, sizeof(struct fonts), &fonts_class);
}

static struct fonts *
fonts_for(struct fp_context *ctx, const char *text)
{
    struct fonts *fonts = fonts_of(ctx);

    if (!fonts || fp__latin_takes(&fonts->base.latin, text))
        return fonts;
    return fp__pango_begin(ctx, &fonts->base.pango) == FP_OK ? fonts : NULL;
}

struct fp__fonts *
fp__fonts_for(struct fp_context *ctx, const char *text)
{
    struct fonts *fonts = fonts_for(ctx, text);

    return fonts ? &fonts->base : NULL;
}

/* --- extents ---------------------------------------------------------------------------------- */

static struct fp__measure
measure(struct fonts *fonts, const char *text, double size, bool hinted)
{
    if (fp__latin_takes(&fonts->base.latin, text))
        return fp__latin_measure(&fonts->base.latin, text, size, hinted);
    return fp__pango_measure(&fonts->base.pango, text, size, hinted);
}

static const struct lp *
find_lp(struct fonts *fonts, double size)
{
    struct lp *lp = fonts->known;

    while (lp < fonts->known + SIZES_KNOWN && lp->size != size)
        lp++;
    if (lp < fonts->known + SIZES_KNOWN)
        return lp;
    lp = &fonts->known[fonts->oldest];
    fonts->oldest = (fonts->oldest + 1) % SIZES_KNOWN;
    *lp = (struct lp){size, measure(fonts, "lp", size, false), measure(fonts, "lp", size, true)};
    return lp;
}

/* With hints. What reaches no further than "lp" does not do so with them either. */
static void
find_reach(struct fonts *fonts, const struct fp__words *words, const struct lp *lp,
           struct fp__measure *line)
{
    struct fp__measure hinted = lp->hinted;

    if (line->up > lp->plain.up || line->down > lp->plain.down)
        hinted = measure(fonts, words->text, words->size, true);
    line->up = fmax(hinted.up, lp->hinted.up);
    line->down = fmax(hinted.down, lp->hinted.down);
}

enum fp_status
fp__fonts_extents(struct fp_context *ctx, const struct fp__words *words,
                  struct fp__extents *extents)
{
    struct fonts *fonts = fonts_for(ctx, words->text);
    struct fp__measure line;

    if (!fonts)
        return fp_context_status(ctx);
    if (fp__lengths_find(&fonts->lengths, words, extents))
        return FP_OK;
    line = measure(fonts, words->text, words->size, false);
    find_reach(fonts, words, find_lp(fonts, words->size), &line);
    extents->width = line.width;
    extents->ascent = line.up;
    extents->descent = line.down;
    fp__lengths_keep(&fonts->lengths, words, extents);
    return FP_OK;
}

static enum fp_status
check_text(struct fp_context *ctx, const char *text)
{
    if (fp_utf8_valid(text, strlen(text)))
        return FP_OK;
    return fp__fail(ctx, FP_ERR_ARGUMENT,
                    "a text that is not UTF-8" FP__HINT
                    "convert it first, for instance with iconv -t utf-8");
}

enum fp_status
fp_text_width(struct fp_context *ctx, const char *text, double size, double *width)
{
    struct fp__words words = {.text = text, .size = size};
    struct fp__extents extents;
    enum fp_status status;

    ctx = fp__context(ctx);
    if (!(size > 0 && size <= FP_MAX_SIDE))
        return fp__fail(ctx, FP_ERR_ARGUMENT, "a font's size must be above 0 and at most %d pixels",
                        FP_MAX_SIDE);
    status = check_text(ctx, text);
    if (status == FP_OK)
        status = fp__fonts_extents(ctx, &words, &extents);
    if (status == FP_OK)
        *width = extents.width;
    return status;
}

/* --- missing glyphs --------------------------------------------------------------------------- */

/* Appends the character to the list unless it is there or the list is full. */
static void
list_character(char *list, size_t room, const char *character, size_t n)
{
    size_t length = strlen(list);
    char one[8] = {0};

    memcpy(one, character, n);
    if (strstr(list, one) || length + n + 2 > room)
        return;
    if (length > 0)
        list[length++] = ' ';
    memcpy(list + length, one, n + 1);
}

static size_t
length_of(const char *character)
{
    size_t n = 1;

    while ((character[n] & 0xc0) == 0x80)
        n++;
    return n;
}

static void
list_missing(struct fonts *fonts, const char *text, char *missing, size_t room)
{
    missing[0] = '\0';
    while (*text) {
        size_t n = length_of(text);

        if (!fp__pango_has(&fonts->base.pango, text, n))
            list_character(missing, room, text, n);
        text += n;
    }
}

enum fp_status
fp_missing_glyphs(struct fp_context *ctx, const char *text, char *missing, size_t room)
{
    struct fonts *fonts;
    enum fp_status status;

    ctx = fp__context(ctx);
    status = check_text(ctx, text);
    if (status != FP_OK)
        return status;
    fonts = fonts_for(ctx, text);
    if (!fonts)
        return fp_context_status(ctx);
    if (room > 0)
        missing[0] = '\0';
    if (room > 0 && !fp__latin_takes(&fonts->base.latin, text))
        list_missing(fonts, text, missing, room);
    return FP_OK;
}

static void
warn_missing(struct fp_context *ctx, struct fonts *fonts, const char *text)
{
    char missing[128];

    list_missing(fonts, text, missing, sizeof missing);
    if (missing[0] != '\0') /* else each has a glyph, only not together */
        fp__warn(ctx, FP_WARN_MISSING_GLYPHS,
                 "no installed font has %s; boxes are drawn instead (Korean: install fonts-nanum)",
                 missing);
}

/* --- colours ---------------------------------------------------------------------------------- */

/* DejaVu Sans does; of other fonts nobody asks. */
bool
fp__fonts_keep_color(struct fp_context *ctx, const char *text)
{
    struct fonts *fonts = fonts_of(ctx);

    return fonts && fp__latin_takes(&fonts->base.latin, text);
}

/* --- drawing ---------------------------------------------------------------------------------- */

/* Cairo puts each letter on whole pixels, where it dances when the text is turned: its outlines do
 * not. */
static enum fp_status
show(struct fp_context *ctx, struct fonts *fonts, cairo_t *cr, const struct fp__words *words)
{
    bool outlines = fmod(words->angle, 90) != 0;

    if (fp__latin_takes(&fonts->base.latin, words->text))
        return fp__latin_show(&fonts->base.latin, cr, words->text, words->size, outlines)
                   ? FP_OK
                   : fp__fail_memory(ctx, "a font");
    if (!fp__pango_show(&fonts->base.pango, cr, words->text, words->size, outlines))
        warn_missing(ctx, fonts, words->text);
    return FP_OK;
}

enum fp_status
fp__fonts_draw(struct fp_context *ctx, cairo_t *cr, const struct fp__words *words)
{
    struct fonts *fonts = fonts_for(ctx, words->text);
    struct fp_color c = words->color;
    enum fp_status status;

    if (!fonts)
        return fp_context_status(ctx);
    fp__context(ctx)->glyphs += fp__glyphs_seen_add(&fonts->seen, words->text, words->size);
    cairo_save(cr);
    cairo_set_source_rgba(cr, c.r / 255., c.g / 255., c.b / 255., c.a / 255.);
    cairo_move_to(cr, words->x, words->y);
    if (words->angle != 0)
        cairo_rotate(cr, -words->angle / 180 * M_PI);
    status = show(ctx, fonts, cr, words);
    cairo_new_path(cr); /* or the next line would begin at the text */
    cairo_restore(cr);
    return status;
}

/* Glyphs reach a pixel further than their outlines, which are not hinted, and one more is free. */
#define AROUND 2

bool
fp__fonts_reach(struct fp_context *ctx, const struct fp__words *words, int box[4])
{
    struct fonts *fonts = fonts_for(ctx, words->text);
    bool climbs = words->angle == 90;
    int x = (int)words->x, y = (int)words->y;
    struct fp__measure ink;

    if (!fonts || (words->angle != 0 && !climbs))
        return false;
    ink = measure(fonts, words->text, words->size, false);
    box[0] = x + (int)floor(climbs ? -ink.up : ink.left) - AROUND;
    box[1] = y + (int)floor(climbs ? -ink.right : -ink.up) - AROUND;
    box[2] = x + (int)ceil(climbs ? ink.down : ink.right) + AROUND;
    box[3] = y + (int)ceil(climbs ? -ink.left : ink.down) + AROUND;
    return fp__latin_takes(&fonts->base.latin, words->text) ||
           fp__pango_has(&fonts->base.pango, words->text, strlen(words->text));
}
