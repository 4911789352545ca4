/* SPDX-License-Identifier: MIT */
/* template_fill.c: filling a template in. */
#include "cli/batch/template.h"

#include <math.h>
#include <string.h>

/* `text` on the left filled up to `width`; zeros go behind the sign. */
static void
append_padded(struct fp_text *out, const char *text, int width, bool zeros)
{
    int missing = width - (int)strlen(text);
    if (zeros && (*text == '-' || *text == '+'))
        fp_text_append_bytes(out, text++, 1);
    for (; missing > 0; missing--)
        fp_text_append(out, zeros ? "0" : " ");
    fp_text_append(out, text);
}

static void
append_real(struct fp_text *out, const struct fp__part *part, double value)
{
    struct fp_text text = {0};
    int digits = part->precision < 0 ? 6 : part->precision;
    if (part->plus && !signbit(value))
        fp_text_append(&text, "+");
    if (part->type == 'f') {
        fp_text_append_fixed(&text, value, digits);
    } else if (part->type == 'e') {
        fp_text_append_exponent(&text, value, digits);
    } else {
        fp_text_append_number(&text, value);
    }
    append_padded(out, fp_text_string(&text), part->width, part->zeros && isfinite(value));
    out->failed |= text.failed;
    fp_text_finish(&text);
}

static void
append_count(struct fp_text *out, const struct fp__part *part, size_t value, int natural_width)
{
    if (part->type == 'f' || part->type == 'e') {
        append_real(out, part, (double)value);
        return;
    }
    struct fp_text text = {0};
    int width = part->formatted ? part->width : natural_width;
    fp_text_append_format(&text, part->plus ? "+%zu" : "%zu", value);
    append_padded(out, fp_text_string(&text), width, !part->formatted || part->zeros);
    out->failed |= text.failed;
    fp_text_finish(&text);
}

static void
append_part(struct fp_text *out, const struct fp__part *part, const struct fp__values *values)
{
    switch (part->word) {
    case FP__WORD_LITERAL:
        fp_text_append_bytes(out, part->text, part->length);
        break;
    case FP__WORD_STEM:
        fp_text_append_bytes(out, values->stem, values->stem_length);
        break;
    case FP__WORD_DIR:
        fp_text_append_bytes(out, values->dir, values->dir_length);
        break;
    case FP__WORD_FRAME:
        append_count(out, part, values->frame, values->frame_width);
        break;
    case FP__WORD_INDEX:
        append_count(out, part, values->index, values->index_width);
        break;
    case FP__WORD_SHARD:
        append_count(out, part, values->shard, values->shard_width);
        break;
    case FP__WORD_VMIN:
        append_real(out, part, values->vmin);
        break;
    case FP__WORD_VMAX:
        append_real(out, part, values->vmax);
        break;
    case FP__WORD_MIN:
        append_real(out, part, values->min);
        break;
    case FP__WORD_MAX:
        append_real(out, part, values->max);
        break;
    case FP__WORD_TIME:
        append_real(out, part, values->time);
        break;
    case FP__WORD_MEMBER:
        fp_text_append_bytes(out, values->member, values->member_length);
        break;
    case FP__WORDS:
        break;
    }
}

void
fp__template_render(const struct fp__template *tmpl, const struct fp__values *values,
                    struct fp_text *out)
{
    for (size_t i = 0; i < tmpl->count; i++)
        append_part(out, &tmpl->parts[i], values);
}
