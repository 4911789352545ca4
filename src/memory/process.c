/* SPDX-License-Identifier: MIT */
/* process.c: what one process holds, read from /proc without allocating. */
#include "flatplot/memory.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "memory/proc.h"

#define KIB 1024

/* --- memory ----------------------------------------------------------------------------------- */

/* The number after "Key:" at the start of a line, in bytes. False when there is no such line. */
static bool
rollup_value(const char *text, const char *key, size_t *bytes)
{
    size_t length = strlen(key);

    for (const char *line = text; line; line = strchr(line, '\n')) {
        line += *line == '\n';
        if (strncmp(line, key, length) == 0) {
            *bytes = (size_t)strtoull(line + length, NULL, 10) * KIB;
            return true;
        }
    }
    return false;
}

static size_t
rollup(const char *text, const char *key)
{
    size_t bytes = 0;

    rollup_value(text, key, &bytes);
    return bytes;
}

/* Linux before 5.4 does not tell the kinds of Pss apart. */
static void
use_rollup(const char *text, struct fp_process *row)
{
    row->rss = rollup(text, "Pss:");
    row->uss = rollup(text, "Private_Clean:") + rollup(text, "Private_Dirty:");
    if (!rollup_value(text, "Pss_Anon:", &row->held))
        row->held = row->uss;
    row->held += rollup(text, "Pss_Shmem:") + rollup(text, "SwapPss:");
}

/* statm: size, resident, shared (files' and shared memory) … in pages; proc(5). */
static void
use_statm(const char *text, struct fp_process *row)
{
    size_t page = (size_t)sysconf(_SC_PAGESIZE), shared;
    char *p;

    strtoull(text, &p, 10);
    row->rss = (size_t)strtoull(p, &p, 10) * page;
    shared = (size_t)strtoull(p, &p, 10) * page;
    row->held = row->uss = row->rss > shared ? row->rss - shared : 0;
}

static enum fp_status
read_of(struct fp_context *ctx, int pid, const char *name, char *text, size_t room, long *length)
{
    char path[FP__PROC_PATH];
    int error;

    snprintf(path, sizeof path, "/proc/%d/%s", pid, name);
    return fp__proc_read(ctx, path, text, room, length, &error);
}

/* A process without resident pages is on its way out. */
static enum fp_status
measure_memory(struct fp_context *ctx, struct fp_process *row)
{
    char text[2048];
    long length;
    enum fp_status status = read_of(ctx, row->pid, "smaps_rollup", text, sizeof text, &length);

    row->held = row->uss = row->rss = 0;
    if (status == FP_OK && length > 0) {
        use_rollup(text, row);
    } else if (status == FP_OK) {
        status = read_of(ctx, row->pid, "statm", text, sizeof text, &length);
        if (length > 0)
            use_statm(text, row);
    }
    row->ended = row->rss == 0;
    return status;
}

/* --- the rest --------------------------------------------------------------------------------- */

static enum fp_status
count_files(struct fp_context *ctx, struct fp_process *row)
{
    char path[FP__PROC_PATH];
    struct fp__proc_folder files;
    size_t count = 0;
    int number = 0;
    enum fp_status status;

    snprintf(path, sizeof path, "/proc/%d/fd", row->pid);
    status = fp__proc_open(ctx, path, &files);
    row->open_files = FP_UNKNOWN;
    while (status == FP_OK && files.fd >= 0 && number >= 0) {
        status = fp__proc_next(&files, &number);
        count += number >= 0;
    }
    if (files.fd >= 0)
        row->open_files = count;
    fp__proc_close(&files);
    return status;
}

/* The clock is finer than the hundredths of a second in /proc/PID/stat. */
static double
cpu_time(int pid)
{
    struct timespec used;
    clockid_t clock;

    if (clock_getcpuclockid(pid, &clock) != 0 || clock_gettime(clock, &used) != 0)
        return 0;
    return (double)used.tv_sec + 1e-9 * (double)used.tv_nsec;
}

static enum fp_status
measure(struct fp_context *ctx, struct fp_process *row)
{
    enum fp_status status = FP_OK;

    if (!row->ended)
        status = measure_memory(ctx, row);
    if (status == FP_OK && !row->ended)
        status = count_files(ctx, row);
    row->cpu = cpu_time(row->pid);
    return status;
}

static void
add_to(struct fp_process_sum *sum, const struct fp_process *row)
{
    sum->processes++;
    sum->threads += row->threads;
    sum->held += row->held;
    sum->uss += row->uss;
    sum->rss += row->rss;
    if (row->open_files == FP_UNKNOWN || sum->open_files == FP_UNKNOWN)
        sum->open_files = FP_UNKNOWN;
    else
        sum->open_files += row->open_files;
}

enum fp_status
fp_process_measure(struct fp_context *ctx, struct fp_process *rows, size_t n,
                   struct fp_process_sum *sum)
{
    struct fp_process_sum all = {.largest = n};

    for (size_t i = 0; i < n; i++) {
        enum fp_status status = measure(ctx, &rows[i]);

        if (status != FP_OK)
            return status;
        all.cpu += rows[i].cpu + rows[i].cpu_waited;
        if (rows[i].ended)
            continue;
        add_to(&all, &rows[i]);
        if (all.largest == n || rows[i].held > rows[all.largest].held)
            all.largest = i;
    }
    *sum = all;
    return FP_OK;
}
