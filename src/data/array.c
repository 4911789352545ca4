/* SPDX-License-Identifier: MIT */
/* array.c: the array object: a layout over a counted buffer, by copy, by wrapping, by view. */
#include "data/array.h"

#include <string.h>

#include "core/alloc.h"
#include "core/object.h"
#include "core/status.h"
#include "data/dtype.h"
#include "data/layout.h"

/* Apart from the object, so that the shell of a closed array is small. */
struct body {
    struct fp__buffer *buffer;
    const unsigned char *data;
    struct fp_layout layout;
    size_t count;
};

struct fp_array {
    struct fp_object base;
    struct body *body; /* NULL once closed */
};

static void
array_close(struct fp_object *obj)
{
    struct fp_array *array = (struct fp_array *)obj;

    if (array->body) {
        fp__buffer_unref(array->body->buffer);
        fp_free(array->body);
        array->body = NULL;
    }
}

/* Arrays that share a buffer count it each: the table shows what every one of them keeps alive. */
static size_t
array_bytes(const struct fp_object *obj)
{
    const struct body *body = ((const struct fp_array *)obj)->body;

    return body ? sizeof *body + fp__buffer_size(body->buffer) : 0;
}

static const struct fp_class array_class = {
    .name = "array",
    .size = sizeof(struct fp_array),
    .close = array_close,
    .bytes = array_bytes,
};

struct fp_array *
fp__array_over(struct fp_context *ctx, struct fp__buffer *buffer, const void *data,
               const struct fp_layout *layout)
{
    struct fp_array *array = fp_object_create(ctx, &array_class);

    if (!array) {
        return NULL;
    }
    array->body = fp_alloc(sizeof *array->body);
    if (!array->body) {
        fp_unref(array);
        fp__fail_memory(ctx, "an array");
        return NULL;
    }
    array->body->buffer = fp__buffer_ref(buffer);
    array->body->data = data;
    array->body->layout = *layout;
    fp__layout_count(layout, &array->body->count);
    return array;
}

static enum fp_status
check_layout(struct fp_context *ctx, const struct fp_layout *layout)
{
    size_t count;
    size_t span;

    if (!layout || layout->ndim < 0 || layout->ndim > FP_MAX_NDIM) {
        return fp__fail(ctx, FP_ERR_ARGUMENT, "array: a layout has 0 to %d axes", FP_MAX_NDIM);
    }
    if (fp_dtype_size(layout->dtype) == 0) {
        return fp__fail(ctx, FP_ERR_ARGUMENT, "array: there is no type number %d",
                        (int)layout->dtype);
    }
    if (!fp__layout_count(layout, &count) || !fp__layout_span(layout, &span)) {
        char shape[FP__SHAPE_ROOM];

        fp__shape_format(layout->ndim, layout->shape, shape);
        return fp__fail(ctx, FP_ERR_ARGUMENT, "array: the shape %s does not fit in memory", shape);
    }
    return FP_OK;
}

static enum fp_status
check(struct fp_context *ctx, const void *data, const struct fp_layout *layout, size_t *span)
{
    enum fp_status status = check_layout(ctx, layout);

    if (status < 0) {
        return status;
    }
    fp__layout_span(layout, span);
    if (!data && *span > 0) {
        return fp__fail(ctx, FP_ERR_ARGUMENT, "array: the address of the values is NULL");
    }
    return FP_OK;
}

static void
copy_values(unsigned char *out, const unsigned char *data, const struct fp_layout *layout)
{
    size_t size = fp_dtype_size(layout->dtype);
    struct fp__walk walk;
    ptrdiff_t offset;

    fp__walk_begin(&walk, layout);
    while (fp__walk_next(&walk, &offset)) {
        if (!layout->swapped && walk.stride == (ptrdiff_t)size) {
            memcpy(out, data + offset, walk.length * size);
        } else {
            struct fp__run run = {data + offset, walk.stride, layout->dtype, layout->swapped};

            fp__values_copy(&run, walk.length, out);
        }
        out += walk.length * size;
    }
}

struct fp_array *
fp_array_copy(struct fp_context *ctx, const void *data, const struct fp_layout *layout)
{
    struct fp_layout packed;
    struct fp__buffer *buffer;
    struct fp_array *array;
    size_t span;

    if (check(ctx, data, layout, &span) < 0) {
        return NULL;
    }
    packed = fp_layout_c(layout->dtype, layout->ndim, layout->shape);
    buffer = fp__buffer_create(fp_layout_pack(&packed, false));
    if (!buffer) {
        fp__fail_memory(ctx, "the values of an array");
        return NULL;
    }
    copy_values(fp__buffer_fill(buffer), data, layout);
    array = fp__array_over(ctx, buffer, fp__buffer_bytes(buffer), &packed);
    fp__buffer_unref(buffer);
    return array;
}

struct fp_array *
fp_array_wrap(struct fp_context *ctx, const void *data, const struct fp_layout *layout,
              void (*free_fn)(void *), void *free_data)
{
    struct fp__buffer *buffer = NULL;
    struct fp_array *array;
    size_t span;

    if (check(ctx, data, layout, &span) == FP_OK) {
        buffer = fp__buffer_wrap(data, span, free_fn, free_data);
        if (!buffer) {
            fp__fail_memory(ctx, "an array");
        }
    }
    if (!buffer) {
        if (free_fn) {
            free_fn(free_data);
        }
        return NULL;
    }
    array = fp__array_over(ctx, buffer, data, layout);
    fp__buffer_unref(buffer);
    return array;
}

struct fp_array *
fp_array_view(struct fp_array *array, ptrdiff_t offset, const struct fp_layout *layout)
{
    if (fp_is_closed(array)) {
        fp__fail_closed(array ? array->base.ctx : NULL, "array");
        return NULL;
    }
    fp__object_check(array, &array_class);
    if (check_layout(array->base.ctx, layout) < 0) {
        return NULL;
    }
    return fp__array_over(array->base.ctx, array->body->buffer, array->body->data + offset, layout);
}

const struct fp_layout *
fp_array_layout(const struct fp_array *array)
{
    return array && array->body ? &array->body->layout : NULL;
}

const void *
fp_array_data(const struct fp_array *array)
{
    return array && array->body ? array->body->data : NULL;
}

size_t
fp_array_count(const struct fp_array *array)
{
    return array && array->body ? array->body->count : 0;
}

enum fp_status
fp_array_value(const struct fp_array *array, const size_t *index, double *value)
{
    const struct fp_layout *layout = fp_array_layout(array);
    const unsigned char *at = fp_array_data(array);

    if (!layout) {
        return fp__fail_closed(array ? array->base.ctx : NULL, "array");
    }
    for (int i = 0; i < layout->ndim; i++) {
        if (index[i] >= layout->shape[i]) {
            return fp__fail(array->base.ctx, FP_ERR_ARGUMENT,
                            "array: index %zu of axis %d is not below %zu", index[i], i,
                            layout->shape[i]);
        }
        at += (ptrdiff_t)index[i] * layout->strides[i];
    }
    fp__values_to_double(&(struct fp__run){at, 0, layout->dtype, layout->swapped}, 1, value);
    return FP_OK;
}
