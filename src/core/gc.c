/* SPDX-License-Identifier: MIT */
/* gc.c: the cycle collector: trial deletion over the young end of the table of live objects. */
#include "core/gc.h"

#include "core/object.h"
#include "core/table.h"
#include "core/weak.h"

void
fp__gc_init(struct fp__gc *gc)
{
    gc->thresholds[0] = 700;
    gc->thresholds[1] = 10;
    gc->thresholds[2] = 10;
}

void
fp_gc_set_automatic(struct fp_context *ctx, bool on)
{
    ctx = fp__context(ctx);
    if (ctx)
        ctx->gc.automatic = on;
}

void
fp_gc_set_thresholds(struct fp_context *ctx, const size_t thresholds[FP_GENERATIONS])
{
    ctx = fp__context(ctx);
    for (int i = 0; ctx && i < FP_GENERATIONS; i++)
        ctx->gc.thresholds[i] = thresholds[i];
}

/* --- who is reachable ------------------------------------------------------------------------- */

/* The objects that are looked at: the table from its newest to the last of this generation. One
 * that waits for its burial is in the table no more. */
static bool
is_among(const struct fp_object *obj, const struct fp_context *ctx, unsigned generation)
{
    return obj && obj->ctx == ctx && fp__generation(obj) <= generation &&
           !(obj->flags & FP__OBJECT_DOOMED);
}

struct walk {
    struct fp_context *ctx;
    unsigned generation;
    struct fp_object *reached; /* objects whose children are still to be visited, by gc.link */
    size_t survivors;
};

static void
take_off(struct fp_object *child, void *arg)
{
    const struct walk *walk = arg;

    if (is_among(child, walk->ctx, walk->generation) && child->gc.outside > 0)
        child->gc.outside--;
}

void
fp__gc_count_outside(struct fp_context *ctx, unsigned generation)
{
    struct walk walk = {.ctx = ctx, .generation = generation};

    for (struct fp_object *o = ctx->newest; is_among(o, ctx, generation); o = o->next)
        o->gc.outside = o->refs;
    for (struct fp_object *o = ctx->newest; is_among(o, ctx, generation); o = o->next)
        fp__object_traverse(o, take_off, &walk);
}

static void
reach(struct fp_object *obj, void *arg)
{
    struct walk *walk = arg;

    if (!is_among(obj, walk->ctx, walk->generation) || obj->flags & FP__OBJECT_REACHED)
        return;
    obj->flags |= FP__OBJECT_REACHED;
    obj->gc.link = walk->reached;
    walk->reached = obj;
}

/* Marks what is held from outside and all that hangs on it. The link takes the place of the count,
 * which a marked object needs no more; an unmarked one still has its count, and that is 0. */
static void
mark(struct walk *walk)
{
    for (struct fp_object *o = walk->ctx->newest; is_among(o, walk->ctx, walk->generation);
         o = o->next) {
        if (!(o->flags & FP__OBJECT_REACHED) && o->gc.outside > 0)
            reach(o, walk);
        while (walk->reached) {
            struct fp_object *next = walk->reached;

            walk->reached = next->gc.link;
            fp__object_traverse(next, reach, walk);
        }
    }
}

/* --- freeing ---------------------------------------------------------------------------------- */

/* Garbage too, or it would not lie in order among the others when a reference keeps its shell. */
static void
grow_older(struct fp_object *obj, struct fp__gc *gc, unsigned generation)
{
    unsigned after = generation + 1 < FP_GENERATIONS ? generation + 1 : FP_GENERATIONS - 1;

    gc->objects[fp__generation(obj)]--;
    gc->objects[after]++;
    obj->flags = (uint16_t)(obj->flags % FP__OBJECT_GENERATION + after * FP__OBJECT_GENERATION);
}

/* Unmarks the reached, lets all grow older, and returns the others, held and linked. */
static struct fp_object *
gather_garbage(struct walk *walk)
{
    struct fp_object *garbage = NULL;
    struct fp_object *o = walk->ctx->newest;

    while (is_among(o, walk->ctx, walk->generation)) {
        struct fp_object *next = o->next;

        if (o->flags & FP__OBJECT_REACHED) {
            walk->survivors++;
        } else {
            o->gc.link = garbage;
            garbage = fp_ref(o);
        }
        o->flags &= (uint16_t)~FP__OBJECT_REACHED;
        grow_older(o, &walk->ctx->gc, walk->generation);
        o = next;
    }
    return garbage;
}

/* Each step over all of it before the next begins: no function of a class may meet a garbage object
 * through a weak reference, or one that was freed. */
static size_t
free_garbage(struct fp_object *garbage)
{
    size_t freed = 0;

    for (struct fp_object *o = garbage; o; o = o->gc.link)
        fp__weak_kill(o);
    for (struct fp_object *o = garbage; o; o = o->gc.link)
        fp__object_end(o);
    while (garbage) {
        struct fp_object *next = garbage->gc.link;

        freed += garbage->refs == 1;
        fp_unref(garbage);
        garbage = next;
    }
    return freed;
}

static void
note_collection(const struct walk *walk)
{
    struct fp__gc *gc = &walk->ctx->gc;

    for (unsigned g = 0; g <= walk->generation; g++)
        gc->since[g] = 0;
    if (walk->generation + 1 < FP_GENERATIONS)
        gc->since[walk->generation + 1]++;
    if (walk->generation + 2 == FP_GENERATIONS)
        gc->pending += walk->survivors;
    if (walk->generation + 1 < FP_GENERATIONS)
        return;
    gc->pending = 0;
    gc->survivors = walk->survivors;
}

size_t
fp_gc_collect(struct fp_context *ctx, int generation)
{
    struct walk walk = {.ctx = fp__context(ctx)};
    struct fp_object *garbage;
    size_t freed;

    if (!walk.ctx || walk.ctx->gc.collecting || generation < 0)
        return 0;
    walk.generation =
        generation < FP_GENERATIONS ? (unsigned)generation : (unsigned)FP_GENERATIONS - 1;
    walk.ctx->gc.collecting = true;
    fp__gc_count_outside(walk.ctx, walk.generation);
    mark(&walk);
    garbage = gather_garbage(&walk);
    note_collection(&walk); /* now: what is made while garbage is freed counts for the next time */
    freed = free_garbage(garbage);
    walk.ctx->gc.collecting = false;
    fp__context_settle(walk.ctx);
    return freed;
}

void
fp__gc_step(struct fp_context *ctx)
{
    struct fp__gc *gc = &ctx->gc;
    int generation = FP_GENERATIONS - 1;

    if (!gc->automatic || gc->since[0] <= gc->thresholds[0])
        return;
    while (generation > 0 &&
           (gc->since[generation] <= gc->thresholds[generation] ||
            (generation == FP_GENERATIONS - 1 && gc->pending < gc->survivors / 4)))
        generation--;
    fp_gc_collect(ctx, generation);
}
