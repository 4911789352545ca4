/* SPDX-License-Identifier: MIT */
/* mesh_fill.c: one cell of a mesh as pixels. */
#include <math.h>

#include "fields/mesh.h"

/* Where a side crosses the middle of a row of pixels, found from its upper end on so that both
 * cells that it belongs to find the same. */
static double
crossing(const double x[4], const double y[4], int from, int to, double middle)
{
    int upper = y[from] <= y[to] ? from : to, lower = upper == from ? to : from;

    return x[upper] + (middle - y[upper]) * ((x[lower] - x[upper]) / (y[lower] - y[upper]));
}

static int
find_crossings(const double x[4], const double y[4], double middle, double at[4])
{
    int n = 0;

    for (int from = 0; from < 4; from++) {
        int to = (from + 1) % 4, k = n;
        double where;

        if ((y[from] <= middle) == (y[to] <= middle))
            continue;
        where = crossing(x, y, from, to, middle);
        for (; k > 0 && at[k - 1] > where; k--)
            at[k] = at[k - 1];
        at[k] = where;
        n++;
    }
    return n;
}

/* The first pixel whose middle lies at v or beyond, 0 … most. */
static int
first_from(double v, int most)
{
    return (int)fp__clamp(ceil(v - .5), 0, most);
}

static void
fill_row(const struct fp__mesh_picture *p, int row, const double x[4], const double y[4],
         uint32_t argb)
{
    uint32_t *to = p->pixels + (size_t)row * (size_t)p->width;
    double at[4];
    int n = find_crossings(x, y, p->top + row + .5, at);

    for (int k = 0; k + 1 < n; k += 2)
        for (int i = first_from(at[k] - p->left, p->width),
                 end = first_from(at[k + 1] - p->left, p->width);
             i < end; i++)
            to[i] = argb;
}

void
fp__mesh_fill(const struct fp__mesh_picture *p, const double x[4], const double y[4], uint32_t argb)
{
    double low = INFINITY, high = -INFINITY;
    bool finite = true;

    for (int i = 0; i < 4; i++) {
        finite &= isfinite(x[i]) && isfinite(y[i]);
        low = fmin(low, y[i]);
        high = fmax(high, y[i]);
    }
    if (!finite)
        return;
    for (int row = first_from(low - p->top, p->height), end = first_from(high - p->top, p->height);
         row < end; row++)
        fill_row(p, row, x, y, argb);
}
