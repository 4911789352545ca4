/* SPDX-License-Identifier: MIT */
/* registry.c: which figures are open, in the order in which they were last active, and which axes
 * is current in each. Lists with a block for each entry, so that closing a figure gives back every
 * byte that opening it took, and that no turn of a loop walks, however many are open. */
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
    struct fp__entry *highest;
    size_t count;
};

/* --- the two lists ---------------------------------------------------------------------------- */

static void
put_first(struct fp__entry *entry)
{
    struct registry *registry = entry->registry;

    entry->newer = NULL;
    entry->older = registry->current;
    if (entry->older)
        entry->older->newer = entry;
    registry->current = entry;
}

static void
take_from_active(struct fp__entry *entry)
{
    if (entry->newer)
        entry->newer->older = entry->older;
    else
        entry->registry->current = entry->older;
    if (entry->older)
        entry->older->newer = entry->newer;
}

/* From the highest down, for most that come are the highest. */
static void
put_in_order(struct fp__entry *entry)
{
    struct registry *registry = entry->registry;
    struct fp__entry *higher = NULL;
    struct fp__entry *lower = registry->highest;

    for (; lower && lower->number > entry->number; lower = lower->lower)
        higher = lower;
    entry->higher = higher;
    entry->lower = lower;
    *(higher ? &higher->lower : &registry->highest) = entry;
    if (lower)
        lower->higher = entry;
    registry->count++;
}

static void
take_from_order(struct fp__entry *entry)
{
    if (entry->higher)
        entry->higher->lower = entry->lower;
    else
        entry->registry->highest = entry->lower;
    if (entry->lower)
        entry->lower->higher = entry->higher;
    entry->registry->count--;
}

/* --- entries ---------------------------------------------------------------------------------- */

static void
entry_destroy(struct fp__entry *entry)
{
    if (!entry)
        return;
    fp__entry_forget_axes(entry);
    fp_unref(entry->figure);
    fp_free(entry->name);
    fp_free(entry);
}

/* The figure is closing: whoever closes it holds it. */
static void
entry_closed(struct fp__keeper *keeper)
{
    struct fp__entry *entry = (struct fp__entry *)keeper;

    take_from_active(entry);
    take_from_order(entry);
    entry_destroy(entry);
}

static void
registry_destroy(void *value)
{
    struct registry *registry = value;

    while (registry->current)
        fp_close(registry->current->figure);
}

static const struct fp__slot_class registry_class = {.destroy = registry_destroy};

/* Looking something up makes no registry: without one there is nothing to be found. */
static struct registry *
peek_registry(void)
{
    struct fp_context *ctx = fp__context(NULL);

    return ctx ? ctx->slot[FP__SLOT_PYPLOT] : NULL;
}

struct fp__entry *
fp__entry_current(void)
{
    struct registry *registry = peek_registry();

    return registry ? registry->current : NULL;
}

struct fp__entry *
fp__entry_highest(void)
{
    struct registry *registry = peek_registry();

    return registry ? registry->highest : NULL;
}

size_t
fp__entry_count(void)
{
    struct registry *registry = peek_registry();

    return registry ? registry->count : 0;
}

static struct fp__entry *
find_number(int number)
{
    struct fp__entry *e = fp__entry_highest();

    while (e && e->number > number)
        e = e->lower;
    return e && e->number == number ? e : NULL;
}

static struct fp__entry *
find_name(const char *name)
{
    struct fp__entry *e = fp__entry_current();

    while (e && !(e->name && strcmp(e->name, name) == 0))
        e = e->older;
    return e;
}

static struct fp__entry *
find_figure(const struct fp_figure *figure)
{
    struct fp__entry *e = figure->body ? (struct fp__entry *)figure->body->keeper : NULL;

    return e && e->registry == peek_registry() ? e : NULL;
}

struct fp__entry *
fp__entry_find(int number, const char *name, const struct fp_figure *figure)
{
    if (figure)
        return find_figure(figure);
    if (name)
        return find_name(name);
    return number ? find_number(number) : NULL;
}

void
fp__entry_activate(struct fp__entry *entry)
{
    take_from_active(entry);
    put_first(entry);
}

/* One above the highest; 0, raised, when there is none. */
static int
next_number(void)
{
    const struct fp__entry *entry = fp__entry_highest();
    int highest = entry ? entry->number : 0;

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

    if (!entry || !fp__copy_string(&entry->name, name)) {
        fp__fail_memory(NULL, "a figure");
        goto fail;
    }
    entry->figure = fp_figure_create(NULL);
    if (!entry->figure)
        goto fail;
    entry->registry =
        fp__context_slot(NULL, FP__SLOT_PYPLOT, sizeof *entry->registry, &registry_class);
    entry->number = !entry->registry ? 0 : number ? number : next_number();
    if (!entry->number)
        goto fail;
    put_first(entry);
    put_in_order(entry);
    entry->keeper.closed = entry_closed;
    entry->figure->body->keeper = &entry->keeper;
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
