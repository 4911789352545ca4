/* SPDX-License-Identifier: MIT */
/* test_layout.c: shapes and strides: packed, checked, walked and written. */
#include <stdlib.h>

#include "data/layout.h"
#include "unit/data/npy_bytes.h"

static struct fp_layout
layout_of(enum fp_dtype dtype, int ndim, size_t a, size_t b, size_t c)
{
    return (struct fp_layout){.dtype = dtype, .ndim = ndim, .shape = {a, b, c}};
}

static void
packing_gives_c_and_fortran_strides(void **state)
{
    struct fp_layout layout = layout_of(FP_FLOAT32, 3, 2, 3, 5);

    (void)state;
    assert_int_equal(fp_layout_pack(&layout, false), 120);
    assert_int_equal(layout.strides[0], 60);
    assert_int_equal(layout.strides[1], 20);
    assert_int_equal(layout.strides[2], 4);
    assert_int_equal(fp_layout_pack(&layout, true), 120);
    assert_int_equal(layout.strides[0], 4);
    assert_int_equal(layout.strides[1], 8);
    assert_int_equal(layout.strides[2], 24);
    layout = fp_layout_c(FP_UINT16, 2, (size_t[]){4, 7});
    assert_int_equal(layout.strides[0], 14);
    assert_int_equal(layout.ndim, 2);
    assert_false(layout.swapped);
}

static void
no_axes_are_one_value_and_a_zero_is_none(void **state)
{
    struct fp_layout point = layout_of(FP_FLOAT64, 0, 0, 0, 0);
    struct fp_layout none = layout_of(FP_FLOAT64, 2, 5, 0, 0);
    size_t count = 7;

    (void)state;
    assert_int_equal(fp_layout_pack(&point, false), 8);
    assert_true(fp__layout_count(&point, &count));
    assert_int_equal(count, 1);
    assert_int_equal(fp_layout_pack(&none, false), 0);
    assert_true(fp__layout_count(&none, &count));
    assert_int_equal(count, 0);
}

static void
products_that_overflow_are_refused(void **state)
{
    static const size_t shapes[][3] = {
        {SIZE_MAX, 1, 1},
        {(size_t)1 << 63, 1, 1},
        {(size_t)1 << 60, 1, 1}, /* × 8 bytes */
        {(size_t)1 << 32, (size_t)1 << 32, 1},
        {(size_t)1 << 40, (size_t)1 << 40, 0}, /* a zero excuses nothing */
        {3037000500, 3037000500, 1},
    };
    struct fp_layout layout;
    size_t count = 7;

    (void)state;
    for (size_t i = 0; i < sizeof shapes / sizeof shapes[0]; i++) {
        layout = fp_layout_c(FP_FLOAT64, 3, shapes[i]);
        assert_int_equal(fp_layout_pack(&layout, false), SIZE_MAX);
        assert_int_equal(layout.strides[0], 0);
        assert_false(fp__layout_count(&layout, &count));
        assert_int_equal(count, 7);
    }
    layout = layout_of(FP_DTYPES, 1, 3, 0, 0);
    assert_int_equal(fp_layout_pack(&layout, false), SIZE_MAX);
    layout = layout_of(FP_INT8, FP_MAX_NDIM + 1, 3, 0, 0);
    assert_int_equal(fp_layout_pack(&layout, false), SIZE_MAX);
    layout = layout_of(FP_INT8, 1, PTRDIFF_MAX, 0, 0);
    assert_int_equal(fp_layout_pack(&layout, false), PTRDIFF_MAX);
}

static void
spans_count_strides_of_either_sign(void **state)
{
    struct fp_layout layout = {FP_INT16, false, 2, {3, 4}, {-100, 2}};
    size_t span;

    (void)state;
    assert_true(fp__layout_span(&layout, &span));
    assert_int_equal(span, 208);
    layout.strides[1] = 0;
    assert_true(fp__layout_span(&layout, &span));
    assert_int_equal(span, 202);
    layout.strides[0] = PTRDIFF_MIN;
    assert_false(fp__layout_span(&layout, &span));
    layout.strides[0] = PTRDIFF_MAX / 2 + 1;
    assert_false(fp__layout_span(&layout, &span));
    layout.shape[1] = 0;
    assert_true(fp__layout_span(&layout, &span));
    assert_int_equal(span, 0);
}

