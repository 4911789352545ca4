/* SPDX-License-Identifier: MIT */
/* pyplot.c: the functions of pyplot.h over the registry. */
#include "flatplot/pyplot.h"

#include <limits.h>
#include <malloc.h>

#include "core/object.h"
#include "core/status.h"
#include "figure/axes.h"
#include "pyplot/registry.h"

/* --- figures -------------------------------------------------------------------------------------- */

static struct fp_figure *
make_current(int num, const char *name)
{
    struct fp__registry *registry = fp__registry();
    struct fp__entry *entry;
    size_t i;

    if (!registry)
        return NULL;
    i = num || name ? fp__registry_find(registry, num, name, NULL) : registry->count;
    entry = i < registry->count ? fp__registry_activate(registry, i)
                                : fp__registry_add(registry, num, name);
    return entry ? entry->figure : NULL;
}

struct fp_figure *
plt_figure(int num)
{
    if (num >= 0 && num < INT_MAX)
        return make_current(num, NULL);
    fp__fail(NULL, FP_ERR_ARGUMENT, "no figure number %d" FP__HINT
             "figures are numbered from 1; 0 makes a new one", num);
    return NULL;
}

struct fp_figure *
plt_figure_named(const char *name)
{
    if (name && *name)
        return make_current(0, name);
    fp__fail(NULL, FP_ERR_ARGUMENT, "a figure's name is empty" FP__HINT "use plt_figure(0)");
    return NULL;
}

int
plt_number(struct fp_figure *fig)
{
    struct fp__registry *registry = fig ? fp__registry() : NULL;
    size_t i = registry ? fp__registry_find(registry, 0, NULL, fig) : 0;

    return registry && i < registry->count ? registry->entries[i].number : 0;
}

static void
insert_ascending(int *numbers, size_t n, int number)
{
    for (; n > 0 && numbers[n - 1] > number; n--)
        numbers[n] = numbers[n - 1];
    numbers[n] = number;
}

size_t
plt_fignums(int *numbers, size_t room)
{
    struct fp__registry *registry = fp__registry();
    size_t written = 0;

    for (size_t i = 0; registry && i < registry->count; i++) {
        int number = registry->entries[i].number;

        if (written < room)
            insert_ascending(numbers, written++, number);
        else if (room > 0 && number < numbers[room - 1])
            insert_ascending(numbers, room - 1, number);
    }
    return registry ? registry->count : 0;
}

/* The current entry, made if there is none. NULL, raised, on failure. */
static struct fp__entry *
current(void)
{
    struct fp__registry *registry = fp__registry();

    if (!registry)
        return NULL;
    return registry->count > 0 ? &registry->entries[registry->count - 1]
                               : fp__registry_add(registry, 0, NULL);
}

struct fp_figure *
plt_gcf(void)
{
    struct fp__entry *entry = current();

    return entry ? entry->figure : NULL;
}

/* --- axes ----------------------------------------------------------------------------------------- */

/* Points *link at obj; the old link is kept when there is no memory. */
static bool
point(struct fp_weak **link, void *obj)
{
    struct fp_weak *fresh = fp_weak_create(obj);

    if (!fresh)
        return false;
    fp_weak_destroy(*link);
    *link = fresh;
    return true;
}

static struct fp_axes *
add_subplot(struct fp__entry *entry, int rows, int cols, int index)
{
    struct fp_axes *ax = fp_figure_add_subplot(entry->figure, rows, cols, index);

    if (!ax || point(&entry->axes, ax))
        return ax;
    fp_axes_remove(ax);
    return NULL;
}

/* The last axes that is no colorbar's, or NULL. */
static struct fp_axes *
last_axes(struct fp_figure *fig)
{
    for (size_t i = fig->body->axes_count; i-- > 0;)
        if (!fig->body->axes[i]->body->parent)
            return fig->body->axes[i];
    return NULL;
}

/* The current axes without making one. */
static struct fp_axes *
peek_axes(const struct fp__entry *entry)
{
    struct fp_axes *ax = fp__weak_peek(entry->axes);

    return ax ? ax : last_axes(entry->figure);
}

struct fp_axes *
plt_gca(void)
{
    struct fp__entry *entry = current();
    struct fp_axes *ax = entry ? peek_axes(entry) : NULL;

    return ax || !entry ? ax : add_subplot(entry, 1, 1, 1);
}

