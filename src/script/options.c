/* SPDX-License-Identifier: MIT */
/* options.c: reading the values of options, one function for each kind, and the rows that name
 * them. */
#include "script/options.h"

#include <limits.h>
#include <math.h>
#include <string.h>

#include "flatplot/color.h"
#include "flatplot/text.h"
#include "script/array.h"
#include "script/rc.h"

/* --- arguments -------------------------------------------------------------------------------- */

double
fp__number(lua_State *L, int index, const char *function, const char *what)
{
    if (lua_type(L, index) != LUA_TNUMBER)
        fp__error(L, "%s: %s is a number, not %s", function, what, fp__kind_of(L, index));
    return lua_tonumber(L, index);
}

int
fp__integer(lua_State *L, int index, const char *function, const char *what)
{
    int whole;
    lua_Integer value = lua_tointegerx(L, index, &whole);

    if (!whole || value < INT_MIN || value > INT_MAX)
        fp__error(L, "%s: %s is a whole number, not %s", function, what,
                  lua_isnumber(L, index) ? luaL_tolstring(L, index, NULL) : fp__kind_of(L, index));
    return (int)value;
}

const char *
fp__string(lua_State *L, int index, const char *function, const char *what)
{
    if (lua_type(L, index) != LUA_TSTRING)
        fp__error(L, "%s: %s is a text, not %s", function, what, fp__kind_of(L, index));
    if (strlen(lua_tostring(L, index)) != lua_rawlen(L, index))
        fp__error(L, "%s: %s has a zero byte in it", function, what);
    return lua_tostring(L, index);
}

const char *
fp__words(lua_State *L, int index, const char *function, const char *what)
{
    if (lua_type(L, index) == LUA_TNUMBER)
        return lua_tostring(L, index); /* a string from here on, on the stack */
    return fp__string(L, index, function, what);
}

/* Pushes "one of: a, b, c". */
static const char *
push_all(lua_State *L, const char *const *names)
{
    lua_pushfstring(L, "one of: %s", names[0]);
    for (size_t i = 1; names[i]; i++) {
        lua_pushfstring(L, "%s, %s", lua_tostring(L, -1), names[i]);
        lua_remove(L, -2);
    }
    return lua_tostring(L, -1);
}

int
fp__pick(lua_State *L, const char *string, const char *function, const char *const *names)
{
    size_t n = 0;
    const char *near;

    for (; names[n]; n++)
        if (string && strcmp(string, names[n]) == 0)
            return (int)n;
    near = string ? fp_text_nearest(string, names, n) : NULL;
    fp__error(L,
              near ? "%s: there is no '%s'" FP__OR "did you mean '%s'?"
                   : "%s: there is no '%s'" FP__OR "%s",
              function, string ? string : "", near ? near : push_all(L, names));
}

/* --- colours ---------------------------------------------------------------------------------- */

/* As matplotlib's to_rgba and its round to 8 bits. */
static uint8_t
fraction(lua_State *L, int index, int i)
{
    double value;

    lua_rawgeti(L, index, i);
    value = i == 4 && lua_isnil(L, -1) ? 1 : fp__number(L, -1, "colour", "each of r, g, b");
    if (!(value >= 0 && value <= 1))
        fp__error(L, "colour: %s is not from 0 to 1", luaL_tolstring(L, -1, NULL));
    lua_pop(L, 1);
    return (uint8_t)lround(value * 255);
}

struct fp_color
fp__color(lua_State *L, int index)
{
    struct fp_color color;

    index = lua_absindex(L, index);
    if (lua_istable(L, index))
        return (struct fp_color){fraction(L, index, 1), fraction(L, index, 2),
                                 fraction(L, index, 3), fraction(L, index, 4)};
    fp__try(L, fp_color_find(NULL, fp__string(L, index, "colour", "a colour"), &color));
    return color;
}

/* By matplotlib's sign or word. */
enum fp_linestyle
fp__linestyle(lua_State *L, int index, const char *function)
{
    static const char *const names[] = {"-",      "--",   "-.",   ":", "solid", "dashed", "dashdot",
                                        "dotted", "none", "None", "",  " ",     NULL};
    int place = fp__pick(L, fp__string(L, index, function, "a line style"), function, names);

    return place < 8 ? (enum fp_linestyle)(place % 4) : FP_NO_LINE;
}

/* --- names of options ------------------------------------------------------------------------- */

enum { MOST_FIELDS = 64 };

static _Noreturn void
raise_unknown(lua_State *L, const struct fp__fields *fields, const char *name)
{
    const char *names[MOST_FIELDS];
    const char *near;
    size_t n = 0;

    for (const struct fp__fields *f = fields; f; f = f->base)
        for (size_t i = 0; i < f->count && n < MOST_FIELDS; i++)
            names[n++] = f->rows[i].name;
    near = fp_text_nearest(name, names, n);
    fp__error(L,
              near ? "%s has no option '%s'" FP__OR "did you mean '%s'?" : "%s has no option '%s'",
              fields->function, name, near);
}

