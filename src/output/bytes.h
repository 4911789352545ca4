/* SPDX-License-Identifier: MIT */
/* bytes.h: numbers as bytes, the most significant first, as PNG has them. */
#ifndef OUTPUT_BYTES_H
#define OUTPUT_BYTES_H

#include <endian.h>
#include <stdint.h>
#include <string.h>

static inline void
fp__put_be32(uint8_t *to, uint32_t value)
{
    uint32_t big = htobe32(value);

    memcpy(to, &big, sizeof big);
}

#endif
