/* SPDX-License-Identifier: MIT */
/* shard.c: which share of a job is ours, as we are told or as the cluster's engine says. */
#include "cli/batch/shard.h"

#include <string.h>

#include "cli/exit.h"
#include "cli/opt/message.h"

/* Of FP__SHARDS_MOST. */
enum { MOST_DIGITS = 9 };

size_t
fp__shard_pictures(struct fp__shard shard, size_t pictures)
{
    if (shard.count == 0)
        return pictures;
    return pictures / shard.count + (shard.number <= pictures % shard.count);
}

size_t
fp__shard_picture(struct fp__shard shard, size_t i)
{
    return shard.count == 0 ? i : shard.number - 1 + i * shard.count;
}

/* --- Numbers ---------------------------------------------------------------------------------- */

/* Digits up to `end`, a character that must follow. False when it is not that. */
static bool
read_digits(const char *text, char end, size_t *number)
{
    size_t length = strspn(text, "0123456789");
    if (length < 1 || length > MOST_DIGITS || text[length] != end)
        return false;
    *number = 0;
    for (size_t i = 0; i < length; i++)
        *number = 10 * *number + (size_t)(text[i] - '0');
    return true;
}

static int
read_pair(struct fp__shard *shard, const char *text, const char *name, char sign)
{
    const char *slash = strchr(text, '/');
    if (slash && read_digits(text, '/', &shard->number) &&
        read_digits(slash + 1, '\0', &shard->count) && shard->number >= 1 &&
        shard->number <= shard->count)
        return 0;
    return fp__message_error(FP__EXIT_USAGE,
                             "%s%c%s: not I/N, share I of N" FP__AND_HINT
                             "the first of four is 1/4, the last 4/4",
                             name, sign, text);
}

/* --- Slurm ------------------------------------------------------------------------------------ */

enum slurm { TASK_ID, TASK_COUNT, TASK_MIN, TASK_MAX, SLURM };

static const char *const slurm_names[SLURM] = {"SLURM_ARRAY_TASK_ID", "SLURM_ARRAY_TASK_COUNT",
                                               "SLURM_ARRAY_TASK_MIN", "SLURM_ARRAY_TASK_MAX"};

static int
read_slurm_numbers(fp__environment_fn environment, size_t values[SLURM])
{
    for (int i = 0; i < SLURM; i++) {
        const char *text = environment(slurm_names[i]);
        if (!text || !read_digits(text, '\0', &values[i])) {
            return fp__message_error(FP__EXIT_USAGE,
                                     "--shard auto: %s is %s%s" FP__AND_HINT
                                     "say it: --shard \"$SLURM_ARRAY_TASK_ID/N\", N the array's "
                                     "number of tasks",
                                     slurm_names[i], text ? "no number: " : "not set",
                                     text ? text : "");
        }
    }
    return 0;
}

/* An array of other numbers is most often tasks of a larger one, run again: as many shards as it
 * has tasks would be another cut of the job, and leave pictures out. */
static int
refuse_array(const size_t values[SLURM])
{
    return fp__message_error(
        FP__EXIT_USAGE,
        "--shard auto: task %zu of a Slurm array of %zu tasks numbered from %zu "
        "to %zu: they must count from 1 or from 0, without gaps" FP__AND_HINT
        "sbatch --array=1-%zu …; to run tasks of a larger array again: "
        "--shard \"$SLURM_ARRAY_TASK_ID/N\", N that array's number of tasks",
        values[TASK_ID], values[TASK_COUNT], values[TASK_MIN], values[TASK_MAX],
        values[TASK_COUNT]);
}

static int
read_slurm(struct fp__shard *shard, fp__environment_fn environment)
{
    size_t v[SLURM];
    int failed = read_slurm_numbers(environment, v);
    if (failed)
        return failed;
    bool from_0_or_1 = v[TASK_MIN] <= 1 && v[TASK_MAX] + 1 - v[TASK_MIN] == v[TASK_COUNT];
    if (v[TASK_COUNT] == 0 || !from_0_or_1 || v[TASK_ID] < v[TASK_MIN] || v[TASK_ID] > v[TASK_MAX])
        return refuse_array(v);
    *shard = (struct fp__shard){v[TASK_ID] - v[TASK_MIN] + 1, v[TASK_COUNT]};
    return 0;
}

/* --- Kubernetes ------------------------------------------------------------------------------- */

/* Kubernetes tells a pod its index, and not how many there are. */
static int
read_kubernetes(struct fp__shard *shard, fp__environment_fn environment)
{
    const char *index = environment("JOB_COMPLETION_INDEX");
    const char *shards = environment("FLATPLOT_SHARDS");
    if (shards && read_digits(index, '\0', &shard->number) &&
        read_digits(shards, '\0', &shard->count) && shard->number < shard->count) {
        shard->number++;
        return 0;
    }
    return fp__message_error(
        FP__EXIT_USAGE,
        "--shard auto: JOB_COMPLETION_INDEX is %s, FLATPLOT_SHARDS %s" FP__AND_HINT
        "set FLATPLOT_SHARDS in the job to its number of completions; indices count from 0",
        index, shards ? shards : "not set");
}

/* --- All -------------------------------------------------------------------------------------- */

static int
look_around(struct fp__shard *shard, fp__environment_fn environment)
{
    const char *own = environment("FLATPLOT_SHARD");
    if (own)
        return read_pair(shard, own, "FLATPLOT_SHARD", '=');
    if (environment(slurm_names[TASK_ID]))
        return read_slurm(shard, environment);
    if (environment("JOB_COMPLETION_INDEX"))
        return read_kubernetes(shard, environment);
    return fp__message_error(FP__EXIT_USAGE,
                             "--shard auto: the environment names no share: no FLATPLOT_SHARD, no "
                             "Slurm array, no JOB_COMPLETION_INDEX" FP__AND_HINT
                             "say it: --shard 1/4, or FLATPLOT_SHARD=1/4");
}

int
fp__shard_find(struct fp__shard *shard, const char *text, fp__environment_fn environment)
{
    *shard = (struct fp__shard){0};
    if (!text)
        return 0;
    return strcmp(text, "auto") == 0 ? look_around(shard, environment)
                                     : read_pair(shard, text, "--shard", ' ');
}
