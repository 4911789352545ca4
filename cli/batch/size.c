/* SPDX-License-Identifier: MIT */
/* size.c: pixels, inches, and pixels an inch. */
#include "cli/batch/size.h"

#include <math.h>

#include "cli/exit.h"
#include "cli/opt/message.h"

int
fp__size_check(const struct fp__settings *s)
{
    if (s->pixels[0] > 0 && s->inches[0] > 0) {
        return fp__message_error(FP__EXIT_USAGE,
                                 "--size and --figsize both give the size" FP__AND_HINT
                                 "leave one away");
    }
    return 0;
}

enum fp_status
fp__size_set(struct fp_figure *figure, const struct fp__settings *s)
{
    enum fp_status status = FP_OK;
    if (!isnan(s->dpi))
        status = fp_figure_set_dpi(figure, s->dpi);
    if (status == FP_OK && s->inches[0] > 0)
        status = fp_figure_set_size_inches(figure, s->inches[0], s->inches[1]);
    if (status == FP_OK && s->pixels[0] > 0)
        status = fp_figure_set_size_pixels(figure, s->pixels[0], s->pixels[1]);
    return status;
}
