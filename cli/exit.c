/* SPDX-License-Identifier: MIT */
/* exit.c: from the library's status to the exit code. */
#include "cli/exit.h"

int
fp__exit_code(enum fp_status status)
{
    switch (status) {
    case FP_OK:
    case FP_NOTHING_TO_CLOSE:
        return FP__EXIT_FINE;
    case FP_ERR_ARGUMENT:
    case FP_ERR_LIMIT:
        return FP__EXIT_USAGE;
    case FP_ERR_INPUT:
        return FP__EXIT_INPUT;
    case FP_ERR_OUTPUT:
    case FP_ERR_FONT:
    case FP_ERR_MEMORY:
    case FP_ERR_CLOSED:
        return FP__EXIT_OUTPUT;
    case FP_ERR_SCRIPT:
        return FP__EXIT_CHILD;
    }
    return FP__EXIT_OUTPUT;
}
