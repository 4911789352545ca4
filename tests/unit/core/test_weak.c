/* SPDX-License-Identifier: MIT */
/* test_weak.c: weak references: alive, closed, doomed, dead, in every order. */
#include "unit/support.h"

#include "unit/core/node.h"

static bool
reads(const struct fp_weak *weak, const void *expected)
{
    void *got = fp_weak_get(weak);

    fp_unref(got);
    return got == expected;
}

static void
it_gives_a_strong_reference(void **state)
{
    struct node *a = node_create(NULL, 1);
    struct fp_weak *weak = fp_weak_create(a);
    struct node *got = fp_weak_get(weak);

    (void)state;
    assert_ptr_equal(got, a);
    assert_ptr_equal(fp__weak_peek(weak), a); /* without one */
    fp_unref(a);
    assert_journal("");
    fp_unref(got);
    assert_journal("close 1 clear 1 finalize 1 ");
    assert_null(fp_weak_get(weak));
    assert_null(fp__weak_peek(weak));
    fp_weak_destroy(weak);
}

static void
it_does_not_count(void **state)
{
    struct node *a = node_create(NULL, 1);
    struct fp_weak *weak = fp_weak_create(a);

    (void)state;
    fp_unref(a);
    assert_journal("close 1 clear 1 finalize 1 ");
    fp_weak_destroy(weak);
}

/* Three steps: the target goes, the first and the second weak reference go. */
static void
target_and_weak_references_go_in_any_order(void **state)
{
    static const int orders[6][3] = {{0, 1, 2}, {0, 2, 1}, {1, 0, 2},
                                     {1, 2, 0}, {2, 0, 1}, {2, 1, 0}};

    (void)state;
    for (int i = 0; i < 6; i++) {
        struct node *a = node_create(NULL, 1);
        struct fp_weak *weak[2] = {fp_weak_create(a), fp_weak_create(a)};

        for (int step = 0; step < 3; step++) {
            int what = orders[i][step];

            if (what == 0) {
                fp_unref(a);
                a = NULL;
            } else {
                fp_weak_destroy(weak[what - 1]);
                weak[what - 1] = NULL;
            }
            for (int k = 0; k < 2; k++)
                assert_true(!weak[k] || reads(weak[k], a));
        }
        assert_journal("close 1 clear 1 finalize 1 ");
        assert_empty_world();
    }
}

static void
all_weak_references_share_one_cell(void **state)
{
    struct node *a = node_create(NULL, 1);
    size_t without = fp__alloc_bytes();
    struct fp_weak *first = fp_weak_create(a);
    size_t with = fp__alloc_bytes();
    struct fp_weak *second = fp_weak_create(a);

    (void)state;
    assert_true(with > without);
    assert_int_equal(fp__alloc_bytes(), with);
    fp_weak_destroy(first);
    assert_true(reads(second, a));
    fp_weak_destroy(second);
    assert_int_equal(fp__alloc_bytes(), without); /* the target carries no trace of it … */
    first = fp_weak_create(a);                    /* … and can be watched anew */
    assert_true(reads(first, a));
    fp_unref(a);
    fp_weak_destroy(first);
    journal[0] = '\0';
}

static void
it_reads_null_once_the_target_is_closed(void **state)
{
    struct node *a = node_create(NULL, 1);
    struct fp_weak *weak = fp_weak_create(a);

    (void)state;
    fp_close(a);
    assert_null(fp_weak_get(weak));
    assert_null(fp_weak_create(a));
    assert_int_equal(fp_context_status(NULL), FP_ERR_CLOSED);
    assert_string_equal(fp_context_message(NULL), "the node was closed");
    fp_weak_destroy(weak);
    fp_unref(a);
    journal[0] = '\0';
}

static struct fp_weak *watching;

static void
look_at_myself(struct node *node)
{
    note(fp_weak_get(watching) ? "seen" : "unseen", node->id);
    note(fp_weak_create(node) ? "watched" : "unwatched", node->id);
}

