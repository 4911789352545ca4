/* SPDX-License-Identifier: MIT */
/* test_object.c: counts, closing and freeing, in every order. */
#include "unit/support.h"

#include "unit/core/node.h"

/* --- one object ------------------------------------------------------------------------------- */

static void
an_object_dies_at_count_zero_and_not_later(void **state)
{
    struct node *a = node_create(NULL, 1);

    (void)state;
    assert_int_equal(fp_live_count(NULL, NULL), 1);
    assert_false(fp_is_closed(a));
    assert_ptr_equal(fp_ref(a), a);
    fp_unref(a);
    assert_journal("");
    fp_unref(a);
    assert_journal("close 1 clear 1 finalize 1 ");
    assert_int_equal(fp_live_count(NULL, NULL), 0);
}

static void
closing_works_once_and_keeps_the_handle(void **state)
{
    struct node *a = node_create(NULL, 1);

    (void)state;
    fp_close(a);
    assert_journal("close 1 clear 1 ");
    fp_close(a);
    fp_close(a);
    assert_journal("");
    assert_true(fp_is_closed(a));
    assert_int_equal(a->id, 1);
    assert_int_equal(fp_live_count(NULL, NULL), 1);
    fp_unref(a);
    assert_journal("finalize 1 ");
}

static void
null_is_fine(void **state)
{
    (void)state;
    fp_unref(NULL);
    fp_close(NULL);
    assert_null(fp_object_ref(NULL));
    assert_true(fp_is_closed(NULL));
}

static void
a_class_needs_no_functions(void **state)
{
    static const struct fp_class bare = {.name = "bare", .size = sizeof(struct fp_object)};
    struct fp_object *a = fp_object_create(NULL, &bare);
    struct fp_object *b = fp_object_create(NULL, &bare);

    (void)state;
    fp_close(a);
    assert_true(fp_is_closed(a));
    fp_unref(a);
    fp_unref(b);
    assert_int_equal(fp_live_count(NULL, NULL), 0);
}

static void
without_memory_there_is_no_object(void **state)
{
    struct node *a;

    (void)state;
    assert_non_null(fp_context_default());
    fp__alloc_fail_at(1, false);
    a = node_create(NULL, 1);
    assert_null(a);
    assert_int_equal(fp_context_status(NULL), FP_ERR_MEMORY);
    assert_string_equal(fp_context_message(NULL), "out of memory for node");
    assert_int_equal(fp_live_count(NULL, NULL), 0);
}

/* --- what callbacks may do -------------------------------------------------------------------- */

static void
drop_me(struct node *node)
{
    fp_unref(node);
}

static void
the_last_reference_may_go_during_close(void **state)
{
    struct node *a = node_create(NULL, 1);

    (void)state;
    a->on_close = drop_me;
    fp_close(a); /* the only reference is dropped inside */
    assert_journal("close 1 clear 1 finalize 1 ");
    assert_int_equal(fp_live_count(NULL, NULL), 0);
}

static void
close_me_again(struct node *node)
{
    assert_true(fp_is_closed(node));
    fp_close(node);
    fp_unref(fp_ref(node));
}

static void
closing_inside_close_is_fine(void **state)
{
    struct node *a = node_create(NULL, 1);
    struct node *b = node_create(NULL, 2);

    (void)state;
    a->on_close = b->on_close = close_me_again;
    a->on_finalize = b->on_finalize = close_me_again;
    fp_close(a);
    fp_unref(a);
    assert_journal("close 1 clear 1 finalize 1 ");
    fp_unref(b);
    assert_journal("close 2 clear 2 finalize 2 ");
}

static struct node *kept;

static void
keep_me(struct node *node)
{
    kept = fp_ref(node);
}

static void
a_reference_taken_while_dying_keeps_a_closed_object(void **state)
{
    struct node *parent = node_create(NULL, 1);
    struct node *a = node_give(parent, node_create(NULL, 2));
    struct node *newer = node_create(NULL, 3);

    (void)state;
    a->on_close = keep_me;
    fp_unref(parent);
    assert_journal("close 1 clear 1 finalize 1 close 2 clear 2 ");
    assert_ptr_equal(kept, a);
    assert_true(fp_is_closed(kept));
    assert_int_equal(fp_live_count(NULL, &node_class), 2);
    fp_unref(newer);
    assert_journal("close 3 clear 3 finalize 3 ");
    assert_int_equal(fp_live_count(NULL, &node_class), 1);
    fp_unref(kept);
    assert_journal("finalize 2 ");
    assert_int_equal(fp_live_count(NULL, NULL), 0);
}

