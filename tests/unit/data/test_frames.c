/* SPDX-License-Identifier: MIT */
/* test_frames.c: what shapes mean, frames one at a time, and memory that stays flat. */
#include <stdio.h>
#include <unistd.h>

#include "core/alloc.h"
#include "core/file.h"
#include "data/dtype.h"
#include "flatplot/frames.h"
#include "unit/data/npy_bytes.h"

/* A file of the shape whose n-th value in C order is n, wrapped to the type. */
static const char *
make_file(const char *name, enum fp_dtype dtype, const char *shape, size_t n)
{
    const char *path = temp_path(name);
    size_t size = fp_dtype_size(dtype);
    unsigned char *values = malloc(n * size + 1);
    char dict[150];

    assert_non_null(values);
    for (size_t i = 0; i < n; i++) {
        encode(dtype, (double)i, machine_is_big(), values + i * size);
    }
    snprintf(dict, sizeof dict, "{'descr': '=%c%zu', 'fortran_order': False, 'shape': %s}",
             fp__dtype_kind(dtype), size, shape);
    npy_write(path, 1, dict, values, n * size);
    free(values);
    return path;
}

static struct fp_frames *
open_frames(const char *path)
{
    struct fp_frames *frames = fp_frames_open(NULL, path);

    if (!frames) {
        fail_msg("%s", fp_context_message(NULL));
    }
    return frames;
}

static struct fp_array *
read_frame(struct fp_frames *frames, size_t index)
{
    struct fp_array *frame = NULL;

    if (fp_frames_read(frames, index, &frame) != FP_OK) {
        fail_msg("%s", fp_context_message(NULL));
    }
    return frame;
}

/* The value of an array at an index, and the values there are by its shape. */
static double
value_at(const struct fp_array *array, const size_t *index)
{
    const struct fp_layout *layout = fp_array_layout(array);
    const unsigned char *at = fp_array_data(array);
    double value;

    for (int i = 0; i < layout->ndim; i++) {
        at += (ptrdiff_t)index[i] * layout->strides[i];
    }
    fp__values_to_double(&(struct fp__run){at, 0, layout->dtype, layout->swapped}, 1, &value);
    return value;
}

/* --- What a shape means ----------------------------------------------------------------------- */

static const struct {
    const char *shape;
    size_t values;
    size_t count;
    int ndim;
    size_t frame[3];
    const char *why;
} shapes[] = {
    {"(4, 5)", 20, 1, 2, {4, 5}, NULL},
    {"(4, 1)", 4, 1, 2, {4, 1}, NULL},
    {"(1, 1)", 1, 1, 2, {1, 1}, NULL},
    {"(4, 3)", 12, 1, 2, {4, 3}, NULL},
    {"(4, 5, 3)", 60, 1, 3, {4, 5, 3}, NULL},
    {"(4, 5, 4)", 80, 1, 3, {4, 5, 4}, NULL},
    {"(4, 5, 1)", 20, 1, 2, {4, 5}, NULL},
    {"(6, 4, 5)", 120, 6, 2, {4, 5}, NULL},
    {"(1, 4, 5)", 20, 1, 2, {4, 5}, NULL},
    {"(6, 4, 5, 1)", 120, 6, 2, {4, 5}, NULL},
    {"(6, 4, 5, 3)", 360, 6, 3, {4, 5, 3}, NULL},
    {"(6, 4, 5, 4)", 480, 6, 3, {4, 5, 4}, NULL},
    {"(4, 5, 3, 1)", 60, 1, 3, {4, 5, 3}, NULL},
    {"()", 1, 0, 0, {0}, "the shape () is a single number"},
    {"(7,)", 7, 0, 0, {0}, "the shape (7,) is a row of numbers"},
    {"(4, 5, 2)", 40, 0, 0, {0}, "the shape (4, 5, 2) cannot be drawn"},
    {"(4, 5, 2, 1)", 40, 0, 0, {0}, "the shape (4, 5, 2, 1) cannot be drawn"},
    {"(6, 4, 5, 2)", 240, 0, 0, {0}, "the shape (6, 4, 5, 2) cannot be drawn"},
    {"(6, 4, 5, 7)", 840, 0, 0, {0}, "the shape (6, 4, 5, 7) cannot be drawn"},
    {"(2, 2, 2, 2, 3)", 48, 0, 0, {0}, "the shape (2, 2, 2, 2, 3) has too many axes"},
    {"(0, 4, 5)", 0, 0, 0, {0}, "the shape (0, 4, 5) holds no values"},
    {"(4, 0)", 0, 0, 0, {0}, "the shape (4, 0) holds no values"},
    {"(0,)", 0, 0, 0, {0}, "the shape (0,) holds no values"},
    {"(2, 2, 2, 2, 0)", 0, 0, 0, {0}, "holds no values"},
};

