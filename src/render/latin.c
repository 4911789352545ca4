/* SPDX-License-Identifier: MIT */
/* latin.c: HarfBuzz places the letters and cairo draws them, asked as pango 1.50 asks them. */
#include "render/latin.h"

#include <math.h>
#include <string.h>

#include <cairo-ft.h>
#include <fontconfig/fontconfig.h>

#include "render/latin_file.h"
#include "render/leak_check.h"

/* Texts of more bytes are pango's. */
#define MOST_GLYPHS 256

/* pango counts in 1/1024 of a pixel. */
#define UNITS 1024

/* --- which texts ------------------------------------------------------------------------------ */

/* How many bytes the character at the start of the text has: one of ASCII, of Latin-1 (but the
 * space and the hyphen there, which pango treats apart), or the minus sign; 0: another one. */
static size_t
plain(const unsigned char *text)
{
    if (text[0] < 0x80)
        return text[0] >= ' ' && text[0] < 0x7f;
    if (text[0] == 0xc2)
        return text[1] > 0xa0 && text[1] < 0xc0 && text[1] != 0xad ? 2 : 0;
    if (text[0] == 0xc3)
        return text[1] >= 0x80 && text[1] < 0xc0 ? 2 : 0;
    return strncmp((const char *)text, "\xe2\x88\x92", 3) == 0 ? 3 : 0;
}

static bool
all_plain(const char *text)
{
    size_t length = 1, n = 0;

    for (; text[n] && length > 0 && n < MOST_GLYPHS; n += length)
        length = plain((const unsigned char *)text + n);
    return length > 0 && n < MOST_GLYPHS;
}

/* --- the font --------------------------------------------------------------------------------- */

static hb_font_t *
make_shapes(hb_blob_t *blob)
{
    hb_face_t *face = hb_face_create(blob, 0);
    hb_font_t *font = hb_font_create(face);

    hb_face_destroy(face);
    return font;
}

/* By its file's name cairo knows it for the font that pango draws with, and keeps it once. */
static cairo_font_face_t *
make_face(const char *path)
{
    FcPattern *pattern = FcPatternCreate();
    cairo_font_face_t *face;

    FcPatternAddString(pattern, FC_FILE, (const FcChar8 *)path);
    FcPatternAddInteger(pattern, FC_INDEX, 0);
    face = cairo_ft_font_face_create_for_pattern(pattern);
    FcPatternDestroy(pattern);
    return face;
}

static void
seek(struct fp__latin *latin)
{
    const char *path;
    hb_blob_t *blob = fp__latin_file(&path);

    latin->sought = true;
    if (!blob)
        return;
    fp__leak_check_begin();
    latin->shapes = make_shapes(blob);
    latin->line = hb_buffer_create();
    latin->face = make_face(path);
    hb_blob_destroy(blob);
}

bool
fp__latin_takes(struct fp__latin *latin, const char *text)
{
    if (!latin->sought)
        seek(latin);
    return latin->face && all_plain(text);
}

void
fp__latin_finish(struct fp__latin *latin)
{
    hb_buffer_destroy(latin->line);
    hb_font_destroy(latin->shapes);
    cairo_scaled_font_destroy(latin->plain.font);
    cairo_scaled_font_destroy(latin->hinted.font);
    cairo_font_face_destroy(latin->face);
    *latin = (struct fp__latin){0};
}

/* --- one line --------------------------------------------------------------------------------- */

static cairo_scaled_font_t *
set_size(struct fp__latin *latin, struct fp__type *type, double size)
{
    cairo_font_options_t *options;
    cairo_matrix_t em, same;

    if (type->font && type->size == size)
        return type->font;
    cairo_scaled_font_destroy(type->font);
    cairo_matrix_init_scale(&em, size, size);
    cairo_matrix_init_identity(&same);
    options = fp__font_options(type == &latin->hinted);
    type->font = cairo_scaled_font_create(latin->face, &em, &same, options);
    type->size = cairo_scaled_font_status(type->font) == CAIRO_STATUS_SUCCESS ? size : NAN;
    cairo_font_options_destroy(options);
    return type->font;
}

/* pango's sizes are whole units; HarfBuzz counts them in an int. */
static double
whole(double size)
{
    return trunc(fmin(size, 1e6) * UNITS) / UNITS;
}

