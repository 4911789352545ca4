/* SPDX-License-Identifier: MIT */
/* process_view.c: what the processes of a program hold, while they come and go. */
#include <time.h>

#include "cli/check/process_look.h"
#include "cli/opt/clock.h"

/* While a process is forked or torn down, memory is shared with one that is not listed yet, or can
 * be measured no more, and part of it counts for nobody. So a view is taken again, a moment later
 * and at most so often, when processes came or went meanwhile; and, where they did at one of the
 * last looks, when there is less memory than before, since a fork copies the memory before it can
 * be seen. */
enum { VIEWS = 8, RESTLESS_LOOKS = 100 };
static const struct timespec moment = {.tv_nsec = 1000000};

static bool
same_processes(const struct fp__tree *tree, size_t again)
{
    if (again != tree->n)
        return false;
    for (size_t i = 0; i < again; i++)
        if (tree->rows[i].pid != tree->again[i].pid || tree->rows[i].ended != tree->again[i].ended)
            return false;
    return true;
}

/* What they hold, with what newcomers share with others but without what is theirs alone. Half of
 * the pages of a process that has just forked are its child's, so without that part a fork would
 * show. */
static void
add_up(const struct fp__tree *tree, struct fp__view *view)
{
    double now = fp__clock_seconds(CLOCK_BOOTTIME);
    double newcomer = now - (now - tree->began) / 20;
    view->held = view->young = 0;
    for (size_t i = 0; i < tree->n; i++) {
        const struct fp_process *row = &tree->rows[i];
        bool young = row->started > newcomer && row->pid != tree->root;
        size_t alone = !young ? 0 : row->uss < row->held ? row->uss : row->held;
        if (row->ended)
            continue;
        view->held += row->held - alone;
        view->young += alone;
    }
}

static enum fp_status
view_once(struct fp__tree *tree, struct fp__view *view)
{
    size_t again = 0;
    enum fp_status status = fp__tree_list(tree, tree->rows, &tree->n);
    if (status == FP_OK)
        status = fp_process_measure(tree->ctx, tree->rows, tree->n, &view->sum);
    if (status == FP_OK)
        status = fp__tree_list(tree, tree->again, &again);
    if (status != FP_OK)
        return status;
    const struct fp_process *root = fp__tree_root(tree);
    view->root = root ? *root : (struct fp_process){.ended = true};
    if (view->sum.processes > 0)
        view->largest = tree->rows[view->sum.largest];
    add_up(tree, view);
    view->steady = same_processes(tree, again);
    fp__tree_reap(tree, false);
    return FP_OK;
}

/* Whether processes came or went lately. */
static bool
is_restless(struct fp__tree *tree, const struct fp__view *view)
{
    long who = 0;
    for (size_t i = 0; i < tree->n; i++)
        who += tree->rows[i].pid;
    if (!view->steady || who != tree->who_before)
        tree->restless = RESTLESS_LOOKS;
    tree->who_before = who;
    return tree->restless > 0 && tree->restless-- > 0;
}

/* All errors are on one side: the view with the most memory missed least. */
enum fp_status
fp__tree_view(struct fp__tree *tree, struct fp__view *best)
{
    *best = (struct fp__view){0};
    enum fp_status status = view_once(tree, best);
    bool restless = is_restless(tree, best);
    bool steady = best->steady;
    for (int i = 1; status == FP_OK && i < VIEWS; i++) {
        struct fp__view view;
        if (steady && !(restless && best->held < tree->held_before))
            break;
        nanosleep(&moment, NULL);
        status = view_once(tree, &view);
        steady = view.steady;
        if (status == FP_OK && view.held > best->held)
            *best = view;
    }
    tree->held_before = best->held;
    return status;
}
