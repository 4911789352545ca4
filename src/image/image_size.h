/* SPDX-License-Identifier: MIT */
/* image_size.h: how many pixels an image takes, as matplotlib computes it. */
#ifndef IMAGE_IMAGE_SIZE_H
#define IMAGE_IMAGE_SIZE_H

#include "image/image.h"

/* The width and height in pixels that the whole array would take, rounded as matplotlib rounds
 * them: whether an image is enlarged exactly twice, which decides how "auto" interpolates, hangs on
 * the last bit (185 columns in a picture of 370 pixels take 370.00000000000006). */
void fp__image_size(const struct fp__image_body *body, const struct fp__view *view, double size[2]);

#endif
