/* SPDX-License-Identifier: MIT */
/* script.h: runs Lua scripts, which find the library under the global `plt`.
 *
 * Scripts draw in the calling thread's default context, whose numbered figures stay open when a
 * script leaves them so (fp_context_destroy(NULL) ends them). They are trusted as Lua trusts them:
 * there is no sandbox; but bytecode is refused. */
#ifndef FLATPLOT_SCRIPT_H
#define FLATPLOT_SCRIPT_H

#include <stddef.h>

#include "flatplot/context.h"

#ifdef __cplusplus
extern "C" {
#endif

/* How a script is run. Zeroed: without arguments, as much memory as there is, no traceback. */
struct fp_script_options {
    const char *const *args; /* arg[1] …; the script's name is arg[0] */
    size_t arg_count;
    size_t memory; /* bytes that the memory door may hold, Lua's own included; 0: any number */

    /* Told where a script that fails was, one call a line; NULL: nobody. Must not fail. */
    void (*traceback)(void *data, const char *text);
    void *traceback_data;
};

/* Runs the file; "-" is standard input, which is read to its end first. options may be NULL.
 * FP_ERR_INPUT when it cannot be read, FP_ERR_SCRIPT, with a message "script.lua:12: …", when it is
 * no script, fails, or is stopped. */
FP_API enum fp_status fp_script_run(const char *path, const struct fp_script_options *options);

/* The same for n bytes of text; messages call it `name`. */
FP_API enum fp_status fp_script_run_text(const char *name, const char *text, size_t n,
                                         const struct fp_script_options *options);

/* Stops the script that is running, whichever thread's it is, at its next line, in coroutines too.
 * May be called by a signal handler. */
FP_API void fp_script_stop(void);

#ifdef __cplusplus
}
#endif
#endif
