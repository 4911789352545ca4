/* SPDX-License-Identifier: MIT */
/* buffer.c: counted immutable bytes, ours or foreign. */
#include "data/buffer.h"

#include <assert.h>
#include <stdatomic.h>
#include <stdint.h>

#include "core/alloc.h"

struct fp__buffer {
    atomic_size_t refs;
    size_t size;
    const void *bytes;
    void (*free_fn)(void *);
    void *free_data;
    _Alignas(max_align_t) unsigned char own[];
};

static struct fp__buffer *
create(size_t own)
{
    struct fp__buffer *buffer = NULL;

    if (own <= PTRDIFF_MAX - sizeof *buffer) {
        buffer = fp_alloc(sizeof *buffer + own);
    }
    if (buffer) {
        atomic_init(&buffer->refs, 1);
    }
    return buffer;
}

struct fp__buffer *
fp__buffer_create(size_t size)
{
    struct fp__buffer *buffer = create(size);

    if (buffer) {
        buffer->size = size;
        buffer->bytes = buffer->own;
    }
    return buffer;
}

struct fp__buffer *
fp__buffer_wrap(const void *bytes, size_t size, void (*free_fn)(void *), void *free_data)
{
    struct fp__buffer *buffer = create(0);

    if (buffer) {
        buffer->size = size;
        buffer->bytes = bytes;
        buffer->free_fn = free_fn;
        buffer->free_data = free_data;
    }
    return buffer;
}

struct fp__buffer *
fp__buffer_ref(struct fp__buffer *buffer)
{
    atomic_fetch_add_explicit(&buffer->refs, 1, memory_order_relaxed);
    return buffer;
}

void
fp__buffer_unref(struct fp__buffer *buffer)
{
    if (!buffer || atomic_fetch_sub_explicit(&buffer->refs, 1, memory_order_acq_rel) > 1) {
        return;
    }
    if (buffer->free_fn) {
        buffer->free_fn(buffer->free_data);
    }
    fp_free(buffer);
}

bool
fp__buffer_shared(const struct fp__buffer *buffer)
{
    return atomic_load_explicit(&buffer->refs, memory_order_acquire) > 1;
}

const void *
fp__buffer_bytes(const struct fp__buffer *buffer)
{
    return buffer->bytes;
}

size_t
fp__buffer_size(const struct fp__buffer *buffer)
{
    return buffer->size;
}

void *
fp__buffer_fill(struct fp__buffer *buffer)
{
    assert(buffer->bytes == buffer->own && !fp__buffer_shared(buffer));
    return buffer->own;
}
