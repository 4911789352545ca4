/* SPDX-License-Identifier: MIT */
/* color_find.c: colours by what people write: names, C0 … C9, hexadecimal, grays. The rules are
 * those of matplotlib 3.6's colors.py, _to_rgba_no_colorcycle. */
#include <ctype.h>
#include <string.h>

#include "color/color.h"
#include "color/name_tables.h"
#include "core/status.h"
#include "flatplot/color.h"
#include "flatplot/text.h"

static bool
equal(const char *a, const char *b)
{
    while (*a && tolower((unsigned char)*a) == *b) {
        a++;
        b++;
    }
    return tolower((unsigned char)*a) == *b;
}

static struct fp_color
opaque(const uint8_t rgb[3])
{
    return (struct fp_color){rgb[0], rgb[1], rgb[2], 255};
}

static bool
find_name(const char *text, struct fp_color *color)
{
    bool letter = text[0] && !text[1]; /* a letter counts in lower case only: C begins C0 */

    for (size_t i = 0; i < FP__COLOR_NAMES; i++) {
        const char *name = fp__color_names[i];

        if (letter ? strcmp(text, name) != 0 : !equal(text, name))
            continue;
        *color = opaque(fp__color_named[i]);
        return true;
    }
    return false;
}

static bool
find_clear(const char *text, struct fp_color *color)
{
    if (!equal(text, "none") && !equal(text, "transparent"))
        return false;
    *color = FP_CLEAR;
    return true;
}

/* C0, C1 …: the last digit counts, since there are ten. */
static bool
find_cycle(const char *text, struct fp_color *color)
{
    size_t digits = strspn(text + (*text == 'C'), "0123456789");

    if (*text != 'C' || digits == 0 || text[1 + digits])
        return false;
    *color = opaque(fp__color_cycle[text[digits] - '0']);
    return true;
}

static uint8_t
hex(char c)
{
    return (uint8_t)(isdigit((unsigned char)c) ? c - '0' : tolower((unsigned char)c) - 'a' + 10);
}

static bool
find_hex(const char *text, struct fp_color *color)
{
    size_t n = *text == '#' ? strspn(text + 1, "0123456789abcdefABCDEF") : 0;
    size_t each = n == 3 || n == 4 ? 1 : 2;
    uint8_t bytes[4] = {0, 0, 0, 255};

    if ((n != 3 && n != 4 && n != 6 && n != 8) || text[1 + n])
        return false;
    for (size_t i = 0; i < n / each; i++) {
        const char *digit = text + 1 + i * each;

        bytes[i] = (uint8_t)(hex(digit[0]) * 16 + hex(digit[each - 1]));
    }
    *color = (struct fp_color){bytes[0], bytes[1], bytes[2], bytes[3]};
    return true;
}

static bool
find_gray(const char *text, struct fp_color *color)
{
    double level;
    const char *end;
    uint8_t byte;

    if (!strchr("+-.0123456789", *text) || !fp_number_parse(text, &end, &level) || *end ||
        !(level >= 0 && level <= 1))
        return false;
    byte = (uint8_t)(level * 255);
    *color = (struct fp_color){byte, byte, byte, 255};
    return true;
}

bool
fp__color_known(const char *text, struct fp_color *color)
{
    return find_name(text, color) || find_clear(text, color) || find_cycle(text, color) ||
           find_hex(text, color) || find_gray(text, color);
}

enum fp_status
fp_color_find(struct fp_context *ctx, const char *text, struct fp_color *color)
{
    const char *near;

    text = text ? text : "";
    if (fp__color_known(text, color))
        return FP_OK;
    near = fp_text_nearest(text, fp__color_names, FP__COLOR_NAMES);
    return fp__fail(ctx, FP_ERR_ARGUMENT, "colour '%s': no such colour" FP__HINT "%s%s%s", text,
                    near ? "did you mean '"
                         : "give a name (tomato, tab:blue), C0 … C9, #rrggbb, #rrggbbaa, a gray "
                           "from 0 to 1, or none",
                    near ? near : "", near ? "'?" : "");
}
