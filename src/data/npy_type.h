/* SPDX-License-Identifier: MIT */
/* npy_type.h: numpy's type strings, "<f8". */
#ifndef DATA_NPY_TYPE_H
#define DATA_NPY_TYPE_H

#include "data/literal.h"
#include "flatplot/array.h"

/* Sets the layout's type and byte order. FP_ERR_INPUT names a type that is not a number. */
enum fp_status fp__npy_type_parse(struct fp_context *ctx, const char *path,
                                  const struct fp__token *descr, struct fp_layout *layout);

/* FP_ERR_INPUT for arrays of records, whose descr is a list. */
enum fp_status fp__npy_type_fail_records(struct fp_context *ctx, const char *path);

#endif
