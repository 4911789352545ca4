/* SPDX-License-Identifier: MIT */
/* kernel.c: the kernels that resampling weights pixels with; one row each. */
#include "pixels/kernel.h"

#include <math.h>
#include <stddef.h>
#include <string.h>

/* The Hann window, ½ + ½ cos πx: agg_image_filters.h, image_filter_hanning. */
static double
hanning(double x)
{
    return 0.5 + 0.5 * cos(3.14159265358979323846 * x);
}

static const struct fp__kernel kernels[] = {
    {.name = "hanning", .radius = 1, .weight = hanning},
};

const struct fp__kernel *
fp__kernel_find(const char *name)
{
    for (size_t i = 0; i < sizeof kernels / sizeof *kernels; i++)
        if (strcmp(kernels[i].name, name) == 0)
            return &kernels[i];
    return NULL;
}
