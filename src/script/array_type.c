/* SPDX-License-Identifier: MIT */
/* array_type.c: the types of arrays: changing them, and saving arrays as they are. */
#include <string.h>

#include "core/status.h"
#include "data/dtype.h"
#include "data/layout.h"
#include "flatplot/output.h"
#include "flatplot/text.h"
#include "script/array.h"
#include "script/library.h"
#include "script/options.h"

enum { BLOCK = 512 };

/* Calls back with the runs of an array, at most BLOCK values each, in C order. */
static void
each_run(const struct fp_array *array, void (*take)(const struct fp__run *run, size_t n, void *to),
         void *to)
{
    const struct fp_layout *layout = fp_array_layout(array);
    struct fp__walk walk;
    ptrdiff_t offset;

    fp__walk_begin(&walk, layout);
    while (fp__walk_next(&walk, &offset))
        for (size_t done = 0, some; done < walk.length; done += some) {
            const char *at = (const char *)fp_array_data(array) + offset;
            struct fp__run run = {at + (ptrdiff_t)done * walk.stride, walk.stride, layout->dtype,
                                  layout->swapped};

            some = walk.length - done < BLOCK ? walk.length - done : BLOCK;
            take(&run, some, to);
        }
}

/* --- astype ----------------------------------------------------------------------------------- */

static void
take_doubles(const struct fp__run *run, size_t n, void *to)
{
    double **next = to;

    fp__values_to_double(run, n, *next);
    *next += n;
}

static void
take_floats(const struct fp__run *run, size_t n, void *to)
{
    float **next = to;
    double room[BLOCK];

    fp__values_to_double(run, n, room);
    for (size_t i = 0; i < n; i++)
        *(*next)++ = (float)room[i];
}

/* a:astype("float32"): a copy. */
static int
array_astype(lua_State *L)
{
    static const char *const names[] = {"float32", "float64", NULL};
    struct fp_array *array = fp__to_array(L, 1, "astype", "the array");
    const char *name = fp__string(L, 2, "astype", "the type");
    bool floats = fp__pick(L, name, "astype", names) == 0;
    const struct fp_layout *layout = fp_array_layout(array);
    void *next =
        fp__push_typed_values(L, floats ? FP_FLOAT32 : FP_FLOAT64, layout->ndim, layout->shape);

    each_run(array, floats ? take_floats : take_doubles, &next);
    return 1;
}

/* --- saving ----------------------------------------------------------------------------------- */

/* The head of a version 1 .npy, padded so that the values begin at a multiple of 64 bytes. */
static void
append_head(struct fp_text *text, const struct fp_layout *layout)
{
    char type[FP__TYPESTR_ROOM];
    char shape[FP__SHAPE_ROOM];
    struct fp_text head = {0};
    size_t length;

    fp__typestr(layout->dtype, false, type);
    fp__shape_format(layout->ndim, layout->shape, shape);
    fp_text_append_format(&head, "{'descr': '%s', 'fortran_order': False, 'shape': %s, }", type,
                          shape);
    length = (10 + head.length + 1 + 63) / 64 * 64 - 10;
    while (!head.failed && head.length + 1 < length)
        fp_text_append_bytes(&head, " ", 1);
    fp_text_append_bytes(&head, "\n", 1);
    fp_text_append_bytes(text, "\x93NUMPY\x01\x00", 8);
    fp_text_append_bytes(text, (char[]){(char)(length & 0xff), (char)(length >> 8)}, 2);
    fp_text_append_bytes(text, fp_text_string(&head), head.length);
    text->failed = text->failed || head.failed;
    fp_text_finish(&head);
}

static void
append_run(const struct fp__run *run, size_t n, void *to)
{
    char bytes[BLOCK * sizeof(double)];

    fp__values_copy(run, n, bytes);
    fp_text_append_bytes(to, bytes, n * fp_dtype_size(run->dtype));
}

/* save(path, array): a .npy of the array's type. */
static int
array_save(lua_State *L)
{
    const char *path = fp__string(L, 1, "save", "the file's name");
    struct fp_array *array = fp__to_array(L, 2, "save", "what is saved");
    struct fp_text text = {0};
    enum fp_status status;

    append_head(&text, fp_array_layout(array));
    each_run(array, append_run, &text);
    status = text.failed ? fp__fail_memory(NULL, "a file") : FP_OK;
    status = status < 0 ? status : fp_file_write(NULL, path, text.bytes, text.length);
    fp_text_finish(&text);
    fp__try(L, status);
    return 0;
}

void
fp__open_types(lua_State *L)
{
    static const luaL_Reg methods[] = {{"astype", array_astype}, {NULL, NULL}};

    fp__array_functions(L, methods);
    lua_pushcfunction(L, array_save);
    lua_setfield(L, -2, "save");
}
