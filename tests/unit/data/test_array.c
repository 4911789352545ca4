/* SPDX-License-Identifier: MIT */
/* test_array.c: arrays by copy, by wrapping and by view, and who frees what when. */
#include "core/alloc.h"
#include "unit/data/npy_bytes.h"

static void
count_call(void *calls)
{
    ++*(int *)calls;
}

static void
a_copy_is_independent_and_knows_its_layout(void **state)
{
    double values[] = {1, 2, 3, 4, 5, 6};
    struct fp_layout layout = fp_layout_c(FP_FLOAT64, 2, (size_t[]){2, 3});
    struct fp_array *array = fp_array_copy(NULL, values, &layout);
    const double *copy = fp_array_data(array);

    (void)state;
    values[4] = -1;
    assert_ptr_not_equal(copy, values);
    assert_true(copy[0] == 1 && copy[4] == 5);
    assert_int_equal(fp_array_count(array), 6);
    assert_int_equal(fp_array_layout(array)->shape[1], 3);
    assert_int_equal(fp_array_layout(array)->strides[0], 24);
    fp_unref(array);
}

static void
a_copy_straightens_strides_and_byte_order(void **state)
{
    static const unsigned char bytes[] = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12};
    /* Big-endian 16-bit values, the columns backwards and the rows one apart. */
    struct fp_layout layout = {FP_UINT16, !machine_is_big(), 2, {2, 3}, {2, -4}};
    static const uint16_t must[] = {0x090a, 0x0506, 0x0102, 0x0b0c, 0x0708, 0x0304};
    struct fp_array *array = fp_array_copy(NULL, bytes + 8, &layout);

    (void)state;
    assert_memory_equal(fp_array_data(array), must, sizeof must);
    assert_false(fp_array_layout(array)->swapped);
    assert_int_equal(fp_array_layout(array)->strides[0], 6);
    assert_int_equal(fp_array_layout(array)->strides[1], 2);
    fp_unref(array);
}

static void
a_copy_of_packed_swapped_values_is_native(void **state)
{
    static const unsigned char bytes[] = {1, 2, 3, 4, 5, 6};
    static const uint16_t must[] = {0x0102, 0x0304, 0x0506};
    struct fp_layout layout = {FP_UINT16, !machine_is_big(), 1, {3}, {2}};
    struct fp_array *array = fp_array_copy(NULL, bytes, &layout);

    (void)state;
    assert_memory_equal(fp_array_data(array), must, sizeof must);
    fp_unref(array);
}

static void
a_repeated_row_can_be_copied(void **state)
{
    float row[] = {1, 2};
    struct fp_layout layout = {FP_FLOAT32, false, 2, {3, 2}, {0, 4}};
    struct fp_array *array = fp_array_copy(NULL, row, &layout);
    static const float must[] = {1, 2, 1, 2, 1, 2};

    (void)state;
    assert_memory_equal(fp_array_data(array), must, sizeof must);
    fp_unref(array);
}

static void
single_values_and_empty_arrays_are_arrays(void **state)
{
    double value = 7;
    struct fp_layout point = fp_layout_c(FP_FLOAT64, 0, NULL);
    struct fp_layout none = fp_layout_c(FP_FLOAT64, 2, (size_t[]){0, 5});
    struct fp_array *array = fp_array_copy(NULL, &value, &point);

    (void)state;
    assert_int_equal(fp_array_count(array), 1);
    assert_true(*(const double *)fp_array_data(array) == 7);
    fp_unref(array);
    array = fp_array_copy(NULL, NULL, &none);
    assert_non_null(array);
    assert_int_equal(fp_array_count(array), 0);
    fp_unref(array);
    array = fp_array_wrap(NULL, NULL, &none, NULL, NULL);
    assert_non_null(array);
    fp_unref(array);
}

