/* SPDX-License-Identifier: MIT */
/* rows.h: pictures that come row by row. */
#ifndef OUTPUT_ROWS_H
#define OUTPUT_ROWS_H

#include "flatplot/output.h"

/* Writes them as png.c writes pictures in one piece. */
enum fp_status fp__png_write_rows(struct fp_context *ctx, const struct fp_rows *rows,
                                  fp_sink_fn sink, void *data);

#endif
