/* SPDX-License-Identifier: MIT */
/* leak_check.c: the end of a process that is watched for leaks. */
#include "render/leak_check.h"

#ifdef FLATPLOT_LEAK_CHECK

#include <pthread.h>
#include <stdlib.h>
#include <time.h>

#include <cairo.h>
#include <fontconfig/fontconfig.h>

#include "core/file.h"
#include "flatplot/context.h"

/* pango runs fontconfig in a thread that may outlive the font map for a moment. Freeing under its
 * feet aborts. */
static void
wait_for_threads(void)
{
    const struct timespec millisecond = {.tv_nsec = 1000000};
    size_t files, threads = 2;

    for (int i = 0; threads > 1 && i < 2000; i++) {
        nanosleep(&millisecond, NULL);
        if (fp__file_count_self(NULL, &files, &threads) != FP_OK)
            return;
    }
}

void
fp__leak_check_end(void)
{
    fp_context_destroy(NULL); /* its fonts are cairo's, which asserts that nobody has any */
    wait_for_threads();
    cairo_debug_reset_static_data();
    FcFini();
}

static void
begin(void)
{
    atexit(fp__leak_check_end);
}

void
fp__leak_check_begin(void)
{
    static pthread_once_t once = PTHREAD_ONCE_INIT;

    pthread_once(&once, begin);
}

#endif
