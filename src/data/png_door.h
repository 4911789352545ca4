/* SPDX-License-Identifier: MIT */
/* png_door.h: how libpng, reading or writing, gets its memory and says what went wrong. */
#ifndef DATA_PNG_DOOR_H
#define DATA_PNG_DOOR_H

#include <stdbool.h>

#include <png.h>

/* Why libpng stopped. */
struct fp__png_door {
    bool starved; /* an allocation failed; libpng may go on after some of them */
    char message[128];
};

/* Their memory comes through our door; an error is kept in `door` and jumps to setjmp's place, a
 * warning is dropped. NULL without memory. */
png_structp fp__png_open_reader(struct fp__png_door *door);
png_structp fp__png_open_writer(struct fp__png_door *door);

#endif
