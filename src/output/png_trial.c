/* SPDX-License-Identifier: MIT */
/* png_trial.c: a band compressed twice, the bytes counted. */
#include "output/png_trial.h"

static enum fp_status
count_bytes(void *data, const void *bytes, size_t n)
{
    size_t *total = data;

    (void)bytes;
    *total += n;
    return FP_OK;
}

/* The bytes of a file of its own; what is around the pixels is the same for all. */
static enum fp_status
measure(struct fp_context *ctx, const struct fp__picture *picture, const uint8_t *band, int filters,
        size_t *total)
{
    struct fp__libpng w = {.ctx = ctx,
                           .picture = picture,
                           .effort = FP__LIBPNG_TRIAL,
                           .sink = count_bytes,
                           .data = total};
    enum fp_status status = fp__libpng_begin(&w);

    if (status == FP_OK)
        status = fp__libpng_rows(&w, band, picture->raster.height, filters);
    if (status == FP_OK)
        status = fp__libpng_end(&w);
    fp__libpng_finish(&w);
    return status;
}

enum fp_status
fp__png_trial(struct fp_context *ctx, const struct fp__picture *picture, const uint8_t *band,
              int count, int *filters)
{
    static const int ways[] = {PNG_FILTER_NONE, PNG_ALL_FILTERS};
    struct fp__picture part = {.raster = picture->raster};
    size_t least = SIZE_MAX;

    part.raster.height = count;
    for (size_t i = 0; i < sizeof ways / sizeof ways[0]; i++) {
        size_t total = 0;
        enum fp_status status = measure(ctx, &part, band, ways[i], &total);

        if (status != FP_OK)
            return status;
        if (total < least)
            *filters = ways[i];
        least = total < least ? total : least;
    }
    return FP_OK;
}
