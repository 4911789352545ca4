/* SPDX-License-Identifier: MIT */
/* legend.h: what the files of the legend artist share. */
#ifndef FIGURE_LEGEND_H
#define FIGURE_LEGEND_H

#include "figure/artist.h"
#include "flatplot/notes.h"

/* One that was asked for by name. */
struct fp__legend_entry {
    struct fp_weak *artist; /* NULL: the next of the axes' */
    char *label;            /* NULL: its own */
};

struct fp_legend {
    struct fp__artist artist;
    struct fp_legend_options options; /* its texts and handles are in what follows */
    char *title;
    struct fp__legend_entry *entries; /* none: all in the axes that have a label */
    size_t entry_count;
};

/* --- legend_entries.c ------------------------------------------------------------------------- */

/* The entries that options ask for; false, raised, without memory or for texts and handles that
 * cannot be named. */
bool fp__legend_entries_create(struct fp_context *ctx, const struct fp_legend_options *options,
                               struct fp__legend_entry **entries);
void fp__legend_entries_destroy(struct fp__legend_entry *entries, size_t count);

struct fp__legend_walk {
    const struct fp_legend *legend;
    const struct fp__axes_body *axes;
    size_t entry, at;
    bool containers; /* those come now */
};

struct fp__legend_item {
    const struct fp__artist *artist;
    const char *label;
};

/* From what is named first to what is named last; next is false at the end. */
struct fp__legend_walk fp__legend_walk(const struct fp_legend *legend);
bool fp__legend_next(struct fp__legend_walk *walk, struct fp__legend_item *item);

/* --- legend_place.c --------------------------------------------------------------------------- */

/* Where a legend of that size in pixels stands, whose font is so large. */
struct fp__box fp__legend_place(const struct fp_legend *legend, const struct fp__view *view,
                                const double size[2], double font);

/* --- legend_draw.c ---------------------------------------------------------------------------- */

/* As the class's function of this name. */
enum fp_status fp__legend_draw(struct fp__artist *artist, const struct fp__view *view,
                               struct fp__canvas *canvas);

#endif
