/* SPDX-License-Identifier: MIT */
/* pixels.c: the pixels of a case against matplotlib's. */
#include "oracle/pixels.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "color/color.h"

#define FAR 127

/* What the golden planes say of pixel k. */
static int
wanted_place(const struct golden_pixels *golden, size_t k)
{
    return golden->plane[0][k] + 256 * golden->plane[1][k] - 1;
}

/* The colour at a place: −1 under, n over, n + 1 bad. */
static struct fp_color
color_at(const struct fp_imshow_options *o, int place)
{
    int n = (int)o->cmap.n;

    if (place > n)
        return o->bad;
    if (place < 0)
        return o->has_under ? o->under : fp_colormap_color(&o->cmap, 0);
    if (place == n)
        return o->has_over ? o->over : fp_colormap_color(&o->cmap, (size_t)n - 1);
    return fp_colormap_color(&o->cmap, (size_t)place);
}

static bool
is_color(const struct scene *scene, uint32_t pixel, int place, int alpha)
{
    struct fp_color color = color_at(&scene->options, place);

    if (color.a < 255) /* a colour with an alpha of its own */
        alpha = (int)(color.a * words_number(&scene->words, "alpha", 1));
    color.a = (uint8_t)fmin(fmax(alpha, 0), 255);
    return pixel == fp__premultiply(color);
}

/* How many steps a pixel is from a place; FAR when it is nowhere near. */
static int
steps_from(const struct scene *scene, uint32_t pixel, int place, int alpha)
{
    int n = (int)scene->options.cmap.n;

    for (int d = 0; d <= 8; d++)
        for (int e = -d; e <= d; e++) {
            int low = place > n ? place : (int)fmax(place - d, -1);
            int high = place > n ? place : (int)fmin(place + d, n);

            if (is_color(scene, pixel, low, alpha + e) || is_color(scene, pixel, high, alpha + e))
                return d;
        }
    return FAR;
}

/* The largest difference of two pixels' bytes. */
static int
bytes_between(uint32_t a, uint32_t b)
{
    int most = 0;

    for (int shift = 0; shift < 32; shift += 8)
        most = (int)fmax(most, abs((int)(a >> shift & 255) - (int)(b >> shift & 255)));
    return most;
}

static int
distance(const struct scene *scene, const struct golden_pixels *golden, size_t k, uint32_t pixel)
{
    uint8_t *const *p = golden->plane;

    if (golden->colours)
        return bytes_between(
            pixel, fp__premultiply((struct fp_color){p[0][k], p[1][k], p[2][k], p[3][k]}));
    return steps_from(scene, pixel, wanted_place(golden, k), p[2][k]);
}

struct count {
    size_t steps[FAR + 129]; /* how many pixels are that many steps off */
    size_t first;            /* the first one that is off */
};

static struct count
count(const struct scene *scene, const struct golden_pixels *golden)
{
    const uint8_t *tie = golden->plane[golden->planes - 1];
    struct count counted = {.first = SIZE_MAX};
    size_t area = (size_t)golden->width * (size_t)golden->height;

    for (size_t k = 0; k < area; k++) {
        size_t x = (size_t)golden->x + k % (size_t)golden->width;
        size_t y = (size_t)golden->y + k / (size_t)golden->width;
        int d = distance(scene, golden, k, scene->pixels[y * (size_t)scene->width + x]);

        if (tie[k] && d <= 1)
            d = 0;
        counted.steps[d]++;
        if (d > 0 && counted.first == SIZE_MAX)
            counted.first = k;
    }
    return counted;
}

static void
tell(const struct scene *scene, const struct golden_pixels *golden, size_t off, size_t k)
{
    int column = (int)(k % (size_t)golden->width), row = (int)(k / (size_t)golden->width);
    size_t at = (size_t)(golden->y + row) * (size_t)scene->width + (size_t)(golden->x + column);
    uint8_t *const *p = golden->plane;

    printf("  %zu of %d pixels differ; the first at column %d, row %d is #%08x, ", off,
           golden->width * golden->height, column, row, scene->pixels[at]);
    if (golden->colours)
        printf("not %d %d %d %d\n", p[0][k], p[1][k], p[2][k], p[3][k]);
    else
        printf("not place %d of %zu with alpha %d (%d steps)\n", wanted_place(golden, k),
               scene->options.cmap.n, p[2][k], distance(scene, golden, k, scene->pixels[at]));
}

bool
pixels_agree(const struct scene *scene, const struct golden_pixels *golden, bool nearest)
{
    const int at[4] = {golden->x, golden->y, golden->width, golden->height};
    size_t area = (size_t)golden->width * (size_t)golden->height;
    struct count counted = count(scene, golden);
    size_t off = area - counted.steps[0];

    if (scene->at[2] != 0 && memcmp(scene->at, at, sizeof at) != 0) {
        printf("  drawn at %d, %d: %d x %d pixels, not at %d, %d: %d x %d\n", scene->at[0],
               scene->at[1], scene->at[2], scene->at[3], at[0], at[1], at[2], at[3]);
        return false;
    }
    if (off == 0 || (!nearest && off == counted.steps[1] && off * 1000 <= area))
        return true;
    tell(scene, golden, off, counted.first);
    return false;
}
