/* SPDX-License-Identifier: MIT */
/* arrow_solid.c: arrows that are one filled shape: matplotlib 3.6's ArrowStyle.Simple, Fancy and
 * Wedge, and the block that it draws without a style. */
#include <math.h>

#include "draw/arrow.h"

struct sides {
    struct fp__bend left, right;
};

struct direction {
    double cos, sin;
};

static struct direction
direction_of(struct fp__point from, struct fp__point to)
{
    double length = hypot(to.x - from.x, to.y - from.y);

    if (length == 0)
        return (struct direction){0, 0};
    return (struct direction){(to.x - from.x) / length, (to.y - from.y) / length};
}

static struct fp__point
right_of(struct fp__point p, struct direction d, double away)
{
    return (struct fp__point){p.x + away * d.sin, p.y - away * d.cos};
}

static struct fp__point
middle_of(struct fp__point a, struct fp__point b)
{
    return (struct fp__point){(a.x + b.x) / 2, (a.y + b.y) / 2};
}

/* The bend that goes through three points, at 0, a half and 1 (bezier.py, find_control_points). */
static struct fp__bend
bend_through(struct fp__point a, struct fp__point b, struct fp__point c)
{
    struct fp__point pull = {2 * b.x - (a.x + c.x) / 2, 2 * b.y - (a.y + c.y) / 2};

    return (struct fp__bend){{a, pull, c}};
}

/* Along a bend at distances from its beginning, middle and end (make_wedged_bezier2). */
static struct fp__bend
wedge_side(const struct fp__bend *b, double first, double middle, double last)
{
    struct direction from = direction_of(b->c[0], b->c[1]), to = direction_of(b->c[1], b->c[2]);
    struct fp__point ab = middle_of(b->c[0], b->c[1]), bc = middle_of(b->c[1], b->c[2]);

    return bend_through(right_of(b->c[0], from, first),
                        right_of(middle_of(ab, bc), direction_of(ab, bc), middle),
                        right_of(b->c[2], to, last));
}

/* `left` is where direction turned by −90° points to: matplotlib's name. */
static struct sides
wedge(const struct fp__bend *b, double first, double middle, double last)
{
    return (struct sides){wedge_side(b, first, middle, last),
                          wedge_side(b, -first, -middle, -last)};
}

/* Where two lines meet, each through a point in a direction; the middle between the points where
 * they do not. */
static struct fp__point
meet(struct fp__point a, struct direction along_a, struct fp__point b, struct direction along_b)
{
    double cross = along_a.cos * along_b.sin - along_a.sin * along_b.cos, t;

    if (fabs(cross) < 1e-12)
        return middle_of(a, b);
    t = ((b.x - a.x) * along_b.sin - (b.y - a.y) * along_b.cos) / cross;
    return (struct fp__point){a.x + t * along_a.cos, a.y + t * along_a.sin};
}

/* Everywhere so far from a bend, about (get_parallels). */
static struct fp__bend
parallel(const struct fp__bend *b, double away)
{
    struct direction from = direction_of(b->c[0], b->c[1]), to = direction_of(b->c[1], b->c[2]);
    struct fp__point first = right_of(b->c[0], from, away), last = right_of(b->c[2], to, away);

    return (struct fp__bend){{first, meet(first, from, last, to), last}};
}

/* Both sides of a tail and a head, and back. */
static void
add_sides(struct fp__arrow_piece *piece, const struct sides *tail, const struct sides *head)
{
    if (tail)
        fp__arrow_add_bend(piece, &tail->right, false);
    fp__arrow_add_bend(piece, &head->right, false);
    fp__arrow_add_bend(piece, &head->left, true);
    if (tail)
        fp__arrow_add_bend(piece, &tail->left, true);
}

/* Divides the way into a tail and a head of that length. When it is no longer than its head that is
 * straight, as long as it should be, and there is no tail. */
static bool
cut_head(const struct fp__bend *way, double length, struct fp__bend *tail, struct fp__bend *head)
{
    struct fp__region around = {.middle = way->c[2], .radius = length};
    struct direction d = direction_of(way->c[2], way->c[1]);

    if (fp__bend_cut(way, &around, tail, head))
        return true;
    head->c[2] = way->c[2];
    head->c[0] = (struct fp__point){way->c[2].x + length * d.cos, way->c[2].y + length * d.sin};
    head->c[1] = middle_of(head->c[0], head->c[2]);
    return false;
}

static void
add_simple(struct fp__arrow_piece *piece, const struct fp__bend *way, double length, double width,
           double tail_width)
{
    struct fp__bend tail, head;
    bool has_tail = cut_head(way, length, &tail, &head);
    struct sides head_sides, tail_sides;

    head_sides = wedge(&head, width / 2, width / 4, 0);
    if (has_tail)
        tail_sides =
            (struct sides){parallel(&tail, tail_width / 2), parallel(&tail, -tail_width / 2)};
    add_sides(piece, has_tail ? &tail_sides : NULL, &head_sides);
}

/* Its tail begins with a notch, and ends within the head. */
static void
add_fancy(struct fp__arrow_piece *piece, const struct fp__bend *way, double length, double width,
          double tail_width)
{
    struct fp__bend all = *way, tail, head, notch;
    bool has_tail = cut_head(way, length, &tail, &head);
    struct fp__region inner = {.middle = way->c[2], .radius = .8 * length};
    struct fp__region start = {.middle = way->c[0], .radius = .3 * tail_width};
    struct sides head_sides = wedge(&head, width / 2, .6 * width / 2, 0), tail_sides;

    if (!has_tail)
        all = head;
    if (!has_tail)
        start.middle = all.c[0];
    if (!fp__bend_cut(&all, &inner, &tail, NULL))
        tail = all;
    if (!fp__bend_cut(&all, &start, &notch, NULL))
        notch = all;
    tail_sides = wedge(&tail, tail_width / 2, .6 * tail_width / 2, .3 * tail_width / 2);
    fp__arrow_add(piece, notch.c[2]);
    add_sides(piece, &tail_sides, &head_sides);
}

static double
or_own(double given, double own)
{
    return isnan(given) ? own : given;
}

void
fp__arrow_solid(const struct fp__arrow *arrow, const struct fp__bend *way,
                struct fp__arrow_piece *piece)
{
    const struct fp_arrow_options *o = arrow->options;
    double scale = arrow->scale, point = arrow->point, width;
    struct sides sides;

    piece->n = 0;
    piece->solid = true;
    if (o->style == FP_ARROW_BLOCK) {
        add_simple(piece, way, o->headlength * point, o->headwidth * point, o->width * point);
    } else if (o->style == FP_ARROW_SIMPLE) {
        add_simple(piece, way, or_own(o->head_length, .5) * scale,
                   or_own(o->head_width, .5) * scale, or_own(o->tail_width, .2) * scale);
    } else if (o->style == FP_ARROW_FANCY) {
        add_fancy(piece, way, or_own(o->head_length, .4) * scale, or_own(o->head_width, .4) * scale,
                  or_own(o->tail_width, .4) * scale);
    } else {
        width = or_own(o->tail_width, .3) * scale / 2;
        sides = wedge(way, -width, -.5 * width, 0); /* begins at the other side */
        add_sides(piece, NULL, &sides);
    }
}
