/* SPDX-License-Identifier: MIT */
/* describe_json.c: one file as a JSON object. */
#include "cli/verbs/describe.h"

#include "cli/opt/json.h"

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
    fp_text_append(out, ",\"member\":");
    if (d->member) {
        fp__json_string(out, d->member);
    } else {
        fp_text_append(out, "null");
    }
    fp_text_append(out, ",\"format\":");
    fp__json_string(out, info->format);
    fp_text_append(out, ",\"dtype\":");
    fp__json_string(out, info->dtype);
    fp_text_append_format(out, ",\"order\":\"%c\",\"shape\":", info->fortran ? 'F' : 'C');
    append_shape(out, info->shape, info->ndim);
    if (info->count == FP_FRAMES_UNKNOWN) {
        fp_text_append(out, ",\"frames\":null,\"frame_shape\":");
    } else {
        fp_text_append_format(out, ",\"frames\":%zu,\"frame_shape\":", info->count);
    }
    if (info->count > 0) {
        append_shape(out, info->frame.shape, info->frame.ndim);
    } else {
        fp_text_append(out, "null");
    }
    append_counts(out, d);
    fp_text_append(out, "}");
}
