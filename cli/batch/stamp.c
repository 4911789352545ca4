/* SPDX-License-Identifier: MIT */
/* stamp.c: stamps made, found in files, compared. */
#include "cli/batch/stamp.h"

#include <stdio.h>
#include <string.h>

#include "cli/batch/glyphs.h"
#include "cli/opt/place.h"
#include "flatplot/output.h"

void
fp__stamp_format(const struct fp__stamp *stamp, char text[FP__STAMP_ROOM])
{
    snprintf(text, FP__STAMP_ROOM, FP_VERSION " options=%08x fonts=%08x values=%08x",
             (unsigned)stamp->options, (unsigned)stamp->fonts, (unsigned)stamp->values);
}

enum fp_status
fp__stamp_add(struct fp__stamp *stamp, struct fp_array *frame)
{
    uint32_t crc;
    enum fp_status status = fp_array_crc32(frame, &crc);
    if (status == FP_OK)
        stamp->values = fp_crc32(stamp->values, &crc, sizeof crc);
    return status;
}

bool
fp__stamp_find(struct fp_context *ctx, const char *name, char text[FP__STAMP_ROOM], bool *there)
{
    struct fp__identity identity;
    *there = fp__identify(name, &identity);
    return *there && fp_png_text(ctx, name, FP__STAMP_KEY, text, FP__STAMP_ROOM);
}

bool
fp__stamp_is(const struct fp__stamp *stamp, const char *text)
{
    char wanted[FP__STAMP_ROOM];
    fp__stamp_format(stamp, wanted);
    return strcmp(text, wanted) == 0;
}

bool
fp__stamp_begins(const struct fp__stamp *stamp, const char *text)
{
    char wanted[FP__STAMP_ROOM];
    fp__stamp_format(stamp, wanted);
    return strncmp(text, wanted, (size_t)(strstr(wanted, "fonts=") - wanted)) == 0;
}

enum fp_status
fp__stamp_fonts(const struct fp__drawing *drawing, const struct fp__input *input, uint32_t *crc)
{
    struct fp_text text = {0};
    *crc = 0;
    if (!fp__drawing_has_texts(drawing->settings))
        return FP_OK;
    fp__glyphs_append(drawing->labels, FP__LABELS, input, &text);
    enum fp_status status =
        text.failed ? FP_ERR_MEMORY : fp_fonts_crc32(drawing->ctx, fp_text_string(&text), crc);
    fp_text_finish(&text);
    return status;
}
