/* SPDX-License-Identifier: MIT */
/* test_npy.c: .npy files of every type, order and version, and every way in which one is broken. */
#include <stdio.h>
#include <unistd.h>

#include "core/alloc.h"
#include "core/file.h"
#include "data/dtype.h"
#include "flatplot/frames.h"
#include "unit/data/npy_bytes.h"

static const char good_dict[] = "{'descr': '<f8', 'fortran_order': False, 'shape': (2, 3), }";

/* Opens a file that must be refused with these words. */
static void
assert_refused(const char *path, const char *words)
{
    fp_context_clear_error(NULL);
    assert_null(fp_frames_open(NULL, path));
    assert_int_equal(fp_context_status(NULL), FP_ERR_INPUT);
    if (!strstr(fp_context_message(NULL), words)) {
        fail_msg("not \"%s\" but: %s", words, fp_context_message(NULL));
    }
    assert_non_null(strstr(fp_context_message(NULL), path));
    assert_int_equal(fp__file_open_count(), 0);
}

static void
assert_bytes_refused(const void *bytes, size_t n, const char *words)
{
    const char *path = temp_path("bad.npy");

    write_file(path, bytes, n);
    assert_refused(path, words);
}

static double
number_at(enum fp_dtype dtype, size_t n)
{
    return dtype == FP_BOOL ? (double)(n % 3 == 0) : (double)n - (dtype == FP_INT8 ? 20 : 0);
}

enum { A = 2, B = 3, C = 5, VALUES = A * B * C };

/* Every value where the layout says that it is. */
static void
check_values(struct fp_array *array, enum fp_dtype dtype)
{
    const struct fp_layout *layout = fp_array_layout(array);
    const unsigned char *data = fp_array_data(array);

    for (size_t n = 0; n < VALUES; n++) {
        size_t index[] = {n / (B * C), n / C % B, n % C};
        struct fp__run run = {data, 0, layout->dtype, layout->swapped};
        double value;

        for (int i = 0; i < 3; i++) {
            run.base = (const unsigned char *)run.base + (ptrdiff_t)index[i] * layout->strides[i];
        }
        fp__values_to_double(&run, 1, &value);
        assert_true(value == number_at(dtype, n));
    }
}

static void
write_values(const char *path, enum fp_dtype dtype, bool big, bool fortran, int version)
{
    unsigned char values[VALUES * 8];
    char dict[100];
    size_t size = fp_dtype_size(dtype);

    for (size_t n = 0; n < VALUES; n++) {
        size_t i = n / (B * C), j = n / C % B, k = n % C;
        size_t place = fortran ? i + A * (j + B * k) : n;

        encode(dtype, number_at(dtype, n), big, values + place * size);
    }
    snprintf(dict, sizeof dict, "{'descr': '%c%c%zu', 'fortran_order': %s, 'shape': (%d, %d, %d)}",
             size == 1 ? '|'
             : big     ? '>'
                       : '<',
             fp__dtype_kind(dtype), size, fortran ? "True" : "False", A, B, C);
    npy_write(path, version, dict, values, VALUES * size);
}

static void
check_file(enum fp_dtype dtype, bool big, bool fortran, int version)
{
    const char *path = temp_path("good.npy");
    struct fp_frames *frames;
    struct fp_array *array = NULL;
    char type[FP__TYPESTR_ROOM];

    write_values(path, dtype, big, fortran, version);
    frames = fp_frames_open(NULL, path);
    assert_non_null(frames);
    fp__typestr(dtype, big != machine_is_big(), type);
    assert_string_equal(fp_frames_info(frames)->dtype, type);
    assert_string_equal(fp_frames_info(frames)->format, "npy");
    assert_int_equal(fp_frames_info(frames)->fortran, fortran);
    assert_int_equal(fp_frames_read_all(frames, &array), FP_OK);
    check_values(array, dtype);
    fp_unref(array);
    fp_unref(frames);
}

static void
every_type_order_and_version_is_read(void **state)
{
    (void)state;
    for (int dtype = 0; dtype < FP_DTYPES; dtype++) {
        for (int way = 0; way < 12; way++) {
            check_file(dtype, way & 1, way & 2, 1 + way / 4);
        }
    }
}

static void
what_follows_the_values_is_not_looked_at(void **state)
{
    double values[] = {1, 2, 3, 4, 5, 6, 7};
    const char *path = temp_path("longer.npy");
    struct fp_frames *frames;
    struct fp_array *array = NULL;

    (void)state;
    npy_write(path, 1, good_dict, values, sizeof values);
    frames = fp_frames_open(NULL, path);
    assert_int_equal(fp_frames_read_all(frames, &array), FP_OK);
    assert_int_equal(fp_array_count(array), 6);
    fp_unref(array);
    fp_unref(frames);
}

