/* SPDX-License-Identifier: MIT */
/* test_gc.c: rings are found and freed, and what close and finalize functions may do meanwhile. */
#include "unit/support.h"

#include "core/context.h"
#include "unit/core/node.h"

/* A ring of three; the caller's references go unless they are kept. */
static void
make_ring(struct fp_context *ctx, struct node *ring[3], bool keep)
{
    for (int i = 0; i < 3; i++)
        ring[i] = node_create(ctx, i);
    for (int i = 0; i < 3; i++)
        node_link(ring[i], ring[(i + 1) % 3]);
    for (int i = 0; !keep && i < 3; i++)
        fp_unref(ring[i]);
}

static void
a_ring_is_freed_and_counted(void **state)
{
    struct node *ring[3];

    (void)state;
    make_ring(NULL, ring, false);
    assert_int_equal(fp_live_count(NULL, NULL), 3);
    assert_journal("");
    assert_int_equal(fp_gc_collect(NULL, 2), 3);
    assert_int_equal(fp_live_count(NULL, NULL), 0);
    assert_int_equal(fp_gc_collect(NULL, 2), 0);
    assert_non_null(strstr(read_journal(), "finalize 2"));
}

/* Each is closed before the first is freed. */
static void
garbage_is_closed_first_and_then_freed(void **state)
{
    struct node *ring[3];

    (void)state;
    make_ring(NULL, ring, false);
    fp_gc_collect(NULL, 2);
    assert_journal("close 0 clear 0 close 1 clear 1 close 2 clear 2 "
                   "finalize 0 finalize 1 finalize 2 ");
}

static void
an_object_that_holds_itself_is_a_ring(void **state)
{
    struct node *node = node_create(NULL, 1);

    (void)state;
    node_link(node, node);
    node_link(node, node);
    assert_int_equal(fp_gc_collect(NULL, 2), 0);
    fp_unref(node);
    assert_int_equal(fp_gc_collect(NULL, 2), 1);
    assert_journal("close 1 clear 1 finalize 1 ");
}

static void
chains_are_left_to_the_counts(void **state)
{
    struct node *a = node_create(NULL, 1);
    struct node *b = node_give(a, node_create(NULL, 2));

    (void)state;
    node_give(b, node_create(NULL, 3));
    for (int i = 0; i < 9; i++)
        assert_int_equal(fp_gc_collect(NULL, i % FP_GENERATIONS), 0);
    assert_journal("");
    assert_int_equal(a->base.refs, 1);
    assert_int_equal(b->base.refs, 1);
    fp_unref(a);
    assert_journal("close 1 clear 1 finalize 1 close 2 clear 2 finalize 2 close 3 clear 3 "
                   "finalize 3 ");
}

/* And so do those that only hang on it. */
static void
a_ring_that_is_held_survives_with_what_it_holds(void **state)
{
    struct node *ring[3], *tail;

    (void)state;
    make_ring(NULL, ring, true);
    tail = node_give(ring[1], node_create(NULL, 3));
    node_give(tail, node_create(NULL, 4));
    fp_unref(ring[0]);
    fp_unref(ring[1]);
    assert_int_equal(fp_gc_collect(NULL, 2), 0);
    assert_journal("");
    for (int i = 0; i < 3; i++)
        assert_int_equal(ring[i]->base.refs, i < 2 ? 1 : 2);
    fp_unref(ring[2]);
    assert_int_equal(fp_live_count(NULL, NULL), 5);
    assert_int_equal(fp_gc_collect(NULL, 2), 5);
    read_journal();
}

static void
what_is_also_held_from_outside_outlives_the_ring(void **state)
{
    struct node *ring[3], *held = node_create(NULL, 9);

    (void)state;
    make_ring(NULL, ring, false);
    node_link(ring[2], held);
    node_give(held, node_create(NULL, 8));
    assert_int_equal(fp_gc_collect(NULL, 2), 3);
    assert_false(fp_is_closed(held));
    assert_int_equal(held->base.refs, 1);
    assert_int_equal(fp_live_count(NULL, NULL), 2);
    fp_unref(held);
    read_journal();
}

static void
an_object_that_points_into_a_ring_keeps_it(void **state)
{
    struct node *ring[3], *owner = node_create(NULL, 9);

    (void)state;
    make_ring(NULL, ring, true);
    node_link(owner, ring[0]);
    for (int i = 0; i < 3; i++)
        fp_unref(ring[i]);
    assert_int_equal(fp_gc_collect(NULL, 2), 0);
    fp_unref(owner);
    assert_int_equal(fp_gc_collect(NULL, 2), 3);
    read_journal();
}

