/* SPDX-License-Identifier: MIT */
/* test_cycles.c: rings are found and named. */
#include "unit/support.h"

#include "core/context.h"
#include "unit/core/node.h"

#define CLASSES 26

/* Classes "a", "b", "c" …, alike but for their names. */
static struct fp_class classes[CLASSES];
static char names[CLASSES][2];

static void
name_classes(void)
{
    for (int i = 0; i < CLASSES; i++) {
        names[i][0] = (char)('a' + i);
        classes[i] = node_class;
        classes[i].name = names[i];
    }
}

/* Nodes of the classes named by the letters, in this order; the edges ("ab bc") link them. */
static void
make_graph(struct fp_context *ctx, const char *letters, const char *edges, struct node *node[128])
{
    name_classes();
    for (const char *p = letters; *p; p++)
        node[(int)*p] = fp_object_create(ctx, &classes[*p - 'a']);
    for (const char *p = edges; *p; p += p[2] ? 3 : 2)
        node_link(node[(int)p[0]], node[(int)p[1]]);
}

/* A traverse need not look whether there is a child. */
static void
show_all(struct fp_object *obj, fp_visit_fn visit, void *arg)
{
    struct node *node = (struct node *)obj;

    for (int i = 0; i < CHILDREN; i++)
        visit((struct fp_object *)node->child[i], arg);
}

static void
a_child_that_is_not_there_is_none(void **state)
{
    static const struct fp_class eager = {
        .name = "eager", .size = sizeof(struct node), .traverse = show_all, .clear = node_clear};
    struct node *a = fp_object_create(NULL, &eager);

    (void)state;
    node_link(a, a);
    fp_unref(a);
    assert_int_equal(fp_gc_find_cycles(NULL, NULL, NULL, NULL), FP_OK);
    assert_int_equal(fp_gc_collect(NULL, 2), 1);
    read_journal();
}

static void
drop_graph(struct fp_context *ctx, const char *letters, struct node *node[128])
{
    for (const char *p = letters; *p; p++)
        fp_unref(node[(int)*p]);
    fp_gc_collect(ctx, 2);
    read_journal();
}

static char told[1024]; /* "abc de " */

static void
tell(void *data, const char *const *ring, size_t n)
{
    assert_ptr_equal(data, told);
    for (size_t i = 0; i < n; i++)
        strncat(told, ring[i], 1);
    strcat(told, " ");
}

/* Makes the graph and looks for its rings; what was told, and as many groups as that. */
static void
expect_rings(const char *letters, const char *edges, const char *rings)
{
    struct node *node[128];
    size_t groups = 99, expected = 0;

    make_graph(NULL, letters, edges, node);
    told[0] = '\0';
    for (const char *p = rings; *p; p++)
        expected += *p == ' ';
    assert_int_equal(fp_gc_find_cycles(NULL, tell, told, &groups), FP_OK);
    assert_string_equal(told, rings);
    assert_int_equal(groups, expected);
    assert_int_equal(fp_gc_find_cycles(NULL, NULL, NULL, &groups), FP_OK);
    assert_int_equal(groups, expected);
    assert_journal("");
    assert_int_equal(fp_live_count(NULL, NULL), strlen(letters));
    drop_graph(NULL, letters, node);
    assert_int_equal(fp_live_count(NULL, NULL), 0);
}

static void
without_a_ring_there_is_nothing_to_tell(void **state)
{
    (void)state;
    expect_rings("", "", "");
    expect_rings("a", "", "");
    expect_rings("abc", "ab bc", "");
    expect_rings("abcd", "ab ac bd cd", "");
    expect_rings("abcd", "dc cb ba da db", "");
    expect_rings("abcd", "ab ab ab", "");
}

static void
a_ring_is_named_along_its_links_from_the_oldest(void **state)
{
    (void)state;
    expect_rings("abc", "ab bc ca", "abc ");
    expect_rings("abc", "ac cb ba", "acb ");
    expect_rings("bac", "ab bc ca", "bca ");
    expect_rings("xaby", "xa ab ba by", "ab ");
}

static void
an_object_that_holds_itself_is_a_ring_of_one(void **state)
{
    (void)state;
    expect_rings("a", "aa", "a ");
    expect_rings("abc", "ab bb bc", "b ");
    expect_rings("ab", "ab ba aa", "a ");
}

static void
the_shortest_way_round_is_told(void **state)
{
    (void)state;
    expect_rings("abcde", "ab bc cd de ea ca", "abc ");
    expect_rings("abcde", "ab bc cd de ea bd", "abde ");
    expect_rings("abc", "ab ba bc ca", "ab ");
}

