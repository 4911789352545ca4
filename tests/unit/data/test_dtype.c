/* SPDX-License-Identifier: MIT */
/* test_dtype.c: the table of types, and runs of values as doubles. */
#include <math.h>
#include <string.h>

#include "data/dtype.h"
#include "unit/data/npy_bytes.h"

static void
types_have_numpys_names_and_sizes(void **state)
{
    static const struct {
        const char *name;
        size_t size;
        const char *native;
        const char *swapped;
    } rows[FP_DTYPES] = {
        {"bool", 1, "|b1", "|b1"},    {"int8", 1, "|i1", "|i1"},    {"uint8", 1, "|u1", "|u1"},
        {"int16", 2, "<i2", ">i2"},   {"uint16", 2, "<u2", ">u2"},  {"int32", 4, "<i4", ">i4"},
        {"uint32", 4, "<u4", ">u4"},  {"int64", 8, "<i8", ">i8"},   {"uint64", 8, "<u8", ">u8"},
        {"float16", 2, "<f2", ">f2"}, {"float32", 4, "<f4", ">f4"}, {"float64", 8, "<f8", ">f8"},
    };

    (void)state;
    for (int i = 0; i < FP_DTYPES; i++) {
        char text[FP__TYPESTR_ROOM];
        enum fp_dtype found = FP_DTYPES;

        assert_string_equal(fp_dtype_name(i), rows[i].name);
        assert_int_equal(fp_dtype_size(i), rows[i].size);
        fp__typestr(i, machine_is_big(), text);
        assert_string_equal(text, rows[i].native);
        fp__typestr(i, !machine_is_big(), text);
        assert_string_equal(text, rows[i].swapped);
        assert_true(fp__dtype_find(fp__dtype_kind(i), rows[i].size, &found));
        assert_int_equal(found, i);
    }
}

static void
a_number_that_is_no_type_has_no_size(void **state)
{
    enum fp_dtype found = FP_INT8;

    (void)state;
    assert_int_equal(fp_dtype_size(FP_DTYPES), 0);
    assert_int_equal(fp_dtype_size((enum fp_dtype) - 1), 0);
    assert_null(fp_dtype_name(FP_DTYPES));
    assert_false(fp__dtype_find('f', 3, &found));
    assert_int_equal(found, FP_INT8);
}

/* IEEE 754-2019, 3.4: (−1)^s · 2^(e−15) · (1 + f/1024), subnormal: 2^−14 · f/1024. */
static double
half_by_definition(unsigned bits)
{
    int exponent = bits >> 10 & 31;
    double fraction = (bits & 1023) / 1024.0;
    double size = exponent == 0    ? ldexp(fraction, -14)
                  : exponent == 31 ? (fraction == 0 ? INFINITY : NAN)
                                   : ldexp(1 + fraction, exponent - 15);

    return bits & 0x8000 ? -size : size;
}

static void
every_half_is_its_definition(void **state)
{
    (void)state;
    for (unsigned bits = 0; bits < 65536; bits++) {
        double is = fp__half_to_double((uint16_t)bits);
        double must = half_by_definition(bits);

        if (isnan(must)) {
            assert_true(isnan(is));
        } else {
            assert_memory_equal(&is, &must, sizeof is); /* −0 too */
        }
    }
}

/* The value of one element, put together byte by byte. */
static double
decode(enum fp_dtype dtype, const unsigned char *at, bool big)
{
    size_t size = fp_dtype_size(dtype);
    uint64_t bits = 0;
    double wide;
    float single;

    for (size_t i = 0; i < size; i++) {
        bits |= (uint64_t)at[big ? size - 1 - i : i] << 8 * i;
    }
    switch (fp__dtype_kind(dtype)) {
    case 'b':
        return bits ? 1 : 0;
    case 'u':
        return (double)bits;
    case 'i':
        bits <<= 64 - 8 * size;
        return (double)((int64_t)bits >> (64 - 8 * size));
    default:
        break;
    }
    if (size == 2) {
        return half_by_definition((unsigned)bits);
    }
    memcpy(&single, &(uint32_t){(uint32_t)bits}, sizeof single);
    memcpy(&wide, &bits, sizeof wide);
    return size == 4 ? (double)single : wide;
}

enum { COUNT = 301, ROOM = COUNT * 8 * 3 + 1 };

static void
check_run(const unsigned char *base, ptrdiff_t stride, enum fp_dtype dtype, bool swapped)
{
    struct fp__run run = {base, stride, dtype, swapped};
    size_t size = fp_dtype_size(dtype);
    static unsigned char copy[COUNT * 8];
    static double out[COUNT + 1];

    out[COUNT] = 42;
    fp__values_to_double(&run, COUNT, out);
    fp__values_copy(&run, COUNT, copy);
    for (size_t i = 0; i < COUNT; i++) {
        double must = decode(dtype, base + (ptrdiff_t)i * stride, swapped != machine_is_big());

        assert_near(out[i], must, 0);
        assert_near(decode(dtype, copy + i * size, machine_is_big()), must, 0);
    }
    assert_true(out[COUNT] == 42);
}

static void
runs_of_every_type_order_and_distance_are_read(void **state)
{
    static unsigned char bytes[ROOM];

    (void)state;
    srand(7);
    for (size_t i = 0; i < ROOM; i++) {
        bytes[i] = rand() % 4 ? (unsigned char)rand() : 0;
    }
    for (int dtype = 0; dtype < FP_DTYPES; dtype++) {
        ptrdiff_t size = (ptrdiff_t)fp_dtype_size(dtype);

        for (int swapped = 0; swapped < 2; swapped++) {
            check_run(bytes, size, dtype, swapped);
            check_run(bytes + 1, size, dtype, swapped); /* not aligned */
            check_run(bytes, 3 * size, dtype, swapped);
            check_run(bytes + (COUNT - 1) * size, -size, dtype, swapped);
            check_run(bytes + 5, 0, dtype, swapped);
        }
    }
}

static void
wide_integers_are_rounded(void **state)
{
    int64_t low[] = {INT64_MIN, INT64_MAX, -9007199254740993};
    uint64_t high[] = {UINT64_MAX, 9007199254740993};
    double out[3];

    (void)state;
    fp__values_to_double(&(struct fp__run){low, 8, FP_INT64, false}, 3, out);
    assert_true(out[0] == -0x1p63 && out[1] == 0x1p63 && out[2] == -9007199254740992.0);
    fp__values_to_double(&(struct fp__run){high, 8, FP_UINT64, false}, 2, out);
    assert_true(out[0] == 0x1p64 && out[1] == 9007199254740992.0);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(types_have_numpys_names_and_sizes),
        world_test(a_number_that_is_no_type_has_no_size),
        world_test(every_half_is_its_definition),
        world_test(runs_of_every_type_order_and_distance_are_read),
        world_test(wide_integers_are_rounded),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
