/* SPDX-License-Identifier: MIT */
/* process.c: the tree of a checked program from the first look to the last, in numbers. */
#include "cli/check/process.h"

#include <math.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include "cli/check/process_look.h"
#include "cli/exit.h"
#include "cli/opt/clock.h"
#include "cli/opt/message.h"

/* --- begin and end ---------------------------------------------------------------------------- */

int
fp__tree_init(struct fp__tree *tree, struct fp_context *ctx)
{
    memset(tree, 0, sizeof *tree);
    tree->ctx = ctx;
    tree->began = fp__clock_seconds(CLOCK_BOOTTIME);
    prctl(PR_GET_CHILD_SUBREAPER, &tree->reaper_before);
    tree->rows = fp_alloc_array(2 * FP__PROCESSES, sizeof *tree->rows);
    if (!tree->rows)
        return fp__message_no_memory();
    tree->again = tree->rows + FP__PROCESSES;
    if (fp__tree_list(tree, tree->rows, &tree->n) != FP_OK)
        return fp__message_failure(ctx);
    for (size_t i = 0; i < tree->n && tree->strangers < FP__STRANGERS; i++)
        if (tree->rows[i].parent == getpid())
            tree->stranger[tree->strangers++] = tree->rows[i].pid;
    prctl(PR_SET_CHILD_SUBREAPER, 1);
    return 0;
}

int
fp__tree_attach(struct fp__tree *tree, int pid)
{
    tree->attached = true;
    tree->root = pid;
    if (fp__tree_list(tree, tree->rows, &tree->n) != FP_OK)
        return fp__message_error(FP__EXIT_USAGE, "%s" FP__AND_HINT "%s",
                                 fp_context_message(tree->ctx), fp_context_hint(tree->ctx));
    const struct fp_process *root = fp__tree_root(tree);
    if (!root || root->ended)
        return fp__message_error(FP__EXIT_USAGE,
                                 "process %d: %s" FP__AND_HINT "see which there are: ps -e", pid,
                                 root ? "it has ended" : "it is flatplot itself");
    tree->root_started = root->started;
    return 0;
}

void
fp__tree_finish(struct fp__tree *tree)
{
    if (tree->rows)
        prctl(PR_SET_CHILD_SUBREAPER, tree->reaper_before);
    fp_free(tree->rows);
    tree->rows = NULL;
}

/* --- a look ----------------------------------------------------------------------------------- */

static void
remember(struct fp__tree *tree, const struct fp__view *view)
{
    tree->looks++;
    tree->alone_total += (double)view->root.held;
    tree->others_total += (double)(view->sum.held - view->root.held);
    fp__tree_name(tree, view);
}

static double
seconds(struct timeval t)
{
    return (double)t.tv_sec + 1e-6 * (double)t.tv_usec;
}

/* Of orphans that we have waited for. */
static double
cpu_of_reaped(const struct fp__tree *tree)
{
    struct rusage used = {0};
    if (!tree->attached)
        getrusage(RUSAGE_CHILDREN, &used);
    return seconds(used.ru_utime) + seconds(used.ru_stime);
}

static double
count_or_nan(size_t count)
{
    return count == FP_UNKNOWN ? NAN : (double)count;
}

static struct fp__sample
sample_of(const struct fp__tree *tree, const struct fp__view *view)
{
    const struct fp_process *root = &view->root;
    const struct fp_process_sum *sum = &view->sum;
    struct fp__sample sample = {.heap_free = NAN};
    sample.x[FP_METRIC_OBJECTS] = sample.x[FP_METRIC_HEAP] = NAN;
    sample.x[FP_METRIC_RSS] = (double)(tree->alone ? root->held : view->held);
    sample.x[FP_METRIC_FILES] = count_or_nan(tree->alone ? root->open_files : sum->open_files);
    sample.x[FP_METRIC_THREADS] = (double)(tree->alone ? root->threads : sum->threads);
    sample.young = (double)(tree->alone ? 0 : view->young);
    sample.rss_total = (double)(tree->alone ? root->rss : sum->rss);
    sample.cpu = tree->alone ? root->cpu : sum->cpu + cpu_of_reaped(tree);
    return sample;
}

enum fp__look
fp__tree_sample(struct fp__tree *tree, struct fp__sample *sample)
{
    struct fp__view view;
    enum fp_status status = fp__tree_view(tree, &view);
    if (status == FP_ERR_INPUT && tree->attached)
        return FP__LOOK_GONE;
    if (status != FP_OK)
        return FP__LOOK_FAILED;
    if (view.root.ended || (tree->attached && view.root.started != tree->root_started))
        return FP__LOOK_GONE;
    remember(tree, &view);
    *sample = sample_of(tree, &view);
    return FP__LOOK_FINE;
}

bool
fp__tree_is_running(struct fp__tree *tree)
{
    bool running = false;
    if (fp__tree_list(tree, tree->rows, &tree->n) != FP_OK)
        return false;
    for (size_t i = 0; i < tree->n; i++)
        running = running || tree->rows[i].running;
    return running;
}
