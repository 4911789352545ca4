/* SPDX-License-Identifier: MIT */
/* cut.h: how a file's values are cut into frames: which axis counts them, which one holds colours,
 * and where the values of a frame lie. */
#ifndef DATA_CUT_H
#define DATA_CUT_H

#include "data/reader.h"

/* An axis of a frame as it lies in the file, and as it lies in a buffer; in bytes. */
struct fp__cut_axis {
    size_t length;
    size_t from;
    size_t to;
};

struct fp__cut {
    size_t count; /* frames; 0: the shape cannot be drawn, for the reason `why` */
    const char *why;
    const char *hint;

    struct fp_layout frame; /* a frame in a buffer of `bytes` bytes */
    size_t bytes;
    size_t step; /* from the first value of a frame to that of the next, in the file */
    size_t all;  /* bytes of all frames, after which those of an endless source begin again */
    size_t span; /* from the first value of a frame to behind its last, in the file */

    /* The same values as seen from the file: the farthest apart first, neighbours joined. */
    int ndim;
    struct fp__cut_axis axes[FP_MAX_NDIM];
};

/* Cuts values of that layout, packed in C or Fortran order, as the options say; where they say
 * nothing and the format knows that a frame has frame_axes of them (2 or 3; 0: unknown), so. */
void fp__cut_make(struct fp__cut *cut, const struct fp_layout *all, int frame_axes,
                  const struct fp_frames_options *options);

/* True when a frame lies in the file as it lies in the buffer. */
bool fp__cut_whole(const struct fp__cut *cut);

/* Reads frame `index` into a buffer of cut->bytes. `chunk` is FP__CHUNK_SIZE bytes to work in; it
 * is not used, and may be NULL, when fp__cut_whole. */
enum fp_status fp__cut_read(const struct fp__cut *cut, struct fp__source *source, size_t index,
                            unsigned char *chunk, unsigned char *out);

#endif