static void
check_shape(size_t row)
{
    struct fp_frames *frames =
        open_frames(make_file("shape.npy", FP_UINT8, shapes[row].shape, shapes[row].values));
    const struct fp_frames_info *info = fp_frames_info(frames);

    assert_int_equal(info->count, shapes[row].count);
    assert_int_equal(info->frame.ndim, shapes[row].ndim);
    for (int i = 0; i < info->frame.ndim; i++) {
        assert_int_equal(info->frame.shape[i], shapes[row].frame[i]);
    }
    if (shapes[row].why) {
        struct fp_array *frame = NULL;

        assert_int_equal(fp_frames_check(frames), FP_ERR_INPUT);
        assert_message(shapes[row].why);
        assert_message("shape.npy: ");
        assert_true(strlen(fp_context_hint(NULL)) > 10);
        assert_int_equal(fp_frames_read(frames, 0, &frame), FP_ERR_INPUT);
        assert_null(frame);
    } else {
        assert_int_equal(fp_frames_check(frames), FP_OK);
        fp_unref(read_frame(frames, info->count - 1));
    }
    fp_unref(frames);
}

static void
shapes_mean_pictures_or_stacks(void **state)
{
    (void)state;
    for (size_t row = 0; row < sizeof shapes / sizeof shapes[0]; row++) {
        check_shape(row);
    }
}

static void
a_shape_that_cannot_be_drawn_is_described_and_counted(void **state)
{
    struct fp_frames *frames = open_frames(make_file("row.npy", FP_INT16, "(7,)", 7));
    struct fp_array *whole = NULL;
    struct fp_stats stats;

    (void)state;
    assert_int_equal(fp_frames_info(frames)->ndim, 1);
    assert_int_equal(fp_frames_info(frames)->shape[0], 7);
    assert_int_equal(fp_frames_stats(frames, &stats), FP_OK);
    assert_true(stats.count == 7 && stats.mean == 3);
    assert_int_equal(fp_frames_read_all(frames, &whole), FP_OK);
    assert_int_equal(fp_array_layout(whole)->ndim, 1);
    fp_unref(whole);
    fp_unref(frames);
    frames = open_frames(make_file("none.npy", FP_INT16, "(0, 5)", 0));
    assert_int_equal(fp_frames_stats(frames, &stats), FP_OK);
    assert_true(stats.count == 0 && isnan(stats.min) && isnan(stats.mean));
    assert_int_equal(fp_frames_read_all(frames, &whole), FP_OK);
    assert_int_equal(fp_array_count(whole), 0);
    fp_unref(whole);
    fp_unref(frames);
}

/* --- One frame after the other ---------------------------------------------------------------- */

static void
frames_hold_their_own_values(void **state)
{
    struct fp_frames *frames = open_frames(make_file("stack.npy", FP_FLOAT32, "(6, 4, 5)", 120));

    (void)state;
    for (size_t k = 6; k-- > 0;) {
        struct fp_array *frame = read_frame(frames, k);

        for (size_t n = 0; n < 20; n++) {
            assert_true(value_at(frame, (size_t[]){n / 5, n % 5}) == (double)(20 * k + n));
        }
        fp_unref(frame);
    }
    fp_unref(frames);
}

static void
there_is_no_frame_behind_the_last(void **state)
{
    struct fp_frames *frames = open_frames(make_file("stack.npy", FP_FLOAT32, "(6, 4, 5)", 120));
    struct fp_array *frame = NULL;

    (void)state;
    assert_int_equal(fp_frames_read(frames, 6, &frame), FP_ERR_ARGUMENT);
    assert_message("there is no frame 6; the last one is 5");
    assert_int_equal(fp_frames_read(frames, SIZE_MAX, &frame), FP_ERR_ARGUMENT);
    assert_null(frame);
    fp_unref(frames);
}

enum { BIG = 64 * 64 };

static const char *
make_big_stack(void)
{
    return make_file("big.npy", FP_FLOAT64, "(20, 64, 64)", 20 * BIG);
}

