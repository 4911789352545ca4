/* SPDX-License-Identifier: MIT */
/* test_percentile.c: percentiles are numpy's to the bit, whatever the type, the pieces in which the
 * values come, and what else is among them; in memory that does not depend on their number. */
#include <stdio.h>

#include "core/alloc.h"
#include "data/dtype.h"
#include "flatplot/percentile.h"
#include "unit/data/npy_bytes.h"
#include "unit/data/percentile_cases.h"

enum { PERCENTS = sizeof percents / sizeof *percents };

static uint64_t
splitmix(uint64_t n)
{
    uint64_t z = n * 0x9e3779b97f4a7c15u;

    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
    return z ^ (z >> 31);
}

/* As percentile_cases.py makes them. */
static uint64_t
make_bits(const struct percentile_case *c, size_t i)
{
    uint64_t z = c->n + (i + 1) * 0x9e3779b97f4a7c15u;
    int width = 8 * (int)fp_dtype_size(c->dtype);
    uint64_t all = UINT64_MAX >> (64 - width), sign = (uint64_t)1 << (width - 1);
    char kind = fp__dtype_kind(c->dtype);

    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
    z = z ^ (z >> 31);
    z = c->few ? (z & 3) * 0x2525252525252525u : z;
    if (kind == 'f') {
        return z & all & ~(sign >> 1);
    }
    return (z & all) >> 1 | (kind == 'i' ? z & sign : 0);
}

static void
put(unsigned char *to, enum fp_dtype dtype, uint64_t bits, bool swapped)
{
    size_t size = fp_dtype_size(dtype);

    for (size_t i = 0; i < size; i++) {
        to[swapped != machine_is_big() ? size - 1 - i : i] = (unsigned char)(bits >> 8 * i);
    }
}

static struct fp_array *
make_array(const struct percentile_case *c, bool swapped)
{
    size_t size = fp_dtype_size(c->dtype);
    struct fp_layout layout = fp_layout_c(c->dtype, 1, &c->n);
    unsigned char *bytes = malloc(c->n * size);
    struct fp_array *array;

    assert_non_null(bytes);
    for (size_t i = 0; i < c->n; i++) {
        put(bytes + i * size, c->dtype, make_bits(c, i), swapped);
    }
    layout.swapped = swapped;
    array = fp_array_wrap(NULL, bytes, &layout, free, bytes);
    assert_non_null(array);
    return array;
}

static void
assert_values(const struct percentile_case *c, const double *found)
{
    for (int i = 0; i < PERCENTS; i++) {
        if (memcmp(&found[i], &c->values[i], sizeof *found) != 0) {
            fail_msg("%s, %zu values%s, %g %%: %a instead of %a", fp_dtype_name(c->dtype), c->n,
                     c->few ? " (few)" : "", percents[i], found[i], c->values[i]);
        }
    }
}

static void
arrays_have_numpys_percentiles(void **state)
{
    (void)state;
    for (size_t row = 0; row < sizeof percentile_cases / sizeof *percentile_cases; row++) {
        const struct percentile_case *c = &percentile_cases[row];
        struct fp_array *array = make_array(c, row % 4 > 1);
        double found[PERCENTS];

        assert_int_equal(
            fp_array_percentiles(array, percents, PERCENTS, -INFINITY, INFINITY, found), FP_OK);
        assert_values(c, found);
        fp_unref(array);
    }
}

/* Every second value of a copy with NaN, ∞ and what lies outside the interval between. */
static struct fp_array *
make_spoilt(const struct percentile_case *c, enum fp_dtype dtype)
{
    static const double others[] = {NAN, INFINITY, -INFINITY, 7, -7, 4, -4};
    size_t n = 2 * c->n;
    struct fp_layout layout = fp_layout_c(dtype, 1, &n);
    size_t size = fp_dtype_size(dtype);
    unsigned char *bytes = malloc(n * size);
    struct fp_array *array;

    assert_non_null(bytes);
    for (size_t i = 0; i < n; i++) {
        double value = others[i / 2 % 7];
        float single = (float)value;
        uint64_t bits = 0;
        uint32_t bits32;

        memcpy(&bits, &value, sizeof bits);
        memcpy(&bits32, &single, sizeof bits32);
        bits = dtype == FP_FLOAT32 ? bits32 : bits;
        put(bytes + i * size, dtype, i % 2 ? bits : make_bits(c, i / 2), false);
    }
    array = fp_array_wrap(NULL, bytes, &layout, free, bytes);
    assert_non_null(array);
    return array;
}

