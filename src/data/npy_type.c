/* SPDX-License-Identifier: MIT */
/* npy_type.c: numpy's type strings, and in words the types that are no numbers to draw. */
#include "data/npy_type.h"

#include <string.h>

#include "core/status.h"
#include "data/dtype.h"

struct refusal {
    char kind;
    const char *words;
    const char *hint;
};

static const struct refusal refusals[] = {
    {'O', "object arrays (pickled Python)", "save numbers: np.save(f, a.astype('f4'))"},
    {'c', "complex numbers", "save one real part: np.save(f, abs(a)) or np.save(f, a.real)"},
    {'S', "byte strings", "save numbers: np.save(f, a.astype('f4'))"},
    {'a', "byte strings", "save numbers: np.save(f, a.astype('f4'))"},
    {'U', "text strings", "save numbers: np.save(f, a.astype('f4'))"},
    {'V', "raw bytes (void)", "say what they are: np.save(f, a.view('u1'))"},
    {'M', "dates (datetime64)", "save numbers: np.save(f, a.astype('i8'))"},
    {'m', "time spans (timedelta64)", "save numbers: np.save(f, a.astype('i8'))"},
};

enum fp_status
fp__npy_type_fail_records(struct fp_context *ctx, const char *path)
{
    return fp__fail(ctx, FP_ERR_INPUT,
                    "%s: structured arrays (records with named fields) are not supported" FP__HINT
                    "save one field: np.save(f, a['name'])",
                    path);
}

static enum fp_status
refuse(struct fp_context *ctx, const char *path, char kind, const char *text)
{
    for (size_t i = 0; i < sizeof refusals / sizeof refusals[0]; i++) {
        const struct refusal *refusal = &refusals[i];

        if (refusal->kind == kind && kind == 'O') {
            return fp__fail(ctx, FP_ERR_INPUT, "%s: %s are not supported" FP__HINT "%s", path,
                            refusal->words, refusal->hint);
        }
        if (refusal->kind == kind) {
            return fp__fail(ctx, FP_ERR_INPUT, "%s: %s (%s) are not supported" FP__HINT "%s", path,
                            refusal->words, text, refusal->hint);
        }
    }
    return fp__fail(ctx, FP_ERR_INPUT,
                    "%s: the type '%s' is not supported" FP__HINT
                    "save float64: np.save(f, a.astype('f8'))",
                    path, text);
}

enum fp_status
fp__npy_type_parse(struct fp_context *ctx, const char *path, const struct fp__token *descr,
                   struct fp_layout *layout)
{
    const char *text = descr->text;
    bool ordered = descr->length > 0 && strchr("<>=|", text[0]);
    bool other = text[0] == (FP__BIG_ENDIAN ? '<' : '>');
    char kind = text[ordered];
    const char *size = text + ordered + (kind != '\0');

    if (size[0] < '1' || size[0] > '8' || size[1] != '\0' ||
        !fp__dtype_find(kind, (size_t)(size[0] - '0'), &layout->dtype)) {
        return refuse(ctx, path, kind, text);
    }
    layout->swapped = other && fp_dtype_size(layout->dtype) > 1;
    return FP_OK;
}
