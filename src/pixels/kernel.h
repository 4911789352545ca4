/* SPDX-License-Identifier: MIT */
/* kernel.h: the kernels that resampling weights pixels with. */
#ifndef PIXELS_KERNEL_H
#define PIXELS_KERNEL_H

struct fp__kernel {
    const char *name;
    double radius;              /* pixels farther away weigh nothing */
    double (*weight)(double x); /* for |x| ≤ radius; even; need not sum to 1 */
};

/* The kernel of that name. NULL when there is none. */
const struct fp__kernel *fp__kernel_find(const char *name);

#endif
