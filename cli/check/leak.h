/* SPDX-License-Identifier: MIT */
/* leak.h: leaks on purpose, of a known kind and size, to see whether they are caught. */
#ifndef CLI_CHECK_LEAK_H
#define CLI_CHECK_LEAK_H

#include "flatplot/object.h"

enum fp__leak_kind {
    FP__LEAK_NOTHING,
    FP__LEAK_BYTES,
    FP__LEAK_OBJECT,
    FP__LEAK_FILE,
    FP__LEAK_THREAD
};

struct fp__leak {
    enum fp__leak_kind kind;
    size_t bytes; /* of FP__LEAK_BYTES */
};

/* Leaks once, until the process ends; `fd` is any open descriptor. False when it could not. */
bool fp__leak(const struct fp__leak *leak, int fd);

#endif
