/* SPDX-License-Identifier: MIT */
/* kernels.h: the sixteen kernels once more, from other sources than the library's: window functions
 * and splines in their textbook forms, Bessel functions by their integrals. */
#ifndef TESTS_UNIT_PIXELS_KERNELS_H
#define TESTS_UNIT_PIXELS_KERNELS_H

#include <math.h>
#include <stddef.h>

static inline double
kernel_sinc(double x)
{
    return x == 0 ? 1 : sin(M_PI * x) / (M_PI * x);
}

/* Keys, Cubic convolution interpolation (1981), and with b and c Mitchell and Netravali (1988). */
static inline double
kernel_cubic(double x, double b, double c)
{
    double x2 = x * x, x3 = x2 * x;

    return (x < 1   ? (12 - 9 * b - 6 * c) * x3 + (-18 + 12 * b + 6 * c) * x2 + 6 - 2 * b
            : x < 2 ? (-b - 6 * c) * x3 + (6 * b + 30 * c) * x2 + (-12 * b - 48 * c) * x + 8 * b +
                          24 * c
                    : 0) /
           6;
}

/* Dersch's splines over 4 and 6 points (Panorama Tools): one cubic polynomial per pixel. */
static inline double
kernel_spline(double x, const double p[][4])
{
    int piece = (int)x;
    double t = x - piece;

    return p[piece][0] + p[piece][1] * t + p[piece][2] * t * t + p[piece][3] * t * t * t;
}

/* I₀ and J₁ by the trapezoidal rule, which is exact for them to the last digits. */
static inline double
kernel_i0(double z)
{
    double sum = 0;

    for (int i = 0; i < 64; i++)
        sum += exp(z * cos(2 * M_PI * i / 64)) / 64;
    return sum;
}

static inline double
kernel_j1(double z)
{
    double sum = 0;

    for (int i = 0; i < 128; i++)
        sum += cos(2 * M_PI * i / 128 - z * sin(2 * M_PI * i / 128)) / 128;
    return sum;
}

static inline double
kernel_bilinear(double x, double r)
{
    (void)r;
    return 1 - x;
}

static inline double
kernel_bicubic(double x, double r)
{
    (void)r;
    return kernel_cubic(x, 1, 0);
}

static inline double
kernel_spline16(double x, double r)
{
    static const double p[][4] = {{1, -1. / 5, -9. / 5, 1}, {0, -7. / 15, 4. / 5, -1. / 3}};

    (void)r;
    return kernel_spline(x, p);
}

static inline double
kernel_spline36(double x, double r)
{
    static const double p[][4] = {{1, -3. / 209, -453. / 209, 13. / 11},
                                  {0, -156. / 209, 270. / 209, -6. / 11},
                                  {0, 26. / 209, -45. / 209, 1. / 11}};

    (void)r;
    return kernel_spline(x, p);
}

static inline double
kernel_hanning(double x, double r)
{
    (void)r;
    return cos(M_PI * x / 2) * cos(M_PI * x / 2);
}

static inline double
kernel_hamming(double x, double r)
{
    return 0.08 + 0.92 * kernel_hanning(x, r);
}

static inline double
kernel_hermite(double x, double r)
{
    (void)r;
    return 1 - 3 * x * x + 2 * x * x * x;
}

static inline double
kernel_kaiser(double x, double r)
{
    (void)r;
    return kernel_i0(6.33 * sqrt(1 - x * x)) / kernel_i0(6.33);
}

static inline double
kernel_quadric(double x, double r)
{
    double right = fmax(1.5 - x, 0), middle = fmax(0.5 - x, 0);

    (void)r;
    return (right * right - 3 * middle * middle) / 2;
}

static inline double
kernel_catrom(double x, double r)
{
    (void)r;
    return kernel_cubic(x, 0, 0.5);
}

static inline double
kernel_gaussian(double x, double r)
{
    (void)r;
    return 2 / sqrt(2 * M_PI) * exp(-x * x / 0.5);
}

static inline double
kernel_bessel(double x, double r)
{
    (void)r;
    return x == 0 ? M_PI / 4 : kernel_j1(M_PI * x) / (2 * x);
}

static inline double
kernel_mitchell(double x, double r)
{
    (void)r;
    return kernel_cubic(x, 1. / 3, 1. / 3);
}

static inline double
kernel_of_sinc(double x, double r)
{
    (void)r;
    return kernel_sinc(x);
}

static inline double
kernel_lanczos(double x, double r)
{
    return kernel_sinc(x) * kernel_sinc(x / r);
}

static inline double
kernel_blackman(double x, double r)
{
    return kernel_sinc(x) * (0.34 + 0.5 * cos(M_PI * x / r) + 0.16 * pow(cos(M_PI * x / r), 2));
}

static const struct reference {
    const char *name;
    double radius; /* with filterrad 4 */
    double (*weight)(double x, double radius);
} references[] = {
    {"bilinear", 1, kernel_bilinear}, {"bicubic", 2, kernel_bicubic},
    {"spline16", 2, kernel_spline16}, {"spline36", 3, kernel_spline36},
    {"hanning", 1, kernel_hanning},   {"hamming", 1, kernel_hamming},
    {"hermite", 1, kernel_hermite},   {"kaiser", 1, kernel_kaiser},
    {"quadric", 1.5, kernel_quadric}, {"catrom", 2, kernel_catrom},
    {"gaussian", 2, kernel_gaussian}, {"bessel", 4, kernel_bessel},
    {"mitchell", 2, kernel_mitchell}, {"sinc", 4, kernel_of_sinc},
    {"lanczos", 4, kernel_lanczos},   {"blackman", 4, kernel_blackman},
};

enum { REFERENCES = sizeof references / sizeof *references };

#endif
