/* SPDX-License-Identifier: MIT */
/* ticks.c: methods of axes and colorbars that set ticks and their labels, and list them. */
#include <string.h>

#include "fields/colorbar.h"
#include "script/array.h"
#include "script/axes.h"
#include "script/axis.h"
#include "script/handle.h"
#include "script/options.h"
#include "script/positions.h"

/* --- how labels look -------------------------------------------------------------------------- */

#define LOOK(member) offsetof(struct fp_tick_labels, member)

static const char *const aligns[] = {"left", "center", "right", NULL};

static const struct fp__field look_rows[] = {
    {.name = "rotation", .kind = FP__FIELD_NUMBER, .offset = LOOK(rotation)},
    {.name = "color",
     .kind = FP__FIELD_COLOR,
     .offset = LOOK(color),
     .given = FP__GIVEN(struct fp_tick_labels, has_color)},
    {.name = "fontsize", .alias = "size", .kind = FP__FIELD_NUMBER, .offset = LOOK(size)},
    {.name = "ha",
     .alias = "horizontalalignment",
     .kind = FP__FIELD_CHOICE,
     .offset = LOOK(align),
     .given = FP__GIVEN(struct fp_tick_labels, has_align),
     .names = aligns},
};

static void
set_look(lua_State *L, struct fp_axes *ax, int table, const struct fp__axis_calls *calls)
{
    const struct fp__fields fields = FP__FIELDS(calls->ticks, look_rows);
    struct fp_tick_labels look;

    if (table == 0)
        return;
    fp__try(L, calls->get_look(ax, &look));
    fp__options_read(L, table, &fields, &look);
    fp__try(L, calls->set_look(ax, &look));
}

/* --- ticks ------------------------------------------------------------------------------------ */

/* Pushes a block of pointers to the n labels of the table at the index, and the table that keeps
 * them: numbers are labels, too. */
static const char *const *
push_labels(lua_State *L, int index, size_t n, const char *function)
{
    const char **labels = lua_newuserdatauv(L, (n + 1) * sizeof *labels, 0);

    if (!lua_istable(L, index) || (size_t)lua_rawlen(L, index) != n)
        fp__error(L, "%s: labels are a table of %d texts, one for each tick", function, (int)n);
    lua_createtable(L, (int)n, 0);
    for (size_t i = 0; i < n; i++) {
        lua_rawgeti(L, index, (lua_Integer)i + 1);
        if (!lua_isstring(L, -1))
            fp__error(L, "%s: label %d is a text, not %s", function, (int)i + 1,
                      fp__kind_of(L, -1));
        labels[i] = lua_tostring(L, -1);
        lua_seti(L, -2, (lua_Integer)i + 1);
    }
    return labels;
}

static bool
is_empty(lua_State *L, int index)
{
    if (!lua_istable(L, index))
        return false;
    lua_pushnil(L);
    if (!lua_next(L, index))
        return true;
    lua_pop(L, 2);
    return false;
}

/* Pushes a column's numbers, one after the other. */
static const double *
push_column(lua_State *L, struct fp_array *array, size_t *n, const char *function)
{
    double *numbers;

    if (fp_array_layout(array)->ndim > 1)
        fp__error(L, "%s: ticks are a column of numbers", function);
    *n = fp_array_count(array);
    numbers = lua_newuserdatauv(L, *n * sizeof *numbers, 0);
    for (size_t i = 0; i < *n; i++)
        fp__try(L, fp_array_value(array, &i, &numbers[i]));
    return numbers;
}

/* The same of what stands at the index. */
static const double *
push_numbers(lua_State *L, int index, struct fp_axes *ax, const struct fp__axis_calls *calls,
             size_t *n)
{
    *n = 0;
    if (is_empty(L, index))
        return lua_newuserdatauv(L, 0, 0);
    return push_column(L,
                       fp__to_positions(L, index, ax, calls->y, calls->ticks, "the first argument"),
                       n, calls->ticks);
}

/* Ticks as they are counted first and copied then: nothing of Lua's may run while they are lent. */
struct listing {
    double *values; /* NULL: they are counted */
    char *text;     /* the labels, each with its end */
    size_t n, bytes;
    size_t room, text_room;
};

static void
list_tick(void *data, double value, const char *label)
{
    struct listing *l = data;
    size_t length = strlen(label) + 1;

    if (l->values && (l->n == l->room || length > l->text_room - l->bytes))
        return; /* a finalizer made more of them */
    if (l->values) {
        l->values[l->n] = value;
        memcpy(l->text + l->bytes, label, length);
    }
    l->n++;
    l->bytes += length;
}