static void
it_reads_null_inside_close_and_finalize(void **state)
{
    struct node *a = node_create(NULL, 1);

    (void)state;
    a->on_close = a->on_finalize = look_at_myself;
    watching = fp_weak_create(a);
    fp_unref(a);
    assert_journal("close 1 unseen 1 unwatched 1 clear 1 finalize 1 unseen 1 unwatched 1 ");
    fp_weak_destroy(watching);
}

static void
look_at_the_other(struct node *node)
{
    struct node *other = fp_weak_get(watching);

    note(other ? "sees" : "misses", node->id);
    fp_unref(other);
}

/* Both children are at count zero when the first of them is buried. */
static void
it_reads_null_while_the_target_waits_for_its_burial(void **state)
{
    struct node *parent = node_create(NULL, 0);

    (void)state;
    for (int i = 0; i < 2; i++)
        node_give(parent, node_create(NULL, i + 1));
    parent->on_close = look_at_the_other;
    parent->child[0]->on_close = parent->child[1]->on_close = look_at_the_other;
    watching = fp_weak_create(parent->child[0]);
    fp_unref(parent);
    assert_journal("close 0 sees 0 clear 0 finalize 0 "
                   "close 2 misses 2 clear 2 finalize 2 close 1 misses 1 clear 1 finalize 1 ");
    fp_weak_destroy(watching);
}

static void
take_and_drop(struct node *node)
{
    fp_unref(fp_weak_get(watching));
    note("back", node->id);
}

/* The last strong reference may be one that came from a weak one, given back in a callback. */
static void
the_target_may_die_of_a_borrowed_reference(void **state)
{
    struct node *a = node_create(NULL, 1);
    struct node *b = node_create(NULL, 2);
    struct node *borrowed;

    (void)state;
    watching = fp_weak_create(a);
    borrowed = fp_weak_get(watching);
    fp_unref(a);
    b->on_close = take_and_drop;
    fp_close(b);
    assert_journal("close 2 back 2 clear 2 ");
    fp_unref(borrowed);
    assert_journal("close 1 clear 1 finalize 1 ");
    assert_null(fp_weak_get(watching));
    fp_weak_destroy(watching);
    fp_unref(b);
    assert_journal("finalize 2 ");
}

static void
it_outlives_the_context(void **state)
{
    struct fp_context *ctx = fp_context_create();
    struct node *a = node_create(ctx, 1);
    struct fp_weak *weak = fp_weak_create(a);

    (void)state;
    fp_unref(a);
    fp_context_destroy(ctx);
    assert_null(fp_weak_get(weak));
    fp_weak_destroy(weak);
    journal[0] = '\0';
}

static void
null_is_fine(void **state)
{
    (void)state;
    assert_null(fp_weak_get(NULL));
    assert_null(fp__weak_peek(NULL));
    fp_weak_destroy(NULL);
    assert_null(fp_weak_create(NULL));
    assert_int_equal(fp_context_status(NULL), FP_ERR_CLOSED);
}

static void
without_memory_there_is_none(void **state)
{
    struct node *a = node_create(NULL, 1);
    struct fp_weak *weak;

    (void)state;
    fp__alloc_fail_at(1, false);
    weak = fp_weak_create(a);
    assert_null(weak);
    assert_int_equal(fp_context_status(NULL), FP_ERR_MEMORY);
    weak = fp_weak_create(a);
    assert_true(reads(weak, a));
    fp__alloc_fail_at(1, true);
    assert_ptr_equal(fp_weak_create(a), weak); /* the cell is there: nothing to fail */
    fp_weak_destroy(weak);
    fp_weak_destroy(weak);
    fp_unref(a);
    journal[0] = '\0';
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(it_gives_a_strong_reference),
        world_test(it_does_not_count),
        world_test(target_and_weak_references_go_in_any_order),
        world_test(all_weak_references_share_one_cell),
        world_test(it_reads_null_once_the_target_is_closed),
        world_test(it_reads_null_inside_close_and_finalize),
        world_test(it_reads_null_while_the_target_waits_for_its_burial),
        world_test(the_target_may_die_of_a_borrowed_reference),
        world_test(it_outlives_the_context),
        world_test(null_is_fine),
        world_test(without_memory_there_is_none),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
