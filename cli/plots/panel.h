/* SPDX-License-Identifier: MIT */
/* panel.h: the axes of a picture while its inputs are drawn into it, one after the other: what a
 * kind of plot asks for the columns of its input, their names and colours. */
#ifndef CLI_PLOTS_PANEL_H
#define CLI_PLOTS_PANEL_H

#include "cli/batch/plan.h"
#include "cli/plots/columns.h"
#include "flatplot/axes.h"

struct fp__panel;

/* One of the columns drawn. */
struct fp__series {
    size_t i; /* its place among those of its input */
    struct fp_array *x;
    struct fp_array *y;
    const char *label; /* NULL when it has no name and is alone */
};

/* Draws a column. Returns 0 or an exit code after saying what is wrong. */
typedef int (*fp__series_fn)(struct fp__panel *panel, const struct fp__series *series);

/* A kind of plot: all that tells its verb from the others. */
struct fp__plot_kind {
    bool no_x;  /* nothing is drawn along x: all columns are values, and x is NULL */
    bool lying; /* x stands along the vertical axis, and values along the other */

    bool alone; /* a picture has one input */
    bool grid;  /* inputs are matrices, or with -z a column for each of x and y */

    fp__series_fn draw_column;            /* draws each column by itself; or … */
    int (*draw)(struct fp__panel *panel); /* … all of panel->columns, and returns as that does */
};

struct fp__panel {
    struct fp_context *ctx;
    const struct fp__plots *settings; /* the verb's begin with them */
    const struct fp__plot_kind *kind;
    struct fp_axes *ax;
    bool several;                  /* inputs on this picture */
    const struct fp__input *input; /* being drawn */
    struct fp__columns columns;    /* of it */
    size_t first;                  /* columns that were drawn before it, of other inputs */
    struct fp_text label;          /* of the column being drawn */
    struct fp_text xname;          /* of the first column along x */
    struct fp_text yname;          /* of the columns drawn, while they have one name … */
    bool mixed;                    /* … and not any more */
    struct fp_text texts;          /* all that the picture says beside numbers */
    void *own;                     /* of the kind, while it draws an input */
};

/* The places along x, to be given back with fp_unref: those of the column, whose dates and names
 * make the axis one of such, else 0, 1, 2 … */
int fp__panel_x(struct fp__panel *panel, struct fp_array **x);

/* The i-th of the columns drawn, to be given back with fp_unref. */
int fp__panel_y(struct fp__panel *panel, size_t i, struct fp_array **y);

/* Gives each of the columns drawn to the function, until one fails. */
int fp__panel_each(struct fp__panel *panel, fp__series_fn draw);

/* 0 for an artist; else an exit code after saying why the library did not draw it. */
int fp__panel_drawn(const struct fp__panel *panel, const void *artist);

/* The colour that --color gives it. False for none: then it is the library's next. */
bool fp__panel_color(const struct fp__panel *panel, size_t i, struct fp_color *color);

/* The column that an option names, to be given back with fp_unref. */
int fp__panel_column(struct fp__panel *panel, const char *word, struct fp_array **values);

/* The same for the word of the i-th column drawn in a list, which begins again after its last
 * one. */
int fp__panel_word(struct fp__panel *panel, const char *list, size_t i, struct fp_array **values);

/* The norm of --norm, --vmin and --vmax; whatever comes back, its boundaries are to be given back
 * with fp_unref. */
int fp__panel_norm(const struct fp__panel *panel, struct fp_norm *norm);

/* Adds a colorbar for the artist, called `name` unless --colorbar says otherwise; NULL: nothing. */
int fp__panel_colorbar(struct fp__panel *panel, void *artist, const char *name);

/* The same, called as the column of that name or number. */
int fp__panel_colorbar_by(struct fp__panel *panel, void *artist, const char *word);

/* Draws an input into the axes. */
int fp__panel_draw(struct fp__panel *panel, const struct fp__plot_kind *kind,
                   const struct fp__input *input);

void fp__panel_finish(struct fp__panel *panel);

#endif
