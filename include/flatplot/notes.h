/* SPDX-License-Identifier: MIT */
/* notes.h: what is written in axes: texts and legends. */
#ifndef FLATPLOT_NOTES_H
#define FLATPLOT_NOTES_H

#include "flatplot/align.h"
#include "flatplot/plot.h"

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
    FP_COORDS_OFFSET, /* points from the place that is annotated; for annotate's text only */
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
 * the text is. One whose place cannot be shown (0 along a logarithmic axis) is left out. "" writes
 * nothing, and neither is its box drawn. options may be NULL. Lent; NULL with FP_ERR_ARGUMENT for
 * no text, places that are not finite, or options
 * out of their range. */
FP_API struct fp_note *fp_axes_text(struct fp_axes *ax, double x, double y, const char *text,
                                    const struct fp_text_options *options);

/* Another text (UTF-8, copied) at the same place. FP_ERR_ARGUMENT for NULL; then the old one
 * stays. */
FP_API enum fp_status fp_note_set_text(struct fp_note *note, const char *text);

/* --- annotations -------------------------------------------------------------------------------
 *
 * A text that tells of a place, and an arrow from it to there. */

/* matplotlib's arrow styles. Tail and head are open or filled points, bars or brackets, or the
 * arrow is one filled shape; a block is what matplotlib draws when no style is named. */
enum fp_arrowstyle {
    FP_ARROW_BLOCK,
    FP_ARROW_LINE,         /* -     */
    FP_ARROW_TAIL,         /* <-    */
    FP_ARROW_HEAD,         /* ->    */
    FP_ARROW_BOTH,         /* <->   */
    FP_ARROW_FILLED_TAIL,  /* <|-   */
    FP_ARROW_FILLED_HEAD,  /* -|>   */
    FP_ARROW_FILLED_BOTH,  /* <|-|> */
    FP_ARROW_BRACKET_TAIL, /* ]-   */
    FP_ARROW_BRACKET_HEAD, /* -[   */
    FP_ARROW_BRACKETS,     /* ]-[  */
    FP_ARROW_BARS,         /* |-|  */
    FP_ARROW_SIMPLE,
    FP_ARROW_FANCY,
    FP_ARROW_WEDGE,
    FP_ARROW_STYLES
};

struct fp_arrow_options {
    enum fp_arrowstyle style;  /* block */
    double rad;                /* how far the way bends to the right, in lengths of it: 0 */
    double relpos[2];          /* of the text's box, where it begins: .5, .5; a block begins at the
                                 middle or corner that is nearest */
    double shrink_a, shrink_b; /* what is left out at its beginning and end, in points: 2 */
    double mutation_scale;     /* what the next are measured in, in points; NaN: the text's size */
    double head_length, head_width, tail_width; /* of shapes that have them; NaN: the style's own */
    double width, headwidth, headlength;        /* of a block, in points: 4, 12, 12 */
    double shrink;    /* of a block, instead of shrink_a and shrink_b: the share of its length, 0 */
    double linewidth; /* in points: 1 */
    enum fp_linestyle linestyle; /* solid */
    bool has_color;              /* for both: else */
    struct fp_color color;
    bool has_facecolor; /* else the style's first colour */
    struct fp_color facecolor;
    bool has_edgecolor; /* else the style's ink */
    struct fp_color edgecolor;
    double alpha; /* 1: multiplies the alpha of both; 0 … 1 */
};

/* What annotate takes. Start from fp_annotate_defaults(). */
struct fp_annotate_options {
    struct fp_text_options text; /* its coords are those of xytext */
    bool has_textcoords;         /* else as xycoords */
    bool has_xytext;             /* else at xy */
    double xytext[2];
    enum fp_coords xycoords; /* data */
    bool has_arrow;          /* false */
    struct fp_arrow_options arrow;
};

/* The defaults that are told above. */
FP_API struct fp_annotate_options fp_annotate_defaults(void);

/* Writes text at xytext about the place x, y. As fp_axes_text, but "" takes no arrow away, and
 * nothing is drawn while a place in data coordinates is outside the axes' box. */
FP_API struct fp_note *fp_axes_annotate(struct fp_axes *ax, const char *text, double x, double y,
                                        const struct fp_annotate_options *options);

/* --- legends -------------------------------------------------------------------------------------
 *
 * A box that names what is plotted, each with a sample. */

enum fp_legend_place {
    FP_LEGEND_BEST, /* the one of the nine where it covers the fewest points of lines and scatters,
                       lines that cross it, bars and spans */
    FP_LEGEND_UPPER_RIGHT,
    FP_LEGEND_UPPER_LEFT,
    FP_LEGEND_LOWER_LEFT,
    FP_LEGEND_LOWER_RIGHT,
    FP_LEGEND_CENTER_RIGHT,
    FP_LEGEND_CENTER_LEFT,
    FP_LEGEND_LOWER_CENTER,
    FP_LEGEND_UPPER_CENTER,
    FP_LEGEND_CENTER,
    FP_LEGEND_PLACES
};

/* matplotlib's names and defaults. Start from fp_legend_defaults(). */
struct fp_legend_options {
    enum fp_legend_place loc; /* best */
    /* The box (x, y, width, height, in fractions of the axes' box) in which it has that place;
     * width and height of 0: that corner of it is at x, y. Else the axes' box. */
    bool has_bbox_to_anchor;
    double bbox_to_anchor[4];
    double borderaxespad;  /* from there, in sizes of the font: .5 */
    const char *title;     /* UTF-8, copied; NULL: none */
    double title_fontsize; /* in points: 10 */
    double fontsize;       /* of labels, in points: 10 */
    int ncol;              /* columns: 1 */
    bool frameon;          /* true */
    double framealpha;     /* of the frame's colours: .8 */
    /* What is named: `count` artists (of whatever axes), by as many labels (UTF-8 of one or more
     * lines, copied). Only handles: by labels of their own. Only labels: the first artists that
     * can be named. Neither: all that have a label when the legend is drawn. */
    void *const *handles;
    const char *const *labels;
    size_t count;
};

/* The defaults that are told above. */
FP_API struct fp_legend_options fp_legend_defaults(void);

/* Names artists in the order in which they were added, but bars and errorbars after all others,
 * as matplotlib does; what has no label, or one that begins with "_", is left out. Nothing is
 * drawn when nothing is named. Handles are not kept alive. A second legend takes the place of the
 * first. options may be NULL. Lent; NULL with FP_ERR_ARGUMENT for options out of their range, a
 * handle that has no sample, or a text that is not UTF-8. */
FP_API struct fp_legend *fp_axes_legend(struct fp_axes *ax,
                                        const struct fp_legend_options *options);

#ifdef __cplusplus
}
#endif
#endif
