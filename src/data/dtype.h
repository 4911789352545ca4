/* SPDX-License-Identifier: MIT */
/* dtype.h: the types of numbers, and runs of them turned into doubles or copied. */
#ifndef DATA_DTYPE_H
#define DATA_DTYPE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "flatplot/array.h"

#define FP__BIG_ENDIAN (__BYTE_ORDER__ == __ORDER_BIG_ENDIAN__)

/* numpy's letter for the kind of type: b(ool), i(nteger), u(nsigned), f(loat). */
char fp__dtype_kind(enum fp_dtype dtype);

/* The type of numpy's letter and size ('f', 4). False when there is none such. */
bool fp__dtype_find(char kind, size_t size, enum fp_dtype *dtype);

#define FP__TYPESTR_ROOM 8

/* Type and byte order as numpy writes them: "<f8", "|u1". */
void fp__typestr(enum fp_dtype dtype, bool swapped, char out[FP__TYPESTR_ROOM]);

/* Values at equal distances in memory; no alignment is asked for. */
struct fp__run {
    const void *base;
    ptrdiff_t stride; /* bytes from one value to the next */
    enum fp_dtype dtype;
    bool swapped; /* in the byte order that is not this machine's */
};

/* Writes the n values of the run into out. 64-bit integers are rounded to the nearest double, a
 * bool is 1 for any byte but 0. */
void fp__values_to_double(const struct fp__run *run, size_t n, double *out);

/* Copies the n values of the run side by side into out, in this machine's byte order. */
void fp__values_copy(const struct fp__run *run, size_t n, void *out);

/* IEEE 754 binary16. */
double fp__half_to_double(uint16_t bits);

#endif
