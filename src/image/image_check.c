/* SPDX-License-Identifier: MIT */
/* image_check.c: whether imshow's options can be. */
#include "image/image_check.h"

#include "core/status.h"
#include "data/layout.h"
#include "flatplot/text.h"

static enum fp_status
fail_number(struct fp_context *ctx, const char *name, double value, const char *hint)
{
    char text[FP_NUMBER_ROOM];

    fp_number_format(value, text);
    return fp__fail(ctx, FP_ERR_ARGUMENT, "%s: %s is out of range" FP__HINT "%s", name, text, hint);
}

enum fp_status
fp__blending_check(struct fp_context *ctx, const struct fp_imshow_options *options)
{
    if (!(options->alpha >= 0 && options->alpha <= 1))
        return fail_number(ctx, "alpha", options->alpha,
                           "from 0, which shows nothing, to 1, which lets nothing through");
    if (!(options->filterrad > 0 && options->filterrad <= FP_MAX_FILTERRAD))
        return fail_number(ctx, "filterrad", options->filterrad,
                           "above 0 and at most 1000 data pixels; 4 is usual");
    if ((unsigned)options->interpolation >= FP_INTERPOLATIONS)
        return fp__fail(ctx, FP_ERR_ARGUMENT,
                        "imshow: an interpolation of that number does not exist" FP__HINT
                        "begin with fp_imshow_defaults(), or ask fp_interpolation_find");
    if (options->stage != FP_STAGE_DATA && options->stage != FP_STAGE_RGBA)
        return fp__fail(ctx, FP_ERR_ARGUMENT,
                        "imshow: a stage of that number does not exist" FP__HINT
                        "begin with fp_imshow_defaults(), then FP_STAGE_DATA or FP_STAGE_RGBA");
    return FP_OK;
}

static enum fp_status
fail_shape(struct fp_context *ctx, const struct fp_layout *layout,
           const struct fp__image_body *body)
{
    char got[FP__SHAPE_ROOM], wanted[FP__SHAPE_ROOM];

    fp__shape_format(layout->ndim, layout->shape, got);
    fp__shape_format(2, (const size_t[]){body->height, body->width}, wanted);
    return fp__fail(ctx, FP_ERR_ARGUMENT,
                    "imshow: alphas have the shape %s and the image %s" FP__HINT
                    "give one alpha for each value, or one number for all as alpha",
                    got, wanted);
}

enum fp_status
fp__alphas_check(struct fp_context *ctx, const struct fp__image_body *body)
{
    struct fp_array *alphas = body->options.alphas;
    const struct fp_layout *layout = alphas ? fp_array_layout(alphas) : NULL;
    struct fp_stats stats;
    enum fp_status status;

    if (!alphas)
        return FP_OK;
    if (!layout)
        return fp__fail_closed(ctx, "array of alphas");
    if (layout->ndim != 2 || layout->shape[0] != body->height || layout->shape[1] != body->width)
        return fail_shape(ctx, layout, body);
    status = fp_array_stats(alphas, &stats);
    if (status != FP_OK || (stats.finite == stats.count && stats.min >= 0 && stats.max <= 1))
        return status;
    return fp__fail(ctx, FP_ERR_ARGUMENT,
                    "imshow: alphas are not all from 0 to 1" FP__HINT
                    "scale them, and let no NaN be among them");
}
