/* SPDX-License-Identifier: MIT */
/* make_rules.c: writes the 256 elementary cellular automata, each one frame of 64 × 127 cells: a
 * row for each generation, from one living cell. A cell's value is how many of the three above it
 * that it was made from were alive, and 4 if it is alive itself.
 *
 *     make_rules FILE */
#include <stdio.h>
#include <string.h>

#include "npy_header.h"

enum { RULES = 256, HEIGHT = 64, WIDTH = 127, ALIVE = 4 };

/* Bit 4a + 2b + c of the rule is what becomes of three neighbours a, b, c (Wolfram 1983). Beyond
 * the edges are cells that do what the emptiness does. */
static int
next_row(int rule, int empty, const unsigned char *above, unsigned char *row)
{
    for (int x = 0; x < WIDTH; x++) {
        int a = x > 0 ? above[x - 1] >= ALIVE : empty;
        int b = above[x] >= ALIVE;
        int c = x < WIDTH - 1 ? above[x + 1] >= ALIVE : empty;
        int lives = rule >> (4 * a + 2 * b + c) & 1;

        row[x] = (unsigned char)(a + b + c + ALIVE * lives);
    }
    return rule >> 7 * empty & 1;
}

static int
write_rule(FILE *file, int rule)
{
    unsigned char rows[2][WIDTH];
    int empty = 0;

    memset(rows, 0, sizeof rows);
    rows[0][WIDTH / 2] = ALIVE;
    for (int y = 0; y < HEIGHT; y++) {
        if (fwrite(rows[y % 2], 1, WIDTH, file) != WIDTH)
            return 0;
        empty = next_row(rule, empty, rows[y % 2], rows[(y + 1) % 2]);
    }
    return 1;
}

static int
write_rules(FILE *file)
{
    for (int rule = 0; rule < RULES; rule++)
        if (!write_rule(file, rule))
            return 0;
    return 1;
}

int
main(int argc, char **argv)
{
    return make_npy(argc, argv, "make_rules", "u1", "256, 64, 127", write_rules);
}
