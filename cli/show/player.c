/* SPDX-License-Identifier: MIT */
/* player.c: draw → show → wait. */
#include "cli/show/player.h"

#include <math.h>

#include "cli/exit.h"
#include "cli/opt/clock.h"
#include "cli/opt/message.h"
#include "cli/opt/signals.h"
#include "cli/opt/unicode.h"
#include "cli/show/frame.h"
#include "flatplot/window.h"

const char fp__player_keys[] =
    "space plays and pauses, right and left step, Home and End jump, q quits";

/* --- One frame -------------------------------------------------------------------------------- */

/* "frames.npy", and which of them it is: "frames.npy · frame 11 · 12/200". */
static void
append_title(const struct fp__player *p, const struct fp__item *item, struct fp_text *title)
{
    enum { LONGEST = 200 };
    fp__append_line(title, item->input->path, LONGEST);
    if (item->input->frames > 1)
        fp_text_append_format(title, " · frame %zu", item->frame);
    if (p->plan->total > 1)
        fp_text_append_format(title, " · %zu/%zu", p->at + 1, p->plan->total);
}

static int
show(struct fp__player *p, const struct fp__item *item)
{
    struct fp_text title = {0};
    append_title(p, item, &title);
    bool shown =
        !title.failed && fp_figure_show(p->drawing->figure, fp_text_string(&title)) == FP_OK;
    int code = title.failed ? fp__message_no_memory() : 0;
    fp_text_finish(&title);
    return code || shown ? code : fp__message_failure(p->plan->ctx);
}

static int
draw(struct fp__player *p)
{
    struct fp__item item = fp__plan_item(p->plan, p->at);
    int code = fp__frame_draw(p->plan, p->drawing, p->at);
    return code ? code : show(p, &item);
}

/* --- What comes next -------------------------------------------------------------------------- */

/* Goes on at the other end. */
static void
step(struct fp__player *p, size_t by)
{
    p->at = (p->at + by) % p->plan->total;
}

static void
jump(struct fp__player *p, size_t to)
{
    p->at = to;
    p->playing = false;
}

/* Every key ends the wait: what it changed is looked at there. */
static bool
on_key(void *data, struct fp_figure *fig, int key)
{
    struct fp__player *p = data;
    size_t last = p->plan->total - 1;
    switch (key) {
    case ' ':
        p->playing = !p->playing && last > 0;
        return true;
    case FP_KEY_RIGHT:
    case 'n':
        jump(p, p->at < last ? p->at + 1 : 0);
        return true;
    case FP_KEY_LEFT:
    case 'b':
        jump(p, p->at > 0 ? p->at - 1 : last);
        return true;
    case FP_KEY_HOME:
        jump(p, 0);
        return true;
    case FP_KEY_END:
        jump(p, last);
        return true;
    case FP_KEY_ESCAPE:
    case 'q':
        fp_close(fig);
        return true;
    }
    return false;
}

static bool
stop(void *data)
{
    (void)data;
    return fp__signals_came() != 0;
}

static bool
goes_on(const struct fp__player *p)
{
    return !fp__signals_came() && !fp_is_closed(p->drawing->figure);
}

/* Until a key changes something, or it is time for the next frame, to which it goes then. */
static int
wait(struct fp__player *p, double next)
{
    struct fp_window_ears ears = {.key = on_key, .stop = stop, .data = p};
    size_t before = p->at;
    double left = p->playing ? fmax(next - fp__seconds(), 0) : INFINITY;
    if (fp_windows_wait(p->plan->ctx, left, &ears) != FP_OK)
        return fp__message_failure(p->plan->ctx);
    if (p->playing && p->at == before && fp__seconds() >= next)
        step(p, 1);
    return 0;
}

int
fp__player_run(struct fp__player *p)
{
    int code = draw(p);
    double next = fp__seconds() + 1 / p->fps;
    while (!code && goes_on(p)) {
        size_t before = p->at;
        code = wait(p, next);
        if (code || !goes_on(p) || p->at == before)
            continue;
        next = fmax(next, fp__seconds() - 1 / p->fps) + 1 / p->fps;
        code = draw(p);
    }
    return code || !fp__signals_came() ? code : FP__EXIT_SIGNAL + fp__signals_came();
}
