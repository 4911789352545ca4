/* SPDX-License-Identifier: MIT */
/* interpolation.c: how `auto` chooses between nearest and a smoothing kernel. */
#include "pixels/interpolation.h"

/* Products, not quotients: a size that is exactly twice or three times the data's must be seen. */
static bool
is_crisp(double displayed, double data)
{
    return displayed > 3 * data || displayed == data || displayed == 2 * data;
}

bool
fp__interpolation_auto_is_nearest(double displayed_w, double displayed_h, size_t data_w,
                                  size_t data_h)
{
    return is_crisp(displayed_w, (double)data_w) && is_crisp(displayed_h, (double)data_h);
}
