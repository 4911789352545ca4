/* SPDX-License-Identifier: MIT */
/* raw.h: how values without a header lie in a file: "63,128,128:i2be+16". */
#ifndef DATA_RAW_H
#define DATA_RAW_H

#include <stdint.h>

#include "flatplot/array.h"

struct fp__raw {
    struct fp_layout layout; /* packed, in C order */
    size_t bytes;            /* of that */
    uint64_t offset;         /* bytes in front that are skipped */
};

/* Understands SIZES:TYPE[+OFFSET]: sizes with commas or x between them, rows before columns; types
 * as numpy writes them ("<i2", "u1") or with the order behind them ("i2be", "f4le"; without one it
 * is this machine's). FP_ERR_ARGUMENT says what is wrong. */
enum fp_status fp__raw_parse(struct fp_context *ctx, const char *text, struct fp__raw *raw);

#endif
