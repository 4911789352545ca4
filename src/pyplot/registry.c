/* SPDX-License-Identifier: MIT */
/* registry.c: which figures are open, in the order in which they were last active. */
#include "pyplot/registry.h"

#include <string.h>

#include "core/alloc.h"
#include "core/context.h"
#include "core/object.h"
#include "core/status.h"

static void
entry_finish(struct fp__entry *entry)
{
    fp_weak_destroy(entry->axes);
    fp_weak_destroy(entry->image);
    fp_close(entry->figure);
    fp_unref(entry->figure);
    fp_free(entry->name);
}

static void
registry_destroy(void *value)
{
    struct fp__registry *registry = value;

    while (registry->count > 0)
        entry_finish(&registry->entries[--registry->count]);
    fp_free(registry->entries);
}

static const struct fp__slot_class registry_class = {.destroy = registry_destroy};

void
fp__registry_remove(struct fp__registry *registry, size_t i)
{
    struct fp__entry entry = registry->entries[i];

    registry->count--;
    memmove(registry->entries + i, registry->entries + i + 1,
            (registry->count - i) * sizeof entry);
    if (registry->count == 0) {
        fp_free(registry->entries);
        registry->entries = NULL;
        registry->room = 0;
    }
    entry_finish(&entry); /* last: a window's destroy may come back here */
}

/* Figures may be closed by handle, or by the button of their window. */
static void
forget_closed(struct fp__registry *registry)
{
    for (size_t i = registry->count; i-- > 0;)
        if (i < registry->count && fp_is_closed(registry->entries[i].figure))
            fp__registry_remove(registry, i);
}

struct fp__registry *
fp__registry(void)
{
    struct fp__registry *registry =
        fp__context_slot(NULL, FP__SLOT_PYPLOT, sizeof *registry, &registry_class);

    if (registry)
        forget_closed(registry);
    return registry;
}

size_t
fp__registry_find(const struct fp__registry *registry, int number, const char *name,
                  const struct fp_figure *figure)
{
    size_t i = 0;

    for (; i < registry->count; i++) {
        const struct fp__entry *e = &registry->entries[i];

        if ((number && e->number == number) || (figure && e->figure == figure) ||
            (name && e->name && strcmp(e->name, name) == 0))
            break;
    }
    return i;
}

struct fp__entry *
fp__registry_activate(struct fp__registry *registry, size_t i)
{
    struct fp__entry entry = registry->entries[i];

    memmove(registry->entries + i, registry->entries + i + 1,
            (registry->count - 1 - i) * sizeof entry);
    registry->entries[registry->count - 1] = entry;
    return &registry->entries[registry->count - 1];
}

static int
next_number(const struct fp__registry *registry)
{
    int highest = 0;

    for (size_t i = 0; i < registry->count; i++)
        if (registry->entries[i].number > highest)
            highest = registry->entries[i].number;
    return highest + 1;
}

struct fp__entry *
fp__registry_add(struct fp__registry *registry, int number, const char *name)
{
    struct fp__entry entry = {.number = number ? number : next_number(registry)};
    void *entries = registry->entries;

    if (!fp__grow(&entries, &registry->room, registry->count + 1, sizeof entry) ||
        (registry->entries = entries, !fp__copy_string(&entry.name, name))) {
        fp__fail_memory(NULL, "a figure");
        return NULL;
    }
    entry.figure = fp_figure_create(NULL);
    if (!entry.figure) {
        fp_free(entry.name);
        return NULL;
    }
    registry->entries[registry->count] = entry;
    return &registry->entries[registry->count++];
}
