/* SPDX-License-Identifier: MIT */
/* node.h: a class of the tests' own, with a few children and a journal of what happened to whom. */
#ifndef TESTS_UNIT_CORE_NODE_H
#define TESTS_UNIT_CORE_NODE_H

#include <stdio.h>
#include <string.h>

#include "core/alloc.h"
#include "core/object.h"

#define CHILDREN 4

struct node {
    struct fp_object base;
    int id;
    struct node *child[CHILDREN]; /* strong */
    void (*on_close)(struct node *node);
    void (*on_finalize)(struct node *node);
};

static char journal[4096]; /* "close 1 clear 1 finalize 1 " */

static inline void
note(const char *what, int id)
{
    size_t n = strlen(journal);

    snprintf(journal + n, sizeof journal - n, "%s %d ", what, id);
}

/* What was noted since the last time. */
static inline const char *
read_journal(void)
{
    static char read[sizeof journal];

    memcpy(read, journal, sizeof journal);
    journal[0] = '\0';
    return read;
}

#define assert_journal(expected) assert_string_equal(read_journal(), expected)

static void
node_traverse(struct fp_object *obj, fp_visit_fn visit, void *arg)
{
    struct node *node = (struct node *)obj;

    for (int i = 0; i < CHILDREN; i++)
        if (node->child[i])
            visit(&node->child[i]->base, arg);
}

static void
node_clear(struct fp_object *obj)
{
    struct node *node = (struct node *)obj;

    note("clear", node->id);
    for (int i = 0; i < CHILDREN; i++) {
        struct node *child = node->child[i];

        node->child[i] = NULL;
        fp_unref(child);
    }
}

static void
node_close(struct fp_object *obj)
{
    struct node *node = (struct node *)obj;

    note("close", node->id);
    if (node->on_close)
        node->on_close(node);
}

static void
node_finalize(struct fp_object *obj)
{
    struct node *node = (struct node *)obj;

    note("finalize", node->id);
    if (node->on_finalize)
        node->on_finalize(node);
}

static const struct fp_class node_class = {
    .name = "node",
    .size = sizeof(struct node),
    .traverse = node_traverse,
    .clear = node_clear,
    .close = node_close,
    .finalize = node_finalize,
};

static inline struct node *
node_create(struct fp_context *ctx, int id)
{
    struct node *node = fp_object_create(ctx, &node_class);

    if (node)
        node->id = id;
    return node;
}

/* The parent takes a reference of its own. */
static inline void
node_link(struct node *parent, struct node *child)
{
    int i = 0;

    while (parent->child[i])
        i++;
    parent->child[i] = fp_ref(child);
}

/* The parent takes over the caller's reference. */
static inline struct node *
node_give(struct node *parent, struct node *child)
{
    node_link(parent, child);
    fp_unref(child);
    return child;
}

#endif