static bool
is_named(const struct fp__field *field, const char *name)
{
    return strcmp(field->name, name) == 0 || (field->alias && strcmp(field->alias, name) == 0);
}

/* Raises with the nearest when there is none. */
static const struct fp__field *
find_field(lua_State *L, const struct fp__fields *fields, const char *name)
{
    for (const struct fp__fields *f = fields; f; f = f->base)
        for (size_t i = 0; i < f->count; i++)
            if (is_named(&f->rows[i], name))
                return &f->rows[i];
    raise_unknown(L, fields, name);
}

/* A table of numbers is one colour. */
static bool
is_one_color(lua_State *L, int index)
{
    bool one = !lua_istable(L, index) || lua_rawgeti(L, index, 1) == LUA_TNUMBER;

    if (lua_istable(L, index))
        lua_pop(L, 1);
    return one;
}

const struct fp_color *
fp__colors(lua_State *L, int index, size_t *n)
{
    bool one = is_one_color(L, index);
    struct fp_color *colors;

    index = lua_absindex(L, index);
    *n = one ? 1 : (size_t)lua_rawlen(L, index);
    colors = lua_newuserdatauv(L, (*n + 1) * sizeof *colors, 0);
    for (size_t i = 0; i < *n; i++) {
        if (one)
            lua_pushvalue(L, index);
        else
            lua_rawgeti(L, index, (lua_Integer)i + 1);
        colors[i] = fp__color(L, -1);
        lua_pop(L, 1);
    }
    return colors;
}

/* --- one reader for each kind: the value is on top of the stack ------------------------------- */

struct wish {
    const char *function;
    const struct fp__field *field;
    void *to;
};

static void
read_number(lua_State *L, const struct wish *w)
{
    *(double *)w->to = fp__number(L, -1, w->function, w->field->name);
}

static void
read_integer(lua_State *L, const struct wish *w)
{
    *(int *)w->to = fp__integer(L, -1, w->function, w->field->name);
}

static void
read_bool(lua_State *L, const struct wish *w)
{
    if (!lua_isboolean(L, -1))
        fp__error(L, "%s: %s is true or false, not %s", w->function, w->field->name,
                  fp__kind_of(L, -1));
    *(bool *)w->to = lua_toboolean(L, -1);
}

/* The options' table keeps the string; one made of a number stays on the stack, below the value. */
static void
read_text(lua_State *L, const struct wish *w)
{
    bool number = lua_type(L, -1) == LUA_TNUMBER;

    if (number)
        lua_pushvalue(L, -1);
    *(const char **)w->to = fp__words(L, -1, w->function, w->field->name);
    if (number)
        lua_insert(L, -2);
}

static void
read_numbers(lua_State *L, const struct wish *w)
{
    double *numbers = w->to;

    if (!lua_istable(L, -1) || (int)lua_rawlen(L, -1) != w->field->count)
        fp__error(L, "%s: %s is a table of %d numbers", w->function, w->field->name,
                  w->field->count);
    for (int i = 0; i < w->field->count; i++) {
        lua_rawgeti(L, -1, i + 1);
        numbers[i] = fp__number(L, -1, w->function, w->field->name);
        lua_pop(L, 1);
    }
}

static void
read_place(lua_State *L, const struct wish *w)
{
    struct fp__field field = *w->field;
    struct wish wish = {w->function, &field, w->to};

    field.count = lua_istable(L, -1) && lua_rawlen(L, -1) == 4 ? 4 : 2;
    for (int i = field.count; i < 4; i++)
        ((double *)w->to)[i] = 0;
    read_numbers(L, &wish);
}

static void
read_color(lua_State *L, const struct wish *w)
{
    *(struct fp_color *)w->to = fp__color(L, -1);
}

static void
read_colormap(lua_State *L, const struct wish *w)
{
    fp__try(L, fp_colormap_find(NULL, fp__string(L, -1, w->function, w->field->name), w->to));
}

/* Limits that other rows set stay. Boundaries belong to a userdata that stays on the stack. */
static void
read_norm(lua_State *L, const struct wish *w)
{
    const char *text = fp__string(L, -1, w->function, w->field->name);
    struct fp_norm *norm = w->to;
    struct fp_norm parsed;
    struct fp_array **slot = fp__push_array_slot(L);

    fp__try(L, fp_norm_parse(NULL, text, &parsed));
    *slot = parsed.boundaries;
    parsed.vmin = norm->vmin;
    parsed.vmax = norm->vmax;
    *norm = parsed;
    lua_insert(L, -2);
}

