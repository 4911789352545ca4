/* SPDX-License-Identifier: MIT */
/* state.h: a Lua state over our memory door, and how failures become Lua's errors.
 *
 * Lua leaves functions by longjmp. So whatever a function of this folder makes belongs to a
 * userdata before anything is called that may raise: first the userdata, then what it holds. */
#ifndef SCRIPT_STATE_H
#define SCRIPT_STATE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <lauxlib.h>
#include <lua.h>

#include "flatplot/script.h"

/* A finalizer is called through a record that Lua allocates; when it cannot, what the finalizer
 * would have released is lost. So some of these small blocks are kept back for when memory is
 * short. */
enum { FP__SPARES = 32, FP__SPARE = 80 };

struct fp__script {
    const struct fp_script_options *options;
    size_t charge;      /* bytes outside Lua that its collector was not told of yet */
    uint64_t random[4]; /* the generator of rand and randn */
    void *pushed[2][2]; /* what a handle is being made for, and its figure: held meanwhile */
    uint32_t spares_taken;
    _Alignas(max_align_t) char spares[FP__SPARES][FP__SPARE];
};

/* Ends the state and what it left in the script. */
void fp__state_close(lua_State *L);

/* handle.c: gives back two references, as of `pushed`. */
void fp__pushed_let_go(void *pushed[2]);

/* A state whose allocator is the memory door, capped as the options say. NULL without memory. */
lua_State *fp__state_create(struct fp__script *script);

/* The script that the state belongs to. */
struct fp__script *fp__script_of(lua_State *L);

/* The bytes that the memory door may still give to the script. */
size_t fp__room_of(lua_State *L);

/* Tells Lua's collector of so many bytes that a userdata keeps alive and that it cannot see. */
void fp__charge(lua_State *L, size_t bytes);

/* Raises "script.lua:12: message". %s %d %I as in lua_pushfstring; a hint follows FP__OR. */
int fp__error(lua_State *L, const char *format, ...) __attribute__((noreturn));

#define FP__OR "\nhint: "

/* Raises the last failure of the library, with its hint. */
int fp__raise(lua_State *L) __attribute__((noreturn));

/* Raises it when the status is one. */
void fp__try(lua_State *L, enum fp_status status);

/* The line that is being run, 0 when there is none. */
int fp__line(lua_State *L);

/* The name of what stands at a place of the stack, for messages: "nil", "a table", "a figure". */
const char *fp__kind_of(lua_State *L, int index);

#endif
