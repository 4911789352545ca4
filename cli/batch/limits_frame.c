/* SPDX-License-Identifier: MIT */
/* limits_frame.c: the ends of the colour scale of one frame, where the job has none for it. */
#include <math.h>

#include "cli/batch/limits.h"
#include "cli/exit.h"
#include "cli/opt/message.h"
#include "flatplot/percentile.h"

static bool
has_limits(const struct fp_norm *norm)
{
    return !isnan(norm->vmin) && !isnan(norm->vmax);
}

static enum fp_status
find_ends(const struct fp__clim_choice *clim, struct fp_array *frame, const struct fp_norm *norm,
          double ends[2])
{
    double above, below;
    fp_norm_domain(norm, &above, &below);
    return clim->percents ? fp_array_percentiles(frame, clim->percent, 2, above, below, ends)
                          : fp_array_range(frame, above, below, &ends[0], &ends[1]);
}

/* Values, but none that the norm has a place for: a picture of nothing was hardly meant, and
 * matplotlib fails there, too. Without any value every norm gives an empty picture. */
static int
check_shown(struct fp_context *ctx, const struct fp_norm *norm, struct fp_array *frame,
            const char *what)
{
    struct fp_stats stats;
    bool logit = norm->kind == FP_NORM_LOGIT;
    if (fp_array_stats(frame, &stats) != FP_OK)
        return fp__message_failure(ctx);
    if (stats.finite == 0)
        return 0;
    return fp__message_error(
        FP__EXIT_INPUT,
        "%s: no value is above 0%s, so the norm %s finds no limits" FP__AND_HINT
        "give --vmin and --vmax, or take --norm symlog or asinh, which take "
        "every number",
        what, logit ? " and below 1" : "", logit ? "logit" : "log");
}

static int
find(const struct fp__settings *settings, struct fp_context *ctx, struct fp_array *frame,
     const char *what, struct fp_norm *norm)
{
    double ends[2];
    if (find_ends(&settings->clim, frame, norm, ends) != FP_OK)
        return fp__message_failure(ctx);
    int code = fp__limits_resolve(ctx, norm, ends[0], ends[1], what);
    return code || has_limits(norm) ? code : check_shown(ctx, norm, frame, what);
}

int
fp__limits_of_frame(const struct fp__settings *settings, const struct fp__item *item,
                    struct fp_array *frame, struct fp_norm *norm)
{
    struct fp_context *ctx = ((struct fp_object *)frame)->ctx;
    struct fp_text what = {0};
    if (item->input->colored)
        return 0;
    *norm = item->input->norm;
    if (has_limits(norm))
        return 0;
    fp_text_append(&what, item->input->path);
    if (item->input->frames > 1)
        fp_text_append_format(&what, ": frame %zu", item->frame);
    int code = what.failed ? fp__message_no_memory()
                           : find(settings, ctx, frame, fp_text_string(&what), norm);
    fp_text_finish(&what);
    return code;
}
