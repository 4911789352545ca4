/* SPDX-License-Identifier: MIT */
/* cycles.c: which live objects hold each other in rings: Tarjan's strongly connected components
 * (SIAM Journal on Computing 1, 1972) over the graph that traverse shows, with a stack of our
 * own. */
#include "core/alloc.h"
#include "core/context.h"
#include "core/object.h"
#include "core/status.h"
#include "core/table.h"

#define NONE UINT32_MAX

/* The graph with objects as numbers: the children of v are to[first[v]] … to[first[v + 1] − 1]. */
struct graph {
    struct fp_context *ctx;
    uint32_t n;
    const struct fp_class **cls;
    size_t *first;
    size_t edges;
    uint32_t *to;
    uint32_t *order;  /* when v was found; NONE: not yet */
    uint32_t *low;    /* the earliest that v's tree reaches back to */
    uint32_t *group;  /* v's component; NONE: not known yet */
    uint32_t *path;   /* the vertices that the search stands on */
    size_t *at;       /* for each vertex on the path, its next edge */
    uint32_t *open;   /* found, and in no component yet */
    uint32_t *before; /* for the way back of a breadth-first search */
    const char **names;
};

static void
graph_finish(struct graph *g)
{
    fp_free(g->cls);
    fp_free(g->first);
    fp_free(g->to);
    fp_free(g->order);
    fp_free(g->low);
    fp_free(g->group);
    fp_free(g->path);
    fp_free(g->at);
    fp_free(g->open);
    fp_free(g->before);
    fp_free(g->names);
}

static bool
reserve(struct graph *g)
{
    size_t n = (size_t)g->n + 1;

    g->cls = fp_alloc_array(n, sizeof *g->cls);
    g->first = fp_alloc_array(n, sizeof *g->first);
    g->order = fp_alloc_array(n, sizeof *g->order);
    g->low = fp_alloc_array(n, sizeof *g->low);
    g->group = fp_alloc_array(n, sizeof *g->group);
    g->path = fp_alloc_array(n, sizeof *g->path);
    g->at = fp_alloc_array(n, sizeof *g->at);
    g->open = fp_alloc_array(n, sizeof *g->open);
    g->before = fp_alloc_array(n, sizeof *g->before);
    g->names = fp_alloc_array(n, sizeof *g->names);
    return g->cls && g->first && g->order && g->low && g->group && g->path && g->at && g->open &&
           g->before && g->names;
}

/* In the graph are the objects of the table: not those that wait for their burial. */
static bool
is_vertex(const struct graph *g, const struct fp_object *obj)
{
    return obj && obj->ctx == g->ctx && !(obj->flags & FP__OBJECT_DOOMED);
}

static void
count_edge(struct fp_object *child, void *arg)
{
    struct graph *g = arg;

    g->edges += is_vertex(g, child);
}

static void
add_edge(struct fp_object *child, void *arg)
{
    struct graph *g = arg;

    if (is_vertex(g, child))
        g->to[g->edges++] = (uint32_t)child->gc.outside;
}

/* gc.outside serves as the object's number meanwhile. */
static bool
build(struct graph *g)
{
    uint32_t v = 0;

    for (struct fp_object *o = g->ctx->oldest; o; o = o->prev) {
        o->gc.outside = v;
        g->cls[v++] = o->cls;
        fp__object_traverse(o, count_edge, g);
    }
    g->to = fp_alloc_array(g->edges, sizeof *g->to);
    if (!g->to)
        return false;
    g->edges = 0;
    v = 0;
    for (struct fp_object *o = g->ctx->oldest; o; o = o->prev) {
        g->first[v++] = g->edges;
        fp__object_traverse(o, add_edge, g);
    }
    g->first[v] = g->edges;
    return true;
}

/* --- components ------------------------------------------------------------------------------- */

struct search {
    uint32_t found;
    uint32_t depth;  /* vertices on the path */
    uint32_t opened; /* vertices in `open` */
    uint32_t groups;
};

static void
enter(struct graph *g, struct search *s, uint32_t v)
{
    g->order[v] = g->low[v] = s->found++;
    g->at[v] = g->first[v];
    g->path[s->depth++] = v;
    g->open[s->opened++] = v;
}