enum fp_status
plt_sca(struct fp_axes *ax)
{
    struct fp__registry *registry = fp__registry();
    struct fp_figure *fig;
    size_t i;

    if (!registry)
        return FP_ERR_MEMORY;
    if (!fp__axes_open(ax))
        return FP_ERR_CLOSED;
    fig = fp__axes_figure(ax->body);
    i = fp__registry_find(registry, 0, NULL, fig);
    if (!fig || i == registry->count)
        return fp__fail(NULL, FP_ERR_ARGUMENT, "the axes is in no numbered figure" FP__HINT
                        "make its figure with plt_figure");
    return point(&fp__registry_activate(registry, i)->axes, ax) ? FP_OK : FP_ERR_MEMORY;
}

static bool
is_at(const struct fp_axes *ax, int rows, int cols, int index)
{
    const struct fp__place *place = &ax->body->place;

    return place->rows == rows && place->cols == cols && place->index == index &&
           !ax->body->parent;
}

/* As in matplotlib an axes that stands at that place already becomes current again. */
struct fp_axes *
plt_subplot(int rows, int cols, int index)
{
    struct fp__entry *entry = current();

    for (size_t i = 0; entry && i < entry->figure->body->axes_count; i++) {
        struct fp_axes *ax = entry->figure->body->axes[i];

        if (is_at(ax, rows, cols, index))
            return point(&entry->axes, ax) ? ax : NULL;
    }
    return entry ? add_subplot(entry, rows, cols, index) : NULL;
}

/* --- clearing and closing --------------------------------------------------------------------------- */

static struct fp__entry *
peek_current(void)
{
    struct fp__registry *registry = fp__registry();

    return registry && registry->count > 0 ? &registry->entries[registry->count - 1] : NULL;
}

enum fp_status
plt_cla(void)
{
    struct fp__entry *entry = peek_current();
    struct fp_axes *ax = entry ? peek_axes(entry) : NULL;

    return ax ? fp_axes_clear(ax) : FP_NOTHING_TO_CLOSE;
}

static void
forget(struct fp_weak **link)
{
    fp_weak_destroy(*link);
    *link = NULL;
}

enum fp_status
plt_clf(void)
{
    struct fp__entry *entry = peek_current();

    if (!entry)
        return FP_NOTHING_TO_CLOSE;
    forget(&entry->axes);
    forget(&entry->image);
    return fp_figure_clear(entry->figure);
}

static enum fp_status
close_entry(int num, const char *name, const struct fp_figure *fig)
{
    struct fp__registry *registry = fp__registry();
    size_t i = registry ? fp__registry_find(registry, num, name, fig) : 0;

    if (!registry || i == registry->count)
        return FP_NOTHING_TO_CLOSE;
    fp__registry_remove(registry, i);
    return FP_OK;
}

enum fp_status
plt_close(int num)
{
    struct fp__entry *entry = num == 0 ? peek_current() : NULL;

    return num == 0 && !entry ? FP_NOTHING_TO_CLOSE
                              : close_entry(entry ? entry->number : num, NULL, NULL);
}

enum fp_status
plt_close_named(const char *name)
{
    return close_entry(0, name, NULL);
}

enum fp_status
plt_close_figure(struct fp_figure *fig)
{
    return fig ? close_entry(0, NULL, fig) : FP_NOTHING_TO_CLOSE;
}

enum fp_status
plt_close_all(void)
{
    struct fp__registry *registry = fp__registry();
    bool any = registry && registry->count > 0;

    while (registry && registry->count > 0)
        fp__registry_remove(registry, registry->count - 1);
#ifdef __GLIBC__
    malloc_trim(0);
#endif
    return any ? FP_OK : FP_NOTHING_TO_CLOSE;
}

/* --- drawing -------------------------------------------------------------------------------------- */

struct fp_image *
plt_imshow(struct fp_array *array, const struct fp_imshow_options *options)
{
    struct fp_axes *ax = plt_gca();
    struct fp_image *image = ax ? fp_axes_imshow(ax, array, options) : NULL;

    if (!image || point(&current()->image, image))
        return image;
    fp_artist_remove(image);
    return NULL;
}

struct fp_colorbar *
plt_colorbar(void)
{
    struct fp__entry *entry = peek_current();
    struct fp_image *image = entry ? fp__weak_peek(entry->image) : NULL;

    if (image)
        return fp_axes_colorbar(fp__artist_axes((struct fp__artist *)image), image, NULL);
    fp__fail(NULL, FP_ERR_ARGUMENT, "colorbar: the current figure has no image" FP__HINT
             "call plt_imshow first");
    return NULL;
}

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
plt_savefig(const char *path)
{
    struct fp_figure *fig = plt_gcf();

    return fig ? fp_figure_save(fig, path) : fp_context_status(NULL);
}