static void
a_reference_taken_in_finalize_is_void(void **state)
{
    struct node *a = node_create(NULL, 1);

    (void)state;
    a->on_finalize = keep_me;
    fp_unref(a);
    assert_journal("close 1 clear 1 finalize 1 ");
    assert_int_equal(fp_live_count(NULL, NULL), 0);
}

static void
make_and_drop_another(struct node *node)
{
    struct node *other = node_create(node->base.ctx, node->id + 10);

    node_give(other, node_create(node->base.ctx, node->id + 20));
    fp_unref(other);
}

/* Its death waits until the one at hand is over, so the stack stays flat. */
static void
objects_may_be_made_and_dropped_while_dying(void **state)
{
    struct node *a = node_create(NULL, 1);

    (void)state;
    a->on_close = make_and_drop_another;
    fp_unref(a);
    assert_journal("close 1 clear 1 finalize 1 close 11 clear 11 finalize 11 "
                   "close 21 clear 21 finalize 21 ");
    assert_int_equal(fp_live_count(NULL, NULL), 0);
}

/* --- parents and children --------------------------------------------------------------------- */

static void
children_die_with_their_last_parent(void **state)
{
    struct node *a = node_create(NULL, 1);
    struct node *b = node_create(NULL, 2);
    struct node *shared = node_create(NULL, 3);

    (void)state;
    node_link(a, shared);
    node_link(a, shared);
    node_link(b, shared);
    fp_unref(shared);
    fp_unref(a);
    assert_journal("close 1 clear 1 finalize 1 ");
    fp_unref(b);
    assert_journal("close 2 clear 2 finalize 2 close 3 clear 3 finalize 3 ");
}

static void
closing_a_parent_drops_its_children(void **state)
{
    struct node *a = node_create(NULL, 1);
    struct node *b = node_give(a, node_create(NULL, 2));
    struct node *held = fp_ref(node_give(b, node_create(NULL, 3)));

    (void)state;
    fp_close(a);
    assert_journal("close 1 clear 1 close 2 clear 2 finalize 2 ");
    assert_false(fp_is_closed(held)); /* its class did not ask for more */
    fp_unref(held);
    assert_journal("close 3 clear 3 finalize 3 ");
    fp_unref(a);
    assert_journal("finalize 1 ");
}

static void
close_children(struct node *node)
{
    for (int i = 0; i < CHILDREN; i++)
        fp_close(node->child[i]);
}

static void
a_class_may_close_its_children_with_itself(void **state)
{
    struct node *a = node_create(NULL, 1);
    struct node *b = node_give(a, node_create(NULL, 2));
    struct node *c = node_give(a, node_create(NULL, 3));
    struct node *held = fp_ref(node_give(b, node_create(NULL, 4)));

    (void)state;
    a->on_close = b->on_close = c->on_close = close_children;
    fp_close(a);
    assert_journal("close 1 close 2 close 4 clear 4 clear 2 close 3 clear 3 clear 1 "
                   "finalize 3 finalize 2 ");
    assert_true(fp_is_closed(held));
    fp_unref(a);
    fp_unref(held);
    assert_journal("finalize 1 finalize 4 ");
}

static void
an_object_may_hold_itself(void **state)
{
    struct node *a = node_create(NULL, 1);

    (void)state;
    node_link(a, a);
    fp_unref(a);
    assert_int_equal(fp_live_count(NULL, NULL), 1); /* counts alone cannot free it … */
    fp_close(a);                                    /* … closing can */
    assert_journal("close 1 clear 1 finalize 1 ");
    assert_int_equal(fp_live_count(NULL, NULL), 0);
}

static void
a_ring_falls_apart_when_one_is_closed(void **state)
{
    struct node *ring[3];

    (void)state;
    for (int i = 0; i < 3; i++)
        ring[i] = node_create(NULL, i + 1);
    for (int i = 0; i < 3; i++)
        node_link(ring[i], ring[(i + 1) % 3]);
    for (int i = 0; i < 3; i++)
        fp_unref(ring[i]);
    assert_int_equal(fp_live_count(NULL, NULL), 3);
    assert_journal("");
    fp_close(ring[0]);
    assert_journal("close 1 clear 1 close 2 clear 2 finalize 2 close 3 clear 3 finalize 3 "
                   "finalize 1 ");
    assert_int_equal(fp_live_count(NULL, NULL), 0);
}

/* --- every order ------------------------------------------------------------------------------ */

#define TREE 5