static void
what_is_not_between_is_not_counted(void **state)
{
    (void)state;
    for (size_t row = 0; row < sizeof percentile_cases / sizeof *percentile_cases; row++) {
        const struct percentile_case *c = &percentile_cases[row];
        double found[PERCENTS];

        if (c->dtype == FP_FLOAT32 || c->dtype == FP_FLOAT64) { /* whose values are within ∓2 */
            struct fp_array *array = make_spoilt(c, c->dtype);

            assert_int_equal(fp_array_percentiles(array, percents, PERCENTS, -4, 4, found), FP_OK);
            assert_values(c, found);
            fp_unref(array);
        }
    }
}

/* Pieces of the values, of doubles in other types, and in a file; backwards and forwards. */
static void
pieces_make_no_difference(void **state)
{
    const struct percentile_case *c = &percentile_cases[0];
    struct fp_percentiles *p;
    double found[PERCENTS];
    bool again;
    int passes = 0;

    (void)state;
    while (c->dtype != FP_FLOAT32 || c->n != 4096 || c->few) {
        c++;
    }
    p = fp_percentiles_create(NULL, FP_FLOAT32, percents, PERCENTS, -INFINITY, INFINITY);
    assert_int_equal(fp_percentiles_get(p, found), FP_ERR_ARGUMENT);
    do {
        struct fp_array *array = make_array(c, false);
        struct fp_layout odd = *fp_array_layout(array), even;

        odd.shape[0] = 2048;
        odd.strides[0] = -8;
        even = odd;
        even.strides[0] = 8;
        struct fp_array *back = fp_array_view(array, 4 * 4095, &odd);
        struct fp_array *forth = fp_array_view(array, 0, &even);

        assert_int_equal(fp_percentiles_add(p, passes ? back : forth), FP_OK);
        assert_int_equal(fp_percentiles_add(p, passes ? forth : back), FP_OK);
        assert_int_equal(fp_percentiles_next(p, &again), FP_OK);
        fp_unref(back);
        fp_unref(forth);
        fp_unref(array);
        passes++;
    } while (again);
    assert_int_equal(passes, fp_percentiles_passes(FP_FLOAT32));
    assert_int_equal(fp_percentiles_get(p, found), FP_OK);
    assert_values(c, found);
    fp_unref(p);
}

static struct fp_array *
of_bytes(const uint8_t *values, size_t n)
{
    struct fp_layout layout = fp_layout_c(FP_UINT8, 1, &n);

    return fp_array_copy(NULL, values, &layout);
}

static struct fp_array *
of_doubles(const double *values, size_t n)
{
    struct fp_layout layout = fp_layout_c(FP_FLOAT64, 1, &n);

    return fp_array_copy(NULL, values, &layout);
}

static void
types_come_together_as_doubles(void **state)
{
    struct fp_array *bytes = of_bytes((uint8_t[]){0, 100, 255}, 3);
    struct fp_array *doubles = of_doubles((double[]){-0.5, 50}, 2);
    struct fp_percentiles *p =
        fp_percentiles_create(NULL, FP_FLOAT64, (double[]){0, 50, 75}, 3, -INFINITY, INFINITY);
    struct fp_percentiles *q =
        fp_percentiles_create(NULL, FP_UINT8, (double[]){50}, 1, -INFINITY, INFINITY);
    double found[3];
    bool again = true;

    (void)state;
    while (again) {
        assert_int_equal(fp_percentiles_add(p, bytes), FP_OK);
        assert_int_equal(fp_percentiles_add(p, doubles), FP_OK);
        assert_int_equal(fp_percentiles_next(p, &again), FP_OK);
    }
    assert_int_equal(fp_percentiles_get(p, found), FP_OK);
    assert_true(found[0] == -0.5 && found[1] == 50 && found[2] == 100);
    assert_int_equal(fp_percentiles_add(p, bytes), FP_ERR_ARGUMENT);
    assert_int_equal(fp_percentiles_next(p, &again), FP_ERR_ARGUMENT);
    assert_int_equal(fp_percentiles_add(q, doubles), FP_ERR_ARGUMENT);
    fp_unref(p);
    fp_unref(q);
    fp_unref(bytes);
    fp_unref(doubles);
}

