/* SPDX-License-Identifier: MIT */
/* player.h: one frame after the other in the drawing's window, as keys and the clock want it. */
#ifndef CLI_SHOW_PLAYER_H
#define CLI_SHOW_PLAYER_H

#include "cli/batch/drawing.h"

struct fp__player {
    struct fp__plan *plan;
    struct fp__drawing *drawing;
    double fps;
    bool playing; /* else frames wait for a key; only where there are several */
    size_t at;    /* the job's number of the frame that is seen */
};

/* What the keys are, in a line. */
extern const char fp__player_keys[];

/* Plays until the window is closed, a key says so, or a signal comes. Returns 0, an exit code after
 * saying what is wrong, or 128 + the signal. */
int fp__player_run(struct fp__player *player);

#endif
