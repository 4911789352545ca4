/* SPDX-License-Identifier: MIT */
/* options.h: tables of named values → option structs, by tables of fields.
 *
 * A field is one row: the name that scripts use, matplotlib's short one, what it holds and where it
 * goes. A function that takes options has no other code for them. */
#ifndef SCRIPT_OPTIONS_H
#define SCRIPT_OPTIONS_H

#include <stddef.h>

#include "flatplot/plot.h"
#include "script/state.h"

enum fp__field_kind {
    FP__FIELD_NUMBER,        /* double */
    FP__FIELD_INTEGER,       /* int */
    FP__FIELD_BOOL,          /* bool */
    FP__FIELD_TEXT,          /* const char *, valid while the options' table is on the stack */
    FP__FIELD_NUMBERS,       /* double[count], a table of as many */
    FP__FIELD_PLACE,         /* double[4]: a table of x and y, and of width and height (else 0) */
    FP__FIELD_COLOR,         /* struct fp_color: a name, or a table of 3 or 4 fractions */
    FP__FIELD_COLORMAP,      /* struct fp_colormap, by name */
    FP__FIELD_NORM,          /* struct fp_norm, as fp_norm_parse reads it */
    FP__FIELD_ARRAY,         /* struct fp_array *, borrowed from the stack */
    FP__FIELD_CHOICE,        /* an enum whose numbers are the places in `names` */
    FP__FIELD_LINESTYLE,     /* enum fp_linestyle: "-" or "solid", "none" … */
    FP__FIELD_INTERPOLATION, /* enum fp_interpolation, by name */
    FP__FIELD_ASPECT,        /* double: a number, "equal" (1) or "auto" */
    FP__FIELD_LETTER,        /* char: a text of one character; "" and "none" are 0 */
    FP__FIELD_FONTSIZE,      /* double: a number, or matplotlib's "small", "x-large", … */
    FP__FIELD_ANGLE,         /* double: a number, "horizontal" or "vertical" */
    FP__FIELD_STYLE,         /* as choice, but a sole one is not stored; numbers of the same struct
                                may follow, which `fields` name: "round,pad=0.5" */
    FP__FIELD_VALUE,         /* int: where the value is on the stack, for who reads it; else 0 */
    FP__FIELD_OPTIONS,       /* a struct of its own: a table that `fields` reads */
    /* One for all or one for each: an array goes to `other`, and then `given` is not set. */
    FP__FIELD_NUMBER_OR_ARRAY,
    FP__FIELD_COLOR_OR_ARRAY
};

struct fp__fields;

struct fp__field {
    const char *name;
    const char *alias; /* or NULL */
    enum fp__field_kind kind;
    size_t offset;
    size_t given;             /* FP__GIVEN of a bool that is set when the field is there; 0: none */
    size_t other;             /* where an array goes that may stand in the place of one value */
    int count;                /* of numbers */
    const char *const *names; /* of a choice; ends in NULL */
    const struct fp__fields *fields;
};

/* Not 0 for a first member, either. */
#define FP__GIVEN(type, member) (offsetof(type, member) + 1)

struct fp__fields {
    const char *function; /* for messages: "imshow" */
    const struct fp__field *rows;
    size_t count;
    const struct fp__fields *base; /* of the struct that the options begin with; NULL: none */
};

#define FP__FIELDS(function, rows)                                                                 \
    {                                                                                              \
        function, rows, sizeof(rows) / sizeof *(rows), NULL                                        \
    }

#define FP__FIELDS_BEYOND(function, rows, base)                                                    \
    {                                                                                              \
        function, rows, sizeof(rows) / sizeof *(rows), base                                        \
    }

/* True for a table without [1]: such a last argument is options. */
bool fp__is_options(lua_State *L, int index);

/* Stores in `options` what rcParams hold for these fields, and then what the table at the index
 * names, if there is one (not 0, not nil). Arrays that are made from tables stay on the stack
 * above. Raises for a name that no field has ("did you mean"), and for values that are not of its
 * kind. */
void fp__options_read(lua_State *L, int index, const struct fp__fields *fields, void *options);

/* The same without rcParams: for what comes after them. */
void fp__options_add(lua_State *L, int index, const struct fp__fields *fields, void *options);

/* The options that a function takes as its last argument are at the index that this returns, and
 * are taken off the count of arguments in *n; 0 when there are none. */
int fp__options_last(lua_State *L, int *n);

/* The same after values that must be there: an empty table among the first `least` arguments is a
 * value, as data that is still to come is one, and no options. */
int fp__options_after(lua_State *L, int least, int *n);

/* Arguments that are no options: raise with the function's name when they are not what is asked
 * for. */
double fp__number(lua_State *L, int index, const char *function, const char *what);
int fp__integer(lua_State *L, int index, const char *function, const char *what);
const char *fp__string(lua_State *L, int index, const char *function, const char *what);

/* A text that is drawn, which may be given as a number, as in title(3). */
const char *fp__words(lua_State *L, int index, const char *function, const char *what);
struct fp_color fp__color(lua_State *L, int index);

enum fp_linestyle fp__linestyle(lua_State *L, int index, const char *function);

/* One colour, or a table of several, in a block that stays on the stack. */
const struct fp_color *fp__colors(lua_State *L, int index, size_t *n);

/* The place of the string among the names (which end in NULL); raises with the nearest. */
int fp__pick(lua_State *L, const char *string, const char *function, const char *const *names);

#endif
