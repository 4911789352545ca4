/* SPDX-License-Identifier: MIT */
/* object.c: counts, closing and freeing. */
#include "core/object.h"

#include <assert.h>

#include "core/alloc.h"
#include "core/context.h"
#include "core/gc.h"
#include "core/status.h"
#include "core/table.h"
#include "core/weak.h"

#define MAGIC 0xf10b

void
fp__object_check(const void *obj, const struct fp_class *cls)
{
    const struct fp_object *o = obj;

    assert(!o || o->magic == MAGIC);
    assert(!o || !cls || o->cls == cls);
    (void)o;
    (void)cls;
}

void *
fp_object_create(struct fp_context *ctx, const struct fp_class *cls)
{
    struct fp_object *obj;

    ctx = fp__context(ctx);
    if (!ctx)
        return NULL;
    if (ctx->destroyed) {
        fp__fail_closed(ctx, "context");
        return NULL;
    }
    assert(cls->size >= sizeof *obj);
    fp__gc_step(ctx);
    obj = fp_alloc(cls->size);
    if (!obj) {
        fp__fail_memory(ctx, cls->name);
        return NULL;
    }
    obj->cls = cls;
    obj->ctx = ctx;
    obj->refs = 1;
    obj->magic = MAGIC;
    fp__table_enter(obj);
    return obj;
}

void *
fp_object_ref(void *obj)
{
    struct fp_object *o = obj;

    fp__object_check(o, NULL);
    if (o)
        o->refs++;
    return obj;
}

static void bury_doomed(struct fp_context *ctx);

/* Children that die of it wait until it is over: traverse may still show them. */
static void
drop_children(struct fp_object *obj)
{
    bool waiting = obj->ctx->burying;

    if (!obj->cls->clear)
        return;
    obj->ctx->burying = true;
    obj->cls->clear(obj);
    obj->ctx->burying = waiting;
    bury_doomed(obj->ctx);
}

void
fp_close(void *obj)
{
    struct fp_object *o = obj;

    fp__object_check(o, NULL);
    if (!o || o->flags & FP__OBJECT_CLOSED)
        return;
    o->flags |= FP__OBJECT_CLOSED;
    o->refs++; /* what is dropped below may hold the last reference to this object */
    fp__weak_kill(o);
    if (o->cls->close)
        o->cls->close(o);
    drop_children(o);
    fp_unref(o);
}

void
fp__object_mark(void *obj)
{
    ((struct fp_object *)obj)->flags |= FP__OBJECT_MARKED;
}

bool
fp__object_is_marked(const void *obj)
{
    return ((const struct fp_object *)obj)->flags & FP__OBJECT_MARKED;
}

bool
fp_is_closed(const void *obj)
{
    const struct fp_object *o = obj;

    return !o || o->flags & FP__OBJECT_CLOSED;
}

static void
see_child(struct fp_object *child, void *any)
{
    *(bool *)any |= child != NULL;
}

void
fp__object_end(struct fp_object *obj)
{
    bool any = false;

    if (!fp_is_closed(obj)) {
        fp_close(obj);
        return;
    }
    fp__object_traverse(obj, see_child, &any);
    if (any)
        drop_children(obj);
}

static void
bury(struct fp_object *obj)
{
    fp__object_end(obj);
    if (obj->refs > 0) { /* its close gave references away: a closed handle like any other */
        obj->flags &= (uint16_t)~FP__OBJECT_DOOMED;
        fp__table_enter(obj);
        return;
    }
    if (obj->cls->finalize)
        obj->cls->finalize(obj);
    obj->magic = 0;
    fp_free(obj);
}

/* Objects that die while another is being buried wait in a list, so that the stack stays flat
 * however long the chain is. */
static void
bury_doomed(struct fp_context *ctx)
{
    if (ctx->burying)
        return;
    ctx->burying = true;
    while (ctx->doomed) {
        struct fp_object *obj = ctx->doomed;

        ctx->doomed = obj->next;
        bury(obj);
    }
    ctx->burying = false;
    fp__context_settle(ctx);
}

/* Not inlined, so that fp_unref needs no stack frame on the way it takes most often. */
__attribute__((noinline)) static void
doom(struct fp_object *obj)
{
    obj->flags |= FP__OBJECT_DOOMED;
    fp__weak_kill(obj); /* or a weak reference could revive what waits for its burial */
    fp__table_leave(obj);
    obj->next = obj->ctx->doomed;
    obj->ctx->doomed = obj;
    bury_doomed(obj->ctx);
}

void
fp_unref(void *obj)
{
    struct fp_object *o = obj;

    fp__object_check(o, NULL);
    if (o && --o->refs == 0 && !(o->flags & FP__OBJECT_DOOMED))
        doom(o);
}
