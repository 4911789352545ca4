/* SPDX-License-Identifier: MIT */
/* axes.c: the current axes, and the functions that draw in it. */
#include "figure/axes.h"
#include "core/object.h"
#include "core/status.h"
#include "pyplot/registry.h"

/* --- the current axes ------------------------------------------------------------------------- */

/* The current axes without making one. */
static struct fp_axes *
peek_axes(void)
{
    const struct fp__entry *entry = fp__entry_current();

    return entry ? fp__entry_axes(entry) : NULL;
}

struct fp_axes *
plt_gca(void)
{
    struct fp_axes *ax = peek_axes();
    struct fp_figure *fig = ax ? NULL : plt_gcf();

    return fig ? fp_figure_add_subplot(fig, 1, 1, 1) : ax;
}

enum fp_status
plt_sca(struct fp_axes *ax)
{
    struct fp__axes_body *body = fp__axes_open(ax);
    struct fp__entry *entry;

    if (!body)
        return FP_ERR_CLOSED;
    entry = fp__entry_find(0, NULL, fp__axes_figure(body));
    if (!entry)
        return fp__fail(NULL, FP_ERR_ARGUMENT,
                        "the axes is in no numbered figure" FP__HINT
                        "make its figure with plt_figure");
    if (!fp__entry_choose_axes(entry, ax))
        return FP_ERR_MEMORY;
    fp__entry_activate(entry);
    return FP_OK;
}

static bool
is_at(const struct fp_axes *ax, const struct fp__place *wanted)
{
    const struct fp__place *place = &ax->body->place;

    return place->rows > 0 && place->rows == wanted->rows && place->cols == wanted->cols &&
           place->index == wanted->index;
}

/* The axes of the figure that stands at that place of a grid, or NULL. A colorbar, which has the
 * place of its parent, comes after it. */
static struct fp_axes *
axes_at(const struct fp_figure *fig, const struct fp__place *wanted)
{
    for (size_t i = 0; i < fig->body->axes_count; i++)
        if (is_at(fig->body->axes[i], wanted))
            return fig->body->axes[i];
    return NULL;
}

struct fp_axes *
plt_subplot(int rows, int cols, int index)
{
    struct fp_figure *fig = plt_gcf();
    struct fp__place wanted = {.rows = rows, .cols = cols, .index = index};
    struct fp_axes *ax = fig ? axes_at(fig, &wanted) : NULL;

    if (fig && !ax)
        return fp_figure_add_subplot(fig, rows, cols, index);
    return ax && fp__entry_choose_axes(fp__entry_current(), ax) ? ax : NULL;
}

enum fp_status
plt_cla(void)
{
    struct fp_axes *ax = peek_axes();

    return ax ? fp_axes_clear(ax) : FP_NOTHING_TO_CLOSE;
}

/* --- images ----------------------------------------------------------------------------------- */

struct fp_image *
plt_imshow(struct fp_array *array, const struct fp_imshow_options *options)
{
    struct fp_axes *ax = plt_gca();

    return ax ? fp_axes_imshow(ax, array, options) : NULL;
}

/* The newest artist of a kind that can have a colorbar, or NULL. */
static struct fp__artist *
newest_colored(const struct fp_axes *ax)
{
    for (size_t i = ax->body->artist_count; i-- > 0;)
        if (((const struct fp__artist_class *)ax->body->artists[i]->base.cls)->coloring)
            return ax->body->artists[i];
    return NULL;
}

struct fp__artist *
fp__current_colored(void)
{
    const struct fp__entry *entry = fp__entry_current();
    const struct fp_axes *ax = entry ? fp__entry_axes(entry) : NULL;
    struct fp__artist *artist = ax ? newest_colored(ax) : NULL;

    for (size_t i = ax ? entry->figure->body->axes_count : 0; !artist && i-- > 0;)
        artist = newest_colored(entry->figure->body->axes[i]);
    return artist;
}

struct fp_colorbar *
plt_colorbar(void)
{
    struct fp__artist *artist = fp__current_colored();

    if (artist)
        return fp_axes_colorbar(fp__artist_axes(artist), artist, NULL);
    fp__fail(NULL, FP_ERR_ARGUMENT,
             "colorbar: the current figure has no image" FP__HINT "call plt_imshow first");
    return NULL;
}

/* --- texts, scales and files ------------------------------------------------------------------ */

enum fp_status
plt_title(const char *text)
{
    struct fp_axes *ax = plt_gca();

    return ax ? fp_axes_set_title(ax, text) : fp_context_status(NULL);
}

enum fp_status
plt_xlabel(const char *text)
{
    struct fp_axes *ax = plt_gca();

    return ax ? fp_axes_set_xlabel(ax, text) : fp_context_status(NULL);
}

enum fp_status
plt_ylabel(const char *text)
{
    struct fp_axes *ax = plt_gca();

    return ax ? fp_axes_set_ylabel(ax, text) : fp_context_status(NULL);
}

enum fp_status
plt_xscale(const struct fp_scale *scale)
{
    struct fp_axes *ax = plt_gca();

    return ax ? fp_axes_set_xscale(ax, scale) : fp_context_status(NULL);
}

enum fp_status
plt_yscale(const struct fp_scale *scale)
{
    struct fp_axes *ax = plt_gca();

    return ax ? fp_axes_set_yscale(ax, scale) : fp_context_status(NULL);
}

enum fp_status
plt_suptitle(const char *text)
{
    struct fp_figure *fig = plt_gcf();

    return fig ? fp_figure_set_suptitle(fig, text) : fp_context_status(NULL);
}

enum fp_status
plt_tight_layout(void)
{
    struct fp_figure *fig = plt_gcf();

    return fig ? fp_figure_tight_layout(fig) : fp_context_status(NULL);
}

enum fp_status
plt_savefig(const char *path)
{
    struct fp_figure *fig = plt_gcf();

    return fig ? fp_figure_save(fig, path) : fp_context_status(NULL);
}
