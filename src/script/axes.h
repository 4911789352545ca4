/* SPDX-License-Identifier: MIT */
/* axes.h: the methods of axes, which pyplot's functions of the same kind call with the current one.
 */
#ifndef SCRIPT_AXES_H
#define SCRIPT_AXES_H

#include "script/state.h"

/* A method under its name in `plt`, where it is called without the axes; or NULL: it is none there.
 */
struct fp__method {
    const char *name;   /* of the method */
    const char *pyplot; /* of the function */
    lua_CFunction call; /* the axes (the figure) is its first argument */
};

/* End with a row of NULL. */
extern const struct fp__method fp__axes_methods[];
extern const struct fp__method fp__axes_text_methods[];
extern const struct fp__method fp__plot_methods[];
extern const struct fp__method fp__note_methods[];
extern const struct fp__method fp__area_methods[];
extern const struct fp__method fp__field_methods[];
extern const struct fp__method fp__bar_methods[];
extern const struct fp__method fp__segment_methods[];
extern const struct fp__method fp__axis_methods[];
extern const struct fp__method fp__tick_methods[];
extern const struct fp__method fp__tick_look_methods[];
extern const struct fp__method fp__tick_params_methods[];
extern const struct fp__method fp__grid_methods[];
extern const struct fp__method fp__figure_methods[];

/* Methods of one kind: those that draw return artists, and take the option zorder. */
struct fp__method_table {
    const struct fp__method *methods;
    bool draw;
};

/* All tables of what axes can do; NULL ends them. A new file of methods is one line of it. */
extern const struct fp__method_table fp__axes_tables[];

/* plots_notes.c: sets ax.transAxes and ax.transData, for a text's option `transform`, into the
 * table on top of the stack. */
void fp__set_transforms(lua_State *L);

/* plots_fields.c: methods of contours and meshes; artists.c and zorder.c: those that all artists
 * have. */
extern const luaL_Reg fp__contour_methods[], fp__mesh_methods[];
int fp__artist_remove(lua_State *L);
int fp__artist_set_zorder(lua_State *L);

#define FP__ARTIST_METHODS                                                                         \
    {"remove", fp__artist_remove},                                                                 \
    {                                                                                              \
        "set_zorder", fp__artist_set_zorder                                                        \
    }

/* zorder.c: fp__call_held and fp__push_method for methods that draw. */
int fp__call_drawing(lua_State *L, lua_CFunction method);
void fp__push_drawing(lua_State *L, lua_CFunction method);

/* Sets all that have a name of their own into the table on top of the stack. */
void fp__set_methods(lua_State *L, const struct fp__method_table *table);

#endif
