/* SPDX-License-Identifier: MIT */
/* interpolation.h: how `auto` chooses between nearest and a smoothing kernel. */
#ifndef PIXELS_INTERPOLATION_H
#define PIXELS_INTERPOLATION_H

#include <stdbool.h>
#include <stddef.h>

/* matplotlib 3.6.3's "antialiased" (_image_resample): nearest when both axes are enlarged by more
 * than 3, by 1 or by 2, else hanning. displayed_w × displayed_h is the size in output pixels of the
 * whole array of data_w × data_h values. */
bool fp__interpolation_auto_is_nearest(double displayed_w, double displayed_h, size_t data_w,
                                       size_t data_h);

#endif
