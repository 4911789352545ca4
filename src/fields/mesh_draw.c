/* SPDX-License-Identifier: MIT */
/* mesh_draw.c: a mesh on a canvas: the pixels of its cells as one image, and their edges.
 *
 * In a straight grid each column of pixels shows one column of cells, whose edges Agg snaps to
 * whole pixels; in others each cell is filled by itself. */
#include <math.h>
#include <string.h>

#include "color/color.h"
#include "color/colormap.h"
#include "color/mapper.h"
#include "core/status.h"
#include "fields/mesh.h"
#include "image/coloring.h"

enum { NO_CELL = -1, CHUNK = 256 };

struct painter {
    const struct fp_mesh *mesh;
    const struct fp__view *view;
    struct fp__canvas *canvas;
    struct fp__points corners; /* in pixels of the canvas once they are moved there */
    bool straight;
    struct fp__mapper mapper;
    struct fp__mesh_picture picture;
};

/* --- setting up ------------------------------------------------------------------------------- */

static bool
is_straight(const struct fp__points *p)
{
    bool straight = true;

    for (size_t j = 0; j < p->ny && straight && p->x_up; j++)
        for (size_t i = 0; i < p->nx && straight; i++)
            straight = fp__points_x(p, i, j) == fp__points_x(p, i, 0) &&
                       fp__points_y(p, i, j) == fp__points_y(p, 0, j);
    return straight;
}

static void
move_to_canvas(struct painter *painter)
{
    struct fp__points *p = &painter->corners;
    size_t nx = p->x_up ? p->nx * p->ny : p->nx, ny = p->x_up ? p->nx * p->ny : p->ny;

    for (size_t i = 0; i < nx; i++)
        p->x[i] = fp__view_x(painter->view, p->x[i]);
    for (size_t i = 0; i < ny; i++)
        p->y[i] = painter->canvas->height - fp__view_y(painter->view, p->y[i]);
}

/* As Agg makes bytes of the colours of collections. */
static void
set_colors(struct fp__mapper *mapper, const struct fp_colormap *map, double alpha)
{
    for (size_t i = 0; i < map->n; i++) {
        struct fp_color color = fp__colormap_rounded(map, i);

        color.a = (uint8_t)(255 * alpha + .5);
        mapper->argb[1 + i] = fp__premultiply(color);
    }
    mapper->argb[0] = mapper->argb[1];
    mapper->argb[1 + map->n] = mapper->argb[map->n];
}

static void
init_colors(struct painter *painter)
{
    const struct fp_pcolormesh_options *o = &painter->mesh->options;
    struct fp_norm norm = fp__coloring_shown(&painter->mesh->artist, &o->norm);

    if (isnan(norm.vmin) || isnan(norm.vmax))
        norm = (struct fp_norm){.kind = FP_NORM_LINEAR}; /* no value, so nothing is looked up */
    fp__mapper_init(&painter->mapper, &o->cmap, &norm, NULL, NULL, &FP_CLEAR);
    set_colors(&painter->mapper, &o->cmap, o->alpha);
}

/* As much of the canvas as the axes' box has, which may be none: boxes lie anywhere. */
static enum fp_status
init_picture(struct painter *painter, const double clip[4])
{
    struct fp__mesh_picture *p = &painter->picture;
    size_t n;

    p->left = (int)fp__clamp(clip[0], 0, painter->canvas->width);
    p->top = (int)fp__clamp(clip[1], 0, painter->canvas->height);
    p->width = (int)fp__clamp(clip[2], p->left, painter->canvas->width) - p->left;
    p->height = (int)fp__clamp(clip[3], p->top, painter->canvas->height) - p->top;
    n = (size_t)p->width * (size_t)p->height;
    p->pixels = fp__scratch(painter->canvas->ctx, FP__SCRATCH_PIXELS, n, sizeof *p->pixels);
    if (!p->pixels)
        return FP_ERR_MEMORY;
    memset(p->pixels, 0, n * sizeof *p->pixels);
    return FP_OK;
}

