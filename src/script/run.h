/* SPDX-License-Identifier: MIT */
/* run.h: what scripts from files and those from a prompt have in common. */
#ifndef SCRIPT_RUN_H
#define SCRIPT_RUN_H

#include "script/state.h"

/* A script is at most so many bytes long. */
#define FP__SCRIPT_LIMIT ((size_t)64 << 20)

struct fp__source {
    const char *name; /* "-": standard input */
    const char *text;
    size_t n;
};

/* Opens all that a script runs in: Lua's libraries, ours, its arguments. May raise. */
void fp__script_open(lua_State *L, const char *name);

/* Pushes the function that the text is. Raises when it is none. */
void fp__script_load(lua_State *L, const struct fp__source *source);

/* The message handler: what was thrown as text; where that was to whoever wants to know. */
int fp__script_on_error(lua_State *L);

/* Raises in the library what a protected call left on top of the stack. */
enum fp_status fp__script_fail(lua_State *L, int result, const char *name);

/* leave.c: os.exit asks the options' `leaving`. */
void fp__open_exit(lua_State *L);

#endif
