/* SPDX-License-Identifier: MIT */
/* test_cut.c: which axis counts frames, which one has the colours, what rows and columns are. */
#include <stdio.h>

#include "core/alloc.h"
#include "core/file.h"
#include "data/dtype.h"
#include "flatplot/frames.h"
#include "unit/data/npy_bytes.h"

enum { MOST = 8 };

struct shape {
    int ndim;
    size_t n[MOST];
};

static size_t
count_of(const struct shape *shape)
{
    size_t count = 1;

    for (int i = 0; i < shape->ndim; i++) {
        count *= shape->n[i];
    }
    return count;
}

/* The place in C order of the value that stands at a place in Fortran order. */
static size_t
from_fortran(const struct shape *shape, size_t place)
{
    size_t in_c = 0, step = count_of(shape);

    for (int i = 0; i < shape->ndim; i++) {
        step /= shape->n[i];
        in_c += place % shape->n[i] * step;
        place /= shape->n[i];
    }
    return in_c;
}

/* A file of which the n-th value in C order is n, wrapped to the type. */
static const char *
make_file(const struct shape *shape, enum fp_dtype dtype, bool fortran)
{
    const char *path = temp_path("cut.npy");
    size_t count = count_of(shape), size = fp_dtype_size(dtype);
    unsigned char *values = malloc(count * size + 1);
    char dict[200];
    int at;

    assert_non_null(values);
    for (size_t i = 0; i < count; i++) {
        double value = (double)(fortran ? from_fortran(shape, i) : i);

        encode(dtype, dtype == FP_UINT8 ? (double)((size_t)value % 251) : value, machine_is_big(),
               values + i * size);
    }
    at = snprintf(dict, sizeof dict, "{'descr': '=%c%zu', 'fortran_order': %s, 'shape': (",
                  fp__dtype_kind(dtype), size, fortran ? "True" : "False");
    for (int i = 0; i < shape->ndim; i++) {
        at += snprintf(dict + at, sizeof dict - (size_t)at, "%zu,", shape->n[i]);
    }
    snprintf(dict + at, sizeof dict - (size_t)at, ")}");
    npy_write(path, 1, dict, values, count * size);
    free(values);
    return path;
}

static struct fp_frames *
open_with(const char *path, const struct fp_frames_options *options)
{
    struct fp_frames *frames = fp_frames_open_with(NULL, path, options);

    if (!frames) {
        fail_msg("%s", fp_context_message(NULL));
    }
    return frames;
}

static double
value_at(const struct fp_array *array, size_t row, size_t column, size_t channel)
{
    const struct fp_layout *l = fp_array_layout(array);
    const unsigned char *at = fp_array_data(array);
    double value;

    at += (ptrdiff_t)row * l->strides[0] + (ptrdiff_t)column * l->strides[1];
    at += l->ndim == 3 ? (ptrdiff_t)channel * l->strides[2] : 0;
    fp__values_to_double(&(struct fp__run){at, 0, l->dtype, l->swapped}, 1, &value);
    return value;
}

/* By definition: moveaxis(a, (frame, channel), (0, -1)).reshape(N, H, W, C)[f, h, w, c]. */
static size_t
expected(const struct shape *shape, const struct fp_frames_options *options, size_t frame,
         size_t in_frame, size_t channel)
{
    size_t index[MOST] = {0}, place = 0;

    for (int i = shape->ndim - 1; i >= 0; i--) {
        if (i == options->frame_axis) {
            index[i] = frame;
        } else if (i == options->channel_axis) {
            index[i] = channel;
        } else {
            index[i] = in_frame % shape->n[i];
            in_frame /= shape->n[i];
        }
    }
    for (int i = 0; i < shape->ndim; i++) {
        place = place * shape->n[i] + index[i];
    }
    return place;
}

static void
check_frame(struct fp_frames *frames, const struct shape *shape,
            const struct fp_frames_options *options, size_t index)
{
    const struct fp_frames_info *info = fp_frames_info(frames);
    const size_t *n = info->frame.shape;
    size_t channels = info->frame.ndim == 3 ? n[2] : 1;
    struct fp_array *frame = NULL;

    assert_int_equal(fp_frames_read(frames, index, &frame), FP_OK);
    for (size_t i = 0; i < n[0] * n[1] * channels; i++) {
        size_t pixel = i / channels;
        size_t want = expected(shape, options, index, pixel, i % channels);
        double value = value_at(frame, pixel / n[1], pixel % n[1], i % channels);

        want = info->frame.dtype == FP_UINT8 ? want % 251 : want;
        if (value != (double)want) {
            fail_msg("frame %zu value %zu is %g and not %zu", index, i, value, want);
        }
    }
    fp_unref(frame);
}

