/* SPDX-License-Identifier: MIT */
/* plots_hist.c: histograms in scripts, of one set of values or of several. */
#include <limits.h>

#include "script/array.h"
#include "script/axes.h"
#include "script/handle.h"
#include "script/plots_bars.h"

struct hist {
    struct fp__bars_look bars;
    struct fp_hist_options options;
    int bins, cumulative, weights, label; /* where the values are on the stack */
    int orientation;
};

#define HIST(member) offsetof(struct hist, member)

static const char *const histtypes[] = {"bar", "step", "stepfilled", NULL};
static const char *const orientations[] = {"vertical", "horizontal", NULL};

static const struct fp__field hist_rows[] = {
    {.name = "bins", .kind = FP__FIELD_VALUE, .offset = HIST(bins)},
    {.name = "range", .kind = FP__FIELD_NUMBERS, .offset = HIST(options.bins.range), .count = 2},
    {.name = "density", .kind = FP__FIELD_BOOL, .offset = HIST(options.bins.density)},
    {.name = "cumulative", .kind = FP__FIELD_VALUE, .offset = HIST(cumulative)},
    {.name = "weights", .kind = FP__FIELD_VALUE, .offset = HIST(weights)},
    {.name = "label", .kind = FP__FIELD_VALUE, .offset = HIST(label)},
    {.name = "stacked", .kind = FP__FIELD_BOOL, .offset = HIST(options.stacked)},
    {.name = "histtype",
     .kind = FP__FIELD_CHOICE,
     .offset = HIST(options.histtype),
     .names = histtypes},
    {.name = "orientation",
     .kind = FP__FIELD_CHOICE,
     .offset = HIST(orientation),
     .names = orientations},
};

static const struct fp__fields hist_fields =
    FP__FIELDS_BEYOND("hist", hist_rows, &fp__bars_look_fields);

/* A number, the name of a rule, or edges. */
static void
take_bins(lua_State *L, int index, struct fp_histogram_options *o)
{
    if (index == 0)
        return;
    if (lua_type(L, index) == LUA_TNUMBER || lua_type(L, index) == LUA_TSTRING)
        fp__try(L, fp_bins_parse(NULL, luaL_tolstring(L, index, NULL), o));
    else
        o->edges = fp__to_array(L, index, "hist", "bins");
}

/* true, or below 0 from the other end, as matplotlib has it. */
static int
read_cumulative(lua_State *L, int index)
{
    if (index == 0)
        return 0;
    if (lua_isboolean(L, index))
        return lua_toboolean(L, index);
    return fp__number(L, index, "hist", "cumulative") < 0 ? -1 : 1;
}

static void
read_hist(lua_State *L, struct hist *h)
{
    int n;
    int at = fp__options_after(L, 2, &n);

    *h = (struct hist){.bars.options = fp_bar_defaults(), .options = fp_hist_defaults()};
    if (n < 2 || n > 3)
        fp__error(L,
                  "hist: takes values, and maybe bins, not %d values" FP__OR
                  "options are a table of names: {color = 'red'}; several sets of values are a "
                  "table of them",
                  n - 1);
    h->bins = n == 3 ? 3 : 0;
    fp__options_read(L, at, &hist_fields, h);
    fp__bars_take_colors(L, &h->bars);
    take_bins(L, h->bins, &h->options.bins);
    h->options.bins.cumulative = read_cumulative(L, h->cumulative);
    h->options.horizontal = h->orientation == 1;
    h->options.bars = h->bars.options;
}

/* --- sets of values --------------------------------------------------------------------------- */

static struct fp_array *
plane_at(lua_State *L, int index)
{
    struct fp_array **slot = luaL_testudata(L, index, FP__ARRAY);

    return slot && *slot && fp_array_layout(*slot)->ndim == 2 ? *slot : NULL;
}

/* How many sets the value is: the columns of an array with two axes, or what a table of tables or
 * of arrays holds; 0: it is one set by itself. */
static size_t
count_sets(lua_State *L, int index)
{
    const struct fp_array *plane = plane_at(L, index);
    bool nested;

    if (plane)
        return fp_array_layout(plane)->shape[1];
    if (!lua_istable(L, index))
        return 0;
    lua_rawgeti(L, index, 1);
    nested = lua_istable(L, -1) || luaL_testudata(L, -1, FP__ARRAY);
    lua_pop(L, 1);
    return nested ? lua_rawlen(L, index) : 0;
}

static void
push_column(lua_State *L, struct fp_array *plane, size_t i)
{
    const struct fp_layout *layout = fp_array_layout(plane);
    struct fp_layout column = *layout;

    column.ndim = 1;
    fp__push_view(L, plane, layout->strides[1] * (ptrdiff_t)i, &column);
}

/* Pushes set i and returns its array. */
static struct fp_array *
push_set(lua_State *L, int index, size_t i, const char *what)
{
    struct fp_array *plane = plane_at(L, index);

    if (plane)
        push_column(L, plane, i);
    else
        lua_rawgeti(L, index, (lua_Integer)i + 1);
    return fp__to_array(L, -1, "hist", what);
}