static struct fp_layout
random_layout(void)
{
    struct fp_layout layout = {.dtype = rand() % FP_DTYPES, .ndim = rand() % 5};

    for (int i = 0; i < layout.ndim; i++) {
        layout.shape[i] = (size_t)(1 + rand() % 4);
    }
    fp_layout_pack(&layout, rand() % 2);
    for (int i = 0; i < layout.ndim; i++) {
        int way = rand() % 6;

        layout.strides[i] *= way == 0 ? -1 : way == 1 ? 3 : way == 2 ? 0 : 1;
    }
    return layout;
}

/* The offset of the n-th value in C order. */
static ptrdiff_t
offset_of(const struct fp_layout *layout, size_t n)
{
    ptrdiff_t offset = 0;

    for (int i = layout->ndim - 1; i >= 0; i--) {
        offset += (ptrdiff_t)(n % layout->shape[i]) * layout->strides[i];
        n /= layout->shape[i];
    }
    return offset;
}

static size_t
list_offsets(const struct fp_layout *layout, ptrdiff_t *out)
{
    struct fp__walk walk;
    ptrdiff_t offset;
    size_t n = 0;

    fp__walk_begin(&walk, layout);
    while (fp__walk_next(&walk, &offset)) {
        for (size_t i = 0; i < walk.length; i++) {
            out[n++] = offset + (ptrdiff_t)i * walk.stride;
        }
    }
    assert_false(fp__walk_next(&walk, &offset));
    return n;
}

static int
compare(const void *a, const void *b)
{
    ptrdiff_t x = *(const ptrdiff_t *)a;
    ptrdiff_t y = *(const ptrdiff_t *)b;

    return (x > y) - (x < y);
}

static void
a_walk_visits_every_value_in_order(void **state)
{
    static ptrdiff_t plain[256], sorted[256];

    (void)state;
    srand(11);
    for (int turn = 0; turn < 5000; turn++) {
        struct fp_layout layout = random_layout();
        size_t count;

        assert_true(fp__layout_count(&layout, &count));
        assert_int_equal(list_offsets(&layout, plain), count);
        for (size_t i = 0; i < count; i++) {
            assert_int_equal(plain[i], offset_of(&layout, i));
        }
        fp__layout_sort(&layout);
        assert_int_equal(list_offsets(&layout, sorted), count);
        qsort(plain, count, sizeof plain[0], compare);
        qsort(sorted, count, sizeof sorted[0], compare);
        assert_memory_equal(plain, sorted, count * sizeof plain[0]);
    }
}

static void
packed_layouts_are_one_run(void **state)
{
    struct fp_layout layout = layout_of(FP_FLOAT64, 3, 4, 5, 6);
    struct fp__walk walk;

    (void)state;
    fp_layout_pack(&layout, false);
    fp__walk_begin(&walk, &layout);
    assert_int_equal(walk.length, 120);
    fp_layout_pack(&layout, true);
    fp__layout_sort(&layout);
    fp__walk_begin(&walk, &layout);
    assert_int_equal(walk.length, 120);
    assert_int_equal(walk.stride, 8);
}

static void
nothing_is_walked_where_nothing_is(void **state)
{
    struct fp_layout layout = layout_of(FP_FLOAT64, 3, 4, 0, 6);
    ptrdiff_t offset[1];

    (void)state;
    fp_layout_pack(&layout, false);
    assert_int_equal(list_offsets(&layout, offset), 0);
}

static void
shapes_read_as_in_python(void **state)
{
    char text[FP__SHAPE_ROOM];
    size_t most[FP_MAX_NDIM];

    (void)state;
    fp__shape_format(0, NULL, text);
    assert_string_equal(text, "()");
    fp__shape_format(1, (size_t[]){7}, text);
    assert_string_equal(text, "(7,)");
    fp__shape_format(3, (size_t[]){200, 0, 25}, text);
    assert_string_equal(text, "(200, 0, 25)");
    for (int i = 0; i < FP_MAX_NDIM; i++) {
        most[i] = SIZE_MAX;
    }
    fp__shape_format(FP_MAX_NDIM, most, text);
    assert_true(strlen(text) < FP__SHAPE_ROOM);
    assert_string_equal(text + strlen(text) - 23, ", 18446744073709551615)");
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(packing_gives_c_and_fortran_strides),
        world_test(no_axes_are_one_value_and_a_zero_is_none),
        world_test(products_that_overflow_are_refused),
        world_test(spans_count_strides_of_either_sign),
        world_test(a_walk_visits_every_value_in_order),
        world_test(packed_layouts_are_one_run),
        world_test(nothing_is_walked_where_nothing_is),
        world_test(shapes_read_as_in_python),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
