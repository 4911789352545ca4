/* SPDX-License-Identifier: MIT */
/* image_limits.h: the limits of an image's norm. */
#ifndef IMAGE_IMAGE_LIMITS_H
#define IMAGE_IMAGE_LIMITS_H

#include "image/image.h"

/* Fills in the limits that were left open: fp__coloring_find_limits. */
enum fp_status fp__image_find_limits(struct fp_context *ctx, struct fp__image_body *body);

#endif
