/* SPDX-License-Identifier: MIT */
/* test_colormaps.c: the kinds of colormaps name each map once, and the picture shows them all. */
#include "cli/verbs/colormaps.h"

#include <math.h>

#include "flatplot/output.h"
#include "unit/cli/capture.h"

static size_t
times_listed(const char *name)
{
    size_t times = 0;

    for (size_t g = 0; g < FP__COLORMAP_GROUPS; g++)
        for (size_t i = 0; i < fp__colormap_groups[g].count; i++)
            times += strcmp(fp__colormap_groups[g].entries[i].name, name) == 0;
    return times;
}

static void
every_map_is_listed_once(void **state)
{
    size_t listed = 0, known = 0;

    (void)state;
    for (; fp_colormap_name(known); known++)
        assert_int_equal(times_listed(fp_colormap_name(known)), 1);
    for (size_t g = 0; g < FP__COLORMAP_GROUPS; g++)
        listed += fp__colormap_groups[g].count;
    assert_int_equal(listed, known);
}

/* Relative, of sRGB: IEC 61966-2-1. */
static double
luminance(struct fp_color c)
{
    const double rgb[3] = {c.r / 255.0, c.g / 255.0, c.b / 255.0};
    static const double share[3] = {0.2126, 0.7152, 0.0722};
    double sum = 0;

    for (int i = 0; i < 3; i++)
        sum += share[i] * (rgb[i] <= 0.04045 ? rgb[i] / 12.92 : pow((rgb[i] + 0.055) / 1.055, 2.4));
    return sum;
}

/* CIE lightness, 0 … 100. */
static double
lightness(const struct fp_colormap *map, size_t i)
{
    double y = luminance(fp_colormap_color(map, i));

    return y > 216.0 / 24389 ? 116 * cbrt(y) - 16 : y * 24389 / 27;
}

/* The first three groups are sequential. */
static void
safe_sequences_rise_or_fall_in_lightness(void **state)
{
    (void)state;
    for (size_t g = 0; g < 3; g++)
        for (size_t k = 0; k < fp__colormap_groups[g].count; k++) {
            const struct fp__colormap_entry *e = &fp__colormap_groups[g].entries[k];
            struct fp_colormap map;
            double most = 0, least = 100;
            bool up = true, down = true;

            assert_int_equal(fp_colormap_find(NULL, e->name, &map), FP_OK);
            for (size_t i = 0; i < map.n; i++) {
                most = fmax(most, lightness(&map, i));
                least = fmin(least, lightness(&map, i));
                up = up && lightness(&map, i) >= most - 1;
                down = down && lightness(&map, i) <= least + 1;
            }
            assert_true(up || down || !e->safe);
        }
}

static int
draw_swatches(void *arg)
{
    struct fp_figure *figure = fp_figure_create(NULL);
    uint8_t *rgba = NULL;
    enum fp_status status = figure ? fp__swatches_draw(NULL, figure) : FP_ERR_MEMORY;

    (void)arg;
    if (status == FP_OK)
        status = fp_figure_pixels(figure, &rgba);
    fp_free(rgba);
    fp_unref(figure);
    return status != FP_OK;
}

static void
the_picture_survives_exhaustion(void **state)
{
    (void)state;
    torture(draw_swatches, NULL, 37);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(every_map_is_listed_once),
        world_test(safe_sequences_rise_or_fall_in_lightness),
        world_test(the_picture_survives_exhaustion),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
