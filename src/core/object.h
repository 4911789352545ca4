/* SPDX-License-Identifier: MIT */
/* object.h: what other floors need of objects beyond flatplot/object.h. */
#ifndef CORE_OBJECT_H
#define CORE_OBJECT_H

#include "flatplot/object.h"

/* In debug builds stops at a pointer that is not an object, or not of the class (NULL: any). */
void fp__object_check(const void *obj, const struct fp_class *cls);

/* A mark by which a floor above tells its own objects from others: the figures' artists have it. */
void fp__object_mark(void *obj);
bool fp__object_is_marked(const void *obj);

/* Shows the strong children of any object. */
static inline void
fp__object_traverse(struct fp_object *obj, fp_visit_fn visit, void *arg)
{
    if (obj->cls->traverse)
        obj->cls->traverse(obj, visit, arg);
}

/* Closes it, or, when it was closed before, drops the children that it may have been given
 * since. */
void fp__object_end(struct fp_object *obj);

/* The target of a weak reference without taking one: for links from child to parent, which are
 * looked at and not kept. NULL once it was closed; NULL for NULL. */
void *fp__weak_peek(const struct fp_weak *weak);

#endif
