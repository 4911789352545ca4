/* SPDX-License-Identifier: MIT */
/* test_context.c: contexts end in every state, and threads have one of their own. */
#include <pthread.h>

#include "unit/support.h"

#include "core/context.h"
#include "core/status.h"
#include "unit/core/node.h"

/* --- ending ----------------------------------------------------------------------------------- */

static void
handles_stay_valid_after_their_context(void **state)
{
    struct fp_context *ctx = fp_context_create();
    struct node *a = node_create(ctx, 1);
    struct node *b = fp_ref(node_give(a, node_create(ctx, 2)));

    (void)state;
    fp_context_destroy(ctx);
    assert_journal("close 1 clear 1 close 2 clear 2 ");
    assert_true(fp_is_closed(a));
    assert_true(fp_is_closed(b));
    assert_null(fp_weak_create(a));
    fp_close(a);
    fp_unref(a);
    assert_journal("finalize 1 ");
    assert_int_not_equal(fp__alloc_blocks(), 0);
    fp_unref(b);
    assert_journal("finalize 2 ");
    assert_int_equal(fp__alloc_blocks(), 0); /* the last handle took the context with it */
}

static void
rings_go_with_their_context(void **state)
{
    struct fp_context *ctx = fp_context_create();
    struct node *ring[3];
    struct fp_weak *weak;

    (void)state;
    for (int i = 0; i < 3; i++)
        ring[i] = node_create(ctx, i + 1);
    for (int i = 0; i < 3; i++)
        node_link(ring[i], ring[(i + 1) % 3]);
    weak = fp_weak_create(ring[1]);
    for (int i = 0; i < 3; i++)
        fp_unref(ring[i]);
    fp_context_destroy(ctx);
    assert_journal("close 1 clear 1 close 2 clear 2 finalize 2 close 3 clear 3 finalize 3 "
                   "finalize 1 ");
    assert_null(fp_weak_get(weak));
    fp_weak_destroy(weak);
    assert_int_equal(fp__alloc_blocks(), 0);
}

static void
two_contexts_do_not_touch(void **state)
{
    struct fp_context *one = fp_context_create(), *two = fp_context_create();
    struct node *a = node_create(one, 1);
    struct node *b = node_create(two, 2);

    (void)state;
    fp_context_destroy(one);
    assert_true(fp_is_closed(a));
    assert_false(fp_is_closed(b));
    fp_unref(b);
    fp_context_destroy(two);
    assert_int_equal(fp_context_status(NULL), FP_OK);
    fp_unref(a);
    assert_journal("close 1 clear 1 close 2 clear 2 finalize 2 finalize 1 ");
}

static void
one_context_may_hold_what_another_made(void **state)
{
    struct fp_context *one = fp_context_create(), *two = fp_context_create();
    struct node *a = node_create(one, 1);

    (void)state;
    node_give(node_give(a, node_create(two, 2)), node_create(one, 3));
    fp_context_destroy(two);
    assert_journal("close 2 clear 2 close 3 clear 3 finalize 3 ");
    fp_unref(a);
    assert_journal("close 1 clear 1 finalize 2 finalize 1 ");
    fp_context_destroy(one);
    assert_int_equal(fp__alloc_blocks(), 0);
}

static struct fp_context *victim;
static struct node *made;

static void
end_the_context(struct node *node)
{
    note("end", node->id);
    fp_context_destroy(victim);
}

