/* SPDX-License-Identifier: MIT */
/* format.c: the table of formats. */
#include "output/format.h"

#include <strings.h>

#include "core/status.h"
#include "flatplot/text.h"

static const struct fp__format *const formats[] = {
    &fp__format_png,
    &fp__format_png_reference,
    &fp__format_png_small,
};

#define FORMATS (sizeof formats / sizeof formats[0])

const char *
fp_format_name(size_t i)
{
    return i < FORMATS ? formats[i]->name : NULL;
}

static enum fp_status
fail_unknown(struct fp_context *ctx, const char *name)
{
    struct fp_text names = {0};

    for (size_t i = 0; i < FORMATS; i++)
        fp_text_append_format(&names, "%s%s", i > 0 ? ", " : "", formats[i]->name);
    fp__fail(ctx, FP_ERR_ARGUMENT, "\"%s\": no such picture format" FP__HINT "choose one of: %s",
             name, fp_text_string(&names));
    fp_text_finish(&names);
    return FP_ERR_ARGUMENT;
}

enum fp_status
fp__format_find(struct fp_context *ctx, const char *name, const struct fp__format **format)
{
    for (size_t i = 0; i < FORMATS; i++) {
        if (strcasecmp(formats[i]->name, name) == 0) {
            *format = formats[i];
            return FP_OK;
        }
    }
    return fail_unknown(ctx, name);
}
