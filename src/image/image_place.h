/* SPDX-License-Identifier: MIT */
/* image_place.h: where an image lies on a canvas. */
#ifndef IMAGE_IMAGE_PLACE_H
#define IMAGE_IMAGE_PLACE_H

#include "image/image.h"
#include "pixels/resample.h"

/* One direction of the picture. What lies outside the canvas, or is cut, is never made. */
struct fp__image_place {
    struct fp__side side;
    double displayed; /* pixels that the whole source would take */
    double first;     /* where the picture begins, before it was rounded */
    int at;           /* where the first of those that are made lies, from the canvas's left or
                         lower edge */
};

struct fp__image_places {
    struct fp__image_place x; /* counted from the left */
    struct fp__image_place y; /* counted from where row 0 of the array lies */
    bool from_top;            /* which is the top */
    bool bent;                /* an axis is not linear */
};

/* False when nothing of the image is shown. */
bool fp__image_places_find(struct fp__image_places *places, const struct fp__image_body *body,
                           const struct fp__view *view, const struct fp__canvas *canvas);

/* On axes that are not both linear, where in the source the pixels lie: xs and ys have room for
 * both sides' out, and must live as long as the places. */
void fp__image_places_bend(struct fp__image_places *places, const struct fp__image_body *body,
                           const struct fp__view *view, double *xs, double *ys);

#endif
