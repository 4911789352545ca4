/* SPDX-License-Identifier: MIT */
/* rc.h: options that are not given take rcParams' values before those of the library. */
#ifndef SCRIPT_RC_H
#define SCRIPT_RC_H

#include "script/options.h"

/* The functions whose options rcParams reach. */
extern const struct fp__fields fp__imshow_fields;   /* plots.c */
extern const struct fp__fields fp__imsave_fields;   /* imsave.c */
extern const struct fp__fields fp__plot_fields;     /* plots.c */
extern const struct fp__fields fp__scatter_fields;  /* plots.c */
extern const struct fp__fields fp__contour_fields;  /* plots_fields.c */
extern const struct fp__fields fp__contourf_fields; /* plots_fields.c */
extern const struct fp__fields fp__pcolormesh_fields;
extern const struct fp__fields fp__legend_fields;   /* plots_notes.c */
extern const struct fp__fields fp__figure_fields;   /* figures.c */
extern const struct fp__fields fp__savefig_fields;  /* figures.c */
extern const struct fp__fields fp__axes_fields;     /* figures.c */
extern const struct fp__fields fp__subplots_fields; /* pyplot.c */
extern const struct fp__fields fp__title_fields;    /* axes_texts.c */
extern const struct fp__fields fp__suptitle_fields; /* figures.c */
extern const struct fp__fields fp__text_fields;     /* plots_notes.c */
extern const struct fp__fields fp__annotate_fields; /* plots_notes.c */
extern const struct fp__fields fp__clabel_fields;   /* plots_fields.c */

/* In points: what "medium" is, and all other words for sizes are relative to. */
double fp__rc_font_size(lua_State *L);

/* Pushes the table of options that rcParams hold for these fields; false, with nothing pushed, when
 * there are none. */
bool fp__rc_push(lua_State *L, const struct fp__fields *fields);

#endif
