/* SPDX-License-Identifier: MIT */
/* terminal.h: frames as text in a terminal, one time each. */
#ifndef CLI_SHOW_TERMINAL_H
#define CLI_SHOW_TERMINAL_H

#include "cli/batch/drawing.h"

/* Writes the plan's frames to standard output, without axes: as large as --size says, else as fits
 * the terminal (80 × 24 when it is none). On a terminal each takes the place of the one before, fps
 * of them a second; elsewhere it follows. Returns 0, an exit code after saying what is wrong, or
 * 128 + the signal that came. */
int fp__terminal_run(struct fp__plan *plan, struct fp__drawing *drawing, double fps);

#endif
