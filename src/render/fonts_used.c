/* SPDX-License-Identifier: MIT */
/* fonts_used.c: which fonts draw a text, as a number that changes when they do. */
#include <string.h>

#include <fontconfig/fontconfig.h>
#include <pango/pangofc-font.h>

#include "core/context.h"
#include "core/status.h"
#include "flatplot/array.h"
#include "flatplot/output.h"
#include "flatplot/text.h"
#include "render/fonts.h"

enum { MOST_FONTS = 64 };

struct used {
    PangoFont *fonts[MOST_FONTS];
    size_t count;
    uint32_t crc;
};

static bool
is_known(const struct used *used, const PangoFont *font)
{
    for (size_t i = 0; i < used->count; i++)
        if (used->fonts[i] == font)
            return true;
    return false;
}

static void
add_name(struct used *used, FcPattern *pattern, const char *property)
{
    FcChar8 *name;

    if (FcPatternGetString(pattern, property, 0, &name) == FcResultMatch)
        used->crc = fp_crc32(used->crc, name, strlen((const char *)name) + 1);
}

/* Its name and version, not its path: that is another one on another machine. */
static void
add_font(struct used *used, PangoFont *font)
{
    FcPattern *pattern =
        PANGO_IS_FC_FONT(font) ? pango_fc_font_get_pattern(PANGO_FC_FONT(font)) : NULL;
    int version = 0;

    if (!pattern || is_known(used, font) || used->count == MOST_FONTS)
        return;
    used->fonts[used->count++] = font;
    add_name(used, pattern, FC_FAMILY);
    add_name(used, pattern, FC_STYLE);
    FcPatternGetInteger(pattern, FC_FONTVERSION, 0, &version);
    used->crc = fp_crc32(used->crc, &version, sizeof version);
}

/* A run of characters that no font has is drawn as boxes and has no font. */
enum fp_status
fp_fonts_crc32(struct fp_context *ctx, const char *text, uint32_t *crc)
{
    struct used used = {0};
    PangoLayout *layout;

    ctx = fp__context(ctx);
    if (!fp_utf8_valid(text, strlen(text)))
        return fp__fail(ctx, FP_ERR_ARGUMENT,
                        "a text that is not UTF-8" FP__HINT
                        "convert it first, for instance with iconv -t utf-8");
    layout = fp__fonts_layout(ctx);
    if (!layout)
        return fp_context_status(ctx);
    pango_layout_set_text(layout, text, -1);
    PangoLayoutLine *line = pango_layout_get_line_readonly(layout, 0);
    for (GSList *run = line->runs; run; run = run->next)
        add_font(&used, ((PangoLayoutRun *)run->data)->item->analysis.font);
    *crc = used.crc;
    return FP_OK;
}