/* The line's glyphs, in reading order; how many there are. */
static unsigned
shape(struct fp__latin *latin, const char *text, double size, const hb_glyph_info_t **glyphs,
      const hb_glyph_position_t **places)
{
    hb_buffer_t *line = latin->line;
    unsigned n;

    hb_font_set_scale(latin->shapes, (int)(size * UNITS), (int)(size * UNITS));
    hb_buffer_reset(line);
    hb_buffer_set_flags(line, HB_BUFFER_FLAG_BOT | HB_BUFFER_FLAG_EOT);
    hb_buffer_set_direction(line, HB_DIRECTION_LTR);
    hb_buffer_set_script(line, HB_SCRIPT_LATIN); /* digits alone are kerned alike */
    hb_buffer_add_utf8(line, text, -1, 0, -1);
    hb_shape(latin->shapes, line, NULL, 0);
    *places = hb_buffer_get_glyph_positions(line, &n);
    *glyphs = hb_buffer_get_glyph_infos(line, &n);
    return n;
}

static double
pixels(hb_position_t units)
{
    return (double)units / UNITS;
}

static double
to_units(double pixels)
{
    return floor(pixels * UNITS + .5) / UNITS;
}

/* The ink of a glyph at x, in pango's units; false: a space has none. */
static bool
ink_of(cairo_scaled_font_t *font, hb_codepoint_t index, double x, struct fp__measure *ink)
{
    cairo_glyph_t glyph = {.index = index};
    cairo_text_extents_t e;

    cairo_scaled_font_glyph_extents(font, &glyph, 1, &e);
    ink->left = x + to_units(e.x_bearing);
    ink->right = ink->left + to_units(e.width);
    ink->up = -to_units(e.y_bearing);
    ink->down = to_units(e.height) - ink->up;
    return ink->right > ink->left && to_units(e.height) > 0;
}

static void
join(struct fp__measure *line, const struct fp__measure *ink)
{
    bool first = line->right == line->left;

    line->left = first ? ink->left : fmin(line->left, ink->left);
    line->right = first ? ink->right : fmax(line->right, ink->right);
    line->up = first ? ink->up : fmax(line->up, ink->up);
    line->down = first ? ink->down : fmax(line->down, ink->down);
}

struct fp__measure
fp__latin_measure(struct fp__latin *latin, const char *text, double size, bool hinted)
{
    struct fp__type *type = hinted ? &latin->hinted : &latin->plain;
    cairo_scaled_font_t *font = set_size(latin, type, whole(size));
    struct fp__measure line = {0}, ink;
    const hb_glyph_info_t *glyphs;
    const hb_glyph_position_t *places;
    unsigned n = shape(latin, text, whole(size), &glyphs, &places);
    double x = 0;

    for (unsigned i = 0; i < n; i++) {
        if (ink_of(font, glyphs[i].codepoint, x + pixels(places[i].x_offset), &ink))
            join(&line, &ink);
        line.width += fp__eighths(pixels(places[i].x_advance));
        x += pixels(places[i].x_advance);
    }
    return line;
}

/* The line's glyphs from the current point on; how many there are. */
static int
place(struct fp__latin *latin, cairo_t *cr, const char *text, double size,
      cairo_glyph_t placed[MOST_GLYPHS])
{
    const hb_glyph_info_t *glyphs;
    const hb_glyph_position_t *places;
    unsigned n = shape(latin, text, size, &glyphs, &places);
    double x, y, advance = 0;
    unsigned i;

    cairo_get_current_point(cr, &x, &y);
    for (i = 0; i < n && i < MOST_GLYPHS; i++) {
        double at = advance + pixels(places[i].x_offset);

        placed[i] = (cairo_glyph_t){glyphs[i].codepoint, x + at, y};
        advance += pixels(places[i].x_advance);
    }
    return (int)i;
}

bool
fp__latin_show(struct fp__latin *latin, cairo_t *cr, const char *text, double size, bool outlines)
{
    cairo_scaled_font_t *font = set_size(latin, &latin->plain, whole(size));
    cairo_glyph_t placed[MOST_GLYPHS];
    int n;

    if (cairo_scaled_font_status(font) != CAIRO_STATUS_SUCCESS) /* FreeType refuses large sizes */
        return cairo_scaled_font_status(font) != CAIRO_STATUS_NO_MEMORY;
    n = place(latin, cr, text, whole(size), placed);
    cairo_set_scaled_font(cr, font);
    if (outlines)
        cairo_glyph_path(cr, placed, n);
    else
        cairo_show_glyphs(cr, placed, n);
    if (outlines)
        cairo_fill(cr);
    return true;
}
