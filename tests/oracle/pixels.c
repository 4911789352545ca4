/* SPDX-License-Identifier: MIT */
/* pixels.c: the pixels of a case against matplotlib's. */
#include "oracle/pixels.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "unit/support.h"

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
is_color(const struct picture *picture, uint32_t pixel, int place, int alpha)
{
    struct fp_color color = color_at(&picture->options, place);

    if (color.a < 255) /* a colour with an alpha of its own */
        alpha = (int)(color.a * words_number(picture->words, "alpha", 1));
    color.a = (uint8_t)fmin(fmax(alpha, 0), 255);
    return pixel == fp__premultiply(color);
}

/* How many steps a pixel is from a place and an alpha; FAR when it is nowhere near. */
static int
steps_from(const struct picture *picture, uint32_t pixel, int place, int alpha)
{
    int n = (int)picture->options.cmap.n;

    for (int d = 0; d <= 8; d++) {
        int low = place > n ? place : (int)fmax(place - d, -1);
        int high = place > n ? place : (int)fmin(place + d, n);

        for (int at = low; at <= high; at++)
            for (int e = -d; e <= d; e++)
                if (is_color(picture, pixel, at, alpha + e))
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

/* How far matplotlib's own pixel is from what it should be, in plane i. */
static int
off(const struct golden_pixels *golden, size_t i, size_t k)
{
    return (int8_t)golden->plane[(golden->colours ? 4 : 3) + i][k];
}

/* From what the pixel should be, or from matplotlib's own. */
static int
distance(const struct picture *picture, const struct golden_pixels *golden, size_t k, bool own)
{
    size_t x = (size_t)golden->x + k % (size_t)golden->width;
    size_t y = (size_t)golden->y + k / (size_t)golden->width;
    uint32_t pixel = picture->pixels[y * (size_t)picture->width + x];
    uint8_t *const *p = golden->plane;
    uint8_t c[4];

    if (own && off(golden, 0, k) == FAR)
        return FAR;
    if (!golden->colours)
        return steps_from(picture, pixel, wanted_place(golden, k) + own * off(golden, 0, k),
                          p[2][k] + own * off(golden, 1, k));
    for (size_t i = 0; i < 4; i++)
        c[i] = (uint8_t)(p[i][k] + own * off(golden, i, k));
    return bytes_between(pixel, fp__premultiply((struct fp_color){c[0], c[1], c[2], c[3]}));
}

struct count {
    size_t steps[FAR + 129]; /* how many pixels are that many steps off */
    size_t first;            /* the first one that is off */
};

static struct count
count(const struct picture *picture, const struct golden_pixels *golden)
{
    const uint8_t *tie = golden->plane[golden->planes - 1];
    struct count counted = {.first = SIZE_MAX};
    size_t area = (size_t)golden->width * (size_t)golden->height;

    for (size_t k = 0; k < area; k++) {
        int d = distance(picture, golden, k, false);

        if (tie[k] && d <= 1)
            d = 0;
        counted.steps[d]++;
        if (d > 0 && counted.first == SIZE_MAX)
            counted.first = k;
    }
    return counted;
}

static void
tell(const struct picture *picture, const struct golden_pixels *golden, size_t wrong, size_t k)
{
    int column = (int)(k % (size_t)golden->width), row = (int)(k / (size_t)golden->width);
    size_t at = (size_t)(golden->y + row) * (size_t)picture->width + (size_t)(golden->x + column);
    uint8_t *const *p = golden->plane;

    printf("  %zu of %d pixels differ; the first at column %d, row %d is #%08x, ", wrong,
           golden->width * golden->height, column, row, picture->pixels[at]);
    if (golden->colours)
        printf("not %d %d %d %d\n", p[0][k], p[1][k], p[2][k], p[3][k]);
    else
        printf("not place %d of %zu with alpha %d (%d steps)\n", wanted_place(golden, k),
               picture->options.cmap.n, p[2][k], distance(picture, golden, k, false));
}

static void
count_own(const struct picture *picture, const struct golden_pixels *golden, struct tally *tally)
{
    size_t area = (size_t)golden->width * (size_t)golden->height;

    tally->pixels += area;
    for (size_t k = 0; k < area; k++) {
        int d = distance(picture, golden, k, true);

        tally->equal += d == 0;
        tally->near += d <= 1;
    }
}

bool
pixels_agree(const struct picture *picture, const struct golden_pixels *golden, bool nearest,
             struct tally *tally)
{
    const int at[4] = {golden->x, golden->y, golden->width, golden->height};
    size_t area = (size_t)golden->width * (size_t)golden->height;
    struct count counted = count(picture, golden);
    size_t wrong = area - counted.steps[0];

    if (picture->at[2] != 0 && memcmp(picture->at, at, sizeof at) != 0) {
        printf("  drawn at %d, %d: %d x %d pixels, not at %d, %d: %d x %d\n", picture->at[0],
               picture->at[1], picture->at[2], picture->at[3], at[0], at[1], at[2], at[3]);
        return false;
    }
    if (!words_get(picture->words, "matplotlib", NULL))
        count_own(picture, golden, tally);
    if (wrong == 0 || (!nearest && wrong == counted.steps[1] && wrong * 1000 <= area))
        return true;
    tell(picture, golden, wrong, counted.first);
    return false;
}

/* --- colorbars -------------------------------------------------------------------------------- */

/* Pixel `at` along the bar's middle. */
static uint32_t
bar_pixel(const struct scene *scene, const struct bar *bar, const double box[4], int at)
{
    int x = bar->lies ? at : (int)((box[0] + box[2]) / 2);
    int y = bar->lies ? (int)(scene->height - (box[1] + box[3]) / 2) : at;

    return scene->fills[(size_t)y * (size_t)scene->width + (size_t)x];
}

static size_t
unpack(const char *steps, int *places, size_t room)
{
    size_t n = 0;
    int place = 0;

    for (const char *p = steps + strspn(steps, "\t"); *p && n < room; p++) {
        if (*p == '(')
            place = (int)strtol(p + 1, (char **)&p, 10); /* up to the other parenthesis */
        else
            place += *p - 'm';
        places[n++] = place;
    }
    return n;
}

/* Whether a pixel shows one of the places from a to b, or next to them. */
static bool
shows(const struct picture *picture, uint32_t pixel, int a, int b)
{
    for (int place = (int)fmin(a, b); place <= fmax(a, b); place++)
        if (steps_from(picture, pixel, place, 255) <= 1)
            return true;
    return false;
}

bool
strip_agrees(const struct scene *scene, const struct bar *bar, const char *strip)
{
    int places[2000], first = (int)strtol(strip, (char **)&strip, 10);
    int n = (int)unpack(strip, places, sizeof places / sizeof *places);
    double box[4];

    assert_int_equal(fp_axes_get_box(bar->axes, box), FP_OK);
    for (int i = 0; i < n; i++) {
        uint32_t pixel = bar_pixel(scene, bar, box, first + i);

        if (!shows(bar->picture, pixel, places[(int)fmax(i - 2, 0)],
                   places[(int)fmin(i + 2, n - 1)])) {
            printf("  pixel %d along the bar is #%08x, not place %d of %zu\n", first + i, pixel,
                   places[i], bar->picture->options.cmap.n);
            return false;
        }
    }
    return n > 0;
}
