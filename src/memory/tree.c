/* SPDX-License-Identifier: MIT */
/* tree.c: a process and its descendants, found without allocating. */
#include "memory/tree.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "core/status.h"
#include "memory/proc.h"

/* Of 4,000 children and more that one thread has. */
#define CHILDREN_ROOM (32 * 1024)

struct tree {
    struct fp_context *ctx;
    struct fp_process *rows;
    size_t room;
    size_t n;
};

/* --- one process ------------------------------------------------------------------------------ */

/* The wanted field of a line of /proc/PID/stat, counted as in proc(5); p is at field 3. */
static unsigned long long
field(const char *p, int wanted)
{
    for (int i = 3; i < wanted && p; i++) {
        p = strchr(p, ' ');
        p = p ? p + 1 : NULL;
    }
    return p ? strtoull(p, NULL, 10) : 0;
}

static void
read_fields(const char *p, int pid, struct fp_process *row)
{
    double ticks = (double)sysconf(_SC_CLK_TCK);

    *row = (struct fp_process){
        .pid = pid,
        .parent = (int)field(p, 4),
        .started = (double)field(p, 22) / ticks,
        .ended = *p == 'Z' || *p == 'X',
        .running = *p == 'R' || *p == 'D',
        .threads = (size_t)field(p, 20),
        .cpu_waited = (double)(field(p, 16) + field(p, 17)) / ticks,
    };
}

enum fp_status
fp__process_look(struct fp_context *ctx, int pid, struct fp_process *row, bool *found)
{
    char path[FP__PROC_PATH], text[1024];
    const char *name_end;
    long length;
    int error;
    enum fp_status status;

    snprintf(path, sizeof path, "/proc/%d/stat", pid);
    status = fp__proc_read(ctx, path, text, sizeof text, &length, &error);
    name_end = length > 0 ? strrchr(text, ')') : NULL; /* the name itself may have one */
    *found = name_end && name_end[1] == ' ';
    if (*found)
        read_fields(name_end + 2, pid, row);
    return status;
}

/* --- the tree --------------------------------------------------------------------------------- */

static enum fp_status
too_many(struct tree *tree)
{
    return fp__fail(tree->ctx, FP_ERR_LIMIT,
                    "process %d: it has %zu descendants or more" FP__HINT "look at one of them",
                    tree->rows[0].pid, tree->n);
}

static bool
is_listed(const struct tree *tree, int pid)
{
    for (size_t i = tree->n; i-- > 0;)
        if (tree->rows[i].pid == pid)
            return true;
    return false;
}

/* One that is listed already was handed on by a thread that ended while we looked. */
static enum fp_status
add(struct tree *tree, int pid, int parent)
{
    struct fp_process row;
    bool found;
    enum fp_status status;

    if (is_listed(tree, pid))
        return FP_OK;
    status = fp__process_look(tree->ctx, pid, &row, &found);
    if (status != FP_OK || !found)
        return status;
    if (tree->n == tree->room)
        return too_many(tree);
    row.parent = parent;
    tree->rows[tree->n++] = row;
    return FP_OK;
}

static enum fp_status
add_root(struct tree *tree, int pid)
{
    bool found = false;
    enum fp_status status = FP_OK;

    if (pid > 0)
        status = fp__process_look(tree->ctx, pid, tree->rows, &found);
    if (status != FP_OK)
        return status;
    if (!found)
        return fp__fail(tree->ctx, FP_ERR_INPUT,
                        "process %d: there is none" FP__HINT "see which there are: ps -e", pid);
    tree->n = 1;
    return FP_OK;
}

static enum fp_status
add_children_of_thread(struct tree *tree, int pid, int thread)
{
    char path[FP__PROC_PATH], text[CHILDREN_ROOM], *end;
    long length;
    int error;
    enum fp_status status;

    snprintf(path, sizeof path, "/proc/%d/task/%d/children", pid, thread);
    status = fp__proc_read(tree->ctx, path, text, sizeof text, &length, &error);
    if (status == FP_OK && length == CHILDREN_ROOM - 1)
        return too_many(tree);
    for (const char *p = text; status == FP_OK && *p; p = end + 1) {
        int child = (int)strtol(p, &end, 10);

        if (*end != ' ')
            break;
        status = add(tree, child, pid);
    }
    return status;
}

/* Every thread has the children that it started. */
static enum fp_status
add_children(struct tree *tree, int pid)
{
    char path[FP__PROC_PATH];
    struct fp__proc_folder threads;
    int thread = 0;
    enum fp_status status;

    snprintf(path, sizeof path, "/proc/%d/task", pid);
    status = fp__proc_open(tree->ctx, path, &threads);
    while (status == FP_OK && thread >= 0) {
        status = fp__proc_next(&threads, &thread);
        if (status == FP_OK && thread > 0)
            status = add_children_of_thread(tree, pid, thread);
    }
    fp__proc_close(&threads);
    return status;
}

/* Kernels may be built without lists of children. */
static enum fp_status
look_for_lists(struct fp_context *ctx, bool *there)
{
    char text[CHILDREN_ROOM];
    long length;
    int error;
    enum fp_status status =
        fp__proc_read(ctx, "/proc/thread-self/children", text, sizeof text, &length, &error);

    *there = length >= 0;
    return status;
}

enum fp_status
fp_process_list(struct fp_context *ctx, int pid, struct fp_process *rows, size_t room, size_t *n)
{
    struct tree tree = {.ctx = ctx, .rows = rows, .room = room};
    bool lists;
    enum fp_status status = look_for_lists(ctx, &lists);

    if (status == FP_OK && !lists)
        return fp__process_scan(ctx, pid, rows, room, n);
    if (status == FP_OK)
        status = add_root(&tree, pid);
    for (size_t i = 0; status == FP_OK && i < tree.n; i++)
        status = add_children(&tree, rows[i].pid);
    if (status == FP_OK)
        *n = tree.n;
    return status;
}

/* --- without lists ---------------------------------------------------------------------------- */

static enum fp_status
add_if_below(struct tree *tree, int pid)
{
    struct fp_process row;
    bool found;
    enum fp_status status = fp__process_look(tree->ctx, pid, &row, &found);

    if (status != FP_OK || !found || !is_listed(tree, row.parent))
        return status;
    return add(tree, pid, row.parent);
}

/* Asks all processes once. */
static enum fp_status
ask_all(struct tree *tree)
{
    struct fp__proc_folder all;
    int pid = 0;
    enum fp_status status = fp__proc_open(tree->ctx, "/proc", &all);

    while (status == FP_OK && pid >= 0) {
        status = fp__proc_next(&all, &pid);
        if (status == FP_OK && pid > 0)
            status = add_if_below(tree, pid);
    }
    fp__proc_close(&all);
    return status;
}

/* Children mostly have higher numbers than their parents and are found in one round; the last round
 * finds no more. */
enum fp_status
fp__process_scan(struct fp_context *ctx, int pid, struct fp_process *rows, size_t room, size_t *n)
{
    struct tree tree = {.ctx = ctx, .rows = rows, .room = room};
    size_t before = 0;
    enum fp_status status = add_root(&tree, pid);

    while (status == FP_OK && before < tree.n) {
        before = tree.n;
        status = ask_all(&tree);
    }
    if (status == FP_OK)
        *n = tree.n;
    return status;
}
