/* SPDX-License-Identifier: MIT */
/* legend_place.c: where a legend stands, and how matplotlib finds the best of its nine places. */
#include <stdint.h>

#include "figure/axes.h"
#include "figure/legend.h"

/* For each place, where the box stands in what room there is: 0 left or bottom … 1 right or top. */
static const double shares[FP_LEGEND_PLACES][2] = {
    [FP_LEGEND_UPPER_RIGHT] = {1, 1},   [FP_LEGEND_UPPER_LEFT] = {0, 1},
    [FP_LEGEND_LOWER_LEFT] = {0, 0},    [FP_LEGEND_LOWER_RIGHT] = {1, 0},
    [FP_LEGEND_CENTER_RIGHT] = {1, .5}, [FP_LEGEND_CENTER_LEFT] = {0, .5},
    [FP_LEGEND_LOWER_CENTER] = {.5, 0}, [FP_LEGEND_UPPER_CENTER] = {.5, 1},
    [FP_LEGEND_CENTER] = {.5, .5},
};

static struct fp__box
stand(const struct fp__box *room, const double size[2], double pad, int place)
{
    double x = room->x0 + pad + shares[place][0] * (room->x1 - room->x0 - 2 * pad - size[0]);
    double y = room->y0 + pad + shares[place][1] * (room->y1 - room->y0 - 2 * pad - size[1]);

    return (struct fp__box){x, y, x + size[0], y + size[1]};
}

static size_t
count_covered(const struct fp__axes_body *body, const struct fp__view *view,
              const struct fp__box *box)
{
    size_t covered = 0;

    for (size_t i = 0; i < body->artist_count; i++) {
        const struct fp__artist *artist = body->artists[i];
        const struct fp__artist_class *cls = (const struct fp__artist_class *)artist->base.cls;

        covered += cls->covered ? cls->covered(artist, view, box) : 0;
    }
    return covered;
}

/* The first of those that cover least. */
static struct fp__box
find_best(const struct fp__axes_body *body, const struct fp__view *view, const struct fp__box *room,
          const double size[2], double pad)
{
    struct fp__box best = {0};
    size_t least = SIZE_MAX;

    for (int place = FP_LEGEND_UPPER_RIGHT; least > 0 && place < FP_LEGEND_PLACES; place++) {
        struct fp__box box = stand(room, size, pad, place);
        size_t covered = count_covered(body, view, &box);

        if (covered >= least)
            continue;
        least = covered;
        best = box;
    }
    return best;
}

struct fp__box
fp__legend_place(const struct fp_legend *legend, const struct fp__view *view, const double size[2],
                 double font)
{
    const struct fp__axes_body *body = fp__artist_axes(&legend->artist)->body;
    const struct fp_legend_options *o = &legend->options;
    const double *anchor = o->bbox_to_anchor;
    double width = view->box.x1 - view->box.x0, height = view->box.y1 - view->box.y0;
    struct fp__box room = view->box;

    if (o->has_bbox_to_anchor) {
        room.x0 += anchor[0] * width;
        room.y0 += anchor[1] * height;
        room.x1 = room.x0 + anchor[2] * width;
        room.y1 = room.y0 + anchor[3] * height;
    }
    return o->loc == FP_LEGEND_BEST ? find_best(body, view, &room, size, o->borderaxespad * font)
                                    : stand(&room, size, o->borderaxespad * font, (int)o->loc);
}
