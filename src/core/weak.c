/* SPDX-License-Identifier: MIT */
/* weak.c: weak references. The cell lives as long as somebody holds it, so that a target that
 * nobody watches any more carries no trace of having been watched. */
#include "core/weak.h"

#include "core/alloc.h"
#include "core/status.h"

struct fp_weak {
    struct fp_object *target;
    size_t holders;
};

struct fp_weak *
fp_weak_create(void *obj)
{
    struct fp_object *o = obj;

    fp__object_check(o, NULL);
    if (fp_is_closed(o)) {
        fp__fail_closed(o ? o->ctx : NULL, o ? o->cls->name : "object");
        return NULL;
    }
    if (!o->weak)
        o->weak = fp_alloc(sizeof *o->weak);
    if (!o->weak) {
        fp__fail_memory(o->ctx, "a weak reference");
        return NULL;
    }
    o->weak->target = o;
    o->weak->holders++;
    return o->weak;
}

void *
fp_weak_get(const struct fp_weak *weak)
{
    struct fp_object *target = weak ? weak->target : NULL;

    if (target)
        target->refs++;
    return target;
}

void *
fp__weak_peek(const struct fp_weak *weak)
{
    return weak ? weak->target : NULL;
}

void
fp_weak_destroy(struct fp_weak *weak)
{
    if (!weak || --weak->holders > 0)
        return;
    if (weak->target)
        weak->target->weak = NULL;
    fp_free(weak);
}

void
fp__weak_kill(struct fp_object *obj)
{
    if (!obj->weak)
        return;
    obj->weak->target = NULL;
    obj->weak = NULL;
}
