/* SPDX-License-Identifier: MIT */
/* replace.h: writing files. A file appears whole or not at all. */
#ifndef CORE_REPLACE_H
#define CORE_REPLACE_H

#include <stddef.h>

#include "flatplot/context.h"

/* A file being written, which replaces `path` as a whole on commit. */
struct fp__replace;

/* Begins: follows links, makes the hidden temporary name beside the target and locks it; devices
 * and names of open descriptors (links.h) are written directly, at once. Fails with FP_ERR_OUTPUT,
 * also when another process is writing the same name now. */
enum fp_status fp__replace_begin(struct fp_context *ctx, const char *path,
                                 struct fp__replace **out);

/* From here on nothing is replaced: fails with FP_ERR_OUTPUT when there is a file already, and so
 * does the commit when one has come meanwhile. Devices and descriptors are written all
 * the same. */
enum fp_status fp__replace_keep(struct fp__replace *file);

enum fp_status fp__replace_write(struct fp__replace *file, const void *bytes, size_t n);

/* Puts the file in place (commit) or removes what was written (abandon); both free it. NULL is fine
 * for abandon. A commit that fails has removed what was written. */
enum fp_status fp__replace_commit(struct fp__replace *file);
void fp__replace_abandon(struct fp__replace *file);

/* Writes n bytes as the whole new contents of `path`. */
enum fp_status fp__file_replace(struct fp_context *ctx, const char *path, const void *bytes,
                                size_t n);

/* Removes what a killed process left under the temporary name of `path`. What is locked is let be,
 * and what cannot be removed, too: whoever writes that name next takes it over. */
void fp__replace_sweep(struct fp_context *ctx, const char *path);

#endif
