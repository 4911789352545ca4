/* SPDX-License-Identifier: MIT */
/* test_live.c: the table of live objects. */
#include "unit/support.h"

#include "unit/core/node.h"

static size_t
thousand(const struct fp_object *obj)
{
    return fp_is_closed(obj) ? 0 : 1000;
}

static const struct fp_class heavy_class = {
    .name = "heavy",
    .size = sizeof(struct fp_object) + 8,
    .bytes = thousand,
};

static const struct fp_class bare_class = {.name = "bare", .size = sizeof(struct fp_object)};

static void
an_empty_table_has_no_rows(void **state)
{
    struct fp_live_row row = {.name = "untouched"};

    (void)state;
    assert_int_equal(fp_live_count(NULL, NULL), 0);
    assert_int_equal(fp_live_count(NULL, &bare_class), 0);
    assert_int_equal(fp_live_table(NULL, &row, 1), 0);
    assert_string_equal(row.name, "untouched");
}

static void
objects_are_counted_by_class(void **state)
{
    void *object[6];
    static const struct fp_class *const classes[6] = {&heavy_class, &bare_class,  &heavy_class,
                                                      &node_class,  &heavy_class, &bare_class};

    (void)state;
    for (int i = 0; i < 6; i++)
        object[i] = fp_object_create(NULL, classes[i]);
    assert_int_equal(fp_live_count(NULL, NULL), 6);
    assert_int_equal(fp_live_count(NULL, &heavy_class), 3);
    assert_int_equal(fp_live_count(NULL, &bare_class), 2);
    assert_int_equal(fp_live_count(NULL, &node_class), 1);
    for (int i = 0; i < 6; i++)
        fp_unref(object[i]);
    assert_int_equal(fp_live_count(NULL, &heavy_class), 0);
    journal[0] = '\0';
}

static void
assert_row(const struct fp_live_row *row, const char *name, size_t count, size_t bytes)
{
    assert_string_equal(row->name, name);
    assert_int_equal(row->count, count);
    assert_int_equal(row->bytes, bytes);
}

static void
rows_come_in_the_order_of_the_oldest(void **state)
{
    struct fp_live_row rows[4] = {{0}};
    void *first = fp_object_create(NULL, &bare_class);
    void *heavy = fp_object_create(NULL, &heavy_class);
    void *second = fp_object_create(NULL, &bare_class);
    void *other = fp_object_create(NULL, &heavy_class);

    (void)state;
    assert_int_equal(fp_live_table(NULL, rows, 4), 2);
    assert_row(&rows[0], "bare", 2, 2 * bare_class.size);
    assert_row(&rows[1], "heavy", 2, 2 * (heavy_class.size + 1000));
    assert_null(rows[2].name);

    fp_unref(first); /* now the oldest is a heavy one */
    assert_int_equal(fp_live_table(NULL, rows, 4), 2);
    assert_row(&rows[0], "heavy", 2, 2 * (heavy_class.size + 1000));
    assert_row(&rows[1], "bare", 1, bare_class.size);

    fp_close(heavy); /* a closed shell counts with what it still holds */
    assert_int_equal(fp_live_table(NULL, rows, 4), 2);
    assert_row(&rows[0], "heavy", 2, 2 * heavy_class.size + 1000);
    fp_unref(heavy);
    fp_unref(second);
    fp_unref(other);
}

static void
room_may_be_short(void **state)
{
    struct fp_live_row rows[2] = {{0}};
    void *bare = fp_object_create(NULL, &bare_class);
    void *heavy = fp_object_create(NULL, &heavy_class);

    (void)state;
    assert_int_equal(fp_live_table(NULL, NULL, 0), 2);
    assert_int_equal(fp_live_table(NULL, rows, 1), 2);
    assert_row(&rows[0], "bare", 1, bare_class.size);
    assert_null(rows[1].name);
    fp_unref(bare);
    fp_unref(heavy);
}

static void
each_context_has_its_own(void **state)
{
    struct fp_context *ctx = fp_context_create();
    void *here = fp_object_create(NULL, &bare_class);
    void *there = fp_object_create(ctx, &bare_class);
    void *also_there = fp_object_create(ctx, &heavy_class);

    (void)state;
    assert_int_equal(fp_live_count(NULL, NULL), 1);
    assert_int_equal(fp_live_count(ctx, NULL), 2);
    assert_int_equal(fp_live_count(ctx, &bare_class), 1);
    fp_unref(here);
    fp_unref(there);
    fp_unref(also_there);
    fp_context_destroy(ctx);
}

