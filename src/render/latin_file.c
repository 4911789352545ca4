/* SPDX-License-Identifier: MIT */
/* latin_file.c: where distributions put DejaVu Sans, and what is written in it. */
#include "render/latin_file.h"

#include <stdbool.h>
#include <stdlib.h>

#include <hb-ot.h>

static bool
fontconfig_is_told(void)
{
    return getenv("FONTCONFIG_FILE") || getenv("FONTCONFIG_PATH") || getenv("FONTCONFIG_SYSROOT");
}

hb_blob_t *
fp__latin_file(const char **path)
{
    static const char *const paths[] = {
        /* Debian, Arch, Fedora, Alpine */
        "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf",
        "/usr/share/fonts/TTF/DejaVuSans.ttf",
        "/usr/share/fonts/dejavu-sans-fonts/DejaVuSans.ttf",
        "/usr/share/fonts/dejavu/DejaVuSans.ttf",
    };
    hb_blob_t *blob = NULL;

    if (fontconfig_is_told())
        return NULL;
    for (size_t i = 0; !blob && i < sizeof paths / sizeof paths[0]; i++)
        blob = hb_blob_create_from_file_or_fail(*path = paths[i]);
    return blob;
}

static void
name(hb_face_t *face, hb_ot_name_id_t id, char text[64])
{
    unsigned room = 64;

    hb_ot_name_get_utf8(face, id, hb_language_from_string("en", -1), &room, text);
}

/* The OpenType specification's table "head": fontRevision is its second word, big-endian. */
static int32_t
version(hb_face_t *face)
{
    hb_blob_t *head = hb_face_reference_table(face, HB_TAG('h', 'e', 'a', 'd'));
    unsigned length;
    const uint8_t *b = (const uint8_t *)hb_blob_get_data(head, &length);
    uint32_t revision = 0;

    for (unsigned i = 4; length >= 8 && i < 8; i++)
        revision = revision << 8 | b[i];
    hb_blob_destroy(head);
    return (int32_t)revision;
}

struct fp__font_name
fp__font_name(hb_face_t *face)
{
    struct fp__font_name font = {.version = version(face)};

    name(face, HB_OT_NAME_ID_FONT_FAMILY, font.family);
    name(face, HB_OT_NAME_ID_FONT_SUBFAMILY, font.style);
    return font;
}
