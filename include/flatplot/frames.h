/* SPDX-License-Identifier: MIT */
/* frames.h: a file of numbers as a sequence of pictures, read one at a time.
 *
 * The file's content decides its format, never its name. What the shape means:
 *   (H, W), (H, W, 3|4)           one picture; a last axis of 3 or 4 is colour, as in matplotlib
 *   (N, H, W), (N, H, W, 3|4)     N pictures
 * and a last axis of length 1 is dropped first. (H, W, 3) is therefore a picture and not H frames
 * of width 3; options tell otherwise. Values are given as stored, but for the colours of PNG and
 * PPM pictures whose greatest value is not 255: they are float32, parts of it from 0 to 1. Memory
 * does not depend on the number of frames. */
#ifndef FLATPLOT_FRAMES_H
#define FLATPLOT_FRAMES_H

#include <stdbool.h>
#include <stdint.h>

#include "flatplot/array.h"

#ifdef __cplusplus
extern "C" {
#endif

/* What hostile or broken files must keep to; beyond it they are refused with FP_ERR_INPUT. */
struct fp_limits {
    size_t header;       /* bytes of a header: 16 MiB */
    size_t members;      /* of an archive: 100000 */
    size_t pixels;       /* values of one channel of a frame: 2^30 */
    double ratio;        /* unpacked bytes to packed ones: 500, counted … */
    uint64_t ratio_from; /* … once there are more unpacked ones than this: 2^30 */
    size_t text;         /* bytes of a text file, which is read into memory: 2^30 */
    size_t line;         /* bytes of a line of it: 16 MiB */
    size_t columns;      /* of a line: 100000 */
};

/* How a file is opened. */
struct fp_frames_options {
    const char *member; /* of an archive, with or without .npy; NULL: as the path says */
    const char *raw;    /* "63,128,128:i2be": values without a header; NULL: the content decides */

    /* Asked four times a second while bytes of a pipe are waited for, and after every MiB when all
     * values of a file are counted: true ends that with FP_ERR_INPUT. NULL: wait for as long as it
     * takes. Called as long as the frames are open. */
    bool (*stop)(void *data);
    void *stop_data;

    /* Which axis counts the frames and which one holds their colours, from 0, negative ones from
     * the end: FP_AXIS_AUTO as the shape has it, FP_AXIS_NONE (frame_axis only) for one picture.
     * What is left are rows and columns, and a last 3 or 4 as long as no channel axis is given. */
    int frame_axis;
    int channel_axis; /* 3 or 4 long; also 1, which is none */

    /* Rows and columns of a frame, whose values are taken in C order from what is left (as numpy's
     * a.reshape(h, w)); 0, 0: two axes are that already. Without a frame axis it is the first one
     * that leaves as many values as a frame has, or none; a row of numbers is cut into frames. */
    size_t reshape[2];

    struct fp_limits limits;
};

#define FP_AXIS_AUTO 1000
#define FP_AXIS_NONE 1001

/* Nothing given, and the limits above. */
FP_API struct fp_frames_options fp_frames_defaults(void);

/* As many frames as come. */
#define FP_FRAMES_UNKNOWN SIZE_MAX

/* What a file holds, told by its header alone. */
struct fp_frames_info {
    const char *file;   /* the path of the file alone … */
    const char *member; /* … and the name of a member of an archive, without .npy; else NULL */
    const char *format; /* "npy" */
    char dtype[16];     /* as numpy writes it: "<f8", "|u1", ">i2" */
    bool fortran;       /* first index fastest */
    bool scattered;     /* a frame's values have those of others between them */
    int ndim;
    size_t shape[FP_MAX_NDIM];
    size_t count; /* frames; 0 when the shape is not one that can be drawn; FP_FRAMES_UNKNOWN for
                   * raw values from a pipe */
    struct fp_layout frame; /* type, shape and strides of one frame; ndim 2, or 3 with colour */
};

struct fp_frames;

/* Opens the file and reads its header. Fails with FP_ERR_INPUT when the file cannot be opened, is
 * in no known format, holds values that are not numbers, or is shorter than its shape says. A
 * shape that cannot be drawn is no failure here: info.count is 0. */
FP_API struct fp_frames *fp_frames_open(struct fp_context *ctx, const char *path);

/* The same with options, which need to live during the call only. */
FP_API struct fp_frames *fp_frames_open_with(struct fp_context *ctx, const char *path,
                                             const struct fp_frames_options *options);

/* Receives the name of a member, valid during the call; NULL for a file that is no archive. False
 * ends it. */
typedef bool (*fp_member_fn)(void *data, const char *member);

/* Tells every member of an archive in its order, without .npy, whether it can be drawn or not; one
 * NULL for any other file, for a path that names a member, and for standard input and pipes, which
 * are not touched. */
FP_API enum fp_status fp_frames_members(struct fp_context *ctx, const char *path,
                                        const struct fp_frames_options *options, fp_member_fn each,
                                        void *data);

/* Valid while the frames are open; NULL once closed. */
FP_API const struct fp_frames_info *fp_frames_info(const struct fp_frames *frames);

/* FP_OK when the file has frames to draw, else FP_ERR_INPUT with a message that names the shape. */
FP_API enum fp_status fp_frames_check(struct fp_frames *frames);

/* Reads frame `index` (from 0). The array is the caller's to unref. Its memory is used again for
 * the next frame if nobody refers to it by then (of two buffers, turn by turn, for a caller who
 * keeps each frame until the next one is there). One frame of a Fortran-ordered stack of N lies
 * scattered over the whole file, so that reading it costs a pass over the file, or one small read
 * per value once N values take more than 1 MiB: save such stacks in C order. */
FP_API enum fp_status fp_frames_read(struct fp_frames *frames, size_t index,
                                     struct fp_array **frame);

/* Where in a stream a frame stands. */
struct fp_frames_place {
    size_t array; /* several .npy one after the other are several arrays, counted from 0 */
    size_t frame; /* its number in that */
};

/* Reads the frame after the last one that this function read, beginning with the first; *frame is
 * NULL when there is none. In a stream ("-" and pipes) it waits for the frame's last byte and no
 * longer, and goes on with the next .npy when one follows: then fp_frames_info tells of that. A
 * stream that ends within a frame is FP_ERR_INPUT. Ownership as in fp_frames_read. After a failure
 * the frames are closed. */
FP_API enum fp_status fp_frames_next(struct fp_frames *frames, struct fp_array **frame,
                                     struct fp_frames_place *place);

/* True for "-" and for what can be read once only: pipes, devices, sockets. Opens nothing. */
FP_API bool fp_frames_is_stream(const char *path);

/* The whole file as one array, whatever its shape; for files that fit in memory. */
FP_API enum fp_status fp_frames_read_all(struct fp_frames *frames, struct fp_array **array);

/* Counts over every value of the file, in bounded memory. */
FP_API enum fp_status fp_frames_stats(struct fp_frames *frames, struct fp_stats *stats);

/* fp_array_range over every value of the file, in bounded memory. */
FP_API enum fp_status fp_frames_range(struct fp_frames *frames, double above, double below,
                                      double *low, double *high);

#ifdef __cplusplus
}
#endif
#endif
