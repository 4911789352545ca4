/* SPDX-License-Identifier: MIT */
/* picture_crc.c: opaque pictures are saved without alpha, gray ones with a byte a pixel; what was
 * left out comes back row by row. */
#include "cli/batch/picture_crc.h"

#include <string.h>

#include "flatplot/frames.h"

/* One pixel of 1, 3 or 4 channels. */
static void
widen(const unsigned char *pixel, size_t channels, unsigned char rgba[4])
{
    rgba[3] = 255;
    if (channels == 1)
        memset(rgba, pixel[0], 3);
    else
        memcpy(rgba, pixel, channels);
}

static enum fp_status
count(const struct fp_array *array, uint32_t *crc)
{
    const struct fp_layout *layout = fp_array_layout(array);
    const unsigned char *row = fp_array_data(array);
    size_t channels = layout->ndim == 3 ? layout->shape[2] : layout->ndim == 2;
    if ((channels != 1 && channels != 3 && channels != 4) || layout->dtype != FP_UINT8 ||
        layout->strides[layout->ndim - 1] != 1)
        return FP_ERR_INPUT;
    size_t width = layout->shape[1];
    unsigned char *rgba = fp_alloc_array(width, 4);
    if (!rgba)
        return FP_ERR_MEMORY;
    *crc = 0;
    for (size_t y = 0; y < layout->shape[0]; y++, row += layout->strides[0]) {
        for (size_t x = 0; x < width; x++)
            widen(row + channels * x, channels, rgba + 4 * x);
        *crc = fp_crc32(*crc, rgba, 4 * width);
    }
    fp_free(rgba);
    return FP_OK;
}

enum fp_status
fp__picture_crc(struct fp_context *ctx, const char *path, uint32_t *crc)
{
    struct fp_array *array = NULL;
    struct fp_frames *frames = fp_frames_open(ctx, path);
    enum fp_status status = frames ? fp_frames_check(frames) : fp_context_status(ctx);
    if (status == FP_OK)
        status = fp_frames_read(frames, 0, &array);
    if (status == FP_OK)
        status = count(array, crc);
    fp_unref(array);
    fp_unref(frames);
    return status;
}