/* With the rest reshaped to rows of its last axis when it is not two axes already. */
static void
check_axes(const struct shape *shape, bool fortran, int frame_axis, int channel_axis)
{
    struct fp_frames_options options = fp_frames_defaults();
    bool channel = channel_axis != FP_AXIS_AUTO;
    size_t rest = count_of(shape) / shape->n[frame_axis], last = 1;
    struct fp_frames *frames;

    rest /= channel ? shape->n[channel_axis] : 1;
    for (int i = 0; i < shape->ndim; i++) {
        last = i != frame_axis && i != channel_axis ? shape->n[i] : last;
    }
    options.frame_axis = frame_axis;
    options.channel_axis = channel_axis;
    if (shape->ndim - 1 - channel != 2) {
        options.reshape[0] = rest / last;
        options.reshape[1] = last;
    }
    frames = open_with(make_file(shape, FP_INT16, fortran), &options);
    assert_int_equal(fp_frames_check(frames), FP_OK);
    assert_int_equal(fp_frames_info(frames)->count, shape->n[frame_axis]);
    assert_int_equal(fp_frames_info(frames)->frame.ndim, channel ? 3 : 2);
    assert_int_equal(fp_frames_info(frames)->frame.shape[1], last);
    for (size_t i = 0; i < shape->n[frame_axis]; i++) {
        check_frame(frames, shape, &options, i);
    }
    fp_unref(frames);
}

static void
any_axis_counts_frames_or_has_colours(void **state)
{
    static const struct shape shapes[] = {
        {2, {6, 5}},       {3, {2, 5, 6}},       {3, {3, 5, 4}},          {4, {2, 3, 5, 4}},
        {4, {4, 2, 1, 3}}, {5, {2, 3, 1, 2, 5}}, {6, {2, 1, 3, 2, 2, 4}},
    };

    (void)state;
    for (size_t row = 0; row < sizeof shapes / sizeof *shapes; row++) {
        const struct shape *shape = &shapes[row];

        for (int k = 0; k < 2 * shape->ndim; k++) {
            int axis = k / 2;

            if (shape->n[shape->ndim - 1] > 4 || shape->ndim == 2) {
                check_axes(shape, k % 2, axis, FP_AXIS_AUTO);
            }
            for (int c = 0; c < shape->ndim; c++) {
                if (c != axis && (shape->n[c] == 3 || shape->n[c] == 4) && shape->ndim > 2) {
                    check_axes(shape, k % 2, axis, c);
                }
            }
        }
    }
    assert_empty_world();
}

/* Pieces end within frames, between them, and one value may be more than a piece from the next. */
static void
frames_larger_than_a_piece_are_whole(void **state)
{
    static const struct shape shapes[] = {
        {3, {3, 1100, 1200}}, {3, {1300, 3, 900}}, {3, {700, 2000, 2}},
        {2, {5, 1200000}},    {2, {1200000, 3}},   {4, {2, 3, 1100, 1000}},
    };

    (void)state;
    for (size_t row = 0; row < sizeof shapes / sizeof *shapes; row++) {
        const struct shape *shape = &shapes[row];

        for (int k = 0; k < 2 * shape->ndim; k++) {
            struct fp_frames_options options = fp_frames_defaults();
            struct fp_frames *frames;

            options.frame_axis = k / 2;
            options.reshape[0] = count_of(shape) / shape->n[k / 2] / 2;
            options.reshape[1] = 2;
            if (shape->n[k / 2] > 5 || count_of(shape) / shape->n[k / 2] % 2 != 0) {
                continue;
            }
            frames = open_with(make_file(shape, FP_UINT8, k % 2), &options);
            check_frame(frames, shape, &options, shape->n[k / 2] - 1);
            fp_unref(frames);
        }
    }
    assert_empty_world();
}

