/* SPDX-License-Identifier: MIT */
/* cpus.c: CPUs by affinity (sched_getaffinity) and by control groups: cpu.max of version 2, the two
 * cpu.cfs files of version 1 (kernel documentation, cgroup-v2 and sched-bwc). */
#include "memory/cpus.h"

#include <math.h>
#include <sched.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "flatplot/memory.h"
#include "memory/proc.h"

enum { PATH_ROOM = 4096 + 256, TEXT_ROOM = 8192 };

struct quota {
    struct fp_context *ctx;
    const char *root;
    double cpus; /* the least so far; INFINITY: none */
};

static bool
read_text(const struct quota *q, const char *path, char *text, size_t room)
{
    long length;
    int error;

    return fp__proc_read(q->ctx, path, text, room, &length, &error) == FP_OK && length >= 0;
}

static void
add(struct quota *q, double quota, double period)
{
    if (quota > 0 && period > 0)
        q->cpus = fmin(q->cpus, quota / period);
}

/* "max 100000" or "150000 100000". */
static void
add_version_2(struct quota *q, const char *folder)
{
    char path[PATH_ROOM];
    char text[128];
    char *rest;

    snprintf(path, sizeof path, "%s/cpu.max", folder);
    if (read_text(q, path, text, sizeof text) && strncmp(text, "max", 3) != 0) {
        double quota = (double)strtoull(text, &rest, 10);

        add(q, quota, (double)strtoull(rest, NULL, 10));
    }
}

static double
read_number(const struct quota *q, const char *folder, const char *name)
{
    char path[PATH_ROOM];
    char text[128];

    snprintf(path, sizeof path, "%s/%s", folder, name);
    return read_text(q, path, text, sizeof text) ? (double)strtoll(text, NULL, 10) : -1;
}

static void
add_version_1(struct quota *q, const char *folder)
{
    add(q, read_number(q, folder, "cpu.cfs_quota_us"), read_number(q, folder, "cpu.cfs_period_us"));
}

/* The group and all above it, up to where the groups are mounted: inside a container that is the
 * container's own. */
static void
climb(struct quota *q, const char *mount, const char *group,
      void (*add_one)(struct quota *q, const char *folder))
{
    char folder[PATH_ROOM - 64];
    int base = snprintf(folder, sizeof folder, "%s%s", q->root, mount);

    if (base + strlen(group) >= sizeof folder)
        return;
    strcpy(folder + base, group);
    for (char *end = folder + strlen(folder); end; end = strrchr(folder + base, '/')) {
        *end = '\0';
        add_one(q, folder);
    }
}

static bool
has_word(const char *list, size_t n, const char *word)
{
    size_t length = strlen(word);

    for (const char *at = list; at + length <= list + n; at++) {
        bool begins = at == list || at[-1] == ',';
        bool ends = at + length == list + n || at[length] == ',';

        if (begins && ends && memcmp(at, word, length) == 0)
            return true;
    }
    return false;
}

/* "0::/group" of version 2, "4:cpu,cpuacct:/group" of version 1. */
static void
add_line(struct quota *q, char *line)
{
    char *controllers = strchr(line, ':');
    char *group = controllers ? strchr(++controllers, ':') : NULL;

    if (!group)
        return;
    size_t n = (size_t)(group++ - controllers);
    if (n == 0)
        climb(q, "/sys/fs/cgroup", group, add_version_2);
    else if (has_word(controllers, n, "cpu"))
        climb(q, "/sys/fs/cgroup/cpu", group, add_version_1);
}

size_t
fp__cpus_quota(struct fp_context *ctx, const char *root)
{
    struct quota q = {.ctx = ctx, .root = root, .cpus = INFINITY};
    char path[PATH_ROOM];
    char text[TEXT_ROOM];
    char *rest;

    snprintf(path, sizeof path, "%s/proc/self/cgroup", root);
    if (!read_text(&q, path, text, sizeof text))
        return 0;
    for (char *line = strtok_r(text, "\n", &rest); line; line = strtok_r(NULL, "\n", &rest))
        add_line(&q, line);
    return isinf(q.cpus) ? 0 : (size_t)ceil(q.cpus);
}

size_t
fp_cpus_allowed(struct fp_context *ctx)
{
    cpu_set_t set;
    size_t quota = fp__cpus_quota(ctx, "");
    int count = sched_getaffinity(0, sizeof set, &set) == 0 ? CPU_COUNT(&set) : 0;
    size_t cpus = count > 0 ? (size_t)count : 1;

    return quota > 0 && quota < cpus ? quota : cpus;
}