/* numpy has −inf and inf between the first two; here a half of the way is 0. */
static void
differences_that_overflow_are_no_matter(void **state)
{
    struct fp_array *array = of_doubles((double[]){-1.7e308, 1.7e308, -0.0}, 2);
    struct fp_array *zeros = of_doubles((double[]){-0.0, -0.0}, 2);
    int8_t far[] = {-100, 100};
    size_t two = 2;
    struct fp_layout layout = fp_layout_c(FP_INT8, 1, &two);
    struct fp_array *bytes = fp_array_copy(NULL, far, &layout);
    uint16_t most[] = {0xfbff, 0x7bff};
    struct fp_array *halves;
    double found;

    (void)state;
    layout = fp_layout_c(FP_FLOAT16, 1, &two);
    halves = fp_array_copy(NULL, most, &layout);
    fp_array_percentiles(array, (double[]){50}, 1, -INFINITY, INFINITY, &found);
    assert_true(found == 0);
    fp_array_percentiles(bytes, (double[]){25}, 1, -INFINITY, INFINITY, &found);
    assert_true(found == -50);
    fp_array_percentiles(halves, (double[]){75}, 1, -INFINITY, INFINITY, &found);
    assert_true(found == 32752);
    fp_array_percentiles(zeros, (double[]){50}, 1, -INFINITY, INFINITY, &found);
    assert_true(found == 0 && !signbit(found));
    fp_unref(array);
    fp_unref(zeros);
    fp_unref(bytes);
    fp_unref(halves);
}

static void
without_values_they_are_nan(void **state)
{
    struct fp_array *array = of_doubles((double[]){NAN, INFINITY}, 2);
    double found[2] = {1, 1};

    (void)state;
    assert_int_equal(fp_array_percentiles(array, (double[]){2, 98}, 2, -INFINITY, INFINITY, found),
                     FP_OK);
    assert_true(isnan(found[0]) && isnan(found[1]));
    fp_unref(array);
}

static void
wrong_arguments_are_refused(void **state)
{
    struct fp_array *array = of_bytes((uint8_t[]){1, 2}, 2);
    double many[FP_PERCENTILES_MAX + 1] = {0}, found = 5;

    (void)state;
    assert_int_equal(fp_array_percentiles(array, (double[]){101}, 1, 0, 9, &found),
                     FP_ERR_ARGUMENT);
    assert_int_equal(fp_array_percentiles(array, (double[]){-1}, 1, 0, 9, &found), FP_ERR_ARGUMENT);
    assert_int_equal(fp_array_percentiles(array, (double[]){NAN}, 1, 0, 9, &found),
                     FP_ERR_ARGUMENT);
    assert_int_equal(fp_array_percentiles(array, many, FP_PERCENTILES_MAX + 1, 0, 9, &found),
                     FP_ERR_ARGUMENT);
    assert_null(fp_percentiles_create(NULL, FP_DTYPES, many, 1, 0, 9));
    assert_int_equal(fp_percentiles_passes(FP_DTYPES), 0);
    fp_close(array);
    assert_int_equal(fp_array_percentiles(array, many, 1, 0, 9, &found), FP_ERR_CLOSED);
    assert_int_equal(fp_frames_percentiles(NULL, many, 1, 0, 9, &found), FP_ERR_CLOSED);
    assert_int_equal(fp_percentiles_add(NULL, array), FP_ERR_CLOSED);
    assert_int_equal(fp_percentiles_get(NULL, &found), FP_ERR_CLOSED);
    assert_true(found == 5);
    fp_unref(array);
}