/* What traverse does not show holds from outside for ever. */
static void
a_class_without_traverse_hides_what_it_holds(void **state)
{
    struct fp_class hiding = node_class;
    struct node *a, *b;

    (void)state;
    hiding.traverse = NULL;
    a = fp_object_create(NULL, &hiding);
    b = fp_object_create(NULL, &hiding);
    node_link(a, b);
    node_link(b, a);
    fp_unref(b);
    assert_int_equal(fp_gc_collect(NULL, 2), 0);
    fp_close(a);
    fp_unref(a);
    assert_int_equal(fp_live_count(NULL, NULL), 0);
    read_journal();
}

/* --- weak references -------------------------------------------------------------------------- */

static struct fp_weak *watching[3];
static int asked;

static void
ask_weak(struct node *node)
{
    (void)node;
    for (int i = 0; i < 3; i++)
        assert_null(fp_weak_get(watching[i]));
    asked++;
}

static void
weak_references_die_before_anything_is_called(void **state)
{
    struct node *ring[3];

    (void)state;
    make_ring(NULL, ring, true);
    asked = 0;
    for (int i = 0; i < 3; i++) {
        ring[i]->on_close = ring[i]->on_finalize = ask_weak;
        watching[i] = fp_weak_create(ring[i]);
        fp_unref(ring[i]);
    }
    fp_unref(fp_weak_get(watching[1])); /* alive as long as nobody collects */
    assert_int_equal(fp_gc_collect(NULL, 2), 3);
    assert_int_equal(asked, 6);
    for (int i = 0; i < 3; i++)
        fp_weak_destroy(watching[i]);
    read_journal();
}

/* --- references taken by close and finalize --------------------------------------------------- */

static struct node *kept;

static void
keep_itself(struct node *node)
{
    kept = fp_ref(node);
}

static void
close_cannot_resurrect(void **state)
{
    struct node *ring[3];

    (void)state;
    make_ring(NULL, ring, true);
    ring[1]->on_close = keep_itself;
    for (int i = 0; i < 3; i++)
        fp_unref(ring[i]);
    assert_int_equal(fp_gc_collect(NULL, 2), 2);
    assert_ptr_equal(kept, ring[1]);
    assert_true(fp_is_closed(kept));
    assert_null(kept->child[0]);
    assert_int_equal(kept->base.refs, 1);
    assert_int_equal(fp_live_count(NULL, NULL), 1);
    assert_null(fp_weak_create(kept));
    assert_int_equal(fp_gc_collect(NULL, 2), 0);
    fp_unref(kept);
    assert_int_equal(fp_live_count(NULL, NULL), 0);
    read_journal();
}

static struct node *neighbour;

static void
keep_neighbour(struct node *node)
{
    (void)node;
    kept = fp_ref(neighbour);
}

static void
finalize_cannot_resurrect(void **state)
{
    struct node *ring[3];

    (void)state;
    make_ring(NULL, ring, true);
    ring[0]->on_finalize = keep_neighbour; /* the first to be freed */
    neighbour = ring[2];
    for (int i = 0; i < 3; i++)
        fp_unref(ring[i]);
    assert_int_equal(fp_gc_collect(NULL, 2), 2);
    assert_true(fp_is_closed(kept));
    assert_int_equal(fp_live_count(NULL, NULL), 1);
    fp_unref(kept);
    read_journal();
}

static void
a_reference_to_itself_in_finalize_is_void(void **state)
{
    struct node *node = node_create(NULL, 1);

    (void)state;
    node_link(node, node);
    node->on_finalize = keep_itself;
    fp_unref(node);
    assert_int_equal(fp_gc_collect(NULL, 2), 1);
    assert_int_equal(fp_live_count(NULL, NULL), 0);
    read_journal();
}

/* Closed objects take no children in the library; in a class that allows it they are freed too. */
static void
a_ring_of_closed_objects_is_freed(void **state)
{
    struct node *a = node_create(NULL, 1), *b = node_create(NULL, 2);

    (void)state;
    fp_close(a);
    fp_close(b);
    node_link(a, b);
    node_link(b, a);
    fp_unref(a);
    fp_unref(b);
    assert_int_equal(fp_gc_collect(NULL, 2), 2);
    assert_int_equal(fp_live_count(NULL, NULL), 0);
    read_journal();
}

/* As above, without a ring: by counts alone. */
static void
children_of_a_closed_object_die_with_it(void **state)
{
    struct node *a = node_create(NULL, 1);

    (void)state;
    fp_close(a);
    node_give(a, node_create(NULL, 2));
    fp_unref(a);
    assert_int_equal(fp_live_count(NULL, NULL), 0);
    assert_journal("close 1 clear 1 clear 1 finalize 1 close 2 clear 2 finalize 2 ");
}

