/* SPDX-License-Identifier: MIT */
/* data.c: the values of a case. */
#include "oracle/data.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "unit/support.h"

static void
fill(double *values, const char *kind, const size_t shape[3])
{
    size_t count = shape[0] * shape[1] * shape[2];
    uint32_t x = 1;

    for (size_t k = 0; k < count; k++) {
        size_t c = k % shape[2], j = k / shape[2] % shape[1], i = k / shape[2] / shape[1];

        x = x * 1664525 + 1013904223;
        if (strcmp(kind, "noise") == 0)
            values[k] = x >> 16;
        else if (strcmp(kind, "hill") == 0)
            values[k] = (double)((i + 1) * (shape[0] - i) * (j + 1) * (shape[1] - j) * (c + 1));
        else if (strcmp(kind, "powers") == 0)
            values[k] = ldexp(1, (int)(k % 41) - 20);
        else
            values[k] = (double)k;
    }
}

/* No compiler may make one step of the two. */
static void
stretch(double *values, size_t count, double times, double plus)
{
    for (size_t k = 0; k < count; k++) {
        volatile double product = values[k] * times;

        values[k] = product + plus;
    }
}

static void
put(double *values, size_t count, const char *rules)
{
    while (rules) {
        char *end;
        double value = strtod(rules, &end);
        size_t step = (size_t)strtoul(end + 1, &end, 10);

        for (size_t k = step - 1; k < count; k += step)
            values[k] = value;
        rules = *end == ',' ? end + 1 : NULL;
    }
}

/* Of values that a float16 holds, the smallest ones of all included. */
static uint16_t
half(double v)
{
    uint16_t sign = signbit(v) ? 0x8000 : 0;
    int exponent;
    double fraction = frexp(fabs(v), &exponent); /* .5 … 1 */

    if (isnan(v))
        return 0x7e00;
    if (v == 0 || isinf(v))
        return (uint16_t)(sign | (v == 0 ? 0 : 0x7c00));
    if (exponent < -13)
        return (uint16_t)(sign | (uint16_t)rint(ldexp(fabs(v), 24)));
    return (uint16_t)(sign + ((exponent + 13) << 10) + (int)rint(fraction * 2048));
}

#define STORE(type) ((type *)to)[k] = (type)values[k]

static void
convert(void *to, enum fp_dtype dtype, const double *values, size_t k)
{
    switch (dtype) {
    case FP_BOOL:
        ((uint8_t *)to)[k] = values[k] != 0;
        break;
    case FP_INT8:
        STORE(int8_t);
        break;
    case FP_UINT8:
        STORE(uint8_t);
        break;
    case FP_INT16:
        STORE(int16_t);
        break;
    case FP_UINT16:
        STORE(uint16_t);
        break;
    case FP_INT32:
        STORE(int32_t);
        break;
    case FP_UINT32:
        STORE(uint32_t);
        break;
    case FP_INT64:
        STORE(int64_t);
        break;
    case FP_UINT64:
        STORE(uint64_t);
        break;
    case FP_FLOAT16:
        ((uint16_t *)to)[k] = half(values[k]);
        break;
    case FP_FLOAT32:
        STORE(float);
        break;
    default:
        STORE(double);
        break;
    }
}

static enum fp_dtype
dtype_named(const char *name)
{
    int dtype = 0;

    while (dtype < FP_DTYPES && strcmp(fp_dtype_name((enum fp_dtype)dtype), name) != 0)
        dtype++;
    assert_true(dtype < FP_DTYPES);
    return (enum fp_dtype)dtype;
}

static void
swap(char *bytes, size_t count, size_t size)
{
    for (size_t k = 0; k < count; k++)
        for (size_t i = 0; i < size / 2; i++) {
            char kept = bytes[k * size + i];

            bytes[k * size + i] = bytes[k * size + size - 1 - i];
            bytes[k * size + size - 1 - i] = kept;
        }
}

/* The values from C order to Fortran's. */
static void
turn(char *bytes, const struct fp_layout *layout)
{
    size_t size = fp_dtype_size(layout->dtype), rows = layout->shape[0], cols = layout->shape[1];
    char *copy = malloc(rows * cols * size);

    assert_non_null(copy);
    memcpy(copy, bytes, rows * cols * size);
    for (size_t i = 0; i < rows; i++)
        for (size_t j = 0; j < cols; j++)
            memcpy(bytes + (j * rows + i) * size, copy + (i * cols + j) * size, size);
    free(copy);
}

static struct fp_array *
arrange(const struct words *words, const double *values, int ndim, const size_t *shape)
{
    struct fp_layout layout =
        fp_layout_c(dtype_named(words_get(words, "type", "float64")), ndim, shape);
    size_t size = fp_dtype_size(layout.dtype), count = 1;
    struct fp_array *array;
    char *bytes;

    for (int i = 0; i < ndim; i++)
        count *= shape[i];
    bytes = calloc(count, size);
    assert_non_null(bytes);
    for (size_t k = 0; k < count; k++)
        convert(bytes, layout.dtype, values, k);
    layout.swapped = words_is(words, "order", "swapped");
    if (layout.swapped)
        swap(bytes, count, size);
    if (words_is(words, "order", "F")) {
        turn(bytes, &layout);
        fp_layout_pack(&layout, true);
    }
    array = fp_array_copy(NULL, bytes, &layout);
    free(bytes);
    return array;
}

struct fp_array *
data_array(const struct words *words)
{
    size_t shape[3] = {0, 0, 1};
    int ndim =
        sscanf(words_get(words, "shape", ""), "%zux%zux%zu", &shape[0], &shape[1], &shape[2]);
    size_t count = shape[0] * shape[1] * shape[2];
    double *values = malloc(count * sizeof *values);
    struct fp_array *array;

    assert_non_null(values);
    fill(values, words_get(words, "values", "ramp"), shape);
    stretch(values, count, words_number(words, "times", 1), words_number(words, "plus", 0));
    put(values, count, words_get(words, "put", NULL));
    array = arrange(words, values, ndim, shape);
    free(values);
    assert_non_null(array);
    return array;
}

struct fp_array *
data_alphas(struct fp_array *array)
{
    size_t rows = fp_array_layout(array)->shape[0], cols = fp_array_layout(array)->shape[1];
    struct fp_layout layout = fp_layout_c(FP_FLOAT64, 2, (size_t[]){rows, cols});
    double *values = malloc(rows * cols * sizeof *values);
    struct fp_array *alphas;

    assert_non_null(values);
    for (size_t k = 0; k < rows * cols; k++)
        values[k] = (double)(k % 17) / 16;
    alphas = fp_array_copy(NULL, values, &layout);
    free(values);
    return alphas;
}
