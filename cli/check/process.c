/* SPDX-License-Identifier: MIT */
/* process.c: looking at the tree of a checked program, and ending it. */
#include "cli/check/process.h"

#include <math.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "cli/exit.h"
#include "cli/opt/message.h"

/* --- which processes --------------------------------------------------------------------------------- */

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

static enum fp_status
list(struct fp__tree *tree, struct fp_process *rows, size_t *n)
{
    int top = tree->attached ? tree->root : getpid();
    enum fp_status status = fp_process_list(tree->ctx, top, rows, FP__PROCESSES, n);
    if (status == FP_OK)
        *n = keep_ours(tree, rows, *n);
    return status;
}

/* Waits for orphans that have ended; whoever waits for the root wants to know how it ended. */
static void
reap(struct fp__tree *tree, bool root_too)
{
    int self = getpid();
    for (size_t i = 0; i < tree->n && !tree->attached; i++)
        if (tree->rows[i].ended && tree->rows[i].parent == self &&
            (root_too || tree->rows[i].pid != tree->root))
            waitpid(tree->rows[i].pid, NULL, WNOHANG);
}

static const struct fp_process *
root_row(const struct fp__tree *tree)
{
    for (size_t i = 0; i < tree->n; i++)
        if (tree->rows[i].pid == tree->root)
            return &tree->rows[i];
    return NULL;
}

static double
boot_seconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_BOOTTIME, &now);
    return (double)now.tv_sec + 1e-9 * (double)now.tv_nsec;
}

/* --- begin and end ----------------------------------------------------------------------------------- */

