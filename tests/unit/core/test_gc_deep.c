/* SPDX-License-Identifier: MIT */
/* test_gc_deep.c: rings and chains of a million objects, collected on a stack of 64 KiB. */
#include <pthread.h>

#include "core/object.h"
#include "unit/support.h"

#define MANY 1000000
#define STACK 65536

struct link {
    struct fp_object base;
    struct link *next;
    struct link *aside;
};

static void
link_traverse(struct fp_object *obj, fp_visit_fn visit, void *arg)
{
    struct link *link = (struct link *)obj;

    if (link->next)
        visit(&link->next->base, arg);
    if (link->aside)
        visit(&link->aside->base, arg);
}

static void
link_clear(struct fp_object *obj)
{
    struct link *link = (struct link *)obj;

    fp_unref(link->next);
    fp_unref(link->aside);
    link->next = link->aside = NULL;
}

static const struct fp_class link_class = {
    .name = "link", .size = sizeof(struct link), .traverse = link_traverse, .clear = link_clear};

/* n links that hold each other; the first is held by the caller, or if it is to be a ring, the last
 * holds it. */
static struct link *
make_chain(struct fp_context *ctx, size_t n, bool oldest_first, bool ring)
{
    struct link *first = fp_object_create(ctx, &link_class), *last = first;

    for (size_t i = 1; i < n; i++) {
        struct link *link = fp_object_create(ctx, &link_class);

        if (oldest_first) {
            last->next = link;
            last = link;
        } else {
            link->next = first;
            first = link;
        }
    }
    if (ring)
        last->next = first;
    return first;
}

static size_t ring_length;

static void
measure_ring(void *data, const char *const *classes, size_t n)
{
    (void)data;
    (void)classes;
    ring_length = n;
}

/* What is wrong, or NULL. */
static const char *
collect(bool oldest_first, size_t ring, size_t chain)
{
    struct fp_context *ctx = fp_context_create();
    struct link *first = make_chain(ctx, ring, oldest_first, true);
    const char *wrong = NULL;
    size_t groups = 0;

    first->aside = make_chain(ctx, chain, oldest_first, false);
    if (fp_gc_find_cycles(ctx, measure_ring, NULL, &groups) != FP_OK || groups != 1)
        wrong = "one ring should be found";
    else if (ring_length != ring)
        wrong = "the ring should be told in full";
    else if (fp_gc_collect(ctx, 0) != ring + chain || fp_live_count(ctx, NULL) != 0)
        wrong = "all should be freed";
    fp_context_destroy(ctx);
    return wrong;
}

static void *
collect_all_shapes(void *arg)
{
    size_t many = *(size_t *)arg;
    const char *wrong = collect(true, 3, many);

    wrong = wrong ? wrong : collect(false, 3, many);
    wrong = wrong ? wrong : collect(true, many, 1);
    wrong = wrong ? wrong : collect(false, many, 1);
    return (void *)(uintptr_t)wrong;
}

static void
depth_needs_no_stack(void **state)
{
    size_t many = repeats(MANY);
    pthread_attr_t attr;
    pthread_t thread;
    void *wrong = NULL;

    (void)state;
    pthread_attr_init(&attr);
    assert_int_equal(pthread_attr_setstacksize(&attr, STACK), 0);
    assert_int_equal(pthread_create(&thread, &attr, collect_all_shapes, &many), 0);
    pthread_join(thread, &wrong);
    pthread_attr_destroy(&attr);
    if (wrong)
        fail_msg("%s", (const char *)wrong);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {world_test(depth_needs_no_stack)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}
