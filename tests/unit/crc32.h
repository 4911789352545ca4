/* SPDX-License-Identifier: MIT */
/* crc32.h: the CRC-32 of zlib and PNG, bit by bit, for what tests know by its checksum. */
#ifndef TESTS_UNIT_CRC32_H
#define TESTS_UNIT_CRC32_H

#include <stddef.h>
#include <stdint.h>

static inline uint32_t
crc32_of(const uint8_t *bytes, size_t n)
{
    uint32_t crc = 0xffffffff;

    for (size_t i = 0; i < n; i++) {
        crc ^= bytes[i];
        for (int bit = 0; bit < 8; bit++)
            crc = crc >> 1 ^ (crc & 1 ? 0xedb88320 : 0);
    }
    return ~crc;
}

#endif
