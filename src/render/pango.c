/* SPDX-License-Identifier: MIT */
/* pango.c: one font map and one layout without and one with hints, whose text changes. */
#include "render/pango.h"

#include <string.h>

#include <fontconfig/fontconfig.h>
#include <pango/pangocairo.h>

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
make_layout(PangoFontMap *map, bool hinted)
{
    cairo_font_options_t *options = fp__font_options(hinted);
    PangoContext *pango = pango_font_map_create_context(map);
    PangoLayout *layout;

    pango_cairo_context_set_font_options(pango, options);
    pango_context_set_round_glyph_positions(pango, FALSE);
    layout = pango_layout_new(pango);
    pango_layout_set_single_paragraph_mode(layout, TRUE);
    cairo_font_options_destroy(options);
    g_object_unref(pango);
    return layout;
}

enum fp_status
fp__pango_begin(struct fp_context *ctx, struct fp__pango *pango)
{
    if (pango->map)
        return FP_OK;
    if (!any_font())
        return fp__fail(ctx, FP_ERR_FONT,
                        "no font is installed, so no text can be drawn" FP__HINT
                        "install one: apt-get install fonts-dejavu-core");
    fp__leak_check_begin();
    pango->map = pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT);
    pango->plain.layout = make_layout(pango->map, false);
    pango->hinted.layout = make_layout(pango->map, true);
    return FP_OK;
}

void
fp__pango_finish(struct fp__pango *pango)
{
    if (pango->map) {
        g_object_unref(pango->plain.layout);
        g_object_unref(pango->hinted.layout);
        g_object_unref(pango->map);
    }
    *pango = (struct fp__pango){0};
}

/* --- one line --------------------------------------------------------------------------------- */

static void
set_size(struct fp__paper *paper, double size)
{
    PangoFontDescription *font;

    if (paper->size == size)
        return;
    font = pango_font_description_new();
    pango_font_description_set_family_static(font, FP__FAMILY);
    pango_font_description_set_absolute_size(font, size * PANGO_SCALE);
    pango_layout_set_font_description(paper->layout, font);
    pango_font_description_free(font);
    paper->size = size;
}

/* A text is measured, then drawn: once laid out it stays. */
static void
set_text(PangoLayout *layout, const char *text, size_t n)
{
    const char *now = pango_layout_get_text(layout);

    if (strlen(now) != n || memcmp(now, text, n) != 0)
        pango_layout_set_text(layout, text, (int)n);
}

static PangoLayoutLine *
lay_out(struct fp__paper *paper, double size, const char *text)
{
    set_size(paper, size);
    set_text(paper->layout, text, strlen(text));
    return pango_layout_get_line_readonly(paper->layout, 0);
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
    PangoLayoutLine *line = lay_out(hinted ? &pango->hinted : &pango->plain, size, text);
    PangoRectangle ink;

    pango_layout_line_get_extents(line, &ink, NULL);
    return (struct fp__measure){.width = width_of(line),
                                .left = pixels(ink.x),
                                .right = pixels(ink.x + ink.width),
                                .up = pixels(-ink.y),
                                .down = pixels(ink.y + ink.height)};
}

static bool
whole(PangoLayout *layout)
{
    return pango_layout_get_unknown_glyphs_count(layout) == 0;
}

bool
fp__pango_show(struct fp__pango *pango, cairo_t *cr, const char *text, double size, bool outlines)
{
    PangoLayoutLine *line = lay_out(&pango->plain, size, text);

    if (outlines) {
        pango_cairo_layout_line_path(cr, line);
        cairo_fill(cr);
    } else {
        pango_cairo_show_layout_line(cr, line);
    }
    return whole(pango->plain.layout);
}

PangoLayout *
fp__pango_layout(struct fp__pango *pango, const char *text, size_t n)
{
    if (pango->plain.size == 0)
        set_size(&pango->plain, 10);
    set_text(pango->plain.layout, text, n);
    return pango->plain.layout;
}

bool
fp__pango_has(struct fp__pango *pango, const char *text, size_t n)
{
    return whole(fp__pango_layout(pango, text, n));
}
