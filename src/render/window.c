/* SPDX-License-Identifier: MIT */
/* window.c: showing a figure, and waiting while windows are open. */
#include "flatplot/window.h"

#include <math.h>
#include <time.h>

#include "core/status.h"
#include "figure/figure.h"
#include "figure/window.h"
#include "render/window_x11.h"

enum fp_status
fp_figure_show(struct fp_figure *fig, const char *title)
{
    struct fp__figure_body *body = fp__figure_open(fig);
    enum fp_status status;

    if (!body)
        return FP_ERR_CLOSED;
    status = body->window ? FP_OK : fp__window_x11_open(fig);
    if (status != FP_OK)
        return status;
    if (title)
        body->window->ops->title(body->window, title);
    return body->window->ops->present(body->window, fig);
}

static double
now(void)
{
    struct timespec t;

    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

/* Milliseconds until then, rounded up so that no wait is shorter than it was asked for, and at most
 * a tenth of a second, after which `stop` is asked. */
static int
next_turn(double end)
{
    return (int)ceil(1000 * fmin(fmax(end - now(), 0), .1));
}

static bool
told_to_stop(const struct fp_window_ears *ears)
{
    return ears->stop && ears->stop(ears->data);
}

enum fp_status
fp_windows_wait(struct fp_context *ctx, double seconds, const struct fp_window_ears *ears)
{
    const struct fp_window_ears deaf = {0};
    double end = now() + seconds;
    bool watched = fp__window_x11_any(ctx);
    bool over = !watched && isinf(seconds);

    if (!(seconds >= 0))
        return fp__fail(ctx, FP_ERR_ARGUMENT,
                        "windows: no time to wait for" FP__HINT
                        "a number of seconds, 0 or more; INFINITY: until they are closed");
    ears = ears ? ears : &deaf;
    while (!over) {
        enum fp_status status = fp__window_x11_turn(ctx, next_turn(end), ears, &over);

        if (status != FP_OK)
            return status;
        over = over || told_to_stop(ears) || now() >= end || (watched && !fp__window_x11_any(ctx));
    }
    return FP_OK;
}
