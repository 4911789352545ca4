/* SPDX-License-Identifier: MIT */
/* context.h: what is inside a context. */
#ifndef CORE_CONTEXT_H
#define CORE_CONTEXT_H

#include <stdbool.h>

#include "flatplot/context.h"
#include "flatplot/memory.h"
#include "flatplot/object.h"

/* Places for what higher floors keep per context. */
enum fp__slot {
    FP__SLOT_PYPLOT, /* the registry of numbered figures */
    FP__SLOT_FONTS,  /* the font map and its layout */
    FP__SLOT_CANVAS, /* the canvas's memory */
    FP__SLOT_IMAGE,  /* rows and index maps of image drawing */
    FP__SLOT_PNG,    /* the encoder's buffers */
    FP__SLOT_GRID,   /* converted grids and the lines through them */
    FP__SLOT_SCREEN, /* the connection to the display, and its windows */
    FP__SLOTS
};

/* What the context does with a slot's value. trim frees what can be made anew (NULL: nothing);
 * size counts the bytes of that beside the value itself, which belong to that kind of cache. */
struct fp__slot_class {
    void (*trim)(void *value);
    void (*destroy)(void *value);
    size_t (*size)(const void *value);
    enum fp_cache cache;
};

/* The collector's state; gc.c says what it means. */
struct fp__gc {
    bool automatic;
    bool collecting;
    size_t thresholds[FP_GENERATIONS];
    size_t objects[FP_GENERATIONS]; /* live objects of each generation */
    size_t since[FP_GENERATIONS]; /* [0]: objects made; [g]: collections of g − 1; since the last */
    size_t pending;               /* became oldest since the last full collection */
    size_t survivors;             /* of that collection */
};

struct fp_context {
    bool destroyed;           /* fp_context_destroy was called; live handles keep the rest */
    size_t live;              /* live objects */
    struct fp_object *newest; /* the table of live objects: newest … oldest, linked by next */
    struct fp_object *oldest; /* so the generations lie in it one after the other */
    struct fp__gc gc;
    struct fp_object *doomed; /* objects at count zero that wait for their turn, linked by next */
    bool burying;             /* the doomed are being freed */

    enum fp_status status;
    char message[1024];
    char hint[512];

    fp_warning_fn warning_fn;
    void *warning_data;
    bool warned[FP_WARN_KINDS];

    size_t glyphs;  /* pairs of character and size that were drawn: each fills the font caches */
    size_t figures; /* open figures */
    size_t figures_warn_above;
    size_t figures_cap;

    void *slot[FP__SLOTS];
    const struct fp__slot_class *slot_class[FP__SLOTS];
};

/* ctx itself, or the thread's default one for NULL. NULL when there is no memory for that. */
struct fp_context *fp__context(struct fp_context *ctx);

/* Frees the context once it is destroyed and no object is left. */
void fp__context_settle(struct fp_context *ctx);

/* The slot's value, `size` zeroed bytes made at the first use. NULL when there is no memory
 * (raised) or the context is being destroyed. */
void *fp__context_slot(struct fp_context *ctx, enum fp__slot slot, size_t size,
                       const struct fp__slot_class *cls);

/* Bytes of each kind of cache that the context keeps. */
void fp__context_caches(const struct fp_context *ctx, size_t bytes[FP_CACHES]);

#endif
