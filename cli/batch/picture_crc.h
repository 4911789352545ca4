/* SPDX-License-Identifier: MIT */
/* picture_crc.h: the CRC-32 of a picture's pixels, read back from its file. */
#ifndef CLI_BATCH_PICTURE_CRC_H
#define CLI_BATCH_PICTURE_CRC_H

#include <stdint.h>

#include "flatplot/context.h"

/* fp_crc32 of the file's pixels as R, G, B, A from the top, which is what struct fp_written has of
 * a picture when it is written. FP_ERR_INPUT when the file is no picture of 8 bits a channel. */
enum fp_status fp__picture_crc(struct fp_context *ctx, const char *path, uint32_t *crc);

#endif