static void
wrapped_memory_is_used_as_it_is_and_freed_once(void **state)
{
    int calls = 0;
    uint8_t bytes[] = {1, 2, 3, 4};
    struct fp_layout layout = fp_layout_c(FP_UINT8, 1, (size_t[]){4});
    struct fp_array *array = fp_array_wrap(NULL, bytes, &layout, count_call, &calls);

    (void)state;
    assert_ptr_equal(fp_array_data(array), bytes);
    assert_ptr_equal(fp_ref(array), array);
    fp_unref(array);
    assert_int_equal(calls, 0);
    fp_close(array);
    assert_int_equal(calls, 1);
    fp_close(array);
    fp_unref(array);
    assert_int_equal(calls, 1);
}

static const struct fp_layout bad_layouts[] = {
    {FP_DTYPES, false, 1, {4}, {1}},
    {FP_UINT8, false, -1, {4}, {1}},
    {FP_UINT8, false, FP_MAX_NDIM + 1, {4}, {1}},
    {FP_FLOAT64, false, 2, {(size_t)1 << 31, (size_t)1 << 31}, {0, 0}},
    {FP_UINT8, false, 1, {SIZE_MAX}, {1}},
    {FP_UINT8, false, 1, {3}, {PTRDIFF_MAX}},
};

static void
a_wrap_that_fails_frees_at_once(void **state)
{
    struct fp_layout layout = fp_layout_c(FP_UINT8, 1, (size_t[]){4});
    int calls = 0;
    int must = 0;

    (void)state;
    for (size_t i = 0; i < sizeof bad_layouts / sizeof bad_layouts[0]; i++) {
        assert_null(fp_array_wrap(NULL, "abcd", &bad_layouts[i], count_call, &calls));
        assert_int_equal(fp_context_status(NULL), FP_ERR_ARGUMENT);
        assert_int_equal(calls, ++must);
    }
    assert_null(fp_array_wrap(NULL, "abcd", NULL, count_call, &calls));
    assert_int_equal(calls, ++must);
    assert_null(fp_array_wrap(NULL, NULL, &layout, count_call, &calls));
    assert_int_equal(calls, ++must);
    assert_null(fp_array_wrap(NULL, NULL, &layout, NULL, NULL));
}

static void
copies_and_views_of_bad_layouts_are_refused(void **state)
{
    struct fp_layout layout = fp_layout_c(FP_UINT8, 1, (size_t[]){4});
    struct fp_array *array = fp_array_copy(NULL, "abcd", &layout);

    (void)state;
    for (size_t i = 0; i < sizeof bad_layouts / sizeof bad_layouts[0]; i++) {
        fp_context_clear_error(NULL);
        assert_null(fp_array_copy(NULL, "abcd", &bad_layouts[i]));
        assert_int_equal(fp_context_status(NULL), FP_ERR_ARGUMENT);
        fp_context_clear_error(NULL);
        assert_null(fp_array_view(array, 0, &bad_layouts[i]));
        assert_int_equal(fp_context_status(NULL), FP_ERR_ARGUMENT);
    }
    assert_null(fp_array_copy(NULL, NULL, &layout));
    assert_int_equal(fp_context_status(NULL), FP_ERR_ARGUMENT);
    fp_unref(array);
}

static void
a_view_outlives_its_base(void **state)
{
    int calls = 0;
    uint8_t bytes[] = {1, 2, 3, 4};
    struct fp_layout layout = fp_layout_c(FP_UINT8, 1, (size_t[]){4});
    struct fp_layout backwards = {FP_UINT8, false, 1, {2}, {-2}};
    struct fp_array *base = fp_array_wrap(NULL, bytes, &layout, count_call, &calls);
    struct fp_array *view = fp_array_view(base, 3, &backwards);
    struct fp_array *second = fp_array_view(view, -2, &backwards);

    (void)state;
    fp_close(base);
    fp_unref(base);
    assert_ptr_equal(fp_array_data(view), bytes + 3);
    assert_ptr_equal(fp_array_data(second), bytes + 1);
    assert_int_equal(fp_array_count(view), 2);
    fp_unref(view);
    assert_int_equal(calls, 0);
    fp_unref(second);
    assert_int_equal(calls, 1);
}

