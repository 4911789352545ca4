/* SPDX-License-Identifier: MIT */
/* cover.c: covers of shapes. A stamp at a million places costs as many small blends and no path. */
#include "render/cover.h"

#include <math.h>

#include "color/color.h"
#include "render/shade.h"

cairo_t *
fp__cover_begin(struct fp__cover *cover, const double box[4])
{
    double width = ceil(box[2]) - floor(box[0]), height = ceil(box[3]) - floor(box[1]);
    cairo_t *cr;

    if (!(width <= FP__COVER_MOST && height <= FP__COVER_MOST && fabs(box[0]) < 0x1p20 &&
          fabs(box[1]) < 0x1p20))
        return NULL;
    cover->x = (int)floor(box[0]);
    cover->y = (int)floor(box[1]);
    cover->width = (int)width;
    cover->height = (int)height;
    cover->surface = cairo_image_surface_create(CAIRO_FORMAT_A8, cover->width, cover->height);
    cr = cairo_create(cover->surface);
    cairo_translate(cr, -cover->x, -cover->y);
    return cr;
}

void
fp__cover_finish(struct fp__cover *cover)
{
    cairo_surface_destroy(cover->surface);
    cover->surface = NULL;
}

static int
larger(int a, int b)
{
    return a > b ? a : b;
}

static void
blend_all(const struct fp__cover *cover, const struct fp__ground *ground, struct fp_color color,
          int x, int y, enum fp__rounding rounding)
{
    const unsigned char *parts = cairo_image_surface_get_data(cover->surface);
    int stride = cairo_image_surface_get_stride(cover->surface);
    int left = x + cover->x, top = y + cover->y;
    int right = -larger(-(left + cover->width), -ground->clip[2]);
    int bottom = -larger(-(top + cover->height), -ground->clip[3]);
    uint32_t argb = fp__premultiply(color);

    for (int row = larger(top, ground->clip[1]); row < bottom; row++)
        for (int col = larger(left, ground->clip[0]); col < right; col++) {
            unsigned char part = parts[(row - top) * stride + col - left];
            uint32_t *pixel = ground->pixels + (size_t)row * ground->stride + col;

            if (part > 0)
                *pixel = fp__shade_over(fp__shade_of(argb, part, rounding), *pixel);
        }
}

void
fp__cover_blend(const struct fp__cover *cover, const struct fp__ground *ground,
                struct fp_color color, int x, int y)
{
    blend_all(cover, ground, color, x, y, FP__ROUNDING_PIXMAN);
}

void
fp__cover_fill(const struct fp__cover *cover, const struct fp__ground *ground,
               struct fp_color color)
{
    blend_all(cover, ground, color, 0, 0, FP__ROUNDING_SPANS);
}
