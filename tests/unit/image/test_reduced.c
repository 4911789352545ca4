/* SPDX-License-Identifier: MIT */
/* test_reduced.c: a large image drawn small is the same picture however its values lie in
 * memory. */
#include "unit/support.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "data/dtype.h"
#include "unit/figure/scene.h"

enum { ROWS = 45, COLS = 530, SIDE = 12, CHANNELS = 4, ROOM = 2 * ROWS * COLS * CHANNELS * 8 };

/* Bytes, as integers any; of floats numbers from −100 to 155, one in some thousand not finite. */
static void
fill(unsigned char *bytes, enum fp_dtype dtype, bool swapped)
{
    size_t size = fp_dtype_size(dtype);
    uint32_t state = 5;

    for (size_t i = 0; i < ROOM / size; i++) {
        unsigned char *to = bytes + i * size;
        double value;
        float narrow;

        for (size_t j = 0; j < size; j++) {
            state = state * 1664525 + 1013904223;
            to[j] = (unsigned char)(state >> 24);
        }
        value = state >> 8 < 2000 ? NAN : state >> 8 < 4000 ? INFINITY : to[size - 1] - 100.0;
        narrow = (float)value;
        if (dtype == FP_FLOAT64)
            memcpy(to, &value, size);
        else if (dtype == FP_FLOAT32)
            memcpy(to, &narrow, size);
        else if (dtype == FP_FLOAT16) /* with small exponents */
            to[FP__BIG_ENDIAN ? 0 : 1] &= 0xd7;
        for (size_t j = 0; swapped && j < size / 2; j++) {
            unsigned char byte = to[j];

            to[j] = to[size - 1 - j];
            to[size - 1 - j] = byte;
        }
    }
}

static uint8_t *
pixels_of(struct fp_array *array)
{
    struct fp_imshow_options options = fp_imshow_defaults();
    struct fp_figure *fig = fp_figure_create(NULL);
    struct fp_axes *ax = fp_figure_add_axes(fig, (const double[4]){0, 0, 1, 1});
    uint8_t *pixels = NULL;

    options.aspect = FP_ASPECT_AUTO;
    options.norm.vmin = -100;
    options.norm.vmax = 200;
    options.interpolation = FP_HANNING;
    assert_int_equal(fp_figure_set_size_pixels(fig, SIDE, SIDE), FP_OK);
    assert_int_equal(fp_axes_set_axis(ax, false), FP_OK);
    assert_non_null(fp_axes_imshow(ax, array, &options));
    assert_int_equal(fp_figure_pixels(fig, &pixels), FP_OK);
    fp_unref(fig);
    return pixels;
}

/* An array of that layout looks like its copy, whose values lie side by side. */
static void
expect_like_copy(const unsigned char *first, const struct fp_layout *layout, int way)
{
    struct fp_array *as_it_is = fp_array_wrap(NULL, first, layout, NULL, NULL);
    struct fp_array *copy = fp_array_copy(NULL, first, layout);
    uint8_t *got = pixels_of(as_it_is), *wanted = pixels_of(copy);

    if (memcmp(got, wanted, (size_t)SIDE * SIDE * 4) != 0)
        fail_msg("%s, %d axes, way %d", fp_dtype_name(layout->dtype), layout->ndim, way);
    fp_free(got);
    fp_free(wanted);
    fp_unref(as_it_is);
    fp_unref(copy);
}

/* Ways to lie: swapped, in Fortran order, from last to first along an axis, and with gaps; all of
 * them off their alignment. */
static void
check_ways(unsigned char *bytes, enum fp_dtype dtype, int ndim, size_t channels)
{
    struct fp_layout plain = fp_layout_c(dtype, ndim, (const size_t[]){ROWS, COLS, channels});
    struct fp_layout layouts[6] = {plain, plain, plain, plain, plain, plain};
    size_t row = (size_t)plain.strides[0], col = (size_t)plain.strides[1];

    fill(bytes, dtype, true);
    layouts[0].swapped = true;
    fp_layout_pack(&layouts[1], true);
    layouts[2].strides[0] = -plain.strides[0];
    layouts[3].strides[1] = -plain.strides[1];
    layouts[4].strides[1] = 2 * plain.strides[1];
    layouts[4].strides[0] = 2 * plain.strides[0];
    expect_like_copy(bytes, &layouts[0], 0);
    fill(bytes, dtype, false);
    expect_like_copy(bytes, &layouts[1], 1);
    expect_like_copy(bytes + (ROWS - 1) * row, &layouts[2], 2);
    expect_like_copy(bytes + (COLS - 1) * col, &layouts[3], 3);
    expect_like_copy(bytes, &layouts[4], 4);
    layouts[5].strides[2] = -plain.strides[2];
    if (ndim == 3)
        expect_like_copy(bytes + col - fp_dtype_size(dtype), &layouts[5], 5);
}

static void
how_values_lie_makes_no_difference(void **state)
{
    unsigned char *room = calloc(1, ROOM + 1), *bytes = room + 1;

    (void)state;
    assert_non_null(room);
    for (enum fp_dtype dtype = 0; dtype < FP_DTYPES; dtype++) {
        check_ways(bytes, dtype, 2, 1);
        check_ways(bytes, dtype, 3, 3);
        check_ways(bytes, dtype, 3, 4);
    }
    free(room);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(how_values_lie_makes_no_difference),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