/* --- straight grids --------------------------------------------------------------------------- */

/* For each of n pixels from `from` on the cell that it shows: the last that covers it. */
static void
find_cells(const double *edges, size_t step, size_t count, int from, int n, int *cells)
{
    for (int i = 0; i < n; i++)
        cells[i] = NO_CELL;
    for (size_t k = 0; k + 1 < count; k++) {
        double a = floor(edges[k * step] + .5), b = floor(edges[(k + 1) * step] + .5);
        int first = (int)fp__clamp(fmin(a, b) - from, 0, n);
        int end = (int)fp__clamp(fmax(a, b) - from, 0, n);

        for (int i = first; i < end; i++)
            cells[i] = (int)k;
    }
}

/* One row of cells as a row of pixels. */
static void
paint_row(const struct painter *painter, size_t row, const int *columns, double *values,
          double *picked, uint32_t *argb)
{
    size_t n = (size_t)painter->picture.width;

    fp__lattice_row(&painter->mesh->source, row, values);
    for (size_t i = 0; i < n; i++)
        picked[i] = columns[i] == NO_CELL ? NAN : values[columns[i]];
    fp__mapper_row(&painter->mapper, picked, n, argb);
}

static enum fp_status
paint_straight(struct painter *painter)
{
    const struct fp__mesh_picture *p = &painter->picture;
    struct fp_context *ctx = painter->canvas->ctx;
    size_t width = (size_t)p->width, height = (size_t)p->height;
    int *columns = fp__scratch(ctx, FP__SCRATCH_COLUMNS, width, sizeof *columns);
    int *rows = columns ? fp__scratch(ctx, FP__SCRATCH_ROWS, height, sizeof *rows) : NULL;
    double *values =
        rows ? fp__scratch(ctx, FP__SCRATCH_Z, painter->corners.nx, sizeof *values) : NULL;
    double *picked = values ? fp__scratch(ctx, FP__SCRATCH_LINE_X, width, sizeof *picked) : NULL;

    if (!picked)
        return FP_ERR_MEMORY;
    find_cells(painter->corners.x, 1, painter->corners.nx, p->left, p->width, columns);
    find_cells(painter->corners.y, painter->corners.y_up, painter->corners.ny, p->top, p->height,
               rows);
    for (size_t row = 0; row < height; row++) {
        uint32_t *to = p->pixels + row * width;

        if (row > 0 && rows[row] == rows[row - 1])
            memcpy(to, to - width, width * sizeof *to);
        else if (rows[row] != NO_CELL)
            paint_row(painter, (size_t)rows[row], columns, values, picked, to);
    }
    return FP_OK;
}

/* --- other grids ------------------------------------------------------------------------------ */

static void
paint_cell(const struct painter *painter, size_t i, size_t j, uint32_t argb)
{
    const struct fp__points *p = &painter->corners;
    const size_t column[4] = {i, i + 1, i + 1, i}, row[4] = {j, j, j + 1, j + 1};
    double x[4], y[4];

    for (int k = 0; k < 4; k++) {
        x[k] = fp__points_x(p, column[k], row[k]);
        y[k] = fp__points_y(p, column[k], row[k]);
    }
    fp__mesh_fill(&painter->picture, x, y, argb);
}

static enum fp_status
paint_bent(struct painter *painter)
{
    struct fp_context *ctx = painter->canvas->ctx;
    size_t nx = painter->corners.nx - 1, ny = painter->corners.ny - 1;
    double *values = fp__scratch(ctx, FP__SCRATCH_Z, nx, sizeof *values);
    uint32_t *argb = values ? fp__scratch(ctx, FP__SCRATCH_COLORS, nx, sizeof *argb) : NULL;

    if (!argb)
        return FP_ERR_MEMORY;
    for (size_t j = 0; j < ny; j++) {
        fp__lattice_row(&painter->mesh->source, j, values);
        fp__mapper_row(&painter->mapper, values, nx, argb);
        for (size_t i = 0; i < nx; i++)
            if (argb[i] != 0)
                paint_cell(painter, i, j, argb[i]);
    }
    return FP_OK;
}

