/* SPDX-License-Identifier: MIT */
/* registry.h: the numbered figures of the thread's default context. */
#ifndef PYPLOT_REGISTRY_H
#define PYPLOT_REGISTRY_H

#include "flatplot/pyplot.h"

/* One open figure. The registry holds it strongly; what is current in it is only looked at. */
struct fp__entry {
    int number;
    char *name;
    struct fp_figure *figure;
    struct fp_weak *axes;  /* the current axes */
    struct fp_weak *image; /* the current image, for plt_colorbar */
};

/* Entries from the least to the most recently active: the last one is current. */
struct fp__registry {
    struct fp__entry *entries;
    size_t count;
    size_t room;
};

/* NULL, raised, when there is no memory. Entries whose figures were closed elsewhere are gone. */
struct fp__registry *fp__registry(void);

/* The place of an entry by number, name or figure; count when there is none such. */
size_t fp__registry_find(const struct fp__registry *registry, int number, const char *name,
                         const struct fp_figure *figure);

/* Makes entry i the last, the current one, and returns it. */
struct fp__entry *fp__registry_activate(struct fp__registry *registry, size_t i);

/* Adds a new figure as the current one. NULL, raised, on failure. */
struct fp__entry *fp__registry_add(struct fp__registry *registry, int number, const char *name);

/* Closes the figure of entry i and takes the entry out. */
void fp__registry_remove(struct fp__registry *registry, size_t i);

#endif
