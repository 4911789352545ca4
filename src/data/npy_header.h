/* SPDX-License-Identifier: MIT */
/* npy_header.h: the dictionary at the head of a .npy file. */
#ifndef DATA_NPY_HEADER_H
#define DATA_NPY_HEADER_H

#include <stdbool.h>
#include <stddef.h>

#include "flatplot/array.h"

struct fp__npy_header {
    struct fp_layout layout; /* type and shape, packed */
    bool fortran;
    size_t bytes; /* of all values */
};

/* Understands the n bytes of a header's text: a Python dictionary with the keys descr,
 * fortran_order and shape, each once, in any order, and nothing else. FP_ERR_INPUT names the place
 * that is wrong, the type that is not a number, or the shape that is too large or negative. */
enum fp_status fp__npy_header_parse(struct fp_context *ctx, const char *path,
                                    const unsigned char *text, size_t n,
                                    struct fp__npy_header *header);

#endif