static void
values_that_change_between_passes_are_noticed(void **state)
{
    struct fp_array *one = of_doubles((double[]){1, 2, 3}, 3);
    struct fp_array *other = of_doubles((double[]){1, 5, 6}, 3);
    struct fp_percentiles *p =
        fp_percentiles_create(NULL, FP_FLOAT64, (double[]){50}, 1, -INFINITY, INFINITY);
    bool again;

    (void)state;
    assert_int_equal(fp_percentiles_add(p, one), FP_OK);
    assert_int_equal(fp_percentiles_next(p, &again), FP_OK);
    assert_int_equal(fp_percentiles_add(p, other), FP_OK);
    assert_int_equal(fp_percentiles_next(p, &again), FP_ERR_INPUT);
    fp_unref(p);
    fp_unref(one);
    fp_unref(other);
}

/* --- Of files --------------------------------------------------------------------------------- */

/* Several MiB, so that there are several pieces. */
static const char *
make_file(size_t frames)
{
    const char *path = temp_path("film.npy");
    size_t n = frames * 100 * 100;
    float *values = malloc(n * sizeof *values);
    char dict[100];

    assert_non_null(values);
    for (size_t i = 0; i < n; i++) {
        values[i] = (float)(splitmix(i) >> 40) / 3;
    }
    snprintf(dict, sizeof dict, "{'descr': '<f4', 'fortran_order': False, 'shape': (%zu,100,100)}",
             frames);
    npy_write(path, 1, dict, values, n * sizeof *values);
    free(values);
    return path;
}

static size_t most; /* bytes of the memory door at the end of a pass */

static void
files_take_as_much_memory_as_one_frame(void **state)
{
    static const double wanted[] = {2, 98};
    double of_file[2], of_array[2];
    size_t needed[2];

    (void)state;
    for (int i = 0; i < 2; i++) {
        struct fp_frames *frames = fp_frames_open(NULL, make_file(i ? 300 : 30));
        struct fp_array *array = NULL;
        size_t calls = fp__alloc_calls();

        assert_int_equal(fp_frames_percentiles(frames, wanted, 2, -INFINITY, INFINITY, of_file),
                         FP_OK);
        needed[i] = fp__alloc_calls() - calls;
        assert_int_equal(fp_frames_read_all(frames, &array), FP_OK);
        assert_int_equal(fp_array_percentiles(array, wanted, 2, -INFINITY, INFINITY, of_array),
                         FP_OK);
        assert_memory_equal(of_file, of_array, sizeof of_file);
        fp_unref(array);
        fp_unref(frames);
    }
    assert_int_equal(needed[0], needed[1]);
}

static int
find_all(void *path)
{
    struct fp_frames *frames = fp_frames_open(NULL, path);
    struct fp_percentiles *p =
        fp_percentiles_create(NULL, FP_FLOAT32, (double[]){2, 98}, 2, -INFINITY, INFINITY);
    bool fine = frames && p, again = true;
    double found[2] = {5, 5};

    while (fine && again) {
        fine = fp_percentiles_add_frames(p, frames) == FP_OK &&
               fp_percentiles_next(p, &again) == FP_OK;
        most = fp__alloc_bytes() > most ? fp__alloc_bytes() : most;
    }
    fine = fine && fp_percentiles_get(p, found) == FP_OK;
    assert_true(fine || found[0] == 5);
    fp_unref(p);
    fp_unref(frames);
    return !fine;
}

static void
tables_are_few(void **state)
{
    const char *path = make_file(3);
    size_t base = most = fp__alloc_bytes();

    (void)state;
    assert_int_equal(find_all((void *)path), 0);
    assert_in_range(most - base, 1, 4 * 65536 * 8 + 65536);
}

static void
every_call_may_fail(void **state)
{
    (void)state;
    torture(find_all, (void *)make_file(2), 1);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(arrays_have_numpys_percentiles),
        world_test(what_is_not_between_is_not_counted),
        world_test(pieces_make_no_difference),
        world_test(types_come_together_as_doubles),
        world_test(differences_that_overflow_are_no_matter),
        world_test(without_values_they_are_nan),
        world_test(wrong_arguments_are_refused),
        world_test(values_that_change_between_passes_are_noticed),
        world_test(files_take_as_much_memory_as_one_frame),
        world_test(tables_are_few),
        world_test(every_call_may_fail),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
