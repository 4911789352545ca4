/* SPDX-License-Identifier: MIT */
/* process_list.c: who belongs to a checked program. */
#include <sys/wait.h>
#include <unistd.h>

#include "cli/check/process_look.h"

static bool
is_stranger(const struct fp__tree *tree, int pid)
{
    for (size_t i = 0; i < tree->strangers; i++)
        if (tree->stranger[i] == pid)
            return true;
    return false;
}

/* Whether a row's parent is among the first n rows. */
static bool
has_parent(const struct fp_process *rows, size_t n, int parent)
{
    for (size_t i = n; i-- > 0;)
        if (rows[i].pid == parent)
            return true;
    return false;
}

/* Drops ourselves and whoever is not below the program's root or, as an orphan of one of its
 * processes, directly below us. Returns how many are left. */
static size_t
keep_ours(const struct fp__tree *tree, struct fp_process *rows, size_t n)
{
    int self = getpid();
    size_t kept = 0;
    for (size_t i = 0; i < n; i++) {
        struct fp_process row = rows[i];
        bool top = tree->attached ? row.pid == tree->root
                                  : row.parent == self && !is_stranger(tree, row.pid);
        if (row.pid != self && (top || has_parent(rows, kept, row.parent)))
            rows[kept++] = row;
    }
    return kept;
}

enum fp_status
fp__tree_list(struct fp__tree *tree, struct fp_process *rows, size_t *n)
{
    int top = tree->attached ? tree->root : getpid();
    enum fp_status status = fp_process_list(tree->ctx, top, rows, FP__PROCESSES, n);
    if (status == FP_OK)
        *n = keep_ours(tree, rows, *n);
    return status;
}

void
fp__tree_reap(struct fp__tree *tree, bool root_too)
{
    int self = getpid();
    for (size_t i = 0; i < tree->n && !tree->attached; i++) {
        int pid = tree->rows[i].pid;
        if (!tree->rows[i].ended || tree->rows[i].parent != self ||
            (pid == tree->root && !root_too))
            continue;
        if (waitpid(pid, NULL, WNOHANG) == pid && pid == tree->root)
            tree->root = 0;
    }
}

const struct fp_process *
fp__tree_root(const struct fp__tree *tree)
{
    for (size_t i = 0; i < tree->n; i++)
        if (tree->rows[i].pid == tree->root)
            return &tree->rows[i];
    return NULL;
}
