/* SPDX-License-Identifier: MIT */
/* image.h: what is inside an image artist. */
#ifndef IMAGE_IMAGE_H
#define IMAGE_IMAGE_H

#include "figure/artist.h"
#include "flatplot/axes.h"

struct fp__image_body {
    struct fp_array *array; /* (height, width) or (height, width, channels) */
    size_t height, width;
    size_t channels;                  /* 1: values for the colormap; 3, 4: colours */
    struct fp_imshow_options options; /* the norm's limits are found; NaN: there is no value */
    double extent[4];                 /* left, right, bottom, top */
};

struct fp_image {
    struct fp__artist artist;
    struct fp__image_body *body; /* NULL once closed */
};

extern const struct fp__artist_class fp__image_class;

/* The image's inside; NULL, with FP_ERR_CLOSED raised, when it was closed. */
struct fp__image_body *fp__image_open(struct fp_image *image);

/* The norm as it is drawn; its limits are NaN when the image has no value. */
struct fp_norm fp__image_norm(const struct fp_image *image);

/* True when no pixel of the older image shows through the newer one. */
bool fp__image_hides(const struct fp_image *newer, const struct fp_image *older);

enum fp_status fp__image_draw(struct fp__artist *artist, const struct fp__view *view,
                              struct fp__canvas *canvas);

#endif
