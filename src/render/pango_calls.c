/* SPDX-License-Identifier: MIT */
/* pango_calls.c: finds pango's functions by their names. */
#include "render/pango_calls.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stdbool.h>
#include <string.h>

/* It is linked with the other libraries of pango, and with GObject. */
#define LIBRARY "libpangocairo-1.0.so.0"

static struct fp__pango_calls calls;
static bool complete;

/* POSIX has functions fit into void *, C does not: the pointer is copied. */
static bool
find(void *library, const char *name, void *call)
{
    void *found = dlsym(library, name);

    memcpy(call, &found, sizeof found);
    return found != NULL;
}

/* It stays loaded: GObject's types cannot be taken back. */
static void
load(void)
{
    void *library = dlopen(LIBRARY, RTLD_LAZY | RTLD_LOCAL);

    complete = library != NULL;
#define FIND(name) complete = complete && find(library, #name, &calls.name);
    FP__PANGO_CALLS(FIND)
#undef FIND
}

const struct fp__pango_calls *
fp__pango_calls(void)
{
    static pthread_once_t once = PTHREAD_ONCE_INIT;

    pthread_once(&once, load);
    return complete ? &calls : NULL;
}
