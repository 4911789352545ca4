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
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