static void
rings_that_share_an_object_are_one_group(void **state)
{
    (void)state;
    expect_rings("abcde", "ab bc ca cd de ec", "abc ");
    expect_rings("cabde", "ab bc ca cd de ec", "cab ");
}

static void
each_group_is_told_once_the_oldest_first(void **state)
{
    (void)state;
    expect_rings("abcdef", "ab ba cd dc ef fe", "ab cd ef ");
    expect_rings("abcdef", "ef fe cd dc ab ba bc de", "ab cd ef ");
    expect_rings("fedcba", "ef fe cd dc ab ba", "fe dc ba ");
    expect_rings("abcd", "aa cc ab bc cd", "a c ");
}

static void
garbage_is_told_too(void **state)
{
    struct node *node[128];
    size_t groups;

    (void)state;
    make_graph(NULL, "abc", "ab bc ca", node);
    for (const char *p = "abc"; *p; p++)
        fp_unref(node[(int)*p]);
    told[0] = '\0';
    assert_int_equal(fp_gc_find_cycles(NULL, tell, told, &groups), FP_OK);
    assert_string_equal(told, "abc ");
    assert_int_equal(fp_gc_collect(NULL, 2), 3);
    read_journal();
}

static void
each_context_is_searched_by_itself(void **state)
{
    struct fp_context *one = fp_context_create(), *two = fp_context_create();
    struct node *here[128], *there[128];
    size_t groups;

    (void)state;
    make_graph(one, "ab", "ab", here);
    make_graph(two, "cd", "cd dc", there);
    node_link(here['b'], there['c']);
    assert_int_equal(fp_gc_find_cycles(one, NULL, NULL, &groups), FP_OK);
    assert_int_equal(groups, 0);
    node_link(there['d'], here['a']); /* a ring through both: neither sees all of it */
    assert_int_equal(fp_gc_find_cycles(one, NULL, NULL, &groups), FP_OK);
    assert_int_equal(groups, 0);
    assert_int_equal(fp_gc_find_cycles(two, NULL, NULL, &groups), FP_OK);
    assert_int_equal(groups, 1);
    fp_close(there['d']);
    drop_graph(two, "cd", there);
    drop_graph(one, "ab", here);
    fp_context_destroy(one);
    fp_context_destroy(two);
}

static void
break_the_ring(void *data, const char *const *ring, size_t n)
{
    struct node **node = data;

    assert_int_equal(n, 2);
    fp_close(node[(int)ring[0][0]]);
    for (size_t i = 0; i < n; i++)
        fp_unref(node[(int)ring[i][0]]);
}

static void
who_is_told_may_free_the_ring(void **state)
{
    struct node *node[128];
    size_t groups;

    (void)state;
    make_graph(NULL, "abcdef", "ab ba bc cd dc ef fe", node);
    assert_int_equal(fp_gc_find_cycles(NULL, break_the_ring, node, &groups), FP_OK);
    assert_int_equal(groups, 3);
    assert_int_equal(fp_live_count(NULL, NULL), 0);
    read_journal();
}

static void
every_failing_allocation_is_told(void **state)
{
    struct node *node[128];
    size_t groups = 99, failures = 0;
    enum fp_status status = FP_ERR_MEMORY;

    (void)state;
    make_graph(NULL, "abcd", "ab bc ca cd", node);
    while (status != FP_OK) {
        size_t blocks = fp__alloc_blocks();

        told[0] = '\0';
        failures++;
        fp__alloc_fail_at(failures, failures % 2);
        status = fp_gc_find_cycles(NULL, tell, told, &groups);
        fp__alloc_fail_at(0, false);
        assert_int_equal(fp__alloc_blocks(), blocks);
        if (status == FP_OK)
            break;
        assert_int_equal(status, FP_ERR_MEMORY);
        assert_int_equal(groups, 99);
        assert_string_equal(told, "");
        assert_string_equal(fp_context_message(NULL), "out of memory for looking for cycles");
    }
    assert_true(failures > 10);
    assert_string_equal(told, "abc ");
    drop_graph(NULL, "abcd", node);
}

static enum fp_status answer;
static size_t found;

static void
look(struct node *node)
{
    answer = fp_gc_find_cycles(node->base.ctx, NULL, NULL, &found);
}

static void
not_while_a_collection_runs(void **state)
{
    struct node *node[128];

    (void)state;
    make_graph(NULL, "ab", "ab ba", node);
    node['a']->on_close = look;
    found = 99;
    drop_graph(NULL, "ab", node);
    assert_int_equal(answer, FP_ERR_LIMIT);
    assert_int_equal(found, 99);
    fp_context_clear_error(NULL);
}

static struct node *shelf;

static void
go_on_the_shelf_and_look(struct node *node)
{
    node_link(shelf, node);
    look(node);
}