/* --- edges ------------------------------------------------------------------------------------ */

/* A line through n corners from column i of row j on, along its row or up its column. */
static void
draw_edge(const struct painter *painter, size_t i, size_t j, bool up,
          const struct fp__stroke *stroke)
{
    const struct fp__points *p = &painter->corners;
    size_t count = up ? p->ny : p->nx, n = 0;
    double x[CHUNK], y[CHUNK];

    for (size_t k = 0; k < count; k++) {
        x[n] = fp__points_x(p, up ? i : k, up ? k : j);
        y[n] = fp__points_y(p, up ? i : k, up ? k : j);
        if (painter->straight) {
            x[n] = fp__snap(x[n], stroke->width);
            y[n] = fp__snap(y[n], stroke->width);
        }
        if (++n < CHUNK && k + 1 < count)
            continue;
        painter->canvas->ops->path(painter->canvas, x, y, n);
        n = 0;
    }
    painter->canvas->ops->stroke(painter->canvas, stroke);
}

static void
draw_edges(const struct painter *painter)
{
    const struct fp_pcolormesh_options *o = &painter->mesh->options;
    struct fp__stroke stroke = {.width = o->linewidth * painter->canvas->dpi / 72,
                                .color = o->edgecolor};

    if (!o->has_edgecolor || !(stroke.width > 0) || o->edgecolor.a == 0)
        return;
    for (size_t j = 0; j < painter->corners.ny; j++)
        draw_edge(painter, 0, j, false, &stroke);
    for (size_t i = 0; i < painter->corners.nx; i++)
        draw_edge(painter, i, 0, true, &stroke);
}

/* --- drawing ---------------------------------------------------------------------------------- */

static void
blit(const struct painter *painter)
{
    const struct fp__mesh_picture *p = &painter->picture;
    size_t n = (size_t)p->width * (size_t)p->height;
    struct fp__blit image = {.x = p->left,
                             .y = p->top,
                             .width = p->width,
                             .height = p->height,
                             .pixels = p->pixels,
                             .stride = (size_t)p->width,
                             .opaque = true,
                             .gray = painter->mapper.gray,
                             .mapped = true,
                             .top = p->top,
                             .tall = p->height};

    for (size_t i = 0; i < n && image.opaque; i++)
        image.opaque = p->pixels[i] >> 24 == 255;
    if (n > 0)
        painter->canvas->ops->image(painter->canvas, &image);
}

static enum fp_status
draw(struct painter *painter, const double clip[4])
{
    enum fp_status status = init_picture(painter, clip);

    if (status != FP_OK)
        return status;
    init_colors(painter);
    move_to_canvas(painter);
    status = painter->straight ? paint_straight(painter) : paint_bent(painter);
    if (status != FP_OK)
        return status;
    painter->canvas->ops->clip(painter->canvas, clip);
    blit(painter);
    draw_edges(painter);
    painter->canvas->ops->clip(painter->canvas, NULL);
    return FP_OK;
}

enum fp_status
fp__mesh_draw(struct fp__artist *artist, const struct fp__view *view, struct fp__canvas *canvas)
{
    const struct fp_mesh *mesh = (const struct fp_mesh *)artist;
    const struct fp__box *b = &view->box;
    const double clip[4] = {floor(b->x0 + .5), floor(canvas->height - b->y1 + .5),
                            floor(b->x1 + .5), floor(canvas->height - b->y0 + .5)};
    struct painter painter = {.mesh = mesh, .view = view, .canvas = canvas};
    enum fp_status status;

    if (fp_is_closed(mesh->source.z))
        return fp__fail_closed(canvas->ctx, "array of a mesh");
    status = fp__mesh_corners(mesh, &painter.corners);
    painter.straight = status == FP_OK && is_straight(&painter.corners);
    return status == FP_OK ? draw(&painter, clip) : status;
}