static void
read_array(lua_State *L, const struct wish *w)
{
    lua_pushvalue(L, -1);
    *(struct fp_array **)w->to = fp__to_array(L, -1, w->function, w->field->name);
    lua_insert(L, -2);
}

static void
read_choice(lua_State *L, const struct wish *w)
{
    *(int *)w->to = fp__pick(L, fp__string(L, -1, w->function, w->field->name), w->field->name,
                             w->field->names);
}

static void
read_linestyle(lua_State *L, const struct wish *w)
{
    *(enum fp_linestyle *)w->to = fp__linestyle(L, -1, w->field->name);
}

static void
read_interpolation(lua_State *L, const struct wish *w)
{
    fp__try(L, fp_interpolation_find(NULL, fp__string(L, -1, w->function, w->field->name), w->to));
}

static void
read_aspect(lua_State *L, const struct wish *w)
{
    static const char *const names[] = {"auto", "equal", NULL};

    if (lua_type(L, -1) == LUA_TSTRING)
        *(double *)w->to = fp__pick(L, lua_tostring(L, -1), "aspect", names);
    else
        read_number(L, w);
}

static void
read_letter(lua_State *L, const struct wish *w)
{
    const char *text = fp__string(L, -1, w->function, w->field->name);
    bool none = strcmp(text, "none") == 0;

    if (strlen(text) > 1 && !none)
        fp__error(L, "%s: %s is one character, not '%s'", w->function, w->field->name, text);
    *(char *)w->to = *text && !none ? *text : 0;
}

/* matplotlib's font_scalings, at 10 points. */
static void
read_fontsize(lua_State *L, const struct wish *w)
{
    static const char *const names[] = {"xx-small", "x-small", "small",    "medium",
                                        "large",    "x-large", "xx-large", NULL};
    static const double points[] = {5.79, 6.94, 8.33, 10, 12, 14.4, 17.28};

    if (lua_type(L, -1) == LUA_TSTRING)
        *(double *)w->to = points[fp__pick(L, lua_tostring(L, -1), w->field->name, names)] *
                           fp__rc_font_size(L) / 10;
    else
        read_number(L, w);
}

static void
read_angle(lua_State *L, const struct wish *w)
{
    static const char *const names[] = {"horizontal", "vertical", NULL};

    if (lua_type(L, -1) == LUA_TSTRING)
        *(double *)w->to = 90 * fp__pick(L, lua_tostring(L, -1), w->field->name, names);
    else
        read_number(L, w);
}

/* Stores the number of "name=number" and returns what follows it. */
static const char *
read_setting(lua_State *L, const struct wish *w, const char *text)
{
    const char *name = lua_pushlstring(L, text, strcspn(text, "=,"));
    const struct fp__field *field = find_field(L, w->field->fields, name);
    double *to = (double *)((char *)w->to - w->field->offset + field->offset);

    text += strlen(name);
    if (*text != '=' || !fp_number_parse(text + 1, &text, to) || (*text != ',' && *text != '\0'))
        fp__error(L, "%s: '%s' is followed by = and a number", w->field->name, name);
    lua_pop(L, 1);
    return text;
}

static void
read_style(lua_State *L, const struct wish *w)
{
    const char *text = fp__string(L, -1, w->function, w->field->name);
    size_t n = strcspn(text, ",");
    int choice;

    choice = fp__pick(L, lua_pushlstring(L, text, n), w->field->name, w->field->names);
    if (w->field->names[1])
        *(int *)w->to = choice;
    lua_pop(L, 1);
    for (text += n; *text == ',';)
        text = read_setting(L, w, text + 1);
}

/* What it leaves on the stack stays below the value. */
static void
read_options(lua_State *L, const struct wish *w)
{
    int index = lua_gettop(L);

    fp__options_read(L, index, w->field->fields, w->to);
    lua_pushvalue(L, index);
}

static void
read_value(lua_State *L, const struct wish *w)
{
    lua_pushvalue(L, -1);
    lua_insert(L, -2);
    *(int *)w->to = lua_gettop(L) - 1;
}

