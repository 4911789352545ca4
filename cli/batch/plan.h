/* SPDX-License-Identifier: MIT */
/* plan.h: the inputs of a job and its frames, numbered over the whole job. */
#ifndef CLI_BATCH_PLAN_H
#define CLI_BATCH_PLAN_H

#include "cli/batch/selection.h"
#include "cli/batch/shard.h"
#include "flatplot/color.h"
#include "flatplot/frames.h"

/* One input, as its header tells. */
struct fp__input {
    const char *path; /* as it was given, without a selection in brackets */
    char *bare;       /* that path, when there were brackets; else NULL */
    char *file;       /* the file alone … */
    char *member;     /* … and the member of an archive; both NULL when path is all there is */
    size_t frames;    /* before selecting */
    size_t height;    /* of a frame, in values */
    size_t width;
    enum fp_dtype dtype;
    bool colored;        /* frames are RGB or RGBA */
    bool has_alpha;      /* RGBA */
    size_t run;          /* the first of its runs in the plan's */
    size_t first;        /* the job's number of its first selected frame */
    size_t count;        /* selected frames */
    struct fp_norm norm; /* limits of NaN: found for each frame by itself */
};

struct fp__plan {
    struct fp_context *ctx;
    struct fp_frames_options options; /* of every input */
    struct fp__input *inputs;
    size_t input_count;
    size_t given; /* with those behind that cannot be read; of them only names are known */
    struct fp__frame_run *runs; /* of all inputs */
    size_t run_count;
    size_t run_room;
    size_t total;           /* frames of the job */
    size_t each;            /* frames on a picture, 1 or more; the last picture may have fewer */
    size_t unselected;      /* frames of the inputs, before selecting */
    struct fp__shard shard; /* what of the job is drawn here */
    struct fp_frames *open; /* the one input that is open, or NULL */
    size_t open_input;
};

/* One frame of the job. */
struct fp__item {
    const struct fp__input *input;
    size_t frame; /* its number in its input, before selecting */
    size_t index; /* its number in the job */
};

struct fp__failures;

/* Reads the header of every input, opened with the options (NULL: the defaults). Of an input that
 * ends in brackets, a.npy[10:20], those tell which frames; of others `frames`, NULL for all.
 * Returns 0 or an exit code after saying what is wrong; an input of which nothing is selected is an
 * error. Those that cannot be read are passed over when there is a list of failures to add them to.
 * fp__plan_finish frees in both cases. */
int fp__plan_make(struct fp__plan *plan, struct fp_context *ctx,
                  const struct fp_frames_options *options, const char *const *paths, size_t count,
                  const char *frames, struct fp__failures *failures);
void fp__plan_finish(struct fp__plan *plan);

/* A plan of inputs that are drawn whole, each like one frame; none is opened here. Ends like the
 * one above. */
int fp__plan_make_whole(struct fp__plan *plan, struct fp_context *ctx, const char *const *paths,
                        size_t count);

/* Fills in what the open frames tell of an input. Returns 0 or an exit code after saying that they
 * cannot be drawn. */
int fp__input_describe(struct fp__input *input, struct fp_context *ctx, struct fp_frames *frames);

/* Names the file, which is `length` bytes long, and the member of an archive. */
int fp__input_name(struct fp__input *input, const char *file, size_t length, const char *member);

/* The path of the input's file, without the member of an archive. */
const char *fp__input_file(const struct fp__input *input);

/* Frame `index` of the job, index < total. */
struct fp__item fp__plan_item(const struct fp__plan *plan, size_t index);

/* The input, open; the plan's own. The one before is closed. NULL after saying why. */
struct fp_frames *fp__plan_open(struct fp__plan *plan, const struct fp__input *input, int *code);

/* Closes the input that is open, if one is. */
void fp__plan_close(struct fp__plan *plan);

/* How many pictures are drawn here, which are those of the shard, and the job's number of the first
 * frame on the i-th of them. */
size_t fp__plan_pictures(const struct fp__plan *plan);
size_t fp__plan_picture(const struct fp__plan *plan, size_t i);

/* How many frames are on them. */
size_t fp__plan_frames(const struct fp__plan *plan);

/* How many pictures all shards make. */
size_t fp__plan_all_pictures(const struct fp__plan *plan);

/* True when every input holds one frame. */
bool fp__plan_singles(const struct fp__plan *plan);

#endif
