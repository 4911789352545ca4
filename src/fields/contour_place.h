/* SPDX-License-Identifier: MIT */
/* contour_place.h: where on a contour line a label has its place. */
#ifndef FIELDS_CONTOUR_PLACE_H
#define FIELDS_CONTOUR_PLACE_H

#include "fields/contour.h"

/* matplotlib counts a label's width in points of the line for each pixel. So that a figure has its
 * labels in the same places at every resolution those are the pixels of one with 100 dpi. */
static inline double
fp__contour_pixel(const struct fp__contour_pen *pen)
{
    return pen->canvas->dpi / 100;
}

/* Whether a line of n points is long enough for a label of that width. */
bool fp__contour_has_room(const struct fp__contour_pen *pen, const double *x, const double *y,
                          size_t n, double width);

/* The point in the middle of the line's straightest part that no other label is close to; of the
 * straightest when there is none. False without memory. */
bool fp__contour_find_point(const struct fp__contour_pen *pen, const double *x, const double *y,
                            size_t n, double width, size_t *found);

#endif
