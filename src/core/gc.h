/* SPDX-License-Identifier: MIT */
/* gc.h: what the rest of core needs of the collector. */
#ifndef CORE_GC_H
#define CORE_GC_H

#include "core/context.h"

void fp__gc_init(struct fp__gc *gc);

/* Before an object is made: collects if automatic collection is on and due. */
void fp__gc_step(struct fp_context *ctx);

/* Counts for every object of generation ≤ `generation` the references to it that none of these
 * objects' traverse shows, into gc.outside. */
void fp__gc_count_outside(struct fp_context *ctx, unsigned generation);

#endif