static int closed[TREE], cleared[TREE], finalized[TREE];

static void
count_tree_close(struct fp_object *obj)
{
    closed[((struct node *)obj)->id]++;
}

static void
count_tree_clear(struct fp_object *obj)
{
    cleared[((struct node *)obj)->id]++;
    node_clear(obj);
}

static void
count_tree_finalize(struct fp_object *obj)
{
    finalized[((struct node *)obj)->id]++;
}

static const struct fp_class tree_class = {
    .name = "tree",
    .size = sizeof(struct node),
    .traverse = node_traverse,
    .clear = count_tree_clear,
    .close = count_tree_close,
    .finalize = count_tree_finalize,
};

/* 0 holds 1 and 2, 1 holds 3 and 4; each is also held by the test. */
static void
make_tree(struct node *tree[TREE])
{
    static const int parent[TREE] = {-1, 0, 0, 1, 1};

    memset(closed, 0, sizeof closed);
    memset(cleared, 0, sizeof cleared);
    memset(finalized, 0, sizeof finalized);
    for (int i = 0; i < TREE; i++) {
        tree[i] = fp_object_create(NULL, &tree_class);
        tree[i]->id = i;
        if (parent[i] >= 0)
            node_link(tree[parent[i]], tree[i]);
    }
}

/* Goes through the tree in one order, closing those in `first` and giving back the others, and then
 * through it again the other way round with what is left to do. */
static void
take_down(const int order[TREE], unsigned first)
{
    struct node *tree[TREE];

    make_tree(tree);
    for (int i = 0; i < TREE; i++)
        if (first & 1u << i)
            fp_close(tree[order[i]]);
        else
            fp_unref(tree[order[i]]);
    for (int i = TREE - 1; i >= 0; i--)
        if (first & 1u << i)
            fp_unref(tree[order[i]]);
    for (int i = 0; i < TREE; i++)
        if (closed[i] != 1 || cleared[i] != 1 || finalized[i] != 1)
            fail_msg("order %d%d%d%d%d, closed %x: object %d was closed %d, cleared %d and "
                     "finalized %d times",
                     order[0], order[1], order[2], order[3], order[4], first, i, closed[i],
                     cleared[i], finalized[i]);
    assert_int_equal(fp_live_count(NULL, NULL), 0);
    journal[0] = '\0';
}

static int orders;

static void
permute(int order[TREE], int n)
{
    if (n == TREE) {
        orders++;
        for (unsigned first = 0; first < 1u << TREE; first++)
            take_down(order, first);
        return;
    }
    for (int i = n; i < TREE; i++) {
        int held = order[n];

        order[n] = order[i];
        order[i] = held;
        permute(order, n + 1);
        order[i] = order[n];
        order[n] = held;
    }
}

static void
a_tree_comes_down_in_every_order(void **state)
{
    int order[TREE] = {0, 1, 2, 3, 4};

    (void)state;
    orders = 0;
    permute(order, 0);
    assert_int_equal(orders, 120);
}

/* --- everything failing ----------------------------------------------------------------------- */

static int
build_a_family(void *arg)
{
    struct node *a = node_create(NULL, 1);
    struct node *b = node_create(NULL, 2);
    struct fp_weak *up = a && b ? fp_weak_create(a) : NULL;
    int result = up ? 0 : 1;

    (void)arg;
    if (a && b)
        node_link(a, b);
    fp_unref(b);
    fp_unref(a);
    fp_weak_destroy(up);
    journal[0] = '\0';
    return result;
}

static void
every_failing_allocation_is_survived(void **state)
{
    (void)state;
    torture(build_a_family, NULL, 1);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(an_object_dies_at_count_zero_and_not_later),
        world_test(closing_works_once_and_keeps_the_handle),
        world_test(null_is_fine),
        world_test(a_class_needs_no_functions),
        world_test(without_memory_there_is_no_object),
        world_test(the_last_reference_may_go_during_close),
        world_test(closing_inside_close_is_fine),
        world_test(a_reference_taken_while_dying_keeps_a_closed_object),
        world_test(a_reference_taken_in_finalize_is_void),
        world_test(objects_may_be_made_and_dropped_while_dying),
        world_test(children_die_with_their_last_parent),
        world_test(closing_a_parent_drops_its_children),
        world_test(a_class_may_close_its_children_with_itself),
        world_test(an_object_may_hold_itself),
        world_test(a_ring_falls_apart_when_one_is_closed),
        world_test(a_tree_comes_down_in_every_order),
        world_test(every_failing_allocation_is_survived),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