/* --- what else they may do -------------------------------------------------------------------- */

static size_t collected;

static void
collect_again(struct node *node)
{
    collected += fp_gc_collect(node->base.ctx, 2);
}

static void
a_collection_inside_a_collection_does_nothing(void **state)
{
    struct node *ring[3];

    (void)state;
    make_ring(NULL, ring, true);
    collected = 0;
    for (int i = 0; i < 3; i++) {
        ring[i]->on_close = ring[i]->on_finalize = collect_again;
        fp_unref(ring[i]);
    }
    assert_int_equal(fp_gc_collect(NULL, 2), 3);
    assert_int_equal(collected, 0);
    read_journal();
}

static void
a_collection_inside_a_plain_death_works(void **state)
{
    struct node *ring[3], *node = node_create(NULL, 9);
    struct node *child = node_create(NULL, 8);

    (void)state;
    make_ring(NULL, ring, false);
    node_link(node, child);
    node->on_close = collect_again;
    collected = 0;
    fp_unref(node);
    assert_int_equal(collected, 3);
    assert_int_equal(child->base.refs, 1);
    assert_false(fp_is_closed(child));
    make_ring(NULL, ring, false);
    child->on_finalize = collect_again;
    fp_unref(child);
    assert_int_equal(collected, 6);
    assert_int_equal(fp_live_count(NULL, NULL), 0);
    read_journal();
}

static struct node *made[6];
static int made_count;

static void
make_one(struct node *node)
{
    made[made_count++] = node_create(node->base.ctx, 100);
}

/* As a class may be written that drops its children before it forgets them: meanwhile its traverse
 * shows what would be gone. */
static void
drop_then_forget(struct fp_object *obj)
{
    struct node *node = (struct node *)obj;

    for (int i = 0; i < CHILDREN; i++)
        fp_unref(node->child[i]);
    memset(node->child, 0, sizeof node->child);
}

static void
look_at_everything(struct node *node)
{
    struct fp_live_row row;

    collected += fp_gc_collect(node->base.ctx, 2);
    assert_true(fp_live_table(node->base.ctx, &row, 1) > 0);
    assert_int_equal(fp_gc_find_cycles(node->base.ctx, NULL, NULL, NULL), FP_OK);
}

static void
what_clear_drops_is_there_until_clear_is_over(void **state)
{
    static const struct fp_class careless = {.name = "careless",
                                             .size = sizeof(struct node),
                                             .traverse = node_traverse,
                                             .clear = drop_then_forget};
    struct node *parent = fp_object_create(NULL, &careless);
    struct node *child = node_give(parent, node_create(NULL, 1));

    (void)state;
    node_give(child, node_create(NULL, 2))->on_finalize = look_at_everything;
    node_give(parent, node_create(NULL, 3))->on_finalize = look_at_everything;
    collected = 0;
    fp_close(parent);
    assert_int_equal(collected, 0);
    assert_int_equal(fp_live_count(NULL, NULL), 1);
    fp_unref(parent);
    read_journal();
}

static void
what_close_and_finalize_make_lives_on(void **state)
{
    struct node *ring[3];

    (void)state;
    make_ring(NULL, ring, true);
    made_count = 0;
    for (int i = 0; i < 3; i++) {
        ring[i]->on_close = ring[i]->on_finalize = make_one;
        fp_unref(ring[i]);
    }
    assert_int_equal(fp_gc_collect(NULL, 2), 3);
    assert_int_equal(made_count, 6);
    assert_int_equal(fp_live_count(NULL, NULL), 6);
    assert_int_equal(fp_gc_collect(NULL, 0), 0);
    for (int i = 0; i < 6; i++) {
        assert_false(fp_is_closed(made[i]));
        fp_unref(made[i]);
    }
    read_journal();
}

static void
destroy_context(struct node *node)
{
    fp_context_destroy(node->base.ctx);
}

static void
the_context_may_end_meanwhile(void **state)
{
    struct fp_context *ctx = fp_context_create();
    struct node *ring[3];

    (void)state;
    make_ring(ctx, ring, true);
    ring[1]->on_close = destroy_context;
    for (int i = 0; i < 3; i++)
        fp_unref(ring[i]);
    assert_int_equal(fp_gc_collect(ctx, 2), 3);
    read_journal();
}

/* A class that keeps its children until it is freed. */
static void
give_back(struct fp_object *obj)
{
    node_clear(obj);
}

static struct node *shelf;

