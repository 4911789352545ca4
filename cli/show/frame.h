/* SPDX-License-Identifier: MIT */
/* frame.h: a frame of the job on the drawing's figure. */
#ifndef CLI_SHOW_FRAME_H
#define CLI_SHOW_FRAME_H

#include "cli/batch/drawing.h"

/* Reads frame `index` of the job and draws it in place of what the figure held. Returns 0 or an
 * exit code after saying what is wrong. */
int fp__frame_draw(struct fp__plan *plan, struct fp__drawing *drawing, size_t index);

#endif
