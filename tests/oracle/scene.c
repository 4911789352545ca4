/* SPDX-License-Identifier: MIT */
/* scene.c: a case drawn with the library's public functions, onto a canvas that keeps its image. */
#include "oracle/scene.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "unit/support.h"

#include "color/color.h"
#include "figure/axes_pen.h"
#include "flatplot/figure.h"
#include "oracle/data.h"
#include "unit/figure/recorder.h"

/* --- the canvas ----------------------------------------------------------------------------------- */

struct keeper {
    struct recorder recorder;
    struct scene *scene;
};

static void
keep_image(struct fp__canvas *canvas, const struct fp__blit *b)
{
    struct scene *scene = ((struct keeper *)canvas)->scene;
    int at[4] = {b->x, b->y, b->width, b->height};

    assert_int_equal(scene->at[2], 0); /* a case has one image */
    memcpy(scene->at, at, sizeof at);
    for (int row = 0; row < b->height; row++)
        memcpy(scene->pixels + (size_t)(b->y + row) * (size_t)scene->width + b->x,
               b->pixels + (size_t)row * b->stride, (size_t)b->width * sizeof *b->pixels);
}

/* From one whole pixel to another, as all fills are but those of points. */
static void
keep_fill(struct fp__canvas *canvas, double x0, double y0, double x1, double y1,
          struct fp_color color)
{
    struct scene *scene = ((struct keeper *)canvas)->scene;

    for (int y = (int)fmax(y0, 0); y < y1 && y < scene->height; y++)
        for (int x = (int)fmax(x0, 0); x < x1 && x < scene->width; x++)
            scene->fills[(size_t)y * (size_t)scene->width + (size_t)x] = fp__premultiply(color);
}

static uint32_t *
make_pixels(const struct scene *scene)
{
    uint32_t *pixels = calloc((size_t)scene->width * (size_t)scene->height, sizeof *pixels);

    assert_non_null(pixels);
    return pixels;
}

static enum fp_status
draw_kept(struct scene *scene)
{
    struct fp__canvas_ops ops = recorder_ops;
    struct keeper keeper = {.recorder = recorder_for(scene->figure), .scene = scene};
    enum fp_status status;

    ops.image = keep_image;
    ops.fill = keep_fill;
    keeper.recorder.base.ops = &ops;
    scene->width = keeper.recorder.base.width;
    scene->height = keeper.recorder.base.height;
    scene->pixels = make_pixels(scene);
    scene->fills = make_pixels(scene);
    status = fp__figure_draw(scene->figure, &keeper.recorder.base);
    fp_text_finish(&keeper.recorder.lines);
    return status;
}

/* --- words to options ------------------------------------------------------------------------------ */

static enum fp_status
find_color(const struct words *words, const char *key, bool *has, struct fp_color *color)
{
    const char *value = words_get(words, key, NULL);

    *has = value != NULL;
    return value ? fp_color_find(NULL, value, color) : FP_OK;
}

static enum fp_status
find_colors(const struct words *words, struct fp_imshow_options *o)
{
    bool has_bad;
    char name[40];
    size_t n = strlen(words_get(words, "cmap", "viridis"));
    enum fp_status status;

    assert_true(n < sizeof name);
    memcpy(name, words_get(words, "cmap", "viridis"), n + 1);
    status = fp_colormap_find(NULL, name, &o->cmap);
    if (status == FP_OK)
        status = find_color(words, "under", &o->has_under, &o->under);
    if (status == FP_OK)
        status = find_color(words, "over", &o->has_over, &o->over);
    return status == FP_OK ? find_color(words, "bad", &has_bad, &o->bad) : status;
}

static enum fp_status
find_norm(const struct words *words, struct fp_norm *norm)
{
    enum fp_status status = fp_norm_parse(NULL, words_get(words, "norm", "linear"), norm);

    norm->vmin = words_number(words, "vmin", NAN);
    norm->vmax = words_number(words, "vmax", NAN);
    return status;
}

static double
aspect_of(const struct words *words)
{
    if (words_is(words, "aspect", "auto"))
        return FP_ASPECT_AUTO;
    return words_is(words, "aspect", "equal") ? 1 : words_number(words, "aspect", 1);
}

/* Alpha and what belongs to resampling. */
static void
find_numbers(const struct words *words, struct fp_imshow_options *o)
{
    o->filternorm = !words_is(words, "filternorm", "0");
    o->filterrad = words_number(words, "filterrad", 4);
    o->stage = words_is(words, "stage", "rgba") ? FP_STAGE_RGBA : FP_STAGE_DATA;
    if (!words_is(words, "alpha", "array"))
        o->alpha = words_number(words, "alpha", 1);
}

static enum fp_status
find_options(const struct words *words, struct fp_imshow_options *o)
{
    const char *extent = words_get(words, "extent", NULL);
    enum fp_status status = find_colors(words, o);

    find_numbers(words, o);
    o->origin = words_is(words, "origin", "lower") ? FP_ORIGIN_LOWER : FP_ORIGIN_UPPER;
    o->aspect = aspect_of(words);
    o->has_extent = extent && numbers_read(extent, o->extent, 4) == 4;
    if (status == FP_OK)
        status = fp_interpolation_find(NULL, words_get(words, "interpolation", "auto"),
                                       &o->interpolation);
    return status == FP_OK ? find_norm(words, &o->norm) : status;
}

