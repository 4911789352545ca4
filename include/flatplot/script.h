/* SPDX-License-Identifier: MIT */
/* script.h: runs Lua scripts, which find the library under the global `plt`.
 *
 * Scripts draw in the calling thread's default context, whose numbered figures stay open when a
 * script leaves them so (fp_context_destroy(NULL) ends them). They are trusted as Lua trusts them:
 * there is no sandbox; but bytecode is refused. */
#ifndef FLATPLOT_SCRIPT_H
#define FLATPLOT_SCRIPT_H

#include <stdbool.h>
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

    /* Asked by os.exit, which does not come back, for the code to end the process with; `code` is
     * what the script said. NULL: that code. */
    int (*leaving)(void *data, int code);
    void *leaving_data;
};

/* Runs the file; "-" is standard input, which is read to its end first. options may be NULL.
 * FP_ERR_INPUT when it cannot be read, FP_ERR_SCRIPT, with a message "script.lua:12: …", when it is
 * no script, fails, or is stopped. */
FP_API enum fp_status fp_script_run(const char *path, const struct fp_script_options *options);

/* The same for n bytes of text; messages call it `name`. */
FP_API enum fp_status fp_script_run_text(const char *name, const char *text, size_t n,
                                         const struct fp_script_options *options);

/* Who sits at a prompt. Zeroed: nobody is asked, and failures are passed over. */
struct fp_prompt {
    /* Called before a line is waited for; `more`: it goes on with one that is not finished. */
    void (*ask)(void *data, bool more);
    /* Called when a statement failed; the default context says why. False ends the prompt. */
    bool (*failed)(void *data);
    void *data;
    bool shows; /* the values of an expression are printed, by the script's print */
};

/* Runs what standard input says, statement by statement as it comes, to its end. Before that it
 * runs the file unless `path` is NULL. prompt and options may be NULL. FP_ERR_INPUT when the file
 * or the input cannot be read, FP_ERR_SCRIPT when it is stopped while it waits; no failure of a
 * statement is one of the prompt. */
FP_API enum fp_status fp_script_prompt(const char *path, const struct fp_script_options *options,
                                       const struct fp_prompt *prompt);

/* Stops the script that is running, whichever thread's it is, at its next line, in coroutines too.
 * May be called by a signal handler. */
FP_API void fp_script_stop(void);

#ifdef __cplusplus
}
#endif
#endif
