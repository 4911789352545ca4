/* SPDX-License-Identifier: MIT */
/* object.h: counted objects, weak references and their two-step death.
 *
 * The one ownership rule. `…_create` gives the caller one reference. `…_add_…` and `…_get_…` lend:
 * the parent owns, and who wants to keep the object takes a reference with fp_ref. A parent holds
 * its children strongly, a child's link to its parent is weak. Exceptions say so in their name.
 *
 * The two steps. fp_close ends an object's work: its children are dropped, its data and windows
 * released, weak references to it read NULL at once, and every later call on it answers
 * FP_ERR_CLOSED. Its memory, a few dozen bytes by then, goes when the count reaches zero. An
 * object whose count reaches zero is closed first. Neither step ever recurses: a chain of a
 * million objects is freed in constant stack. (A class whose close function itself calls fp_close
 * on its children recurses as deep as its tree is; a figure's has three levels.)
 *
 * Classes of your own: begin the struct with `struct fp_object base;`, describe it by a
 * `struct fp_class` that lives as long as its objects, and make objects with fp_object_create. */
#ifndef FLATPLOT_OBJECT_H
#define FLATPLOT_OBJECT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "flatplot/context.h"

#ifdef __cplusplus
extern "C" {
#endif

struct fp_class;
struct fp_weak;

/* The header that every object begins with. Its members belong to the library. */
struct fp_object {
    const struct fp_class *cls;
    struct fp_context *ctx;
    struct fp_weak *weak;   /* the cell that all weak references share, or NULL */
    struct fp_object *prev; /* neighbours in the context's table of live objects */
    struct fp_object *next;
    union { /* scratch of the collector, which uses one after the other */
        size_t outside;
        struct fp_object *link;
    } gc;
    uint32_t refs;
    uint16_t flags;
    uint16_t magic;
};

/* Called with each strong child in turn. */
typedef void (*fp_visit_fn)(struct fp_object *child, void *arg);

/* What a class does at each step of an object's life. Every function may be NULL; none may fail.
 *   traverse  shows each strong child to `visit` once per reference held
 *   clear     drops (fp_unref) those references and sets them to NULL; may be called twice
 *   close     releases what else the object holds (data, windows); called once, before clear
 *   finalize  the last call, right before the memory goes; references taken here are void
 *   bytes     memory held beside the object itself, for the table of live objects */
struct fp_class {
    const char *name;
    size_t size;
    void (*traverse)(struct fp_object *obj, fp_visit_fn visit, void *arg);
    void (*clear)(struct fp_object *obj);
    void (*close)(struct fp_object *obj);
    void (*finalize)(struct fp_object *obj);
    size_t (*bytes)(const struct fp_object *obj);
};

/* A zeroed object of the class with one reference. NULL when there is no memory. */
FP_API void *fp_object_create(struct fp_context *ctx, const struct fp_class *cls);

/* One reference more; returns obj (NULL stays NULL). fp_ref keeps the pointer's type. */
FP_API void *fp_object_ref(void *obj);
#define fp_ref(obj) ((__typeof__(obj))fp_object_ref(obj))

/* One reference less; at zero the object dies now. NULL is fine. */
FP_API void fp_unref(void *obj);

/* Ends the object's work (see above). NULL and a second time are fine. */
FP_API void fp_close(void *obj);

/* True for a closed object and for NULL. */
FP_API bool fp_is_closed(const void *obj);

/* A weak reference: it does not count. NULL when there is no memory or obj is closed. */
FP_API struct fp_weak *fp_weak_create(void *obj);

/* The target with a new strong reference (fp_unref it), or NULL once it was closed or freed. */
FP_API void *fp_weak_get(const struct fp_weak *weak);

/* Gives the weak reference back. NULL is fine; the target does not notice. */
FP_API void fp_weak_destroy(struct fp_weak *weak);

/* --- The table of live objects ---------------------------------------------------------------- */

/* How many objects are alive: of one class, or all with cls NULL. */
FP_API size_t fp_live_count(struct fp_context *ctx, const struct fp_class *cls);

/* One row of the table: objects and bytes of one class. Closed shells that are held count too.
 * `held` of them are held from outside, by references that no object's traverse shows: they are
 * the cause that the others, held only by objects, are still there. (0 while a collection runs.) */
struct fp_live_row {
    const char *name;
    size_t count;
    size_t bytes;
    size_t held;
};

/* Writes up to `room` rows, in the order in which the classes' oldest objects were made, and
 * returns how many classes there are. rows may be NULL with room 0. */
FP_API size_t fp_live_table(struct fp_context *ctx, struct fp_live_row *rows, size_t room);

/* --- Cycles -------------------------------------------------------------------------------------
 *
 * Objects that hold each other in a ring are never freed by counts alone. The library's own graph
 * has no ring; objects of your classes may. The collector finds them as CPython's does (Modules/
 * gcmodule.c): it takes the references that objects hold on each other off the counts; what has
 * none left over and hangs on nothing that has is garbage. Only traverse tells it who holds whom.
 * Nothing recurses and nothing is allocated. */

#define FP_GENERATIONS 3

/* Frees what is unreachable among the objects of this generation (0 … 2) and the younger ones, and
 * returns how many objects that were. Survivors grow one generation older. First all weak
 * references to the garbage read NULL, then every piece of it is closed, then freed; what a close
 * or finalize function keeps a reference to stays behind as a closed shell and is not counted. */
FP_API size_t fp_gc_collect(struct fp_context *ctx, int generation);

/* Automatic collection: off by default. When on, fp_object_create collects generation 0 first
 * whenever more than thresholds[0] objects were made than freed since; after thresholds[1] of
 * those, generation 1; after thresholds[2] of those, all, if at least a quarter as many objects
 * wait as survived the last full collection. The defaults are CPython's: 700, 10, 10. */
FP_API void fp_gc_set_automatic(struct fp_context *ctx, bool on);
FP_API void fp_gc_set_thresholds(struct fp_context *ctx, const size_t thresholds[FP_GENERATIONS]);

/* Told of one ring: the names of the classes along it, each object holding the next and the last
 * one the first. Valid during the call. */
typedef void (*fp_cycle_fn)(void *data, const char *const *classes, size_t n);

/* Tells of one ring in every group of live objects that hold each other, garbage or not: a shortest
 * one through the group's oldest object; and how many groups there are in *groups, which a failure
 * leaves as it was. Frees nothing. found and groups may be NULL. FP_ERR_LIMIT while a collection
 * runs. */
FP_API enum fp_status fp_gc_find_cycles(struct fp_context *ctx, fp_cycle_fn found, void *data,
                                        size_t *groups);

#ifdef __cplusplus
}
#endif
#endif
