/* SPDX-License-Identifier: MIT */
/* table.c: entering and leaving the table of live objects. */
#include "core/table.h"

void
fp__table_enter(struct fp_object *obj)
{
    struct fp_context *ctx = obj->ctx;

    obj->flags %= FP__OBJECT_GENERATION;
    obj->prev = NULL;
    obj->next = ctx->newest;
    if (ctx->newest)
        ctx->newest->prev = obj;
    else
        ctx->oldest = obj;
    ctx->newest = obj;
    ctx->live++;
    ctx->gc.objects[0]++;
    ctx->gc.since[0]++;
}

void
fp__table_leave(struct fp_object *obj)
{
    struct fp_context *ctx = obj->ctx;

    if (obj->prev)
        obj->prev->next = obj->next;
    else
        ctx->newest = obj->next;
    if (obj->next)
        obj->next->prev = obj->prev;
    else
        ctx->oldest = obj->prev;
    ctx->live--;
    ctx->gc.objects[fp__generation(obj)]--;
    if (fp__generation(obj) == 0 && ctx->gc.since[0] > 0)
        ctx->gc.since[0]--; /* as CPython: made and freed again is not waiting */
}