static void
a_closed_array_says_so_and_is_small(void **state)
{
    struct fp_layout layout = fp_layout_c(FP_FLOAT64, 1, (size_t[]){10000});
    double *values = calloc(10000, sizeof *values);
    struct fp_array *array = fp_array_copy(NULL, values, &layout);
    struct fp_live_row row;
    struct fp_stats stats = {.count = 99};

    (void)state;
    free(values);
    assert_int_equal(fp_live_table(NULL, &row, 1), 1);
    assert_string_equal(row.name, "array");
    assert_true(row.bytes >= 80000);
    fp_close(array);
    fp_live_table(NULL, &row, 1);
    assert_true(row.bytes <= 64);
    assert_null(fp_array_layout(array));
    assert_null(fp_array_data(array));
    assert_int_equal(fp_array_count(array), 0);
    assert_null(fp_array_view(array, 0, &layout));
    assert_int_equal(fp_context_status(NULL), FP_ERR_CLOSED);
    assert_int_equal(fp_array_stats(array, &stats), FP_ERR_CLOSED);
    assert_int_equal(stats.count, 99);
    fp_unref(array);
    assert_null(fp_array_layout(NULL));
    assert_null(fp_array_view(NULL, 0, &layout));
}

static int
make_all_kinds(void *arg)
{
    int calls = 0;
    uint8_t bytes[] = {1, 2, 3, 4};
    struct fp_layout layout = fp_layout_c(FP_UINT8, 1, (size_t[]){4});
    struct fp_context *ctx = fp_context_default(); /* or there is no place for the status */
    struct fp_array *copy = fp_array_copy(NULL, bytes, &layout);
    struct fp_array *wrap = fp_array_wrap(NULL, bytes, &layout, count_call, &calls);
    struct fp_array *view = wrap ? fp_array_view(wrap, 0, &layout) : NULL;
    int made = copy && wrap && view;

    (void)arg;
    assert_true(made || !ctx || fp_context_status(ctx) == FP_ERR_MEMORY);
    fp_unref(copy);
    fp_unref(view);
    fp_unref(wrap);
    assert_int_equal(calls, 1);
    return made ? 0 : FP_ERR_MEMORY;
}

static void
every_allocation_may_fail(void **state)
{
    (void)state;
    torture(make_all_kinds, NULL, 1);
}

static void
a_value_is_found_by_its_index(void **state)
{
    static const int16_t values[] = {0, 1, 2, 3, 4, 5};
    struct fp_layout layout = fp_layout_c(FP_INT16, 2, (size_t[]){2, 3});
    struct fp_array *array = fp_array_copy(NULL, values, &layout);
    double value = -1;

    (void)state;
    assert_int_equal(fp_array_value(array, (size_t[]){1, 2}, &value), FP_OK);
    assert_true(value == 5);
    assert_int_equal(fp_array_value(array, (size_t[]){0, 1}, &value), FP_OK);
    assert_true(value == 1);
    assert_int_equal(fp_array_value(array, (size_t[]){2, 0}, &value), FP_ERR_ARGUMENT);
    assert_int_equal(fp_array_value(array, (size_t[]){0, 3}, &value), FP_ERR_ARGUMENT);
    fp_close(array);
    assert_int_equal(fp_array_value(array, (size_t[]){0, 0}, &value), FP_ERR_CLOSED);
    assert_int_equal(fp_array_value(NULL, (size_t[]){0, 0}, &value), FP_ERR_CLOSED);
    assert_true(value == 1);
    fp_unref(array);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(a_copy_is_independent_and_knows_its_layout),
        world_test(a_copy_straightens_strides_and_byte_order),
        world_test(a_copy_of_packed_swapped_values_is_native),
        world_test(a_repeated_row_can_be_copied),
        world_test(single_values_and_empty_arrays_are_arrays),
        world_test(wrapped_memory_is_used_as_it_is_and_freed_once),
        world_test(a_wrap_that_fails_frees_at_once),
        world_test(copies_and_views_of_bad_layouts_are_refused),
        world_test(a_view_outlives_its_base),
        world_test(a_closed_array_says_so_and_is_small),
        world_test(every_allocation_may_fail),
        world_test(a_value_is_found_by_its_index),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
