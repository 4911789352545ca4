/* SPDX-License-Identifier: MIT */
/* library.h: what the files of this folder add to `plt`, each its part. */
#ifndef SCRIPT_LIBRARY_H
#define SCRIPT_LIBRARY_H

#include "script/state.h"

/* Makes the global `plt`. */
void fp__library_open(lua_State *L);

/* What the table on top of the stack has not is an error that says so, and what is near. `before`:
 * how its names are written, "plt."; `plots`: matplotlib's plots are among them. */
void fp__refuse_others(lua_State *L, const char *before, bool plots);

/* Each takes the table on top of the stack and adds its functions. */
void fp__open_arrays(lua_State *L);     /* array.c: first, makes the class of arrays */
void fp__open_array_text(lua_State *L); /* array_text.c */
void fp__open_make(lua_State *L);       /* array_make.c */
void fp__open_types(lua_State *L);      /* array_type.c */
void fp__open_math(lua_State *L);       /* array_math.c */
void fp__open_reduce(lua_State *L);     /* array_reduce.c */
void fp__open_views(lua_State *L);      /* array_view.c */
void fp__open_frames(lua_State *L);     /* frames.c */
void fp__open_system(lua_State *L);     /* system.c */
void fp__open_held(lua_State *L);       /* held.c */
void fp__open_handles(lua_State *L);    /* handle.c: before those that follow */
void fp__open_artists(lua_State *L);    /* artists.c */
void fp__open_axes(lua_State *L);       /* axes.c */
void fp__open_dates(lua_State *L);      /* axis.c */
void fp__open_figures(lua_State *L);    /* figures.c */
void fp__open_pyplot(lua_State *L);     /* pyplot.c: what draws in the current figure and axes */
void fp__open_imsave(lua_State *L);     /* imsave.c */
void fp__open_windows(lua_State *L);    /* windows.c */
void fp__open_rc(lua_State *L);         /* rc.c: after those whose options it sets */
void fp__open_absent(lua_State *L);     /* absent.c: last, what matplotlib has and we have not */

#endif