/* v is done: it closes a component when nothing in its tree reaches back beyond it. */
static void
leave(struct graph *g, struct search *s, uint32_t v)
{
    s->depth--;
    if (s->depth > 0 && g->low[v] < g->low[g->path[s->depth - 1]])
        g->low[g->path[s->depth - 1]] = g->low[v];
    if (g->low[v] != g->order[v])
        return;
    do
        g->group[g->open[--s->opened]] = s->groups;
    while (g->open[s->opened] != v);
    s->groups++;
}

static void
search_from(struct graph *g, struct search *s, uint32_t root)
{
    enter(g, s, root);
    while (s->depth > 0) {
        uint32_t v = g->path[s->depth - 1];
        uint32_t child;

        if (g->at[v] == g->first[v + 1]) {
            leave(g, s, v);
            continue;
        }
        child = g->to[g->at[v]++];
        if (g->order[child] == NONE)
            enter(g, s, child);
        else if (g->group[child] == NONE && g->order[child] < g->low[v])
            g->low[v] = g->order[child];
    }
}

static void
find_groups(struct graph *g)
{
    struct search s = {0};

    for (uint32_t v = 0; v < g->n; v++)
        g->order[v] = g->group[v] = NONE;
    for (uint32_t v = 0; v < g->n; v++)
        if (g->order[v] == NONE)
            search_from(g, &s, v);
}

/* --- rings ------------------------------------------------------------------------------------ */

/* The names along the ring that leads from v through `last` back to v. */
static size_t
name_ring(struct graph *g, uint32_t v, uint32_t last)
{
    size_t n = 0;

    for (uint32_t w = last; w != v; w = g->before[w])
        n++;
    n++;
    for (uint32_t w = last, i = (uint32_t)n; i-- > 0; w = g->before[w])
        g->names[i] = g->cls[w]->name;
    return n;
}

/* Breadth first inside v's component, until an edge leads back to v. The length of the ring, whose
 * names are then in g->names; 0 when v is in none. Marks what it visited in g->low. */
static size_t
ring_through(struct graph *g, uint32_t v)
{
    uint32_t head = 0, tail = 0;

    g->path[tail++] = v;
    g->low[v] = NONE;
    while (head < tail) {
        uint32_t w = g->path[head++];

        for (size_t e = g->first[w]; e < g->first[w + 1]; e++) {
            uint32_t child = g->to[e];

            if (child == v)
                return name_ring(g, v, w);
            if (g->group[child] != g->group[v] || g->low[child] == NONE)
                continue;
            g->low[child] = NONE;
            g->before[child] = w;
            g->path[tail++] = child;
        }
    }
    return 0;
}

/* One ring of each component, through its oldest object. */
static size_t
tell_rings(struct graph *g, fp_cycle_fn found, void *data)
{
    size_t rings = 0;

    for (uint32_t v = 0; v < g->n; v++)
        g->order[v] = 0; /* now: a ring of this component was told */
    for (uint32_t v = 0; v < g->n; v++) {
        size_t n;

        if (g->order[g->group[v]])
            continue;
        g->order[g->group[v]] = 1;
        n = ring_through(g, v);
        rings += n > 0;
        if (n > 0 && found)
            found(data, g->names, n);
    }
    return rings;
}

enum fp_status
fp_gc_find_cycles(struct fp_context *ctx, fp_cycle_fn found, void *data, size_t *groups)
{
    struct graph g = {.ctx = fp__context(ctx)};
    enum fp_status status = FP_OK;
    size_t rings = 0;

    if (!g.ctx)
        return FP_ERR_MEMORY;
    if (g.ctx->live >= NONE || g.ctx->gc.collecting)
        return fp__fail(g.ctx, FP_ERR_LIMIT,
                        "cycles cannot be looked for now" FP__HINT
                        "not while a collection runs, and not among 2^32 objects");
    g.n = (uint32_t)g.ctx->live;
    if (!reserve(&g) || !build(&g))
        status = fp__fail_memory(g.ctx, "looking for cycles");
    if (status == FP_OK) {
        find_groups(&g);
        rings = tell_rings(&g, found, data);
    }
    if (status == FP_OK && groups)
        *groups = rings;
    graph_finish(&g);
    return status;
}
