/* SPDX-License-Identifier: MIT */
/* image_limits.h: the limits of an image's norm. */
#ifndef FIGURE_IMAGE_LIMITS_H
#define FIGURE_IMAGE_LIMITS_H

#include "figure/image.h"

/* Fills in the limits that were left open: matplotlib's autoscale_None, once, when imshow is
 * called. FP_ERR_ARGUMENT when no value can be shown. */
enum fp_status fp__image_find_limits(struct fp_context *ctx, struct fp__image_body *body);

#endif