/* Puts the only set of a list in the list's place. */
static void
unwrap(lua_State *L, int index)
{
    push_set(L, index, 0, "the values");
    lua_replace(L, index);
}

/* Labels may be too many or too few, as in matplotlib. One of a table stays on the stack: a script
 * that runs meanwhile may empty the table. */
static const char *
label_of(lua_State *L, int index, size_t i)
{
    if (index == 0)
        return NULL;
    if (!lua_istable(L, index))
        return i == 0 ? fp__string(L, index, "hist", "label") : NULL;
    if (lua_rawgeti(L, index, (lua_Integer)i + 1) == LUA_TNIL)
        return NULL;
    return fp__string(L, -1, "hist", "a label");
}

static void
check_counts(lua_State *L, const struct hist *h, size_t n)
{
    size_t colors = h->options.bars.color_count;

    if (h->bars.color && colors != n)
        fp__error(L, "hist: %d colours for %d sets of values" FP__OR "give each set its own",
                  (int)colors, (int)n);
    if (n > 1 && h->weights && count_sets(L, h->weights) != n)
        fp__error(L,
                  "hist: weights of %d sets for %d sets of values" FP__OR
                  "weights are of the values' shape",
                  (int)count_sets(L, h->weights), (int)n);
}

/* The sets, in a block that stays on the stack with their arrays. */
static struct fp_hist_set *
push_sets(lua_State *L, const struct hist *h, size_t n)
{
    struct fp_hist_set *sets = lua_newuserdatauv(L, n * sizeof *sets, 0);

    if (n > INT_MAX / 4)
        fp__error(L, "hist: too many sets of values");
    luaL_checkstack(L, (int)n * 3 + 8, "hist: too many sets of values");
    for (size_t i = 0; i < n; i++) {
        sets[i] = (struct fp_hist_set){.label = label_of(L, h->label, i)};
        sets[i].values = push_set(L, 2, i, "the values");
        if (h->weights)
            sets[i].weights = push_set(L, h->weights, i, "weights");
        if (h->bars.color) {
            sets[i].has_color = true;
            sets[i].color = h->options.bars.colors[i];
        }
    }
    return sets;
}

/* --- drawing ---------------------------------------------------------------------------------- */

static int
draw_one(lua_State *L, struct fp_axes *ax, struct hist *h)
{
    struct fp_array **counts, **edges, *values = fp__to_array(L, 2, "hist", "the values");

    h->options.bars.label = label_of(L, h->label, 0);
    if (h->weights)
        h->options.bins.weights = fp__to_array(L, h->weights, "hist", "weights");
    counts = fp__push_array_slot(L);
    edges = fp__push_array_slot(L);
    return 2 + fp__push_artist(L, FP__ARTIST, fp_axes_hist(ax, values, &h->options, counts, edges));
}

/* Pushes a table of the bars' handles. They are held: making a handle may run a finalizer of the
 * script's. */
static int
push_all_bars(lua_State *L, struct fp_bars *const *bars, void ***held, size_t n)
{
    for (size_t i = 0; i < n; i++)
        *held[i] = fp_ref(bars[i]);
    lua_createtable(L, (int)n, 0);
    for (size_t i = 0; i < n; i++) {
        fp__push_artist(L, FP__ARTIST, *held[i]);
        lua_rawseti(L, -2, (lua_Integer)i + 1);
        fp_unref(*held[i]);
        *held[i] = NULL;
    }
    return 1;
}

static int
draw_sets(lua_State *L, struct fp_axes *ax, const struct hist *h, size_t n)
{
    const struct fp_hist_set *sets = push_sets(L, h, n);
    struct fp_bars **bars = lua_newuserdatauv(L, n * sizeof *bars, 0);
    void ***held = lua_newuserdatauv(L, n * sizeof *held, 0);
    struct fp_array **tops, **edges;

    for (size_t i = 0; i < n; i++)
        held[i] = fp__push_held_slot(L);
    tops = fp__push_array_slot(L);
    edges = fp__push_array_slot(L);
    fp__try(L, fp_axes_hist_sets(ax, sets, n, &h->options, bars, tops, edges));
    return 2 + push_all_bars(L, bars, held, n);
}

/* hist(values), hist(values, bins), hist({a, b}), each with options: returns what was counted, the
 * edges, and the bars; of several sets rows of what was counted, and a table of their bars. */
int
fp__axes_hist(lua_State *L)
{
    struct fp_axes *ax = fp__to_axes(L, 1);
    struct hist h;
    size_t n;

    read_hist(L, &h);
    n = count_sets(L, 2);
    if (n == 1)
        unwrap(L, 2);
    if (n <= 1 && h.weights && count_sets(L, h.weights) == 1)
        unwrap(L, h.weights);
    check_counts(L, &h, n ? n : 1);
    return n > 1 ? draw_sets(L, ax, &h, n) : draw_one(L, ax, &h);
}
