/* SPDX-License-Identifier: MIT */
/* registry.c: which figures are open, in the order in which they were last active, and which axes
 * is current in each. A list with a block for each entry, so that closing a figure gives back every
 * byte that opening it took. */
#include "pyplot/registry.h"

#include <limits.h>
#include <string.h>

#include "core/alloc.h"
#include "core/context.h"
#include "core/object.h"
#include "core/status.h"
#include "figure/axes.h"

struct registry {
    struct fp__entry *current;
};

/* --- entries ---------------------------------------------------------------------------------- */

static void
entry_destroy(struct fp__entry *entry)
{
    if (!entry)
        return;
    fp__entry_forget_axes(entry);
    fp_close(entry->figure);
    fp_unref(entry->figure);
    fp_free(entry->name);
    fp_free(entry);
}

static void
registry_destroy(void *value)
{
    struct registry *registry = value;

    while (registry->current) {
        struct fp__entry *entry = registry->current;

        registry->current = entry->older;
        entry_destroy(entry);
    }
}

static const struct fp__slot_class registry_class = {.destroy = registry_destroy};

static void
forget_closed(struct registry *registry)
{
    struct fp__entry **link = &registry->current;

    while (*link) {
        struct fp__entry *entry = *link;

        if (!fp_is_closed(entry->figure)) {
            link = &entry->older;
            continue;
        }
        *link = entry->older;
        entry_destroy(entry);
    }
}

/* Looking something up makes no registry: without one there is nothing to be found. */
struct fp__entry *
fp__entry_current(void)
{
    struct fp_context *ctx = fp__context(NULL);
    struct registry *registry = ctx ? ctx->slot[FP__SLOT_PYPLOT] : NULL;

    if (!registry)
        return NULL;
    forget_closed(registry);
    return registry->current;
}

struct fp__entry *
fp__entry_find(int number, const char *name, const struct fp_figure *figure)
{
    struct fp__entry *e = fp__entry_current();

    for (; e; e = e->older)
        if ((number && e->number == number) || (figure && e->figure == figure) ||
            (name && e->name && strcmp(e->name, name) == 0))
            break;
    return e;
}

static void
take_out(struct registry *registry, const struct fp__entry *entry)
{
    struct fp__entry **link = &registry->current;

    while (*link != entry)
        link = &(*link)->older;
    *link = entry->older;
}

static void
put_first(struct registry *registry, struct fp__entry *entry)
{
    entry->older = registry->current;
    registry->current = entry;
}

void
fp__entry_activate(struct fp__entry *entry)
{
    struct registry *registry = fp__context(NULL)->slot[FP__SLOT_PYPLOT];

    take_out(registry, entry);
    put_first(registry, entry);
}

void
fp__entry_remove(struct fp__entry *entry)
{
    take_out(fp__context(NULL)->slot[FP__SLOT_PYPLOT], entry);
    entry_destroy(entry); /* last: what a closing window calls may come back here */
}

/* One above the highest; 0, raised, when there is none. */
static int
next_number(void)
{
    int highest = 0;

    for (const struct fp__entry *e = fp__entry_current(); e; e = e->older)
        if (e->number > highest)
            highest = e->number;
    if (highest < INT_MAX)
        return highest + 1;
    fp__fail(NULL, FP_ERR_LIMIT,
             "figure %d is open, and there is no number above it" FP__HINT
             "close it with plt_close(%d), or give a number",
             highest, highest);
    return 0;
}

/* The figure is made before the list is looked at: who hears that there are many may answer by
 * closing some. */
struct fp__entry *
fp__entry_add(int number, const char *name)
{
    struct fp__entry *entry = fp_alloc(sizeof *entry);
    struct registry *registry;

    if (!entry || !fp__copy_string(&entry->name, name)) {
        fp__fail_memory(NULL, "a figure");
        goto fail;
    }
    entry->figure = fp_figure_create(NULL);
    if (!entry->figure)
        goto fail;
    registry = fp__context_slot(NULL, FP__SLOT_PYPLOT, sizeof *registry, &registry_class);
    if (!registry)
        goto fail;
    entry->number = number ? number : next_number();
    if (!entry->number)
        goto fail;
    put_first(registry, entry);
    return entry;
fail:
    entry_destroy(entry);
    return NULL;
}

/* --- the current axes ------------------------------------------------------------------------- */

/* Colorbars, whose axes have a parent, are never current. */
static struct fp_axes *
newest_axes(const struct fp__entry *entry)
{
    const struct fp__figure_body *body = entry->figure->body;

    for (size_t i = body->axes_count; i-- > 0;)
        if (!body->axes[i]->body->parent)
            return body->axes[i];
    return NULL;
}

struct fp_axes *
fp__entry_axes(const struct fp__entry *entry)
{
    struct fp_axes *chosen = fp__weak_peek(entry->axes);
    struct fp_axes *newest_then = fp__weak_peek(entry->newest);
    struct fp_axes *newest = newest_axes(entry);

    return chosen && (!newest_then || newest_then == newest) ? chosen : newest;
}

void
fp__entry_forget_axes(struct fp__entry *entry)
{
    fp_weak_destroy(entry->axes);
    fp_weak_destroy(entry->newest);
    entry->axes = NULL;
    entry->newest = NULL;
}

bool
fp__entry_choose_axes(struct fp__entry *entry, struct fp_axes *ax)
{
    struct fp_axes *last = newest_axes(entry);
    struct fp_weak *axes = ax != last ? fp_weak_create(ax) : NULL;
    struct fp_weak *newest = axes ? fp_weak_create(last) : NULL;

    if (ax != last && !newest) {
        fp_weak_destroy(axes);
        return false;
    }
    fp__entry_forget_axes(entry);
    entry->axes = axes;
    entry->newest = newest;
    return true;
}
