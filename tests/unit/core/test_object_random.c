/* SPDX-License-Identifier: MIT */
/* test_object_random.c: 200,000 random operations against a model that only counts. */
#include "unit/support.h"

#include "core/context.h"
#include "unit/core/node.h"

#define OPERATIONS 200000
#define OBJECTS 200
#define WEAKS 200

/* What the model knows of an object. */
struct entry {
    struct node *real; /* NULL: no object here */
    bool closed;
    uint32_t handles; /* references held by the test */
    int child[CHILDREN];
    int children;
};

struct watch {
    struct fp_weak *real; /* NULL: none here */
    int target;           /* -1: reads NULL */
};

static struct entry model[OBJECTS];
static struct watch watches[WEAKS];
static bool died[OBJECTS]; /* really, as told by finalize */
static size_t alive;
static uint64_t seed;

/* xorshift64* (Vigna 2016). */
static uint32_t
random_below(uint32_t n)
{
    seed ^= seed >> 12;
    seed ^= seed << 25;
    seed ^= seed >> 27;
    return (uint32_t)((seed * 0x2545f4914f6cdd1du) >> 32) % n;
}

/* --- the model -------------------------------------------------------------------------------- */

static uint32_t
model_count(int id)
{
    uint32_t n = model[id].handles;

    for (int i = 0; i < OBJECTS; i++)
        for (int k = 0; model[i].real && k < model[i].children; k++)
            n += model[i].child[k] == id;
    return n;
}

static void
model_close(int id)
{
    model[id].closed = true;
    model[id].children = 0;
    for (int i = 0; i < WEAKS; i++)
        if (watches[i].real && watches[i].target == id)
            watches[i].target = -1;
}

/* Buries whatever has no reference left, until nothing changes. */
static void
model_settle(void)
{
    for (bool changed = true; changed;) {
        changed = false;
        for (int i = 0; i < OBJECTS; i++) {
            if (!model[i].real || model_count(i) > 0)
                continue;
            model_close(i);
            model[i].real = NULL;
            alive--;
            changed = true;
            if (!died[i])
                fail_msg("object %d should be dead", i);
            died[i] = false;
        }
    }
}

/* --- operations ------------------------------------------------------------------------------- */

static void
tell_death(struct node *node)
{
    if (died[node->id])
        note("died twice", node->id);
    died[node->id] = true;
}

static void
create(int id)
{
    if (model[id].real)
        return;
    model[id] = (struct entry){.real = node_create(NULL, id), .handles = 1};
    model[id].real->on_finalize = tell_death;
    alive++;
}

static void
ref(int id)
{
    if (model[id].handles == 0)
        return;
    model[id].handles++;
    fp_ref(model[id].real);
}

static void
unref(int id)
{
    if (model[id].handles == 0)
        return;
    model[id].handles--;
    fp_unref(model[id].real);
    model_settle();
}

static void
link_to(int id, int child)
{
    struct entry *e = &model[id];

    if (!e->real || e->closed || e->children == CHILDREN || model[child].handles == 0)
        return;
    node_link(e->real, model[child].real);
    e->child[e->children++] = child;
}

/* Also closes objects that only others hold: the rings would fill the table else. */
static void
close_one(int id)
{
    if (!model[id].real)
        return;
    model_close(id);
    fp_close(model[id].real);
    model_settle();
}

static void
watch(int i, int id)
{
    struct fp_weak *weak;

    if (watches[i].real || !model[id].real)
        return;
    weak = fp_weak_create(model[id].real);
    assert_int_equal(weak == NULL, model[id].closed);
    watches[i] = (struct watch){.real = weak, .target = id};
}

static void
look(int i)
{
    int target = watches[i].target;
    struct node *got;

    if (!watches[i].real)
        return;
    got = fp_weak_get(watches[i].real);
    assert_ptr_equal(got, target < 0 ? NULL : model[target].real);
    fp_unref(got);
}

static void
look_away(int i)
{
    fp_weak_destroy(watches[i].real);
    watches[i].real = NULL;
}

static void
operate(void)
{
    int id = (int)random_below(OBJECTS);
    int other = (int)random_below(OBJECTS);

    switch (random_below(16)) {
    case 0:
    case 1:
    case 2:
        create(id);
        break;
    case 3:
        ref(id);
        break;
    case 4:
    case 5:
    case 6:
        unref(id);
        break;
    case 7:
    case 8:
    case 9:
        link_to(id, other);
        break;
    case 10:
        close_one(id);
        break;
    case 11:
    case 12:
        watch(other, id);
        break;
    case 13:
        look(other);
        break;
    case 14:
        look_away(other);
        break;
    default:
        fp_context_trim(NULL);
    }
}

/* --- checks ----------------------------------------------------------------------------------- */

static void
check_everything(void)
{
    for (int i = 0; i < OBJECTS; i++) {
        bool has_cell = false;

        if (!model[i].real)
            continue;
        assert_int_equal(model[i].real->id, i);
        assert_int_equal(model[i].real->base.refs, model_count(i));
        assert_int_equal(fp_is_closed(model[i].real), model[i].closed);
        for (int k = 0; k < WEAKS; k++)
            has_cell |= watches[k].real && watches[k].target == i;
        assert_int_equal(model[i].real->base.weak != NULL, has_cell);
    }
    for (int k = 0; k < WEAKS; k++)
        look(k);
    assert_int_equal(fp_live_count(NULL, &node_class), alive);
}

static void
random_operations_agree_with_the_model(void **state)
{
    size_t most = 0;

    (void)state;
    seed = 17;
    memset(model, 0, sizeof model);
    for (size_t i = 0; i < repeats(OPERATIONS); i++) {
        operate();
        journal[0] = '\0';
        if (fp_live_count(NULL, NULL) != alive)
            fail_msg("after operation %zu: %zu objects instead of %zu", i,
                     fp_live_count(NULL, NULL), alive);
        if (i % 500 == 0)
            check_everything();
        most = alive > most ? alive : most;
    }
    assert_true(most > OBJECTS / 2); /* or the random walk saw nothing */
    fp_context_destroy(NULL);
    for (int i = 0; i < OBJECTS; i++)
        for (; model[i].real && model[i].handles > 0; model[i].handles--) {
            assert_true(fp_is_closed(model[i].real));
            fp_unref(model[i].real);
        }
    for (int i = 0; i < WEAKS; i++)
        look_away(i);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(random_operations_agree_with_the_model),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
