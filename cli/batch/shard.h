/* SPDX-License-Identifier: MIT */
/* shard.h: the share of a job that one of several runs of the tool draws: every N-th picture.
 *
 * Shard I of N has the pictures I - 1, I - 1 + N, I - 1 + 2 N … of the job, counted from 0 after
 * selecting. All N together are the whole job, each picture once. */
#ifndef CLI_BATCH_SHARD_H
#define CLI_BATCH_SHARD_H

#include <stdbool.h>
#include <stddef.h>

/* More runs of a job than any cluster has; their numbers fit in any size_t. */
#define FP__SHARDS_MOST 999999999

struct fp__shard {
    size_t number; /* from 1 */
    size_t count;  /* 1, or 0: there is one, which is the whole job */
};

/* How many of that many pictures are the shard's, and which one its i-th is. */
size_t fp__shard_pictures(struct fp__shard shard, size_t pictures);
size_t fp__shard_picture(struct fp__shard shard, size_t i);

/* The value of a variable of the environment, or NULL: getenv, or what a test likes. */
typedef char *(*fp__environment_fn)(const char *name);

/* Reads what --shard was given: "I/N", or "auto" for what the environment says: FLATPLOT_SHARD=I/N,
 * Slurm's array, or the index of a Kubernetes job with FLATPLOT_SHARDS=N. NULL is the whole job.
 * Returns 0 or an exit code after saying what is wrong. */
int fp__shard_find(struct fp__shard *shard, const char *text, fp__environment_fn environment);

#endif
