/* SPDX-License-Identifier: MIT */
/* norm_parse.c: norms by their names, with parameters after a colon. */
#include <math.h>
#include <string.h>

#include "color/norm.h"
#include "core/status.h"
#include "flatplot/text.h"

/* What stands after the colon of each kind: how many numbers, and how that is written. */
static const struct form {
    size_t least, most;
    const char *usage;
} forms[] = {
    [FP_NORM_LINEAR] = {0, 0, "linear"},
    [FP_NORM_LOG] = {0, 0, "log"},
    [FP_NORM_SYMLOG] = {0, 2, "symlog, symlog:LINTHRESH or symlog:LINTHRESH,LINSCALE"},
    [FP_NORM_ASINH] = {0, 1, "asinh or asinh:WIDTH"},
    [FP_NORM_POWER] = {1, 1, "power:GAMMA, as in power:0.5"},
    [FP_NORM_TWOSLOPE] = {1, 1, "twoslope:CENTRE, as in twoslope:0"},
    [FP_NORM_CENTERED] = {0, 2, "centered, centered:CENTRE or centered:CENTRE,HALF"},
    [FP_NORM_BOUNDARY] = {2, FP__BOUNDARIES_MAX, "boundary:B0,B1,…, as in boundary:0,1,5,10"},
    [FP_NORM_LOGIT] = {0, 0, "logit"},
};

enum { KINDS = sizeof forms / sizeof *forms };

static enum fp_status
unknown(struct fp_context *ctx, const char *text, size_t length)
{
    const char *names[KINDS];
    char word[64];
    const char *near;

    for (size_t i = 0; i < KINDS; i++)
        names[i] = fp__norm_name((enum fp_norm_kind)i);
    length = length < sizeof word ? length : sizeof word - 1;
    memcpy(word, text, length);
    word[length] = '\0';
    near = fp_text_nearest(word, names, KINDS);
    return fp__fail(ctx, FP_ERR_ARGUMENT, "norm '%s': no such norm" FP__HINT "%s%s%s", word,
                    near ? "did you mean '"
                         : "there are linear, log, symlog, asinh, power, twoslope, centered, "
                           "boundary and logit",
                    near ? near : "", near ? "'?" : "");
}

static bool
find_kind(const char *text, size_t length, enum fp_norm_kind *kind)
{
    for (size_t i = 0; i < KINDS; i++) {
        const char *name = fp__norm_name((enum fp_norm_kind)i);

        if (strlen(name) != length || memcmp(name, text, length) != 0)
            continue;
        *kind = (enum fp_norm_kind)i;
        return true;
    }
    return false;
}

/* Numbers with commas between them up to the end of the text; none for NULL. False when it is not
 * that, or more than there is room for. */
static bool
read_numbers(const char *text, double *numbers, size_t room, size_t *count)
{
    for (*count = 0; text; text++) {
        bool digits = *text && strchr("+-.0123456789", *text); /* no inf, nan and blanks */

        if (*count == room || !digits || !fp_number_parse(text, &text, &numbers[*count]) ||
            !isfinite(numbers[*count]))
            return false;
        ++*count;
        if (*text != ',')
            return *text == '\0';
    }
    return true;
}

/* numbers holds NaN where fewer were given. */
static void
set_parameters(struct fp_norm *norm, const double *numbers)
{
    bool given = !isnan(numbers[0]);

    *norm = (struct fp_norm){.kind = norm->kind,
                             .vmin = NAN,
                             .vmax = NAN,
                             .linthresh = 2,
                             .linscale = 1,
                             .width = 1,
                             .gamma = 1,
                             .half_range = NAN};
    if (norm->kind == FP_NORM_SYMLOG) {
        norm->linthresh = given ? numbers[0] : 2;
        norm->linscale = isnan(numbers[1]) ? 1 : numbers[1];
    } else if (norm->kind == FP_NORM_ASINH) {
        norm->width = given ? numbers[0] : 1;
    } else if (norm->kind == FP_NORM_POWER) {
        norm->gamma = numbers[0];
    } else if (norm->kind == FP_NORM_TWOSLOPE || norm->kind == FP_NORM_CENTERED) {
        norm->center = given ? numbers[0] : 0;
        norm->half_range = numbers[1];
    }
}

static enum fp_status
make_boundaries(struct fp_context *ctx, struct fp_norm *norm, const double *numbers, size_t count)
{
    struct fp_layout layout = fp_layout_c(FP_FLOAT64, 1, &count);

    if (norm->kind != FP_NORM_BOUNDARY)
        return FP_OK;
    norm->boundaries = fp_array_copy(ctx, numbers, &layout);
    return norm->boundaries ? FP_OK : FP_ERR_MEMORY;
}

enum fp_status
fp_norm_parse(struct fp_context *ctx, const char *text, struct fp_norm *norm)
{
    struct fp_norm made = {0};
    double numbers[FP__BOUNDARIES_MAX];
    const char *colon;
    size_t count;
    enum fp_status status;

    text = text ? text : "";
    colon = strchr(text, ':');
    if (!find_kind(text, colon ? (size_t)(colon - text) : strlen(text), &made.kind))
        return unknown(ctx, text, colon ? (size_t)(colon - text) : strlen(text));
    if (!read_numbers(colon ? colon + 1 : NULL, numbers, FP__BOUNDARIES_MAX, &count) ||
        count < forms[made.kind].least || count > forms[made.kind].most)
        return fp__fail(ctx, FP_ERR_ARGUMENT,
                        "norm '%s': its parameters are not numbers as they must be" FP__HINT
                        "write %s",
                        text, forms[made.kind].usage);
    for (size_t i = count; i < 2; i++)
        numbers[i] = NAN;
    set_parameters(&made, numbers);
    status = make_boundaries(ctx, &made, numbers, count);
    if (status == FP_OK)
        status = fp__norm_check(ctx, &made);
    if (status == FP_OK)
        *norm = made;
    else
        fp_unref(made.boundaries);
    return status;
}
