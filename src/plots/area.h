/* SPDX-License-Identifier: MIT */
/* area.h: the looks that all filled areas have: spans, polygons, what lies between two lines. */
#ifndef PLOTS_AREA_H
#define PLOTS_AREA_H

#include "draw/patch.h"
#include "flatplot/areas.h"

/* Raises with the function's name when an area cannot be drawn so. */
enum fp_status fp__area_check(struct fp_context *ctx, const char *function,
                              const struct fp_area_options *options);

/* Face and edge; `color` is the face's when nobody gave one. */
struct fp__patch fp__area_patch(const struct fp_area_options *options, struct fp_color color);

#endif
