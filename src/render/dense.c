/* SPDX-License-Identifier: MIT */
/* dense.c: areas of very many edges, sampled as cairo's Tor scan converter samples them (cairo
 * 1.16, cairo-tor-scan-converter.c): where an edge crosses a sample row is known to 1/256 of a
 * pixel, so that crossings are counted by place instead of being sorted. */
#include "render/dense.h"

#include <math.h>
#include <string.h>

#include "core/alloc.h"

enum { ROWS = 15, COLUMNS = 256 }; /* of samples to a pixel */

#define LEAST 512 /* edges that cross a row on average; cairo is quick with fewer */
#define NONE UINT32_MAX

/* Where it crosses the row in hand is x + rest / height, in samples, with rest below height. */
struct edge {
    int64_t rest, step_rest, height;
    int32_t x, step;
    int32_t left;  /* rows that it still crosses */
    int32_t turn;  /* +1 down, −1 up */
    uint32_t next; /* that begins in the same row, or NONE */
};

struct dense {
    int width, rows; /* of the clip: pixels, and rows of samples */
    int origin[2];   /* of the clip, in samples */
    struct edge *edges;
    size_t n;
    uint32_t *first;  /* edge that begins in each row, or NONE */
    size_t begun;     /* edges */
    uint32_t *active; /* edges that cross the row in hand */
    size_t crossing;
    double crossings; /* of all rows */
    int32_t *turns;   /* at each place of a row, what the winding number changes by */
    uint64_t *marked; /* a bit for each place with a turn */
    int32_t *cells;   /* for each pixel of a row, of how many spans it is the first less those it
                         is the last of, and what these cover more or less than that says */
};

/* --- edges ------------------------------------------------------------------------------------ */

/* Rounded down. */
static int32_t
divide(int64_t a, int64_t b, int64_t *rest)
{
    int64_t quotient = a / b;

    *rest = a % b;
    if (*rest >= 0)
        return (int32_t)quotient;
    *rest += b;
    return (int32_t)(quotient - 1);
}

/* Coordinates are 24.8 fixed point; ends are rounded to the nearest row. */
static int32_t
row_of(int32_t y)
{
    return (int32_t)(((int64_t)ROWS * y + 128) >> 8);
}

/* A row is crossed in its middle. */
static struct edge
make_edge(const int32_t from[2], const int32_t to[2], int32_t top, int32_t rows)
{
    int64_t dx = to[0] - from[0];
    int64_t below = ((int64_t)2 * top + 1) * 256 - (int64_t)from[1] * ROWS * 2;
    struct edge edge = {.height = (int64_t)(to[1] - from[1]) * ROWS * 2, .left = rows};

    edge.x = from[0] + divide(below * dx, edge.height, &edge.rest);
    if (rows > 1) /* or it may be too large */
        edge.step = divide(dx * 512, edge.height, &edge.step_rest);
    return edge;
}

/* From the upper end down, as much of it as lies within the clip's rows. */
static void
add_downward(struct dense *d, const int32_t from[2], const int32_t to[2], int turn)
{
    int32_t top = row_of(from[1]), bottom = row_of(to[1]);
    int32_t least = d->origin[1], most = d->origin[1] + d->rows;
    struct edge edge;

    if (top >= bottom || top >= most || bottom <= least)
        return;
    top = top < least ? least : top;
    bottom = bottom > most ? most : bottom;
    edge = make_edge(from, to, top, bottom - top);
    edge.x -= d->origin[0];
    edge.turn = turn;
    edge.next = d->first[top - least];
    d->first[top - least] = (uint32_t)d->n;
    d->edges[d->n++] = edge;
    d->crossings += edge.left;
}

static void
add(struct dense *d, const int32_t a[2], const int32_t b[2])
{
    if (a[1] < b[1])
        add_downward(d, a, b, 1);
    else
        add_downward(d, b, a, -1);
}

static void
to_fixed(const cairo_path_data_t *data, int32_t at[2])
{
    at[0] = (int32_t)lrint(data->point.x * 256);
    at[1] = (int32_t)lrint(data->point.y * 256);
}

/* Each piece is closed. */
static void
add_path(struct dense *d, const cairo_path_t *path)
{
    int32_t begin[2] = {0}, at[2] = {0}, to[2];

    for (int i = 0; i < path->num_data; i += path->data[i].header.length) {
        const cairo_path_data_t *data = &path->data[i];
        bool ends = data->header.type != CAIRO_PATH_LINE_TO;

        memcpy(to, begin, sizeof to);
        if (!ends)
            to_fixed(&data[1], to);
        add(d, at, to);
        memcpy(at, to, sizeof at);
        if (data->header.type != CAIRO_PATH_MOVE_TO)
            continue;
        to_fixed(&data[1], begin);
        memcpy(at, begin, sizeof at);
    }
    add(d, at, begin);
}

/* In the order in which they begin, so that the edges of a row lie one after the other in memory;
 * first tells then how many begin in each row. */
static bool
sort_edges(struct dense *d)
{
    struct edge *sorted = fp_alloc_array(d->n, sizeof *sorted);
    uint32_t n = 0, before = 0;

    for (int row = 0; sorted && row < d->rows; row++) {
        for (uint32_t i = d->first[row]; i != NONE; i = d->edges[i].next)
            sorted[n++] = d->edges[i];
        d->first[row] = n - before;
        before = n;
    }
    fp_free(sorted ? d->edges : NULL);
    d->edges = sorted ? sorted : d->edges;
    return sorted;
}

/* --- a row of samples ------------------------------------------------------------------------- */

