/* SPDX-License-Identifier: MIT */
/* files.h: files that are opened, read whole and refused, for the tests of the readers. */
#ifndef TESTS_UNIT_DATA_FILES_H
#define TESTS_UNIT_DATA_FILES_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/alloc.h"
#include "core/file.h"
#include "data/dtype.h"
#include "flatplot/frames.h"
#include "unit/support.h"

static inline struct fp_frames *
open_frames(const char *path)
{
    struct fp_frames *frames = fp_frames_open(NULL, path);

    if (!frames) {
        fail_msg("%s: %s", path, fp_context_message(NULL));
    }
    return frames;
}

static inline struct fp_array *
read_whole(struct fp_frames *frames)
{
    struct fp_array *array = NULL;

    if (fp_frames_read_all(frames, &array) != FP_OK) {
        fail_msg("%s", fp_context_message(NULL));
    }
    return array;
}

/* The n-th value in C order of an array that lies so. */
static inline double
nth_value(const struct fp_array *array, size_t n)
{
    const struct fp_layout *layout = fp_array_layout(array);
    const unsigned char *at = fp_array_data(array);
    double value;

    at += n * fp_dtype_size(layout->dtype);
    fp__values_to_double(&(struct fp__run){at, 0, layout->dtype, layout->swapped}, 1, &value);
    return value;
}

/* The last failure was this one, with these words. */
static inline void
assert_failed(enum fp_status status, const char *words)
{
    assert_int_equal(fp_context_status(NULL), status);
    if (!strstr(fp_context_message(NULL), words)) {
        fail_msg("not \"%s\" but: %s", words, fp_context_message(NULL));
    }
    assert_true(fp_context_hint(NULL)[0] != '\0');
}

/* The file is refused with these words, when it is opened or when its values are read. */
static inline void
assert_refused_with(const char *path, const struct fp_frames_options *options, const char *words)
{
    struct fp_frames *frames;
    struct fp_array *array = NULL;

    fp_context_clear_error(NULL);
    frames = fp_frames_open_with(NULL, path, options);
    if (frames && fp_frames_read_all(frames, &array) == FP_OK) {
        fail_msg("%s was read", path);
    }
    fp_unref(frames);
    assert_failed(FP_ERR_INPUT, words);
    assert_non_null(strstr(fp_context_message(NULL), path));
    assert_int_equal(fp__file_open_count(), 0);
}

static inline void
assert_refused(const char *path, const char *words)
{
    struct fp_frames_options options = fp_frames_defaults();

    assert_refused_with(path, &options, words);
}

/* Opens and reads whatever there is, in one piece and frame by frame. Fine or refused as input. */
static inline enum fp_status
try_file(const char *path)
{
    struct fp_frames *frames = fp_frames_open(NULL, path);
    struct fp_array *array = NULL;
    struct fp_stats stats;
    enum fp_status status = frames ? FP_OK : fp_context_status(NULL);

    if (status == FP_OK) {
        status = fp_frames_read_all(frames, &array);
    }
    if (status == FP_OK) {
        fp_unref(array);
        status = fp_frames_stats(frames, &stats);
    }
    if (status == FP_OK && fp_frames_info(frames)->count > 0) {
        status = fp_frames_read(frames, 0, &array);
        if (status == FP_OK) {
            fp_unref(array);
        }
    }
    fp_unref(frames);
    return status;
}

/* For torture: 0 when all went well. */
static inline int
try_file_scenario(void *path)
{
    return try_file(path) != FP_OK;
}

/* Memory that is missing is told as that, wherever it is. */
static inline void
assert_memory_is_told(const char *path)
{
    enum fp_status status;
    size_t calls, nth = 0;

    do {
        nth++;
        calls = fp__alloc_calls();
        fp__alloc_fail_at(nth, true);
        status = try_file(path);
        fp__alloc_fail_at(0, false);
        if (status != FP_OK && status != FP_ERR_MEMORY) {
            fail_msg("%s: allocation %zu: %s", path, nth, fp_context_message(NULL));
        }
    } while (fp__alloc_calls() - calls >= nth);
    assert_true(nth > 3);
}

#endif
