/* SPDX-License-Identifier: MIT */
/* leak.c: what is forgotten on purpose. */
#include "cli/check/leak.h"

#include <limits.h>
#include <pthread.h>
#include <string.h>
#include <unistd.h>

/* As good as lost: nothing else ever holds it. */
static const struct fp_class forgotten_class = {.name = "forgotten",
                                                .size = sizeof(struct fp_object)};

static bool
leak_bytes(size_t n)
{
    void *block = fp_alloc(n);
    if (block)
        memset(block, 0xa5, n); /* pages that were never written are not resident */
    return block;
}

static void *
wait_forever(void *arg)
{
    for (;;)
        pause();
    return arg;
}

static bool
leak_thread(void)
{
    pthread_attr_t small;
    pthread_t thread;
    if (pthread_attr_init(&small) != 0)
        return false;
    bool made = pthread_attr_setstacksize(&small, (size_t)PTHREAD_STACK_MIN) == 0 &&
                pthread_create(&thread, &small, wait_forever, NULL) == 0;
    pthread_attr_destroy(&small);
    return made;
}

bool
fp__leak(const struct fp__leak *leak, int fd)
{
    switch (leak->kind) {
    case FP__LEAK_NOTHING:
        return true;
    case FP__LEAK_BYTES:
        return leak_bytes(leak->bytes);
    case FP__LEAK_OBJECT:
        return fp_object_create(NULL, &forgotten_class);
    case FP__LEAK_FILE:
        return dup(fd) >= 0;
    case FP__LEAK_THREAD:
        return leak_thread();
    }
    return false;
}
