/* SPDX-License-Identifier: MIT */
/* user.c: a program of somebody else that has only what was installed. */
#include <flatplot/flatplot.h>

int
main(void)
{
    struct fp_figure *fig = fp_figure_create(NULL);
    int width = 0;
    int height = 0;
    enum fp_status status = fp_figure_get_size_pixels(fig, &width, &height);
    fp_unref(fig);
    fp_context_destroy(NULL);
    return status == FP_OK && width == 640 && height == 480 ? 0 : 1;
}
