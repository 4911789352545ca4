/* SPDX-License-Identifier: MIT */
/* scene.c: a case drawn with the library's public functions. */
#include "oracle/scene.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "unit/support.h"

#include "figure/axes_pen.h"
#include "flatplot/figure.h"
#include "oracle/data.h"
#include "oracle/easel.h"
#include "oracle/options.h"
#include "unit/figure/recorder.h"

/* --- axes ------------------------------------------------------------------------------------- */

static enum fp_status
share(struct scene *scene, const struct words *words)
{
    size_t x = (size_t)words_number(words, "sharex", 0),
           y = (size_t)words_number(words, "sharey", 0);
    enum fp_status status = FP_OK;

    assert_true(x < scene->panels && y < scene->panels);
    if (x > 0)
        status = fp_axes_share_x(scene->axes, scene->panel[x - 1]);
    return status == FP_OK && y > 0 ? fp_axes_share_y(scene->axes, scene->panel[y - 1]) : status;
}

/* A new axes, or the one that the part names; otherwise the one that there is. */
static enum fp_status
choose_axes(struct scene *scene, const struct words *words)
{
    const char *at = words_get(words, "at", scene->panels == 0 ? "1,1,1" : NULL);
    size_t wanted = (size_t)words_number(words, "axes", 0);
    double grid[3];

    if (wanted > 0)
        scene->axes = scene->panel[wanted - 1];
    if (!at)
        return FP_OK;
    assert_int_equal(numbers_read(at, grid, 3), 3);
    scene->axes = fp_figure_add_subplot(scene->figure, (int)grid[0], (int)grid[1], (int)grid[2]);
    assert_non_null(scene->axes);
    scene->panel[scene->panels++] = scene->axes;
    return share(scene, words);
}

static enum fp_status
set_scale(struct scene *scene, const struct words *words, const char *key,
          enum fp_status (*set)(struct fp_axes *, const struct fp_scale *))
{
    const char *name = words_get(words, key, NULL), *colon = name ? strchr(name, ':') : NULL;
    struct fp_scale scale = {FP_SCALE_LINEAR, 0, 0};
    double numbers[2] = {0, 0};

    if (!name)
        return FP_OK;
    if (strncmp(name, "lin", 3) != 0)
        scale.kind = strncmp(name, "log", 3) == 0 ? FP_SCALE_LOG : FP_SCALE_SYMLOG;
    if (colon)
        numbers_read(colon + 1, numbers, 2);
    scale.linthresh = numbers[0];
    scale.linscale = numbers[1];
    return set(scene->axes, &scale);
}

static enum fp_status
set_limits(struct scene *scene, const struct words *words, const char *key,
           enum fp_status (*set)(struct fp_axes *, double, double))
{
    const char *value = words_get(words, key, NULL);
    double lim[2];

    if (!value)
        return FP_OK;
    assert_int_equal(numbers_read(value, lim, 2), 2);
    return set(scene->axes, lim[0], lim[1]);
}

static enum fp_status
set_axes(struct scene *scene, const struct words *words)
{
    enum fp_status status = set_scale(scene, words, "xscale", fp_axes_set_xscale);

    if (status == FP_OK)
        status = set_limits(scene, words, "xlim", fp_axes_set_xlim);
    if (status == FP_OK)
        status = set_scale(scene, words, "yscale", fp_axes_set_yscale);
    return status == FP_OK ? set_limits(scene, words, "ylim", fp_axes_set_ylim) : status;
}

/* --- images, lines, colorbars ----------------------------------------------------------------- */

static enum fp_status
show_image(struct scene *scene, const struct words *words)
{
    struct fp_array *array = data_array(words);
    struct picture *shown = &scene->picture[scene->pictures++];
    enum fp_status status;

    *shown = (struct picture){.words = words, .options = fp_imshow_defaults()};
    status = options_find(words, &shown->options);
    if (words_is(words, "alpha", "array"))
        shown->options.alphas = data_alphas(array);
    if (status == FP_OK)
        shown->image = fp_axes_imshow(scene->axes, array, &shown->options);
    fp_unref(shown->options.norm.boundaries);
    fp_unref(shown->options.alphas);
    fp_unref(array);
    scene->shown = shown;
    return shown->image || status != FP_OK ? status : FP_ERR_ARGUMENT;
}

static enum fp_status
set_data(struct scene *scene, const struct words *words)
{
    struct fp_array *array = data_array(words);
    enum fp_status status = fp_image_set_data(scene->shown->image, array);

    fp_unref(array);
    return status;
}

static enum fp_status
change_image(struct scene *scene, const struct words *words)
{
    const char *clim = words_get(words, "clim", NULL);
    size_t which = (size_t)words_number(words, "image", 0);
    enum fp_status status = FP_OK;
    double lim[2];

    assert_true(which <= scene->pictures);
    if (which > 0)
        scene->shown = &scene->picture[which - 1];
    if (words_get(words, "set", NULL))
        status = set_data(scene, words);
    else if (words_get(words, "shape", NULL))
        status = show_image(scene, words);
    if (!clim || status != FP_OK)
        return status;
    assert_int_equal(numbers_read(clim, lim, 2), 2);
    return fp_image_set_clim(scene->shown->image, lim[0], lim[1]);
}

static struct fp_array *
numbers_array(const char *text)
{
    double numbers[20];
    size_t n = text ? numbers_read(text, numbers, 20) : 0;
    struct fp_layout layout = fp_layout_c(FP_FLOAT64, 1, &n);

    return text ? fp_array_copy(NULL, numbers, &layout) : NULL;
}

