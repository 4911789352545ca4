/* SPDX-License-Identifier: MIT */
/* image_source.h: an image's rows as values, and values as pixels. */
#ifndef FIGURE_IMAGE_SOURCE_H
#define FIGURE_IMAGE_SOURCE_H

#include "color/mapper.h"
#include "figure/image.h"

/* One image while it is drawn. A pixel is `channels` values side by side. */
struct fp__image_source {
    const struct fp__image_body *image;
    struct fp__mapper mapper; /* for one channel */
    bool reversed;            /* columns from the last to the first */
    double full;              /* the value of a full colour channel: 255 or 1 */
    bool any_finite;          /* set when a value was finite; of one channel */
    bool clipped;             /* set when a colour had to be clipped */
    bool opaque;              /* every pixel is, whatever the values */
};

/* The norm's limits are resolved; NaN limits make every value bad. */
void fp__image_source_init(struct fp__image_source *source, const struct fp_image *image);

/* The values of one row, image.width × channels of them; colours are clipped to 0 … full. */
void fp__image_source_row(struct fp__image_source *source, size_t row, double *values);

/* n pixels from their values. */
void fp__image_source_paint(const struct fp__image_source *source, const double *values, size_t n,
                            uint32_t *argb);

#endif
