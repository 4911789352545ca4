/* SPDX-License-Identifier: MIT */
/* imsave.c: an array as a picture file, a pixel for each value. (Colours with an alpha between 0
 * and 1 are multiplied by it on the way, as cairo keeps them, and may come out a level off.) */
#include "flatplot/output.h"
#include "script/array.h"
#include "script/handle.h"
#include "script/library.h"
#include "script/rc.h"

#define IMSAVE(member) offsetof(struct fp_imshow_options, member)

static const char *const origins[] = {"upper", "lower", NULL};

static const struct fp__field rows[] = {
    {.name = "cmap", .kind = FP__FIELD_COLORMAP, .offset = IMSAVE(cmap)},
    {.name = "vmin", .kind = FP__FIELD_NUMBER, .offset = IMSAVE(norm.vmin)},
    {.name = "vmax", .kind = FP__FIELD_NUMBER, .offset = IMSAVE(norm.vmax)},
    {.name = "origin", .kind = FP__FIELD_CHOICE, .offset = IMSAVE(origin), .names = origins},
};

const struct fp__fields fp__imsave_fields = FP__FIELDS("imsave", rows);

/* The figure is as large as the image, which is all of it; where that shows nothing, nothing is. */
static void
fill(lua_State *L, struct fp_figure *fig, struct fp_array *array,
     const struct fp_imshow_options *options)
{
    static const double whole[4] = {0, 0, 1, 1};
    const struct fp_layout *layout = fp_array_layout(array);
    struct fp_axes *ax;

    if (layout->ndim < 2 || layout->shape[0] > FP_MAX_SIDE || layout->shape[1] > FP_MAX_SIDE)
        fp__error(L, "imsave: an image has rows and columns, at most %d of each", FP_MAX_SIDE);
    fp__try(L, fp_figure_set_size_pixels(fig, (int)layout->shape[1], (int)layout->shape[0]));
    fp__try(L, fp_figure_set_facecolor(fig, FP_CLEAR));
    ax = fp_figure_add_axes(fig, whole);
    if (!ax || fp_axes_set_axis(ax, false) < 0 || !fp_axes_imshow(ax, array, options))
        fp__raise(L);
}

/* imsave(path, array, {cmap = …}) */
static int
imsave(lua_State *L)
{
    const char *path = fp__string(L, 1, "imsave", "the file's name");
    struct fp_array *array = fp__to_array(L, 2, "imsave", "the image");
    struct fp_imshow_options options = fp_imshow_defaults();
    struct fp_figure *fig;

    lua_settop(L, 3);
    fp__options_read(L, 3, &fp__imsave_fields, &options);
    options.aspect = FP_ASPECT_AUTO;
    options.interpolation = FP_NEAREST;
    fp__push_owned_figure(L);
    fig = fp__to_figure(L, -1);
    fill(L, fig, array, &options);
    fp__try(L, fp_figure_save(fig, path));
    fp_close(fig);
    return 0;
}

void
fp__open_imsave(lua_State *L)
{
    lua_pushcfunction(L, imsave);
    lua_setfield(L, -2, "imsave");
}
