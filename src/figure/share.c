/* SPDX-License-Identifier: MIT */
/* share.c: groups of axes with limits in common: matplotlib's sharex and sharey (3.6
 * axes/_base.py), without its links that keep a closed axes alive. */
#include "figure/share.h"

#include <string.h>

#include "core/status.h"
#include "figure/axes.h"

static struct fp__axis *
axis_of(const struct fp_axes *ax, bool y)
{
    return y ? &ax->body->y : &ax->body->x;
}

static struct fp__share *
share_of(const struct fp_axes *ax, bool y)
{
    return &axis_of(ax, y)->share;
}

struct fp_axes *
fp__share_next(const struct fp_axes *ax, bool y)
{
    struct fp_axes *next = share_of(ax, y)->next;

    return next ? next : (struct fp_axes *)ax;
}

struct fp_axes *
fp__share_leader(struct fp_axes *ax, bool y)
{
    struct fp_axes *leader = ax;

    while (fp__share_follows(leader, y))
        leader = fp__share_next(leader, y);
    return leader;
}

bool
fp__share_follows(const struct fp_axes *ax, bool y)
{
    return share_of(ax, y)->next && !share_of(ax, y)->leads;
}

void
fp__share_spread(struct fp_axes *ax, bool y)
{
    const struct fp__axis *from = axis_of(ax, y);

    for (struct fp_axes *a = fp__share_next(ax, y); a != ax; a = fp__share_next(a, y)) {
        struct fp__axis *to = axis_of(a, y);

        memcpy(to->lim, from->lim, sizeof to->lim);
        to->curve = from->curve;
        to->fits = from->fits;
        to->by_hand = from->by_hand;
        to->margin = from->margin;
    }
}

/* The next one leads instead; the last one that is left is alone. */
static void
leave(struct fp_axes *ax, bool y)
{
    struct fp__share *own = share_of(ax, y);
    struct fp_axes *next = own->next;

    if (!next)
        return;
    share_of(own->before, y)->next = next;
    share_of(next, y)->before = own->before;
    share_of(next, y)->leads |= own->leads;
    if (own->leads) {
        axis_of(next, y)->plan = axis_of(ax, y)->plan;
        axis_of(ax, y)->plan = NULL;
    }
    if (share_of(next, y)->next == next)
        *share_of(next, y) = (struct fp__share){0};
    *own = (struct fp__share){0};
}

void
fp__share_leave(struct fp_axes *ax)
{
    leave(ax, false);
    leave(ax, true);
}

static bool
are_together(const struct fp_axes *a, const struct fp_axes *b, bool y)
{
    const struct fp_axes *at = a;

    do {
        if (at == b)
            return true;
        at = fp__share_next(at, y);
    } while (at != a);
    return false;
}

/* A ring of itself, which is led by itself. */
static struct fp__share *
ring(struct fp_axes *ax, bool y)
{
    struct fp__share *share = share_of(ax, y);

    if (!share->next)
        *share = (struct fp__share){ax, ax, true};
    return share;
}

/* Two rings that swap what comes after one place of each become one. */
static void
join(struct fp_axes *ax, struct fp_axes *with, bool y)
{
    struct fp__share *a = ring(ax, y), *b = ring(with, y);
    struct fp_axes *after_a = a->next, *after_b = b->next, *leader = fp__share_leader(ax, y);

    fp__tick_plan_destroy(axis_of(leader, y)->plan);
    axis_of(leader, y)->plan = NULL;
    a->leads = false;
    for (struct fp_axes *o = after_a; o != ax; o = fp__share_next(o, y))
        share_of(o, y)->leads = false;
    axis_of(with, y)->fits |= axis_of(ax, y)->fits && !axis_of(with, y)->by_hand;
    a->next = after_b;
    b->next = after_a;
    share_of(after_b, y)->before = ax;
    share_of(after_a, y)->before = with;
    fp__share_spread(with, y);
}

static enum fp_status
share(struct fp_axes *ax, struct fp_axes *with, bool y)
{
    if (!fp__axes_open(ax) || !fp__axes_open(with))
        return FP_ERR_CLOSED;
    if (ax->base.ctx != with->base.ctx)
        return fp__fail(ax->base.ctx, FP_ERR_ARGUMENT,
                        "share: the axes are of two contexts" FP__HINT
                        "make both figures in one context");
    if (fp__weak_peek(ax->body->parent) || fp__weak_peek(with->body->parent))
        return fp__fail(ax->base.ctx, FP_ERR_ARGUMENT,
                        "share: a colorbar's axes follow their image" FP__HINT
                        "share the axes that the images are in, and give the images one norm");
    if (!are_together(ax, with, y))
        join(ax, with, y);
    return FP_OK;
}

enum fp_status
fp_axes_share_x(struct fp_axes *ax, struct fp_axes *with)
{
    return share(ax, with, false);
}

enum fp_status
fp_axes_share_y(struct fp_axes *ax, struct fp_axes *with)
{
    return share(ax, with, true);
}
