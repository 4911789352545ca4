/* SPDX-License-Identifier: MIT */
/* proc.h: reading what /proc says of other processes, without allocating. */
#ifndef MEMORY_PROC_H
#define MEMORY_PROC_H

#include "flatplot/memory.h"

/* Room for "/proc/PID/task/TID/children". */
#define FP__PROC_PATH 64

/* Reads a small file as text, cut off at room - 1 bytes. *length is -1 when its process is gone or
 * not ours to see, which is no failure: *error then has the system's reason. */
enum fp_status fp__proc_read(struct fp_context *ctx, const char *path, char *text, size_t room,
                             long *length, int *error);

/* The numbers among the names in a folder. */
struct fp__proc_folder {
    struct fp_context *ctx;
    const char *path;
    int fd; /* -1: it is gone or not ours to see */
    long at;
    long n;
    _Alignas(8) char block[4096];
};
enum fp_status fp__proc_open(struct fp_context *ctx, const char *path,
                             struct fp__proc_folder *folder);

/* The next number; -1 at the end. */
enum fp_status fp__proc_next(struct fp__proc_folder *folder, int *number);
void fp__proc_close(struct fp__proc_folder *folder);

#endif
