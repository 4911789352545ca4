/* SPDX-License-Identifier: MIT */
/* kernel.h: the kernels that resampling weights pixels with: Agg's sixteen. */
#ifndef PIXELS_KERNEL_H
#define PIXELS_KERNEL_H

struct fp__kernel {
    const char *name;
    double radius; /* pixels this far away or farther weigh nothing; 0: see fp__kernel_radius */
    double (*weight)(double x, double radius); /* for 0 ≤ x < radius; need not sum to 1 */
};

/* The kernel of matplotlib's name for it. NULL when there is none. */
const struct fp__kernel *fp__kernel_find(const char *name);

/* The kernel's radius. sinc, lanczos and blackman have the one that is asked for (filterrad, above
 * 0), but at least 2. */
double fp__kernel_radius(const struct fp__kernel *kernel, double asked);

#endif
