/* SPDX-License-Identifier: MIT */
/* tree.h: what is known of one process without measuring it, and the slow way to its
 * descendants. */
#ifndef MEMORY_TREE_H
#define MEMORY_TREE_H

#include "flatplot/memory.h"

/* Sets the members that fp_process_list sets, the parent as the system tells it. *found is false,
 * and the row as it was, when there is no such process. */
enum fp_status fp__process_look(struct fp_context *ctx, int pid, struct fp_process *row,
                                bool *found);

/* As fp_process_list, by asking every process of the system for its parent: for kernels that keep
 * no lists of children. */
enum fp_status fp__process_scan(struct fp_context *ctx, int pid, struct fp_process *rows,
                                size_t room, size_t *n);

#endif