static void
a_file_cut_anywhere_is_refused(void **state)
{
    unsigned char bytes[300];

    (void)state;
    for (int version = 1; version <= 3; version++) {
        double values[6] = {0};
        size_t n = npy_make(bytes, version, good_dict, values, sizeof values);
        size_t prefix = version == 1 ? 10 : 12;

        for (size_t cut = 1; cut < n; cut++) {
            assert_bytes_refused(bytes, cut,
                                 cut < prefix              ? "header is truncated"
                                 : cut < n - sizeof values ? "but the file has"
                                                           : "is truncated: it holds");
        }
    }
}

static void
missing_values_are_counted(void **state)
{
    double values[6] = {0};
    unsigned char bytes[300];
    size_t n = npy_make(bytes, 1, good_dict, values, sizeof values);

    (void)state;
    assert_bytes_refused(bytes, n - 1, "holds 47 bytes of values");
    assert_message("its shape (2, 3) of float64 takes 48");
    npy_write(temp_path("bad.npy"), 1,
              "{'descr': '|u1', 'fortran_order': False, 'shape': (1000000, 1000000, 1000000)}",
              values, 48);
    assert_refused(temp_path("bad.npy"), "takes 1000000000000000000");
}

static void
unknown_versions_are_named(void **state)
{
    unsigned char bytes[300];
    size_t n = npy_make(bytes, 1, good_dict, NULL, 0);

    (void)state;
    bytes[6] = 4;
    assert_bytes_refused(bytes, n, "version 4.0");
    bytes[6] = 0;
    assert_bytes_refused(bytes, n, "version 0.0");
    bytes[6] = 1;
    bytes[7] = 1;
    assert_bytes_refused(bytes, n, "version 1.1");
}

static void
a_header_longer_than_the_file_is_refused(void **state)
{
    unsigned char bytes[300];
    size_t n = npy_make(bytes, 1, good_dict, NULL, 0);

    (void)state;
    bytes[9] = 0xff;
    assert_bytes_refused(bytes, n, "but the file has 128");
    n = npy_make(bytes, 2, good_dict, NULL, 0);
    memset(bytes + 8, 0xff, 4);
    assert_bytes_refused(bytes, n, "says it is 4294967295 bytes long");
}

static void
a_monstrous_header_is_refused_unread(void **state)
{
    const char *path = temp_path("bad.npy");
    static const unsigned char bytes[] = "\x93NUMPY\x02\x00\x01\x00\x00\x01"; /* 16 MiB + 1 */
    size_t calls;

    (void)state;
    write_file(path, bytes, 12);
    assert_int_equal(truncate(path, 32 << 20), 0); /* a hole */
    calls = fp__file_calls();
    assert_refused(path, "says it is 16777217 bytes long; 16777216 are the most");
    assert_in_range(fp__file_calls() - calls, 1, 8);
}

static void
an_empty_header_is_refused(void **state)
{
    (void)state;
    assert_bytes_refused("\x93NUMPY\x01\x00\x00\x00", 10, "not a dictionary");
}

static void
what_is_no_file_of_numbers_is_named(void **state)
{
    (void)state;
    assert_refused(temp_path("missing.npy"), "no such file");
    assert_refused(temp_dir(), "folder");
    assert_refused("/dev/zero", "no format that is known");
    assert_bytes_refused("", 0, "is empty");
    assert_bytes_refused("1,x\n", 4, "line 1, column 2: \"x\" is not a number");
    assert_bytes_refused("PK\x03\x04", 4, "directory, at the end, is missing");
    assert_bytes_refused("\x93NUMPX\x01\x00", 8, "no format that is known");
}

static void
a_path_is_only_text(void **state)
{
    (void)state;
    assert_refused(temp_path("100%s%n.npy"), "100%s%n.npy: ");
    assert_null(fp_frames_open(NULL, NULL));
    assert_int_equal(fp_context_status(NULL), FP_ERR_ARGUMENT);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(every_type_order_and_version_is_read),
        world_test(what_follows_the_values_is_not_looked_at),
        world_test(a_file_cut_anywhere_is_refused),
        world_test(missing_values_are_counted),
        world_test(unknown_versions_are_named),
        world_test(a_header_longer_than_the_file_is_refused),
        world_test(a_monstrous_header_is_refused_unread),
        world_test(an_empty_header_is_refused),
        world_test(what_is_no_file_of_numbers_is_named),
        world_test(a_path_is_only_text),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