static enum fp_status
add_line(struct scene *scene, const struct words *words)
{
    struct fp_array *x = numbers_array(words_get(words, "linex", NULL));
    struct fp_array *y = numbers_array(words_get(words, "line", NULL));
    bool added = !y || fp_axes_plot(scene->axes, x, y, NULL);

    fp_unref(x);
    fp_unref(y);
    return added ? FP_OK : FP_ERR_ARGUMENT;
}

/* A text with spaces for its underscores; NULL when the part has none. Valid until the next one. */
static const char *
written(const struct words *words, const char *key)
{
    static char text[100];
    const char *word = words_get(words, key, NULL);

    if (!word)
        return NULL;
    assert_true(strlen(word) < sizeof text);
    strcpy(text, word);
    for (char *p = text; *p; p++)
        *p = *p == '_' ? ' ' : *p;
    return text;
}

static enum fp_status
add_bar(struct scene *scene, const struct words *words)
{
    static const char *const extends[] = {
        [FP_EXTEND_MIN] = "min", [FP_EXTEND_MAX] = "max", [FP_EXTEND_BOTH] = "both"};
    struct fp_colorbar_options options = fp_colorbar_defaults();

    if (!words_get(words, "bar", NULL))
        return FP_OK;
    options.label = written(words, "label");
    options.horizontal = words_is(words, "bar", "bottom");
    for (int i = FP_EXTEND_MIN; i <= FP_EXTEND_BOTH; i++)
        if (words_is(words, "extend", extends[i]))
            options.extend = (enum fp_extend)i;
    if (!fp_axes_colorbar(scene->axes, scene->shown->image, &options))
        return FP_ERR_ARGUMENT;
    scene->bar[scene->bars] =
        (struct bar){fp_figure_get_axes(scene->figure, scene->panels + scene->bars), scene->shown,
                     options.horizontal};
    scene->bars++;
    return FP_OK;
}

/* --- texts and layout ------------------------------------------------------------------------- */

static enum fp_status
write_texts(struct scene *scene, const struct words *words)
{
    static const struct {
        const char *key;
        enum fp_status (*set)(struct fp_axes *ax, const char *text);
    } kinds[] = {{"title", fp_axes_set_title},
                 {"xlabel", fp_axes_set_xlabel},
                 {"ylabel", fp_axes_set_ylabel}};
    enum fp_status status = FP_OK;

    for (size_t i = 0; status == FP_OK && i < sizeof kinds / sizeof *kinds; i++)
        if (words_get(words, kinds[i].key, NULL))
            status = kinds[i].set(scene->axes, written(words, kinds[i].key));
    if (status == FP_OK && words_get(words, "suptitle", NULL))
        status = fp_figure_set_suptitle(scene->figure, written(words, "suptitle"));
    if (status == FP_OK && words_get(words, "outer", NULL))
        status = fp_axes_label_outer_x(scene->axes);
    return status == FP_OK && words_get(words, "outer", NULL) ? fp_axes_label_outer_y(scene->axes)
                                                              : status;
}

static enum fp_status
lay_out(struct scene *scene, const struct words *words)
{
    enum fp_status status = words_get(words, "tight", NULL) ? easel_fit(scene->figure) : FP_OK;

    return status == FP_OK && words_get(words, "draw", NULL) ? easel_sketch(scene->figure) : status;
}

/* --- parts ------------------------------------------------------------------------------------ */

static enum fp_status
do_part(struct scene *scene, const struct words *words)
{
    static enum fp_status (*const steps[])(struct scene *, const struct words *) = {
        choose_axes, change_image, add_line, set_axes, add_bar, write_texts, lay_out};
    enum fp_status status = FP_OK;

    for (size_t i = 0; status == FP_OK && i < sizeof steps / sizeof *steps; i++)
        status = steps[i](scene, words);
    return status;
}

static enum fp_status
make_figure(struct scene *scene)
{
    const struct words *words = &scene->part[0];
    enum fp_style style = words_is(words, "style", "dark")         ? FP_STYLE_DARK
                          : words_is(words, "style", "colorblind") ? FP_STYLE_COLORBLIND
                                                                   : FP_STYLE_DEFAULT;
    double size[2];

    scene->figure = fp_figure_create(NULL);
    assert_non_null(scene->figure);
    numbers_read(words_get(words, "size", "1.2,0.9"), size, 2);
    assert_int_equal(fp_figure_set_size_inches(scene->figure, size[0], size[1]), FP_OK);
    return fp_figure_set_style(scene->figure, style);
}

enum fp_status
scene_draw(struct scene *scene, const char *line, const bool unseen[SCENE_PARTS])
{
    enum fp_status status;
    size_t parts;

    *scene = (struct scene){0};
    memcpy(scene->unseen, unseen, SCENE_PARTS * sizeof *unseen);
    parts = parts_split(scene->part, SCENE_PARTS, line);
    status = make_figure(scene);
    for (size_t i = 0; status == FP_OK && i < parts; i++)
        status = do_part(scene, &scene->part[i]);
    return status == FP_OK ? easel_draw(scene) : status;
}

void
scene_finish(struct scene *scene)
{
    fp_unref(scene->figure);
    for (size_t i = 0; i < scene->pictures; i++)
        free(scene->picture[i].pixels);
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
        fp__axis_find_ticks(ax, axis == 'y', pen.lengths[axis == 'y'] / pen.point, major, minor),
        FP_OK);
}
