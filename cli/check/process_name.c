/* SPDX-License-Identifier: MIT */
/* process_name.c: which process is named, and what its memory comes from. */
#include <stdio.h>

#include "cli/check/process_look.h"

/* In the list of what is mapped, libraries by the beginning of their file's name. A sanitizer that
 * was linked into the program shows by its shadow memory: AddressSanitizer's has a fixed place on
 * x86-64, ThreadSanitizer leaves a file. */
static const char *const mapped[] = {
    "/libasan.so",
    "/libclang_rt.asan",
    "7fff7000-8fff7000 ",
    "/libtsan.so",
    "/libclang_rt.tsan",
    "/tsan.rodata",
    "/libjemalloc.so",
    "/libtcmalloc.so",
    "/libtcmalloc_minimal.so",
    "/libtcmalloc_debug.so",
    "/libtcmalloc_minimal_debug.so",
    "/libtcmalloc_and_profiler.so",
    "/libmimalloc.so",
    "/libmimalloc-secure.so",
    "/libmimalloc-debug.so",
    "/ld-musl-",
};
static const char *const meaning[] = {
    "AddressSanitizer", "AddressSanitizer", "AddressSanitizer", "ThreadSanitizer",
    "ThreadSanitizer",  "ThreadSanitizer",  "jemalloc",         "tcmalloc",
    "tcmalloc",         "tcmalloc",         "tcmalloc",         "tcmalloc",
    "mimalloc",         "mimalloc",         "mimalloc",         "musl's malloc",
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

void
fp__tree_name(struct fp__tree *tree, const struct fp__view *view)
{
    const struct fp_process *row = tree->alone ? &view->root : &view->largest;
    if (is_power_of_two(tree->looks))
        look_at_maps(tree);
    if (is_named(tree, row->pid))
        describe(tree, row, &view->sum);
}
