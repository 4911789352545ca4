/* SPDX-License-Identifier: MIT */
/* options.c: the words of a case as what imshow takes. */
#include "oracle/options.h"

#include <math.h>
#include <string.h>

#include "unit/support.h"

static enum fp_status
find_color(const struct words *words, const char *key, bool *has, struct fp_color *color)
{
    const char *value = words_get(words, key, NULL);

    *has = value != NULL;
    return value ? fp_color_find(NULL, value, color) : FP_OK;
}

static enum fp_status
find_colors(const struct words *words, struct fp_imshow_options *o)
{
    bool has_bad;
    char name[40];
    size_t n = strlen(words_get(words, "cmap", "viridis"));
    enum fp_status status;

    assert_true(n < sizeof name);
    memcpy(name, words_get(words, "cmap", "viridis"), n + 1);
    status = fp_colormap_find(NULL, name, &o->cmap);
    if (status == FP_OK)
        status = find_color(words, "under", &o->has_under, &o->under);
    if (status == FP_OK)
        status = find_color(words, "over", &o->has_over, &o->over);
    return status == FP_OK ? find_color(words, "bad", &has_bad, &o->bad) : status;
}

static enum fp_status
find_norm(const struct words *words, struct fp_norm *norm)
{
    enum fp_status status = fp_norm_parse(NULL, words_get(words, "norm", "linear"), norm);

    norm->vmin = words_number(words, "vmin", NAN);
    norm->vmax = words_number(words, "vmax", NAN);
    return status;
}

static double
aspect_of(const struct words *words)
{
    if (words_is(words, "aspect", "auto"))
        return FP_ASPECT_AUTO;
    return words_is(words, "aspect", "equal") ? 1 : words_number(words, "aspect", 1);
}

/* Alpha and what belongs to resampling. */
static void
find_numbers(const struct words *words, struct fp_imshow_options *o)
{
    o->filternorm = !words_is(words, "filternorm", "0");
    o->filterrad = words_number(words, "filterrad", 4);
    o->stage = words_is(words, "stage", "rgba") ? FP_STAGE_RGBA : FP_STAGE_DATA;
    if (!words_is(words, "alpha", "array"))
        o->alpha = words_number(words, "alpha", 1);
}

enum fp_status
options_find(const struct words *words, struct fp_imshow_options *o)
{
    const char *extent = words_get(words, "extent", NULL);
    enum fp_status status = find_colors(words, o);

    find_numbers(words, o);
    o->origin = words_is(words, "origin", "lower") ? FP_ORIGIN_LOWER : FP_ORIGIN_UPPER;
    o->aspect = aspect_of(words);
    o->has_extent = extent && numbers_read(extent, o->extent, 4) == 4;
    if (status == FP_OK)
        status = fp_interpolation_find(NULL, words_get(words, "interpolation", "auto"),
                                       &o->interpolation);
    return status == FP_OK ? find_norm(words, &o->norm) : status;
}
