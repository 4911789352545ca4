/* SPDX-License-Identifier: MIT */
/* links.h: what the name of an output means, behind links. */
#ifndef CORE_LINKS_H
#define CORE_LINKS_H

#include <stddef.h>

#include "flatplot/context.h"

/* What a name means: a path, which may be new, or an open descriptor of this process. */
struct fp__target {
    char *path;     /* an allocation; NULL without memory */
    int descriptor; /* -1: none; else `path` is its name */
};

/* Follows the links that the last part of `path` may be, also to a target that is not there yet,
 * but not those that name descriptors of this process (/dev/stdout, /dev/fd/N, /proc/self/fd/N):
 * behind them is a file that whoever opened it goes on using, at its place in it. The caller frees
 * target->path, after a failure too. */
enum fp_status fp__links_follow(struct fp_context *ctx, const char *path,
                                struct fp__target *target);

/* A copy of the first n bytes of `folder` followed by `name`; NULL without memory. */
char *fp__path_join(const char *folder, size_t n, const char *name);

/* How many of the path's bytes name its folder, the slash included. */
size_t fp__path_folder(const char *path);

#endif
