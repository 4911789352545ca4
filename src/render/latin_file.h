/* SPDX-License-Identifier: MIT */
/* latin_file.h: the file of DejaVu Sans, found without fontconfig. */
#ifndef RENDER_LATIN_FILE_H
#define RENDER_LATIN_FILE_H

#include <stdint.h>

#include <hb.h>

/* What the file holds and where it lies. NULL when distributions put it elsewhere, or when the
 * environment tells fontconfig where fonts are: then fontconfig is to be asked. */
hb_blob_t *fp__latin_file(const char **path);

/* What a font calls itself: as fontconfig's FC_FAMILY, FC_STYLE and FC_FONTVERSION. */
struct fp__font_name {
    char family[64], style[64];
    int32_t version;
};

struct fp__font_name fp__font_name(hb_face_t *face);

#endif
