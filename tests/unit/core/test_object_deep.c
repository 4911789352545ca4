/* SPDX-License-Identifier: MIT */
/* test_object_deep.c: a million objects in a chain or side by side, on a stack of 64 KiB. */
#include <pthread.h>

#include "core/alloc.h"
#include "core/object.h"
#include "unit/support.h"

#define STACK 65536

/* Holds any number of children; its dead are counted. */
struct holder {
    struct fp_object base;
    struct holder **child;
    size_t n;
};

static size_t closed, finalized;

/* Objects; the fewer under valgrind, too, are more than the stack has room to go down to. */
static size_t
many(void)
{
    return repeats(1000000);
}

static void
holder_clear(struct fp_object *obj)
{
    struct holder *holder = (struct holder *)obj;

    for (size_t i = 0; i < holder->n; i++)
        fp_unref(holder->child[i]);
    fp_free(holder->child);
    holder->child = NULL;
    holder->n = 0;
}

static void
holder_close(struct fp_object *obj)
{
    (void)obj;
    closed++;
}

static void
holder_finalize(struct fp_object *obj)
{
    (void)obj;
    finalized++;
}

static const struct fp_class holder_class = {
    .name = "holder",
    .size = sizeof(struct holder),
    .clear = holder_clear,
    .close = holder_close,
    .finalize = holder_finalize,
};

static struct holder *
holder_create(struct fp_context *ctx, size_t n)
{
    struct holder *holder = fp_object_create(ctx, &holder_class);

    holder->child = fp_alloc_array(n, sizeof *holder->child);
    holder->n = n;
    return holder;
}

/* The head of a chain, made from its head or from its tail. */
static struct holder *
make_chain(struct fp_context *ctx, bool head_first)
{
    struct holder *head = holder_create(ctx, 1);
    struct holder *last = head;

    for (size_t i = 1; i < many(); i++) {
        struct holder *next = holder_create(ctx, 1);

        if (head_first) {
            last->child[0] = next;
            last = next;
        } else {
            next->child[0] = head;
            head = next;
        }
    }
    return head;
}

/* cmocka cannot leave another thread than its own: what went wrong comes back as text. */
static const char *
all_gone(void)
{
    bool once = closed == many() && finalized == many();

    closed = finalized = 0;
    return once ? NULL : "not each object was closed and finalized once";
}

static void *
unref_the_head(void *head_first)
{
    struct fp_context *ctx = fp_context_create();

    fp_unref(make_chain(ctx, head_first));
    if (fp_live_count(ctx, NULL) != 0)
        return (void *)"objects are left";
    fp_context_destroy(ctx);
    return (void *)all_gone();
}

static void *
close_the_head(void *head_first)
{
    struct fp_context *ctx = fp_context_create();
    struct holder *head = make_chain(ctx, head_first);

    fp_close(head);
    if (fp_live_count(ctx, NULL) != 1 || finalized != many() - 1)
        return (void *)"more or less than the head is left";
    fp_unref(head);
    fp_context_destroy(ctx);
    return (void *)all_gone();
}

static void *
destroy_a_ring(void *head_first)
{
    struct fp_context *ctx = fp_context_create();
    struct holder *head = make_chain(ctx, head_first);
    struct holder *last = head;

    while (last->child[0])
        last = last->child[0];
    last->child[0] = head; /* the ring takes over the only reference from outside */
    fp_context_destroy(ctx);
    return (void *)all_gone();
}

static void *
unref_a_wide_tree(void *arg)
{
    struct fp_context *ctx = fp_context_create();
    struct holder *root = holder_create(ctx, many() - 1);

    (void)arg;
    for (size_t i = 0; i < many() - 1; i++)
        root->child[i] = holder_create(ctx, 0);
    fp_unref(root);
    fp_context_destroy(ctx);
    return (void *)all_gone();
}

static void
on_a_small_stack(void *(*work)(void *), void *arg)
{
    pthread_attr_t attr;
    pthread_t thread;
    void *wrong = NULL;

    pthread_attr_init(&attr);
    assert_int_equal(pthread_attr_setstacksize(&attr, STACK), 0);
    assert_int_equal(pthread_create(&thread, &attr, work, arg), 0);
    pthread_join(thread, &wrong);
    pthread_attr_destroy(&attr);
    if (wrong)
        fail_msg("%s", (const char *)wrong);
}

#define HEAD_FIRST ((void *)1)
#define TAIL_FIRST ((void *)0)

static void
a_chain_dies_with_its_head(void **state)
{
    (void)state;
    on_a_small_stack(unref_the_head, HEAD_FIRST);
    on_a_small_stack(unref_the_head, TAIL_FIRST);
}

static void
a_chain_dies_when_its_head_is_closed(void **state)
{
    (void)state;
    on_a_small_stack(close_the_head, HEAD_FIRST);
    on_a_small_stack(close_the_head, TAIL_FIRST);
}

static void
a_ring_dies_with_its_context(void **state)
{
    (void)state;
    on_a_small_stack(destroy_a_ring, HEAD_FIRST);
    on_a_small_stack(destroy_a_ring, TAIL_FIRST);
}

static void
a_wide_tree_dies_with_its_root(void **state)
{
    (void)state;
    on_a_small_stack(unref_a_wide_tree, NULL);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(a_chain_dies_with_its_head),
        world_test(a_chain_dies_when_its_head_is_closed),
        world_test(a_ring_dies_with_its_context),
        world_test(a_wide_tree_dies_with_its_root),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