/* Both while an object is closed and while one dies; what waits for its death still gets it. */
static void
a_callback_may_end_the_context(void **state)
{
    struct node *a, *b;

    (void)state;
    victim = fp_context_create();
    a = node_create(victim, 1);
    a->on_close = end_the_context;
    node_give(a, node_create(victim, 2));
    fp_unref(a);
    assert_journal("close 1 end 1 close 2 clear 2 clear 1 finalize 1 finalize 2 ");
    assert_int_equal(fp__alloc_blocks(), 0);

    victim = fp_context_create();
    a = node_create(victim, 1);
    b = node_create(victim, 2);
    b->on_close = end_the_context;
    fp_close(b);
    assert_journal("close 2 end 2 close 1 clear 1 clear 2 ");
    fp_unref(b);
    fp_unref(a);
    assert_journal("finalize 2 finalize 1 ");
    assert_int_equal(fp__alloc_blocks(), 0);

    victim = fp_context_create();
    a = node_create(victim, 1); /* the only one: nothing else keeps the context while it dies */
    a->on_close = end_the_context;
    fp_unref(a);
    assert_journal("close 1 end 1 clear 1 finalize 1 ");
    assert_int_equal(fp__alloc_blocks(), 0);
}

static void
make_another(struct node *node)
{
    made = node_create(NULL, node->id + 1);
    fp_context_destroy(NULL);
}

/* Or ending could go on for ever; and no second default context comes to be. */
static void
a_context_that_ends_makes_no_objects(void **state)
{
    struct node *a = node_create(NULL, 1);
    struct fp_context *ctx = a->base.ctx;

    (void)state;
    a->on_close = make_another;
    made = a;
    fp_context_destroy(NULL);
    assert_null(made);
    assert_int_equal(fp_context_status(ctx), FP_ERR_CLOSED); /* the handle keeps it readable */
    assert_string_equal(fp_context_message(ctx), "the context was closed");
    fp_unref(a);
    assert_int_equal(fp__alloc_blocks(), 0);
    journal[0] = '\0';
}

static void
ending_twice_is_fine(void **state)
{
    (void)state;
    fp_context_destroy(NULL);
    assert_int_equal(fp__alloc_blocks(), 0); /* asking for the end makes none */
    assert_non_null(fp_context_default());
    assert_ptr_equal(fp_context_default(), fp_context_default());
    fp_context_destroy(fp_context_default());
    fp_context_destroy(NULL);
    assert_int_equal(fp__alloc_blocks(), 0);
}

static void
without_memory_there_is_no_context(void **state)
{
    (void)state;
    fp__alloc_fail_at(1, true);
    assert_null(fp_context_create());
    assert_null(fp_context_default());
    assert_int_equal(fp_context_status(NULL), FP_ERR_MEMORY);
    assert_string_equal(fp_context_message(NULL), "out of memory");
    assert_string_equal(fp_context_hint(NULL), "");
    assert_int_equal(fp__fail(NULL, FP_ERR_INPUT, "lost"), FP_ERR_INPUT);
    assert_null(node_create(NULL, 1));
    assert_int_equal(fp_live_count(NULL, NULL), 0);
    assert_int_equal(fp_live_table(NULL, NULL, 0), 0);
    fp_context_clear_error(NULL);
    fp_context_reset_warnings(NULL);
    fp_context_set_warning(NULL, NULL, NULL);
    fp_context_set_figure_limits(NULL, 1, 1);
    fp_context_trim(NULL);
    assert_null(fp__context_slot(NULL, FP__SLOT_PNG, 8, NULL));
}

/* --- threads ---------------------------------------------------------------------------------- */

static struct node *left_behind;

static void *
use_default(void *main_context)
{
    struct node *a = node_create(NULL, 1);

    left_behind = fp_ref(node_give(a, node_create(NULL, 2)));
    node_link(a, a);
    fp_unref(a); /* a ring: only the end of the context will free it */
    fp__fail(NULL, FP_ERR_INPUT, "in the thread");
    return fp_context_default() == main_context ? main_context : NULL;
}

static void
a_thread_has_a_default_context_while_it_runs(void **state)
{
    pthread_t thread;
    void *shared;

    (void)state;
    assert_int_equal(pthread_create(&thread, NULL, use_default, fp_context_default()), 0);
    pthread_join(thread, &shared);
    assert_null(shared);
    assert_int_equal(fp_context_status(NULL), FP_OK);
    assert_journal("close 1 clear 1 finalize 1 close 2 clear 2 ");
    fp_unref(left_behind);
    assert_journal("finalize 2 ");
}

