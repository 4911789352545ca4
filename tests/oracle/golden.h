/* SPDX-License-Identifier: MIT */
/* golden.h: what matplotlib drew, as oracle.py wrote it to numbers.txt and pixels.bin. */
#ifndef TESTS_ORACLE_GOLDEN_H
#define TESTS_ORACLE_GOLDEN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The picture of an image: its place on the canvas and planes of bytes, rows from the top.
 *
 *   through a colormap    place + 1 (0 under, n + 1 over, n + 2 bad), its upper byte, alpha;
 *                         how far matplotlib is off in place and in alpha
 *   colours               R, G, B, A; how far matplotlib is off in each
 *
 * and last where two correct programs may be a step apart. What a pixel should be is float64's; off
 * are signed bytes, 127 where one of the two is bad. */
struct golden_pixels {
    int x, y, width, height;
    bool colours;
    size_t planes;
    uint8_t *plane[10];
};

/* A case: its line, and a line for each thing that there is to say of it. Everything in it dies
 * with the next one. */
struct golden {
    char *next; /* where the following case begins */
    char *numbers;
    uint8_t *bytes; /* pixels.bin */
    size_t size;
    uint8_t *unpacked;
    const char *line;
    size_t said;
    const char *key[64], *value[64];
};

/* Both files of the folder; fails the test when they are not there. */
void golden_open(struct golden *golden);
void golden_close(struct golden *golden);

/* Goes to the next case, from the first on; false after the last. */
bool golden_next(struct golden *golden);

/* What is said under the key, fields with tabs between; NULL when it is not there. */
const char *golden_get(const struct golden *golden, const char *key);

/* The same of the n-th axes, colorbar or image, from 0: the first one's key has no number, the next
 * one's begins with 2. */
const char *golden_nth(const struct golden *golden, size_t n, const char *key);

/* The picture of the n-th image; false when there is none. */
bool golden_pixels(struct golden *golden, size_t n, struct golden_pixels *pixels);

#endif
