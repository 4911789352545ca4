/* SPDX-License-Identifier: MIT */
/* frames.h: what plt.load opened, where an array is wanted. */
#ifndef SCRIPT_FRAMES_H
#define SCRIPT_FRAMES_H

#include "script/state.h"

/* Pushes the whole file as an array; false, with nothing pushed, when it is something else. */
bool fp__push_all_frames(lua_State *L, int index);

#endif
