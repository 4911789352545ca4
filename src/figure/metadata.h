/* SPDX-License-Identifier: MIT */
/* metadata.h: texts that go into files beside the picture. */
#ifndef FIGURE_METADATA_H
#define FIGURE_METADATA_H

#include <stdbool.h>
#include <stddef.h>

struct fp__text_pair {
    char *key;
    char *value; /* UTF-8 */
};

struct fp__metadata {
    struct fp__text_pair *pairs;
    size_t count;
    size_t room;
};

/* Whether a key can go into files: PNG's rule for keywords (third edition, 11.3.3.1), kept to
 * ASCII. */
bool fp__metadata_key_is_fine(const char *key);

void fp__metadata_finish(struct fp__metadata *metadata);

#endif
