/* SPDX-License-Identifier: MIT */
/* frames.h: what is inside an open sequence of frames. */
#ifndef DATA_FRAMES_H
#define DATA_FRAMES_H

#include "data/buffer.h"
#include "data/cut.h"
#include "data/dtype.h"
#include "data/reader.h"
#include "flatplot/frames.h"

/* A caller who shows a frame until the next one is read needs two buffers, turn by turn. */
enum { FP__FRAME_BUFFERS = 2 };

/* Bytes that are read at a time where values are gathered or counted. */
enum { FP__CHUNK_SIZE = 1 << 20 };

/* Apart from the object, so that the shell of closed frames is small. */
struct fp__frames_body {
    struct fp__source source;
    struct fp_frames_options options; /* without strings: for what follows in a stream */
    struct fp_frames_info info;
    struct fp_frames_place next; /* for fp_frames_next */
    struct fp__cut cut;
    struct fp__buffer *buffers[FP__FRAME_BUFFERS]; /* of frames read before, or NULL */
    unsigned char *chunk; /* for frames whose values are scattered; NULL until the first */
};

/* What an open source holds; pointers in it are the source's. */
void fp__frames_describe(const struct fp__source *source, const struct fp_frames_options *options,
                         struct fp_frames_info *info, struct fp__cut *cut);

/* Describes what the source holds now; buffers that do not fit its frames go. */
void fp__frames_begin(struct fp__frames_body *body);

struct fp_frames {
    struct fp_object base;
    struct fp__frames_body *body; /* NULL once closed */
};

/* Takes n values of a run in. */
typedef void (*fp__take_fn)(void *to, const struct fp__run *run, size_t n);

/* Shows every value of the file, in runs that are not longer than FP__CHUNK_SIZE bytes. */
enum fp_status fp__frames_take(struct fp_frames *frames, fp__take_fn take, void *to);

#endif
