/* SPDX-License-Identifier: MIT */
/* fonts.c: one font map and one layout per context, made at the first text and used for all. */
#include "render/fonts.h"

#include <math.h>
#include <string.h>

#include <fontconfig/fontconfig.h>
#include <pango/pangocairo.h>

#include "core/context.h"
#include "core/status.h"
#include "flatplot/output.h"
#include "flatplot/text.h"
#include "render/glyphs_seen.h"
#include "render/leak_check.h"
#include "render/lengths.h"

#define FAMILY "DejaVu Sans"

/* How far ink reaches above and below the baseline, in pixels. */
struct reach {
    double up, down;
};

/* A layout and the size in pixels of the font that it is set to; 0: none yet. */
struct paper {
    PangoLayout *layout;
    double size;
};

/* How far the letters "lp" reach in a size. */
struct lp {
    double size;
    struct reach plain, hinted;
};

/* A figure has a few sizes, which take turns: titles, labels, ticks. */
#define SIZES_KNOWN 4

struct fonts {
    PangoFontMap *map;
    struct paper plain;
    struct paper hinted; /* for measuring only */
    struct fp__glyphs_seen seen;
    struct lp known[SIZES_KNOWN];
    size_t oldest;
    struct fp__lengths lengths;
};

static void
fonts_finish(void *value)
{
    struct fonts *fonts = value;

    if (fonts->plain.layout)
        g_object_unref(fonts->plain.layout);
    if (fonts->hinted.layout)
        g_object_unref(fonts->hinted.layout);
    if (fonts->map)
        g_object_unref(fonts->map);
    fp__glyphs_seen_finish(&fonts->seen);
    *fonts = (struct fonts){0};
}

static const struct fp__slot_class fonts_class = {.trim = fonts_finish, .destroy = fonts_finish};

/* With no font at all pango draws nothing and says so on standard error only. */
static bool
any_font(void)
{
    FcFontSet *set = FcConfigGetFonts(NULL, FcSetSystem);

    return set && set->nfont > 0;
}

static PangoLayout *
make_layout(PangoFontMap *map, cairo_hint_style_t hints)
{
    cairo_font_options_t *options = cairo_font_options_create();
    PangoContext *pango = pango_font_map_create_context(map);
    bool hinted = hints != CAIRO_HINT_STYLE_NONE;
    PangoLayout *layout;

    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
    cairo_font_options_set_hint_style(options, hints);
    cairo_font_options_set_hint_metrics(options,
                                        hinted ? CAIRO_HINT_METRICS_ON : CAIRO_HINT_METRICS_OFF);
    pango_cairo_context_set_font_options(pango, options);
    pango_context_set_round_glyph_positions(pango, FALSE);
    layout = pango_layout_new(pango);
    pango_layout_set_single_paragraph_mode(layout, TRUE);
    cairo_font_options_destroy(options);
    g_object_unref(pango);
    return layout;
}

/* Slight hints are those of FreeType's autohinter in height, which matplotlib measures texts with
 * (text.hinting: force_autohint). */
static void
make_layouts(struct fonts *fonts)
{
    fonts->map = pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT);
    fonts->hinted.layout = make_layout(fonts->map, CAIRO_HINT_STYLE_SLIGHT);
    fonts->plain.layout = make_layout(fonts->map, CAIRO_HINT_STYLE_NONE);
}

/* The context's fonts; NULL, raised, when there is no memory or no font. */
static struct fonts *
get_fonts(struct fp_context *ctx)
{
    struct fonts *fonts = fp__context_slot(ctx, FP__SLOT_FONTS, sizeof *fonts, &fonts_class);

    if (!fonts || fonts->plain.layout)
        return fonts;
    if (any_font()) {
        fp__leak_check_begin();
        make_layouts(fonts);
        return fonts;
    }
    fp__fail(ctx, FP_ERR_FONT,
             "no font is installed, so no text can be drawn" FP__HINT
             "install one: apt-get install fonts-dejavu-core");
    return NULL;
}

/* --- extents ---------------------------------------------------------------------------------- */

static void
set_size(struct paper *paper, double size)
{
    PangoFontDescription *font;

    if (paper->size == size)
        return;
    font = pango_font_description_new();
    pango_font_description_set_family_static(font, FAMILY);
    pango_font_description_set_absolute_size(font, size * PANGO_SCALE);
    pango_layout_set_font_description(paper->layout, font);
    pango_font_description_free(font);
    paper->size = size;
}

static PangoLayoutLine *
lay_out(struct paper *paper, double size, const char *text)
{
    set_size(paper, size);
    if (strcmp(pango_layout_get_text(paper->layout), text) !=
        0) /* a text is measured, then drawn */
        pango_layout_set_text(paper->layout, text, -1);
    return pango_layout_get_line_readonly(paper->layout, 0);
}

static double
pixels(int pango_units)
{
    return (double)pango_units / PANGO_SCALE;
}

/* Letters advance by whole eighths of a pixel, as where matplotlib measures them
 * (text.hinting_factor: 8). */
static double
width_of(const PangoLayoutLine *line)
{
    double width = 0;

    for (GSList *run = line->runs; run; run = run->next) {
        const PangoGlyphString *glyphs = ((PangoGlyphItem *)run->data)->glyphs;

        for (int i = 0; i < glyphs->num_glyphs; i++)
            width += floor(pixels(glyphs->glyphs[i].geometry.width) * 8 + .5) / 8;
    }
    return width;
}