static void
memory_is_used_again_once_nobody_refers_to_it(void **state)
{
    struct fp_frames *frames = open_frames(make_big_stack());
    struct fp_array *frame = read_frame(frames, 0);
    const void *first = fp_array_data(frame);
    size_t bytes = fp__alloc_bytes();

    (void)state;
    for (size_t k = 1; k < 20; k++) {
        fp_unref(frame);
        frame = read_frame(frames, k);
        assert_ptr_equal(fp_array_data(frame), first);
        assert_int_equal(fp__alloc_bytes(), bytes);
        assert_true(value_at(frame, (size_t[]){0, 1}) == (double)(k * BIG + 1));
    }
    fp_unref(frame);
    fp_unref(frames);
}

/* As a window does that shows each frame until the next one is there. */
static void
two_buffers_serve_who_keeps_the_last_frame(void **state)
{
    struct fp_frames *frames = open_frames(make_big_stack());
    struct fp_array *shown = read_frame(frames, 0);
    const void *places[2] = {fp_array_data(shown), NULL};
    size_t bytes = 0;

    (void)state;
    for (size_t k = 1; k < 20; k++) {
        struct fp_array *next = read_frame(frames, k);

        places[1] = k == 1 ? fp_array_data(next) : places[1];
        bytes = k == 1 ? fp__alloc_bytes() : bytes;
        assert_ptr_equal(fp_array_data(next), places[k % 2]);
        assert_int_equal(fp__alloc_bytes(), bytes);
        assert_true(value_at(shown, (size_t[]){0, 0}) == (double)((k - 1) * BIG));
        fp_unref(shown);
        shown = next;
    }
    fp_unref(shown);
    fp_unref(frames);
}

static void
kept_frames_never_change(void **state)
{
    struct fp_frames *frames = open_frames(make_big_stack());
    struct fp_layout corner = {FP_FLOAT64, false, 0, {0}, {0}};
    struct fp_array *kept[20];

    (void)state;
    for (size_t k = 0; k < 20; k++) {
        kept[k] = read_frame(frames, k);
        if (k % 3 == 0) { /* a view holds it as well as the array itself */
            struct fp_array *view = fp_array_view(kept[k], 0, &corner);

            fp_unref(kept[k]);
            kept[k] = view;
        }
    }
    fp_close(frames);
    for (size_t k = 0; k < 20; k++) {
        assert_true(value_at(kept[k], (size_t[]){0, 0}) == (double)(k * BIG));
        fp_unref(kept[k]);
    }
    fp_unref(frames);
}

static void
closed_frames_say_so(void **state)
{
    struct fp_frames *frames = open_frames(make_big_stack());
    struct fp_array *array = NULL;
    struct fp_stats stats;
    struct fp_live_row row;

    (void)state;
    fp_unref(read_frame(frames, 3));
    fp_live_table(NULL, &row, 1);
    assert_string_equal(row.name, "frames");
    assert_true(row.bytes >= BIG * 8);
    fp_close(frames);
    fp_live_table(NULL, &row, 1);
    assert_true(row.bytes <= 64);
    assert_int_equal(fp__file_open_count(), 0);
    assert_null(fp_frames_info(frames));
    assert_int_equal(fp_frames_check(frames), FP_ERR_CLOSED);
    assert_int_equal(fp_frames_read(frames, 0, &array), FP_ERR_CLOSED);
    assert_int_equal(fp_frames_read_all(frames, &array), FP_ERR_CLOSED);
    assert_int_equal(fp_frames_stats(frames, &stats), FP_ERR_CLOSED);
    assert_int_equal(fp_frames_range(frames, 0, 1, &stats.min, &stats.max), FP_ERR_CLOSED);
    assert_null(array);
    assert_int_equal(fp_frames_check(NULL), FP_ERR_CLOSED);
    fp_unref(frames);
}

/* --- Fortran order ---------------------------------------------------------------------------- */

/* The number that stands at index (k, i, j): any will do that tells places apart. */
static unsigned
mark(size_t k, size_t i, size_t j)
{
    return (unsigned)((k * 31 + i * 7 + j * 3) % 251);
}

static const char *
make_fortran(enum fp_dtype dtype, size_t n, size_t h, size_t w)
{
    const char *path = temp_path("fortran.npy");
    size_t size = fp_dtype_size(dtype);
    unsigned char *values = malloc(n * h * w * size);
    unsigned char *at = values;
    char dict[150];

    assert_non_null(values);
    for (size_t j = 0; j < w; j++) {
        for (size_t i = 0; i < h; i++) {
            for (size_t k = 0; k < n; k++, at += size) {
                encode(dtype, mark(k, i, j), machine_is_big(), at);
            }
        }
    }
    snprintf(dict, sizeof dict,
             "{'descr': '=%c%zu', 'fortran_order': True, 'shape': (%zu, %zu, %zu)}",
             fp__dtype_kind(dtype), size, n, h, w);
    npy_write(path, 1, dict, values, n * h * w * size);
    free(values);
    return path;
}

