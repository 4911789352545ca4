/* SPDX-License-Identifier: MIT */
/* stop.h: which states run, so that a wish to stop reaches them all.
 *
 * A hook belongs to one coroutine. So those that wait for another to come back stand in a chain on
 * the C stack, and whoever wants them stopped walks it, in a signal handler too. */
#ifndef SCRIPT_STOP_H
#define SCRIPT_STOP_H

#include "script/state.h"

struct fp__runner {
    lua_State *L;
    struct fp__runner *outer; /* that waits for this one; NULL: the script itself */
};

/* From enter to leave, in one function that cannot be left by an error, the state runs. An earlier
 * wish is forgotten where nothing ran. */
void fp__stop_enter(struct fp__runner *here, lua_State *L);
void fp__stop_leave(const struct fp__runner *here);

/* Whether what runs, or ran last, was to be stopped. */
bool fp__stop_wished(void);

/* Puts the library's coroutines in the place of Lua's: the same, and stoppable. */
void fp__open_coroutines(lua_State *L);

#endif
