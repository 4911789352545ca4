/* SPDX-License-Identifier: MIT */
/* table.h: the table of live objects, newest first, and the flags that objects carry. */
#ifndef CORE_TABLE_H
#define CORE_TABLE_H

#include "core/context.h"

enum {
    FP__OBJECT_CLOSED = 1,
    FP__OBJECT_DOOMED = 2,      /* at count zero, waits to be freed */
    FP__OBJECT_REACHED = 4,     /* the collector came to it */
    FP__OBJECT_MARKED = 8,      /* fp__object_mark */
    FP__OBJECT_GENERATION = 16, /* the unit in which the generation is counted above the flags */
};

static inline unsigned
fp__generation(const struct fp_object *obj)
{
    return obj->flags / FP__OBJECT_GENERATION;
}

/* A new object enters as the newest, in generation 0. */
void fp__table_enter(struct fp_object *obj);
void fp__table_leave(struct fp_object *obj);

#endif