/* Values of 2 MiB distance are read one by one, those near each other a piece at a time. */
static void
what_lies_between_is_read_only_when_it_is_short(void **state)
{
    static const struct shape far = {2, {4, 1 << 21}}, near = {2, {1 << 16, 16}};
    struct fp_frames_options options = fp_frames_defaults();
    struct fp_array *frame = NULL;
    struct fp_frames *frames;
    size_t calls;

    (void)state;
    options.frame_axis = 1;
    options.reshape[0] = options.reshape[1] = 2;
    frames = open_with(make_file(&far, FP_UINT8, false), &options);
    calls = fp__file_calls();
    assert_int_equal(fp_frames_read(frames, 5, &frame), FP_OK);
    assert_in_range(fp__file_calls() - calls, 4, 4);
    fp_unref(frame);
    fp_unref(frames);
    options.reshape[0] = 1 << 15;
    frames = open_with(make_file(&near, FP_UINT8, false), &options);
    calls = fp__file_calls();
    assert_int_equal(fp_frames_read(frames, 5, &frame), FP_OK);
    assert_in_range(fp__file_calls() - calls, 1, 2);
    fp_unref(frame);
    fp_unref(frames);
    assert_empty_world();
}

static const struct wish {
    struct shape shape;
    int frame_axis, channel_axis;
    size_t reshape[2];
    size_t count; /* 0: refused */
    int ndim;
    size_t frame[3];
    const char *why;
} wishes[] = {
#define AUTO FP_AXIS_AUTO
#define NONE FP_AXIS_NONE
    /* Said one way or the other. */
    {{3, {5, 6, 3}}, 0, AUTO, {0}, 5, 2, {6, 3}, NULL},
    {{3, {5, 6, 3}}, -1, AUTO, {0}, 3, 2, {5, 6}, NULL},
    {{3, {5, 6, 3}}, AUTO, 2, {0}, 1, 3, {5, 6, 3}, NULL},
    {{3, {3, 5, 6}}, AUTO, 0, {0}, 1, 3, {5, 6, 3}, NULL},
    {{4, {7, 4, 5, 6}}, AUTO, 1, {0}, 7, 3, {5, 6, 4}, NULL},
    {{4, {7, 4, 5, 3}}, 0, AUTO, {0}, 7, 3, {4, 5, 3}, NULL},
    {{4, {7, 4, 5, 1}}, 0, AUTO, {0}, 7, 2, {4, 5}, NULL},
    {{3, {7, 1, 5}}, AUTO, 1, {0}, 1, 2, {7, 5}, NULL},
    {{4, {7, 1, 4, 5}}, AUTO, 1, {0}, 7, 2, {4, 5}, NULL},
    {{3, {7, 5, 2}}, 2, AUTO, {0}, 2, 2, {7, 5}, NULL},
    {{4, {3, 7, 5, 2}}, AUTO, 0, {0}, 7, 3, {5, 2, 3}, NULL},
    {{2, {5, 6}}, NONE, AUTO, {0}, 1, 2, {5, 6}, NULL},
    {{3, {5, 6, 4}}, NONE, AUTO, {0}, 1, 3, {5, 6, 4}, NULL},
    {{3, {7, 5, 6}}, NONE, AUTO, {0}, 0, 0, {0}, "(7, 5, 6) does not leave rows and columns"},
    {{2, {441, 100}}, 1, AUTO, {0}, 0, 0, {0}, "(441, 100) does not leave rows and columns"},
    {{2, {5, 6}}, 2, AUTO, {0}, 0, 0, {0}, "(5, 6) has no such axis to count frames"},
    {{2, {5, 6}}, -3, AUTO, {0}, 0, 0, {0}, "has no such axis to count frames"},
    {{3, {5, 6, 3}}, AUTO, 3, {0}, 0, 0, {0}, "has no such axis left for colours"},
    {{3, {5, 6, 3}}, 2, -1, {0}, 0, 0, {0}, "has no such axis left for colours"},
    {{3, {5, 6, 3}}, AUTO, 1, {0}, 0, 0, {0}, "has neither 3 nor 4 values"},
    /* Rows and columns given. */
    {{2, {441, 100}}, 1, AUTO, {21, 21}, 100, 2, {21, 21}, NULL},
    {{2, {441, 100}}, AUTO, AUTO, {21, 21}, 100, 2, {21, 21}, NULL},
    {{2, {441, 100}}, AUTO, AUTO, {10, 10}, 441, 2, {10, 10}, NULL},
    {{2, {441, 100}}, AUTO, AUTO, {210, 210}, 1, 2, {210, 210}, NULL},
    {{2, {441, 100}}, NONE, AUTO, {210, 210}, 1, 2, {210, 210}, NULL},
    {{2, {100, 100}}, AUTO, AUTO, {10, 10}, 100, 2, {10, 10}, NULL},
    {{1, {60}}, AUTO, AUTO, {4, 5}, 3, 2, {4, 5}, NULL},
    {{1, {60}}, NONE, AUTO, {4, 15}, 1, 2, {4, 15}, NULL},
    {{2, {20, 3}}, AUTO, AUTO, {4, 5}, 1, 3, {4, 5, 3}, NULL},
    {{2, {20, 3}}, NONE, AUTO, {4, 5}, 1, 3, {4, 5, 3}, NULL},
    {{3, {7, 20, 3}}, AUTO, AUTO, {4, 5}, 7, 3, {4, 5, 3}, NULL},
    {{3, {7, 3, 20}}, AUTO, 1, {4, 5}, 7, 3, {4, 5, 3}, NULL},
    {{3, {7, 4, 5}}, AUTO, AUTO, {2, 10}, 7, 2, {2, 10}, NULL},
    {{1, {61}}, AUTO, AUTO, {4, 5}, 0, 0, {0}, "(61,) does not give frames of these rows"},
    {{2, {441, 100}}, 0, AUTO, {21, 21}, 0, 0, {0}, "does not give frames of these rows"},
    {{2, {6, 100}}, AUTO, AUTO, {20, 10}, 0, 0, {0}, "does not give frames of these rows"},
    {{2, {6, 100}}, AUTO, AUTO, {SIZE_MAX, SIZE_MAX}, 0, 0, {0}, "does not give frames"},
    {{2, {6, 0}}, AUTO, AUTO, {2, 3}, 0, 0, {0}, "holds no values"},
    {{1, {60}}, AUTO, AUTO, {3, 0}, 0, 0, {0}, "does not give frames of these rows"},
};

