/* SPDX-License-Identifier: MIT */
/* plots_notes.c: methods of axes that write into them. */
#include "flatplot/notes.h"

#include "script/axes.h"
#include "script/handle.h"
#include "script/options.h"

/* --- text
 * -------------------------------------------------------------------------------------------- */

#define BOX(member) offsetof(struct fp_text_box, member)
#define TEXT(member) offsetof(struct fp_text_options, member)

/* In the order of the enums. */
static const char *const boxstyles[] = {"square", "round", NULL};
static const char *const haligns[] = {"left", "center", "right", NULL};
static const char *const valigns[] = {"baseline",        "top",    "center",
                                      "center_baseline", "bottom", NULL};
static const char *const rotation_modes[] = {"default", "anchor", NULL};
static const char *const transforms[] = {"data", "axes", "figure", NULL};

static const struct fp__field pad_rows[] = {
    {.name = "pad", .kind = FP__FIELD_NUMBER, .offset = BOX(pad)},
};

static const struct fp__fields pad_fields = FP__FIELDS("boxstyle", pad_rows);

static const struct fp__field box_rows[] = {
    {.name = "boxstyle",
     .kind = FP__FIELD_STYLE,
     .offset = BOX(style),
     .names = boxstyles,
     .fields = &pad_fields},
    {.name = "pad", .kind = FP__FIELD_NUMBER, .offset = BOX(pad_points)},
    {.name = "facecolor",
     .alias = "fc",
     .kind = FP__FIELD_COLOR,
     .offset = BOX(facecolor),
     .given = FP__GIVEN(struct fp_text_box, has_facecolor)},
    {.name = "edgecolor",
     .alias = "ec",
     .kind = FP__FIELD_COLOR,
     .offset = BOX(edgecolor),
     .given = FP__GIVEN(struct fp_text_box, has_edgecolor)},
    {.name = "linewidth", .alias = "lw", .kind = FP__FIELD_NUMBER, .offset = BOX(linewidth)},
    {.name = "alpha", .kind = FP__FIELD_NUMBER, .offset = BOX(alpha)},
};

static const struct fp__fields box_fields = FP__FIELDS("bbox", box_rows);

static const struct fp__field text_rows[] = {
    {.name = "fontsize", .alias = "size", .kind = FP__FIELD_FONTSIZE, .offset = TEXT(fontsize)},
    {.name = "color",
     .alias = "c",
     .kind = FP__FIELD_COLOR,
     .offset = TEXT(color),
     .given = FP__GIVEN(struct fp_text_options, has_color)},
    {.name = "alpha", .kind = FP__FIELD_NUMBER, .offset = TEXT(alpha)},
    {.name = "ha",
     .alias = "horizontalalignment",
     .kind = FP__FIELD_CHOICE,
     .offset = TEXT(ha),
     .names = haligns},
    {.name = "va",
     .alias = "verticalalignment",
     .kind = FP__FIELD_CHOICE,
     .offset = TEXT(va),
     .names = valigns},
    {.name = "rotation", .kind = FP__FIELD_ANGLE, .offset = TEXT(rotation)},
    {.name = "rotation_mode",
     .kind = FP__FIELD_CHOICE,
     .offset = TEXT(rotation_mode),
     .names = rotation_modes},
    {.name = "transform", .kind = FP__FIELD_CHOICE, .offset = TEXT(coords), .names = transforms},
    {.name = "bbox",
     .kind = FP__FIELD_OPTIONS,
     .offset = TEXT(box),
     .given = FP__GIVEN(struct fp_text_options, has_box),
     .fields = &box_fields},
};

static const struct fp__fields text_fields = FP__FIELDS("text", text_rows);

static int
axes_text(lua_State *L)
{
    struct fp_axes *ax = fp__to_axes(L, 1);
    double x = fp__number(L, 2, "text", "x");
    double y = fp__number(L, 3, "text", "y");
    const char *text = fp__string(L, 4, "text", "the text");
    struct fp_text_options options = fp_text_defaults();

    fp__options_read(L, 5, &text_fields, &options);
    return fp__push_artist(L, FP__NOTE, fp_axes_text(ax, x, y, text, &options));
}

const struct fp__method fp__note_methods[] = {
    {"text", "text", axes_text},
    {NULL, NULL, NULL},
};

void
fp__set_transforms(lua_State *L)
{
    lua_pushliteral(L, "data");
    lua_setfield(L, -2, "transData");
    lua_pushliteral(L, "axes");
    lua_setfield(L, -2, "transAxes");
}
