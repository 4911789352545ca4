/* SPDX-License-Identifier: MIT */
/* notes.h: what is written in axes: texts. */
#ifndef FLATPLOT_NOTES_H
#define FLATPLOT_NOTES_H

#include "flatplot/align.h"
#include "flatplot/axes.h"

#ifdef __cplusplus
extern "C" {
#endif

/* --- texts ---------------------------------------------------------------------------------------
 *
 * Texts stand above everything else but legends, are not clipped, do not count for the limits, and
 * have their room in tight layouts. */

/* What places are given in. */
enum fp_coords {
    FP_COORDS_DATA,
    FP_COORDS_AXES,   /* fractions of the axes' box, from its lower left corner */
    FP_COORDS_FIGURE, /* fractions of the figure */
    FP_COORDS_KINDS
};

/* What a turned text is aligned by: the upright box around it, or its own, before it is turned
 * around its place. */
enum fp_rotation_mode { FP_ROTATION_DEFAULT, FP_ROTATION_ANCHOR };

/* A frame around a text, with square or round corners. */
enum fp_boxstyle { FP_BOX_SQUARE, FP_BOX_ROUND, FP_BOX_STYLES };

struct fp_text_box {
    enum fp_boxstyle style; /* square */
    double pad;             /* around the text, in sizes of its font; NaN: as many points as follow
                               for square corners, .3 for round ones */
    double pad_points;      /* 4 */
    bool has_facecolor;     /* else the style's first colour */
    struct fp_color facecolor;
    bool has_edgecolor; /* else the style's ink */
    struct fp_color edgecolor;
    double linewidth; /* of the edge, in points: 1; 0: none */
    double alpha;     /* 1: multiplies the alpha of both colours; 0 … 1 */
};

/* What text takes beside the text: matplotlib's names and defaults. Start from
 * fp_text_defaults(). */
struct fp_text_options {
    enum fp_coords coords;               /* of its place: data */
    double fontsize;                     /* in points: 10 */
    double rotation;                     /* in degrees, counter-clockwise: 0 */
    enum fp_rotation_mode rotation_mode; /* default */
    enum fp_halign ha;                   /* left */
    enum fp_valign va;                   /* baseline */
    bool has_color;                      /* else the style's ink */
    struct fp_color color;
    double alpha; /* 1: multiplies the colour's; 0 … 1 */
    bool has_box; /* false */
    struct fp_text_box box;
};

/* The defaults that are told above. */
FP_API struct fp_text_options fp_text_defaults(void);

/* Writes text (UTF-8, copied) of one or more lines at a place, lines parted by '\n' and aligned as
 * the text is. One whose place cannot be shown (0 along a logarithmic axis) is left out. options
 * may be NULL. Lent; NULL with FP_ERR_ARGUMENT for no text, places that are not finite, or options
 * out of their range. */
FP_API struct fp_note *fp_axes_text(struct fp_axes *ax, double x, double y, const char *text,
                                    const struct fp_text_options *options);

/* Another text (UTF-8, copied) at the same place. FP_ERR_ARGUMENT for none; then the old one
 * stays. */
FP_API enum fp_status fp_note_set_text(struct fp_note *note, const char *text);

#ifdef __cplusplus
}
#endif
#endif
