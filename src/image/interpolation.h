/* SPDX-License-Identifier: MIT */
/* interpolation.h: imshow's interpolations by name, and the kernels that they stand for. */
#ifndef IMAGE_INTERPOLATION_H
#define IMAGE_INTERPOLATION_H

#include "flatplot/axes.h"
#include "pixels/kernel.h"

/* NULL for auto, none and nearest. */
const struct fp__kernel *fp__interpolation_kernel(enum fp_interpolation interpolation);

#endif
