/* SPDX-License-Identifier: MIT */
/* reader.h: what a file format fills in. A new input format is one file with one struct fp__reader
 * and one row in reader.c. */
#ifndef DATA_READER_H
#define DATA_READER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "data/bytes.h"
#include "flatplot/array.h"

/* How many of a file's first bytes a format is recognised by, and how many of them are waited for
 * when they come slowly through a pipe. */
enum { FP__HEAD_SIZE = 512, FP__HEAD_LEAST = 8 };

struct fp__reader;

/* A file open for reading values. */
struct fp__source {
    struct fp_context *ctx;
    char *path; /* for messages: the file and, behind a colon, the member */
    char *file; /* its name alone, and that of the member or NULL */
    char *member;
    const struct fp_frames_options *options; /* while opening, NULL afterwards */
    struct fp_limits limits;
    bool table;              /* set before opening: columns of any kind are fine */
    struct fp__bytes *bytes; /* of the file, unpacked: fp__bytes_read */
    const struct fp__reader *reader;
    void *state; /* the reader's own */

    /* Filled in by the reader's open. */
    struct fp_layout layout; /* of all values in their order in the file; packed */
    bool fortran;
    int frame_axes;     /* of the last axes, those of one frame; 0: as the shape means */
    bool endless;       /* the layout comes again and again until the bytes end */
    uint64_t end;       /* where the values end in the bytes, when something may follow; else 0 */
    size_t value_bytes; /* of all values */
    size_t held;        /* bytes of values that the reader keeps, by then or later */
};

/* A file format. */
struct fp__reader {
    const char *name; /* as `flatplot info` says it */

    /* Whether a file that begins with these n > 0 bytes is of this format. */
    bool (*sniff)(const unsigned char *head, size_t n);

    /* Reads what stands before the values. FP_ERR_INPUT when that is damaged, when the values are
     * not numbers, or when the file is too short to hold them. */
    enum fp_status (*open)(struct fp__source *source);

    /* Reads n bytes of the values from the offset-th on. *got is less when the file ended. */
    enum fp_status (*read)(struct fp__source *source, void *bytes, size_t n, uint64_t offset,
                           size_t *got);

    /* Frees the reader's state, also after a failed open. */
    void (*close)(struct fp__source *source);
};

extern const struct fp__reader fp__reader_csv;
extern const struct fp__reader fp__reader_npy;
extern const struct fp__reader fp__reader_pfm;
extern const struct fp__reader fp__reader_png;
extern const struct fp__reader fp__reader_pnm;
extern const struct fp__reader fp__reader_raw; /* what has no head: options->raw tells */

/* Opens a zeroed source: the file, the layers above it, the reader that knows it, and its head. The
 * member of an archive is the one that the options or the path name (a file whose own name has a
 * colon goes before), else the only one that can be drawn. After a failure it is closed again. */
enum fp_status fp__source_open(struct fp_context *ctx, const char *path,
                               const struct fp_frames_options *options, struct fp__source *source);

/* From here on it is that member of the file, for messages. */
enum fp_status fp__source_name(struct fp__source *source, const char *member);

/* Opens the values of the source's bytes, and closes them again; fp__source_open does it, and
 * whoever looks for the right member of an archive. */
enum fp_status fp__source_begin(struct fp__source *source, const struct fp_frames_options *options);
void fp__source_end(struct fp__source *source);

/* A source that was never opened, or was closed, is fine. */
void fp__source_close(struct fp__source *source);

/* Of a stream: opens what follows the values, which must be of the same format; *more is false when
 * nothing does. After a failure the source is good for closing only. */
enum fp_status fp__source_follow(struct fp__source *source, const struct fp_frames_options *options,
                                 bool *more);

/* The memory that it holds. */
size_t fp__source_size(const struct fp__source *source);

/* Stands for no frame in particular. */
#define FP__NO_FRAME SIZE_MAX

/* Reads n bytes of the values from the offset-th on; FP_ERR_INPUT, with a message that names the
 * frame, when the file ends before. */
enum fp_status fp__source_read(struct fp__source *source, void *bytes, size_t n, uint64_t offset,
                               size_t frame);

/* Raises FP_ERR_INPUT for a pipe that ended when `got` of a frame's n bytes had come. */
enum fp_status fp__source_fail_partial(const struct fp__source *source, size_t frame, size_t got,
                                       size_t n);

/* Whether a picture of this size, not 0, keeps to the limit, and all that is computed from it
 * fits. */
bool fp__pixels_fit(const struct fp_limits *limits, size_t width, size_t height);

#endif
