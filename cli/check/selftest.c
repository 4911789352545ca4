/* SPDX-License-Identifier: MIT */
/* selftest.c: the leaks, and what each must be called. */
#include "cli/check/selftest.h"

#include <stdio.h>

#include "cli/check/forms.h"
#include "cli/opt/signals.h"

/* Enough for leaks of this size, and few enough for as many threads and files. */
enum { ITERATIONS = 300 };

#define CAUSE(cause) (1u << (cause))

/* A heap leak is hidden when resident memory does not show it, as small ones may not. */
static const struct {
    const char *name;
    struct fp__leak leak;
    unsigned causes;
} leaks[FP__SELFTESTS] = {
    {"nothing", {FP__LEAK_NOTHING, 0}, CAUSE(FP_CAUSE_NONE) | CAUSE(FP_CAUSE_RETENTION)},
    {"64 B", {FP__LEAK_BYTES, 64}, CAUSE(FP_CAUSE_HEAP) | CAUSE(FP_CAUSE_HIDDEN)},
    {"1 KiB", {FP__LEAK_BYTES, 1024}, CAUSE(FP_CAUSE_HEAP) | CAUSE(FP_CAUSE_HIDDEN)},
    {"16 KiB", {FP__LEAK_BYTES, 16384}, CAUSE(FP_CAUSE_HEAP)},
    {"one object", {FP__LEAK_OBJECT, 0}, CAUSE(FP_CAUSE_OBJECTS)},
    {"one file", {FP__LEAK_FILE, 0}, CAUSE(FP_CAUSE_FILES)},
    {"one thread", {FP__LEAK_THREAD, 0}, CAUSE(FP_CAUSE_THREADS)},
};

int
fp__selftest(const struct fp__check_settings *settings, struct fp__finding findings[FP__SELFTESTS],
             size_t *done)
{
    int code = 0;
    *done = 0;
    do {
        struct fp__finding *f = &findings[*done];
        struct fp__form_job job = {
            .form = FP__FORM_CLF,
            .leak = leaks[*done].leak,
            .iterations = settings->iterations > 0 ? (size_t)settings->iterations : ITERATIONS,
        };
        snprintf(f->name, sizeof f->name, "%s", leaks[*done].name);
        f->expected = job.leak.kind == FP__LEAK_NOTHING ? FP_FLAT : FP_GROWING;
        f->causes = leaks[*done].causes;
        code = fp__form_check(&job, settings, f);
        f->interrupted = fp__signals_came();
        ++*done;
    } while (!code && *done < FP__SELFTESTS && !fp__signals_came());
    return code;
}
