/* SPDX-License-Identifier: MIT */
/* pool.h: the workers of a job: started, given pictures, replaced when they crash. */
#ifndef CLI_BATCH_POOL_H
#define CLI_BATCH_POOL_H

#include "cli/batch/painter.h"

/* What a pool tells, from the process that it works for. */
struct fp__pool_ears {
    void *data;

    /* A picture's record, by which worker, from 0. A code other than 0 means: give out no more. */
    int (*record)(void *data, size_t worker, const struct fp__record *record);

    /* Another process is the worker of that number from here on. */
    void (*replaced)(void *data, size_t worker);

    /* What a worker holds at its end, its input closed. */
    void (*end)(void *data, size_t worker, const struct fp_memory_sample *memory);
};

/* Paints all the pictures of the plan on that many workers: forks of this process, which must not
 * have drawn text yet (pango looks for fonts in a thread, and a fork has none). Records come in any
 * order. A worker that crashes costs its picture, whose record says so, and is replaced. Ends after
 * the pictures under way when a signal came or a record's code said so. Returns 0, or an exit code
 * after saying why there are no workers (any more). */
int fp__pool_run(struct fp__painter *painter, size_t workers, const struct fp__pool_ears *ears);

#endif
