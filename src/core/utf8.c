/* SPDX-License-Identifier: MIT */
/* utf8.c: is it UTF-8? By the table of well-formed sequences, Unicode 15 section 3.9, table 3-7. */
#include "flatplot/text.h"

#include <stdint.h>

/* The length of the sequence at p (n > 0 bytes are there), or 0 for an ill-formed one. */
static size_t
sequence(const uint8_t *p, size_t n)
{
    size_t length = p[0] < 0x80 ? 1 : p[0] < 0xc2 ? 0 : p[0] < 0xe0 ? 2 : p[0] < 0xf0 ? 3 : 4;
    uint8_t low = p[0] == 0xe0 ? 0xa0 : p[0] == 0xf0 ? 0x90 : 0x80;
    uint8_t high = p[0] == 0xed ? 0x9f : p[0] == 0xf4 ? 0x8f : 0xbf;

    if (length == 0 || length > n || p[0] > 0xf4)
        return 0;
    if (length > 1 && (p[1] < low || p[1] > high))
        return 0;
    for (size_t i = 2; i < length; i++)
        if ((p[i] & 0xc0) != 0x80)
            return 0;
    return length;
}

bool
fp_utf8_valid(const char *bytes, size_t n)
{
    const uint8_t *p = (const uint8_t *)bytes;

    while (n > 0) {
        size_t length = sequence(p, n);

        if (length == 0)
            return false;
        p += length;
        n -= length;
    }
    return true;
}
