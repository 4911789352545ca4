/* SPDX-License-Identifier: MIT */
/* clim_file.c: colour limits read from a file, and written as one. */
#include "cli/batch/clim_file.h"

#include <jansson.h>
#include <math.h>
#include <string.h>

#include "cli/batch/set.h"
#include "cli/exit.h"
#include "cli/opt/json.h"
#include "cli/opt/message.h"
#include "flatplot/output.h"

/* Room for two hundred thousand inputs. */
enum { MOST_BYTES = 64 << 20 };

#define WRITE_IT "flatplot info --clim p2,p98 FILE… > clim.json writes one"

static int
wrong(const char *path, const char *what)
{
    return fp__message_error(FP__EXIT_INPUT, "%s: %s" FP__AND_HINT WRITE_IT, path, what);
}

/* Both ends, null for those of no value, the lower one first. */
static bool
read_ends(const json_t *object, double ends[2])
{
    const json_t *vmin = json_object_get(object, "vmin");
    const json_t *vmax = json_object_get(object, "vmax");
    ends[0] = json_is_null(vmin) ? NAN : json_number_value(vmin);
    ends[1] = json_is_null(vmax) ? NAN : json_number_value(vmax);
    bool given = vmin && vmax && (json_is_null(vmin) || json_is_number(vmin)) &&
                 (json_is_null(vmax) || json_is_number(vmax));
    return given && isnan(ends[0]) == isnan(ends[1]) && !(ends[0] > ends[1]);
}

/* --- One scale for each input ----------------------------------------------------------------- */

struct search {
    const json_t *inputs;
    const char *path; /* looked for */
    struct fp__set set;
};

static const char *
path_at(const json_t *inputs, size_t i)
{
    return json_string_value(json_object_get(json_array_get(inputs, i), "path"));
}

static bool
same_path(void *data, size_t number)
{
    const struct search *s = data;
    return strcmp(path_at(s->inputs, number), s->path) == 0;
}

static int
refuse_twice(const char *file, const char *path)
{
    return fp__message_error(FP__EXIT_INPUT,
                             "%s: has colour limits of %s twice" FP__AND_HINT
                             "every input stands there once",
                             file, path);
}

static int
index_paths(struct search *s, const char *file)
{
    double ends[2];
    for (size_t i = 0; i < json_array_size(s->inputs); i++) {
        s->path = path_at(s->inputs, i);
        if (!s->path || !read_ends(json_array_get(s->inputs, i), ends))
            return wrong(file, "an input in it lacks its path or its limits");
        uint64_t hash = fp__hash(s->path, strlen(s->path));
        if (fp__set_find(&s->set, hash, same_path, s) != FP__SET_NONE)
            return refuse_twice(file, s->path);
        fp__set_add(&s->set, hash, i);
    }
    return 0;
}

int
fp__clim_file_refuse_bytes(const char *path)
{
    return fp__message_error(FP__EXIT_USAGE,
                             "%s: a name that is not UTF-8 cannot stand in a file of colour "
                             "limits" FP__AND_HINT
                             "rename it (convmv -f cp949 -t utf-8), or have one scale for all: "
                             "--clim all:p2,p98",
                             path);
}

/* Bytes that JSON cannot have would make several names one. */
static int
find_input(struct search *s, struct fp__input *input, const char *file)
{
    double ends[2];
    s->path = input->path;
    if (!fp_utf8_valid(s->path, strlen(s->path)))
        return fp__clim_file_refuse_bytes(s->path);
    size_t place = fp__set_find(&s->set, fp__hash(s->path, strlen(s->path)), same_path, s);
    if (place == FP__SET_NONE) {
        return fp__message_error(FP__EXIT_USAGE,
                                 "%s: has no colour limits of %s" FP__AND_HINT
                                 "name the inputs as in: flatplot info --clim p2,p98 FILE… > %s",
                                 file, input->path, file);
    }
    read_ends(json_array_get(s->inputs, place), ends);
    input->norm.vmin = ends[0];
    input->norm.vmax = ends[1];
    return 0;
}

static int
read_inputs(struct fp__plan *plan, const json_t *inputs, const char *file)
{
    struct search s = {.inputs = inputs};
    if (!fp__set_init(&s.set, json_array_size(inputs)))
        return fp__message_no_memory();
    int failed = index_paths(&s, file);
    for (size_t i = 0; i < plan->input_count && !failed; i++)
        failed = plan->inputs[i].colored ? 0 : find_input(&s, &plan->inputs[i], file);
    fp__set_finish(&s.set);
    return failed;
}

/* --- The file --------------------------------------------------------------------------------- */

static int
read_object(struct fp__plan *plan, const json_t *root, const char *file, bool *each, double ends[2])
{
    const json_t *inputs = json_object_get(root, "inputs");
    *each = json_is_array(inputs);
    if (json_real_value(json_object_get(root, "schema")) != 1)
        return wrong(file, "is JSON, but no colour limits (\"schema\":1)");
    if (*each)
        return read_inputs(plan, inputs, file);
    return read_ends(root, ends) ? 0 : wrong(file, "has no vmin and vmax, or vmin above vmax");
}

int
fp__clim_file_read(struct fp__plan *plan, const char *path, bool *each, double ends[2])
{
    char *bytes;
    size_t n;
    json_error_t error = {0}; /* its code stays unset when there is no memory at all */
    if (fp_file_read_all(plan->ctx, path, MOST_BYTES, &bytes, &n) != FP_OK)
        return fp__message_failure(plan->ctx);
    json_set_alloc_funcs(fp_alloc, fp_free);
    json_t *root = json_loadb(bytes, n, JSON_REJECT_DUPLICATES | JSON_DECODE_INT_AS_REAL, &error);
    int code =
        root ? read_object(plan, root, path, each, ends)
        : json_error_code(&error) == json_error_out_of_memory
            ? fp__message_no_memory()
            : fp__message_error(FP__EXIT_INPUT,
                                "%s: is no JSON: line %d, column %d: %s" FP__AND_HINT WRITE_IT,
                                path, error.line, error.column, error.text);
    json_decref(root);
    fp_free(bytes);
    return code;
}

/* --- Written ---------------------------------------------------------------------------------- */

static void
append_ends(struct fp_text *out, const struct fp_norm *norm)
{
    fp_text_append(out, "\"vmin\":");
    fp__json_number(out, norm->vmin);
    fp_text_append(out, ",\"vmax\":");
    fp__json_number(out, norm->vmax);
}

void
fp__clim_file_append(const struct fp__limits *limits, const struct fp__plan *plan, const char *text,
                     struct fp_text *out)
{
    const char *between = "";
    fp_text_append(out, "{\"schema\":1,\"clim\":");
    fp__json_string(out, text);
    fp_text_append(out, ",");
    if (limits->scale != FP__SCALE_INPUT) {
        append_ends(out, &limits->norm);
        fp_text_append(out, "}\n");
        return;
    }
    fp_text_append(out, "\"inputs\":[");
    for (size_t i = 0; i < plan->input_count; i++) {
        if (plan->inputs[i].colored)
            continue;
        fp_text_append_format(out, "%s\n{\"path\":", between);
        fp__json_string(out, plan->inputs[i].path);
        fp_text_append(out, ",");
        append_ends(out, &plan->inputs[i].norm);
        fp_text_append(out, "}");
        between = ",";
    }
    fp_text_append(out, "]}\n");
}