static void
turn_at(struct dense *d, int32_t x, int32_t turn)
{
    int32_t end = d->width * COLUMNS;

    x = x < 0 ? 0 : x > end ? end : x;
    d->turns[x] += turn;
    d->marked[x / 64] |= (uint64_t)1 << (x % 64);
}

static void
advance(struct edge *e)
{
    e->x += e->step;
    e->rest += e->step_rest;
    if (e->rest < e->height)
        return;
    e->x++;
    e->rest -= e->height;
}

static void
cross_row(struct dense *d, int row)
{
    size_t kept = 0;

    for (uint32_t i = 0; i < d->first[row]; i++)
        d->active[d->crossing++] = (uint32_t)d->begun++;
    for (size_t k = 0; k < d->crossing; k++) {
        struct edge *e = &d->edges[d->active[k]];

        turn_at(d, e->x + (2 * e->rest >= e->height), e->turn);
        if (--e->left == 0)
            continue;
        advance(e);
        d->active[kept++] = d->active[k];
    }
    d->crossing = kept;
}

static void
add_span(struct dense *d, int32_t from, int32_t to)
{
    int32_t *first = d->cells + from / COLUMNS * 2, *last = d->cells + to / COLUMNS * 2;

    first[0]++;
    first[1] -= from % COLUMNS;
    last[0]--;
    last[1] += to % COLUMNS;
}

/* What the row covers; its turns are forgotten. */
static void
take_spans(struct dense *d)
{
    int32_t winding = 0, from = 0;
    size_t words = (size_t)d->width * COLUMNS / 64 + 1;

    for (size_t w = 0; w < words; w++) {
        for (uint64_t bits = d->marked[w]; bits; bits &= bits - 1) {
            int32_t x = (int32_t)w * 64 + __builtin_ctzll(bits), before = winding;

            winding += d->turns[x];
            d->turns[x] = 0;
            if (before == 0)
                from = x;
            else if (winding == 0)
                add_span(d, from, x);
        }
        d->marked[w] = 0;
    }
}

/* --- a row of pixels -------------------------------------------------------------------------- */

/* As cairo's GRID_AREA_TO_ALPHA. */
static unsigned char
part_of(int32_t samples)
{
    return (unsigned char)((17 * 2 * samples + 256) >> 9);
}

static void
give_row(struct dense *d, unsigned char *parts)
{
    int32_t spans = 0;

    for (int i = 0; i < d->width; i++) {
        spans += d->cells[2 * i];
        parts[i] = part_of(spans * COLUMNS + d->cells[2 * i + 1]);
    }
    memset(d->cells, 0, ((size_t)d->width + 1) * 2 * sizeof *d->cells);
}

static void
give_cover(struct dense *d, struct fp__cover *cover)
{
    unsigned char *parts = cairo_image_surface_get_data(cover->surface);
    size_t stride = (size_t)cairo_image_surface_get_stride(cover->surface);

    for (int row = 0; row < d->rows; row++) {
        cross_row(d, row);
        take_spans(d);
        if (row % ROWS == ROWS - 1)
            give_row(d, parts + (size_t)(row / ROWS) * stride);
    }
    cairo_surface_mark_dirty(cover->surface);
}

/* --- all of it -------------------------------------------------------------------------------- */

static bool
reserve_edges(struct dense *d, size_t n)
{
    d->edges = fp_alloc_array(n, sizeof *d->edges);
    d->first = fp_alloc_array((size_t)d->rows, sizeof *d->first);
    for (int i = 0; d->first && i < d->rows; i++)
        d->first[i] = NONE;
    return d->edges && d->first;
}

static bool
reserve_row(struct dense *d)
{
    size_t places = (size_t)d->width * COLUMNS + 1;

    d->active = fp_alloc_array(d->n, sizeof *d->active);
    d->turns = fp_alloc_array(places, sizeof *d->turns);
    d->marked = fp_alloc_array(places / 64 + 1, sizeof *d->marked);
    d->cells = fp_alloc_array(((size_t)d->width + 1) * 2, sizeof *d->cells);
    return d->active && d->turns && d->marked && d->cells;
}

static void
finish(struct dense *d)
{
    fp_free(d->edges);
    fp_free(d->first);
    fp_free(d->active);
    fp_free(d->turns);
    fp_free(d->marked);
    fp_free(d->cells);
}

static bool
find_cover(struct dense *d, const cairo_path_t *path, struct fp__cover *cover)
{
    if (!reserve_edges(d, (size_t)path->num_data + 1))
        return false;
    add_path(d, path);
    if (d->crossings < (double)LEAST * d->rows || !sort_edges(d) || !reserve_row(d))
        return false;
    cover->surface = cairo_image_surface_create(CAIRO_FORMAT_A8, cover->width, cover->height);
    if (cairo_surface_status(cover->surface) == CAIRO_STATUS_SUCCESS) {
        give_cover(d, cover);
        return true;
    }
    fp__cover_finish(cover);
    return false;
}

bool
fp__dense_cover(const cairo_path_t *path, const int clip[4], struct fp__cover *cover)
{
    struct dense dense = {.width = clip[2] - clip[0],
                          .rows = (clip[3] - clip[1]) * ROWS,
                          .origin = {clip[0] * COLUMNS, clip[1] * ROWS}};
    bool found;

    *cover = (struct fp__cover){
        .x = clip[0], .y = clip[1], .width = dense.width, .height = clip[3] - clip[1]};
    found = dense.width > 0 && dense.rows > 0 && find_cover(&dense, path, cover);
    finish(&dense);
    return found;
}