static void (*const readers[])(lua_State *L, const struct wish *wish) = {
    [FP__FIELD_NUMBER] = read_number,
    [FP__FIELD_INTEGER] = read_integer,
    [FP__FIELD_BOOL] = read_bool,
    [FP__FIELD_TEXT] = read_text,
    [FP__FIELD_NUMBERS] = read_numbers,
    [FP__FIELD_PLACE] = read_place,
    [FP__FIELD_COLOR] = read_color,
    [FP__FIELD_COLORMAP] = read_colormap,
    [FP__FIELD_NORM] = read_norm,
    [FP__FIELD_ARRAY] = read_array,
    [FP__FIELD_CHOICE] = read_choice,
    [FP__FIELD_LINESTYLE] = read_linestyle,
    [FP__FIELD_INTERPOLATION] = read_interpolation,
    [FP__FIELD_ASPECT] = read_aspect,
    [FP__FIELD_LETTER] = read_letter,
    [FP__FIELD_FONTSIZE] = read_fontsize,
    [FP__FIELD_ANGLE] = read_angle,
    [FP__FIELD_STYLE] = read_style,
    [FP__FIELD_VALUE] = read_value,
    [FP__FIELD_OPTIONS] = read_options,
    [FP__FIELD_NUMBER_OR_ARRAY] = read_number,
    [FP__FIELD_COLOR_OR_ARRAY] = read_color,
};

/* --- tables ----------------------------------------------------------------------------------- */

static void
check_names(lua_State *L, int index, const struct fp__fields *fields)
{
    lua_pushnil(L);
    while (lua_next(L, index)) {
        lua_pop(L, 1);
        if (lua_type(L, -1) != LUA_TSTRING)
            fp__error(L, "%s: options have names, as in {%s = …}", fields->function,
                      fields->rows[0].name);
        find_field(L, fields, lua_tostring(L, -1));
    }
}

/* Pushes the field's value under either name, or nil. Without metamethods, here and where lists are
 * read: only what the table itself holds stays alive while its texts are lent. */
static bool
push_value(lua_State *L, int index, const struct fp__field *field)
{
    lua_pushstring(L, field->name);
    lua_rawget(L, index);
    if (lua_isnil(L, -1) && field->alias) {
        lua_pop(L, 1);
        lua_pushstring(L, field->alias);
        lua_rawget(L, index);
    }
    return !lua_isnil(L, -1);
}

bool
fp__is_options(lua_State *L, int index)
{
    bool options = lua_istable(L, index) && lua_rawgeti(L, index, 1) == LUA_TNIL;

    if (lua_istable(L, index))
        lua_pop(L, 1);
    return options;
}

int
fp__options_last(lua_State *L, int *n)
{
    *n = lua_gettop(L);
    if (*n == 0 || !fp__is_options(L, *n))
        return 0;
    return (*n)--;
}

int
fp__options_after(lua_State *L, int least, int *n)
{
    *n = lua_gettop(L);
    if (*n <= least && lua_istable(L, *n)) {
        lua_pushnil(L);
        if (!lua_next(L, *n))
            return 0;
        lua_pop(L, 2);
    }
    return fp__options_last(L, n);
}

/* One number is a size, several are sizes; a colour is a name, and values to be coloured are
 * several. */
static bool
is_array(lua_State *L, enum fp__field_kind kind)
{
    return (kind == FP__FIELD_NUMBER_OR_ARRAY && lua_type(L, -1) != LUA_TNUMBER) ||
           (kind == FP__FIELD_COLOR_OR_ARRAY && lua_type(L, -1) != LUA_TSTRING);
}

/* The value is on top of the stack. */
static void
read_field(lua_State *L, const char *function, const struct fp__field *field, void *options)
{
    bool array = is_array(L, field->kind);
    size_t offset = array ? field->other : field->offset;
    struct wish wish = {function, field, (char *)options + offset};

    readers[array ? FP__FIELD_ARRAY : field->kind](L, &wish);
    if (field->given && !array)
        *((bool *)options + field->given - 1) = true;
}

/* In the order of the rows, so that a row may depend on one before it (norm and vmin). */
static void
read_rows(lua_State *L, int index, const struct fp__fields *fields, const char *function,
          void *options)
{
    luaL_checkstack(L, (int)fields->count + 8, NULL);
    for (size_t i = 0; i < fields->count; i++) {
        if (push_value(L, index, &fields->rows[i]))
            read_field(L, function, &fields->rows[i], options);
        lua_pop(L, 1);
    }
}

void
fp__options_add(lua_State *L, int index, const struct fp__fields *fields, void *options)
{
    if (index == 0 || lua_isnoneornil(L, index))
        return;
    if (!lua_istable(L, index))
        fp__error(L, "%s: options are a table of names and values, not %s", fields->function,
                  fp__kind_of(L, index));
    check_names(L, index, fields);
    for (const struct fp__fields *f = fields; f; f = f->base)
        read_rows(L, index, f, fields->function, options);
}

void
fp__options_read(lua_State *L, int index, const struct fp__fields *fields, void *options)
{
    for (const struct fp__fields *f = fields; f; f = f->base)
        if (fp__rc_push(L, f)) {
            read_rows(L, lua_gettop(L), f, fields->function, options);
            lua_pop(L, 1);
        }
    fp__options_add(L, index, fields, options);
}
