/* SPDX-License-Identifier: MIT */
/* interpolation.c: imshow's interpolations by name, and the kernels that they stand for. */
#include "image/interpolation.h"

#include <string.h>

#include "core/status.h"
#include "flatplot/text.h"

/* As matplotlib names them, and Agg's kernels too; the last is what matplotlib calls auto. */
static const char *const names[] = {
    [FP_INTERPOLATION_AUTO] = "auto",
    [FP_INTERPOLATION_NONE] = "none",
    [FP_NEAREST] = "nearest",
    [FP_BILINEAR] = "bilinear",
    [FP_BICUBIC] = "bicubic",
    [FP_SPLINE16] = "spline16",
    [FP_SPLINE36] = "spline36",
    [FP_HANNING] = "hanning",
    [FP_HAMMING] = "hamming",
    [FP_HERMITE] = "hermite",
    [FP_KAISER] = "kaiser",
    [FP_QUADRIC] = "quadric",
    [FP_CATROM] = "catrom",
    [FP_GAUSSIAN] = "gaussian",
    [FP_BESSEL] = "bessel",
    [FP_MITCHELL] = "mitchell",
    [FP_SINC] = "sinc",
    [FP_LANCZOS] = "lanczos",
    [FP_BLACKMAN] = "blackman",
    [FP_INTERPOLATIONS] = "antialiased",
};

enum { NAMES = sizeof names / sizeof *names };

enum fp_status
fp_interpolation_find(struct fp_context *ctx, const char *name, enum fp_interpolation *value)
{
    const char *nearest = fp_text_nearest(name, names, NAMES);

    for (int i = 0; i < NAMES; i++) {
        if (strcmp(name, names[i]) != 0)
            continue;
        *value = i == FP_INTERPOLATIONS ? FP_INTERPOLATION_AUTO : (enum fp_interpolation)i;
        return FP_OK;
    }
    return fp__fail(ctx, FP_ERR_ARGUMENT, "unknown interpolation '%s'" FP__HINT "%s%s%s", name,
                    nearest ? "did you mean '"
                            : "there are auto, none, nearest, bilinear, bicubic, spline16, "
                              "spline36, hanning, hamming, hermite, kaiser, quadric, catrom, "
                              "gaussian, bessel, mitchell, sinc, lanczos and blackman",
                    nearest ? nearest : "", nearest ? "'?" : "");
}

const struct fp__kernel *
fp__interpolation_kernel(enum fp_interpolation interpolation)
{
    return fp__kernel_find(names[interpolation]);
}
