/* SPDX-License-Identifier: MIT */
/* fonts_used.c: which fonts draw a text, as a number that changes when they do. */
#include <string.h>

#include <fontconfig/fontconfig.h>

#include "core/context.h"
#include "core/status.h"
#include "flatplot/array.h"
#include "flatplot/output.h"
#include "flatplot/text.h"
#include "render/fonts.h"
#include "render/latin_file.h"

enum { MOST_FONTS = 64 };

struct used {
    FcPattern *fonts[MOST_FONTS];
    size_t count;
    uint32_t crc;
};

static bool
is_known(const struct used *used, const FcPattern *font)
{
    for (size_t i = 0; i < used->count; i++)
        if (used->fonts[i] == font)
            return true;
    return false;
}

static void
add_name(uint32_t *crc, const char *name)
{
    *crc = fp_crc32(*crc, name, strlen(name) + 1);
}

static void
add_property(struct used *used, FcPattern *pattern, const char *property)
{
    FcChar8 *name;

    if (FcPatternGetString(pattern, property, 0, &name) == FcResultMatch)
        add_name(&used->crc, (const char *)name);
}

/* Its name and version, not its path: that is another one on another machine. */
static void
add_font(struct used *used, FcPattern *pattern)
{
    int version = 0;

    if (is_known(used, pattern) || used->count == MOST_FONTS)
        return;
    used->fonts[used->count++] = pattern;
    add_property(used, pattern, FC_FAMILY);
    add_property(used, pattern, FC_STYLE);
    FcPatternGetInteger(pattern, FC_FONTVERSION, 0, &version);
    used->crc = fp_crc32(used->crc, &version, sizeof version);
}

/* A run of characters that no font has is drawn as boxes and has no font. */
static uint32_t
crc_of_pango(struct fp__pango *pango, const char *text)
{
    PangoLayoutLine *line = fp__pango_line(pango, text, strlen(text));
    struct used used = {0};

    for (GSList *run = line->runs; run; run = run->next) {
        PangoFont *font = ((PangoLayoutRun *)run->data)->item->analysis.font;

        if (font) /* cairo's font map has none but those of fontconfig */
            add_font(&used, pango->call->pango_fc_font_get_pattern((PangoFcFont *)font));
    }
    return used.crc;
}

/* The same number for the same font. */
static uint32_t
crc_of_latin(struct fp__latin *latin)
{
    struct fp__font_name font = fp__font_name(hb_font_get_face(latin->shapes));
    uint32_t crc = 0;

    add_name(&crc, font.family);
    add_name(&crc, font.style);
    return fp_crc32(crc, &font.version, sizeof font.version);
}

enum fp_status
fp_fonts_crc32(struct fp_context *ctx, const char *text, uint32_t *crc)
{
    struct fp__fonts *fonts;

    ctx = fp__context(ctx);
    if (!fp_utf8_valid(text, strlen(text)))
        return fp__fail(ctx, FP_ERR_ARGUMENT,
                        "a text that is not UTF-8" FP__HINT
                        "convert it first, for instance with iconv -t utf-8");
    fonts = fp__fonts_for(ctx, text);
    if (!fonts)
        return fp_context_status(ctx);
    *crc = fp__latin_takes(&fonts->latin, text) ? crc_of_latin(&fonts->latin)
                                                : crc_of_pango(&fonts->pango, text);
    return FP_OK;
}