/* --- drawing --------------------------------------------------------------------------------------- */

static enum fp_status
show_image(struct scene *scene, struct fp_image **image)
{
    struct fp_array *array = data_array(&scene->words);
    enum fp_status status;

    scene->image = true;
    scene->options = fp_imshow_defaults();
    status = find_options(&scene->words, &scene->options);
    if (words_is(&scene->words, "alpha", "array"))
        scene->options.alphas = data_alphas(array);
    *image = status == FP_OK ? fp_axes_imshow(scene->axes, array, &scene->options) : NULL;
    fp_unref(scene->options.norm.boundaries);
    fp_unref(scene->options.alphas);
    fp_unref(array);
    return *image || status != FP_OK ? status : FP_ERR_ARGUMENT;
}

static enum fp_status
set_scale(struct scene *scene, const char *key,
          enum fp_status (*set)(struct fp_axes *, const struct fp_scale *))
{
    const char *name = words_get(&scene->words, key, "linear"), *colon = strchr(name, ':');
    struct fp_scale scale = {.kind = strncmp(name, "log", 3) == 0      ? FP_SCALE_LOG
                                     : strncmp(name, "symlog", 6) == 0 ? FP_SCALE_SYMLOG
                                                                       : FP_SCALE_LINEAR};
    double numbers[2] = {0, 0};

    if (colon)
        numbers_read(colon + 1, numbers, 2);
    scale.linthresh = numbers[0];
    scale.linscale = numbers[1];
    return set(scene->axes, &scale);
}

static enum fp_status
set_limits(struct scene *scene, const char *key,
           enum fp_status (*set)(struct fp_axes *, double, double))
{
    const char *value = words_get(&scene->words, key, NULL);
    double lim[2];

    if (!value)
        return FP_OK;
    assert_int_equal(numbers_read(value, lim, 2), 2);
    return set(scene->axes, lim[0], lim[1]);
}

static enum fp_status
set_axes(struct scene *scene)
{
    enum fp_status status = set_scale(scene, "xscale", fp_axes_set_xscale);

    if (status == FP_OK)
        status = set_scale(scene, "yscale", fp_axes_set_yscale);
    if (status == FP_OK)
        status = set_limits(scene, "xlim", fp_axes_set_xlim);
    return status == FP_OK ? set_limits(scene, "ylim", fp_axes_set_ylim) : status;
}

static enum fp_status
add_bar(struct scene *scene, struct fp_image *image)
{
    static const char *const extends[] = {
        [FP_EXTEND_MIN] = "min", [FP_EXTEND_MAX] = "max", [FP_EXTEND_BOTH] = "both"};
    struct fp_colorbar_options options = fp_colorbar_defaults();

    if (!words_get(&scene->words, "bar", NULL))
        return FP_OK;
    options.horizontal = words_is(&scene->words, "bar", "bottom");
    for (int i = FP_EXTEND_MIN; i <= FP_EXTEND_BOTH; i++)
        if (words_is(&scene->words, "extend", extends[i]))
            options.extend = (enum fp_extend)i;
    if (!fp_axes_colorbar(scene->axes, image, &options))
        return FP_ERR_ARGUMENT;
    scene->bar = fp_figure_get_axes(scene->figure, 1);
    return FP_OK;
}

static void
make_figure(struct scene *scene)
{
    double size[2];

    scene->figure = fp_figure_create(NULL);
    assert_non_null(scene->figure);
    numbers_read(words_get(&scene->words, "size", "1.2,0.9"), size, 2);
    assert_int_equal(fp_figure_set_size_inches(scene->figure, size[0], size[1]), FP_OK);
    scene->axes = fp_figure_add_subplot(scene->figure, 1, 1, 1);
    assert_non_null(scene->axes);
}

enum fp_status
scene_draw(struct scene *scene, const char *line)
{
    struct fp_image *image = NULL;
    enum fp_status status = FP_OK;

    *scene = (struct scene){0};
    words_split(&scene->words, line);
    make_figure(scene);
    if (words_get(&scene->words, "shape", NULL))
        status = show_image(scene, &image);
    if (status == FP_OK)
        status = set_axes(scene);
    if (status == FP_OK)
        status = add_bar(scene, image);
    return status == FP_OK ? draw_kept(scene) : status;
}

void
scene_finish(struct scene *scene)
{
    fp_unref(scene->figure);
    free(scene->pixels);
    free(scene->fills);
    *scene = (struct scene){0};
}

void
scene_ticks(const struct scene *scene, struct fp_axes *ax, char axis, struct fp__ticks *major,
            struct fp__ticks *minor)
{
    struct recorder recorder = recorder_for(scene->figure);
    struct fp__pen pen;

    assert_int_equal(fp__pen_init(&pen, ax, &recorder.base), FP_OK);
    assert_int_equal(
        fp__pen_find_ticks(&pen, axis == 'x' ? &ax->body->x : &ax->body->y, major, minor), FP_OK);
}