/* Two tables: the values, and what stands at them. */
static int
push_ticks(lua_State *L, struct fp_axes *ax, const struct fp__axis_calls *calls)
{
    struct listing count = {0}, l = {0};
    const char *label;

    fp__try(L, calls->each(ax, list_tick, &count));
    l.room = count.n;
    l.text_room = count.bytes;
    l.values = lua_newuserdatauv(L, (l.room + 1) * sizeof *l.values + l.text_room, 0);
    label = l.text = (char *)(l.values + l.room + 1);
    fp__try(L, calls->each(ax, list_tick, &l));
    lua_createtable(L, (int)l.n, 0);
    lua_createtable(L, (int)l.n, 0);
    for (size_t i = 0; i < l.n; i++, label += strlen(label) + 1) {
        lua_pushnumber(L, l.values[i]);
        lua_rawseti(L, -3, (lua_Integer)i + 1);
        lua_pushstring(L, label);
        lua_rawseti(L, -2, (lua_Integer)i + 1);
    }
    return 2;
}

/* The place of the options behind the arguments from the second to the n-th, or 0. An empty table
 * in the place of ticks is none. */
static int
options_behind(lua_State *L, int *n)
{
    *n = lua_gettop(L);
    if (*n < 2 || !fp__is_options(L, *n) || (*n == 2 && is_empty(L, 2)))
        return 0;
    return (*n)--;
}

/* xticks(values, labels), either may be missing, and options. Returns the ticks that there are. */
static int
ticks_of(lua_State *L, const struct fp__axis_calls *calls)
{
    struct fp_axes *ax = fp__to_axes(L, 1);
    int n, table = options_behind(L, &n);
    const char *const *labels = NULL;
    const double *values;
    size_t count;

    if (n >= 2) {
        values = push_numbers(L, 2, ax, calls, &count);
        if (n >= 3)
            labels = push_labels(L, 3, count, calls->ticks);
        fp__try(L, calls->set_ticks(ax, values, count, labels));
    }
    set_look(L, ax, table, calls);
    return push_ticks(L, ax, calls);
}

void
fp__bar_ticks(lua_State *L, struct fp_colorbar *bar, struct fp_array *ticks)
{
    size_t n;
    const double *values = push_column(L, ticks, &n, "colorbar");

    fp__try(L, fp_colorbar_set_ticks(bar, values, n, NULL));
    lua_pop(L, 1);
}

/* set_ticks(values, labels) of a colorbar, as xticks. */
int
fp__colorbar_ticks(lua_State *L)
{
    struct fp_colorbar *bar = fp__to_artist(L, 1, FP__COLORBAR);

    fp__push_axes(L, fp__artist_axes(&bar->artist));
    lua_replace(L, 1);
    return ticks_of(L, bar->options.horizontal ? &fp__x_axis : &fp__y_axis);
}

static int
labels_of(lua_State *L, const struct fp__axis_calls *calls)
{
    struct fp_axes *ax = fp__to_axes(L, 1);
    int n, table = options_behind(L, &n);
    size_t count = lua_istable(L, 2) ? (size_t)lua_rawlen(L, 2) : 0;

    fp__try(L, calls->set_labels(ax, push_labels(L, 2, count, calls->labels), count));
    set_look(L, ax, table, calls);
    return 0;
}

/* The second of both tables: the texts. */
static int
push_labels_of(lua_State *L, const struct fp__axis_calls *calls)
{
    push_ticks(L, fp__to_axes(L, 1), calls);
    return 1;
}

static int
axes_get_xticklabels(lua_State *L)
{
    return push_labels_of(L, &fp__x_axis);
}

static int
axes_get_yticklabels(lua_State *L)
{
    return push_labels_of(L, &fp__y_axis);
}

static int
axes_xticks(lua_State *L)
{
    return ticks_of(L, &fp__x_axis);
}

static int
axes_yticks(lua_State *L)
{
    return ticks_of(L, &fp__y_axis);
}

static int
axes_xticklabels(lua_State *L)
{
    return labels_of(L, &fp__x_axis);
}

static int
axes_yticklabels(lua_State *L)
{
    return labels_of(L, &fp__y_axis);
}

static int
axes_minorticks_on(lua_State *L)
{
    fp__try(L, fp_axes_set_minor_ticks(fp__to_axes(L, 1), true));
    return 0;
}

static int
axes_minorticks_off(lua_State *L)
{
    fp__try(L, fp_axes_set_minor_ticks(fp__to_axes(L, 1), false));
    return 0;
}

const struct fp__method fp__tick_methods[] = {
    {"set_xticks", "xticks", axes_xticks},
    {"set_yticks", "yticks", axes_yticks},
    {"get_xticks", NULL, axes_xticks},
    {"get_yticks", NULL, axes_yticks},
    {"get_xticklabels", NULL, axes_get_xticklabels},
    {"get_yticklabels", NULL, axes_get_yticklabels},
    {"set_xticklabels", NULL, axes_xticklabels},
    {"set_yticklabels", NULL, axes_yticklabels},
    {"minorticks_on", "minorticks_on", axes_minorticks_on},
    {"minorticks_off", "minorticks_off", axes_minorticks_off},
    {NULL, NULL, NULL},
};
