/* SPDX-License-Identifier: MIT */
/* describe_json.c: one file as a JSON object. */
#include "cli/verbs/describe.h"

#include <math.h>
#include <string.h>

#include "cli/opt/unicode.h"

void
fp__json_string(struct fp_text *out, const char *text)
{
    struct fp_text valid = {0};
    fp__append_utf8(&valid, text, strlen(text));
    fp_text_append(out, "\"");
    for (const char *c = fp_text_string(&valid); *c; c++) {
        if (*c == '"' || *c == '\\') {
            fp_text_append_format(out, "\\%c", *c);
        } else if ((unsigned char)*c < 0x20 || *c == 0x7f) {
            fp_text_append_format(out, "\\u%04x", *c);
        } else {
            fp_text_append_bytes(out, c, 1);
        }
    }
    fp_text_append(out, "\"");
    out->failed |= valid.failed;
    fp_text_finish(&valid);
}

void
fp__json_number(struct fp_text *out, double value)
{
    if (isfinite(value)) {
        fp_text_append_number(out, value);
    } else {
        fp_text_append(out, "null");
    }
}

static void
append_shape(struct fp_text *out, const size_t *shape, int ndim)
{
    fp_text_append(out, "[");
    for (int i = 0; i < ndim; i++)
        fp_text_append_format(out, i > 0 ? ",%zu" : "%zu", shape[i]);
    fp_text_append(out, "]");
}

static void
append_counts(struct fp_text *out, const struct fp__description *d)
{
    if (!d->counted) {
        fp_text_append(out, ",\"min\":null,\"max\":null,\"mean\":null,\"nan\":null,\"inf\":null");
        return;
    }
    fp_text_append(out, ",\"min\":");
    fp__json_number(out, d->stats.min);
    fp_text_append(out, ",\"max\":");
    fp__json_number(out, d->stats.max);
    fp_text_append(out, ",\"mean\":");
    fp__json_number(out, d->stats.mean);
    fp_text_append_format(out, ",\"nan\":%zu,\"inf\":%zu", d->stats.nan, d->stats.inf);
}

void
fp__describe_json(struct fp_text *out, const struct fp__description *d)
{
    const struct fp_frames_info *info = &d->info;
    fp_text_append(out, "{\"path\":");
    fp__json_string(out, d->path);
    fp_text_append(out, ",\"member\":null,\"format\":");
    fp__json_string(out, info->format);
    fp_text_append(out, ",\"dtype\":");
    fp__json_string(out, info->dtype);
    fp_text_append_format(out, ",\"order\":\"%c\",\"shape\":", info->fortran ? 'F' : 'C');
    append_shape(out, info->shape, info->ndim);
    fp_text_append_format(out, ",\"frames\":%zu,\"frame_shape\":", info->count);
    if (info->count > 0) {
        append_shape(out, info->frame.shape, info->frame.ndim);
    } else {
        fp_text_append(out, "null");
    }
    append_counts(out, d);
    fp_text_append(out, "}");
}