static struct reach
reach_of(PangoLayoutLine *line)
{
    PangoRectangle ink;

    pango_layout_line_get_extents(line, &ink, NULL);
    return (struct reach){pixels(-ink.y), pixels(ink.y + ink.height)};
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
    *lp = (struct lp){size, reach_of(lay_out(&fonts->plain, size, "lp")),
                      reach_of(lay_out(&fonts->hinted, size, "lp"))};
    return lp;
}

/* With hints. What reaches no further than "lp" does not do so with them either. */
static struct reach
find_reach(struct fonts *fonts, const struct fp__words *words, const struct lp *lp,
           PangoLayoutLine *line)
{
    struct reach reach = reach_of(line);

    if (reach.up <= lp->plain.up && reach.down <= lp->plain.down)
        return lp->hinted;
    reach = reach_of(lay_out(&fonts->hinted, words->size, words->text));
    return (struct reach){fmax(reach.up, lp->hinted.up), fmax(reach.down, lp->hinted.down)};
}

PangoLayout *
fp__fonts_layout(struct fp_context *ctx)
{
    struct fonts *fonts = get_fonts(ctx);

    if (!fonts)
        return NULL;
    set_size(&fonts->plain, 10);
    return fonts->plain.layout;
}

enum fp_status
fp__fonts_extents(struct fp_context *ctx, const struct fp__words *words,
                  struct fp__extents *extents)
{
    struct fonts *fonts = get_fonts(ctx);
    PangoLayoutLine *line;
    const struct lp *lp;
    struct reach reach;

    if (!fonts)
        return fp_context_status(ctx);
    if (fp__lengths_find(&fonts->lengths, words, extents))
        return FP_OK;
    lp = find_lp(fonts, words->size);
    line = lay_out(&fonts->plain, words->size, words->text);
    extents->width = width_of(line);
    reach = find_reach(fonts, words, lp, line);
    extents->ascent = reach.up;
    extents->descent = reach.down;
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

static bool
is_missing(struct fonts *fonts, const char *text, size_t n)
{
    pango_layout_set_text(fonts->plain.layout, text, (int)n);
    return pango_layout_get_unknown_glyphs_count(fonts->plain.layout) > 0;
}

static void
list_missing(struct fonts *fonts, const char *text, char *missing, size_t room)
{
    missing[0] = '\0';
    while (*text) {
        size_t n = (size_t)(g_utf8_next_char(text) - text);

        if (is_missing(fonts, text, n))
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
    fonts = get_fonts(ctx);
    if (!fonts)
        return fp_context_status(ctx);
    set_size(&fonts->plain, 10);
    if (room > 0)
        list_missing(fonts, text, missing, room);
    return FP_OK;
}

static void
warn_missing(struct fp_context *ctx, struct fonts *fonts, const char *text)
{
    char missing[128];

    if (pango_layout_get_unknown_glyphs_count(fonts->plain.layout) == 0)
        return;
    list_missing(fonts, text, missing, sizeof missing);
    if (missing[0] != '\0') /* else each has a glyph, only not together */
        fp__warn(ctx, FP_WARN_MISSING_GLYPHS,
                 "no installed font has %s; boxes are drawn instead (Korean: install fonts-nanum)",
                 missing);
    pango_layout_set_text(fonts->plain.layout, text, -1);
}

/* --- drawing ---------------------------------------------------------------------------------- */

/* Cairo puts each letter on whole pixels, where it dances when the text is turned: its outlines do
 * not. */
static void
show(cairo_t *cr, PangoLayoutLine *line, double angle)
{
    if (fmod(angle, 90) == 0) {
        pango_cairo_show_layout_line(cr, line);
        return;
    }
    pango_cairo_layout_line_path(cr, line);
    cairo_fill(cr);
}

enum fp_status
fp__fonts_draw(struct fp_context *ctx, cairo_t *cr, const struct fp__words *words)
{
    struct fonts *fonts = get_fonts(ctx);
    struct fp_color c = words->color;

    if (!fonts)
        return fp_context_status(ctx);
    lay_out(&fonts->plain, words->size, words->text);
    warn_missing(ctx, fonts, words->text);
    fp__context(ctx)->glyphs += fp__glyphs_seen_add(&fonts->seen, words->text, words->size);
    cairo_save(cr);
    cairo_set_source_rgba(cr, c.r / 255., c.g / 255., c.b / 255., c.a / 255.);
    cairo_move_to(cr, words->x, words->y);
    if (words->angle != 0)
        cairo_rotate(cr, -words->angle / 180 * M_PI);
    show(cr, pango_layout_get_line_readonly(fonts->plain.layout, 0), words->angle);
    cairo_new_path(cr); /* or the next line would begin at the text */
    cairo_restore(cr);
    return FP_OK;
}

/* Glyphs reach a pixel further than their outlines, which are not hinted, and one more is free. */
#define AROUND 2

bool
fp__fonts_reach(struct fp_context *ctx, const struct fp__words *words, int box[4])
{
    struct fonts *fonts = get_fonts(ctx);
    bool climbs = words->angle == 90;
    int x = (int)words->x, y = (int)words->y;
    PangoRectangle ink;

    if (!fonts || (words->angle != 0 && !climbs))
        return false;
    pango_layout_line_get_pixel_extents(lay_out(&fonts->plain, words->size, words->text), &ink,
                                        NULL);
    box[0] = x + (climbs ? ink.y : ink.x) - AROUND;
    box[1] = y + (climbs ? -ink.x - ink.width : ink.y) - AROUND;
    box[2] = box[0] + (climbs ? ink.height : ink.width) + 2 * AROUND;
    box[3] = box[1] + (climbs ? ink.width : ink.height) + 2 * AROUND;
    return pango_layout_get_unknown_glyphs_count(fonts->plain.layout) == 0;
}
