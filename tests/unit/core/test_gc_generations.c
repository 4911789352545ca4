/* SPDX-License-Identifier: MIT */
/* test_gc_generations.c: survivors grow older, and when the collector runs by itself. */
#include "unit/support.h"

#include "core/context.h"
#include "core/table.h"
#include "unit/core/node.h"

static struct node *kept[8000];
static size_t kept_count;

static struct node *
keep_one(void)
{
    return kept[kept_count++] = node_create(NULL, 0);
}

static void
drop_all(void)
{
    while (kept_count > 0)
        fp_unref(kept[--kept_count]);
    read_journal();
}

/* One object that holds itself, of the generation that so many collections made it. */
static struct node *
loop_of(unsigned generation)
{
    struct node *node = node_create(NULL, 1);

    node_link(node, node);
    for (int g = 0; g < (int)generation; g++)
        fp_gc_collect(NULL, g);
    assert_int_equal(fp__generation(&node->base), generation);
    return node;
}

static void
survivors_grow_older_up_to_the_oldest(void **state)
{
    struct node *node = node_create(NULL, 1);

    (void)state;
    assert_int_equal(fp__generation(&node->base), 0);
    fp_gc_collect(NULL, 0);
    assert_int_equal(fp__generation(&node->base), 1);
    fp_gc_collect(NULL, 0);
    assert_int_equal(fp__generation(&node->base), 1);
    fp_gc_collect(NULL, 1);
    assert_int_equal(fp__generation(&node->base), 2);
    fp_gc_collect(NULL, 2);
    assert_int_equal(fp__generation(&node->base), 2);
    fp_unref(node);
    read_journal();
}

static void
a_collection_leaves_older_rings_alone(void **state)
{
    (void)state;
    for (unsigned old = 1; old < FP_GENERATIONS; old++) {
        fp_unref(loop_of(old));
        for (int young = 0; young < (int)old; young++)
            assert_int_equal(fp_gc_collect(NULL, young), 0);
        assert_int_equal(fp_live_count(NULL, NULL), 1);
        assert_int_equal(fp_gc_collect(NULL, (int)old), 1);
    }
    read_journal();
}

/* Held only by garbage that is older: a reference from outside as far as the young can see. */
static void
the_young_are_kept_by_the_old(void **state)
{
    struct node *old = loop_of(1), *young = loop_of(0);

    (void)state;
    node_give(old, young);
    fp_unref(old);
    assert_int_equal(fp_gc_collect(NULL, 0), 0);
    assert_false(fp_is_closed(young));
    assert_int_equal(fp_gc_collect(NULL, 1), 2);
    read_journal();
}

/* A shell that close kept lies in order among the survivors. */
static void
keep_node(struct node *node)
{
    kept[kept_count++] = fp_ref(node);
}

static void
shells_and_survivors_stay_in_order(void **state)
{
    unsigned last = 0;

    (void)state;
    for (int i = 0; i < 12; i++) {
        struct node *node = loop_of(0);

        if (i % 3 == 0) {
            node->on_close = keep_node;
            fp_unref(node);
        } else {
            kept[kept_count++] = node;
        }
        if (i % 4 == 3)
            fp_gc_collect(NULL, i / 4 % 2);
    }
    fp_gc_collect(NULL, 0);
    keep_one();
    for (const struct fp_object *o = fp_context_default()->newest; o; o = o->next) {
        assert_true(fp__generation(o) >= last);
        last = fp__generation(o);
    }
    assert_true(last > 0);
    for (size_t i = 0; i < kept_count; i++)
        fp_close(kept[i]);
    drop_all();
}

static void
numbers_of_each_generation_are_kept(void **state)
{
    const struct fp__gc *gc = &fp_context_default()->gc;

    (void)state;
    for (int i = 0; i < 5; i++)
        keep_one();
    fp_gc_collect(NULL, 1);
    for (int i = 0; i < 3; i++)
        keep_one();
    fp_gc_collect(NULL, 0);
    keep_one();
    assert_int_equal(gc->objects[0], 1);
    assert_int_equal(gc->objects[1], 3);
    assert_int_equal(gc->objects[2], 5);
    drop_all();
    assert_int_equal(gc->objects[0] + gc->objects[1] + gc->objects[2], 0);
}

/* --- automatic collection --------------------------------------------------------------------- */

static void
nothing_is_collected_by_itself_unless_switched_on(void **state)
{
    (void)state;
    for (int i = 0; i < 3000; i++)
        fp_unref(loop_of(0));
    assert_int_equal(fp_live_count(NULL, NULL), 3000);
    fp_gc_set_automatic(NULL, true);
    fp_unref(node_create(NULL, 0));
    assert_int_equal(fp_live_count(NULL, NULL), 0);
    fp_gc_set_automatic(NULL, false);
    for (int i = 0; i < 3000; i++)
        fp_unref(loop_of(0));
    assert_int_equal(fp_gc_collect(NULL, 2), 3000);
    read_journal();
}

