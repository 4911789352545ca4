/* SPDX-License-Identifier: MIT */
/* kernel.c: the kernels that resampling weights pixels with; one row each.
 *
 * The formulas are those of Anti-Grain Geometry 2.4, agg_image_filters.h (classes image_filter_…),
 * which matplotlib draws with. Where Agg computes a special function itself, libm's is used, or its
 * series. All are for x ≥ 0. */
#include "pixels/kernel.h"

#include <math.h>
#include <stddef.h>
#include <string.h>

#define PI 3.14159265358979323846

static double
bilinear(double x, double radius)
{
    return radius - x;
}

static double
hanning(double x, double radius)
{
    (void)radius;
    return 0.5 + 0.5 * cos(PI * x);
}

static double
hamming(double x, double radius)
{
    (void)radius;
    return 0.54 + 0.46 * cos(PI * x);
}

static double
hermite(double x, double radius)
{
    (void)radius;
    return (2 * x - 3) * x * x + 1;
}

/* The modified Bessel function I₀, by its power series. */
static double
bessel_i0(double x)
{
    double term = 1;
    double sum = 1;

    for (int i = 1; term > 1e-17 * sum; i++) {
        term *= x * x / 4 / (i * i);
        sum += term;
    }
    return sum;
}

/* β = 6.33, Agg's default. */
static double
kaiser(double x, double radius)
{
    (void)radius;
    return bessel_i0(6.33 * sqrt(fmax(1 - x * x, 0))) / bessel_i0(6.33);
}

static double
quadric(double x, double radius)
{
    return x < 0.5 ? 0.75 - x * x : 0.5 * (x - radius) * (x - radius);
}

static double
cube_above_0(double x)
{
    return x > 0 ? x * x * x : 0;
}

/* The cubic B-spline, which smooths; not the bicubic of other programs. */
static double
bicubic(double x, double radius)
{
    (void)radius;
    return (cube_above_0(x + 2) - 4 * cube_above_0(x + 1) + 6 * cube_above_0(x) -
            4 * cube_above_0(x - 1)) /
           6;
}

static double
catrom(double x, double radius)
{
    (void)radius;
    return x < 1 ? 0.5 * (2 + x * x * (-5 + x * 3)) : 0.5 * (4 + x * (-8 + x * (5 - x)));
}

/* B = C = ⅓. */
static double
mitchell(double x, double radius)
{
    (void)radius;
    return x < 1 ? (16 + x * x * (-36 + x * 21)) / 18 : (32 + x * (-60 + x * (36 - 7 * x))) / 18;
}

static double
spline16(double x, double radius)
{
    double y = x - 1;

    (void)radius;
    return x < 1 ? ((x - 9. / 5) * x - 1. / 5) * x + 1 : ((-1. / 3 * y + 4. / 5) * y - 7. / 15) * y;
}

static double
spline36(double x, double radius)
{
    double y = x - 1;
    double z = x - 2;

    (void)radius;
    return x < 1   ? ((13. / 11 * x - 453. / 209) * x - 3. / 209) * x + 1
           : x < 2 ? ((-6. / 11 * y + 270. / 209) * y - 156. / 209) * y
                   : ((1. / 11 * z - 45. / 209) * z + 26. / 209) * z;
}

static double
gaussian(double x, double radius)
{
    (void)radius;
    return exp(-2 * x * x) * sqrt(2 / PI);
}

static double
bessel(double x, double radius)
{
    (void)radius;
    return x == 0 ? PI / 4 : j1(PI * x) / (2 * x);
}

static double
sinc(double x, double radius)
{
    (void)radius;
    return x == 0 ? 1 : sin(PI * x) / (PI * x);
}

static double
lanczos(double x, double radius)
{
    return sinc(x, 0) * sinc(x / radius, 0);
}

static double
blackman(double x, double radius)
{
    double phase = PI * x / radius;

    return sinc(x, 0) * (0.42 + 0.5 * cos(phase) + 0.08 * cos(2 * phase));
}

/* Agg's bessel has a radius of 3.2383, its second zero, and yet weights up to the end of the table
 * that Agg makes, which lies at the next whole pixel. */
static const struct fp__kernel kernels[] = {
    {.name = "bilinear", .radius = 1, .weight = bilinear},
    {.name = "bicubic", .radius = 2, .weight = bicubic},
    {.name = "spline16", .radius = 2, .weight = spline16},
    {.name = "spline36", .radius = 3, .weight = spline36},
    {.name = "hanning", .radius = 1, .weight = hanning},
    {.name = "hamming", .radius = 1, .weight = hamming},
    {.name = "hermite", .radius = 1, .weight = hermite},
    {.name = "kaiser", .radius = 1, .weight = kaiser},
    {.name = "quadric", .radius = 1.5, .weight = quadric},
    {.name = "catrom", .radius = 2, .weight = catrom},
    {.name = "gaussian", .radius = 2, .weight = gaussian},
    {.name = "bessel", .radius = 4, .weight = bessel},
    {.name = "mitchell", .radius = 2, .weight = mitchell},
    {.name = "sinc", .weight = sinc},
    {.name = "lanczos", .weight = lanczos},
    {.name = "blackman", .weight = blackman},
};

const struct fp__kernel *
fp__kernel_find(const char *name)
{
    for (size_t i = 0; i < sizeof kernels / sizeof *kernels; i++)
        if (strcmp(kernels[i].name, name) == 0)
            return &kernels[i];
    return NULL;
}

/* For sinc the end of Agg's table counts too, as for bessel. */
double
fp__kernel_radius(const struct fp__kernel *kernel, double asked)
{
    double radius = fmax(asked, 2);

    if (kernel->radius > 0)
        return kernel->radius;
    return kernel->weight == sinc ? ceil(radius) : radius;
}
