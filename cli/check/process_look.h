/* SPDX-License-Identifier: MIT */
/* process_look.h: the steps of one look at the processes of a program. */
#ifndef CLI_CHECK_PROCESS_LOOK_H
#define CLI_CHECK_PROCESS_LOOK_H

#include "cli/check/process.h"

/* Lists the program's processes, parents before their children: those below its root and, as
 * orphans of one of them, directly below us. */
enum fp_status fp__tree_list(struct fp__tree *tree, struct fp_process *rows, size_t *n);

/* The root among those listed last, or NULL. */
const struct fp_process *fp__tree_root(const struct fp__tree *tree);

/* Waits for orphans that have ended; whoever waits for the root wants to know how it ended. */
void fp__tree_reap(struct fp__tree *tree, bool root_too);

/* What came of measuring the listed processes. */
struct fp__view {
    struct fp_process root; /* ended: it is not there */
    struct fp_process largest;
    struct fp_process_sum sum;
    size_t held;  /* by those that count */
    size_t young; /* by those that do not yet */
    bool steady;  /* nobody came or went meanwhile */
};

/* Lists and measures, again and again until it can be believed. */
enum fp_status fp__tree_view(struct fp__tree *tree, struct fp__view *view);

/* Says of the tree what the view showed: who holds the most, what allocator there is. */
void fp__tree_name(struct fp__tree *tree, const struct fp__view *view);

#endif