static void
more_than_700_made_are_collected_at_the_next(void **state)
{
    (void)state;
    fp_gc_set_automatic(NULL, true);
    for (int i = 0; i < 701; i++)
        fp_unref(loop_of(0));
    assert_int_equal(fp_live_count(NULL, NULL), 701);
    fp_unref(loop_of(0));
    assert_int_equal(fp_live_count(NULL, NULL), 1);
    fp_gc_collect(NULL, 2);
    read_journal();
}

/* As CPython counts: made less freed. */
static void
what_counts_free_does_not_wait(void **state)
{
    (void)state;
    fp_gc_set_automatic(NULL, true);
    fp_unref(loop_of(0));
    for (int i = 0; i < 5000; i++)
        fp_unref(node_create(NULL, 0));
    assert_int_equal(fp_live_count(NULL, NULL), 1);
    fp_gc_collect(NULL, 2);
    read_journal();
}

/* Makes and keeps until the garbage is gone; how many it took. */
static int
makes_until_collected(const struct fp_weak *garbage, int at_most)
{
    int n = 0;

    while (n < at_most) {
        void *alive = fp_weak_get(garbage);

        fp_unref(alive);
        if (!alive)
            break;
        keep_one();
        n++;
    }
    return n;
}

/* Each object that is made after the first collects; the sixth of them finds that more
 * than 4 collections of generation 0 went before. */
static void
generation_1_comes_after_its_threshold(void **state)
{
    struct node *node = loop_of(1);
    struct fp_weak *weak = fp_weak_create(node);

    (void)state;
    fp_gc_set_thresholds(NULL, (const size_t[]){0, 4, 1000});
    fp_gc_set_automatic(NULL, true);
    fp_unref(node); /* one collection of generation 0 was made by hand */
    assert_int_equal(makes_until_collected(weak, 100), 1 + 4 + 1);
    fp_weak_destroy(weak);
    drop_all();
}

/* The 11th collection finds more than 10 of generation 0: one by hand and those before it. */
static void
the_defaults_are_cpythons(void **state)
{
    struct node *node = loop_of(1);
    struct fp_weak *weak = fp_weak_create(node);

    (void)state;
    fp_gc_set_automatic(NULL, true);
    fp_unref(node);
    assert_int_equal(makes_until_collected(weak, 8000), 11 * 701 + 1);
    assert_int_equal(fp_context_default()->gc.thresholds[2], 10);
    fp_weak_destroy(weak);
    drop_all();
}

/* 100 survived the last full collection: the next one waits until 25 became oldest, although its
 * threshold is passed. Each second object brings generation 1 into the oldest, two at a time. */
static void
all_are_collected_when_a_quarter_waits(void **state)
{
    struct node *node = loop_of(0);
    struct fp_weak *weak = fp_weak_create(node);

    (void)state;
    for (int i = 0; i < 99; i++)
        keep_one();
    fp_gc_collect(NULL, 2);
    fp_unref(node);
    fp_gc_set_thresholds(NULL, (const size_t[]){0, 0, 0});
    fp_gc_set_automatic(NULL, true);
    assert_int_equal(makes_until_collected(weak, 1000), 28);
    fp_weak_destroy(weak);
    drop_all();
}

/* Garbage that generation 1 freed does not wait. */
static void
only_survivors_wait(void **state)
{
    struct fp__gc *gc = &fp_context_default()->gc;

    (void)state;
    for (int i = 0; i < 10; i++)
        fp_unref(loop_of(0));
    keep_one();
    keep_one();
    assert_int_equal(fp_gc_collect(NULL, 1), 10);
    assert_int_equal(gc->pending, 2);
    assert_int_equal(fp_gc_collect(NULL, 2), 0);
    assert_int_equal(gc->pending, 0);
    assert_int_equal(gc->survivors, 2);
    drop_all();
}

static void
make_kept(struct node *node)
{
    (void)node;
    keep_one();
}

static void
what_is_made_meanwhile_counts_for_the_next_time(void **state)
{
    struct node *node = loop_of(0);

    (void)state;
    node->on_close = make_kept;
    fp_unref(node);
    assert_int_equal(fp_gc_collect(NULL, 2), 1);
    assert_int_equal(fp_context_default()->gc.since[0], 1);
    drop_all();
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(survivors_grow_older_up_to_the_oldest),
        world_test(a_collection_leaves_older_rings_alone),
        world_test(the_young_are_kept_by_the_old),
        world_test(shells_and_survivors_stay_in_order),
        world_test(numbers_of_each_generation_are_kept),
        world_test(nothing_is_collected_by_itself_unless_switched_on),
        world_test(more_than_700_made_are_collected_at_the_next),
        world_test(what_counts_free_does_not_wait),
        world_test(generation_1_comes_after_its_threshold),
        world_test(the_defaults_are_cpythons),
        world_test(all_are_collected_when_a_quarter_waits),
        world_test(only_survivors_wait),
        world_test(what_is_made_meanwhile_counts_for_the_next_time),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
