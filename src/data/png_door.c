/* SPDX-License-Identifier: MIT */
/* png_door.c: what libpng calls for memory and for errors. */
#include "data/png_door.h"

#include <stdio.h>

#include "core/alloc.h"

static png_voidp
allocate(png_structp png, png_alloc_size_t size)
{
    struct fp__png_door *door = png_get_mem_ptr(png);
    void *block = fp_alloc(size);

    door->starved = door->starved || !block;
    return block;
}

static void
release(png_structp png, png_voidp block)
{
    (void)png;
    fp_free(block);
}

static PNG_NORETURN void
stop(png_structp png, png_const_charp message)
{
    struct fp__png_door *door = png_get_error_ptr(png);

    snprintf(door->message, sizeof door->message, "%s", message);
    png_longjmp(png, 1);
}

static void
ignore_warning(png_structp png, png_const_charp message)
{
    (void)png;
    (void)message;
}

png_structp
fp__png_open_reader(struct fp__png_door *door)
{
    return png_create_read_struct_2(PNG_LIBPNG_VER_STRING, door, stop, ignore_warning, door,
                                    allocate, release);
}

png_structp
fp__png_open_writer(struct fp__png_door *door)
{
    return png_create_write_struct_2(PNG_LIBPNG_VER_STRING, door, stop, ignore_warning, door,
                                     allocate, release);
}