int
fp__tree_init(struct fp__tree *tree, struct fp_context *ctx)
{
    memset(tree, 0, sizeof *tree);
    tree->ctx = ctx;
    tree->began = boot_seconds();
    prctl(PR_GET_CHILD_SUBREAPER, &tree->reaper_before);
    tree->rows = fp_alloc_array(2 * FP__PROCESSES, sizeof *tree->rows);
    if (!tree->rows)
        return fp__message_no_memory();
    tree->again = tree->rows + FP__PROCESSES;
    if (list(tree, tree->rows, &tree->n) != FP_OK)
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
    if (list(tree, tree->rows, &tree->n) != FP_OK)
        return fp__message_error(FP__EXIT_USAGE, "%s" FP__AND_HINT "%s",
                                 fp_context_message(tree->ctx), fp_context_hint(tree->ctx));
    const struct fp_process *root = root_row(tree);
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

/* --- a look ------------------------------------------------------------------------------------------ */

/* While a process is forked or torn down, memory is shared with one that is not listed yet, or can be
 * measured no more, and part of it counts for nobody. So a view is taken again, a moment later and at
 * most so often, when processes came or went meanwhile; and, where they did at one of the last looks,
 * when there is less memory than before, since a fork copies the memory before it can be seen. */
enum { VIEWS = 8, RESTLESS_LOOKS = 100 };
static const struct timespec moment = {.tv_nsec = 1000000};

/* What came of measuring the listed processes. */
struct view {
    struct fp_process root; /* ended: it is not there */
    struct fp_process largest;
    struct fp_process_sum sum;
    size_t held; /* by those that count */
    bool steady; /* nobody came or went meanwhile */
};

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
static size_t
held_by_those_that_count(const struct fp__tree *tree)
{
    double now = boot_seconds();
    double newcomer = now - (now - tree->began) / 20;
    size_t held = 0;
    for (size_t i = 0; i < tree->n; i++) {
        const struct fp_process *row = &tree->rows[i];
        size_t alone = row->started > newcomer && row->pid != tree->root ? row->uss : 0;
        if (!row->ended && row->held > alone)
            held += row->held - alone;
    }
    return held;
}

static enum fp_status
view_once(struct fp__tree *tree, struct view *view)
{
    size_t again = 0;
    enum fp_status status = list(tree, tree->rows, &tree->n);
    if (status == FP_OK)
        status = fp_process_measure(tree->ctx, tree->rows, tree->n, &view->sum);
    if (status == FP_OK)
        status = list(tree, tree->again, &again);
    if (status != FP_OK)
        return status;
    const struct fp_process *root = root_row(tree);
    view->root = root ? *root : (struct fp_process){.ended = true};
    if (view->sum.processes > 0)
        view->largest = tree->rows[view->sum.largest];
    view->held = held_by_those_that_count(tree);
    view->steady = same_processes(tree, again);
    reap(tree, false);
    return FP_OK;
}

/* Whether processes came or went lately. */
static bool
is_restless(struct fp__tree *tree, const struct view *view)
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
static enum fp_status
view_tree(struct fp__tree *tree, struct view *best)
{
    *best = (struct view){0};
    enum fp_status status = view_once(tree, best);
    bool restless = is_restless(tree, best);
    bool steady = best->steady;
    for (int i = 1; status == FP_OK && i < VIEWS; i++) {
        struct view view;
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

/* --- what is said of them ---------------------------------------------------------------------------- */

/* Names in the list of what is mapped. A sanitizer that was linked into the program shows by its
 * shadow memory: AddressSanitizer's has a fixed place on x86-64, ThreadSanitizer leaves a file. */
static const char *const mapped[] = {
    "libasan.so",   "libclang_rt.asan", "7fff7000-8fff7000 ", "libtsan.so", "libclang_rt.tsan",
    "/tsan.rodata", "jemalloc",         "tcmalloc",           "mimalloc",   "ld-musl",
};
static const char *const meaning[] = {
    "AddressSanitizer", "AddressSanitizer", "AddressSanitizer", "ThreadSanitizer",
    "ThreadSanitizer",  "ThreadSanitizer",  "jemalloc",         "tcmalloc",
    "mimalloc",         "musl's malloc",
};
enum { MAPPED = sizeof mapped / sizeof mapped[0], SANITIZERS = 6 };

static void
look_at_maps(struct fp__tree *tree)
{
    for (size_t i = 0; i < tree->n; i++) {
        size_t which = fp_process_maps_any(tree->rows[i].pid, mapped, MAPPED);
        if (which < SANITIZERS)
            tree->sanitizer = meaning[which];
        else if (which < MAPPED)
            tree->allocator = meaning[which];
    }
}

/* Now and then: programs become others, and load libraries late. */
static bool
is_power_of_two(size_t n)
{
    return (n & (n - 1)) == 0;
}

static void
describe(struct fp__tree *tree, const struct fp_process *row, const struct fp_process_sum *sum)
{
    char command[160];
    if (!fp_process_command(row->pid, command, sizeof command) && *tree->measured)
        return; /* it is ending; what was said of it stays */
    if (sum->processes == 1)
        snprintf(tree->measured, sizeof tree->measured, "%s, 1 process", command);
    else
        snprintf(tree->measured, sizeof tree->measured,
                 "%s, 1 of %zu processes, %d %% of the memory", command, sum->processes,
                 sum->held ? (int)(100.0 * (double)row->held / (double)sum->held + 0.5) : 0);
}

/* The one to be named is who holds the most at most looks, found by majority vote: the greatest
 * at a single look may be a helper that is soon gone. */
static bool
is_named(struct fp__tree *tree, int pid)
{
    if (tree->votes == 0)
        tree->named = pid;
    if (tree->named == pid)
        tree->votes++;
    else
        tree->votes--;
    return tree->named == pid;
}

static void
remember(struct fp__tree *tree, const struct view *view)
{
    const struct fp_process *row = tree->alone ? &view->root : &view->largest;
    tree->looks++;
    tree->alone_total += (double)view->root.held;
    tree->others_total += (double)(view->held - view->root.held);
    if (is_power_of_two(tree->looks))
        look_at_maps(tree);
    if (is_named(tree, row->pid))
        describe(tree, row, &view->sum);
}

/* --- in numbers -------------------------------------------------------------------------------------- */

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
sample_of(const struct fp__tree *tree, const struct view *view)
{
    const struct fp_process *root = &view->root;
    const struct fp_process_sum *sum = &view->sum;
    struct fp__sample sample = {.heap_free = NAN};
    sample.x[FP_METRIC_OBJECTS] = sample.x[FP_METRIC_HEAP] = NAN;
    sample.x[FP_METRIC_RSS] = (double)(tree->alone ? root->held : view->held);
    sample.x[FP_METRIC_FILES] = count_or_nan(tree->alone ? root->open_files : sum->open_files);
    sample.x[FP_METRIC_THREADS] = (double)(tree->alone ? root->threads : sum->threads);
    sample.rss_total = (double)(tree->alone ? root->rss : sum->rss);
    sample.cpu = tree->alone ? root->cpu : sum->cpu + cpu_of_reaped(tree);
    return sample;
}

enum fp__look
fp__tree_sample(struct fp__tree *tree, struct fp__sample *sample)
{
    struct view view;
    enum fp_status status = view_tree(tree, &view);
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
    if (list(tree, tree->rows, &tree->n) != FP_OK)
        return false;
    for (size_t i = 0; i < tree->n; i++)
        running = running || tree->rows[i].running;
    return running;
}

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
    if (list(tree, tree->rows, &tree->n) != FP_OK)
        return signal_root(tree, signal);
    reap(tree, true);
    for (size_t i = 0; i < tree->n; i++) {
        if (tree->rows[i].ended)
            continue;
        there++;
        if (signal)
            kill(tree->rows[i].pid, signal);
    }
    return there;
}
