/* SPDX-License-Identifier: MIT */
/* axes_texts.c: methods of axes that write titles and labels. */
#include "script/axes.h"
#include "script/handle.h"
#include "script/options.h"
#include "script/rc.h"

struct look {
    double size;
    bool has_color;
    struct fp_color color;
    bool has_pad;
    double pad;
    int loc;
};

#define LOOK(member) offsetof(struct look, member)

#define LOOK_ROWS                                                                                  \
    {.name = "fontsize", .alias = "size", .kind = FP__FIELD_FONTSIZE, .offset = LOOK(size)},       \
    {                                                                                              \
        .name = "color", .alias = "c", .kind = FP__FIELD_COLOR, .offset = LOOK(color),             \
        .given = FP__GIVEN(struct look, has_color)                                                 \
    }

static const char *const locs[] = {"center", "left", "right", NULL};

static const struct fp__field title_rows[] = {
    LOOK_ROWS,
    {.name = "pad",
     .kind = FP__FIELD_NUMBER,
     .offset = LOOK(pad),
     .given = FP__GIVEN(struct look, has_pad)},
    {.name = "loc", .kind = FP__FIELD_CHOICE, .offset = LOOK(loc), .names = locs},
};

static const struct fp__field label_rows[] = {
    LOOK_ROWS,
    {.name = "labelpad",
     .kind = FP__FIELD_NUMBER,
     .offset = LOOK(pad),
     .given = FP__GIVEN(struct look, has_pad)},
};

const struct fp__fields fp__title_fields = FP__FIELDS("title", title_rows);
static const struct fp__fields xlabel_fields = FP__FIELDS("xlabel", label_rows);
static const struct fp__fields ylabel_fields = FP__FIELDS("ylabel", label_rows);

/* In the order of locs. */
static const enum fp_axes_text titles[] = {FP_TITLE, FP_TITLE_LEFT, FP_TITLE_RIGHT};

static int
set_text(lua_State *L, enum fp_axes_text which, const struct fp__fields *fields)
{
    struct fp_axes *ax = fp__to_axes(L, 1);
    struct look look = {0};

    fp__options_read(L, 3, fields, &look);
    if (which == FP_TITLE)
        which = titles[look.loc];
    fp__try(L, fp_axes_set_text(ax, which, fp__words(L, 2, fields->function, "the text")));
    if (look.size != 0)
        fp__try(L, fp_axes_set_text_size(ax, which, look.size));
    if (look.has_color)
        fp__try(L, fp_axes_set_text_color(ax, which, look.color));
    if (look.has_pad)
        fp__try(L, fp_axes_set_text_pad(ax, which, look.pad));
    return 0;
}

static int
axes_title(lua_State *L)
{
    return set_text(L, FP_TITLE, &fp__title_fields);
}

static int
axes_xlabel(lua_State *L)
{
    return set_text(L, FP_XLABEL, &xlabel_fields);
}

static int
axes_ylabel(lua_State *L)
{
    return set_text(L, FP_YLABEL, &ylabel_fields);
}

const struct fp__method fp__axes_text_methods[] = {
    {"set_title", "title", axes_title},
    {"set_xlabel", "xlabel", axes_xlabel},
    {"set_ylabel", "ylabel", axes_ylabel},
    {NULL, NULL, NULL},
};
