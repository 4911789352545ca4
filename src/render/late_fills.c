/* SPDX-License-Identifier: MIT */
/* late_fills.c: rectangles of a colour that wait for what comes next.
 *
 * Measured, 256×256 values with a colorbar at 640×480: the ground and the face under an image were
 * 250,000 of 11.9 million instructions per frame, and one part in thirteen of the time, as they
 * write twice what the image writes again; at 1920×1080, 1024×1024 values, one in ten. */
#include "render/late_fills.h"

#include <stdbool.h>
#include <string.h>

#include "core/wide.h"

/* Boxes may be hundreds of rows of three pixels. */
FP__WIDE static void
fill_rows(uint32_t *row, size_t stride, size_t width, int height, uint32_t color)
{
    for (; height > 0; height--, row += stride)
        for (size_t i = 0; i < width; i++)
            row[i] = color;
}

void
fp__fill_box(const struct fp__sheet *sheet, const int box[4], uint32_t color)
{
    if (box[0] < box[2])
        fill_rows(sheet->pixels + (size_t)box[1] * sheet->stride + box[0], sheet->stride,
                  (size_t)(box[2] - box[0]), box[3] - box[1], color);
}

static void
fill_now(const struct fp__sheet *sheet, struct fp__late_fill *fill)
{
    fp__fill_box(sheet, fill->box, fill->color);
    fill->box[3] = fill->box[1];
}

static bool
meets(const int a[4], const int b[4])
{
    return a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
}

/* Leaves the rows of the fill above or below the box, where that reaches from side to side. */
static void
cut(int fill[4], const int box[4])
{
    if (box[0] > fill[0] || box[2] < fill[2])
        return;
    if (box[1] <= fill[1])
        fill[1] = fp__within(box[3], fill[1], fill[3]);
    else if (box[3] >= fill[3])
        fill[3] = fp__within(box[1], fill[1], fill[3]);
}

static void
drop_done(struct fp__late_fills *late)
{
    size_t left = 0;

    for (size_t i = 0; i < late->count; i++)
        if (late->fill[i].box[1] < late->fill[i].box[3])
            late->fill[left++] = late->fill[i];
    late->count = left;
}

static bool
are_alike(const struct fp__late_fills *late, size_t n)
{
    for (size_t i = 1; i < n; i++)
        if (late->fill[i].color != late->fill[0].color)
            return false;
    return true;
}

/* After those before it, unless all are of one colour and it does not matter. */
static void
fill_in_order(struct fp__late_fills *late, const struct fp__sheet *sheet, size_t i)
{
    for (size_t k = are_alike(late, i + 1) ? i : 0; k <= i; k++)
        fill_now(sheet, &late->fill[k]);
}

void
fp__late_fills_hide(struct fp__late_fills *late, const struct fp__sheet *sheet, const int box[4])
{
    bool met = false;

    for (size_t i = 0; i < late->count; i++) {
        if (!meets(late->fill[i].box, box))
            continue;
        met = true;
        cut(late->fill[i].box, box);
        if (meets(late->fill[i].box, box))
            fill_in_order(late, sheet, i);
    }
    if (met)
        drop_done(late);
}

void
fp__late_fills_add(struct fp__late_fills *late, const struct fp__sheet *sheet, const int box[4],
                   uint32_t color)
{
    for (size_t i = 0; i < late->count; i++)
        cut(late->fill[i].box, box);
    drop_done(late);
    if (late->count == FP__LATE_FILLS)
        fp__late_fills_settle(late, sheet);
    memcpy(late->fill[late->count].box, box, 4 * sizeof *box);
    late->fill[late->count++].color = color;
}

void
fp__late_fills_settle(struct fp__late_fills *late, const struct fp__sheet *sheet)
{
    for (size_t i = 0; i < late->count; i++)
        fp__fill_box(sheet, late->fill[i].box, late->fill[i].color);
    late->count = 0;
}
