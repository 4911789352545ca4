/* SPDX-License-Identifier: MIT */
/* easel.h: a scene drawn onto a canvas that keeps its images, fills and texts. */
#ifndef TESTS_ORACLE_EASEL_H
#define TESTS_ORACLE_EASEL_H

#include "oracle/scene.h"

/* Draws the scene's figure; what comes out is kept in the scene. */
enum fp_status easel_draw(struct scene *scene);

/* Draws it and keeps nothing. */
enum fp_status easel_sketch(struct fp_figure *figure);

/* Tight layout with texts as large as the canvas finds them. */
enum fp_status easel_fit(struct fp_figure *figure);

#endif
