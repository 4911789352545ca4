/* SPDX-License-Identifier: MIT */
/* grid.c: matrices as they are, and grids put together from points. */
#include "cli/plots/grid.h"

#include <math.h>
#include <string.h>

#include "cli/exit.h"
#include "cli/opt/message.h"
#include "cli/plots/places.h"

/* --- A matrix --------------------------------------------------------------------------------- */

static int
check_matrix(const struct fp__panel *p, struct fp_frames *frames)
{
    const struct fp_frames_info *info = fp_frames_info(frames);
    if (fp_frames_check(frames) != FP_OK)
        return fp__message_failure(p->ctx);
    if (info->count == 1 && info->frame.ndim == 2)
        return 0;
    return fp__message_error(FP__EXIT_INPUT,
                             "%s: is not one matrix of values" FP__AND_HINT
                             "save one: np.save('a.npy', a[0]); flatplot info tells what it is",
                             p->input->path);
}

static int
read_matrix(struct fp__grid *grid, struct fp__panel *p)
{
    struct fp_frames_options options = fp_frames_defaults();
    options.stop = fp__columns_stop;
    struct fp_frames *frames = fp_frames_open_with(p->ctx, p->input->path, &options);
    struct fp_frames_place place;
    int code = frames ? check_matrix(p, frames) : fp__columns_failure(p->ctx);
    if (!code && fp_frames_next(frames, &grid->z, &place) != FP_OK)
        code = fp__columns_failure(p->ctx);
    fp_unref(frames);
    return code;
}

/* --- Points ----------------------------------------------------------------------------------- */

/* A grid that is mostly holes is none. */
enum { MOST_HOLES = 16 };

struct points {
    struct fp_array *x, *y, *z; /* the columns */
    struct fp__places along_x, along_y;
    double *values;
};

static int
check_points(const struct fp__panel *p, const struct points *points)
{
    size_t rows = points->along_y.count;
    size_t cols = points->along_x.count;
    size_t most = MOST_HOLES * (fp_array_count(points->z) + 1);
    if (rows == 0 || cols <= most / rows)
        return 0;
    return fp__message_error(FP__EXIT_INPUT,
                             "%s: the points are not those of a grid: %zu values lie at %zu places "
                             "along x and %zu along y" FP__AND_HINT
                             "flatplot scatter --color-by draws points anywhere",
                             p->columns.path, fp_array_count(points->z), cols, rows);
}

static int
put_point(const struct fp__panel *p, const struct points *points, size_t i)
{
    double x = NAN;
    double y = NAN;
    double z = NAN;
    fp_array_value(points->x, &i, &x);
    fp_array_value(points->y, &i, &y);
    fp_array_value(points->z, &i, &z);
    if (!isfinite(x) || !isfinite(y))
        return 0;
    double *value = &points->values[fp__places_find(&points->along_y, y) * points->along_x.count +
                                    fp__places_find(&points->along_x, x)];
    if (isnan(*value)) {
        *value = z;
        return 0;
    }
    return fp__message_error(FP__EXIT_INPUT,
                             "%s: row %zu of values is at the same place as one before "
                             "it" FP__AND_HINT "a grid has one value at each place",
                             p->columns.path, i + 1);
}

static int
put_points(const struct fp__panel *p, struct points *points, struct fp_array **z)
{
    size_t n[2] = {points->along_y.count, points->along_x.count};
    struct fp_layout layout = fp_layout_c(FP_FLOAT64, 2, n);
    int code = 0;
    points->values = fp_alloc_array(n[0] * n[1] + 1, sizeof *points->values);
    if (!points->values)
        return fp__message_no_memory();
    for (size_t i = 0; i < n[0] * n[1]; i++)
        points->values[i] = NAN;
    for (size_t i = 0; i < fp_array_count(points->z) && !code; i++)
        code = put_point(p, points, i);
    if (code) {
        fp_free(points->values);
        return code;
    }
    *z = fp_array_wrap(p->ctx, points->values, &layout, fp_free, points->values);
    return *z ? 0 : fp__message_failure(p->ctx);
}

static int
find_places(struct points *points)
{
    return fp__places_init(&points->along_x, points->x) &&
                   fp__places_init(&points->along_y, points->y)
               ? 0
               : fp__message_no_memory();
}

static int
read_points(struct fp__grid *grid, struct fp__panel *p)
{
    struct points points = {.x = NULL};
    int code = fp__panel_x(p, &points.x);
    code = code ? code : fp__panel_y(p, 0, &points.y);
    code = code ? code : fp__panel_column(p, p->settings->others[FP__GRID_Z], &points.z);
    code = code ? code : find_places(&points);
    code = code ? code : check_points(p, &points);
    code = code ? code : put_points(p, &points, &grid->z);
    code = code ? code : fp__places_array(&points.along_x, p->ctx, &grid->x);
    code = code ? code : fp__places_array(&points.along_y, p->ctx, &grid->y);
    fp__places_finish(&points.along_x);
    fp__places_finish(&points.along_y);
    fp_unref(points.x);
    fp_unref(points.y);
    fp_unref(points.z);
    return code;
}

/* --- A grid ----------------------------------------------------------------------------------- */

int
fp__grid_read(struct fp__grid *grid, struct fp__panel *panel)
{
    memset(grid, 0, sizeof *grid);
    return panel->settings->others[FP__GRID_Z] ? read_points(grid, panel)
                                               : read_matrix(grid, panel);
}

void
fp__grid_finish(struct fp__grid *grid)
{
    fp_unref(grid->x);
    fp_unref(grid->y);
    fp_unref(grid->z);
}

int
fp__grid_colorbar(struct fp__panel *panel, void *artist)
{
    const char *column = panel->settings->others[FP__GRID_Z];
    return column ? fp__panel_colorbar_by(panel, artist, column)
                  : fp__panel_colorbar(panel, artist, "");
}
