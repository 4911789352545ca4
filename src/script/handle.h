/* SPDX-License-Identifier: MIT */
/* handle.h: what scripts hold of figures, axes and artists.
 *
 * A handle is weak: it keeps nothing alive. All handles into one figure share its grave, a small
 * note of its number and of the line that closed it. A figure that has no number is owned by its
 * handle, which the grave keeps for as long as somebody holds an axes or artist of it. */
#ifndef SCRIPT_HANDLE_H
#define SCRIPT_HANDLE_H

#include "flatplot/axes.h"
#include "flatplot/figure.h"
#include "script/state.h"

#define FP__FIGURE "figure"
#define FP__AXES "axes"
#define FP__IMAGE "image"
#define FP__COLORBAR "colorbar"
#define FP__LINE "line"
#define FP__SCATTER "scatter"
#define FP__NOTE "text"
#define FP__CONTOUR "contour"
#define FP__MESH "mesh"
#define FP__ARTIST "artist"

/* Makes the class of that name with the methods (with those of `parent` too unless NULL), and
 * leaves its table of methods on the stack. */
void fp__handle_class(lua_State *L, const char *name, const luaL_Reg *methods);

/* Push a handle; NULL raises the library's failure. The name is one of those above. */
int fp__push_figure(lua_State *L, struct fp_figure *figure);
int fp__push_axes(lua_State *L, struct fp_axes *ax);
int fp__push_artist(lua_State *L, const char *name, void *artist);

/* Makes a figure without a number, which its handle owns. */
int fp__push_owned_figure(lua_State *L);

/* What the handle at the index stands for, lent. Raises when it is no such handle, or dead. */
struct fp_figure *fp__to_figure(lua_State *L, int index);
struct fp_axes *fp__to_axes(lua_State *L, int index);
void *fp__to_artist(lua_State *L, int index, const char *name);

/* Any handle of an artist. */
void *fp__to_any_artist(lua_State *L, int index);

/* What a handle of any name stands for, lent; NULL for a dead one, and for anything else. */
void *fp__peek_target(lua_State *L, int index);

/* held.c: pushes a value that drops the reference which is put where this returns, at the latest
 * when it is collected. */
void **fp__push_held_slot(lua_State *L);

/* Calls a method that borrows what its first argument stands for, and keeps that from being
 * freed meanwhile; pushes such a method as a function. */
int fp__call_held(lua_State *L, lua_CFunction method);
void fp__push_method(lua_State *L, lua_CFunction method);

/* A figure in the same way. */
struct fp_figure *fp__peek_figure(lua_State *L, int index);

/* True for a handle of that name, dead or alive. */
bool fp__is_handle(lua_State *L, int index, const char *name);

/* Notes the line in the grave of a figure that is about to be closed. */
void fp__note_closing(lua_State *L, const struct fp_figure *figure);

/* Notes it in the graves of all figures that were closed and not noted. Walks over all graves: for
 * what may have closed many. */
void fp__note_closed(lua_State *L);

#endif
