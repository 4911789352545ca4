/* SPDX-License-Identifier: MIT */
/* context.h: status codes, the context that owns everything, and the library's memory door.
 *
 * A context holds the table of live objects, the last error, the warning callback, the fonts and
 * the caches. One context belongs to one thread. Wherever a function takes a context, NULL means
 * the calling thread's default one, made at its first use and released when that thread ends.
 *
 * A pointer argument must not be NULL unless its function says so; a NULL object counts as a closed
 * one. Beyond that the library never prints, never exits and never aborts. A function that fails
 * returns a negative status (or NULL, with the status left in the context), leaves its outputs
 * as they were, and leaves a one-line message and a one-line hint in the context. */
#ifndef FLATPLOT_CONTEXT_H
#define FLATPLOT_CONTEXT_H

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

#if defined(__GNUC__)
#define FP_API __attribute__((visibility("default")))
#else
#define FP_API
#endif

#define FP_VERSION "0.1.0"

/* Every call's answer: 0 is fine, above 0 is fine with a remark, below 0 failed. */
enum fp_status {
    FP_OK = 0,
    FP_NOTHING_TO_CLOSE = 1, /* close found no such figure; nothing was changed */
    FP_ERR_MEMORY = -1,      /* the memory door is empty */
    FP_ERR_CLOSED = -2,      /* the object was closed; the handle is still valid, and only that */
    FP_ERR_ARGUMENT = -3,    /* a value outside what the function takes */
    FP_ERR_LIMIT = -4,       /* a hard cap: open figures, pixels a side */
    FP_ERR_INPUT = -5,       /* a file that cannot be read or understood */
    FP_ERR_OUTPUT = -6,      /* a file or sink that does not take what is written */
    FP_ERR_FONT = -7,        /* no font is installed, or none has a character that is needed */
    FP_ERR_SCRIPT = -8,      /* a script that failed, or is none */
};

/* The kinds of warnings. Each is given once per context until fp_context_reset_warnings. */
enum fp_warning {
    FP_WARN_MANY_FIGURES, /* more open figures than the limit */
    FP_WARN_HIDDEN_IMAGE, /* an opaque image covers an older one of the same axes completely */
    FP_WARN_RGB_CLIPPED,  /* RGB values outside 0…1 (floats) or 0…255 (integers) were clipped */
    FP_WARN_NOT_FINITE,   /* an image without a single finite value was drawn (as nothing) */
    FP_WARN_MISSING_GLYPHS, /* a text has characters that no installed font has */
    FP_WARN_RGB_OPTIONS,    /* colormap or limits given for an image that has its own colours */
    FP_WARN_NOT_POSITIVE,   /* a log axis was given limits or values that are not above 0 */
    FP_WARN_NO_LEVELS,      /* no level of a contour lies within its values */
    FP_WARN_KINDS           /* how many kinds there are */
};

/* Receives one warning: one line of UTF-8 without a newline, valid during the call only. It may
 * look at objects but must not clear, close or free any. */
typedef void (*fp_warning_fn)(void *data, enum fp_warning kind, const char *message);

struct fp_context;

/* Makes a context. NULL when there is no memory. */
FP_API struct fp_context *fp_context_create(void);

/* Closes every object of the context and releases its fonts, caches and callback. Handles that
 * are still held stay valid, closed, and may be unreferenced later; the last of them frees what
 * is left of the context. NULL: the thread's default one, if there is one. */
FP_API void fp_context_destroy(struct fp_context *ctx);

/* The calling thread's default context. NULL when there is no memory for it. */
FP_API struct fp_context *fp_context_default(void);

/* The last failure: its status, its one-line message ("what: where: why") and a hint of what to
 * do (may be ""). FP_OK and "" when there was none. Valid until the next failing call. */
FP_API enum fp_status fp_context_status(struct fp_context *ctx);
FP_API const char *fp_context_message(struct fp_context *ctx);
FP_API const char *fp_context_hint(struct fp_context *ctx);
FP_API void fp_context_clear_error(struct fp_context *ctx);

/* Sets who hears warnings (NULL: nobody, the default) and forgets which were given. */
FP_API void fp_context_set_warning(struct fp_context *ctx, fp_warning_fn fn, void *data);
FP_API void fp_context_reset_warnings(struct fp_context *ctx);

/* How many figures may be open before FP_WARN_MANY_FIGURES is given (20, as in matplotlib), and
 * at how many fp_figure_create fails with FP_ERR_LIMIT (0, the default: never). */
FP_API void fp_context_set_figure_limits(struct fp_context *ctx, size_t warn_above, size_t cap);

/* Frees every cache (canvas, rows, fonts). They fill again when needed; results are the same. */
FP_API void fp_context_trim(struct fp_context *ctx);

/* --- The memory door: all memory of the library passes here and is counted. ------------------ */

/* `size` bytes, zeroed (a size of 0 is taken as 1). NULL when there are none. */
FP_API void *fp_alloc(size_t size);

/* As fp_alloc for count × size bytes; NULL also when the product does not fit. */
FP_API void *fp_alloc_array(size_t count, size_t size);

/* Resizes; the bytes beyond the old size are not zeroed. NULL leaves the old block as it was. */
FP_API void *fp_realloc(void *block, size_t size);

/* Frees a block of this door. NULL is fine. */
FP_API void fp_free(void *block);

#ifdef __cplusplus
}
#endif
#endif
