/* SPDX-License-Identifier: MIT */
/* plots_notes.c: methods of axes that write into them. */
#include "flatplot/notes.h"

#include "script/axes.h"
#include "script/handle.h"
#include "script/options.h"
#include "script/positions.h"
#include "script/rc.h"

/* --- text ------------------------------------------------------------------------------------- */

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

/* Of text and, as its options begin with those, of annotate. */
#define TEXT_ROWS                                                                                  \
    {.name = "fontsize", .alias = "size", .kind = FP__FIELD_FONTSIZE, .offset = TEXT(fontsize)},   \
        {.name = "color",                                                                          \
         .alias = "c",                                                                             \
         .kind = FP__FIELD_COLOR,                                                                  \
         .offset = TEXT(color),                                                                    \
         .given = FP__GIVEN(struct fp_text_options, has_color)},                                   \
        {.name = "alpha", .kind = FP__FIELD_NUMBER, .offset = TEXT(alpha)},                        \
        {.name = "ha",                                                                             \
         .alias = "horizontalalignment",                                                           \
         .kind = FP__FIELD_CHOICE,                                                                 \
         .offset = TEXT(ha),                                                                       \
         .names = haligns},                                                                        \
        {.name = "va",                                                                             \
         .alias = "verticalalignment",                                                             \
         .kind = FP__FIELD_CHOICE,                                                                 \
         .offset = TEXT(va),                                                                       \
         .names = valigns},                                                                        \
        {.name = "rotation", .kind = FP__FIELD_ANGLE, .offset = TEXT(rotation)},                   \
        {.name = "rotation_mode",                                                                  \
         .kind = FP__FIELD_CHOICE,                                                                 \
         .offset = TEXT(rotation_mode),                                                            \
         .names = rotation_modes},                                                                 \
    {                                                                                              \
        .name = "bbox", .kind = FP__FIELD_OPTIONS, .offset = TEXT(box),                            \
        .given = FP__GIVEN(struct fp_text_options, has_box), .fields = &box_fields                 \
    }

static const struct fp__field text_rows[] = {
    TEXT_ROWS,
    {.name = "transform", .kind = FP__FIELD_CHOICE, .offset = TEXT(coords), .names = transforms},
};

const struct fp__fields fp__text_fields = FP__FIELDS("text", text_rows);

static int
axes_text(lua_State *L)
{
    struct fp_axes *ax = fp__to_axes(L, 1);
    double x = fp__position(L, 2, ax, false, "text", "x");
    double y = fp__position(L, 3, ax, true, "text", "y");
    const char *text = fp__words(L, 4, "text", "the text");
    struct fp_text_options options = fp_text_defaults();

    fp__options_read(L, 5, &fp__text_fields, &options);
    return fp__push_artist(L, FP__NOTE, fp_axes_text(ax, x, y, text, &options));
}

/* --- annotate --------------------------------------------------------------------------------- */

#define ARROW(member) offsetof(struct fp_arrow_options, member)
#define ANNOTATE(member) offsetof(struct fp_annotate_options, member)

/* In the order of the enums; a block is what has no style. */
static const char *const arrowstyles[] = {"block",  "-",     "<-",    "->", "<->", "<|-",
                                          "-|>",    "<|-|>", "]-",    "-[", "]-[", "|-|",
                                          "simple", "fancy", "wedge", NULL};
static const char *const connections[] = {"arc3", NULL};
static const char *const coords[] = {"data", "axes fraction", "figure fraction", "offset points",
                                     NULL};

static const struct fp__field head_rows[] = {
    {.name = "head_length", .kind = FP__FIELD_NUMBER, .offset = ARROW(head_length)},
    {.name = "head_width", .kind = FP__FIELD_NUMBER, .offset = ARROW(head_width)},
    {.name = "tail_width", .kind = FP__FIELD_NUMBER, .offset = ARROW(tail_width)},
};

static const struct fp__fields head_fields = FP__FIELDS("arrowstyle", head_rows);

static const struct fp__field connection_rows[] = {
    {.name = "rad", .kind = FP__FIELD_NUMBER, .offset = ARROW(rad)},
};

static const struct fp__fields connection_fields = FP__FIELDS("connectionstyle", connection_rows);