static void
go_on_the_shelf_and_collect(struct node *node)
{
    node_link(shelf, node);
    assert_int_equal(fp_gc_collect(NULL, 2), 0);
}

/* While it is being buried it is in nobody's table; a mark that was left on it would hide its
 * children from the next collection. */
static void
an_object_that_is_being_buried_is_no_part_of_it(void **state)
{
    struct fp_class keeping = node_class;
    struct node *node, *child = node_create(NULL, 2);

    (void)state;
    keeping.clear = NULL;
    keeping.finalize = give_back;
    node = fp_object_create(NULL, &keeping);
    node->on_close = go_on_the_shelf_and_collect;
    shelf = node_create(NULL, 3);
    node_give(node, child);
    fp_unref(node);
    assert_int_equal(node->base.refs, 1);
    assert_true(fp_is_closed(node));
    assert_int_equal(fp_gc_collect(NULL, 2), 0);
    assert_false(fp_is_closed(child));
    fp_unref(shelf);
    assert_int_equal(fp_live_count(NULL, NULL), 0);
    read_journal();
}

/* --- contexts and arguments ------------------------------------------------------------------- */

static void
each_context_is_collected_by_itself(void **state)
{
    struct fp_context *one = fp_context_create(), *two = fp_context_create();
    struct node *ring[3];

    (void)state;
    make_ring(one, ring, false);
    make_ring(two, ring, false);
    make_ring(two, ring, false);
    assert_int_equal(fp_gc_collect(NULL, 2), 0);
    assert_int_equal(fp_gc_collect(one, 2), 3);
    assert_int_equal(fp_live_count(two, NULL), 6);
    assert_int_equal(fp_gc_collect(two, 2), 6);
    fp_context_destroy(one);
    fp_context_destroy(two);
    read_journal();
}

/* No collection sees both ends of it, so it is closed by hand or with its contexts. */
static void
a_ring_through_two_contexts_stays(void **state)
{
    struct fp_context *one = fp_context_create(), *two = fp_context_create();
    struct node *a = node_create(one, 1), *b = node_create(two, 2);

    (void)state;
    node_link(a, b);
    node_link(b, a);
    fp_unref(a);
    fp_unref(b);
    assert_int_equal(fp_gc_collect(one, 2) + fp_gc_collect(two, 2), 0);
    fp_close(a);
    assert_int_equal(fp_live_count(one, NULL) + fp_live_count(two, NULL), 0);
    fp_context_destroy(one);
    fp_context_destroy(two);
    read_journal();
}

static void
a_generation_too_high_is_the_oldest_and_one_too_low_none(void **state)
{
    struct node *ring[3];

    (void)state;
    make_ring(NULL, ring, false);
    assert_int_equal(fp_gc_collect(NULL, -1), 0);
    assert_int_equal(fp_gc_collect(NULL, 99), 3);
    read_journal();
}

/* The collector has no memory of its own to run out of. */
static void
collecting_allocates_nothing(void **state)
{
    struct node *ring[3];
    size_t calls;

    (void)state;
    make_ring(NULL, ring, false);
    calls = fp__alloc_calls();
    assert_int_equal(fp_gc_collect(NULL, 2), 3);
    assert_int_equal(fp__alloc_calls(), calls);
    read_journal();
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(a_ring_is_freed_and_counted),
        world_test(garbage_is_closed_first_and_then_freed),
        world_test(an_object_that_holds_itself_is_a_ring),
        world_test(chains_are_left_to_the_counts),
        world_test(a_ring_that_is_held_survives_with_what_it_holds),
        world_test(what_is_also_held_from_outside_outlives_the_ring),
        world_test(an_object_that_points_into_a_ring_keeps_it),
        world_test(a_class_without_traverse_hides_what_it_holds),
        world_test(weak_references_die_before_anything_is_called),
        world_test(close_cannot_resurrect),
        world_test(finalize_cannot_resurrect),
        world_test(a_reference_to_itself_in_finalize_is_void),
        world_test(a_ring_of_closed_objects_is_freed),
        world_test(children_of_a_closed_object_die_with_it),
        world_test(what_clear_drops_is_there_until_clear_is_over),
        world_test(a_collection_inside_a_collection_does_nothing),
        world_test(a_collection_inside_a_plain_death_works),
        world_test(what_close_and_finalize_make_lives_on),
        world_test(the_context_may_end_meanwhile),
        world_test(an_object_that_is_being_buried_is_no_part_of_it),
        world_test(each_context_is_collected_by_itself),
        world_test(a_ring_through_two_contexts_stays),
        world_test(a_generation_too_high_is_the_oldest_and_one_too_low_none),
        world_test(collecting_allocates_nothing),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
