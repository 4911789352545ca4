/* SPDX-License-Identifier: MIT */
/* mesh.h: what is inside a mesh of coloured cells, for its own files. */
#ifndef FIELDS_MESH_H
#define FIELDS_MESH_H

#include "fields/lattice.h"
#include "figure/artist.h"
#include "flatplot/fields.h"

struct fp_mesh {
    struct fp__artist artist;
    struct fp__lattice_source source;
    struct fp_pcolormesh_options options; /* boundaries held, the norm's limits found */
    bool around;                          /* the points are the middles of cells */
    double x[2], y[2];                    /* smallest and largest of their corners */
};

extern const struct fp__artist_class fp__mesh_class;

/* The corners of its cells: one more per side than values. */
enum fp_status fp__mesh_corners(const struct fp_mesh *mesh, struct fp__points *corners);

/* As the class's function of this name. */
enum fp_status fp__mesh_draw(struct fp__artist *artist, const struct fp__view *view,
                             struct fp__canvas *canvas);

/* Pixels that are drawn as one image: width · height of them from left, top of the canvas on. */
struct fp__mesh_picture {
    int left, top, width, height;
    uint32_t *pixels;
};

/* Fills the pixels whose middles lie in a polygon of four corners, in pixels of the canvas. Two
 * that share a side share no pixel, and leave none out between them. */
void fp__mesh_fill(const struct fp__mesh_picture *picture, const double x[4], const double y[4],
                   uint32_t argb);

#endif
