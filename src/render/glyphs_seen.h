/* SPDX-License-Identifier: MIT */
/* glyphs_seen.h: which characters were drawn in which sizes. Each pair fills the caches of the font
 * libraries once, so while new ones come, memory rises without being leaked. */
#ifndef RENDER_GLYPHS_SEEN_H
#define RENDER_GLYPHS_SEEN_H

#include <stddef.h>
#include <stdint.h>

/* So many pairs are told apart, in 256 KiB: more than the syllables of Korean in one size. */
#define FP__GLYPHS_SEEN ((size_t)16384)

/* A set of pairs; starts as {0}. Its memory is cache. */
struct fp__glyphs_seen {
    uint64_t *slots; /* 0: free */
    size_t room;     /* a power of two, or 0 */
    size_t count;
};

/* Adds the characters of a UTF-8 text; how many of them were new in that size. Without memory, and
 * when there are FP__GLYPHS_SEEN, none is taken for new. */
size_t fp__glyphs_seen_add(struct fp__glyphs_seen *seen, const char *text, double size);

void fp__glyphs_seen_finish(struct fp__glyphs_seen *seen);

#endif