static void
check_fortran(enum fp_dtype dtype, size_t n, size_t h, size_t w)
{
    struct fp_frames *frames = open_frames(make_fortran(dtype, n, h, w));
    const size_t picks[] = {0, 1, n / 2, n - 1};
    size_t bytes = 0;

    assert_int_equal(fp_frames_info(frames)->count, n);
    for (size_t pick = 0; pick < 4; pick++) {
        struct fp_array *frame = read_frame(frames, picks[pick]);

        for (size_t i = 0; i < h; i++) {
            for (size_t j = 0; j < w; j++) {
                assert_true(value_at(frame, (size_t[]){i, j}) == mark(picks[pick], i, j));
            }
        }
        fp_unref(frame);
        bytes = pick == 0 ? fp__alloc_bytes() : bytes;
        assert_int_equal(fp__alloc_bytes(), bytes);
    }
    assert_true(bytes < ((size_t)1 << 20) + h * w * 8 + 4096);
    fp_unref(frames);
}

static void
frames_are_gathered_from_fortran_stacks(void **state)
{
    (void)state;
    check_fortran(FP_UINT8, 7, 3, 5);
    check_fortran(FP_FLOAT64, 300, 20, 30);  /* several chunks */
    check_fortran(FP_UINT16, 1 << 19, 2, 5); /* one value is all that a chunk holds … */
    check_fortran(FP_UINT8, 1100003, 1, 5);  /* … and further apart than it is long */
}

static void
gathering_reads_whole_chunks(void **state)
{
    struct fp_frames *frames = open_frames(make_fortran(FP_FLOAT64, 300, 20, 30)); /* 1.4 MB */
    size_t calls = fp__file_calls();

    (void)state;
    fp_unref(read_frame(frames, 17));
    assert_in_range(fp__file_calls() - calls, 2, 4);
    fp_unref(frames);
}

static void
a_fortran_picture_is_a_strided_array(void **state)
{
    static const float values[] = {0, 1, 2, 3, 4, 5};
    const char *path = temp_path("picture.npy");
    struct fp_frames *frames;
    struct fp_array *frame;

    (void)state;
    npy_write(path, 1, "{'descr': '=f4', 'fortran_order': True, 'shape': (2, 3)}", values,
              sizeof values);
    frames = open_frames(path);
    frame = read_frame(frames, 0);
    assert_int_equal(fp_array_layout(frame)->strides[0], 4);
    assert_int_equal(fp_array_layout(frame)->strides[1], 8);
    assert_true(value_at(frame, (size_t[]){1, 2}) == 5);
    assert_true(value_at(frame, (size_t[]){0, 1}) == 2);
    fp_unref(frame);
    fp_unref(frames);
}

/* --- Counts ----------------------------------------------------------------------------------- */

static void
counts_of_a_file_equal_those_of_its_array(void **state)
{
    enum { N = 300007 }; /* doubles: more than two chunks, and a rest */
    double *values = malloc(N * sizeof *values);
    const char *path = temp_path("counts.npy");
    struct fp_frames *frames;
    struct fp_array *whole = NULL;
    struct fp_stats streamed, at_once;
    double range[2], whole_range[2];

    (void)state;
    assert_non_null(values);
    srand(9);
    for (int i = 0; i < N; i++) {
        values[i] = i % 1000 == 7 ? NAN : i % 5000 == 11 ? -INFINITY : rand() * 1e-3;
    }
    npy_write(path, 1, "{'descr': '=f8', 'fortran_order': False, 'shape': (1, 300007)}", values,
              N * sizeof *values);
    free(values);
    frames = open_frames(path);
    assert_int_equal(fp_frames_stats(frames, &streamed), FP_OK);
    assert_int_equal(fp_frames_read_all(frames, &whole), FP_OK);
    assert_int_equal(fp_array_stats(whole, &at_once), FP_OK);
    assert_memory_equal(&streamed, &at_once, sizeof streamed);
    assert_true(streamed.count == N && streamed.nan == 300 && streamed.inf == 60);
    assert_int_equal(fp_frames_range(frames, 1e6, INFINITY, &range[0], &range[1]), FP_OK);
    assert_int_equal(fp_array_range(whole, 1e6, INFINITY, &whole_range[0], &whole_range[1]), FP_OK);
    assert_memory_equal(range, whole_range, sizeof range);
    assert_true(range[0] > 1e6 && range[1] == streamed.max);
    fp_unref(whole);
    fp_unref(frames);
}

