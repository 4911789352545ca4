/* SPDX-License-Identifier: MIT */
/* legend_entries.c: what a legend names, and by which label. */
#include "core/alloc.h"
#include "core/status.h"
#include "draw/words.h"
#include "figure/axes.h"
#include "figure/legend.h"

static const struct fp__artist_class *
class_of(const struct fp__artist *artist)
{
    return (const struct fp__artist_class *)artist->base.cls;
}

/* --- entries ---------------------------------------------------------------------------------- */

static bool
check_handle(struct fp_context *ctx, const struct fp__artist *artist)
{
    fp__object_check(artist, NULL);
    if (!fp_is_closed(artist) && fp__object_is_marked(artist) && class_of(artist)->key)
        return true;
    fp__fail(ctx, FP_ERR_ARGUMENT,
             "legend: a handle that is no artist, was removed, or has no sample" FP__HINT
             "lines, scatters, bars and areas have one");
    return false;
}

static bool
init_entry(struct fp_context *ctx, struct fp__legend_entry *entry, void *handle, const char *label)
{
    if (handle && !check_handle(ctx, handle))
        return false;
    entry->artist = handle ? fp_weak_create(handle) : NULL;
    return (entry->artist || !handle) &&
           fp__words_replace(ctx, "legend", &entry->label, label) == FP_OK;
}

bool
fp__legend_entries_create(struct fp_context *ctx, const struct fp_legend_options *options,
                          struct fp__legend_entry **entries)
{
    bool any = options->handles || options->labels;
    size_t count = any ? options->count : 0;
    bool fine = true;

    *entries = NULL;
    if (count == 0)
        return true;
    *entries = fp_alloc_array(count, sizeof **entries);
    if (!*entries) {
        fp__fail_memory(ctx, "a legend's entries");
        return false;
    }
    for (size_t i = 0; fine && i < count; i++)
        fine = init_entry(ctx, &(*entries)[i], options->handles ? options->handles[i] : NULL,
                          options->labels ? options->labels[i] : NULL);
    if (!fine)
        fp__legend_entries_destroy(*entries, count);
    return fine;
}

void
fp__legend_entries_destroy(struct fp__legend_entry *entries, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        fp_weak_destroy(entries[i].artist);
        fp_free(entries[i].label);
    }
    fp_free(entries);
}

/* --- walking ---------------------------------------------------------------------------------- */

struct fp__legend_walk
fp__legend_walk(const struct fp_legend *legend)
{
    return (struct fp__legend_walk){.legend = legend,
                                    .axes = fp__artist_axes(&legend->artist)->body};
}

/* The next artist of the axes that has a sample; NULL at the end. */
static const struct fp__artist *
next_artist(struct fp__legend_walk *walk)
{
    for (;;) {
        const struct fp__artist *artist;

        if (walk->at == walk->axes->artist_count) {
            if (walk->containers)
                return NULL;
            walk->containers = true;
            walk->at = 0;
            continue;
        }
        artist = walk->axes->artists[walk->at++];
        if (class_of(artist)->key && artist->container == walk->containers)
            return artist;
    }
}

static const char *
own_label(const struct fp__artist *artist)
{
    return class_of(artist)->label ? class_of(artist)->label(artist) : NULL;
}

/* The next artist and its label, either of which may be none; false at the end. */
static bool
next_any(struct fp__legend_walk *walk, struct fp__legend_item *item)
{
    const struct fp__legend_entry *entry = NULL;

    if (walk->legend->entries) {
        if (walk->entry == walk->legend->entry_count)
            return false;
        entry = &walk->legend->entries[walk->entry++];
    }
    if (entry && entry->artist) {
        item->artist = fp__weak_peek(entry->artist);
    } else {
        item->artist = next_artist(walk);
        if (!item->artist)
            return false;
    }
    item->label = entry && entry->label ? entry->label
                  : item->artist        ? own_label(item->artist)
                                        : NULL;
    return true;
}

/* As in matplotlib, what begins with "_" is no label. */
bool
fp__legend_next(struct fp__legend_walk *walk, struct fp__legend_item *item)
{
    while (next_any(walk, item))
        if (item->artist && item->label && *item->label && *item->label != '_')
            return true;
    return false;
}
