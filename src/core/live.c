/* SPDX-License-Identifier: MIT */
/* live.c: who is alive, by class. */
#include "core/context.h"
#include "core/gc.h"

size_t
fp_live_count(struct fp_context *ctx, const struct fp_class *cls)
{
    size_t n = 0;

    ctx = fp__context(ctx);
    if (!ctx || !cls)
        return ctx ? ctx->live : 0;
    for (const struct fp_object *o = ctx->oldest; o; o = o->prev)
        n += o->cls == cls;
    return n;
}

static size_t
bytes_of(const struct fp_object *obj)
{
    return obj->cls->size + (obj->cls->bytes ? obj->cls->bytes(obj) : 0);
}

/* True for the oldest object of its class: the one that makes the row. */
static bool
is_first(const struct fp_object *obj)
{
    for (const struct fp_object *o = obj->next; o; o = o->next)
        if (o->cls == obj->cls)
            return false;
    return true;
}

static struct fp_live_row
row_of(const struct fp_object *first)
{
    struct fp_live_row row = {.name = first->cls->name};

    for (const struct fp_object *o = first; o; o = o->prev) {
        if (o->cls != first->cls)
            continue;
        row.count++;
        row.bytes += bytes_of(o);
        row.held += !o->ctx->gc.collecting && o->gc.outside > 0;
    }
    return row;
}

size_t
fp_live_table(struct fp_context *ctx, struct fp_live_row *rows, size_t room)
{
    size_t n = 0;

    ctx = fp__context(ctx);
    if (ctx && !ctx->gc.collecting) /* a collection under way needs its scratch itself */
        fp__gc_count_outside(ctx, FP_GENERATIONS - 1);
    for (const struct fp_object *o = ctx ? ctx->oldest : NULL; o; o = o->prev) {
        if (!is_first(o))
            continue;
        if (n < room)
            rows[n] = row_of(o);
        n++;
    }
    return n;
}
