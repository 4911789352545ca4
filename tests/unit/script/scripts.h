/* SPDX-License-Identifier: MIT */
/* scripts.h: running pieces of Lua in tests. */
#ifndef TESTS_UNIT_SCRIPT_SCRIPTS_H
#define TESTS_UNIT_SCRIPT_SCRIPTS_H

#include <string.h>

#include "flatplot/script.h"
#include "unit/support.h"

static inline enum fp_status
run_text(const char *text)
{
    return fp_script_run_text("test.lua", text, strlen(text), NULL);
}

/* The script runs to its end; its own assertions hold. */
static inline void
runs(const char *text)
{
    if (run_text(text) != FP_OK)
        fail_msg("%s", fp_context_message(NULL));
}

/* The script fails with that message, and a hint that has those words. */
static inline void
fails(const char *text, const char *message, const char *hint)
{
    assert_int_equal(run_text(text), FP_ERR_SCRIPT);
    assert_string_equal(fp_context_message(NULL), message);
    if (!strstr(fp_context_hint(NULL), hint))
        fail_msg("the hint is: %s", fp_context_hint(NULL));
}

#endif
