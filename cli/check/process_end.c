/* SPDX-License-Identifier: MIT */
/* process_end.c: signals to all processes of a program. */
#include <signal.h>
#include <sys/wait.h>

#include "cli/check/process_look.h"

/* When the processes cannot be listed. */
static size_t
signal_root(struct fp__tree *tree, int signal)
{
    if (tree->root <= 0 || waitpid(tree->root, NULL, WNOHANG) == tree->root) {
        tree->root = 0;
        return 0;
    }
    if (signal)
        kill(tree->root, signal);
    return 1;
}

size_t
fp__tree_signal(struct fp__tree *tree, int signal)
{
    size_t there = 0;
    if (tree->attached)
        return 0;
    if (fp__tree_list(tree, tree->rows, &tree->n) != FP_OK)
        return signal_root(tree, signal);
    fp__tree_reap(tree, true);
    for (size_t i = 0; i < tree->n; i++) {
        if (tree->rows[i].ended)
            continue;
        there++;
        if (signal)
            kill(tree->rows[i].pid, signal);
    }
    return there;
}
