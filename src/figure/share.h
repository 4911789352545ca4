/* SPDX-License-Identifier: MIT */
/* share.h: axes that have the limits of an axis in common. */
#ifndef FIGURE_SHARE_H
#define FIGURE_SHARE_H

#include <stdbool.h>

struct fp_axes;

/* The place of one axes in its group, for one of its axis: a ring of pointers that nobody owns, for
 * every axes takes itself out when it is closed. Zeroed: it shares with none. */
struct fp__share {
    struct fp_axes *next, *before;
    bool leads; /* the one that the others share with; one in each group */
};

/* The next of the group of x, or with y of y; the axes itself when it is alone. */
struct fp_axes *fp__share_next(const struct fp_axes *ax, bool y);

/* The one that the others of the group share with; the axes itself when it is alone. */
struct fp_axes *fp__share_leader(struct fp_axes *ax, bool y);

/* True for an axes that shares with another one: clearing it leaves the limits alone. */
bool fp__share_follows(const struct fp_axes *ax, bool y);

/* Gives all others of the group what the axes has. */
void fp__share_spread(struct fp_axes *ax, bool y);

/* Takes the axes out of its groups. */
void fp__share_leave(struct fp_axes *ax);

#endif
