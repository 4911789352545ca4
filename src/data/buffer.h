/* SPDX-License-Identifier: MIT */
/* buffer.h: counted bytes that do not change once they are shared.
 *
 * The count is atomic: buffers, and nothing else of the library, may be held by several threads. */
#ifndef DATA_BUFFER_H
#define DATA_BUFFER_H

#include <stdbool.h>
#include <stddef.h>

struct fp__buffer;

/* `size` bytes of the memory door, zeroed, with one reference. NULL when there are none. */
struct fp__buffer *fp__buffer_create(size_t size);

/* Foreign memory; free_fn(free_data) is called once, when the last reference goes. NULL when there
 * is no memory, and then free_fn was not called. */
struct fp__buffer *fp__buffer_wrap(const void *bytes, size_t size, void (*free_fn)(void *),
                                   void *free_data);

struct fp__buffer *fp__buffer_ref(struct fp__buffer *buffer);

/* NULL is fine. */
void fp__buffer_unref(struct fp__buffer *buffer);

/* True while somebody beside the caller holds the buffer. */
bool fp__buffer_shared(const struct fp__buffer *buffer);

const void *fp__buffer_bytes(const struct fp__buffer *buffer);
size_t fp__buffer_size(const struct fp__buffer *buffer);

/* The bytes of an unshared buffer of fp__buffer_create, to be filled in. */
void *fp__buffer_fill(struct fp__buffer *buffer);

#endif