static void
wishes_are_granted_or_explained(void **state)
{
    (void)state;
    for (size_t row = 0; row < sizeof wishes / sizeof *wishes; row++) {
        const struct wish *wish = &wishes[row];
        struct fp_frames_options options = fp_frames_defaults();
        const struct fp_frames_info *info;
        struct fp_frames *frames;

        options.frame_axis = wish->frame_axis;
        options.channel_axis = wish->channel_axis;
        memcpy(options.reshape, wish->reshape, sizeof options.reshape);
        frames = open_with(make_file(&wish->shape, FP_INT32, row % 2), &options);
        info = fp_frames_info(frames);
        assert_int_equal(info->count, wish->count);
        assert_int_equal(info->frame.ndim, wish->ndim);
        for (int i = 0; i < wish->ndim; i++) {
            assert_int_equal(info->frame.shape[i], wish->frame[i]);
        }
        assert_int_equal(fp_frames_check(frames), wish->why ? FP_ERR_INPUT : FP_OK);
        if (wish->why) {
            assert_message(wish->why);
            assert_true(strlen(fp_context_hint(NULL)) > 10);
        }
        fp_unref(frames);
    }
    assert_empty_world();
}

static void
a_row_is_cut_into_frames_one_after_the_other(void **state)
{
    static const struct shape row = {1, {60}};
    struct fp_frames_options options = fp_frames_defaults();
    struct fp_array *frame = NULL;
    struct fp_frames *frames;

    (void)state;
    options.reshape[0] = 4;
    options.reshape[1] = 5;
    frames = open_with(make_file(&row, FP_FLOAT32, true), &options);
    assert_int_equal(fp_frames_read(frames, 2, &frame), FP_OK);
    assert_true(value_at(frame, 0, 0, 0) == 40);
    assert_true(value_at(frame, 3, 2, 0) == 57);
    assert_false(fp_frames_info(frames)->scattered);
    fp_unref(frame);
    fp_unref(frames);
    assert_empty_world();
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(any_axis_counts_frames_or_has_colours),
        cmocka_unit_test(frames_larger_than_a_piece_are_whole),
        cmocka_unit_test(what_lies_between_is_read_only_when_it_is_short),
        cmocka_unit_test(wishes_are_granted_or_explained),
        cmocka_unit_test(a_row_is_cut_into_frames_one_after_the_other),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
