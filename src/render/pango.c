/* SPDX-License-Identifier: MIT */
/* pango.c: one font map and one layout without and one with hints, whose text changes. */
#include "render/pango.h"

#include <string.h>

#include <fontconfig/fontconfig.h>

#include "core/status.h"
#include "render/leak_check.h"

/* --- the font map ----------------------------------------------------------------------------- */

/* With no font at all pango draws nothing and says so on standard error only. */
static bool
any_font(void)
{
    FcFontSet *set = FcConfigGetFonts(NULL, FcSetSystem);

    return set && set->nfont > 0;
}

static PangoLayout *
make_layout(const struct fp__pango_calls *call, PangoFontMap *map, bool hinted)
{
    cairo_font_options_t *options = fp__font_options(hinted);
    PangoContext *context = call->pango_font_map_create_context(map);
    PangoLayout *layout;

    call->pango_cairo_context_set_font_options(context, options);
    call->pango_context_set_round_glyph_positions(context, FALSE);
    layout = call->pango_layout_new(context);
    call->pango_layout_set_single_paragraph_mode(layout, TRUE);
    cairo_font_options_destroy(options);
    call->g_object_unref(context);
    return layout;
}

static void
make(struct fp__pango *pango)
{
    const struct fp__pango_calls *call = pango->call;

    fp__leak_check_begin();
    pango->map = call->pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT);
    pango->plain.layout = make_layout(call, pango->map, false);
    pango->hinted.layout = make_layout(call, pango->map, true);
}

enum fp_status
fp__pango_begin(struct fp_context *ctx, struct fp__pango *pango)
{
    if (pango->map)
        return FP_OK;
    pango->call = fp__pango_calls();
    if (!pango->call)
        return fp__fail(
            ctx, FP_ERR_FONT,
            "pango, which texts other than plain Latin ones need, is not installed" FP__HINT
            "install it: apt-get install libpangocairo-1.0-0");
    if (!any_font())
        return fp__fail(ctx, FP_ERR_FONT,
                        "no font is installed, so no text can be drawn" FP__HINT
                        "install one: apt-get install fonts-dejavu-core");
    make(pango);
    return FP_OK;
}

void
fp__pango_finish(struct fp__pango *pango)
{
    if (pango->map) {
        pango->call->g_object_unref(pango->plain.layout);
        pango->call->g_object_unref(pango->hinted.layout);
        pango->call->g_object_unref(pango->map);
    }
    *pango = (struct fp__pango){0};
}

/* --- one line --------------------------------------------------------------------------------- */

static void
set_size(const struct fp__pango_calls *call, struct fp__paper *paper, double size)
{
    PangoFontDescription *font;

    if (paper->size == size)
        return;
    font = call->pango_font_description_new();
    call->pango_font_description_set_family_static(font, FP__FAMILY);
    call->pango_font_description_set_absolute_size(font, size * PANGO_SCALE);
    call->pango_layout_set_font_description(paper->layout, font);
    call->pango_font_description_free(font);
    paper->size = size;
}

/* A text is measured, then drawn: once laid out it stays. */
static PangoLayoutLine *
lay_out(const struct fp__pango_calls *call, struct fp__paper *paper, const char *text, size_t n)
{
    const char *now = call->pango_layout_get_text(paper->layout);

    if (strlen(now) != n || memcmp(now, text, n) != 0)
        call->pango_layout_set_text(paper->layout, text, (int)n);
    return call->pango_layout_get_line_readonly(paper->layout, 0);
}

static double
pixels(int pango_units)
{
    return (double)pango_units / PANGO_SCALE;
}

static double
width_of(const PangoLayoutLine *line)
{
    double width = 0;

    for (GSList *run = line->runs; run; run = run->next) {
        const PangoGlyphString *glyphs = ((PangoGlyphItem *)run->data)->glyphs;

        for (int i = 0; i < glyphs->num_glyphs; i++)
            width += fp__eighths(pixels(glyphs->glyphs[i].geometry.width));
    }
    return width;
}

struct fp__measure
fp__pango_measure(struct fp__pango *pango, const char *text, double size, bool hinted)
{
    struct fp__paper *paper = hinted ? &pango->hinted : &pango->plain;
    PangoLayoutLine *line;
    PangoRectangle ink;

    set_size(pango->call, paper, size);
    line = lay_out(pango->call, paper, text, strlen(text));
    pango->call->pango_layout_line_get_extents(line, &ink, NULL);
    return (struct fp__measure){.width = width_of(line),
                                .left = pixels(ink.x),
                                .right = pixels(ink.x + ink.width),
                                .up = pixels(-ink.y),
                                .down = pixels(ink.y + ink.height)};
}

/* Has each character of the text that is laid out a glyph? */
static bool
is_whole(const struct fp__pango *pango)
{
    return pango->call->pango_layout_get_unknown_glyphs_count(pango->plain.layout) == 0;
}

bool
fp__pango_show(struct fp__pango *pango, cairo_t *cr, const char *text, double size, bool outlines)
{
    PangoLayoutLine *line;

    set_size(pango->call, &pango->plain, size);
    line = lay_out(pango->call, &pango->plain, text, strlen(text));
    if (outlines) {
        pango->call->pango_cairo_layout_line_path(cr, line);
        cairo_fill(cr);
    } else {
        pango->call->pango_cairo_show_layout_line(cr, line);
    }
    return is_whole(pango);
}

PangoLayoutLine *
fp__pango_line(struct fp__pango *pango, const char *text, size_t n)
{
    if (pango->plain.size == 0)
        set_size(pango->call, &pango->plain, 10);
    return lay_out(pango->call, &pango->plain, text, n);
}

bool
fp__pango_has(struct fp__pango *pango, const char *text, size_t n)
{
    fp__pango_line(pango, text, n);
    return is_whole(pango);
}