static const struct fp__field arrow_rows[] = {
    {.name = "arrowstyle",
     .kind = FP__FIELD_STYLE,
     .offset = ARROW(style),
     .names = arrowstyles,
     .fields = &head_fields},
    {.name = "connectionstyle",
     .kind = FP__FIELD_STYLE,
     .names = connections,
     .fields = &connection_fields},
    {.name = "relpos", .kind = FP__FIELD_NUMBERS, .offset = ARROW(relpos), .count = 2},
    {.name = "shrinkA", .kind = FP__FIELD_NUMBER, .offset = ARROW(shrink_a)},
    {.name = "shrinkB", .kind = FP__FIELD_NUMBER, .offset = ARROW(shrink_b)},
    {.name = "mutation_scale", .kind = FP__FIELD_NUMBER, .offset = ARROW(mutation_scale)},
    {.name = "width", .kind = FP__FIELD_NUMBER, .offset = ARROW(width)},
    {.name = "headwidth", .kind = FP__FIELD_NUMBER, .offset = ARROW(headwidth)},
    {.name = "headlength", .kind = FP__FIELD_NUMBER, .offset = ARROW(headlength)},
    {.name = "shrink", .kind = FP__FIELD_NUMBER, .offset = ARROW(shrink)},
    {.name = "linewidth", .alias = "lw", .kind = FP__FIELD_NUMBER, .offset = ARROW(linewidth)},
    {.name = "linestyle", .alias = "ls", .kind = FP__FIELD_LINESTYLE, .offset = ARROW(linestyle)},
    {.name = "color",
     .kind = FP__FIELD_COLOR,
     .offset = ARROW(color),
     .given = FP__GIVEN(struct fp_arrow_options, has_color)},
    {.name = "facecolor",
     .alias = "fc",
     .kind = FP__FIELD_COLOR,
     .offset = ARROW(facecolor),
     .given = FP__GIVEN(struct fp_arrow_options, has_facecolor)},
    {.name = "edgecolor",
     .alias = "ec",
     .kind = FP__FIELD_COLOR,
     .offset = ARROW(edgecolor),
     .given = FP__GIVEN(struct fp_arrow_options, has_edgecolor)},
    {.name = "alpha", .kind = FP__FIELD_NUMBER, .offset = ARROW(alpha)},
};

static const struct fp__fields arrow_fields = FP__FIELDS("arrowprops", arrow_rows);

static const struct fp__field annotate_rows[] = {
    TEXT_ROWS,
    {.name = "xytext",
     .kind = FP__FIELD_NUMBERS,
     .offset = ANNOTATE(xytext),
     .given = FP__GIVEN(struct fp_annotate_options, has_xytext),
     .count = 2},
    {.name = "xycoords", .kind = FP__FIELD_CHOICE, .offset = ANNOTATE(xycoords), .names = coords},
    {.name = "textcoords",
     .kind = FP__FIELD_CHOICE,
     .offset = TEXT(coords),
     .given = FP__GIVEN(struct fp_annotate_options, has_textcoords),
     .names = coords},
    {.name = "arrowprops",
     .kind = FP__FIELD_OPTIONS,
     .offset = ANNOTATE(arrow),
     .given = FP__GIVEN(struct fp_annotate_options, has_arrow),
     .fields = &arrow_fields},
};

const struct fp__fields fp__annotate_fields = FP__FIELDS("annotate", annotate_rows);

_Static_assert(ANNOTATE(text) == 0, "rows of texts are rows of annotations");

struct annotate {
    struct fp_annotate_options options;
    int xy;
};

static const struct fp__field xy_row = {
    .name = "xy", .kind = FP__FIELD_VALUE, .offset = offsetof(struct annotate, xy)};

static const struct fp__fields xy_fields = {"annotate", &xy_row, 1, &fp__annotate_fields};

static void
read_place(lua_State *L, int index, struct fp_axes *ax, const char *what, double place[2])
{
    if (!lua_istable(L, index) || lua_rawlen(L, index) != 2)
        fp__error(L, "annotate: %s is a table of x and y: {1, 2}", what);
    for (int i = 0; i < 2; i++) {
        lua_rawgeti(L, index, i + 1);
        place[i] = fp__position(L, -1, ax, i == 1, "annotate", what);
        lua_pop(L, 1);
    }
}

/* annotate(text, {x, y}), annotate(text, {x, y}, {x, y} of the text), each with options; or all
 * by name, annotate(text, {xy = {x, y}}). */
static int
axes_annotate(lua_State *L)
{
    struct fp_axes *ax = fp__to_axes(L, 1);
    const char *text = fp__words(L, 2, "annotate", "the text");
    struct annotate a = {.options = fp_annotate_defaults()};
    int n, at = fp__options_last(L, &n);
    double place[2];

    fp__options_read(L, at, &xy_fields, &a);
    read_place(L, n < 3 && a.xy ? a.xy : 3, ax, "the place", place);
    if (n > 3)
        read_place(L, 4, ax, "the text's place", a.options.xytext);
    a.options.has_xytext |= n > 3;
    return fp__push_artist(L, FP__NOTE, fp_axes_annotate(ax, text, place[0], place[1], &a.options));
}

