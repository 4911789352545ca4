/* SPDX-License-Identifier: MIT */
/* test_gc_random.c: random graphs of 2,000 seeds, collected by random generations, against a model
 * that knows who can be reached. */
#include "unit/support.h"

#include "core/context.h"
#include "unit/core/node.h"

#define SEEDS 2000
#define ROUNDS 4
#define NODES 24

/* What the model knows of a node. */
struct entry {
    struct node *real; /* NULL: none here */
    uint32_t handles;  /* references held by the test */
    unsigned generation;
    int child[CHILDREN];
    int children;
};

static struct entry model[NODES];
static bool died[NODES]; /* really, as told by finalize */
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

static void
tell_death(struct node *node)
{
    died[node->id] = true;
}

/* --- random graphs ---------------------------------------------------------------------------- */

static void
make_nodes(void)
{
    for (int i = 0; i < NODES; i++) {
        if (model[i].real || below(3) == 0)
            continue;
        model[i] = (struct entry){.real = node_create(NULL, i), .handles = 1};
        model[i].real->on_finalize = tell_death;
        died[i] = false;
    }
}

static void
link_nodes(void)
{
    for (uint32_t n = below(2 * NODES); n > 0; n--) {
        struct entry *parent = &model[below(NODES)];
        uint32_t child = below(NODES);

        if (!parent->real || !model[child].real || parent->children == CHILDREN)
            continue;
        parent->child[parent->children++] = (int)child;
        node_link(parent->real, model[child].real);
    }
}

/* What counts alone free is told by finalize. */
static void
drop_handles(uint32_t one_in)
{
    for (int i = 0; i < NODES; i++) {
        if (!model[i].real || model[i].handles == 0 || below(one_in) > 0)
            continue;
        model[i].handles--;
        fp_unref(model[i].real);
    }
    for (int i = 0; i < NODES; i++)
        if (died[i])
            model[i].real = NULL;
}

/* --- collections ------------------------------------------------------------------------------ */

/* Marks what a collection of the generation must leave alive: by repeated looking, not by
 * counts. */
static void
find_reachable(unsigned generation, bool reachable[NODES])
{
    for (int i = 0; i < NODES; i++)
        reachable[i] = model[i].real && (model[i].handles > 0 || model[i].generation > generation);
    for (bool changed = true; changed;) {
        changed = false;
        for (int i = 0; i < NODES; i++)
            for (int k = 0; reachable[i] && k < model[i].children; k++) {
                changed |= !reachable[model[i].child[k]];
                reachable[model[i].child[k]] = true;
            }
    }
}

static bool
is_held(int id, const bool alive[NODES])
{
    bool held = model[id].handles > 0;

    for (int i = 0; i < NODES; i++)
        for (int k = 0; alive[i] && k < model[i].children; k++)
            held |= model[i].child[k] == id;
    return held;
}

/* Older ones that only garbage held die when it goes, one after the other. */
static void
let_unheld_die(bool alive[NODES])
{
    for (bool changed = true; changed;) {
        changed = false;
        for (int i = 0; i < NODES; i++)
            if (alive[i] && !is_held(i, alive)) {
                alive[i] = false;
                changed = true;
            }
    }
}

static void
expect_node(int id, bool alive, unsigned generation, uint64_t number)
{
    struct entry *entry = &model[id];

    if (died[id] == alive)
        fail_msg("seed %zu, generation %u: node %d should be %s", (size_t)number, generation, id,
                 alive ? "alive" : "dead");
    if (!alive) {
        entry->real = NULL;
        return;
    }
    if (fp_is_closed(entry->real))
        fail_msg("seed %zu, generation %u: node %d was closed", (size_t)number, generation, id);
    if (entry->generation <= generation)
        entry->generation = generation < 2 ? generation + 1 : 2;
}

static void
collect(unsigned generation, uint64_t number)
{
    bool reachable[NODES];
    size_t expected = 0;

    find_reachable(generation, reachable);
    for (int i = 0; i < NODES; i++)
        expected += model[i].real && !reachable[i];
    let_unheld_die(reachable);
    assert_int_equal(fp_gc_collect(NULL, (int)generation), expected);
    for (int i = 0; i < NODES; i++)
        if (model[i].real)
            expect_node(i, reachable[i], generation, number);
}

/* Every count is what the model says. */
static void
expect_counts(void)
{
    for (int i = 0; i < NODES; i++) {
        uint32_t refs = model[i].handles;

        if (!model[i].real)
            continue;
        for (int p = 0; p < NODES; p++)
            for (int k = 0; model[p].real && k < model[p].children; k++)
                refs += model[p].child[k] == i;
        assert_int_equal(model[i].real->base.refs, refs);
    }
}

static void
random_graphs_are_collected_as_the_model_says(void **state)
{
    size_t most = 0;

    (void)state;
    for (uint64_t number = 1; number <= repeats(SEEDS); number++) {
        seed = number * 0x9e3779b97f4a7c15u;
        for (int round = 0; round < ROUNDS; round++) {
            make_nodes();
            link_nodes();
            drop_handles(2);
            collect(below(FP_GENERATIONS), number);
            expect_counts();
            journal[0] = '\0';
        }
        drop_handles(1);
        most += fp_live_count(NULL, NULL);
        collect(2, number);
        assert_int_equal(fp_live_count(NULL, NULL), 0);
    }
    assert_true(most > repeats(SEEDS)); /* or there was nothing to find */
    journal[0] = '\0';
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(random_graphs_are_collected_as_the_model_says),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
