/* SPDX-License-Identifier: MIT */
/* settings.h: what the command line of a batch of pictures asks for. */
#ifndef CLI_BATCH_SETTINGS_H
#define CLI_BATCH_SETTINGS_H

#include "cli/batch/clim.h"
#include "cli/batch/inputs.h"
#include "cli/batch/times.h"
#include "cli/opt/progress.h"
#include "flatplot/axes.h"
#include "flatplot/frames.h"

enum fp__glyph_rule { FP__GLYPHS_BY_COUNT, FP__GLYPHS_WARN, FP__GLYPHS_ERROR };

struct fp__interpolation_choice {
    bool given;
    enum fp_interpolation kind;
};

struct fp__extent_choice {
    bool given;
    double edges[4];
};

struct fp__limits_choice {
    bool given;
    double ends[2];
};

enum fp__switch { FP__UNSAID, FP__ON, FP__OFF };

/* Frames on one picture, row by row; rows 0: not given, one frame a picture. */
struct fp__cells {
    int rows;
    int cols;
};

struct fp__color_choice {
    bool given;
    struct fp_color color;
};

struct fp__settings {
    const char *output;
    const char *format;
    const char *compress; /* which of the formats png is written by; NULL: not given */
    const char *frames;
    struct fp_frames_options open; /* how inputs are read */
    struct fp__list_choice list;   /* and which ones there are beside those named */
    bool mkdir;
    bool skip_existing; /* pictures that are there with the stamp that they would get are kept */
    bool no_clobber;    /* no file is replaced */
    bool keep_going;    /* what fails does not stop the others */
    bool dry_run;       /* the plan is told and nothing drawn */
    int jobs; /* processes; 0: one for each CPU; FP__JOBS_BY_COUNT (batch/jobs.h): not given */
    const char *shard;  /* "I/N", "auto"; NULL: the whole job */
    const char *report; /* where a line for each picture goes; NULL: nowhere */

    const char *cmap_name; /* NULL: not given */
    struct fp_colormap cmap;
    double vmin; /* NaN: not given */
    double vmax;
    struct fp__clim_choice clim;
    const char *norm_name; /* NULL: not given */
    struct fp_norm norm;   /* by that name, or linear; without limits */
    struct fp__color_choice bad;
    struct fp__color_choice under;
    struct fp__color_choice over;
    struct fp__interpolation_choice interpolation;
    int stage;     /* enum fp_stage */
    double alpha;  /* 0 … 1 */
    int origin;    /* enum fp_origin */
    double aspect; /* NaN: not given */
    struct fp__extent_choice extent;

    struct fp__times_choice times;
    const char *title; /* NULL: none */
    const char *xlabel;
    const char *ylabel;
    const char *colorbar; /* NULL: no colorbar; "": one without label */
    bool no_axes;
    struct fp__limits_choice xlim;
    struct fp__limits_choice ylim;
    int ticks; /* enum fp__switch */
    bool grid;
    int style; /* enum fp_style */
    struct fp__cells cells;
    int scale;     /* 0: not given */
    int pixels[2]; /* 0: not given */
    double inches[2];
    double dpi;

    const char *rss; /* where samples of memory go, as lines and as a picture; NULL: nowhere */
    const char *rss_plot;
    double max_growth; /* bytes per frame; NaN: not given */
    double max_rss;    /* bytes; 0: not given */

    int glyphs;   /* enum fp__glyph_rule */
    int progress; /* enum fp__progress_mode */
    bool verbose;
};

#endif