/* Not one by one against all others: 100,000 of one class after one of another. */
static void
a_large_table_is_read_at_once(void **state)
{
    enum { MANY = 100000 };
    static void *many[MANY];
    struct fp_live_row rows[2];
    void *bare = fp_object_create(NULL, &bare_class);

    (void)state;
    for (int i = 0; i < MANY; i++)
        many[i] = fp_object_create(NULL, &heavy_class);
    assert_int_equal(fp_live_table(NULL, rows, 2), 2);
    assert_row(&rows[1], "heavy", MANY, MANY * (heavy_class.size + 1000));
    for (int i = 0; i < MANY; i++)
        fp_unref(many[i]);
    fp_unref(bare);
}

static void
assert_held(const struct fp_live_row *row, const char *name, size_t count, size_t held)
{
    assert_string_equal(row->name, name);
    assert_int_equal(row->count, count);
    assert_int_equal(row->held, held);
}

/* Causes are told from consequences: held by the test, or only by other objects. */
static void
rows_tell_who_is_held_from_outside(void **state)
{
    struct fp_live_row rows[2] = {{0}};
    void *bare = fp_object_create(NULL, &bare_class);
    struct node *a = node_create(NULL, 1);
    struct node *b = node_give(a, node_create(NULL, 2));
    struct node *c = node_give(b, node_create(NULL, 3));

    (void)state;
    node_link(a, c);
    assert_int_equal(fp_live_table(NULL, rows, 2), 2);
    assert_held(&rows[0], "bare", 1, 1);
    assert_held(&rows[1], "node", 3, 1);
    fp_ref(c);
    fp_live_table(NULL, rows, 2);
    assert_held(&rows[1], "node", 3, 2);
    fp_unref(bare);
    fp_unref(a);
    fp_live_table(NULL, rows, 1);
    assert_held(&rows[0], "node", 1, 1);
    fp_unref(c);
    read_journal();
}

/* A ring that nobody holds has no cause outside: it is the collector's. */
static void
garbage_is_held_by_nobody_outside(void **state)
{
    struct fp_live_row row;
    struct node *a = node_create(NULL, 1);

    (void)state;
    node_link(node_give(a, node_create(NULL, 2)), a);
    fp_live_table(NULL, &row, 1);
    assert_held(&row, "node", 2, 1);
    fp_unref(a);
    fp_live_table(NULL, &row, 1);
    assert_held(&row, "node", 2, 0);
    assert_int_equal(fp_gc_collect(NULL, 2), 2);
    read_journal();
}

/* Who holds it is not in the table's context, so it is outside. */
static void
objects_of_another_context_are_outside(void **state)
{
    struct fp_context *ctx = fp_context_create();
    struct node *holder = node_create(ctx, 1);
    struct fp_live_row row;

    (void)state;
    node_give(holder, node_create(NULL, 2));
    fp_live_table(NULL, &row, 1);
    assert_held(&row, "node", 1, 1);
    fp_unref(holder);
    fp_context_destroy(ctx);
    read_journal();
}

static struct fp_live_row seen;

static void
look_at_the_table(struct node *node)
{
    fp_live_table(node->base.ctx, &seen, 1);
}

static void
while_a_collection_runs_none_counts_as_held(void **state)
{
    struct node *a = node_create(NULL, 1), *other = node_create(NULL, 2);

    (void)state;
    node_link(a, a);
    a->on_close = look_at_the_table;
    fp_unref(a);
    assert_int_equal(fp_gc_collect(NULL, 2), 1);
    assert_held(&seen, "node", 2, 0);
    fp_unref(other);
    read_journal();
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(an_empty_table_has_no_rows),
        world_test(objects_are_counted_by_class),
        world_test(rows_come_in_the_order_of_the_oldest),
        world_test(room_may_be_short),
        world_test(each_context_has_its_own),
        world_test(a_large_table_is_read_at_once),
        world_test(rows_tell_who_is_held_from_outside),
        world_test(garbage_is_held_by_nobody_outside),
        world_test(objects_of_another_context_are_outside),
        world_test(while_a_collection_runs_none_counts_as_held),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
