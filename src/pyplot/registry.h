/* SPDX-License-Identifier: MIT */
/* registry.h: the numbered figures of the thread's default context. */
#ifndef PYPLOT_REGISTRY_H
#define PYPLOT_REGISTRY_H

#include "figure/figure.h"
#include "flatplot/pyplot.h"

struct fp__artist;

/* One open figure, which the registry holds strongly. The newest axes is the current one unless an
 * older one was made current and none was added since. */
struct fp__entry {
    struct fp__keeper keeper; /* takes the entry out when its figure is closed, however */
    struct registry *registry;
    struct fp__entry *older; /* the figure that was active before this one */
    struct fp__entry *newer;
    struct fp__entry *lower; /* the one with the next number below */
    struct fp__entry *higher;
    int number;
    char *name; /* or NULL */
    struct fp_figure *figure;
    struct fp_weak *axes;   /* the older axes that was made current, or NULL */
    struct fp_weak *newest; /* the newest axes when that was done */
};

/* The current entry, the first of a list that goes on with `older`, and the one with the highest
 * number, the first of a list that goes on with `lower`; NULL when there is none. Figures that were
 * closed by handle, or by the button of their window, are in neither. */
struct fp__entry *fp__entry_current(void);
struct fp__entry *fp__entry_highest(void);

/* How many there are. */
size_t fp__entry_count(void);

/* The entry of that number, name or figure (0, NULL: not asked for); NULL when there is none. */
struct fp__entry *fp__entry_find(int number, const char *name, const struct fp_figure *figure);

/* Makes the entry the current one. */
void fp__entry_activate(struct fp__entry *entry);

/* Adds a new figure as the current one, with the next free number for 0. NULL, raised, on
 * failure. */
struct fp__entry *fp__entry_add(int number, const char *name);

/* Makes ax the figure's current axes. False, raised and with nothing changed, without memory. */
bool fp__entry_choose_axes(struct fp__entry *entry, struct fp_axes *ax);

/* The figure's current axes, or NULL. */
struct fp_axes *fp__entry_axes(const struct fp__entry *entry);

/* Forgets which axes was chosen. */
void fp__entry_forget_axes(struct fp__entry *entry);

/* As matplotlib's gci: the newest artist that a colorbar can be for of the current axes, else of
 * the newest axes that have one. Makes nothing; NULL when there is none. */
struct fp__artist *fp__current_colored(void);

/* Show, each in a window with its name: the open figures, the current one if there is one, and one
 * that may have a number. */
enum fp_status fp__show_all(void);
enum fp_status fp__show_current(void);
enum fp_status fp__show_figure(struct fp_figure *fig);

#endif
