/* SPDX-License-Identifier: MIT */
/* image_check.h: whether imshow's options can be. */
#ifndef IMAGE_IMAGE_CHECK_H
#define IMAGE_IMAGE_CHECK_H

#include "image/image.h"

/* FP_ERR_ARGUMENT for an alpha, a filterrad, an interpolation or a stage out of range. */
enum fp_status fp__blending_check(struct fp_context *ctx, const struct fp_imshow_options *options);

/* FP_ERR_ARGUMENT for alphas of another shape than the image's, or not in 0 … 1. */
enum fp_status fp__alphas_check(struct fp_context *ctx, const struct fp__image_body *body);

#endif
