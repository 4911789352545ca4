/* SPDX-License-Identifier: MIT */
/* format.h: what a writer is given and what a format is. A new raster format is one file with one
 * struct fp__format and one row in format.c. */
#ifndef OUTPUT_FORMAT_H
#define OUTPUT_FORMAT_H

#include "figure/metadata.h"
#include "flatplot/output.h"
#include "render/raster.h"

/* A finished picture with what goes into the file beside it. */
struct fp__picture {
    struct fp__raster raster;
    double dpi;
    const struct fp__text_pair *texts;
    size_t text_count;
};

struct fp__format {
    const char *name; /* as the caller names it, and the file's ending */
    enum fp_status (*write)(struct fp_context *ctx, const struct fp__picture *picture,
                            fp_sink_fn sink, void *data);
    enum fp_status (*write_rows)(struct fp_context *ctx, const struct fp_rows *rows,
                                 fp_sink_fn sink, void *data);
};

extern const struct fp__format fp__format_png;
extern const struct fp__format fp__format_png_reference;
extern const struct fp__format fp__format_png_small;

/* The format of that name, in large letters or small; fails with FP_ERR_ARGUMENT and a hint that
 * lists the names. */
enum fp_status fp__format_find(struct fp_context *ctx, const char *name,
                               const struct fp__format **format);

#endif
