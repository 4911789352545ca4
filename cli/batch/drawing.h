/* SPDX-License-Identifier: MIT */
/* drawing.h: the one figure that every frame of a job is drawn into, and its texts. */
#ifndef CLI_BATCH_DRAWING_H
#define CLI_BATCH_DRAWING_H

#include "cli/batch/caption.h"
#include "cli/batch/plan.h"
#include "cli/batch/settings.h"
#include "cli/batch/template.h"
#include "flatplot/axes.h"
#include "flatplot/figure.h"

enum fp__label { FP__LABEL_TITLE, FP__LABEL_X, FP__LABEL_Y, FP__LABEL_BAR, FP__LABELS };

struct fp__drawing {
    struct fp_context *ctx;
    const struct fp__settings *settings;
    struct fp_figure *figure;
    struct fp__times times;
    struct fp__template labels[FP__LABELS]; /* without parts: not drawn */
};

/* Parses the texts and makes the figure. Returns 0 or an exit code after saying what is wrong.
 * fp__drawing_finish frees in both cases. */
int fp__drawing_init(struct fp__drawing *drawing, struct fp_context *ctx,
                     const struct fp__settings *settings);
void fp__drawing_finish(struct fp__drawing *drawing);

/* Refuses what the job's inputs do not allow: pictures that are too large, and texts with
 * characters that no font has, when the rule for so many frames is that. */
int fp__drawing_check(const struct fp__drawing *drawing, const struct fp__plan *plan);

/* Draws the frame into its cell of the figure, which is 0 for the first frame on a picture and must
 * be empty. Sets *ends when it returns 0. */
int fp__drawing_add(struct fp__drawing *drawing, const struct fp__item *item, size_t cell,
                    struct fp_array *array, struct fp__ends *ends);

/* What imshow is told of an input, its norm apart. */
struct fp_imshow_options fp__drawing_image(const struct fp__settings *settings,
                                           const struct fp__input *input);

/* True when the picture is as large as the data (--no-axes without a size). */
bool fp__drawing_fits_data(const struct fp__settings *settings);

/* Whether anything is written on a picture; else no font has to be there. */
bool fp__drawing_has_texts(const struct fp__settings *settings);

/* True when a text says which input it is. */
bool fp__drawing_names_inputs(const struct fp__drawing *drawing);

#endif
