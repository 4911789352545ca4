/* SPDX-License-Identifier: MIT */
/* array.h: n-dimensional arrays of numbers over immutable, counted buffers.
 *
 * An array is an object (object.h): a shape, strides and a type over a buffer that it shares with
 * other arrays. The values never change while an array refers to them, so whoever is given an
 * array keeps a reference and never a copy. */
#ifndef FLATPLOT_ARRAY_H
#define FLATPLOT_ARRAY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "flatplot/object.h"

#ifdef __cplusplus
extern "C" {
#endif

enum fp_dtype {
    FP_BOOL,
    FP_INT8,
    FP_UINT8,
    FP_INT16,
    FP_UINT16,
    FP_INT32,
    FP_UINT32,
    FP_INT64,
    FP_UINT64,
    FP_FLOAT16,
    FP_FLOAT32,
    FP_FLOAT64,
    FP_DTYPES
};

/* Bytes of one value, and the type's name as numpy has it ("float32"). 0 and NULL for a number that
 * is no type. */
FP_API size_t fp_dtype_size(enum fp_dtype dtype);
FP_API const char *fp_dtype_name(enum fp_dtype dtype);

#define FP_MAX_NDIM 8

/* How values lie in memory. Strides are in bytes and may be negative or zero. The sizes of all
 * axes (0 taken as 1) and of one value must have a product that fits in a ptrdiff_t. */
struct fp_layout {
    enum fp_dtype dtype;
    bool swapped; /* values are in the byte order that is not this machine's */
    int ndim;     /* 0 … FP_MAX_NDIM */
    size_t shape[FP_MAX_NDIM];
    ptrdiff_t strides[FP_MAX_NDIM];
};

/* Fills in the strides of a contiguous array: C order (last index fastest) or Fortran order.
 * Returns the bytes that it takes, or SIZE_MAX, with strides of 0, when they do not fit. */
FP_API size_t fp_layout_pack(struct fp_layout *layout, bool fortran);

/* A C-ordered layout of ndim ≤ FP_MAX_NDIM sizes in this machine's byte order. */
FP_API struct fp_layout fp_layout_c(enum fp_dtype dtype, int ndim, const size_t *shape);

struct fp_array;

/* Copies the values behind `data`, the address of element [0, 0, …]; the copy is C-ordered and in
 * this machine's byte order. */
FP_API struct fp_array *fp_array_copy(struct fp_context *ctx, const void *data,
                                      const struct fp_layout *layout);

/* Takes memory over without copying: `data` must not change until free_fn(free_data) is called,
 * which happens exactly once, when the last array over it dies or at once if this call fails.
 * free_fn may be NULL for memory that outlives every array; it must not call the library. */
FP_API struct fp_array *fp_array_wrap(struct fp_context *ctx, const void *data,
                                      const struct fp_layout *layout, void (*free_fn)(void *),
                                      void *free_data);

/* An array over part of the same buffer. `offset` bytes are added to the address of the first
 * element; the caller answers for the new layout staying inside the buffer. */
FP_API struct fp_array *fp_array_view(struct fp_array *array, ptrdiff_t offset,
                                      const struct fp_layout *layout);

/* The layout and the address of element [0, 0, …], valid while the array is open. NULL once it
 * was closed. */
FP_API const struct fp_layout *fp_array_layout(const struct fp_array *array);
FP_API const void *fp_array_data(const struct fp_array *array);

/* The number of values. 0 for a closed array. */
FP_API size_t fp_array_count(const struct fp_array *array);

/* The value at the index, one number below its size for each axis. FP_ERR_ARGUMENT outside. */
FP_API enum fp_status fp_array_value(const struct fp_array *array, const size_t *index,
                                     double *value);

/* Counts over all values. min, max and mean are over the finite ones and NaN when there are none;
 * mean is a compensated (Neumaier) sum divided by their number (infinite if that sum is). */
struct fp_stats {
    size_t count;
    size_t finite;
    size_t nan;
    size_t inf;
    double min;
    double max;
    double mean;
};

/* Counts the array's values, whatever their type and strides. */
FP_API enum fp_status fp_array_stats(struct fp_array *array, struct fp_stats *stats);

/* The smallest and the largest of the array's values that lie between `above` and `below` and are
 * neither; −∞ and ∞ for those of all finite values. NaN for both when there is none. */
FP_API enum fp_status fp_array_range(struct fp_array *array, double above, double below,
                                     double *low, double *high);

/* CRC-32 (that of gzip and PNG) of n bytes that follow those of which `crc` is; 0 for the first. */
FP_API uint32_t fp_crc32(uint32_t crc, const void *bytes, size_t n);

/* The same for what the array holds: its type, shape, and values in C order, each as it lies in
 * memory. Equal arrays of one type and byte order have equal ones, however their strides are. */
FP_API enum fp_status fp_array_crc32(struct fp_array *array, uint32_t *crc);

#ifdef __cplusplus
}
#endif
#endif
