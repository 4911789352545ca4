/* SPDX-License-Identifier: MIT */
/* words.h: lists with commas on the command line, word by word. A word in quotes
 * may have commas, and quotes that are doubled, as in RFC 4180: "price, EUR", volume. */
#ifndef CLI_PLOTS_WORDS_H
#define CLI_PLOTS_WORDS_H

#include <stdbool.h>
#include <stddef.h>

/* A header's longest name that an option can tell, and more than any colour or format has. */
#define FP__WORD_ROOM 512

/* Set `text`, and ask for words as long as there are any. */
struct fp__words {
    const char *text; /* what is left; NULL: nothing */
    bool too_long;    /* it ended at a word that has no room */
    char word[FP__WORD_ROOM];
};

/* False when there is no further word; "a," has two, the second one empty. */
bool fp__words_next(struct fp__words *words);

/* How many words the list has. */
size_t fp__words_count(const char *text);

/* Goes on to word i of the list, which begins again after the last one. False for a word that has
 * no room. */
bool fp__words_at(struct fp__words *words, const char *text, size_t i);

#endif
