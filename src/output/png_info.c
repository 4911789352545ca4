/* SPDX-License-Identifier: MIT */
/* png_info.c: limits and texts of PNG files. */
#include "output/png_info.h"

#include <math.h>
#include <string.h>

#include "core/status.h"
#include "flatplot/text.h"

#define CHUNK_LENGTH 0x7fffffff /* PNG specification, 5.3 */
#define CHUNK_EXTRA 128         /* at least what stands around a value: the key and up to 5 bytes */

static enum fp_status
check_text(struct fp_context *ctx, const struct fp__text_pair *text)
{
    size_t n = strlen(text->value);

    if (!fp__metadata_key_is_fine(text->key))
        return fp__fail(ctx, FP_ERR_ARGUMENT,
                        "PNG text \"%s\": not a name that a PNG can hold" FP__HINT
                        "use 1 to 79 ASCII characters, single spaces only inside",
                        text->key);
    if (!fp_utf8_valid(text->value, n))
        return fp__fail(ctx, FP_ERR_ARGUMENT,
                        "PNG text \"%s\": the value is not UTF-8" FP__HINT
                        "convert it to UTF-8 first",
                        text->key);
    if (n > CHUNK_LENGTH - CHUNK_EXTRA)
        return fp__fail(ctx, FP_ERR_LIMIT,
                        "PNG text \"%s\": %zu bytes are too many" FP__HINT
                        "a PNG text ends at 2 GiB",
                        text->key, n);
    return FP_OK;
}

enum fp_status
fp__png_check(struct fp_context *ctx, const struct fp__picture *picture)
{
    int width = picture->raster.width;
    int height = picture->raster.height;

    if (width < 1 || height < 1 || width > FP_MAX_SIDE || height > FP_MAX_SIDE)
        return fp__fail(ctx, FP_ERR_LIMIT,
                        "picture of %d x %d pixels: outside the limits" FP__HINT
                        "each side must be 1 to %d pixels",
                        width, height, FP_MAX_SIDE);
    for (size_t i = 0; i < picture->text_count; i++) {
        enum fp_status status = check_text(ctx, &picture->texts[i]);

        if (status < 0)
            return status;
    }
    return FP_OK;
}

uint8_t
fp__png_color_type(const struct fp__raster *raster)
{
    if (!raster->opaque)
        return FP__PNG_RGBA;
    return raster->gray ? FP__PNG_GRAY : FP__PNG_RGB;
}

uint32_t
fp__png_pixels_per_metre(double dpi)
{
    double rounded = floor(dpi / 0.0254 + 0.5);

    return rounded >= 1 && rounded <= 0x7fffffff ? (uint32_t)rounded : 0;
}

bool
fp__png_text_is_plain(const char *value)
{
    while ((*value >= 0x20 && *value <= 0x7e) || *value == '\n')
        value++;
    return *value == '\0';
}
