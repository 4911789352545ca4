/* SPDX-License-Identifier: MIT */
/* graph.h: the graph of live objects as their classes show it, against the counts they hold. */
#ifndef TESTS_UNIT_FIGURE_GRAPH_H
#define TESTS_UNIT_FIGURE_GRAPH_H

#include "core/context.h"
#include "core/object.h"
#include "flatplot/object.h"

struct graph_count {
    const struct fp_object *target;
    uint32_t n;
};

static inline void
graph_count_edge(struct fp_object *child, void *arg)
{
    struct graph_count *count = arg;

    count->n += child == count->target;
}

/* How many strong references objects of the context hold to obj. */
static inline uint32_t
graph_edges_to(struct fp_context *ctx, const struct fp_object *obj)
{
    struct graph_count count = {.target = obj};

    for (struct fp_object *o = ctx->newest; o; o = o->next)
        if (o->cls->traverse)
            o->cls->traverse(o, graph_count_edge, &count);
    return count.n;
}

/* A figure holds axes, axes hold artists, artists hold arrays: a path of more than three edges
 * must run in a circle. */
static inline void
graph_expect_shallow(struct fp_object *obj, void *arg)
{
    int depth = *(int *)arg + 1;

    if (depth > 4)
        fail_msg("a circle of references through a %s", obj->cls->name);
    if (obj->cls->traverse)
        obj->cls->traverse(obj, graph_expect_shallow, &depth);
}

/* Fails unless every object is held exactly as often as the graph and `held(obj, arg)`, the test's
 * own references, say, and no circle runs through it. */
static inline void
graph_expect(struct fp_context *ctx, uint32_t (*held)(const struct fp_object *obj, void *arg),
             void *arg)
{
    for (struct fp_object *o = ctx->newest; o; o = o->next) {
        uint32_t edges = graph_edges_to(ctx, o);
        int depth = 0;

        if (o->refs != edges + held(o, arg))
            fail_msg("a %s%s has %u references: %u from objects, %u from the test",
                     fp_is_closed(o) ? "closed " : "", o->cls->name, o->refs, edges, held(o, arg));
        graph_expect_shallow(o, &depth);
    }
}

#endif