/* --- legend ----------------------------------------------------------------------------------- */

/* What a script asks for; where its lists are on the stack, 0 for none. */
struct legend {
    struct fp_legend_options options;
    int handles, labels;
};

#define LEGEND(member) offsetof(struct legend, member)

static const char *const places[] = {"best",         "upper right",  "upper left",  "lower left",
                                     "lower right",  "center right", "center left", "lower center",
                                     "upper center", "center",       NULL};

static const struct fp__field legend_rows[] = {
    {.name = "loc", .kind = FP__FIELD_CHOICE, .offset = LEGEND(options.loc), .names = places},
    {.name = "bbox_to_anchor",
     .kind = FP__FIELD_PLACE,
     .offset = LEGEND(options.bbox_to_anchor),
     .given = FP__GIVEN(struct legend, options.has_bbox_to_anchor)},
    {.name = "borderaxespad", .kind = FP__FIELD_NUMBER, .offset = LEGEND(options.borderaxespad)},
    {.name = "title", .kind = FP__FIELD_TEXT, .offset = LEGEND(options.title)},
    {.name = "title_fontsize",
     .kind = FP__FIELD_FONTSIZE,
     .offset = LEGEND(options.title_fontsize)},
    {.name = "fontsize", .kind = FP__FIELD_FONTSIZE, .offset = LEGEND(options.fontsize)},
    {.name = "ncol", .alias = "ncols", .kind = FP__FIELD_INTEGER, .offset = LEGEND(options.ncol)},
    {.name = "frameon", .kind = FP__FIELD_BOOL, .offset = LEGEND(options.frameon)},
    {.name = "framealpha", .kind = FP__FIELD_NUMBER, .offset = LEGEND(options.framealpha)},
    {.name = "handles", .kind = FP__FIELD_VALUE, .offset = LEGEND(handles)},
    {.name = "labels", .kind = FP__FIELD_VALUE, .offset = LEGEND(labels)},
};

const struct fp__fields fp__legend_fields = FP__FIELDS("legend", legend_rows);

/* Memory of Lua's for the list at the index, and how long it is. */
static void *
new_list(lua_State *L, int index, const char *what, size_t *n)
{
    if (!lua_istable(L, index))
        fp__error(L, "legend: %s are a table, not %s", what, fp__kind_of(L, index));
    *n = (size_t)lua_rawlen(L, index);
    return lua_newuserdatauv(L, (*n + 1) * sizeof(void *), 0);
}

/* The strings stay where they are: in the table. */
static const char *const *
read_labels(lua_State *L, int index, size_t *n)
{
    const char **labels = new_list(L, index, "labels", n);

    for (size_t i = 0; i < *n; i++) {
        lua_rawgeti(L, index, (lua_Integer)i + 1);
        labels[i] = fp__string(L, -1, "legend", "a label");
        lua_pop(L, 1);
    }
    return labels;
}

static void *const *
read_handles(lua_State *L, int index, size_t *n)
{
    void **handles = new_list(L, index, "handles", n);

    for (size_t i = 0; i < *n; i++) {
        lua_rawgeti(L, index, (lua_Integer)i + 1);
        handles[i] = fp__to_any_artist(L, -1);
        lua_pop(L, 1);
    }
    return handles;
}

/* As many as there are of both. */
static void
read_lists(lua_State *L, struct legend *legend)
{
    struct fp_legend_options *o = &legend->options;
    size_t handles = SIZE_MAX, labels = SIZE_MAX;

    if (legend->labels)
        o->labels = read_labels(L, legend->labels, &labels);
    if (legend->handles)
        o->handles = read_handles(L, legend->handles, &handles);
    o->count = handles < labels ? handles : labels;
}

/* legend(), legend(labels), legend(handles, labels), each with options, which may name them. */
static int
axes_legend(lua_State *L)
{
    struct fp_axes *ax = fp__to_axes(L, 1);
    struct legend legend = {.options = fp_legend_defaults()};
    int n, at = fp__options_last(L, &n);

    fp__options_read(L, at, &fp__legend_fields, &legend);
    legend.labels = n > 1 ? n : legend.labels;
    legend.handles = n > 2 ? 2 : legend.handles;
    if (legend.labels || legend.handles)
        read_lists(L, &legend);
    return fp__push_artist(L, FP__ARTIST, fp_axes_legend(ax, &legend.options));
}

const struct fp__method fp__note_methods[] = {
    {"text", "text", axes_text},
    {"annotate", "annotate", axes_annotate},
    {"legend", "legend", axes_legend},
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
