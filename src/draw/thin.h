/* SPDX-License-Identifier: MIT */
/* thin.h: the points of a dense line on their way: those go on that can be told from the others. */
#ifndef DRAW_THIN_H
#define DRAW_THIN_H

#include <stdbool.h>
#include <stddef.h>

#define FP__THIN_ROOM 16

struct fp__thin_point {
    double x, y; /* pixels */
    size_t at;   /* in the line */
};

/* Points in a row that share a slice of a column of pixels. */
struct fp__thin_run {
    double slice;
    double low, high; /* what the line covers there, the way from the run before included */
    struct fp__thin_point first, lowest, highest, last;
};

struct fp__thin {
    void (*put)(struct fp__thin *thin, double x, double y); /* takes what goes on */
    double radius;           /* half the width of the line, in pixels; 0: a face's outline */
    double slices;           /* to a pixel */
    size_t points;           /* since the last gap */
    double before[2];        /* the last but one of them */
    struct fp__thin_run run; /* of the last of them */
    struct fp__thin_run runs[FP__THIN_ROOM]; /* before it, one beside the other in one direction */
    size_t n;
};

/* Begins a line that is 2 radius wide. */
void fp__thin_begin(struct fp__thin *thin, double radius,
                    void (*put)(struct fp__thin *thin, double x, double y));

/* The next point; finite. */
void fp__thin_add(struct fp__thin *thin, double x, double y);

/* Sends on what is left: at gaps, and at the end. */
void fp__thin_end(struct fp__thin *thin);

#endif
