/* SPDX-License-Identifier: MIT */
/* painter.h: the way of one picture: its frames read, drawn, saved, the figure cleared, and a
 * record of it. What it needs is ready by then, so that it works alike in any process. */
#ifndef CLI_BATCH_PAINTER_H
#define CLI_BATCH_PAINTER_H

#include "cli/batch/drawing.h"
#include "cli/batch/names.h"
#include "cli/batch/record.h"
#include "cli/batch/stamp.h"
#include "cli/check/probe.h"

struct fp__painter {
    const struct fp__settings *settings;
    struct fp__plan *plan;
    const struct fp__names *names;
    struct fp__drawing *drawing;
    bool dry;      /* nothing is looked at or written but the input */
    bool detailed; /* records have NaN counts, CRCs, and a sample each */
    size_t every;  /* pictures from one sample to the next */

    /* Hands frame number `cell` of the picture over instead of the plan's file, and may set the
     * item's input and frame. Returns 0 or an exit code after saying why not. NULL: the plan's. */
    int (*read)(void *data, size_t cell, struct fp__item *item, struct fp_array **array);
    void *read_data;

    const struct fp__input *fonts_of; /* whose texts' fonts have this number; NULL: nobody's */
    uint32_t fonts;

    size_t done;       /* pictures painted so far */
    bool folders_made; /* as far as they are this job's to make */
    struct fp__probe probe;
};

/* Paints picture number `picture` of those that are drawn here, from 0. Everything that can be said
 * of it, also why it failed, is in the record. Returns 0 or the failure's exit code: 128 + a signal
 * when one came before it was saved. */
int fp__painter_paint(struct fp__painter *painter, size_t picture, struct fp__record *record);

/* The record of a picture of which nothing is known yet. */
void fp__painter_blank(const struct fp__painter *painter, size_t picture,
                       struct fp__record *record);

/* Closes the input and looks at what the process holds without it. */
enum fp_status fp__painter_settle(struct fp__painter *painter, struct fp_memory_sample *memory);

/* Whether the picture's file is there and has the stamp that it would get: then the record says so,
 * else the picture is to be drawn. The stamp is filled in but for its values. */
int fp__painter_keep(struct fp__painter *painter, struct fp__record *record,
                     const struct fp__stamp *stamp);

/* Reads frame number `cell` of the picture. Returns 0 or an exit code after saying why not. */
int fp__painter_read(struct fp__painter *painter, size_t cell, struct fp__item *item,
                     struct fp_array **array, struct fp__record *record);

#endif
