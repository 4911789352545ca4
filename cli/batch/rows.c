/* SPDX-License-Identifier: MIT */
/* rows.c: readers of options that all verbs have that draw frames. */
#include "cli/batch/rows.h"

#include "cli/opt/message.h"

int
fp__read_compress(const struct fp__given *given, void *member)
{
    static const char *const names[] = {"fast", "small"};
    static const char *const formats[] = {"png", "png-small"};
    int choice;
    int failed = fp__read_choice(given, &choice, names, sizeof names / sizeof *names);
    if (!failed)
        *(const char **)member = formats[choice];
    return failed;
}

int
fp__read_cmap(const struct fp__given *given, void *member)
{
    struct fp__settings *s =
        (struct fp__settings *)((char *)member - offsetof(struct fp__settings, cmap_name));
    s->cmap_name = given->value;
    return fp_colormap_find(given->ctx, given->value, &s->cmap) == FP_OK
               ? 0
               : fp__message_failure(given->ctx);
}

int
fp__read_color(const struct fp__given *given, void *member)
{
    struct fp__color_choice *choice = member;
    choice->given = true;
    return fp_color_find(given->ctx, given->value, &choice->color) == FP_OK
               ? 0
               : fp__message_failure(given->ctx);
}

int
fp__read_limits(const struct fp__given *given, void *member)
{
    struct fp__limits_choice *limits = member;
    if (!fp__numbers_parse(given->value, ',', limits->ends, 2))
        return fp__bad_value(given, "not two numbers", "as in --xlim 0,10");
    if (limits->ends[0] == limits->ends[1])
        return fp__bad_value(given, "both are equal", "from the larger to the smaller is fine");
    limits->given = true;
    return 0;
}

int
fp__read_interpolation(const struct fp__given *given, void *member)
{
    struct fp__interpolation_choice *choice = member;
    if (fp_interpolation_find(given->ctx, given->value, &choice->kind) != FP_OK)
        return fp__message_failure(given->ctx);
    choice->given = true;
    return 0;
}

int
fp__read_alpha(const struct fp__given *given, void *member)
{
    double alpha;
    if (!fp__numbers_parse(given->value, 0, &alpha, 1) || alpha < 0 || alpha > 1)
        return fp__bad_value(given, "not a number from 0 to 1", "0 shows nothing, 1 all of it");
    *(double *)member = alpha;
    return 0;
}

int
fp__read_style(const struct fp__given *given, void *member)
{
    static const char *const names[FP_STYLES] = {[FP_STYLE_DEFAULT] = "default",
                                                 [FP_STYLE_DARK] = "dark",
                                                 [FP_STYLE_COLORBLIND] = "colorblind"};
    return fp__read_choice(given, member, names, FP_STYLES);
}

int
fp__read_glyphs(const struct fp__given *given, void *member)
{
    static const char *const names[] = {"warn", "error"};
    int failed = fp__read_choice(given, member, names, 2);
    *(int *)member += FP__GLYPHS_WARN;
    return failed;
}
