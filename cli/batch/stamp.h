/* SPDX-License-Identifier: MIT */
/* stamp.h: what a picture was made from, as a text in its file: by it a job that is run again knows
 * which pictures are done. */
#ifndef CLI_BATCH_STAMP_H
#define CLI_BATCH_STAMP_H

#include "cli/batch/drawing.h"

/* The key of the text in the file. */
#define FP__STAMP_KEY "flatplot"

/* CRC-32 of three things; the fourth is the tool's version. No path and no time, so that the same
 * picture has the same bytes whoever draws it when and where. */
struct fp__stamp {
    uint32_t options; /* traits.h */
    uint32_t fonts;   /* of its texts; 0: it has none */
    uint32_t values;  /* of its frames, one after the other */
};

/* "0.1.0 options=1234abcd fonts=… values=…" */
enum { FP__STAMP_ROOM = 96 };
void fp__stamp_format(const struct fp__stamp *stamp, char text[FP__STAMP_ROOM]);

/* Adds the values of the picture's next frame. */
enum fp_status fp__stamp_add(struct fp__stamp *stamp, struct fp_array *frame);

/* Finds the stamp of the file of that name. There may be a file without one: *there. */
bool fp__stamp_find(struct fp_context *ctx, const char *name, char text[FP__STAMP_ROOM],
                    bool *there);

/* Whether the text is that of the stamp; or at least that of its options and this version. */
bool fp__stamp_is(const struct fp__stamp *stamp, const char *text);
bool fp__stamp_begins(const struct fp__stamp *stamp, const char *text);

/* The number of the fonts that the texts of an input are drawn with; it draws text. */
enum fp_status fp__stamp_fonts(const struct fp__drawing *drawing, const struct fp__input *input,
                               uint32_t *crc);

#endif
