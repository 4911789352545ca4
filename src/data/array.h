/* SPDX-License-Identifier: MIT */
/* array.h: what other files of the data floor need of arrays beyond flatplot/array.h. */
#ifndef DATA_ARRAY_H
#define DATA_ARRAY_H

#include "data/buffer.h"
#include "flatplot/array.h"

/* An array over the buffer, of which it takes a reference of its own; `data` is the address of
 * element [0, 0, …]. The layout is one that was checked before. */
struct fp_array *fp__array_over(struct fp_context *ctx, struct fp__buffer *buffer, const void *data,
                                const struct fp_layout *layout);

#endif
