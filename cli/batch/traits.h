/* SPDX-License-Identifier: MIT */
/* traits.h: everything but values and fonts that a picture's pixels depend on, as one number. */
#ifndef CLI_BATCH_TRAITS_H
#define CLI_BATCH_TRAITS_H

#include "cli/batch/drawing.h"

/* CRC-32 of the options as they are for the frames of an input, with the limits that it has by now.
 * Two ways to ask for the same give the same. What has no place in it: the names of files, where
 * pictures go, and how the work is done. */
uint32_t fp__traits_of_input(const struct fp__drawing *drawing, const struct fp__input *input);

/* The same for the picture of `count` frames that begins with the job's frame `index`, with what
 * words in its texts stand for as far as values and limits do not tell: {frame}, {stem} and so
 * on. */
uint32_t fp__traits_of_picture(const struct fp__drawing *drawing, const struct fp__plan *plan,
                               size_t index, size_t count);

#endif
