/* SPDX-License-Identifier: MIT */
/* image_source.h: an image's rows as values that can be resampled, and such values as pixels. */
#ifndef IMAGE_IMAGE_SOURCE_H
#define IMAGE_IMAGE_SOURCE_H

#include "color/mapper.h"
#include "image/image.h"
#include "pixels/blend.h"

/* One image while it is drawn. A pixel is `planes` values side by side:
 *     1     a value for norm and colormap
 *     2     the same, and its alpha
 *     3, 4  a colour, of the image itself or already from the colormap: red, green, blue
 *           (, alpha) */
struct fp__image_source {
    const struct fp__image_body *image;
    size_t planes;
    bool colored;             /* planes are colours that come from the colormap */
    double full;              /* the value of a full colour channel: 255 or 1 */
    bool by_bytes;            /* the image's colours are bytes, which alpha multiplies as bytes */
    struct fp__mapper mapper; /* for values */
    /* By the mapper's numbers, where it gives those: colours, and for blending the same in 255ths
     * with their fractions. */
    struct fp_color colors[FP__COLORMAP_MAX + 3];
    double shades[FP__COLORMAP_MAX + 3][4];
    bool clipped; /* set when a colour had to be clipped */
    bool opaque;  /* every pixel is, whatever the values */
    bool gray;    /* the same */
};

/* `blended`: pixels will be resampled, not picked; only then does it matter whether values or
 * colours are. */
void fp__image_source_init(struct fp__image_source *source, const struct fp_image *image,
                           bool blended);

/* n pixels of a row, n × planes values, from column `col` on; an image's own colours are clipped to
 * 0 … full. */
void fp__image_source_read(struct fp__image_source *source, size_t row, size_t col, size_t n,
                           double *values);

/* Whether a value of the array, of one channel, is finite, shown or not. */
bool fp__image_source_any_finite(const struct fp__image_source *source);

/* The same as rows for resampling, which may then read them without the function above. */
struct fp__rows fp__image_source_rows(struct fp__image_source *source);

/* n pixels from their values. */
void fp__image_source_paint(const struct fp__image_source *source, const double *values, size_t n,
                            uint32_t *argb);

#endif
