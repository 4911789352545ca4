/* SPDX-License-Identifier: MIT */
/* image_rows.c: readers of options on the place of images in axes. */
#include "cli/batch/image_rows.h"

#include <string.h>

int
fp__read_origin(const struct fp__given *given, void *member)
{
    static const char *const names[] = {"upper", "lower"};
    return fp__read_choice(given, member, names, 2);
}

int
fp__read_stage(const struct fp__given *given, void *member)
{
    static const char *const names[] = {"data", "rgba"};
    return fp__read_choice(given, member, names, 2);
}

int
fp__read_aspect(const struct fp__given *given, void *member)
{
    double *aspect = member;
    if (strcmp(given->value, "equal") == 0) {
        *aspect = 1;
    } else if (strcmp(given->value, "auto") == 0) {
        *aspect = FP_ASPECT_AUTO;
    } else if (!fp__numbers_parse(given->value, 0, aspect, 1) || *aspect <= 0) {
        return fp__bad_value(given, "not a ratio", "choose equal, auto or a number above 0");
    }
    return 0;
}

int
fp__read_extent(const struct fp__given *given, void *member)
{
    struct fp__extent_choice *extent = member;
    double *e = extent->edges;
    if (!fp__numbers_parse(given->value, ',', e, 4))
        return fp__bad_value(given, "not LEFT,RIGHT,BOTTOM,TOP", "as in --extent 0,10,0,5");
    if (e[0] == e[1] || e[2] == e[3])
        return fp__bad_value(given, "two edges are equal",
                             "left and right differ, bottom and top too");
    extent->given = true;
    return 0;
}

int
fp__read_switch(const struct fp__given *given, void *member)
{
    static const char *const names[] = {"on", "off"};
    int failed = fp__read_choice(given, member, names, 2);
    if (!failed)
        *(int *)member += FP__ON;
    return failed;
}