/* Such an object has no place in the table, although somebody holds it. */
static void
while_an_object_is_buried_it_is_not_looked_at(void **state)
{
    struct node *node[128];

    (void)state;
    make_graph(NULL, "abcd", "ab bc cb db", node);
    shelf = node['d'];
    node['a']->on_close = go_on_the_shelf_and_look;
    fp_unref(node['a']);
    assert_int_equal(answer, FP_OK);
    assert_int_equal(found, 1);
    drop_graph(NULL, "bcd", node);
    assert_int_equal(fp_live_count(NULL, NULL), 0);
}

/* --- random graphs ---------------------------------------------------------------------------- */

#define NODES 12
#define FAR 1000

static uint64_t seed;

/* xorshift64* (Vigna 2016). */
static uint32_t
below(uint32_t n)
{
    seed ^= seed >> 12;
    seed ^= seed << 25;
    seed ^= seed >> 27;
    return (uint32_t)((seed * 0x2545f4914f6cdd1du) >> 32) % n;
}

static int distance[NODES][NODES];
static struct node *vertex[NODES];

static void
make_random_graph(void)
{
    for (int i = 0; i < NODES; i++)
        for (int k = 0; k < NODES; k++)
            distance[i][k] = FAR;
    for (int i = 0; i < NODES; i++)
        vertex[i] = fp_object_create(NULL, &classes[i]);
    for (uint32_t n = below(2 * NODES); n > 0; n--) {
        uint32_t i = below(NODES), k = below(NODES);

        if (vertex[i]->child[CHILDREN - 1])
            continue;
        node_link(vertex[i], vertex[k]);
        distance[i][k] = 1;
    }
}

/* Floyd and Warshall's. */
static void
measure_distances(void)
{
    for (int via = 0; via < NODES; via++)
        for (int i = 0; i < NODES; i++)
            for (int k = 0; k < NODES; k++)
                if (distance[i][via] + distance[via][k] < distance[i][k])
                    distance[i][k] = distance[i][via] + distance[via][k];
}

/* Each step of it is a link, from the oldest of its group and back to it. */
static void
check_ring(void *data, const char *const *ring, size_t n)
{
    int *rings = data;
    int oldest = ring[0][0] - 'a';

    (*rings)++;
    assert_int_equal(n, distance[oldest][oldest]);
    for (int i = 0; i < oldest; i++)
        assert_true(distance[i][oldest] >= FAR || distance[oldest][i] >= FAR);
    for (size_t i = 0; i < n; i++) {
        struct node *holder = vertex[ring[i][0] - 'a'];
        struct node *held = vertex[ring[(i + 1) % n][0] - 'a'];
        int k = 0;

        while (k < CHILDREN && holder->child[k] != held)
            k++;
        assert_true(k < CHILDREN);
    }
}

/* An object begins a group when it is in a ring and no older one reaches it and is reached. */
static size_t
count_groups(void)
{
    size_t groups = 0;

    for (int i = 0; i < NODES; i++) {
        bool first = distance[i][i] < FAR;

        for (int k = 0; k < i; k++)
            first &= distance[i][k] >= FAR || distance[k][i] >= FAR;
        groups += first;
    }
    return groups;
}

static void
random_graphs_are_told_as_distances_say(void **state)
{
    size_t all = 0;

    (void)state;
    name_classes();
    for (uint64_t number = 1; number <= repeats(2000); number++) {
        size_t groups;
        int rings = 0;

        seed = number * 0x9e3779b97f4a7c15u;
        make_random_graph();
        measure_distances();
        assert_int_equal(fp_gc_find_cycles(NULL, check_ring, &rings, &groups), FP_OK);
        assert_int_equal(groups, count_groups());
        assert_int_equal(rings, groups);
        all += groups;
        for (int i = 0; i < NODES; i++)
            fp_unref(vertex[i]);
        fp_gc_collect(NULL, 2);
        journal[0] = '\0';
    }
    assert_true(all > repeats(2000) / 2);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(without_a_ring_there_is_nothing_to_tell),
        world_test(a_ring_is_named_along_its_links_from_the_oldest),
        world_test(an_object_that_holds_itself_is_a_ring_of_one),
        world_test(the_shortest_way_round_is_told),
        world_test(rings_that_share_an_object_are_one_group),
        world_test(each_group_is_told_once_the_oldest_first),
        world_test(garbage_is_told_too),
        world_test(each_context_is_searched_by_itself),
        world_test(who_is_told_may_free_the_ring),
        world_test(every_failing_allocation_is_told),
        world_test(not_while_a_collection_runs),
        world_test(while_an_object_is_buried_it_is_not_looked_at),
        world_test(random_graphs_are_told_as_distances_say),
        world_test(a_child_that_is_not_there_is_none),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
