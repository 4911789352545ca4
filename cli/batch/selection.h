/* SPDX-License-Identifier: MIT */
/* selection.h: which frames of an input are wanted: Python's slices, numbers, or a list. */
#ifndef CLI_BATCH_SELECTION_H
#define CLI_BATCH_SELECTION_H

#include <stdbool.h>
#include <stddef.h>

/* A:B:S or, with `single`, the one frame `start`. */
struct fp__slice {
    bool single;
    bool has_start;
    bool has_stop;
    long long start;
    long long stop;
    long long step;
};

/* Zeroed: every frame. */
struct fp__selection {
    struct fp__slice *slices;
    size_t count;
};

/* Frames start, start + step, … : `count` of them. */
struct fp__frame_run {
    size_t start;
    long long step;
    size_t count;
};

/* Reads "A:B:S", "N" or a list of these with commas; NULL selects all. Returns 0 or an exit code
 * after saying what is wrong with `words`. fp__selection_finish frees in both cases. */
int fp__selection_parse(struct fp__selection *selection, const char *text, const char *words);
void fp__selection_finish(struct fp__selection *selection);

/* How many runs fp__selection_resolve fills in: one a slice. */
size_t fp__selection_runs(const struct fp__selection *selection);

/* The runs over an input of n frames, as Python slices a list of that length. Runs may be empty.
 * False when a single number is outside; *outside is that number. */
bool fp__selection_resolve(const struct fp__selection *selection, size_t n,
                           struct fp__frame_run *runs, long long *outside);

#endif