/* --- slots ------------------------------------------------------------------------------------ */

static void
trim_slot(void *value)
{
    note("trim", *(int *)value);
}

static void
destroy_slot(void *value)
{
    note("destroy", *(int *)value);
}

static const struct fp__slot_class full_slot = {.trim = trim_slot, .destroy = destroy_slot};
static const struct fp__slot_class plain_slot = {.destroy = destroy_slot};

static void
slots_are_caches_made_at_first_use(void **state)
{
    struct fp_context *ctx = fp_context_create();
    int *png = fp__context_slot(ctx, FP__SLOT_PNG, 40, &full_slot);
    int *pyplot = fp__context_slot(ctx, FP__SLOT_PYPLOT, 8, &plain_slot);

    (void)state;
    for (int i = 0; i < 10; i++)
        assert_int_equal(png[i], 0);
    assert_int_equal(fp__alloc_cache_bytes(), 48);
    assert_ptr_equal(fp__context_slot(ctx, FP__SLOT_PNG, 40, &full_slot), png);
    *png = 1;
    *pyplot = 2;
    fp_context_trim(ctx);
    assert_journal("trim 1 ");
    fp_context_destroy(ctx);
    assert_journal("destroy 1 destroy 2 ");
    assert_int_equal(fp__alloc_cache_bytes(), 0);
}

static void
use_a_slot(struct node *node)
{
    if (!fp__context_slot(node->base.ctx, FP__SLOT_PNG, 8, &plain_slot))
        note("no slot", node->id);
}

static void
slots_go_after_the_objects_and_stay_away(void **state)
{
    struct fp_context *ctx = fp_context_create();
    struct node *a = node_create(ctx, 1);

    (void)state;
    a->on_close = use_a_slot;
    a->on_finalize = use_a_slot;
    *(int *)fp__context_slot(ctx, FP__SLOT_PNG, 8, &plain_slot) = 7;
    fp_context_destroy(ctx);
    fp_unref(a);
    assert_journal("close 1 no slot 1 clear 1 destroy 7 finalize 1 no slot 1 ");
}

static void
a_slot_without_memory_is_null(void **state)
{
    struct fp_context *ctx = fp_context_create();

    (void)state;
    fp__alloc_fail_at(1, false);
    assert_null(fp__context_slot(ctx, FP__SLOT_PNG, 8, &plain_slot));
    assert_int_equal(fp_context_status(ctx), FP_ERR_MEMORY);
    fp_context_trim(ctx);
    fp_context_destroy(ctx);
    assert_journal("");
}

static void
figure_limits_are_kept(void **state)
{
    struct fp_context *ctx = fp_context_create();

    (void)state;
    assert_int_equal(ctx->figures_warn_above, 20);
    assert_int_equal(ctx->figures_cap, 0);
    fp_context_set_figure_limits(ctx, 5, 7);
    assert_int_equal(ctx->figures_warn_above, 5);
    assert_int_equal(ctx->figures_cap, 7);
    fp_context_destroy(ctx);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(handles_stay_valid_after_their_context),
        world_test(rings_go_with_their_context),
        world_test(two_contexts_do_not_touch),
        world_test(one_context_may_hold_what_another_made),
        world_test(a_callback_may_end_the_context),
        world_test(a_context_that_ends_makes_no_objects),
        world_test(ending_twice_is_fine),
        world_test(without_memory_there_is_no_context),
        world_test(a_thread_has_a_default_context_while_it_runs),
        world_test(slots_are_caches_made_at_first_use),
        world_test(slots_go_after_the_objects_and_stay_away),
        world_test(a_slot_without_memory_is_null),
        world_test(figure_limits_are_kept),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
