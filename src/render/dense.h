/* SPDX-License-Identifier: MIT */
/* dense.h: areas of so many edges that cairo, which keeps those that cross a row in a list sorted
 * by x, takes minutes for them. */
#ifndef RENDER_DENSE_H
#define RENDER_DENSE_H

#include "render/cover.h"

/* Fewer points than this are never dense. */
#define FP__DENSE_POINTS 4096

/* Finds what the path covers within the ground's clip: the bytes that cairo finds (its samples:
 * 15 rows and 256 columns to a pixel, nonzero winding). False, with no cover, when the area is not
 * dense or there is no memory: cairo can do it. */
bool fp__dense_cover(const cairo_path_t *path, const int clip[4], struct fp__cover *cover);

#endif