static void
counts_need_little_memory(void **state)
{
    struct fp_frames *frames = open_frames(make_big_stack());
    size_t bytes = fp__alloc_bytes();
    struct fp_stats stats;

    (void)state;
    assert_int_equal(fp_frames_stats(frames, &stats), FP_OK);
    assert_true(stats.min == 0 && stats.max == 20 * BIG - 1 && stats.count == 20 * BIG);
    assert_int_equal(fp__alloc_bytes(), bytes);
    fp_unref(frames);
}

/* --- What goes wrong -------------------------------------------------------------------------- */

static void
a_file_that_shrinks_is_noticed(void **state)
{
    const char *path = make_big_stack();
    struct fp_frames *frames = open_frames(path);
    struct fp_array *array = NULL;
    struct fp_stats stats = {.count = 5};

    (void)state;
    assert_int_equal(truncate(path, 128 + 12 * BIG * 8 + 100), 0);
    fp_unref(read_frame(frames, 11));
    assert_int_equal(fp_frames_read(frames, 12, &array), FP_ERR_INPUT);
    assert_message("big.npy: ended early while reading frame 12; it was changed or truncated");
    assert_int_equal(fp_frames_read_all(frames, &array), FP_ERR_INPUT);
    assert_message("ended early while reading its values");
    assert_int_equal(fp_frames_stats(frames, &stats), FP_ERR_INPUT);
    assert_null(array);
    assert_int_equal(stats.count, 5);
    fp_unref(frames);
}

static void
a_fortran_file_that_shrinks_is_noticed(void **state)
{
    const char *path = make_fortran(FP_FLOAT64, 300, 20, 30);
    struct fp_frames *frames = open_frames(path);
    struct fp_array *array = NULL;

    (void)state;
    assert_int_equal(truncate(path, 1300000), 0);
    assert_int_equal(fp_frames_read(frames, 2, &array), FP_ERR_INPUT);
    assert_message("while reading frame 2");
    assert_null(array);
    fp_unref(frames);
}

static int
use(struct fp_frames *frames)
{
    struct fp_array *first = NULL, *second = NULL, *whole = NULL;
    struct fp_stats stats;
    int status = fp_frames_read(frames, 0, &first);

    if (status == FP_OK) {
        status = fp_frames_read(frames, 1, &second);
    }
    if (status == FP_OK) {
        status = fp_frames_read_all(frames, &whole);
    }
    if (status == FP_OK) {
        status = fp_frames_stats(frames, &stats);
    }
    assert_true(status == FP_OK || status == FP_ERR_MEMORY || status == FP_ERR_INPUT);
    fp_unref(first);
    fp_unref(second);
    fp_unref(whole);
    return status;
}

static int
open_and_use(void *path)
{
    struct fp_frames *frames = fp_frames_open(NULL, path);
    int status = frames ? use(frames) : -1;

    fp_unref(frames);
    return status;
}

static void
every_call_may_fail(void **state)
{
    (void)state;
    torture(open_and_use, (void *)make_file("small.npy", FP_UINT8, "(3, 4, 5)", 60), 1);
    torture(open_and_use, (void *)make_fortran(FP_UINT16, 5, 3, 6), 1);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(shapes_mean_pictures_or_stacks),
        world_test(a_shape_that_cannot_be_drawn_is_described_and_counted),
        world_test(frames_hold_their_own_values),
        world_test(there_is_no_frame_behind_the_last),
        world_test(memory_is_used_again_once_nobody_refers_to_it),
        world_test(two_buffers_serve_who_keeps_the_last_frame),
        world_test(kept_frames_never_change),
        world_test(closed_frames_say_so),
        world_test(frames_are_gathered_from_fortran_stacks),
        world_test(gathering_reads_whole_chunks),
        world_test(a_fortran_picture_is_a_strided_array),
        world_test(counts_of_a_file_equal_those_of_its_array),
        world_test(counts_need_little_memory),
        world_test(a_file_that_shrinks_is_noticed),
        world_test(a_fortran_file_that_shrinks_is_noticed),
        world_test(every_call_may_fail),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
